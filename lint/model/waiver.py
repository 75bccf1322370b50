"""What is excused: a finding that the project's configuration waives, or one that its baseline knows already."""

import datetime
from collections.abc import Mapping
from typing import NamedTuple

from lint.model.finding import Diagnostic
from lint.model.plain import plain_text
from lint.model.pointer import Pointer, matches
from lint.model.report import Identity

NEVER_WAIVED = "LT"  # findings about the check itself


class Waiver(NamedTuple):
    """A finding that is accepted, and why: ``reason`` is shown wherever the finding is.

    ``rule`` is an id or a name. ``agency``, ``year`` and ``pointer`` (a pattern: ``*`` one step, ``**`` any) narrow it
    down; None is any. ``until`` is the last day on which it holds.
    """

    rule: str
    reason: str
    agency: str | None = None
    year: int | None = None
    pointer: Pointer | None = None
    until: datetime.date | None = None

    def is_for(self, who: Identity) -> bool:
        """Whether it may excuse something in a report of this body and year."""
        if self.agency is not None and plain_text(self.agency) != plain_text(who.agency or ""):
            return False
        return self.year is None or self.year == who.year

    def excuses(self, found: Diagnostic) -> bool:
        """Whether it is about this finding, in a report that it is for."""
        if self.rule not in (found.rule, found.name):
            return False
        return self.pointer is None or (found.pointer is not None and matches(self.pointer, found.pointer))


class Known(NamedTuple):
    """A finding that a baseline knows: in the report of which body and year, else in which file."""

    source: str
    agency: str | None
    year: int | None
    rule: str
    pointer: Pointer | None
    fingerprint: str
    message: str = ""


def report_key(source: str, agency: str | None, year: int | None) -> str:
    """What a report is known by when it is checked again: its body and year, else its file as named."""
    return source if agency is None or year is None else f"{plain_text(agency)} {year}"


class Baseline(NamedTuple):
    """The findings that a project lives with, by report and fingerprint. ``source`` is the file they stand in.

    One finding is known several times where several files report for one body and year.
    """

    source: str
    known: Mapping[str, Mapping[str, tuple[Known, ...]]]
