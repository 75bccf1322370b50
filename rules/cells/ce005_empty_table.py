"""A table of which every cell is blank."""

from collections.abc import Iterator
from decimal import Decimal

from lint.authoring import TABLES, Finding, Node, cells_of

_CELLS = {table: cells_of(table) for table in TABLES.values()}


def check(here: Node) -> Iterator[Finding]:
    """Whether any cell of a table holds something. Cells that the report lacks do not count."""
    if not here.case.has_blanks:
        return
    for table, cells in _CELLS.items():
        figures = [here.case.figures[index] for index in cells]
        if None in figures and not any(isinstance(figure, int | str | Decimal) for figure in figures):
            yield Finding(table, {"blank": str(figures.count(None))})
