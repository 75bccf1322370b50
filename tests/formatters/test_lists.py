"""``csv`` and ``xlsx``: the list that an office sends back, as spreadsheets read it; no cell of it is ever run."""

import csv
import io
import shutil
import subprocess
import zipfile
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest

from lint.formatters.look import Look
from lint.formatters.review_list import LONGEST_CELL
from lint.formatters.workbook import Cell, Sheet, workbook
from lint.formatters.xlsx import MOST_ROWS
from lint.model.aside import Aside
from lint.model.run import Checked
from lint.readers.xlsx import outline_of
from tests.formatters.support_formatters import rendered, results
from tests.formatters.support_read_back import SHEET, sheets, table, written

ZH = Look("zh")
COLUMNS = ["机关", "年度", "文件", "级别", "规则", "位置", "问题", "依据", "建议"]
EVERY = [one for name, one in results().items() if name != "huge"]


def named(agency: str) -> Checked:
    """A report with one finding, of a body of that name."""
    one = results()["warned"]
    assert one.report is not None
    identity = one.report.identity._replace(agency=agency)
    return one._replace(report=one.report._replace(identity=identity))


@cache
def book() -> bytes:
    """The workbook about all results."""
    return written("xlsx", EVERY, ZH)


def test_one_row_to_the_letter() -> None:
    (row,) = table(written("csv", [results()["warned"]], ZH))
    assert row == {
        "机关": "示例市水利局",
        "年度": "2023",
        "文件": "warned.json",
        "级别": "警告",
        "规则": "ST003",
        "位置": "第五部分的标题 第323行第18列",
        "问题": "第五部分的标题：标题“五、存在问题和改进举措”与格式不同，应为“五、存在的主要问题及改进情况”",
        "依据": results()["warned"].diagnostics[0].basis.zh,
        "建议": "应为 五、存在的主要问题及改进情况",
    }


def test_a_cause_is_one_row_with_its_repair() -> None:
    (row,) = table(written("csv", [results()["failing"]], ZH))
    assert row["规则"] == "AR001 AR003"
    assert row["建议"].startswith("表三 一、本年新收政府信息公开申请数量 × 总计：11 应为 10")
    assert [line[:5] for line in row["问题"].split("\n")[1:3]] == ["AR001", "AR003"]


def test_csv_is_known_as_utf_8_and_quoted_throughout() -> None:
    data = written("csv", EVERY, ZH)
    assert data.startswith('\ufeff"机关",'.encode())
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    assert {len(row) for row in rows} == {len(COLUMNS)}


def test_a_console_without_unicode_gets_no_mark() -> None:
    assert rendered("csv", EVERY, ZH._replace(encoding="gbk")).startswith('"机关",')


def test_what_is_undecided_or_passed_over_has_a_row() -> None:
    rows = table(written("csv", [results()["undecided"], results()["passed-over"]], ZH))
    assert [(row["级别"], row["规则"]) for row in rows] == [("未能判断", ""), ("略过", "")]


def test_both_lists_say_the_same() -> None:
    head, *rows = sheets(book())["问题"]
    assert head == COLUMNS
    plain = [[cell.removeprefix("'") for cell in row.values()] for row in table(written("csv", EVERY, ZH))]
    assert [[cell.removeprefix("'") for cell in row] for row in rows] == plain


def test_the_second_sheet_has_every_report() -> None:
    head, *rows = sheets(book())["报告"]
    assert head == ["文件", "机关", "年度", "结果", "错误", "警告", "提示", "未能判断"]
    assert len(rows) == len(EVERY)
    assert [row[3] for row in rows if row[0] in ("clean.json", "failing.json", "notes.csv")] == [
        "未发现问题", "有问题", "不是年度报告，未检查",
    ]  # fmt: skip


def test_the_head_is_frozen_and_filtered() -> None:
    with zipfile.ZipFile(io.BytesIO(book())) as archive:
        sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - our own
    (pane,), (kept,) = sheet.iter(f"{SHEET}pane"), sheet.iter(f"{SHEET}autoFilter")
    assert (pane.get("ySplit"), pane.get("state"), pane.get("topLeftCell")) == ("1", "frozen", "A2")
    assert kept.get("ref") == f"A1:I{len(sheets(book())['问题'])}"
    assert [one.get("customWidth") for one in sheet.iter(f"{SHEET}col")] == ["1"] * len(COLUMNS)


