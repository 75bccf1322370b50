"""Slips of several cells that mend what is broken: one cause, where the relations alone see several or too many."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from lint.diagnosis.neighbours import Slip, explains
from lint.diagnosis.relation import Bounds, Figure, Figures, Relation

Touching: TypeAlias = Mapping[int, Collection[int]]  # the relations that a cell stands in, by index
SlipsOf: TypeAlias = Callable[[int], Sequence[Slip]]  # every slip that could have happened in a row


class Mended(NamedTuple):
    """A slip that breaks nothing: its name, what its cells should hold, and the broken relations that it mends."""

    pattern: str
    expected: dict[int, Figure]
    relations: frozenset[int]


class Broken(NamedTuple):
    """What a slip is held against: all relations, those that do not hold, and what the cells hold and may hold."""

    relations: Sequence[Relation]
    broken: frozenset[int]
    values: Figures
    bounds: Bounds


def slips_that_mend(given: Broken, rows: Mapping[int, Sequence[int]], slips_of: SlipsOf) -> Iterator[Mended]:
    """Every slip after which all relations that it touches hold, some of which were broken."""
    touching = _touching(given.relations)
    suspect = {cell for index in given.broken for _, cell in given.relations[index].terms}
    near = [row for row, cells in rows.items() if not suspect.isdisjoint((*cells, *rows.get(row + 1, ())))]
    for row in near:
        for slip in slips_of(row):
            if _likely(slip, touching, given):
                mended = _mended(slip, touching, given)
                if mended is not None:
                    yield mended


def _touching(relations: Sequence[Relation]) -> dict[int, set[int]]:
    touching: dict[int, set[int]] = {}
    for index, relation in enumerate(relations):
        for _, cell in relation.terms:
            touching.setdefault(cell, set()).add(index)
    return touching


def _likely(slip: Slip, touching: Touching, given: Broken) -> bool:
    """Whether every equation that a single one of the changed cells stands in is broken: otherwise it would be then."""
    seen: dict[int, int] = {}
    for cell, _ in slip.expected:
        for index in touching.get(cell, ()):
            seen[index] = seen.get(index, 0) + 1
    spared = touching.get(slip.unknown, ()) if slip.unknown is not None else ()
    lone = (index for index, count in seen.items() if count == 1 and index not in spared)
    return bool(seen) and all(index in given.broken or given.relations[index].operator != "=" for index in lone)


def _mended(slip: Slip, touching: Touching, given: Broken) -> Mended | None:
    expected = _completed(slip, touching, given)
    if len(expected) < 2 or not explains(slip, expected):  # noqa: PLR2004 - a slip of several cells
        return None
    if any(value < 0 and cell not in given.bounds.signed for cell, value in expected.items()):
        return None
    return _if_all_hold(slip.pattern, expected, touching, given)


def mended_by(pattern: str, expected: dict[int, Figure], given: Broken) -> Mended | None:
    """What some changes mend; None where they mend nothing, or any relation that they touch does not hold after."""
    return _if_all_hold(pattern, expected, _touching(given.relations), given)


def _if_all_hold(pattern: str, expected: dict[int, Figure], touching: Touching, given: Broken) -> Mended | None:
    touched = {index for cell in expected for index in touching.get(cell, ())}
    mended = frozenset(touched & given.broken)
    if not mended or not all(_holds(given.relations[index], expected, given.values) for index in touched):
        return None
    return Mended(pattern, expected, mended)


def _completed(slip: Slip, touching: Touching, given: Broken) -> dict[int, Figure]:
    """The changes of a slip, with the cell that was pushed out of the row worked out; empty where it cannot be."""
    expected = dict(slip.expected)
    if slip.unknown is None or not expected:
        return expected
    for index in sorted(touching.get(slip.unknown, ())):
        relation = given.relations[index]
        factor = sum(factor for factor, cell in relation.terms if cell == slip.unknown)
        if relation.operator != "=" or abs(factor) != 1:
            continue
        others = ((times, cell) for times, cell in relation.terms if cell != slip.unknown)
        value = factor * (
            relation.constant - sum(times * _value(expected, given.values, cell) for times, cell in others)
        )
        return expected if value == (given.values[slip.unknown] or 0) else {**expected, slip.unknown: value}
    return {}


def _value(expected: Mapping[int, Figure], values: Figures, cell: int) -> Figure:
    return expected.get(cell, values[cell] or 0)


def _holds(relation: Relation, expected: Mapping[int, Figure], values: Figures) -> bool:
    total = sum(factor * _value(expected, values, cell) for factor, cell in relation.terms)
    if relation.operator == "=":
        return total == relation.constant
    if total == relation.constant:
        return relation.operator in {"<=", ">="}
    return (total < relation.constant) == (relation.operator[0] == "<")
