"""A document as the bytes of a workbook, written part by part."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal
from xml.sax.saxutils import escape

from tests.documents.archive import content_types, relationships, zipped
from tests.documents.grids import Slot, Table, unfolded, width_of
from tests.documents.paper import Paper, Paragraph

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_NUMBER = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?")
_CHARACTERS, _LINE = 5, 15  # of Chinese in a column; the height of a line in points


@dataclass(frozen=True, slots=True)
class Workbook:
    """How a workbook is made.

    - ``sheets``: the report on one sheet, or each section on its own.
    - ``numbers``: counts are numbers, all figures are, or all are text. A number loses the zeros behind its decimals.
    - ``merged``: a paragraph is merged over the columns of the tables.
    - ``first_column``: columns left free before the report.
    """

    sheets: Literal["one", "each"] = "one"
    numbers: Literal["counts", "all", "none"] = "counts"
    merged: bool = True
    first_column: int = 0


@dataclass(slots=True)
class _Sheet:
    """A sheet while it is written: its rows of cells, and which ranges are merged."""

    name: str
    rows: list[tuple[int | None, str]] = field(default_factory=list)
    merges: list[str] = field(default_factory=list)

    def part(self) -> str:
        """The sheet as a part."""
        rows = "".join(_row(number, *row) for number, row in enumerate(self.rows, start=1))
        every = "".join(f'<mergeCell ref="{merged}"/>' for merged in self.merges)
        merges = f'<mergeCells count="{len(self.merges)}">{every}</mergeCells>' if every else ""
        head = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetFormatPr defaultRowHeight="15"/>'
        columns = '<cols><col min="1" max="20" width="11" customWidth="1"/></cols>'
        page = '<pageSetup paperSize="9" fitToHeight="0"/>'
        return f'<worksheet xmlns="{_MAIN}">{head}{columns}<sheetData>{rows}</sheetData>{merges}{page}</worksheet>'


def _row(number: int, height: int | None, cells: str) -> str:
    said = f' ht="{height}" customHeight="1"' if height else ""
    return f'<row r="{number}"{said}>{cells}</row>'


def xlsx(document: Paper, workbook: Workbook | None = None) -> bytes:
    """The bytes of the workbook."""
    writer = _Writer(workbook or Workbook())
    width = max((width_of(block) for block in document.blocks if isinstance(block, Table)), default=1)
    for block in document.blocks:
        writer.write(block, width)
    return zipped(dict(_parts(writer.sheets, tuple(writer.strings))))


class _Writer:
    """Writes blocks one below the other; ``strings`` is the table of shared strings."""

    def __init__(self, workbook: Workbook) -> None:
        self.workbook = workbook
        self.sheets: list[_Sheet] = [_Sheet("Sheet1" if workbook.sheets == "one" else "前言")]
        self.strings: dict[str, int] = {}

    def write(self, block: Paragraph | Table, width: int) -> None:
        """Write a block; its width is that of the widest table."""
        if isinstance(block, Table):
            self._table(block)
            return
        if block.kind == "heading" and self.workbook.sheets == "each":
            self.sheets.append(_Sheet(block.text.replace("、", ".")[:24]))
        lines = 1 + len(block.text) // (_CHARACTERS * width) if self.workbook.merged else 1
        self._row([self._cell(self._name(0), block.text, style=2)], _LINE * lines)
        if self.workbook.merged and width > 1:
            self._merge(0, 1, width)

    def _table(self, table: Table) -> None:
        for row in unfolded(table):
            self._row([self._of_table(slot, self._name(column)) for column, slot in enumerate(row)])
            for column, slot in enumerate(row):
                if slot.begins and (slot.box.rows > 1 or slot.box.columns > 1):
                    self._merge(column, slot.box.rows, slot.box.columns)

    def _merge(self, column: int, rows: int, columns: int) -> None:
        """Merge from the row just written on."""
        first, last = self._name(column, -1), self._name(column + columns - 1, rows - 2)
        self.sheets[-1].merges.append(f"{first}:{last}")

    def _row(self, cells: list[str], height: int | None = None) -> None:
        self.sheets[-1].rows.append((height, "".join(cells)))

    def _name(self, column: int, below: int = 0) -> str:
        """The name of a cell in the next row, or that many below."""
        return f"{chr(ord('A') + column + self.workbook.first_column)}{len(self.sheets[-1].rows) + 1 + below}"

    def _of_table(self, slot: Slot, name: str) -> str:
        text = slot.box.text if slot.begins else ""
        number = _NUMBER.fullmatch(text) if slot.box.figure else None
        if number is not None and self.workbook.numbers in ("all", *(() if number[2] else ("counts",))):
            return f'<c r="{name}" s="1"><v>{text}</v></c>'
        return self._cell(name, text, style=1) if text else f'<c r="{name}" s="1"/>'

    def _cell(self, name: str, text: str, *, style: int) -> str:
        return f'<c r="{name}" s="{style}" t="s"><v>{self.strings.setdefault(text, len(self.strings))}</v></c>'


def _parts(sheets: list[_Sheet], strings: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    names = [f"worksheets/sheet{number}.xml" for number in range(1, len(sheets) + 1)]
    listed = "".join(
        f'<sheet name="{escape(sheet.name)}" sheetId="{number}" r:id="rId{number}"/>'
        for number, sheet in enumerate(sheets, start=1)
    )
    others = {"styles.xml": "styles", "sharedStrings.xml": "sharedStrings"}
    kinds = {"xl/workbook.xml": "sheet.main", **{f"xl/{name}": kind for name, kind in others.items()}}
    yield "[Content_Types].xml", content_types({**kinds, **{f"xl/{name}": "worksheet" for name in names}}, _SHEET)
    yield "_rels/.rels", relationships({"xl/workbook.xml": "officeDocument"}, _OFFICE)
    yield "xl/workbook.xml", f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>'
    yield "xl/_rels/workbook.xml.rels", relationships({**dict.fromkeys(names, "worksheet"), **others}, _OFFICE)
    yield "xl/styles.xml", _STYLES
    items = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in strings)
    yield (
        "xl/sharedStrings.xml",
        f'<sst xmlns="{_MAIN}" count="{len(strings)}" uniqueCount="{len(strings)}">{items}</sst>',
    )
    for name, sheet in zip(names, sheets, strict=True):
        yield f"xl/{name}", sheet.part()


_SIDES = "".join(f'<{side} style="thin"><color auto="1"/></{side}>' for side in ("left", "right", "top", "bottom"))
_MIDDLE = '<alignment horizontal="center" vertical="center" wrapText="1"/>'
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    f'</fills><borders count="2"><border/><border>{_SIDES}<diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    f'<xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1">{_MIDDLE}</xf>'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment wrapText="1"/></xf>'
    '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
