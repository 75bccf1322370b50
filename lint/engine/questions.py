"""The questions to one report, and what came of them so far."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from lint.engine.admitting import is_for
from lint.engine.checks.schema import SchemaCheck
from lint.engine.dress import dress, dress_words
from lint.engine.regrading import may_be_regraded
from lint.engine.schemas import SchemaError
from lint.model.case import Case
from lint.model.finding import Diagnostic, Finding, Tally
from lint.model.form import FIRST_YEAR
from lint.model.node import Node
from lint.model.report import NOTHING_EARLIER
from lint.model.rule import ONE_PASSED, Answers, Rule
from lint.model.text import Text
from lint.model.undecided import NOT_FOR_THIS, NOT_PLACED, UNREAD, Reason, Undecided

if TYPE_CHECKING:
    from lint.model.layout import Layout

CRASHED = "LT007"
TOO_OLD = "LT008"
# A rule, how to ask it, and its function where that is to be called once with the whole report.
Question: TypeAlias = tuple[Rule, Callable[[Case], Answers], Callable[[Node], Iterable[Finding]] | None]
# The questions for a report, and the rules of which it does not say whether they are for it.
Admitted: TypeAlias = tuple[tuple[Question, ...], tuple[Rule, ...]]

Claimants: TypeAlias = tuple[tuple[Rule, SchemaCheck], ...]


class Asked(NamedTuple):
    """All about one report: its diagnostics in document order, the answers counted, why some are undecided."""

    diagnostics: tuple[Diagnostic, ...]
    tally: Tally
    undecided: tuple[tuple[str, Reason], ...]


class Questions:
    """The questions to one report, and what came of them so far."""

    def __init__(self, case: Case, layout: "Callable[[], Layout]", linter: Mapping[str, Rule]) -> None:
        self.case = case
        self.layout = layout
        self.linter = linter
        self.tally = Tally()
        self.diagnostics: list[Diagnostic] = []
        self.undecided: list[tuple[str, Reason]] = []

    def unsure(self, rule: Rule) -> None:
        """Count a rule of which the report does not say whether it is for it."""
        self.note(rule, Answers(0, (), (Reason("", NOT_PLACED),)))

    def schema(self, claimants: Claimants, asked: frozenset[str], errors: list[SchemaError]) -> None:
        """Give each schema error to the rule that claims it most closely, and count what the rules asked answer.

        An error whose rule is not asked is not told; one whose rule is not for this report is undecided.
        """
        if not errors:
            self.tally.passed += len([rule for rule, _ in claimants if rule.id in asked and self._is_for(rule)])
            return
        found: dict[str, list[Finding]] = {rule.id: [] for rule, _ in claimants}
        for error in errors:
            rule, check = max(claimants, key=lambda claimant: claimant[1].claims(error.keyword, error.at))
            if check.claims(error.keyword, error.at):
                found[rule.id].append(Finding(error.at, error.values))
        for rule, _ in claimants:
            if rule.id not in asked:
                continue
            findings = tuple(found[rule.id])
            if self._is_for(rule):
                self.note(rule, Answers(0, findings) if findings else ONE_PASSED)
            elif findings:
                self.note(rule, Answers(0, (), (Reason("", NOT_FOR_THIS),)))

    def _is_for(self, rule: Rule) -> bool:
        return is_for(rule, self.case.report.identity) is not False

    def troubles(self) -> None:
        """What could not be read is a finding of the linter itself."""
        for trouble in self.case.report.troubles:
            rule = self.linter[trouble.rule]
            place = trouble.place or self.case.report.locate(trouble.pointer)
            where = self.layout().words(trouble.pointer)
            self.diagnostics.append(dress_words(rule, trouble.words, trouble.pointer, place, where))

    def age(self) -> None:
        """A report older than the unified form says so: nothing of the form can be held against it."""
        year = self.case.report.identity.year
        if year is not None and year < FIRST_YEAR:
            words = Text(
                f"报告年度 {year} 早于统一格式（{FIRST_YEAR}年度起），未按格式检查",
                f"report year {year} is older than the unified form of {FIRST_YEAR}; it was not held against it",
            )
            place = self.case.report.locate("/year") or self.case.report.locate("/title")
            where = self.layout().words("/year")
            self.diagnostics.append(dress_words(self.linter[TOO_OLD], words, "/year", place, where))

    def last_year(self) -> None:
        """Where earlier reports are given and none is of the year before, the report says so: nothing was compared."""
        try:
            self.case.beside.last_year(self.case.report)
        except Undecided as reason:
            place = self.case.report.locate("/year") or self.case.report.locate("/title")
            where = self.layout().words("/year")
            rule = self.linter[NOTHING_EARLIER]
            self.diagnostics.append(dress_words(rule, reason.told, "/year", place, where))

    def result(self) -> Asked:
        """Everything, in document order."""
        order = {at: number for number, at in enumerate(_pointers(self.case))} if self.diagnostics else {}
        self.diagnostics.sort(key=lambda found: (order.get(found.pointer or "", -1), found.severity.rank, found.rule))
        return Asked(tuple(self.diagnostics), self.tally, tuple(self.undecided))

    def note(self, rule: Rule, answers: Answers) -> None:
        """Count the answers of a rule, and dress its findings."""
        self.tally.passed += answers.passed
        self.tally.undecided += len(answers.undecided)
        if answers.undecided:
            self.undecided.extend((rule.id, reason) for reason in answers.undecided)
        if rule.regrades and answers.findings and may_be_regraded(rule, self.case.report.identity):
            self.tally.undecided += 1
            self.undecided.append((rule.id, Reason("", NOT_PLACED)))
        for finding in answers.findings:
            if self.case.report.troubles and self._touches_unread(finding):
                self.tally.undecided += 1
                self.undecided.append((rule.id, Reason(finding.at or "", UNREAD)))
            else:
                self.tally.failed += 1
                self.diagnostics.append(dress(finding, rule, self.layout(), self.case.report))

    def _touches_unread(self, finding: Finding) -> bool:
        return any(self.case.unread(at) for at in (finding.at, *finding.related) if at)

    def crash(self, rule: Rule, error: BaseException) -> None:
        """A rule that raises is a finding of the linter; the run goes on."""
        self.tally.crashed += 1
        kind = type(error).__name__
        words = Text(f"规则 {rule.id} 自身出错（{kind}）", f"rule {rule.id} crashed ({kind})")
        self.diagnostics.append(dress_words(self.linter[CRASHED], words, "", None))


def _pointers(case: Case) -> Iterable[str]:
    """Every pointer of the report, in document order."""
    stack: list[tuple[str, object]] = [("", case.report.tree)]
    while stack:
        at, value = stack.pop()
        yield at
        if isinstance(value, dict):
            stack.extend((f"{at}/{name}", below) for name, below in reversed(value.items()))
        elif isinstance(value, list):
            stack.extend((f"{at}/{number}", below) for number, below in reversed(list(enumerate(value))))
