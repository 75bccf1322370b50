"""The rows and columns of a table that a cause is about, drawn with their figures; the wrong cells are marked."""

from collections.abc import Mapping, Sequence

from rich.text import Text as Styled

from lint.formatters.blocks import foreign, signs
from lint.formatters.causes import MOST, figure
from lint.formatters.grid import Grid, draw_grid, heading_lines
from lint.formatters.look import Look
from lint.formatters.words import MORE_ROWS
from lint.model.cause import Cause, Excerpt
from lint.model.pointer import Pointer, join, parent, resolve
from lint.model.report import Tree
from lint.model.text import Text

MOST_ROWS = 12


def draw_excerpt(cause: Cause, tree: Tree, look: Look, width: int) -> Styled | None:
    """The excerpt of a cause, with ``5→6`` in brackets where a cell is wrong; None where it does not fit."""
    if cause.excerpt is None:
        return None
    return draw_grid(_grid(cause, cause.excerpt, tree, look), look, width)


def _grid(cause: Cause, excerpt: Excerpt, tree: Tree, look: Look) -> Grid:
    marks = _marks(cause, look)
    rows = _few(excerpt, marks)
    pointers = [[join(row, column) for column, _ in excerpt.columns] for row, _ in rows]
    left_out = len(excerpt.rows) - len(rows)
    return Grid(
        headings=tuple(heading_lines(foreign(words.say(look.language), look)) for _, words in excerpt.columns),
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
