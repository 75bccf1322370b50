"""A judge of table three that tries every set of cells: slow, plain, and with nothing of the search in it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple, TypeAlias

from tests.diagnosis.support_diagnosis import Cells, TableThree, fits, holds

ByLone: TypeAlias = Mapping[int, Sequence[tuple[int, Cells]]]


class Exhaustive(NamedTuple):
    """Every set of up to so many cells of a table, by the equations that exactly one of its cells stands in.

    An equation that holds and has one changed cell is broken by it, and a broken equation without a changed cell stays
    broken. So only sets are solved whose lone equations are all broken, and that touch every broken one: none else can
    be a repair. Equations are bits.
    """

    table: TableThree
    sizes: Sequence[ByLone]

    def smallest(self, values: Sequence[int]) -> set[Cells]:
        """All smallest sets whose change makes every equation hold, with whole numbers from 0 on; empty: none."""
        known = dict(enumerate(values))
        broken = sum(1 << index for index, given in enumerate(self.table.relations) if not holds(given, known))
        for sets in self.sizes:
            likely = (
                cells for lone in _parts(broken) for touched, cells in sets.get(lone, ()) if not broken & ~touched
            )
            found = {cells for cells in likely if fits(self.table.relations, values, frozenset(), cells)}
            if found:
                return found
        return set()


def exhaustive(table: TableThree, most: int) -> Exhaustive:
    """Lay out all sets of up to ``most`` cells: 893,376 of the 175 cells of edition 2021 for three."""
    touching = [0] * len(table.cells)
    for index, given in enumerate(table.relations):
        for _, cell in given.terms:
            touching[cell] |= 1 << index
    return Exhaustive(table, [_laid_out(touching, size) for size in range(most + 1)])


def _laid_out(touching: Sequence[int], size: int) -> ByLone:
    sets: dict[int, list[tuple[int, Cells]]] = {}
    for cells in combinations(range(len(touching)), size):
        once = twice = 0
        for cell in cells:
            twice |= once & touching[cell]
            once |= touching[cell]
        sets.setdefault(once & ~twice, []).append((once, cells))
    return sets


def _parts(mask: int) -> Iterator[int]:
    """Every mask made of some of the bits of a mask, itself and 0 among them."""
    part = mask
    while part:
        yield part
        part = (part - 1) & mask
    yield 0
