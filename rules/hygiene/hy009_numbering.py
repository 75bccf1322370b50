"""Sub-headings and lists are numbered without gaps and repeats."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from lint.authoring import Finding, Node, Pattern

_SECTIONS = ("overview", "problems", "other")
_NUMERALS = ("", *"一二三四五六七八九十", *(f"十{one}" for one in "一二三四五六七八九"), "二十")
_VALUES = {numeral: value for value, numeral in enumerate(_NUMERALS) if numeral}
_N = r"(十[一二三四五六七八九]|二十|[一二三四五六七八九十])"
_WIDEST = 6  # a numeral in brackets, spaced
_START = r"(?:^|(?<=[\n。；;：:\s]))"
_LISTED = r"(?:^|(?<=[\n。；;：:，,、\s*”）)]))"


class _Style(NamedTuple):
    """One way of numbering: its items, and how an item that stands elsewhere in the text would look."""

    sign: str  # in every text that may have items
    item: Pattern
    loose: str  # with %s for the numeral
    written: str


class _Item(NamedTuple):
    value: int
    start: int
    end: int


_STYLES = (
    _Style("二", Pattern(rf"{_START}[（(〔]\s?{_N}\s?[）)〕]"), r"[（(〔]\s?%s\s?[）)〕、]|%s、", "（{}）"),
    _Style("是", Pattern(rf"{_LISTED}{_N}是(?!否|非)"), r"%s\s?(?:是|要|则|为|、|方面|，)|[其第]%s", "{}是"),
)


def check(here: Node) -> Iterator[Finding]:
    """The first break of each kind of numbering in each section of prose."""
    joined = here.case.joined
    if _runs(_bracketed(joined)) and _runs([before[-1:] for before in joined.split("是")[:-1]]):
        return
    for section in _SECTIONS:
        paragraphs = [piece for piece in here.case.texts if piece[0].startswith(f"/sections/{section}/paragraphs/")]
        text = "\n".join(piece[1] for piece in paragraphs)
        for style in _STYLES:
            broken = _first_break(text, style)
            if broken:
                before, after = broken
                numbers = {"before": before.value, "found": after.value, "expected": before.value + 1}
                values = {name: _write(style, number) for name, number in numbers.items()}
                yield Finding(_place(paragraphs, after.start), values)


def _bracketed(text: str) -> list[str]:
    """What stands in round brackets, where it is short."""
    pieces = text.replace("(", "（").replace(")", "）").split("（")
    return [piece[:end].strip() for piece in pieces[1:] if 0 < (end := piece.find("）", 0, _WIDEST)) < _WIDEST]


def _runs(numerals: list[str]) -> bool:
    """A quick look: whether every number among the words follows the one before it, or begins anew."""
    before = 0
    for numeral in numerals:
        value = _VALUES.get(numeral)
        if value is None:
            continue
        if value not in (1, before + 1):
            return False
        before = value
    return True


def _first_break(text: str, style: _Style) -> tuple[_Item, _Item] | None:
    items = [_Item(_VALUES[match[1]], match.start(), match.end()) for match in style.item.finditer(text)]
    for before, after in pairwise(items):
        if after.value not in (1, before.value + 1) and not _stands_between(text, before, after, style):
            return before, after
    return None


def _stands_between(text: str, before: _Item, after: _Item, style: _Style) -> bool:
    """Whether an item that would make the order right stands in another place or form between the two."""
    first = before.value + 1 if after.value > before.value else 1
    missing = "|".join(_NUMERALS[first : after.value])
    between = text[before.end : after.start]
    return bool(missing) and bool(re.search(style.loose.replace("%s", f"(?:{missing})"), between))


def _write(style: _Style, value: int) -> str:
    return style.written.format(_NUMERALS[value] if value < len(_NUMERALS) else str(value))


def _place(paragraphs: list[tuple[str, str]], start: int) -> str:
    for at, text in paragraphs:
        if start <= len(text):
            return at
        start -= len(text) + 1
    return paragraphs[-1][0]
