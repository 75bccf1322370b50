"""Whole reports as text: what pages, pasting and PDF do to them, and what the reader makes of it."""

import codecs
import json
from decimal import Decimal
from pathlib import Path

import pytest

from lint.api import check
from lint.model.errors import Unreadable
from lint.model.finding import Severity
from lint.model.form import COLUMNS, GROUPS, OUTCOMES
from lint.model.pointer import Pointer
from lint.model.report import Report, Tree
from lint.readers.tree import report_of_tree, tree_of_report
from tests.support_text import PLAIN, Style, figures, figures_of, layout_of, read, sliced, table_four, written

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(ROOT.glob("examples/*/*.txt"))
THREE = "/sections/applications/table"
FOUR = "/sections/disputes/table"
TWO = "/sections/proactive/table"
NEW = "一、本年新收政府信息公开申请数量"
NO_FIGURE = "\t".join("0" * 7)
CARRIED_OUT = "四、结转下年度继续办理"
HEADER_THREE = (
    "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况\n"
    "自然人\t法人或其他组织\t总计\n"
    "商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\n"
)


def tree_of(path: Path) -> Tree:
    """An example as its JSON has it."""
    tree: Tree = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"), parse_float=Decimal)
    return tree


CITY = tree_of(ROOT / "examples" / "clean" / "city.txt")
TEXT = written(CITY)
FIGURES = figures_of(CITY)


def changed(old: str, new: str) -> str:
    """The city's report with one passage changed."""
    assert TEXT.count(old) == 1
    return TEXT.replace(old, new)


def remarks(report: Report, kind: str) -> list[tuple[Pointer, str]]:
    """The remarks of one kind: where, and what the document prints."""
    return [(remark.pointer, remark.text) for remark in report.document.remarks if remark.kind == kind]


def troubles(report: Report) -> list[tuple[str, Pointer, int | None]]:
    """What could not be read: rule, pointer, line."""
    return [(one.rule, one.pointer, one.place.line if one.place else None) for one in report.troubles]


def line_of(text: str, words: str) -> int:
    """The number of the first line that holds the words."""
    return next(number for number, line in enumerate(text.split("\n"), start=1) if words in line)


# ------------------------------------------------------------------------------------------------------------- examples


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_an_example_reads_as_its_json(path: Path) -> None:
    """Text and JSON of an example are the same tree, but for what text cannot say of the body."""
    expected = tree_of(path)
    report = read(path.read_bytes())
    assert report.tree["title"] == expected["title"]
    assert report.tree["agency"]["name"] == expected["agency"]["name"]
    assert [report.tree[key] for key in ("edition", "year", "preamble")] == [
        expected[key] for key in ("edition", "year", "preamble")
    ]
    assert report.tree["sections"] == expected["sections"]
    assert list(report.tree["sections"]) == list(expected["sections"])
    assert (report.troubles, report.document.remarks) == ((), ())


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_figure_and_paragraph_of_an_example_stands_at_its_place(path: Path) -> None:
    """Line and column of each of the 200 figures, of headings and paragraphs, cut out what they say."""
    text = path.read_text(encoding="utf-8")
    report = read(path.read_bytes())
    found = figures(report)
    assert len(found) == 200
    assert {at: sliced(text, report.locate(at)) for at in found} == {
        at: "" if figure is None else str(figure) for at, figure in found.items()
    }
    for key, section in report.tree["sections"].items():
        assert sliced(text, report.locate(f"/sections/{key}/heading")) == section["heading"]
        for number, paragraph in enumerate(section["paragraphs"]):
            assert sliced(text, report.locate(f"/sections/{key}/paragraphs/{number}")) == paragraph
    assert sliced(text, report.locate("/title")) == report.tree["title"]


def test_a_tree_with_what_lies_beyond_it_is_the_same_report_again() -> None:
    """Headings, remarks and troubles survive writing the tree and reading it again."""
    text = changed("三、本年度办理结果\t（一）予以公开\t30", "（一）给予公开\t３0").replace(
        "五、存在", "五、展望\n五、存在"
    )
    report = read(text)
    again = report_of_tree("again", tree_of_report(report))
    kept = tuple(heading._replace(place=None) for heading in report.document.headings)
    assert again.document.headings == kept
    assert [(remark.kind, remark.pointer, remark.text) for remark in again.document.remarks] == [
        (remark.kind, remark.pointer, remark.text) for remark in report.document.remarks
    ]
    assert again.tree == tree_of_report(again)


# ------------------------------------------------------------------------------ the same figures in spite of everything


def joined_text() -> str:
    """The report with nothing but spaces where paragraphs of text ended."""
    lines = [line for line in TEXT.split("\n") if line]
    grid = [number for number, line in enumerate(lines) if "\t" in line]
    joined = ""
    for number, line in enumerate(lines):
        edge = number in grid or number - 1 in grid
        joined += ("\n" if edge else " ") + line
    return joined.strip()


