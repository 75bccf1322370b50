"""What can be fixed in a report: certain without asking, decided when asked, and nothing that makes it worse."""

import copy
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from lint.fixing import planning
from lint.fixing.applying import applied
from lint.fixing.causes import cause_groups
from lint.fixing.planning import Workshop, plan
from lint.fixing.words import Writer
from lint.fixing.zeros import zero_fixes
from lint.model.finding import Severity
from lint.model.fix import Dropped, Fix, Group, Plan
from lint.model.pointer import Pointer, resolve
from lint.model.report import Report
from lint.model.text import Text
from lint.readers.tree import report_of_tree, tree_of_report
from lint.rulebook.complete import complete_tree
from lint.rulebook.examples import put
from tests.formatters.support_formatters import session

TWO, THREE, FOUR = (f"/sections/{name}/table" for name in ("proactive", "applications", "disputes"))
SUITS = f"{FOUR}/litigation_direct"
NEW, GRANTED = f"{THREE}/new", f"{THREE}/results/granted"
Changes = Mapping[Pointer, Any]


def report_with(changes: Changes, edition: str = "2021") -> Report:
    """A report of zeros but for 新收 5, 予以公开 5, each of natural persons; then changed."""
    tree = copy.deepcopy(complete_tree(edition))
    for row in ("new", "results/granted", "results/total"):
        for column in ("natural_person", "total"):
            put(tree, f"{THREE}/{row}/{column}", 5)
    for pointer, value in changes.items():
        put(tree, pointer, value)
    return report_of_tree("report.json", tree)


def planned(report: Report, *, unsafe: bool = False, own_layout: bool = True) -> Plan:
    """The fixes of a report."""
    book = session().book
    layout = book.layout(report.identity.edition or "2021")
    workshop = Workshop(session().check_report, session().engine.rules, layout, unsafe, own_layout)
    return plan(session().check_report(report), report, workshop)


def values(found: Plan) -> dict[Pointer, tuple[Any, Any]]:
    """What each fix changes: from what, to what."""
    return {fix.pointer: (fix.actual, fix.expected) for fix in found.fixes}


def errors(found: Plan) -> list[tuple[str, Pointer | None]]:
    """The errors that stay."""
    return [(one.rule, one.pointer) for one in found.after.diagnostics if one.severity is Severity.ERROR]


FEES = f"{TWO}/fees/amount"
NOTATION: dict[str, tuple[Pointer, str, Any]] = {
    "full-width digits": (f"{TWO}/penalties/decisions", "１２", 12),
    "a full-width zero": (f"{TWO}/penalties/decisions", "０", 0),
    "thousands separators": (f"{TWO}/penalties/decisions", "1,234", 1234),
    "several separators": (f"{TWO}/penalties/decisions", "1,234,567", 1234567),
    "both": (f"{TWO}/penalties/decisions", "１，２３４", 1234),
    "blanks around": (f"{TWO}/penalties/decisions", " １２ ", 12),
    "an amount": (FEES, "1,234.50", Decimal("1234.50")),
    "an amount in full-width digits": (FEES, "０．５", Decimal("0.5")),
}


@pytest.mark.parametrize(("pointer", "written", "figure"), NOTATION.values(), ids=NOTATION)
def test_odd_notation_becomes_the_figure(pointer: Pointer, written: str, figure: Any) -> None:
    found = planned(report_with({pointer: written}))
    assert values(found) == {pointer: (written, figure)}
    assert (found.fixes[0].safe, errors(found)) == (True, [])
    assert type(found.fixes[0].expected) is type(figure)


NO_NOTATION = {
    "unit": "12件", "words": "十二", "range": "１-２", "misplaced separator": "12,34", "leading zero": "０１２",
    "code": "0,123", "dash": "—５", "minus": "－５", "fraction": "１．５", "footnote": "１２①", "quoted": "12",
    "two figures": "１ ２", "nothing": "", "none": "无", "slash": "/",
}  # fmt: skip


@pytest.mark.parametrize("written", NO_NOTATION.values(), ids=NO_NOTATION)
def test_what_is_not_certain_stays(written: str) -> None:
    assert planned(report_with({f"{TWO}/penalties/decisions": written}), unsafe=True).fixes == ()


