"""Table three: 25 rows (edition 2019: 23) of seven figures under labels that stand in one to three cells."""

from itertools import pairwise
from typing import NamedTuple

from lint.model.form import COLUMNS, ROWS, SINGLE_OTHER, SPLIT_OTHER, TABLES
from lint.model.report import Trouble
from lint.model.text import Text
from lint.readers.labels import Indexes, Match, folded
from lint.readers.numbers import is_figure
from lint.readers.outline import Cell
from lint.readers.rows import AMBIGUOUS
from lint.readers.table_parts import Found

_AT = TABLES["applications"]
_SUBTOTAL = ("小计", "合计数")
_CORNER = "勾稽关系"
_LONGEST_LABEL = 60
_SHORTEST_BEGINNING = 4
_OTHER_TABLE = 15  # so many cells in a row without a label are the figures of table four
_ENOUGH = 4  # column headings that must be recognised before they decide the order of the columns


class _Line(NamedTuple):
    """One row with figures: its key, None where the label is unknown."""

    key: str | None
    label: Cell
    cells: tuple[Cell, ...]


class TableThree:
    """Reads table three. Labels decide; an unknown label between two known rows is the one that is missing there."""

    def __init__(self, labels: Indexes) -> None:
        self.labels = labels
        self.columns: tuple[str | None, ...] = COLUMNS
        self.lines: list[_Line] = []
        self.pending = ""

    def take(self, cells: tuple[Cell, ...], found: Found, *, at_home: bool) -> bool:
        """Whether the line is a heading or a row of this table, or a part of a label broken over lines."""
        if self._heading(cells, found):
            return True
        number, row = self._label(cells)
        if row is not None and len(cells) - number > 1:
            self._known(row, cells, number, found)
            return True
        if len(cells) == 1 or not any(cell.text for cell in cells):
            return self._piece(cells[0]) or (at_home and not cells[0].text)
        return at_home and self._unknown(cells)

    def finish(self, found: Found, edition: str) -> None:
        """Give unknown rows their place, then read all figures."""
        del edition
        for line in _placed(_one_form(self.lines), found):
            if line.key is not None:
                found.row(f"{_AT}/{line.key}", self.columns, line.cells, line.label)
        _note_order([line.key for line in self.lines if line.key], found)

    def _known(self, row: Match, cells: tuple[Cell, ...], number: int, found: Found) -> None:
        self.pending = ""
        if not row.official:
            found.remark("label", f"{_AT}/{row.key}", cells[number])
        self.lines.append(_Line(row.key, cells[number], cells[number + 1 :]))

    def _unknown(self, cells: tuple[Cell, ...]) -> bool:
        """A row of figures under an unknown label, perhaps the end of a label that began a line before."""
        label = _last_label(cells)
        start = 0 if label is None else label + 1
        rest = cells[start:]
        if label is None and len(rest) >= _OTHER_TABLE:
            return False
        if not any(cell.text and is_figure(cell.text) for cell in rest):
            return bool(self._piece(Cell("".join(cell.text for cell in cells))))
        words = self.pending + (cells[label].text if label is not None else "")
        joined = self.labels.rows.find(words)
        self.pending = ""
        if label is None and self._goes_on(rest):
            return True
        place = cells[label].place if label is not None else next(cell.place for cell in rest if cell.text)
        self.lines.append(_Line(joined.key if joined else None, Cell(words, place), rest))
        return True

    def _goes_on(self, figures: tuple[Cell, ...]) -> bool:
        """Whether the row before broke off after its label, so that these are its figures."""
        before = self.lines[-1] if self.lines else None
        if before is None or len(before.cells) >= len(self.columns) or any(cell.text for cell in before.cells):
            return False
        self.lines[-1] = before._replace(cells=figures)
        return True

    def _piece(self, cell: Cell) -> bool:
        """Whether a line alone is the beginning of a label that goes on in the next."""
        text = folded(self.pending + cell.text)
        if cell.text and (self.labels.groups.find(text) or self.labels.rows.find(text) or self._begins(text)):
            self.pending = "" if self.labels.groups.find(text) else self.pending + cell.text
            return True
        return False

    def _begins(self, text: str) -> bool:
        return len(text) >= _SHORTEST_BEGINNING and self.labels.rows.begins(text)

    def _label(self, cells: tuple[Cell, ...]) -> tuple[int, Match | None]:
        """The cell that names the row, and the row: the last label in front of the figures."""
        found: tuple[int, Match | None] = (0, None)
        for number, cell in enumerate(cells):
            if cell.text and is_figure(cell.text) and not self._names(cell.text):
                break
            if row := self.labels.rows.find(cell.text):
                found = (number, row)
                if row.key != SINGLE_OTHER:
                    break
        return found

    def _names(self, text: str) -> bool:
        return self.labels.rows.find(text) is not None or self.labels.groups.find(text) is not None

    def _heading(self, cells: tuple[Cell, ...], found: Found) -> bool:
        texts = [cell.text for cell in cells if cell.text]
        if not texts or any(is_figure(text) or len(text) > _LONGEST_LABEL for text in texts):
            return False
        if any(_CORNER in text or "钩稽关系" in text for text in texts) or texts == ["申请人情况"]:
            return True
        matches = [self.labels.columns.find(text) for text in texts]
        known = {match.key for match in matches if match}
        if len(known) >= _ENOUGH:
            self._set_columns([cell for cell in cells if cell.text], matches, found)
        # One word before as many blank cells as there are columns is a row left blank: 3.其他, （七）总计.
        alone = len(texts) == 1 and len(cells) <= len(self.columns)
        return len(known) > 1 or (len(known) == 1 and alone) or set(map(folded, texts)) <= _HEADER_PIECES

    def _set_columns(self, cells: list[Cell], matches: list[Match | None], found: Found) -> None:
        keys = [match.key if match else None for match in matches]
        for cell, match in zip(cells, matches, strict=True):
            if match is None:
                found.remark("unknown-column", _AT, cell)
        middle = [key for key in keys if key not in ("natural_person", "total")]
        columns = ("natural_person", *middle, "total")
        if len(columns) >= len(COLUMNS) and set(COLUMNS) <= set(columns):
            self.columns = columns


