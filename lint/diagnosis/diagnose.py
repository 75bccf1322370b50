"""From broken relations to diagnoses: what is wrong, all smallest repairs, the likeliest first."""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from lint.diagnosis.claims import Claim, balance
from lint.diagnosis.groups import Group, apart
from lint.diagnosis.mending import Broken, Mended, SlipsOf, slips_that_mend
from lint.diagnosis.neighbours import Neighbourhood, rows_of, slips
from lint.diagnosis.one_cause import causes, joined
from lint.diagnosis.patterns import pattern_of
from lint.diagnosis.relation import Bounds, Figures, Relation
from lint.diagnosis.search import Found, Value, smallest_repairs
from lint.diagnosis.told import Change, Diagnosis, Repair
from lint.diagnosis.unfilled import totals_left_out
from lint.diagnosis.weights import Weight, weight

__all__ = ["Change", "Diagnosis", "Repair", "diagnose"]

MOST_LISTED = 50


class _Setting(NamedTuple):
    """What is known beside the relations: the figures, where they stand, and what other sources say of them."""

    values: Figures
    places: Neighbourhood
    claims: Sequence[Claim]
    slips_of: SlipsOf


def diagnose(
    relations: Sequence[Relation],
    values: Figures,
    places: Neighbourhood | None = None,
    claims: Sequence[Claim] = (),
    bounds: Bounds = Bounds(),  # noqa: B008 - frozen
) -> tuple[Diagnosis, ...]:
    """Name the wrong cells, cause by cause, in the order of the relations.

    ``values`` are by number of the cell; None is a blank and counts as 0. ``places`` says where cells stand (row and
    column). ``claims``, what other sources say, order the repairs of a cause; they never hide or decide one.
    """
    rows = rows_of(places or {})
    slips_of: SlipsOf = cache(lambda row: tuple(slips(rows, row, values)))
    setting = _Setting(values, places or {}, claims, slips_of)
    found = smallest_repairs(tuple(relations), values, bounds)
    told = [one for part in found if not part.too_many for one in _diagnoses(part, relations, setting)]
    beyond = [part.broken for part in found if part.too_many]
    if beyond or sum(map(causes, told)) > 1:
        broken = frozenset(index for part in found for index in part.broken)
        given = Broken(relations, broken, values, bounds)
        mended = (*slips_that_mend(given, rows, slips_of), *totals_left_out(given, setting.places))
        told = [*joined(told, _listed(mended, setting)), *(_too_many(part, mended, setting) for part in beyond)]
    return tuple(sorted(told, key=lambda one: one.explains))


def _diagnoses(found: Found, relations: Sequence[Relation], setting: _Setting) -> Iterable[Diagnosis]:
    return [_diagnosis(group, found, setting) for group in apart(found, relations)]


def _diagnosis(group: Group, found: Found, setting: _Setting) -> Diagnosis:
    likeliest = sorted((_weighed(repair, setting) for repair in group.repairs), key=lambda one: one[0])
    repairs = tuple(Repair(_changes(repair, setting), pattern) for _, pattern, repair in likeliest[:MOST_LISTED])
    alone = found.complete and len(likeliest) == 1
    decided = alone and not any(change.free for change in repairs[0].cells)
    return Diagnosis(
        group.broken, decided, repairs, max(0, len(likeliest) - MOST_LISTED), too_many=False, complete=found.complete
    )


def _too_many(broken: Sequence[int], mended: Sequence[Mended], setting: _Setting) -> Diagnosis:
    """Only slips are told that mend everything."""
    repairs = chain.from_iterable(own for relations, own in _listed(mended, setting).items() if relations >= {*broken})
    return Diagnosis(
        tuple(broken), decided=False, repairs=tuple(repairs)[:MOST_LISTED], omitted=0, too_many=True, complete=False
    )


def _listed(mended: Iterable[Mended], setting: _Setting) -> dict[frozenset[int], list[Repair]]:
    """Slips as repairs, the likeliest first, by the relations that they mend; each set of changes once."""
    weighed = sorted(
        mended,
        key=lambda one: weight(
            one.expected, setting.values, balance(setting.claims, one.expected, (), setting.values), one_cause=True
        ),
    )
    listed: dict[frozenset[int], dict[tuple[Change, ...], Repair]] = {}
    for one in weighed:
        cells = tuple(
            Change(cell, setting.values[cell], value, value, value) for cell, value in sorted(one.expected.items())
        )
        listed.setdefault(one.relations, {}).setdefault(cells, Repair(cells, one.pattern))
    return {relations: list(own.values()) for relations, own in listed.items()}


def _weighed(repair: tuple[Value, ...], setting: _Setting) -> tuple[Weight, str | None, tuple[Value, ...]]:
    expected = {value.cell: value.value for value in repair}
    free = [value.cell for value in repair if not value.lowest == value.value == value.highest]
    pattern = None if free else pattern_of(expected, setting.values, setting.places, setting.slips_of)
    one_cause = len(repair) > 1 and pattern is not None
    against = balance(setting.claims, expected, free, setting.values)
    return weight(expected, setting.values, against, one_cause=one_cause), pattern, repair


def _changes(repair: tuple[Value, ...], setting: _Setting) -> tuple[Change, ...]:
    return tuple(Change(one.cell, setting.values[one.cell], one.value, one.lowest, one.highest) for one in repair)
