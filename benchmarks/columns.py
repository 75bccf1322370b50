"""Checking a collection, beside reading its columns and multiplying them alone: ``python -m benchmarks.columns``.

One core. With a file (see :mod:`benchmarks.collection`) it checks that instead, and shows the rate as it goes.
"""

import argparse
import tempfile
import time
from collections import deque
from collections.abc import Callable
from itertools import islice
from pathlib import Path

from benchmarks.collection import write_collection
from benchmarks.table import Bar, Measurement
from benchmarks.timing import medians
from lint.api import Session
from lint.columns.arrow import report_schema
from lint.columns.facts import Facts
from lint.columns.matrix import Matrix, matrix_of
from lint.columns.reading import Collection
from lint.engine.checks.relation import RelationCheck
from lint.model.run import Summary
from lint.model.settings import Settings

REPORTS = 200_000
ROUNDS = 5
FAMILIES = ("SC", "ST", "CE", "AR")
PIECE = 100_000
FLOOR = "floor: read the columns, multiply"


def measure(reports: int = REPORTS, rounds: int = ROUNDS) -> Measurement:
    """The time for one clean report, in a process that runs already."""
    with tempfile.TemporaryDirectory(prefix="xxgk-lint-") as folder:
        path = Path(folder) / "reports.parquet"
        write_collection(path, reports, broken=0)
        session = _session()
        taken = medians({"ours": lambda: _check(session, path), "floor": _floor(session, path)}, rounds)
    ours, floor = taken["ours"] / reports, taken["floor"] / reports
    return Measurement(f"one of {reports} clean rows, {' '.join(FAMILIES)}", ours, (Bar(FLOOR, floor, "<=", 3),))


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
    measured = measure()
    print("\n".join(measured.lines()))
    return int(not measured.holds())


if __name__ == "__main__":
    raise SystemExit(main())
