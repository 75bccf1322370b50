"""A table of which every cell is blank."""

from collections.abc import Iterator
from decimal import Decimal

from lint.authoring import CELLS, TABLES, Finding, Node, Severity, cells_of

_CELLS = {table: cells_of(table) for table in TABLES.values()}


def check(here: Node) -> Iterator[Finding]:
    """Whether any cell of a table holds something. Cells that the report lacks do not count.

    A table of nothing but “/” was filled in, if in the wrong way: that is less than one left blank.
    """
    if not here.case.has_blanks:
        return
    for table, cells in _CELLS.items():
        figures = [here.case.figures[index] for index in cells]
        if None in figures and not any(isinstance(figure, int | str | Decimal) for figure in figures):
            signs = {remark.pointer for remark in here.document.remarks if remark.kind == "placeholder"}
            blanks = [CELLS[index] for index, figure in zip(cells, figures, strict=True) if figure is None]
            marked = len(signs.intersection(blanks))
            severity = Severity.WARNING if marked == len(blanks) else None
            yield Finding(table, {"blank": str(len(blanks)), "signs": str(marked)}, (), severity)
