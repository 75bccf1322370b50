"""The number of parts that the lead-in announces is the number it lists and the number there is."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from lint.authoring import SECTIONS, Finding, Node, Pattern

_COUNT = Pattern(
    r"([一二三四五六七八九十]|\d{1,2})\s{0,2}个?大?部分"
    r"((?:组成|构成|内容)?(?:\s{0,2}[:：]|[,，]?(?:即|主要|分别|依次|具体)?(?:包括|包含|[为是])|[,，]即))?"
)
_OPEN = Pattern(r"等(?:方面|内容|情况)?\s{0,2}$")
_STARTS = ("由", "包括", "包含", "涵盖", "分为")
_ABOUT = ("报", "全文", "全篇", "本文")
_CUTS = ("以及", *"，,；;和及与")
_WIDEST = 8  # characters from the number to the word, at most
_CHINESE = "一二三四五六七八九十"
_FEWEST = 4
_MANY = 99  # a list that ends in 等 may go on
_KNOWN = (
    ("overview", ("总体", "概述", "概况", "基本情况")),
    ("proactive", ("主动公开",)),
    ("disputes", ("复议", "诉讼")),
    ("applications", ("申请", "收到", "处理")),
    ("problems", ("问题", "改进", "整改")),
    ("other", ("其他", "其它", "附表", "事项")),
)


class _Listed(NamedTuple):
    """How many of the six a sentence lists, and how many items more that are none of them."""

    known: int
    unknown: int


def check(here: Node) -> Iterator[Finding]:
    """The first sentence of the lead-in that announces a number of parts and lists them."""
    for at, text in here.case.lead_in:
        if "部分" in text:
            for found in _announced(text):
                listed = _listed(text, found)
                if listed.known >= _FEWEST:
                    yield from _compare(here, at, _value(found[1]), listed)
                    return


def _announced(text: str) -> Iterator[re.Match[str]]:
    """Every number of parts in a text; looked for from the first word, for few texts have it more than once."""
    return _COUNT.finditer(text, max(0, text.find("部分") - _WIDEST))


def _compare(here: Node, at: str, stated: int, listed: _Listed) -> Iterator[Finding]:
    fits_list = listed.known <= stated <= listed.known + listed.unknown
    if fits_list and stated == len(SECTIONS):
        return
    headings = here.document.headings
    known = len({heading.section for heading in headings if heading.section})
    actual = known + sum(heading.section is None for heading in headings)
    fits_report = not known or stated in (len(SECTIONS), known, actual)
    if not fits_list or not fits_report:
        count = listed.known if stated < listed.known else min(stated, listed.known + listed.unknown)
        yield Finding(at, {"stated": str(stated), "listed": str(count), "actual": str(actual)})


def _listed(text: str, found: re.Match[str]) -> _Listed:
    """The items behind the number and a colon, else those between 由 or 包括 and the number, in the same sentence."""
    if found[2]:
        sentence = re.split(r"[。；;]", text[found.end() : found.end() + 300], maxsplit=1)[0]
        listed = _count(sentence)
        if listed.known >= _FEWEST:
            return listed._replace(unknown=_MANY) if _OPEN.search(sentence) else listed
    before = text[max(0, found.start() - 300) : found.start()]
    return _listed_before(before.rpartition("。")[2])


@lru_cache(maxsize=256)
def _listed_before(sentence: str) -> _Listed:
    """The items that a sentence lists before it comes to their number."""
    starts = [(at, at + len(word)) for word in _STARTS if (at := sentence.find(word)) >= 0]
    begin, end = min(starts, default=(0, 0))
    about = any(word in sentence[:begin] for word in _ABOUT)
    return _count(sentence[end:]) if about else _Listed(0, 0)


def _count(sentence: str) -> _Listed:
    known: set[str] = set()
    unknown = 0
    for cut in _CUTS:
        sentence = sentence.replace(cut, "、")
    for item in filter(None, (item.strip(" 　等共。") for item in sentence.split("、"))):
        section = next((section for section, words in _KNOWN if any(word in item for word in words)), None)
        if section:
            known.add(section)
        else:
            unknown += 1
    return _Listed(len(known), unknown)


def _value(number: str) -> int:
    return int(number) if number.isdecimal() else _CHINESE.index(number) + 1
