"""A line of Markdown without its marks, and where each character of it stands in the file."""

import re
from bisect import bisect_right
from html import unescape
from typing import NamedTuple

from lint.readers.outline import PICTURE

BAR = "\ufdd0"  # a bar that was escaped, until the rows are cut at the others
_MARKED = re.compile(r"[*_~`<>\\\[&]")
_RULE = re.compile(r"^\s*(?:[-*_=]\s*){3,}$")
_FENCE = re.compile(r"^\s*(?:`{3,}|~{3,})\s*\w*\s*$")
_HARD_BREAK = re.compile(r"\S(?: {2,}|\\)$")
# No class below takes the sign with which its own pattern begins: else their time would grow with the square.
_TARGET = r"\((?:[^()\[\n]|\([^()\[\n]*+\))*+\)"
_PASSES = (
    (re.compile(r"^(?:\s{0,3}>\s?)+"), ""),
    (re.compile(rf"!\[[^\[\]\n]*+\]{_TARGET}|<img\b[^<>]*+>", re.IGNORECASE), PICTURE),
    (re.compile(rf"\[(?P<kept>[^\[\]\n]++)\]{_TARGET}"), ""),
    (re.compile(r"<br\s{0,8}/?>", re.IGNORECASE), " "),
    (re.compile(r"(?<![0-9A-Za-z*\\])\*(?=[^\s*])(?P<kept>[^*\\\n]{1,200})(?<=\S)\*(?![0-9A-Za-z*])"), ""),
    (re.compile(r"(?<![\w\\])_(?=[^\s_])(?P<kept>[^_\\\n]{1,200})(?<=\S)_(?!\w)"), ""),
    (
        re.compile(
            r"\\(?P<kept>[\\`*_{}\[\]()#+\-.!|>~<&])|\*\*|__|~~|`|</?(?:b|strong|em|i|u|p|div|center|font|span|h[1-6]|a)\b[^<>]*+>"
            r"|(?P<entity>&(?:[a-zA-Z]{2,8}|#\d{1,6}|#[xX][0-9a-fA-F]{1,6});)",
            re.IGNORECASE,
        ),
        "",
    ),
)


class Shown(NamedTuple):
    """A line as it is shown; each pass that took something out says from which character on how many are missing."""

    text: str
    passes: tuple[tuple[tuple[int, int], ...], ...] = ()
    ends: bool = False

    def column(self, shown: int) -> int:
        """The column in the file, from 1, of a column of the line as it is shown."""
        at = shown - 1
        for cuts in reversed(self.passes):
            found = bisect_right(cuts, at, key=lambda cut: cut[0])
            at += cuts[found - 1][1] if found else 0
        return at + 1


def shown(line: str) -> Shown:
    """A line without its marks; ``ends`` says that it ends a paragraph, or the line of one, on purpose."""
    if (_RULE.match(line) and "|" not in line) or _FENCE.match(line):
        return Shown("", ends=True)
    ends = _HARD_BREAK.search(line[-3:]) is not None
    made = Shown(line, ends=ends)
    if _MARKED.search(line):
        for pattern, instead in _PASSES:
            made = _without(pattern, instead, made)
    return made


def _without(pattern: re.Pattern[str], instead: str, line: Shown) -> Shown:
    pieces: list[str] = []
    cuts: list[tuple[int, int]] = []
    end = length = 0
    for found in pattern.finditer(line.text):
        kept, begin = _kept(found, instead)
        pieces += (line.text[end : found.start()], kept)
        length += found.start() - end
        cuts.append((length, begin - length))
        length += len(kept)
        end = found.end()
        cuts.append((length, end - length))
    if not cuts:
        return line
    return line._replace(text="".join((*pieces, line.text[end:])), passes=(*line.passes, tuple(cuts)))


def _kept(found: re.Match[str], instead: str) -> tuple[str, int]:
    """What stays of a mark, and where that begins."""
    if found.lastgroup == "kept":
        return found["kept"].replace("|", BAR), found.start("kept")
    if found.lastgroup == "entity":
        return unescape(found["entity"]).replace("|", BAR), found.start()
    return instead, found.start()
