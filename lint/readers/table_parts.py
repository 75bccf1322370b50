"""What the readers of the three tables share: figures put into the tree, remarks and troubles collected."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Protocol

from lint.model.errors import Unreadable
from lint.model.form import DECIMAL_CELLS, TABLES
from lint.model.place import Place
from lint.model.pointer import Pointer
from lint.model.report import Remark, Trouble
from lint.model.text import Text
from lint.readers.numbers import Figure, are_digits, is_count, is_digits, is_figure, read_figure
from lint.readers.outline import Cell
from lint.readers.rows import AMBIGUOUS, align


@dataclass(slots=True)
class Found:
    """What has been read of the document so far beside its text: figures by pointer, places, remarks, troubles."""

    figures: dict[Pointer, Any] = field(default_factory=dict)
    places: dict[Pointer, Place] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    doubled: dict[Pointer, Cell] = field(default_factory=dict)
    contradicted: list[Trouble] = field(default_factory=list)
    tables: set[Pointer] = field(default_factory=set)
    valueless: set[tuple[str | None, str | None]] = field(default_factory=set)  # sheet and cell

    def was_read(self, table: Pointer) -> bool:
        """Whether any figure of a table was read."""
        return table in self.tables

    def row(
        self,
        at: Pointer,
        columns: tuple[str | None, ...],
        cells: tuple[Cell, ...],
        label: Cell,
        headings: tuple[Cell, ...] = (),
    ) -> None:
        """Put the figures of one row in.

        A column None is one that the form does not have: a figure there leaves the row unclear. IGNORED is a column
        that repeats others, such as a subtotal. ``headings`` are the cells that name the columns, where known.
        """
        if label.place is not None:
            self.places.setdefault(at, label.place)
        columns, cells = self._narrowed(at, columns, cells)
        try:
            fitting = align(cells, len(columns), headings)
        except Unreadable as error:
            self.troubles.append(Trouble(error.rule, at, error.words, error.place or label.place))
            return
        if self._stands_already(at, columns, fitting, label):
            return
        self.tables.add(_table_of(at))
        pointers = _pointers(at, columns)
        if self._plain(pointers, fitting):
            return
        for column, pointer, cell in zip(columns, pointers, fitting, strict=True):
            if pointer:
                self._cell(pointer, cell)
            elif column is None and is_count(cell.text) and read_figure(cell.text, decimal=True).value:
                self.troubles.append(Trouble(AMBIGUOUS, at, UNKNOWN_COLUMN, cell.place))
                return

    def _plain(self, pointers: tuple[Pointer, ...], cells: tuple[Cell, ...]) -> bool:
        """Put a row in whose cells hold plain digits and nothing else, as nearly all do; whether it was one."""
        texts = [cell.text for cell in cells]
        places = [cell.place for cell in cells if cell.place is not None]
        if self.valueless or not are_digits(texts) or len(places) < len(texts) or not all(pointers):
            return False
        self.places.update(zip(pointers, places, strict=True))
        self.figures.update(zip(pointers, map(int, texts), strict=True))
        return True

    def _narrowed(
        self, at: Pointer, columns: tuple[str | None, ...], cells: tuple[Cell, ...]
    ) -> tuple[tuple[str | None, ...], tuple[Cell, ...]]:
        """Without what stands behind the last column: a note in words, or an unknown column left out in this row."""
        while len(cells) > len(columns) and cells[-1].text and not is_figure(cells[-1].text):
            self.remark("unknown-column", at, cells[-1])
            cells = cells[:-1]
        while len(cells) < len(columns) and columns[-1] is None:
            columns = columns[:-1]
        return columns, cells

    def remark(self, kind: str, at: Pointer, cell: Cell) -> None:
        """Keep something that the tree cannot hold."""
        self.remarks.append(Remark(kind, at, cell.text, cell.place))

    def _cell(self, at: Pointer, cell: Cell) -> None:
        if cell.place is not None:
            self.places[at] = cell.place
            if self.valueless and (cell.place.sheet, cell.place.cell) in self.valueless:
                self._lacks_value(at, cell.place)
        if is_digits(cell.text):
            self.figures[at] = int(cell.text)
            return
        figure = _figure(at, cell)
        self.figures[at] = figure.value
        if figure.remark:
            self.remark(figure.remark, at, cell)

    def _lacks_value(self, at: Pointer, place: Place) -> None:
        """A formula whose result nobody stored leaves its table unread; said once a table, at the first."""
        self.valueless.discard((place.sheet, place.cell))
        table = _table_of(at)
        if not any(trouble.pointer == table for trouble in self.troubles):
            self.troubles.append(Trouble(AMBIGUOUS, table, VALUELESS, place))

    def _stands_already(
        self, at: Pointer, columns: tuple[str | None, ...], cells: tuple[Cell, ...], label: Cell
    ) -> bool:
        """A row that stands twice: with the same figures it is remarked, with others nobody knows which are right."""
        pointers = _pointers(at, columns)
        if self.figures.keys().isdisjoint(pointers):
            return False
        pairs = [(pointer, cell) for pointer, cell in zip(pointers, cells, strict=True) if pointer]
        new = [_figure(one, cell).value for one, cell in pairs]
        self.doubled.setdefault(at, label)
        if [self.figures.get(one) for one, _ in pairs] != new:
            place = label.place or next((cell.place for cell in cells if cell.text), None)
            self.contradicted.append(Trouble(AMBIGUOUS, at, TWICE, place))
        return True

    def finish(self) -> None:
        """Say what stands twice: a whole table with the same figures once, a row with other figures each time."""
        self.troubles += self.contradicted
        for table in TABLES.values() if self.doubled else ():
            rows = {at.rpartition("/")[0] for at in self.figures if at.startswith(f"{table}/")}
            twice = [label for at, label in self.doubled.items() if at in rows]
            if len(twice) > 1 and 2 * len(twice) >= len(rows):
                self.remark("doubled-row", table, twice[0])
        for trouble in self.contradicted:
            self.remark("doubled-row", trouble.pointer, self.doubled[trouble.pointer])


@lru_cache(maxsize=1024)
def _pointers(at: Pointer, columns: tuple[str | None, ...]) -> tuple[Pointer, ...]:
    """The pointer of each column; empty where a column has none."""
    return tuple(f"{at}/{column}" if column else "" for column in columns)


@lru_cache(maxsize=1024)
def _table_of(at: Pointer) -> Pointer:
    return "/".join(at.split("/", 4)[:4])


def _figure(at: Pointer, cell: Cell) -> Figure:
    return read_figure(cell.text, decimal=at in DECIMAL_CELLS, signed=at.endswith("/change"))


IGNORED = ""
UNKNOWN_COLUMN = Text(
    "有数字的一栏不是格式规定的栏目，不知归哪一栏", "a figure stands under a column that the form does not have"
)
VALUELESS = Text(
    "表中有公式没有保存计算结果；请用表格软件打开并保存一次",
    "the table holds formulas without stored results: open and save the file once",
)
TWICE = Text(
    "这一行出现两次，数字不同，不知哪一行为准", "this row stands twice with other figures: nobody knows which is right"
)


class TableReader(Protocol):
    """Reads one table of the form, line by line."""

    def take(self, cells: tuple[Cell, ...], found: Found) -> bool:
        """Whether the line is a part of this table."""
        ...

    def finish(self, found: Found, edition: str) -> None:
        """Read what had to wait for the end of the table."""
        ...


def first_filled(cells: tuple[Cell, ...]) -> int | None:
    """The index of the first cell with text."""
    return next((number for number, cell in enumerate(cells) if cell.text), None)


def nested(figures: dict[Pointer, Any]) -> dict[str, dict[str, Any]]:
    """The tables as trees, by section; those in which nothing was read are left out."""
    above: dict[Pointer, dict[str, Any]] = {"": {}}
    for pointer, value in figures.items():
        at, name = _parted(pointer)
        inner = above.get(at)
        if inner is None:
            inner = _grown(above, at)
        inner[name] = value
    return {section: above[at] for section, at in TABLES.items() if at in above}


@lru_cache(maxsize=4096)
def _parted(pointer: Pointer) -> tuple[Pointer, str]:
    at, _, name = pointer.rpartition("/")
    return at, name


def _grown(above: dict[Pointer, dict[str, Any]], at: Pointer) -> dict[str, Any]:
    """A new mapping at a pointer, and all around it that is not yet there."""
    around, name = _parted(at)
    outer = above.get(around)
    if outer is None:
        outer = _grown(above, around)
    inner = above[at] = outer[name] = {}
    return inner