def test_a_signed_figure_of_edition_2019() -> None:
    change = f"{TWO}/licensing/change"
    assert values(planned(report_with({change: "－１２"}, "2019"))) == {change: ("－１２", -12)}


def test_a_figure_in_a_text_is_no_cell() -> None:
    report = report_with({"/title": "１２", "/sections/overview/paragraphs": ["１，２３４"]})
    assert planned(report).fixes == ()


def test_a_figure_that_was_text_may_show_that_a_sum_is_wrong() -> None:
    """The notation is put right all the same: the sum was wrong before, only nobody could tell."""
    found = planned(report_with({f"{NEW}/total": "７"}))
    assert values(found) == {f"{NEW}/total": ("７", 7)}
    assert ("AR003", f"{NEW}/total") in errors(found)


ZEROS: dict[str, tuple[Changes, set[Pointer]]] = {
    "one part of a row": ({f"{NEW}/business": None}, {f"{NEW}/business"}),
    "all parts but the filled": (
        {f"{NEW}/{column}": None for column in ("business", "research", "other")},
        {f"{NEW}/{column}" for column in ("business", "research", "other")},
    ),
    "parts of a total of 0": (
        {f"{SUITS}/{name}": None for name in ("upheld", "corrected")},
        {f"{SUITS}/{name}" for name in ("upheld", "corrected")},
    ),
    "all parts of a total of 0": (
        {f"{SUITS}/{name}": None for name in ("upheld", "corrected", "other", "pending")},
        {f"{SUITS}/{name}" for name in ("upheld", "corrected", "other", "pending")},
    ),
    "total of zeros": ({f"{SUITS}/total": None}, {f"{SUITS}/total"}),
    "a cell of the results, by its row and by its column": (
        {f"{THREE}/results/partial/business": None},
        {f"{THREE}/results/partial/business"},
    ),
    "a whole row, by its columns": (
        {f"{THREE}/results/partial/{column}": None for column in ("natural_person", "business", "total")},
        {f"{THREE}/results/partial/{column}" for column in ("natural_person", "business", "total")},
    ),
}


@pytest.mark.parametrize(("changes", "cells"), ZEROS.values(), ids=ZEROS)
def test_a_blank_that_must_be_0(changes: Changes, cells: set[Pointer]) -> None:
    found = planned(report_with(changes))
    assert values(found) == dict.fromkeys(cells, (None, 0))
    assert (errors(found), found.blanks, {fix.safe for fix in found.fixes}) == ([], 0, {True})


NO_ZEROS: dict[str, Changes] = {
    "no relation about it": {f"{TWO}/penalties/decisions": None},
    "parts make less than the total": {f"{SUITS}/total": 2, f"{SUITS}/upheld": None, f"{SUITS}/other": None},
    "a total over filled parts": {f"{SUITS}/total": None, f"{SUITS}/upheld": 2},
    "a group all blank": dict.fromkeys(
        [f"{SUITS}/{name}" for name in ("upheld", "corrected", "other", "pending", "total")]
    ),
    "a figure that could not be read beside it": {f"{SUITS}/upheld": "若干", f"{SUITS}/other": None},
    "figures below 0 beside it": {f"{SUITS}/upheld": -1, f"{SUITS}/corrected": 1, f"{SUITS}/other": None},
    "the parts exceed the total": {f"{SUITS}/total": 1, f"{SUITS}/upheld": 2, f"{SUITS}/other": None},
    "its column needs it": {
        f"{THREE}/results/partial/natural_person": None, f"{GRANTED}/natural_person": 4, f"{GRANTED}/total": 4,
    },
}  # fmt: skip


@pytest.mark.parametrize("changes", NO_ZEROS.values(), ids=NO_ZEROS)
def test_a_blank_that_may_be_something_else(changes: Changes) -> None:
    assert planned(report_with(changes)).fixes == ()


