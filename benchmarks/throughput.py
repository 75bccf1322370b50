"""How many reports a second: inside a process that runs already, and by the whole command over a folder."""

from collections import deque
from collections.abc import Sequence
from pathlib import Path

import orjson

from benchmarks.commands import CHECK_JSONSCHEMA, OURS
from benchmarks.table import Bar, Measurement
from benchmarks.timing import command, medians
from lint.api import Session
from lint.model.settings import Settings
from lint.readers.files import Target

ROUNDS_INSIDE = 9
ROUNDS_OUTSIDE = 5
PEER = "check-jsonschema folder/*.json"
FLOOR = "floor: read the bytes, orjson.loads"


def measure(folder: Path, paths: list[Path]) -> tuple[Measurement, Measurement]:
    """Time for each report. The peer's start is part of its time; over so many files it is next to nothing."""
    names = [str(path) for path in paths]
    session = Session(Settings(jobs=1))
    found = session.targets([folder])
    inside = medians({"ours": lambda: _check(session, found), "floor": lambda: _parse(names)}, ROUNDS_INSIDE)
    outside = medians(
        {"ours": command(folder, *OURS, "."), "peer": command(folder, *CHECK_JSONSCHEMA, *names)}, ROUNDS_OUTSIDE
    )
    count = len(paths)
    ours, floor = inside["ours"] / count, inside["floor"] / count
    whole, peer = outside["ours"] / count, outside["peer"] / count
    return (
        Measurement(
            f"one of {count} reports, in one process", ours, (Bar(PEER, peer, ">=", 12), Bar(FLOOR, floor, "<=", 9))
        ),
        Measurement(
            f"one of {count} reports, the whole command",
            whole,
            (Bar(PEER, peer, ">=", None), Bar(FLOOR, floor, "<=", None)),
        ),
    )


def _check(session: Session, found: Sequence[Target]) -> None:
    # Results are let go at once, as the command does: what is kept alive costs time to collect.
    deque(session.check_targets(found), maxlen=0)


def _parse(names: list[str]) -> None:
    for name in names:
        with open(name, "rb") as file:  # noqa: PTH123 - the fastest way to read, since this is the floor
            orjson.loads(file.read())
