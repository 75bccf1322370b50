"""What may have been meant by a word that is no command."""

import os
from collections.abc import Sequence

from lint.cli.output import LEAD
from lint.model.nearest import nearest
from lint.model.text import Text

_MEANT = Text("是否想写“{words}”？", "did you mean '{words}'?")


def meant(word: str, commands: Sequence[str]) -> str:
    """In both languages, as click's own words know no language; nothing where nobody can say."""
    near = nearest(word.lower(), commands)
    if near:
        words = near
    elif os.path.lexists(word):
        words = f"{LEAD.rstrip(': ')} check {word}"
    else:
        return ""
    return " ".join(_MEANT.say(language).format(words=words) for language in ("zh", "en"))
