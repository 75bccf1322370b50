"""Which paragraphs of a Word document were read at which place, so that something can be written there."""

from typing import NamedTuple, TypeAlias

from lxml.etree import _Element as Element

from lint.model.place import Place
from lint.readers.docx_parts import DRAWN, W

_PARAGRAPH = f"{W}p"
_Key: TypeAlias = tuple[int | None, int | None, int | None]


class Span(NamedTuple):
    """From one paragraph to another, counted from 0 in the order of their start tags in the main part."""

    first: int
    last: int


class Anchors:
    """Filled by the reader of documents on its way through one."""

    def __init__(self) -> None:
        self.count = 0
        self._numbers: dict[Element, int] = {}
        self._kept: dict[_Key, Element] = {}

    def number(self, root: Element) -> None:
        """Count the paragraphs of the main part, before anything in it is moved."""
        self._numbers = {paragraph: number for number, paragraph in enumerate(root.iter(_PARAGRAPH))}
        self.count = len(self._numbers)

    def keep(self, place: Place, element: Element) -> None:
        """Keep the paragraph or cell that was read at a place."""
        self._kept.setdefault(_key(place), element)

    def find(self, place: Place) -> Span | None:
        """The paragraphs at a place; those around what has none of its own in the main part, as a footnote has none.

        None where nothing was read there.
        """
        element = self._kept.get(_key(place))
        if element is None and place.table is not None:
            element = self._covering(place)
        return self._span(element) if element is not None else None

    def first(self) -> Span | None:
        """The first paragraph with text; None where no text was read."""
        return next(filter(None, map(self._span, self._kept.values())), None)

    def _covering(self, place: Place) -> Element | None:
        """The cell that begins nearest before a place of its row."""
        wanted = place.column or 0
        row = [column or 0 for table, row, column in self._kept if (table, row) == (place.table, place.row)]
        nearest = max((column for column in row if column <= wanted), default=None)
        return self._kept.get((place.table, place.row, nearest))

    def _span(self, element: Element) -> Span | None:
        numbers = self._below(element)
        if numbers:
            return Span(min(numbers), max(numbers))
        around = _around(element)
        while around is not None:
            numbers = self._below(around)
            if numbers:
                return Span(numbers[0], numbers[0])
            around = _around(around)
        return None

    def _below(self, element: Element) -> list[int]:
        return [self._numbers[found] for found in element.iter(_PARAGRAPH) if found in self._numbers]


def _key(place: Place) -> _Key:
    return (place.table, place.row, place.column) if place.table is not None else (None, None, place.paragraph)


def _around(element: Element) -> Element | None:
    """What an element hangs on, or is in."""
    if element.tag == DRAWN:
        before = (one for one in element.itersiblings(preceding=True) if one.tag != DRAWN)
        return next(before, element.getparent())
    return element.getparent()
