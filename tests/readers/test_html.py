"""Web pages: the report in them, whole, without what the site puts around it."""

import pytest

from lint.model.errors import Unreadable
from lint.model.place import Place
from lint.readers.html import outline_of
from lint.readers.outline import Cell, Grid, Picture
from lint.readers.table import Asked, read
from tests.readers.support_outline import Shape, shape
from tests.support_text import NOBODY, labels

TITLE = "示例市水利局2023年政府信息公开工作年度报告"
HEADINGS = (
    "一、总体情况",
    "二、主动公开政府信息情况",
    "三、收到和处理政府信息公开申请情况",
    "四、政府信息公开行政复议、行政诉讼情况",
    "五、存在的主要问题及改进情况",
    "六、其他需要报告的事项",
)


def sections(last: str = "") -> str:
    """The six sections, each of a heading and a sentence; ``last`` stands at the end of the sixth."""
    return "".join(f"<p>{heading}</p><p>本节正文。</p>" for heading in HEADINGS) + last


def expected(*last: str) -> Shape:
    return [TITLE, *(text for heading in HEADINGS for text in (heading, "本节正文。")), *last]


def page(article: str, before: str = "", after: str = "", head: str = "") -> str:
    return f"<html><head>{head}</head><body>{before}<div class='article'>{article}</div>{after}</body></html>"


def of(article: str, **around: str) -> Shape:
    return shape(outline_of(page(article, **around)))


def inside(*content: str) -> Shape:
    """What a page of this content only is read as."""
    return shape(outline_of(f"<html><body>{''.join(content)}</body></html>"))


AROUND = {
    # What stands before the article, and behind it.
    "nothing": ("", ""),
    "navigation": ("<ul><li><a href='/'>首页</a></li><li>政务公开</li></ul>", ""),
    "crumbs": ("<div>当前位置：<a>首页</a> &gt; <a>政府信息公开年报</a></div>", ""),
    "crumbs-with-the-title": (f"<div>首页 &gt; 年报 &gt; {TITLE}</div>", ""),
    "buttons": (
        "<p>字体：[<a>大</a> <a>中</a> <a>小</a>]</p><p>浏览次数：120</p><p>分享到：</p>",
        "<p>打印本页</p><p>关闭窗口</p>",
    ),
    "metadata": (
        "<table><tr><td>索引号</td><td>000-1</td></tr><tr><td>发布机构</td><td>示例市水利局</td></tr></table>",
        "",
    ),
    "attachments": ("", "<p>附件下载：</p><p><a href='a.docx'>年报.docx</a></p>"),
    "neighbours": ("", "<p>上一篇：2022年年报</p><p>下一篇：没有了</p>"),
    "footer": (
        "",
        "<div><p>主办单位：示例市人民政府办公室</p><p>网站标识码：0000000000</p><p>示ICP备00000000号</p></div>",
    ),
    "other-news": ("<div><h3>要闻</h3><p>示例市召开会议</p></div>", "<div><h3>相关文章</h3><p>2022年年报</p></div>"),
}


@pytest.mark.parametrize(("before", "after"), AROUND.values(), ids=AROUND)
def test_what_stands_around_an_article_is_no_part_of_it(before: str, after: str) -> None:
    assert of(f"<h1>{TITLE}</h1>{sections()}", before=before, after=after) == expected()


@pytest.mark.parametrize(("before", "after"), AROUND.values(), ids=AROUND)
def test_also_where_nothing_marks_the_article(before: str, after: str) -> None:
    """All in one element: what is the page's own is known by its words."""
    read_as = inside(before, f"<h1>{TITLE}</h1>", sections(), after)
    assert read_as[: len(expected())] == expected() or read_as == expected()


# Sentences and list items of a report that begin like what a page prints around one.
PROSE = (
    "关闭政府网站2家；",
    "分享经验3次，接待外地来访5批；",
    "承办人大代表建议12件、政协提案8件，办结率100%；",
    "打印宣传册500份；",
    "浏览量达到300万次，同比增长5%；",
    "访问量突破100万；",
    "返回修改意见5条",
    "首页设置专栏2个；",
    "收藏档案300卷；",
    "纠错平台收到留言12条，全部办结；",
    "主办单位为示例市水利局的活动2次；",
    "扫一扫二维码领取资料300份；",
    "无障碍改造的网站1家；",
    "朗读功能上线；",
    "技术支持单位更换1次；",
)


