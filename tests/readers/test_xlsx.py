"""Workbooks become paragraphs and grids by the references of their cells; what they hide or hold beside is remarked."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from lint.model.errors import Unreadable
from lint.model.place import Place
from lint.model.report import Tree
from lint.readers.layout import read_report
from lint.readers.outline import Cell, Grid
from lint.readers.xlsx import outline_of
from tests.documents.paper import figures_shown, paper
from tests.documents.style import PLAIN as PRINTED
from tests.documents.style import Style
from tests.documents.xlsx import Workbook, xlsx
from tests.readers.support_outline import shape
from tests.readers.support_xlsx import (
    AMOUNT,
    CHINESE_DATE,
    DATE,
    PLAIN,
    RULED,
    Box,
    Page,
    cell,
    packed,
    relations,
    row,
    sheet,
    strings,
    types,
    workbook,
)
from tests.support_text import NOBODY, figures, labels, layout_of

ROOT = Path(__file__).parents[2]
SHEET = "xl/worksheets/sheet1.xml"
_WORKBOOK_RELATIONS = "xl/_rels/workbook.xml.rels"


def one(*rows: str, merges: tuple[str, ...] = (), before: str = "", properties: str = "") -> bytes:
    """A workbook of one sheet."""
    return workbook(sheet(*rows, merges=merges, before=before), properties=properties)


def remarks(data: bytes) -> list[tuple[str, str]]:
    """The remarks of a workbook: kind, and what is told."""
    return [(remark.kind, remark.text) for remark in outline_of(data).remarks]


# What a cell B1 shows beside a label.
SHOWN = {
    "text": (cell("B1", "行政许可"), "行政许可"),
    "space-around": (cell("B1", "\u3000 12\u00a0 "), "12"),
    "text-in-full-width": (cell("B1", "１２"), "１２"),
    "lines": (cell("B1", "社会公益\n组织"), "社会公益组织"),
    "escaped-character": (cell("B1", "a_x005F_b"), "a_b"),
    "escaped-line-end": (cell("B1", "商业_x000D_\n企业"), "商业企业"),
    "escaped-surrogate": (cell("B1", "_xD800_"), "_xD800_"),
    "shared": (cell("B1", 0, kind="s"), "一"),
    "shared-runs": (cell("B1", 1, kind="s"), "现行有效件数"),
    "shared-pronounced": (cell("B1", 2, kind="s"), "規則"),
    "inline-runs": ('<c r="B1" t="inlineStr"><is><r><t>行政</t></r><r><t>处罚</t></r></is></c>', "行政处罚"),
    "inline-empty": ('<c r="B1" t="inlineStr"/>', ""),
    "count": (cell("B1", 5522), "5522"),
    "amount": (cell("B1", "2439.0100", kind="n"), "2439.0100"),
    "amount-format": (cell("B1", "24252.311082", style=AMOUNT, kind="n"), "24252.311082"),
    "negative": (cell("B1", -5), "-5"),
    "whole-with-point": (cell("B1", "3.0", kind="n"), "3"),
    "power": (cell("B1", "1E2", kind="n"), "100"),
    "small-power": (cell("B1", "1.5E-3", kind="n"), "0.0015"),
    "no-whole-part": (cell("B1", ".5", kind="n"), "0.5"),
    "binary-noise": (cell("B1", "0.30000000000000004", kind="n"), "0.3"),
    "binary-noise-in-an-amount": (cell("B1", "7320.1999999999998", kind="n"), "7320.2"),
    "long-count": (cell("B1", "12345678901234567", kind="n"), "12345678901234567"),
    "beyond-measure": (cell("B1", "1e400", kind="n"), "1e400"),
    "endless-power": (cell("B1", "1e99999999", kind="n"), "1e99999999"),
    "no-number": (cell("B1", "NaN", kind="n"), "NaN"),
    "true": (cell("B1", 1, kind="b"), "TRUE"),
    "false": (cell("B1", 0, kind="b"), "FALSE"),
    "error": (cell("B1", "#REF!", kind="e"), "#REF!"),
    "date": (cell("B1", 45306, style=DATE), "2024-01-15"),
    "date-in-words": (cell("B1", 45306, style=CHINESE_DATE), "2024-01-15"),
    "date-and-time": (cell("B1", "45306.4375", style=DATE, kind="n"), "2024-01-15 10:30:00"),
    "time": (cell("B1", "0.4375", style=DATE, kind="n"), "10:30:00"),
    "early-date": (cell("B1", 1, style=DATE), "1900-01-01"),
    "day-that-never-was": (cell("B1", 60, style=DATE), "60"),
    "first-day-after-it": (cell("B1", 61, style=DATE), "1900-03-01"),
    "date-beyond-calendars": (cell("B1", 2958466, style=DATE), "2958466"),
    "iso-date": (cell("B1", "2024-01-15", kind="d"), "2024-01-15"),
    "unknown-style": (cell("B1", 7, style=99), "7"),
    "formula": (cell("B1", 30, formula="SUM(B2:B9)"), "30"),
    "formula-with-text": (cell("B1", "三", formula="A9", kind="str"), "三"),
    "formula-with-empty-text": (cell("B1", "", formula='""', kind="str"), ""),
    "formula-with-error": (cell("B1", "#DIV/0!", formula="1/0", kind="e"), "#DIV/0!"),
}
STRINGS = strings(
    "<t>一</t>",
    "<r><t>现行</t></r><r><rPr/><t>有效</t></r><r><t>件数</t></r>",
    '<t>規則</t><rPh sb="0" eb="2"><t>きそく</t></rPh><phoneticPr/>',
)


@pytest.mark.parametrize(("written", "shown"), SHOWN.values(), ids=SHOWN)
def test_a_cell_is_the_text_that_it_shows(written: str, shown: str) -> None:
    data = workbook(sheet(row(1, cell("A1", "行"), written, cell("C1", "末"))), parts={"xl/sharedStrings.xml": STRINGS})
    outline = outline_of(data)
    assert shape(outline) == [[["行", shown, "末"]]]
    assert outline.remarks == ()


def test_dates_may_count_from_1904() -> None:
    data = one(row(1, cell("A1", 43844, style=DATE)), properties='<workbookPr date1904="1"/>')
    assert shape(outline_of(data)) == ["2024-01-15"]


HEADS = ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")


def cells(number: int, *values: object, style: int = PLAIN, first: str = "A") -> str:
    """A row of these values from a column on; None is no cell at all."""
    start = ord(first)
    made = [
        cell(f"{chr(start + at)}{number}", value, style=style) for at, value in enumerate(values) if value is not None
    ]
    return row(number, *made)


def blanks(number: int, *values: object) -> str:
    """A row with lines around all its cells; an empty text is a blank cell."""
    return row(
        number,
        *(cell(f"{chr(ord('A') + at)}{number}", value or None, style=RULED) for at, value in enumerate(values)),
    )


# Positions come from references, and where there are none, from the cell and the row before.
POSITIONS = {
    "by-reference": (row(3, cell("B3", "a"), cell("D3", 1)), [("B3", 3, 2), ("C3", 3, 3), ("D3", 3, 4)]),
    "cells-without": ("<row r='3'><c><v>1</v></c><c><v>2</v></c></row>", [("A3", 3, 1), ("B3", 3, 2)]),
    "cell-after-reference": ("<row r='3'><c r='C3'><v>1</v></c><c><v>2</v></c></row>", [("C3", 3, 3), ("D3", 3, 4)]),
    "row-without": ("<row r='3'/><row><c><v>1</v></c><c><v>2</v></c></row>", [("A4", 4, 1), ("B4", 4, 2)]),
    "out-of-order": (row(3, cell("C3", 2), cell("B3", 1)), [("B3", 3, 2), ("C3", 3, 3)]),
    "far-right": (row(3, cell("AZ3", 2), cell("BA3", 1)), [("AZ3", 3, 52), ("BA3", 3, 53)]),
}


@pytest.mark.parametrize(("written", "places"), POSITIONS.values(), ids=POSITIONS)
def test_cells_stand_where_their_references_say(written: str, places: list[tuple[str, int, int]]) -> None:
    (grid,) = outline_of(one(written)).blocks
    assert isinstance(grid, Grid)
    assert [one.place for one in grid.rows[0]] == [
        Place(sheet="Sheet1", cell=name, table=1, row=line, column=column) for name, line, column in places
    ]


def test_paragraphs_know_sheet_and_cell() -> None:
    outline = outline_of(one(row(2, cell("B2", "标题\n副题"))))
    place = Place(sheet="Sheet1", cell="B2")
    assert outline.blocks == (Cell("标题", place), Cell("副题", place))


def test_merged_cells_stand_once_with_their_span() -> None:
    page = Page()
    page.table(
        [
            [Box("类别", 2, 2), Box("数量", 2)],
            [Box("本年"), Box("上年")],
            [Box("甲", 1, 2), Box("乙"), Box(1), Box(2)],
            [Box("丙"), Box(3), Box(4)],
        ]
    )
    (grid,) = outline_of(workbook(page.part())).blocks
    assert isinstance(grid, Grid)
    assert [[(one.text, one.place.cell if one.place else None, one.span) for one in line] for line in grid.rows] == [
        [("类别", "A1", 2), ("数量", "C1", 2)],
        [("本年", "C2", 1), ("上年", "D2", 1)],
        [("甲", "A3", 1), ("乙", "B3", 1), ("1", "C3", 1), ("2", "D3", 1)],
        [("丙", "B4", 1), ("3", "C4", 1), ("4", "D4", 1)],
    ]


TABLE = (cells(4, *HEADS), cells(5, "规章", 2, 1, 14))
GRID = [[*HEADS], ["规章", "2", "1", "14"]]
# What is a paragraph and what the row of a table.
LAYOUTS = {
    "title-and-heading-above": (
        (cells(1, "某市2023年政府信息公开工作年度报告"), cells(3, "二、主动公开政府信息情况"), *TABLE),
        ("A1:D1", "A3:D3"),
        ["某市2023年政府信息公开工作年度报告", "二、主动公开政府信息情况", GRID],
    ),
    "nothing-merged": (
        (cells(2, "二、主动公开政府信息情况"), cells(3, "第二十条第（一）项"), *TABLE, cells(6, "2023年，共发布5条。")),
        (),
        ["二、主动公开政府信息情况", "第二十条第（一）项", GRID, "2023年，共发布5条。"],
    ),
    "unit-above-at-the-right": ((cells(3, None, None, None, "单位：件"), *TABLE), (), ["单位：件", GRID]),
    "note-below": ((*TABLE, cells(6, "注：含上年度结转")), (), [GRID, "注：含上年度结转"]),
    "date-below": ((*TABLE, cells(6, "2024年1月15日")), (), [GRID, "2024年1月15日"]),
    "caption-between-blocks": (
        (*TABLE, cells(6, "第二十条第（五）项"), cells(7, "信息内容", "本年处理决定数量"), cells(8, "行政许可", 5)),
        (),
        [GRID, "第二十条第（五）项", [["信息内容", "本年处理决定数量"], ["行政许可", "5"]]],
    ),
    "heading-between-tables": (
        (*TABLE, cells(6, "三、收到和处理政府信息公开申请情况"), cells(7, "甲", 1), cells(8, "乙", 2)),
        (),
        [GRID, "三、收到和处理政府信息公开申请情况", [["甲", "1"], ["乙", "2"]]],
    ),
    "label-left-blank": (
        (*TABLE, cells(6, "行政规范性文件"), cells(7, "其他", 1, 2, 3)),
        (),
        [[*GRID, ["行政规范性文件", "", "", ""], ["其他", "1", "2", "3"]]],
    ),
    "labels-left-blank": (
        (*TABLE, cells(6, "甲"), cells(7, None, "乙"), cells(8, "其他", 1, 2, 3)),
        (),
        [[*GRID, ["甲", "", "", ""], ["", "乙", "", ""], ["其他", "1", "2", "3"]]],
    ),
    "numbered-label-left-blank": (
        (*TABLE, cells(6, "二、上年结转政府信息公开申请数量"), cells(7, "其他", 1, 2, 3)),
        (),
        [[*GRID, ["二、上年结转政府信息公开申请数量", "", "", ""], ["其他", "1", "2", "3"]]],
    ),
    "last-label-left-blank": ((*TABLE, cells(6, "行政规范性文件")), (), [[*GRID, ["行政规范性文件", "", "", ""]]]),
    "label-beside-a-tall-cell": (
        (cells(4, "三、办理结果", "予以公开", 1), cells(5, None, "一、不予公开。"), cells(6, None, "其他", 2)),
        ("A4:A6",),
        [[["三、办理结果", "予以公开", "1"], ["一、不予公开。", ""], ["其他", "2"]]],
    ),
    "as-wide-as-the-table": (
        (*TABLE, cells(6, "其中本级"), cells(7, "其他", 1, 2, 3)),
        ("A6:D6",),
        [GRID, "其中本级", [["其他", "1", "2", "3"]]],
    ),
    "ruled-row-left-blank-under-headings": (
        (blanks(4, "结果维持", "结果纠正", "总计"), blanks(5, "", "", "")),
        (),
        [[["结果维持", "结果纠正", "总计"], ["", "", ""]]],
    ),
    "ruled-row-between-tables": (
        (blanks(4, "甲", 1), blanks(5, "", ""), blanks(6, "乙", 2)),
        (),
        [[["甲", "1"]], [["乙", "2"]]],
    ),
    "ruled-label-left-blank": (
        (blanks(4, "甲", 1), blanks(5, "（七）总计2023", "")),
        (),
        [[["甲", "1"], ["（七）总计2023", ""]]],
    ),
    "blank-row-between-tables": ((*TABLE, cells(7, "甲", 1)), (), [GRID, [["甲", "1"]]]),
    "table-further-right": (
        (cells(4, "行政许可", 5, first="C"), cells(5, "行政处罚", 6, first="C")),
        (),
        [[["行政许可", "5"], ["行政处罚", "6"]]],
    ),
}


@pytest.mark.parametrize(("rows", "merges", "made"), LAYOUTS.values(), ids=LAYOUTS)
def test_rows_are_paragraphs_or_rows_of_a_table(rows: tuple[str, ...], merges: tuple[str, ...], made: object) -> None:
    assert shape(outline_of(one(*rows, merges=merges))) == made


def test_sheets_are_read_in_their_order_and_their_grids_counted_on() -> None:
    data = workbook(sheet(cells(1, "甲", 1)), sheet(cells(1, "乙", 2)), names=("表二", "表三"))
    grids = outline_of(data).blocks
    places = [block.rows[0][0].place for block in grids if isinstance(block, Grid)]
    assert [(one.sheet, one.table) for one in places if one] == [("表二", 1), ("表三", 2)]


TITLE = "某局2023年政府信息公开工作年度报告"
REPORT = cells(1, TITLE)
# What is not shown, does not belong to the report, or comes from elsewhere.
REMARKED = {
    "formula-without-value": (one(row(5, cell("B5", formula="SUM(B1:B4)"))), [("no-value", "Sheet1!B5")]),
    "formula-with-empty-value": (one(row(5, cell("B5", "", formula="1", kind="n"))), [("no-value", "Sheet1!B5")]),
    "text-formula-without-value": (one(row(5, cell("B5", formula="A1", kind="str"))), [("no-value", "Sheet1!B5")]),
    "hidden-row": (one(row(5, cell("A5", 1), cell("B5", 2), more=' hidden="1"')), [("hidden-text", "Sheet1!A5")]),
    "hidden-row-without-text": (one(REPORT, row(5, cell("A5", style=RULED), more=' hidden="1"')), []),
    "hidden-column": (
        one(cells(5, 1, 2), cells(6, 1, 2), before='<cols><col min="2" max="2" hidden="true"/></cols>'),
        [("hidden-text", "Sheet1!B5")],
    ),
    "under-a-merged-cell": (one(cells(5, "甲", 7, 1), merges=("A5:B5",)), [("hidden-text", "Sheet1!B5")]),
    "hidden-sheet": (
        workbook(sheet(REPORT), sheet(cells(1, "底稿")), names=("报告", "底稿"), states={"底稿": "hidden"}),
        [("hidden-sheet", "底稿")],
    ),
    "very-hidden-sheet": (
        workbook(sheet(REPORT), sheet(), names=("报告", "底稿"), states={"底稿": "veryHidden"}),
        [("hidden-sheet", "底稿")],
    ),
    "far-below": (one(REPORT, cells(900, "x", "y")), [("outside", "Sheet1!A900:B900")]),
    "far-right-and-below": (one(REPORT, row(1048576, cell("XFD1048576", 1))), [("outside", "Sheet1!XFD1048576")]),
    "program": (
        workbook(sheet(REPORT), parts={"xl/vbaProject.bin": b"\0"}),
        [("macro", "xl/vbaProject.bin")],
    ),
    "made-for-programs": (
        workbook(
            sheet(REPORT), parts={"[Content_Types].xml": types("application/vnd.ms-excel.sheet.macroEnabled.main+xml")}
        ),
        [("macro", "[Content_Types].xml")],
    ),
    "other-workbook": (
        workbook(
            sheet(REPORT),
            parts={
                "xl/externalLinks/externalLink1.xml": "<externalLink/>",
                "xl/externalLinks/_rels/externalLink1.xml.rels": relations(
                    ("r1", "externalLinkPath", "file:///D:/台账.xlsx"), mode="External"
                ),
            },
        ),
        [("external-link", "file:///D:/台账.xlsx")],
    ),
    "data-connection": (
        workbook(sheet(REPORT), parts={"xl/connections.xml": "<connections/>"}),
        [("external-link", "xl/connections.xml")],
    ),
}


@pytest.mark.parametrize(("data", "told"), REMARKED.values(), ids=REMARKED)
def test_what_is_hidden_or_foreign_is_remarked(data: bytes, told: list[tuple[str, str]]) -> None:
    assert remarks(data) == told


def test_what_is_far_away_is_read_where_no_report_stands() -> None:
    outline = outline_of(one(cells(1, "甲", 1), cells(900, "乙", 2)))
    assert shape(outline) == [[["甲", "1"]], [["乙", "2"]]]
    assert outline.remarks == ()


def test_a_merged_cell_over_the_whole_sheet_stays_a_range() -> None:
    assert shape(outline_of(one(REPORT, merges=("A1:XFD1048576",)))) == [TITLE]


def drawing(*anchors: str) -> str:
    """The part of a drawing."""
    shapes = "http://schemas.openxmlformats.org/drawingml/2006"
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    names = f'xmlns:xdr="{shapes}/spreadsheetDrawing" xmlns:a="{shapes}/main" xmlns:mc="{compatible}"'
    return f"<xdr:wsDr {names}>{''.join(anchors)}</xdr:wsDr>"


def anchor(line: int, *inside: str) -> str:
    """What hangs on the first cell of a line, from 0."""
    where = f"<xdr:from><xdr:col>0</xdr:col><xdr:row>{line}</xdr:row></xdr:from>"
    return f"<xdr:twoCellAnchor>{where}{''.join(inside)}</xdr:twoCellAnchor>"


_RUNS = "<a:r><a:t>一、总体</a:t></a:r><a:r><a:t>情况</a:t></a:r>"
_BOX = f"<xdr:sp><xdr:txBody><a:p>{_RUNS}</a:p><a:p/></xdr:txBody></xdr:sp>"
_TWICE = f"<mc:AlternateContent><mc:Choice>{_BOX}</mc:Choice><mc:Fallback>{_BOX}</mc:Fallback></mc:AlternateContent>"
DRAWN: dict[str, tuple[tuple[str, ...], list[object]]] = {
    "text-box": ((anchor(1, _BOX),), [TITLE, "一、总体情况", "末。"]),
    "text-box-for-two-programs": ((anchor(1, _TWICE),), [TITLE, "一、总体情况", "末。"]),
    "picture": ((anchor(1, "<xdr:pic/>"),), [TITLE, Place(sheet="Sheet1", cell="A2"), "末。"]),
    "picture-below-all": ((anchor(9, "<xdr:pic/>"),), [TITLE, "末。", Place(sheet="Sheet1", cell="A10")]),
    "on-no-cell": (
        ("<xdr:absoluteAnchor><xdr:pic/></xdr:absoluteAnchor>",),
        [TITLE, Place(sheet="Sheet1", cell="A1"), "末。"],
    ),
}


@pytest.mark.parametrize(("anchors", "made"), DRAWN.values(), ids=DRAWN)
def test_what_lies_over_the_cells_stands_where_it_begins(anchors: tuple[str, ...], made: list[object]) -> None:
    parts = {
        "xl/worksheets/_rels/sheet1.xml.rels": relations(("r1", "drawing", "../drawings/drawing1.xml")),
        "xl/drawings/drawing1.xml": drawing(*anchors),
    }
    outline = outline_of(workbook(sheet(REPORT, cells(3, "末。")), parts=parts))
    assert [
        one.text if isinstance(one, Cell) else one.place for one in outline.blocks if not isinstance(one, Grid)
    ] == made


OUTSIDE = "../../../etc/passwd"
BROKEN: dict[str, tuple[bytes, str, str | None]] = {
    "row-beyond-the-sheet": (one(row(99999999999, cell("A1", 1))), "there is no row 99999999999", None),
    "row-zero": (one(row(0, cell("A1", 1))), "there is no row 0", None),
    "column-beyond-the-sheet": (one(row(1, cell("XFE1", 1))), "there is no cell XFE1", None),
    "endless-column": (one(row(1, cell("ZZZZZZ1", 1))), "there is no cell ZZZZZZ1", None),
    "cell-of-row-zero": (one(row(1, cell("A0", 1))), "there is no cell A0", None),
    "lower-case": (one(row(1, cell("a1", 1))), "there is no cell a1", None),
    "cell-of-another-row": (one(row(1, cell("A2", 1))), "there is no cell A2", None),
    "cell-twice": (one(row(1, cell("A1", 1), cell("A1", 2))), "cell A1: it stands twice", "A1"),
    "string-beyond-the-last": (one(row(1, cell("A1", 0, kind="s"))), "cell A1: there is no string 0", "A1"),
    "negative-string": (one(row(1, cell("A1", -1, kind="s"))), "cell A1: there is no string -1", "A1"),
    "merge-of-no-cells": (one(REPORT, merges=("A1:ZZZZ9",)), "there is no range A1:ZZZZ9", None),
    "merge-upside-down": (one(REPORT, merges=("B2:A1",)), "there is no range B2:A1", None),
    "merges-overlap": (one(REPORT, merges=("A1:C3", "B2:D2")), "the merged cell B2:D2 overlaps another", "B2"),
    "many-merges-overlap": (
        one(REPORT, merges=tuple(f"A1:B{number}" for number in range(1, 1001))),
        "the merged cell A1:B2 overlaps another",
        "A1",
    ),
    "grid-of-millions": (
        one(*(row(number, cell(f"A{number}", 1), cell(f"AX{number}", 1)) for number in range(1, 5002))),
        "the tables have more than 250000 cells",
        "A1",
    ),
    "no-workbook": (workbook(sheet(), parts={"xl/workbook.xml": None}), "xl/workbook.xml is missing", None),
    "no-sheet": (workbook(sheet(), parts={SHEET: None}), f"the part {SHEET} is missing", None),
    "no-relations": (workbook(sheet(), parts={_WORKBOOK_RELATIONS: None}), "the sheet 'Sheet1' is missing", None),
    "sheet-outside": (
        workbook(sheet(), parts={_WORKBOOK_RELATIONS: relations(("r1", "worksheet", OUTSIDE))}),
        f"it points outside the file: {OUTSIDE}",
        None,
    ),
    "sheet-elsewhere": (
        workbook(sheet(), parts={_WORKBOOK_RELATIONS: relations(("r1", "worksheet", "http://a.cn"), mode="External")}),
        "the sheet 'Sheet1' lies outside the file",
        None,
    ),
    "sheet-in-two": (
        workbook(
            sheet(),
            sheet(),
            parts={_WORKBOOK_RELATIONS: relations(("r1", "worksheet", "a.xml"), ("r2", "worksheet", "a.xml"))},
        ),
        "two sheets in xl/a.xml",
        None,
    ),
    "workbook-outside": (
        workbook(sheet(), parts={"_rels/.rels": relations(("r1", "officeDocument", "../xl/workbook.xml"))}),
        "it points outside the file: ../xl/workbook.xml",
        None,
    ),
    "workbook-elsewhere": (
        workbook(sheet(), parts={"_rels/.rels": relations(("r1", "officeDocument", "x"), mode="External")}),
        "the workbook lies outside the file",
        None,
    ),
    "binary-workbook": (
        workbook(sheet(), parts={"_rels/.rels": relations(("r1", "officeDocument", "xl/workbook.bin"))}),
        "an .xlsb workbook",
        None,
    ),
    "another-document": (workbook(sheet(), parts={"xl/workbook.xml": "<document/>"}), "this is no workbook", None),
    "document-type": (workbook("<!DOCTYPE a>" + sheet()), "has a document type", None),
    "cut-off": (workbook(sheet(REPORT)[:-20]), f"the part {SHEET} is damaged", None),
    "too-many-cells": (
        one(*(f"<row>{'<c/>' * 16_000}</row>" for _ in range(16))),
        "the sheet 'Sheet1' is too large (limit 250000 cells)",
        None,
    ),
    "too-much-of-anything": (one(before="<x/>" * 3_000_001), "too much content", None),
    "too-many-paragraphs": (one(row(1, cell("A1", "x\n" * 200_001))), "more than 200000 paragraphs", "A1"),
    "one-text-in-many-cells": (
        workbook(
            sheet(*(row(number, cell(f"A{number}", 0, kind="s")) for number in range(1, 1001))),
            parts={"xl/sharedStrings.xml": strings(f"<t>{'x' * 30_000}</t>")},
        ),
        "characters of text",
        None,
    ),
    "strings-too-large": (
        workbook(sheet(), parts={"xl/sharedStrings.xml": strings(f"<t>{' ' * (16 * 2**20)}</t>")}),
        "the part xl/sharedStrings.xml unpacks to",
        None,
    ),
    "no-archive": (b"<html></html>", "the file is damaged", None),
    "empty-archive": (packed({}), "the part xl/workbook.xml is missing", None),
}


@pytest.mark.parametrize(("data", "words", "name"), BROKEN.values(), ids=BROKEN)
def test_what_no_program_writes_is_refused(data: bytes, words: str, name: str | None) -> None:
    with pytest.raises(Unreadable) as caught:
        outline_of(data)
    assert caught.value.rule == "LT001"
    assert words in caught.value.words.en
    assert (caught.value.place.cell if caught.value.place else None) == name


def test_the_strict_form_of_the_format_is_read() -> None:
    strict = sheet(REPORT).replace(
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"
    )
    assert shape(outline_of(workbook(strict))) == [TITLE]


def tree(name: str) -> Tree:
    """A report that is an example."""
    path = ROOT / f"examples/clean/{name}.json"
    return json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)  # type: ignore[no-any-return]


REPORTS = ("city", "county", "department", "office")
STYLES = {
    "as-printed": (PRINTED, Workbook()),
    "nothing-merged": (Style(merges=False), Workbook(merged=False)),
    "blank-for-zero": (Style(blank_zero=True), Workbook()),
    "blank-for-zero-and-nothing-merged": (Style(merges=False, blank_zero=True), Workbook(merged=False)),
    "a-sheet-for-each-section": (PRINTED, Workbook(sheets="each")),
    "tables-of-blocks": (Style(blocks="each", disputes="tables"), Workbook(first_column=1)),
    "labelled-rows": (Style(disputes="labelled", labels="own", blank_zero=True), Workbook(numbers="none")),
    "broken-words": (Style(broken=True, vertical=True), Workbook(sheets="each", numbers="all")),
    "cut-in-two": (Style(cut="bare"), Workbook(merged=False)),
}


@pytest.mark.parametrize("name", REPORTS)
@pytest.mark.parametrize(("style", "made"), STYLES.values(), ids=STYLES)
def test_a_report_is_read_back(name: str, style: Style, made: Workbook) -> None:
    written = tree(name)
    document = paper(written, layout_of(written), style)
    report = read_report("report.xlsx", outline_of(xlsx(document, made)), labels(), NOBODY)
    assert figures(report) == figures_shown(written, style)
    assert report.troubles == ()
    assert (report.tree["title"], report.tree["preamble"]) == (written["title"], written["preamble"])
    assert {key: (section["heading"], section["paragraphs"]) for key, section in report.tree["sections"].items()} == {
        key: (section["heading"], section["paragraphs"]) for key, section in written["sections"].items()
    }
