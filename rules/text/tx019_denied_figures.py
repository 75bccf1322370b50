"""Rules made or repealed, and applications carried over, that the text denies and the tables count."""

from collections.abc import Iterator
from decimal import Decimal

from lint.authoring import CELL_INDEX, Finding, Node, contradicted

_NAMES = {
    "regulations/issued": "表二规章制发件数",
    "regulations/repealed": "表二规章废止件数",
    "normative_documents/issued": "表二行政规范性文件制发件数",
    "normative_documents/repealed": "表二行政规范性文件废止件数",
    "carried_in": "表三上年结转",
    "carried_out": "表三结转下年度",
}


def check(here: Node) -> Iterator[Finding]:
    """Whether the tables count some of what the text says there was none of."""
    for one in contradicted(here.case, *_NAMES):
        figure = Decimal(here.case.figures[CELL_INDEX[one.figures.cells[0]]])
        values = {"found": one.denial.quote, "row": _NAMES[one.denial.topic], "actual": f"{figure:f}"}
        yield Finding(one.denial.at, values, one.figures.cells)
