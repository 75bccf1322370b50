"""Declared relations as one sparse matrix of whole numbers, multiplied with the columns of many reports at once."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, TypeAlias

from lint.columns.form import MOST
from lint.engine.equations import Equation, only_form

Columns: TypeAlias = Sequence[Any]  # by index into form.CELLS: a numpy array of int64, or None where all rows are blank


class Line(NamedTuple):
    """One relation: ``sum of factor times cell OP constant``."""

    terms: tuple[tuple[int, int], ...]
    operator: str
    constant: int


class Matrix(NamedTuple):
    """The lines of a matrix, and the greatest figure for which no sum in it can be beyond 64 bits."""

    lines: tuple[Line, ...]
    most: int

    def holds(self, columns: Columns, count: int) -> Any:
        """Which of ``count`` reports keep every relation, as a numpy array of truth values.

        The figures have to be within ``most``; reports without all cells of a relation are left out by the caller.
        """
        import numpy  # noqa: PLC0415

        kept = numpy.ones(count, bool)
        total = numpy.empty(count, numpy.int64)
        for line in self.lines:
            total.fill(-line.constant)
            for factor, index in line.terms:
                _add(total, factor, columns[index])
            kept &= _compared(total, line.operator)
        return kept


def _add(total: Any, factor: int, column: Any) -> None:
    if column is None:
        return
    if factor == 1:
        total += column
    elif factor == -1:
        total -= column
    else:
        total += factor * column


def _compared(total: Any, operator: str) -> Any:
    """How each total stands to 0."""
    if operator == "=":
        return total == 0
    if operator == "<=":
        return total <= 0
    if operator == ">=":
        return total >= 0
    return total < 0 if operator == "<" else total > 0


def matrix_of(equations: Iterable[Equation], *, single_other: bool) -> Matrix:
    """The matrix of all equations that a form of table three has; doubled ones once."""
    lines = tuple(dict.fromkeys(map(_line, only_form(equations, single_other=single_other))))
    weights = [sum(abs(factor) for factor, _ in line.terms) or 1 for line in lines]
    constants = [abs(line.constant) for line in lines]
    room = MOST - max(constants, default=0)
    return Matrix(lines, max(room // max(weights, default=1), 0))


def _line(equation: Equation) -> Line:
    factors: dict[int, int] = {}
    for sign, side in ((1, equation.left), (-1, equation.right)):
        for factor, index in side:
            factors[index] = factors.get(index, 0) + sign * factor
    terms = tuple((factor, index) for index, factor in factors.items() if factor)
    return Line(terms, equation.operator, equation.constant)
