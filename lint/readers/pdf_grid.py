"""Ruled edges of a page put together to grids: boundaries of rows and columns, and cells, merged ones included."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from lint.readers.limits import GRID_CELLS
from lint.readers.pdf_objects import Drawn, Edge
from lint.readers.pdf_page import refused

_DOUBLED = 2.0  # two lines this near are one
_WIDEST = 5.0  # and all lines that are one, together
_GAP = 3.0  # what is missing where lines meet
_SLIVER = 4.0  # no row or column is as narrow
_COVERED = 0.7  # of the side of a cell


class RuledCell(NamedTuple):
    """A cell: its first row and column, from 0, the columns it covers, and its box."""

    row: int
    column: int
    span: int
    box: tuple[float, float, float, float]


class Ruled(NamedTuple):
    """A grid: the positions of its boundaries, its cells row by row, and the number of the cell of each position."""

    across: list[float]
    along: list[float]
    cells: list[RuledCell]
    owners: list[list[int]]

    def cell_at(self, x: float, y: float) -> int | None:
        """The number of the cell that holds a point, None outside."""
        column, row = bisect_right(self.across, x) - 1, bisect_right(self.along, y) - 1
        inside = 0 <= column < len(self.across) - 1 and 0 <= row < len(self.along) - 1
        return self.owners[row][column] if inside else None


def grids_of(drawn: Drawn, number: int) -> list[Ruled]:
    """The grids of page ``number``, from top to bottom; a frame around text is none.

    Raises Unreadable (LT001) where the lines would make more cells than any table has.
    """
    horizontal, vertical = merged(drawn.horizontal), merged(drawn.vertical)
    if len(horizontal) * len(vertical) > GRID_CELLS:
        raise refused(number, "表格过大", "the table is too large")
    grids = [_ruled(*lines) for lines in _tables(horizontal, vertical)]
    found = [grid for grid in grids if len({cell.column for cell in grid.cells}) > 1]
    return sorted(found, key=lambda grid: (grid.along[0], grid.across[0]))


def merged(edges: Iterable[Edge]) -> list[Edge]:
    """Edges on one line as one, over small gaps; doubled lines are one line; what is too short is left out."""
    found: list[Edge] = []
    for group in _near(sorted(edges)):
        position = sum(edge.position for edge in group) / len(group)
        pieces: list[Edge] = []
        for edge in sorted(group, key=lambda edge: edge.start):
            if pieces and edge.start - pieces[-1].end <= _GAP:
                pieces[-1] = Edge(position, pieces[-1].start, max(pieces[-1].end, edge.end))
            else:
                pieces.append(Edge(position, edge.start, edge.end))
        found += pieces
    return [edge for edge in found if edge.end - edge.start > _SLIVER]


def _near(edges: Sequence[Edge]) -> Iterator[list[Edge]]:
    group: list[Edge] = []
    for edge in edges:
        apart = group and edge.position - group[-1].position > _DOUBLED
        if apart or (group and edge.position - group[0].position > _WIDEST):
            yield group
            group = []
        group.append(edge)
    if group:
        yield group


class _Sets:
    """Numbers put together to sets, each known by one of its numbers."""

    def __init__(self, count: int) -> None:
        self.above = list(range(count))

    def find(self, number: int) -> int:
        while self.above[number] != number:
            self.above[number] = self.above[self.above[number]]
            number = self.above[number]
        return number

    def join(self, first: int, second: int) -> None:
        low, high = sorted((self.find(first), self.find(second)))
        self.above[high] = low


def _tables(horizontal: list[Edge], vertical: list[Edge]) -> Iterator[tuple[list[Edge], list[Edge]]]:
    """The edges that touch each other, table by table."""
    sets = _Sets(len(horizontal) + len(vertical))
    positions = [edge.position for edge in horizontal]
    for number, edge in enumerate(vertical, start=len(horizontal)):
        first = bisect_left(positions, edge.start - _GAP)
        for other in range(first, bisect_right(positions, edge.end + _GAP)):
            if horizontal[other].start - _GAP <= edge.position <= horizontal[other].end + _GAP:
                sets.join(other, number)
    roots = [sets.find(number) for number in range(len(sets.above))]
    for _, group in groupby(sorted(range(len(roots)), key=roots.__getitem__), key=roots.__getitem__):
        numbers = list(group)
        lying = [horizontal[number] for number in numbers if number < len(horizontal)]
        standing = [vertical[number - len(horizontal)] for number in numbers if number >= len(horizontal)]
        if lying and standing:
            yield lying, standing


def _ruled(horizontal: list[Edge], vertical: list[Edge]) -> Ruled:
    across, along = _boundaries(vertical, horizontal), _boundaries(horizontal, vertical)
    standing, lying = _walls(vertical, across, along), _walls(horizontal, along, across)
    columns, rows = len(across) - 1, len(along) - 1
    sets = _Sets(max(columns * rows, 0))
    for row in range(rows):
        for column in range(columns):
            here = row * columns + column
            if column + 1 < columns and (column + 1, row) not in standing:
                sets.join(here, here + 1)
            if row + 1 < rows and (row + 1, column) not in lying:
                sets.join(here, here + columns)
    return _numbered(sets, across, along)


def _boundaries(edges: list[Edge], crossing: list[Edge]) -> list[float]:
    """The positions of edges, and how far the edges that cross them reach: a table may be open at its sides."""
    found: list[float] = []
    for position in sorted(edge.position for edge in edges):
        if not found or position - found[-1] > _SLIVER:
            found.append(position)
    first, last = min(edge.start for edge in crossing), max(edge.end for edge in crossing)
    before = [first] if first < found[0] - 2 * _SLIVER else []
    after = [last] if last > found[-1] + 2 * _SLIVER else []
    return [*before, *found, *after]


def _walls(edges: list[Edge], positions: list[float], steps: list[float]) -> set[tuple[int, int]]:
    """Which sides of cells are drawn: the number of the boundary, and of the step along it."""
    covered: dict[tuple[int, int], float] = {}
    for edge in edges:
        at = bisect_right(positions, edge.position + 0.01) - 1
        for step in range(max(bisect_right(steps, edge.start) - 1, 0), len(steps) - 1):
            if steps[step] >= edge.end:
                break
            overlap = min(edge.end, steps[step + 1]) - max(edge.start, steps[step])
            covered[at, step] = covered.get((at, step), 0.0) + max(overlap, 0.0)
    return {key for key, length in covered.items() if length >= _COVERED * (steps[key[1] + 1] - steps[key[1]])}


def _numbered(sets: _Sets, across: list[float], along: list[float]) -> Ruled:
    """The cells that the sets of positions make."""
    columns = len(across) - 1
    extents: dict[int, list[int]] = {}
    for number in range(len(sets.above)):
        row, column = divmod(number, columns)
        extent = extents.setdefault(sets.find(number), [row, column, row, column])
        extent[1], extent[2], extent[3] = min(extent[1], column), row, max(extent[3], column)
    numbers = {root: number for number, root in enumerate(extents)}
    cells = [
        RuledCell(top, left, right - left + 1, (across[left], along[top], across[right + 1], along[bottom + 1]))
        for top, left, bottom, right in extents.values()
    ]
    owners = [
        [numbers[sets.find(row * columns + column)] for column in range(columns)] for row in range(len(along) - 1)
    ]
    return Ruled(across, along, cells, owners)