SAME = {
    "carriage-return-line-feed": TEXT.replace("\n", "\r\n"),
    "carriage-return": TEXT.replace("\n", "\r"),
    "indented": TEXT.replace("\n", "\n\u3000\u3000"),
    "blank-lines-between-rows": TEXT.replace("\n", "\n\n"),
    "no-break-spaces-in-cells": TEXT.replace("\t", "\u00a0\t\u00a0"),
    "half-width-brackets": TEXT.replace("（", "(").replace("）", ")"),
    "E14-zero-width-in-labels": TEXT.replace("公开", "公\u200b开"),
    "spaces-in-labels": TEXT.replace("总计", "总 计").replace("自然人", "自 然 人").replace("商业企业", "商 业 企 业"),
    "kangxi": TEXT.replace("一、", "⼀、").replace("行政", "⾏政").replace("人", "⼈"),
    "radicals-supplement": TEXT.replace("其他", "其他").replace("见", "⻅").replace("长", "⻓"),
    "digits-for-headings": TEXT.replace("\n二、主动", "\n2、主动").replace("\n五、存在", "\n5．存在"),
    "headings-without-numerals": TEXT.replace("\n一、总体", "\n总体").replace("\n六、其他", "\n其他"),
    "straight-quotes": TEXT.replace("“三安全一稳定”", '"三安全一稳定"'),
    "lost-quotes": TEXT.replace("“三安全一稳定”", "三安全一稳定"),
    "year-in-headings": TEXT.replace("本年制发件数", "本年（2023）制发件数"),
    "header-of-three-lost": TEXT.replace(HEADER_THREE, ""),
    "header-of-three-in-one-line": TEXT.replace(
        HEADER_THREE, "申请人情况\n自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n"
    ),
    "header-of-three-one-cell-a-line": TEXT.replace(
        HEADER_THREE,
        "申请人情况\n自然人\n法人或其他组织\n总计\n商业\n企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n",
    ),
    "header-of-three-repeated": TEXT.replace("（四）无法提供\t", HEADER_THREE + "（四）无法提供\t"),
    "page-break-group-label-repeated": TEXT.replace("2.重复申请\t", "（五）不予处理\t2.重复申请\t"),
    "page-break-blank-group-cells": TEXT.replace("5.要求行政机关", "\t\t5.要求行政机关"),
    "page-break-results-again": TEXT.replace("2.重复申请\t", "三、本年度办理结果\t（五）不予处理\t2.重复申请\t"),
    "leading-blank-cells": written(CITY, Style(labels=3, groups="blank")),
    "leading-blank-cells-lost-in-one-row": written(CITY, Style(labels=3, groups="blank")).replace(
        "\t\t5.要求行政机关", "5.要求行政机关"
    ),
    "leading-blank-cells-lost-with-the-group": written(CITY, Style(labels=3, groups="blank")).replace(
        "\t（五）不予处理\t1.信访", "1.信访"
    ),
    "figures-on-the-line-after-their-label": TEXT.replace("2.重复申请\t1\t0", "2.重复申请\t\n1\t0"),
    "label-over-two-lines": TEXT.replace("5.要求行政机关确认或重新", "5.要求行政机关确认或\n重新"),
    "label-over-three-lines": TEXT.replace(
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理",
        "2.申请人逾期未按收费通知\n要求缴纳费用、行政机关\n不再处理",
    ),
    "group-label-over-two-lines": TEXT.replace("（四）无法提供\t1.本机关", "（四）无法\n提供\t1.本机关"),
    "group-label-on-its-own-line": TEXT.replace("（四）无法提供\t1.本机关", "（四）无法提供\n1.本机关"),
    "numbered-row-label-on-its-own-line": TEXT.replace(f"{CARRIED_OUT}\t", f"{CARRIED_OUT}\n\t"),
    "captions-lost": written(CITY, Style(captions=False)),
    "headings-of-two-lost": "\n".join(line for line in TEXT.split("\n") if not line.startswith("信息内容")),
    "four-as-three-rows": written(CITY, Style(disputes="rows")),
    "four-as-labelled-rows": written(CITY, Style(disputes="labelled")),
    "four-without-headings": written(CITY, PLAIN).replace(
        "\n".join(table_four(CITY["sections"]["disputes"]["table"], layout_of(CITY))[:-1]) + "\n", ""
    ),
    "prose-before-the-table": changed("（本列数据的", "2023年，全市收到申请72件。\n（本列数据的"),
    "prose-after-the-table": changed("\n四、政府信息公开行政复议", "\n注：含上年结转数量。\n四、政府信息公开行政复议"),
    "fullwidth-digits": TEXT.replace("\t62\t7\t", "\t６２\t７\t"),
    "thousands": TEXT.replace("\t5522", "\t5,522"),
    "paragraphs-joined": joined_text(),
}


@pytest.mark.parametrize("text", SAME.values(), ids=SAME)
def test_the_same_figures(text: str) -> None:
    """However it was typed or pasted, every one of the 200 figures is read, and nothing is in doubt."""
    report = read(text)
    assert (troubles(report), figures(report)) == ([], FIGURES)
    assert list(report.tree["sections"]) == list(CITY["sections"])


ENCODINGS = {
    "utf-8": TEXT.encode(),
    "utf-8-with-mark": codecs.BOM_UTF8 + TEXT.encode(),
    "utf-16-le-with-mark": codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"),
    "utf-16-be-with-mark": codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
    "utf-16-le-without-mark": TEXT.encode("utf-16-le"),
    "gb18030": TEXT.encode("gb18030"),
}


