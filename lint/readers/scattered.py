"""Tables whose figures stand there, but not in rows: one a line, between commas, in a layout of their own."""

import re

from lint.model.form import TABLE_SECTIONS, TABLES
from lint.model.place import Place
from lint.model.report import Trouble
from lint.model.text import Text
from lint.readers.labels import Indexes
from lint.readers.numbers import is_count
from lint.readers.outline import Cell
from lint.readers.parts import Line, Part
from lint.readers.rows import LOST
from lint.readers.table_four import heads
from lint.readers.table_parts import Found

# So many figures in a section that has no table are the figures of its table.
_LEAST = {"proactive": 4, "applications": 14, "disputes": 10}
_NAMED = {"proactive": 3, "applications": 6, "disputes": 6}  # so many lines of labels are a table, without figures too
_SEPARATORS = re.compile(r"[\s,，;；|｜│/]+")
_LONGEST = 400
_LONGEST_LABEL = 60


def cut_scattered(parts: list[Part], texts: list[list[Cell]], labels: Indexes, found: Found) -> list[list[Cell]]:
    """The text without a table that is there and was not read: that is said to be lost, never said to be missing."""
    lost: set[Place | None] = set()
    for table in TABLE_SECTIONS:
        at = TABLES[table]
        if found.was_read(at) or any(trouble.pointer == at for trouble in found.troubles):
            continue
        lines = [line for part in parts if part.key == table for line in part.lines]
        counted = [(_counts(line), line) for line in lines]
        named = [line for line in lines if _is_label(line, table, labels)]
        figures = sum(count for count, _ in counted)
        if figures >= _LEAST[table] or len(named) >= _NAMED[table]:
            first = next((line for count, line in counted if count), named[0] if named else lines[0])
            words = _WORDS if figures else _NO_FIGURES
            found.troubles.append(Trouble(LOST, at, words, first.cells[0].place))
            lost.update(cell.place for line in named for cell in line.cells)
            lost.update(cell.place for count, line in counted if count for cell in line.cells)
    lost.discard(None)
    return [[cell for cell in cells if cell.place not in lost] for cells in texts] if lost else texts


_WORDS = Text(
    "此处有数字，但没有按表格的行列排列，无法确定各格数值，未作核对",
    "figures stand here, but not in the rows and columns of the form: they cannot be told apart and were not checked",
)
_NO_FIGURES = Text(
    "此处有表格的行名和栏目，但没有数字，未作核对",
    "the labels of the table stand here without any figures: nothing could be checked",
)


def _is_label(line: Line, table: str, labels: Indexes) -> bool:
    """Whether a line holds labels of this table and no figure."""
    texts = [cell.text for cell in line.cells if cell.text]
    if not texts or len(texts[0]) > _LONGEST_LABEL:
        return False
    if table == "disputes":
        return all(heads(text, labels) for text in texts)
    known = labels.rows if table == "applications" else labels.blocks
    return any(known.find(text) or (table == "applications" and labels.groups.find(text)) for text in texts)


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
