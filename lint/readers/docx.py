"""Word documents (.docx): the main part as paragraphs and grids, read straight from its XML."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml.etree import _Element as Element

from lint.model.errors import Unreadable
from lint.model.place import Place
from lint.model.report import Remark
from lint.model.text import Text
from lint.readers.docx_notes import bring_notes
from lint.readers.docx_numbers import Numbering, led, numbering_of
from lint.readers.docx_parts import DRAWN, MARKS, Parts, W, foreign, main_part
from lint.readers.docx_styles import styles_of
from lint.readers.docx_table import CELL, PARAGRAPH, ROW, TABLE, TEXT, TableWalk, is_frame
from lint.readers.docx_view import final_view
from lint.readers.limits import CELLS, PARAGRAPHS
from lint.readers.outline import PICTURE, Block, Cell, Grid, Outline, Picture
from lint.readers.package import open_package
from lint.readers.pieces import trim

if TYPE_CHECKING:
    from lint.readers.docx_anchors import Anchors  # only where a document is written again

_BODY = f"{W}body"
_INK = (TEXT, *MARKS)


def outline_of(data: bytes, anchors: "Anchors | None" = None) -> Outline:
    """The outline of a document: its final view, as if all tracked changes were accepted and nothing hidden shown.

    Places: the n-th paragraph with text outside tables; in tables table, row and column of the grid, all from 1.
    ``anchors`` learns which element was read at which place.
    Raises Unreadable (LT001) where the file is no document, is damaged, or has more than any report.
    """
    package = open_package(data)
    parts = Parts(package)
    root = main_part(parts)
    if anchors is not None:
        anchors.number(root)
    bring_notes(root, parts)
    styles = styles_of(parts)
    remarks = [*foreign(package), *final_view(root, styles, parts.said)]
    blocks = tuple(_Walk(numbering_of(parts, root, styles), remarks, anchors).blocks(root))
    return Outline(blocks, remarks=tuple(remarks))


class _Walk:
    """One way through the document, counting as it goes."""

    def __init__(self, numbering: Numbering | None, remarks: list[Remark], anchors: "Anchors | None") -> None:
        self.numbering = numbering
        self.remarks = remarks
        self.anchors = anchors
        self.paragraphs = self.tables = self.cells = 0

    def blocks(self, parent: Element) -> Iterator[Block]:
        """The paragraphs and tables below an element; XML nests 256 deep at most."""
        for child in parent:
            tag = child.tag
            if tag == PARAGRAPH:
                yield from self._paragraph(child)
            elif tag == TABLE:
                yield from self._table(child)
            elif tag == DRAWN and not len(child):
                yield Picture(Place(paragraph=self.paragraphs or None))
            elif tag in (DRAWN, _BODY):
                yield from self.blocks(child)

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        number = self.numbering.next(paragraph) if self.numbering is not None else ""
        ink = [found.text or "" if found.tag == TEXT else MARKS[found.tag] for found in paragraph.iter(_INK)]
        for line in (led(number, "".join(ink)) if number else "".join(ink)).split("\n"):
            text = trim(line)
            if text:
                self.paragraphs += 1
                place = Place(paragraph=self.paragraphs)
                if self.anchors is not None:
                    self.anchors.keep(place, paragraph)
                yield _tabbed(text, place)
        if self.paragraphs > PARAGRAPHS:
            raise _too_much()

    def _table(self, table: Element) -> Iterator[Block]:
        if is_frame(table):
            for row in table.iterchildren(ROW):
                for cell in row.iterchildren(CELL):
                    yield from self.blocks(cell)
            return
        self.tables += 1
        grid = TableWalk(self.tables, self.numbering, self.remarks, self.anchors).grid(table)
        self.cells += sum(map(len, grid.rows))
        if self.cells > CELLS:
            raise _too_much()
        pictured = [cell for row in grid.rows for cell in row if cell.text]
        if pictured and all(cell.text == PICTURE for cell in pictured):
            yield from (Picture(cell.place) for cell in pictured)
        else:
            yield grid


def _tabbed(text: str, place: Place) -> Block:
    """A paragraph with tabs inside is a row typed without a table."""
    if "\t" not in text:
        return Cell(text, place)
    return Grid((tuple(Cell(trim(piece), place) for piece in text.split("\t")),))


def _too_much() -> Unreadable:
    zh, en = f"上限 {PARAGRAPHS} 段、{CELLS} 格", f"limit {PARAGRAPHS} paragraphs, {CELLS} cells"
    return Unreadable("LT001", Text(f"文件过大（{zh}）", f"the file is too large ({en})"))
