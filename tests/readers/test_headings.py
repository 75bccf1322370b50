"""Headings of the six sections, and lines that only look like them."""

import pytest

from lint.readers.headings import Piece, Title, heading_of, is_title, split_inline
from lint.readers.outline import Cell
from tests.support_text import labels

HEADINGS = {
    "official": ("一、总体情况", "overview"),
    "digit": ("1、总体情况", "overview"),
    "digit-and-dot": ("1.总体情况", "overview"),
    "without-numeral": ("总体情况", "overview"),
    "wrong-numeral": ("三、总体情况", "overview"),
    "spaces": ("一、 总 体 情 况", "overview"),
    "E14-zero-width": ("一、总\u200b体情况", "overview"),
    "kangxi": ("⼀、总体情况", "overview"),
    "markdown": ("一、**总体情况**", "overview"),
    "colon": ("一、总体情况：", "overview"),
    "bold": ("**一、总体情况**", "overview"),
    "markdown-level": ("## 一、总体情况", "overview"),
    "soft-hyphen": ("一、总\u00ad体情况", "overview"),
    "selector": ("一、总\ufe0f体情况", "overview"),
    "variant": ("一、概述", "overview"),
    "proactive": ("二、主动公开政府信息情况", "proactive"),
    "proactive-of-the-body": ("二、行政机关主动公开政府信息情况", "proactive"),
    "applications": ("三、收到和处理政府信息公开申请情况", "applications"),
    "applications-in-own-words": ("三、政府信息公开申请的收到和处理", "applications"),
    "disputes": ("四、政府信息公开行政复议、行政诉讼情况", "disputes"),
    "disputes-half-width": ("四、政府信息公开行政复议,行政诉讼情况", "disputes"),
    "disputes-typing-error": ("四、政府信息公开行政法复议、行政诉讼情况", "disputes"),
    "disputes-short": ("四、行政复议与行政诉讼情况", "disputes"),
    "problems": ("五、存在的主要问题及改进情况", "problems"),
    "problems-variant": ("五、存在的主要问题及整改措施", "problems"),
    "problems-in-own-words": ("五、存在的不足和改进方向", "problems"),
    "other": ("六、其他需要报告的事项", "other"),
    "other-variant": ("六、需要说明的其他事项与附表", "other"),
}


@pytest.mark.parametrize(("line", "key"), HEADINGS.values(), ids=HEADINGS)
def test_headings(line: str, key: str) -> None:
    """Known words under any numeral, or numeral and a word of the section together."""
    assert heading_of(Cell(line), labels()) == Title(key)


NONE = {
    "row-four-of-table-three": "四、结转下年度继续办理",
    "row-one": "一、本年新收政府信息公开申请数量",
    "row-two": "二、上年结转政府信息公开申请数量",
    "row-three": "三、本年度办理结果",
    "sub-heading": "（一）主动公开",
    "sub-heading-of-a-section's-words": "（一）总体情况",
    "sub-heading-half-width": "(二)主动公开政府信息情况",
    "digit-sub-heading": "1.政府信息公开工作制度不断完善",
    "sentence": "一、总体情况良好。全年公开信息45条。",
    "list-in-words": "一是公开不够及时",
    "without-numeral-in-own-words": "概述",
    "words-within-a-sentence": "现将主动公开政府信息情况报告如下",
    "longer-than-any-heading": "二、" + "主动公开政府信息情况" * 5,
    "entry-of-a-table-of-contents": "一、总体情况……1",
    "entry-with-dots": "二、主动公开政府信息情况......2",
    "empty": "",
}
ROWS_ARE_NONE = ("row-four-of-table-three", "row-one", "row-two", "row-three")


@pytest.mark.parametrize("line", NONE.values(), ids=NONE)
def test_what_is_no_heading(line: str) -> None:
    """Rows, sub-headings and sentences are none of the six."""
    found = heading_of(Cell(line), labels())
    assert found is None or found.key is None


@pytest.mark.parametrize("name", ROWS_ARE_NONE)
def test_numbered_rows_are_no_headings_at_all(name: str) -> None:
    """The numbered rows of table three do not end the section that they stand in."""
    assert heading_of(Cell(NONE[name]), labels()) is None


UNKNOWN = {
    "seventh": "七、附表", "inserted": "三、政务公开工作亮点", "plan": "六、下一年度工作计划",
}  # fmt: skip


@pytest.mark.parametrize("line", UNKNOWN.values(), ids=UNKNOWN)
def test_unknown_headings(line: str) -> None:
    """A numbered line of other words is a heading of no section."""
    assert heading_of(Cell(line), labels()) == Title(None)


INLINE = {
    "two-headings": (
        "报告如下。一、总体情况全年45条。二、主动公开政府信息情况",
        [
            Piece("报告如下。", 0, None),
            Piece("一、总体情况", 5, "overview"),
            Piece("全年45条。", 11, None),
            Piece("二、主动公开政府信息情况", 17, "proactive"),
        ],
    ),
    "space-after-the-mark": (
        "一、 总体情况 全年",
        [Piece("一、 总体情况", 0, "overview"), Piece(" 全年", 7, None)],
    ),
    "unknown-words-stay-text": ("一、其他工作二、更多", [Piece("一、其他工作二、更多", 0, None)]),
    "numeral-of-a-longer-number": ("第十一、总体情况", [Piece("第十一、总体情况", 0, None)]),
    "plain-text": ("全年45条。", [Piece("全年45条。", 0, None)]),
    "nothing": ("", []),
}


@pytest.mark.parametrize(("text", "expected"), INLINE.values(), ids=INLINE)
def test_headings_inside_a_paragraph(text: str, expected: list[Piece]) -> None:
    """A paragraph is cut before and after each heading; every piece knows where it began."""
    assert list(split_inline(text, labels())) == expected


def test_pieces_make_the_paragraph() -> None:
    """Nothing of a paragraph is lost when it is cut."""
    text = "前言一、总体情况全年。三、收到和处理政府信息公开申请情况四、结转下年度继续办理"
    assert "".join(piece.text for piece in split_inline(text, labels())) == text


TITLES = {
    "official": ("示例市水利局2023年政府信息公开工作年度报告", True),
    "year-report": ("示例市水利局2023年政府信息公开年报", True),
    "year-first": ("2023年示例市政府信息公开工作报告", True),
    "spaces": ("示例市水利局 2023年 政府信息公开工作 年度报告", True),
    "brackets-at-the-end": ("示例市水利局政府信息公开工作年度报告（2023年度）", True),
    "sentence": ("现将本单位政府信息公开工作情况报告如下", False),
    "too-long": ("关于" * 30 + "政府信息公开年度报告", False),
    "other-report": ("2023年法治政府建设年度报告", False),
}


@pytest.mark.parametrize(("text", "expected"), TITLES.values(), ids=TITLES)
def test_titles(text: str, expected: bool) -> None:
    """A title names 信息公开 and ends in 报告 or 年报."""
    assert is_title(text) is expected
