"""Takes repairs apart: causes that have nothing to do with each other are told one by one."""

from collections.abc import Iterable, Mapping, Sequence
from math import prod
from typing import NamedTuple, TypeAlias

from lint.diagnosis.relation import Relation
from lint.diagnosis.search import Found, Value

Repair: TypeAlias = tuple[Value, ...]
Signs: TypeAlias = frozenset[int]  # what a cause shows: broken relations by index, other cells as -1 - cell


class Group(NamedTuple):
    """Broken relations with one cause, and all smallest repairs of these alone."""

    broken: tuple[int, ...]
    repairs: tuple[Repair, ...]


def apart(found: Found, relations: Sequence[Relation]) -> tuple[Group, ...]:
    """The finest groups whose repairs can be combined at will to all the repairs found; one where there are no finer.

    A group without broken relations is of a cell that holds less than it may, and breaks no relation.
    """
    whole = Group(found.broken, found.repairs)
    if not found.complete or not found.repairs or len(found.repairs[0]) == 1:
        return (whole,)
    split = [_split(repair, relations, frozenset(found.broken)) for repair in found.repairs]
    groups = [_group(signs, split) for signs in _joined(signs for pieces in split for signs in pieces)]
    return tuple(groups) if prod(len(group.repairs) for group in groups) == len(found.repairs) else (whole,)


def _split(repair: Repair, relations: Sequence[Relation], broken: Signs) -> dict[Signs, Repair]:
    """The parts of a repair that share no relation, by what each of them mends."""
    touching = {value.cell: _touching(value.cell, relations) for value in repair}
    pieces: dict[Signs, Repair] = {}
    for part in _joined(touching.values()):
        own = tuple(value for value in repair if touching[value.cell] & part)
        pieces[part & broken or frozenset(-1 - value.cell for value in own)] = own
    return pieces


def _touching(cell: int, relations: Sequence[Relation]) -> Signs:
    return frozenset(
        index for index, relation in enumerate(relations) if any(cell == other for _, other in relation.terms)
    )


def _joined(sets: Iterable[Signs]) -> list[Signs]:
    """The sets, those that have something in common made one."""
    joined: list[Signs] = []
    for one in sets:
        near = [other for other in joined if other & one]
        joined = [other for other in joined if not other & one]
        joined.append(one.union(*near))
    return joined


def _group(signs: Signs, split: Iterable[Mapping[Signs, Repair]]) -> Group:
    """What the repairs say of one cause."""
    own = (_gathered(signs, pieces) for pieces in split)
    return Group(tuple(sorted(sign for sign in signs if sign >= 0)), tuple(dict.fromkeys(own)))


def _gathered(signs: Signs, pieces: Mapping[Signs, Repair]) -> Repair:
    values = [value for mended, piece in pieces.items() if mended <= signs for value in piece]
    return tuple(sorted(values, key=lambda value: value.cell))
