"""Which part of a page is the report: navigation before it, buttons and footers behind it are left out."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from lxml.etree import _Element as Element

from lint.model.errors import Unreadable
from lint.model.place import Place
from lint.model.report import Remark
from lint.model.text import Text
from lint.readers.headings import is_title
from lint.readers.html_blocks import Found
from lint.readers.html_clean import Hidden
from lint.readers.html_table import line_of
from lint.readers.labels import folded
from lint.readers.limits import EXCERPT
from lint.readers.outline import Block, Cell, Grid, Outline
from lint.readers.pieces import squeezed
from lint.readers.title import day_of, published_in

_HEADING = re.compile(
    r"(?:[#*\s]*第?[一二三四五六1-6][、.．部章]|[(（][一二三四五六][)）]).{0,16}?"
    r"(总体|概述|概况|主动公开|申请|复议|诉讼|问题|改进|其他|其它|需要报告)"
)
_LONGEST_HEADING = 40
_LONGEST_AROUND = 80
_MOST_IN_FOOTER = 20
_SENTENCE_ENDS = ("。", "；", "！")
# Of the heading of section three, which only a report has; and as programs write it that keep to ASCII.
_SECTION = "收到和处理政府信息公开申请"
_SECTION_ESCAPED = r"\u6536\u5230\u548c\u5904\u7406"
_FORM = re.compile("第二十条|本年新收|申请人情况|勾稽关系|行政复议")
_PATH = re.compile(r"[>＞»›]")
_ENOUGH = 3  # headings of different kinds that make a report
# What pages print around an article, as a whole line: never the beginning of a sentence.
_LABELS = (
    r"(?:发布|发文|公开|成文|更新|录入)?(?:时间|日期)|(?:信息|文章|稿件)?来源|作者|(?:责任)?编辑|审核|索引号|信息分类|发布机构|公开范围|文号|主题词|"
    r"浏览(?:次数|量)?|点击(?:次数|量|数)?|阅读(?:次数|量|数)?|访问(?:次数|量)?|字体|字号|视力保护色|主办(?:单位)?|承办(?:单位)?|技术支持|"
    r"联系电话|网站标识码|上一[篇条]|下一[篇条]|(?:您?的?当前|您?现?在?所在的?)位置|分享到?"
)
_BUTTONS = (
    r"打印(?:本页|此页)?|关闭(?:窗口|本页|页面)?|收藏(?:本页)?|分享到?|纠错|我要纠错|返回(?:顶部|列表|首页|上页)?|首页|网站首页|复制链接|朗读|"
    r"无障碍(?:浏览|阅读)?|附件下载|下载|字体|字号|[大中小]|网站地图|联系我们|关于我们|微信|微博|QQ空间|扫一扫(?:在?手机|分享|关注|打开).{0,12}"
)
_AROUND = re.compile(
    rf"(?:(?:{_LABELS})\s*[:：].*|(?:[【\[（(]?\s*(?:{_BUTTONS})\s*[:：】\]）)|｜·\s]*)+"
    r"|(?:首页|网站首页|当前位置).{0,6}[>＞»›].*|版权所有.*|.{0,12}ICP备.*|.{0,8}公网安备.*|网站标识码.*|Copyright.*)",
    re.IGNORECASE,
)
_ATTACHED = re.compile(r"\.(?:docx?|wps|pdf|xlsx?|ofd)(?:$|[?#])", re.IGNORECASE)
_SITE = re.compile(r"\s*[-_|—–]\s*")
_DATE = re.compile(r"(20\d\d)[-/年.](\d{1,2})[-/月.](\d{1,2})")
_TITLE_NAMES = ("articletitle", "article_title", "title")
_FRAMES = ("iframe", "embed", "object")
_TELLING = ("meta", "title", "h1", "a", *_FRAMES)
_DATE_NAMES = ("pubdate", "publishdate", "article:published_time")


class About(NamedTuple):
    """What a page says about itself outside its text."""

    titles: tuple[Cell, ...]
    published: str | None
    attached: bool
    scripted: bool


class Page(NamedTuple):
    """All blocks of a page in their order, what was hidden in it, and what it says about itself."""

    found: list[Found]
    hidden: list[Hidden]
    about: About


def about(root: Element) -> About:
    """What a page says about itself, whether it links to documents, and whether a program of it holds the report.

    Asked before tags are taken off.
    """
    titles: list[Cell] = []
    published, attached = None, False
    scripted = any(_holds_report(program.text) for program in root.iter("script", "textarea", "template"))
    for element in root.iter(_TELLING):
        if element.tag == "a":
            attached = attached or _ATTACHED.search(element.get("href", "")) is not None
        elif element.tag in _FRAMES:
            attached = attached or _ATTACHED.search(element.get("src") or element.get("data") or "") is not None
        elif element.tag == "meta":
            name = (element.get("name") or element.get("property") or "").lower()
            content = element.get("content", "").strip()
            if name in _TITLE_NAMES:
                titles.append(Cell(content, Place(line=line_of(element))))
            elif name in _DATE_NAMES:
                published = published or _iso(content)
        else:
            words, place = squeezed("".join(map(str, element.itertext()))), Place(line=line_of(element))
            titles += [Cell(words, place), Cell(_SITE.split(words)[0], place)]
    return About(tuple(title for title in titles if is_title(title.text)), published, attached, scripted)


def _holds_report(program: str | None) -> bool:
    return program is not None and any(sign in program for sign in (_SECTION, _SECTION_ESCAPED))


def report_of_page(page: Page) -> Outline:
    """The outline of the report that a page holds.

    Raises Unreadable (LT001) where the page has no section and no table, but the report attached.
    """
    headings = [found for found in page.found if _heads(found.block)]
    kinds = {_kind(found.block) for found in headings}
    if len(kinds) < _ENOUGH:
        if page.about.attached and not kinds and not any(_is_of_form(found.block) for found in page.found):
            zh, en = (
                "网页只有附件，没有报告正文，请检查附件本身",
                "the page only links to the report: check that file itself",
            )
            raise Unreadable("LT001", Text(zh, en))
        if page.about.scripted and not any(_says_section(found.block) for found in page.found):
            zh, en = (
                "报告正文在网页的脚本中，无法读取，请从浏览器另存网页",
                "the report stands in a program of the page and cannot be read: save the page from a browser",
            )
            raise Unreadable("LT001", Text(zh, en))
        return _outline(page, [found.block for found in page.found], [], page.hidden)
    article = _common(headings)
    first = _edge(page.found, range(page.found.index(headings[0]), -1, -1), article)
    last = _edge(page.found, range(page.found.index(headings[-1]), len(page.found)), article)
    before = [found.block for found in page.found[:first]]
    report = [found.block for found in page.found[first : last + 1]]
    hidden = [one for one in page.hidden if _is_inside(one.inside, article)]
    return _outline(page, report, before, hidden)


def _outline(page: Page, blocks: Sequence[Block], before: Sequence[Block], hidden: Iterable[Hidden]) -> Outline:
    """The blocks from the title on up to the end of the page's text."""
    first = next((number for number, block in enumerate(blocks) if _heads(block)), len(blocks))
    lead, body = list(blocks[:first]), list(blocks[first:])
    around = [*before, *lead]
    title = next((block for block in reversed(around) if _is_title(block)), None)
    if title is not None:
        at = next(number for number, block in enumerate(around) if block is title)
        # Between a title outside of the article and the article itself only what is prose belongs to the report.
        between = [block for block in before[at + 1 :] if _is_prose(block)]
        lead = [title, *between, *around[max(at + 1, len(before)) :]]
    visible = next((date for date in map(_published, around) if date), None)
    kept = [*(block for block in lead if not _is_around(block)), *_without_end(body)]
    remarks = tuple(Remark(one.kind, "", one.text[:EXCERPT], Place(line=line_of(one.inside))) for one in hidden)
    return Outline(tuple(kept), next(iter(page.about.titles), None), visible or page.about.published, remarks)


