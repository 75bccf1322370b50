"""The grid of a table in HTML: what rowspan and colspan make of its cells, within the bounds of browsers."""

from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

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
_SAYS_BESIDE_CELLS = etree.XPath("boolean(descendant::tr/text()[normalize-space()])")
_SHORT = 60  # longer cells do not come again; the labels of the form do, on every page
_known_squeezed = lru_cache(maxsize=2048)(squeezed)
_source_line = attrgetter("sourceline")
_new = tuple.__new__  # half the time of a call of the class; a page has hundreds of cells


def is_frame(table: Element) -> bool:
    """Whether a table only frames other things: tables inside it, or one column of text."""
    if next(table.iterdescendants("table"), None) is not None:
        return True
    return all(sum(1 for _ in row.iterchildren(*_CELLS)) <= 1 for row in table.iterdescendants("tr"))


class Read(NamedTuple):
    """The grid of a table, and what stands in the table and in none of its cells, as where a page forgot them."""

    grid: Grid
    loose: list[str]


def grid_of(table: Element, number: int) -> Read:
    """The grid of a table that is no frame.

    Raises Unreadable (LT001) where its merged cells cover more than any table has.
    """
    rows = []
    covered: dict[int, int] = {}  # column from 1: how many rows below are still covered
    used = 0
    pictured = next(table.iterdescendants("img"), None) is not None
    plain = not _SAYS_BESIDE_CELLS(table)
    for at, row in enumerate(table.iterdescendants("tr"), start=1):
        covered = {column: left - 1 for column, left in covered.items() if left > 1} if covered else covered
        cells, column = [], 1
        for element in row.iterchildren(_CELLS):
            while covered and column in covered:
                column += 1
            across, down = element.get("colspan"), element.get("rowspan")
            line: int | None = _source_line(element)
            span = 1 if across is None else _span(across, COLUMN_SPAN)
            if line is not None and not 0 < line < _UNKNOWN_LINE:
                line = None
            place = _new(Place, (line, column, None, None, number, at, None, None, None, None, None))
            cells.append(_new(Cell, (cell_text(element, pictured=pictured), place, span)))
            if down is not None and (height := _span(down, ROW_SPAN)) > 1:
                covered.update(dict.fromkeys(range(column, column + span), height))
            column += span
            used += span
        _look_at_size(used + len(covered), number, at)
        plain = plain and len(row) == len(cells)
        rows.append(tuple(cells))
    return Read(Grid(tuple(rows)), [] if plain and _is_framed(table) else _loose(table))


def _look_at_size(cells: int, number: int, row: int) -> None:
    if cells > GRID_CELLS:
        zh, en = f"合并单元格超出 {GRID_CELLS} 格", f"merged cells cover more than {GRID_CELLS}"
        raise Unreadable("LT001", Text(zh, en), Place(table=number, row=row))


def cell_text(element: Element, *, pictured: bool = True) -> str:
    """The text of a cell, its lines joined; ``pictured`` says that there may be a picture in it."""
    inside = len(element)
    text = element.text
    if inside:
        if pictured and next(element.iterdescendants("img"), None) is not None:
            return _joined(element) or PICTURE
        inner = element[0]
        after = inner.tail
        if inside > 1 or len(inner) or (text and not text.isspace()) or (after and not after.isspace()):
            return _joined(element)
        text = inner.text
    if not text:
        return ""
    if text.isascii() and text.isdecimal():
        return text
    if BREAK in text:
        return _joined(element)
    return _known_squeezed(text) if len(text) <= _SHORT else squeezed(text)


def _is_space(text: str | None) -> bool:
    return not text or text.isspace()


def _joined(element: Element) -> str:
    pieces = [squeezed(piece) for text in element.itertext() for piece in str(text).split(BREAK)]
    return join_lines(filter(None, pieces))


def _loose(table: Element) -> list[str]:
    texts: list[str | None] = []
    walk = etree.iterwalk(table, events=("start", "end"))
    for event, element in walk:
        if event == "start" and element.tag in _OWN:
            walk.skip_subtree()
        texts.append(element.text if event == "start" and element.tag not in _OWN else None)
        texts.append(element.tail if event == "end" and element is not table else None)
    return [text for text in texts if not _is_space(text) and text is not None]


def _is_framed(table: Element) -> bool:
    """Whether what stands around the rows of a table is nothing but parts of tables and space."""
    return all(map(_is_plain, table.iter("table", "tbody", "thead", "tfoot")))


def _is_plain(part: Element) -> bool:
    return _is_space(part.text) and all(child.tag in _STRUCTURE and _is_space(child.tail) for child in part)


def _span(written: str, most: int) -> int:
    """A span as browsers take it: 1 where it is no number, cut off where it is too great."""
    digits = written.strip()
    if not (digits.isascii() and digits.isdecimal()):
        return 1
    return min(max(int(digits[:9]), 1), most)


def line_of(element: Element) -> int | None:
    """The line of the source where an element begins; None where the parser does not know it."""
    line: int | None = _source_line(element)
    return line if line is not None and 0 < line < _UNKNOWN_LINE else None
