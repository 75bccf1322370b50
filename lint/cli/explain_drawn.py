"""An explanation drawn on the terminal: tables with the wrong cell marked, and what can be copied as it stands."""

from collections.abc import Iterator

from rich import box
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Styled

from lint.formatters.blocks import INDENT, foreign, printed, signs
from lint.formatters.look import Look
from lint.rulebook.explaining.blocks import Block, Code, Explained, Grid, Line

_STYLES = {"good": "green", "bad": "bold red"}


def drawn(one: Explained, look: Look) -> Iterator[str]:
    """The explanation, piece by piece."""
    yield printed(_said(f"{one.id} {one.name}  [{one.severity}]", look, "bold"), look)
    yield printed(_said(one.title, look), look)
    for part in one.parts:
        yield "\n" + printed(_said(part.heading, look, _STYLES.get(part.name, "bold")), look)
        for block in part.blocks:
            yield _block(block, look)


def _block(block: Block, look: Look) -> str:
    if isinstance(block, Line):
        words = _said(block.words, look, "bold red" if block.wrong else "")
        return printed(Padding(words, (0, 0, 0, INDENT * (1 + block.level))), look)
    if isinstance(block, Grid):
        return printed(Padding(_grid(block, look), (0, 0, 0, INDENT)), look)
    return _code(block, look)


def _grid(grid: Grid, look: Look) -> Table:
    table = Table(box=box.ROUNDED if look.unicode else box.ASCII2, show_lines=False)
    table.add_column(foreign(grid.title, look), overflow="fold")
    for name in grid.columns:
        table.add_column(foreign(name, look), justify="right", overflow="fold")
    for label, cells in grid.rows:
        shown = (Styled(foreign(cell.shown, look), "bold red" if cell.wrong else "") for cell in cells)
        table.add_row(foreign(label, look), *shown)
    return table


def _code(code: Code, look: Look) -> str:
    """At the margin and unbroken, however long a line is: it is to be copied."""
    return "\n" + "".join(f"{foreign(line, look)}\n" for line in code.text.split("\n"))


def _said(words: str, look: Look, style: str = "") -> Styled:
    return Styled(foreign(signs(words, look), look), style)