def _without_end(body: list[Block]) -> list[Block]:
    """What stands behind the text is cut off: from the first line of the page's own after the last heading on."""
    last = max((number for number, block in enumerate(body) if _heads(block)), default=0)
    end = next((number for number in range(last + 1, len(body)) if _is_around(body[number])), len(body))
    return body[:end]


def _is_title(block: Block) -> bool:
    return isinstance(block, Cell) and is_title(block.text) and not _PATH.search(block.text) and not _is_around(block)


def _is_prose(block: Block) -> bool:
    return isinstance(block, Cell) and len(block.text) > _LONGEST_HEADING and "。" in block.text


def _is_around(block: Block) -> bool:
    if isinstance(block, Grid):
        filled = [*islice((cell for row in block.rows for cell in row if cell.text), _MOST_IN_FOOTER + 1)]
        return 0 < len(filled) <= _MOST_IN_FOOTER and all(map(_is_around, filled))
    if not isinstance(block, Cell) or len(block.text) > _LONGEST_AROUND or block.text.endswith(_SENTENCE_ENDS):
        return False
    return _AROUND.fullmatch(block.text) is not None


def _published(block: Block) -> str | None:
    if isinstance(block, Cell):
        return published_in([block])
    rows = block.rows if isinstance(block, Grid) else ()
    return published_in([Cell("：".join(cell.text.rstrip(":：") for cell in row)) for row in rows])


def _is_of_form(block: Block) -> bool:
    """Whether a grid is one of the form's tables; sites have tables of their own around."""
    return isinstance(block, Grid) and any(_FORM.search(cell.text) for row in block.rows for cell in row[:2])


def _says_section(block: Block) -> bool:
    return isinstance(block, Cell) and _SECTION in block.text


def _heads(block: Block) -> bool:
    return _kind(block) is not None


def _kind(block: Block) -> str | None:
    """The word by which a section heading is known; None where a block is no heading."""
    if not isinstance(block, Cell) or len(block.text) > _LONGEST_HEADING:
        return None
    return _kind_of(block.text)


@lru_cache(maxsize=512)
def _kind_of(line: str) -> str | None:
    match = _HEADING.match(folded(line))
    return match[1] if match else None


def _common(found: Sequence[Found]) -> Element:
    """The innermost element around all of these."""
    around = [found[0].inside, *found[0].inside.iterancestors()]
    for other in found[1:]:
        above = {other.inside, *other.inside.iterancestors()}
        around = [element for element in around if element in above]
    return around[0]


def _edge(found: Sequence[Found], numbers: Iterable[int], article: Element) -> int:
    """The last of these blocks that still stands in the article, whose blocks follow each other."""
    edge = 0
    for number in numbers:
        if not _is_inside(found[number].inside, article):
            break
        edge = number
    return edge


def _is_inside(element: Element, article: Element) -> bool:
    return element is article or any(above is article for above in element.iterancestors())


def _iso(text: str) -> str | None:
    return day_of(_DATE.match(text))
