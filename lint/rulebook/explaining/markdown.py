"""An explanation in Markdown: what ``explain --format markdown`` and the site of the rules show."""

import re
from collections.abc import Iterator

from lint.rulebook.explaining.blocks import Block, Code, Explained, Grid, Line

_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~])")
_FENCE = "```"


def as_markdown(one: Explained, level: int = 1) -> Iterator[str]:
    """The lines; ``level`` is that of the heading with the id."""
    yield f"{'#' * level} {one.id} {safe(one.title)}"
    yield from ("", f"`{one.name}` · {one.severity}")
    for part in one.parts:
        yield from ("", f"{'#' * (level + 1)} {part.heading}", "")
        yield from _blocks(part.blocks)


def _blocks(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Lines as lists, where there are several, so that none runs into the next."""
    several = sum(isinstance(block, Line) for block in blocks) > 1
    before: Block | None = None
    for block in blocks:
        if before is not None and not (isinstance(before, Line) and isinstance(block, Line)):
            yield ""
        before = block
        if isinstance(block, Line):
            yield f"{'    ' * block.level}{'- ' if several else ''}{_line(block)}"
        elif isinstance(block, Grid):
            yield from _grid(block)
        else:
            yield from _code(block)


def _line(line: Line) -> str:
    words = safe(line.words)
    return f"**{words}**" if line.wrong else words


def _grid(grid: Grid) -> Iterator[str]:
    yield f"| {' | '.join((safe(grid.title), *map(safe, grid.columns)))} |"
    yield f"|---|{'---:|' * len(grid.columns)}"
    for label, cells in grid.rows:
        shown = (f"**{safe(cell.shown)}**" if cell.wrong else safe(cell.words) for cell in cells)
        yield f"| {' | '.join((safe(label), *shown))} |"


def _code(code: Code) -> Iterator[str]:
    yield from (f"{_FENCE}{code.language}", *code.text.split("\n"), _FENCE)


def safe(words: str) -> str:
    """Words of a rule without a sign that Markdown or HTML would take for its own; one line."""
    escaped = _SIGNS.sub(r"\\\1", " ".join(words.split()))
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", re.sub(r"^([-+=])", r"\\\1", escaped))
