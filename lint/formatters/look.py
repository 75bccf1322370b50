"""How output should look: language, width, colours, what the console can show."""

from typing import NamedTuple

from lint.model.text import Language


class Look(NamedTuple):
    """All that a formatter may know about its reader.

    ``width`` is in columns; ``ascii`` says that the console cannot show Chinese or drawn lines, so that machine
    formats must keep to ASCII; ``version`` is the tool's.
    """

    language: Language = "zh"
    width: int = 100
    colour: bool = False
    ascii: bool = False
    version: str = ""
