"""A table that goes on over the end of a page: one grid again, the row at which it was broken put together."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lint.model.place import Place
from lint.readers.numbers import is_figure
from lint.readers.outline import Cell, Grid
from lint.readers.pdf_grid import Ruled
from lint.readers.pdf_objects import Box

_NEAR = 4.0
_HEADING = 6  # cells of a row of column headings that may be broken: fewer are a label and its figure
_WORD = 3
_WIDE = str.maketrans("()", "（）")
_NUMBERED = re.compile(r"[(（]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．]")


class Held(NamedTuple):
    """A cell with its text, its page, and its row in the table, from 0."""

    text: str
    page: int
    row: int
    box: Box


class Table(NamedTuple):
    """A table, or the part of it that has been put together: the positions of its columns, its cells, its end.

    ``foot`` is where its last row ends on the last page, ``rows`` the number of its rows.
    """

    across: list[float]
    cells: list[Held]
    rows: int
    foot: float


def table_of(grid: Ruled, texts: Iterable[str], page: int) -> Table:
    """The table that a grid is."""
    cells = [Held(text, page, cell.row, cell.box) for cell, text in zip(grid.cells, texts, strict=True)]
    return Table(grid.across, cells, len(grid.along) - 1, grid.along[-1])


def goes_on(first: Table, second: Table) -> bool:
    """Whether a table at the head of a page may be the rest of the last one of the page before it: as wide."""
    return all(abs(first.across[side] - second.across[side]) <= _NEAR for side in (0, -1))


def joined(first: Table, second: Table) -> Table:
    """A table and its rest on the next page."""
    head = [cell for cell in second.cells if cell.row == 0]
    rest = [cell for cell in second.cells if cell.row > 0]
    cells, head = _mended(first, head)
    shift = first.rows if head else first.rows - 1
    moved = [cell._replace(row=cell.row + shift) for cell in (*head, *rest)]
    return Table(sorted((*first.across, *second.across)), cells + moved, shift + second.rows, second.foot)


def grid_of(table: Table, number: int) -> Grid:
    """The grid of the table of that number, its columns numbered over all pages."""
    columns: list[float] = []
    for position in sorted(table.across):
        if not columns or position - columns[-1] > _NEAR:
            columns.append(position)
    rows: dict[int, list[Cell]] = {}
    for held in table.cells:
        column, end = _nearest(columns, held.box[0]), _nearest(columns, held.box[2])
        place = Place(page=held.page, table=number, row=held.row + 1, column=column + 1, box=rounded(held.box))
        rows.setdefault(held.row, []).append(Cell(held.text, place, max(end - column, 1)))
    return Grid(tuple(tuple(row) for row in rows.values()))


def rounded(box: Box) -> tuple[int, int, int, int]:
    """A box in whole points."""
    left, top, right, bottom = box
    return round(left), round(top), round(right), round(bottom)


def _nearest(columns: list[float], position: float) -> int:
    return min(range(len(columns)), key=lambda number: abs(columns[number] - position))


def _mended(first: Table, head: list[Held]) -> tuple[list[Held], list[Held]]:
    """The cells of a table with the ends of its broken texts, and what remains of the row below."""
    cells, head = list(first.cells), list(head)
    above = dict(_above(first, head))
    texts = {number: (cells[at].text, head[number].text) for number, at in above.items()}
    broken = _broken(texts, head)
    if not broken:
        return cells, head
    whole = len(above) == len(head) and all(
        number in broken or not (upper and lower) for number, (upper, lower) in texts.items()
    )
    for number in above if whole else broken:
        cells[above[number]] = cells[above[number]]._replace(text="".join(texts[number]))
        head[number] = head[number]._replace(text="")
    return cells, [] if whole else head


def _broken(texts: dict[int, tuple[str, str]], head: list[Held]) -> set[int]:
    """Which cells of a row hold the end of the text above them."""
    words = [number for number, cell in enumerate(head) if cell.text and not is_figure(cell.text)]
    both = len(words) < sum(1 for cell in head if cell.text) and any(
        upper and is_figure(upper) for upper, _ in texts.values()
    )
    heading = len(head) >= _HEADING and not both and all(not cell.text or not is_figure(cell.text) for cell in head)
    return {
        number
        for number, (upper, lower) in texts.items()
        if number in words
        and upper
        and not is_figure(upper)
        and (_is_open(upper, lower) or _is_numbered_alone(upper, lower) or (heading and _is_short(upper, lower)))
        and not (both and number == words[-1] and not _is_open(upper, lower))
    }


def _above(first: Table, head: list[Held]) -> Iterator[tuple[int, int]]:
    """For each cell of a row the cell above it at the foot of the page before, where it is as wide."""
    page = first.cells[-1].page
    foot = [
        (at, cell)
        for at, cell in enumerate(first.cells)
        if cell.page == page and abs(cell.box[3] - first.foot) <= _NEAR
    ]
    for number, below in enumerate(head):
        for at, cell in foot:
            if abs(cell.box[0] - below.box[0]) <= _NEAR and abs(cell.box[2] - below.box[2]) <= _NEAR:
                yield number, at
                break


def _is_open(upper: str, lower: str) -> bool:
    """Whether a bracket is closed in the next text only."""
    upper, lower = upper.translate(_WIDE), lower.translate(_WIDE)
    return upper.count("（") > upper.count("）") and "）" in lower


def _is_numbered_alone(upper: str, lower: str) -> bool:
    return _NUMBERED.match(upper) is not None and _NUMBERED.match(lower) is None


def _is_short(upper: str, lower: str) -> bool:
    """Whether two texts are as short as a word broken in two: 结果维, 持."""
    return len(upper) <= _WORD and len(lower) < _WORD
