"""Old and open workbooks: cells where they stand, merged or not; what cannot be read is refused, never passed over."""

import struct
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

import pytest

from lint.model.errors import Unreadable
from lint.model.place import Place
from lint.readers.layout import read_report
from lint.readers.outline import Grid, Outline
from tests.readers.support_outline import shape
from tests.readers.support_xlsx import cell, packed, row, sheet, workbook
from tests.support_text import NOBODY, figures, labels

pytestmark = pytest.mark.needs_module("python_calamine")

_TEXT, _NUMBER, _TRUTH, _MERGES, _BOUND = 0x0204, 0x0203, 0x0205, 0x00E5, 0x0085
_GLOBALS, _SHEET = 0x0005, 0x0010


def outline_of(data: bytes) -> Outline:
    """By the reader itself, imported only where what it stands on is there."""
    from lint.readers.spreadsheets import outline_of as read_outline  # noqa: PLC0415

    return read_outline(data)


def record(kind: int, *pieces: bytes) -> bytes:
    """One record of an .xls file."""
    body = b"".join(pieces)
    return struct.pack("<HH", kind, len(body)) + body


def xls_text(text: str, size: str = "<HB") -> bytes:
    """A text as .xls has it: its length, that it is in UTF-16, and its characters."""
    return struct.pack(size, len(text), 1) + text.encode("utf-16-le")


def begin(kind: int) -> bytes:
    """The record with which a part of an .xls file begins."""
    return record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0, 0, 0, 0))


def xls(
    cells: dict[tuple[int, int], str | float | bool],
    merges: Sequence[tuple[int, int, int, int]] = (),
    *,
    hidden: int = 0,
    before: bytes = b"",
) -> bytes:
    """An .xls workbook of one sheet: cells by row and column from 0, merged cells as top, bottom, left, right."""
    body = begin(_SHEET)
    for (line, column), value in sorted(cells.items()):
        where = struct.pack("<HHH", line, column, 0)
        if isinstance(value, bool):
            body += record(_TRUTH, where, bytes([value, 0]))
        elif isinstance(value, float):
            body += record(_NUMBER, where, struct.pack("<d", value))
        else:
            body += record(_TEXT, where, xls_text(value))
    body += record(_MERGES, struct.pack("<H", len(merges)), *(struct.pack("<4H", *merge) for merge in merges))
    body += record(0x000A)
    name = xls_text("表", "<BB")
    start = len(begin(_GLOBALS)) + len(before) + len(record(_BOUND, bytes(6), name)) + len(record(0x000A))
    bound = record(_BOUND, struct.pack("<IBB", start, hidden, 0), name)
    return compound(begin(_GLOBALS) + before + bound + record(0x000A) + body)


