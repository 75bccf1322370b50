"""Table three of both editions: every wrong cell is named, and of several all smallest repairs are found."""

import random
from collections.abc import Mapping, Sequence
from itertools import combinations

import pytest

from lint.diagnosis.diagnose import diagnose
from lint.diagnosis.relation import Figure
from lint.diagnosis.search import MOST_BROKEN, smallest_repairs
from tests.diagnosis.support_diagnosis import (
    TableThree,
    dice_of,
    fits,
    holds,
    mistaken,
    sets_found,
    smallest_sets,
    table_three,
)

SIZES = (9, 60_000)
REPORTS = 5


@pytest.mark.parametrize(("edition", "equations", "cells"), [("2021", 39, 175), ("2019", 37, 161)])
def test_the_equations(edition: str, equations: int, cells: int) -> None:
    table = table_three(edition)
    assert (len(table.relations), len(table.cells)) == (equations, cells)


@pytest.mark.parametrize("size", SIZES, ids=["small figures", "large figures"])
@pytest.mark.parametrize("edition", ["2021", "2019"])
def test_every_single_cell_is_decided(edition: str, size: int) -> None:
    table, dice = table_three(edition), dice_of(f"{edition} {size}")
    for _ in range(REPORTS):
        right = table.report(dice, size)
        assert smallest_repairs(table.relations, right) == ()
        for cell, value in enumerate(right):
            wrong = [*right[:cell], mistaken(value, dice), *right[cell + 1 :]]
            (one,) = diagnose(table.relations, wrong, table.places)
            (repair,) = one.repairs
            (change,) = repair.cells
            assert (change.cell, change.actual, change.expected, one.decided) == (cell, wrong[cell], value, True)
            broken = [index for index, given in enumerate(table.relations) if not holds(given, dict(enumerate(wrong)))]
            assert list(one.explains) == broken


def several(table: TableThree, dice: random.Random, count: int) -> tuple[list[int], list[int]]:
    """A right report, and the same with some cells changed."""
    right = table.report(dice, dice.choice((5, 50, 5000)))
    wrong = list(right)
    for cell in dice.sample(range(len(right)), count):
        wrong[cell] = mistaken(right[cell], dice)
    return right, wrong


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize("edition", ["2021", "2019"])
def test_the_true_repair_is_found_or_a_smaller_one(edition: str, count: int) -> None:
    table, dice = table_three(edition), dice_of(f"{edition} {count}")
    for _ in range(400):
        right, wrong = several(table, dice, count)
        true = {cell: value for cell, value in enumerate(right) if value != wrong[cell]}
        (found,) = smallest_repairs(table.relations, wrong) or [None]
        assert found is not None
        assert found.complete
        told = [{value.cell: value.value for value in repair} for repair in found.repairs]
        assert true in told or len(told[0]) < count
        assert all(holds_all(table, wrong, one) for one in told)


def holds_all(table: TableThree, values: Sequence[int], repair: Mapping[int, Figure]) -> bool:
    mended = {**dict(enumerate(values)), **repair}
    return all(holds(given, mended) for given in table.relations)


def exhausted(table: TableThree, values: Sequence[int], most: int) -> set[tuple[int, ...]]:
    """Every set of cells up to a size, one by one.

    Those are left out at once that touch a relation which holds in one cell only, or leave a broken one alone.
    """
    touching = [0] * len(values)
    for index, given in enumerate(table.relations):
        for _, cell in given.terms:
            touching[cell] |= 1 << index
    known = dict(enumerate(values))
    broken = sum(1 << index for index, given in enumerate(table.relations) if not holds(given, known))
    for size in range(1, most + 1):
        likely = [cells for cells in combinations(range(len(values)), size) if not _idle(cells, touching, broken)]
        fitting = {cells for cells in likely if fits(table.relations, values, frozenset(), cells)}
        if fitting:
            return fitting
    return set()


def _idle(cells: Sequence[int], touching: Sequence[int], broken: int) -> bool:
    once = twice = 0
    for cell in cells:
        twice |= once & touching[cell]
        once |= touching[cell]
    return bool(broken & ~once or once & ~twice & ~broken)


@pytest.mark.parametrize(("count", "cases"), [(1, 20), (2, 60), (3, 4)])
def test_repairs_are_those_of_trying_all_sets(count: int, cases: int) -> None:
    table, dice = table_three("2021"), dice_of(count)
    for _ in range(cases):
        _, wrong = several(table, dice, count)
        assert smallest_sets(table.relations, wrong) == exhausted(table, wrong, count)


def test_beyond_the_bound_it_says_so_at_once() -> None:
    table, dice = table_three("2021"), dice_of(1)
    _, wrong = several(table, dice, 40)
    (one,) = diagnose(table.relations, wrong, table.places)
    assert len(one.explains) > MOST_BROKEN
    assert (one.too_many, one.decided, one.repairs) == (True, False, ())


@pytest.mark.parametrize("count", range(4, 11))
def test_every_case_ends(count: int) -> None:
    table, dice = table_three("2021"), dice_of(count)
    for _ in range(2):
        _, wrong = several(table, dice, count)
        for found in smallest_repairs(table.relations, wrong):
            assert found.too_many or found.repairs
            assert len(sets_found([found])) == len(found.repairs)
