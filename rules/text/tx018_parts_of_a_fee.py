"""Amounts of the fee for processing information that do not make the sum before them."""

from collections.abc import Iterator

from lint.authoring import Breakdown, Finding, Node, Severity, breakdowns_of

_MONEY = "元"
_FEW = 2  # two amounts may be named out of many


def check(here: Node) -> Iterator[Finding]:
    """Whether the amounts listed make the fee collected."""
    if "处理费" in here.case.joined:
        for one in here.case.once(breakdowns_of):
            if one.whole.quantity.unit == _MONEY and "处理费" in one.quote and not one.fits:
                yield from _finding(one)


def _finding(one: Breakdown) -> Iterator[Finding]:
    whole = one.whole.quantity.amount
    severity = None
    if one.total < whole:
        if not one.clear or len(one.parts) == 1:
            return
        severity = Severity.INFO if len(one.parts) == _FEW and not one.complete else None
    yield Finding(one.at, {"found": one.quote, "sum": one.adding, "whole": f"{whole:f}"}, (), severity)
