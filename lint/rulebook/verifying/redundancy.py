"""Which relations follow from others, and from which."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from lint.diagnosis.elimination import Pivot, Row, reduce_row
from lint.diagnosis.relation import Relation
from lint.rulebook.verifying.cone import row_of, shortened
from lint.rulebook.verifying.conflicts import irreducible
from lint.rulebook.verifying.polyhedron import Polyhedron, feasible

# What is the case where a relation does not hold: for an equality either of two.
CONTRARY = {"=": ("<", ">"), ">=": ("<",), "<=": (">",), ">": ("<=",), "<": (">=",)}


class Follows(NamedTuple):
    """A relation by its number, and those that imply it; none where no cell may be negative, and that is enough."""

    number: int
    by: tuple[int, ...]


def rank(relations: Sequence[Relation]) -> int:
    """How many of the equalities do not follow from others by adding and multiplying."""
    equalities = [number for number, relation in enumerate(relations) if relation.operator == "="]
    return len(equalities) - len(_dependent(relations, equalities))


def redundant(relations: Sequence[Relation], order: Sequence[int], signed: Collection[int] = ()) -> tuple[Follows, ...]:
    """The relations of a feasible set that may go while the others still say the same, each with what implies it.

    ``order`` are the numbers of the relations, those first that should rather stay. Raises Exhausted.
    """
    inside = Polyhedron(relations, signed).inside()
    if inside.fixed or inside.tight:
        return tuple(_one_by_one(relations, order, order, signed))
    # Some figures keep every inequality with room to spare: then equalities follow from equalities only.
    equalities = [number for number in order if relations[number].operator == "="]
    dependent = _dependent(relations, equalities)
    gone = {one.number for one in dependent}
    rest = [number for number in order if number not in gone]
    asked = [number for number in rest if relations[number].operator != "="]
    return (*dependent, *_one_by_one(relations, rest, asked, signed))


def _one_by_one(
    relations: Sequence[Relation], order: Sequence[int], asked: Sequence[int], signed: Collection[int]
) -> Iterator[Follows]:
    kept = list(order)
    for number in reversed(asked):
        others = [one for one in kept if one != number]
        by = implied_by(relations, number, others, signed)
        if by is not None:
            kept = others
            yield Follows(number, by)


def implied_by(
    relations: Sequence[Relation], number: int, others: Sequence[int], signed: Collection[int]
) -> tuple[int, ...] | None:
    """Which of the others imply a relation; None where they do not. Raises Exhausted."""
    found: set[int] = set()
    for operator in CONTRARY[relations[number].operator]:
        turned = [*relations, relations[number]._replace(operator=operator)]
        contrary = len(relations)
        if feasible([turned[one] for one in (*others, contrary)], signed):
            return None
        found.update(irreducible(turned, (*others, contrary), signed))
        found.discard(contrary)
    return tuple(sorted(found))


def _dependent(relations: Sequence[Relation], order: Sequence[int]) -> tuple[Follows, ...]:
    """The equalities that are sums of multiples of earlier ones, and of which.

    Each row carries, in variables behind those of the cells, of which relations it is made.
    """
    cells = {cell: n for n, cell in enumerate(dict.fromkeys(c for r in relations for _, c in r.terms))}
    one, first = len(cells), len(cells) + 1
    pivots: list[Pivot] = []
    found: list[Follows] = []
    for number in order:
        row = shortened(reduce_row(_tracked(relations[number], cells, number + first), pivots))
        own = [variable for variable in row.factors if variable < one]
        if own:
            pivots.append(Pivot(own[0], row))
        elif one not in row.factors:
            found.append(
                Follows(number, tuple(sorted(v - first for v in row.factors if v not in (one, number + first))))
            )
    return tuple(found)


def _tracked(relation: Relation, cells: dict[int, int], mark: int) -> Row:
    constant, scale = relation.constant.as_integer_ratio()
    factors: dict[int, int] = {mark: 1, len(cells): -constant}
    for factor, cell in relation.terms:
        factors[cells[cell]] = factors.get(cells[cell], 0) + factor * scale
    return row_of(factors)
