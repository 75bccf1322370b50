"""A document as a page of a government's site, or as the bare text of one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import Literal

from tests.documents.grids import Box, Table
from tests.documents.paper import Paper, Paragraph

_INDENT = {
    "title": "text-align: center;",
    "heading": "text-indent: 2em;",
    "text": "text-indent: 2em; text-align: justify;",
}

_NUMBERED = re.compile(r"^([一二三四五六]、)")
# Of Latin, or of anything else, with entities and without tags and comments.
_RUN = re.compile(r"[0-9.]+(?![^<]*>)|(?:&\w+;|[^0-9.<>&])+(?![^<]*>)")


@dataclass(frozen=True, slots=True)
class Page:
    """How a page is made.

    - ``around``: navigation, crumbs, date, buttons, attachments and footer stand around the report.
    - ``cells``: the text of a cell is bare, in paragraphs, or in paragraphs with spans and styles as Word exports them.
    - ``line_breaks``: broken headings are broken by ``<br>``, not by paragraphs.
    - ``site`` is the body whose site it is.
    - ``encoding`` of the bytes, said in the page.
    """

    around: bool = True
    cells: Literal["bare", "paragraphs", "wordy"] = "paragraphs"
    line_breaks: bool = False
    site: str = "示例市人民政府"
    encoding: Literal["utf-8", "gb18030"] = "utf-8"


def html(document: Paper, page: Page | None = None) -> bytes:
    """The bytes of the page."""
    made = page or Page()
    body = "\n".join(_block(block, made) for block in document.blocks if not _is_title(block))
    inside = "".join(_around(document, body, made.site) if made.around else _plain(document, body))
    head = "".join(_head(document, made))
    return f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n{head}</head>\n{inside}</html>\n'.encode(made.encoding)


def _is_title(block: Paragraph | Table) -> bool:
    return isinstance(block, Paragraph) and block.kind == "title"


def _head(document: Paper, page: Page) -> Iterator[str]:
    site = f"{page.site}门户网站"
    yield f'<meta charset="{page.encoding}">\n'
    yield f"<title>{escape(document.title)}_{site}</title>\n"
    if not page.around:
        return
    told = {"SiteName": site, "ArticleTitle": document.title, "ContentSource": document.agency or site}
    if document.published:
        told["PubDate"] = f"{document.published} 09:30"
    yield from (f'<meta name="{name}" content="{escape(value)}">\n' for name, value in told.items())
    yield "<style>td { border: 1px solid #000; } .crumbs > a { color: #06c; }</style>\n"
    yield '<script>var page = "<table><tr><td>1</td></tr></table>";</script>\n'


def _plain(document: Paper, body: str) -> Iterator[str]:
    yield f"<body>\n<h1>{escape(document.title)}</h1>\n{body}\n</body>\n"


def _around(document: Paper, body: str, site: str) -> Iterator[str]:
    yield '<body>\n<div class="header"><ul class="nav">'
    yield "".join(f'<li><a href="/{number}/">{name}</a></li>' for number, name in enumerate(_NAVIGATION))
    yield '</ul></div>\n<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; '
    yield '<a href="/zwgk/nb/">政府信息公开年报</a></div>\n<div class="article">\n'
    yield f"<h1>{escape(document.title)}</h1>\n"
    date = f"<span>发布时间：{document.published} 09:30</span> " if document.published else ""
    yield f'<div class="about">{date}<span>来源：{escape(document.agency or "本网")}</span> '
    yield '<span>字体：[<a href="#">大</a> <a href="#">中</a> <a href="#">小</a>]</span></div>\n'
    yield f'<div class="TRS_Editor">\n{body}\n</div>\n'
    yield '<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a></div>\n'
    yield f'<div class="files">附件：<a href="./P020240118.docx">{escape(document.title)}.docx</a></div>\n'
    yield '<div class="tools"><a href="#">打印本页</a> <a href="#">关闭窗口</a></div>\n</div>\n'
    yield f'<div class="footer"><p>主办单位：{site}办公室</p><p>网站标识码：0000000000 '
    yield '<a href="https://beian.miit.gov.cn/">示ICP备00000000号</a></p></div>\n</body>\n'


_NAVIGATION = ("首页", "政务公开", "政务服务", "互动交流", "数据开放", "走进示例")


def _block(block: Paragraph | Table, page: Page) -> str:
    if isinstance(block, Paragraph):
        text = escape(block.text, quote=False).replace("  ", "&nbsp; ")
        inner = _worded(text, page)
        shown = f"<strong>{inner}</strong>" if block.kind == "heading" else inner
        return f'<p style="{_INDENT[block.kind]}">{shown}</p>'
    rows = "\n".join(f"<tr>{''.join(_cell(box, page) for box in row)}</tr>" for row in block.rows)
    look = ' class="MsoNormalTable" style="border-collapse: collapse; mso-yfti-tbllook: 1184"'
    return f'<table border="1" cellspacing="0"{look if page.cells == "wordy" else ""}><tbody>\n{rows}\n</tbody></table>'


def _cell(box: Box, page: Page) -> str:
    spans = {"colspan": box.columns, "rowspan": box.rows}
    said = "".join(f' {name}="{count}"' for name, count in spans.items() if count > 1)
    return f"<td{said}>{_inside(box, page)}</td>"


def _inside(box: Box, page: Page) -> str:
    text = escape(box.text, quote=False).replace("\u00a0", "&nbsp;")
    if page.cells == "bare":
        return text.replace("\n", "<br>")
    lines = [text.replace("\n", "<br>")] if page.line_breaks else text.split("\n")
    return "".join(f"<p>{_worded(line or '&nbsp;', page)}</p>" for line in lines)


def _worded(text: str, page: Page) -> str:
    """A text as Word exports it: a number at the beginning between comments, a span around every run."""
    if page.cells != "wordy":
        return text
    numbered = _NUMBERED.sub("<!--[if !supportLists]-->\\1<!--[endif]-->", text)
    return (
        _RUN.sub(r'<span style="font-size: 10.5pt; mso-bidi-font-family: 宋体">\g<0></span>', numbered) + "<o:p></o:p>"
    )
