"""The column headings of table three: one line or two, whole or broken, in the order of the form or in another."""

from collections.abc import Iterable

from lint.model.form import COLUMNS, TABLES
from lint.readers.labels import Indexes, Match, folded, plain
from lint.readers.numbers import is_digits, is_figure
from lint.readers.outline import Cell
from lint.readers.table_parts import IGNORED, Found

_AT = TABLES["applications"]
_CORNER = ("勾稽关系", "钩稽关系")
_OVER = "申请人情况"
_ORGANISATIONS = "法人或其他组织"
_SUBTOTALS = frozenset({"小计", "合计数", "合计", "法人或其他组织小计"})
_LONGEST_LABEL = 60
_ENOUGH = 4  # column headings that must be recognised before they decide the order of the columns
PIECES = frozenset("组织 机构 企业 商业 科研 社会 公益 法律 服务 法人或其他组织 申请人情况".split())


class HeaderThree:
    """The columns as the headings tell them; in the order of the form where they tell nothing."""

    def __init__(self, labels: Indexes) -> None:
        self.labels = labels
        self.columns: tuple[str | None, ...] = COLUMNS
        self.upper: list[tuple[str | None, Cell]] = []
        self._named: dict[str | None, Cell] = {}
        self._in_grid = False
        self.fewer: tuple[str | None, ...] = ()

    @property
    def headings(self) -> tuple[Cell, ...]:
        """The cells that name the columns; empty where one of them was not found."""
        return tuple(self._named[key] for key in self.columns) if set(self.columns) <= set(self._named) else ()

    def settle(self, rows: Iterable[tuple[Cell, ...]]) -> None:
        """Where the headings tell of fewer columns than the form has, the rows decide: all are so short, or none is."""
        if self.fewer and all(len(cells) == len(self.fewer) for cells in rows):
            self.columns = self.fewer

    def take(self, cells: tuple[Cell, ...], found: Found) -> bool:
        """Whether a line is one of column headings."""
        if cells and is_digits(cells[-1].text):
            return False
        filled = [cell for cell in cells if cell.text]
        if not filled or any(is_figure(cell.text) or len(cell.text) > _LONGEST_LABEL for cell in filled):
            return False
        if filled[0].text == _OVER or any(corner in cell.text for cell in filled for corner in _CORNER):
            filled = [cell for cell in filled if cell.text != _OVER and not any(one in cell.text for one in _CORNER)]
            if not filled:
                return True
        matches = [self.labels.columns.find(cell.text) for cell in filled]
        known = {match.key for match in matches if match}
        self._columns(filled, matches, known, found)
        # One word before as many blank cells as there are columns is a row left blank: 3.其他, （七）总计.
        alone = len(filled) == 1 and len(cells) <= len(self.columns)
        if len(known) == 1 and alone:
            return plain(filled[0].text) == folded(filled[0].text)
        if known and any(folded(cell.text) == _ORGANISATIONS for cell in filled):
            return True
        return len(known) > 1 or {folded(cell.text) for cell in filled} <= PIECES

    def _columns(self, cells: list[Cell], matches: list[Match | None], known: set[str], found: Found) -> None:
        names = [folded(cell.text) for cell in cells]
        self._named.update({match.key: cell for match, cell in zip(matches, cells, strict=True) if match})
        pairs = list(zip(names, matches, strict=True))
        keys: list[str | None]
        if _ORGANISATIONS in names and known <= {"natural_person", "total"}:
            keys = [_ORGANISATIONS if name == _ORGANISATIONS else match and match.key for name, match in pairs]
            self.upper = list(zip(keys, cells, strict=True))
        if len(known) < _ENOUGH:
            return
        for cell, match in zip(cells, matches, strict=True):
            if match is None:
                found.remark("unknown-column", _AT, cell)
        keys = [match.key if match else IGNORED if name in _SUBTOTALS else None for name, match in pairs]
        columns = self._ordered(list(zip(keys, cells, strict=True)))
        if set(COLUMNS) <= set(columns):
            self.columns = columns
        elif self._lacks_some(columns):
            self.fewer = columns

    def _lacks_some(self, columns: tuple[str | None, ...]) -> bool:
        """Whether a grid lacks columns of the form: all that it has are known, and stand in their order."""
        return self._in_grid and bool(self.upper) and columns == tuple(key for key in COLUMNS if key in columns)

    def _ordered(self, lower: list[tuple[str | None, Cell]]) -> tuple[str | None, ...]:
        """All columns of one line as they stand, else of both: by the grid, or the lower line inside the upper."""
        keys = [key for key, _ in lower]
        if set(COLUMNS) <= set(keys):
            return tuple(keys)
        outer = [one for one in self.upper if one[0] != _ORGANISATIONS]
        columns = {cell.place.column: key for key, cell in (*outer, *lower) if cell.place and cell.place.table}
        self._in_grid = len(columns) == len(outer) + len(lower)
        if outer and self._in_grid:
            return tuple(columns[number] for number in sorted(columns, key=lambda number: number or 0))
        middle = [key for key in keys if key not in ("natural_person", "total")]
        above = [key for key, _ in self.upper]
        if {"natural_person", "total", _ORGANISATIONS} <= set(above) and middle == keys:
            at = above.index(_ORGANISATIONS)
            return (*above[:at], *middle, *above[at + 1 :])
        return ("natural_person", *middle, "total")
