"""The pages of a PDF laid out: which characters stand in which cell, and what follows what."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, TypeAlias

from lint.model.place import Place
from lint.readers.outline import Block, Picture
from lint.readers.pdf_grid import Ruled, grids_of
from lint.readers.pdf_join import Table, goes_on, grid_of, joined, rounded, table_of
from lint.readers.pdf_objects import Box
from lint.readers.pdf_page import Character, Page
from lint.readers.pdf_paragraphs import Measure, Placed, measure_of, paragraphs_of, without_furniture
from lint.readers.pdf_text import Line, lines_of, text_of

_LARGE = 0.25  # of the width and the height of a page
_PICTURES = 20  # of a page; more are no scan
_WORDY = 20  # characters on a picture: a background, or a scan with its text


class Laid(NamedTuple):
    """One page: its tables, and the lines outside of them from top to bottom."""

    page: Page
    tables: list[Table]
    lines: list[Line]


_Item: TypeAlias = Placed | Table | Picture


def laid_out(page: Page) -> Laid:
    """A page with its characters in cells and lines. Raises Unreadable (LT001) where a table is too large."""
    grids = grids_of(page.drawn, page.number)
    held: list[list[list[Character]]] = [[[] for _ in grid.cells] for grid in grids]
    outside: list[Character] = []
    inner = sorted(zip(grids, held, strict=True), key=lambda pair: _area(pair[0]))
    for one in page.characters:
        _holder(one, inner, outside).append(one)
    tables = [table_of(grid, map(text_of, cells), page.number) for grid, cells in zip(grids, held, strict=True)]
    return Laid(page, tables, lines_of(outside))


def blocks_of(pages: Sequence[Laid]) -> list[Block]:
    """Paragraphs, grids and large pictures in reading order; a paragraph may go on over the end of a page."""
    kept = without_furniture([(laid.page.height, laid.lines) for laid in pages])
    pages = [laid._replace(lines=lines) for laid, lines in zip(pages, kept, strict=True)]
    return list(_blocks(pages, _measures(pages)))


def _area(grid: Ruled) -> float:
    return (grid.across[-1] - grid.across[0]) * (grid.along[-1] - grid.along[0])


def _holder(
    one: Character, grids: Iterable[tuple[Ruled, list[list[Character]]]], outside: list[Character]
) -> list[Character]:
    """Where a character belongs: the cell in which its middle lies, of the innermost grid."""
    x, y = (one.left + one.right) / 2, (one.top + one.bottom) / 2
    for grid, held in grids:
        number = grid.cell_at(x, y)
        if number is not None:
            return held[number]
    return outside


def _measures(pages: Sequence[Laid]) -> list[Measure]:
    """The measure of each page; pages of one size have one."""
    sizes = [(round(laid.page.width), round(laid.page.height)) for laid in pages]
    lines: dict[tuple[int, int], list[Line]] = {size: [] for size in sizes}
    for size, laid in zip(sizes, pages, strict=True):
        lines[size] += laid.lines
    measures = {size: measure_of(found, size[0]) for size, found in lines.items()}
    return [measures[size] for size in sizes]


def _blocks(pages: Sequence[Laid], measures: Sequence[Measure]) -> Iterator[Block]:
    paragraphs = tables = 0
    for is_text, group in groupby(_joined_items(pages), key=lambda item: isinstance(item, Placed)):
        if is_text:
            cells = paragraphs_of([item for item in group if isinstance(item, Placed)], measures, paragraphs + 1)
            paragraphs += len(cells)
            yield from cells
            continue
        for item in group:
            if isinstance(item, Table):
                tables += 1
                yield grid_of(item, tables)
            elif isinstance(item, Picture):
                yield item


def _joined_items(pages: Sequence[Laid]) -> list[_Item]:
    """What all pages hold in order, with tables that go on over the end of a page put together."""
    found: list[_Item] = []
    for laid in pages:
        items = _items(laid)
        last, first = found[-1] if found else None, items[0] if items else None
        if isinstance(last, Table) and isinstance(first, Table) and goes_on(last, first):
            found[-1] = joined(last, first)
            items = items[1:]
        found += items
    return found


def _items(laid: Laid) -> list[_Item]:
    """What a page holds, from top to bottom."""
    number = laid.page.number
    found: list[tuple[float, float, _Item]] = []
    found += [(line.top, line.left, Placed(line, number)) for line in laid.lines]
    found += [(table.cells[0].box[1], table.across[0], table) for table in laid.tables]
    found += [(box[1], box[0], Picture(Place(page=number, box=rounded(box)))) for box in _large(laid.page)]
    return [item for *_, item in sorted(found, key=lambda one: one[:2])]


def _large(page: Page) -> list[Box]:
    """The pictures that may hold a table or a page of text, and have no text on them."""
    large = [
        box
        for box in page.drawn.pictures
        if box[2] - box[0] >= _LARGE * page.width and box[3] - box[1] >= _LARGE * page.height
    ]
    return [box for box in large[:_PICTURES] if not _is_wordy(box, page.characters)]


def _is_wordy(box: Box, characters: Iterable[Character]) -> bool:
    left, top, right, bottom = box
    on = sum(
        1
        for one in characters
        if left <= (one.left + one.right) / 2 <= right and top <= (one.top + one.bottom) / 2 <= bottom
    )
    return on >= _WORDY
