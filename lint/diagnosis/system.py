"""Relations made ready for the search: whole numbers only, cells as bits, the parts that have no cell in common."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import chain
from math import gcd
from operator import itemgetter, mul
from typing import NamedTuple

from lint.diagnosis.relation import Bounds, Figure, Figures, Relation


class Line(NamedTuple):
    """A relation in whole units: ``sum(factor * value) = constant``, or ``>= constant`` where it is no equality."""

    number: int
    equality: bool
    factors: dict[int, int]  # by bit
    mask: int
    constant: int
    pick: Callable[[Sequence[int]], tuple[int, ...]]  # the values of its bits, and one more

    def lacks(self, units: Sequence[int]) -> int:
        """What the changes have to add up to (at least, where it is no equality)."""
        products: Iterator[int] = map(mul, self.factors.values(), self.pick(units))
        return self.constant - sum(products)


class Part(NamedTuple):
    """Relations that have no cell in common with those of other parts."""

    equalities: tuple[Line, ...]
    inequalities: tuple[Line, ...]
    mask: int


class System(NamedTuple):
    """Relations and bounds made ready. A bit stands for a cell, a unit for the last decimal that a cell may have."""

    cells: tuple[int, ...]
    places: tuple[int, ...]
    signed: int
    parts: tuple[Part, ...]

    def units(self, values: Figures) -> list[int]:
        """The value of every bit in units; blanks are 0."""
        if any(self.places):
            return [_units(values[cell], places) for cell, places in zip(self.cells, self.places, strict=True)]
        return [int(values[cell] or 0) for cell in self.cells]

    def figure(self, bit: int, units: int) -> Figure:
        """A value in units as the figure to write."""
        places = self.places[bit]
        return Decimal(f"{units}E-{places}") if places else units

    def below(self, units: Sequence[int]) -> int:
        """The bits whose value is below what the cell may hold."""
        if min(units, default=0) >= 0:
            return 0
        return sum(1 << bit for bit, value in enumerate(units) if value < 0 and not self.signed >> bit & 1)


def bits(mask: int) -> Iterator[int]:
    """The numbers of the bits that are set, from the lowest on."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low


@lru_cache(maxsize=32)
def system_of(relations: tuple[Relation, ...], bounds: Bounds) -> System:
    """Make relations ready; the same ones are made ready once."""
    cells = tuple(dict.fromkeys(cell for relation in relations for _, cell in relation.terms))
    bit_of = {cell: bit for bit, cell in enumerate(cells)}
    known = dict(bounds.places)
    places = tuple(known.get(cell, 0) for cell in cells)
    lines = [_line(index, relation, bit_of, places) for index, relation in enumerate(relations)]
    signed = sum(1 << bit_of[cell] for cell in bounds.signed if cell in bit_of)
    return System(cells, places, signed, tuple(map(_part, _apart(lines))))


def _units(value: Figure | None, places: int) -> int:
    # Not by arithmetic of Decimal, which rounds what is longer than its context.
    return int(Fraction(value) * 10**places) if value else 0


def _line(index: int, relation: Relation, bit_of: dict[int, int], places: tuple[int, ...]) -> Line:
    exponent = relation.constant.as_tuple().exponent if isinstance(relation.constant, Decimal) else 0
    finest = max([0, -int(exponent), *(places[bit_of[cell]] for _, cell in relation.terms)])
    sign = -1 if relation.operator[0] == "<" else 1
    factors: dict[int, int] = {}
    for factor, cell in relation.terms:
        bit = bit_of[cell]
        factors[bit] = factors.get(bit, 0) + sign * factor * 10 ** (finest - places[bit])
    factors = {bit: factor for bit, factor in factors.items() if factor}
    constant = sign * _units(relation.constant, finest) + (relation.operator in {"<", ">"})
    factors, constant = _shortened(factors, constant, equality=relation.operator == "=")
    mask = sum(1 << bit for bit in factors)
    return Line(index, relation.operator == "=", factors, mask, constant, _picker(tuple(factors)))


def _picker(numbers: tuple[int, ...]) -> Callable[[Sequence[int]], tuple[int, ...]]:
    """Takes these items out of a sequence, and the first ones twice: a single item would be no tuple."""
    return itemgetter(*numbers, numbers[0], numbers[0]) if numbers else tuple


def _shortened(factors: dict[int, int], constant: int, *, equality: bool) -> tuple[dict[int, int], int]:
    """The same in smaller numbers. An inequality between whole numbers is drawn up to the next that can be."""
    common = gcd(*factors.values())
    if common <= 1 or (equality and constant % common):
        return factors, constant
    return {bit: factor // common for bit, factor in factors.items()}, -(-constant // common)


def _apart(lines: Sequence[Line]) -> list[list[Line]]:
    parts: list[tuple[int, list[Line]]] = []
    for line in lines:
        near = [part for part in parts if part[0] & line.mask]
        mask = line.mask
        for part in near:
            mask |= part[0]
        joined = [*chain.from_iterable(part[1] for part in near), line]
        parts = [*(part for part in parts if not part[0] & line.mask), (mask, joined)]
    return [part[1] for part in parts]


def _part(lines: Sequence[Line]) -> Part:
    mask = 0
    for line in lines:
        mask |= line.mask
    return Part(
        tuple(line for line in lines if line.equality), tuple(line for line in lines if not line.equality), mask
    )
