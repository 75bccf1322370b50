"""How long it takes to name one, two and three wrong cells of table three, against an integer program that does."""

import json
import random
import statistics
import subprocess
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import product
from typing import NamedTuple, TypeAlias

from benchmarks.peers.table import HIGHS
from benchmarks.table import Bar, Measurement, Question
from benchmarks.timing import seconds
from lint.diagnosis.relation import Relation
from lint.diagnosis.search import smallest_repairs
from lint.model.form import APPLICANTS, COLUMNS, ROWS
from lint.model.text import Text

CASES = 30
MOST_WRONG = 6  # cells, of which the slowest case is looked for
MANY = 300
FASTER = 50
SINGLE = (1, 2, 3)
NAMED = tuple(
    Question(
        Text(f"表三错 {count} 格：列出全部最小改法", f"table three, {count} wrong: all smallest repairs"),
        (Bar(HIGHS.name, ">=", FASTER),),
    )
    for count in SINGLE
)
SLOWEST = Question(
    Text(
        f"最多错 {MOST_WRONG} 格的 {MANY * MOST_WRONG} 例中最慢的一例",
        f"slowest of {MANY * MOST_WRONG} cases with up to {MOST_WRONG} wrong cells",
    )
)
QUESTIONS = (*NAMED, SLOWEST)


class Case(NamedTuple):
    """Figures of table three, some of them wrong."""

    right: tuple[int, ...]
    wrong: tuple[int, ...]


Job: TypeAlias = Callable[[Case], object]


def measure() -> tuple[Measurement, ...]:
    """Median time for one, two and three wrong cells, all smallest repairs; and the slowest case of up to six."""
    table = relations("2021")
    single = [_measure(table, count, question) for count, question in zip(SINGLE, NAMED, strict=True)]
    every = (case for count in range(1, MOST_WRONG + 1) for case in cases(MANY, count))
    slowest = max(_times(lambda case: smallest_repairs(table, case.wrong), every))
    return (*single, SLOWEST.answered(slowest, {}))


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


def _measure(table: tuple[Relation, ...], count: int, question: Question) -> Measurement:
    # One after the other, as either would run: a solver of this size leaves nothing in the caches for who comes next.
    ours = statistics.median(_times(lambda case: smallest_repairs(table, case.wrong), cases(MANY, count)))
    theirs = solved(table, cases(CASES, count))
    if isinstance(theirs, str):
        return question.answered(ours, {}, {HIGHS.name.en: theirs})
    return question.answered(ours, {HIGHS.name.en: theirs})


def solved(table: tuple[Relation, ...], given: Sequence[Case]) -> float | str:
    """The median seconds of the solver alone, without its start; or why it was not measured.

    It has to change as few cells as ours does in each case, or it does another job.
    """
    lacking = HIGHS.lacking()
    if lacking is not None:
        return lacking
    asked = {"relations": [one.terms for one in table], "cases": [case.wrong for case in given]}
    done = subprocess.run(HIGHS.command, check=False, input=json.dumps(asked), capture_output=True, encoding="utf-8")
    if done.returncode != 0:
        return " ".join(done.stderr.split())[-200:]
    told = json.loads(done.stdout)
    if told["cells"] != [_size(table, case) for case in given]:
        return "its repairs are not the smallest ones"
    return float(statistics.median(told["seconds"]))


def _size(table: tuple[Relation, ...], case: Case) -> int:
    """How many cells the smallest repairs of a case change."""
    return sum(len(found.repairs[0]) for found in smallest_repairs(table, case.wrong))


def _times(job: Job, given: Iterable[Case]) -> list[float]:
    return [seconds(partial(job, case)) for case in given]
