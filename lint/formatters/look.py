"""How output should look: language, width, colours, what the console can show."""

from typing import NamedTuple

from lint.model.text import Language

_SIGNS = "≠≥≤×"


class Look(NamedTuple):
    """All that a formatter may know about its reader.

    ``width`` is in columns; ``encoding`` is the console's; ``version`` is the tool's.
    """

    language: Language = "zh"
    width: int = 100
    colour: bool = False
    encoding: str = "utf-8"
    version: str = ""

    @property
    def unicode(self) -> bool:
        """Whether every character can be written; machine formats keep to ASCII elsewhere."""
        return self.encoding.lower().replace("_", "-").startswith("utf")

    @property
    def draws(self) -> bool:
        """Whether the signs of equations and Chinese can be shown."""
        return self.unicode or self.shown(_SIGNS) == _SIGNS

    def shown(self, text: str) -> str:
        """The text with what the console lacks written as escapes, so that its width is known before it is drawn."""
        return text if self.unicode else text.encode(self.encoding, "backslashreplace").decode(self.encoding)
