"""What another source says of the cells, and whether a repair fits it."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from lint.diagnosis.relation import Figure, Figures, Relation

MOST_WEIGHED = 64  # claims that order repairs: a report states a few, and there may be thousands of repairs


class Claim(NamedTuple):
    """One of these equations holds, says a source beside the relations: the text, or another report.

    The first of the ``readings`` is the likeliest. ``certain``: it is one equation of one cell, so that a repair with
    another value for the cell contradicts it. ``opposes``: whether it may speak against a repair at all.
    """

    readings: tuple[Relation, ...]
    certain: bool
    opposes: bool = True


def fits(claim: Claim, expected: Mapping[int, Figure], free: Collection[int], values: Figures) -> bool | None:
    """Whether a claim speaks for a repair (True), against it (False), or says nothing of it (None).

    For it: the likeliest reading holds after it only, or any reading does where none did. Against it: no reading holds
    any more; or the claim is certain, and the repair has another value. ``expected`` is what the cells of the repair
    should hold; those of ``free`` may hold other values just as well.
    """
    touched = {cell for one in claim.readings for _, cell in one.terms} & expected.keys()
    if not touched:
        return None
    before = [_holds(one, {}, values) for one in claim.readings]
    against = False if claim.opposes else None
    if touched & set(free):
        # The value is open; only a figure that is confirmed as it stands speaks against any change of it.
        return against if claim.certain and any(before) else None
    after = [_holds(one, expected, values) for one in claim.readings]
    if after[0] > before[0] or any(after) > any(before):
        return True
    return against if any(before) > any(after) or (claim.certain and not any(after)) else None


def balance(claims: Sequence[Claim], expected: Mapping[int, Figure], free: Collection[int], values: Figures) -> int:
    """How many claims more speak against a repair than for it."""
    said = [fits(claim, expected, free, values) for claim in claims[:MOST_WEIGHED]]
    return said.count(False) - said.count(True)


def _holds(reading: Relation, expected: Mapping[int, Figure], values: Figures) -> bool:
    total = sum(factor * expected.get(cell, values[cell] or 0) for factor, cell in reading.terms)
    return total == reading.constant
