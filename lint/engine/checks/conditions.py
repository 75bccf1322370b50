"""``conditions``: a combination of figures that is worth a look when all of its comparisons hold."""

from typing import NamedTuple, TypeAlias

from lint.engine.checks.relation import blank_total, terms_of
from lint.engine.checks.table import Written
from lint.engine.comparing import COMPARISONS, Question, question, value_of
from lint.engine.equations import NOTHING, Equation, Spelled, only_form, pack, spell_out
from lint.model.case import Case
from lint.model.errors import RuleError
from lint.model.figures import ABSENT, Figures
from lint.model.finding import Finding, Severity
from lint.model.form import CELLS
from lint.model.pointer import Pointer
from lint.model.rule import Answers
from lint.model.text import Text
from lint.model.undecided import MISSING_OR_BLANK, UNREAD, Reason


class Alternative(NamedTuple):
    """Comparisons that must all hold for a finding, and the severity of that finding (None: the rule's own)."""

    holds: tuple[str, ...]
    severity: Severity | None = None


# The comparisons of one alternative at one place; empty where this layout of table three lacks a cell that they name.
_Comparisons: TypeAlias = tuple[Question, ...]


class ConditionsCheck:
    """Asks, at each given place, whether all comparisons of an alternative hold; the first that does is the finding.

    A blank counts as 0 beside a figure. A comparison is open where a figure of it is missing or unreadable, where a
    total left blank over filled parts stands in it, and where all of it is blank. The question is undecided where no
    alternative holds and one of them fails only for what is open; it is not asked where no figure stands in the report.
    """

    def __init__(
        self,
        alternatives: tuple[Alternative, ...],
        given: tuple[Pointer, ...],
        at: str | None = None,
        known: Spelled = NOTHING,
    ) -> None:
        sources = dict.fromkeys(source for one in alternatives for source in one.holds)
        self.equations = {source: _spelled(source, given, at, known) for source in sources}
        written = [zip(*(self.equations[source] for source in one.holds), strict=True) for one in alternatives]
        self.severities = tuple(one.severity for one in alternatives)
        self.places = tuple(zip(*written, strict=True))
        self._by_form = tuple(
            tuple(tuple(_in_form(one, single_other=single) for one in place) for place in self.places)
            for single in (False, True)
        )

        self._all_passed = Answers(len(self.places))

    def spelled(self) -> Spelled:
        """The comparisons spelled out, to be kept with the compiled rule."""
        return {source: pack(equations) for source, equations in self.equations.items()}

    def ask(self, case: Case) -> Answers:
        """One answer for each place."""
        places = self._by_form[case.single_other]
        figures = case.figures
        if all(_plainly_passes(place, figures) for place in places):
            return self._all_passed
        answers = [self._answer(place, case) for place in places]
        if all(answer is True for answer in answers):
            return Answers(len(answers))
        findings = tuple(answer for answer in answers if isinstance(answer, Finding))
        undecided = tuple(answer for answer in answers if isinstance(answer, Reason))
        return Answers(sum(answer is True for answer in answers), findings, undecided)

    def _answer(self, place: tuple[_Comparisons, ...], case: Case) -> bool | Reason | Finding | None:
        figures = case.figures
        answer: bool | Reason | None = None
        for comparisons, severity in zip(place, self.severities, strict=True):
            held = _all_hold(comparisons, figures) if comparisons else None
            if held is True:
                return _finding(comparisons, figures, severity)
            if held is False:
                answer = answer or True
            elif comparisons and (reason := _reason(comparisons, figures, case)):
                answer = reason
        return answer


def _spelled(source: str, given: tuple[Pointer, ...], at: str | None, known: Spelled) -> tuple[Equation, ...]:
    equations = spell_out(source, given, at, known)
    if len(equations) != len(given):
        words = Text(
            f"条件“{source}”不能逐处对应 given", f"the condition '{source}' does not fit each given place once"
        )
        raise RuleError(words)
    return equations


def _plainly_passes(place: tuple[_Comparisons, ...], figures: Figures) -> bool:
    """The quick way for the common case: one comparison of every alternative fails, and those before it hold."""
    try:
        for comparisons in place:
            if not comparisons or (comparisons[0].holds(figures) and all(one.holds(figures) for one in comparisons)):
                return False
    except TypeError:  # a blank, missing or unreadable figure: to be looked at with care
        return False
    return True


def _in_form(written: tuple[Equation, ...], *, single_other: bool) -> _Comparisons:
    equations = only_form(written, single_other=single_other)
    return tuple(map(question, equations)) if len(equations) == len(written) else ()


def _all_hold(comparisons: _Comparisons, figures: Figures) -> bool | None:
    """Whether all hold; False as soon as one does not, None where that is open."""
    held: bool | None = True
    for comparison in comparisons:
        one = _holds(comparison, figures)
        if one is False:
            return False
        held = held and one
    return held


def _holds(asked: Question, figures: Figures) -> bool | None:
    try:
        return asked.holds(figures)
    except TypeError:  # a blank, missing or unreadable figure: to be looked at with care
        return _carefully(asked.equation, figures)


def _carefully(comparison: Equation, figures: Figures) -> bool | None:
    try:
        left, right = value_of(comparison.left, figures), value_of(comparison.right, figures)
    except TypeError:  # a missing or unreadable figure
        return None
    cells = [figures[index] for index in comparison.cells]
    if None in cells and (not any(cell is not None for cell in cells) or blank_total(comparison, figures)):
        return None
    return COMPARISONS[comparison.operator](left, right + comparison.constant)


def _reason(comparisons: _Comparisons, figures: Figures, case: Case) -> Reason | None:
    """Why the question stays open; None where it is not asked, since no figure stands in the report."""
    equations = [one.equation for one in comparisons]
    target = CELLS[equations[0].target]
    if any(figures[index] is not ABSENT for equation in equations for index in equation.cells):
        return Reason(target, MISSING_OR_BLANK)
    return Reason(target, UNREAD) if case.unread(target) else None


def _finding(comparisons: _Comparisons, figures: Figures, severity: Severity | None) -> Finding:
    """The first comparison is told; of the others, the cells that hold a figure other than 0 have to do with it."""
    first, *others = (one.equation for one in comparisons)
    cells = dict.fromkeys((*first.cells, *(index for one in others for index in one.cells if figures[index])))
    values = {
        "left": str(value_of(first.left, figures)),
        "right": str(value_of(first.right, figures) + first.constant),
        "actual": str(figures[first.target] or 0),
    }
    related = tuple(CELLS[index] for index in cells if index != first.target)
    terms = terms_of(first, figures)
    return Finding(CELLS[first.target], values, related, severity, terms=terms, operator=first.operator)


def made(written: Written) -> ConditionsCheck:
    """The check that a rule file asks for."""
    options = written.options
    alternatives = tuple(
        Alternative(tuple(option["holds"]), Severity(option["severity"]) if "severity" in option else None)
        for option in options["conditions"]
    )
    return ConditionsCheck(alternatives, written.given, options.get("at"), options.get("spelled", NOTHING))
