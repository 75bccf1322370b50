"""Small systems written as a person would, table three with random figures, and a judge that tries everything."""

import random
import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import combinations, product
from typing import NamedTuple

from lint.diagnosis.claims import Claim
from lint.diagnosis.relation import Bounds, Figure, Figures, Relation
from lint.diagnosis.search import Found, smallest_repairs
from lint.model.form import APPLICANTS, COLUMNS, ROWS

Cells = tuple[int, ...]
_TERM = re.compile(r"([+-]?)\s*(\d*)\s*([a-z]\w*)")
_COMPARE = re.compile(r"(<=|>=|=|<|>)")


def relation(source: str, names: Sequence[str]) -> Relation:
    """``x + y = 2z - w`` over named cells; a bare number may stand alone on the right."""
    left, operator, right = _COMPARE.split(source)
    number = right.strip()
    if re.fullmatch(r"-?\d+(\.\d+)?", number):
        constant: Figure = Decimal(number) if "." in number else int(number)
        return Relation(tuple(_terms(left, 1, names)), operator, constant)
    return Relation((*_terms(left, 1, names), *_terms(right, -1, names)), operator)


def _terms(side: str, sign: int, names: Sequence[str]) -> Iterable[tuple[int, int]]:
    for minus, factor, name in _TERM.findall(side):
        yield (-sign if minus == "-" else sign) * int(factor or 1), names.index(name)


def relations(sources: str, names: Sequence[str]) -> tuple[Relation, ...]:
    """Several, divided by semicolons."""
    return tuple(relation(source, names) for source in sources.split(";"))


def confirming(values: Figures, cells: Iterable[int]) -> list[Claim]:
    """Another source says of each of these cells what it holds; of a blank, that it is none."""
    return [Claim((Relation(((1, cell),), "=", values[cell] or 0),), certain=True) for cell in cells]


