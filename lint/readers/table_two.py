"""Table two: stacked blocks, each with a caption, column headings and one or two rows."""

from typing import NamedTuple

from lint.model.form import BLOCKS, EDITIONS, TABLES, block_columns
from lint.model.report import Trouble
from lint.readers.header_two import CORNER, HeaderTwo
from lint.readers.labels import Indexes, Match
from lint.readers.numbers import is_count, is_figure
from lint.readers.outline import Cell
from lint.readers.rows import LOST, lost_words
from lint.readers.table_parts import Found, first_filled
from lint.readers.title import inside

_AT = TABLES["proactive"]
_CAPTION = "第二十条"


class _Waiting(NamedTuple):
    """A row whose column headings were lost; its columns are known when the edition is."""

    key: str
    label: Cell
    cells: tuple[Cell, ...]


class TableTwo:
    """Reads table two. Labels decide the row, headings the columns; where those are lost, their number does."""

    def __init__(self, labels: Indexes) -> None:
        self.labels = labels
        self.header = HeaderTwo(labels)
        self.caption: str | None = None
        self.waiting: list[_Waiting] = []
        self.alone: tuple[str, Cell] | None = None
        self.given: set[str] = set()

    def take(self, cells: tuple[Cell, ...], found: Found) -> bool:
        """Whether the line is a caption, a heading or a row of this table."""
        if len(cells) == 1:
            cells = self._apart(cells[0])
        first = first_filled(cells)
        if first is None:
            return len(cells) > 1
        if self.alone is not None and self._after_alone(cells, found):
            return True
        cells = self._behind_caption(cells[first:], found)
        return not cells or self._take_row(cells, found)

    def _take_row(self, cells: tuple[Cell, ...], found: Found) -> bool:
        """Whether a line that begins with words is a heading or a row."""
        label = cells[0]
        figures = any(cell.text and is_figure(cell.text) for cell in cells)
        row = self.labels.blocks.find(label.text) or (self._row_near(label.text) if figures else None)
        if row is None:
            return not figures and self.header.take(cells)
        self.header.settle(found)
        if len(cells) == 1:
            self.alone = (row.key, label) if any(self.header.columns) else None
            return self.alone is not None
        if not row.official:
            found.remark("label", f"{_AT}/{row.key}", label)
        self.given.add(row.key)
        self._row(row.key, label, cells[1:], found)
        return True

    def _behind_caption(self, cells: tuple[Cell, ...], found: Found) -> tuple[Cell, ...]:
        """The row behind a caption, which may have a column of its own; nothing behind one that stands alone."""
        caption = self.labels.captions.find(cells[0].text) or self._caption_near(cells, found)
        if caption is None:
            return cells
        self.caption = caption.key
        first = first_filled(cells[1:])
        if first is None:
            self.header.forget()
            return ()
        return cells[1 + first :]

    def finish(self, found: Found, edition: str) -> None:
        """Read the rows without headings: by the columns of an edition that has as many."""
        self._after_alone((), found)
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

    def _apart(self, line: Cell) -> tuple[Cell, ...]:
        """A line without separators that reads in one way only: 信息内容 and one heading, a label and one figure."""
        name = line.text.removeprefix(CORNER)
        if name != line.text and self.labels.block_columns.find_dated(name):
            return inside(line, 0, len(CORNER)), inside(line, len(CORNER))
        label, gap, figure = line.text.rpartition(" ")
        one = len(self.header.names) == 1 if self.header.open else len(self.header.columns) == 1
        if gap and one and is_count(figure) and self.labels.blocks.find(label):
            return inside(line, 0, len(label)), inside(line, len(label))
        return (line,)

    def _caption_near(self, cells: tuple[Cell, ...], found: Found) -> Match | None:
        """A caption with one character wrong, alone in its row."""
        if any(cell.text for cell in cells[1:]) or not cells[0].text.startswith(_CAPTION):
            return None
        caption = self.labels.captions.near(cells[0].text)
        if caption is not None:
            found.remark("label", _AT, cells[0])
        return caption

    def _row_near(self, text: str) -> Match | None:
        """A row with one character of its label wrong, in a block where that row has not come yet."""
        row = self.labels.blocks.near(text, least=2 if self.caption else 4)
        rows = self.labels.caption_rows[self.caption] if self.caption else (row.key,) if row else ()
        return row if row is not None and row.key in rows and row.key not in self.given else None

    def _after_alone(self, cells: tuple[Cell, ...], found: Found) -> bool:
        """A label alone on its line: its figures stand in the next row, or one a line, or it was left blank."""
        if self.alone is None:
            return False
        (key, label), self.alone = self.alone, None
        if not any(is_count(cell.text) for cell in cells) or not all(is_figure(cell.text) for cell in cells):
            self._row(key, label, (), found)
            return False
        if len(cells) == 1:
            found.troubles.append(
                Trouble(LOST, f"{_AT}/{key}", lost_words(f"{label.text} {cells[0].text}"), label.place)
            )
            return False
        self._row(key, label, cells, found)
        return True

    def _row(self, key: str, label: Cell, cells: tuple[Cell, ...], found: Found) -> None:
        known = block_columns(key)
        columns = tuple(column if column in known else None for column in self.header.columns)
        if self.caption and key not in self.labels.caption_rows[self.caption]:
            found.remark("caption-lost", f"{_AT}/{key}", label)
        if any(columns):
            found.row(f"{_AT}/{key}", columns, cells, label, tuple(self.header.names))
        else:
            self.waiting.append(_Waiting(key, label, cells))
