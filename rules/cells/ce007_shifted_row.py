"""All figures of a row of table three stand one column off."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, misplaced


def check(here: Node) -> Iterator[Finding]:
    """Whether moving a broken row by one column would repair columns and break none."""
    return misplaced(here.case, _moved)


def _moved(cells: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """The row moved by one column; the figure that was pushed out follows from the others."""
    if cells[0] == 0:
        yield (*cells[1:], sum(cells[1:]))
    first = cells[-2] - sum(cells[:-2])
    if cells[-1] == 0 and first >= 0:
        yield (first, *cells[:-1])
