"""Automatic numbers of Word: 一、 before a heading that the typist never typed."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import islice
from typing import NamedTuple

from lxml.etree import _Element as Element

from lint.readers.docx_parts import Parts, W, parse_part
from lint.readers.docx_styles import Styles, numbered

_VAL = f"{W}val"
_NUMBERED = f"{W}pPr/{W}numPr"
_STYLE = f"{W}pPr/{W}pStyle"
_LEVELS = 9
_CHINESE = (
    "chineseCounting",
    "chineseCountingThousand",
    "japaneseCounting",
    "taiwaneseCounting",
    "taiwaneseCountingThousand",
    "ideographDigital",
)
_DIGITS = "〇一二三四五六七八九"
_ABOVE = 100
# Where signs for one, two, three begin, and how many there are.
_SIGNS = {
    "decimalEnclosedCircle": ("①", 20),
    "decimalEnclosedCircleChinese": ("①", 20),
    "decimalEnclosedParen": ("⑴", 20),
    "decimalEnclosedFullstop": ("⒈", 20),
    "ideographEnclosedCircle": ("㊀", 10),
    "upperLetter": ("A", 26),
    "lowerLetter": ("a", 26),
    "upperRoman": ("Ⅰ", 12),
    "lowerRoman": ("ⅰ", 12),
}
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")


class Level(NamedTuple):
    """How one level of a list is numbered: ``text`` has %1 to %9 where the numbers of the levels stand."""

    form: str
    text: str
    start: int


class List(NamedTuple):
    """A list: the kind of which it is, whose count it goes on with, its levels, and those at which it begins anew."""

    kind: str
    levels: dict[int, Level]
    anew: tuple[int, ...]


class Numbering:
    """Counts the numbered paragraphs of a document in their order."""

    def __init__(self, lists: dict[str, List], styles: dict[str, tuple[str, int]]) -> None:
        self._lists = lists
        self._styles = styles
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[str] = set()

    def next(self, paragraph: Element) -> str:
        """The number that Word puts before a paragraph; empty where it is not numbered or has no text.

        A paragraph without text is counted as Word counts it.
        """
        name, depth = self._list_of(paragraph)
        found = self._lists.get(name)
        if found is None or depth not in found.levels:
            return ""
        counts = self._counts[found.kind]
        for level in found.anew if name not in self._begun else ():
            counts.pop(level, None)
        self._begun.add(name)
        counts[depth] = counts.get(depth, found.levels[depth].start - 1) + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        return _written(found.levels, counts, depth) if paragraph.find(f".//{W}t") is not None else ""

    def _list_of(self, paragraph: Element) -> tuple[str, int]:
        found, style = paragraph.find(_NUMBERED), paragraph.find(_STYLE)
        by_style = self._styles.get(style.get(_VAL, ""), ("", 0)) if style is not None else ("", 0)
        if found is None:
            return by_style
        name, depth = numbered(found)
        return name or by_style[0], depth


def led(number: str, text: str) -> str:
    """A text behind its number; never so close that both make one figure."""
    apart = number[-1:].isascii() and number[-1:] not in ("", ")") and text[:1].isdecimal()
    return f"{number} {text}" if apart else number + text


def numbering_of(parts: Parts, root: Element, styles: Styles) -> Numbering | None:
    """The lists of a document; None where it has none.

    Raises Unreadable (LT001) where the part that describes them is damaged.
    """
    if not styles.numbered and next(root.iter(f"{W}numPr"), None) is None:
        return None
    found = parts.data_of("numbering")
    if found is None:
        return None
    numbering = parse_part(*found)
    kinds = {kind.get(f"{W}abstractNumId", ""): kind for kind in numbering.iterchildren(f"{W}abstractNum")}
    levels = {name: _levels(kind.iterchildren(f"{W}lvl")) for name, kind in kinds.items()}
    lists = {one.get(f"{W}numId", ""): _list(one, levels) for one in numbering.iterchildren(f"{W}num")}
    return Numbering(lists, styles.numbered)


def _list(one: Element, kinds: dict[str, dict[int, Level]]) -> List:
    kind = _said(one, "abstractNumId")
    levels = dict(kinds.get(kind, {}))
    changes = list(one.iterchildren(f"{W}lvlOverride"))[:_LEVELS]
    anew = []
    for change in changes:
        levels |= _levels(change.iterchildren(f"{W}lvl"))
        start, depth = _said(change, "startOverride"), _depth(change)
        if start and depth in levels:
            levels[depth] = levels[depth]._replace(start=_start(start))
            anew.append(depth)
    return List(kind, levels, tuple(anew))


def _levels(found: Iterable[Element]) -> dict[int, Level]:
    levels = {}
    for level in islice(found, _LEVELS):
        form, text, start = (_said(level, name) for name in ("numFmt", "lvlText", "start"))
        levels[_depth(level)] = Level(form or "decimal", text, _start(start))
    return levels


def _said(element: Element, name: str) -> str:
    found = element.find(f"{W}{name}")
    return found.get(_VAL, "") if found is not None else ""


def _depth(element: Element) -> int:
    written = element.get(f"{W}ilvl", "")
    return int(written) if len(written) == 1 and written in "012345678" else 0


def _start(written: str) -> int:
    return int(written) if written.isascii() and written.isdecimal() and len(written) <= len("999") else 1


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
    first, most = _SIGNS.get(form, ("", 0))
    if 0 < count <= most:
        return chr(ord(first) + count - 1)
    if form == "none":
        return ""
    return str(count).translate(_WIDE) if form == "decimalFullWidth" else str(count)


def _chinese(count: int) -> str:
    tens, ones = divmod(count, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones or not tens else "")
