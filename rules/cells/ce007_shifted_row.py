"""All figures of a row of table three stand one column off."""

from collections.abc import Iterator
from operator import itemgetter
from typing import Any

from lint.authoring import CELL_INDEX, COLUMNS, ROWS, TABLES, Finding, Node, Undecided

_TABLE = TABLES["applications"]
_WIDTH = len(COLUMNS)
# Where each row begins among the figures of a report; the second form has one row （六）.
_STARTS = tuple(
    {row: CELL_INDEX[f"{_TABLE}/{row}/{COLUMNS[0]}"] for row in ROWS[edition]} for edition in ("2021", "2019")
)
_ALL = tuple(itemgetter(*(at + n for at in starts.values() for n in range(_WIDTH))) for starts in _STARTS)
_TOTALS = tuple(itemgetter(*(at + _WIDTH - 1 for at in starts.values())) for starts in _STARTS)
_ENOUGH = 2


def check(here: Node) -> Iterator[Finding]:
    """Whether moving a broken row by one column would repair columns and break none."""
    figures = here.case.figures
    form = here.case.single_other
    try:
        if sum(_ALL[form](figures)) == 2 * sum(_TOTALS[form](figures)):
            return
    except TypeError:  # a blank, missing or unreadable figure: to be looked at with care
        pass
    rows = {row: tuple(figures[at : at + _WIDTH]) for row, at in _STARTS[form].items()}
    broken = [row for row, cells in rows.items() if _broken_row(cells)]
    if broken:
        yield from _shifted({row: _plain(cells) for row, cells in rows.items()}, broken)


def _broken_row(cells: tuple[Any, ...]) -> bool:
    try:
        total = cells[-1] or 0
        return bool(sum(cell or 0 for cell in cells) != 2 * total)
    except TypeError:
        return False


def _plain(cells: tuple[Any, ...]) -> tuple[int, ...]:
    """The figures of a row, blanks as 0. Raises Undecided where one is missing or unreadable."""
    if not all(cell is None or isinstance(cell, int) for cell in cells):
        raise Undecided("a figure of table three is missing or unreadable")
    return tuple(cell or 0 for cell in cells)


def _shifted(rows: dict[str, tuple[int, ...]], broken: list[str]) -> Iterator[Finding]:
    before = _broken_columns(rows)
    for row in broken:
        repairs = [moved for moved in _moved(rows[row]) if _repairs(before, _broken_columns({**rows, row: moved}))]
        if len(repairs) == 1:
            values = {"actual": _words(rows[row]), "expected": _words(repairs[0])}
            yield Finding(f"{_TABLE}/{row}", values, tuple(f"{_TABLE}/{row}/{column}" for column in COLUMNS))


def _moved(cells: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    """The row moved by one column; the figure that was pushed out follows from the others."""
    if cells[0] == 0:
        yield (*cells[1:], sum(cells[1:]))
    first = cells[-2] - sum(cells[:-2])
    if cells[-1] == 0 and first >= 0:
        yield (first, *cells[:-1])


def _broken_columns(rows: dict[str, tuple[int, ...]]) -> set[tuple[str, int]]:
    """The relations of columns that do not hold: the balance, and the total of results."""
    results = [cells for row, cells in rows.items() if row.startswith("results/") and row != "results/total"]
    done, out = rows["results/total"], rows["carried_out"]
    sums = [sum(column) for column in zip(*results, strict=True)]
    balance = {("AR001", n) for n in range(_WIDTH) if rows["new"][n] + rows["carried_in"][n] != done[n] + out[n]}
    return balance | {("AR002", n) for n in range(_WIDTH) if sums[n] != done[n]}


def _repairs(before: set[tuple[str, int]], after: set[tuple[str, int]]) -> bool:
    return after < before and len({column for _, column in before - after}) >= _ENOUGH


def _words(cells: tuple[int, ...]) -> str:
    return " ".join(map(str, cells))
