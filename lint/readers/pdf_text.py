"""Characters of a PDF put together to lines and texts."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from lint.readers.labels import RADICALS
from lint.readers.pdf_page import Character

_WIDE = r"\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffef\u2018-\u201d\u2026\u2014"
_IDEOGRAPH = re.compile(rf"[{_WIDE}\U00020000-\U0003ffff]")
_ODD = re.compile(r"[\u2e80-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f]")
_HALF = re.compile(r"[\ud800-\udfff]")
_OPENING = "（《〈“‘【〔「『([{"
_CLOSING = "，。、；：？！）》〉”’】〕」』…—,.;:?!)]}%％"
_SAME_LINE = 0.5
_WORD_GAP, _WIDE_GAP = 0.35, 1.2  # of the height of the characters
_TWICE = 0.2
_SPACES = 4  # a wider gap is a tab


class Line(NamedTuple):
    """One line: its text and box, the width of a character, and the width of what cannot be parted at its start."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    first: float


def unified(text: str) -> str:
    """Text with radicals and compatibility ideographs as the characters that they look like; all else as it is."""
    if _HALF.search(text):  # of a pair: pdfium gives both where characters of the system have 16 bits
        text = text.encode("utf-16-be", "surrogatepass").decode("utf-16-be", "replace")
    return _ODD.sub(lambda found: unicodedata.normalize("NFKC", found[0]).translate(RADICALS), text)


def is_wide(character: str) -> bool:
    """Whether a character is one of Chinese text, between which no spaces stand."""
    return _IDEOGRAPH.match(character) is not None


def lines_of(characters: Iterable[Character]) -> list[Line]:
    """The lines of text from top to bottom."""
    return [line for row in _rows(characters) if (line := _line(row)).text]


def text_of(characters: Sequence[Character]) -> str:
    """The text of a cell: lines joined without a space only between two Chinese characters."""
    turned = _turned(characters)
    text = ""
    for piece in filter(None, map(_joined, _rows(turned))):
        apart = text and not (is_wide(text[-1]) and is_wide(piece[0]))
        text = f"{text} {piece}" if apart else text + piece
    return unified(text)


def _turned(characters: Sequence[Character]) -> Sequence[Character]:
    """Chinese text that runs down in columns, from right to left, laid down; other text as it is."""
    down = right = wide = 0
    for first, second in pairwise(characters):
        slack = _SAME_LINE * (first.bottom - first.top)
        step = second.top + second.bottom - first.top - first.bottom
        if abs(step) < slack:
            right += 1
        elif step > 0 and abs(second.left + second.right - first.left - first.right) < slack:
            down += 1
        wide += is_wide(second.text)
    if down <= right or 2 * wide < len(characters):
        return characters
    return [one._replace(left=one.top, right=one.bottom, top=-one.right, bottom=-one.left) for one in characters]


def _rows(characters: Iterable[Character]) -> Iterator[list[Character]]:
    """Characters line by line, unsorted within a line."""
    row: list[Character] = []
    middle = 0.0
    for one in sorted(characters, key=lambda one: one.top + one.bottom):
        centre = (one.top + one.bottom) / 2
        if row and centre - middle > _SAME_LINE * max(min(one.bottom - one.top, row[-1].bottom - row[-1].top), 1.0):
            yield row
            row = []
        row.append(one)
        middle += (centre - middle) / len(row)
    if row:
        yield row


def _joined(row: list[Character]) -> str:
    """The text of one line: spaces as written, and where a gap shows that words or figures are apart."""
    row.sort(key=lambda one: one.left)
    pieces: list[str] = []
    last: Character | None = None
    space: Character | None = None
    for one in row:
        if one.text.isspace():
            space = space or one
            continue
        if last is not None:
            if one.text == last.text and _is_over(last, one):
                continue
            pieces.append(" " * (_spaces(last, space, one) if space else _are_apart(last, one)))
        pieces.append(one.text)
        last, space = one, None
    return "".join(pieces)


def _is_over(first: Character, second: Character) -> bool:
    """Whether a character is printed over another, for bold; a ligature is several at one place."""
    near = second.left - first.left < _TWICE * (second.right - second.left)
    return near and abs(second.order - first.order) != 1


def _spaces(first: Character, space: Character, second: Character) -> int:
    """How many spaces stand between two characters: pdfium leaves out all but the first, the gap tells."""
    width = space.right - space.left
    count = round((second.left - first.right) / width) if width > 0 else 1
    return count if 1 <= count <= _SPACES else 1


def _are_apart(first: Character, second: Character) -> bool:
    gap = second.left - first.right
    height = first.bottom - first.top
    if gap <= _WORD_GAP * height:
        return False
    return gap > _WIDE_GAP * height or not (is_wide(first.text) or is_wide(second.text))


def _line(row: list[Character]) -> Line:
    text = unified(_joined(row))
    inked = [one for one in row if not one.text.isspace()]
    if not inked:
        return Line("", 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    widths = [one.right - one.left for one in inked if is_wide(one.text)]
    size = median(widths or [one.bottom - one.top for one in inked])
    top, bottom = min(one.top for one in inked), max(one.bottom for one in inked)
    return Line(text, inked[0].left, top, max(one.right for one in inked), bottom, size, _first(inked))


def _first(row: list[Character]) -> float:
    """The width of what cannot be parted at the start of a line: a word, a figure, or a character with its marks."""
    end = 0
    while end < len(row) - 1 and row[end].text in _OPENING:
        end += 1
    while end < len(row) - 1 and (
        row[end + 1].text in _CLOSING or not (is_wide(row[end].text) or is_wide(row[end + 1].text))
    ):
        end += 1
    return row[end].right - row[0].left
