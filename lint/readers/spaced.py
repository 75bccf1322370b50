"""Tables whose cells are parted by spaces only, as rows again: read where each label has as many figures as its row."""

import re
from typing import NamedTuple

from lint.model.form import COLUMNS, GROUPS, OUTCOMES
from lint.readers.header_three import PIECES
from lint.readers.header_two import CORNER
from lint.readers.labels import Indexes, folded
from lint.readers.outline import Cell
from lint.readers.parts import Line, Part
from lint.readers.stacked import enough, widths_of_two
from lint.readers.table_four import heads
from lint.readers.title import inside

_PIECE = re.compile(r"\S+")
# A row: words in which no sentence ends, and figures behind them.
_ROW = re.compile(r"(?P<words>[^。；;]{0,80}?)(?P<figures>(?:(?:^|\s+)-?\d{1,12}(?:\.\d{1,6})?){1,15})")
_LONGEST = 400
_WHOLE = len(GROUPS) * len(OUTCOMES)


class _Row(NamedTuple):
    """A line as a row: its cells, how many of them are figures, and the label if the form has it."""

    number: int
    cells: tuple[Cell, ...]
    figures: int
    label: str | None


def unspaced(part: Part, labels: Indexes) -> Part:
    """The part with the lines of such a table as rows of a grid; the part itself where it has none."""
    if part.key not in _WIDTHS:
        return part
    found = (_row(number, line, part.key, labels) for number, line in enumerate(part.lines) if not line.in_grid)
    rows = [row for row in found if row is not None]
    known = [row.number for row in rows if row.label is not None]
    fitting = [row for row in rows if row.figures in _widths(row, part.key, labels)]
    if not rows or not _is_table(part, fitting, len(known), labels):
        return part
    chosen = {row.number: row.cells for row in fitting if not known or known[0] <= row.number <= known[-1]}
    return part._replace(
        lines=[_line(line, chosen.get(number), labels) for number, line in enumerate(part.lines)],
    )


_WIDTHS = {"proactive": (), "applications": (len(COLUMNS),), "disputes": (_WHOLE,)}


def _widths(row: _Row, section: str, labels: Indexes) -> tuple[int, ...]:
    return widths_of_two(row.label or "", labels) if section == "proactive" else _WIDTHS[section]


def _row(number: int, line: Line, section: str, labels: Indexes) -> _Row | None:
    cell = line.cells[0]
    parted = " " in cell.text and cell.text[-1:].isdigit() and len(cell.text) <= _LONGEST
    found = _ROW.fullmatch(cell.text) if parted else None
    if found is None:
        return None
    figures = _pieces(cell, found.start("figures"), found.end())
    words = _pieces(cell, 0, found.end("words"))
    index = labels.blocks if section == "proactive" else labels.rows
    starts = [match.start() for match in _PIECE.finditer(found["words"])] if section != "disputes" else []
    for before, start in enumerate(starts):
        own = inside(cell, start, found.end("words"))
        if index.find(own.text):
            return _Row(number, (*words[:before], own, *figures), len(figures), own.text)
    label = (inside(cell, 0, found.end("words")),) if words else ()
    return _Row(number, (*label, *figures), len(figures), None) if section != "disputes" or not words else None


def _pieces(cell: Cell, start: int, end: int) -> tuple[Cell, ...]:
    return tuple(inside(cell, *found.span()) for found in _PIECE.finditer(cell.text, start, end))


def _is_table(part: Part, fitting: list[_Row], known: int, labels: Indexes) -> bool:
    """Whether so many rows fit; table four has one only, below headings that are parted by spaces as well."""
    if part.key != "disputes":
        return enough(sum(1 for row in fitting if row.label), known, part.key or "")
    return len(fitting) == 1 and any(len(_names(line, labels)) >= len(OUTCOMES) for line in part.lines)


def _line(line: Line, row: tuple[Cell, ...] | None, labels: Indexes) -> Line:
    cells = row or _names(line, labels)
    return Line(cells, in_grid=True) if cells else line


def _names(line: Line, labels: Indexes) -> tuple[Cell, ...]:
    """The column headings that a line holds; none where it holds anything else."""
    cell = line.cells[0]
    if line.in_grid or len(cell.text) > _LONGEST:
        return ()
    pieces = _pieces(cell, 0, len(cell.text))
    return pieces if len(pieces) > 1 and all(_is_name(piece.text, labels) for piece in pieces) else ()


def _is_name(text: str, labels: Indexes) -> bool:
    known = labels.columns.find(text) or labels.block_columns.find_dated(text)
    return bool(known) or folded(text) in PIECES or folded(text) == CORNER or heads(text, labels)
