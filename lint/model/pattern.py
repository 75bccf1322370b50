"""Regular expressions compiled when first used: most rules need none for a clean report, and compiling costs most
of a start."""

import re
from collections.abc import Iterator

from lint.model.words import Words

_TAKEN_OVER = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")
_OFTEN = 200
_SHORT = 200  # signs: to look for words in less text costs more than it saves

_NO_WORDS = Words()


class Pattern:
    """A regular expression with the methods of a compiled one.

    ``holding`` are words of which every match has one: it is not compiled before a text has one too, or before so
    many short texts were looked at that it is worth the time. Long texts are always looked at for the words first.
    Raises re.error at the first use of a source that is none.
    """

    def __init__(self, source: str, flags: int = 0, holding: tuple[str, ...] = ()) -> None:
        self.source = source
        self.flags = flags
        self.holding = holding
        self._words = Words(*holding) if holding else _NO_WORDS
        self._short = 0

    def _has_none(self, text: str) -> bool:
        """Whether no word stands in a text of which one stands in every match."""
        if not self.holding:
            return False
        if len(text) < _SHORT:
            self._short += 1
            if self._short >= _OFTEN:
                self._take_over(self.compiled)
                return False
        return not self._words.any_in(text)

    def _take_over(self, compiled: re.Pattern[str]) -> None:
        """Let the methods of the compiled expression answer, without a step between."""
        self.__dict__.update((name, getattr(compiled, name)) for name in _TAKEN_OVER)

    @property
    def compiled(self) -> re.Pattern[str]:
        """The compiled expression; where no word has to be looked for, its own methods answer from then on."""
        found = self.__dict__.get("_compiled")
        if found is None:
            found = self.__dict__["_compiled"] = re.compile(self.source, self.flags)
            if not self.holding:
                self._take_over(found)
        return found

    def search(self, text: str, position: int = 0) -> re.Match[str] | None:
        """The first match at or after a position."""
        return None if self._has_none(text) else self.compiled.search(text, position)

    def match(self, text: str, position: int = 0) -> re.Match[str] | None:
        """The match that begins at a position."""
        return None if self._has_none(text) else self.compiled.match(text, position)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """The match of the whole text."""
        return None if self._has_none(text) else self.compiled.fullmatch(text)

    def finditer(self, text: str, position: int = 0) -> Iterator[re.Match[str]]:
        """All matches at or after a position, in order."""
        return iter(()) if self._has_none(text) else self.compiled.finditer(text, position)

    def findall(self, text: str) -> list[str]:
        """The texts of all matches; the group's where there is one."""
        return self.compiled.findall(text)

    def split(self, text: str) -> list[str]:
        """The pieces between the matches."""
        return self.compiled.split(text)

    def sub(self, replacement: str, text: str, count: int = 0) -> str:
        """The text with every match, or the first ``count`` of them, replaced."""
        return self.compiled.sub(replacement, text, count)
