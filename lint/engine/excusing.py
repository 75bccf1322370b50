"""Findings that are waived or known stay in the output, with the reason, and no longer count; idle excuses are told."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from lint.engine.dress import dress_words
from lint.engine.standing import Gone, Standing
from lint.model.finding import Diagnostic
from lint.model.report import Identity
from lint.model.rule import Rule
from lint.model.run import Checked
from lint.model.text import Text
from lint.model.waiver import NEVER_WAIVED, Baseline, Waiver

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
        self.standing = Standing(excuses.baseline) if excuses.baseline is not None else None

    def mark(self, checked: Checked) -> Checked:
        """The result with the reason in each finding that is excused."""
        if checked.report is None:
            return checked
        who = checked.report.identity
        mine = [number for number, one in enumerate(self.excuses.waivers) if one.is_for(who)]
        self.asked.update(mine)
        known = self._known(checked.source, who)
        marked = tuple(self._marked(found, mine, known) for found in checked.diagnostics)
        if self.standing is not None:
            self.standing.add(checked)
        return checked._replace(diagnostics=marked)

    def _known(self, source: str, who: Identity) -> frozenset[str]:
        if self.standing is None:
            return frozenset()
        return frozenset(self.standing.baseline.known.get(self.standing.key(source, who), ()))

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

    def idle(self, unasked: frozenset[str]) -> Iterator[Checked]:
        """What is to be said at the end of the run about excuses: one result for each file they stand in.

        ``unasked`` are the rules that the run did not ask, by id and name: of their excuses it says nothing.
        """
        told = [*self._expired(), *self._unused(unasked)]
        if told:
            yield Checked(self.excuses.source, "settings", diagnostics=tuple(told))
        gone = self.standing.gone(unasked) if self.standing is not None else {}
        if gone and self.excuses.baseline is not None:
            yield Checked(self.excuses.baseline.source, "settings", diagnostics=tuple(map(self._stale, gone.values())))

    def _expired(self) -> Iterator[Diagnostic]:
        for number in sorted(self.expired):
            one = self.excuses.waivers[number]
            zh, en = _named(number, one)
            yield self._told(EXPIRED, Text(f"{zh}已于 {one.until} 到期，不再生效", f"{en} expired on {one.until}"))

    def _unused(self, unasked: frozenset[str]) -> Iterator[Diagnostic]:
        for number in sorted(self.asked - self.used - self.expired):
            if self.excuses.waivers[number].rule in unasked:
                continue
            zh, en = _named(number, self.excuses.waivers[number])
            words = Text(f"{zh}没有对应任何问题，请删去", f"{en} excused nothing: remove it")
            yield self._told(UNUSED, words)

    def _stale(self, gone: Gone) -> Diagnostic:
        source, count, more = gone.files[0], len(gone.findings), len(gone.files) - 1
        zh = f"（及同一机关、年度的另 {more} 份）" if more else ""
        en = f" (and {more} more of the same body and year)" if more else ""
        words = Text(
            f"{source}{zh}：基线中的 {count} 个问题已不存在，请用 xxgk-lint baseline prune 清理",
            f"{source}{en}: {count} findings of the baseline are gone; xxgk-lint baseline prune takes them out",
        )
        return self._told(STALE, words)

    def _told(self, rule: str, words: Text) -> Diagnostic:
        return dress_words(self.linter[rule], words, None, None)


def _named(number: int, waiver: Waiver) -> tuple[str, str]:
    parts = [waiver.rule, waiver.agency, str(waiver.year) if waiver.year else None, waiver.pointer]
    about = " ".join(part for part in parts if part)
    return f"第 {number + 1} 条豁免（{about}）", f"waiver {number + 1} ({about})"
