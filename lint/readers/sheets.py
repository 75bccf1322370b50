"""The sheets of a workbook as every reader of spreadsheets gives them."""

from typing import NamedTuple

from lint.readers.sheet_references import Position, Range


class Entry(NamedTuple):
    """One cell: its text with its line ends, without space around it.

    ``ruled`` says that lines are drawn around it, ``awaited`` that a formula stands in it whose value was not stored.
    """

    column: int
    text: str
    ruled: bool = False
    awaited: bool = False

    @property
    def filled(self) -> bool:
        """Whether anything stands in the cell."""
        return bool(self.text) or self.awaited


class SheetRow(NamedTuple):
    """The cells of a row from the left: those that hold something, and blank ones with lines around them."""

    number: int
    entries: tuple[Entry, ...]


class Drawn(NamedTuple):
    """What lies over the cells, from the one at which it begins: a line of text, or None for a picture."""

    position: Position
    text: str | None


class Sheet(NamedTuple):
    """A sheet: its rows from the top, wholly blank ones left out, its merged cells, and what lies over its cells."""

    name: str
    rows: tuple[SheetRow, ...]
    merges: tuple[Range, ...] = ()
    drawn: tuple[Drawn, ...] = ()
