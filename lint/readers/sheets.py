"""The sheets of a workbook as every reader of spreadsheets gives them."""

from typing import NamedTuple

from lint.readers.sheet_references import Range


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


class Sheet(NamedTuple):
    """A sheet: its rows from the top, wholly blank ones left out, and its merged cells."""

    name: str
    rows: tuple[SheetRow, ...]
    merges: tuple[Range, ...] = ()
