"""The least Office Open XML (ECMA-376, part 1) that is a workbook: sheets with a frozen head, widths and a filter.

All text is written as inline strings, which no program takes for formulas.
"""

import zipfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from lint.formatters.xml_ import tag, xml_text
from lint.model.aside import Aside
from lint.model.pattern import Pattern

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_ABOUT = "docProps/app.xml"  # not compressed: by it the next run knows its own
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_HEADED, _WRAPPED, _QUOTED = 1, 2, 3  # the formats of cells in _STYLES
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1">'
    '<alignment vertical="top" wrapText="1"/></xf>'
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyAlignment="1">'
    '<alignment vertical="top" wrapText="1"/></xf></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same bytes in every run; an archive knows no earlier time
_UNIX = 3
# Programs read _x0041_ as the character of that number: its first sign is escaped.
_NUMBERED = Pattern("_(?=x[0-9A-Fa-f]{4}_)")


class Cell(NamedTuple):
    """A text, a whole number, or nothing; ``quoted``: text also when somebody edits it, whatever it begins with."""

    value: str | int | None
    quoted: bool = False


class Sheet:
    """A sheet: its name, the head of each column with its width in characters. Its rows are written aside."""

    def __init__(self, name: str, heads: Sequence[str], widths: Sequence[int], rows: Aside) -> None:
        self.name = name
        self.heads = heads
        self.widths = widths
        self.rows = rows
        self.count = 0

    def add(self, cells: Iterable[Cell]) -> None:
        """Write a row below the others."""
        self.count += 1
        self.rows.write(_row(1 + self.count, map(_cell, cells)))


def workbook(sheets: Sequence[Sheet]) -> Iterator[bytes]:
    """The file in pieces. It is made aside: in front of each part stands how long it turned out to be."""
    with Aside() as made:
        with made.opened() as file, zipfile.ZipFile(file, "w") as archive:
            for part in _parts(sheets):
                entry = zipfile.ZipInfo(part.name, _LONG_AGO)
                entry.compress_type = zipfile.ZIP_STORED if part.name == _ABOUT else zipfile.ZIP_DEFLATED
                entry.create_system = _UNIX
                entry.file_size = part.size
                with archive.open(entry, "w") as written:
                    for piece in part.pieces:
                        written.write(piece)
        yield from made.pieces()


class _Part(NamedTuple):
    """A part of the archive: its name, its size in bytes, and these."""

    name: str
    size: int
    pieces: Iterable[bytes]


def _parts(sheets: Sequence[Sheet]) -> Iterator[_Part]:
    numbers = range(1, len(sheets) + 1)
    yield _part("[Content_Types].xml", _content_types(numbers))
    yield _part(_ABOUT, f'<Properties xmlns="{_EXTENDED}"><Application>xxgk-lint</Application></Properties>')
    book = _relation("1", "officeDocument", "xl/workbook.xml")
    yield _part("_rels/.rels", _relations(book, _relation("2", "extended-properties", _ABOUT)))
    yield _part("xl/workbook.xml", _book(sheets))
    found = (_relation(str(number), "worksheet", f"worksheets/sheet{number}.xml") for number in numbers)
    relations = _relations(*found, _relation("styles", "styles", "styles.xml"))
    yield _part("xl/_rels/workbook.xml.rels", relations)
    yield _part("xl/styles.xml", _STYLES)
    for number, sheet in zip(numbers, sheets, strict=True):
        yield _sheet(f"xl/worksheets/sheet{number}.xml", sheet)


def _part(name: str, content: str) -> _Part:
    data = (_HEAD + content).encode()
    return _Part(name, len(data), (data,))


def _content_types(numbers: Sequence[int]) -> str:
    parts = {
        f"/{_ABOUT}": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        "/xl/workbook.xml": f"{_TYPE}.sheet.main+xml",
        "/xl/styles.xml": f"{_TYPE}.styles+xml",
        **{f"/xl/worksheets/sheet{number}.xml": f"{_TYPE}.worksheet+xml" for number in numbers},
    }
    named = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    relations = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return f'<Types xmlns="{_PACKAGE}/content-types">{relations}{named}</Types>'


def _relations(*found: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(found)}</Relationships>'


def _relation(number: str, kind: str, target: str) -> str:
    return f'<Relationship Id="r{number}" Type="{_RELATIONSHIPS}/{kind}" Target="{target}"/>'


def _book(sheets: Sequence[Sheet]) -> str:
    named = "".join(
        f"<{tag('sheet', {'name': sheet.name, 'sheetId': number, 'r:id': f'r{number}'})}/>"
        for number, sheet in enumerate(sheets, start=1)
    )
    filters = "".join(
        f'<definedName name="_xlnm._FilterDatabase" localSheetId="{number}" hidden="1">'
        f"{xml_text(_reference(sheet))}</definedName>"
        for number, sheet in enumerate(sheets)
    )
    return (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONSHIPS}"><sheets>{named}</sheets>'
        f"<definedNames>{filters}</definedNames></workbook>"
    )


def _reference(sheet: Sheet) -> str:
    return f"'{sheet.name}'!$A$1:${_letter(len(sheet.heads))}${sheet.count + 1}"


def _letter(column: int) -> str:
    """The name of a column, from 1; no sheet of ours has more than 26."""
    return chr(ord("A") + column - 1)


def _sheet(name: str, sheet: Sheet) -> _Part:
    begin, end = (_HEAD + "".join(_begin(sheet))).encode(), f"</sheetData>{_filter(sheet)}</worksheet>".encode()
    return _Part(name, len(begin) + sheet.rows.size + len(end), chain((begin,), sheet.rows.pieces(), (end,)))


def _begin(sheet: Sheet) -> Iterator[str]:
    """Views come before columns, these before the rows, the filter last, as the schema has it."""
    yield (
        f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>'
    )
    for number, width in enumerate(sheet.widths, start=1):
        yield f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
    yield "</cols><sheetData>"
    yield _row(1, (_text(head, _HEADED) for head in sheet.heads))


def _filter(sheet: Sheet) -> str:
    return f'<autoFilter ref="A1:{_letter(len(sheet.heads))}{sheet.count + 1}"/>'


def _row(number: int, cells: Iterator[str]) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def _cell(cell: Cell) -> str:
    if cell.value is None:
        return f'<c s="{_WRAPPED}"/>'
    if isinstance(cell.value, str):
        return _text(cell.value, _QUOTED if cell.quoted else _WRAPPED)
    return f'<c s="{_WRAPPED}"><v>{cell.value}</v></c>'


def _text(text: str, style: int) -> str:
    lines = (xml_text(_NUMBERED.sub(r"\\x5f", line)) for line in text.split("\n"))
    return f'<c s="{style}" t="inlineStr"><is><t xml:space="preserve">{"&#10;".join(lines)}</t></is></c>'
