"""Sets of rules whose answers others have published: the R package validatetools, and banff's VerifyEdits.

The sources are the documentation of validatetools (E. de Jonge, M. van der Loo) and the examples of banff (Statistics
Canada). Factors such as 2.75 are written in whole numbers: 4·a <= 11·b.
"""

from fractions import Fraction

import pytest

from lint.diagnosis.relation import Relation
from lint.rulebook.verifying.conflicts import conflicts
from lint.rulebook.verifying.polyhedron import Extent, Polyhedron, feasible
from lint.rulebook.verifying.redundancy import Follows, rank, redundant

X, Y, Z = range(3)
SIGNED = frozenset(range(10))


def relation(operator: str, constant: int, *terms: tuple[int, int]) -> Relation:
    """``sum(factor * cell) operator constant``."""
    return Relation(terms, operator, constant)


def one(cell: int, operator: str, constant: int = 0) -> Relation:
    """A bound of a single cell."""
    return relation(operator, constant, (1, cell))


def together(operator: str, constant: int, *cells: int) -> Relation:
    """A bound of a sum."""
    return relation(operator, constant, *((1, cell) for cell in cells))


SUM_BELOW_ZERO = (one(X, ">"), one(Y, ">"), together("=", -1, X, Y))
# The relations; the irreducible sets that cannot hold; the fewest to give up.
INFEASIBLE: dict[str, tuple[tuple[Relation, ...], tuple[tuple[int, ...], ...], tuple[int, ...]]] = {
    "x>0, x<0": ((one(X, ">"), one(X, "<")), ((0, 1),), (0,)),
    "x>1, x<0, x>2": ((one(X, ">", 1), one(X, "<"), one(X, ">", 2)), ((0, 1), (1, 2)), (1,)),
    "x>0, y>0, x+y=-1": (SUM_BELOW_ZERO, ((0, 1, 2),), (0,)),
    "x>=3, x<=2": ((one(X, ">=", 3), one(X, "<=", 2)), ((0, 1),), (0,)),
}


@pytest.mark.parametrize(("relations", "sets", "fewest"), INFEASIBLE.values(), ids=INFEASIBLE)
def test_infeasible(
    relations: tuple[Relation, ...], sets: tuple[tuple[int, ...], ...], fewest: tuple[int, ...]
) -> None:
    """Which relations cannot hold together, and which to give up."""
    found = conflicts(relations, SIGNED)
    assert (found.sets, found.fewest, found.complete) == (sets, fewest, True)


def test_each_conflict_is_irreducible() -> None:
    """Any one relation of a set given up, the others hold for some figures."""
    for relations, sets, _ in INFEASIBLE.values():
        for numbers in sets:
            assert not feasible([relations[n] for n in numbers], SIGNED)
            for gone in numbers:
                assert feasible([relations[n] for n in numbers if n != gone], SIGNED)


def test_contradicted_by() -> None:
    """is_contradicted_by: r2 by r1 and r3; the sum below zero by both others."""
    assert conflicts(INFEASIBLE["x>1, x<0, x>2"][0], SIGNED).contradicts(1) == (0, 2)
    assert conflicts(SUM_BELOW_ZERO, SIGNED).contradicts(2) == (0, 1)


def extents(relations: tuple[Relation, ...], cells: int) -> list[Extent]:
    """How far each cell may go."""
    polyhedron = Polyhedron(relations, SIGNED)
    assert polyhedron.feasible()
    return [polyhedron.extent(cell) for cell in range(cells)]


def between(least: int | None, most: int | None) -> Extent:
    """An extent with whole ends."""
    return Extent(*(None if end is None else Fraction(end) for end in (least, most)))


def test_bounds() -> None:
    """detect_boundary_num: x>=1, y>=6, x+y<=10."""
    found = extents((one(X, ">=", 1), one(Y, ">=", 6), together("<=", 10, X, Y)), 2)
    assert found == [between(1, 4), between(6, 9)]


def test_a_fixed_variable_and_hidden_equalities() -> None:
    """x1+x2+x3=0, x1+x2>=0, x3>=0: x3 is 0; banff: one hidden equality, and one more that is redundant."""
    relations = (together("=", 0, X, Y, Z), together(">=", 0, X, Y), one(Z, ">="))
    assert extents(relations, 3) == [between(None, None), between(None, None), between(0, 0)]
    inside = Polyhedron(relations, SIGNED).inside()
    assert inside.tight == (1, 2)
    assert rank([each._replace(operator="=") for each in relations]) == len(relations) - 1


def test_a_lower_bound_below_another() -> None:
    """x>=1, x>=2, x<=10: the first is redundant, the bounds are 2 and 10."""
    relations = (one(X, ">=", 1), one(X, ">=", 2), one(X, "<=", 10))
    assert redundant(relations, range(3), SIGNED) == (Follows(0, (1,)),)
    assert extents(relations, 1) == [between(2, 10)]


def test_two_inequalities_that_are_one_equality() -> None:
    """x1+x2<=10, x1+x2>=10."""
    relations = (together("<=", 10, X, Y), together(">=", 10, X, Y))
    assert Polyhedron(relations, SIGNED).inside().tight == (0, 1)
    assert redundant(relations, range(2), SIGNED) == ()


def test_a_bound_that_a_ratio_implies() -> None:
    """profit=turnover-cost, turnover>0, cost>0, cost>=0.6·turnover: cost>0 is redundant."""
    profit, turnover, cost = range(3)
    relations = (
        relation("=", 0, (1, profit), (-1, turnover), (1, cost)),
        one(turnover, ">"),
        one(cost, ">"),
        relation(">=", 0, (10, cost), (-6, turnover)),
    )
    assert redundant(relations, (0, 1, 3, 2), SIGNED) == (Follows(2, (1, 3)),)


def test_a_sum_of_what_is_not_negative() -> None:
    """x+y>=0 is implied by x>=0 and y>=0, whether these are written or go without saying."""
    total = together(">=", 0, X, Y)
    assert redundant((one(X, ">="), one(Y, ">="), total), range(3), SIGNED) == (Follows(2, (0, 1)),)
    assert redundant((total,), (0,)) == (Follows(0, ()),)
    assert redundant((total,), (0,), SIGNED) == ()


UNDER_20, OVER_20, OTHER, TOTAL, LAID, SOLD, VALUE = range(7)
HENS = (
    relation("=", 0, (1, UNDER_20), (1, OVER_20), (1, OTHER), (-1, TOTAL)),
    relation("<=", 0, (2, LAID), (-1, OVER_20)),
    relation("<=", 0, (1, OVER_20), (-4, LAID)),
    relation("<=", 0, (1, SOLD), (-1, LAID)),
    relation("<=", 0, (4, VALUE), (-11, SOLD)),
    relation("<=", 0, (9, SOLD), (-10, VALUE)),
    one(OVER_20, "<=", 300_000),
    *(one(cell, ">=") for cell in range(7)),
)


def test_hens() -> None:
    """banff VerifyEdits01: of 14 edits 9 are minimal, 5 are tight but do not restrict; four variables are bounded."""
    gone = {one.number for one in redundant(HENS, range(len(HENS)), SIGNED)}
    assert (len(HENS), len(HENS) - len(gone)) == (14, 9)
    assert gone == {7 + cell for cell in (OVER_20, TOTAL, LAID, SOLD, VALUE)}
    unbounded, thousands = between(0, None), between(0, 150_000)
    assert extents(HENS, 7) == [
        unbounded, between(0, 300_000), unbounded, unbounded, thousands, thousands, between(0, 412_500),
    ]  # fmt: skip
