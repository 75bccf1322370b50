"""One figure of a row of table three is split over two cells, and the rest of the row has joined to the right."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, misplaced

_LARGE = 10**9


def check(here: Node) -> Iterator[Finding]:
    """Whether joining two neighbours of a broken row would repair its columns."""
    return misplaced(here.case, _joined)


def _joined(cells: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """The row with two neighbours read as one number; the total that was pushed out is the sum of the six."""
    for n in range(len(cells) - 1):
        if 0 < cells[n] < _LARGE and 0 <= cells[n + 1] < _LARGE:
            six = (*cells[:n], int(f"{cells[n]}{cells[n + 1]}"), *cells[n + 2 :])
            yield (*six, sum(six))
