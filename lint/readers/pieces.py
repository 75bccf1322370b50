"""Pieces of text that stand on lines of their own in a document and are read as one."""

import re
from collections.abc import Iterable

# Where lines are joined without a space: between Chinese characters and their punctuation.
_WIDE = r"[\u2e80-\u303f\u31c0-\u9fff\uf900-\ufaff\uff01-\uff60\uffe0-\uffe6\u2018-\u201d\u2014\u2026]"
_BREAK = re.compile(rf"(?<={_WIDE})[^\S\u3000\u00a0]*\n\s*(?={_WIDE})")
_SPACE = re.compile(r"[^\S\u3000\u00a0]*\n[^\S\u3000\u00a0]*")
_RUN = re.compile(r"[ \t]{2,}|\t")
_PADDING = " \t\r\n\f\v\u00a0\u3000\u2002\u2003\u2009\u200b\u2060\ufeff"


def join_lines(lines: Iterable[str]) -> str:
    """Lines as one text: no space between two Chinese characters, else one space, so that no figure is made of two."""
    return one_line("\n".join(lines))


def one_line(text: str) -> str:
    """A text with line ends in it as :func:`join_lines` joins lines; without the space around it."""
    if "\n" in text:
        text = _SPACE.sub(" ", _BREAK.sub("", text))
    return trim(text)


def squeezed(text: str) -> str:
    """A text whose runs of spaces mean one space, as in HTML; spaces that do not break among them."""
    if "\u00a0" in text:
        text = text.replace("\u00a0", " ")
    return one_line(_RUN.sub(" ", text) if "  " in text or "\t" in text else text)


def trim(text: str) -> str:
    """A text without the space around it, whatever kind of space that is."""
    return text.strip(_PADDING)