@pytest.mark.parametrize("text", PROSE)
def test_prose_is_never_cut(text: str) -> None:
    """Neither the line nor what follows it."""
    assert of(f"<h1>{TITLE}</h1>{sections(f'<p>{text}</p><p>全年未收取信息处理费。</p>')}") == expected(
        text, "全年未收取信息处理费。"
    )


@pytest.mark.parametrize("text", PROSE)
def test_prose_before_the_first_heading_is_never_cut(text: str) -> None:
    article = f"<h1>{TITLE}</h1><p>本报告依据条例编制。</p><p>{text}</p>{sections()}"
    assert of(article) == [TITLE, "本报告依据条例编制。", text, *expected()[1:]]


PARAGRAPHS = {
    # Content, what it is read as.
    "spans": ("<p><span>20</span><font>23</font>年<b>度</b></p>", ["2023年度"]),
    "line-end-in-the-source": ("<p>收到申请\n   12件</p>", ["收到申请 12件"]),
    "line-end-between-characters": ("<p>收到\n  申请</p>", ["收到申请"]),
    "line-break": ("<p>一、总体情况<br/>全年<br>情况</p>", ["一、总体情况", "全年", "情况"]),
    "spaces": ("<p>&nbsp;&nbsp;甲&nbsp; 乙\u3000</p>", ["甲 乙"]),
    "text-without-paragraph": ("<div>甲<p>乙</p>丙</div>丁", ["甲", "乙", "丙", "丁"]),
    "comments": ("<p><!--[if !supportLists]-->一、<!--[endif]-->总体情况<o:p></o:p></p>", ["一、总体情况"]),
    "struck-out": ("<p>共<s>10</s><del>11</del>12件</p>", ["共12件"]),
    "script-and-style": ("<p>甲<script>乙</script><style>丙</style></p>", ["甲"]),
    "list": ("<ol><li>甲</li><li>乙</li></ol>", ["甲", "乙"]),
    "not-displayed": ("<p>甲<span style='display:none'>密</span>乙</p>", ["甲乙"]),
    "entities": ("<p>&lt;甲&gt;&amp;&#20057;</p>", ["<甲>&乙"]),
    "picture": ("<p>甲</p><img src='a.png' width='600'><p>乙</p>", ["甲", "图", "乙"]),
    "icon": ("<p>甲<img src='a.png' width='16' height='16'></p>", ["甲"]),
}


