"""Whether a single slip explains everything that is broken: asked where there is too much to search."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from lint.diagnosis.neighbours import Slip, explains, slips
from lint.diagnosis.relation import Bounds, Figure, Figures, Relation


def single_slips(
    relations: Sequence[Relation],
    broken: Collection[int],
    values: Figures,
    rows: Mapping[int, Sequence[int]],
    bounds: Bounds,
) -> Iterator[tuple[str, dict[int, Figure]]]:
    """Every slip of a row that mends all broken relations and breaks none: its name and what its cells should hold."""
    suspect = {cell for index in broken for _, cell in relations[index].terms}
    near = [row for row, cells in rows.items() if not suspect.isdisjoint((*cells, *rows.get(row + 1, ())))]
    for row in near:
        for slip in slips(rows, row, values):
            expected = _completed(slip, relations, values)
            if expected and explains(slip, expected) and _mends(expected, relations, broken, values, bounds):
                yield slip.pattern, expected


def _completed(slip: Slip, relations: Sequence[Relation], values: Figures) -> dict[int, Figure]:
    """The changes of a slip, with the cell that was pushed out of the row worked out; empty where it cannot be."""
    expected = dict(slip.expected)
    if slip.unknown is None or not expected:
        return expected
    for relation in relations:
        factor = sum(factor for factor, cell in relation.terms if cell == slip.unknown)
        if relation.operator != "=" or abs(factor) != 1:
            continue
        rest = sum(factor * _value(expected, values, cell) for factor, cell in relation.terms if cell != slip.unknown)
        value = factor * (relation.constant - rest)
        return expected if value == (values[slip.unknown] or 0) else {**expected, slip.unknown: value}
    return {}


def _value(expected: Mapping[int, Figure], values: Figures, cell: int) -> Figure:
    return expected.get(cell, values[cell] or 0)


def _mends(
    expected: Mapping[int, Figure],
    relations: Sequence[Relation],
    broken: Collection[int],
    values: Figures,
    bounds: Bounds,
) -> bool:
    if any(value < 0 and cell not in bounds.signed for cell, value in expected.items()):
        return False
    touched = (
        relation
        for index, relation in enumerate(relations)
        if index in broken or any(cell in expected for _, cell in relation.terms)
    )
    return all(_holds(relation, expected, values) for relation in touched)


def _holds(relation: Relation, expected: Mapping[int, Figure], values: Figures) -> bool:
    total = sum(factor * _value(expected, values, cell) for factor, cell in relation.terms)
    if relation.operator == "=":
        return total == relation.constant
    if total == relation.constant:
        return relation.operator in {"<=", ">="}
    return (total < relation.constant) == (relation.operator[0] == "<")
