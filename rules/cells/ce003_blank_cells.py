"""Cells of a table left blank, counted once for the table."""

from collections.abc import Iterator
from decimal import Decimal

from lint.authoring import CELLS, TABLES, Finding, Node, Severity, cells_of

_MOST = 30


_CELLS = {table: cells_of(table) for table in TABLES.values()}


def check(here: Node) -> Iterator[Finding]:
    """Whether no cell of a table is blank. A table that is blank altogether is another rule's."""
    if here.case.has_blanks:
        for table, cells in _CELLS.items():
            yield from _blank(here, table, cells)


def _blank(here: Node, table: str, cells: tuple[int, ...]) -> Iterator[Finding]:
    figures = [here.case.figures[index] for index in cells]
    if None not in figures:
        return
    blanks = [
        pointer for pointer, figure in zip((CELLS[index] for index in cells), figures, strict=True) if figure is None
    ]
    filled = [figure for figure in figures if isinstance(figure, int | str | Decimal)]
    if not filled:
        return
    signs = {remark.pointer for remark in here.document.remarks if remark.kind == "placeholder"}
    values = {
        "blank": str(len(blanks)),
        "filled": str(len(filled)),
        "signs": str(len(signs.intersection(blanks))),
    }
    severity = None if 0 in filled else Severity.INFO
    yield Finding(table, values, tuple(blanks[:_MOST]), severity)
