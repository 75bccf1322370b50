"""Reports laid out as people lay them out: where the labels decide, where position confirms, and where nobody knows."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from lint.model.pointer import Pointer
from lint.model.report import Report, Tree
from tests.support_text import figures, figures_of, read, written

ROOT = Path(__file__).parents[2]
THREE = "/sections/applications/table"
FOUR = "/sections/disputes/table"
TWO = "/sections/proactive/table"
CITY: Tree = json.loads((ROOT / "examples/clean/city.json").read_text(encoding="utf-8"), parse_float=Decimal)
TEXT = written(CITY)
FIGURES = figures_of(CITY)
HEADINGS = [section["heading"] for section in CITY["sections"].values()]
NEW, CARRIED_IN, CARRIED_OUT = (
    "一、本年新收政府信息公开申请数量", "二、上年结转政府信息公开申请数量", "四、结转下年度继续办理",
)  # fmt: skip
PROBLEMS = "五、存在的主要问题及改进情况"
OTHER = "六、其他需要报告的事项"


def changed(*pairs: tuple[str, str]) -> str:
    """The city's report with passages changed."""
    text = TEXT
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def line(start: str) -> str:
    """The line that begins so."""
    return next(one for one in TEXT.split("\n") if one.startswith(start))


def section(number: int) -> str:
    """One section as it is written, heading and all."""
    begin = TEXT.index(HEADINGS[number])
    end = TEXT.index(HEADINGS[number + 1]) if number + 1 < len(HEADINGS) else len(TEXT)
    return TEXT[begin:end]


def table(number: int) -> str:
    """The rows of a section's table."""
    return "\n".join(one for one in section(number).split("\n")[1:] if "\t" in one or one.startswith("第二十条"))


def remarks(report: Report, kind: str) -> list[tuple[Pointer, str]]:
    """The remarks of one kind: where, and what the document prints."""
    return [(remark.pointer, remark.text) for remark in report.document.remarks if remark.kind == kind]


def troubles(report: Report) -> list[tuple[str, Pointer]]:
    """What could not be read."""
    return [(one.rule, one.pointer) for one in report.troubles]


def headings(report: Report) -> list[str | None]:
    """The sections of the headings in order."""
    return [heading.section for heading in report.document.headings]


ALL = list(CITY["sections"])
FOUR_ROW = table(3).split("\n")[-1]
NO_FIGURE = "\t".join("0" * 7)

