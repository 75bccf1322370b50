"""The grid of a table in Word, in one walk over its elements."""

from typing import TYPE_CHECKING

from lxml.etree import _Element as Element

from lint.model.errors import Unreadable
from lint.model.place import Place
from lint.model.report import Remark
from lint.model.text import Text
from lint.readers.docx_numbers import Numbering, led
from lint.readers.docx_parts import DRAWN, MARKS, W
from lint.readers.limits import GRID_CELLS, WORD_SPAN
from lint.readers.outline import PICTURE, Cell, Grid
from lint.readers.pieces import join_lines, trim

if TYPE_CHECKING:
    from lint.readers.docx_anchors import Anchors

TABLE, ROW, CELL, PARAGRAPH, TEXT = (f"{W}{name}" for name in ("tbl", "tr", "tc", "p", "t"))
_SPAN, _MERGED, _ACROSS, _BEFORE = (f"{W}{name}" for name in ("gridSpan", "vMerge", "hMerge", "gridBefore"))
_EXCERPT = 40
_VALUE = f"{W}val"
_SEEN = (ROW, CELL, PARAGRAPH, TEXT, _SPAN, _MERGED, _ACROSS, _BEFORE, DRAWN, *MARKS)


def is_frame(table: Element) -> bool:
    """Whether a table only frames other things: tables inside it, or one column of text."""
    if next(table.iterdescendants(TABLE), None) is not None:
        return True
    return all(sum(1 for _ in row.iterchildren(CELL)) <= 1 for row in table.iterchildren(ROW))


class TableWalk:
    """Collects the cells of one table that is no frame."""

    def __init__(
        self, table: int, numbering: Numbering | None, remarks: list[Remark], anchors: "Anchors | None" = None
    ) -> None:
        self.table = table
        self.numbering = numbering
        self.remarks = remarks
        self.anchors = anchors
        self.rows: list[list[Cell]] = []
        self.column = self.used = 0
        # The columns in which a cell of the row above, or of this one, is merged with the one below it.
        self.above: set[int] = set()
        self.going: set[int] = set()
        self.open: Element | None = None
        self.covered = self.beside = self.pictured = False
        self.span = 1
        self.lines: list[str] = []
        self.pieces: list[str] = []
        self.number = ""

    def grid(self, table: Element) -> Grid:
        """The grid; what merged cells cover is left out.

        Raises Unreadable (LT001) where a cell covers more columns than Word can show, or the whole more than any table.
        """
        for element in table.iter(_SEEN):
            tag = element.tag
            if tag == TEXT:
                self.pieces.append(element.text or "")
            elif tag == PARAGRAPH:
                if self.pieces or self.number:
                    self._end_line()
                if self.numbering is not None:
                    self.number = self.numbering.next(element)
            elif tag in MARKS:
                self._mark(MARKS[tag])
            else:
                self._structure(tag, element)
        self._end_cell()
        return Grid(tuple(tuple(row) for row in self.rows if row))

    def _mark(self, mark: str) -> None:
        if mark == "\n":
            self._end_line()
        else:
            self.pieces.append(mark)

    def _end_line(self) -> None:
        line = "".join(self.pieces)
        self.lines.append(led(self.number, line) if self.number else line)
        self.pieces = []
        self.number = ""

    def _structure(self, tag: str, element: Element) -> None:
        if tag == CELL:
            self._end_cell()
            self.open = element
        elif tag == ROW:
            self._end_cell()
            self.rows.append([])
            self.column = 1
            self.above, self.going = self.going, set()
        elif tag == _BEFORE:
            self.column += _number(element, least=0)
        elif tag == DRAWN:
            self.pictured = self.pictured or not len(element)
        else:
            self._merge(tag, element)

    def _merge(self, tag: str, element: Element) -> None:
        if tag == _SPAN:
            self.span = _number(element)
        elif tag == _MERGED:
            self.going.add(self.column)
            # Without a cell to go on with, as behind the end of a page, it is seen like any other.
            self.covered = element.get(_VALUE) != "restart" and self.column in self.above
        else:
            self.beside = element.get(_VALUE) != "restart"

    def _end_cell(self) -> None:
        if self.open is None:
            return
        text = self._text()
        place = Place(None, self.column, None, None, self.table, len(self.rows))
        if self.anchors is not None:
            self.anchors.keep(place, self.open)
        if self.covered or self.beside:
            self._merged(text, place)
        else:
            self.rows[-1].append(Cell(text, place, self.span))
        self.column += self.span
        self.used += self.span
        if self.used > GRID_CELLS:
            zh, en = f"表格多于 {GRID_CELLS} 格", f"a table has more than {GRID_CELLS} cells"
            raise Unreadable("LT001", Text(zh, en), place)
        self._forget()

    def _text(self) -> str:
        if self.pieces or self.number:
            self._end_line()
        if not self.lines:
            text = ""
        elif len(self.lines) == 1:
            text = trim(self.lines[0])
        else:
            text = join_lines(line for line in self.lines if line)
        return text or (PICTURE if self.pictured else "")

    def _merged(self, text: str, place: Place) -> None:
        """A cell that goes on with the one above it or before it; the first of a row has none before it."""
        row = self.rows[-1]
        if not self.covered and not row:
            row.append(Cell(text, place, self.span))
            return
        if not self.covered:
            row[-1] = row[-1]._replace(span=row[-1].span + self.span)
        if text:
            self.remarks.append(Remark("hidden-text", "", text[:_EXCERPT], place))

    def _forget(self) -> None:
        self.open = None
        self.covered = self.beside = self.pictured = False
        self.span = 1
        self.lines, self.pieces = [], []
        self.number = ""


def _number(element: Element, least: int = 1) -> int:
    """The number of columns that an element says. Raises Unreadable (LT001) where it is none that Word can show."""
    written = element.get(_VALUE, "")
    if written.isascii() and written.isdecimal() and len(written) <= len("100") and least <= int(written) <= WORD_SPAN:
        return int(written)
    zh, en = f"合并单元格的跨列数“{written[:20]}”无效", f"'{written[:20]}' is no number of columns to merge"
    raise Unreadable("LT001", Text(zh, en))
