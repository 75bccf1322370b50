"""The grid of a table in HTML: what rowspan and colspan make of its cells, within the bounds of browsers."""

from typing import cast

from lxml import etree
from lxml.etree import _Element as Element

from lint.model.errors import Unreadable
from lint.model.place import Place
from lint.model.text import Text
from lint.readers.html_clean import BREAK
from lint.readers.limits import COLUMN_SPAN, GRID_CELLS, ROW_SPAN
from lint.readers.outline import PICTURE, Cell, Grid
from lint.readers.pieces import join_lines, squeezed

_CELLS = ("td", "th")
_UNKNOWN_LINE = 65_535  # libxml2 counts the lines of HTML so far only
# What has text of its own, read elsewhere; and what a table is made of.
_OWN = frozenset({*_CELLS, "caption"})
_STRUCTURE = frozenset({*_OWN, "tbody", "thead", "tfoot", "tr", "col", "colgroup"})


def is_frame(table: Element) -> bool:
    """Whether a table only frames other things: tables inside it, or one column of text."""
    if next(table.iterdescendants("table"), None) is not None:
        return True
    return all(sum(1 for _ in row.iterchildren(*_CELLS)) <= 1 for row in table.iterdescendants("tr"))


def grid_of(table: Element, number: int) -> Grid:
    """The grid of a table that is no frame.

    Raises Unreadable (LT001) where its merged cells cover more than any table has.
    """
    rows = []
    covered: dict[int, int] = {}  # column from 1: how many rows below are still covered
    used = 0
    for at, row in enumerate(table.iterdescendants("tr"), start=1):
        covered = {column: left - 1 for column, left in covered.items() if left > 1} if covered else covered
        cells, column = [], 1
        for element in row.iterchildren(_CELLS):
            while column in covered:
                column += 1
            across, down = element.get("colspan"), element.get("rowspan")
            span = 1 if across is None else _span(across, COLUMN_SPAN)
            cells.append(Cell(cell_text(element), Place(line_of(element), column, None, None, number, at), span))
            if down is not None and (height := _span(down, ROW_SPAN)) > 1:
                covered.update(dict.fromkeys(range(column, column + span), height))
            column += span
            used += span
        if used + len(covered) > GRID_CELLS:
            zh, en = f"合并单元格超出 {GRID_CELLS} 格", f"merged cells cover more than {GRID_CELLS}"
            raise Unreadable("LT001", Text(zh, en), Place(table=number, row=at))
        rows.append(tuple(cells))
    return Grid(tuple(rows))


def cell_text(element: Element) -> str:
    """The text of a cell, its lines joined."""
    text, inner = element.text, element[0] if len(element) else None
    if inner is not None and next(element.iterdescendants("img"), None) is not None:
        return _joined(element) or PICTURE
    if inner is not None:
        if len(element) > 1 or len(inner) or not (_is_space(text) and _is_space(inner.tail)):
            return _joined(element)
        text = inner.text
    if not text:
        return ""
    if text.isascii() and text.isdecimal():
        return text
    return _joined(element) if BREAK in text else squeezed(text)


def _is_space(text: str | None) -> bool:
    return not text or text.isspace()


def _joined(element: Element) -> str:
    pieces = [squeezed(piece) for text in element.itertext() for piece in str(text).split(BREAK)]
    return join_lines(filter(None, pieces))


def loose_text(table: Element) -> list[str]:
    """What stands in a table and in none of its cells, as where a page forgot them."""
    if all(map(_is_plain, table.iter("table", "tbody", "thead", "tfoot", "tr"))):
        return []
    texts: list[str | None] = []
    walk = etree.iterwalk(table, events=("start", "end"))
    for event, element in walk:
        if event == "start" and element.tag in _OWN:
            walk.skip_subtree()
        texts.append(element.text if event == "start" and element.tag not in _OWN else None)
        texts.append(element.tail if event == "end" and element is not table else None)
    return [text for text in texts if not _is_space(text) and text is not None]


def _is_plain(part: Element) -> bool:
    """Whether a part of a table holds nothing but parts of tables and space."""
    return _is_space(part.text) and all(child.tag in _STRUCTURE and _is_space(child.tail) for child in part)


def _span(written: str, most: int) -> int:
    """A span as browsers take it: 1 where it is no number, cut off where it is too great."""
    digits = written.strip()
    if not (digits.isascii() and digits.isdecimal()):
        return 1
    return min(max(int(digits[:9]), 1), most)


def line_of(element: Element) -> int | None:
    """The line of the source where an element begins; None where the parser does not know it."""
    line = cast("int | None", element.sourceline)
    return line if line is not None and 0 < line < _UNKNOWN_LINE else None
