"""Which findings of a baseline still stand, judged over a whole run: several files may report for one body and year."""

import os
from typing import NamedTuple

from lint.model.address import is_url
from lint.model.report import Identity
from lint.model.run import Checked
from lint.model.waiver import Baseline, Known, report_key


class _Met(NamedTuple):
    """What a run met of one body and year: its files by their name beside the baseline, the known findings found in
    any of them, the rules that left anything undecided, and the files that were not read whole.
    """

    files: dict[str, str]
    found: set[str]
    undecided: set[str]
    torn: set[str]


class Gone(NamedTuple):
    """The findings that are gone of one body and year, and the files that were read for it, as the run named them."""

    files: tuple[str, ...]
    findings: tuple[Known, ...]


class Standing:
    """What a run saw of the reports that a baseline knows.

    A finding is gone where no file of its body and year has it. For that all of them have to be read whole, with the
    file in which it was found where that is still there; and its rule has to be asked, and to answer.
    """

    def __init__(self, baseline: Baseline) -> None:
        self.baseline = baseline
        self._met: dict[str, _Met] = {}

    def key(self, source: str, who: Identity) -> str:
        """What the baseline knows a report by."""
        return report_key(beside(self.baseline, source), who.agency, who.year)

    def add(self, checked: Checked) -> None:
        """One result more. Of an unreadable file nobody knows whose it is: the baseline has its name."""
        if checked.report is None:
            return
        key = self.key(checked.source, checked.report.identity)
        known = self.baseline.known.get(key)
        if known is None:
            return
        met = self._met.setdefault(key, _Met({}, set(), set(), set()))
        met.files[beside(self.baseline, checked.source)] = checked.source
        met.found.update(one.fingerprint for one in checked.diagnostics if one.fingerprint in known)
        met.undecided.update(rule for rule, _ in checked.undecided)
        if checked.state != "read":
            met.torn.add(checked.source)

    def found(self, key: str, fingerprint: str) -> bool:
        """Whether a known finding of a body and year was found again."""
        return key in self._met and fingerprint in self._met[key].found

    def gone(self, unasked: frozenset[str]) -> dict[str, Gone]:
        """Once all results were seen: what is gone, by body and year. ``unasked`` are the rules that were not asked."""
        judged = {key: self._gone(key, met, unasked) for key, met in self._met.items() if not met.torn}
        return {key: Gone(tuple(self._met[key].files.values()), some) for key, some in judged.items() if some}

    def _gone(self, key: str, met: _Met, unasked: frozenset[str]) -> tuple[Known, ...]:
        return tuple(
            one
            for fingerprint, entries in self.baseline.known[key].items()
            if fingerprint not in met.found and all(self._is_judged(entry, met) for entry in entries)
            for one in entries
            if one.rule not in unasked and one.rule not in met.undecided
        )

    def _is_judged(self, one: Known, met: _Met) -> bool:
        """Whether the file in which a finding was is among those read; one that was renamed is there no more."""
        if one.source in met.files:
            return True
        if is_url(one.source):
            return False
        return not os.path.lexists(os.path.join(_folder(self.baseline), one.source))  # noqa: PTH118 - plain strings


def beside(baseline: Baseline, source: str) -> str:
    """The name of a file as seen from the folder of the baseline, so that both may move; an address as it is."""
    if is_url(source):
        return source
    try:
        return os.path.relpath(source, _folder(baseline)).replace(os.sep, "/")
    except ValueError:  # another drive of Windows
        return source


def _folder(baseline: Baseline) -> str:
    return os.path.dirname(os.path.abspath(baseline.source))  # noqa: PTH120, PTH100 - a name, no path to be followed