# What must read as the clean report does, with six headings.
SAME = {
    "heading-with-a-tab-behind": changed((OTHER, f"{OTHER}\t")),
    "heading-with-a-tab-before": changed((OTHER, f"\t{OTHER}")),
    "numeral-and-words-in-two-cells": changed(("二、主动公开政府信息情况\n", "二、\t主动公开政府信息情况\n")),
    "all-headings-with-tabs": changed(*((f"\n{one}\n", f"\n{one.replace('、', '、	', 1)}\n") for one in HEADINGS)),
    "bold-heading": changed(("\n一、总体情况\n", "\n**一、总体情况**\n")),
    "part-heading": changed(*((f"\n{one}\n", f"\n第{one[0]}部分 {one[2:]}\n") for one in HEADINGS)),
    "one-heading-in-brackets": changed(("\n一、总体情况\n", "\n（一）总体情况\n")),
    "text-on-the-line-of-the-heading": changed((f"{PROBLEMS}\n\n", f"{PROBLEMS}。")),
    "text-behind-the-heading-and-a-space": changed((f"{OTHER}\n\n", f"{OTHER}  ")),
    "heading-repeated-on-the-next-page": changed((f"\n{CARRIED_IN}", f"\n{HEADINGS[2]}（续）\n{CARRIED_IN}")),
    "row-one-broken": changed((NEW, "一、本年新收政府信息\n公开申请数量")),
    "row-two-broken": changed((CARRIED_IN, "二、上年结转政府信息\n公开申请数量")),
    "row-four-broken": changed((CARRIED_OUT, "四、结转\n下年度继续办理")),
    "row-three-broken": changed(("三、本年度办理结果\t", "三、本年度\n办理结果\t")),
    "row-three-one-sign-a-line": changed(("三、本年度办理结果\t", "三、\n本\n年\n度\n办\n理\n结\n果\n")),
    "short-label-broken": changed(("3.其他\t", "3.其\n他\t")),
    "first-of-six-broken": changed(("逾期不补正、行政机关不再", "逾期不补正、行政机关\n不再")),
    "first-of-six-broken-in-four": changed(
        ("理由逾期不补正、行政机关不再处理其政府信息", "理由\n逾期不补正、\n行政机关不再\n处理其政府信息")
    ),
    "label-and-figures-on-two-lines": changed(("2.重复申请\t", "2.重复申请\n")),
    "label-of-four": changed((FOUR_ROW, f"件数\t{FOUR_ROW}")),
    "other-label-of-four": changed((FOUR_ROW, f"数量（件）\t{FOUR_ROW}")),
    "blank-columns-between-the-groups": changed(
        (FOUR_ROW, "\t\t".join("\t".join(FOUR_ROW.split("\t")[at : at + 5]) for at in (0, 5, 10)))
    ),
    "page-number-between-rows": changed((f"\n{CARRIED_IN}", f"\n- 3 -\t\t\t\n{CARRIED_IN}")),
    "page-number-in-a-later-cell": changed((f"\n{CARRIED_IN}", f"\n\t— 4 —\n{CARRIED_IN}")),
    "page-number-above-four": changed((FOUR_ROW, f"\t\t- 5 -\t\t\t\n{FOUR_ROW}")),
    "continued": changed((f"\n{CARRIED_IN}", f"\n续表\t\t\t\t\t\t\t\n{CARRIED_IN}")),
    "continued-three": changed((f"\n{CARRIED_IN}", f"\n（续表三）\n{CARRIED_IN}")),
    "bars": TEXT.replace("\t", " | "),
    "headings-of-two-on-two-lines": changed(
        ("\t本年制发件数\t本年废止件数\t现行有效件数", "\t本年\t本年\t现行\n\t制发件数\t废止件数\t有效件数")
    ),
    "heading-of-two-broken": changed(
        ("信息内容\t本年制发件数\t本年废止件数\t现行有效件数", "信息内容\t本年制\n发件数\t本年废止件数\t现行有效件数")
    ),
    "headings-of-two-in-short": changed(
        ("信息内容\t本年制发件数\t本年废止件数\t现行有效件数", "信息内容\t制发件数\t废止件数\t现行有效件数")
    ),
    "remarks-column-left-blank": changed(("\t现行有效件数", "\t现行有效件数\t备注")),
    "note-behind-the-last-figure": changed((line("2.重复申请"), line("2.重复申请") + "\t其中1件为上年")),
    "invisible-signs": changed(
        (f"{CARRIED_OUT}\t", f"{CARRIED_OUT}\t\u200e"), ("\n一、总体情况", "\n一、总\u00ad体情况")
    ),
    "three-one-cell-a-line": changed((table(2), table(2).replace("\t", "\n"))),
    "two-one-cell-a-line": changed((table(1), table(1).replace("\t", "\n"))),
    "four-one-cell-a-line": changed((FOUR_ROW, FOUR_ROW.replace("\t", "\n"))),
    "header-again": changed((f"\n{CARRIED_IN}", "\n" + "\n".join(table(2).split("\n")[:3]) + f"\n{CARRIED_IN}")),
}  # fmt: skip


@pytest.mark.parametrize("text", SAME.values(), ids=SAME)
def test_reads_as_the_clean_report(text: str) -> None:
    """However it is typed, the figures and the six sections are found."""
    report = read(text)
    assert (troubles(report), figures(report), headings(report)) == ([], FIGURES, ALL)


# What stands beside the form and is none of its tables.
BESIDE = {
    "signature-far-to-the-right": TEXT + "\t\t\t\t\t示例市人民政府\n\t\t\t\t\t2024年1月25日\n",
    "table-at-the-end": TEXT + "序号\t日期\t件数\t金额（元）\t备注\n1\t2023.5\t1\t200\t\n2\t2023.9\t1\t220\t\n",
    "signature-below-table-three": changed((f"{HEADINGS[3]}\n", f"\t\t\t\t2024年1月25日\n\n{HEADINGS[3]}\n")),
    "rows-that-begin-like-headings": TEXT
    + "一、存在的问题\t改进情况\n五、公开有问题\t已改进\n六、其他事项多\t已办结\n",
    "figures-of-channels": changed(("\n二、主动公开", "\n公开渠道\t条数\n门户网站\t3120\n\n二、主动公开")),
    "labels-of-two": changed(
        ("\n二、主动公开", "\n类别\t本年\t上年\n规章\t0\t0\n行政规范性文件\t12\t9\n\n二、主动公开")
    ),
    "labels-of-two-again": changed(("\n二、主动公开", "\n项目\t数量\n行政许可\t12\n行政处罚\t3\n\n二、主动公开")),
    "labels-of-three": changed(
        ("\n二、主动公开", "\n答复类型\t件数\n予以公开\t13\n部分公开\t3\n总计\t16\n\n二、主动公开")
    ),
    "labels-of-four": changed(
        (
            "\n二、主动公开",
            "\n类型\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n行政复议\t9\t0\t0\t1\t10\n\n二、主动公开",
        )
    ),
    "sub-headings": changed(
        (
            "\n一、总体情况\n",
            "\n一、总体情况\n1.主动公开情况\n2.依申请公开政府信息情况\n3.行政复议、行政诉讼情况\n4.存在的问题及改进措施\n",
        )
    ),
}


