"""What published reports got wrong, in reports of an invented agency: what is named, and what is left open."""

import copy
from collections.abc import Mapping
from typing import Any, NamedTuple

import pytest

from lint.model.cause import Cause
from lint.model.form import TABLES
from lint.model.pointer import Pointer
from lint.readers.tree import report_of_tree
from lint.rulebook.complete import complete_tree
from lint.rulebook.examples import put
from tests.diagnosis.support_diagnosis import dice_of, mistaken, table_three
from tests.formatters.support_formatters import session

THREE, FOUR = TABLES["applications"], TABLES["disputes"]
NEW, TOTAL, GRANTED, OUT = "new", "results/total", "results/granted", "carried_out"
NOT_HELD, THIRD_PARTY = "results/unavailable/not_held", "results/denied/third_party"
Row = Mapping[str, int]


def causes(edition: str, figures: Mapping[Pointer, Any], text: str = "") -> tuple[Cause, ...]:
    """The causes in a report of zeros with these figures."""
    tree = copy.deepcopy(complete_tree(edition))
    for pointer, figure in figures.items():
        put(tree, pointer, figure)
    put(tree, "/sections/overview/paragraphs", [text])
    return session().check_report(report_of_tree("report", tree)).causes


def three(**rows: Row) -> dict[Pointer, int]:
    """Rows of table three; ``__`` stands for a slash, a total is added where none is given."""
    figures = {}
    for row, columns in rows.items():
        whole = {"total": sum(columns.values()), **columns}
        figures.update({f"{THREE}/{row.replace('__', '/')}/{column}": figure for column, figure in whole.items()})
    return figures


def repairs(cause: Cause) -> list[dict[str, Any]]:
    """What each repair writes, by row or group and column."""
    return [
        {change.pointer.removeprefix(f"{THREE}/").removeprefix(f"{FOUR}/"): change.expected for change in repair.cells}
        for repair in cause.repairs
    ]


class Published(NamedTuple):
    """The figures of a report, what its text says, and the repairs of its only cause, likeliest first."""

    edition: str
    figures: Mapping[Pointer, int]
    text: str
    repairs: list[dict[str, int]]


REPORTS = {
    "total of the reviews left at 0": Published(
        "2021",
        {f"{FOUR}/reconsideration/upheld": 10, f"{FOUR}/reconsideration/corrected": 1},
        "",
        [{"reconsideration/total": 11}],
    ),
    "total of the suits left at 0": Published(
        "2021",
        {f"{FOUR}/litigation_after_reconsideration/upheld": 5},
        "",
        [{"litigation_after_reconsideration/total": 5}, {"litigation_after_reconsideration/upheld": 0}],
    ),
    "a suit more or less": Published(
        "2021",
        {
            f"{FOUR}/litigation_after_reconsideration/{outcome}": figure
            for outcome, figure in (("upheld", 13), ("corrected", 2), ("other", 4), ("total", 15))
        },
        "",
        [
            {"litigation_after_reconsideration/total": 19},
            {"litigation_after_reconsideration/upheld": 9},
            {"litigation_after_reconsideration/other": 0},
        ],
    ),
    "the text has the review": Published(
        "2021",
        {f"{FOUR}/reconsideration/upheld": 1},
        "因依申请公开引发行政复议1起，结果为维持。",
        [{"reconsideration/total": 1}, {"reconsideration/upheld": 0}],
    ),
    "a firm of lawyers that never asked": Published(
        "2019",
        three(
            new={"natural_person": 9},
            results__granted={"natural_person": 2},
            results__partial={"natural_person": 4},
            results__unavailable__not_held={"natural_person": 1, "legal_service": 1},
            results__other={"natural_person": 2},
            results__total={"natural_person": 9},
        ),
        "",
        [{f"{NOT_HELD}/legal_service": 0, f"{NOT_HELD}/total": 1}],
    ),
    "all results booked under natural persons": Published(
        "2021",
        three(
            new={"natural_person": 2, "other": 1},
            results__granted={"natural_person": 1},
            results__unavailable__not_held={"natural_person": 1, "other": 1},
            results__total={"natural_person": 3},
        ),
        "我局共收到政府信息公开申请3件。",
        [{f"{TOTAL}/natural_person": 2, f"{TOTAL}/other": 1}],
    ),
    "the row of totals left at 0": Published(
        "2021",
        three(
            new={"natural_person": 4},
            results__granted={"natural_person": 3},
            results__unavailable__not_held={"natural_person": 1},
        ),
        "",
        [{f"{TOTAL}/natural_person": 4, f"{TOTAL}/total": 4}],
    ),
    "the column of totals left at 0": Published(
        "2021",
        three(
            new={"natural_person": 3, "total": 0},
            results__granted={"natural_person": 1, "total": 0},
            results__denied__third_party={"natural_person": 2, "total": 0},
            results__total={"natural_person": 3, "total": 0},
        ),
        "我局共收到政府信息公开申请3份。",
        [
            {f"{NEW}/total": 3, f"{GRANTED}/total": 1, f"{THIRD_PARTY}/total": 2, f"{TOTAL}/total": 3},
            {f"{row}/natural_person": 0 for row in (NEW, GRANTED, THIRD_PARTY, TOTAL)},
        ],
    ),
    "received by the table, none by the text": Published(
        "2021",
        three(new={"natural_person": 3}),
        "本年度共收到政府信息公开申请0条。",
        [
            {f"{NEW}/natural_person": 0, f"{NEW}/total": 0},
            {f"{OUT}/natural_person": 3, f"{OUT}/total": 3},
        ],
    ),
    "one application both done and carried out": Published(
        "2021",
        three(
            new={"natural_person": 1},
            results__other__other={"natural_person": 1},
            results__total={"natural_person": 1},
            carried_out={"natural_person": 1},
        ),
        "我局收到政府信息公开申请1件。",
        [
            {f"{NEW}/natural_person": 2, f"{NEW}/total": 2},
            {"carried_in/natural_person": 1, "carried_in/total": 1},
            {f"{OUT}/natural_person": 0, f"{OUT}/total": 0},
        ],
    ),
}


