"""All smallest sets of cells whose change makes every relation hold. Exact: whole numbers, every set found once.

Some cells are released: the relations are solved for them. A relation, or a combination of relations, that still does
not hold without them proves that one of its own cells has to change too; the search branches on these, and on nothing
else. It deepens by the number of cells, from a lower bound on.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from lint.diagnosis.branching import at_least, branch, hopeless
from lint.diagnosis.elimination import Pivot, Row, release
from lint.diagnosis.freedom import Exhausted
from lint.diagnosis.relation import Bounds, Figure, Figures, Relation
from lint.diagnosis.settling import Bound, Limits, Settled, settle
from lint.diagnosis.system import Line, Part, System, bits, system_of

MOST_BROKEN = 16
MOST_CELLS = 12
MOST_STEPS = 20_000
MOST_FOUND = 5_000


class Value(NamedTuple):
    """A changed cell: a value that makes the relations hold, and how far such values go (None: no end).

    ``lowest`` and ``highest`` are the value itself where it is the only one.
    """

    cell: int
    value: Figure
    lowest: Figure | None
    highest: Figure | None


class Found(NamedTuple):
    """What was found for broken relations that hang together.

    ``repairs`` are the smallest sets of changes. ``complete`` says that there are no others of their size;
    ``too_many`` that there are more broken relations, or more steps to take, than the search may. Without repairs and
    without ``too_many`` the relations contradict each other whatever the cells hold.
    """

    broken: tuple[int, ...]
    repairs: tuple[tuple[Value, ...], ...]
    complete: bool
    too_many: bool


def smallest_repairs(relations: tuple[Relation, ...], values: Figures, bounds: Bounds = Bounds()) -> tuple[Found, ...]:  # noqa: B008 - frozen
    """Everything that is broken, in parts that have no cell in common, each with all its smallest repairs."""
    system = system_of(relations, bounds.wide_enough(values))
    units = system.units(values)
    below = system.below(units)
    found = (_mend(system, part, units, below & part.mask) for part in system.parts)
    return tuple(one for one in found if one is not None)


def _mend(system: System, part: Part, units: Sequence[int], below: int) -> Found | None:
    needs = [line.lacks(units) for line in part.equalities]
    limits = _limits(system, part, units)
    broken = _broken(part, needs, limits)
    if not broken and not below:
        return None
    if len(broken) > MOST_BROKEN or below.bit_count() > MOST_CELLS:
        return Found(broken, (), complete=False, too_many=True)
    rows = [Row(line.factors, line.mask, need) for line, need in zip(part.equalities, needs, strict=True)]
    search = _Search(limits)
    search.run(rows, below)
    repairs = tuple(_values(system, units, settled) for settled in search.found)
    return Found(broken, repairs, search.complete, too_many=not repairs and not search.complete)


def _limits(system: System, part: Part, units: Sequence[int]) -> Limits:
    bounds = tuple(Bound(line.factors, line.mask, line.lacks(units)) for line in part.inequalities)
    return Limits(units, system.signed, bounds)


def _broken(part: Part, needs: Sequence[int], limits: Limits) -> tuple[int, ...]:
    equal: list[Line] = [line for line, need in zip(part.equalities, needs, strict=True) if need]
    unequal = [line for line, bound in zip(part.inequalities, limits.inequalities, strict=True) if bound.need > 0]
    return tuple(sorted(line.number for line in (*equal, *unequal)))


def _values(system: System, units: Sequence[int], settled: Settled) -> tuple[Value, ...]:
    def figure(bit: int, change: int | None) -> Figure | None:
        return None if change is None else system.figure(bit, units[bit] + change)

    return tuple(
        Value(system.cells[bit], system.figure(bit, units[bit] + change), figure(bit, low), figure(bit, high))
        for bit, change, low, high in settled.changes
    )


@dataclass(slots=True)
class _Search:
    limits: Limits
    found: list[Settled] = field(default_factory=list)
    complete: bool = True
    steps: int = 0
    cut: bool = False  # whether more changes than were allowed could have led further

    def run(self, rows: list[Row], below: int) -> None:
        """Find all sets of the smallest size that has any."""
        pivots: tuple[Pivot, ...] = ()
        for bit in bits(below):
            rows, pivot = release(rows, bit)
            pivots += (pivot,)
        size = at_least([row.mask for row in rows if row.need])
        try:
            self._deepen(rows, pivots, size)
        except Exhausted:
            self.complete = False

    def _deepen(self, rows: list[Row], pivots: tuple[Pivot, ...], size: int) -> None:
        self.cut = True
        while self.cut and not self.found:
            if size + len(pivots) > MOST_CELLS:
                raise Exhausted
            self.cut = False
            self._descend(rows, pivots, 0, size)
            size += 1

    def _descend(self, rows: list[Row], pivots: tuple[Pivot, ...], shut: int, left: int) -> None:
        self.steps += 1
        if self.steps > MOST_STEPS or len(self.found) >= MOST_FOUND:
            raise Exhausted
        needing = [row.mask for row in rows if row.need]
        if not needing:
            self._settle(rows, pivots, shut, left)
            return
        if not all(mask & ~shut for mask in needing):
            return
        if left == 0:
            self.cut = True
            return
        where = branch(needing, [row.mask for row in rows if not row.need], shut, left)
        allowed = where.allowed
        self.cut |= allowed != ~shut
        for bit in bits(where.mask):
            allowed &= ~(1 << bit)
            if left > 1 and hopeless(needing, bit, allowed, left - 1):
                self.cut = True
            else:
                self._follow(rows, pivots, bit, ~allowed, left)

    def _follow(self, rows: list[Row], pivots: tuple[Pivot, ...], bit: int, shut: int, left: int) -> None:
        less, pivot = release(rows, bit)
        self._descend(less, (*pivots, pivot), shut | 1 << bit, left - 1)

    def _settle(self, rows: list[Row], pivots: tuple[Pivot, ...], shut: int, left: int) -> None:
        settled = settle(pivots, self.limits)
        if isinstance(settled, Settled):
            self.found.append(settled)
            return
        help_ = settled & ~shut
        if left == 0:
            self.cut |= bool(help_)
            return
        for bit in bits(help_):
            self._follow(rows, pivots, bit, shut, left)
            shut |= 1 << bit