class TableThree(NamedTuple):
    """The equations of table three of an edition, and where each cell stands."""

    cells: Mapping[tuple[str, str], int]
    relations: tuple[Relation, ...]
    places: Mapping[int, tuple[int, int]]
    results: tuple[str, ...]

    def report(self, dice: random.Random, size: int) -> list[int]:
        """Random figures of up to ``size`` that keep all equations; many are 0, as in real reports."""
        values = [0] * len(self.cells)
        for column in APPLICANTS:
            parts = {row: dice.randint(0, size) * dice.randint(0, 1) for row in self.results}
            total = sum(parts.values())
            out = dice.randint(0, 1 + size // 10)
            carried = dice.randint(0, min(total + out, size))
            figures = {"results/total": total, "carried_out": out, "carried_in": carried, "new": total + out - carried}
            for row, figure in {**parts, **figures}.items():
                values[self.cells[row, column]] = figure
        for row in {row for row, _ in self.cells}:
            values[self.cells[row, "total"]] = sum(values[self.cells[row, column]] for column in APPLICANTS)
        return values


def table_three(edition: str) -> TableThree:
    """Rows and columns as the form has them: 25 rows in edition 2021, 23 in 2019."""
    rows = ROWS[edition]
    results = tuple(row for row in rows if row.startswith("results/") and row != "results/total")
    cells = {place: number for number, place in enumerate(product(rows, COLUMNS))}
    found = [_sum(cells, (row, "total"), [(row, column) for column in APPLICANTS]) for row in rows]
    for column in COLUMNS:
        found.append(_sum(cells, ("results/total", column), [(row, column) for row in results]))
        balance = {"new": 1, "carried_in": 1, "results/total": -1, "carried_out": -1}
        found.append(Relation(tuple((factor, cells[row, column]) for row, factor in balance.items()), "="))
    places = {number: (rows.index(row), COLUMNS.index(column)) for (row, column), number in cells.items()}
    return TableThree(cells, tuple(found), places, results)


def _sum(cells: Mapping[tuple[str, str], int], total: tuple[str, str], parts: Sequence[tuple[str, str]]) -> Relation:
    return Relation((*((1, cells[part]) for part in parts), (-1, cells[total])), "=")


def dice_of(seed: object) -> random.Random:
    """Always the same chances for one seed."""
    return random.Random(str(seed))  # noqa: S311 - the same cases in every run


def mistaken(figure: int, dice: random.Random) -> int:
    """Another figure, of the kinds that people write by mistake."""
    digits = str(figure)
    wrong = {figure + 1, figure - 1, figure * 10, figure // 10, 0, int(digits[::-1]), figure + dice.randint(1, 99)}
    return dice.choice(sorted(one for one in wrong if one >= 0 and one != figure))


def several(table: TableThree, dice: random.Random, count: int) -> tuple[list[int], list[int]]:
    """A right report, and the same with some cells changed."""
    right = table.report(dice, dice.choice((5, 50, 5000)))
    wrong = list(right)
    for cell in dice.sample(range(len(right)), count):
        wrong[cell] = mistaken(right[cell], dice)
    return right, wrong


def sets_found(found: Iterable[Found]) -> set[Cells]:
    """All smallest sets of cells, whatever parts they were found in."""
    parts = [one.repairs for one in found]
    return {tuple(sorted(value.cell for repair in chosen for value in repair)) for chosen in product(*parts)}


def smallest_sets(given: tuple[Relation, ...], values: Figures, bounds: Bounds = Bounds()) -> set[Cells]:  # noqa: B008
    """What the search says."""
    return sets_found(smallest_repairs(given, values, bounds))


def named(sets: Iterable[Cells], names: Sequence[str]) -> set[str]:
    """Sets of cells as words."""
    return {" ".join(names[cell] for cell in cells) for cells in sets}


def tried(given: Sequence[Relation], values: Sequence[int], signed: frozenset[int], most: int) -> set[Cells] | None:
    """The judge: every set of up to ``most`` cells, its equations solved with fractions. None where none would do.

    Only for sets whose values the equations determine; others it tries with each whole number up to 40.
    """
    for size in range(most + 1):
        fitting = {cells for cells in combinations(range(len(values)), size) if fits(given, values, signed, cells)}
        if fitting:
            return fitting
    return None


def fits(given: Sequence[Relation], values: Sequence[int], signed: frozenset[int], cells: Cells) -> bool:
    solved = _solve(given, values, cells)
    return solved is not None and any(
        _holds_all(given, values, signed, dict(zip(cells, row, strict=True))) for row in solved
    )


def _solve(given: Sequence[Relation], values: Sequence[int], cells: Cells) -> Iterable[tuple[Fraction, ...]] | None:
    """Every candidate for the values of the cells."""
    rows = []
    for one in given:
        if one.operator == "=":
            fixed = sum(factor * values[cell] for factor, cell in one.terms if cell not in cells)
            own = [sum(factor for factor, other in one.terms if other == cell) for cell in cells]
            rows.append([Fraction(number) for number in (*own, one.constant - fixed)])
    pivots = _eliminate(rows, len(cells))
    if any(row[-1] and not any(row[:-1]) for row in rows):
        return None
    free = [place for place in range(len(cells)) if place not in pivots]
    return (
        _back(rows, pivots, dict(zip(free, chosen, strict=True)), len(cells))
        for chosen in product(range(-40, 41), repeat=len(free))
    )


def _eliminate(rows: list[list[Fraction]], width: int) -> dict[int, int]:
    pivots: dict[int, int] = {}
    for place in range(width):
        row = next((one for one in range(len(pivots), len(rows)) if rows[one][place]), None)
        if row is None:
            continue
        top = len(pivots)
        rows[top], rows[row] = rows[row], rows[top]
        rows[top] = [number / rows[top][place] for number in rows[top]]
        for other in range(len(rows)):
            if other != top and rows[other][place]:
                times = rows[other][place]
                rows[other] = [one - times * two for one, two in zip(rows[other], rows[top], strict=True)]
        pivots[place] = top
    return pivots


def _back(
    rows: list[list[Fraction]], pivots: Mapping[int, int], free: Mapping[int, int], width: int
) -> tuple[Fraction, ...]:
    known = {place: Fraction(value) for place, value in free.items()}
    for place, row in pivots.items():
        known[place] = rows[row][-1] - sum(rows[row][other] * value for other, value in free.items())
    return tuple(known[place] for place in range(width))


def _holds_all(
    given: Sequence[Relation], values: Sequence[int], signed: frozenset[int], chosen: Mapping[int, Fraction]
) -> bool:
    whole = all(value.denominator == 1 and (value >= 0 or cell in signed) for cell, value in chosen.items())
    untouched = all(value >= 0 for cell, value in enumerate(values) if cell not in chosen and cell not in signed)
    return whole and untouched and all(holds(one, {**dict(enumerate(values)), **chosen}) for one in given)


def holds(one: Relation, values: Mapping[int, Figure | Fraction]) -> bool:
    """Whether a relation is true of these values."""
    total = sum((factor * Fraction(values[cell]) for factor, cell in one.terms), start=Fraction(0))
    constant = Fraction(one.constant)
    return {
        "=": total == constant,
        "<=": total <= constant,
        ">=": total >= constant,
        "<": total < constant,
        ">": total > constant,
    }[one.operator]
