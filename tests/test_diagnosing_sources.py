"""What the text and last year's report say of the cells orders equally small repairs, and is told beside them."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from lint import Session
from lint.diagnosing.sources import said_of
from lint.formatters.causes import cause_lines
from lint.formatters.look import Look
from lint.model.case import Case
from lint.model.cause import Cause
from lint.model.corpus import Corpus
from lint.model.form import CELLS, TABLES
from lint.model.pointer import Pointer
from lint.model.settings import Settings
from lint.readers.tree import report_of_tree
from tests.formatters.support_formatters import session
from tests.test_diagnosing import FOUR, THREE, changed_tree

TEXT = "/sections/overview/paragraphs"
TWO = TABLES["proactive"]
REVIEWS = f"{FOUR}/reconsideration"
# One more is answered than was received: either count may be wrong, or one was carried over.
UNBALANCED = {
    f"{THREE}/new/natural_person": 4,
    f"{THREE}/new/total": 4,
}


def causes(changes: Mapping[Pointer, Any], asked: Session | None = None) -> tuple[Cause, ...]:
    report = report_of_tree("report", changed_tree(changes))
    return (asked or session()).check_report(report).causes


def first_of(cause: Cause) -> list[tuple[Pointer, Any]]:
    return [(one.pointer, one.expected) for one in cause.repairs[0].cells]


def evidence_of(cause: Cause, number: int = 0) -> list[tuple[bool, str]]:
    return [(one.fits, one.words.zh) for one in cause.repairs[number].evidence]


@pytest.mark.parametrize(
    ("text", "first", "fits"),
    [
        pytest.param("因政府信息公开引发行政复议5起。", f"{REVIEWS}/total", True, id="the text has the total"),
        pytest.param("因政府信息公开引发行政复议0起。", f"{REVIEWS}/total", None, id="none of something vague"),
        pytest.param("本局审结行政复议5件。", f"{REVIEWS}/total", None, id="reviews that the body decided itself"),
        pytest.param("因政府信息公开引发行政复议约5起。", f"{REVIEWS}/total", None, id="a round figure"),
        pytest.param(
            "因政府信息公开引发行政复议3起，其中维持0起。", f"{REVIEWS}/upheld", True, id="the outcome is named"
        ),
    ],
)
def test_a_tie_is_ordered_by_the_text_and_stays_one(text: str, first: Pointer, fits: bool | None) -> None:
    """Upheld 5, total 0: the total is wrong, or the outcome."""
    (cause,) = causes({f"{REVIEWS}/upheld": 5, TEXT: [text]})
    assert [pointer for pointer, _ in first_of(cause)] == [first]
    assert [one.fits for one in cause.repairs[0].evidence] == ([] if fits is None else [fits])
    assert (cause.decided, len(cause.repairs)) == (False, 2)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        pytest.param("本局新收政府信息公开申请5件。", "new", id="received 5, not 4"),
        pytest.param("本局新收政府信息公开申请4件，上年结转1件。", "carried_in", id="one was carried in"),
        pytest.param("", "new", id="nothing said"),
    ],
)
def test_repairs_of_two_cells_are_ordered_by_the_text(text: str, first: str) -> None:
    (cause,) = causes({**UNBALANCED, TEXT: [text]})
    assert {pointer.removeprefix(f"{THREE}/").partition("/")[0] for pointer, _ in first_of(cause)} == {first}
    assert not cause.decided


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("其中，新收自然人申请3件。", id="a part contradicts nothing but what it confirms"),
        pytest.param("全省新收政府信息公开申请3件。", id="another scope"),
        pytest.param("2022年，本局新收政府信息公开申请3件。", id="another year"),
        pytest.param("本局新收政府信息公开申请0.1万件。", id="rounded to the thousand"),
    ],
)
def test_what_is_not_about_the_cell_says_nothing(text: str) -> None:
    (cause,) = causes({f"{THREE}/new/total": 6, TEXT: [text]})
    assert (first_of(cause), evidence_of(cause)) == ([(f"{THREE}/new/total", 5)], [])


def test_a_part_of_what_the_cell_counts_is_no_other_value_for_it() -> None:
    """其中 may cut down what is counted: 3 carried in by post, for instance, beside any other."""
    (cause,) = causes({f"{THREE}/carried_in/total": 2, TEXT: ["本局收到政府信息公开申请5件，其中上年结转3件。"]})
    assert (first_of(cause), evidence_of(cause)) == ([(f"{THREE}/carried_in/total", 0)], [])


def test_what_the_text_says_is_quoted_in_both_languages() -> None:
    (cause,) = causes({f"{REVIEWS}/upheld": 5, TEXT: ["因政府信息公开引发行政复议5起。"]})
    (one,) = cause.repairs[0].evidence
    assert one.pointer == f"{TEXT}/0"
    assert next(line for line in cause_lines(cause, Look("zh")) if line.startswith("- ")) == (
        "- 表四 行政复议 × 总计：0 应为 5（一位数字写错；与第一部分第1段“因政府信息公开引发行政复议5起”相符）"
    )
    assert next(line for line in cause_lines(cause, Look("en")) if line.startswith("- ")) == (
        "- table four reconsideration × total: 0 should be 5 (one digit changed; fits section 1, paragraph 1 "
        "('因政府信息公开引发行政复议5起'))"
    )


def test_a_decided_repair_that_the_text_contradicts_stays_decided_and_says_so() -> None:
    """Exactly one smallest repair exists: that is all that decided means. The reader is told what the text says."""
    (cause,) = causes({f"{THREE}/new/total": 6, TEXT: ["本局新收政府信息公开申请6件。"]})
    assert (cause.decided, first_of(cause)) == (True, [(f"{THREE}/new/total", 5)])
    assert evidence_of(cause) == [(False, "第一部分第1段“本局新收政府信息公开申请6件”")]
    assert next(cause_lines(cause, Look("zh"))).endswith("但与第一部分第1段“本局新收政府信息公开申请6件”不符）")


def test_what_speaks_against_a_repair_is_told_first() -> None:
    texts = ["本局新收政府信息公开申请5件。", "本局新收政府信息公开申请6件。"]
    (cause,) = causes({f"{THREE}/new/total": 6, TEXT: texts})
    assert [fits for fits, _ in evidence_of(cause)] == [False, True]


def test_the_same_said_twice_counts_once() -> None:
    texts = ["本局新收政府信息公开申请6件。", "2023年，本局共新收政府信息公开申请6件。"]
    (cause,) = causes({f"{THREE}/new/total": 6, TEXT: texts})
    assert evidence_of(cause) == [(False, "第一部分第1段“本局新收政府信息公开申请6件”")]


@pytest.fixture
def beside(tmp_path: Path) -> Any:
    """A session that knows the report of the same body on the year before."""

    def knowing(**changes: Any) -> Session:
        tree = changed_tree({"/year": 2022, "/published": None, **changes})
        (tmp_path / "last.json").write_text(json.dumps(tree), encoding="utf-8")
        return Session(Settings(previous=(str(tmp_path / "last.json"),)))

    return knowing


def out(natural_person: int) -> dict[Pointer, int]:
    return {f"{THREE}/carried_out/{column}": natural_person for column in ("natural_person", "total")}


def test_what_last_year_carried_out_was_carried_in(beside: Any) -> None:
    """4 received, 5 answered: last year's report carried one out."""
    (cause,) = causes(UNBALANCED, beside(**out(1)))
    assert first_of(cause) == [(f"{THREE}/carried_in/natural_person", 1), (f"{THREE}/carried_in/total", 1)]
    assert evidence_of(cause) == [
        (True, "2022年报告的表三 四、结转下年度继续办理 × 自然人 1"),
        (True, "2022年报告的表三 四、结转下年度继续办理 × 总计 1"),
    ]
    assert cause.repairs[0].evidence[0].pointer is None
    assert not cause.decided


