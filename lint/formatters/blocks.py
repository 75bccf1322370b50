"""What all blocks of the text format have in common: colours, indents, foreign words made harmless."""

import io
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text as Styled

from lint.formatters.escape import escape
from lint.formatters.look import Look
from lint.formatters.words import BASIS
from lint.model.finding import Severity

STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.INFO: "bold cyan"}
INDENT = 2
_COLOURS = ColorSystem.STANDARD
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
    console = _console(look.width, look.colour)
    text = "".join(f"{line.rstrip()}\n" for leaf in _leaves(block, 0) for line in _lines(leaf, console, look))
    return text or "\n"


class _Leaf(NamedTuple):
    """Something to be drawn, and how many columns in."""

    block: RenderableType
    indent: int


def _leaves(block: RenderableType, indent: int) -> Iterator[_Leaf]:
    """What stands in blocks within blocks: drawn from within, each of them would draw its content once more."""
    if isinstance(block, Group):
        for one in block.renderables:
            yield from _leaves(one, indent)
    elif isinstance(block, Padding) and (block.top, block.right, block.bottom) == (0, 0, 0):
        yield from _leaves(block.renderable, indent + block.left)
    else:
        yield _Leaf(block, indent)


def _lines(leaf: _Leaf, console: Console, look: Look) -> Iterator[str]:
    """The lines of a leaf, without their ends. A text that fits is its line; only what does not is laid out."""
    width, lead = look.width - leaf.indent, " " * leaf.indent
    if isinstance(leaf.block, Styled) and not leaf.block.no_wrap and leaf.block.overflow is None:
        if _fits(leaf.block.plain, width):
            yield lead + _coloured(leaf.block, console, look)
        else:
            folded = leaf.block.wrap(console, width, overflow="fold")
            yield from (lead + _coloured(line, console, look) for line in folded)
        return
    with console.capture() as captured:
        console.print(leaf.block, overflow="fold", width=width)
    yield from (lead + line for line in captured.get().removesuffix("\n").split("\n"))


def _fits(text: str, width: int) -> bool:
    return "\n" not in text and "\t" not in text and (len(text) if text.isascii() else cell_len(text)) <= width


def _coloured(line: Styled, console: Console, look: Look) -> str:
    if not look.colour:
        return line.plain
    if not line.spans:  # its own style is not among what it then renders
        style = console.get_style(line.style)
        return style.render(line.plain, color_system=_COLOURS) if style else line.plain
    pieces = line.render(console)
    return "".join(style.render(text, color_system=_COLOURS) if style else text for text, style, _ in pieces)


@cache
def _console(width: int, colour: bool) -> Console:  # noqa: FBT001 - the key of what is kept
    return Console(
        file=io.StringIO(),
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
