"""Table four: one row of fifteen figures under three levels of headings, or three rows of five."""

from collections.abc import Mapping
from typing import NamedTuple

from lint.model.errors import Unreadable
from lint.model.form import GROUPS, OUTCOMES, TABLES
from lint.model.report import Trouble
from lint.model.text import Text
from lint.readers.labels import Indexes, folded
from lint.readers.numbers import is_count, is_figure
from lint.readers.outline import Cell
from lint.readers.rows import align
from lint.readers.table_parts import Found, first_filled

_AT = TABLES["disputes"]
_ALL = tuple((group, outcome) for group in GROUPS for outcome in OUTCOMES)
_WORDS = frozenset({"行政复议", "行政诉讼", "结果", "维持", "纠正", "其他", "尚未", "审结"})


class _Row(NamedTuple):
    """One row of figures, perhaps all blank; ``group`` is its label, where it has one."""

    group: str | None
    cells: tuple[Cell, ...]

    @property
    def filled(self) -> bool:
        return any(cell.text for cell in self.cells)


class TableFour:
    """Reads table four."""

    def __init__(self, labels: Indexes) -> None:
        self.labels = labels
        self.seen_heading = False
        self.rows: list[_Row] = []

    def take(self, cells: tuple[Cell, ...], found: Found) -> bool:
        """Whether the line is a heading or the figures of this table."""
        del found
        texts = [cell.text for cell in cells if cell.text]
        if texts and all(heads(text, self.labels) for text in texts):
            self.seen_heading = True
            self._labelled_blanks(cells)
            return True
        row = self._figures(cells)
        if row is not None:
            self.rows.append(row)
        return row is not None or not texts

    def finish(self, found: Found, edition: str) -> None:
        """Read the figures: fifteen in one row, or five in each of three."""
        del edition
        self._once(found)
        named = {row.group: row for row in self.rows if row.group is not None}
        plain = [row for row in self.rows if row.group is None]
        filled = [row for row in self.rows if row.filled]
        labelled = any(row.filled for row in named.values()) or len(named) == len(GROUPS)
        if labelled and len(named) + len(plain) == len(self.rows):
            self._groups(named, found)
            plain = [row for row in plain if row.filled]
        elif len(plain) == len(GROUPS) and all(len(row.cells) < len(_ALL) for row in plain):
            self._groups(dict(zip(GROUPS, plain, strict=True)), found)
            plain = []
        elif len(filled) == 1 or (not filled and plain):
            self._whole((filled or plain)[0].cells, found)
            plain = []
        if plain:
            words = Text("表四有多行数字，不知哪一行为准", "table four has several rows of figures")
            found.troubles.append(Trouble("LT006", _AT, words, plain[0].cells[0].place))

    def _once(self, found: Found) -> None:
        """A table that stands twice with the same figures is read once."""
        said = [(row.group, [cell.text for cell in row.cells]) for row in self.rows]
        half = len(said) // 2
        if half and len(said) == 2 * half and said[:half] == said[half:] and any(row.filled for row in self.rows):
            whole = half > 1 or len(self.rows[0].cells) >= len(_ALL)
            if whole and half in (1, len(GROUPS)):
                found.remark("doubled-row", _AT, next(cell for cell in self.rows[half].cells if cell.text))
                self.rows = self.rows[:half]

    def _labelled_blanks(self, cells: tuple[Cell, ...]) -> None:
        """The label of a group alone before as many blank cells as it has outcomes is a row left blank."""
        start = first_filled(cells) or 0
        rest = cells[start + 1 :]
        group = self.labels.dispute_groups.find(cells[start].text)
        if group is not None and len(rest) >= len(OUTCOMES) and not any(cell.text for cell in rest):
            self.rows.append(_Row(group.key, rest))

    def _figures(self, cells: tuple[Cell, ...]) -> _Row | None:
        """The cells after the label, where all of them are figures or blank."""
        start = first_filled(cells)
        if start is None:
            return _Row(None, cells) if len(cells) >= (len(OUTCOMES) if self.seen_heading else len(_ALL)) else None
        label = cells[start].text
        group = self.labels.dispute_groups.find(label)
        if heads(label, self.labels):
            cells = cells[start + 1 :]
        elif not is_figure(label) and len(cells) - start > len(_ALL):
            cells = cells[start + 1 :]  # 件数, 数量 in front of the one row
        if len(cells) < len(OUTCOMES) and not _glued(cells):
            return None
        return _Row(group.key if group else None, cells) if _are_figures(cells) else None

    def _groups(self, rows: Mapping[str, _Row], found: Found) -> None:
        for group, row in rows.items():
            found.row(f"{_AT}/{group}", OUTCOMES, row.cells, row.cells[0])

    def _whole(self, cells: tuple[Cell, ...], found: Found) -> None:
        try:
            fitting = align(cells, len(_ALL))
        except Unreadable as error:
            found.troubles.append(Trouble(error.rule, _AT, error.words, error.place))
            return
        for number, group in enumerate(GROUPS):
            part = fitting[number * len(OUTCOMES) : (number + 1) * len(OUTCOMES)]
            found.row(f"{_AT}/{group}", OUTCOMES, part, part[0])


def heads(text: str, labels: Indexes) -> bool:
    """Whether a cell holds a heading of this table."""
    return (
        labels.dispute_groups.find(text) is not None or labels.outcomes.find(text) is not None or folded(text) in _WORDS
    )


def _are_figures(cells: tuple[Cell, ...]) -> bool:
    """Whether cells hold figures: a date or a note in numbers is none."""
    filled = [cell.text for cell in cells if cell.text]
    counts = sum(1 for text in filled if is_count(text))
    return all(is_figure(text) for text in filled) and (2 * counts >= len(filled) or len(filled) >= len(OUTCOMES))


def _glued(cells: tuple[Cell, ...]) -> bool:
    filled = [cell.text for cell in cells if cell.text]
    return len(filled) == 1 and len(filled[0]) >= len(_ALL) and filled[0].isdecimal()
