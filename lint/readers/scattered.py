"""Tables whose figures stand there, but not in rows: one a line, between commas, in a layout of their own."""

import re

from lint.model.form import TABLE_SECTIONS, TABLES
from lint.model.report import Trouble
from lint.model.text import Text
from lint.readers.numbers import is_count
from lint.readers.outline import Cell
from lint.readers.parts import Line, Part
from lint.readers.rows import LOST
from lint.readers.table_parts import Found

# So many figures in a section that has no table are the figures of its table.
_LEAST = {"proactive": 4, "applications": 14, "disputes": 10}
_SEPARATORS = re.compile(r"[\s,，;；|｜│/]+")
_LONGEST = 400
_LONGEST_LABEL = 60


def note_scattered(parts: list[Part], found: Found) -> None:
    """A table that is there and was not read is said to be lost, never said to be missing."""
    for table in TABLE_SECTIONS:
        at = TABLES[table]
        if found.was_read(at) or _told(at, found):
            continue
        lines = [line for part in parts if part.key == table for line in part.lines]
        counted = [(_counts(line), line.cells[0]) for line in lines]
        if sum(count for count, _ in counted) >= _LEAST[table]:
            first = next(cell for count, cell in counted if count)
            found.troubles.append(Trouble(LOST, at, _WORDS, first.place))


_WORDS = Text(
    "此处有数字，但没有按表格的行列排列，无法确定各格数值，未作核对",
    "figures stand here, but not in the rows and columns of the form: they cannot be told apart and were not checked",
)


def _told(at: str, found: Found) -> bool:
    return any(trouble.pointer.startswith(at) for trouble in found.troubles)


def _counts(line: Line) -> int:
    """How many figures a line holds, if it holds nothing else behind its label."""
    if line.in_grid:
        return sum(1 for cell in line.cells if is_count(cell.text))
    return _in_text(line.cells[0])


def _in_text(cell: Cell) -> int:
    if len(cell.text) > _LONGEST:
        return 0
    pieces = [piece for piece in _SEPARATORS.split(cell.text) if piece]
    figures = 0
    while figures < len(pieces) and is_count(pieces[-1 - figures]):
        figures += 1
    label = "".join(pieces[: len(pieces) - figures])
    return figures if len(label) <= _LONGEST_LABEL and not label.endswith(("。", "；")) else 0
