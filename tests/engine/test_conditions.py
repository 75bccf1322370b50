"""Combinations of figures: a finding where all comparisons of an alternative hold."""

from collections.abc import Mapping
from typing import Any

import pytest

from lint.engine.checks.conditions import Alternative, ConditionsCheck
from lint.model.case import Case
from lint.model.errors import RuleError
from lint.model.finding import Finding, Severity, Term
from lint.model.rule import Answers
from lint.rulebook.examples import example_report

TWO = "/sections/proactive/table"
ROW = f"{TWO}/normative_documents"
THREE = "/sections/applications/table"
LAST = ConditionsCheck((Alternative(("repealed > 0", "issued = 0", "in_force = 0")),), (ROW,))
TWO_STEPS = ConditionsCheck(
    (Alternative(("repealed > 10",)), Alternative(("repealed > 5", "issued = 0"), Severity.INFO)), (ROW,), "in_force"
)


def ask(check: ConditionsCheck, written: Mapping[str, Any]) -> Answers:
    """What the conditions answer about a report of which only some cells are written."""
    return check.ask(Case(example_report({"report": written})))


DECIDED: dict[str, tuple[list[object], tuple[int, int, int]]] = {
    "all-hold": ([0, 3, 0], (0, 1, 0)),
    "one-does-not": ([1, 3, 0], (1, 0, 0)),
    "none-does": ([1, 0, 4], (1, 0, 0)),
    "fails-whatever-the-blank-means": ([None, 0, 0], (1, 0, 0)),
    "blank-leaves-it-open": ([None, 3, 0], (0, 0, 1)),
    "raw-text-leaves-it-open": (["0件", 3, 0], (0, 0, 1)),
    "raw-text-beside-a-failure": (["0件", 0, 0], (1, 0, 0)),
    "missing-leaves-it-open": ([0, 3], (0, 0, 1)),
    "all-blank": ([None, None, None], (0, 0, 1)),
    "a-boolean-is-no-figure": ([False, 3, 0], (0, 0, 1)),
}


@pytest.mark.parametrize(("row", "expected"), DECIDED.values(), ids=DECIDED)
def test_answers(row: list[object], expected: tuple[int, int, int]) -> None:
    """Open where what is blank or missing would decide, passed where one comparison fails for certain."""
    found = ask(LAST, {ROW: row})
    assert (found.passed, len(found.findings), len(found.undecided)) == expected


NOT_ASKED: dict[str, dict[str, object]] = {
    "no-table": {"/year": 2023}, "columns-of-2019": {ROW: {"made": 1, "disclosed": 2, "total_disclosed": 2}},
}  # fmt: skip


@pytest.mark.parametrize("written", NOT_ASKED.values(), ids=NOT_ASKED)
def test_not_asked(written: dict[str, object]) -> None:
    """Where no figure of it stands in the report there is no answer."""
    assert ask(LAST, written) == Answers(0)


def test_an_unread_table_is_undecided() -> None:
    """A table that could not be read leaves the question open."""
    trouble = {"rule": "LT005", "pointer": TWO, "zh": "分隔丢失", "en": "lost"}
    found = ask(LAST, {"/document": {"troubles": [trouble]}})
    assert (found.passed, found.findings, len(found.undecided)) == (0, (), 1)


def test_a_finding_in_full() -> None:
    """The first comparison is told and drawn; other cells are related where they hold a figure other than 0."""
    assert ask(LAST, {ROW: [0, 3, 0]}).findings == (
        Finding(
            f"{ROW}/repealed",
            {"left": "3", "right": "0", "actual": "3"},
            terms=(Term("left", 1, f"{ROW}/repealed", "3"),),
            operator=">",
        ),
    )


ALTERNATIVES: dict[str, tuple[list[object], tuple[Severity | None, ...]]] = {
    "first": ([0, 11, 4], (None,)), "first-wins": ([0, 12, 4], (None,)), "second": ([0, 6, 4], (Severity.INFO,)),
    "neither": ([1, 6, 4], ()),
}  # fmt: skip


@pytest.mark.parametrize(("row", "severities"), ALTERNATIVES.values(), ids=ALTERNATIVES)
def test_the_first_alternative_that_holds_is_the_finding(
    row: list[object], severities: tuple[Severity | None, ...]
) -> None:
    """At most one finding a place; an alternative may lower the severity."""
    found = ask(TWO_STEPS, {ROW: row}).findings
    assert [(one.at, one.severity) for one in found] == [(f"{ROW}/in_force", severity) for severity in severities]


def test_one_answer_a_place() -> None:
    """Each given place is asked for itself."""
    check = ConditionsCheck((Alternative(("repealed > issued",)),), (f"{TWO}/regulations", ROW))
    found = ask(check, {f"{TWO}/regulations": [0, 1, 4], ROW: [2, 1, 4]})
    assert (found.passed, [one.at for one in found.findings]) == (1, [f"{TWO}/regulations/repealed"])


def test_three_rows_of_2021_are_not_asked_of_the_single_row() -> None:
    """A comparison that names （六）3 says nothing about a report that has （六） as one row."""
    check = ConditionsCheck((Alternative(("results/other/other/total > 0",)),), (THREE,))
    assert ask(check, {"/edition": "2019", f"{THREE}/results/other": {"natural_person": 3, "total": 3}}) == Answers(0)
    assert len(ask(check, {f"{THREE}/results/other/other": [3, 0, 0, 0, 0, 0, 3]}).findings) == 1


def test_a_condition_must_fit_every_given_place_once() -> None:
    """A condition with several meanings at one place does not load."""
    with pytest.raises(RuleError) as raised:
        ConditionsCheck((Alternative(("new/{column} > 0",)),), (THREE,))
    assert raised.value.words.en == "the condition 'new/{column} > 0' does not fit each given place once"
