"""The rows and columns of a table that a cause is about, drawn with their figures; the wrong cells are marked."""

import textwrap
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len, chop_cells, set_cell_size
from rich.text import Text as Styled

from lint.formatters.blocks import foreign, signs
from lint.formatters.causes import MOST, figure
from lint.formatters.look import Look
from lint.formatters.words import MORE_ROWS
from lint.model.cause import Cause, Excerpt
from lint.model.pointer import Pointer, join, parent, resolve
from lint.model.report import Tree
from lint.model.text import Text

MOST_ROWS = 12
NARROWEST_NAME = 12
WIDEST_NAME = 32
WIDEST_FIGURE = 16
_ENGLISH, _CHINESE = 10, 8  # columns of a terminal that a heading may take before it goes on below
_GAPS = (2, 1)  # between columns, the wide one where it fits


class _Grid(NamedTuple):
    """Headings in lines, the name of each row, its figures, and which of these are marked."""

    headings: tuple[tuple[str, ...], ...]
    names: tuple[str, ...]
    figures: tuple[tuple[str, ...], ...]
    marked: frozenset[tuple[int, int]]
    left_out: str

    @property
    def widths(self) -> tuple[int, ...]:
        """How wide each column of figures is."""
        columns = zip(self.headings, *self.figures, strict=True)
        return tuple(max(map(cell_len, (*heading, *figures))) for heading, *figures in columns)


def draw_excerpt(cause: Cause, tree: Tree, look: Look, width: int) -> Styled | None:
    """The excerpt of a cause, with ``5→6`` in brackets where a cell is wrong; None where it does not fit."""
    if cause.excerpt is None:
        return None
    grid = _grid(cause, cause.excerpt, tree, look)
    if max(grid.widths) > WIDEST_FIGURE:
        return None
    widest = max(map(cell_len, grid.names))
    for gap in _GAPS:
        names = min(widest, WIDEST_NAME, width - sum(grid.widths) - gap * len(grid.widths))
        if names >= min(widest, NARROWEST_NAME):
            return _drawn(grid, names, gap, look)
    return None


def _grid(cause: Cause, excerpt: Excerpt, tree: Tree, look: Look) -> _Grid:
    marks = _marks(cause, look)
    rows = _few(excerpt, marks)
    pointers = [[join(row, column) for column, _ in excerpt.columns] for row, _ in rows]
    left_out = len(excerpt.rows) - len(rows)
    return _Grid(
        headings=tuple(_lines(foreign(words.say(look.language), look)) for _, words in excerpt.columns),
        names=tuple(foreign(words.say(look.language), look) for _, words in rows),
        figures=tuple(tuple(marks.get(at) or _value(tree, at, look) for at in row) for row in pointers),
        marked=frozenset((y, x) for y, row in enumerate(pointers) for x, at in enumerate(row) if at in marks),
        left_out=foreign(MORE_ROWS.say(look.language).format(count=left_out), look) if left_out else "",
    )


def _marks(cause: Cause, look: Look) -> dict[Pointer, str]:
    """What stands at the wrong cells: what they hold and should hold, or with a question mark where that is open."""
    only = len(cause.repairs) == 1 and cause.complete and not cause.too_many
    marks = {}
    for change in (one for repair in cause.repairs[:MOST] for one in repair.cells):
        actual = figure(change.actual, look.language)
        sure = only and change.expected is not None
        marks[change.pointer] = look.shown(signs(f"[{actual}→{change.expected}]" if sure else f"[{actual}?]", look))
    return marks


def _few(excerpt: Excerpt, marks: Mapping[Pointer, str]) -> Sequence[tuple[Pointer, Text]]:
    """The rows, or of many those with a mark, the last, which is the sum, and the first others."""
    wanted = {parent(at) for at in marks} | {excerpt.rows[-1][0]}
    others = [at for at, _ in excerpt.rows if at not in wanted]
    kept = wanted | set(others[: max(0, MOST_ROWS - len(wanted))])
    return [row for row in excerpt.rows if row[0] in kept]


def _value(tree: Tree, at: Pointer, look: Look) -> str:
    found, value = resolve(tree, at)
    return foreign(str(value), look) if found and value is not None else ""


def _lines(heading: str) -> tuple[str, ...]:
    """A heading in lines: English is broken between words, Chinese after four characters."""
    lines = textwrap.wrap(heading, _ENGLISH) if heading.isascii() else chop_cells(heading, _CHINESE)
    return tuple(lines) or ("",)


def _drawn(grid: _Grid, names: int, gap: int, look: Look) -> Styled:
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