def test_a_sum_in_which_anything_is_disputed_proves_nothing() -> None:
    """The row of 新收 holds with its blank as 0, but its figures are wrong by the balance of their columns."""
    disputed = {f"{NEW}/natural_person": 6, f"{NEW}/total": 6}
    blanks = {f"{NEW}/business": None, f"{THREE}/carried_out/business": None}
    report = report_with({**disputed, **blanks})
    assert zero_fixes(report, session().book.rules, session().book.layout("2021")) == []


def test_the_proof_can_be_checked_with_a_pencil() -> None:
    (fix,) = planned(report_with({f"{NEW}/business": None})).fixes
    assert fix.where.zh.endswith("× 商业企业")
    assert fix.why == Text(
        "本行的关系式中，已填各格两边都合 5，空白只能是 0",
        "in the relation of its row the filled cells make 5 on both sides, so a blank can only be 0",
    )


def test_a_whole_row_is_proved_by_its_columns() -> None:
    row = f"{THREE}/results/partial"
    cells = ("natural_person", "business", "total")
    found = planned(report_with({f"{row}/{column}": None for column in cells}))
    assert [fix.why.zh.partition("的")[0] for fix in found.fixes] == ["本列", "本列", "本列"]


DECIDED: dict[str, tuple[Changes, dict[Pointer, tuple[Any, Any]]]] = {
    "one cell": ({f"{GRANTED}/natural_person": 6}, {f"{GRANTED}/natural_person": (6, 5)}),
    "two independent cells": (
        {f"{NEW}/total": 50, f"{FOUR}/reconsideration/upheld": 10, f"{FOUR}/reconsideration/corrected": 1},
        {f"{NEW}/total": (50, 5), f"{FOUR}/reconsideration/total": (0, 11)},
    ),
    "a blank that is not 0": ({f"{GRANTED}/natural_person": None}, {f"{GRANTED}/natural_person": (None, 5)}),
    "odd notation over a wrong figure": ({f"{NEW}/total": "５０"}, {f"{NEW}/total": ("５０", 5)}),
}


@pytest.mark.parametrize(("changes", "fixes"), DECIDED.values(), ids=DECIDED)
def test_a_decided_diagnosis_is_applied_only_when_asked(
    changes: Changes, fixes: dict[Pointer, tuple[Any, Any]]
) -> None:
    asked = planned(report_with(changes), unsafe=True)
    assert (values(asked), errors(asked), asked.unsafe) == (fixes, [], 0)
    assert not any(fix.safe for fix in asked.fixes)
    quiet = planned(report_with(changes))
    assert quiet.unsafe or quiet.undecided
    assert all(fix.safe for fix in quiet.fixes)


def test_an_undecided_diagnosis_is_never_applied() -> None:
    found = planned(report_with({f"{FOUR}/reconsideration/upheld": 5}), unsafe=True)
    assert (found.fixes, found.undecided, found.unsafe) == ((), 1, 0)


def test_a_decided_repair_that_the_text_contradicts_is_left_and_said() -> None:
    """The other figures ask for 5, and the text says 6 as well as the table: nobody but the agency can tell."""
    text = ["2023年，本局新收政府信息公开申请6件。"]
    changes = {f"{NEW}/total": 6, "/sections/overview/paragraphs": text}
    for unsafe in (False, True):
        found = planned(report_with(changes), unsafe=unsafe)
        assert (found.fixes, found.unsafe, found.undecided, found.dropped) == ((), 0, 0, ())
        (left,) = found.contradicted
        assert [(fix.pointer, fix.actual, fix.expected) for fix in left.group.fixes] == [(f"{NEW}/total", 6, 5)]
        quote = "2023年,本局新收政府信息公开申请6件"
        assert (left.reason.zh, left.reason.en.partition(" (")[0]) == (
            f"与第一部分第1段“{quote[6:]}”不符",
            "at odds with section 1, paragraph 1",
        )


