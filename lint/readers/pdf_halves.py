"""Sheets on which two pages stand side by side: each half is read as a page of its own."""

from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from lint.model.place import Place
from lint.readers.headings import is_title
from lint.readers.outline import Block, Cell, Grid
from lint.readers.pdf_objects import Box, Drawn, Edge
from lint.readers.pdf_page import Page
from lint.readers.pdf_text import lines_of

_BROAD = 1.2  # times as wide as high
_GUTTER = 0.015  # of the width, to both sides of the middle
_LEAST = 50  # characters on each half
_TITLE_LINES = 3


class Half(NamedTuple):
    """Where a page that is read really stands: the page of the file, and how far to the right it begins."""

    page: int
    left: float


def halved(pages: Sequence[Page]) -> tuple[list[Page], list[Half]]:
    """The pages in the order in which they are read, numbered anew, and where each of them really stands."""
    if not any(_is_pair(page) and min(_sides(page)) >= _LEAST for page in pages):
        return list(pages), [Half(page.number, 0.0) for page in pages]
    columns: tuple[list[tuple[Page, Half]], list[tuple[Page, Half]]] = ([], [])
    turns: list[tuple[Page, Half]] = []
    for page in pages:
        middle = page.width / 2
        pair = [(_half(page, left, middle), Half(page.number, left)) for left in (0.0, middle)]
        made = pair if _is_pair(page) else [(page, Half(page.number, 0.0))]
        turns += made
        columns[0].append(made[0])
        columns[1].extend(made[1:])
    first = [column[0][0] for column in columns if column]
    ordered = [*columns[0], *columns[1]] if all(map(_begins, first)) else turns
    return [page._replace(number=at) for at, (page, _) in enumerate(ordered, start=1)], [half for _, half in ordered]


def restored(blocks: Iterable[Block], halves: Sequence[Half]) -> list[Block]:
    """Blocks of such pages at their real places."""
    if all(half == Half(number, 0.0) for number, half in enumerate(halves, start=1)):
        return list(blocks)
    return [_restored(block, halves) for block in blocks]


def _restored(block: Block, halves: Sequence[Half]) -> Block:
    if isinstance(block, Grid):
        return Grid(tuple(tuple(_cell(cell, halves) for cell in row) for row in block.rows))
    return _cell(block, halves) if isinstance(block, Cell) else block._replace(place=_place(block.place, halves))


def _cell(cell: Cell, halves: Sequence[Half]) -> Cell:
    return cell._replace(place=_place(cell.place, halves))


def _place(place: Place | None, halves: Sequence[Half]) -> Place | None:
    if place is None or place.page is None:
        return place
    half = halves[place.page - 1]
    box = place.box
    if box is not None:
        box = (box[0] + round(half.left), box[1], box[2] + round(half.left), box[3])
    return place._replace(page=half.page, box=box)


def _is_pair(page: Page) -> bool:
    """Whether nothing stands or is drawn over the middle of a broad page."""
    if page.width < _BROAD * page.height:
        return False
    start, end = (0.5 - _GUTTER) * page.width, (0.5 + _GUTTER) * page.width
    return not (
        any(one.right > start and one.left < end for one in page.characters if not one.text.isspace())
        or any(edge.start < start and edge.end > end for edge in page.drawn.horizontal)
    )


def _sides(page: Page) -> tuple[int, int]:
    left = sum(1 for one in page.characters if one.left < page.width / 2)
    return left, len(page.characters) - left


def _half(page: Page, left: float, width: float) -> Page:
    """What stands on one half, measured from where it begins."""
    right = left + width
    inside = [one for one in page.characters if left <= (one.left + one.right) / 2 < right]
    characters = [one._replace(left=one.left - left, right=one.right - left) for one in inside]
    return page._replace(width=width, characters=characters, drawn=_drawn(page.drawn, left, right))


def _drawn(drawn: Drawn, left: float, right: float) -> Drawn:
    across = [edge for edge in drawn.horizontal if left <= (edge.start + edge.end) / 2 < right]
    upright = [edge for edge in drawn.vertical if left <= edge.position < right]
    pictures: list[Box] = [
        (box[0] - left, box[1], box[2] - left, box[3])
        for box in drawn.pictures
        if left <= (box[0] + box[2]) / 2 < right
    ]
    return drawn._replace(
        horizontal=[Edge(edge.position, edge.start - left, edge.end - left) for edge in across],
        vertical=[edge._replace(position=edge.position - left) for edge in upright],
        pictures=pictures,
    )


def _begins(page: Page) -> bool:
    """Whether a page begins with the title of a report, on one line or a few."""
    lines = [line.text for line in lines_of(page.characters)[:_TITLE_LINES]]
    return any(map(is_title, accumulate(lines)))
