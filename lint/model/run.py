"""What came of a run: one result for each file, and the sum of them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from lint.model.finding import Diagnostic, Severity, Tally
from lint.model.report import NOTHING_EARLIER, Report

if TYPE_CHECKING:
    from lint.model.cause import Cause  # a clean report has none
    from lint.model.undecided import Reason

NO_ANSWERS = Tally()
State: TypeAlias = Literal["read", "half", "unreadable", "passed_over", "settings"]


class Checked(NamedTuple):
    """One file: read; half read, a table of it could not be; unreadable; or passed over, being no report.

    ``settings`` is no report: what is to be said of the configuration itself.
    """

    source: str
    state: State
    report: Report | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    tally: Tally = NO_ANSWERS
    undecided: "tuple[tuple[str, Reason], ...]" = ()
    causes: "tuple[Cause, ...]" = ()


class Summary:
    """The counts of a run."""

    def __init__(self) -> None:
        self.files = 0
        self.reports = 0
        self.unreadable = 0
        self.half = 0
        self.passed_over = 0
        self.waived = 0
        self.unmatched = 0  # reports without last year's among the earlier ones given
        self.counts = dict.fromkeys(Severity, 0)
        self.tally = Tally()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Summary) and vars(self) == vars(other)

    __hash__ = None  # type: ignore[assignment]  # it changes as files are counted in

    def add(self, checked: Checked) -> None:
        """Count one file in."""
        if checked.state == "passed_over":
            self.passed_over += 1
            return
        self.files += checked.state != "settings"
        self.reports += checked.state not in ("unreadable", "settings")
        self.unreadable += checked.state == "unreadable"
        self.half += checked.state == "half"
        self.tally.add(checked.tally)
        for diagnostic in checked.diagnostics:
            self.unmatched += diagnostic.rule == NOTHING_EARLIER
            if diagnostic.waived is None:
                self.counts[diagnostic.severity] += 1
            else:
                self.waived += 1

    def exit_code(self, fail_on: str, *, may_be_none: bool = False) -> int:
        """0, 1 or 2: 2 where not everything could be checked, or nothing was, unless there ``may_be_none``."""
        if self.unreadable or self.half or self.tally.crashed or not (self.files or may_be_none):
            return 2
        if fail_on == "never":
            return 0
        limit = Severity(fail_on).rank
        return int(any(count for severity, count in self.counts.items() if severity.rank <= limit))

    def as_dict(self) -> dict[str, int]:
        """The counts under the names of the JSON output."""
        return {
            "files": self.files,
            "reports": self.reports,
            **{severity.value: count for severity, count in self.counts.items()},
            "undecided": self.tally.undecided,
            "unreadable": self.unreadable,
            "passed_over": self.passed_over,
            "waived": self.waived,
        }


class Run(NamedTuple):
    """A whole run: the files in the order given, and their sum."""

    results: tuple[Checked, ...]
    summary: Summary


def run_of(results: Iterable[Checked]) -> Run:
    """Gather results into a run."""
    gathered = tuple(results)
    summary = Summary()
    for checked in gathered:
        summary.add(checked)
    return Run(gathered, summary)
