"""Findings that are waived or known stay in the output, with the reason, and no longer count; idle excuses are told."""

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from lint.engine.dress import dress_words
from lint.model.address import is_url
from lint.model.finding import Diagnostic
from lint.model.report import Identity
from lint.model.rule import Rule
from lint.model.run import Checked
from lint.model.text import Text
from lint.model.waiver import NEVER_WAIVED, Baseline, Waiver, report_key

UNUSED, EXPIRED, STALE = "LT010", "LT011", "LT012"
NOBODY = Identity()


class Excuses(NamedTuple):
    """What is excused in a run. ``source`` is the configuration in which the waivers stand."""

    waivers: tuple[Waiver, ...] = ()
    source: str = ""
    baseline: Baseline | None = None


class Excusing:
    """Marks the findings of one run, report after report, and keeps count of which excuse was used.

    ``today`` decides which waivers have expired: those excuse nothing.
    """

    def __init__(self, excuses: Excuses, linter: Mapping[str, Rule], today: date) -> None:
        self.excuses = excuses
        self.linter = linter
        self.expired = frozenset(
            number for number, one in enumerate(excuses.waivers) if one.until is not None and one.until < today
        )
        self.asked: set[int] = set()
        self.used: set[int] = set()
        self.gone: dict[str, tuple[str, ...]] = {}

    def mark(self, checked: Checked) -> Checked:
        """The result with the reason in each finding that is excused."""
        if checked.report is None:
            return checked
        who = checked.report.identity
        mine = [number for number, one in enumerate(self.excuses.waivers) if one.is_for(who)]
        self.asked.update(mine)
        known = self._known(checked.source, who)
        marked = tuple(self._marked(found, mine, known) for found in checked.diagnostics)
        self._note_gone(checked, known)
        return checked._replace(diagnostics=marked)

    def _known(self, source: str, who: Identity) -> frozenset[str]:
        baseline = self.excuses.baseline
        if baseline is None:
            return frozenset()
        return frozenset(baseline.known.get(report_key(beside(baseline, source), who.agency, who.year), ()))

    def _marked(self, found: Diagnostic, waivers: Sequence[int], known: frozenset[str]) -> Diagnostic:
        if found.rule.startswith(NEVER_WAIVED):
            return found
        hits = [
            number for number in waivers if number not in self.expired and self.excuses.waivers[number].excuses(found)
        ]
        self.used.update(hits)
        if hits:
            return found._replace(waived=self.excuses.waivers[hits[0]].reason)
        if found.fingerprint in known and self.excuses.baseline is not None:
            return found._replace(waived=f"基线 baseline: {self.excuses.baseline.source}")
        return found

    def _note_gone(self, checked: Checked, known: frozenset[str]) -> None:
        """A known finding is gone where its report was read whole and no longer has it."""
        gone = known - {found.fingerprint for found in checked.diagnostics}
        if gone and checked.state == "read":
            self.gone[checked.source] = tuple(sorted(gone))

    def idle(self) -> Iterator[Checked]:
        """What is to be said at the end of the run about excuses: one result for each file they stand in."""
        told = [*self._expired(), *self._unused()]
        if told:
            yield Checked(self.excuses.source, "settings", diagnostics=tuple(told))
        if self.gone and self.excuses.baseline is not None:
            yield Checked(self.excuses.baseline.source, "settings", diagnostics=tuple(self._stale()))

    def _expired(self) -> Iterator[Diagnostic]:
        for number in sorted(self.expired):
            one = self.excuses.waivers[number]
            zh, en = _named(number, one)
            yield self._told(EXPIRED, Text(f"{zh}已于 {one.until} 到期，不再生效", f"{en} expired on {one.until}"))

    def _unused(self) -> Iterator[Diagnostic]:
        for number in sorted(self.asked - self.used - self.expired):
            zh, en = _named(number, self.excuses.waivers[number])
            words = Text(f"{zh}没有对应任何问题，请删去", f"{en} excused nothing: remove it")
            yield self._told(UNUSED, words)

    def _stale(self) -> Iterator[Diagnostic]:
        for source, gone in self.gone.items():
            words = Text(
                f"{source}：基线中的 {len(gone)} 个问题已不存在，请用 xxgk-lint baseline prune 清理",
                f"{source}: {len(gone)} findings of the baseline are gone; xxgk-lint baseline prune takes them out",
            )
            yield self._told(STALE, words)

    def _told(self, rule: str, words: Text) -> Diagnostic:
        return dress_words(self.linter[rule], words, None, None)


def beside(baseline: Baseline, source: str) -> str:
    """The name of a file as seen from the folder of the baseline, so that both may move; an address as it is."""
    if is_url(source):
        return source
    folder = os.path.dirname(os.path.abspath(baseline.source))  # noqa: PTH120, PTH100 - a name, no path to be followed
    try:
        return os.path.relpath(source, folder).replace(os.sep, "/")
    except ValueError:  # another drive of Windows
        return source


def _named(number: int, waiver: Waiver) -> tuple[str, str]:
    parts = [waiver.rule, waiver.agency, str(waiver.year) if waiver.year else None, waiver.pointer]
    about = " ".join(part for part in parts if part)
    return f"第 {number + 1} 条豁免（{about}）", f"waiver {number + 1} ({about})"
