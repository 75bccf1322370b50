"""The reports to compare with: read once for a run, and what of them could not be used. Nothing of them is checked."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from lint.model.case import Case
from lint.model.corpus import Corpus, is_placed
from lint.model.errors import Unreadable
from lint.model.norms import Norms
from lint.model.report import NO_REPORT, Identity, Report
from lint.model.run import Checked
from lint.model.settings import Settings
from lint.model.text import Text
from lint.readers.files import NO_REPORT_BELOW, Target, wanted

_EARLIER = Text("用于对比的往年报告", "report of an earlier year, to compare with")
_MEMBER = Text("用于对比的下级报告", "report of a member, to compare with")
_NOT_PLACED = Text("看不出是哪个机关、哪一年度的报告", "it does not say which body or which year it is of")


class Reading(NamedTuple):
    """How to open files, telling nothing about their bodies, and how to say that one cannot be used."""

    open: Callable[[Sequence[Target]], Iterator[Report | Checked]]
    refuse: Callable[[str, Unreadable], Checked]


class Gathered(NamedTuple):
    """The reports to compare with, and one result for each path that is of no use, or of partial use only."""

    corpus: Corpus
    unread: tuple[Checked, ...]


_Read: TypeAlias = tuple[list[Case] | None, list[Checked]]


def gather(settings: Settings, reading: Reading, norms: Norms | None = None) -> Gathered:
    """Read what ``previous`` and ``members`` of the settings mean: files, folders and patterns of any format."""
    leave_out = settings.exclude
    years, lost_years = _read(settings.previous, leave_out, reading, _EARLIER, settings.told.agency)
    members, lost_members = _read(settings.members, leave_out, reading, _MEMBER)
    return Gathered(Corpus(years, members, settings.member_names, norms), (*lost_years, *lost_members))


def _read(
    paths: tuple[str, ...], leave_out: tuple[str, ...], reading: Reading, role: Text, agency: str | None = None
) -> _Read:
    if not paths:
        return None, []
    found = wanted(paths, (), leave_out)
    cases: list[Case] = []
    lost: list[Checked] = []
    passed_over: set[str] = set()
    for target, one in zip(found.targets, reading.open(found.targets), strict=True):
        if isinstance(one, Checked):
            _note(one, passed_over, lost)
            continue
        report = _told(one, target, agency)
        cases.append(Case(report))
        lost += _unusable(report, reading, role)
    barren = found.barren(frozenset(passed_over))
    lost += [reading.refuse(path, Unreadable(NO_REPORT, _said(role, NO_REPORT_BELOW))) for path in barren]
    return cases, lost


def _note(one: Checked, passed_over: set[str], lost: list[Checked]) -> None:
    if one.state == "passed_over":
        passed_over.add(one.source)
    else:
        lost.append(one)


def _told(report: Report, target: Target, agency: str | None) -> Report:
    """The report as that of the body which the user told: where it names none itself, or he named the very file."""
    if agency is None or not (target.named or report.identity.agency is None):
        return report
    who: Identity = report.identity._replace(agency=agency)
    return report._replace(identity=who)


def _unusable(report: Report, reading: Reading, role: Text) -> Iterator[Checked]:
    """That a report cannot be matched, or that parts of it could not be read."""
    faults = [Unreadable(one.rule, _said(role, one.words), one.place) for one in report.troubles]
    if not is_placed(report):
        faults.append(Unreadable(NO_REPORT, _said(role, _NOT_PLACED)))
    if faults:
        refused = [reading.refuse(report.source, fault) for fault in faults]
        yield refused[0]._replace(diagnostics=tuple(found for one in refused for found in one.diagnostics))


def _said(role: Text, words: Text) -> Text:
    return Text(f"{role.zh}：{words.zh}", f"{role.en}: {words.en}")
