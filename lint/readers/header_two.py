"""The column headings of a block of table two, on one line or broken over two."""

from itertools import zip_longest

from lint.model.form import TABLES
from lint.model.pointer import last
from lint.readers.labels import Indexes, Match, folded
from lint.readers.outline import Cell
from lint.readers.table_parts import Found

_AT = TABLES["proactive"]
CORNER = "信息内容"
_MOST_HALVES = 4  # lines over which headings are broken


class HeaderTwo:
    """Headings as they come; ``settle`` says what they mean when the first row follows."""

    def __init__(self, labels: Indexes) -> None:
        self.labels = labels
        self.names: list[Cell] = []
        self.open = False
        self.halves = 0
        self.columns: tuple[str | None, ...] = ()

    def take(self, cells: tuple[Cell, ...]) -> bool:
        """Whether a line is one of column headings, or the second half of one."""
        corner = next((number for number, cell in enumerate(cells) if folded(cell.text) == CORNER), 0)
        cells = cells[corner:]  # before it may stand 条款, over a column of captions
        corner_lost = self._match(cells[0]) is not None
        names = [cell for cell in cells[0 if corner_lost else 1 :] if cell.text]
        if self.open and folded(cells[0].text) != CORNER:
            return self._second(tuple(cell for cell in cells if cell.text))
        if folded(cells[0].text) != CORNER and not any(self._match(cell) for cell in names):
            return False
        self.names, self.open, self.halves = names, True, 0
        return True

    def settle(self, found: Found) -> None:
        """The columns, now that all their headings have been seen."""
        if not self.open:
            return
        self.open = False
        matches = [self._match(cell) or self.labels.block_columns.near(cell.text) for cell in self.names]
        for cell, match in zip(self.names, matches, strict=True):
            if match is None:
                found.remark("unknown-column", _AT, cell)
            elif not match.official:
                found.remark("label", _AT, cell)
        self.columns = tuple(last(f"/{match.key}") if match else None for match in matches)

    def forget(self) -> None:
        """A new block begins."""
        self.names, self.open, self.columns = [], False, ()

    def _match(self, cell: Cell) -> Match | None:
        return self.labels.block_columns.find_dated(cell.text)

    def _known(self, names: list[Cell]) -> int:
        return sum(1 for cell in names if self._match(cell))

    def _second(self, cells: tuple[Cell, ...]) -> bool:
        """Join the second half to the first: cell by cell, or where one heading broke off."""
        self.halves += 1
        if self.halves > _MOST_HALVES:
            return False
        ways = [[*self.names[:-1], *map(_joined, self.names[-1:], cells[:1]), *cells[1:]]]
        if len(cells) == len(self.names):
            ways.append([_joined(*pair) for pair in zip_longest(self.names, cells, fillvalue=Cell(""))])
        best = max(ways, key=self._known)
        if self._known(best) <= self._known(self.names):
            return False
        self.names = best
        return True


def _joined(first: Cell, second: Cell) -> Cell:
    return Cell(first.text + second.text, first.place)
