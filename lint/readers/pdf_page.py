"""What stands on one page of a PDF: characters, ruled edges and pictures, as a reader of the page sees them.

All lengths are points; the origin is the top left corner of the page, turned the way a viewer shows it.
"""

import ctypes
import math
import sys
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from lint.model.errors import Unreadable
from lint.model.place import Place
from lint.model.text import Text
from lint.readers.limits import PAGE_CHARACTERS
from lint.readers.pdf_objects import INKLESS, Box, Drawn, Matrix, drawn_on, placed

_SMALLEST, _LARGEST = 20.0, 14_400.0  # the largest page of the format is 200 inches
_HYPHENS = {0x02: "-", 0xFFFE: "-"}  # what pdfium gives for a hyphen that ends a line
UNKNOWN = "\ufffd"
_SCAN = 0.7
_MOSTLY = 4
_SPACE = 0x20
_BROAD = 24.0  # broader than most characters: worth a second look
_TOO_BROAD = 1.5  # of its size


class Character(NamedTuple):
    """One character and its box; ``order`` is its number in the order in which the page was written."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    order: int


class Page(NamedTuple):
    """One page; ``hidden`` is text that a reader of the page does not see, ``number`` counts from 1."""

    number: int
    width: float
    height: float
    characters: list[Character]
    hidden: str
    drawn: Drawn


def read_page(document: Any, number: int) -> Page:
    """The page of that number of a document.

    Raises Unreadable (LT001) where it is damaged, has no size that a page has, or holds too much.
    """
    handle = pdfium.FPDF_LoadPage(document, number - 1)
    if not handle:
        raise refused(number, "此页已损坏", "this page is damaged")
    try:
        return _read(handle, number)
    finally:
        pdfium.FPDF_ClosePage(handle)


def refused(number: int, zh: str, en: str) -> Unreadable:
    """Why a page cannot be read."""
    return Unreadable("LT001", Text(f"第 {number} 页：{zh}", f"page {number}: {en}"), Place(page=number))


def _read(handle: Any, number: int) -> Page:
    width, height, matrix = _frame(handle, number)
    drawn = drawn_on(handle, matrix, number)
    text = pdfium.FPDFText_LoadPage(handle)
    if not text:
        raise refused(number, "此页已损坏", "this page is damaged")
    try:
        count = pdfium.FPDFText_CountChars(text)
        if count > PAGE_CHARACTERS:
            zh, en = f"字符过多（上限 {PAGE_CHARACTERS}）", f"too many characters (limit {PAGE_CHARACTERS})"
            raise refused(number, zh, en)
        characters = _characters(text, count, matrix)
        unseen = _unseen(text, characters, drawn, (width, height))
    finally:
        pdfium.FPDFText_ClosePage(text)
    seen = [one for one in characters if one.order not in unseen] if unseen else characters
    hidden = "".join(one.text for one in characters if one.order in unseen)
    return Page(number, width, height, seen, hidden, drawn)


def _frame(handle: Any, number: int) -> tuple[float, float, Matrix]:
    """Width and height of the page as seen, and the way from its own coordinates to the seen ones."""
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(handle, box)
    left, bottom, right, top = box.left, box.bottom, box.right, box.top
    sides = (right - left, top - bottom)
    if not all(math.isfinite(side) and _SMALLEST <= side <= _LARGEST for side in sides) or not _has_honest_box(handle):
        raise refused(number, "页面尺寸无效", "the size of the page is not valid")
    turned = pdfium.FPDFPage_GetRotation(handle) % 4
    matrices = (
        (1.0, 0.0, 0.0, -1.0, -left, top),
        (0.0, 1.0, 1.0, 0.0, -bottom, -left),
        (-1.0, 0.0, 0.0, 1.0, right, -bottom),
        (0.0, -1.0, -1.0, 0.0, top, right),
    )
    width, height = sides if turned % 2 == 0 else sides[::-1]
    return width, height, matrices[turned]


def _has_honest_box(handle: Any) -> bool:
    """Whether the box that the page itself states is one: pdfium takes Letter where it is none."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPage_GetMediaBox(handle, left, bottom, right, top):
        return True
    sides = abs(right.value - left.value), abs(top.value - bottom.value)
    return all(math.isfinite(side) and _SMALLEST <= side <= _LARGEST for side in sides)


def _characters(text: Any, count: int, matrix: Matrix) -> list[Character]:
    """All characters that the file itself holds; the spaces and line ends that pdfium adds are none."""
    found: list[Character] = []
    box = pdfium.FS_RECTF()
    get_box = pdfium.FPDFText_GetLooseCharBox
    for index in range(count):
        word = _text_of(text, index)
        if not word:
            continue
        get_box(text, index, box)
        sides = (box.left, box.bottom, box.right, box.top)
        if box.right - box.left > _BROAD:
            sides = _mended(text, index, sides)
        found.append(Character(word, *placed(sides, matrix), index))
    return found


def _mended(text: Any, index: int, sides: Box) -> Box:
    """The box of a character that seems too broad: where text runs down, pdfium forgets the scale of the text."""
    matrix, size = pdfium.FS_MATRIX(), pdfium.FPDFText_GetFontSize(text, index)
    pdfium.FPDFText_GetMatrix(text, index, matrix)
    size *= math.hypot(matrix.a, matrix.b)
    if not 0 < _TOO_BROAD * size < sides[2] - sides[0]:
        return sides
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, top)
    x, y = (left.value + right.value) / 2, (bottom.value + top.value) / 2
    return (x - size / 2, y - size / 2, x + size / 2, y + size / 2)


def _text_of(text: Any, index: int) -> str:
    """The character of a number; U+FFFD where its font does not say which it is, nothing for what pdfium adds."""
    if pdfium.FPDFText_HasUnicodeMapError(text, index) == 1:
        return UNKNOWN
    code = pdfium.FPDFText_GetUnicode(text, index)
    if code > _SPACE:
        return _HYPHENS.get(code) or chr(min(code, sys.maxunicode))
    if code == _SPACE:
        return "" if pdfium.FPDFText_IsGenerated(text, index) else " "
    return _HYPHENS.get(code, "")


def _unseen(text: Any, characters: list[Character], drawn: Drawn, size: tuple[float, float]) -> frozenset[int]:
    """The numbers of characters outside the page or without ink; a scan whose text layer has no ink is text."""
    width, height = size
    outside = {
        one.order
        for one in characters
        if not (-1 < one.left + one.right < 2 * width + 1 and -1 < one.top + one.bottom < 2 * height + 1)
    }
    if not drawn.inkless:
        return frozenset(outside)
    bare = {one.order for one in characters if _is_inkless(text, one.order)}
    inked = len(characters) - len(bare)
    scanned = any(_covers(box, width, height) for box in drawn.pictures)
    if inked == 0 or (scanned and len(bare) >= _MOSTLY * inked):
        bare = set()
    return frozenset(outside | bare)


def _is_inkless(text: Any, index: int) -> bool:
    written = pdfium.FPDFText_GetTextObject(text, index)
    return bool(written) and pdfium.FPDFTextObj_GetTextRenderMode(written) in INKLESS


def _covers(box: Box, width: float, height: float) -> bool:
    return box[2] - box[0] >= _SCAN * width and box[3] - box[1] >= _SCAN * height