@pytest.mark.parametrize("published", REPORTS.values(), ids=REPORTS)
def test_a_published_mistake(published: Published) -> None:
    (cause,) = causes(published.edition, published.figures, published.text)
    assert repairs(cause) == published.repairs
    assert cause.decided == (len(published.repairs) == 1)
    assert (cause.omitted, cause.complete, cause.too_many) == (0, True, False)


@pytest.mark.parametrize(
    ("name", "quote"),
    [
        ("the text has the review", "因依申请公开引发行政复议1起"),
        ("the column of totals left at 0", "我局共收到政府信息公开申请3份"),
        ("received by the table, none by the text", "本年度共收到政府信息公开申请0条"),
    ],
)
def test_what_the_text_says_of_the_likeliest_is_told(name: str, quote: str) -> None:
    """And of no other repair of these reports."""
    published = REPORTS[name]
    (cause,) = causes(published.edition, published.figures, published.text)
    first, *others = cause.repairs
    assert [(one.fits, one.words.zh) for one in first.evidence] == [(True, f"第一部分第1段“{quote}”")]
    assert all(repair.evidence == () for repair in others)


@pytest.mark.parametrize("edition", ["2021", "2019"])
@pytest.mark.parametrize("size", [9, 60_000], ids=["small figures", "large figures"])
def test_every_single_cell_of_table_three_is_named_in_a_report(edition: str, size: int) -> None:
    """As the whole program sees it, among all its rules; the reports around the cells are all different."""
    table, dice = table_three(edition), dice_of(f"report {edition} {size}")
    for (row, column), cell in table.cells.items():
        right = table.report(dice, size)
        wrong = {**dict(enumerate(right)), cell: mistaken(right[cell], dice)}
        tree = copy.deepcopy(complete_tree(edition))
        for place, number in table.cells.items():
            put(tree, "/".join((THREE, *place)), wrong[number])
        (cause,) = session().check_report(report_of_tree("report", tree)).causes
        named = [(one.pointer, one.actual, one.expected) for one in cause.repairs[0].cells]
        assert named == [(f"{THREE}/{row}/{column}", wrong[cell], right[cell])]
        assert cause.decided
