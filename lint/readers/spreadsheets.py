"""Workbooks of other formats (.xls, .xlsb, .ods), read by calamine: only ever in a process of its own.

Calamine is native code that ends its process on some files. It tells no hidden rows or columns, no lines around cells,
of .ods no merged cells, and gives blank cells where an error value (``#REF!``) stands: of .ods that is remarked.
"""

import datetime
import io
import re
from collections.abc import Iterator
from typing import TypeAlias

from python_calamine import CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from lint.model.errors import Unreadable
from lint.model.place import Place
from lint.model.report import Remark
from lint.model.text import Text
from lint.readers import xlsx
from lint.readers.limits import CELLS
from lint.readers.lines import quote
from lint.readers.outline import Outline
from lint.readers.package import Package, open_package
from lint.readers.pieces import trim
from lint.readers.sheet_blocks import outline_of_sheets
from lint.readers.sheet_references import Range
from lint.readers.sheet_values import number_text
from lint.readers.sheets import Entry, Sheet, SheetRow

Value: TypeAlias = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta

_ZIP = b"PK\x03\x04"
_EXCEL = "xl/workbook.xml"
_MANIFEST, _CONTENT = "META-INF/manifest.xml", "content.xml"
_ENCRYPTED = ("文件已加密，请去掉密码后再检查", "the file is encrypted: take the password off")
# In .xls: the first record, perhaps the sign that it is write-protected, and that of encryption.
_LOCKED = re.compile(rb"\x09\x08(?:\x10\x00.{16}|\x08\x00.{8})(?:\x86\x00\x00\x00)?\x2f\x00", re.DOTALL)
_ERROR = re.compile(rb'value-type="error"[^>]{0,400}>\s{0,40}<text:p>([^<]{1,40})')
# Positions of a sheet, blank ones too, since calamine goes through them all: a whole .xls sheet.
_AREA = 65_536 * 256


def outline_of(data: bytes) -> Outline:
    """The outline of a workbook: all sheets that are shown, in the order of the workbook.

    Numbers are as in :func:`lint.readers.sheet_values.number_text`, dates in ISO 8601. An .xlsx under another name is
    read as what it is. Raises Unreadable (LT001) where this is no workbook, where it is damaged or encrypted, or where
    it has more than any report.
    """
    remarks: list[Remark] = []
    if data.startswith(_ZIP):
        package = open_package(data)
        if _EXCEL in package.names:
            return xlsx.outline_of(data)
        remarks += _noticed(package)
    elif _LOCKED.search(data):
        raise _refusal(*_ENCRYPTED)
    try:
        sheets = _read(data, remarks)
    except (Unreadable, MemoryError, KeyboardInterrupt):
        raise
    except BaseException as error:  # a panic of native code is no Exception
        reason = quote(" ".join(str(error).split()))
        raise _refusal(
            f"不是工作簿，或已损坏（{reason}）", f"this is no workbook, or it is damaged ({reason})"
        ) from error
    return outline_of_sheets(sheets, remarks)


def _noticed(package: Package) -> Iterator[Remark]:
    """What calamine does not tell: programs, and in an .ods workbook that it is encrypted, or a value an error."""
    if _MANIFEST in package.names and b"encryption-data" in package.read(_MANIFEST):
        raise _refusal(*_ENCRYPTED)
    for name in sorted(package.names):
        if name.endswith("vbaProject.bin") or (name.startswith("Basic/") and name.endswith(".xml")):
            yield Remark("macro", "", name)
    found = _ERROR.search(package.read(_CONTENT)) if _CONTENT in package.names else None
    if found is not None:
        yield Remark("no-value", "", found[1].decode(errors="replace"))


def _read(data: bytes, remarks: list[Remark]) -> list[Sheet]:
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = []
    for number, about in enumerate(workbook.sheets_metadata):
        if about.typ != SheetTypeEnum.WorkSheet:
            continue
        if about.visible != SheetVisibleEnum.Visible:
            remarks.append(Remark("hidden-sheet", "", about.name, Place(sheet=about.name)))
            continue
        sheets.append(_sheet(workbook.get_sheet_by_index(number)))
    if sum(len(row.entries) for sheet in sheets for row in sheet.rows) > CELLS:
        raise _refusal(f"文件过大（上限 {CELLS} 格）", f"the file is too large (limit {CELLS} cells)")
    return sheets


def _sheet(found: CalamineSheet) -> Sheet:
    if found.start is None:
        return Sheet(found.name, ())
    if found.height * found.width > _AREA:
        name = quote(found.name)
        raise _refusal(f"工作表“{name}”的区域过大", f"the area of the sheet '{name}' is too large")
    top, left = found.start
    rows = tuple(_rows(found, top + 1, left + 1))
    merges = [Range(*(side + 1 for side in (*start, *end))) for start, end in found.merged_cell_ranges or ()]
    return Sheet(found.name, rows, tuple(one for one in merges if one.top <= one.bottom and one.left <= one.right))


def _rows(found: CalamineSheet, top: int, left: int) -> Iterator[SheetRow]:
    for number, values in enumerate(found.to_python(), start=top):
        texts = ((column, _text(value)) for column, value in enumerate(values, start=left) if value != "")
        entries = tuple(Entry(column, text) for column, text in texts if text)
        if entries:
            yield SheetRow(number, entries)


def _text(value: Value) -> str:
    if isinstance(value, str):
        return trim(value.replace("\r\n", "\n").replace("\r", "\n"))
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return number_text(repr(value))
    if isinstance(value, datetime.datetime):
        return value.date().isoformat() if value.time() == datetime.time() else value.isoformat(" ", "seconds")
    return str(value) if isinstance(value, datetime.timedelta) else value.isoformat()


def _refusal(zh: str, en: str) -> Unreadable:
    return Unreadable("LT001", Text(zh, en))
