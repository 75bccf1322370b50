"""``conditions``: a combination of figures that is worth a look when all of its comparisons hold."""

from typing import NamedTuple

from lint.engine.checks.relation import COMPARISONS, terms_of, value_of
from lint.engine.equations import Equation, only_form, spell_out
from lint.engine.linear import parse_relation
from lint.model.case import ABSENT, Case, Figures
from lint.model.errors import RuleError
from lint.model.finding import Finding, Severity
from lint.model.form import CELLS
from lint.model.pointer import Pointer
from lint.model.rule import Answers
from lint.model.text import Text


class Alternative(NamedTuple):
    """Comparisons that must all hold for a finding, and the severity of that finding (None: the rule's own)."""

    holds: tuple[str, ...]
    severity: Severity | None = None


class ConditionsCheck:
    """Asks, at each given place, whether all comparisons of an alternative hold; the first that does is the finding.

    A blank counts as 0. Undecided where a figure is missing or unreadable, or all of them are blank; not asked where
    no figure stands in the report.
    """

    def __init__(self, alternatives: tuple[Alternative, ...], given: tuple[Pointer, ...], at: str | None = None) -> None:
        self.alternatives = tuple(
            (alternative, tuple(zip(*(_spelled(source, given, at) for source in alternative.holds), strict=True)))
            for alternative in alternatives
        )

    def ask(self, case: Case) -> Answers:
        """One answer for each place."""
        places = zip(*(combinations for _, combinations in self.alternatives), strict=True)
        answers = [self._answer(combinations, case) for combinations in places]
        findings = tuple(answer for answer in answers if isinstance(answer, Finding))
        undecided = tuple(answer for answer in answers if isinstance(answer, str))
        return Answers(sum(answer is True for answer in answers), findings, undecided)

    def _answer(self, combinations: tuple[tuple[Equation, ...], ...], case: Case) -> bool | str | Finding | None:
        figures = case.figures
        for (alternative, _), written in zip(self.alternatives, combinations, strict=True):
            equations = only_form(written, single_other=case.single_other)
            answer = _open_question(equations, figures, case) if len(equations) == len(written) else None
            if answer != "":
                return answer
            if all(_holds(equation, figures) for equation in equations):
                return _finding(equations, figures, alternative.severity)
        return True


def _spelled(source: str, given: tuple[Pointer, ...], at: str | None) -> tuple[Equation, ...]:
    equations = spell_out(parse_relation(source), given, at)
    if len(equations) != len(given):
        words = Text(f"条件“{source}”不能逐处对应 given", f"the condition '{source}' does not fit each given place once")
        raise RuleError(words)
    return equations


def _open_question(equations: tuple[Equation, ...], figures: Figures, case: Case) -> str | None:
    """Why the question stays open: a reason, None where it is not asked at all, empty where it can be answered."""
    cells = [figures[index] for equation in equations for index in equation.cells]
    target = CELLS[equations[0].target]
    if all(cell is ABSENT for cell in cells):
        return "unread" if case.unread(target) else None
    if any(cell is ABSENT or isinstance(cell, str) for cell in cells):
        return f"{target}: a figure is missing or unreadable"
    if all(cell is None for cell in cells):
        return f"{target}: all figures are blank"
    return ""


def _holds(equation: Equation, figures: Figures) -> bool:
    left, right = value_of(equation.left, figures), value_of(equation.right, figures)
    return COMPARISONS[equation.operator](left, right + equation.constant)


def _finding(equations: tuple[Equation, ...], figures: Figures, severity: Severity | None) -> Finding:
    first = equations[0]
    cells = dict.fromkeys(index for equation in equations for index in equation.cells)
    values = {
        "left": str(value_of(first.left, figures)),
        "right": str(value_of(first.right, figures) + first.constant),
        "actual": str(figures[first.target] or 0),
    }
    related = tuple(CELLS[index] for index in cells if index != first.target)
    terms = terms_of(first, figures)
    return Finding(CELLS[first.target], values, related, severity, terms=terms, operator=first.operator)
