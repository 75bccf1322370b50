"""Table three: 25 rows (edition 2019: 23) of seven figures under labels that stand in one to three cells."""

from typing import NamedTuple

from lint.model.form import SINGLE_OTHER, SPLIT_OTHER, TABLES
from lint.readers.header_three import HeaderThree
from lint.readers.labels import Indexes, Match, folded
from lint.readers.numbers import PLACEHOLDERS, is_count, is_figure
from lint.readers.order_three import Row, note_order, one_form, placed
from lint.readers.outline import Cell
from lint.readers.table_parts import Found
from lint.readers.torn import is_torn

_AT = TABLES["applications"]
_SHORTEST_BEGINNING = 4
_OTHER_TABLE = 15  # so many cells in a row without a label are the figures of table four
_FEW = 3


class _Alone(NamedTuple):
    """A label that ended its line: its figures may follow, it may go on, or its row was left blank."""

    key: str
    label: Cell
    at: int


class TableThree:
    """Reads table three. Labels decide; an unknown label between two known rows is the one that is missing there."""

    def __init__(self, labels: Indexes) -> None:
        self.labels = labels
        self.header = HeaderThree(labels)
        self.lines: list[Row] = []
        self.pending = ""
        self.alone: list[_Alone] = []
        self.scattered = False

    def take(self, cells: tuple[Cell, ...], found: Found) -> bool:
        """Whether the line is a heading or a row of this table, or a part of a label broken over lines."""
        if self.header.take(cells, found):
            return True
        number, row = self._label(cells)
        if row is not None and len(cells) - number > 1:
            self._known(row, cells, number, found)
            return True
        if row is not None and not self._continues(cells[number].text):
            return self._label_alone(row, cells[number])
        if len(cells) == 1:
            return self._single(cells[0])
        if not any(cell.text for cell in cells):
            return True
        return self._unknown(cells)

    def finish(self, found: Found, edition: str) -> None:
        """Give unknown rows their place, then read all figures."""
        del edition
        self._blank_rows()
        lines = placed(one_form(self.lines), found, self.labels.rows)
        self.header.settle(line.cells for line in lines)
        columns, headings = self.header.columns, self.header.headings
        for line in lines:
            if line.key is not None:
                found.row(f"{_AT}/{line.key}", columns, line.cells, line.label, headings)
        note_order([line.key for line in lines if line.key], found)

    def _known(self, row: Match, cells: tuple[Cell, ...], number: int, found: Found) -> None:
        self.pending = ""
        if not row.official and not is_torn(cells[number].text, self.labels.rows.official(row.key)):
            found.remark("label", f"{_AT}/{row.key}", cells[number])
        self.lines.append(Row(row.key, cells[number], cells[number + 1 :]))

    def _label_alone(self, row: Match, label: Cell) -> bool:
        """A known label without cells behind it."""
        self.alone.append(_Alone(row.key, label, len(self.lines)))
        self.pending = label.text
        return True

    def _continues(self, text: str) -> bool:
        """Whether a text goes on where a label broke off."""
        joined = folded(self.pending + text)
        return bool(self.pending) and (self._names(joined) or self._begins(joined))

    def _blank_rows(self) -> None:
        """Labels alone are rows left blank, if this is a table with rows and its figures do not stand elsewhere."""
        if self.scattered or not any(is_count(cell.text) for line in self.lines for cell in line.cells):
            return
        given = {line.key for line in self.lines}
        if given & set(SPLIT_OTHER):
            given.add(SINGLE_OTHER)
        below = self.lines[0].key is None and not self.lines[0].label.text and all(line.above for line in self.lines)
        for alone in reversed(self.alone[:-1] if below else self.alone):
            if alone.key not in given:
                self.lines.insert(alone.at, Row(alone.key, alone.label, ()))

    def _single(self, cell: Cell) -> bool:
        if is_count(cell.text) and (self.alone or self.lines):
            self.scattered = self.scattered or bool(self.alone and self.alone[-1].at == len(self.lines))
            return False
        return not cell.text or self._piece(cell)

    def _unknown(self, cells: tuple[Cell, ...]) -> bool:
        """A row of figures under an unknown label, perhaps the end of a label that began a line before."""
        label = _last_label(cells)
        rest = cells[0 if label is None else label + 1 :]
        if label is None and len(rest) >= _OTHER_TABLE:
            return False
        filled = [cell for cell in rest if cell.text]
        if not any(is_figure(cell.text) for cell in filled):
            return label is not None and self._piece(cells[label])
        if label is None and all(cell.text in PLACEHOLDERS for cell in filled):
            return True  # headings that a program did not see
        if len(filled) < _FEW and not any(is_count(cell.text) for cell in filled):
            return False  # a date, a signature
        words = self.pending + (cells[label].text if label is not None else "")
        joined = self.labels.rows.find(words)
        if joined is None and label is not None:
            words = cells[label].text
        self.pending = ""
        if label is None and self._goes_on(rest):
            return True
        place = cells[label].place if label is not None else next(cell.place for cell in rest if cell.text)
        self.lines.append(Row(joined.key if joined else None, Cell(words, place), rest, above=label is None))
        return True

    def _goes_on(self, figures: tuple[Cell, ...]) -> bool:
        """Whether the row before broke off after its label, so that these are its figures."""
        if self.alone and self.alone[-1].at == len(self.lines):
            alone = self.alone.pop()
            self.lines.append(Row(alone.key, alone.label, figures, above=True))
            return True
        before = self.lines[-1] if self.lines else None
        if before is None or len(before.cells) >= len(self.header.columns) or any(cell.text for cell in before.cells):
            return False
        self.lines[-1] = before._replace(cells=figures)
        return True

    def _piece(self, cell: Cell) -> bool:
        """Whether a line alone is the beginning of a label that goes on in the next."""
        for before in (self.pending, ""):
            text = folded(before + cell.text)
            if cell.text and (self._names(text) or self._begins(text)):
                self.pending = "" if self.labels.groups.find(text) else before + cell.text
                return True
        return False

    def _begins(self, text: str) -> bool:
        enough = len(text) >= _SHORTEST_BEGINNING or (len(text) == _SHORTEST_BEGINNING - 1 and text[1] in ".、．")
        return enough and (self.labels.rows.begins(text) or self.labels.groups.begins(text))

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
            elif cell.text and found[1] is not None:
                return 0, None  # （六）其他处理 before a label that is not known, or goes on in the next line
        return found

    def _names(self, text: str) -> bool:
        return self.labels.rows.find(text) is not None or self.labels.groups.find(text) is not None


def _last_label(cells: tuple[Cell, ...]) -> int | None:
    """The last cell with words before the first figure; None where no words stand there."""
    found = None
    for number, cell in enumerate(cells):
        if cell.text and is_figure(cell.text):
            break
        if cell.text:
            found = number
    return found
