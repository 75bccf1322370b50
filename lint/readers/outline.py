"""What every document is first brought into: paragraphs, grids of cells and pictures, each with its place."""

from typing import NamedTuple, TypeAlias

from lint.model.place import Place
from lint.model.report import Remark

PICTURE = "\ufffc"  # stands in the text where a picture stands in the document


class Cell(NamedTuple):
    """One cell or one paragraph: its text without surrounding space, and where it stands.

    ``span`` is the number of grid columns that a merged cell covers. Where ``place`` has a table and a column, that
    column is the first of them.
    """

    text: str
    place: Place | None = None
    span: int = 1


class Grid(NamedTuple):
    """Rows of cells as the document has them, blank ones included; rows may differ in length.

    A merged cell stands once, in the row and column where it begins; the positions that it covers are left out.
    """

    rows: tuple[tuple[Cell, ...], ...]


class Picture(NamedTuple):
    """A picture between the paragraphs: what it shows cannot be read."""

    place: Place | None = None


Block: TypeAlias = Cell | Grid | Picture


class Outline(NamedTuple):
    """A document as paragraphs, grids and pictures in reading order.

    ``title`` and ``published`` (ISO 8601) are what a page says about itself outside its text; ``remarks`` is what the
    reader noticed and the blocks cannot hold.
    """

    blocks: tuple[Block, ...]
    title: Cell | None = None
    published: str | None = None
    remarks: tuple[Remark, ...] = ()
