"""Exact linear programming in its simplest shape: a cone, in which every bound is 0.

``rows`` are equalities ``sum(factor * variable) = 0`` between variables of which all but the free ones are not
negative. One question is asked: is there a point at which an objective is above 0? The origin is always a vertex, so
that no first phase is needed, and a point where the objective is positive is a ray. Simplex method with Bland's rule
(R. G. Bland, New finite pivoting rules for the simplex method, 1977), which never circles; whole numbers throughout.
"""

from collections.abc import Collection, Iterable, Mapping
from fractions import Fraction
from math import gcd
from typing import TypeAlias

from lint.diagnosis.elimination import Pivot, Row, reduce_row
from lint.diagnosis.freedom import Exhausted

MOST_PIVOTS = 5_000

Ray: TypeAlias = Mapping[int, Fraction]  # the value of every variable that is not 0


class Cone:
    """A cone, and the vertex basis at which the last question was answered: the next one goes on from there."""

    def __init__(self, rows: Iterable[Mapping[int, int]], free: Collection[int]) -> None:
        self.free = frozenset(free)
        self._basis: dict[int, Row] = {}
        self._pivots = 0
        for factors in rows:
            self._take(row_of(factors))

    def ray(self, objective: Mapping[int, int]) -> Ray | None:
        """A point of the cone at which the objective is above 0, None where there is none. Raises Exhausted."""
        while True:
            left = self._reduced(row_of(objective))
            entering = self._entering(left)
            if entering is None:
                return None
            sign = 1 if left.factors[entering] > 0 else -1
            leaving = None if entering in self.free else self._leaving(entering)
            if leaving is None:
                return self._along(entering, sign)
            self._exchange(entering, leaving)

    def _take(self, row: Row) -> None:
        row = self._reduced(row)
        if not row.factors:
            return
        # A free variable answers for its row for ever: such a row bounds nothing.
        self._settle(row, min(row.factors, key=lambda variable: (variable not in self.free, variable)))

    def _settle(self, row: Row, variable: int) -> None:
        """Make a variable the one that the row answers for, and take it out of all other rows."""
        own = row if row.factors[variable] > 0 else _turned(row)
        pivot = (Pivot(variable, own),)
        for other, known in self._basis.items():
            if known.mask >> variable & 1:
                self._basis[other] = shortened(reduce_row(known, pivot))
        self._basis[variable] = own

    def _reduced(self, row: Row) -> Row:
        pivots = (Pivot(variable, self._basis[variable]) for variable in tuple(row.factors) if variable in self._basis)
        return shortened(reduce_row(row, pivots))

    def _entering(self, objective: Row) -> int | None:
        better = (one for one, factor in objective.factors.items() if factor > 0 or one in self.free)
        return min(better, default=None)

    def _leaving(self, entering: int) -> int | None:
        """The first variable that would become negative as the entering one grows."""
        bounded = (one for one in self._basis if one not in self.free)
        return min((one for one in bounded if self._basis[one].factors.get(entering, 0) > 0), default=None)

    def _exchange(self, entering: int, leaving: int) -> None:
        self._pivots += 1
        if self._pivots > MOST_PIVOTS:
            raise Exhausted
        self._settle(self._basis.pop(leaving), entering)

    def _along(self, entering: int, sign: int) -> Ray:
        """What the other variables do as one grows, or falls where it is free."""
        moved = {
            one: Fraction(-sign * row.factors[entering], row.factors[one])
            for one, row in self._basis.items()
            if entering in row.factors
        }
        return {**moved, entering: Fraction(sign)}


def row_of(factors: Mapping[int, int]) -> Row:
    """Factors by variable as a row of the elimination."""
    kept = {variable: factor for variable, factor in factors.items() if factor}
    return Row(kept, sum(1 << variable for variable in kept), 0)


def shortened(row: Row) -> Row:
    """The same in the smallest whole numbers."""
    common = gcd(*row.factors.values())
    if common <= 1:
        return row
    return row._replace(factors={variable: factor // common for variable, factor in row.factors.items()})


def _turned(row: Row) -> Row:
    return row._replace(factors={variable: -factor for variable, factor in row.factors.items()})
