"""The cone against another way of deciding: Fourier-Motzkin elimination, on small systems of all kinds."""

from fractions import Fraction
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as some

from lint.diagnosis.relation import Relation
from lint.rulebook.verifying.conflicts import conflicts
from lint.rulebook.verifying.polyhedron import Polyhedron, feasible
from lint.rulebook.verifying.redundancy import redundant

CELLS = 3
_Row = tuple[tuple[Fraction, ...], Fraction, bool]  # sum(factor * cell) >= constant, or > where strict

RELATIONS = some.builds(
    lambda factors, operator, constant: Relation(
        tuple((factor, cell) for cell, factor in enumerate(factors)), operator, constant
    ),
    some.tuples(*[some.integers(-2, 2)] * CELLS).filter(any),
    some.sampled_from(["=", "<=", ">=", "<", ">"]),
    some.integers(-3, 3),
)
SYSTEMS = some.lists(RELATIONS, min_size=1, max_size=5)
SIGNED = some.sets(some.integers(0, CELLS - 1))


def rows(relations: list[Relation], signed: set[int]) -> list[_Row]:
    """Relations and bounds as rows that are at least, or above, a constant."""
    found: list[_Row] = []
    for relation in relations:
        factors = [Fraction(0)] * CELLS
        for factor, cell in relation.terms:
            factors[cell] += factor
        strict, constant = relation.operator in "<>", Fraction(relation.constant)
        if relation.operator in ("=", ">=", ">"):
            found.append((tuple(factors), constant, strict))
        if relation.operator in ("=", "<=", "<"):
            found.append((tuple(-factor for factor in factors), -constant, strict))
    unit = [tuple(Fraction(cell == other) for other in range(CELLS)) for cell in range(CELLS)]
    return found + [(unit[cell], Fraction(0), False) for cell in range(CELLS) if cell not in signed]


def holds_somewhere(left: list[_Row]) -> bool:
    """Eliminate cell after cell; what is left says whether 0 is enough."""
    for cell in range(CELLS):
        above = [row for row in left if row[0][cell] > 0]
        below = [row for row in left if row[0][cell] < 0]
        left = [row for row in left if row[0][cell] == 0]
        for (one, first, strict), (other, second, too) in product(above, below):
            factors = tuple(a / one[cell] - b / other[cell] for a, b in zip(one, other, strict=True))
            left.append((factors, first / one[cell] - second / other[cell], strict or too))
    return all(constant < 0 or (constant == 0 and not strict) for _, constant, strict in left)


@given(SYSTEMS, SIGNED)
@settings(max_examples=300, deadline=None)
def test_feasible(relations: list[Relation], signed: set[int]) -> None:
    assert feasible(relations, signed) == holds_somewhere(rows(relations, signed))


@given(SYSTEMS, SIGNED)
@settings(max_examples=100, deadline=None)
def test_conflicts_are_irreducible_and_the_fewest_are_enough(relations: list[Relation], signed: set[int]) -> None:
    found = conflicts(relations, signed)
    assert bool(found.sets) != holds_somewhere(rows(relations, signed))
    for one in found.sets:
        assert not holds_somewhere(rows([relations[n] for n in one], signed))
        for gone in one:
            assert holds_somewhere(rows([relations[n] for n in one if n != gone], signed))
    assert holds_somewhere(rows([one for n, one in enumerate(relations) if n not in found.fewest], signed))


def test_of_many_conflicts_some_are_named() -> None:
    """And that these are not all is said."""
    relations = [Relation(((1, cell),), operator) for cell in range(20) for operator in ("<", ">")]
    found = conflicts(relations, range(20))
    assert not found.complete
    assert set(found.sets) <= {(2 * cell, 2 * cell + 1) for cell in range(20)}


@given(SYSTEMS, SIGNED)
@settings(max_examples=150, deadline=None)
def test_what_is_redundant_follows_from_what_stays(relations: list[Relation], signed: set[int]) -> None:
    if not feasible(relations, signed):
        return
    found = redundant(relations, range(len(relations)), signed)
    gone = {one.number for one in found}
    kept = [one for number, one in enumerate(relations) if number not in gone]
    for number, one in enumerate(relations):
        others = [each for each in kept if each is not one]
        assert _follows(one, others, signed) == (number in gone)
    for each in found:
        assert _follows(relations[each.number], [relations[n] for n in each.by], signed)


def _follows(one: Relation, others: list[Relation], signed: set[int]) -> bool:
    """Whether no figures keep the others and break this one."""
    contrary = {"=": ("<", ">"), ">=": ("<",), "<=": (">",), ">": ("<=",), "<": (">=",)}[one.operator]
    return not any(holds_somewhere(rows([*others, one._replace(operator=how)], signed)) for how in contrary)


@given(SYSTEMS, SIGNED, some.integers(0, CELLS - 1))
@settings(max_examples=150, deadline=None)
def test_extents_are_exact(relations: list[Relation], signed: set[int], cell: int) -> None:
    polyhedron = Polyhedron(relations, signed)
    if cell not in polyhedron.cells or not polyhedron.feasible():
        return
    closed = [one._replace(operator=one.operator + "=" if one.operator in "<>" else one.operator) for one in relations]
    for end, beyond, within in zip(polyhedron.extent(cell), "<>", (">=", "<="), strict=True):
        probe = Fraction(-10_000 if beyond == "<" else 10_000) if end is None else end
        assert holds_somewhere(rows([*closed, _bound(cell, "=", probe)], signed)) or end is None
        outside = holds_somewhere(rows([*closed, _bound(cell, beyond, probe)], signed))
        assert outside == (end is None)
        assert holds_somewhere(rows([*closed, _bound(cell, within, probe)], signed)) or end is None


def _bound(cell: int, operator: str, value: Fraction) -> Relation:
    """A bound of one cell, in whole numbers."""
    return Relation(((value.denominator, cell),), operator, value.numerator)
