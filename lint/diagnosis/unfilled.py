"""A whole column of totals that was left at 0: one cause, however many sums it breaks."""

from collections.abc import Iterator

from lint.diagnosis.mending import Broken, Mended, mended_by
from lint.diagnosis.neighbours import Neighbourhood
from lint.diagnosis.relation import Figure, Relation

PATTERN = "totals-left-out"
_LEAST = 3  # totals: two may be slips of their own


def totals_left_out(given: Broken, places: Neighbourhood) -> Iterator[Mended]:
    """The columns in which every total of a broken sum is 0, and all else too, with the sums that belong there."""
    columns: dict[int, dict[int, Figure]] = {}
    for index in sorted(given.broken):
        total = _total(given.relations[index])
        if total is not None and total in places and not given.values[total]:
            column = places[total][1]
            parts = [(factor, cell) for factor, cell in given.relations[index].terms if cell != total]
            if not any(places.get(cell, (0, -1))[1] == column for _, cell in parts):
                value = sum(factor * (given.values[cell] or 0) for factor, cell in parts)
                columns.setdefault(column, {})[total] = -value if value < 0 else value
    for column, expected in columns.items():
        if len(expected) >= _LEAST and not _filled(column, expected, given, places):
            mended = mended_by(PATTERN, expected, given)
            if mended is not None:
                yield mended


def _total(relation: Relation) -> int | None:
    """The cell that is the sum of all others."""
    for sign in (1, -1):
        alone = [cell for factor, cell in relation.terms if factor == sign]
        others = [cell for factor, cell in relation.terms if factor == -sign]
        if len(alone) == 1 and len(others) > 1 and len(relation.terms) == len(others) + 1:
            return alone[0] if relation.operator == "=" and not relation.constant else None
    return None


def _filled(column: int, expected: dict[int, Figure], given: Broken, places: Neighbourhood) -> bool:
    """Whether any cell of the column is filled, anywhere in the table of these totals."""
    rows = {row for row, _ in places.values()}
    table = {places[cell][0] for cell in expected}
    for step in (1, -1):
        row = (max(table) if step > 0 else min(table)) + step
        while row in rows:  # between tables a row is free
            table.add(row)
            row += step
    table.update(range(min(table), max(table)))
    return any(given.values[cell] for cell, (row, place) in places.items() if place == column and row in table)
