"""What the readers of the three tables share: figures put into the tree, remarks and troubles collected."""

from dataclasses import dataclass, field
from typing import Any, Protocol

from lint.model.errors import Unreadable
from lint.model.form import DECIMAL_CELLS, TABLES
from lint.model.place import Place
from lint.model.pointer import Pointer
from lint.model.report import Remark, Trouble
from lint.readers.numbers import read_figure
from lint.readers.outline import Cell
from lint.readers.rows import align


@dataclass(slots=True)
class Found:
    """What has been read of the document so far beside its text: figures by pointer, places, remarks, troubles."""

    figures: dict[Pointer, Any] = field(default_factory=dict)
    places: dict[Pointer, Place] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)

    def row(self, at: Pointer, columns: tuple[str | None, ...], cells: tuple[Cell, ...], label: Cell) -> None:
        """Put the figures of one row in; a column None is one that the form does not have."""
        if label.place is not None:
            self.places.setdefault(at, label.place)
        try:
            fitting = align(cells, len(columns))
        except Unreadable as error:
            self.troubles.append(Trouble(error.rule, at, error.words, error.place or label.place))
            return
        if self._stands_already(at, columns, fitting, label):
            return
        for column, cell in zip(columns, fitting, strict=True):
            if column is not None:
                self._cell(f"{at}/{column}", cell)

    def remark(self, kind: str, at: Pointer, cell: Cell) -> None:
        """Keep something that the tree cannot hold."""
        self.remarks.append(Remark(kind, at, cell.text, cell.place))

    def _cell(self, at: Pointer, cell: Cell) -> None:
        signed = at.endswith("/change")
        figure = read_figure(cell.text, decimal=at in DECIMAL_CELLS, signed=signed)
        self.figures[at] = figure.value
        if cell.place is not None:
            self.places[at] = cell.place
        if figure.remark:
            self.remark(figure.remark, at, cell)

    def _stands_already(
        self, at: Pointer, columns: tuple[str | None, ...], cells: tuple[Cell, ...], label: Cell
    ) -> bool:
        """A row that stands twice: once more the same is nothing, with other figures nobody knows which is right."""
        old = [self.figures[f"{at}/{column}"] for column in columns if column and f"{at}/{column}" in self.figures]
        if not old:
            return False
        new = [read_figure(cell.text, decimal=True, signed=True).value for cell in cells]
        if old != new:
            self.remark("doubled-row", at, label)
        return True


class TableReader(Protocol):
    """Reads one table of the form, line by line."""

    def take(self, cells: tuple[Cell, ...], found: Found, *, at_home: bool) -> bool:
        """Whether the line is a part of this table; ``at_home`` says that it stands in the table's own section."""
        ...

    def finish(self, found: Found, edition: str) -> None:
        """Read what had to wait for the end of the table."""
        ...


def first_filled(cells: tuple[Cell, ...]) -> int | None:
    """The index of the first cell with text."""
    return next((number for number, cell in enumerate(cells) if cell.text), None)


def nest(figures: dict[Pointer, Any], section: str) -> dict[str, Any] | None:
    """The table of a section as a tree; None where nothing was read."""
    prefix = f"{TABLES[section]}/"
    table: dict[str, Any] = {}
    for pointer, value in figures.items():
        if pointer.startswith(prefix):
            *above, name = pointer[len(prefix) :].split("/")
            at = table
            for step in above:
                at = at.setdefault(step, {})
            at[name] = value
    return table or None
