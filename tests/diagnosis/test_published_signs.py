"""Published cases of signs turned round, and of income and cost interchanged: variables that may be negative."""

from collections.abc import Sequence

import pytest

from lint.diagnosis.diagnose import diagnose
from lint.diagnosis.relation import Bounds
from tests.diagnosis.support_diagnosis import named, relations, smallest_sets

# Scholtus; van der Loo and de Jonge 2011: each result is income less cost, and the last one is the sum of all.
RESULTS = "x0r x0c x0 x1r x1c x1 x2r x2c x2 x3r x3c x3 x4".split()
RESULTS_EDITS = "x0 = x0r - x0c; x1 = x1r - x1c; x2 = x2r - x2c; x3 = x3r - x3c; x4 = x0 + x1 + x2 + x3"
RESULTS_SIGNED = "x0 x1 x2 x3 x4"


@pytest.mark.parametrize(
    ("values", "cell", "right"),
    [
        pytest.param((3, 13, 10), "z", -10, id="result positive"),
        pytest.param((14, -4, 10), "y", 4, id="cost negative"),
        pytest.param((15, 5, -10), "z", 10, id="result negative"),
    ],
)
def test_sign_of_one_of_three_comes_first(values: Sequence[int], cell: str, right: int) -> None:
    (one,) = diagnose(relations("z = x - y", "xyz"), values, bounds=Bounds(frozenset(range(3))))
    assert named((tuple(change.cell for change in repair.cells) for repair in one.repairs), "xyz") == {"x", "y", "z"}
    first = one.repairs[0]
    assert (named([(first.cells[0].cell,)], "xyz"), first.cells[0].expected, first.pattern) == ({cell}, right, "sign")


def test_difference_that_holds() -> None:
    assert diagnose(relations("z = x - y", "xyz"), (17, 7, 10)) == ()


def test_two_results_with_income_and_cost_interchanged() -> None:
    """Income and cost are not below 0, results may be: a cost cannot be turned into one, the sum of all holds."""
    signed = frozenset(RESULTS.index(name) for name in RESULTS_SIGNED.split())
    values = (5100, 4650, 450, 0, 130, 130, 20, 0, 20, 15, 25, 10, 610)
    assert named(smallest_sets(relations(RESULTS_EDITS, RESULTS), values, Bounds(signed)), RESULTS) == {
        "x1r x3r",
        "x1r x3c",
    }


@pytest.mark.parametrize(
    ("values", "decided", "open_"),
    [
        pytest.param((2100, 1950, 150, 0, 10, 10, 20, 5, 15, 50, 10, 40, 195), {"x1 -10 sign"}, [], id="one flip"),
        pytest.param(
            (3250, 3550, 300, 110, 10, 100, 50, 90, 40, 30, 10, 20, -140),
            {"x0 -300 sign"},
            [{"x2r", "x2c"}],
            id="a flip, and income and cost interchanged",
        ),
    ],
)
def test_profit_and_loss(values: Sequence[int], decided: set[str], open_: list[set[str]]) -> None:
    signed = frozenset(RESULTS.index(name) for name in RESULTS_SIGNED.split())
    told = diagnose(relations(RESULTS_EDITS, RESULTS), values, bounds=Bounds(signed))
    said = {
        f"{RESULTS[change.cell]} {change.expected} {one.repairs[0].pattern}"
        for one in told
        if one.decided
        for change in one.repairs[0].cells
    }
    assert said == decided
    undecided = [one for one in told if not one.decided]
    assert [named((tuple(c.cell for c in repair.cells) for repair in one.repairs), RESULTS) for one in undecided] == (
        open_
    )
