"""Which texts and sentences are looked at for counts."""

import pytest

from lint.model.case import Case
from lint.prose.mentions import sentences_of
from lint.prose.sentences import counting, several
from lint.readers.tree import report_of_tree


def case(*paragraphs: str) -> Case:
    """A report whose section one has these paragraphs."""
    return Case(report_of_tree("report", {"year": 2023, "sections": {"overview": {"paragraphs": list(paragraphs)}}}))


@pytest.mark.parametrize("beside", ["没有数字。", "第１章。"], ids=["narrow digits alone", "wide digits elsewhere"])
@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("收到申请3件。", True),
        ("收到申请3 件。", True),
        ("2023年，我局。", False),
        ("收到申请。", False),
        ("ABC件", False),
    ],
)
def test_a_count_in_digits_stands_before_its_unit(text: str, counts: bool, beside: str) -> None:
    assert [piece for _, piece in counting(case(text, beside))] == ([text] if counts else [])


def test_a_count_in_wide_digits_is_one_too() -> None:
    assert [piece for _, piece in counting(case("收到申请３件。", "收到申请4件。"))] == [
        "收到申请３件。",
        "收到申请4件。",
    ]


def test_two_counts_of_one_sentence_are_several() -> None:
    found = several(case("收到申请3件，办结２件。另有1件。", "收到申请3件。办结2件。"))
    assert [one.raw for one in found] == ["收到申请3件，办结２件。"]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        ("本报告由申请情况、复议情况等六部分组成。", False),
        ("制定规范性文件六部。", True),
        ("收到申请两件。", True),
        ("收到申请六部分别办理。", True),
    ],
)
def test_the_parts_of_a_report_are_no_count(text: str, states: bool) -> None:
    assert [one.raw for one in sentences_of(case(text))] == ([text] if states else [])
