"""Totals of the year in the prose: 全年主动公开政府信息20条, where nothing limits what is counted."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from lint.model.case import Case
from lint.model.pattern import Pattern
from lint.model.plain import plain_text
from lint.model.pointer import Pointer
from lint.prose.quantities import Quantity, quantities
from lint.prose.sentences import Sentence, figured

_NUMBER = (
    r"(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,3}(?:是|、)|\d{1,2}[.、])?"
    r"(?:主动公开(?:政府信息)?(?:情况)?:?)?"
)
_TIME = (
    r"(?P<time>截[至止]到?(?P<until>20\d\d)年(?:12月31日|底|末)|(?P<year>20\d\d)年度?(?:全年|以来)?|全年|本年度?|今年(?:以来)?|一年来"
    r"|报告期内)?"
)
_OWN = r"(?:我[局委办厅院站镇乡县市区]|我(?:街道|中心|单位|机关|管委会)|本(?:机关|单位|局|委|厅|镇|乡|街道|中心))?"
_FILLING = r"(?:共计|共|总计|总共|依法|及时|已){0,2}"
_WHAT = (
    r"(?P<what>(?:主动公开|(?<!依申请)公开|发布)(?:各类)?(?:政府信息|政务信息|信息|公文|文件)|政府信息主动公开"
    r"|(?:发布|制作|公开)(?:各类)?政策解读(?:材料|信息|稿件|稿|文章)?|(?:召开|举办|举行|组织召开)新闻发布会"
    r"|(?:举办|组织|开展|组织开展)(?:政府信息公开|政务公开)(?:工作|业务)?(?:专题)?培训(?:班|会)?"
    r"|(?:公开|发布|制发|印发|制定|出台)(?:行政)?规范性文件)"
)
_TOTAL = Pattern(
    rf"{_NUMBER}{_TIME},?{_OWN},?{_FILLING}(?P<by>(?:通过|在|利用|依托)[^,;:]{{2,40}}?)?{_FILLING}{_WHAT}"
    r"(?:共计|共|合计|总数|数量|总量|为|达到|达|计){0,2}"
)
_KEYWORDS = ("公开", "发布", "解读", "规范性文件")
# What may stand right before without limiting what is counted; anything else may: 推进安全生产信息公开。
_HEADING = Pattern(
    rf"{_NUMBER}(?:(?:加强|做好|推进|深化|强化|规范|持续|扎实|积极|大力|全面|优化|完善|抓好|严格|及时){{0,3}}"
    r"(?:政府信息|政务信息|信息|公开)?(?P<channel>公?开?(?:平台|渠道|网站|载体))?(?:主动公开)?(?:政府信息|政务信息)?(?:基本|总体|工作)?"
    r"(?:情况|建设|工作|力度|管理|概述)?)?[。:]?"
)
_LONGEST_HEADING = 40
_VAGUE = ("发布信息", "公开信息", "文件", "公文")
_LONGEST_START = 160


class Total(NamedTuple):
    """A count of the whole year; ``what`` are the words that name it, by which channel included.

    ``sure``: it is said to be of the year (全年, 2023年) or a sum (共), and of all that is disclosed.
    """

    at: Pointer
    what: str
    quantity: Quantity
    sure: bool
    quote: str


def totals_of(case: Case) -> tuple[Total, ...]:
    """The totals with which sentences begin, in document order."""
    if not any(word in case.joined for word in _KEYWORDS):
        return ()
    year = case.report.identity.year
    headings = _headings(case)
    return tuple(
        total
        for passage in case.once(figured)
        for total in _total(passage, passage.previous or headings.get(passage.at, ""), year)
    )


def _headings(case: Case) -> dict[Pointer, str]:
    """The short pieces of text that are no sentences, each under the pointer of the piece after it."""
    pairs = pairwise(case.texts)
    short = ((text, at) for (_, text), (at, _) in pairs if len(text) <= _LONGEST_HEADING)
    return {at: plain_text(text) for text, at in short if not text.rstrip().endswith("。")}


def _total(passage: Sentence, before: str, year: int | None) -> Iterator[Total]:
    start = passage.text[:_LONGEST_START]
    first = next(quantities(start), None) if any(word in start for word in _KEYWORDS) else None
    if first is None or first.about or first.step > 1:
        return
    words = passage.text[: first.start]
    found = _TOTAL.fullmatch(words)
    if found is None or not _ends(passage.text, first.end) or _is_of_another(found["until"] or found["year"], year):
        return
    by = found["by"] or ""
    heading = _HEADING.fullmatch(before)
    if heading and (by or not heading["channel"]):
        what = by + found["what"].replace("各类", "")
        sure = (bool(found["time"]) or "共" in words) and not what.endswith(_VAGUE)
        yield Total(passage.at, what, first, sure, passage.text[max(0, first.start - _QUOTED) : first.end])


_QUOTED = 24
_MARKS = ",;。(!?"


def _ends(text: str, end: int) -> bool:
    """Whether nothing is said of a figure behind it in its own segment."""
    return end == len(text) or text[end] in _MARKS


def _is_of_another(named: str | None, year: int | None) -> bool:
    return named is not None and named != str(year)