@pytest.mark.parametrize("text", BESIDE.values(), ids=BESIDE)
def test_what_is_no_table_of_the_form(text: str) -> None:
    """A label or two do not make a table of the form, away from its section."""
    report = read(text)
    assert (troubles(report), figures(report), headings(report)) == ([], FIGURES, ALL)


MISPLACED = {
    "three-under-two": (changed((table(2), ""), (table(1), f"{table(1)}\n{table(2)}")), [(THREE, HEADINGS[1])]),
    "three-under-four": (changed((table(2), ""), (table(3), f"{table(2)}\n{table(3)}")), [(THREE, HEADINGS[3])]),
    "four-under-five": (changed((table(3), ""), (PROBLEMS, f"{PROBLEMS}\n{table(3)}")), [(FOUR, PROBLEMS)]),
    "two-under-three": (changed((table(1), ""), (table(2), f"{table(1)}\n{table(2)}")), [(TWO, HEADINGS[2])]),
    "all-at-the-end": (
        changed((table(1), ""), (table(2), ""), (table(3), "")) + "\n".join(["", *map(table, (1, 2, 3)), ""]),
        [(TWO, OTHER), (THREE, OTHER), (FOUR, OTHER)],
    ),
}


@pytest.mark.parametrize(("text", "expected"), MISPLACED.values(), ids=MISPLACED)
def test_tables_under_another_heading(text: str, expected: list[tuple[Pointer, str]]) -> None:
    """A whole table is read wherever it stands, by its own reader, and where it stands is remarked."""
    report = read(text)
    assert (troubles(report), figures(report)) == ([], FIGURES)
    assert remarks(report, "misplaced-table") == expected


