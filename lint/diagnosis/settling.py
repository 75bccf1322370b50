"""The values of a set of changing cells: whether any keep all bounds, and otherwise which further cell could help."""

from collections.abc import Sequence
from typing import NamedTuple

from lint.diagnosis.elimination import Pivot, Row, reduce_row
from lint.diagnosis.freedom import Inequality, Whole, example, reach
from lint.diagnosis.system import bits


class Bound(NamedTuple):
    """``sum(factor * change) >= need``: an inequality, or that a changing cell stays at or above its lowest value."""

    factors: dict[int, int]
    mask: int
    need: int


class Limits(NamedTuple):
    """All that is not an equality: the value of every bit, the bits that may be negative, and the inequalities."""

    units: Sequence[int]
    signed: int
    inequalities: tuple[Bound, ...]


class Settled(NamedTuple):
    """The change of each cell, as (bit, change, least change, greatest change)."""

    changes: tuple[tuple[int, int, int | None, int | None], ...]


def settle(pivots: Sequence[Pivot], limits: Limits) -> Settled | int:
    """The changes of the cells released, or the bits of which one at least has to change too for there to be any."""
    if any(pivot.row is None for pivot in pivots):
        return _settle_free(pivots, limits)
    changes: dict[int, int] = {}
    for pivot in reversed(pivots):
        change = _change(pivot, changes)
        if change is None:
            return _support(pivots, pivot)
        changes[pivot.bit] = change
    for bound in _bounds(pivots, limits):
        if sum([factor * changes[bit] for bit, factor in bound.factors.items() if bit in changes]) < bound.need:
            return _helpful(reduce_row(Row(*bound), pivots), limits, pivots)
    return Settled(tuple((bit, changes[bit], changes[bit], changes[bit]) for bit in sorted(changes)))


def _change(pivot: Pivot, changes: dict[int, int]) -> int | None:
    """The change of a cell when those released later are known; None where it would be no whole number."""
    row = pivot.row
    if row is None:
        return None
    rest = row.need - sum([row.factors[bit] * change for bit, change in changes.items() if bit in row.factors])
    change, remainder = divmod(rest, row.factors[pivot.bit])
    return None if remainder else change


def _bounds(pivots: Sequence[Pivot], limits: Limits) -> list[Bound]:
    """Every bound that the changing cells could break, or that is broken."""
    released = sum(1 << pivot.bit for pivot in pivots)
    own = [
        Bound({pivot.bit: 1}, 1 << pivot.bit, -limits.units[pivot.bit])
        for pivot in pivots
        if not limits.signed >> pivot.bit & 1
    ]
    return own + [bound for bound in limits.inequalities if bound.mask & released or bound.need > 0]


def _support(pivots: Sequence[Pivot], pivot: Pivot) -> int:
    """The unchanged cells on which the value of a cell depends."""
    return reduce_row(Row({pivot.bit: 1}, 1 << pivot.bit, 0), pivots).mask & ~_released(pivots)


def _helpful(row: Row, limits: Limits, pivots: Sequence[Pivot]) -> int:
    """The unchanged cells that could lift the row: those with a positive factor, or a negative one that may fall."""
    movable = (
        bit for bit in bits(row.mask) if row.factors[bit] > 0 or limits.units[bit] > 0 or limits.signed >> bit & 1
    )
    return sum(1 << bit for bit in movable) & ~_released(pivots)


def _released(pivots: Sequence[Pivot]) -> int:
    return sum(1 << pivot.bit for pivot in pivots)


def _settle_free(pivots: Sequence[Pivot], limits: Limits) -> Settled | int:
    """The same where no relation determines some of the cells."""
    free = [pivot.bit for pivot in pivots if pivot.row is None]
    bounds = [reduce_row(Row(*bound), pivots) for bound in _bounds(pivots, limits)]
    solved = {pivot.bit: _solved(pivot, pivots) for pivot in pivots}
    inequalities = [Inequality(_of(row, free), -row.need) for row in bounds]
    wholes = [_whole(row, bit, free) for bit, row in solved.items() if row.factors[bit] > 1]
    found = example(inequalities, wholes, len(free))
    if found is None:
        return _any_help(bounds, solved, limits, pivots)
    return Settled(tuple(_within(bit, solved[bit], free, inequalities, found) for bit in sorted(solved)))


def _solved(pivot: Pivot, pivots: Sequence[Pivot]) -> Row:
    """A row that gives the change of a cell by those of cells that no row answers for: its own factor is positive."""
    if pivot.row is None:
        return Row({pivot.bit: 1}, 1 << pivot.bit, 0)
    later = pivots[pivots.index(pivot) + 1 :]
    row = reduce_row(pivot.row, later)
    if row.factors[pivot.bit] > 0:
        return row
    return Row({bit: -factor for bit, factor in row.factors.items()}, row.mask, -row.need)


def _of(row: Row, free: Sequence[int]) -> tuple[int, ...]:
    return tuple(row.factors.get(bit, 0) for bit in free)


def _numerator(row: Row, bit: int, free: Sequence[int]) -> Inequality:
    """The change of a cell times its factor, in terms of the free cells."""
    if bit in free:
        return Inequality(tuple(int(one == bit) for one in free), 0)
    return Inequality(tuple(-factor for factor in _of(row, free)), row.need)


def _whole(row: Row, bit: int, free: Sequence[int]) -> Whole:
    factors, constant = _numerator(row, bit, free)
    return Whole(factors, constant, row.factors[bit])


def _within(
    bit: int, row: Row, free: Sequence[int], inequalities: Sequence[Inequality], found: tuple[int, ...]
) -> tuple[int, int, int | None, int | None]:
    numerator = _numerator(row, bit, free)
    value = sum(factor * one for factor, one in zip(numerator.factors, found, strict=True)) + numerator.constant
    divisor = row.factors[bit]
    low, high = reach(inequalities, numerator)
    return (
        bit,
        value // divisor,
        None if low is None else -(-low // divisor),
        None if high is None else high // divisor,
    )


def _any_help(rows: Sequence[Row], solved: dict[int, Row], limits: Limits, pivots: Sequence[Pivot]) -> int:
    help_ = 0
    for row in rows:
        help_ |= _helpful(row, limits, pivots)
    for bit, row in solved.items():
        if row.factors[bit] > 1:
            help_ |= row.mask & ~_released(pivots)
    return help_
