"""Table three of both editions: every wrong cell is named, and of several all smallest repairs are found."""

from collections.abc import Mapping, Sequence

import pytest

from lint.diagnosis.diagnose import diagnose
from lint.diagnosis.relation import Figure, Relation
from lint.diagnosis.search import MOST_BROKEN, smallest_repairs
from tests.diagnosis.support_diagnosis import (
    TableThree,
    dice_of,
    holds,
    mistaken,
    sets_found,
    several,
    smallest_sets,
    table_three,
)
from tests.diagnosis.support_exhaustive import exhaustive

SIZES = (9, 60_000)
REPORTS = 50


@pytest.mark.parametrize(("edition", "equations", "cells"), [("2021", 39, 175), ("2019", 37, 161)])
def test_the_equations(edition: str, equations: int, cells: int) -> None:
    table = table_three(edition)
    assert (len(table.relations), len(table.cells)) == (equations, cells)


def _cells(given: Relation) -> list[int]:
    return [cell for _, cell in given.terms]


@pytest.mark.parametrize("size", SIZES, ids=["small figures", "large figures"])
@pytest.mark.parametrize("edition", ["2021", "2019"])
def test_every_single_cell_is_decided(edition: str, size: int) -> None:
    table, dice = table_three(edition), dice_of(f"{edition} {size}")
    touching = [[n for n, given in enumerate(table.relations) if cell in _cells(given)] for cell in table.places]
    for _ in range(REPORTS):
        right = table.report(dice, size)
        assert smallest_repairs(table.relations, right) == ()
        for cell, value in enumerate(right):
            wrong = [*right[:cell], mistaken(value, dice), *right[cell + 1 :]]
            (one,) = diagnose(table.relations, wrong, table.places)
            (repair,) = one.repairs
            (change,) = repair.cells
            assert (change.cell, change.actual, change.expected, one.decided) == (cell, wrong[cell], value, True)
            assert list(one.explains) == touching[cell]


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


@pytest.mark.parametrize("edition", ["2021", "2019"])
def test_repairs_are_those_of_trying_all_sets(edition: str) -> None:
    judge = exhaustive(table_three(edition), 3)
    for count, cases in ((1, 20), (2, 150), (3, 150)):
        dice = dice_of(f"{edition} {count}")
        for _ in range(cases):
            _, wrong = several(judge.table, dice, count)
            sets = judge.smallest(wrong)
            assert smallest_sets(judge.table.relations, wrong) == sets
            if len(sets) == 1:
                told = diagnose(judge.table.relations, wrong, judge.table.places)
                assert all(one.decided for one in told)
                assert {change.cell for one in told for change in one.repairs[0].cells} == set(*sets)


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
