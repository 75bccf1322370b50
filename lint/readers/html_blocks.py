"""A cleaned page as paragraphs, grids and pictures in the order of the source."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element as Element

from lint.model.errors import Unreadable
from lint.model.place import Place
from lint.model.text import Text
from lint.readers.html_clean import BREAK
from lint.readers.html_table import cell_text, grid_of, is_frame, line_of
from lint.readers.limits import CELLS, PARAGRAPHS
from lint.readers.outline import Block, Cell, Picture
from lint.readers.pieces import squeezed

_SIDE = re.compile(r"\d{1,4}")
_LEAST_SIDE = 120  # pixels; smaller ones are icons
_OUTSIDE = frozenset({"head", "title"})


class Found(NamedTuple):
    """A block, and the element in which it stands."""

    inside: Element
    block: Block


class Walk:
    """One way through the page, counting as it goes."""

    def __init__(self) -> None:
        self.found: list[Found] = []
        self.tables = 0
        self.cells = 0
        self.paragraphs = 0

    def blocks(self, root: Element) -> list[Found]:
        """All blocks below an element, without recursion: pages nest deep."""
        waiting: list[tuple[Element, Iterator[Element]]] = [(root, iter(root))]
        self._lines(root, root.text)
        while waiting:
            element, children = waiting[-1]
            child = next(children, None)
            if child is None:
                waiting.pop()
                if waiting:
                    self._lines(waiting[-1][0], element.tail)
                continue
            tag = child.tag
            if tag == "table" and not is_frame(child):
                self._table(child)
                self._lines(element, child.tail)
            elif tag not in _OUTSIDE:
                if tag == "img":
                    self._picture(child)
                self._lines(child, child.text)
                waiting.append((child, iter(child)))
        return self.found

    def _lines(self, element: Element, text: str | None) -> None:
        if text is None or text.isspace():
            return
        for piece in text.split(BREAK) if BREAK in text else (text,):
            shown = squeezed(piece)
            if shown:
                self.paragraphs += 1
                line = line_of(element)
                place = Place(line=line) if line is not None else Place(paragraph=self.paragraphs)
                self.found.append(Found(element, Cell(shown, place)))
        if self.paragraphs > PARAGRAPHS:
            limit = f"{PARAGRAPHS}"
            raise Unreadable("LT001", Text(f"网页多于 {limit} 段", f"the page has more than {limit} paragraphs"))

    def _table(self, table: Element) -> None:
        self.tables += 1
        for caption in table.iterchildren("caption"):
            self._lines(table, cell_text(caption))
        read = grid_of(table, self.tables)
        self.cells += sum(map(len, read.grid.rows))
        if self.cells > CELLS:
            raise Unreadable("LT001", Text(f"网页的表格多于 {CELLS} 格", f"the tables have more than {CELLS} cells"))
        self.found.append(Found(table, read.grid))
        for text in read.loose:
            self._lines(table, text)

    def _picture(self, element: Element) -> None:
        """A picture that is large enough, or may be, to show a table."""
        sides = [_SIDE.match(element.get(name, "")) for name in ("width", "height")]
        if all(side is None or int(side[0]) >= _LEAST_SIDE for side in sides):
            self.found.append(Found(element, Picture(Place(line=line_of(element)))))
