"""``change``: a figure must not differ from last year's by a suspicious factor."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lint.engine.checks.table import Written
from lint.model.case import Case
from lint.model.figures import is_figure
from lint.model.finding import Finding
from lint.model.pointer import Pointer, resolve
from lint.model.rule import Answers
from lint.model.undecided import NOT_IN_BOTH, Reason


@dataclass(frozen=True, slots=True)
class ChangeCheck:
    """Asks each given figure whether the larger of it and last year's is ``least`` times the smaller or more.

    With ``most``, beyond that factor nothing is said. A smaller figure below ``base`` says nothing either: from 1 to 12
    is no jump. A figure that one of the two reports does not have at all is not asked, since the forms differ; one that
    is blank or unreadable in either is undecided.
    """

    given: tuple[Pointer, ...]
    least: Decimal | int
    most: Decimal | int | None
    base: Decimal | int

    def ask(self, case: Case) -> Answers:
        """One answer for each figure. Raises Undecided where there is no report of last year."""
        findings: list[Finding] = []
        undecided: list[Reason] = []
        passed = 0
        for at, now, then in in_both(self.given, case, case.last_year):
            if not (is_figure(now) and is_figure(then)):
                undecided.append(Reason(at, NOT_IN_BOTH))
            elif self._is_jump(now, then):
                findings.append(Finding(at, _values(now, then, case)))
            else:
                passed += 1
        return Answers(passed, tuple(findings), tuple(undecided))

    def _is_jump(self, now: Decimal | int, then: Decimal | int) -> bool:
        small, large = sorted((now, then))
        return small >= self.base and self.least * small <= large and (self.most is None or large <= self.most * small)


def in_both(given: tuple[Pointer, ...], case: Case, other: Case) -> Iterator[tuple[Pointer, object, object]]:
    """Every given place that stands in both reports, or could not be read in the other, with its two values."""
    for pattern in given:
        for at, value in case.select(pattern):
            found, before = resolve(other.report.tree, at)
            if found or other.unread(at):
                yield at, value, before


def _values(now: Decimal | int, then: Decimal | int, case: Case) -> dict[str, str]:
    small, large = sorted((now, then))
    year = (case.report.identity.year or 0) - 1
    return {"actual": str(now), "before": str(then), "year": str(year), "times": str(int(large // small))}


def made(written: Written) -> ChangeCheck:
    """The check that a rule file asks for."""
    options = written.options["change"]
    return ChangeCheck(written.given, options["least"], options.get("most"), options["base"])
