"""What lies over the cells of an Excel sheet: text boxes are read, pictures are said to be there."""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element

from lint.readers.package import Package
from lint.readers.sheet_references import LAST_COLUMN, LAST_ROW, Position
from lint.readers.sheets import Drawn
from lint.readers.xlsx_parts import relations_of, root_of
from lint.readers.xlsx_texts import clean

_X = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_ANCHORS = (f"{_X}twoCellAnchor", f"{_X}oneCellAnchor", f"{_X}absoluteAnchor")
_NUMBER = re.compile(r"\s*([0-9]{1,7})\s*")


def drawn_of(package: Package, part: str) -> tuple[Drawn, ...]:
    """The text boxes and pictures of a sheet, from the top, each at the cell where it begins.

    Raises Unreadable (LT001) where a drawing is damaged or lies outside the package.
    """
    relations = relations_of(package, part).values()
    parts = dict.fromkeys(one.target for one in relations if one.kind == "drawing" and not one.external)
    return tuple(sorted((one for name in parts for one in _drawn(root_of(package, name))), key=_where))


def _where(drawn: Drawn) -> Position:
    return drawn.position


def _drawn(root: Element) -> Iterator[Drawn]:
    etree.strip_elements(root, _FALLBACK, with_tail=False)  # the same once more, for old programs
    for anchor in root.iter(*_ANCHORS):
        position = Position(_begins(anchor, "row", LAST_ROW), _begins(anchor, "col", LAST_COLUMN))
        for found in anchor.iter(f"{_A}p", f"{_X}pic"):
            if found.tag == f"{_X}pic":
                yield Drawn(position, None)
            elif text := clean("".join(piece.text or "" for piece in found.iter(f"{_A}t"))):
                yield Drawn(position, text)


def _begins(anchor: Element, side: str, last: int) -> int:
    """The row or the column at which a drawing begins; the first where it hangs on no cell."""
    written = _NUMBER.fullmatch(anchor.findtext(f"{_X}from/{_X}{side}") or "")
    return min(int(written[1]) + 1, last) if written else 1
