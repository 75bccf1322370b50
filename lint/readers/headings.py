"""Section headings in the lines of a document: numbered or not, in official or changed words."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from lint.model.form import SECTIONS
from lint.readers.labels import LONGEST_LABEL, LONGEST_TYPED, Indexes, Match, folded, is_longer, numeral, plain
from lint.readers.outline import Cell

LONGEST = LONGEST_LABEL
LONGEST_TITLE = 60
LONGEST_SPLIT = 200_000  # a longer paragraph is looked at only so far
_NUMERALS = dict(zip("一二三四五六", SECTIONS, strict=True)) | dict(zip("123456", SECTIONS, strict=True))
_KEYWORDS = {
    "overview": ("总体", "概述", "概况"),
    "proactive": ("主动公开",),
    "applications": ("申请",),
    "disputes": ("复议", "诉讼"),
    "problems": ("问题", "改进", "不足", "困难", "短板", "下一步"),
    "other": ("其他", "事项", "需要报告"),
}
_NUMBERED_ROWS = frozenset({"new", "carried_in", "results", "carried_out"})
_SENTENCE = re.compile(r"[。！？；!?;]|[,，].*[,，]")


class Title(NamedTuple):
    """A heading found: the section's key, or None for one that is none of the six."""

    key: str | None


class Piece(NamedTuple):
    """A piece of a long paragraph: a heading with its key, or text."""

    text: str
    start: int
    key: str | None


_MARKS = re.compile(r"^[#*_>\s]+|[*_#\s]+$")
_CONTENTS = re.compile(r"(?:…|\.{3}|·{3}|-{3})[.…·\-]*\d{0,3}$")
_CONTINUED = re.compile(r"[(（]?(?:续|接上页|续上页)[)）]?$")
_PART = re.compile(
    r"(?:第(?P<part>[一二三四五六])(?:部分|章)[、.．:：]?|[(（](?P<bracket>[一二三四五六])[)）]、?)(?P<words>.{2,})"
)
_TABLE_BEGINS = re.compile(r"\s{0,4}(?:第二十条|信息内容|[(（]本列数据|申请人情况|行政复议$)")
_LEAD = re.compile(r"[。.．:：;；\s]")


def bare(text: str) -> str:
    """A line without the marks of Markdown around it."""
    return _MARKS.sub("", text) if text[:1] in "#*_>" or text[-1:] in "*_#" else text


def is_continued(text: str) -> bool:
    """Whether a heading says that it only repeats the one before it, on a new page."""
    return len(text) <= LONGEST and _CONTINUED.search(folded(text)) is not None


def numbers(text: str, key: str) -> bool:
    """Whether the numeral of a heading is that of its section."""
    return key_of_number(text) == key


def key_of_number(text: str) -> str | None:
    """The section whose number a heading has; None where it has none of these."""
    return _NUMERALS.get(numeral(text) or "")


def is_official(text: str, labels: Indexes) -> bool:
    """Whether a heading has official words."""
    match = labels.sections.find(bare(text))
    return match is not None and match.official


def bracketed(cell: Cell, labels: Indexes) -> Title | None:
    """A heading numbered otherwise: 第一部分 总体情况, （一）总体情况; only with the number of its section."""
    found = _PART.fullmatch(folded(bare(cell.text))) if len(cell.text) <= LONGEST else None
    if found is None:
        return None
    key, match = _NUMERALS[found["part"] or found["bracket"]], labels.sections.find(found["words"])
    fits = match is not None and match.key == key and (match.official or bool(found["part"]))
    return Title(key) if fits else None


def leading(text: str, labels: Indexes) -> Piece | None:
    """A numbered heading at the beginning of a line that goes on as text; None where there is none."""
    if text[:1] not in _NUMERALS:
        return None
    begin = text[: 2 * LONGEST]
    if numeral(begin) is None:
        return None
    first = next(split_inline(begin, labels), None)
    if first is None or first.key is None or not numbers(first.text, first.key):
        return None
    return first if _LEAD.match(text[len(first.text) :]) or _TABLE_BEGINS.match(text, len(first.text)) else None


def heading_of(cell: Cell, labels: Indexes) -> Title | None:
    """The heading that a line is; None where it is none.

    A numbered line counts when its words are known, or when numeral and a word of the section agree; a line without
    numeral only when it is an official title.
    """
    text = folded(bare(cell.text)) if len(cell.text) <= LONGEST_TYPED and not is_longer(cell.text) else ""
    if not text or len(text) > LONGEST or _CONTENTS.search(text) or _is_row(text, labels):
        return None
    number = numeral(text)
    match = labels.sections.find(text) or (_near(text, number, labels) if number else None)
    if match is not None and (number is not None or match.official):
        return None if text.startswith(("(", "（")) else Title(match.key)
    if number is None or _SENTENCE.search(text) or not text.startswith(tuple("一二三四五六七八九十")):
        return None
    key = _NUMERALS.get(number)
    return Title(key if key and any(word in text for word in _KEYWORDS[key]) else None)


def _near(text: str, number: str, labels: Indexes) -> Match | None:
    """A heading with one character wrong and the numeral of its section."""
    match = labels.sections.near(text) if number in _NUMERALS else None
    return match if match is not None and match.key == _NUMERALS[number] else None


def _is_row(text: str, labels: Indexes) -> bool:
    """Whether a line begins like one of the rows 一 to 四 of table three, which are numbered as sections are."""
    if numeral(text) is None:
        return False
    beginnings = (text[:end] for end in range(len(text), 3, -1))
    found = (labels.rows.find(words) or labels.groups.find(words) for words in beginnings)
    return any(match is not None and match.key in _NUMBERED_ROWS for match in found)


def split_inline(text: str, labels: Indexes) -> Iterator[Piece]:
    """The pieces of a paragraph in which headings stand without line breaks: 「…。一、总体情况2023年…」."""
    begin = 0
    for found in _inline(labels.section_words).finditer(text[:LONGEST_SPLIT]):
        match = labels.sections.find(found[1])
        if found.start() > begin:
            yield Piece(text[begin : found.start()], begin, None)
        begin = found.end()
        yield Piece(found[0], found.start(), match.key if match else None)
    if begin < len(text):
        yield Piece(text[begin:], begin, None)


@lru_cache(maxsize=4)
def _inline(words: frozenset[str]) -> re.Pattern[str]:
    titles = "|".join(map(re.escape, sorted(words, key=lambda title: (-len(title), title))))
    return re.compile(rf"(?<![一二三四五六七八九十第])[一二三四五六七]、\s{{0,4}}({titles})")


_OF_TITLE = "报"  # of each of the words with which titles end; no other character is folded to it
_SENTENCE_END = re.compile(r"[。！？；]")
# What may follow the words of a title: （2023年）, the name of a file.
_TITLE_END = re.compile(r"\s?(?:[(（][^()（）]{1,12}[)）])?(?:\.(?:pdf|docx?|wps|html?))?$", re.IGNORECASE)


def is_title(text: str) -> bool:
    """Whether a line reads like the title of an annual report."""
    if len(text) > LONGEST_TYPED or _OF_TITLE not in text or _SENTENCE_END.search(text):
        return False
    words = plain(_TITLE_END.sub("", text, count=1))
    return len(words) <= LONGEST_TITLE and "信息公开" in words and words.endswith(("报告", "年报", "报告全文"))
