"""Merged cells of a sheet, kept as ranges and never unfolded."""

import heapq
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from lint.readers.sheet_references import Range


class Merges:
    """The merged cells that lie across a row, while rows are gone through from the top."""

    def __init__(self, ranges: Iterable[Range]) -> None:
        self._row = 0
        self._waiting = sorted(ranges, reverse=True)
        self._ends: list[tuple[int, int]] = []
        self._lefts: list[int] = []
        self._across: list[Range] = []

    def go_to(self, row: int) -> Range | None:
        """Go down to a row; the first range that overlaps another on the way, None where none does."""
        self._row = row
        while self._waiting and self._waiting[-1].top <= row:
            found = self._waiting.pop()
            self._leave(found.top)
            if not self._enter(found):
                return found
        self._leave(row)
        return None

    def over(self, column: int) -> Range | None:
        """The merged cell that covers a column of this row."""
        number = bisect_right(self._lefts, column) - 1
        return self._across[number] if number >= 0 and self._across[number].right >= column else None

    def from_above(self, last: int) -> bool:
        """Whether a merged cell that begins in a row above lies in this row, up to a column."""
        numbers = range(bisect_right(self._lefts, last))
        return any(self._across[number].top < self._row for number in numbers)

    def _enter(self, found: Range) -> bool:
        number = bisect_right(self._lefts, found.left)
        before = self._across[number - 1] if number else None
        after = self._across[number] if number < len(self._across) else None
        if (before and before.right >= found.left) or (after and after.left <= found.right):
            return False
        self._lefts.insert(number, found.left)
        self._across.insert(number, found)
        heapq.heappush(self._ends, (found.bottom, found.left))
        return True

    def _leave(self, row: int) -> None:
        while self._ends and self._ends[0][0] < row:
            _, left = heapq.heappop(self._ends)
            number = bisect_left(self._lefts, left)
            del self._lefts[number], self._across[number]


def first_overlap(ranges: Iterable[Range]) -> Range | None:
    """The first range that shares a cell with one that begins above or beside it; None where all are apart."""
    every = list(ranges)
    merges = Merges(every)
    return merges.go_to(max((one.top for one in every), default=0))
