"""From offsets in a decoded text to lines and columns, and refusals that carry them."""

from bisect import bisect_right

from lint.model.errors import Unreadable
from lint.model.pattern import Pattern
from lint.model.place import Place
from lint.model.text import Text
from lint.readers.limits import EXCERPT

_ESCAPES = (("\\x", 2), ("\\u", 4), ("\\U", 8))
# LF, CRLF and a lone CR end a line, nothing else: editors do not break at U+2028 or U+0085.
_LINE_END = Pattern(r"\r\n?|\n")


class Lines:
    """The lines of a text; lines and columns count characters from 1."""

    __slots__ = ("_starts",)

    def __init__(self, text: str) -> None:
        self._starts = [0, *(found.end() for found in _LINE_END.finditer(text))]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def place(self, start: int, end: int | None = None) -> Place:
        """The place from ``start`` up to, not including, ``end``; without an end that stays unknown."""
        return Place(*self.position(start)) if end is None else Place(*self.position(start), *self.position(end))


def refusal(rule: str, words: Text, text: str, start: int, end: int | None = None) -> Unreadable:
    """The exception that says why a text is refused and where; for the caller to raise."""
    return Unreadable(rule, words, Lines(text).place(start, end))


def quote(text: str) -> str:
    """At most 40 characters of a file for a message; what cannot be seen is escaped."""
    shown = "".join(character if character.isprintable() else _escaped(character) for character in text[:EXCERPT])
    return f"{shown}…" if len(text) > EXCERPT else shown


def _escaped(character: str) -> str:
    code = f"{ord(character):x}"
    return next(mark + code.zfill(width) for mark, width in _ESCAPES if len(code) <= width)
