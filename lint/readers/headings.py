"""Section headings in the lines of a document: numbered or not, in official or changed words."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lint.model.form import SECTIONS
from lint.readers.labels import LONGEST_TYPED, Indexes, folded, numeral, plain
from lint.readers.outline import Cell

LONGEST = 40
LONGEST_TITLE = 60
_NUMERALS = dict(zip("一二三四五六", SECTIONS, strict=True)) | dict(zip("123456", SECTIONS, strict=True))
_KEYWORDS = {
    "overview": ("总体", "概述", "概况"),
    "proactive": ("主动公开",),
    "applications": ("申请",),
    "disputes": ("复议", "诉讼"),
    "problems": ("问题", "改进"),
    "other": ("其他", "事项", "需要报告"),
}
_NUMBERED_ROWS = frozenset({"new", "carried_in", "results", "carried_out"})
_SENTENCE = re.compile(r"[。！？；!?;]|[,，].*[,，]")


class Title(NamedTuple):
    """A heading found: the section's key, or None for one that is none of the six."""

    key: str | None


def heading_of(cell: Cell, labels: Indexes) -> Title | None:
    """The heading that a line is; None where it is none.

    A numbered line counts when its words are known, or when numeral and a word of the section agree; a line without
    numeral only when it is an official title.
    """
    text = folded(cell.text) if len(cell.text) <= LONGEST_TYPED else ""
    if not text or len(text) > LONGEST or _is_row(text, labels):
        return None
    number, match = numeral(text), labels.sections.find(text)
    if match is not None and (number is not None or match.official):
        return None if text.startswith(("(", "（")) else Title(match.key)
    if number is None or _SENTENCE.search(text) or not text.startswith(tuple("一二三四五六七八九十")):
        return None
    key = _NUMERALS.get(number)
    return Title(key if key and any(word in text for word in _KEYWORDS[key]) else None)


def _is_row(text: str, labels: Indexes) -> bool:
    """Whether a line begins like one of the rows 一 to 四 of table three, which are numbered as sections are."""
    if numeral(text) is None:
        return False
    beginnings = (text[:end] for end in range(len(text), 3, -1))
    found = (labels.rows.find(words) or labels.groups.find(words) for words in beginnings)
    return any(match is not None and match.key in _NUMBERED_ROWS for match in found)


_INLINE = re.compile(r"(?<![一二三四五六七八九十第])([一二三四五六七])、\s{0,4}")


class Piece(NamedTuple):
    """A piece of a long paragraph: a heading with its key, or text."""

    text: str
    start: int
    key: str | None


def split_inline(text: str, labels: Indexes) -> Iterator[Piece]:
    """The pieces of a paragraph in which headings stand without line breaks: 「…。一、总体情况2023年…」."""
    titles = _titles(labels)
    begin = 0
    for found in _INLINE.finditer(text):
        title = next((title for title in titles if text.startswith(title, found.end())), None)
        if title is None:
            continue
        match = labels.sections.find(title)
        if found.start() > begin:
            yield Piece(text[begin : found.start()], begin, None)
        begin = found.end() + len(title)
        yield Piece(text[found.start() : begin], found.start(), match.key if match else None)
    if begin < len(text):
        yield Piece(text[begin:], begin, None)


def _titles(labels: Indexes) -> list[str]:
    return sorted(labels.section_words, key=len, reverse=True)


_SENTENCE_END = re.compile(r"[。！？；]")


def is_title(text: str) -> bool:
    """Whether a line reads like the title of an annual report."""
    words = plain(text) if len(text) <= LONGEST_TYPED else ""
    return (
        len(words) <= LONGEST_TITLE
        and "信息公开" in words
        and words.endswith(("报告", "年报", "报告全文"))
        and not _SENTENCE_END.search(text)
    )
