"""``python -m benchmarks``: all measurements in one run; exit code 1 where a bar is missed.

``--page FILE...`` writes them into pages too, between the marks of :mod:`benchmarks.page`.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.groups import GROUPS, Given, Group
from benchmarks.machine import machine
from benchmarks.page import Results, write_page
from benchmarks.peers.proof import not_measurable, ours_refuted, proofs
from benchmarks.peers.table import PEERS
from benchmarks.reports import write_reports
from benchmarks.table import Measurement

REPORTS = 2000


def main() -> int:
    """Measure, print the tables as they come, and say whether every bar holds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--page", type=Path, nargs="+", default=(), metavar="FILE")
    parser.add_argument("--reports", type=int, default=REPORTS, metavar="N")
    asked = parser.parse_args()
    on = machine()
    with tempfile.TemporaryDirectory(prefix="xxgk-lint-") as name:
        folder = Path(name)
        shown = proofs(folder / "proofs")
        if wrong := ours_refuted(shown):
            print("\n".join(wrong), file=sys.stderr)
            return 1
        reports = folder / "reports"
        reports.mkdir()
        given = Given(reports, tuple(write_reports(reports, asked.reports)), not_measurable(PEERS, shown))
        size = given.reports[0].stat().st_size
        print(f"medians; {on}; {len(given.reports)} reports of {size} bytes", flush=True)
        results = Results(on, len(given.reports), size, [_measure(group, given) for group in GROUPS])
    for page in asked.page:
        write_page(page, results)
    return int(not all(one.holds() for _, answers in results.groups for one in answers))


def _measure(group: Group, given: Given) -> tuple[Group, Sequence[Measurement]]:
    start = time.perf_counter()
    answers = tuple(group.measure(given))
    print(f"\n# {group.title.en} ({time.perf_counter() - start:.0f} s)")
    for one in answers:
        print("\n".join(one.lines()), flush=True)
    return group, answers


if __name__ == "__main__":
    sys.exit(main())
