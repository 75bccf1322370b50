"""Amounts of the fee for processing information that do not make the sum before them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lint.authoring import Finding, Node, Pattern, Severity, breakdowns_of

if TYPE_CHECKING:
    from lint.authoring import Breakdown

_COLLECTED = Pattern(r"处理费[^。]{0,60}\d[^。]{0,60}\d")
_MONEY = "元"
_FEW = 2  # two amounts may be named out of many


def check(here: Node) -> Iterator[Finding]:
    """Whether the amounts listed make the fee collected."""
    if _COLLECTED.search(here.case.joined):
        for one in breakdowns_of(here.case):
            if one.whole.quantity.unit == _MONEY and "处理费" in one.quote and not one.fits:
                yield from _finding(one)


def _finding(one: "Breakdown") -> Iterator[Finding]:
    whole = one.whole.quantity.amount
    severity = None
    if one.total < whole:
        if not one.clear or len(one.parts) == 1:
            return
        severity = Severity.INFO if len(one.parts) == _FEW and not one.complete else None
    yield Finding(one.at, {"found": one.quote, "sum": one.adding, "whole": f"{whole:f}"}, (), severity)
