"""How exact the diagnosis is: ``python -m benchmarks.diagnosis_exactness [REPORTS [CASES]]``.

First every cell of table three, changed alone in so many random reports of small and of large figures: how many are
decided, the right cell with the right value. Then cases of two and three cells changed at random, of both editions: how
many of them have exactly the repairs that trying all sets of cells has, the true one among them unless there is a
smaller one, and a name where there is only one. Exit code 1 where anything differs.
"""

import sys
import time
from collections.abc import Iterator
from typing import NamedTuple

from lint.diagnosis.diagnose import Diagnosis, diagnose
from lint.diagnosis.search import smallest_repairs
from lint.model.form import EDITIONS
from tests.diagnosis.support_diagnosis import TableThree, dice_of, mistaken, sets_found, several, table_three
from tests.diagnosis.support_exhaustive import Exhaustive, exhaustive

REPORTS = 100
CASES = 10_000
SIZES = {"small figures": 9, "large figures": 60_000}
MOST = 3


class Verdict(NamedTuple):
    """One case: whether all was as it has to be, how many smallest repairs there are, whether these change fewer cells
    than were changed, and the time taken.
    """

    exact: bool
    repairs: int
    smaller: bool
    milliseconds: float


def main(reports: int, cases: int) -> int:
    """Print both tables; 1 where a case is not exact."""
    wrong = 0
    for edition in EDITIONS:
        for name, size in SIZES.items():
            right, tried = every_cell(edition, size, reports)
            wrong += tried - right
            print(f"{edition}, one cell, {name}: {right}/{tried} decided and right")
    share = cases // (2 * len(EDITIONS))
    for edition in EDITIONS:
        judge = exhaustive(table_three(edition), MOST)
        for count in (2, 3):
            verdicts = list(judged(judge, count, share))
            wrong += sum(not one.exact for one in verdicts)
            print(f"{edition}, {count} cells: {_summary(verdicts)}")
    return int(wrong > 0)


def every_cell(edition: str, size: int, reports: int) -> tuple[int, int]:
    """Each cell of so many reports changed alone: how many are decided and right, and of how many."""
    table, dice = table_three(edition), dice_of(f"every {edition} {size}")
    good = tried = 0
    for _ in range(reports):
        right = table.report(dice, size)
        for cell, value in enumerate(right):
            wrong = [*right[:cell], mistaken(value, dice), *right[cell + 1 :]]
            good += _named(diagnose(table.relations, wrong, table.places)) == {cell: value}
            tried += 1
    return good, tried


def _named(told: tuple[Diagnosis, ...]) -> dict[int, object]:
    """The cells and values of all diagnoses; empty where one of them is not decided."""
    if not all(one.decided for one in told):
        return {}
    return {change.cell: change.expected for one in told for change in one.repairs[0].cells}


def judged(judge: Exhaustive, count: int, cases: int) -> Iterator[Verdict]:
    """Random reports with so many wrong cells, each held against all sets of cells."""
    dice = dice_of(f"several {len(judge.table.cells)} {count}")
    for _ in range(cases):
        right, wrong = several(judge.table, dice, count)
        yield _verdict(judge.table, right, wrong, judge.smallest(wrong))


def _verdict(table: TableThree, right: list[int], wrong: list[int], sets: set[tuple[int, ...]]) -> Verdict:
    start = time.perf_counter()
    found = smallest_repairs(table.relations, wrong)
    taken = time.perf_counter() - start
    true = {cell: value for cell, value in enumerate(right) if value != wrong[cell]}
    told = diagnose(table.relations, wrong, table.places)
    smaller = len(next(iter(sets))) < len(true)
    ours = sets_found(found)
    unique = len(sets) > 1 or (set(_named(told)) == set(next(iter(sets))) and (smaller or _named(told) == true))
    exact = ours == sets and (smaller or tuple(sorted(true)) in ours) and unique
    return Verdict(exact, len(sets), smaller, 1000 * taken)


def _summary(verdicts: list[Verdict]) -> str:
    exact = sum(one.exact for one in verdicts)
    alone = sum(one.repairs == 1 for one in verdicts)
    smaller = sum(one.smaller for one in verdicts)
    slowest = max(one.milliseconds for one in verdicts)
    return (
        f"{exact}/{len(verdicts)} exactly as by trying all sets; {alone} have one repair only, {smaller} a smaller one "
        f"than the mistakes made; slowest {slowest:.1f} ms"
    )


if __name__ == "__main__":
    asked = [int(word) for word in sys.argv[1:]]
    sys.exit(main(*asked, *(REPORTS, CASES)[len(asked) :]))
