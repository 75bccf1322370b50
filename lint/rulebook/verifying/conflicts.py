"""Which relations contradict each other: irreducible sets, and the fewest relations to give up."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from lint.diagnosis.relation import Relation
from lint.rulebook.verifying.polyhedron import feasible

MOST_SETS = 10
MOST_TRIES = 300


class Conflicts(NamedTuple):
    """Numbers of relations: ``sets`` that cannot hold together while all of each but one can; the fewest to give up.

    ``complete`` says whether these are all sets; else more may be left than the bounds of the search allow.
    """

    sets: tuple[tuple[int, ...], ...]
    fewest: tuple[int, ...]
    complete: bool

    def contradicts(self, number: int) -> tuple[int, ...]:
        """The relations that contradict one, alone or together."""
        return tuple(sorted({other for one in self.sets if number in one for other in one} - {number}))


def conflicts(relations: Sequence[Relation], signed: Collection[int] = ()) -> Conflicts:
    """All irreducible sets that cannot hold, within bounds. Raises Exhausted where a single question takes too long.

    R. Reiter, A theory of diagnosis from first principles, 1987: of each set found one relation is given up at a time,
    and what is left is looked at again. The first choice with which all others hold is a smallest one.
    """
    found: list[tuple[int, ...]] = []
    fewest: tuple[int, ...] | None = None
    waiting: list[frozenset[int]] = [frozenset()]
    seen = set(waiting)
    for tried, gone in enumerate(waiting):
        if tried >= MOST_TRIES or len(found) >= MOST_SETS:
            return Conflicts(tuple(sorted(found)), fewest or (), complete=False)
        one = next((known for known in found if gone.isdisjoint(known)), None) or _another(relations, gone, signed)
        if one is None:
            fewest = tuple(sorted(gone)) if fewest is None else fewest
            continue
        found += [one] if one not in found else []
        following = [gone | {number} for number in one]
        waiting += [more for more in following if more not in seen]
        seen.update(following)
    return Conflicts(tuple(sorted(found)), fewest or (), complete=True)


def _another(relations: Sequence[Relation], gone: frozenset[int], signed: Collection[int]) -> tuple[int, ...] | None:
    left = [number for number in range(len(relations)) if number not in gone]
    if feasible([relations[number] for number in left], signed):
        return None
    return irreducible(relations, left, signed)


def irreducible(relations: Sequence[Relation], numbers: Sequence[int], signed: Collection[int]) -> tuple[int, ...]:
    """Of relations that cannot hold together, some that cannot either while all but any one of them can."""
    kept = list(numbers)
    for number in numbers:
        fewer = [one for one in kept if one != number]
        if not feasible([relations[one] for one in fewer], signed):
            kept = fewer
    return tuple(kept)
