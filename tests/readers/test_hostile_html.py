"""Web pages that were made to do harm, or that no browser would complain of: read as seen, or refused with a reason."""

from collections.abc import Callable

import pytest

from tests.documents.html import Page, html
from tests.readers.support_hostile import good, known, page, told

Made = Callable[[], bytes]
_END = "</body>"
_DEEP = "网页的标签嵌套超过 2048 层"
_DEEP_EN = "the tags of the page are more than 2048 deep"


def alone(content: str) -> bytes:
    """A page of this content only."""
    return f"<html><body>{content}</body></html>".encode()


def with_more(content: str) -> bytes:
    """The good page with more behind its text."""
    assert _END in page()
    return page().replace(_END, content + _END).encode()


def changed(old: str, new: str, count: int = -1) -> bytes:
    """The good page with something else in it."""
    assert old in page()
    return page().replace(old, new, count).encode()


REFUSED: dict[str, tuple[Made, str, str, str]] = {
    # The page, the rule, what is said of it in Chinese and in English.
    "H1-3000-nested": (lambda: alone("<div>" * 3000 + "x"), "LT001", _DEEP, _DEEP_EN),
    "H2-100000-nested": (lambda: alone("<div>" * 100_000 + "x"), "LT001", _DEEP, _DEEP_EN),
    "H2-100000-nested-tables": (lambda: alone("<table><tr><td>" * 100_000), "LT001", _DEEP, _DEEP_EN),
    "H3-fonts-and-paragraphs": (lambda: alone("<font color=i><p>" * 6000), "LT001", _DEEP, _DEEP_EN),
    "H4-200000-attributes": (
        lambda: alone(f"<p {' '.join(f'a{number}' for number in range(200_000))}>x</p>"),
        "LT001",
        "网页中有一个标签的属性过多",
        "a tag of the page has too many attributes",
    ),
    "H5-merged-beyond-bounds": (
        lambda: alone("<table><tr>" + '<td colspan="1000000" rowspan="65534">甲</td>' * 201 + "</tr></table>"),
        "LT001",
        "合并单元格超出 200000 格",
        "merged cells cover more than 200000",
    ),
    "H6-text-of-10-megabytes": (lambda: alone("x" * 10 * 2**20), "LT001", "网页超过 8 MB", "larger than 8 MB"),
    "H8-links-never-closed": (
        lambda: alone("<a " * 100_000),
        "LT004",
        "没有找到年度报告",
        "no title, section or table",
    ),
    "H8-comments-never-closed": (lambda: alone("<!--" * 100_000), "LT004", "没有找到年度报告", "no title, section"),
    "H8-comments-before-the-page": (lambda: b"<!---->" * 290 + b"x", "LT004", "没有找到年度报告", "no title, section"),
    "H10-empty": (lambda: b"", "LT002", "文件是空的", "the file is empty"),
    "H10-spaces": (lambda: b" \n\t ", "LT002", "文件是空的", "the file is empty"),
    "H10-comment-only": ("<!-- 年度报告 -->".encode, "LT001", "网页没有内容", "the page has no content"),
    "attachment-only": (
        lambda: alone('<h1>示例市水利局2023年政府信息公开工作年度报告</h1><a href="a.docx">附件</a>'),
        "LT001",
        "网页只有附件，没有报告正文，请检查附件本身",
        "the page only links to the report: check that file itself",
    ),
}


@pytest.mark.parametrize(("make", "rule", "chinese", "english"), REFUSED.values(), ids=REFUSED)
def test_refused(make: Made, rule: str, chinese: str, english: str) -> None:
    """Not one figure is believed; one finding says why, in both languages."""
    said, zh, en = told("report.html", make()).refusal
    assert said == rule
    assert chinese in zh
    assert english in en


