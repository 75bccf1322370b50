"""Equations as quick questions to the figures of a report: most hold, and that must cost next to nothing."""

import operator
from collections.abc import Callable
from decimal import Decimal
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from lint.engine.equations import Equation
from lint.model.case import Figures

Number: TypeAlias = int | Decimal
Side: TypeAlias = tuple[tuple[int, int], ...]
Value: TypeAlias = Callable[[Figures], Number]

COMPARISONS: dict[str, Callable[[Number, Number], bool]] = {
    "=": operator.eq,
    "<=": operator.le,
    ">=": operator.ge,
    "<": operator.lt,
    ">": operator.gt,
}


class Question(NamedTuple):
    """An equation with its two sides as functions; each raises TypeError where a figure is blank or none at all."""

    equation: Equation
    left: Value
    right: Value
    compare: Callable[[Number, Number], bool]

    def holds(self, figures: Figures) -> bool:
        """Whether the relation holds. Raises TypeError where a figure is blank, missing or unreadable."""
        return self.compare(self.left(figures), self.right(figures))


def question(equation: Equation) -> Question:
    """Make an equation ready to be asked."""
    right = _value(equation.right, equation.constant)
    return Question(equation, _value(equation.left, 0), right, COMPARISONS[equation.operator])


def value_of(side: Side, figures: Figures) -> Number:
    """The value of one side, blanks counted as 0. Raises TypeError where a figure is missing or unreadable."""
    return sum(factor * (figures[index] or 0) for factor, index in side)


def _value(side: Side, constant: int) -> Value:
    if not side:
        return lambda figures: constant
    if any(factor != 1 for factor, _ in side):
        return lambda figures: sum([factor * (figures[index] + 0) for factor, index in side]) + constant
    indexes = [index for _, index in side]
    first = indexes[0]
    if len(indexes) == 1:
        return lambda figures: figures[first] + constant
    step = indexes[1] - first
    if step > 0 and indexes == list(range(first, indexes[-1] + 1, step)):
        beyond = indexes[-1] + 1
        return lambda figures: sum(figures[first:beyond:step]) + constant
    pick = itemgetter(*indexes)
    return lambda figures: sum(pick(figures)) + constant
