"""Plain and pasted text: lines are paragraphs, lines with tabs are rows of a grid."""

import re
from collections.abc import Iterator

from lint.model.place import Place
from lint.readers.outline import Block, Cell, Grid, Outline

_LINE_END = re.compile(r"\r\n|\r|\n")
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
_SPACE = f" \t\u00a0\u3000\v\f{_INVISIBLE}"


def read_outline(text: str) -> Outline:
    """The outline of a text. Blank lines between rows do not end a grid; any other line does."""
    return Outline(tuple(_blocks(text)))


def _blocks(text: str) -> Iterator[Block]:
    rows: list[tuple[Cell, ...]] = []
    for number, line in enumerate(_LINE_END.split(text), start=1):
        if not line.strip(_SPACE) and "\t" not in line:
            continue
        if "\t" in line:
            rows.append(tuple(_cells(line, number)))
            continue
        if rows:
            yield Grid(tuple(rows))
            rows = []
        yield _cell(line, number, 0)
    if rows:
        yield Grid(tuple(rows))


def _cells(line: str, number: int) -> Iterator[Cell]:
    start = 0
    for piece in line.split("\t"):
        yield _cell(piece, number, start)
        start += len(piece) + 1


def _cell(piece: str, line: int, start: int) -> Cell:
    text = piece.strip(_SPACE)
    before = len(piece) - len(piece.lstrip(_SPACE)) if text else 0
    column = start + before + 1
    return Cell(text, Place(line=line, column=column, end_line=line, end_column=column + len(text)))
