"""Table two: blocks of a caption, column headings and one or two rows."""

from collections.abc import Iterator
from typing import Any

from lint.model.layout import Layout
from tests.documents.grids import Box, Table
from tests.documents.style import Style, figure, heading, typed

_CORNER = "信息内容"


def table_two(table: dict[str, Any], layout: Layout, style: Style) -> tuple[Table, ...]:
    """Table two as one table, or each block as one."""
    blocks = [tuple(row for row in rows if row in table) for rows in layout.captions.values()]
    widest = 1 + max((len(cells) for cells in table.values()), default=1)
    made: list[Table] = []
    for caption, rows in zip(layout.captions, blocks, strict=True):
        if rows:
            width = widest if style.blocks == "one" else 1 + len(table[rows[0]])
            made.append(Table((_caption(caption, width, style), *_block(rows, table, layout, width, style))))
    if style.blocks == "one" and made:
        return (Table(tuple(row for block in made for row in block.rows)),)
    return tuple(made)


def _caption(words: str, width: int, style: Style) -> tuple[Box, ...]:
    return (Box(typed(words, style), width),)


def _block(
    rows: tuple[str, ...], table: dict[str, Any], layout: Layout, width: int, style: Style
) -> Iterator[tuple[Box, ...]]:
    names = {label.key: label.words.zh for label in (*layout.blocks, *layout.block_columns)}
    columns = tuple(table[rows[0]])
    last = width - len(columns)  # the last column covers what the widest block has more
    heads = [heading(names.get(f"{rows[0]}/{column}", names[column]), style) for column in columns]
    yield (Box(_CORNER), *(Box(words) for words in heads[:-1]), Box(heads[-1], last))
    for row in rows:
        *before, final = (table[row][column] for column in columns)
        yield (Box(typed(names[row], style)), *(figure(one, style) for one in before), figure(final, style, last))
