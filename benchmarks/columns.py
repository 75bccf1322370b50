"""Checking a collection, beside reading its columns and multiplying them alone, and beside what a user would pick.

``python -m benchmarks.columns`` alone, or as part of all. With a file (see :mod:`benchmarks.collection`) it checks that
instead, and shows the rate as it goes.
"""

import argparse
import tempfile
import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from itertools import islice
from pathlib import Path

from benchmarks.collection import write_collection
from benchmarks.commands import COLLECT, FAMILIES, OURS, OURS_IN_PART, Words
from benchmarks.peers.proof import columns_not_measurable
from benchmarks.peers.table import COLLECTION_PEERS
from benchmarks.reports import write_reports
from benchmarks.table import Bar, Measurement, Question
from benchmarks.timing import command, medians
from lint.api import Session
from lint.columns.arrow import report_schema
from lint.columns.facts import Facts
from lint.columns.matrix import Matrix, matrix_of
from lint.columns.reading import Collection
from lint.engine.checks.relation import RelationCheck
from lint.model.run import Summary
from lint.model.settings import Settings
from lint.model.text import Text

REPORTS = 200_000
FEWER = 2000  # where nobody says which
ROUNDS = 5
ROUNDS_OUTSIDE = 3
PIECE = 100_000
NAME = "reports.parquet"
FLOOR = Text("只读各列并相乘", "reading the columns and multiplying alone")
_PEERS = tuple(Bar(one.name, ">=") for one in COLLECTION_PEERS)
INSIDE, PART, ALL = QUESTIONS = (
    Question(
        Text(
            f"{REPORTS} 行中的一行，同一进程，只查结构和求和",
            f"one of {REPORTS} rows, in one process that runs, structure and sums only",
        ),
        (Bar(FLOOR, "<=", 3, "floor"),),
    ),
    Question(
        Text(
            f"{REPORTS} 行中的一行，整条命令，只查结构和求和",
            f"one of {REPORTS} rows, the whole command, structure and sums only",
        ),
        _PEERS,
    ),
    Question(
        Text(
            "上面的报告收成的一行，整条命令，全部规则",
            "one row of the reports above, the whole command, all rules",
        ),
        _PEERS,
    ),
)


def measure(reports: Sequence[Path]) -> tuple[Measurement, ...]:
    """The time for one clean report: of a large collection, and of one of these files, which have real text."""
    with tempfile.TemporaryDirectory(prefix="xxgk-lint-") as name:
        folder = Path(name)
        absent = columns_not_measurable(COLLECTION_PEERS, folder, NAME)
        many, fewer = folder / "many", folder / "fewer"
        for made in (many, fewer):
            made.mkdir()
        write_collection(many / NAME, REPORTS, broken=0)
        command(reports[0].parent, *COLLECT, fewer / NAME)()
        return (
            _inside(many / NAME),
            _outside(many, PART, OURS_IN_PART, REPORTS, absent),
            _outside(fewer, ALL, OURS, len(reports), absent),
        )


def _inside(path: Path) -> Measurement:
    session = _session()
    taken = medians({"ours": lambda: _check(session, path), FLOOR.en: _floor(session, path)}, ROUNDS)
    each = {name: seconds / REPORTS for name, seconds in taken.items()}
    return INSIDE.answered(each["ours"], each)


def _outside(folder: Path, question: Question, ours: Words, count: int, absent: Mapping[str, str]) -> Measurement:
    peers = {one.name.en: one.command for one in COLLECTION_PEERS if one.name.en not in absent}
    jobs = {name: command(folder, *words, NAME) for name, words in ({"ours": ours} | peers).items()}
    each = {name: seconds / count for name, seconds in medians(jobs, ROUNDS_OUTSIDE).items()}
    return question.answered(each["ours"], each, absent)


def _session() -> Session:
    session = Session(Settings(select=FAMILIES, jobs=1))
    session.light = True
    return session


def _check(session: Session, path: Path) -> None:
    deque(session.check_targets(session.targets([path])), maxlen=0)


def _floor(session: Session, path: Path) -> Callable[[], None]:
    checks = [rule.check for rule in session.engine.rules if isinstance(rule.check, RelationCheck)]
    equations = [one for check in checks for one in check.equations]
    split, single = (matrix_of(equations, single_other=one) for one in (False, True))
    names: list[str] = report_schema().names

    def multiply() -> None:
        for batch in Collection(str(path)).batches(names):
            _product(Facts(batch, (split, single), (split, single)), split)

    return multiply


def _product(facts: Facts, matrix: Matrix) -> None:
    matrix.holds(facts.figures, facts.count)


def watch(path: Path) -> None:
    """Check a collection once and print how many rows a second each piece of it went."""
    session = _session()
    results, summary = session.check_targets(session.targets([path])), Summary()
    while True:
        start, before = time.perf_counter(), summary.files
        for checked in islice(results, PIECE):
            summary.add(checked)
        if summary.files == before:
            break
        rate = (summary.files - before) / (time.perf_counter() - start)
        print(f"{summary.files:>10} rows  {rate:>10.0f} rows a second")
    print(summary.as_dict())


def main() -> int:
    """Measure, or watch one file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path, nargs="?")
    asked = parser.parse_args()
    if asked.path is not None:
        watch(asked.path)
        return 0
    with tempfile.TemporaryDirectory(prefix="xxgk-lint-") as name:
        every = measure(write_reports(Path(name), FEWER))
    print("\n".join(line for one in every for line in one.lines()))
    return int(not all(one.holds() for one in every))


if __name__ == "__main__":
    raise SystemExit(main())
