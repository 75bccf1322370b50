"""How long a user waits for one report: the whole command, from nothing."""

import sys
from collections.abc import Mapping
from pathlib import Path

from benchmarks.commands import OURS, OURS_IN_PART
from benchmarks.peers.table import PEERS
from benchmarks.table import Bar, Measurement, Question
from benchmarks.timing import command, medians
from lint.model.text import Text

ROUNDS = 15
FLOOR = Text('python -c "import click"', 'python -c "import click"')
LIMITS = {"check-jsonschema": 0.5}
QUESTIONS = (
    Question(
        Text("xxgk-lint check one.json，全部规则", "xxgk-lint check one.json, all rules"),
        (*(Bar(one.name, "<=", LIMITS.get(one.name.en)) for one in PEERS), Bar(FLOOR, "<=", 2.5, "floor")),
    ),
    Question(
        Text("xxgk-lint check --select SC,ST,CE,AR one.json", "xxgk-lint check --select SC,ST,CE,AR one.json"),
        (*(Bar(one.name, "<=") for one in PEERS), Bar(FLOOR, "<=", None, "floor")),
    ),
)


def measure(report: Path, absent: Mapping[str, str]) -> tuple[Measurement, ...]:
    """Against what a user would pick instead, and what any program built on click has to wait for."""
    folder = report.parent
    peers = {one.name.en: one.command for one in PEERS if one.name.en not in absent}
    words = {"all": OURS, "part": OURS_IN_PART} | peers
    jobs = {name: command(folder, *typed, report.name) for name, typed in words.items()}
    taken = medians(jobs | {FLOOR.en: command(folder, sys.executable, "-c", "import click")}, ROUNDS)
    return tuple(
        question.answered(taken[ours], taken, absent) for question, ours in zip(QUESTIONS, ("all", "part"), strict=True)
    )
