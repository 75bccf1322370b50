"""How long a user waits for one report: the whole command, from nothing."""

import sys
from pathlib import Path

from benchmarks.commands import CHECK_JSONSCHEMA, OURS
from benchmarks.table import Bar, Measurement
from benchmarks.timing import command, medians

ROUNDS = 21
PEER = "check-jsonschema one.json"
FLOOR = 'python -c "import click"'


def measure(report: Path) -> Measurement:
    """Against a peer that asks the schema only, and against what any program built on click has to wait for."""
    folder = report.parent
    jobs = {
        "ours": command(folder, *OURS, report.name),
        PEER: command(folder, *CHECK_JSONSCHEMA, report.name),
        FLOOR: command(folder, sys.executable, "-c", "import click"),
    }
    taken = medians(jobs, ROUNDS)
    bars = (Bar(PEER, taken[PEER], "<=", 0.5), Bar(FLOOR, taken[FLOOR], "<=", 2.5))
    return Measurement("cold start: xxgk-lint check one.json", taken["ours"], bars)