@pytest.mark.parametrize("data", ENCODINGS.values(), ids=ENCODINGS)
def test_encodings(data: bytes) -> None:
    """The encoding changes neither figures nor places."""
    report, plain = read(data), read(TEXT)
    assert report.tree == plain.tree
    assert [report.locate(at) for at in FIGURES] == [plain.locate(at) for at in FIGURES]


# --------------------------------------------------------------------------------------------------------------- places

PLACES: dict[str, tuple[str, Pointer, str, int]] = {
    "emoji-before-the-figure": (changed(f"{NEW}\t62", f"{NEW}😀\t62"), f"{THREE}/new/natural_person", "62", 19),
    "space-before-the-figure": (changed(f"{NEW}\t62", f"{NEW}\t  62"), f"{THREE}/new/natural_person", "62", 20),
    "tabs-are-one-character": (changed(f"{NEW}\t62", f"\t\t{NEW}\t62"), f"{THREE}/new/natural_person", "62", 20),
    "line-separator-is-no-line-end": (
        changed("全年清理文件52件。", "全年\u2028清理文件52件。"), f"{THREE}/new/natural_person", "62", 18,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "at", "expected", "column"), PLACES.values(), ids=PLACES)
def test_places(text: str, at: Pointer, expected: str, column: int) -> None:
    """Columns count characters, lines end at line feeds only."""
    place = read(text).locate(at)
    assert place is not None
    assert (sliced(text, place), place.line, place.column) == (expected, line_of(text, NEW), column)


# --------------------------------------------------------------------------------------------------------- single cells

CELLS: dict[str, tuple[str, object, str | None]] = {
    "full-width": ("６２", 62, "full-width"),
    "thousands": ("1,062", 1062, "separators"),
    "blank": ("", None, None),
    "slash": ("/", None, "placeholder"),
    "none": ("无", None, "placeholder"),
    "dash": ("——", None, "placeholder"),
    "unit": ("62件", "62件", None),
    "remark": ("62（其中修订16件）", "62（其中修订16件）", None),
    "footnote": ("62①", "62①", None),
    "negative": ("-62", "-62", None),
    "fraction": ("62.0", "62.0", None),
}


@pytest.mark.parametrize(("typed", "value", "remark"), CELLS.values(), ids=CELLS)
def test_cells(typed: str, value: object, remark: str | None) -> None:
    """A cell is a figure, a blank or raw text; how it was typed is kept, and its neighbours are untouched."""
    report = read(changed(f"{NEW}\t62\t", f"{NEW}\t{typed}\t"))
    at = f"{THREE}/new/natural_person"
    assert figures(report) == {**FIGURES, at: value}
    assert [(one.kind, one.pointer, one.text) for one in report.document.remarks] == (
        [(remark, at, typed)] if remark else []
    )


BLANK_ROWS = {
    "carried_out": "四、结转下年度继续办理", "results/total": "（七）总计", "results/other/other": "3.其他", "new": NEW,
    "results/not_processed/repeated": "2.重复申请",
}  # fmt: skip


@pytest.mark.parametrize(("row", "label"), BLANK_ROWS.items(), ids=BLANK_ROWS)
def test_a_blank_row_is_a_row(row: str, label: str) -> None:
    """A row of blanks is in the tree, each cell null, even where its label is the heading of a column too."""
    line = next(line for line in TEXT.split("\n") if line.startswith(f"{label}\t"))
    report = read(changed(line, label + "\t" * 7))
    assert figures(report) == {**FIGURES, **{f"{THREE}/{row}/{column}": None for column in COLUMNS}}


def test_a_blank_table_four_is_a_table() -> None:
    """Fifteen blank cells are fifteen nulls, not a missing table."""
    *_, row = table_four(CITY["sections"]["disputes"]["table"], layout_of(CITY))
    report = read(changed(row, "\t" * 14))
    assert figures(report, "disputes") == {f"{FOUR}/{group}/{name}": None for group in GROUPS for name in OUTCOMES}


# ----------------------------------------------------------------------------------------------------- rows and columns


def test_an_unknown_label_between_known_rows_is_the_missing_one() -> None:
    """Position names a row whose label nobody knows; what the document prints is remarked."""
    report = read(changed("2.重复申请\t", "2.反复提出\t"))
    assert (troubles(report), figures(report)) == ([], FIGURES)
    assert remarks(report, "label") == [(f"{THREE}/results/not_processed/repeated", "2.反复提出")]


def test_an_unknown_label_beside_its_group() -> None:
    """The label of a row is the last cell with words, not the group before it."""
    report = read(changed("2.重复申请\t", "（五）不予处理\t2.反复提出\t"))
    assert (troubles(report), figures(report)) == ([], FIGURES)
    assert remarks(report, "label") == [(f"{THREE}/results/not_processed/repeated", "2.反复提出")]


def test_a_lost_label_between_known_rows_is_the_missing_one() -> None:
    """Figures without any label between two known rows are the missing row's."""
    report = read(changed("2.重复申请\t", "\t"))
    assert (troubles(report), figures(report)) == ([], FIGURES)


def test_two_unknown_labels_for_one_row_stay_unknown() -> None:
    """Two rows cannot both be the missing one: the figures are in doubt."""
    text = changed("2.重复申请\t1\t0\t0\t0\t0\t0\t1", "2.甲\t1\t0\t0\t0\t0\t0\t1\n2.乙\t1\t0\t0\t0\t0\t0\t1")
    report = read(text)
    at = f"{THREE}/results"
    assert troubles(report) == [("LT006", at, line_of(text, "2.甲")), ("LT006", at, line_of(text, "2.乙"))]
    assert remarks(report, "unknown-row") == [(THREE, "2.甲"), (THREE, "2.乙")]
    assert f"{at}/not_processed/repeated/total" not in figures(report)


