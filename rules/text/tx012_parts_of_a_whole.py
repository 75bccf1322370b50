"""Lists of parts that do not add up to the whole before them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lint.authoring import Finding, Node, Severity, Undecided, accepted, breakdowns_of

if TYPE_CHECKING:
    from lint.authoring import Breakdown

_MONEY = "元"
_SEVERAL = 3  # two names may well overlap: 主办, 协办
_MANY = 5  # so many classes of 5 are hardly a choice
_NEAR = 5  # a shortfall of a fifth at most


def check(here: Node) -> Iterator[Finding]:
    """Whether every list makes the figure before it, as far as its words say what it has to make."""
    for one in breakdowns_of(here.case):
        if one.whole.quantity.unit != _MONEY and not one.fits and not _is_in_the_tables(here, one):
            grade = _more(one) if one.total > one.whole.quantity.amount else _less(one)
            if grade:
                values = {"found": one.quote, "sum": one.adding, "whole": f"{one.whole.quantity.amount:f}"}
                yield Finding(one.at, values, (), None if grade is Severity.WARNING else grade)


def _more(one: "Breakdown") -> Severity | None:
    """Parts that make more than the whole: no open list can; they may overlap, or be parts of something else."""
    if one.mixed or one.overlapping or (not one.begun and not one.complete):
        return None
    if any(one.total <= other for other in one.others):
        return Severity.INFO if one.begun == "其中" and one.complete else None
    if len(one.parts) == 1:
        return Severity.WARNING if one.begun == "其中" else None
    if one.complete or one.apart:
        return Severity.WARNING
    return Severity.INFO if len(one.parts) >= _SEVERAL else None


def _less(one: "Breakdown") -> Severity | None:
    """Parts that make less: only where the list leaves nothing out is that wrong."""
    if not one.clear or len(one.parts) == 1 or (one.others and not one.complete):
        return None
    if one.overlapping and not one.residual:
        return None
    short = (one.whole.quantity.amount - one.total) * _NEAR > one.whole.quantity.amount
    if one.complete:
        doubtful = one.others or one.mixed or (short and one.begun == "(" and not one.residual)
        return Severity.INFO if doubtful else Severity.WARNING
    return Severity.INFO if len(one.parts) >= _MANY and not short and one.apart else None


def _is_in_the_tables(here: Node, one: "Breakdown") -> bool:
    """Whether a list about applications makes another of the figures of table three: with those carried in, say."""
    if "申请" not in one.quote:
        return False
    try:
        return any(one.total in accepted(here.case, topic).values for topic in ("received", "answered"))
    except Undecided:
        return False
