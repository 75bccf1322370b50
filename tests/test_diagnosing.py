"""The causes of broken relations: from a report to the cell that is wrong, in JSON and on the terminal."""

import copy
from decimal import Decimal
from typing import Any

import pytest

from lint import Checked, Session
from lint.formatters.causes import cause_lines
from lint.formatters.look import Look
from lint.model.cause import Cause
from lint.model.pointer import Pointer
from lint.readers.tree import report_of_tree
from lint.rulebook.complete import complete_tree
from lint.rulebook.examples import put

THREE, FOUR = "/sections/applications/table", "/sections/disputes/table"
ZH, EN = Look("zh", 100), Look("en", 100)


def checked(**changes: Any) -> Checked:
    """A report of zeros but for 新收 5, 予以公开 5, each of natural persons; then changed."""
    tree = copy.deepcopy(complete_tree("2021"))
    for row in ("new", "results/granted", "results/total"):
        for column in ("natural_person", "total"):
            put(tree, f"{THREE}/{row}/{column}", 5)
    for pointer, value in changes.items():
        put(tree, pointer, value)
    return Session().check_report(report_of_tree("report", tree))


def named(cause: Cause) -> list[list[tuple[Pointer, Any, Any]]]:
    """The repairs of a cause: cell, what it holds, what it should hold."""
    return [[(one.pointer, one.actual, one.expected) for one in repair.cells] for repair in cause.repairs]


def test_a_clean_report_has_no_cause() -> None:
    assert checked().causes == ()


def test_one_wrong_cell_is_named_with_its_value() -> None:
    """Two sums are broken, and one cell stands in both."""
    found = checked(**{f"{THREE}/results/granted/natural_person": 6})
    (cause,) = found.causes
    assert (cause.decided, named(cause)) == (True, [[(f"{THREE}/results/granted/natural_person", 6, 5)]])
    assert sorted(cause.explains) == sorted(one.fingerprint for one in found.diagnostics if one.rule.startswith("AR"))


def test_independent_causes_are_told_one_by_one() -> None:
    found = checked(
        **{f"{THREE}/new/total": 50, f"{FOUR}/reconsideration/total": 3, f"{FOUR}/reconsideration/upheld": 2}
    )
    assert [cause.decided for cause in found.causes] == [True, False]
    assert named(found.causes[0]) == [[(f"{THREE}/new/total", 50, 5)]]
    assert found.causes[0].repairs[0].pattern == "times-10"


def test_a_total_below_its_parts_can_only_be_wrong_itself() -> None:
    """10 and 1 beside a total of 0: no part can be less than nothing."""
    parts = {
        f"{FOUR}/reconsideration/{name}": value for name, value in (("upheld", 10), ("corrected", 1), ("total", 0))
    }
    (cause,) = checked(**parts).causes
    assert (cause.decided, named(cause)) == (True, [[(f"{FOUR}/reconsideration/total", 0, 11)]])


def test_equally_small_repairs_are_all_told_and_none_is_chosen() -> None:
    (cause,) = checked(**{f"{FOUR}/reconsideration/upheld": 5}).causes
    assert not cause.decided
    assert sorted(named(cause)) == [
        [(f"{FOUR}/reconsideration/total", 0, 5)],
        [(f"{FOUR}/reconsideration/upheld", 5, 0)],
    ]


def test_a_relation_that_is_undecided_says_nothing() -> None:
    """A total left blank: what it would be is no fact."""
    found = checked(**{f"{THREE}/results/total/total": None, f"{THREE}/new/total": 6})
    assert all(cause.explains for cause in found.causes)
    assert not any(
        one.pointer == f"{THREE}/results/total/total" for cause in found.causes for one in cause.repairs[0].cells
    )


def test_figures_with_a_fraction_are_exact() -> None:
    (cause,) = checked(**{f"{FOUR}/reconsideration/upheld": Decimal("0.1"), f"{FOUR}/reconsideration/other": 1}).causes
    assert all(type(one.expected) in (int, Decimal, type(None)) for repair in cause.repairs for one in repair.cells)


def test_a_decided_cause_in_words() -> None:
    (cause,) = checked(**{f"{THREE}/results/granted/natural_person": 6}).causes
    assert list(cause_lines(cause, ZH)) == [
        "诊断: 2 处不符只有一种最小的改法：表三 （一）予以公开 × 自然人 由 6 改为 5（一位数字写错）"
    ]
    assert list(cause_lines(cause, EN)) == [
        (
            "diagnosis: only one smallest repair makes the 2 broken relations hold: "
            "table three (1) granted × natural persons from 6 to 5 (one digit changed)"
        )
    ]


def test_a_tie_in_words() -> None:
    (cause,) = checked(**{f"{FOUR}/reconsideration/upheld": 5}).causes
    assert next(cause_lines(cause, ZH)) == "诊断: 1 处不符有 2 种同样小的改法，无法断定是哪一种："
    assert [line[:2] for line in cause_lines(cause, ZH)][1:] == ["- ", "- "]
    assert next(cause_lines(cause, EN)).startswith("diagnosis: 2 repairs of the 1 broken relations are equally small")


@pytest.mark.parametrize(("look", "last"), [(ZH, "- 另有 40 种"), (EN, "- 40 more")], ids=["zh", "en"])
def test_more_repairs_than_are_shown_are_counted(look: Look, last: str) -> None:
    """Two are listed, forty were only counted."""
    (cause,) = checked(**{f"{FOUR}/reconsideration/upheld": 5}).causes
    lines = list(cause_lines(cause._replace(omitted=40), look))
    assert (len(lines), lines[-1]) == (4, last)


def test_too_many_contradictions_in_words() -> None:
    cause = Cause(("a", "b"), decided=False, repairs=(), omitted=0)
    assert list(cause_lines(cause, ZH)) == ["诊断: 2 处不符，矛盾过多，无法指出错在哪一格"]
    assert list(cause_lines(cause, EN)) == ["diagnosis: 2 broken relations: too many contradictions to name the cells"]
