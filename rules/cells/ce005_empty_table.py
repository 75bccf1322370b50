"""A table of which every cell is blank."""

from collections.abc import Iterator
from decimal import Decimal

from lint.authoring import CELL_INDEX, TABLES, Finding, Node


def _span(table: str) -> slice:
    cells = [index for pointer, index in CELL_INDEX.items() if pointer.startswith(f"{table}/")]
    return slice(min(cells), max(cells) + 1)


_SPANS = {table: _span(table) for table in TABLES.values()}


def check(here: Node) -> Iterator[Finding]:
    """Whether any cell of the table holds something. Cells that the report lacks do not count."""
    if not here.case.has_blanks:
        return
    figures = here.case.figures[_SPANS[here.pointer]]
    if None in figures and not any(isinstance(figure, int | str | Decimal) for figure in figures):
        yield Finding(here.pointer, {"blank": str(figures.count(None))})
