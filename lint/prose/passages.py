"""Sentences with several figures, cut at every mark: what stands in a bracket stands apart from what is around it."""

from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from lint.model.case import Case
from lint.model.pattern import Pattern
from lint.prose.quantities import Quantity, quantities
from lint.prose.sentences import Sentence, several

_SEVERAL = Pattern(r"\d[^\d]{1,799}\d")
_MARK = Pattern(r"[;:()、]|(?<!\d),|,(?!\d{3}(?!\d))")
_MOST_BRACKETS = 20
_STRENGTH = {"、": 1, ",": 2, ":": 2, ";": 3}


class Count(NamedTuple):
    """A figure with the words of its own segment before it and behind it, up to the next figure."""

    quantity: Quantity
    label: str
    behind: str
    written: str


class Segment(NamedTuple):
    """Words between two marks; ``mark`` is the one before them, "" at the start.

    ``group``: 0 outside of brackets, else the number of the bracket in the sentence.
    """

    text: str
    mark: str
    group: int
    counts: tuple[Count, ...]

    @property
    def strength(self) -> int:
        """How strongly the mark before it parts: a comma more than a pause mark, a semicolon more than a comma."""
        return _STRENGTH.get(self.mark, 0)


class Cut(NamedTuple):
    """A sentence cut at its marks; ``outer`` says for each bracket which segment stands before it, -1 for none."""

    segments: tuple[Segment, ...]
    outer: dict[int, int]

    @property
    def outside(self) -> list[Segment]:
        """What stands outside of brackets."""
        return [segment for segment in self.segments if segment.group == 0]

    def inside(self) -> dict[int, list[Segment]]:
        """What stands in each bracket."""
        found: dict[int, list[Segment]] = {group: [] for group in self.outer}
        for segment in self.segments:
            if segment.group:
                found[segment.group].append(segment)
        return found


def passages_of(case: Case) -> tuple[Sentence, ...]:
    """The sentences of a report with several figures, in document order; made once a report by ``case.once``."""
    return tuple(one for one in case.once(several) if _SEVERAL.search(one.text))


def cut(text: str) -> Cut:
    """A sentence cut at its marks; brackets beyond the bound are passed over."""
    known = deque(quantities(text))
    segments: list[Segment] = []
    outer: dict[int, int] = {}
    opened, start, mark = [0], 0, ""
    for sign, at in _marks(text):
        if at > start:
            segments.append(Segment(text[start:at], mark, opened[-1], tuple(_counts(text, known, start, at))))
        mark, start = sign, at + 1
        if sign == "(" and len(outer) < _MOST_BRACKETS:
            opened.append(len(outer) + 1)
            outer[opened[-1]] = len(segments) - 1
        elif sign == ")" and len(opened) > 1:
            opened.pop()
    return Cut(tuple(segments), outer)


def _marks(text: str) -> Iterator[tuple[str, int]]:
    """The marks of a text with their places; at last its end."""
    yield from ((found[0], found.start()) for found in _MARK.finditer(text))
    yield "", len(text)


def _counts(text: str, known: deque[Quantity], start: int, end: int) -> Iterator[Count]:
    """The counts up to a place, which are taken off those known."""
    while known and known[0].start < end:
        quantity = known.popleft()
        stop = min(known[0].start, end) if known else end
        behind = text[quantity.end : stop].rstrip("。!?")
        yield Count(quantity, text[start : quantity.start], behind, text[quantity.start : quantity.end])
        start = quantity.end