def test_what_last_year_did_not_carry_out_was_not_carried_in(beside: Any) -> None:
    (cause,) = causes(UNBALANCED, beside())
    carried = next(one for one in cause.repairs if one.cells[0].pointer.startswith(f"{THREE}/carried_in"))
    assert cause.repairs[-1] is carried
    assert [one.fits for one in carried.evidence] == [False, False]


def test_a_blank_of_last_year_says_nothing(beside: Any) -> None:
    (cause,) = causes(UNBALANCED, beside(**dict.fromkeys(out(0))))
    assert all(one.evidence == () for one in cause.repairs)


def test_rules_in_force_go_on_from_last_year() -> None:
    """12 in force, 3 issued, 2 repealed: 13 in force, or one of the three is wrong; the sum may not be as certain."""
    before = {"/year": 2022, **{f"{TWO}/{row}/in_force": 12 for row in ("regulations", "normative_documents")}}
    here, there = (report_of_tree("report", changed_tree(changes)) for changes in ({}, before))
    said = said_of(Case(here, Corpus(previous=[Case(there)])), session().book.layout("2021"))
    stocks = [one for one in said if len(one.claim.readings[0].terms) == 3]
    assert [one.words.en for one in stocks] == [
        "table two regulations × in force 12 in the report of 2022",
        "table two normative documents × in force 12 in the report of 2022",
    ]
    for one in stocks:
        terms = {CELLS[cell].rpartition("/")[2]: factor for factor, cell in one.claim.readings[0].terms}
        assert terms == {"in_force": 1, "issued": -1, "repealed": 1}
        assert (one.claim.readings[0].constant, one.claim.certain) == (12, False)


def test_a_clean_report_asks_neither() -> None:
    """Nothing is broken: the text may say what it likes, no cause is looked for."""
    assert causes({TEXT: ["本局新收政府信息公开申请6件。"]}) == ()
