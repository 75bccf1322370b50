"""Table four: one row of fifteen figures under three levels of headings, or three rows of five."""

from lint.model.errors import Unreadable
from lint.model.form import GROUPS, OUTCOMES, TABLES
from lint.model.report import Trouble
from lint.model.text import Text
from lint.readers.labels import Indexes, folded
from lint.readers.numbers import is_figure
from lint.readers.outline import Cell
from lint.readers.rows import align, excerpt
from lint.readers.table_parts import Found, first_filled

_AT = TABLES["disputes"]
_ALL = tuple((group, outcome) for group in GROUPS for outcome in OUTCOMES)
_WORDS = frozenset({"行政复议", "行政诉讼", "结果", "维持", "纠正", "其他", "尚未", "审结"})


class TableFour:
    """Reads table four."""

    def __init__(self, labels: Indexes) -> None:
        self.labels = labels
        self.seen_heading = False
        self.rows: list[tuple[Cell, ...]] = []

    def take(self, cells: tuple[Cell, ...], found: Found, *, at_home: bool) -> bool:
        """Whether the line is a heading or the figures of this table."""
        del found
        texts = [cell.text for cell in cells if cell.text]
        if texts and all(self._heads(text) for text in texts) and (at_home or len(texts) > 1):
            self.seen_heading = True
            return True
        if not at_home and not self.seen_heading:
            return False
        figures = self._figures(cells)
        if figures:
            self.rows.append(figures)
        return bool(figures) or (at_home and not texts)

    def finish(self, found: Found, edition: str) -> None:
        """Read the figures: fifteen in one row, or five in each of three."""
        del edition
        if len(self.rows) == 1:
            self._whole(self.rows[0], found)
        elif len(self.rows) == len(GROUPS):
            for group, cells in zip(GROUPS, self.rows, strict=True):
                found.row(f"{_AT}/{group}", OUTCOMES, cells, cells[0])
        elif self.rows:
            words = Text("表四有多行数字，不知哪一行为准", "table four has several rows of figures")
            found.troubles.append(Trouble("LT006", _AT, words, self.rows[0][0].place))

    def _heads(self, text: str) -> bool:
        return (
            self.labels.dispute_groups.find(text) is not None
            or self.labels.outcomes.find(text) is not None
            or folded(text) in _WORDS
        )

    def _figures(self, cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        """The cells from the first figure on, where all that follow are figures or blank."""
        start = first_filled(cells)
        if start is not None and self._heads(cells[start].text):
            cells = cells[start + 1 :]
            start = first_filled(cells)
        if start is None or len(cells) < len(OUTCOMES) and not _glued(cells):
            return ()
        return cells if all(is_figure(cell.text) for cell in cells) else ()

    def _whole(self, cells: tuple[Cell, ...], found: Found) -> None:
        try:
            fitting = align(cells, len(_ALL))
        except Unreadable as error:
            found.troubles.append(Trouble(error.rule, _AT, error.words, error.place))
            return
        for number, group in enumerate(GROUPS):
            part = fitting[number * len(OUTCOMES) : (number + 1) * len(OUTCOMES)]
            found.row(f"{_AT}/{group}", OUTCOMES, part, part[0])


def _glued(cells: tuple[Cell, ...]) -> bool:
    filled = [cell.text for cell in cells if cell.text]
    return len(filled) == 1 and len(filled[0]) >= len(_ALL) and filled[0].isdecimal()


def lost_words(text: str) -> Text:
    """What is said of a table whose cells run together."""
    shown = excerpt(text)
    return Text(
        f"单元格之间的分隔已丢失（“{shown}”），各格数字无法分开，未作核对",
        f"the separators between the cells are lost ('{shown}'): the figures cannot be told apart and were not checked",
    )

