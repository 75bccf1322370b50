"""Rules meet a report: every rule is asked, every answer counted."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from lint.engine.checks.python import PythonCheck
from lint.engine.checks.schema import SchemaCheck
from lint.engine.dress import dress, dress_words
from lint.engine.schemas import Judge, SchemaError
from lint.model.case import Case
from lint.model.finding import Diagnostic, Finding, Tally, Undecided
from lint.model.node import Node
from lint.model.report import Report
from lint.model.rule import EVERY, ONE_PASSED, Answers, Guard, Rule
from lint.model.text import Text

if TYPE_CHECKING:
    from lint.model.layout import Layout

CRASHED = "LT007"


class Asked(NamedTuple):
    """All about one report: its diagnostics in document order, the answers counted, why some are undecided."""

    diagnostics: tuple[Diagnostic, ...]
    tally: Tally
    undecided: tuple[tuple[str, str], ...]


class Engine:
    """The chosen rules, made ready to be asked of many reports."""

    def __init__(
        self,
        rules: Iterable[Rule],
        judges: Callable[[str], Judge],
        layouts: "Callable[[str], Layout]",
    ) -> None:
        chosen = tuple(rules)
        self.linter: Mapping[str, Rule] = {rule.id: rule for rule in chosen if rule.family == "LT"}
        self.schema_rules = tuple((rule, rule.check) for rule in chosen if isinstance(rule.check, SchemaCheck))
        claimed = {rule.id for rule, _ in self.schema_rules}
        self.rules = tuple(rule for rule in chosen if rule.id not in claimed and rule.id not in self.linter)
        self.questions = tuple(
            (
                rule,
                rule.check.ask,
                rule.check.whole if isinstance(rule.check, PythonCheck) else None,
                rule.when is EVERY,
            )
            for rule in self.rules
        )
        self.judges = judges
        self.layouts = layouts

    def run(self, report: Report) -> Asked:
        """Ask every rule about one report. The one blind except of the project: a rule may be anybody's code."""
        case = Case(report)
        edition = report.identity.edition or "2021"
        asked = _Questions(case, lambda: self.layouts(edition), self.linter)
        if self.schema_rules:
            asked.schema(self.schema_rules, _schema_errors(case, self.judges(edition)))
        whole = Node(case, "", report.tree)
        plainly_passed = 0
        for rule, ask, function, always in self.questions:
            try:
                if not (always or asked.admits(rule)):
                    continue
                # Most rules are functions of the whole report: called here, one node serves all of them.
                answers = _answers(tuple(function(whole))) if function else ask(case)
                if answers.findings or answers.undecided:
                    asked.note(rule, answers)
                else:
                    plainly_passed += answers.passed
            except Undecided as reason:
                asked.note(rule, Answers(0, (), (f"/: {reason}" if function else str(reason),)))
            except Exception as error:  # noqa: BLE001
                asked.crash(rule, error)
        asked.tally.passed += plainly_passed
        asked.troubles()
        return asked.result()


def _answers(found: tuple[Finding, ...]) -> Answers:
    return Answers(0, found) if found else ONE_PASSED


def _schema_errors(case: Case, judge: Judge) -> list[SchemaError]:
    if not case.has_odd_decimals and judge.accepts(case.light_tree):
        return []
    return judge.errors(case.report.tree)


class _Questions:
    """The questions to one report, and what came of them so far."""

    def __init__(self, case: Case, layout: "Callable[[], Layout]", linter: Mapping[str, Rule]) -> None:
        self.case = case
        self.layout = layout
        self.linter = linter
        self.tally = Tally()
        self.diagnostics: list[Diagnostic] = []
        self.undecided: list[tuple[str, str]] = []

    def admits(self, rule: Rule) -> bool:
        """Whether the rule is for this report; where the report does not say, that is an undecided answer."""
        asked = _admits(rule.when, self.case.report)
        if asked is None:
            self.note(rule, Answers(0, (), ("when: the report does not say which body or year it is",)))
        return bool(asked)

    def schema(self, rules: tuple[tuple[Rule, SchemaCheck], ...], errors: list[SchemaError]) -> None:
        """Give each schema error to the rule that claims it most closely."""
        if not errors and all(rule.when is EVERY for rule, _ in rules):
            self.tally.passed += len(rules)
            return
        found: dict[str, list[Finding]] = {rule.id: [] for rule, _ in rules}
        for error in errors:
            closest = max(rules, key=lambda rule: rule[1].claims(error.keyword, error.at))
            if closest[1].claims(error.keyword, error.at):
                found[closest[0].id].append(Finding(error.at, error.values))
        for rule, _ in rules:
            if _admits(rule.when, self.case.report):
                findings = tuple(found[rule.id])
                self.note(rule, Answers(0 if findings else 1, findings))

    def troubles(self) -> None:
        """What could not be read is a finding of the linter itself."""
        for trouble in self.case.report.troubles:
            rule = self.linter[trouble.rule]
            place = trouble.place or self.case.report.locate(trouble.pointer)
            where = self.layout().words(trouble.pointer)
            self.diagnostics.append(dress_words(rule, trouble.words, trouble.pointer, place, where))

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
        for finding in answers.findings:
            if self.case.report.troubles and self._touches_unread(finding):
                self.tally.undecided += 1
                self.undecided.append((rule.id, f"{finding.at}: could not be read"))
            else:
                self.tally.failed += 1
                self.diagnostics.append(dress(finding, rule, self.layout(), self.case.report))

    def _touches_unread(self, finding: Finding) -> bool:
        return any(self.case.unread(at) for at in (finding.at, *finding.related) if at)

    def crash(self, rule: Rule, error: Exception) -> None:
        """A rule that raises is a finding of the linter; the run goes on."""
        self.tally.crashed += 1
        kind = type(error).__name__
        words = Text(f"规则 {rule.id} 自身出错（{kind}）", f"rule {rule.id} crashed ({kind})")
        self.diagnostics.append(dress_words(self.linter[CRASHED], words, "", None))


def _admits(when: Guard, report: Report) -> bool | None:
    """Whether a guard lets the report through; None where the report does not say."""
    who = report.identity
    answers = [
        _among(who.edition, when.editions),
        _among(who.kind, when.kinds),
        _among(who.level, when.levels),
        _within(who.year, when.year_from, when.year_to),
    ]
    if False in answers:
        return False
    return None if None in answers else True


def _among(value: str | None, wanted: tuple[str, ...]) -> bool | None:
    if not wanted:
        return True
    return None if value is None else value in wanted


def _within(year: int | None, first: int | None, final: int | None) -> bool | None:
    if first is None and final is None:
        return True
    return None if year is None else (first or year) <= year <= (final or year)


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
