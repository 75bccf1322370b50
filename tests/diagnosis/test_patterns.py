"""The names of slips, and the order that they give to equally small repairs."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

import pytest

from lint.diagnosis.diagnose import Diagnosis, diagnose
from lint.diagnosis.digits import distance, slip
from lint.diagnosis.patterns import PATTERNS
from lint.diagnosis.relation import Figure
from lint.diagnosis.weights import WEIGHTS
from tests.diagnosis.support_diagnosis import TableThree, confirming, dice_of, relations, table_three


@pytest.mark.parametrize(
    ("one", "other", "edits"),
    [
        ("24", "42", 1),
        ("130", "1340", 1),
        ("1340", "13040", 1),
        ("1340", "1380", 1),
        ("1340", "1430", 1),
        ("1340", "14300", 2),
        ("-10", "10", 1),
        ("-1", "10", 2),
        ("123", "60", 3),
        ("192", "129", 1),
        ("252", "315", 3),
        ("", "12", 2),
        ("12", "12", 0),
    ],
)
def test_distance(one: str, other: str, edits: int) -> None:
    assert distance(one, other) == distance(other, one) == edits


@pytest.mark.parametrize(
    ("actual", "expected", "name"),
    [
        (4267, 4627, "digits-transposed"),
        (24, 42, "digits-transposed"),
        (4687, 4627, "digit-changed"),
        (5, 6, "digit-changed"),
        (467, 4627, "digit-dropped"),
        (46287, 4627, "digit-added"),
        (46627, 4627, "digit-repeated"),
        (19979, 1979, "digit-repeated"),
        (-12, 12, "sign"),
        (12, -12, "sign"),
        (120, 12, "times-10"),
        (12, 120, "times-10"),
        (1200, 12, "times-100"),
        (12, 12000, "times-1000"),
        (77302800, 7730, None),
        (77300000, 7730, "times-10000"),
        (Decimal(77302800), Decimal("7730.28"), "times-10000"),
        (Decimal("1.25"), Decimal("1.52"), "digits-transposed"),
        (None, 7, "blank-as-zero"),
        (None, 0, None),
        (0, 7, "digit-changed"),
        (10, 1, "times-10"),
        (-12, 13, None),
        (12, 12, None),
        (10, 99, None),
        (10**50, 10**50 + 1, None),
    ],
)
def test_slip(actual: Figure | None, expected: Figure, name: str | None) -> None:
    assert slip(actual, expected) == name


def test_every_name_has_words_in_both_languages() -> None:
    assert set(WEIGHTS) <= set(PATTERNS)
    assert all(words.zh and words.en for words in PATTERNS.values())


def changed(edition: TableThree, **figures: Sequence[int | None]) -> list[Figure | None]:
    """A report in which a row has other figures."""
    values: list[Figure | None] = [*REPORT]
    for row, own in figures.items():
        for cell, value in zip(sorted(row_of(edition, row.replace("__", "/"))), own, strict=True):
            values[cell] = value
    return values


def row_of(edition: TableThree, row: str) -> list[int]:
    return [cell for (name, _), cell in edition.cells.items() if name == row]


TABLE = table_three("2021")
ROWS: Mapping[str, tuple[int, ...]] = {
    "results/granted": (31, 12, 5, 0, 2, 7, 57),
    "results/partial": (14, 3, 0, 8, 0, 1, 26),
    "results/denied/internal": (6, 0, 2, 0, 0, 0, 8),
}
TOTAL = tuple(map(sum, zip(*ROWS.values(), strict=True)))


def _report() -> list[int]:
    values = [0] * len(TABLE.cells)
    out = (4, 0, 0, 1, 0, 0, 5)
    received = tuple(total + left for total, left in zip(TOTAL, out, strict=True))
    for row, figures in {**ROWS, "results/total": TOTAL, "carried_out": out, "new": received}.items():
        for cell, figure in zip(row_of(TABLE, row), figures, strict=True):
            values[cell] = figure
    return values


REPORT = _report()


@pytest.mark.parametrize(
    ("row", "figures", "name"),
    [
        pytest.param("results__granted", (31, 5, 12, 0, 2, 7, 57), "neighbours-swapped", id="two neighbours swapped"),
        pytest.param("results__granted", (31, 12, 5, 2, 0, 7, 57), "neighbours-swapped", id="value in the next column"),
        pytest.param("results__granted", (0, 31, 12, 5, 0, 2, 7), "row-shifted", id="shifted to the right"),
        pytest.param("results__granted", (12, 5, 0, 2, 7, 57, 0), "row-shifted", id="shifted to the left"),
        pytest.param("results__granted", (None, 31, 12, 5, 0, 2, 57), "row-shifted", id="shifted up to the total"),
        pytest.param("results__granted", (31, 5, 0, 2, 7, 57, 0), "row-shifted", id="a cell left out"),
        pytest.param("results__granted", (3, 1, 12, 5, 0, 2, 7), "split-number", id="a number split, the rest moved"),
        pytest.param("results__granted", (31, 1, 2, 0, 2, 7, 57), "split-number", id="a number split over two cells"),
        pytest.param("results__granted", (310, 120, 50, 0, 20, 70, 570), "times-10", id="a row in another unit"),
    ],
)
def test_one_slip_of_several_cells(row: str, figures: Sequence[int | None], name: str) -> None:
    (one,) = diagnose(TABLE.relations, changed(TABLE, **{row: figures}), TABLE.places)
    first = one.repairs[0]
    assert first.pattern == name
    assert {change.cell: change.expected for change in first.cells} == {
        change.cell: REPORT[change.cell] for change in first.cells
    }


def test_a_value_in_the_neighbouring_row() -> None:
    values = changed(TABLE, new=(0, 15, 7, 9, 2, 8, 96), carried_in=(55, 0, 0, 0, 0, 0, 0))
    values[TABLE.cells["carried_in", "total"]] = 0
    told = diagnose(TABLE.relations, values, TABLE.places)
    named = [(repair.pattern, {c.cell: c.expected for c in repair.cells}) for one in told for repair in one.repairs]
    cells = {TABLE.cells["new", "natural_person"]: 55, TABLE.cells["carried_in", "natural_person"]: 0}
    assert ("neighbouring-row", cells) in named


def test_a_column_of_totals_left_at_zero_is_one_cause() -> None:
    values = list(REPORT)
    totals = [cell for (_, column), cell in TABLE.cells.items() if column == "total"]
    for cell in totals:
        values[cell] = 0
    (one,) = diagnose(TABLE.relations, values, TABLE.places)
    first = one.repairs[0]
    assert first.pattern == "totals-left-out"
    assert {change.cell: change.expected for change in first.cells} == {
        cell: REPORT[cell] for cell in totals if REPORT[cell]
    }


def test_a_column_of_totals_of_which_some_are_filled_is_not_one_cause() -> None:
    values = list(REPORT)
    for name in ("new", "results__granted", "results__partial"):
        values[row_of(TABLE, name.replace("__", "/"))[-1]] = 0
    told = diagnose(TABLE.relations, values, TABLE.places)
    assert all(repair.pattern != "totals-left-out" for one in told for repair in one.repairs)


def test_two_rows_mixed_up_are_named_beyond_the_bound() -> None:
    total, out = row_of(TABLE, "results/total"), row_of(TABLE, "carried_out")
    figures = {"results__total": [REPORT[cell] for cell in out], "carried_out": [REPORT[cell] for cell in total]}
    (one,) = diagnose(TABLE.relations, changed(TABLE, **figures), TABLE.places)
    assert all(change.expected == REPORT[change.cell] for change in one.repairs[0].cells)


SUM = relations("a + b + c = t", "abct")


def order_of(one: Diagnosis) -> str:
    return "".join("abct"[repair.cells[0].cell] for repair in one.repairs)


@pytest.mark.parametrize(
    ("values", "confirmed", "order"),
    [
        pytest.param((12, 30, 7, 94), "", "tabc", id="transposed first"),
        pytest.param((12, 30, 7, 94), "t", "abct", id="but the total is confirmed"),
        pytest.param((12, None, 7, 94), "", "bact", id="a blank first"),
        pytest.param((12, None, 7, 94), "b", "actb", id="but the text says that it is none"),
    ],
)
def test_order_of_equally_small_repairs(values: Sequence[int | None], confirmed: str, order: str) -> None:
    (one,) = diagnose(SUM, values, claims=confirming(values, map("abct".index, confirmed)))
    assert order_of(one) == order
    assert not one.decided


def test_very_many_repairs_are_counted() -> None:
    dice = dice_of("many")
    values: list[int] = [dice.randint(1, 9) for _ in range(60)]
    given = relations(" + ".join(f"x{n}" for n in range(60)) + " = t", [*(f"x{n}" for n in range(60)), "t"])
    (one,) = diagnose(given, [*values, sum(values) + 1])
    assert (len(one.repairs), one.omitted, one.complete, one.decided) == (50, 11, True, False)