_HEADER_PIECES = frozenset("组织 机构 企业 商业 科研 社会 公益 法律 服务 法人或其他组织 申请人情况".split())


def _last_label(cells: tuple[Cell, ...]) -> int | None:
    """The last cell with words before the first figure; None where no words stand there."""
    found = None
    for number, cell in enumerate(cells):
        if cell.text and is_figure(cell.text):
            break
        if cell.text:
            found = number
    return found


def _one_form(lines: list[_Line]) -> list[_Line]:
    """The lines of one layout: beside the rows of （六） its label is no row of its own, whatever figures follow it."""
    if not any(line.key in SPLIT_OTHER for line in lines):
        return lines
    return [line._replace(key=None) if line.key == SINGLE_OTHER else line for line in lines]


def _placed(lines: list[_Line], found: Found) -> list[_Line]:
    """The lines with unknown labels named by position where exactly the missing rows stand between two known ones."""
    edition = "2019" if any(line.key == SINGLE_OTHER for line in lines) else "2021"
    keys = _by_position([line.key for line in lines], ROWS[edition])
    for line, key in zip(lines, keys, strict=True):
        if key is None:
            _note_unknown(line, found)
        elif line.key is None:
            found.remark("label", f"{_AT}/{key}", line.label)
    return [line._replace(key=key) for line, key in zip(lines, keys, strict=True)]


def _by_position(known: list[str | None], order: tuple[str, ...]) -> list[str | None]:
    """The keys of all rows: those between two known rows are the missing ones, if they are as many."""
    keys, given = list(known), set(known)
    fixed = [-1, *(number for number, key in enumerate(known) if key in order), len(known)]
    for before, after in pairwise(fixed):
        first = order.index(known[before] or "") + 1 if before >= 0 else 0
        end = order.index(known[after] or "") if after < len(known) else len(order)
        missing = [key for key in order[first:end] if key not in given]
        unknown = [number for number in range(before + 1, after) if known[number] is None]
        if len(missing) == len(unknown):
            for number, key in zip(unknown, missing, strict=True):
                keys[number] = key
    return keys


def _note_unknown(line: _Line, found: Found) -> None:
    """Figures under a label that is none of the form's are not dropped in silence: a sum may need them."""
    found.remark("unknown-row", _AT, line.label)
    words = Text(
        f"表中有一行不是格式规定的行：“{line.label.text[:30]}”",
        f"a row that is none of the form's: '{line.label.text[:30]}'",
    )
    if any(cell.text not in ("", "0") for cell in line.cells):
        found.troubles.append(Trouble(AMBIGUOUS, f"{_AT}/results", words, line.label.place))


def _note_order(keys: list[str], found: Found) -> None:
    order = [key for key in dict.fromkeys(keys) if key in ROWS["2021"] or key == SINGLE_OTHER]
    ranks = [(ROWS["2019"] if key == SINGLE_OTHER else ROWS["2021"]).index(key) for key in order]
    for number in range(1, len(ranks)):
        if ranks[number] < ranks[number - 1]:
            found.remark(
                "order", f"{_AT}/{order[number]}", Cell(order[number], found.places.get(f"{_AT}/{order[number]}"))
            )
