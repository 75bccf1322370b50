"""One sheet of an Excel workbook: its cells by their references."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from lint.model.place import Place
from lint.model.report import Remark
from lint.readers.lines import quote
from lint.readers.pieces import trim
from lint.readers.sheet_references import LAST_COLUMN, LAST_ROW, Position, Range, position_of, range_of
from lint.readers.sheet_values import date_text, number_text
from lint.readers.sheets import Entry, Sheet, SheetRow
from lint.readers.xlsx_parts import S, SheetPart, is_on, refusal
from lint.readers.xlsx_texts import Style, Texts, clean, rich_text

_ROW, _COLUMN, _CELL, _MERGE = f"{S}sheetData/{S}row", f"{S}cols/{S}col", f"{S}c", f"{S}mergeCells/{S}mergeCell"
_VALUE, _FORMULA, _INLINE = f"{S}v", f"{S}f", f"{S}is"
_INDEX = re.compile(r"[0-9]{1,7}")
_PLAIN = Style()
_TRUTH = {"0": "FALSE", "1": "TRUE"}


@dataclass(slots=True)
class SheetReader:
    """Reads one sheet; what it notices goes to ``remarks``."""

    part: SheetPart
    texts: Texts
    remarks: list[Remark]
    hidden: bytearray = field(default_factory=lambda: bytearray(LAST_COLUMN + 1))

    def sheet(self, root: Element) -> Sheet:
        """The sheet with everything that stands in it.

        Raises Unreadable (LT001), naming part and cell, where a reference is none, a cell stands twice, or a string
        does not exist.
        """
        self._hide(root)
        rows: dict[int, dict[int, Entry]] = {}
        number = 0
        for row in root.iterfind(_ROW):
            number = self._number(row, number)
            self._cells(row, number, rows.setdefault(number, {}))
        ordered = (SheetRow(one, tuple(cells[at] for at in sorted(cells))) for one, cells in sorted(rows.items()))
        return Sheet(self.part.name, tuple(row for row in ordered if row.entries), tuple(self._merges(root)))

    def _number(self, row: Element, before: int) -> int:
        """The number of a row; without one it follows the row before."""
        written = row.get("r", str(before + 1))
        number = int(written) if _INDEX.fullmatch(written) else 0
        if not 0 < number <= LAST_ROW:
            zh, en = f"没有第 {quote(written)} 行", f"there is no row {quote(written)}"
            raise refusal(self.part.part, zh, en, Place(sheet=self.part.name))
        return number

    def _cells(self, row: Element, number: int, cells: dict[int, Entry]) -> None:
        hidden = is_on(row.get("hidden"))
        column = 0
        for cell in row.iterfind(_CELL):
            position = self._position(cell, Position(number, column + 1))
            column = position.column
            if column in cells:
                raise self._refused(position, "出现两次", "it stands twice")
            entry = self._entry(cell, position)
            if entry.filled or entry.ruled:
                cells[column] = entry
            if entry.text and (hidden or self.hidden[column]):
                self._remark("hidden-text", position)
                hidden, self.hidden[column] = False, 0

    def _position(self, cell: Element, following: Position) -> Position:
        written = cell.get("r")
        position = following if written is None else position_of(written)
        if position is None or position.row != following.row or position.column > LAST_COLUMN:
            zh, en = f"没有单元格 {quote(written or '')}", f"there is no cell {quote(written or '')}"
            raise refusal(self.part.part, zh, en, Place(sheet=self.part.name, row=following.row))
        return position

    def _entry(self, cell: Element, position: Position) -> Entry:
        style = self._style(cell)
        stored = cell.findtext(_VALUE)
        kind = cell.get("t", "n")
        text = self._text(cell, kind, stored or "", style, position)
        awaited = not text and kind != "str" and cell.find(_FORMULA) is not None
        if awaited or (stored is None and kind == "str" and cell.find(_FORMULA) is not None):
            self._remark("no-value", position)
        return Entry(position.column, text, style.ruled, awaited)

    def _style(self, cell: Element) -> Style:
        written = cell.get("s", "0")
        number = int(written) if _INDEX.fullmatch(written) else len(self.texts.styles)
        return self.texts.styles[number] if number < len(self.texts.styles) else _PLAIN

    def _text(self, cell: Element, kind: str, stored: str, style: Style, position: Position) -> str:
        if kind == "s":
            return self._shared(stored, position)
        if kind == "inlineStr":
            inline = cell.find(_INLINE)
            return rich_text(inline) if inline is not None else ""
        if kind == "n":
            number = trim(stored)
            return date_text(number, from_1904=self.texts.from_1904) if style.date else number_text(number)
        return _TRUTH.get(stored, stored) if kind == "b" else clean(stored)

    def _shared(self, stored: str, position: Position) -> str:
        written = stored.strip()
        if not written:
            return ""
        number = int(written) if _INDEX.fullmatch(written) else len(self.texts.strings)
        if number >= len(self.texts.strings):
            zh, en = f"没有第 {quote(written)} 个字符串", f"there is no string {quote(written)}"
            raise self._refused(position, zh, en)
        return self.texts.strings[number]

    def _merges(self, root: Element) -> Iterator[Range]:
        for merge in root.iterfind(_MERGE):
            written = merge.get("ref", "")
            found = range_of(written)
            if found is None:
                zh, en = f"没有区域 {quote(written)}", f"there is no range {quote(written)}"
                raise refusal(self.part.part, zh, en, Place(sheet=self.part.name))
            yield found

    def _hide(self, root: Element) -> None:
        """Note the hidden columns."""
        for number, column in enumerate(root.iterfind(_COLUMN)):
            first, last = column.get("min", ""), column.get("max", "")
            if number > LAST_COLUMN or not (_INDEX.fullmatch(first) and _INDEX.fullmatch(last)):
                raise refusal(
                    self.part.part, "列的定义有误", "its columns are ill defined", Place(sheet=self.part.name)
                )
            if is_on(column.get("hidden")):
                end = min(int(last), LAST_COLUMN) + 1
                self.hidden[int(first) : end] = b"\x01" * max(0, end - int(first))

    def _remark(self, kind: str, position: Position) -> None:
        place = Place(sheet=self.part.name, cell=position.name)
        self.remarks.append(Remark(kind, "", f"{self.part.name}!{position.name}", place))

    def _refused(self, position: Position, zh: str, en: str) -> Exception:
        place = Place(sheet=self.part.name, cell=position.name)
        return refusal(self.part.part, f"单元格 {position.name}：{zh}", f"cell {position.name}: {en}", place)
