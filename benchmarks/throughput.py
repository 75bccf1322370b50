"""How many reports a second: the whole command over a folder, and one report inside a process that runs already."""

import sys
from collections import deque
from pathlib import Path

import orjson

from benchmarks.commands import CHECK_JSONSCHEMA, OURS
from benchmarks.table import Bar, Measurement
from benchmarks.timing import command, medians
from lint.api import Session

ROUNDS = 5
PEER = "check-jsonschema folder/*.json"
FLOOR = "floor: python, orjson.loads of each"
INSIDE = "floor: read the bytes, orjson.loads"
FLOOR_CODE = """
import orjson, sys
for path in sys.argv[1:]:
    with open(path, "rb") as file:
        orjson.loads(file.read())
"""


def measure(folder: Path, paths: list[Path]) -> tuple[Measurement, Measurement]:
    """Whole commands, start-up and all; and per report without start-up, where only the floor is fair to ask."""
    names = [str(path) for path in paths]
    session = Session()
    jobs = {
        "command": command(*OURS, folder),
        PEER: command(*CHECK_JSONSCHEMA, *names),
        FLOOR: command(sys.executable, "-c", FLOOR_CODE, *names),
        "inside": lambda: _exhaust(session, names),
        INSIDE: lambda: _parse(names),
    }
    taken = medians(jobs, ROUNDS)
    count = len(paths)
    each = {name: seconds / count for name, seconds in taken.items()}
    return (
        Measurement(
            f"{count} reports: xxgk-lint check folder",
            taken["command"],
            (Bar(PEER, taken[PEER], ">=", 12), Bar(FLOOR, taken[FLOOR], "<=", 9)),
        ),
        Measurement(f"one of {count}, inside one process", each["inside"], (Bar(INSIDE, each[INSIDE], "<=", 9),)),
    )


def _exhaust(session: Session, names: list[str]) -> None:
    # Results are let go at once, as the command does: what is kept alive costs time to collect.
    deque(session.check_paths(names), maxlen=0)


def _parse(names: list[str]) -> None:
    for name in names:
        with open(name, "rb") as file:  # noqa: PTH123 - the fastest way to read, since this is the floor
            orjson.loads(file.read())
