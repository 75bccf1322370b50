"""The figures that keep some relations, over the rationals: whether there are any, and how far each may go.

The relations are made homogeneous: a further variable stands for 1, and each inequality has a variable for what it is
above its bound. Then all questions are about rays of one cone, see :mod:`lint.rulebook.verifying.cone`. A cell is not
negative unless it is named as signed; strict inequalities are strict.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from lint.diagnosis.relation import Bounds, Relation
from lint.diagnosis.system import system_of
from lint.rulebook.verifying.cone import Cone

_STRICT = frozenset("<>")


class Extent(NamedTuple):
    """The least and the greatest value of a cell, None where there is no end; a strict bound counts as reached."""

    least: Fraction | None
    most: Fraction | None


class Inside(NamedTuple):
    """What a point shows that is as far inside as can be.

    ``fixed`` are the cells that are 0 at every point, ``tight`` the numbers of the inequalities that are equalities
    at every point: such a one is a hidden equality.
    """

    fixed: frozenset[int]
    tight: tuple[int, ...]


class Polyhedron:
    """All figures that keep the relations; ``signed`` are the cells that may be negative."""

    def __init__(self, relations: Sequence[Relation], signed: Collection[int] = ()) -> None:
        self.relations = tuple(relations)
        self.cells = tuple(dict.fromkeys(cell for relation in relations for _, cell in relation.terms))
        self._variable = {cell: number for number, cell in enumerate(self.cells)}
        self._one = len(self.cells)
        self._above = {
            number: self._one + 1 + number for number, relation in enumerate(self.relations) if relation.operator != "="
        }
        self._signed = frozenset(signed)

    def feasible(self) -> bool:
        """Whether any figures keep all relations. Raises Exhausted where that takes too long."""
        strict = {above for number, above in self._above.items() if self.relations[number].operator in _STRICT}
        wanted = {self._one, *strict}
        return self._positive(wanted) == wanted

    def inside(self) -> Inside:
        """What is 0, or an equality, at every point of a feasible set. Raises Exhausted."""
        own = {self._variable[cell]: cell for cell in self.cells if cell not in self._signed}
        positive = self._positive({*own, *self._above.values()})
        tight = tuple(number for number, above in self._above.items() if above not in positive)
        return Inside(frozenset(cell for variable, cell in own.items() if variable not in positive), tight)

    def extent(self, cell: int) -> Extent:
        """How far a cell of a feasible set may go. Raises Exhausted."""
        most, least = self._furthest(cell, 1), self._furthest(cell, -1)
        return Extent(None if least is None else -least, most)

    @cached_property
    def _cone(self) -> Cone:
        free = (self._variable[cell] for cell in self.cells if cell in self._signed)
        return Cone((self._row(number, relation) for number, relation in enumerate(self.relations)), tuple(free))

    def _row(self, number: int, relation: Relation) -> dict[int, int]:
        constant = Fraction(relation.constant)
        scale = constant.denominator
        sign = -scale if relation.operator.startswith("<") else scale
        row: dict[int, int] = {self._one: -int(constant * sign)}
        for factor, cell in relation.terms:
            variable = self._variable[cell]
            row[variable] = row.get(variable, 0) + sign * factor
        return row | ({self._above[number]: -1} if number in self._above else {})

    def _positive(self, wanted: Iterable[int]) -> set[int]:
        """Those of the variables that are above 0 at one and the same point: the sum of the rays that show each."""
        looked_for, found = set(wanted), set[int]()
        while looked_for and (ray := self._cone.ray(dict.fromkeys(looked_for, 1))):
            shown = looked_for & ray.keys()
            found |= shown
            looked_for -= shown
        return found

    def _furthest(self, cell: int, sign: int) -> Fraction | None:
        """The greatest value of ``sign * cell``: each ray that goes further is followed (W. Dinkelbach, 1967)."""
        variable = self._variable[cell]
        so_far: Fraction | None = None
        while True:
            objective = {self._one: -1} if so_far is None else _beyond(variable, sign, so_far, self._one)
            ray = self._start() if so_far is None else self._cone.ray(objective)
            if ray is None:
                return so_far
            if not ray.get(self._one):
                return None
            so_far = sign * ray.get(variable, Fraction(0)) / ray[self._one]

    def _start(self) -> Mapping[int, Fraction]:
        """Any point. The set is feasible, so there is one."""
        return self._cone.ray({self._one: 1}) or {}


def _beyond(variable: int, sign: int, value: Fraction, one: int) -> dict[int, int]:
    """What is above 0 where ``sign * variable`` is above a value."""
    return {variable: sign * value.denominator, one: -value.numerator}


def feasible(relations: Sequence[Relation], signed: Collection[int] = ()) -> bool:
    """Whether any figures keep all relations; those that share no cell are asked apart. Raises Exhausted."""
    return all(Polyhedron([relations[n] for n in part], signed).feasible() for part in apart(relations))


def apart(relations: Sequence[Relation]) -> list[list[int]]:
    """The numbers of the relations, those together that have cells in common, directly or through others."""
    parts = system_of(tuple(relations), Bounds()).parts
    return sorted(sorted(line.number for line in (*part.equalities, *part.inequalities)) for part in parts)
