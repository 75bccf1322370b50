"""Tables of a document as grids: boxes that cover columns and rows, and what stands at each position of the grid."""

from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Box:
    """A cell: its text (a line end begins a new paragraph in it), and how many columns and rows it covers."""

    text: str
    columns: int = 1
    rows: int = 1
    figure: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of boxes as HTML has them: a position that a box above or beside covers is left out."""

    rows: tuple[tuple[Box, ...], ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """One position of the grid: the box that lies there, and how far it is from where the box begins."""

    box: Box
    row: int
    column: int

    @property
    def begins(self) -> bool:
        """Whether the box begins here."""
        return self.row == 0 and self.column == 0


@dataclass(slots=True)
class _Filling:
    """The grid while it is filled: what stands at each position taken so far."""

    taken: dict[tuple[int, int], Slot] = field(default_factory=dict)

    def put(self, box: Box, row: int, column: int) -> int:
        """Lay a box in the first free position from a column on; the column behind it."""
        while (row, column) in self.taken:
            column += 1
        for down in range(box.rows):
            for right in range(box.columns):
                self.taken[row + down, column + right] = Slot(box, down, right)
        return column + box.columns


def unfolded(table: Table) -> list[list[Slot]]:
    """Every position of the grid, row by row; all rows have the same number of positions."""
    filling = _Filling()
    for number, row in enumerate(table.rows):
        column = 0
        for box in row:
            column = filling.put(box, number, column)
    width = 1 + max(column for _, column in filling.taken)
    return [[filling.taken[number, column] for column in range(width)] for number in range(len(table.rows))]


def width_of(table: Table) -> int:
    """The number of columns of the grid."""
    return len(unfolded(table)[0])


def unmerged(table: Table) -> Table:
    """The same table with no cell merged: what a box covers is blank cells."""
    rows = unfolded(table)
    return Table(
        tuple(tuple(replace(slot.box, columns=1, rows=1) if slot.begins else Box("") for slot in row) for row in rows)
    )