def compound(stream: bytes) -> bytes:
    """A compound file with one stream, ``Workbook``."""
    data = stream.ljust(max(4096, -(-len(stream) // 512) * 512), b"\0")
    sectors = len(data) // 512
    chain = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, sectors + 2), 0xFFFFFFFE]
    table = struct.pack("<128I", *chain, *[0xFFFFFFFF] * (128 - len(chain)))
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<9I", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    directory = entry("Root Entry", 5, 0xFFFFFFFE, 0, 1) + entry("Workbook", 2, 2, len(data)) + bytes(256)
    return head + table + directory + data


def entry(name: str, kind: int, start: int, size: int, child: int = 0xFFFFFFFF) -> bytes:
    """One entry in the directory of a compound file."""
    written = (name + "\0").encode("utf-16-le")
    links = struct.pack("<3I", 0xFFFFFFFF, 0xFFFFFFFF, child)
    about = struct.pack("<HBB", len(written), kind, 1) + links + bytes(36)
    return written.ljust(64, b"\0") + about + struct.pack("<IQ", start, size)


_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
_SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet"


def ods(*rows: str, encrypted: bool = False, more: dict[str, str] | None = None) -> bytes:
    """An .ods workbook of one sheet with these rows."""
    names = "".join(f' xmlns:{name}="{_OFFICE}:{name}:1.0"' for name in ("office", "table", "text", "manifest"))
    body = f'<table:table table:name="表">{"".join(rows)}</table:table>'
    secret = "<manifest:encryption-data/>" if encrypted else ""
    file = f'<manifest:file-entry manifest:full-path="content.xml">{secret}</manifest:file-entry>'
    return packed(
        {
            "mimetype": _SPREADSHEET,
            "content.xml": f"<office:document-content{names}><office:body><office:spreadsheet>{body}"
            "</office:spreadsheet></office:body></office:document-content>",
            "META-INF/manifest.xml": f"<manifest:manifest{names}>{file}</manifest:manifest>",
            **(more or {}),
        }
    )


def ods_row(*cells: str | int | None, repeated: int = 1) -> str:
    """A row of an .ods workbook."""
    return f'<table:table-row table:number-rows-repeated="{repeated}">{"".join(map(ods_cell, cells))}</table:table-row>'


def ods_cell(value: str | int | None) -> str:
    """A cell of an .ods workbook."""
    if value is None:
        return "<table:table-cell/>"
    kind = f'office:value-type="float" office:value={quoteattr(str(value))}'
    if isinstance(value, str):
        kind = 'office:value-type="string"'
    return f"<table:table-cell {kind}><text:p>{escape(str(value))}</text:p></table:table-cell>"


SHOWN = {
    "text": (xls({(0, 0): "行", (0, 1): " 规章\u3000"}), "规章"),
    "count": (xls({(0, 0): "行", (0, 1): 5522.0}), "5522"),
    "amount": (xls({(0, 0): "行", (0, 1): 24252.311082}), "24252.311082"),
    "binary-noise": (xls({(0, 0): "行", (0, 1): 0.1 + 0.2}), "0.3"),
    "no-number": (xls({(0, 0): "行", (0, 1): float("inf")}), "inf"),
    "truth": (xls({(0, 0): "行", (0, 1): True}), "TRUE"),
    "open-text": (ods(ods_row("行", "社会公益")), "社会公益"),
    "open-count": (ods(ods_row("行", 5522)), "5522"),
}


@pytest.mark.parametrize(("data", "shown"), SHOWN.values(), ids=SHOWN)
def test_a_cell_is_the_text_that_it_shows(data: bytes, shown: str) -> None:
    assert shape(outline_of(data)) == [[["行", shown]]]


TITLE = "某局2023年政府信息公开工作年度报告"
PLACES = {
    "old-with-merged-cells": (
        xls({(4, 1): "申请人", (4, 3): "总计", (5, 1): "甲", (5, 2): 1.0, (5, 3): 2.0}, [(4, 4, 1, 2)]),
        [("B5", 5, 2, 2), ("D5", 5, 4, 1), ("B6", 6, 2, 1), ("C6", 6, 3, 1), ("D6", 6, 4, 1)],
    ),
    "open-with-blank-rows": (
        ods(ods_row(None, repeated=4), ods_row(None, "申请人", "总计")),
        [("B5", 5, 2, 1), ("C5", 5, 3, 1)],
    ),
}


@pytest.mark.parametrize(("data", "places"), PLACES.values(), ids=PLACES)
def test_cells_stand_where_the_sheet_has_them(data: bytes, places: list[tuple[str, int, int, int]]) -> None:
    (grid,) = outline_of(data).blocks
    assert isinstance(grid, Grid)
    assert [(one.place, one.span) for cells in grid.rows for one in cells] == [
        (Place(sheet="表", cell=name, table=1, row=line, column=column), span) for name, line, column, span in places
    ]


def test_a_sheet_becomes_paragraphs_and_grids() -> None:
    data = xls({(0, 0): TITLE, (2, 0): "一、总体情况\n全年没有变化。", (3, 0): "规章", (3, 1): 2.0}, [(0, 0, 0, 1)])
    assert shape(outline_of(data)) == [TITLE, "一、总体情况", "全年没有变化。", [["规章", "2"]]]


def test_an_old_workbook_is_read_as_a_report() -> None:
    heads = ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")
    cells: dict[tuple[int, int], str | float | bool] = {(0, 0): TITLE, (1, 0): "二、主动公开政府信息情况"}
    cells |= {(2, column): name for column, name in enumerate(heads)}
    cells |= {(3, 0): "规章", (3, 1): 2.0, (3, 3): 14.0}
    report = read_report("report.xls", outline_of(xls(cells)), labels(), NOBODY)
    at = "/sections/proactive/table/regulations"
    assert report.tree["title"] == TITLE
    assert figures(report) == {f"{at}/issued": 2, f"{at}/repealed": None, f"{at}/in_force": 14}


REMARKED = {
    "hidden-sheet": (xls({(0, 0): "底稿"}, hidden=1), [("hidden-sheet", "表")]),
    "far-away": (xls({(0, 0): TITLE, (900, 100): "x"}), [("outside", "表!CW901")]),
    "program": (
        ods(ods_row(TITLE), more={"Basic/Standard/Module1.xml": "<x/>"}),
        [("macro", "Basic/Standard/Module1.xml")],
    ),
    "value-in-error": (
        ods(
            "<table:table-row><table:table-cell office:value-type='string' office:string-value='' "
            'calcext:value-type="error" xmlns:calcext="urn:org"><text:p>#REF!</text:p></table:table-cell>'
            "</table:table-row>"
        ),
        [("no-value", "#REF!")],
    ),
}


@pytest.mark.parametrize(("data", "told"), REMARKED.values(), ids=REMARKED)
def test_what_is_hidden_or_foreign_is_remarked(data: bytes, told: list[tuple[str, str]]) -> None:
    assert [(remark.kind, remark.text) for remark in outline_of(data).remarks] == told


def test_a_new_workbook_under_an_old_name_is_read_as_what_it_is() -> None:
    assert shape(outline_of(workbook(sheet(row(1, cell("A1", TITLE)))))) == [TITLE]


_LOCKED = record(0x002F, struct.pack("<HHH", 1, 1, 1), bytes(48))
REFUSED = {
    "old-with-password": (xls({(0, 0): TITLE}, before=_LOCKED), "the file is encrypted"),
    "open-with-password": (ods(ods_row(TITLE), encrypted=True), "the file is encrypted"),
    "merges-overlap": (xls({(0, 0): TITLE}, [(0, 1, 0, 1), (1, 2, 1, 2)]), "the merged cell B2:C3 overlaps another"),
    "page-of-the-web": (b"<html><table></table></html>", "this is no workbook, or it is damaged"),
    "empty": (b"", "this is no workbook, or it is damaged"),
    "cut-off": (xls({(0, 0): TITLE})[:2000], "this is no workbook, or it is damaged"),
    "archive-of-something": (packed({"a.txt": "x"}), "this is no workbook, or it is damaged"),
    "damaged-archive": (ods(ods_row(TITLE))[:-30], "the file is damaged"),
    "damaged-part": (ods(ods_row(TITLE), more={"content.xml": "<x"}), "this is no workbook, or it is damaged"),
}


@pytest.mark.parametrize(("data", "words"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(Unreadable) as caught:
        outline_of(data)
    assert caught.value.rule == "LT001"
    assert words in caught.value.words.en
