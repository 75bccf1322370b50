"""What all blocks of the text format have in common: colours, indents, foreign words made harmless."""

import io

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text as Styled

from lint.formatters.escape import escape
from lint.formatters.look import Look
from lint.formatters.words import BASIS
from lint.model.finding import Severity

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}
INDENT = 2
_ASCII = str.maketrans({"≠": "!=", "≥": ">=", "≤": "<=", "→": "->", "×": "*", "…": "."})


def foreign(text: str, look: Look) -> str:
    """Words that may come from a report: harmless, and such that the console can show them."""
    return look.shown(escape(text))


def signs(text: str, look: Look) -> str:
    """The text with the signs of equations in ASCII where the console lacks them."""
    return text if look.draws else text.translate(_ASCII)


def indented(block: RenderableType, levels: int = 1) -> RenderableType:
    """A block one or more levels in."""
    return Padding(block, (0, 0, 0, levels * INDENT))


def basis_line(words: str, look: Look) -> RenderableType:
    """The law, as the last line of a block."""
    return indented(Styled(foreign(f"{BASIS.say(look.language)}: {words}", look), style="dim"))


def printed(block: RenderableType, look: Look) -> str:
    """A block as the text that goes to the terminal or to a file."""
    buffer = io.StringIO()
    console = Console(
        file=buffer,
        width=look.width,
        force_terminal=look.colour,
        color_system="standard" if look.colour else None,
        no_color=not look.colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    console.print(block, overflow="fold")
    return "\n".join(line.rstrip() for line in buffer.getvalue().split("\n"))
