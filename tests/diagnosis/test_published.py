"""Published cases of error localisation, with the smallest sets that they are known to have."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from lint.diagnosis.diagnose import diagnose
from lint.diagnosis.relation import Bounds
from tests.diagnosis.support_diagnosis import confirming, named, relations, smallest_sets

# Scholtus 2009: profit and loss of a firm.
FIRM = "x1 x2 x3 x4 x5 x6 x7 x8 x9 x10 x11".split()
FIRM_EDITS = "x1 + x2 = x3; x2 = x4; x5 + x6 + x7 = x8; x3 + x8 = x9; x9 - x10 = x11"
FIRM_TRUE = (1452, 116, 1568, 116, 323, 76, 12, 411, 1979, 1842, 137)


def firm(**changed: int) -> list[int]:
    return [changed.get(name, value) for name, value in zip(FIRM, FIRM_TRUE, strict=True)]


@pytest.mark.parametrize("signed", [frozenset[int](), frozenset(range(11))], ids=["from 0 on", "negative too"])
@pytest.mark.parametrize(
    ("values", "sets"),
    [
        pytest.param(firm(), {""}, id="right"),
        pytest.param(firm(x4=161), {"x4"}, id="4.1"),
        pytest.param(firm(x4=161, x9=19979), {"x4 x9"}, id="4.2"),
        pytest.param(firm(x4=161, x9=19979, x5=0, x6=0, x7=0), {"x4 x5 x9", "x4 x6 x9", "x4 x7 x9"}, id="4.3"),
        pytest.param(firm(x4=161, x9=19979, x8=0), {"x4 x8 x9"}, id="4.4"),
    ],
)
def test_firm(values: Sequence[int], sets: set[str], signed: frozenset[int]) -> None:
    assert named(smallest_sets(relations(FIRM_EDITS, FIRM), values, Bounds(signed)), FIRM) == sets


@pytest.mark.parametrize(
    ("values", "repairs"),
    [
        pytest.param(firm(x4=161), ["x4 161 -> 116 digits-transposed"], id="4.1"),
        pytest.param(
            firm(x4=161, x9=19979), ["x4 161 -> 116 digits-transposed", "x9 19979 -> 1979 digit-repeated"], id="4.2"
        ),
    ],
)
def test_firm_is_decided_cause_by_cause(values: Sequence[int], repairs: list[str]) -> None:
    told = diagnose(relations(FIRM_EDITS, FIRM), values)
    assert all(one.decided for one in told)
    said = [
        f"{FIRM[change.cell]} {change.actual} -> {change.expected} {one.repairs[0].pattern}"
        for one in told
        for change in one.repairs[0].cells
    ]
    assert sorted(said) == repairs


def test_what_is_decided_stands_apart_from_what_is_not() -> None:
    """Case 4.3: two typing errors, and a sum whose parts were never filled in; no one can tell which part."""
    told = diagnose(relations(FIRM_EDITS, FIRM), firm(x4=161, x9=19979, x5=0, x6=0, x7=0))
    said = [[f"{FIRM[one.cell]} {one.expected}" for repair in cause.repairs for one in repair.cells] for cause in told]
    assert sorted(said) == [["x4 116"], ["x5 411", "x6 411", "x7 411"], ["x9 1979"]]
    assert sorted(cause.decided for cause in told) == [False, True, True]


def test_a_part_that_is_missing_is_found_with_its_value() -> None:
    """Case 4.4: looking at digits alone, x9 is left wrong; the smallest set of cells is unique, and mends it."""
    told = diagnose(relations(FIRM_EDITS, FIRM), firm(x4=161, x9=19979, x8=0))
    assert all(cause.decided for cause in told)
    assert {FIRM[one.cell]: one.expected for cause in told for one in cause.repairs[0].cells} == {
        "x4": 116,
        "x8": 411,
        "x9": 1979,
    }


@pytest.mark.parametrize(
    ("edits", "names", "values", "repairs"),
    [
        pytest.param(
            "x + y = z",
            "x y z",
            (123, 192, 252),
            ["y 129 digits-transposed", "x 60 None", "z 315 None"],
            id="transposed in a part",
        ),
        pytest.param(
            "t - c = p",
            "t c p",
            (353, 283, 115),
            ["c 238 digits-transposed", "t 398 None", "p 70 None"],
            id="transposed in a cost",
        ),
        pytest.param(
            "x + y = z; x < 0",
            "x y z",
            (-123, 129, 252),
            ["y 375 None", "z 6 None"],
            id="a sign that may not be turned round",
        ),
        pytest.param(
            "a + b + c + d = t",
            "t a b c d",
            (42280000, 11289000, 4328000, 11201000, 11849000),
            ["t 38667000 None", "a 14902000 None", "b 7941000 None", "c 14814000 None", "d 15462000 None"],
            id="no slip at all",
        ),
        pytest.param(
            "x + y = z",
            "x y z",
            (161, 1452, 1568),
            ["x 116 digits-transposed", "y 1407 None", "z 1613 None"],
            id="a part",
        ),
        pytest.param("x = y; y < 10", "x y", (10, 1), ["x 1 times-10"], id="bounded"),
    ],
)
def test_the_likeliest_slip_comes_first(edits: str, names: str, values: Sequence[int], repairs: list[str]) -> None:
    order = names.split()
    (one,) = diagnose(relations(edits, order), values, bounds=Bounds(frozenset(range(len(order)))))
    assert [f"{order[r.cells[0].cell]} {r.cells[0].expected} {r.pattern}" for r in one.repairs] == repairs


@pytest.mark.parametrize(
    ("edits", "names", "values", "trusted", "order"),
    [
        pytest.param("x + y = z", "x y z", (161, 1452, 1568), "x", "y z x", id="transposed, but trusted"),
        pytest.param("p + c = t", "p c t", (55, 125, 200), "p c", "t p c", id="two of three trusted"),
        pytest.param("p + c = t", "p c t", (30, 70, 80), "p", "c t p", id="profit trusted"),
    ],
)
def test_a_cell_that_another_source_confirms_comes_last(
    edits: str, names: str, values: Sequence[int], trusted: str, order: str
) -> None:
    known = names.split()
    claims = confirming(values, [known.index(name) for name in trusted.split()])
    (one,) = diagnose(relations(edits, known), values, claims=claims)
    assert [known[repair.cells[0].cell] for repair in one.repairs] == order.split()


@pytest.mark.parametrize(
    ("edits", "names", "values", "signed", "sets"),
    [
        pytest.param("p + c = t; 5c >= 3t", "p c t", (755, 125, 200), "", {"p"}, id="profit"),
        pytest.param("p + c = t; 5c >= 3t", "p c t", (750, 125, 200), "", {"p"}, id="profit, rounder"),
        pytest.param("p + c = t", "p c t", (755, 125, 200), "p c t", {"p", "c", "t"}, id="profit without inequality"),
        pytest.param("x + y = z; 2y - z = -1", "x y z", (1, 1, 3), "", {"x"}, id="two equations"),
        pytest.param("x > 1; y > x", "x y", (2, 0), "", {"y"}, id="strict order"),
        pytest.param("x + y = z; x < 1", "x y z", (1, 1, 1), "", {"x"}, id="strict bound"),
        pytest.param("a+b+c+d+e+f = s", "a b c d e f s", (1, 1, 1, 1, 1, 1, 4), "", {"s"}, id="sum of six"),
        pytest.param("p + c = t", "p c t", (30, 70, 80), "", {"p", "c", "t"}, id="tie of three"),
        pytest.param("x+y+z = w; x > 0", "x y z w", (-1, 1, 0, 0), "x y z w", {"x y", "x z", "w x"}, id="two of four"),
        pytest.param("x >= y", "x y", (10**6, 10**9), "", {"x", "y"}, id="large figures"),
        pytest.param("x>0; y>0; z>0; x + y = z", "x y z", (-1, 1, 2), "x", {"x"}, id="sign under bounds"),
        pytest.param("x>0; y>0; z>0; x + y = z", "x y z", (1, 2, 1), "", {"z"}, id="no part may be less"),
        pytest.param("x = y - z", "x y z", (1, 0, 1), "x y z", {"x", "y", "z"}, id="sign of a difference"),
        pytest.param("x = y; y < 10", "x y", (29, 92), "", {"x y"}, id="both above the bound"),
        pytest.param("x = y; 9x = y", "x y", (10, 99), "", {"x y"}, id="equal and nine times"),
        pytest.param("a + b = t", "t a b", (100, 40, 50), "", {"t", "a", "b"}, id="hierarchy"),
        # Statistics Canada, banff.
        pytest.param("x <= 15; y >= 30; x + y <= 50", "x y", (16, 49), "", {"x"}, id="R01"),
        pytest.param("x <= 15; y >= 30; x + y <= 50", "x y", (-4, 49), "", {"x"}, id="R02"),
        pytest.param("x <= 15; y >= 30; x + y <= 50", "x y", (10, 40), "", {""}, id="R03"),
        pytest.param("x <= 15; y >= 30; x + y <= 50", "x y", (4, 49), "", {"x", "y"}, id="R04"),
        pytest.param("x <= 15; y >= 30; x + y <= 50", "x y", (15, 51), "", {"y"}, id="R05"),
        pytest.param("x <= 15; y >= 30; x + y <= 50", "x y", (30, 70), "", {"x y"}, id="R06"),
        pytest.param("x <= 15; y >= 30; x + y <= 50", "x y", (-4, 29), "", {"x y"}, id="R07"),
        pytest.param("x + y >= 6; x <= 4; y <= 5", "x y", (3, 4), "", {""}, id="A"),
        pytest.param("x + y >= 6; x <= 4; y <= 5", "x y", (2, 3), "", {"x", "y"}, id="B"),
        pytest.param("x + y >= 6; x <= 4; y <= 5", "x y", (4, 1), "", {"y"}, id="C"),
        pytest.param("x + y >= 6; x <= 4; y <= 5", "x y", (5, 6), "", {"x y"}, id="D"),
        pytest.param("x + y = t", "x y t", (10, 400, 50), "", {"y", "t"}, id="it01"),
    ],
)
def test_smallest_sets(edits: str, names: str, values: Sequence[int], signed: str, sets: set[str]) -> None:
    order = names.split()
    bounds = Bounds(frozenset(order.index(name) for name in signed.split()))
    found = smallest_sets(relations(edits, order), values, bounds)
    assert {" ".join(sorted(one.split())) for one in named(found, order)} == sets


@pytest.mark.parametrize(
    ("values", "right"),
    [
        pytest.param((10, 15, None, 20, 50), 5, id="REC06"),
        pytest.param((110, 140, 230, None, 600), 120, id="REC07"),
        pytest.param((400, 555, 600, None, 2500), 945, id="REC09"),
        pytest.param((-10, -5, -5, None, -25), -5, id="REC11"),
    ],
)
def test_a_blank_counted_as_zero_comes_first(values: Sequence[int | None], right: int) -> None:
    (one,) = diagnose(relations("a + b + c + d = t", "abcdt"), values, bounds=Bounds(frozenset(range(5))))
    assert len(one.repairs) == 5
    (change,) = one.repairs[0].cells
    assert (change.actual, change.expected, one.repairs[0].pattern) == (None, right, "blank-as-zero")


def test_what_a_relation_leaves_open_is_said() -> None:
    (one,) = diagnose(relations("x > 1; y > x", "xy"), (2, 0))
    (change,) = one.repairs[0].cells
    assert (change.cell, change.expected, change.lowest, change.highest, one.decided) == (1, 3, 3, None, False)


def test_decimals_are_kept_as_written() -> None:
    given = relations("a + b = t", "abt")
    values = (Decimal("0.10"), Decimal("0.2"), Decimal("3.0"))
    (one,) = diagnose(given, values, bounds=Bounds(places=((0, 2), (1, 2), (2, 2))))
    assert [(repair.cells[0].cell, str(repair.cells[0].expected), repair.pattern) for repair in one.repairs] == [
        (2, "0.30", "times-10"),
        (0, "2.80", None),
        (1, "2.90", None),
    ]
