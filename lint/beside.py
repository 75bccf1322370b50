"""The reports to compare with: found once for a run, and what of them could not be used. Nothing of them is checked."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

from lint.model.corpus import Corpus, is_placed
from lint.model.errors import Unreadable
from lint.model.later import Collected, Later
from lint.model.norms import Norms
from lint.model.report import NO_REPORT, Identity, Report
from lint.model.run import Checked
from lint.model.settings import Settings
from lint.model.text import Text
from lint.readers.files import NO_REPORT_BELOW, Target, is_collection, wanted

_EARLIER = Text("用于对比的往年报告", "report of an earlier year, to compare with")
_MEMBER = Text("用于对比的下级报告", "report of a member, to compare with")
_NOT_PLACED = Text("看不出是哪个机关、哪一年度的报告", "it does not say which body or which year it is of")


class Reading(NamedTuple):
    """How to open files, telling nothing about their bodies; how to say that one cannot be used; how to open a
    collection, by its path and the body of rows that name none.
    """

    open: Callable[[Sequence[Target]], Iterator[Report | Checked]]
    refuse: Callable[[str, Unreadable], Checked]
    collected: Callable[[str, str | None], Collected]


class Lost(NamedTuple):
    """What of a path is of no use, or of partial use only: made when it is told, since there may be very much of it."""

    path: str
    results: Callable[[], Iterable[Checked]]


class Gathered(NamedTuple):
    """The reports to compare with, and what could not be used."""

    corpus: Corpus
    lost: tuple[Lost, ...]


def gather(settings: Settings, reading: Reading, norms: Norms | None = None) -> Gathered:
    """Read what ``previous`` and ``members`` of the settings mean: files, folders and patterns of any format, and
    collections.

    Files are held as they were read; the rows of a collection are read when a rule asks for them.
    """
    years = _Role(_EARLIER, reading, settings.told.agency)
    members = _Role(_MEMBER, reading)
    for role, paths in ((years, settings.previous), (members, settings.members)):
        role.read(paths, settings.exclude)
    corpus = Corpus(
        years.given if settings.previous else None,
        members.given if settings.members else None,
        settings.member_names,
        norms,
    )
    return Gathered(corpus, (*years.lost, *members.lost))


class _Role:
    """The reports of earlier years, or those of members; ``agency`` is the body that the user told."""

    def __init__(self, words: Text, reading: Reading, agency: str | None = None) -> None:
        self.given: list[Later] = []
        self.lost: list[Lost] = []
        self._words = words
        self._reading = reading
        self._agency = agency
        self._passed_over: set[str] = set()

    def read(self, paths: tuple[str, ...], leave_out: tuple[str, ...]) -> None:
        """Read what the paths mean."""
        found = wanted(paths, (), leave_out)
        for collections, some in groupby(found.targets, is_collection):
            if collections:
                for target in some:
                    self._collection(target.path)
            else:
                self._files(tuple(some))
        for path in found.barren(frozenset(self._passed_over)):
            self._lose(path, self._barren(path))

    def _files(self, targets: Sequence[Target]) -> None:
        for target, one in zip(targets, self._reading.open(targets), strict=True):
            if isinstance(one, Checked):
                if one.state == "passed_over":
                    self._passed_over.add(one.source)
                else:
                    self._lose(one.source, one)
                continue
            report = self._told(one, target)._replace(find_places=dict, flat=None)  # of it no place is ever told
            self.given.append(Later(report.identity, partial(_itself, report)))
            self._lose(target.path, *self._unusable(report))

    def _told(self, report: Report, target: Target) -> Report:
        """The report as that of the body which the user told: where it names none itself, or he named the very file."""
        if self._agency is None or not (target.named or report.identity.agency is None):
            return report
        who: Identity = report.identity._replace(agency=self._agency)
        return report._replace(identity=who)

    def _collection(self, path: str) -> None:
        """The rows of a collection: each is as a file of a folder."""
        try:
            found = self._reading.collected(path, self._agency)
        except Unreadable as error:
            self._lose(path, self._reading.refuse(path, error))
            return
        self.given += found.reports
        self.lost.append(Lost(path, partial(self._odd, path, found.odd)))
        if found.failure is not None:
            self._lose(path, self._reading.refuse(path, found.failure))
        elif not found.total:
            self._lose(path, self._barren(path))

    def _odd(self, path: str, odd: Callable[[], Iterator[Report | Checked]]) -> Iterator[Checked]:
        """One result for each row that cannot be used, or in part only."""
        try:
            for one in odd():
                yield from (one,) if isinstance(one, Checked) else self._unusable(one)
        except Unreadable as error:
            yield self._reading.refuse(path, error)

    def _lose(self, path: str, *results: Checked) -> None:
        if results:
            self.lost.append(Lost(path, partial(iter, results)))

    def _unusable(self, report: Report) -> Iterator[Checked]:
        """That a report cannot be matched, or that parts of it could not be read."""
        faults = [Unreadable(one.rule, self._said(one.words), one.place) for one in report.troubles]
        if not is_placed(report.identity):
            faults.append(Unreadable(NO_REPORT, self._said(_NOT_PLACED)))
        if faults:
            refused = [self._reading.refuse(report.source, fault) for fault in faults]
            yield refused[0]._replace(diagnostics=tuple(found for one in refused for found in one.diagnostics))

    def _barren(self, path: str) -> Checked:
        return self._reading.refuse(path, Unreadable(NO_REPORT, self._said(NO_REPORT_BELOW)))

    def _said(self, words: Text) -> Text:
        return Text(f"{self._words.zh}：{words.zh}", f"{self._words.en}: {words.en}")


def _itself(report: Report) -> Report:
    return report
