"""Equations as quick questions to the figures of a report: most hold, and that must cost next to nothing."""

import operator
from collections.abc import Callable
from decimal import Decimal
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from lint.engine.equations import Equation
from lint.model.figures import Figures

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


Together: TypeAlias = Callable[[Figures], bool]


def together(equations: list[Equation]) -> Together | None:
    """Many equalities of one shape, such as those of all columns, as one question: whether all of them hold.

    None where they are not alike: the same number of plain terms, each a fixed step behind that of the equation
    before. The question answers False also where a figure is blank, missing or unreadable.
    """
    if len(equations) <= 1 or not all(map(_plain, equations)):
        return None
    sides = [_slices([[index for _, index in side] for side in column]) for column in _columns(equations)]
    if None in sides:
        return None
    left, right = (side or [] for side in sides)

    def hold(figures: Figures) -> bool:
        try:
            return _sums(figures, left) == _sums(figures, right)
        except TypeError:  # to be looked at one by one
            return False

    return hold


def _plain(equation: Equation) -> bool:
    terms = (*equation.left, *equation.right)
    return equation.operator == "=" and not equation.constant and all(factor == 1 for factor, _ in terms)


def _columns(equations: list[Equation]) -> tuple[list[Side], list[Side]]:
    return [one.left for one in equations], [one.right for one in equations]


def _slices(rows: list[list[int]]) -> list[slice] | None:
    """Each position of the rows as a slice over all of them; None where the rows are not evenly spaced."""
    step = rows[1][0] - rows[0][0] if len(rows[1]) == len(rows[0]) else 0
    even = all(row == [index + step * number for index in rows[0]] for number, row in enumerate(rows))
    if step <= 0 or not even:
        return None
    return [slice(index, index + step * len(rows), step) for index in rows[0]]


def _sums(figures: Figures, slices: list[slice]) -> list[Number]:
    if len(slices) == 1:
        return [figure + 0 for figure in figures[slices[0]]]
    return list(map(sum, zip(*[figures[one] for one in slices], strict=True)))


def value_of(side: Side, figures: Figures) -> Number:
    """The value of one side, blanks counted as 0. Raises TypeError where a figure is missing or unreadable."""
    return sum(factor * (figures[index] or 0) for factor, index in side)


def _value(side: Side, constant: int) -> Value:
    if not side:
        return lambda _: constant
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
