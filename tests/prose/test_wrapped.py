"""Text whose lines end at a width is read as the paragraphs that it was; other text as it stands."""

import pytest

from lint.api import Session
from lint.model.case import Case
from lint.model.settings import Settings
from lint.prose.wrapped import pieces_of
from lint.readers.tree import report_of_tree

_AT = "/sections/overview/paragraphs"
_LINES = (
    "全年共收到政府信息公开申请三十六件，其中自然人申请三十一件，企业",
    "申请五件，均按照《条例》的规定登记、审核和答复，没有出现逾期的情",
    "形。全年通过门户网站公开各类信息九百八十六条，通过微信公众号公",
    "开二百二十条，较上一年度略有增加，网站的访问量保持平稳，信息公",
    "开指南和目录同步更新，方便群众查询和使用。",
    "- 2 -",
    "（二）组织业务培训三次。",
)


def _pieces(*lines: str) -> list[tuple[str, str]]:
    tree = {
        "title": "示例市水利局2023年政府信息公开工作年度报告",
        "sections": {"overview": {"paragraphs": list(lines)}},
    }
    return [piece for piece in pieces_of(Case(report_of_tree("report", tree))) if piece[0] != "/title"]


def test_lines_become_the_paragraph_again() -> None:
    assert _pieces(*_LINES) == [(f"{_AT}/0", "".join(_LINES[:5])), (f"{_AT}/6", _LINES[6])]


def test_lines_of_one_width_hold_more_digits_than_characters() -> None:
    """Two digits take the room of one character; the first line is indented."""
    lines = (
        "全年共收到政府信息公开申请1036件，其中自然人申请931件，企业",
        "申请105件，均按照《条例》的规定登记、审核和答复，没有出现逾期",
        "的情形。全年通过门户网站公开各类信息98600条，通过微信公众号公",
        "开220条，较上一年度的200条略有增加，网站访问量为123456789次，信",
        "息公开指南和目录同步更新，方便群众查询和使用。",
    )
    assert _pieces(*lines) == [(f"{_AT}/0", "".join(lines))]


def test_a_figure_goes_over_two_lines() -> None:
    lines = (
        *_LINES[:3],
        "开二百二十条，较上一年度增加十五条，网站的访问量同比增长12.5%，为1",
        "2.5万次，信息公开指南同步更新。",
    )
    assert _pieces(*lines)[0] == (f"{_AT}/0", "".join(lines))


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(tuple(line + "。" for line in _LINES[:5]), id="each-line-ends-with-its-sentence"),
        pytest.param(_LINES[:3], id="too-few-lines"),
        pytest.param((*_LINES[:4], "".join(_LINES)), id="a-line-beyond-the-width"),
        pytest.param(
            ("加强组织领导", "完善公开制度，规范公开流程", "围绕重点领域推进公开", "抓好监督保障"),
            id="headings-of-any-length",
        ),
    ],
)
def test_other_text_stays(lines: tuple[str, ...]) -> None:
    assert _pieces(*lines) == [(f"{_AT}/{number}", line) for number, line in enumerate(lines)]


_TEXT = (
    "全年公开信息四百条，其中网站二百条，群众比较满意，共收到申请37件，较2021年同期增加5件，同比增长{percent}"
    "，由专人登记、专人答复，按年归档保存备查，公开指南和公开目录每半年更新一次，方便社会公众查询使用，没有发生因公开工作引起"
    "的投诉和举报，也没有发生泄密事件，群众满意度进一步提升，信息发布实行三级审核和先审后发，组织业务培训和监督检查。"
)
_WIDTH = 31  # the first line ends between the two digits of 37


@pytest.mark.parametrize(("percent", "rules"), [("15.6%", []), ("51.6%", ["TX013"])])
def test_a_sentence_over_several_lines_is_compared_as_a_whole(percent: str, rules: list[str]) -> None:
    """Growth is not made of what a line end left of a figure; it is found all the same, at the first line."""
    text = _TEXT.format(percent=percent)
    lines = [text[start : start + _WIDTH] for start in range(0, len(text), _WIDTH)]
    assert lines[0].endswith("3")
    tree = {"year": 2022, "sections": {"overview": {"paragraphs": lines}}}
    found = Session(Settings(select=("TX",))).check_report(report_of_tree("report", tree))
    assert [(one.rule, one.pointer) for one in found.diagnostics] == [(rule, f"{_AT}/0") for rule in rules]