@pytest.mark.parametrize(("content", "read_as"), PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_paragraphs(content: str, read_as: Shape) -> None:
    assert inside(content) == read_as


TABLES = {
    "plain": ("<tr><td>甲</td><td>1</td></tr>", [[["甲", "1"]]]),
    "parts": (
        "<thead><tr><th>甲</th><th>乙</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody>",
        [[["甲", "乙"], ["1", "2"]]],
    ),
    "never-closed": ("<tr><td>甲<td>1<tr><td>乙<td>2", [[["甲", "1"], ["乙", "2"]]]),
    "paragraphs-of-a-cell": ("<tr><td><p>结果</p><p>纠正</p></td><td><p>1</p></td></tr>", [[["结果纠正", "1"]]]),
    "one-character-a-paragraph": ("<tr><td><p>结</p><p>果</p></td><td>1</td></tr>", [[["结果", "1"]]]),
    "digits-never-joined": ("<tr><td>甲</td><td><p>1</p><p>2</p></td></tr>", [[["甲", "1 2"]]]),
    "line-break": ("<tr><td>结果<br/>纠正</td><td>1</td></tr>", [[["结果纠正", "1"]]]),
    "spaces-around": ("<tr><td>甲&nbsp;</td><td>&nbsp; 1&nbsp;</td></tr>", [[["甲", "1"]]]),
    "text-beside-a-paragraph": ("<tr><td>法人<p>或其他组织</p></td><td>1</td></tr>", [[["法人或其他组织", "1"]]]),
    "text-behind-a-paragraph": ("<tr><td><p>法人</p>或其他组织</td><td>1</td></tr>", [[["法人或其他组织", "1"]]]),
    "caption": ("<caption>表三</caption><tr><td>甲</td><td>1</td></tr>", ["表三", [["甲", "1"]]]),
    "one-column-is-a-frame": ("<tr><td>甲</td></tr><tr><td>乙</td></tr>", ["甲", "乙"]),
    "frame": ("<tr><td>题<table><tr><td>甲</td><td>1</td></tr></table>注</td></tr>", ["题", [["甲", "1"]], "注"]),
    "frame-of-two-columns": (
        "<tr><td>菜单</td><td><table><tr><td>甲</td><td>1</td></tr></table></td></tr>",
        ["菜单", [["甲", "1"]]],
    ),
    "empty": ("", []),
}


@pytest.mark.parametrize(("rows", "read_as"), TABLES.values(), ids=TABLES)
def test_tables(rows: str, read_as: Shape) -> None:
    assert inside(f"<p>前</p><table>{rows}</table>") == ["前", *read_as]


LOOSE = {
    # Rows as pages are served, each word of which is shown.
    "rows-in-a-form": "<tr><td>甲</td><td>1</td></tr><form><tr><td>乙</td><td>2</td></tr></form>",
    "rows-in-a-division": "<tr><td>甲</td><td>1</td></tr><div><tr><td>乙</td><td>2</td></tr></div>",
    "paragraph-between-rows": "<tr><td>甲</td><td>1</td></tr><p>乙2</p>",
    "text-between-rows": "乙2<tr><td>甲</td><td>1</td></tr>",
    "text-between-cells": "<tr>乙2<td>甲</td><td>1</td></tr>",
}


@pytest.mark.parametrize("rows", LOOSE.values(), ids=LOOSE)
def test_no_word_of_a_table_is_lost(rows: str) -> None:
    said = "".join(
        "".join(cell.text for row in block.rows for cell in row) if isinstance(block, Grid) else block.text
        for block in outline_of(f"<body><table>{rows}</table></body>").blocks
        if not isinstance(block, Picture)
    )
    assert sorted(said) == sorted("甲1乙2")


def test_a_cell_that_is_not_displayed_is_no_cell() -> None:
    """Browsers move the next one up."""
    assert inside("<table><tr><td>甲</td><td style='display:none'>99</td><td>1</td></tr></table>") == [[["甲", "1"]]]


def test_raised_digits_are_no_part_of_a_figure() -> None:
    """12 with a note 1 is not 121."""
    assert inside("<table><tr><td>甲</td><td>12<sup>1</sup></td></tr></table>") != [[["甲", "121"]]]


SPANS = {
    # Rows; each cell as text, row, column, span.
    "across": ("<tr><td colspan=3>甲</td><td>1</td></tr>", [("甲", 1, 1, 3), ("1", 1, 4, 1)]),
    "down": (
        "<tr><td rowspan=2>甲</td><td>1</td></tr><tr><td>2</td></tr><tr><td>乙</td><td>3</td></tr>",
        [("甲", 1, 1, 1), ("1", 1, 2, 1), ("2", 2, 2, 1), ("乙", 3, 1, 1), ("3", 3, 2, 1)],
    ),
    "both": (
        "<tr><td colspan=2 rowspan=2>甲</td><td>1</td></tr><tr><td>2</td></tr>",
        [("甲", 1, 1, 2), ("1", 1, 3, 1), ("2", 2, 3, 1)],
    ),
    "between": (
        "<tr><td>甲</td><td rowspan=2>乙</td><td>1</td></tr><tr><td>丙</td><td>2</td></tr>",
        [("甲", 1, 1, 1), ("乙", 1, 2, 1), ("1", 1, 3, 1), ("丙", 2, 1, 1), ("2", 2, 3, 1)],
    ),
    "no-number": (
        "<tr><td colspan=x rowspan=-2>甲</td><td colspan=0>1</td></tr><tr><td>乙</td><td>2</td></tr>",
        [("甲", 1, 1, 1), ("1", 1, 2, 1), ("乙", 2, 1, 1), ("2", 2, 2, 1)],
    ),
    "beyond-the-table": ("<tr><td rowspan=9>甲</td><td colspan=2000>1</td></tr>", [("甲", 1, 1, 1), ("1", 1, 2, 1000)]),
}


@pytest.mark.parametrize(("rows", "cells"), SPANS.values(), ids=SPANS)
def test_spans(rows: str, cells: list[tuple[str, int, int, int]]) -> None:
    grid = next(block for block in outline_of(f"<body><table>{rows}</table></body>").blocks if isinstance(block, Grid))
    assert [
        (one.text, one.place and one.place.row, one.place and one.place.column, one.span)
        for row in grid.rows
        for one in row
    ] == cells


DATES = {
    "visible": ("<p>发布时间：2024-01-20 09:30</p>", "", "2024-01-20"),
    "chinese": ("<p>发布日期：2024年1月5日</p>", "", "2024-01-05"),
    "in-a-table": ("<table><tr><td>发布日期：</td><td>2024-01-20</td></tr></table>", "", "2024-01-20"),
    "said-by-the-page": ("", "<meta name='PubDate' content='2024-01-20 09:30'>", "2024-01-20"),
    "visible-first": ("<p>发布时间：2024-01-20</p>", "<meta name='PubDate' content='2024-02-01'>", "2024-01-20"),
    "no-day": ("<p>发布时间：2024-13-45</p>", "", None),
    "none": ("", "", None),
}


@pytest.mark.parametrize(("before", "head", "day"), DATES.values(), ids=DATES)
def test_the_day_of_publication(before: str, head: str, day: str | None) -> None:
    assert outline_of(page(f"<h1>{TITLE}</h1>{before}{sections()}", head=head)).published == day


def test_a_title_outside_the_article() -> None:
    """It stands first, wherever the page puts it."""
    assert of(sections(), before=f"<div><h2>{TITLE}</h2></div>") == expected()
    outline = outline_of(page(sections(), head=f"<title>{TITLE}_示例市人民政府</title>"))
    assert outline.title is not None
    assert outline.title.text == TITLE


def test_places() -> None:
    """Paragraphs by the line of the source, cells by the grid too."""
    rows = "<tr><td>乙</td>\n<td>1</td></tr>"
    text = f"<html>\n<body>\n<p>甲</p>\n\n<table>\n{rows}\n</table>\n<img src='a.png'>\n</body></html>"
    assert outline_of(text).blocks == (
        Cell("甲", Place(line=3)),
        Grid(
            ((Cell("乙", Place(line=6, column=1, table=1, row=1)), Cell("1", Place(line=7, column=2, table=1, row=1))),)
        ),
        Picture(Place(line=9)),
    )


def test_places_of_a_report() -> None:
    """The tree points at its place in the page."""
    text = f"<html><body>\n<h1>{TITLE}</h1>\n<p>一、总体情况</p>\n<p>本节正文。</p>\n</body></html>"
    report = read("report.html", text.encode(), Asked(None, NOBODY, labels))
    assert dict(report.find_places()) == {
        "/title": Place(line=2),
        "/sections/overview": Place(line=3),
        "/sections/overview/heading": Place(line=3),
        "/sections/overview/paragraphs/0": Place(line=4),
    }


def test_what_is_hidden_is_told_with_its_place() -> None:
    text = page(f"<h1>{TITLE}</h1>\n<p>甲<span style='display: none'>旧稿</span></p>{sections()}")
    outline = outline_of(text)
    assert [(one.kind, one.text, one.place) for one in outline.remarks] == [("hidden-text", "旧稿", Place(line=2))]


def refusal(text: str) -> str:
    with pytest.raises(Unreadable) as raised:
        outline_of(text)
    assert raised.value.rule == "LT001"
    return raised.value.words.en


def test_a_report_in_a_program_of_the_page_is_said_to_be_there() -> None:
    """Whether written out or with escapes; a page whose text names the section is no such page."""
    program = '<script>var text = "<p>三、收到和处理政府信息公开申请情况</p>"</script>'
    escaped = r'<script>var text = "\u6536\u5230\u548c\u5904\u7406"</script>'
    for source in (program, escaped):
        assert "program of the page" in refusal(f"<h1>{TITLE}</h1>{source}<p>正文</p>")
    assert outline_of(f"<h1>{TITLE}</h1>{program}<p>见收到和处理政府信息公开申请情况一节</p>").blocks


def test_a_lead_in_outside_of_the_article_is_kept() -> None:
    lead = "根据《中华人民共和国政府信息公开条例》和有关文件的要求，示例市水利局编制了本年度报告，现予公布。"
    source = f"<h1>{TITLE}</h1><p>浏览次数：7</p><div><p>{lead}</p></div><div>{sections()}</div>"
    assert [block.text for block in outline_of(source).blocks if isinstance(block, Cell)][:3] == [
        TITLE, lead, "一、总体情况",
    ]  # fmt: skip


def test_a_footer_in_a_table_is_no_part_of_section_six() -> None:
    source = (
        f"<div><h1>{TITLE}</h1>{sections()}<table><tr><td>主办：示例市</td><td>承办：某中心</td></tr></table></div>"
    )
    assert not any(isinstance(block, Grid) for block in outline_of(source).blocks)


def test_heads_and_feet_of_printed_pages_are_no_text() -> None:
    """As LibreOffice writes them into a page, the page number in a tag of its own."""
    foot = '<div title="footer"><p>— <sdfield type=PAGE>3</sdfield> —</p></div>'
    assert of(f"<h1>{TITLE}</h1>{sections()}{foot}") == expected()
