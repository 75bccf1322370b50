"""Automatic numbers of Word: 一、 before a heading that the typist never typed."""

from collections import defaultdict
from typing import NamedTuple

from lxml.etree import _Element as Element

from lint.readers.docx_parts import W
from lint.readers.package import Package
from lint.readers.xml_ import parse_xml

_PART = "word/numbering.xml"
_STYLES = "word/styles.xml"
_VAL = f"{W}val"
_NUMBERED = f"{W}pPr/{W}numPr"
_STYLE = f"{W}pPr/{W}pStyle"
_LEVELS = 9
_CHINESE = (
    "chineseCounting",
    "chineseCountingThousand",
    "japaneseCounting",
    "taiwaneseCountingThousand",
    "ideographDigital",
)
_CIRCLED = ("decimalEnclosedCircle", "decimalEnclosedCircleChinese")
_DIGITS = "〇一二三四五六七八九"
_ABOVE = 100


class Level(NamedTuple):
    """How one level of a list is numbered: ``text`` has %1 to %9 where the numbers of the levels stand."""

    form: str
    text: str
    start: int


class Numbering:
    """Counts the numbered paragraphs of a document in their order."""

    def __init__(self, lists: dict[str, dict[int, Level]], styles: dict[str, tuple[str, int]]) -> None:
        self._lists = lists
        self._styles = styles
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)

    def next(self, paragraph: Element) -> str:
        """The number that Word puts before a paragraph; empty where it is not numbered or has no text."""
        name, depth = self._list_of(paragraph)
        levels = self._lists.get(name)
        if levels is None or depth not in levels or paragraph.find(f".//{W}t") is None:
            return ""
        counts = self._counts[name]
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        return _written(levels, counts, depth)

    def _list_of(self, paragraph: Element) -> tuple[str, int]:
        found = paragraph.find(_NUMBERED)
        if found is None:
            style = paragraph.find(_STYLE)
            return self._styles.get(style.get(_VAL, ""), ("", 0)) if style is not None else ("", 0)
        return _numbered(found)


def numbering_of(package: Package, root: Element) -> Numbering | None:
    """The lists of a document; None where it has none.

    Raises Unreadable (LT001) where the part that describes them is damaged.
    """
    if _PART not in package.names:
        return None
    styles = _styles(package)
    if not styles and root.find(f".//{_NUMBERED}") is None:
        return None
    numbering = parse_xml(package.read(_PART), _PART)
    kinds = {kind.get(f"{W}abstractNumId", ""): _levels(kind) for kind in numbering.iterchildren(f"{W}abstractNum")}
    lists = {}
    for one in numbering.iterchildren(f"{W}num"):
        kind = one.find(f"{W}abstractNumId")
        lists[one.get(f"{W}numId", "")] = kinds.get(kind.get(_VAL, "") if kind is not None else "", {})
    return Numbering(lists, styles)


def _styles(package: Package) -> dict[str, tuple[str, int]]:
    """The paragraph styles that number by themselves: their list and level."""
    if _STYLES not in package.names:
        return {}
    data = package.read(_STYLES)
    if b"numPr" not in data:
        return {}
    styles = {}
    for style in parse_xml(data, _STYLES).iterchildren(f"{W}style"):
        found = style.find(_NUMBERED)
        if found is not None:
            styles[style.get(f"{W}styleId", "")] = _numbered(found)
    return styles


def _numbered(found: Element) -> tuple[str, int]:
    name, depth = found.find(f"{W}numId"), found.find(f"{W}ilvl")
    level = depth.get(_VAL, "0") if depth is not None else "0"
    in_range = level.isdecimal() and len(level) == 1 and int(level) < _LEVELS
    return (name.get(_VAL, "") if name is not None else ""), int(level) if in_range else 0


def _levels(kind: Element) -> dict[int, Level]:
    levels = {}
    for depth, level in enumerate(list(kind.iterchildren(f"{W}lvl"))[:_LEVELS]):
        said = {name: level.find(f"{W}{name}") for name in ("numFmt", "lvlText", "start")}
        form, text, start = (found.get(_VAL, "") if found is not None else "" for found in said.values())
        levels[depth] = Level(form or "decimal", text, int(start) if start.isdecimal() and len(start) <= 3 else 1)  # noqa: PLR2004
    return levels


def _written(levels: dict[int, Level], counts: dict[int, int], depth: int) -> str:
    text = levels[depth].text
    for level in range(depth + 1):
        if f"%{level + 1}" in text and level in levels:
            count = counts.get(level, levels[level].start)
            text = text.replace(f"%{level + 1}", _figure(count, levels[level].form))
    return text if "%" not in text and levels[depth].form != "bullet" else ""


def _figure(count: int, form: str) -> str:
    if form in _CHINESE and 0 < count < _ABOVE:
        return _chinese(count)
    if form in _CIRCLED and 0 < count <= len("①②③④⑤⑥⑦⑧⑨⑩"):
        return "①②③④⑤⑥⑦⑧⑨⑩"[count - 1]
    return str(count)


def _chinese(count: int) -> str:
    tens, ones = divmod(count, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones or not tens else "")
