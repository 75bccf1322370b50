"""The grid of a table in Word, in one walk over its elements."""

from lxml.etree import _Element as Element

from lint.model.errors import Unreadable
from lint.model.place import Place
from lint.model.report import Remark
from lint.model.text import Text
from lint.readers.docx_numbers import Numbering
from lint.readers.docx_parts import MARKS, W
from lint.readers.limits import GRID_CELLS, WORD_SPAN
from lint.readers.outline import Cell, Grid
from lint.readers.pieces import join_lines, trim

TABLE, ROW, CELL, PARAGRAPH, TEXT = (f"{W}{name}" for name in ("tbl", "tr", "tc", "p", "t"))
_SPAN, _MERGED, _BEFORE = (f"{W}{name}" for name in ("gridSpan", "vMerge", "gridBefore"))
_VALUE = f"{W}val"
_SEEN = (ROW, CELL, PARAGRAPH, TEXT, _SPAN, _MERGED, _BEFORE, *MARKS)


def is_frame(table: Element) -> bool:
    """Whether a table only frames other things: tables inside it, or one column of text."""
    if next(table.iterdescendants(TABLE), None) is not None:
        return True
    return all(sum(1 for _ in row.iterchildren(CELL)) <= 1 for row in table.iterchildren(ROW))


class TableWalk:
    """Collects the cells of one table that is no frame."""

    def __init__(self, table: int, numbering: Numbering | None, remarks: list[Remark]) -> None:
        self.table = table
        self.numbering = numbering
        self.remarks = remarks
        self.rows: list[list[Cell]] = []
        self.column = self.used = 0
        self._forget()

    def grid(self, table: Element) -> Grid:
        """The grid; what merged cells cover is left out.

        Raises Unreadable (LT001) where a cell covers more columns than Word can show, or the whole more than any table.
        """
        for element in table.iter(_SEEN):
            tag = element.tag
            if tag == TEXT:
                self.lines[-1] += element.text or ""
            elif tag == PARAGRAPH:
                self.lines.append(self.numbering.next(element) if self.numbering is not None else "")
            elif tag in MARKS:
                self._mark(MARKS[tag])
            else:
                self._structure(tag, element)
        self._end_cell()
        return Grid(tuple(map(tuple, self.rows)))

    def _mark(self, mark: str) -> None:
        if mark == "\n":
            self.lines.append("")
        else:
            self.lines[-1] += mark

    def _structure(self, tag: str, element: Element) -> None:
        if tag == CELL:
            self._end_cell()
            self.open = True
        elif tag == ROW:
            self._end_cell()
            self.rows.append([])
            self.column = 1
        elif tag == _SPAN:
            self.span = _number(element)
        elif tag == _MERGED:
            self.covered = element.get(_VALUE) != "restart"
        else:
            self.column += _number(element, least=0)

    def _end_cell(self) -> None:
        if not self.open:
            return
        text = trim(self.lines[1]) if len(self.lines) == 2 else join_lines(filter(None, self.lines))  # noqa: PLR2004
        place = Place(table=self.table, row=len(self.rows), column=self.column)
        if not self.covered:
            self.rows[-1].append(Cell(text, place, self.span))
        elif text:
            self.remarks.append(Remark("hidden-text", "", text, place))
        self.column += self.span
        self.used += self.span
        if self.used > GRID_CELLS:
            zh, en = f"表格多于 {GRID_CELLS} 格", f"a table has more than {GRID_CELLS} cells"
            raise Unreadable("LT001", Text(zh, en), place)
        self._forget()

    def _forget(self) -> None:
        self.open = self.covered = False
        self.span = 1
        self.lines: list[str] = [""]


def _number(element: Element, least: int = 1) -> int:
    """The number of columns that an element says. Raises Unreadable (LT001) where it is none that Word can show."""
    written = element.get(_VALUE, "")
    if written.isascii() and written.isdecimal() and len(written) <= len("100") and least <= int(written) <= WORD_SPAN:
        return int(written)
    zh, en = f"合并单元格的跨列数“{written[:20]}”无效", f"'{written[:20]}' is no number of columns to merge"
    raise Unreadable("LT001", Text(zh, en))
