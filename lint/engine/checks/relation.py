"""``relation``: a linear relation between figures must hold."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property

from lint.engine.checks.table import Written
from lint.engine.comparing import COMPARISONS, Question, Together, question, together, value_of
from lint.engine.equations import NOTHING, Equation, Spelled, only_form, pack, spell_out
from lint.model.case import Case
from lint.model.figures import ABSENT, Figures
from lint.model.finding import Finding, Term
from lint.model.form import CELLS, PARTS
from lint.model.pointer import Pointer
from lint.model.rule import Answers
from lint.model.text import Text
from lint.model.undecided import ALL_BLANK, BLANK_DECIDES, BLANK_TOTAL, MISSING, UNREAD, Reason


class RelationCheck:
    """Asks one linear relation at every place of the form where it fits.

    Blank parts count as 0 beside filled ones. The relation is undecided where its total is blank beside a filled
    part, where all parts are blank under a filled total, and where a figure is missing or unreadable. Where none of
    its cells stand in the report it is not asked.
    """

    def __init__(
        self, relation: str, given: tuple[Pointer, ...], at: str | None = None, known: Spelled = NOTHING
    ) -> None:
        self.source = relation
        self.equations = spell_out(relation, given, at, known)

    def spelled(self) -> Spelled:
        """The relation spelled out, to be kept with the compiled rule."""
        return {self.source: pack(self.equations)}

    @cached_property
    def _by_form(self) -> tuple[tuple[Question, ...], ...]:
        return tuple(tuple(map(question, only_form(self.equations, single_other=one))) for one in (False, True))

    @cached_property
    def _all_passed(self) -> tuple[Answers, ...]:
        return tuple(Answers(len(asked)) for asked in self._by_form)

    def at_once(self, *, single_other: bool) -> Together | None:
        """All its questions as one: whether all pass, where that is plain; None where they cannot be asked so."""
        return self._together[single_other]

    @cached_property
    def _together(self) -> tuple[Together | None, ...]:
        return tuple(together([one.equation for one in asked]) for asked in self._by_form)

    def ask(self, case: Case) -> Answers:
        """One answer for each place where the relation applies."""
        figures = case.figures
        at_once = self._together[case.single_other]
        if at_once is not None and at_once(figures):
            return self._all_passed[case.single_other]
        open_ones = [one for one in self._by_form[case.single_other] if not _plainly_holds(one, figures)]
        if not open_ones:
            return self._all_passed[case.single_other]
        passed = len(self._by_form[case.single_other]) - len(open_ones)
        answers = [_carefully(one.equation, figures, case) for one in open_ones]
        findings = tuple(answer for answer in answers if isinstance(answer, Finding))
        undecided = tuple(answer for answer in answers if isinstance(answer, Reason))
        return Answers(passed + answers.count(True), findings, undecided)

    def decided(self, case: Case) -> Iterator[tuple[Equation, bool]]:
        """Every equation that can be judged in a report, and whether it holds."""
        for one in self._by_form[case.single_other]:
            judged = _judged(one.equation, case.figures, case)
            if judged is not None:
                yield judged


def _judged(equation: Equation, figures: Figures, case: Case) -> tuple[Equation, bool] | None:
    answer = _carefully(equation, figures, case)
    return None if answer is None or isinstance(answer, Reason) else (equation, answer is True)


def _plainly_holds(asked: Question, figures: Figures) -> bool:
    """The quick way for the common case: figures everywhere, and a relation that holds."""
    try:
        return asked.compare(asked.left(figures), asked.right(figures))
    except TypeError:  # a blank, missing or unreadable figure: to be looked at with care
        return False


def _carefully(equation: Equation, figures: Figures, case: Case) -> bool | Reason | Finding | None:
    """True: holds; a reason: undecided; None: not asked."""
    target = CELLS[equation.target]
    if all(figures[index] is ABSENT for index in equation.cells):
        return Reason(target, UNREAD) if case.unread(target) else None
    if reason := _unclear(equation, figures):
        return Reason(target, reason)
    left, right = value_of(equation.left, figures), value_of(equation.right, figures) + equation.constant
    if COMPARISONS[equation.operator](left, right):
        return True
    if blank_total(equation, figures):
        return Reason(target, BLANK_TOTAL)
    return _finding(equation, figures, left, right)


def _unclear(equation: Equation, figures: Figures) -> Text | None:
    """Why the relation cannot be judged at all, None where it can."""
    cells = [figures[index] for index in equation.cells]
    if any(cell is ABSENT or isinstance(cell, str) for cell in cells):
        return MISSING
    if all(cell is None for cell in cells):
        return ALL_BLANK
    return BLANK_DECIDES if _blank_decides(equation, figures) else None


def _blank_decides(equation: Equation, figures: Figures) -> bool:
    """Whether the total, or a whole side, is blank."""
    if figures[equation.target] is None:
        return True
    return any(side and all(figures[index] is None for _, index in side) for side in (equation.left, equation.right))


def blank_total(equation: Equation, figures: Figures) -> bool:
    """Whether a figure of the equation is a total left blank over filled parts: it cannot be taken for 0."""
    blanks = (index for index in equation.cells if figures[index] is None)
    return any(figures[part] not in (None, ABSENT, 0) for index in blanks for part in PARTS.get(index, ()))


def _finding(equation: Equation, figures: Figures, left: Decimal | int, right: Decimal | int) -> Finding:
    target = figures[equation.target] or 0
    factor = next((factor for factor, index in equation.left if index == equation.target), 0)
    factor = factor or -next((factor for factor, index in equation.right if index == equation.target), 1)
    expected = target - (left - right) * factor if abs(factor) == 1 else None
    values = {"left": str(left), "right": str(right), "difference": str(abs(left - right)), "actual": str(target)}
    if expected is not None:
        values["expected"] = str(expected)
    related = tuple(CELLS[index] for index in equation.cells if index != equation.target)
    return Finding(
        CELLS[equation.target], values, related, terms=terms_of(equation, figures), operator=equation.operator
    )


def terms_of(equation: Equation, figures: Figures) -> tuple[Term, ...]:
    """The equation with its figures, for drawing."""
    return tuple(
        Term(side, factor, CELLS[index], None if figures[index] is None else str(figures[index]))
        for side, terms in (("left", equation.left), ("right", equation.right))
        for factor, index in terms
    )


def made(written: Written) -> RelationCheck:
    """The check that a rule file asks for."""
    options = written.options
    return RelationCheck(options["relation"], written.given, options.get("at"), options.get("spelled", NOTHING))