def test_what_the_text_contradicts_keeps_no_other_repair_back() -> None:
    changes = {
        f"{NEW}/total": 6,
        f"{FOUR}/reconsideration/upheld": 10,
        f"{FOUR}/reconsideration/corrected": 1,
        "/sections/overview/paragraphs": ["本局新收政府信息公开申请6件。"],
    }
    found = planned(report_with(changes), unsafe=True)
    assert values(found) == {f"{FOUR}/reconsideration/total": (0, 11)}
    assert len(found.contradicted) == 1


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
@pytest.mark.parametrize("changes", [*(one for one, _ in ZEROS.values()), *(one for one, _ in DECIDED.values())])
def test_fixing_twice_changes_nothing_more(changes: Changes, unsafe: bool) -> None:
    first = planned(report_with(changes), unsafe=unsafe)
    assert first.after.report is not None
    assert planned(first.after.report, unsafe=unsafe).fixes == ()


def test_a_repair_after_which_the_relation_does_not_hold_is_taken_back() -> None:
    """Whatever a diagnosis says: the report is checked again before anything is written."""
    (group, *_) = cause_groups(session().check_report(report_with({f"{GRANTED}/natural_person": 6})))
    wrong = group._replace(fixes=tuple(fix._replace(expected=7) for fix in group.fixes))
    report = report_with({f"{GRANTED}/natural_person": 6})
    kept, dropped = tried([wrong], report)
    assert (kept, [one.reason for one in dropped]) == (
        (),
        [Text("改后关系式仍不成立", "the relation would still not hold")],
    )


def test_a_repair_that_makes_a_new_error_is_taken_back_and_the_others_stay() -> None:
    report = report_with({f"{GRANTED}/natural_person": 6, f"{FOUR}/reconsideration/total": 1})
    good = cause_groups(session().check_report(report))[0]
    bad = Group((good.fixes[0]._replace(pointer=f"{SUITS}/total", expected=3),))
    kept, dropped = tried([good, bad], report)
    assert kept == good.fixes
    assert [(one.group, one.reason) for one in dropped] == [
        (bad, Text("改后会出现新的错误：AR004", "there would be new errors: AR004"))
    ]


def tried(groups: list[Group], report: Report) -> tuple[tuple[Fix, ...], tuple[Dropped, ...]]:
    """The fixes of some groups that are kept, and those taken back."""
    layout = session().book.layout("2021")
    workshop = Workshop(session().check_report, session().engine.rules, layout, unsafe=True, own_layout=True)
    progress = planning._tried(groups, planning._Progress(session().check_report(report)), workshop)
    return progress.fixes, progress.dropped


DOCUMENT = {"remarks": [
    {"kind": "full-width", "pointer": f"{NEW}/total", "text": "５"},
    {"kind": "separators", "pointer": f"{TWO}/penalties/decisions", "text": "1,234"},
    {"kind": "placeholder", "pointer": f"{NEW}/business", "text": "/"},
    {"kind": "placeholder", "pointer": f"{TWO}/coercion/decisions", "text": "无"},
    {"kind": "unknown-row", "pointer": THREE, "text": "其他"},
]}  # fmt: skip


def test_what_a_reader_of_documents_remarked_is_settled() -> None:
    """The figures were read already; a sign for none is a blank, and is filled only where it must be 0."""
    report = report_with(
        {
            "/document": DOCUMENT, f"{TWO}/penalties/decisions": 1234,
            f"{NEW}/business": None, f"{TWO}/coercion/decisions": None,
        }
    )  # fmt: skip
    found = planned(report, own_layout=False)
    assert values(found) == {
        f"{NEW}/total": ("５", 5), f"{TWO}/penalties/decisions": ("1,234", 1234), f"{NEW}/business": (None, 0),
    }  # fmt: skip
    assert found.after.report is not None
    written = tree_of_report(found.after.report)["document"]["remarks"]
    assert [(one["kind"], one["pointer"]) for one in written] == [
        ("placeholder", f"{TWO}/coercion/decisions"), ("unknown-row", THREE),
    ]  # fmt: skip


def test_applying_leaves_the_old_tree_alone() -> None:
    report = report_with({f"{NEW}/business": None})
    fix = Writer(report, session().book.layout("2021")).safe(f"{NEW}/business", None, 0, Text("", ""))
    fixed = applied(report, [fix], own_layout=True)
    assert (resolve(fixed.tree, f"{NEW}/business"), resolve(report.tree, f"{NEW}/business")) == (
        (True, 0), (True, None),
    )  # fmt: skip
