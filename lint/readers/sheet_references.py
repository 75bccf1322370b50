"""Cells of a sheet by their names: ``H5`` is row 5, column 8."""

import re
from typing import NamedTuple

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384
_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_LETTERS = 26


class Position(NamedTuple):
    """Row and column of a sheet, from 1."""

    row: int
    column: int

    @property
    def name(self) -> str:
        """The name of the cell: ``H5``."""
        letters, rest = "", self.column
        while rest:
            rest, letter = divmod(rest - 1, _LETTERS)
            letters = chr(ord("A") + letter) + letters
        return f"{letters}{self.row}"


class Range(NamedTuple):
    """A rectangle of cells; all four sides belong to it."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def name(self) -> str:
        """The name of the range, ``A1:J1``, or of its only cell."""
        first, last = Position(self.top, self.left).name, Position(self.bottom, self.right).name
        return first if first == last else f"{first}:{last}"


def position_of(name: str) -> Position | None:
    """The cell of a name; None where no sheet has such a cell."""
    found = _CELL.fullmatch(name)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    row = int(found[2])
    return Position(row, column) if row <= LAST_ROW and column <= LAST_COLUMN else None


def range_of(name: str) -> Range | None:
    """The range of a name; None where no sheet has it."""
    first, _, second = name.partition(":")
    start, end = position_of(first), position_of(second or first)
    if start is None or end is None or start.row > end.row or start.column > end.column:
        return None
    return Range(*start, *end)