def test_an_extra_row_with_figures_is_in_doubt() -> None:
    """Figures under a label beyond the form may belong to a sum: said with their line."""
    text = changed("（七）总计\t", "属于商业秘密\t2\t0\t0\t0\t0\t0\t2\n（七）总计\t")
    report = read(text)
    assert figures(report) == FIGURES
    assert troubles(report) == [("LT006", f"{THREE}/results", line_of(text, "属于商业秘密"))]
    assert remarks(report, "unknown-row") == [(THREE, "属于商业秘密")]


def test_an_extra_row_of_zeros_is_only_remarked() -> None:
    """Zeros under a label beyond the form change no sum."""
    report = read(changed("（七）总计\t", "属于商业秘密\t0\t0\t0\t0\t0\t0\t0\n（七）总计\t"))
    assert (troubles(report), figures(report)) == ([], FIGURES)
    assert remarks(report, "unknown-row") == [(THREE, "属于商业秘密")]


def test_a_row_too_few_cells() -> None:
    """Six figures under seven columns are in doubt, with their line; all other rows are read."""
    text = changed(f"{CARRIED_OUT}\t5\t1\t0\t0\t0\t0\t6", f"{CARRIED_OUT}\t5\t1\t0\t0\t0\t6")
    report = read(text)
    assert troubles(report) == [("LT006", f"{THREE}/carried_out", line_of(text, CARRIED_OUT))]
    assert figures(report) == {at: value for at, value in FIGURES.items() if "/carried_out/" not in at}


def test_a_row_twice_the_same_is_nothing() -> None:
    """A row printed again after a page break changes nothing."""
    row = f"{CARRIED_OUT}\t5\t1\t0\t0\t0\t0\t6"
    report = read(changed(row, f"{row}\n{row}"))
    assert (troubles(report), figures(report), remarks(report, "doubled-row")) == ([], FIGURES, [])


def test_a_row_twice_with_other_figures() -> None:
    """Of two rows with one label and other figures nobody knows which is right."""
    row = f"{CARRIED_OUT}\t5\t1\t0\t0\t0\t0\t6"
    text = changed(row, f"{row}\n{row[:-1]}7")
    report = read(text)
    second = line_of(text, CARRIED_OUT) + 1
    assert troubles(report) == [("LT006", f"{THREE}/carried_out", second)]
    assert figures(report) == FIGURES
    assert remarks(report, "doubled-row") == [(f"{THREE}/carried_out", CARRIED_OUT)]


def test_rows_out_of_order() -> None:
    """A row is known by its label wherever it stands; that it stands elsewhere is remarked."""
    first = "1.信访举报投诉类申请\t1\t0\t0\t0\t0\t0\t1"
    second = "2.重复申请\t1\t0\t0\t0\t0\t0\t1"
    report = read(changed(f"{first}\n{second}", f"{second}\n{first}"))
    assert (troubles(report), figures(report)) == ([], FIGURES)
    assert [at for at, _ in remarks(report, "order")] == [f"{THREE}/results/not_processed/petition"]


def test_a_subtotal_column() -> None:
    """A column 小计 within the headings is left out and remarked; the figures keep their columns."""
    header = "自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t小计\t总计\n"
    lines = TEXT.replace(HEADER_THREE, header).split("\n")
    begin, end = lines.index(header.strip()), line_of(TEXT, "四、政府信息公开行政复议")
    rows = [with_subtotal(line) if begin < number < end else line for number, line in enumerate(lines)]
    report = read("\n".join(rows))
    assert (troubles(report), figures(report)) == ([], FIGURES)
    assert remarks(report, "unknown-column") == [(THREE, "小计")]


def with_subtotal(line: str) -> str:
    """A row of table three with the sum of its five organisation columns before the total."""
    *labels, person, a, b, c, d, e, total = line.split("\t") if line.count("\t") > 6 else [line] * 9
    if labels == [line] * 2:
        return line
    return "\t".join([*labels, person, a, b, c, d, e, str(sum(map(int, (a, b, c, d, e)))), total])


def test_columns_in_another_order() -> None:
    """Headings decide the columns where at least four of them are known."""
    header = "自然人\t商业企业\t社会公益组织\t科研机构\t法律服务机构\t其他\t总计\n"
    report = read(TEXT.replace(HEADER_THREE, header))
    swapped = {"research": "public_welfare", "public_welfare": "research"}
    expected = {
        "/".join([*at.split("/")[:-1], swapped.get(at.split("/")[-1], at.split("/")[-1])]): value
        for at, value in FIGURES.items()
        if at.startswith(THREE)
    }
    assert (troubles(report), figures(report, "applications")) == ([], expected)


