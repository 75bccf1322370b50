"""Cells of a table left blank, counted once for the table."""

from collections.abc import Iterator
from decimal import Decimal

from lint.authoring import CELL_INDEX, CELLS, TABLES, Finding, Node, Severity

_MOST = 30


def _span(table: str) -> slice:
    cells = [index for pointer, index in CELL_INDEX.items() if pointer.startswith(f"{table}/")]
    return slice(min(cells), max(cells) + 1)


_SPANS = {table: _span(table) for table in TABLES.values()}


def check(here: Node) -> Iterator[Finding]:
    """Whether no cell of the table is blank. A table that is blank altogether is another rule's."""
    if not here.case.has_blanks:
        return
    span = _SPANS[here.pointer]
    figures = here.case.figures[span]
    if None not in figures:
        return
    blanks = [pointer for pointer, figure in zip(CELLS[span], figures, strict=True) if figure is None]
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
    yield Finding(here.pointer, values, tuple(blanks[:_MOST]), severity)
