"""What rules make of text: ``python -m benchmarks.prose [REPORTS]``, 500 where nothing is said.

So many valid reports carry text written from their own tables. Printed are the notes, warnings and errors on them by
rule (warnings and errors are false alarms), then, for every topic, how many of the sentences in which one figure was
altered gave an error or a warning, and which rules said so; and the same for sentences that deny what the tables have.
"""

import random
import sys
import time
from collections import Counter, defaultdict

from rich.console import Console
from rich.table import Table

from lint import Session, Severity
from lint.model.finding import Diagnostic
from lint.readers.tree import report_of_tree
from tests.prose.reports import alterations, denials, written

REPORTS = 500


def main(reports: int) -> int:
    """Print both; 1 where a valid report gave an error or a warning."""
    session, start = Session(), time.perf_counter()
    said = Counter[tuple[str, str]]()
    asked, found = Counter[str](), Counter[str]()
    rules: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for seed in range(reports):
        (report,) = written(seed)
        diagnostics = session.check_report(report_of_tree("report", report.tree)).diagnostics
        said.update((one.severity.value, one.rule) for one in diagnostics)
        dice = random.Random(seed)  # noqa: S311 - the same slips in every run
        for kind, changed in (("", alterations(report, dice)), ("denied: ", denials(report, dice))):
            for tree, _, phrase in changed:
                worse = _worse(session.check_report(report_of_tree("report", tree)).diagnostics)
                topic = f"{kind}{phrase.topic}"
                asked[topic] += 1
                found[topic] += bool(worse)
                rules[topic].update(worse)
    _print(said, asked, found, rules)
    print(f"{reports} reports, {asked.total()} alterations, {time.perf_counter() - start:.1f} s")
    return int(any(severity != Severity.INFO.value for severity, _ in said))


def _worse(diagnostics: tuple[Diagnostic, ...]) -> set[str]:
    return {one.rule for one in diagnostics if one.severity is not Severity.INFO}


def _print(
    said: Counter[tuple[str, str]], asked: Counter[str], found: Counter[str], rules: dict[str, Counter[str]]
) -> None:
    notes = Table("severity", "rule", "on valid reports")
    for (severity, rule), count in sorted(said.items()):
        notes.add_row(severity, rule, str(count))
    slips = Table("topic", "altered", "found", "share", "by")
    for topic, count in (*asked.items(), ("all", asked.total())):
        own = found[topic] if topic in asked else found.total()
        by = ", ".join(f"{rule} {times}" for rule, times in rules.get(topic, Counter()).most_common())
        slips.add_row(topic, str(count), str(own), f"{100 * own // count} %", by)
    Console(width=160).print(notes, slips)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else REPORTS))
