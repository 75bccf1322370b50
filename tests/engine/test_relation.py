"""Linear relations asked of a report: four answers, and what a blank means."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from lint.engine.checks.relation import RelationCheck
from lint.model.case import Case
from lint.model.errors import RuleError
from lint.model.finding import Finding, Term
from lint.model.report import Report
from lint.model.rule import Answers
from lint.rulebook.examples import example_report

THREE = "/sections/applications/table"
FOUR = "/sections/disputes/table"
TWO = "/sections/proactive/table"
GROUP = f"{FOUR}/reconsideration"
APPLICANTS = ("natural_person", "business", "research", "public_welfare", "legal_service", "other")


def answers(check: RelationCheck, written: Mapping[str, Any], **more: Any) -> Answers:
    """What a relation answers about a report of which only some cells are written."""
    return check.ask(Case(example_report({"report": written, **more})))


TOTAL = RelationCheck("total = upheld + corrected + other + pending", (f"{FOUR}/*",))
IN_FORCE = RelationCheck("in_force >= issued", (f"{TWO}/*",))
BALANCE = RelationCheck(
    "new/{column} + carried_in/{column} = results/total/{column} + carried_out/{column}",
    (THREE,),
    "results/total/{column}",
)
RESULTS = RelationCheck("results/total/{column} = sum(results/**/{column})", (THREE,))

# Passed, failed, undecided for one row of table four: upheld, corrected, other, pending, total.
DECIDED: dict[str, tuple[list[object], tuple[int, int, int]]] = {
    "holds": ([2, 1, 0, 1, 4], (1, 0, 0)),
    "all-zero": ([0, 0, 0, 0, 0], (1, 0, 0)),
    "does-not-hold": ([2, 1, 0, 1, 5], (0, 1, 0)),
    "total-left-0": ([10, 1, 0, 0, 0], (0, 1, 0)),
    "blank-parts-count-as-0": ([4, None, None, None, 4], (1, 0, 0)),
    "blank-parts-count-as-0-and-it-fails": ([4, None, None, None, 5], (0, 1, 0)),
    "blank-total-over-filled-parts": ([2, 1, 0, 1, None], (0, 0, 1)),
    "blank-total-over-zeros": ([0, 0, 0, 0, None], (0, 0, 1)),
    "all-parts-blank-under-a-filled-total": ([None, None, None, None, 4], (0, 0, 1)),
    "all-parts-blank-under-0": ([None, None, None, None, 0], (0, 0, 1)),
    "all-blank": ([None, None, None, None, None], (0, 0, 1)),
    "raw-text": (["2件", 1, 0, 1, 4], (0, 0, 1)),
    "raw-text-in-the-total": ([2, 1, 0, 1, "4件"], (0, 0, 1)),
    "a-boolean-is-no-figure": ([True, 1, 0, 2, 4], (0, 0, 1)),
    "a-cell-is-missing": ([2, 1, 0, 1], (0, 0, 1)),
    "negative": ([-2, 0, 0, 0, -2], (1, 0, 0)),
    "decimals": ([Decimal("0.1"), Decimal("0.2"), 0, 0, Decimal("0.3")], (1, 0, 0)),
    "18-digits": ([10**18 - 2, 1, 0, 0, 10**18 - 1], (1, 0, 0)),
}


@pytest.mark.parametrize(("row", "expected"), DECIDED.values(), ids=DECIDED)
def test_four_answers(row: list[object], expected: tuple[int, int, int]) -> None:
    """Blank parts beside filled ones count as 0; a blank total, or blank parts alone, decide nothing."""
    found = answers(TOTAL, {GROUP: row})
    assert (found.passed, len(found.findings), len(found.undecided)) == expected


NOT_ASKED: dict[str, dict[str, object]] = {
    "no-table": {"/year": 2023},
    "other-table": {f"{THREE}/new": [1, 0, 0, 0, 0, 0, 1]},
    "table-is-no-mapping": {FOUR: "见附件"},
    "row-is-no-mapping": {GROUP: 4},
    "row-is-a-list-of-lists": {GROUP: [[1], [2]]},
    "sections-are-null": {"/sections": None},
    "row-is-empty": {GROUP: {}},
}


@pytest.mark.parametrize("written", NOT_ASKED.values(), ids=NOT_ASKED)
def test_a_table_that_is_not_there_is_not_asked(written: dict[str, object]) -> None:
    """Where none of its cells stand in the report, a relation has no answer at all."""
    found = answers(TOTAL, written)
    assert (found.passed, found.findings) == (0, ())
    assert len(found.undecided) <= (written.get(GROUP) == [[1], [2]])


def test_an_unread_table_is_undecided() -> None:
    """A table that could not be read leaves each of its questions open."""
    trouble = {"rule": "LT005", "pointer": FOUR, "zh": "分隔丢失", "en": "lost"}
    found = answers(TOTAL, {"/document": {"troubles": [trouble]}})
    assert (found.passed, found.findings, len(found.undecided)) == (0, (), 3)


def test_a_finding_in_full() -> None:
    """Where it points, what was found and expected, what else has to do with it, and the equation to draw."""
    (finding,) = answers(TOTAL, {GROUP: [10, None, 0, 2, 11]}).findings
    assert finding == Finding(
        f"{GROUP}/total",
        {"left": "11", "right": "12", "difference": "1", "actual": "11", "expected": "12"},
        tuple(f"{GROUP}/{name}" for name in ("upheld", "corrected", "other", "pending")),
        terms=(
            Term("left", 1, f"{GROUP}/total", "11"),
            Term("right", 1, f"{GROUP}/upheld", "10"),
            Term("right", 1, f"{GROUP}/corrected", None),
            Term("right", 1, f"{GROUP}/other", "0"),
            Term("right", 1, f"{GROUP}/pending", "2"),
        ),
        operator="=",
    )


ROWS = {
    "new": [5, 0, 0, 0, 0, 0, 5],
    "carried_in": [1, 0, 0, 0, 0, 0, 1],
    "results/total": [4, 0, 0, 0, 0, 0, 4],
    "carried_out": [2, 0, 0, 0, 0, 0, 2],
}


def balance(**changes: list[object]) -> Answers:
    """The balance of four rows, some of them changed."""
    rows: dict[str, object] = {**ROWS, **{name.replace("__", "/"): row for name, row in changes.items()}}
    return answers(BALANCE, {f"{THREE}/{name}": row for name, row in rows.items()})


def test_balance_holds_in_seven_columns() -> None:
    """A name in braces is filled in all ways that fit: one answer for each column."""
    assert balance() == Answers(7)


EXPECTED: dict[str, tuple[dict[str, list[object]], str, str]] = {
    "too-much-on-the-left": ({"new": [9, 0, 0, 0, 0, 0, 5]}, "natural_person", "8"),
    "too-little-on-the-left": ({"new": [4, 0, 0, 0, 0, 0, 5]}, "natural_person", "3"),
    "the-target-itself": ({"results__total": [4, 0, 0, 0, 0, 0, 7]}, "total", "4"),
    "the-other-on-its-side": ({"carried_out": [2, 0, 3, 0, 0, 0, 2]}, "research", "-3"),
}


@pytest.mark.parametrize(("changes", "column", "expected"), EXPECTED.values(), ids=EXPECTED)
def test_the_expected_value_of_a_target_on_the_right(
    changes: dict[str, list[object]], column: str, expected: str
) -> None:
    """The finding points at the named target, wherever it stands, and says what would make the relation hold."""
    (finding,) = balance(**changes).findings
    assert (finding.at, finding.values["expected"]) == (f"{THREE}/results/total/{column}", expected)
    assert finding.related == tuple(f"{THREE}/{row}/{column}" for row in ("new", "carried_in", "carried_out"))


BLANK_TOTALS: dict[str, tuple[dict[str, list[object]], tuple[int, int, int]]] = {
    "total-of-results-blank-in-a-column": ({"results__total": [None, 0, 0, 0, 0, 0, 4]}, (6, 0, 1)),
    "both-of-a-side-blank": ({"new": [5, 0, None, 0, 0, 0, 5], "carried_in": [1, 0, None, 0, 0, 0, 1]}, (6, 0, 1)),
    "total-of-another-row-blank": ({"new": [5, 0, 0, 0, 0, 0, None]}, (6, 0, 1)),
    "part-blank": ({"carried_in": [1, 0, None, 0, 0, 0, 1]}, (7, 0, 0)),
}


@pytest.mark.parametrize(("changes", "expected"), BLANK_TOTALS.values(), ids=BLANK_TOTALS)
def test_blanks_in_the_balance(changes: dict[str, list[object]], expected: tuple[int, int, int]) -> None:
    """A total left blank over filled parts is unknown, not 0; a blank side decides nothing."""
    found = balance(**changes)
    assert (found.passed, len(found.findings), len(found.undecided)) == expected


def test_a_sum_leaves_out_the_cell_it_is_compared_with() -> None:
    """``results/**`` holds the total too, which is no part of itself; the single row （六） of 2021 is none either."""
    (finding,) = answers(RESULTS, {f"{THREE}/results/granted/total": 3}, complete=True).findings
    assert finding.at == f"{THREE}/results/total/total"
    assert len(finding.related) == 21
    assert f"{THREE}/results/total/total" not in finding.related
    assert f"{THREE}/results/other/total" not in finding.related


def test_edition_2019_sums_the_single_row() -> None:
    """In the form of 2019 （六）其他处理 is one row."""
    (finding,) = answers(RESULTS, {"/edition": "2019", f"{THREE}/results/other/total": 3}, complete=True).findings
    assert len(finding.related) == 19
    assert f"{THREE}/results/other/total" in finding.related


def test_a_report_of_2021_with_the_single_row_sums_it() -> None:
    """What stands in the report decides, not its year."""
    row = {**dict.fromkeys(APPLICANTS, 0), "total": 3}
    (finding,) = answers(RESULTS, {f"{THREE}/results/other": row}, complete=True).findings
    assert (finding.values["right"], len(finding.related)) == ("3", 19)


INEQUALITIES: dict[str, tuple[dict[str, object], tuple[int, int, int]]] = {
    "more": ({"issued": 2, "in_force": 3}, (1, 0, 0)),
    "as-many": ({"issued": 2, "in_force": 2}, (1, 0, 0)),
    "fewer": ({"issued": 2, "in_force": 1}, (0, 1, 0)),
    "blank-target": ({"issued": 2, "in_force": None}, (0, 0, 1)),
    "blank-other": ({"issued": None, "in_force": 2}, (0, 0, 1)),
    "columns-of-2019": ({"made": 2, "disclosed": 2, "total_disclosed": 2}, (0, 0, 0)),
    "one-of-them-missing": ({"issued": 2}, (0, 0, 1)),
}


@pytest.mark.parametrize(("row", "expected"), INEQUALITIES.values(), ids=INEQUALITIES)
def test_inequalities(row: dict[str, object], expected: tuple[int, int, int]) -> None:
    """At least as many in force as issued; not asked where a report has other columns."""
    found = answers(IN_FORCE, {f"{TWO}/normative_documents": row})
    assert (found.passed, len(found.findings), len(found.undecided)) == expected


def test_a_factor_leaves_the_expected_value_open() -> None:
    """Where the target is counted several times its right value need not be whole, so none is told."""
    check = RelationCheck("2 * in_force = issued", (f"{TWO}/regulations",))
    (finding,) = answers(check, {f"{TWO}/regulations": {"issued": 3, "in_force": 1}}).findings
    assert finding.values == {"left": "2", "right": "3", "difference": "1", "actual": "1"}


def test_a_constant_stands_on_the_right() -> None:
    """Numbers of both sides are taken together."""
    check = RelationCheck("in_force + 1 = issued + 3", (f"{TWO}/regulations",))
    assert answers(check, {f"{TWO}/regulations": {"issued": 3, "in_force": 5}}) == Answers(1)
    (finding,) = answers(check, {f"{TWO}/regulations": {"issued": 3, "in_force": 6}}).findings
    assert finding.values == {"left": "6", "right": "5", "difference": "1", "actual": "6", "expected": "5"}


NO_PLACE = {
    "unknown-column": ("totals = upheld", f"{FOUR}/*", "; did you mean 'total'?"),
    "unknown-table": ("total = upheld", "/sections/annex/table/*", ""),
    "one-cell-of-two-tables": ("total = new", f"{FOUR}/*", ""),
}


@pytest.mark.parametrize(("relation", "given", "near"), NO_PLACE.values(), ids=NO_PLACE)
def test_a_relation_that_fits_nowhere_does_not_load(relation: str, given: str, near: str) -> None:
    """A typing error in a path is found when the rule is loaded, not by silence."""
    with pytest.raises(RuleError) as raised:
        RelationCheck(relation, (given,))
    assert raised.value.words.en == f"no cell of the form fits the relation under {given}{near}"


def test_every_equation_of_the_form_is_asked() -> None:
    """Table three of 2021 has 7 balances, 7 sums of results and 25 sums of applicants, table four three."""
    report: Report = example_report({"report": {}, "complete": True})
    rows = RelationCheck(f"total = {' + '.join(APPLICANTS)}", (f"{THREE}/**",))
    assert [check.ask(Case(report)) for check in (BALANCE, RESULTS, rows, TOTAL)] == [
        Answers(7),
        Answers(7),
        Answers(25),
        Answers(3),
    ]
