"""What the cells of an Excel workbook refer to: shared strings and formats."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element as Element

from lint.readers.limits import ZIP_STRINGS_BYTES
from lint.readers.package import Package
from lint.readers.pieces import trim
from lint.readers.sheet_values import is_date_format
from lint.readers.xlsx_parts import S, Workbook, root_of

_T, _RICH = f"{S}t", f"{S}r"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SIDES = ("left", "right", "top", "bottom")


class Style(NamedTuple):
    """What matters of a cell's format: whether it shows a number as a date, and has lines around it."""

    date: bool = False
    ruled: bool = False


class Texts(NamedTuple):
    """What cells refer to by number."""

    strings: tuple[str, ...]
    styles: tuple[Style, ...]
    from_1904: bool


def texts_of(package: Package, workbook: Workbook) -> Texts:
    """The shared strings and the formats of a workbook. Raises Unreadable (LT001) where they are damaged or too large.

    How many strings a part says it has is not asked: they are counted as they come.
    """
    strings: tuple[str, ...] = ()
    if workbook.strings is not None:
        root = root_of(package, workbook.strings, ZIP_STRINGS_BYTES)
        strings = tuple(rich_text(item) for item in root.iterfind(f"{S}si"))
    styles = tuple(_styles(root_of(package, workbook.styles))) if workbook.styles is not None else ()
    return Texts(strings, styles, workbook.from_1904)


def rich_text(item: Element) -> str:
    """The text of a string with its runs joined; how it is pronounced is left out."""
    pieces = []
    for below in item:
        if below.tag == _T:
            pieces.append(below.text or "")
        elif below.tag == _RICH:
            pieces.append(below.findtext(_T) or "")
    return clean("".join(pieces))


def clean(text: str) -> str:
    """A stored text as it is seen: escaped characters as themselves, lines ended by LF, no space around it."""
    if "_x" in text:
        text = _ESCAPED.sub(_unescaped, text)
    return trim(text.replace("\r\n", "\n").replace("\r", "\n"))


def _unescaped(found: re.Match[str]) -> str:
    character = chr(int(found[1], 16))
    return found[0] if "\ud800" <= character <= "\udfff" else character


def _styles(root: Element) -> Iterator[Style]:
    codes = {one.get("numFmtId"): one.get("formatCode", "") for one in root.iterfind(f"{S}numFmts/{S}numFmt")}
    borders = [_has_lines(one) for one in root.iterfind(f"{S}borders/{S}border")]
    ruled = {str(number) for number, lines in enumerate(borders) if lines}
    for one in root.iterfind(f"{S}cellXfs/{S}xf"):
        number = one.get("numFmtId", "0")
        date = is_date_format(int(number) if number.isdecimal() and len(number) < _SHORT else 0, codes.get(number))
        yield Style(date, one.get("borderId", "0") in ruled)


_SHORT = 6


def _has_lines(border: Element) -> bool:
    """Whether lines are drawn at two sides at least: those of a table, not one under a heading."""
    sides = [border.find(f"{S}{side}") for side in _SIDES]
    return sum(1 for side in sides if side is not None and side.get("style", "none") != "none") > 1
