"""Which row of a sheet is text, and which is the row of a table."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lint.readers.numbers import is_figure
from lint.readers.sheet_merges import Merges
from lint.readers.sheets import Entry, Sheet, SheetRow

_LONGEST_LABEL = 60
_SENTENCE_ENDS = ("。", "；", "！", "？", "报告", "年报")
_HEADING = re.compile(r"\s*(?:第?[一二三四五六七八九十]{1,2}(?:[、.．]|部分|章)|第二十条)")
# The last row of a table, left blank; a note, a date or a name below the table has a colon or digits.
_LABEL = re.compile(r"(?:[0-9][.、．])?[^0-9:：\s]{2,40}")
# Rows of a table whose labels are numbered as headings are.
_ROW = re.compile(r"本年新收|上年结转|办理结果|结转下年度")
_TABLE = 2  # so many cells beside each other are the row of a table


class Line(NamedTuple):
    """A row of a sheet with what its merged cells say.

    ``end`` is the last column that its filled cells cover, ``under`` whether a cell of a row above reaches into it.
    """

    number: int
    filled: tuple[Entry, ...]
    ruled: int
    end: int
    under: bool

    @property
    def first(self) -> Entry:
        """The first filled cell."""
        return self.filled[0]

    @property
    def several(self) -> bool:
        """Whether cells stand beside each other."""
        return len(self.filled) >= _TABLE


def lines_of(sheet: Sheet, rows: Sequence[SheetRow]) -> list[Line]:
    """The rows of a region as lines. Merged cells end where the region does."""
    merges = Merges(sheet.merges)
    last = max((entry.column for row in rows for entry in row.entries), default=1)
    lines = []
    for row in rows:
        merges.go_to(row.number)
        filled = tuple(entry for entry in row.entries if entry.filled)
        over = merges.over(filled[-1].column) if filled else None
        end = min(over.right, last) if over else filled[-1].column if filled else 0
        ruled = len(row.entries) - len(filled)
        lines.append(Line(row.number, filled, ruled, end, merges.from_above(last)))
    return lines


def cut(lines: Sequence[Line]) -> Iterator[Line | list[Line]]:
    """The lines as paragraphs, each a line, and as grids of lines."""
    followed = _followed(lines)
    grid: list[Line] = []
    for number, line in enumerate(lines):
        above = grid[-1] if grid and (line.under or _adjacent(grid[-1], line)) else None
        if grid and above is None:
            yield grid
            grid = []
        if _is_row(line, above, lines[number + 1] if followed[number] else None):
            grid.append(line)
        elif line.filled:
            if grid:
                yield grid
                grid = []
            yield line
    if grid:
        yield grid


def _adjacent(before: Line, after: Line) -> bool:
    return after.number == before.number + 1


def _followed(lines: Sequence[Line]) -> list[bool]:
    """Of every line, whether the row of a table follows, perhaps behind labels that stand alone."""
    followed = [False] * len(lines)
    for number in range(len(lines) - 2, -1, -1):
        after = lines[number + 1]
        row = after.several or (bool(after.filled) and not _reads_as_text(after) and followed[number + 1])
        followed[number] = row and _adjacent(lines[number], after)
    return followed


def _is_row(line: Line, above: Line | None, below: Line | None) -> bool:
    if line.several:
        return True
    if not line.filled:  # the row of a table that was left blank: only under its headings, else it parts two tables
        return line.ruled >= _TABLE and above is not None and not any(is_figure(one.text) for one in above.filled)
    beside = [one for one in (above, below) if one is not None]
    if not beside or (_reads_as_text(line) and not line.under):
        return False
    if line.ruled or (line.under and above is not None):
        return True
    if len(beside) > 1:
        return line.end < max(one.end for one in beside) or line.end == line.first.column
    return above is not None and line.end == line.first.column and _LABEL.fullmatch(line.first.text) is not None


def _reads_as_text(line: Line) -> bool:
    """Whether a cell alone holds a sentence, a heading or a caption, and not the label of a row."""
    text = line.first.text
    if len(text) > _LONGEST_LABEL or text.endswith(_SENTENCE_ENDS):
        return True
    return _HEADING.match(text) is not None and _ROW.search(text) is None
