"""Rows of table three whose figures stand in the wrong cells: a repair is believed only if the columns confirm it."""

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

from lint.model.case import Case
from lint.model.finding import Finding
from lint.model.form import CELL_INDEX, COLUMNS, ROWS, TABLES
from lint.model.undecided import MISSING, Undecided

Cells: TypeAlias = tuple[int, ...]

_TABLE = TABLES["applications"]
_WIDTH = len(COLUMNS)
# Where each row begins among the figures of a report; the second form has one row （六）.
_STARTS = tuple(
    {row: CELL_INDEX[f"{_TABLE}/{row}/{COLUMNS[0]}"] for row in ROWS[edition]} for edition in ("2021", "2019")
)
_ENOUGH = 2
_DONE = "results/total"


def misplaced(case: Case, repairs: Callable[[Cells], Iterator[Cells]]) -> Iterator[Finding]:
    """A finding for each broken row that exactly one of the proposed repairs mends.

    A repair mends where it makes at least two broken relations of columns hold, breaks none, and leaves none of this
    row broken. Raises Undecided where a row is broken and a figure of the table is missing or unreadable.
    """
    if case.rows_add_up:
        return
    figures = case.figures
    rows = {row: tuple(figures[at : at + _WIDTH]) for row, at in _STARTS[case.single_other].items()}
    broken = [row for row, cells in rows.items() if _broken_row(cells)]
    if broken:
        yield from _mended({row: _plain(cells) for row, cells in rows.items()}, broken, repairs)


def _mended(
    rows: dict[str, Cells], broken: list[str], repairs: Callable[[Cells], Iterator[Cells]]
) -> Iterator[Finding]:
    before = _broken_columns(rows)
    for row in broken:
        tried = ((repair, _broken_columns({**rows, row: repair})) for repair in repairs(rows[row]))
        good = [repair for repair, after in tried if _repairs(before, after, row)]
        if len(good) == 1:
            values = {"actual": _words(rows[row]), "expected": _words(good[0])}
            yield Finding(f"{_TABLE}/{row}", values, tuple(f"{_TABLE}/{row}/{column}" for column in COLUMNS))


def _broken_row(cells: tuple[Any, ...]) -> bool:
    try:
        total = cells[-1] or 0
        return bool(sum(cell or 0 for cell in cells) != 2 * total)
    except TypeError:
        return False


def _plain(cells: tuple[Any, ...]) -> Cells:
    """The figures of a row, blanks as 0. Raises Undecided where one is missing or unreadable."""
    if not all(cell is None or isinstance(cell, int) for cell in cells):
        raise Undecided(MISSING, TABLES["applications"])
    return tuple(cell or 0 for cell in cells)


def _broken_columns(rows: dict[str, Cells]) -> set[tuple[str, int]]:
    """The relations of columns that do not hold: the balance, and the total of results."""
    results = [cells for row, cells in rows.items() if row.startswith("results/") and row != _DONE]
    done, out = rows[_DONE], rows["carried_out"]
    sums = [sum(column) for column in zip(*results, strict=True)]
    balance = {("AR001", n) for n in range(_WIDTH) if rows["new"][n] + rows["carried_in"][n] != done[n] + out[n]}
    return balance | {("AR002", n) for n in range(_WIDTH) if sums[n] != done[n]}


def _repairs(before: set[tuple[str, int]], after: set[tuple[str, int]], row: str) -> bool:
    """Whether at least two columns are repaired, none is broken, and no relation of this row stays broken."""
    repaired = {column for _, column in before - after}
    asked = {"AR001", "AR002"} if row == _DONE else {"AR002" if row.startswith("results/") else "AR001"}
    return after < before and len(repaired) >= _ENOUGH and not any(rule in asked for rule, _ in after)


def _words(cells: Cells) -> str:
    return " ".join(map(str, cells))
