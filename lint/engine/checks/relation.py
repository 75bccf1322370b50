"""``relation``: a linear relation between figures must hold."""

import operator
from collections.abc import Callable
from decimal import Decimal
from functools import cached_property

from lint.engine.equations import Equation, only_form, spell_out
from lint.engine.linear import parse_relation
from lint.model.case import ABSENT, Case, Figures
from lint.model.finding import Finding, Term
from lint.model.form import CELLS, PARTS
from lint.model.pointer import Pointer
from lint.model.rule import Answers

COMPARISONS: dict[str, Callable[[Decimal | int, Decimal | int], bool]] = {
    "=": operator.eq,
    "<=": operator.le,
    ">=": operator.ge,
    "<": operator.lt,
    ">": operator.gt,
}


class RelationCheck:
    """Asks one linear relation at every place of the form where it fits.

    Blank parts count as 0 beside filled ones. The relation is undecided where its total is blank beside a filled
    part, where all parts are blank under a filled total, and where a figure is missing or unreadable. Where none of
    its cells stand in the report it is not asked.
    """

    def __init__(self, relation: str, given: tuple[Pointer, ...], at: str | None = None) -> None:
        self.source = relation
        self.equations = spell_out(parse_relation(relation), given, at)

    @cached_property
    def _by_form(self) -> tuple[tuple[Equation, ...], tuple[Equation, ...]]:
        return only_form(self.equations, single_other=False), only_form(self.equations, single_other=True)

    def of(self, case: Case) -> tuple[Equation, ...]:
        """The equations that the layout of this report asks for."""
        return self._by_form[case.single_other]

    def ask(self, case: Case) -> Answers:
        """One answer for each place where the relation applies."""
        figures = case.figures
        passed = 0
        findings: list[Finding] = []
        undecided: list[str] = []
        for equation in self.of(case):
            if _plainly_holds(equation, figures):
                passed += 1
                continue
            answer = _carefully(equation, figures, case)
            if answer is True:
                passed += 1
            elif isinstance(answer, Finding):
                findings.append(answer)
            elif answer is not None:
                undecided.append(answer)
        return Answers(passed, tuple(findings), tuple(undecided))


def _plainly_holds(equation: Equation, figures: Figures) -> bool:
    """The quick way for the common case: whole numbers everywhere, and an equality that holds."""
    if equation.plus is None or equation.minus is None or equation.operator != "=":
        return False
    try:
        return sum(map(figures.__getitem__, equation.plus)) == sum(map(figures.__getitem__, equation.minus))
    except TypeError:  # a blank, missing or unreadable figure: to be looked at with care
        return False


def _carefully(equation: Equation, figures: Figures, case: Case) -> bool | str | Finding | None:
    """True: holds; a reason: undecided; None: not asked."""
    cells = [figures[index] for index in equation.cells]
    if all(cell is ABSENT for cell in cells):
        return "unread" if case.unread(CELLS[equation.target]) else None
    if any(cell is ABSENT or isinstance(cell, str) for cell in cells):
        return f"{CELLS[equation.target]}: a figure is missing or unreadable"
    if all(cell is None for cell in cells):
        return f"{CELLS[equation.target]}: all figures are blank"
    if _blank_decides(equation, figures):
        return f"{CELLS[equation.target]}: only a blank breaks the relation"
    left, right = value_of(equation.left, figures), value_of(equation.right, figures) + equation.constant
    if COMPARISONS[equation.operator](left, right):
        return True
    if blank_total(equation, figures):
        return f"{CELLS[equation.target]}: a total in it is blank"
    return _finding(equation, figures, left, right)


def _blank_decides(equation: Equation, figures: Figures) -> bool:
    """Whether the total, or a whole side, is blank."""
    if figures[equation.target] is None:
        return True
    return any(side and all(figures[index] is None for _, index in side) for side in (equation.left, equation.right))


def blank_total(equation: Equation, figures: Figures) -> bool:
    """Whether a figure of the equation is a total left blank over filled parts: it cannot be taken for 0."""
    blanks = (index for index in equation.cells if figures[index] is None)
    return any(figures[part] not in (None, ABSENT, 0) for index in blanks for part in PARTS.get(index, ()))


def value_of(side: tuple[tuple[int, int], ...], figures: Figures) -> Decimal | int:
    """The value of one side, blanks counted as 0."""
    return sum(factor * (figures[index] or 0) for factor, index in side)


def _finding(equation: Equation, figures: Figures, left: Decimal | int, right: Decimal | int) -> Finding:
    target = figures[equation.target] or 0
    factor = next((factor for factor, index in equation.left if index == equation.target), 0)
    factor = factor or -next((factor for factor, index in equation.right if index == equation.target), 1)
    expected = target - (left - right) * factor if abs(factor) == 1 else None
    values = {"left": str(left), "right": str(right), "difference": str(abs(left - right)), "actual": str(target)}
    if expected is not None:
        values["expected"] = str(expected)
    related = tuple(CELLS[index] for index in equation.cells if index != equation.target)
    return Finding(CELLS[equation.target], values, related, terms=terms_of(equation, figures), operator=equation.operator)


def terms_of(equation: Equation, figures: Figures) -> tuple[Term, ...]:
    """The equation with its figures, for drawing."""
    return tuple(
        Term(side, factor, CELLS[index], None if figures[index] is None else str(figures[index]))
        for side, terms in (("left", equation.left), ("right", equation.right))
        for factor, index in terms
    )
