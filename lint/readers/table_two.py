"""Table two: stacked blocks, each with a caption, column headings and one or two rows."""

from typing import NamedTuple

from lint.model.form import BLOCKS, EDITIONS, TABLES, block_columns
from lint.model.pointer import last
from lint.readers.labels import Indexes, folded
from lint.readers.outline import Cell
from lint.readers.table_parts import Found, first_filled

_AT = TABLES["proactive"]
_CORNER = "信息内容"


class _Waiting(NamedTuple):
    """A row whose column headings were lost; its columns are known when the edition is."""

    key: str
    label: Cell
    cells: tuple[Cell, ...]


class TableTwo:
    """Reads table two. Labels decide the row, headings the columns; where those are lost, their number does."""

    def __init__(self, labels: Indexes) -> None:
        self.labels = labels
        self.columns: tuple[str | None, ...] = ()
        self.caption: str | None = None
        self.waiting: list[_Waiting] = []

    def take(self, cells: tuple[Cell, ...], found: Found, *, at_home: bool) -> bool:
        """Whether the line is a caption, a heading or a row of this table."""
        first = first_filled(cells)
        if first is None:
            return at_home and len(cells) > 1
        text = cells[first].text
        if caption := self.labels.captions.find(text):
            self.caption, self.columns = caption.key, ()
            return True
        if self._heading(cells[first:], found):
            return True
        row = self.labels.blocks.find(text)
        if row is None or first + 1 == len(cells):
            return False
        if not row.official:
            found.remark("label", f"{_AT}/{row.key}", cells[first])
        self._row(row.key, cells[first], cells[first + 1 :], found)
        return True

    def finish(self, found: Found, edition: str) -> None:
        """Read the rows without headings: by the columns of an edition that has as many."""
        for row in self.waiting:
            filled = sum(1 for cell in row.cells if cell.text)
            fitting = [
                BLOCKS[one][row.key]
                for one in sorted(EDITIONS, key=lambda one: one != edition)
                if row.key in BLOCKS[one] and len(BLOCKS[one][row.key]) in (filled, len(row.cells))
            ]
            default = BLOCKS[edition].get(row.key) or block_columns(row.key)
            found.remark("header-lost", f"{_AT}/{row.key}", row.label)
            found.row(f"{_AT}/{row.key}", fitting[0] if fitting else default, row.cells, row.label)

    def _heading(self, cells: tuple[Cell, ...], found: Found) -> bool:
        corner_lost = self.labels.block_columns.find_dated(cells[0].text) is not None
        names = [cell for cell in cells[0 if corner_lost else 1 :] if cell.text]
        matches = [self.labels.block_columns.find_dated(cell.text) for cell in names]
        if folded(cells[0].text) != _CORNER and not any(matches):
            return False
        for cell, match in zip(names, matches, strict=True):
            if match is None:
                found.remark("unknown-column", _AT, cell)
            elif not match.official:
                found.remark("label", _AT, cell)
        self.columns = tuple(last(f"/{match.key}") if match else None for match in matches)
        return True

    def _row(self, key: str, label: Cell, cells: tuple[Cell, ...], found: Found) -> None:
        known = block_columns(key)
        columns = tuple(column if column in known else None for column in self.columns)
        if self.caption and key not in self.labels.caption_rows[self.caption]:
            found.remark("caption-lost", f"{_AT}/{key}", label)
        if any(columns):
            found.row(f"{_AT}/{key}", columns, cells, label)
        else:
            self.waiting.append(_Waiting(key, label, cells))
