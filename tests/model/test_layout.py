"""Pointers in the words of the form."""

import pytest

from lint.rulebook.book import load

THREE = "/sections/applications/table"
LAYOUT = load().layout("2021")

WORDS: dict[str, tuple[str, str, str]] = {
    "whole": ("", "整份报告", "the whole report"),
    "title": ("/title", "标题", "title"),
    "agency": ("/agency", "机关", "agency"),
    "name": ("/agency/name", "机关名称", "name of the agency"),
    "kind": ("/agency/kind", "机关类别", "kind of agency"),
    "level": ("/agency/level", "机关层级", "level of the agency"),
    "unknown-of-agency": ("/agency/colour", "机关", "agency"),
    "lead-in": ("/preamble/0", "前言", "lead-in"),
    "reader": ("/document/remarks/0/kind", "读取说明", "the reader's notes"),
    "unknown": ("/colour", "整份报告", "the whole report"),
    "sections": ("/sections", "各部分", "the sections"),
    "unknown-section": ("/sections/colour/heading", "各部分", "the sections"),
    "section": ("/sections/overview", "第一部分“一、总体情况”", "section 1 (general)"),
    "heading": ("/sections/overview/heading", "第一部分的标题", "the heading of section 1"),
    "text": ("/sections/other/paragraphs", "第六部分的正文", "the text of section 6"),
    "paragraph": ("/sections/other/paragraphs/1", "第六部分第2段", "section 6, paragraph 2"),
    "endless-paragraph": ("/sections/other/paragraphs/" + "9" * 5000, "第六部分第" + "9" * 5000 + "段", ""),
    "table": (THREE, "表三", "table three"),
    "no-table": ("/sections/overview/table/new", "第一部分“一、总体情况”", "section 1 (general)"),
    "row": (f"{THREE}/new", "表三 一、本年新收政府信息公开申请数量", "table three I new this year"),
    "results": (f"{THREE}/results", "表三 三、本年度办理结果", "table three III results this year"),
    "group": (f"{THREE}/results/unavailable", "表三 （四）无法提供", "table three (4) unavailable"),
    "row-of-a-group": (
        f"{THREE}/results/unavailable/not_held", "表三 1.本机关不掌握相关政府信息", "table three (4)1 not held",
    ),
    "total-of-results": (f"{THREE}/results/total", "表三 （七）总计", "table three (7) total of results"),
    "cell": (f"{THREE}/results/total/total", "表三 （七）总计 × 总计", "table three (7) total of results × total"),
    "single-other": (
        f"{THREE}/results/other/business", "表三 （六）其他处理 × 商业企业",
        "table three (6) other processing × businesses",
    ),
    "unknown-row": (f"{THREE}/colour", "表三", "table three"),
    "unknown-cell": (f"{THREE}/new/colour", "表三 一、本年新收政府信息公开申请数量", "table three I new this year"),
    "block": ("/sections/proactive/table/fees", "表二 行政事业性收费", "table two administrative fees"),
    "dispute": (
        "/sections/disputes/table/reconsideration/pending", "表四 行政复议 × 尚未审结",
        "table four reconsideration × pending"
    ),
}  # fmt: skip


@pytest.mark.parametrize(("pointer", "zh", "en"), WORDS.values(), ids=WORDS)
def test_words(pointer: str, zh: str, en: str) -> None:
    """Every place of a report has a name that a clerk knows, however odd the report."""
    words = LAYOUT.words(pointer)
    assert words.zh == zh
    assert words.en == en or not en


SHORT: dict[str, tuple[str, bool, str]] = {
    "by-column": (f"{THREE}/new/total", True, "总计"),
    "by-row": (f"{THREE}/new/total", False, "一、本年新收政府信息公开申请数量"),
    "no-cell": ("/title", True, "标题"),
    "nothing": ("", True, "整份报告"),
    "section": ("/sections/overview/paragraphs/0", False, "第一部分第1段"),
}


@pytest.mark.parametrize(("pointer", "by_column", "zh"), SHORT.values(), ids=SHORT)
def test_short_words(pointer: str, by_column: bool, zh: str) -> None:
    """A term of a relation by what tells it apart; what is no cell by all its words."""
    assert LAYOUT.short_words(pointer, by_column=by_column).zh == zh


IN_GRIDS: dict[str, tuple[str, str, str]] = {
    "cell": (
        f"{THREE}/results/denied/three_safety/business", "表三 第11行“3.危及“三安全一稳定”” × 商业企业",
        "table three row 11 '(3)3 three safeties, one stability' × businesses",
    ),
    "row": (f"{THREE}/new", "表三 第11行“一、本年新收政府信息公开申请数量”", "table three row 11 'I new this year'"),
    "table": (THREE, "表三", "table three"),
    "paragraph": ("/sections/other/paragraphs/1", "第六部分第2段", "section 6, paragraph 2"),
}  # fmt: skip


@pytest.mark.parametrize(("pointer", "chinese", "english"), IN_GRIDS.values(), ids=IN_GRIDS)
def test_words_with_the_row_of_a_grid(pointer: str, chinese: str, english: str) -> None:
    """In a document the row has a number too."""
    words = LAYOUT.words(pointer, 11)
    assert (words.zh, words.en) == (chinese, english)
