"""What every document is first brought into: paragraphs and grids of cells, each with its place."""

from typing import NamedTuple, TypeAlias

from lint.model.place import Place


class Cell(NamedTuple):
    """One cell or one paragraph: its text without surrounding space, and where it stands."""

    text: str
    place: Place | None = None


class Grid(NamedTuple):
    """Rows of cells as the document has them; rows may differ in length."""

    rows: tuple[tuple[Cell, ...], ...]


Block: TypeAlias = Cell | Grid


class Outline(NamedTuple):
    """A document as paragraphs and grids in reading order."""

    blocks: tuple[Block, ...]
