"""Where the cells of the form stand, so that neighbours can be told: rows of the same table lie one below the other."""

from collections.abc import Iterator
from functools import cache

from lint.diagnosis.neighbours import Neighbourhood
from lint.model.form import ALL_ROWS, BLOCK_ROWS, CELL_INDEX, GROUPS, ROWS, TABLES
from lint.model.pointer import parent


@cache
def form_places(edition: str) -> Neighbourhood:
    """Row and column of every cell, by its number, as an edition prints them; rows of different tables never touch.

    Table four is a single row: its three groups stand side by side. Rows of the other edition stand alone.
    """
    row_of = dict(_rows(edition))
    places: dict[int, tuple[int, int]] = {}
    taken: dict[int, int] = {}
    for pointer, cell in CELL_INDEX.items():
        row = row_of[parent(pointer) or ""]
        column = taken[row] = taken.get(row, -1) + 1
        places[cell] = (row, column)
    return places


def _rows(edition: str) -> Iterator[tuple[str, int]]:
    """The number of the row of every group of cells. Between tables, and before rows that stand alone, one is free."""
    two, three, four = (TABLES[section] for section in ("proactive", "applications", "disputes"))
    number = 0
    for row in BLOCK_ROWS:
        yield f"{two}/{row}", (number := number + 1)
    number += 1
    for row in ROWS[edition]:
        yield f"{three}/{row}", (number := number + 1)
    number += 2
    for group in GROUPS:
        yield f"{four}/{group}", number
    for row in ALL_ROWS:
        if row not in ROWS[edition]:
            yield f"{three}/{row}", (number := number + 2)
