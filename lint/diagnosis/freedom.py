"""Whole numbers that keep some inequalities: whether there are any, an example, and how far each value may go.

Used where a set of changing cells does not determine their values: a handful of unknowns. Fourier-Motzkin elimination.
"""

from collections.abc import Iterator, Sequence
from itertools import islice
from math import lcm
from typing import NamedTuple

MOST_TRIES = 2000
MOST_INEQUALITIES = 600


class Exhausted(Exception):
    """The search has taken all steps that it may."""


class Inequality(NamedTuple):
    """``sum(factor * unknown) + constant >= 0``, the factors in the order of the unknowns."""

    factors: tuple[int, ...]
    constant: int


class Whole(NamedTuple):
    """``sum(factor * unknown) + constant`` is a multiple of ``divisor``."""

    factors: tuple[int, ...]
    constant: int
    divisor: int


def example(inequalities: Sequence[Inequality], wholes: Sequence[Whole], unknowns: int) -> tuple[int, ...] | None:
    """Values near 0 that keep everything, or None where there are none. Raises Exhausted where it cannot tell."""
    tries = [MOST_TRIES]
    return _example(list(inequalities), wholes, unknowns, (), tries)


def reach(inequalities: Sequence[Inequality], objective: Inequality) -> tuple[int | None, int | None]:
    """The least and the greatest whole number that the objective can be; None where it has no end on that side."""
    # A new first unknown is the objective; all others are eliminated.
    rows = [Inequality((0, *row.factors), row.constant) for row in inequalities]
    turned = tuple(-factor for factor in objective.factors)
    rows.append(Inequality((1, *turned), -objective.constant))
    rows.append(Inequality((-1, *objective.factors), objective.constant))
    return _range(_first_only(rows))


def _example(
    rows: list[Inequality], wholes: Sequence[Whole], unknowns: int, known: tuple[int, ...], tries: list[int]
) -> tuple[int, ...] | None:
    if len(known) == unknowns:
        return known if all(row.constant >= 0 for row in rows) and all(map(_is_whole, wholes)) else None
    low, high = _range(_first_only(rows))
    # Of the last unknown, what does not fit within one period of all divisors never does.
    last = len(known) + 1 == unknowns
    period = 2 * lcm(*(one.divisor for one in wholes)) if last else MOST_TRIES + 1
    for value in islice(_from_zero(low, high), period):
        tries[0] -= 1
        if tries[0] < 0:
            raise Exhausted
        settled = [Inequality(row.factors[1:], row.constant + row.factors[0] * value) for row in rows]
        rest = [Whole(one.factors[1:], one.constant + one.factors[0] * value, one.divisor) for one in wholes]
        found = _example(settled, rest, unknowns, (*known, value), tries)
        if found is not None:
            return found
    return None


def _is_whole(one: Whole) -> bool:
    return one.constant % one.divisor == 0


def _from_zero(low: int | None, high: int | None) -> Iterator[int]:
    """The whole numbers of a range, those nearest to 0 first."""
    if low is not None and high is not None and low > high:
        return
    start = max(low, 0) if low is not None else 0
    start = min(high, start) if high is not None else start
    step = 0
    while (high is None or start + step <= high) or (low is None or start - step >= low):
        if high is None or start + step <= high:
            yield start + step
        if step and (low is None or start - step >= low):
            yield start - step
        step += 1


def _first_only(rows: list[Inequality]) -> list[Inequality]:
    """What the inequalities say of the first unknown alone."""
    while rows and len(rows[0].factors) > 1:
        rows = _without_last(rows)
    return rows


def _without_last(rows: Sequence[Inequality]) -> list[Inequality]:
    kept = {Inequality(row.factors[:-1], row.constant) for row in rows if row.factors[-1] == 0}
    lower = [row for row in rows if row.factors[-1] > 0]
    upper = [row for row in rows if row.factors[-1] < 0]
    if len(kept) + len(lower) * len(upper) > MOST_INEQUALITIES:
        raise Exhausted
    kept.update(_joined(one, other) for one in lower for other in upper)
    return sorted(kept)


def _joined(lower: Inequality, upper: Inequality) -> Inequality:
    left, right = -upper.factors[-1], lower.factors[-1]
    factors = zip(lower.factors[:-1], upper.factors[:-1], strict=True)
    return Inequality(
        tuple(left * one + right * other for one, other in factors), left * lower.constant + right * upper.constant
    )


def _range(rows: Sequence[Inequality]) -> tuple[int | None, int | None]:
    """The range of a single unknown; one that is empty (1, 0) where an inequality can never hold."""
    if any(row.factors[0] == 0 and row.constant < 0 for row in rows):
        return 1, 0
    lows = [-(row.constant // row.factors[0]) for row in rows if row.factors[0] > 0]
    highs = [row.constant // -row.factors[0] for row in rows if row.factors[0] < 0]
    return max(lows, default=None), min(highs, default=None)
