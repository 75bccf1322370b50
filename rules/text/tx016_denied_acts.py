"""Licences, penalties, coercion and fees that the text denies and table two counts."""

from collections.abc import Iterator
from decimal import Decimal

from lint.authoring import CELL_INDEX, Finding, Node, contradicted

_NAMES = {"licensing": "行政许可", "penalties": "行政处罚", "coercion": "行政强制", "fees": "行政事业性收费"}


def check(here: Node) -> Iterator[Finding]:
    """Whether table two has decisions or fees where the text says that there are none."""
    for one in contradicted(here.case, *_NAMES):
        figure = Decimal(here.case.figures[CELL_INDEX[one.figures.cells[0]]])
        values = {"found": one.denial.quote, "row": _NAMES[one.denial.topic], "actual": f"{figure:f}"}
        yield Finding(one.denial.at, values, one.figures.cells)