FORMULAS = ["=1+1", "+1", "-1", "@SUM(1)", "=cmd|' /C calc'!A0", "＝1+1", "＋1", "－1", "＠A1"]
NO_FORMULAS = ["示例市水利局", " =1", "1=1", "'=1"]


@pytest.mark.parametrize("text", [*FORMULAS, *NO_FORMULAS])
def test_no_cell_is_a_formula(text: str) -> None:
    """In CSV it is marked as one would type it; in a workbook text is text, and stays so when it is edited."""
    (row,) = table(written("csv", [named(text)], ZH))
    assert row["机关"] == (f"'{text}" if text in FORMULAS else text)
    data = written("xlsx", [named(text)], ZH)
    assert sheets(data)["问题"][1][0] == text
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - our own
        styles = ElementTree.fromstring(archive.read("xl/styles.xml"))  # noqa: S314 - our own
    assert not list(sheet.iter(f"{SHEET}f"))
    cell = list(sheet.iter(f"{SHEET}c"))[len(COLUMNS)]
    formats = list(next(styles.iter(f"{SHEET}cellXfs")))
    quoted = formats[int(cell.attrib["s"])].get("quotePrefix") == "1"
    assert (cell.get("t"), quoted) == ("inlineStr", text in FORMULAS)


def test_tabs_and_returns_begin_no_cell() -> None:
    for sign in "\t\r\n":
        (row,) = table(written("csv", [named(f"{sign}=1+1")], ZH))
        assert row["机关"] == f"\\x{ord(sign):02x}=1+1"


def test_no_cell_is_longer_than_excel_allows() -> None:
    one = named("=" + "长" * 100_000)
    (row,) = table(written("csv", [one], ZH))
    assert len(row["机关"]) == LONGEST_CELL + 1 <= 32_767
    assert len(sheets(written("xlsx", [one], ZH))["问题"][1][0]) == LONGEST_CELL + 1


def test_codes_of_characters_stay_as_written() -> None:
    """Excel reads _x0041_ as a letter."""
    assert sheets(written("xlsx", [named("_x0041_ _x41_ _X0041_")], ZH))["问题"][1][0] == "\\x5fx0041_ _x41_ _X0041_"


def test_more_rows_than_a_sheet_holds_go_on_in_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_ROWS == 2**20 - 1
    monkeypatch.setattr("lint.formatters.xlsx.MOST_ROWS", 2)
    found = sheets(written("xlsx", [results()["warned"]] * 5, ZH))
    assert [(name, len(rows)) for name, rows in found.items()] == [
        ("问题", 3),
        ("问题 2", 3),
        ("问题 3", 2),
        ("报告", 6),
    ]


def test_the_reader_of_this_program_reads_it() -> None:
    """As any workbook: nothing hidden, nothing outside, no formula, and every cell of the first sheet."""
    outline = outline_of(book())
    assert [one.kind for one in outline.remarks] == []
    text = str(outline)
    for row in sheets(book())["问题"]:
        assert all(
            line.strip() in text for cell in row for line in cell.split("\n") if "\\" not in line and "'" not in line
        )


@pytest.mark.needs_module("python_calamine")
def test_calamine_reads_it() -> None:
    from python_calamine import CalamineWorkbook  # noqa: PLC0415

    read = CalamineWorkbook.from_filelike(io.BytesIO(book()))
    assert read.sheet_names == ["问题", "报告"]
    for name, rows in sheets(book()).items():
        cells = [
            [str(int(one) if isinstance(one, float) else one) for one in row]
            for row in read.get_sheet_by_name(name).to_python()
        ]
        assert cells == rows


@pytest.mark.needs_program("localc")
def test_libreoffice_reads_it(tmp_path: Path) -> None:
    """Converted to CSV by Calc, the first sheet has the same cells."""
    (tmp_path / "list.xlsx").write_bytes(book())
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    subprocess.run(
        [
            shutil.which("localc") or "", "--headless", "--norestore", home, "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", str(tmp_path), str(tmp_path / "list.xlsx"),
        ],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    with (tmp_path / "list.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == sheets(book())["问题"]


def test_an_empty_workbook_is_one() -> None:
    with Aside() as rows:
        sheet = Sheet("a", ["x", "y"], [5, 5], rows)
        sheet.add([Cell(None), Cell(3)])
        found = sheets(b"".join(workbook([sheet])))
    assert found == {"a": [["x", "y"], ["", "3"]]}
