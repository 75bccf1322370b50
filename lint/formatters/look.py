"""How output should look: language, width, colours, what the console can show."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from lint.model.text import Language

if TYPE_CHECKING:
    from lint.model.layout import Layout
    from lint.model.rule import Rule
    from lint.model.run import Summary

_SIGNS = "≠≥≤×"


class Look(NamedTuple):
    """All that a formatter may know about its reader.

    ``width`` is in columns; ``encoding`` is the console's; ``version`` is the tool's. ``fail_on`` is the lowest level
    that fails the run, ``rules`` are those loaded, for formats that describe them; ``ending`` tells the exit code of a
    run from its counts, where the caller knows more than these do. ``layout`` has the words of the form by edition, for
    formats that draw its tables; where it is None, they draw them with the keys of the tree.
    """

    language: Language = "zh"
    width: int = 100
    colour: bool = False
    encoding: str = "utf-8"
    version: str = ""
    fail_on: str = "error"
    rules: "tuple[Rule, ...]" = ()
    ending: "Callable[[Summary], int] | None" = None
    layout: "Callable[[str], Layout] | None" = None

    @property
    def unicode(self) -> bool:
        """Whether every character can be written; machine formats keep to ASCII elsewhere."""
        return self.encoding.lower().replace("_", "-").startswith("utf")

    def exit_code(self, summary: "Summary") -> int:
        """The exit code with which the run will end."""
        return summary.exit_code(self.fail_on) if self.ending is None else self.ending(summary)

    @property
    def draws(self) -> bool:
        """Whether the signs of equations and Chinese can be shown."""
        return self.unicode or self.shown(_SIGNS) == _SIGNS

    def shown(self, text: str) -> str:
        """The text with what the console lacks written as escapes, so that its width is known before it is drawn."""
        return text if self.unicode else text.encode(self.encoding, "backslashreplace").decode(self.encoding)