def test_single_row_other_in_a_report_of_2021() -> None:
    """（六）其他处理 as one row holds the columns itself, and the report stays one of edition 2021."""
    rows = [line for line in TEXT.split("\n") if line.startswith(("2.申请人逾期", "3.其他"))]
    text = TEXT
    for row in rows:
        text = text.replace(f"{row}\n", "")
    first = "（六）其他处理\t1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\t1\t0\t0\t0\t0\t0\t1"
    assert text.count(first) == 1
    report = read(text.replace(first, "（六）其他处理\t2\t0\t0\t0\t0\t0\t2"))
    other = report.tree["sections"]["applications"]["table"]["results"]["other"]
    assert other == dict(zip(COLUMNS, (2, 0, 0, 0, 0, 0, 2), strict=True))
    assert (report.identity.edition, troubles(report)) == ("2021", [])


TABLE_TWO: dict[str, tuple[str, dict[str, dict[str, object]]]] = {
    "headings-of-2019-in-a-report-of-2021": (
        "信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n规章\t1\t2\t3\n行政规范性文件\t4\t5\t6",
        {
            "regulations": {"made": 1, "disclosed": 2, "total_disclosed": 3},
            "normative_documents": {"made": 4, "disclosed": 5, "total_disclosed": 6},
        },
    ),
    "row-of-规章-missing": (
        "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规范性文件\t4\t5\t6",
        {"normative_documents": {"issued": 4, "repealed": 5, "in_force": 6}},
    ),
    "columns-in-another-order": (
        "信息内容\t现行有效件数\t本年制发件数\t本年废止件数\n规章\t3\t1\t2",
        {"regulations": {"in_force": 3, "issued": 1, "repealed": 2}},
    ),
    "corner-lost": (
        "\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t1\t2\t3",
        {"regulations": {"issued": 1, "repealed": 2, "in_force": 3}},
    ),
    "corner-spaced-out": (
        "信 息 内 容\t本年制发件数\t本年废止件数\t现行有效件数\n规 章\t1\t2\t3",
        {"regulations": {"issued": 1, "repealed": 2, "in_force": 3}},
    ),
    "all-blank": (
        "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t\t\t",
        {"regulations": {"issued": None, "repealed": None, "in_force": None}},
    ),
    "unknown-column": (
        "信息内容\t本年制发件数\t计量单位\t本年废止件数\t现行有效件数\n规章\t1\t件\t2\t3",
        {"regulations": {"issued": 1, "repealed": 2, "in_force": 3}},
    ),
    "headings-of-both-blocks-lost": (
        "规章\t1\t2\t3\n行政规范性文件\t4\t5\t6",
        {
            "regulations": {"issued": 1, "repealed": 2, "in_force": 3},
            "normative_documents": {"issued": 4, "repealed": 5, "in_force": 6},
        },
    ),
    "2019-items-without-headings": (
        "行政许可\t10\t-2\t300",
        {"licensing": {"previous_items": 10, "change": -2, "decisions": 300}},
    ),
    "2019-items-with-headings": (
        "信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政许可\t10\t-2\t300\n其他对外管理服务事项\t1\t0\t5",
        {
            "licensing": {"previous_items": 10, "change": -2, "decisions": 300},
            "other_services": {"previous_items": 1, "change": 0, "decisions": 5},
        },
    ),
    "2019-procurement": (
        "信息内容\t采购项目数量\t采购总金额\n政府集中采购\t7\t59237.2449",
        {"procurement": {"items": 7, "amount": Decimal("59237.2449")}},
    ),
    "fee-as-printed": (
        "信息内容\t本年收费金额（单位：万元）\n行政事业性收费\t2439.0100",
        {"fees": {"amount": Decimal("2439.0100")}},
    ),
}


@pytest.mark.parametrize(("lines", "expected"), TABLE_TWO.values(), ids=TABLE_TWO)
def test_blocks_of_table_two(lines: str, expected: dict[str, dict[str, object]]) -> None:
    """Each block follows its own headings; where those are lost, the number of its cells."""
    begin, end = TEXT.index("第二十条第（一）项"), TEXT.index("\n三、收到和处理")
    report = read(TEXT[:begin] + lines + "\n" + TEXT[end:])
    assert (troubles(report), report.tree["sections"]["proactive"]["table"]) == ([], expected)


# ------------------------------------------------------------------------------------------------------------- sections

