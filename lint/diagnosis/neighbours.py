"""Slips of several cells at once: neighbours swapped, a row shifted by a column, a number split in two, rows mixed up.

Each is one cause: a ``Slip`` says what the cells should hold. One of them may be unknown: it was pushed out of the row.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeAlias

from lint.diagnosis.relation import Figure, Figures

Neighbourhood: TypeAlias = Mapping[int, tuple[int, int]]  # where a cell stands: row and column; tables lie apart


class Slip(NamedTuple):
    """What cells should hold, where that is not what they do hold, and the cell that may hold anything, if any."""

    pattern: str
    expected: tuple[tuple[int, Figure], ...]
    unknown: int | None


LEAST_SHIFTED = 3  # cells: two that agree by chance are no shift


def rows_of(neighbourhood: Neighbourhood) -> dict[int, tuple[int, ...]]:
    """The cells of every row, from left to right."""
    rows: dict[int, list[int]] = {}
    for cell in sorted(neighbourhood, key=neighbourhood.__getitem__):
        rows.setdefault(neighbourhood[cell][0], []).append(cell)
    return {row: tuple(cells) for row, cells in rows.items()}


def slips(rows: Mapping[int, Sequence[int]], row: int, values: Figures) -> Iterator[Slip]:
    """Every slip that could have happened in a row, or between it and the next one."""
    cells = rows[row]
    yield from _swaps(tuple(pairwise(cells)), values, "neighbours-swapped")
    below = _below(rows, row)
    yield from _swaps(below, values, None)
    if len(below) > 1:
        yield _slip("neighbouring-row", [pair for one, other in below for pair in ((one, other), (other, one))], values)
    yield from _shifts(cells, values)
    yield from _splits(cells, values)


def _below(rows: Mapping[int, Sequence[int]], row: int) -> tuple[tuple[int, int], ...]:
    cells, others = rows[row], rows.get(row + 1, ())
    return tuple(zip(cells, others, strict=True)) if len(cells) == len(others) else ()


def _swaps(pairs: Sequence[tuple[int, int]], values: Figures, pattern: str | None) -> Iterator[Slip]:
    for one, other in pairs:
        stray = not values[one] or not values[other]
        name = pattern or ("neighbouring-row" if stray else "neighbours-swapped")
        yield _slip(name, [(one, other), (other, one)], values)


def _shifts(cells: Sequence[int], values: Figures) -> Iterator[Slip]:
    # To the end of the row, or up to the total, which may have kept its place.
    parts = (cells[start:end] for end in (len(cells), len(cells) - 1) for start in range(end - 1))
    for part in parts:
        # Moved to the right: what a cell should hold stands right of it, and the last was pushed out.
        yield _slip("row-shifted", list(pairwise(part)), values, part[-1])
        # Moved to the left, from the start of the row or from a cell that was left out.
        yield _slip("row-shifted", [(cell, source) for source, cell in pairwise(part)], values, part[0])


def _splits(cells: Sequence[int], values: Figures) -> Iterator[Slip]:
    for place, (cell, following) in enumerate(pairwise(cells)):
        head, tail = values[cell], values[following]
        if not isinstance(head, int) or not isinstance(tail, int) or head <= 0 or tail < 0:
            continue
        whole = (cell, int(f"{head}{tail}"))
        yield Slip("split-number", (whole,), following)
        rest = cells[place + 1 :]
        moved = _slip("split-number", list(pairwise(rest)), values, rest[-1])
        yield moved._replace(expected=(whole, *moved.expected))


def _slip(pattern: str, moves: Sequence[tuple[int, int]], values: Figures, unknown: int | None = None) -> Slip:
    """Each first cell should hold what stands in the second."""
    moved = ((cell, values[source] or 0) for cell, source in moves)
    return Slip(pattern, tuple((cell, value) for cell, value in moved if value != (values[cell] or 0)), unknown)


def explains(slip: Slip, expected: Mapping[int, Figure]) -> bool:
    """Whether a slip is exactly these changes."""
    if slip.pattern == "row-shifted" and len(expected) < LEAST_SHIFTED:
        return False
    told = dict(slip.expected)
    known = {cell: value for cell, value in expected.items() if cell != slip.unknown}
    return bool(told) and told == known
