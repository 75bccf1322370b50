"""Values of a JSON or YAML file replaced where they stand: every other byte stays as it is."""

import codecs
import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from lint.model.errors import OutputError
from lint.model.place import Place
from lint.model.text import Text
from lint.readers.decode import decode

_LINE_END = re.compile(r"\r\n?|\n")
_MARK = "\ufeff"
_NO_PLACE = Text("不知道该值在文件中的位置，不能改写", "where that value stands in the file is unknown: it stays")
_SEVERAL_LINES = Text(
    "第{line}行的值写成了多行，不能只改这一个值，请手工改写",
    "the value on line {line} goes over several lines, which cannot be changed by itself; change it by hand",
)
_NOT_EXACT = Text(
    "文件的编码（{encoding}）不能原样写回，不能改写，请另存为 UTF-8",
    "the encoding ({encoding}) of the file cannot be written back byte for byte; save it as UTF-8",
)


class Replacement(NamedTuple):
    """A figure, and the place of the value that it replaces."""

    place: Place | None
    value: int | Decimal


class Edited(NamedTuple):
    """A file as bytes, and its text before and after, without byte order mark."""

    data: bytes
    before: str
    after: str


def edited(data: bytes, encoding: str | None, replacements: Iterable[Replacement]) -> Edited:
    """The file with figures for values, in the same encoding, with its byte order mark and line ends.

    Raises OutputError where a value cannot be replaced by itself, Unreadable (LT002) where the bytes are no text.
    """
    text, name = decode(data, encoding)
    codec = _ordered(data) if name == "utf-16" else name
    mark = _MARK.encode(codec, "ignore")
    mark = mark if mark and data.startswith(mark) else b""
    if mark + text.encode(codec, "replace") != data:
        raise OutputError(Text(_NOT_EXACT.zh.format(encoding=name), _NOT_EXACT.en.format(encoding=name)))
    after = _replaced(text, replacements)
    return Edited(mark + after.encode(codec), text, after)


def _ordered(data: bytes) -> str:
    """UTF-16 in the order of its bytes, so that writing adds no mark of its own."""
    return "utf-16-be" if data.startswith(codecs.BOM_UTF16_BE) else "utf-16-le"


def _replaced(text: str, replacements: Iterable[Replacement]) -> str:
    starts = [0, *(found.end() for found in _LINE_END.finditer(text))]
    spans = sorted(((*_span(one.place, starts), one.value) for one in replacements), key=lambda span: span[0])
    pieces, done = [], 0
    for start, end, value in spans:
        # An empty value of YAML may stand right behind its colon.
        behind_colon = start == end and text[start - 1 : start] == ":"
        pieces += [text[done:start], " " if behind_colon else "", _literal(value)]
        done = end
    return "".join([*pieces, text[done:]])


def _literal(value: int | Decimal) -> str:
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _span(place: Place | None, starts: list[int]) -> tuple[int, int]:
    if place is None or place.line is None or place.column is None or place.end_column is None:
        raise OutputError(_NO_PLACE)
    if place.line != place.end_line:
        line = str(place.line)
        raise OutputError(Text(_SEVERAL_LINES.zh.format(line=line), _SEVERAL_LINES.en.format(line=line)), place=place)
    start = starts[place.line - 1] - 1
    return start + place.column, start + place.end_column
