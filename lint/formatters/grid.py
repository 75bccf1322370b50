"""Rows and columns of figures, drawn in as many columns of the terminal as there are, some of them marked."""

import textwrap
from typing import NamedTuple

from rich.cells import cell_len, chop_cells, set_cell_size
from rich.text import Text as Styled

from lint.formatters.blocks import signs
from lint.formatters.look import Look

NARROWEST_NAME = 12
WIDEST_NAME = 32
WIDEST_FIGURE = 16
_ENGLISH, _CHINESE = 10, 8  # columns of a terminal that a heading may take before it goes on below
_GAPS = (2, 1)  # between columns, the wide one where it fits


class Grid(NamedTuple):
    """Headings in lines, the name of each row, its figures, which of these are marked, and a last line.

    All words are such that the console can show them.
    """

    headings: tuple[tuple[str, ...], ...]
    names: tuple[str, ...]
    figures: tuple[tuple[str, ...], ...]
    marked: frozenset[tuple[int, int]] = frozenset()
    left_out: str = ""

    @property
    def widths(self) -> tuple[int, ...]:
        """How wide each column of figures is."""
        columns = zip(self.headings, *self.figures, strict=True)
        return tuple(max(map(cell_len, (*heading, *figures))) for heading, *figures in columns)


def draw_grid(grid: Grid, look: Look, width: int) -> Styled | None:
    """The grid as lines; None where it does not fit into so many columns."""
    if max(grid.widths) > WIDEST_FIGURE:
        return None
    widest = max(map(cell_len, grid.names))
    for gap in _GAPS:
        names = min(widest, WIDEST_NAME, width - sum(grid.widths) - gap * len(grid.widths))
        if names >= min(widest, NARROWEST_NAME):
            return _drawn(grid, names, gap, look)
    return None


def heading_lines(heading: str) -> tuple[str, ...]:
    """A heading in lines: English is broken between words, Chinese after four characters."""
    lines = textwrap.wrap(heading, _ENGLISH) if heading.isascii() else chop_cells(heading, _CHINESE)
    return tuple(lines) or ("",)


def _drawn(grid: Grid, names: int, gap: int, look: Look) -> Styled:
    height = max(map(len, grid.headings))
    lines = []
    for number in range(height):
        line = Styled(" " * names)
        for heading, width in zip(grid.headings, grid.widths, strict=True):
            offset = number - height + len(heading)
            line.append(_right(heading[offset] if offset >= 0 else "", gap + width), style="dim")
        lines.append(line)
    for y, (name, figures) in enumerate(zip(grid.names, grid.figures, strict=True)):
        line = Styled(_cut(name, names, look))
        for x, (one, width) in enumerate(zip(figures, grid.widths, strict=True)):
            line.append(_right(one, gap + width), style="bold red" if (y, x) in grid.marked else "")
        lines.append(line)
    if grid.left_out:
        lines.append(Styled(grid.left_out, style="dim"))
    for line in lines:
        line.rstrip()
    return Styled("\n", no_wrap=True).join(lines)


def _right(text: str, width: int) -> str:
    return " " * (width - cell_len(text)) + text


def _cut(name: str, width: int, look: Look) -> str:
    """A name in exactly so many columns, an ellipsis at its end where it is cut."""
    if cell_len(name) <= width:
        return set_cell_size(name, width)
    ellipsis = signs("…", look)
    return set_cell_size(set_cell_size(name, width - 1).rstrip() + ellipsis, width)
