"""A page brought into the form in which it is seen: no scripts, no inline tags, nothing hidden."""

import re
from typing import NamedTuple, cast

from lxml import etree
from lxml.etree import _Element as Element

from lint.readers.pieces import RAISED, trim

BREAK = "\u2028"  # what a <br> becomes: a line end in the text, unlike those of the source
_UNSEEN = (
    "script", "style", "noscript", "template", "select", "option", "textarea", "svg", "math", "iframe", "object",
    "embed", "audio", "video", "canvas", "map", "link", "input", "button",
)  # fmt: skip
_INLINE = (
    "span", "font", "b", "strong", "i", "em", "u", "a", "sub", "sup", "small", "big", "label", "abbr", "cite",
    "code", "ins", "mark", "q", "time", "tt", "wbr", "bdo", "bdi", "kbd", "samp", "var", "nobr",
)  # fmt: skip
_STRUCK = ("del", "s", "strike")
_LINE_THROUGH = "line-through"
_STRUCK_BY_STYLE = etree.XPath(f"//*[contains(@style, '{_LINE_THROUGH}')]")
_HIDDEN = etree.XPath("//body//*[@hidden or @style]")
_NOT_DISPLAYED = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_HIDDEN_ATTRIBUTE = re.compile(r"""[\s"']hidden[\s=>/]""", re.IGNORECASE)
# Where to look closer; upper case and lower, since folding a long page costs more than looking twice. Before each its
# rarest letter: to look for one letter costs next to nothing.
_SIGNS = (
    ("y", "isplay", _NOT_DISPLAYED),
    ("Y", "ISPLAY", _NOT_DISPLAYED),
    ("h", "hidden", _HIDDEN_ATTRIBUTE),
    ("N", "HIDDEN", _HIDDEN_ATTRIBUTE),
)
_MOST_SIGNS = 2_000
# <o:p> and other tags that Office leaves behind.
_FOREIGN = re.compile(r"<([a-zA-Z][a-zA-Z0-9]*:[a-zA-Z0-9]+)")
_MOST_FOREIGN = 100
_GONE = "gone"
# What LibreOffice makes of the head and the foot of printed pages.
_MARGINS = ('title="footer"', 'title="header"')


class Hidden(NamedTuple):
    """Text that the page does not show or has struck out, the element in which it stands, and the kind of remark."""

    inside: Element
    text: str
    kind: str = "hidden-text"


def clean(root: Element, source: str) -> list[Hidden]:
    """Take out what a reader of the page does not see, and the tags inside lines; what was hidden is given back."""
    etree.strip_elements(root, *_UNSEEN, with_tail=False)
    if any(sign in source for sign in _MARGINS):
        for margin in root.iter("div"):
            if margin.get("title") in ("header", "footer"):
                margin.tag = _GONE
    hidden = _take_hidden(root) if _hides(source) else []
    hidden += _take_struck(root, source)
    etree.strip_elements(root, _GONE, with_tail=False)
    for line_break in root.iter("br"):
        line_break.tail = BREAK + (line_break.tail or "")
    foreign = sorted({name.lower() for name in _FOREIGN.findall(source)})[:_MOST_FOREIGN]
    for raised in root.iter("sup"):
        raised.text = (raised.text or "").translate(RAISED)  # 12 with a note 1 is not 121
    etree.strip_tags(root, "br", *_INLINE, *foreign)
    return hidden


def _hides(source: str) -> bool:
    """Whether any tag may hide something: the signs also stand in style sheets, which most pages have."""
    for letter, sign, whole in _SIGNS:
        begin = source.find(sign) if letter in source else -1
        for _ in range(_MOST_SIGNS):
            if begin < 0:
                break
            if whole.match(source, begin - 1) and source.rfind("<", 0, begin) > source.rfind(">", 0, begin):
                return True
            begin = source.find(sign, begin + 1)
        else:
            return True
    return False


def _text(element: Element) -> str:
    return trim("".join(map(str, element.itertext())))


def _take_struck(root: Element, source: str) -> list[Hidden]:
    """What has a line through it is read as deleted: next to what replaced it, it would make one figure."""
    struck = list(root.iter(_STRUCK))
    if _LINE_THROUGH in source:
        struck += cast("list[Element]", _STRUCK_BY_STYLE(root))
    taken = []
    for element in struck:
        inside, text = element.getparent(), _text(element)
        if inside is not None and text and element.tag != _GONE:
            taken.append(Hidden(inside, text, "struck-text"))
        element.tag = _GONE
    return taken


def _take_hidden(root: Element) -> list[Hidden]:
    """What is hidden is not read; but a table that waits for a click on its tab is. Both are told."""
    hidden = []
    for element in cast("list[Element]", _HIDDEN(root)):
        if element.get("hidden") is None and not _NOT_DISPLAYED.search(element.get("style", "")):
            continue
        inside, text = element.getparent(), _text(element)
        if inside is None or not text:
            continue
        hidden.append(Hidden(inside, text))
        if element.tag not in _ROWS and element.find(".//table") is None:
            element.tag = _GONE
    return hidden


_ROWS = frozenset({"table", "tbody", "thead", "tfoot"})
