"""What the text or last year's report says of the cells: when it speaks for a repair, and when against it."""

from collections.abc import Mapping

import pytest

from lint.diagnosis.claims import MOST_WEIGHED, Claim, fits
from lint.diagnosis.diagnose import diagnose
from lint.diagnosis.relation import Figure, Relation
from tests.diagnosis.support_diagnosis import relation, relations

NAMES = "new in total out".split()
VALUES = (10, 2, 13, 0)


def claim(sources: str, *, certain: bool = False, opposes: bool = True) -> Claim:
    """Readings divided by ``or``, the likeliest first."""
    return Claim(tuple(relation(source, NAMES) for source in sources.split(" or ")), certain, opposes)


@pytest.mark.parametrize(
    ("said", "expected", "answer"),
    [
        pytest.param(claim("new = 11", certain=True), {0: 11}, True, id="it becomes true"),
        pytest.param(claim("new = 12", certain=True), {0: 11}, False, id="another value for the very cell"),
        pytest.param(claim("new = 10", certain=True), {0: 11}, False, id="it was true"),
        pytest.param(claim("new = 11", certain=True), {2: 12}, None, id="it is about another cell"),
        pytest.param(claim("new = 12"), {0: 11}, None, id="wrong before and after, and not certain"),
        pytest.param(claim("new = 10"), {0: 11}, False, id="no reading holds any more"),
        pytest.param(claim("new = 11 or new + in = 12"), {0: 11}, True, id="the likeliest reading holds now"),
        pytest.param(claim("new = 12 or new + in = 13"), {0: 11}, True, id="a reading holds where none did"),
        pytest.param(claim("new = 10 or total = 13"), {0: 11}, None, id="another reading still holds"),
        pytest.param(claim("total = 12 or total = 13"), {2: 12}, True, id="likelier than what held before"),
        pytest.param(claim("new + in = 12"), {0: 9, 1: 3}, None, id="a sum that holds after all"),
        pytest.param(claim("out = 0", opposes=False), {3: 1}, None, id="none of something vague opposes nothing"),
        pytest.param(claim("new = 0", opposes=False), {0: 0}, True, id="but it may speak for a repair"),
    ],
)
def test_what_a_claim_says_of_a_repair(said: Claim, expected: Mapping[int, Figure], answer: bool | None) -> None:
    assert fits(said, expected, (), VALUES) is answer


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        pytest.param(claim("new = 10", certain=True), False, id="any change contradicts what is confirmed"),
        pytest.param(claim("new = 11", certain=True), None, id="the example is no promise"),
        pytest.param(claim("new + in = 12"), None, id="the rest of the sum may make up for it"),
    ],
)
def test_where_the_value_is_open(said: Claim, answer: bool | None) -> None:
    assert fits(said, {0: 11}, (0,), VALUES) is answer


def test_a_blank_is_none() -> None:
    said = claim("new = 0", certain=True)
    assert fits(said, {0: 7}, (), (None, 0, 0, 0)) is False


def order_of(*claims: Claim) -> list[str]:
    """The cells of the repairs of 10 + 2 = 13, the likeliest first."""
    (one,) = diagnose(relations("new + in = total", NAMES), VALUES, claims=claims)
    assert not one.decided
    return [NAMES[repair.cells[0].cell] for repair in one.repairs]


@pytest.mark.parametrize(
    ("claims", "first", "last"),
    [
        pytest.param([], "new", "in", id="nothing said"),
        pytest.param([claim("in = 3", certain=True)], "in", "total", id="the text says 3"),
        pytest.param([claim("new = 10", certain=True)], "total", "new", id="the text confirms what was received"),
        pytest.param(
            [claim("total = 13", certain=True), claim("new = 10", certain=True)], "in", "total", id="and the total too"
        ),
    ],
)
def test_claims_order_equally_small_repairs(claims: list[Claim], first: str, last: str) -> None:
    """All three stay, and nothing is decided by them."""
    order = order_of(*claims)
    assert sorted(order) == ["in", "new", "total"]
    assert (order[0], order[-1]) == (first, last)


def test_a_claim_never_brings_in_a_larger_repair() -> None:
    """Two sums ask for one cell; the text has it otherwise, and two other cells would do."""
    said = claim("total = 13", certain=True)
    (one,) = diagnose(relations("new + in = total; new = 10; in = 2", NAMES), VALUES, claims=[said])
    assert [(change.cell, change.expected) for change in one.repairs[0].cells] == [(2, 12)]
    assert (one.decided, len(one.repairs)) == (True, 1)


def test_a_flood_of_claims_is_looked_at_in_part() -> None:
    """Claims beyond the bound do not order repairs: what costs time is bounded whatever the text."""
    flood = [Claim((Relation(((1, 3),), "=", number),), certain=False) for number in range(MOST_WEIGHED)]
    assert order_of(*flood, claim("in = 3", certain=True)) == order_of()
