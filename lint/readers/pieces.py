"""Pieces of text that stand on lines of their own in a document and are read as one."""

import re
from collections.abc import Iterable, Iterator

# Where lines are joined without a space: between Chinese characters and their punctuation.
_WIDE = re.compile(r"[\u2e80-\u303f\u31c0-\u9fff\uf900-\ufaff\uff01-\uff60\uffe0-\uffe6\u2018-\u201d\u2014\u2026]")
# The space around a line end that goes with it; an ideographic or a fixed one was typed on purpose.
_THIN = "".join(
    map(chr, (*range(9, 14), *range(28, 33), 0x85, 0x1680, *range(0x2000, 0x200B), 0x2028, 0x2029, 0x202F, 0x205F))
)
_RUN = re.compile(r"[ \t]{2,}|\t")
# Raised digits are notes and no part of a figure: they keep their look.
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_PADDING = " \t\r\n\f\v\u00a0\u3000\u2002\u2003\u2009\u200b\u2060\ufeff"


def join_lines(lines: Iterable[str]) -> str:
    """Lines as one text: no space between two Chinese characters, else one space, so that no figure is made of two."""
    return one_line("\n".join(lines))


def one_line(text: str) -> str:
    """A text with line ends in it as :func:`join_lines` joins lines; without the space around it."""
    return trim("".join(_joined(text.split("\n")))) if "\n" in text else trim(text)


def _joined(lines: Iterable[str]) -> Iterator[str]:
    """Line by line, and what stands between two of them. No regular expression: their time may grow with the square
    of a run of spaces.
    """
    before = ""
    for line in lines:
        piece = line.strip(_THIN)
        if not piece.strip():
            continue
        if before and _WIDE.match(before[-1]) and _WIDE.match(piece.lstrip()):
            piece = piece.lstrip()
        elif before:
            yield " "
        yield piece
        before = piece


def squeezed(text: str) -> str:
    """A text whose runs of spaces mean one space, as in HTML; spaces that do not break among them."""
    if "\u00a0" in text:
        text = text.replace("\u00a0", " ")
    return one_line(_RUN.sub(" ", text) if "  " in text or "\t" in text else text)


def trim(text: str) -> str:
    """A text without the space around it, whatever kind of space that is."""
    return text.strip(_PADDING)
