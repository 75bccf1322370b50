"""From broken relations to diagnoses: what is wrong, all smallest repairs, the likeliest first."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from lint.diagnosis.groups import Group, apart
from lint.diagnosis.mending import single_slips
from lint.diagnosis.neighbours import Neighbourhood
from lint.diagnosis.patterns import Rows, pattern_of, rows_for
from lint.diagnosis.relation import Bounds, Figure, Figures, Relation
from lint.diagnosis.search import Found, Value, smallest_repairs
from lint.diagnosis.weights import Weight, weight

MOST_LISTED = 50


class Change(NamedTuple):
    """A cell, what it holds (None: blank), and what it should hold.

    Where the relations do not determine that, ``expected`` is an example, and ``lowest`` and ``highest`` say how far
    it goes; None: no end. Otherwise both are ``expected`` itself.
    """

    cell: int
    actual: Figure | None
    expected: Figure
    lowest: Figure | None
    highest: Figure | None

    @property
    def free(self) -> bool:
        """Whether other values would do too."""
        return not self.lowest == self.expected == self.highest


class Repair(NamedTuple):
    """One smallest set of changes that makes every relation hold, and the name of the slip that it is, if any."""

    cells: tuple[Change, ...]
    pattern: str | None


class Diagnosis(NamedTuple):
    """One cause: the relations that it explains, by index, and its smallest repairs, likeliest first.

    ``decided``: exactly one smallest repair exists, and its values are determined. ``omitted`` repairs are not listed;
    where not ``complete``, at least so many. ``too_many``: too many contradictions to name the cells; a repair listed
    all the same is a single slip that mends everything. No repair and not ``too_many``: no figures can ever make these
    relations hold.
    """

    explains: tuple[int, ...]
    decided: bool
    repairs: tuple[Repair, ...]
    omitted: int
    too_many: bool
    complete: bool


class Setting(NamedTuple):
    """What is known beside relations and values: where cells stand, which are confirmed, and what they may hold."""

    places: Neighbourhood
    confirmed: frozenset[int]
    bounds: Bounds


def diagnose(
    relations: Sequence[Relation],
    values: Figures,
    places: Neighbourhood | None = None,
    confirmed: Collection[int] = (),
    bounds: Bounds = Bounds(),  # noqa: B008 - frozen
) -> tuple[Diagnosis, ...]:
    """Name the wrong cells, cause by cause, in the order of the relations.

    ``values`` are by number of the cell; None is a blank and counts as 0. ``places`` says where cells stand (row and
    column), ``confirmed`` which ones another source confirms.
    """
    setting = Setting(places or {}, frozenset(confirmed), bounds)
    rows = rows_for(setting.places)
    told: list[Diagnosis] = []
    for found in smallest_repairs(tuple(relations), values, bounds):
        if found.too_many:
            told.append(_too_many(found, relations, values, setting, rows))
        else:
            told.extend(_diagnosis(group, found, values, setting, rows) for group in apart(found, relations))
    return tuple(sorted(told, key=lambda one: one.explains))


def _diagnosis(group: Group, found: Found, values: Figures, setting: Setting, rows: Rows) -> Diagnosis:
    likeliest = sorted((_weighed(repair, values, setting, rows) for repair in group.repairs), key=lambda one: one[0])
    repairs = tuple(Repair(_changes(repair, values), pattern) for _, pattern, repair in likeliest[:MOST_LISTED])
    alone = found.complete and len(likeliest) == 1
    decided = alone and not any(change.free for change in repairs[0].cells)
    return Diagnosis(
        group.broken, decided, repairs, max(0, len(likeliest) - MOST_LISTED), too_many=False, complete=found.complete
    )


def _too_many(found: Found, relations: Sequence[Relation], values: Figures, setting: Setting, rows: Rows) -> Diagnosis:
    slips = single_slips(relations, found.broken, values, rows, setting.bounds)
    told = {tuple(sorted(expected.items())): pattern for pattern, expected in slips}
    repairs = tuple(
        Repair(tuple(Change(cell, values[cell], value, value, value) for cell, value in cells), pattern)
        for cells, pattern in told.items()
    )
    return Diagnosis(
        found.broken, decided=False, repairs=repairs[:MOST_LISTED], omitted=0, too_many=True, complete=False
    )


def _weighed(
    repair: tuple[Value, ...], values: Figures, setting: Setting, rows: Rows
) -> tuple[Weight, str | None, tuple[Value, ...]]:
    expected = {value.cell: value.value for value in repair}
    free = any(not value.lowest == value.value == value.highest for value in repair)
    pattern = None if free else pattern_of(expected, values, setting.places, rows)
    one_cause = len(repair) > 1 and pattern is not None
    return weight(expected, values, setting.confirmed, one_cause=one_cause), pattern, repair


def _changes(repair: tuple[Value, ...], values: Figures) -> tuple[Change, ...]:
    return tuple(Change(one.cell, values[one.cell], one.value, one.lowest, one.highest) for one in repair)
