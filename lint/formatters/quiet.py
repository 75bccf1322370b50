"""The text format while there is nothing to draw: a clean run says its few lines without loading rich."""

import re
from collections.abc import Iterator

from lint.formatters.escape import escape
from lint.formatters.look import Look
from lint.formatters.rendering import Rendering
from lint.formatters.summary import summary_line
from lint.formatters.undecided import undecided_line
from lint.model.run import Summary


def render(summary: Summary, look: Look) -> Rendering:
    """Clean reports are counted here; from the first that is not, the drawing formatter goes on."""
    while checked := (yield None):
        if checked.diagnostics or checked.state != "read":
            from lint.formatters import text  # noqa: PLC0415 - 40 ms that a clean run need not pay

            yield from text.render(summary, look, checked)
            return
        if undecided := undecided_line(checked, look):
            yield _line(f"{escape(checked.source)}  {undecided}", look)
    yield _line(summary_line(summary, look), look)


def _line(text: str, look: Look) -> str:
    return "\n".join(_wrapped(look.shown(text), look.width)) + "\n"


def _wrapped(line: str, width: int) -> Iterator[str]:
    """The line in pieces no wider than the terminal, broken at spaces where there are any."""
    held = ""
    for word in re.findall(r"\S+\s*", line):
        if held and _width(held + word.rstrip()) > width:
            yield held.rstrip()
            held = ""
        for character in word:
            if _width(held + character.rstrip()) > width:
                yield held.rstrip()
                held = ""
            held += character
    yield held.rstrip()


def _width(text: str) -> int:
    """The columns that a text takes: Chinese is two wide."""
    return sum(1 if character.isascii() else 2 for character in text)
