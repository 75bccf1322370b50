"""What the rules say about a folder of reports: ``python -m benchmarks.accuracy --rules FOLDER``.

FOLDER is as for :mod:`benchmarks.accuracy`; a report of which there is no document, only ``tables.json``, is asked what
can be asked of figures alone. Every report is compared with those of the same body on earlier years, and with those of
its members on the same year: the bodies whose names begin with its own. Printed are, for every rule of the catalogue,
how often it was asked and what it answered, then every error and every warning, for a person to judge.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from rich.console import Console
from rich.table import Table

from lint import Checked, Session, Severity
from lint.engine.runner import Engine
from lint.model.case import Case
from lint.model.corpus import Corpus, is_placed, same_name
from lint.model.finding import Diagnostic, Tally
from lint.model.form import TABLES
from lint.model.report import Report
from lint.model.rule import Rule
from lint.readers.files import suffix_of
from lint.readers.table import READERS
from lint.readers.tree import report_of_tree

FIGURES_ALONE = ("AR", "GV", "YY")  # the families that ask about figures


class Sample(NamedTuple):
    """One report of the folder with those to compare with."""

    name: str
    report: Report
    beside: Corpus
    families: tuple[str, ...]  # empty: all


class Told(NamedTuple):
    """One diagnostic of one report."""

    name: str
    diagnostic: Diagnostic


def main(folder: Path) -> int:
    """Print both lists; 1 where a file could not be read or a rule crashed."""
    session = Session()
    found, unread = samples(folder, session)
    tallies, told = _asked(session, found)
    console = Console(width=200, soft_wrap=True)
    console.print(_table(tallies))
    for one in (*(Told(lost.source, found) for lost in unread for found in lost.diagnostics), *told):
        diagnostic = one.diagnostic
        line = f"{diagnostic.severity.value} {diagnostic.rule} {one.name} {diagnostic.pointer}: {diagnostic.message.zh}"
        console.print(line, markup=False, highlight=False)
    print(_summary(found, told))
    return int(bool(unread) or any(tally.crashed for tally in tallies.values()))


def samples(folder: Path, session: Session) -> tuple[list[Sample], list[Checked]]:
    """Every report below the folder, in each of its formats, and the files that could not be read."""
    read: list[tuple[str, Report]] = []
    unread: list[Checked] = []
    for source in sorted(folder.glob("*/source.*")):
        if suffix_of(source.name) not in READERS:
            continue
        opened = session.check_bytes(str(source), source.read_bytes())
        if opened.report is None:
            unread.append(opened)
        else:
            read.append((f"{source.parent.name}.{source.suffix[1:]}", opened.report))
    alone = [(f"{path.parent.name} (figures)", _of_figures(path)) for path in _without_source(folder)]
    beside = [case for _, case in _first_of_each([*read, *alone])]
    whole = [(Sample(name, report, _beside(report, beside), ())) for name, report in read]
    figures = [Sample(name, report, _beside(report, beside), FIGURES_ALONE) for name, report in alone]
    return [*whole, *figures], unread


def _without_source(folder: Path) -> Iterator[Path]:
    return (path for path in sorted(folder.glob("*/tables.json")) if not any(path.parent.glob("source.*")))


def _of_figures(path: Path) -> Report:
    """A transcription as a report without text."""
    truth: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    sections = {key: {"heading": "", "paragraphs": [], "table": truth["sections"][key]} for key in TABLES}
    tree = {"edition": truth["edition"], "year": truth["year"], "agency": {"name": truth["agency"]}}
    return report_of_tree(str(path), {**tree, "title": "", "preamble": [], "sections": sections})


def _first_of_each(read: Iterable[tuple[str, Report]]) -> list[tuple[str, Case]]:
    """One report a folder to compare with: two formats of one report are no two reports."""
    first: dict[str, tuple[str, Case]] = {}
    for name, report in read:
        first.setdefault(str(Path(report.source).parent), (name, Case(report)))
    return list(first.values())


def _beside(report: Report, cases: Sequence[Case]) -> Corpus:
    """All as reports of earlier years, and those of the members, if there are any."""
    members = [case for case in cases if _is_member(case.report, report)]
    return Corpus(cases, members or None)


def _is_member(member: Report, whole: Report) -> bool:
    if not (is_placed(member.identity) and is_placed(whole.identity) and member.identity.year == whole.identity.year):
        return False
    name, other = (same_name(one.identity.agency or "") for one in (member, whole))
    return name != other and name.startswith(other.removesuffix("人民政府"))


def _asked(session: Session, found: Sequence[Sample]) -> tuple[dict[str, Tally], list[Told]]:
    """What each rule answered over all reports, each rule asked alone, and its errors and warnings by report."""
    tallies = {rule.id: Tally() for rule in session.book.rules}
    told: list[Told] = []
    for rule in session.book.rules:
        alone = _alone(rule, session)
        for sample in found:
            if sample.families and rule.family not in sample.families:
                continue
            asked = alone.beside(sample.beside).run(sample.report)
            own = [one for one in asked.diagnostics if one.rule == rule.id]
            tallies[rule.id].add(asked.tally)
            if rule.family == "LT":  # what a reader met is no answer to a question
                tallies[rule.id].failed += len(own)
            told += [Told(sample.name, one) for one in own if one.severity is not Severity.INFO]
    order = {sample.name: number for number, sample in enumerate(found)}
    return tallies, sorted(told, key=lambda one: (order[one.name], one.diagnostic.rule))


def _alone(rule: Rule, session: Session) -> Engine:
    """An engine that asks one rule, beside those of the linter itself."""
    linter = session.engine.linter.values()
    return Engine(
        {one.id: one for one in (rule, *linter)}.values(),
        session.engine.judges,
        session.engine.layouts,
        session.book.rules,
    )


def _table(tallies: dict[str, Tally]) -> Table:
    table = Table("rule", *("asked", "passed", "failed", "undecided", "crashed"))
    for name, tally in tallies.items():
        counts = (tally.asked, tally.passed, tally.failed, tally.undecided, tally.crashed)
        table.add_row(name, *(map(str, counts) if tally.asked else ("never", "", "", "", "")))
    return table


def _summary(found: Sequence[Sample], told: Sequence[Told]) -> str:
    errors = sum(one.diagnostic.severity is Severity.ERROR for one in told)
    return f"{len(found)} reports: {errors} errors, {len(told) - errors} warnings"
