"""On small tables and small systems the search finds exactly what trying every set of cells finds."""

import random
from itertools import product

import pytest

from lint.diagnosis.freedom import Inequality, Whole, example, reach
from lint.diagnosis.relation import Bounds, Relation
from lint.diagnosis.search import smallest_repairs
from tests.diagnosis.support_diagnosis import dice_of, holds, relations, sets_found, smallest_sets, tried


def small_table(height: int, width: int) -> tuple[Relation, ...]:
    """Sums of rows and of columns; the last row and the last column are the totals."""
    rows = [[row * (width + 1) + column for column in range(width + 1)] for row in range(height + 1)]
    lines = [*rows, *zip(*rows, strict=True)]
    return tuple(Relation((*((1, cell) for cell in line[:-1]), (-1, line[-1])), "=") for line in lines)


def filled(dice: random.Random, height: int, width: int) -> list[int]:
    inner = [[dice.choice((0, 0, 1, 2, 5, 12)) for _ in range(width)] for _ in range(height)]
    rows = [[*row, sum(row)] for row in inner]
    return [cell for row in (*rows, [sum(column) for column in zip(*rows, strict=True)]) for cell in row]


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize(("height", "width"), [(2, 2), (2, 3), (3, 3)])
def test_small_tables(height: int, width: int, count: int) -> None:
    dice = dice_of(f"{height} {width} {count}")
    given = small_table(height, width)
    for _ in range({7: 120, 8: 60, 9: 20}.get(height + width + count, 300)):
        values = filled(dice, height, width)
        for cell in dice.sample(range(len(values)), count):
            values[cell] = max(0, values[cell] + dice.choice((-2, -1, 1, 2, 10)))
        signed = frozenset(dice.sample(range(len(values)), dice.choice((0, 0, 2))))
        assert smallest_sets(given, values, Bounds(signed)) == tried(given, values, signed, count)


def test_small_tables_with_an_inequality() -> None:
    """Bounds that a sum breaks only after its repair, so that a further cell has to move."""
    dice = dice_of(4)
    for _ in range(400):
        extra = Relation(((1, dice.randrange(9)), (-1, dice.randrange(9))), dice.choice(("<=", ">=", "<", ">")), 0)
        given = (*small_table(2, 2), extra)
        values = filled(dice, 2, 2)
        values[dice.randrange(9)] += dice.randint(1, 3)
        judged = tried(given, values, frozenset(), 2)
        if judged is not None:
            assert smallest_sets(given, values) == judged


def test_values_given_make_every_relation_hold() -> None:
    """Any factors, any operator, negative figures: what is given as a repair is one."""
    dice = dice_of(7)
    for _ in range(1500):
        cells = range(dice.randint(2, 5))
        given = tuple(
            Relation(
                tuple(
                    (dice.choice((1, 1, -1, -1, 2, -3)), cell) for cell in dice.sample(cells, dice.choice(cells) + 1)
                ),
                dice.choice(("=", "=", "=", "<=", ">=", "<", ">")),
                dice.choice((0, 0, 1, -2)),
            )
            for _ in range(dice.randint(1, 4))
        )
        values = [dice.randint(-1, 4) for _ in cells]
        signed = frozenset(cell for cell in cells if dice.random() < 0.3)
        for found in smallest_repairs(given, values, Bounds(signed)):
            own = [given[index] for index in found.broken]
            for repair in found.repairs:
                mended = dict(enumerate(values)) | {value.cell: int(value.value) for value in repair}
                assert all(holds(one, mended) for one in own)
                assert all(value.value >= 0 or value.cell in signed for value in repair)
                assert all(value.lowest is None or value.lowest <= value.value for value in repair)
                assert all(value.highest is None or value.value <= value.highest for value in repair)


@pytest.mark.parametrize(
    ("edits", "values"),
    [
        pytest.param("x + y = 5; x + y = 6", (1, 1), id="two sums at once"),
        pytest.param("2x = 5", (1,), id="no whole half"),
        pytest.param("x + y < 0", (1, 1), id="below nothing"),
    ],
)
def test_contradictions_have_no_repair(edits: str, values: tuple[int, ...]) -> None:
    (found,) = smallest_repairs(relations(edits, "xy"), values)
    assert (found.repairs, found.complete, found.too_many) == ((), True, False)


def test_parts_without_a_common_cell_are_found_apart() -> None:
    found = smallest_repairs(relations("a + b = c; d + e = f", "abcdef"), (1, 1, 3, 1, 1, 4))
    assert [one.broken for one in found] == [(0,), (1,)]
    assert len(sets_found(found)) == 9


@pytest.mark.parametrize("seed", range(4))
def test_whole_numbers_within_inequalities(seed: int) -> None:
    dice = dice_of(seed)
    for _ in range(150):
        box = [Inequality((1, 0), 6), Inequality((-1, 0), 6), Inequality((0, 1), 6), Inequality((0, -1), 6)]
        more = [Inequality((dice.randint(-3, 3), dice.randint(-3, 3)), dice.randint(-4, 4)) for _ in range(3)]
        whole = Whole((dice.randint(-2, 2), dice.randint(-2, 2)), dice.randint(0, 3), dice.choice((1, 2, 3)))
        kept = [
            point
            for point in product(range(-6, 7), repeat=2)
            if all(one.factors[0] * point[0] + one.factors[1] * point[1] + one.constant >= 0 for one in more)
        ]
        fitting = [
            point
            for point in kept
            if (whole.factors[0] * point[0] + whole.factors[1] * point[1] + whole.constant) % whole.divisor == 0
        ]
        found = example([*box, *more], [whole], 2)
        assert found in fitting if fitting else found is None
        if kept:
            low, high = reach([*box, *more], Inequality((1, 0), 0))
            assert low is not None
            assert high is not None
            assert low <= min(point[0] for point in kept)
            assert high >= max(point[0] for point in kept)
