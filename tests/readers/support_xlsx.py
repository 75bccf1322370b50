"""Excel workbooks written part by part, so that a test can also write what no program would."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from lint.readers.sheet_references import Position, Range

S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P = "http://schemas.openxmlformats.org/package/2006/relationships"
C = "http://schemas.openxmlformats.org/package/2006/content-types"
_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
# The numbers of the formats that every workbook of these tests has.
PLAIN, RULED, DATE, CHINESE_DATE, AMOUNT = range(5)
_BORDER = "".join(f'<{side} style="thin"/>' for side in ("left", "right", "top", "bottom"))
_STYLES = f"""<styleSheet xmlns="{S}">
<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/>
<numFmt numFmtId="165" formatCode="[Red]#,##0.00\\ &quot;days&quot;"/></numFmts>
<borders><border/><border>{_BORDER}</border></borders>
<cellXfs><xf/><xf borderId="1"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>
</styleSheet>"""


class Box(NamedTuple):
    """A cell of a table and how many columns and rows it covers."""

    value: str | int | Decimal | None
    columns: int = 1
    rows: int = 1


def cell(name: str, value: object = None, *, style: int = PLAIN, formula: str | None = None, kind: str = "") -> str:
    """A cell; a text stands in it itself, unless ``kind`` says what the value is."""
    attributes = "".join(
        f" {attribute}={quoteattr(words)}" for attribute, words in (("r", name), ("s", str(style or ""))) if words
    )
    inside = f"<f>{escape(formula)}</f>" if formula is not None else ""
    if isinstance(value, str) and not kind:
        return f'<c{attributes} t="inlineStr">{inside}<is><t xml:space="preserve">{escape(value)}</t></is></c>'
    inside += "" if value is None else f"<v>{escape(str(value))}</v>"
    return f"<c{attributes}{f' t={quoteattr(kind)}' if kind else ''}>{inside}</c>"


def row(number: int | str, *cells: str, more: str = "") -> str:
    """A row with these cells."""
    return f'<row r="{number}"{more}>{"".join(cells)}</row>'


def sheet(*rows: str, merges: Iterable[str] = (), before: str = "") -> str:
    """The part of a sheet."""
    merged = "".join(f'<mergeCell ref="{one}"/>' for one in merges)
    return (
        f'<worksheet xmlns="{S}" xmlns:r="{R}">{before}<sheetData>{"".join(rows)}</sheetData>'
        f"<mergeCells>{merged}</mergeCells></worksheet>"
    )


def strings(*items: str) -> str:
    """The part of the shared strings; each item is what stands in its ``si``."""
    return f'<sst xmlns="{S}" uniqueCount="4294967295">{"".join(f"<si>{item}</si>" for item in items)}</sst>'


def workbook(
    *sheets: str,
    names: Sequence[str] = (),
    states: Mapping[str, str] | None = None,
    properties: str = "",
    parts: Mapping[str, str | bytes | None] | None = None,
) -> bytes:
    """A workbook of these sheets; ``parts`` are put in, or in the place of its own, or with None left out."""
    called = names or [f"Sheet{number}" for number in range(1, len(sheets) + 1)]
    shown = [(states or {}).get(name, "visible") for name in called]
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{number}" state="{state}" r:id="r{number}"/>'
        for number, (name, state) in enumerate(zip(called, shown, strict=True), start=1)
    )
    written: dict[str, str | bytes | None] = {
        "[Content_Types].xml": types(_MAIN),
        "_rels/.rels": relations(("r1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="{R}">{properties}<sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(
            ("strings", "sharedStrings", "sharedStrings.xml"),
            ("styles", "styles", "/xl/styles.xml"),
            *((f"r{number}", "worksheet", f"worksheets/sheet{number}.xml") for number in range(1, len(sheets) + 1)),
        ),
        "xl/sharedStrings.xml": strings(),
        "xl/styles.xml": _STYLES,
        **{f"xl/worksheets/sheet{number}.xml": text for number, text in enumerate(sheets, start=1)},
        **(parts or {}),
    }
    return packed({name: content for name, content in written.items() if content is not None})


def types(main: str) -> str:
    """The part that says of what type the main part is."""
    return f'<Types xmlns="{C}"><Override PartName="/xl/workbook.xml" ContentType="{main}"/></Types>'


def relations(*every: tuple[str, str, str], mode: str = "Internal") -> str:
    """A part of relations: id, last word of the type, target."""
    listed = "".join(
        f'<Relationship Id="{key}" Type="{R}/{kind}" Target={quoteattr(target)} TargetMode="{mode}"/>'
        for key, kind, target in every
    )
    return f'<Relationships xmlns="{P}">{listed}</Relationships>'


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


class Page:
    """A sheet that is filled from the top: lines of text, and tables with merged cells."""

    def __init__(self, *, width: int = 10, ruled: bool = True, merged: bool = True) -> None:
        self.width = width
        self.ruled = ruled
        self.merged = merged
        self.rows: list[str] = []
        self.merges: list[str] = []
        self.at = 1

    def line(self, text: str) -> None:
        """A line of text in a cell that is as wide as the page."""
        self.rows.append(row(self.at, cell(f"A{self.at}", text)))
        if self.merged:
            self.merges.append(Range(self.at, 1, self.at, self.width).name)
        self.at += 1

    def gap(self) -> None:
        """A blank row."""
        self.at += 1

    def table(self, rows: Sequence[Sequence[Box]]) -> None:
        """A table; what merged cells of rows above cover is left out of a row."""
        taken: set[tuple[int, int]] = set()
        for number, boxes in enumerate(rows, start=self.at):
            column = 1
            cells: dict[int, str] = {}
            for box in boxes:
                while (number, column) in taken:
                    column += 1
                self._lay(box, number, column, taken)
                cells[column] = self._cell(number, column, box.value)
                column += box.columns
            blank = {one for line, one in taken if line == number} - set(cells)
            cells |= {one: self._cell(number, one, None) for one in blank}
            self.rows.append(row(number, *(cells[one] for one in sorted(cells))))
        self.at += len(rows)

    def _lay(self, box: Box, number: int, column: int, taken: set[tuple[int, int]]) -> None:
        whole = Range(number, column, number + box.rows - 1, column + box.columns - 1)
        taken.update((line, one) for line in range(number, whole.bottom + 1) for one in range(column, whole.right + 1))
        if self.merged and box.rows * box.columns > 1:
            self.merges.append(whole.name)

    def _cell(self, number: int, column: int, value: object) -> str:
        return cell(Position(number, column).name, value, style=RULED if self.ruled else PLAIN)

    def part(self) -> str:
        """The part of the sheet."""
        return sheet(*self.rows, merges=self.merges)