SECTION_CASES: dict[str, tuple[str, list[str], list[tuple[str, str | None]]]] = {
    "doubled": (
        changed("\n一、总体情况\n", "\n一、总体情况\n\n一、总体情况\n"),
        ["overview", "proactive", "applications", "disputes", "problems", "other"],
        [("一、总体情况", "overview"), ("一、总体情况", "overview")],
    ),
    "missing": (
        TEXT[: TEXT.index("六、其他需要")],
        ["overview", "proactive", "applications", "disputes", "problems"],
        [("一、总体情况", "overview")],
    ),
    "unknown-between": (
        changed("\n二、主动公开", "\n二、政务公开亮点\n全年开展活动3次。\n三、主动公开"),
        ["overview", "proactive", "applications", "disputes", "problems", "other"],
        [("一、总体情况", "overview"), ("二、政务公开亮点", None)],
    ),
    "swapped": (
        TEXT.replace("五、存在的主要问题及改进情况", "@")
        .replace("六、其他需要报告的事项", "五、存在的主要问题及改进情况")
        .replace("@", "六、其他需要报告的事项"),
        ["overview", "proactive", "applications", "disputes", "other", "problems"],
        [("一、总体情况", "overview")],
    ),
    "sub-headings-do-not-count": (
        changed("（一）主动公开。", "（一）主动公开政府信息情况\n"),
        ["overview", "proactive", "applications", "disputes", "problems", "other"],
        [("一、总体情况", "overview"), ("二、主动公开政府信息情况", "proactive")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "keys", "first"), SECTION_CASES.values(), ids=SECTION_CASES)
def test_sections(text: str, keys: list[str], first: list[tuple[str, str | None]]) -> None:
    """Sections stand in document order; every heading is kept as printed, doubled and unknown ones too."""
    report = read(text)
    headings = [(heading.text, heading.section) for heading in report.document.headings]
    assert list(report.tree["sections"]) == keys
    assert headings[: len(first)] == first
    assert figures(report) == FIGURES


def test_text_under_an_unknown_heading_is_not_lost() -> None:
    """An unknown heading and its text stand in the section before."""
    report = read(changed("\n二、主动公开", "\n二、政务公开亮点\n全年开展活动3次。\n三、主动公开"))
    assert report.tree["sections"]["overview"]["paragraphs"][-2:] == ["二、政务公开亮点", "全年开展活动3次。"]


MISSING_TABLES = {
    "proactive": ("第二十条第（一）项", "\n三、收到和处理"),
    "applications": ("（本列数据的", "\n四、政府信息公开行政复议"),
    "disputes": ("行政复议\t行政诉讼", "\n五、存在的主要问题"),
}


@pytest.mark.parametrize(("first", "after"), MISSING_TABLES.values(), ids=MISSING_TABLES)
def test_a_missing_table(first: str, after: str) -> None:
    """A table that is not there is absent from the tree; nothing else changes, nothing is in doubt."""
    section = next(key for key, words in MISSING_TABLES.items() if words == (first, after))
    report = read(TEXT[: TEXT.index(first)] + TEXT[TEXT.index(after) :])
    assert "table" not in report.tree["sections"][section]
    assert troubles(report) == []
    assert figures(report) == {at: value for at, value in FIGURES.items() if f"/{section}/" not in at}


def test_a_section_heading_lost_above_its_table() -> None:
    """A table whose heading is lost still has its figures; the section has no heading."""
    report = read(TEXT.replace("四、政府信息公开行政复议、行政诉讼情况\n", ""))
    assert figures(report) == FIGURES
    assert "heading" not in report.tree["sections"]["disputes"]


# ------------------------------------------------------------------------------------------------- separators and lines


def glued(section: str) -> str:
    """The report with the cells of one table run together."""
    first, after = MISSING_TABLES[section]
    begin, end = TEXT.index(first), TEXT.index(after)
    return TEXT[:begin] + TEXT[begin:end].replace("\t", "") + TEXT[end:]


@pytest.mark.parametrize("section", MISSING_TABLES)
def test_a_glued_table_is_lost_not_guessed(section: str) -> None:
    """Cells run together: LT005 at the table, no figure of it in the tree, all others read."""
    report = read(glued(section))
    assert {(rule, at) for rule, at, _ in troubles(report)} == {("LT005", f"/sections/{section}/table")}
    assert figures(report) == {at: value for at, value in FIGURES.items() if f"/{section}/" not in at}


SPOKEN_OF = {
    "table-two": "根据《条例》第二十条第（一）项等规定，全年作出行政许可5522件、制发规范性文件31件。",
    "table-two-in-figures": "第二十条第（五）项信息内容：行政许可 5522",
    "table-three": "一、本年新收政府信息公开申请数量72件，其中予以公开3 6件。",
    "table-four": "行政复议行政诉讼结果维持9件，尚未审结总计3件。",
}


@pytest.mark.parametrize("text", SPOKEN_OF.values(), ids=SPOKEN_OF)
@pytest.mark.parametrize("section", ["overview", "proactive", "applications", "disputes"])
def test_text_may_speak_of_a_table(section: str, text: str) -> None:
    """Words of a table in a paragraph do not make a table that was read a lost one; the paragraph stays whole."""
    heading = CITY["sections"][section]["heading"]
    report = read(changed(f"\n{heading}\n", f"\n{heading}\n全年情况如下：{text}\n"))
    assert (troubles(report), figures(report)) == ([], FIGURES)
    assert report.tree["sections"][section]["paragraphs"][0] == f"全年情况如下：{text}"


def test_text_with_units_is_no_table() -> None:
    """A report without table two whose text counts licences has a missing table, not a lost one."""
    first, after = MISSING_TABLES["proactive"]
    text = "根据《条例》第二十条第（一）项等规定，全年作出行政许可5522件。"
    report = read(TEXT[: TEXT.index(first)] + text + TEXT[TEXT.index(after) :])
    assert troubles(report) == []
    assert report.tree["sections"]["proactive"]["paragraphs"] == [text]


def test_text_before_a_glued_table_is_kept() -> None:
    """Only the table itself is cut out of its paragraph; what stands before it keeps its own place."""
    first, after = MISSING_TABLES["proactive"]
    begin, end = TEXT.index(first), TEXT.index(after)
    table = TEXT[begin:end].replace("\t", "").replace("\n", "")
    text = f"{TEXT[:begin]}全年情况如下。{table}\n{TEXT[end:]}"
    report = read(text)
    assert report.tree["sections"]["proactive"]["paragraphs"] == ["全年情况如下。"]
    assert sliced(text, report.locate("/sections/proactive/paragraphs/0")) == "全年情况如下。"
    assert [(one.rule, one.pointer, sliced(text, one.place)) for one in report.troubles] == [("LT005", TWO, table)]


NO_LABELS: dict[str, tuple[str, str, Pointer, Pointer]] = {
    "row-of-two": ("行政规范性文件\t31\t20\t248", "\t31\t20\t248", TWO, f"{TWO}/normative_documents/"),
    "row-of-four-cut-off": ("7\t1\t1\t2\t11\t2\t0\t0\t1\t3\t2\t0\t1\t0\t3", "7\t1\t1\t2", FOUR, f"{FOUR}/"),
}


@pytest.mark.parametrize(("row", "typed", "at", "lost"), NO_LABELS.values(), ids=NO_LABELS)
def test_figures_without_a_label_are_in_doubt(row: str, typed: str, at: Pointer, lost: Pointer) -> None:
    """Figures of which nobody knows the row are said to be in doubt, not dropped in silence."""
    text = changed(row, typed)
    report = read(text)
    assert troubles(report) == [("LT006", at, line_of(text, typed.strip()))]
    assert figures(report) == {one: value for one, value in FIGURES.items() if not one.startswith(lost)}


SPACED_ROWS: dict[str, tuple[str, Pointer]] = {
    "row-of-three": ("2.重复申请\t1\t0\t0\t0\t0\t0\t1", f"{THREE}/results/not_processed/repeated"),
    "numbered-row-of-three": (f"{NEW}\t62\t7\t1\t0\t2\t0\t72", f"{THREE}/new"),
    "row-of-three-after-its-group": (
        "三、本年度办理结果\t（一）予以公开\t30\t4\t0\t0\t2\t0\t36", f"{THREE}/results/granted",
    ),
    "row-of-two": ("行政规范性文件\t31\t20\t248", f"{TWO}/normative_documents"),
    "row-of-four": ("7\t1\t1\t2\t11\t2\t0\t0\t1\t3\t2\t0\t1\t0\t3", FOUR),
}  # fmt: skip


@pytest.mark.parametrize("gap", [" ", "", "  "], ids=["space", "nothing", "two-spaces"])
@pytest.mark.parametrize(("row", "at"), SPACED_ROWS.values(), ids=SPACED_ROWS)
def test_a_row_without_its_tabs_is_lost_not_missing(row: str, at: Pointer, gap: str) -> None:
    """A row whose cells ran together on a line of their own stands there: lost, not missing, and no text either."""
    text = changed(row, row.replace("\t", gap))
    report = read(text)
    assert troubles(report) == [("LT005", at, line_of(text, row.replace("\t", gap)))]
    assert figures(report) == {one: value for one, value in FIGURES.items() if not one.startswith(f"{at}/")}


GLUED_ROWS: dict[str, tuple[str, str, Pointer]] = {
    "row-of-three": (f"{NEW}\t62\t7\t1\t0\t2\t0\t72", f"{NEW}\t627102072", f"{THREE}/new"),
    "row-of-four": ("7\t1\t1\t2\t11\t2\t0\t0\t1\t3\t2\t0\t1\t0\t3", "\t7112112001320103", FOUR),
}


@pytest.mark.parametrize(("row", "typed", "at"), GLUED_ROWS.values(), ids=GLUED_ROWS)
def test_a_glued_row_is_lost_not_guessed(row: str, typed: str, at: Pointer) -> None:
    """One cell with the figures of a whole row: LT005 at that row."""
    text = changed(row, typed)
    report = read(text)
    assert troubles(report) == [("LT005", at, line_of(text, typed))]
    assert figures(report) == {one: value for one, value in FIGURES.items() if not one.startswith(f"{at}/")}


NO_ERRORS_ABOUT_SUMS = {
    **{f"glued-{section}": glued(section) for section in MISSING_TABLES},
    **{f"glued-{name}": changed(row, typed) for name, (row, typed, _) in GLUED_ROWS.items()},
    "all-glued": TEXT.replace("\t", ""),
    "all-glued-in-one-line": TEXT.replace("\t", "").replace("\n", ""),
    "no-line-breaks": TEXT.replace("\n", " "),
    "extra-row": changed("（七）总计\t", "属于商业秘密\t2\t0\t0\t0\t0\t0\t2\n（七）总计\t"),
    "row-too-short": changed(f"{CARRIED_OUT}\t5\t1\t0\t0\t0\t0\t6", f"{CARRIED_OUT}\t5\t1\t0\t0\t0\t6"),
}


@pytest.mark.parametrize("text", NO_ERRORS_ABOUT_SUMS.values(), ids=NO_ERRORS_ABOUT_SUMS)
def test_what_cannot_be_read_is_never_an_arithmetic_error(text: str, tmp_path: Path) -> None:
    """A report that was right gives no false error, and is not called clean either."""
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    run = check(path)
    errors = [one.rule for one in run.results[0].diagnostics if one.severity is Severity.ERROR]
    assert [rule for rule in errors if rule.startswith(("AR", "PL"))] == []
    assert any(rule.startswith(("LT", "ST")) for rule in errors)


def test_headings_inside_one_long_paragraph() -> None:
    """Where lines were joined, headings are found inside the text; places stay exact."""
    sections = "".join(f"{section['heading']}{''.join(section['paragraphs'])}" for section in CITY["sections"].values())
    text = f"{CITY['title']}\n{CITY['preamble'][0]}{sections}"
    report = read(text)
    found = report.tree["sections"]
    assert {key: section["heading"] for key, section in found.items()} == {
        key: section["heading"] for key, section in CITY["sections"].items()
    }
    for key in found:
        assert sliced(text, report.locate(f"/sections/{key}/heading")) == found[key]["heading"]
        assert "".join(found[key]["paragraphs"]) == "".join(CITY["sections"][key]["paragraphs"])


def test_no_line_break_at_all() -> None:
    """A report on one line: title, year and sections are found, its tables are said to be lost."""
    report = read(TEXT.replace("\n", " ").replace("\t", " "))
    assert (report.tree["title"], report.identity.year) == (CITY["title"], 2023)
    assert list(report.tree["sections"]) == list(CITY["sections"])
    assert {(rule, at) for rule, at, _ in troubles(report)} == {
        ("LT005", TWO), ("LT005", THREE), ("LT005", FOUR),
    }  # fmt: skip


REFUSED = {
    "other-text": "2023年工作总结\n全年完成各项任务。\n",
    "other-table": "姓名\t年龄\n甲\t30\n2023年\t1\n",
    "one-line": "你好，2023年",
}


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_no_report(text: str) -> None:
    """A text without title, sections or tables of a report is refused, not called empty."""
    with pytest.raises(Unreadable) as raised:
        read(text)
    assert raised.value.rule == "LT004"


EDITIONS: dict[str, tuple[int, bool, str]] = {
    "2023": (2023, True, "2021"), "2021": (2021, True, "2021"), "2020-with-the-old-row": (2020, False, "2019"),
    "2019-with-the-old-row": (2019, False, "2019"), "table-three-beats-the-year": (2020, True, "2021"),
}  # fmt: skip


OTHER = "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"


def test_figures_beside_the_label_of_a_group_are_its_first_row() -> None:
    """（六）其他处理 before two rows of its own is not the single row of 2019 but the third, which lost its label."""
    report = read(changed(f"（六）其他处理\t{OTHER}\t", "（六）其他处理\t"))
    assert (troubles(report), figures(report)) == ([], FIGURES)


def test_figures_beside_the_label_of_a_group_and_all_of_its_rows() -> None:
    """A row 小计 for （六） is none of the form's: in doubt, and the three rows stand."""
    text = changed(f"（六）其他处理\t{OTHER}\t", f"（六）其他处理\t2\t0\t0\t0\t0\t0\t2\n{OTHER}\t")
    report = read(text)
    assert figures(report) == FIGURES
    assert troubles(report) == [("LT006", f"{THREE}/results", line_of(text, "（六）其他处理\t2"))]


@pytest.mark.parametrize(("year", "split", "expected"), EDITIONS.values(), ids=EDITIONS)
def test_editions(year: int, split: bool, expected: str) -> None:
    """The edition follows table three, else the year."""
    lines = TEXT.replace("2023年", f"{year}年").split("\n")
    if not split:
        first = next(line for line in lines if line.startswith("（六）其他处理"))
        lines[lines.index(first)] = "（六）其他处理\t2\t0\t0\t0\t0\t0\t2"
        lines = [line for line in lines if not line.startswith(("2.申请人逾期", "3.其他"))]
    assert read("\n".join(lines)).identity.edition == expected


MANY = {
    "rows-beyond-the-form": changed("（七）总计\t", f"属于商业秘密\t{NO_FIGURE}\n" * 10_000 + "（七）总计\t"),
    "rows-in-doubt": changed("（七）总计\t", "2.重复申请\t1\t2\n" * 10_000 + "（七）总计\t"),
    "lines": TEXT + "\n全年公开。" * 100_000,
    "headings": TEXT + "\n六、其他需要报告的事项" * 900,
    "unknown-headings": TEXT + "\n七、展望" * 900,
    "one-long-line": TEXT + "\n" + "年" * 1_000_000,
    "one-long-line-of-numerals": TEXT + "\n" + "一、" * 100_000,
    "one-long-row": TEXT + "\n" + "1\t" * 100_000,
    "spaces": TEXT + "\n一、" + " " * 1_000_000 + "总体情况",
    "line-ends": TEXT + "\r\n" * 500_000,
}


@pytest.mark.parametrize("text", MANY.values(), ids=MANY)
def test_great_sizes(text: str) -> None:
    """Great sizes are read, not hung on, and leave the figures as they are."""
    assert read(text).tree["sections"]["proactive"]["table"] == CITY["sections"]["proactive"]["table"]


TOO_MANY = {
    "lines": TEXT + "\n全年公开。" * 200_001,
    "cells": TEXT + "\n" + "\t" * 250_001,
    "cells-between-bars": TEXT + "\n" + "|" * 250_001,
    "headings": TEXT + "\n六、其他需要报告的事项" * 20_000,
    "unknown-headings": TEXT + "\n七、展望" * 20_000,
    "headings-on-one-line": "一、总体情况" * 100_000,
}


@pytest.mark.parametrize("text", TOO_MANY.values(), ids=TOO_MANY)
def test_sizes_of_no_report(text: str) -> None:
    """What is far beyond any report is refused before it takes long."""
    with pytest.raises(Unreadable) as raised:
        read(text)
    assert raised.value.rule == "LT001"