LOST = {
    "commas": (TEXT.replace("\t", ","), [TWO, THREE, FOUR]),
    "four-upright": (
        changed((table(3), "".join(f"{FOUR_ROW.split(chr(9))[at]}\t第{at}项\t\n" for at in range(15)))), [FOUR],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LOST.values(), ids=LOST)
def test_figures_in_no_rows(text: str, expected: list[Pointer]) -> None:
    """A table whose figures stand there is never said to be missing: its figures cannot be told apart."""
    report = read(text)
    assert {at for rule, at in troubles(report) if rule in ("LT005", "LT006")} == set(expected)
    assert not any(at.startswith(tuple(f"{one}/" for one in expected)) for at in figures(report))


def test_a_label_of_two_above_its_figures() -> None:
    """A row of figures below a label alone is its row; one figure on a line of its own is said to be lost."""
    row = line("行政规范性文件")
    report = read(changed((row, row.replace("\t", "\n", 1))))
    assert (troubles(report), figures(report)) == ([], FIGURES)
    row = line("行政许可")
    report = read(changed((row, row.replace("\t", "\n"))))
    assert troubles(report) == [("LT005", f"{TWO}/licensing")]


def test_all_columns_in_another_order() -> None:
    """Where all seven headings stand on one line, they decide."""
    lines = table(2).split("\n")
    turned = ["总计\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他"]
    for one in lines[3:]:
        *labels, first, second, third, fourth, fifth, sixth, total = one.split("\t")
        turned.append("\t".join([*labels, total, first, second, third, fourth, fifth, sixth]))
    report = read(changed((table(2), "\n".join(turned))))
    assert (troubles(report), figures(report)) == ([], FIGURES)


def test_total_first_over_two_lines() -> None:
    """The lower line of headings stands in its place in the upper."""
    lines = table(2).split("\n")
    turned = ["总计\t自然人\t法人或其他组织", "商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他"]
    for one in lines[3:]:
        *labels, first, second, third, fourth, fifth, sixth, total = one.split("\t")
        turned.append("\t".join([*labels, total, first, second, third, fourth, fifth, sixth]))
    report = read(changed((table(2), "\n".join(turned))))
    assert (troubles(report), figures(report)) == ([], FIGURES)


def test_blank_rows_without_their_tabs() -> None:
    """A known label alone on its line, in a table that has figures, is a row left blank."""
    lines = [
        one.removesuffix(f"\t{NO_FIGURE}").removesuffix("\t0\t0\t0") if one.endswith("\t0\t0\t0") else one
        for one in TEXT.split("\n")
    ]
    report = read("\n".join(lines))
    expected = {at: None if value == 0 and _blank_row(at) else value for at, value in FIGURES.items()}
    assert (troubles(report), figures(report)) == ([], expected)


def _blank_row(at: Pointer) -> bool:
    row = at.rpartition("/")[0]
    return not row.startswith(FOUR) and {value for one, value in FIGURES.items() if one.rpartition("/")[0] == row} == {
        0
    }


def test_a_figure_under_an_unknown_column() -> None:
    """A figure that the form has no column for leaves its row in doubt."""
    row = line("行政规范性文件")
    report = read(changed(("\t现行有效件数", "\t现行有效件数\t其中联合发文"), (row, f"{row}\t3")))
    assert troubles(report) == [("LT006", f"{TWO}/normative_documents")]


def test_table_two_with_another_column_name() -> None:
    """The amount of 2019 with its unit, and a plus sign, are read."""
    rows = (
        "信息内容\t上一年项目数量\t本年增/减\t处理决定数量",
        "行政许可\t12\t+5\t30",
        "信息内容\t采购项目数量\t采购总金额（单位：万元）",
        "政府集中采购\t3\t345.6789",
    )
    report = read(changed((table(1), "\n".join(rows))))
    found = figures(report, "proactive")
    assert found[f"{TWO}/licensing/change"] == 5
    assert found[f"{TWO}/procurement/amount"] == Decimal("345.6789")
    assert troubles(report) == []


TWICE = {
    "three-the-same": (changed((table(2), f"{table(2)}\n{table(2)}")), [], [(THREE, NEW)]),
    "four-the-same": (changed((table(3), f"{table(3)}\n{table(3)}")), [], [(FOUR, FOUR_ROW.replace("\t", " "))]),
    "four-with-other-figures": (
        changed((table(3), f"{table(3)}\n{table(3)[:-1]}{int(table(3)[-1]) + 1}")), [("LT006", FOUR)], [],
    ),
    "one-row-of-two-with-other-figures": (
        changed((line("行政许可"), f"{line('行政许可')}\n行政许可\t1")),
        [("LT006", f"{TWO}/licensing")], [(f"{TWO}/licensing", "行政许可")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "lost", "remarked"), TWICE.values(), ids=TWICE)
def test_what_stands_twice(text: str, lost: list[tuple[str, Pointer]], remarked: list[tuple[Pointer, str]]) -> None:
    """The same twice is remarked once; of two different readings nobody knows which is right."""
    report = read(text)
    assert (troubles(report), remarks(report, "doubled-row")) == (lost, remarked)


def test_two_reports_in_one_file() -> None:
    """Two whole reports are one finding, whatever their figures."""
    other = TEXT.replace("2023年", "2022年").replace(line(NEW), f"{NEW}\t9\t0\t0\t0\t0\t0\t9")
    report = read(f"{TEXT}\n{other}")
    assert [one for one in troubles(report) if one[1] == "/sections"] == [("LT006", "/sections")]
    assert next(one.words.en for one in report.troubles if one.pointer == "/sections").startswith(
        "the file holds two reports"
    )


def test_table_of_contents_is_no_second_report() -> None:
    """Headings without anything below them are a table of contents."""
    report = read(changed(("\n一、总体情况\n", "\n目录\n" + "\n".join(HEADINGS) + "\n\n一、总体情况\n")))
    assert (troubles(report), figures(report)) == ([], FIGURES)


def test_table_of_contents_with_pages() -> None:
    """Nor are headings with the number of a page below each."""
    pages = "".join(f"{heading}\n{number}\n" for number, heading in enumerate(HEADINGS, start=1))
    report = read(changed(("\n一、总体情况\n", f"\n目录\n{pages}\n一、总体情况\n")))
    assert (troubles(report), figures(report)) == ([], FIGURES)


ARABIC = changed(*((f"\n{one}\n", f"\n{number}. {one[2:]}\n") for number, one in enumerate(HEADINGS, start=1)))


def test_arabic_headings_throughout() -> None:
    """Where all headings have Arabic numerals, these are the sections."""
    report = read(ARABIC)
    assert (troubles(report), figures(report), headings(report)) == ([], FIGURES, ALL)


def test_trees_saved_as_text() -> None:
    """A JSON or YAML tree in a file named .txt is read as the tree."""
    plain = {**CITY, "sections": {**CITY["sections"]}}
    report = read(json.dumps(plain, ensure_ascii=False, default=float))
    assert report.tree["title"] == CITY["title"]
    assert len(figures(report)) == len(FIGURES)
    report = read(
        'edition: "2021"\ntitle: 示例局2023年政府信息公开工作年度报告\nyear: 2023\nsections:\n  overview: {}\n'
    )
    assert report.tree["sections"] == {"overview": {}}
