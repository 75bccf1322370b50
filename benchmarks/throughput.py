"""How many reports a second: inside a process that runs already, and by the whole command over a folder."""

import gc
from collections import deque
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

import orjson

from benchmarks.commands import FAMILIES, OURS, OURS_IN_PART
from benchmarks.peers.table import PEERS
from benchmarks.table import Bar, Measurement, Question
from benchmarks.timing import command, medians
from lint.api import Session
from lint.cli.main import NEW_OBJECTS
from lint.model.settings import Settings
from lint.model.text import Text
from lint.readers.files import Target

ROUNDS_INSIDE = 9
ROUNDS_OUTSIDE = 5
ALONE = ("--jobs", "1")
FLOOR = Text("只读字节并 orjson.loads", "reading the bytes and orjson.loads alone")
_ALL, _PART = Text("全部规则", "all rules"), Text("只查结构和求和", "structure and sums only")


def _question(title: Text, what: Text, peer: float | None = None, floor: float | None = None) -> Question:
    """Peers are asked for their speed; only the schema validator has a bar, and only where all rules are asked."""
    bars = (Bar(one.name, ">=", peer if one.name.en == "check-jsonschema" else None) for one in PEERS)
    name = Text(f"{title.zh}，{what.zh}", f"{title.en}, {what.en}")
    return Question(name, (*bars, Bar(FLOOR, "<=", floor, "floor")))


_INSIDE = Text("同一进程中的一份", "one report, in one process that runs")
_ALONE = Text("整条命令 --jobs 1 中的一份", "one report, the whole command with --jobs 1")
_WHOLE = Text("整条命令中的一份", "one report, the whole command")
# Each with what is timed for it.
QUESTIONS = {
    "all inside": _question(_INSIDE, _ALL, 12, 9),
    "part inside": _question(_INSIDE, _PART, floor=6),
    "all alone": _question(_ALONE, _ALL),
    "part alone": _question(_ALONE, _PART),
    "all": _question(_WHOLE, _ALL),
    "part": _question(_WHOLE, _PART),
}


def measure(folder: Path, paths: Sequence[Path], absent: Mapping[str, str]) -> tuple[Measurement, ...]:
    """Time for each report. The peers' start is part of their time, as it is of ours but in a process that runs."""
    taken = _inside(folder, paths) | _outside(folder, paths, absent)
    each = {name: seconds / len(paths) for name, seconds in taken.items()}
    return tuple(question.answered(each[name], each, absent) for name, question in QUESTIONS.items())


def _inside(folder: Path, paths: Sequence[Path]) -> dict[str, float]:
    names = [str(path) for path in paths]
    every, part = Session(Settings(jobs=1)), Session(Settings(select=FAMILIES, jobs=1))
    every.light = part.light = True  # as the command has it where nobody looks at the reports
    found = every.targets([folder])
    jobs = {
        "all inside": partial(_check, every, found),
        "part inside": partial(_check, part, found),
        FLOOR.en: partial(_parse, names),
    }
    before = gc.get_threshold()
    gc.set_threshold(NEW_OBJECTS)  # as the command does; the floor gains by it too
    try:
        return medians(jobs, ROUNDS_INSIDE)
    finally:
        gc.set_threshold(*before)


def _outside(folder: Path, paths: Sequence[Path], absent: Mapping[str, str]) -> dict[str, float]:
    names = [path.name for path in paths]
    ours = {
        "all": (*OURS, "."),
        "part": (*OURS_IN_PART, "."),
        "all alone": (*OURS, *ALONE, "."),
        "part alone": (*OURS_IN_PART, *ALONE, "."),
    }
    peers = {one.name.en: one.over(names) for one in PEERS if one.name.en not in absent}
    return medians({name: command(folder, *words) for name, words in (ours | peers).items()}, ROUNDS_OUTSIDE)


def _check(session: Session, found: Sequence[Target]) -> None:
    # Results are let go at once, as the command does: what is kept alive costs time to collect.
    deque(session.check_targets(found), maxlen=0)


def _parse(names: list[str]) -> None:
    for name in names:
        with open(name, "rb") as file:  # noqa: PTH123 - the fastest way to read, since this is the floor
            orjson.loads(file.read())
