"""Exact elimination: what the relations say of all other cells once some cells may change freely."""

from collections.abc import Iterable
from typing import NamedTuple


class Row(NamedTuple):
    """``sum(factor * change) = need`` over the bits of ``mask``."""

    factors: dict[int, int]
    mask: int
    need: int


class Pivot(NamedTuple):
    """A cell that may change, and the row that says by how much; no row where no relation says it."""

    bit: int
    row: Row | None


def release(rows: Iterable[Row], bit: int) -> tuple[list[Row], Pivot]:
    """Let a cell change: the rows that are left without it, and the row that it now answers for."""
    touched = [row for row in rows if row.mask >> bit & 1]
    if not touched:
        return list(rows), Pivot(bit, None)
    best = min(touched, key=lambda row: (abs(row.factors[bit]), row.mask.bit_count()))
    left = [row for row in rows if not row.mask >> bit & 1]
    left.extend(_without(row, best, bit) for row in touched if row is not best)
    return left, Pivot(bit, best)


def reduce_row(row: Row, pivots: Iterable[Pivot]) -> Row:
    """The row in terms of cells that do not change, and of changing ones that no row answers for.

    Pivots come in the order in which their cells were released. The row is multiplied by positive numbers only.
    """
    for pivot in pivots:
        if pivot.row is not None and row.mask >> pivot.bit & 1:
            row = _without(row, pivot.row, pivot.bit)
    return row


def _without(row: Row, other: Row, bit: int) -> Row:
    """The row with a multiple of another one taken off, so that the cell is gone."""
    factor, pivot = row.factors[bit], other.factors[bit]
    scale = abs(pivot)
    if pivot < 0:
        factor = -factor
    factors, mask = dict(row.factors), row.mask
    if scale != 1:
        factors = {key: value * scale for key, value in factors.items()}
    for key, value in other.factors.items():
        new = factors.get(key, 0) - factor * value
        if new:
            factors[key] = new
            mask |= 1 << key
        else:
            factors.pop(key, None)
            mask &= ~(1 << key)
    return Row(factors, mask, row.need * scale - factor * other.need)
