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


_PAIR = 2
Together: TypeAlias = Callable[[Figures], bool]


def together(equations: list[Equation]) -> Together | None:
    """Many equalities of one shape, such as those of all columns, as one question: whether all of them hold.

    None where they are not alike: the same number of plain terms, each a fixed step behind that of the equation
    before. The question answers False also where a figure is blank, missing or unreadable.
    """
    if len(equations) <= 1 or not all(map(_plain, equations)):
        return None
    sides = [_sums_of([[index for _, index in side] for side in column]) for column in _columns(equations)]
    left, right = sides
    if left is None or right is None:
        return None

    def hold(figures: Figures) -> bool:
        try:
            return left(figures) == right(figures)
        except TypeError:  # to be looked at one by one
            return False

    return hold


def _sums_of(rows: list[list[int]]) -> Callable[[Figures], list[Number]] | None:
    """The sum of each of some rows of indexes, as one function; None where they are not evenly spaced.

    The fewer slices there are to take from the figures the better: one a row, or one a position.
    """
    positions = _slices(rows)
    if positions is None:
        return None
    if len(positions) == 1:
        return lambda figures: [figure + 0 for figure in figures[positions[0]]]
    if len(positions) == _PAIR:
        first, second = positions
        return lambda figures: list(map(operator.add, figures[first], figures[second]))
    own = _slices([list(column) for column in zip(*rows, strict=True)]) if len(rows) < len(positions) else None
    if own is not None:
        return lambda figures: [sum(figures[one]) for one in own]
    return lambda figures: list(map(sum, zip(*[figures[one] for one in positions], strict=True)))


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
