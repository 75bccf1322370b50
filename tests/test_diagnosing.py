"""The causes of broken relations: from a report to the cell that is wrong, in JSON and on the terminal."""

import copy
from collections.abc import Mapping
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


def changed_tree(changes: Mapping[Pointer, Any]) -> Any:
    """A report of zeros but for 新收 5, 予以公开 5, each of natural persons; then changed."""
    tree = copy.deepcopy(complete_tree("2021"))
    for row in ("new", "results/granted", "results/total"):
        for column in ("natural_person", "total"):
            put(tree, f"{THREE}/{row}/{column}", 5)
    for pointer, value in changes.items():
        put(tree, pointer, value)
    return tree


def checked(**changes: Any) -> Checked:
    """What is found in such a report."""
    return Session().check_report(report_of_tree("report", changed_tree(changes)))


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


def test_the_proof_names_rows_and_columns() -> None:
    """A sum of a row by its columns, a sum of a column by its rows, the wrong figure in brackets."""
    (cause,) = checked(**{f"{THREE}/results/granted/natural_person": 6}).causes
    assert [words.zh for words in cause.proof.broken] == [
        "自然人：（七）总计 5 ≠ （一）予以公开 [6]",
        "（一）予以公开：总计 5 ≠ 自然人 [6]",
    ]
    assert [words.en for words in cause.proof.after] == [
        "natural persons: (7) total of results 5 = (1) granted [5]",
        "(1) granted: total 5 = natural persons [5]",
    ]
    assert [words.zh for words in cause.proof.because] == ["只有“表三 （一）予以公开 × 自然人”在所有这些关系中"]


def test_long_labels_are_told_by_their_first_words() -> None:
    """What a label only explains is left out of the proof: （区分处理的，…）, 、行政机关不再处理…"""
    rows = {"partial": 5, "granted": 0, "other/not_supplemented": 1}
    found = checked(**{f"{THREE}/results/{row}/natural_person": value for row, value in rows.items()})
    told = " ".join(words.zh for cause in found.causes for words in cause.proof.broken)
    assert "（二）部分公开 " in told
    assert "1.申请人无正当理由逾期不补正 " in told


def test_the_excerpt_is_the_rows_and_columns_with_figures() -> None:
    (cause,) = checked(**{f"{THREE}/results/granted/natural_person": 6}).causes
    assert cause.excerpt is not None
    assert [at for at, _ in cause.excerpt.rows] == [f"{THREE}/results/granted", f"{THREE}/results/total"]
    assert [(key, words.zh) for key, words in cause.excerpt.columns] == [
        ("natural_person", "自然人"),
        ("total", "总计"),
    ]


def test_the_single_row_of_2019_stands_before_the_total() -> None:
    tree = copy.deepcopy(complete_tree("2019"))
    put(tree, f"{THREE}/results/other/natural_person", 3)
    report = report_of_tree("report", tree)
    (cause,) = Session().check_report(report).causes
    assert cause.excerpt is not None
    assert [at for at, _ in cause.excerpt.rows][-2:] == [f"{THREE}/results/other", f"{THREE}/results/total"]


def test_a_decided_cause_in_words() -> None:
    (cause,) = checked(**{f"{THREE}/results/granted/natural_person": 6}).causes
    assert list(cause_lines(cause, ZH)) == ["表三 （一）予以公开 × 自然人：6 应为 5（一位数字写错）"]
    assert list(cause_lines(cause, EN)) == [
        "table three (1) granted × natural persons: 6 should be 5 (one digit changed)"
    ]


def test_cells_of_one_row_name_it_once() -> None:
    """A figure that stands one column too far to the right, where it breaks two sums."""
    (cause,) = checked(**{f"{THREE}/results/granted/natural_person": 0, f"{THREE}/results/granted/business": 5}).causes
    assert next(cause_lines(cause, ZH)) == "表三 （一）予以公开：自然人 0 应为 5，商业企业 5 应为 0（相邻两格互换）"


def test_a_tie_in_words() -> None:
    """It is said that nothing can be decided, of which row, and what the repairs are."""
    (cause,) = checked(**{f"{FOUR}/reconsideration/upheld": 5}).causes
    assert list(cause_lines(cause, ZH)) == [
        "表四 行政复议：不能断定错在哪一格，有 2 种同样小的改法：",
        "- 表四 行政复议 × 总计：0 应为 5（一位数字写错）",
        "- 表四 行政复议 × 结果维持：5 应为 0（一位数字写错）",
    ]
    assert next(cause_lines(cause, EN)) == (
        "table four reconsideration: it cannot be told which cell is wrong, 2 repairs are equally small:"
    )


@pytest.mark.parametrize(
    ("look", "complete", "last"),
    [
        (ZH, True, "- 另有 40 种"),
        (EN, True, "- 40 more"),
        (ZH, False, "- 至少另有 40 种"),
        (EN, False, "- at least 40 more"),
    ],
    ids=["zh", "en", "zh-not-all-known", "en-not-all-known"],
)
def test_more_repairs_than_are_shown_are_counted(look: Look, complete: bool, last: str) -> None:
    """Two are listed, forty were only counted."""
    (cause,) = checked(**{f"{FOUR}/reconsideration/upheld": 5}).causes
    lines = list(cause_lines(cause._replace(omitted=40, complete=complete), look))
    assert lines[0].endswith(("42 种同样小的改法，最可能的是：", "42 repairs are equally small; the likeliest:"))
    assert (len(lines), lines[-1]) == (4, last)


UNNAMED: dict[str, tuple[Cause, str, str]] = {
    "too-many": (
        Cause(("a", "b"), decided=False, repairs=(), omitted=0, too_many=True, complete=False),
        "2 处不符，矛盾过多，无法指出错在哪一格",
        "2 broken relations: too many contradictions to name the cells",
    ),
    "impossible": (
        Cause(("a", "b"), decided=False, repairs=(), omitted=0),
        "2 处不符，无论填什么数都不能同时成立",
        "2 broken relations: no figures at all make them hold together",
    ),
}


@pytest.mark.parametrize(("cause", "zh", "en"), UNNAMED.values(), ids=UNNAMED)
def test_what_cannot_be_named_is_said_to_be(cause: Cause, zh: str, en: str) -> None:
    assert list(cause_lines(cause, ZH)) == [zh]
    assert list(cause_lines(cause, EN)) == [en]


def test_one_slip_for_too_many_contradictions_is_told_as_such() -> None:
    (tie,) = checked(**{f"{FOUR}/reconsideration/upheld": 5}).causes
    cause = tie._replace(repairs=tie.repairs[:1], too_many=True, complete=False)
    assert list(cause_lines(cause, ZH)) == [
        "1 处不符，矛盾过多，无法指出错在哪一格；一处笔误便可全部解释：",
        "- 表四 行政复议 × 总计：0 应为 5（一位数字写错）",
    ]
