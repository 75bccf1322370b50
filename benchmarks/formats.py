"""How long each format takes over thousands of findings: ``python -m benchmarks.formats``, or as part of all.

The peer of each is our own ``json``, which says more than any of them: none may take twenty times as long. What
``text`` takes is shown, and nothing asked of it: it lays out tables for people, who read none of thousands.
"""

import sys
from collections import deque
from collections.abc import Sequence
from functools import partial

from benchmarks.commands import ROOT
from benchmarks.table import Bar, Measurement, Question
from benchmarks.timing import medians
from lint import __version__
from lint.api import Session
from lint.formatters.look import Look
from lint.formatters.rendering import pieces
from lint.formatters.table import FORMATTERS, formatter
from lint.model.run import Checked
from lint.model.text import Text

FINDINGS = 5_000
ROUNDS = 3
PEER = Text("json", "json")
TIMES = 20
FOR_PEOPLE = "text"
BROKEN = ROOT / "examples" / "broken"
QUESTIONS = {
    name: Question(
        Text(f"{FINDINGS} 个问题写成 {name}", f"{FINDINGS} findings as {name}"),
        (Bar(PEER, "<=", None if name == FOR_PEOPLE else TIMES, "own"),),
    )
    for name in FORMATTERS
}


def measure() -> tuple[Measurement, ...]:
    """One measurement for each format, over the broken examples again and again under other names."""
    session = Session()
    results = _results(session)
    look = Look(version=__version__, rules=session.book.rules)
    taken = medians({name: partial(_write, name, results, look) for name in FORMATTERS}, ROUNDS)
    return tuple(question.answered(taken[name], taken) for name, question in QUESTIONS.items())


def _results(session: Session) -> list[Checked]:
    kinds = [session.check_bytes(path.name, path.read_bytes()) for path in sorted(BROKEN.glob("*.json"))]
    found: list[Checked] = []
    count = 0
    while count < FINDINGS:
        one = kinds[len(found) % len(kinds)]
        found.append(one._replace(source=f"reports/{len(found):05}.json"))
        count += len(one.diagnostics)
    return found


def _write(name: str, results: Sequence[Checked], look: Look) -> None:
    deque(pieces(formatter(name), results, look), maxlen=0)


def main() -> int:
    """Print the table; 1 where a bar is missed."""
    measurements = measure()
    for measurement in measurements:
        print("\n".join(measurement.lines()))
    return int(not all(measurement.holds() for measurement in measurements))


if __name__ == "__main__":
    sys.exit(main())
