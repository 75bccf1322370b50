"""How long it takes to name one, two and three wrong cells of table three, against an integer program that does."""

import random
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from itertools import product
from typing import Any, NamedTuple, TypeAlias

from benchmarks.table import Bar, Measurement
from lint.diagnosis.diagnose import diagnose
from lint.diagnosis.relation import Relation
from lint.diagnosis.search import smallest_repairs
from lint.model.form import APPLICANTS, COLUMNS, ROWS

CASES = 30
MOST_WRONG = 6  # cells, of which the slowest case is looked for
MANY = 300
PEER = "scipy milp (HiGHS), one smallest repair"
ABSENT = "scipy is not installed: no peer to measure against"
FASTER = 50


class Case(NamedTuple):
    """Figures of table three, some of them wrong."""

    right: tuple[int, ...]
    wrong: tuple[int, ...]


Job: TypeAlias = Callable[[Case], object]


def measure() -> tuple[Measurement, ...]:
    """Median time for one, two and three wrong cells, all smallest repairs; and the slowest case of up to six."""
    table = relations("2021")
    peer = _peer(table)
    single = [_measure(table, count, peer) for count in (1, 2, 3)]
    every = (case for count in range(1, MOST_WRONG + 1) for case in cases(MANY, count))
    slowest = max(_times(lambda case: smallest_repairs(table, case.wrong), every))
    title = f"slowest of {MANY * MOST_WRONG} with up to {MOST_WRONG} wrong cells"
    return (*single, Measurement(title, slowest, ()))


def relations(edition: str) -> tuple[Relation, ...]:
    """The equations of table three."""
    rows = ROWS[edition]
    cells = {place: number for number, place in enumerate(product(rows, COLUMNS))}
    results = [row for row in rows if row.startswith("results/") and row != "results/total"]
    sums = [((row, "total"), [(row, column) for column in APPLICANTS]) for row in rows]
    sums += [(("results/total", column), [(row, column) for row in results]) for column in COLUMNS]
    lines = [(*((1, cells[part]) for part in parts), (-1, cells[total])) for total, parts in sums]
    balance = {"new": 1, "carried_in": 1, "results/total": -1, "carried_out": -1}
    lines += [tuple((factor, cells[row, column]) for row, factor in balance.items()) for column in COLUMNS]
    return tuple(Relation(line, "=") for line in lines)


def cases(count: int, wrong: int, edition: str = "2021") -> list[Case]:
    """Random reports with small and large figures, so many cells of each changed; always the same ones."""
    dice = random.Random(wrong)  # noqa: S311 - the same cases in every run
    return [_case(dice, dice.choice((5, 50, 5000)), wrong, edition) for _ in range(count)]


def every_cell(edition: str, reports: int) -> tuple[int, int]:
    """Each cell of so many reports changed alone: how many are decided and right, and of how many."""
    table, dice = relations(edition), random.Random(edition)  # noqa: S311 - the same cases in every run
    good = tried = 0
    for number in range(reports):
        right = _case(dice, (9, 60_000)[number % 2], 0, edition).right
        for cell, value in enumerate(right):
            wrong = [*right[:cell], _mistaken(value, dice), *right[cell + 1 :]]
            (one,) = diagnose(table, wrong)
            found = [(change.cell, change.expected) for repair in one.repairs for change in repair.cells]
            good += one.decided and found == [(cell, value)]
            tried += 1
    return good, tried


def _case(dice: random.Random, size: int, wrong: int, edition: str) -> Case:
    figures = _figures(dice, size, ROWS[edition])
    changed = list(figures)
    for cell in dice.sample(range(len(figures)), wrong):
        changed[cell] = _mistaken(figures[cell], dice)
    return Case(tuple(figures), tuple(changed))


def _figures(dice: random.Random, size: int, rows: Sequence[str]) -> list[int]:
    columns = []
    for _ in APPLICANTS:
        column = {row: dice.randint(0, size) * dice.randint(0, 1) for row in rows if row.startswith("results/")}
        column["results/total"] = 0
        column["results/total"] = sum(column.values())
        column["carried_out"] = dice.randint(0, 1 + size // 10)
        answered = column["results/total"] + column["carried_out"]
        column["carried_in"] = dice.randint(0, min(answered, size))
        column["new"] = answered - column["carried_in"]
        columns.append([column[row] for row in rows])
    return [cell for row in zip(*columns, strict=True) for cell in (*row, sum(row))]


def _mistaken(figure: int, dice: random.Random) -> int:
    wrong = {figure + 1, figure - 1, figure * 10, figure // 10, 0, int(str(figure)[::-1]), figure + dice.randint(1, 99)}
    return dice.choice(sorted(one for one in wrong if one >= 0 and one != figure))


def _measure(table: tuple[Relation, ...], count: int, peer: Job | None) -> Measurement:
    # One after the other, as either would run: a solver of this size leaves nothing in the caches for who comes next.
    ours = statistics.median(_times(lambda case: smallest_repairs(table, case.wrong), cases(MANY, count)))
    title = f"{count} wrong cell{'s' * (count > 1)} of table three named"
    if peer is None:
        return Measurement(f"{title} ({ABSENT})", ours, ())
    theirs = statistics.median(_times(peer, cases(CASES, count)))
    return Measurement(title, ours, (Bar(PEER, theirs, ">=", FASTER),))


def _times(job: Job, given: Iterable[Case]) -> list[float]:
    return [_seconds(job, case) for case in given]


def _seconds(job: Job, case: Case) -> float:
    start = time.perf_counter()
    job(case)
    return time.perf_counter() - start


def _peer(table: tuple[Relation, ...]) -> Job | None:
    """Fellegi and Holt as a mixed integer program: a cell moves up or down only where its switch is on."""
    try:
        numpy, scipy = import_module("numpy"), import_module("scipy.optimize")
    except ImportError:
        return None
    width = 1 + max(cell for relation in table for _, cell in relation.terms)
    matrix = numpy.zeros((len(table), width))
    for row, relation in enumerate(table):
        for factor, cell in relation.terms:
            matrix[row, cell] = factor
    nothing, own = numpy.zeros((len(table), width)), numpy.eye(width)
    cost = numpy.concatenate([numpy.zeros(width), numpy.ones(width)])

    def solve(case: Case) -> Any:
        now = numpy.array(case.wrong, dtype=float)
        most = 2 * now.max() + 10.0
        switches = scipy.LinearConstraint(
            numpy.vstack([numpy.hstack([own, -most * own]), numpy.hstack([-own, -most * own])]),
            -numpy.inf,
            numpy.concatenate([now, -now]),
        )
        equations = scipy.LinearConstraint(numpy.hstack([matrix, nothing]), 0, 0)
        limits = scipy.Bounds(0, numpy.concatenate([numpy.full(width, most), numpy.ones(width)]))
        return scipy.milp(cost, constraints=[equations, switches], integrality=cost, bounds=limits)

    return solve
