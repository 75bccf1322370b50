"""Relations as a matrix: each row decided as the relation itself decides it, and never a sum beyond 64 bits."""

from importlib import import_module
from typing import Any

import pytest

from lint.columns.matrix import Line, matrix_of
from lint.engine.equations import Equation
from lint.model.form import CELL_INDEX, CELLS

pytestmark = pytest.mark.needs_module("numpy")

FIRST, SECOND, THIRD = (CELL_INDEX[cell] for cell in CELLS[:3])


def holds(equation: Equation, *rows: tuple[int, int, int]) -> list[bool]:
    """Which rows of the first three cells keep a relation."""
    numpy = import_module("numpy")
    columns: list[Any] = [None] * len(CELLS)
    for index, values in zip((FIRST, SECOND, THIRD), zip(*rows, strict=True), strict=True):
        columns[index] = numpy.array(values, numpy.int64)
    found: list[bool] = matrix_of([equation], single_other=False).holds(columns, len(rows)).tolist()
    return found


@pytest.mark.parametrize(
    ("operator", "expected"),
    [
        ("=", [True, False, False]),
        ("<=", [True, True, False]),
        (">=", [True, False, True]),
        ("<", [False, True, False]),
        (">", [False, False, True]),
    ],
)
def test_every_comparison(operator: str, expected: list[bool]) -> None:
    """first OP 2 * second - third + 3."""
    equation = Equation(FIRST, ((1, FIRST),), operator, ((2, SECOND), (-1, THIRD)), 3)
    assert holds(equation, (9, 4, 2), (8, 4, 2), (10, 4, 2)) == expected


def test_a_cell_on_both_sides_counts_once() -> None:
    equation = Equation(FIRST, ((1, FIRST), (1, SECOND)), "=", ((1, SECOND), (1, THIRD)), 0)
    assert matrix_of([equation], single_other=False).lines == (Line(((1, FIRST), (-1, THIRD)), "=", 0),)


def test_the_greatest_figure_keeps_every_sum_within_64_bits() -> None:
    equation = Equation(FIRST, ((1, FIRST),), "=", ((2, SECOND), (4, THIRD)), 5)
    most = matrix_of([equation], single_other=False).most
    assert 7 * most + 5 <= 2**63 - 1 < 7 * (most + 1) + 5
    assert holds(equation, (-most, most, most), (6 * most + 5 - 2**62, 0, 0)) == [False, False]


def test_a_form_has_its_own_rows() -> None:
    """The three rows of （六） count where it has three, its single row where it has one."""
    table = "/sections/applications/table/results"
    cells = [f"{table}/{row}/total" for row in ("total", "other", "other/not_supplemented")]
    total, single, split = (CELL_INDEX[cell] for cell in cells)
    equation = Equation(total, ((1, total),), "=", ((1, single), (1, split)), 0)
    three, one = (matrix_of([equation], single_other=form).lines for form in (False, True))
    assert three == (Line(((1, total), (-1, split)), "=", 0),)
    assert one == (Line(((1, total), (-1, single)), "=", 0),)
