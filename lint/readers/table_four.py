"""Table four: one row of fifteen figures under three levels of headings, or three rows of five."""

from collections.abc import Mapping
from typing import NamedTuple

from lint.model.errors import Unreadable
from lint.model.form import GROUPS, OUTCOMES, TABLES
from lint.model.report import Trouble
from lint.model.text import Text
from lint.readers.labels import Indexes, folded, plain
from lint.readers.numbers import is_count, is_figure
from lint.readers.outline import Cell
from lint.readers.rows import align
from lint.readers.table_parts import Found, first_filled

_AT = TABLES["disputes"]
_ALL = tuple((group, outcome) for group in GROUPS for outcome in OUTCOMES)
_LITIGATION = "行政诉讼"
_COUNTS = frozenset({"件数", "数量", "数量件", "件数件", "案件数", "案件数量", "数值"})
_ENOUGH = 3  # headings that are known, and their share, where others are not
_FITTING = 0.6
_MOST = 12
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
        self.named: str | None = None  # the group that a line of its own names
        self.rows: list[_Row] = []

    def take(self, cells: tuple[Cell, ...], found: Found) -> bool:
        """Whether the line is a heading or the figures of this table."""
        filled = [cell for cell in cells if cell.text]
        if filled and self._heading(filled, found):
            self.seen_heading = True
            self._labelled_blanks(cells)
            groups = [group for cell in filled if (group := group_of(cell.text, self.labels))]
            if groups:
                self.named = groups[0] if len(filled) == 1 else None
            return True
        row = self._figures(cells)
        if row is not None:
            few = row.group is None and len(row.cells) < 2 * len(OUTCOMES)
            self.rows.append(row._replace(group=self.named) if few else row)
            self.named = None
        return row is not None or not filled

    def _heading(self, filled: list[Cell], found: Found) -> bool:
        """Whether a line is one of headings: all known, or all but the corner and what was recognised wrongly."""
        unknown = [cell for cell in filled if not heads(cell.text, self.labels)]
        if not unknown:
            return True
        known = len(filled) - len(unknown)
        if known < _ENOUGH or known < _FITTING * len(filled) or any(is_figure(cell.text) for cell in unknown):
            return False
        for cell in unknown if unknown[0] is not filled[0] else unknown[1:]:
            found.remark("label", _AT, cell)
        return True

    def finish(self, found: Found, edition: str) -> None:
        """Read the figures: fifteen in one row, or five in each of three."""
        del edition
        self._once(found)
        named = {row.group: row for row in self.rows if row.group is not None}
        bare = [row for row in self.rows if row.group is None]
        filled = [row for row in self.rows if row.filled]
        labelled = any(row.filled for row in named.values()) or len(named) == len(GROUPS)
        if labelled and len(named) + len(bare) == len(self.rows):
            self._groups(named, found)
            bare = [row for row in bare if row.filled]
        elif len(self.rows) > 1 and not named and sum(len(row.cells) for row in bare) == len(_ALL):
            self._whole(tuple(cell for row in bare for cell in row.cells), found)
            bare = []
        elif len(bare) == len(GROUPS) and all(len(row.cells) < len(_ALL) for row in bare):
            self._groups(dict(zip(GROUPS, bare, strict=True)), found)
            bare = []
        elif len(filled) == 1 or (not filled and bare):
            self._whole((filled or bare)[0].cells, found)
            bare = []
        if bare:
            words = Text("表四有多行数字，不知哪一行为准", "table four has several rows of figures")
            found.troubles.append(Trouble("LT006", _AT, words, bare[0].cells[0].place))

    def _once(self, found: Found) -> None:
        """A table that stands twice with the same figures is read once."""
        said = [(row.group, [cell.text for cell in row.cells]) for row in self.rows]
        half = len(said) // 2
        if half and len(said) == 2 * half and said[:half] == said[half:] and any(row.filled for row in self.rows):
            whole = half > 1 or len(self.rows[0].cells) >= len(_ALL)
            if whole and half in (1, len(GROUPS)):
                again = [cell for cell in self.rows[half].cells if cell.text]
                found.remark("doubled-row", _AT, again[0]._replace(text=" ".join(cell.text for cell in again)))
                self.rows = self.rows[:half]

    def _labelled_blanks(self, cells: tuple[Cell, ...]) -> None:
        """The label of a group alone before as many blank cells as it has outcomes is a row left blank."""
        start = first_filled(cells) or 0
        rest = cells[start + 1 :]
        group = group_of(cells[start].text, self.labels)
        if group is not None and len(rest) >= len(OUTCOMES) and not any(cell.text for cell in rest):
            self.rows.append(_Row(group, rest))

    def _figures(self, cells: tuple[Cell, ...]) -> _Row | None:
        """The cells after the label, where all of them are figures or blank."""
        start = first_filled(cells)
        if start is None:
            return _Row(None, cells) if len(cells) >= (len(OUTCOMES) if self.seen_heading else len(_ALL)) else None
        label = cells[start].text
        group = group_of(label, self.labels)
        if heads(label, self.labels):
            cells = cells[start + 1 :]
            below = first_filled(cells)
            if below is not None and heads(cells[below].text, self.labels):
                group = group_of(cells[below].text, self.labels) or group  # 行政诉讼 | 复议后起诉
                cells = cells[below + 1 :]
        elif not is_figure(label) and (len(cells) - start > len(_ALL) or plain(label) in _COUNTS):
            cells = cells[start + 1 :]  # 件数, 数量 in front of the figures
        if len(cells) < len(OUTCOMES) and not _glued(cells):
            return None
        return _Row(group, cells) if _are_figures(cells) else None

    def _groups(self, rows: Mapping[str, _Row], found: Found) -> None:
        for group, row in rows.items():
            found.row(f"{_AT}/{group}", OUTCOMES, row.cells, row.cells[0])

    def _whole(self, cells: tuple[Cell, ...], found: Found) -> None:
        if len(cells) == len(_ALL) - 1 and not any(cell.text for cell in cells):
            cells = (*cells, cells[-1])  # a bar at the beginning of a line: whether a blank cell stands before it
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
    return group_of(text, labels) is not None or labels.outcomes.find(text) is not None or folded(text) in _WORDS


def group_of(text: str, labels: Indexes) -> str | None:
    """The group that a heading names, also as 行政诉讼（复议后起诉）."""
    match = labels.dispute_groups.find(text) or labels.dispute_groups.find(plain(text).removeprefix(_LITIGATION))
    return match.key if match else None


def _are_figures(cells: tuple[Cell, ...]) -> bool:
    """Whether cells hold figures: a date or a note in numbers is none."""
    filled = [cell.text for cell in cells if cell.text]
    counts = sum(1 for text in filled if is_count(text))
    if len(filled) == len(_ALL) and counts >= _MOST:
        return True  # the whole row, some of its cells no plain figures
    return all(is_figure(text) for text in filled) and (2 * counts >= len(filled) or len(filled) >= len(OUTCOMES))


def _glued(cells: tuple[Cell, ...]) -> bool:
    filled = [cell.text for cell in cells if cell.text]
    return len(filled) == 1 and len(filled[0]) >= len(_ALL) and filled[0].isdecimal()
