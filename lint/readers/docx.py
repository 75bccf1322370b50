"""Word documents (.docx): the main part as paragraphs and grids, read straight from its XML."""

from collections.abc import Iterable, Iterator

from lxml.etree import _Element as Element

from lint.model.errors import Unreadable
from lint.model.place import Place
from lint.model.report import Remark
from lint.model.text import Text
from lint.readers.docx_numbers import Numbering, numbering_of
from lint.readers.docx_parts import DRAWN, W, final_view, main_part
from lint.readers.limits import CELLS, GRID_CELLS, PARAGRAPHS, WORD_SPAN
from lint.readers.outline import Block, Cell, Grid, Outline, Picture
from lint.readers.package import open_package
from lint.readers.pieces import join_lines, trim

_BODY, _P, _TBL, _TR, _TC, _T = (f"{W}{name}" for name in ("body", "p", "tbl", "tr", "tc", "t"))
_VAL = f"{W}val"
_MARKS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "",
}
_INK = (_T, *_MARKS)
_GRID_SPAN, _VERTICAL, _BEFORE = f"{W}tcPr/{W}gridSpan", f"{W}tcPr/{W}vMerge", f"{W}trPr/{W}gridBefore"


def outline_of(data: bytes) -> Outline:
    """The outline of a document: its final view, as if all tracked changes were accepted and nothing hidden shown.

    Places: the n-th paragraph with text outside tables; in tables table, row and column of the grid, all from 1.
    Raises Unreadable (LT001) where the file is no document, is damaged, or has more than any report.
    """
    package = open_package(data)
    root = main_part(package)
    remarks = final_view(root, package)
    walk = _Walk(numbering_of(package, root), remarks)
    blocks = tuple(walk.blocks(root))
    return Outline(blocks, remarks=tuple(remarks))


class _Walk:
    """One way through the document, counting as it goes."""

    def __init__(self, numbering: Numbering | None, remarks: list[Remark]) -> None:
        self.numbering = numbering
        self.remarks = remarks
        self.paragraphs = 0
        self.tables = 0
        self.cells = 0

    def blocks(self, parent: Element) -> Iterator[Block]:
        """The paragraphs and tables right below an element."""
        for child in parent:
            if child.tag == _P:
                yield from self._paragraph(child)
            elif child.tag == _TBL:
                yield from self._table(child)
            elif child.tag == DRAWN and not len(child):
                yield Picture(Place(paragraph=self.paragraphs or None))
            elif child.tag in (DRAWN, _BODY):
                yield from self.blocks(child)

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        text = self._text(paragraph)
        for line in text.split("\n"):
            pieces = trim(line)
            if pieces:
                self.paragraphs += 1
                yield _tabbed(pieces, Place(paragraph=self.paragraphs))
        if self.paragraphs > PARAGRAPHS:
            raise _too_much()

    def _text(self, paragraph: Element) -> str:
        number = self.numbering.next(paragraph) if self.numbering is not None else ""
        ink = [found.text or "" if found.tag == _T else _MARKS[found.tag] for found in paragraph.iter(_INK)]
        return number + "".join(ink) if number else "".join(ink)

    def _table(self, table: Element) -> Iterator[Block]:
        if _is_frame(table):
            for cell in table.iter(_TC):
                if not any(above.tag == _TC for above in _above(cell, table)):
                    yield from self.blocks(cell)
            return
        self.tables += 1
        number = self.tables
        used = 0
        grid = []
        for at, row in enumerate(table.iterchildren(_TR), start=1):
            cells, width = self._row(row, number, at)
            grid.append(tuple(cells))
            used += width
            if used > GRID_CELLS:
                raise _too_much()
        yield Grid(tuple(grid))

    def _row(self, row: Element, table: int, number: int) -> tuple[list[Cell], int]:
        """The cells of a row but those that a merged one above covers; and how many columns they take."""
        column = 1 + _span(row.find(_BEFORE), least=0)
        cells = []
        for cell in row.iterchildren(_TC):
            span = _span(cell.find(_GRID_SPAN))
            place = Place(table=table, row=number, column=column)
            covered = cell.find(_VERTICAL)
            text = self._cell(cell)
            if covered is None or covered.get(_VAL) == "restart":
                cells.append(Cell(text, place, span))
            elif text:
                self.remarks.append(Remark("hidden-text", "", text, place))
            column += span
        self.cells += len(cells)
        if self.cells > CELLS:
            raise _too_much()
        return cells, column

    def _cell(self, cell: Element) -> str:
        lines = [self._text(paragraph) for paragraph in cell.iter(_P)]
        return trim(lines[0]) if len(lines) == 1 and "\n" not in lines[0] else join_lines(filter(None, lines))


def _tabbed(text: str, place: Place) -> Block:
    """A paragraph with tabs inside is a row typed without a table."""
    if "\t" not in text:
        return Cell(text, place)
    return Grid((tuple(Cell(trim(piece), place) for piece in text.split("\t")),))


def _is_frame(table: Element) -> bool:
    """Whether a table only frames other things: tables inside it, or one column of text."""
    if table.find(f".//{_TBL}") is not None:
        return True
    return all(sum(1 for _ in row.iterchildren(_TC)) <= 1 for row in table.iterchildren(_TR))


def _above(element: Element, root: Element) -> Iterable[Element]:
    for above in element.iterancestors():
        if above is root:
            return
        yield above


def _span(element: Element | None, least: int = 1) -> int:
    """The number of columns that an element says. Raises Unreadable (LT001) where it is none that Word can show."""
    if element is None:
        return least
    written = element.get(_VAL, "")
    if written.isascii() and written.isdecimal() and len(written) < len("1000") and least <= int(written) <= WORD_SPAN:
        return int(written)
    zh, en = f"合并单元格的跨列数“{written[:20]}”无效", f"'{written[:20]}' is no number of columns to merge"
    raise Unreadable("LT001", Text(zh, en))


def _too_much() -> Unreadable:
    zh, en = f"上限 {PARAGRAPHS} 段、{CELLS} 格", f"limit {PARAGRAPHS} paragraphs, {CELLS} cells"
    return Unreadable("LT001", Text(f"文件过大（{zh}）", f"the file is too large ({en})"))
