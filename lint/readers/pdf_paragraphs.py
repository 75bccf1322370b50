"""Lines of the pages of a PDF put together to paragraphs, without page numbers and running heads."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from lint.model.place import Place
from lint.readers.outline import Cell
from lint.readers.pdf_text import Line, is_wide

_PAGE_NUMBER = re.compile(
    r"[-—–－―·•\s]*\d{1,3}[-—–－―·•\s]*"
    r"|第?\s?\d{1,3}\s?页?\s?(?:[/／]|[,，]?\s?共)\s?\d{1,3}\s?页?"
    r"|第\s?\d{1,3}\s?页"
    r"|Page \d{1,3}(?: of \d{1,3})?"
)
_EDGE = 0.13  # of the height of a page: where page numbers and running heads stand
_HEADING = re.compile(
    r"[(（]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})(?:[)）]|[、.．](?!\d))|第[一二三四五六七八九十]{1,3}[章节部]"
)
_SENTENCE_END = tuple("。；：！？;:!?”」")
_DIGITS = re.compile(r"\d+")
_LONG = 12  # characters; shorter lines say nothing about the measure
_NARROWEST = 0.4  # of the width of the page
_INDENT = 1.2  # of the width of a character, as all of these
_RAGGED = 2.0  # lines that are not justified end so much before the measure
_OTHER_SIZE = 0.15
_WIDE_GAP, _WIDEST_GAP = 1.4, 2.5  # of the distance from line to line
_NEAR = 3.0


class Placed(NamedTuple):
    """A line and the number of its page."""

    line: Line
    page: int


class Measure(NamedTuple):
    """Where lines begin and end, and the distance from one to the next."""

    left: float
    right: float
    pitch: float


def without_furniture(pages: Sequence[tuple[float, Sequence[Line]]]) -> list[list[Line]]:
    """The lines of each page without page numbers, and without what stands at the same place of half the pages.

    A page is its height and its lines from top to bottom.
    """
    marginal = [[line for line in lines if _is_marginal(line, height)] for height, lines in pages]
    seen = Counter(key for lines in marginal for key in {_key(line) for line in lines})
    enough = max(2, len(pages) // 2)
    dropped = [
        {line for line in lines if seen[_key(line)] >= enough or _PAGE_NUMBER.fullmatch(line.text)}
        for lines in marginal
    ]
    return [[line for line in lines if line not in out] for (_, lines), out in zip(pages, dropped, strict=True)]


def _is_marginal(line: Line, height: float) -> bool:
    return line.bottom < _EDGE * height or line.top > (1 - _EDGE) * height


def _key(line: Line) -> tuple[str, int]:
    return _DIGITS.sub("#", line.text), round(line.top / _NEAR)


def measure_of(lines: Sequence[Line], width: float) -> Measure:
    """The measure of the text that lines belong to, on pages of this width; lines that are all short have none."""
    long = [line for line in lines if len(line.text) >= _LONG]
    if not long:
        return Measure(0.0, math.inf, 0.0)
    lefts, rights = sorted(line.left for line in long), sorted(line.right for line in long)
    steady = [left for left, after in pairwise(lefts) if after - left < _NEAR]
    left, right = steady[0] if steady else lefts[0], rights[len(rights) * 9 // 10]
    steps = [below.top - above.top for above, below in pairwise(lines) if 0 < below.top - above.top < 4 * above.size]
    return Measure(left, right if right - left > _NARROWEST * width else math.inf, median(steps) if steps else 0.0)


def paragraphs_of(lines: Iterable[Placed], measures: Sequence[Measure], first: int) -> list[Cell]:
    """The paragraphs of lines that follow each other; ``first`` is the number of the first.

    ``measures`` holds one for each page.
    """
    groups: list[list[Placed]] = []
    for placed in lines:
        if groups and not _begins(groups[-1][-1], placed, measures):
            groups[-1].append(placed)
        else:
            groups.append([placed])
    return [_paragraph(group, number) for number, group in enumerate(groups, start=first)]


def _begins(before: Placed, placed: Placed, measures: Sequence[Measure]) -> bool:
    """Whether a line begins a paragraph."""
    above, line = before.line, placed.line
    own, other = measures[placed.page - 1], measures[before.page - 1]
    if abs(line.size - above.size) > _OTHER_SIZE * max(line.size, above.size):
        return True
    if line.left - own.left > _INDENT * line.size and line.left - above.left > -_INDENT * line.size:
        return True
    if above.right + line.first + _RAGGED * line.size < other.right:
        return True
    step = (line.top - above.top) / own.pitch if before.page == placed.page and own.pitch else 0.0
    ended = above.text.endswith(_SENTENCE_END)
    return step > _WIDEST_GAP or (ended and (step > _WIDE_GAP or _HEADING.match(line.text) is not None))


def _paragraph(group: Sequence[Placed], number: int) -> Cell:
    text = ""
    for placed in group:
        text = _continued(text, placed.line.text) if text else placed.line.text
    page = group[0].page
    lines = [placed.line for placed in group if placed.page == page]
    box = (
        round(min(line.left for line in lines)),
        round(lines[0].top),
        round(max(line.right for line in lines)),
        round(lines[-1].bottom),
    )
    return Cell(text, Place(page=page, paragraph=number, box=box))


def _continued(text: str, line: str) -> str:
    """A line after the text before it: words of letters are apart, a number may be broken, Chinese is joined."""
    apart = text[-1].isalpha() and line[0].isalpha() and not is_wide(text[-1]) and not is_wide(line[0])
    return f"{text} {line}" if apart else text + line
