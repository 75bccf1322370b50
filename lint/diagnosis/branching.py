"""Which cells the next change may be, so that as many changes as are left can still mend every row."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Branch(NamedTuple):
    """The bits of which one at least has to change; ``allowed`` are all that may change from here on."""

    mask: int
    allowed: int


NOWHERE = Branch(0, 0)


def at_least(masks: Iterable[int]) -> int:
    """How many changes are needed at least: so many rows have no cell in common."""
    return max(_packed(sorted(masks, key=int.bit_count))[0], _packed(sorted(masks, key=int.bit_count, reverse=True))[0])


def branch(needing: Sequence[int], quiet: Sequence[int], shut: int, left: int) -> Branch:
    """Where to change next: ``needing`` are the masks of the rows that do not hold, ``quiet`` of those that do.

    NOWHERE where so few changes cannot mend them all. ``shut`` bits are not to change.
    """
    allowed = ~shut
    if left == 1:
        return _last(needing, quiet, allowed)
    masks = sorted([mask & allowed for mask in needing], key=int.bit_count)
    for order in (masks, masks[::-1]):
        count, union = _packed(order)
        if count > left:
            return NOWHERE
        if count == left:
            # Every change has to lie in exactly one of these rows.
            allowed &= union
    smallest = min([mask & allowed for mask in masks], key=int.bit_count)
    return Branch(smallest, allowed)


def hopeless(needing: Sequence[int], bit: int, allowed: int, left: int) -> bool:
    """Whether the rows that this cell leaves alone are too many for the changes that are left after it."""
    rest = [mask & allowed for mask in needing if not mask >> bit & 1]
    if left == 1:
        common = allowed
        for mask in rest:
            common &= mask
        return not common
    return len(rest) > left and _packed(sorted(rest, key=int.bit_count))[0] > left


def _last(needing: Sequence[int], quiet: Sequence[int], allowed: int) -> Branch:
    """One change alone: in every row that needs one, and in none that does not."""
    for mask in needing:
        allowed &= mask
    for mask in quiet:
        allowed &= ~mask
    return Branch(allowed, allowed)


def _packed(masks: Iterable[int]) -> tuple[int, int]:
    """Rows that have no cell in common, taken greedily: how many, and all their bits."""
    count, union = 0, 0
    for mask in masks:
        if not mask & union:
            count += 1
            union |= mask
    return count, union