_HIDDEN = "文件中有隐藏的内容“旧稿”"
READ: dict[str, tuple[Made, list[str]]] = {
    # The page, and what ST024 says of it.
    "good": (page().encode, []),
    "H1-300-nested": (lambda: changed("<body>", "<body>" + "<div>" * 300), []),
    "H5-spans-beyond-those-of-browsers": (lambda: changed('<td colspan="3"', '<td colspan="000000000003"'), []),
    "H5-rows-without-cells": (lambda: changed("</tbody>", "<tr></tr></tbody>"), []),
    "H5-a-million-columns-in-30-rows": (
        lambda: with_more("<table>" + "<tr><td>甲</td><td colspan=1000000>1</td></tr>" * 30 + "</table>"),
        [],
    ),
    "H6-text-of-7-megabytes": (lambda: with_more(f"<!-- {'x' * 7 * 2**20} -->"), []),
    "H7-no-charset": (lambda: changed('<meta charset="utf-8">', ""), []),
    "H7-wrong-charset": (lambda: changed('charset="utf-8"', 'charset="gb2312"'), []),
    "H7-gb18030": (lambda: html(good(), Page(encoding="gb18030")), []),
    "H7-gb18030-said-to-be-utf-8": (
        lambda: html(good(), Page(encoding="gb18030")).replace(b'charset="gb18030"', b'charset="utf-8"'),
        [],
    ),
    "H7-gb18030-without-charset": (
        lambda: html(good(), Page(encoding="gb18030")).replace(b'<meta charset="gb18030">', b""),
        [],
    ),
    "H7-two-charsets": (
        lambda: changed("<title>", '<meta http-equiv="Content-Type" content="text/html; charset=big5"><title>'),
        [],
    ),
    "H7-utf-16": (lambda: page().encode("utf-16"), []),
    "H7-byte-order-mark": (lambda: page().encode("utf-8-sig"), []),
    "H9-scripts": (
        lambda: changed(
            "<body>", "<body><script>var a = '<table><tr><td>1';</script><p onclick='x()'><img src=x onerror=y()></p>"
        ),
        [],
    ),
    "H11-cells-never-closed": (lambda: changed("</td>", ""), []),
    "H11-rows-never-closed": (lambda: page().replace("</td>", "").replace("</tr>", "").encode(), []),
    "H12-xhtml": (
        lambda: changed("<!DOCTYPE html>", '<?xml version="1.0" encoding="gb2312"?><!DOCTYPE html>'),
        [],
    ),
    "H12-namespaces-of-office": (
        lambda: changed("<body>", '<body><?xml:namespace prefix = o ns = "urn:x" /><o:p></o:p>'),
        [],
    ),
    "H13-not-displayed": (
        lambda: changed('<div class="TRS_Editor">', '<div class="TRS_Editor"><p style="display:none">旧稿</p>'),
        [_HIDDEN],
    ),
    "H13-not-displayed-in-capitals": (
        lambda: changed('<div class="TRS_Editor">', '<div class="TRS_Editor"><p style="DISPLAY:NONE">旧稿</p>'),
        [_HIDDEN],
    ),
    "H13-not-displayed-with-spaces": (
        lambda: changed('<div class="TRS_Editor">', '<div class="TRS_Editor"><p style="display :  none">旧稿</p>'),
        [_HIDDEN],
    ),
    "H13-hidden-on-its-own-line": (
        lambda: changed('<div class="TRS_Editor">', '<div class="TRS_Editor"><p\nhidden>旧稿</p>'),
        [_HIDDEN],
    ),
    "H13-hidden": (
        lambda: changed('<div class="TRS_Editor">', '<div class="TRS_Editor"><p hidden>旧稿</p>'),
        [_HIDDEN],
    ),
    "NUL": (lambda: changed("<body>", "<body>\0"), []),
}


@pytest.mark.parametrize(("make", "hidden"), READ.values(), ids=READ)
def test_read(make: Made, hidden: list[str]) -> None:
    """Every figure is read, and nothing is said but what is hidden."""
    said = told("report.html", make())
    assert said.state == "read"
    assert said.figures == known()
    assert said.of("ST024") == hidden
    assert [message for rule in ("LT005", "LT006", "LT009", "ST026") for message in said.of(rule)] == []


def test_a_table_in_a_table_in_a_cell() -> None:
    """H11: where the grid cannot be told, that is said: figures are never believed in silence."""
    begin = page().index("<table", page().index("三、收到和处理"))
    inner = "<table><tr><td><table><tr><td>内</td><td>1</td></tr></table></td></tr></table>"
    at = page().index("</td>", page().index("<td", begin) + 1)
    said = told("report.html", (page()[:at] + inner + page()[at:]).encode())
    three = {at for at in known() if at.startswith("/sections/applications/")}
    right = all(said.figures.get(at) == known()[at] for at in three)
    assert right or said.state == "half"


def test_a_picture_for_a_figure() -> None:
    """A cell whose figure is a picture is not blank: blank would count as 0."""
    begin = page().index("<table", page().index("三、收到和处理"))
    at = page().index("<p>0</p>", begin)
    made = page()[:at] + '<p><img src="0.png"></p>' + page()[at + len("<p>0</p>") :]
    said = told("report.html", made.encode())
    lost = [pointer for pointer in known() if said.figures.get(pointer) != known()[pointer]]
    assert all(said.figures.get(pointer) is not None for pointer in lost) or said.state == "half"
