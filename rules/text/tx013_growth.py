"""Growth that the figures of this year and the last do not give."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from lint.authoring import Finding, Node, Undecided, accepted, growths_of, other_scope, statements_of

if TYPE_CHECKING:
    from lint.authoring import Growth

_TOPICS = ("received", "answered")


def check(here: Node) -> Iterator[Finding]:
    """Whether every growth follows from the figures told with it, or from the tables of both years.

    Last year's report is asked for only where the text needs it, and nothing else was found.
    """
    text = here.case.joined
    if "%" not in text and "％" not in text and "﹪" not in text:
        return
    growths = growths_of(here.case)
    found = [finding for growth in growths if growth.base is not None for finding in _told(growth)]
    yield from found
    asked = [(growth, topic) for growth in growths if growth.base is None and (topic := _topic(here, growth))]
    try:
        for growth, topic in asked:
            yield from _counted(here, growth, topic)
    except Undecided:
        if not found:
            raise


def _told(growth: "Growth") -> Iterator[Finding]:
    """A growth whose figures both stand in the sentence."""
    now, base = growth.now, growth.base
    if now and base and not growth.fits(now.quantity.amount, base) and not growth.fits_any():
        yield _finding(growth, now.quantity.amount, base)


def _topic(here: Node, growth: "Growth") -> str:
    """What grew, where it is all applications received or answered in the year; "" where it is anything else."""
    if growth.now is None:
        return _TOPICS[0]
    amount, unit = growth.now.quantity.amount, growth.now.quantity.unit
    for one in here.case.once(statements_of):
        same = one.at == growth.at and (one.quantity.amount, one.quantity.unit) == (amount, unit)
        if same and one.topic in _TOPICS and not one.part and not other_scope(one, here.case):
            return one.topic
    return ""


def _counted(here: Node, growth: "Growth", topic: str) -> Iterator[Finding]:
    """A growth over a figure of last year's report. Raises Undecided where that, or a table, does not tell it."""
    then = accepted(here.before.case, topic).values
    known = accepted(here.case, topic)
    now = [*([growth.now.quantity.amount] if growth.now else []), *known.values]
    pairs = [(one, other) for one in now for other in then if other]
    if pairs and not growth.fits_any() and not any(growth.fits(*pair) for pair in pairs):
        yield _finding(growth, *min(pairs, key=lambda pair: _distance(growth, *pair)), known.cells)


def _distance(growth: "Growth", now: Decimal, base: Decimal) -> Decimal:
    return abs(growth.sign * growth.percent.quantity.amount - Decimal(growth.of(now, base)))


def _finding(growth: "Growth", now: Decimal, base: Decimal, cells: tuple[str, ...] = ()) -> Finding:
    values = {"found": growth.quote, "now": f"{now:f}", "base": f"{base:f}", "expected": growth.of(now, base)}
    return Finding(growth.at, values, cells)
