"""The varieties in which reports come out of web pages, PDF files and text recognition; each document is made here."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from lint.model.form import GROUPS
from lint.model.pointer import Pointer
from lint.model.report import Report, Tree
from lint.readers.table import Asked
from lint.readers.table import read as read_bytes
from tests.documents.grids import unfolded
from tests.documents.paper import paper
from tests.documents.style import PLAIN
from tests.documents.table_four import table_four
from tests.documents.table_three import table_three
from tests.documents.table_two import table_two
from tests.readers.support_pdf import WIDTH, Page, pages_of, pdf_file
from tests.support_text import NOBODY, figures, figures_of, labels, layout_of

ROOT = Path(__file__).parents[2]
CITY: Tree = json.loads((ROOT / "examples/clean/city.json").read_text(encoding="utf-8"), parse_float=Decimal)
FIGURES = figures_of(CITY)
TWO, THREE, FOUR = (f"/sections/{key}/table" for key in ("proactive", "applications", "disputes"))
NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
COLUMNS = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
OUTCOMES = ["结果维持", "结果纠正", "其他结果", "尚未审结", "总计"]
Rows = list[list[str]]


def shown(cells: dict[str, object]) -> list[str]:
    """The figures of a row as they are printed."""
    return [str(value) for value in cells.values()]


def rows_of_two() -> Rows:
    """Table two: captions, headings and rows."""
    layout, table = layout_of(CITY), CITY["sections"]["proactive"]["table"]
    names = {label.key: label.words.zh for label in (*layout.blocks, *layout.block_columns)}
    rows: Rows = []
    for caption, keys in layout.captions.items():
        block = [key for key in keys if key in table]
        if block:
            heads = [names.get(f"{block[0]}/{column}", names[column]) for column in table[block[0]]]
            rows += [[caption], ["信息内容", *heads], *([names[key], *shown(table[key])] for key in block)]
    return rows


def rows_of_three() -> Rows:
    """The rows of table three: the labels of their groups, once each, their own, and seven figures."""
    layout, table = layout_of(CITY), CITY["sections"]["applications"]["table"]
    names = {label.key: label.words.zh for label in (*layout.groups, *layout.rows)}
    rows: Rows = []
    printed: set[str] = set()
    for label in layout.rows:
        cells = table
        for step in label.key.split("/"):
            cells = cells[step]
        steps = label.key.split("/")[:-1]
        above = ["/".join(steps[: end + 1]) for end in range(len(steps))]
        rows.append([*(names[group] for group in above if group not in printed), names[label.key], *shown(cells)])
        printed.update(above)
    return rows


def heads_of_three() -> Rows:
    """The headings of table three."""
    return [[NOTE, "申请人情况"], ["自然人", "法人或其他组织", "总计"], COLUMNS[1:-1]]


def figures_of_four() -> Rows:
    """The three groups of table four."""
    return [shown(CITY["sections"]["disputes"]["table"][group]) for group in GROUPS]


def row_of_four() -> list[str]:
    """All figures of table four in one row."""
    return [figure for group in figures_of_four() for figure in group]


def heads_of_four() -> Rows:
    """The headings of table four."""
    return [["行政复议", "行政诉讼"], [*OUTCOMES, "未经复议直接起诉", "复议后起诉"], OUTCOMES * 2]


def tabbed(rows: Rows) -> str:
    """A table with tabs between the cells."""
    return "\n".join("\t".join(row) for row in rows)


def barred(rows: Rows) -> str:
    """A table of Markdown; the first row is its heading."""
    width = max(map(len, rows))
    lines = ["| " + " | ".join([*row, *[""] * (width - len(row))]) + " |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * width, *lines[1:]])


def cells_of(rows: Rows) -> list[str]:
    """All cells one after the other."""
    return [cell for row in rows for cell in row]


TABLES = {
    "proactive": tabbed(rows_of_two()),
    "applications": tabbed([*heads_of_three(), *rows_of_three()]),
    "disputes": tabbed([*heads_of_four(), row_of_four()]),
}


def text(tables: Mapping[str, str] | None = None, *, gap: str = "\n", heading: Mapping[str, str] | None = None) -> str:
    """The whole report, with some of its tables or headings written otherwise."""
    lines = [CITY["title"], *CITY["preamble"]]
    for key, section in CITY["sections"].items():
        lines += [(heading or {}).get(key, section["heading"]), *section["paragraphs"]]
        lines += [{**TABLES, **(tables or {})}[key]] if key in TABLES else []
    return gap.join(lines) + "\n"


def read(document: str, ending: str = "txt") -> Report:
    """The report in a document."""
    return read_bytes(f"report.{ending}", document.encode(), Asked(None, NOBODY, labels))


def prose(report: Report | Tree) -> dict[str, list[str]]:
    """The paragraphs of each section."""
    tree = report.tree if isinstance(report, Report) else report
    return {"preamble": tree["preamble"], **{key: one["paragraphs"] for key, one in tree["sections"].items()}}


def troubles(report: Report) -> list[tuple[str, Pointer]]:
    """What could not be read."""
    return [(one.rule, one.pointer) for one in report.troubles]


def remarks(report: Report) -> list[tuple[str, Pointer, str]]:
    """What was remarked: kind, where, and what the document prints."""
    return [(one.kind, one.pointer, one.text) for one in report.document.remarks]


def each_its_own(headings: Sequence[str]) -> str:
    """Table three with every row a table of its own below such headings, as wide as the row."""
    rows = rows_of_three()
    return "\n\n".join(barred([[*headings, *[""] * len(row)][: len(row)], row]) for row in rows)


def numbered(name: str, first: str = "") -> list[str]:
    """Made-up headings: 项目, 数据1, 数据2 and so on."""
    return [*([first] if first else []), *(f"{name}{number}" for number in range(1, 10))]


def ended_by_bars(rows: Iterable[Sequence[str]]) -> str:
    """One cell a line, a bar at its end."""
    return "\n".join(f"{cell} |" for row in rows for cell in row)


def covering(rows: Iterable[Sequence[str]], width: int, first: str = "") -> str:
    """One cell a line, a bar at its end, and bars for the columns that the last one covers; ``first`` begins a row."""
    return "\n".join(first + ended_by_bars([row]) + "|" * (width - len(row)) for row in rows)


def below_bars(rows: Iterable[Sequence[str]], width: int) -> str:
    """The same, the bars for covered columns on a line of their own."""
    return "\n".join(line for row in rows for line in (ended_by_bars([row]), "|" * (width - len(row))) if line)


def ruled(rows: Iterable[Sequence[str]], width: int) -> str:
    """A table with ruling lines between its rows, as converters draw it."""
    rule = "+" + "------+" * width
    return "\n".join(f"{rule}\n| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in rows) + f"\n{rule}"


def repeated(key: str) -> str:
    """A table of Markdown in which what a merged cell holds stands in every column and row that it covers."""
    tables = {"proactive": table_two, "applications": table_three, "disputes": table_four}
    (table,) = tables[key](CITY["sections"][key]["table"], layout_of(CITY), PLAIN)
    return barred([[slot.box.text for slot in row] for row in unfolded(table)])


def three_of_four(names: Sequence[str], first: Sequence[str] = (), label: Sequence[str] = ()) -> str:
    """Table four as three tables, each below its name."""
    tables = ([[*first, *OUTCOMES], [*label, *group]] for group in figures_of_four())
    return "\n\n".join(f"{name}\n\n{barred(table)}" for name, table in zip(names, tables, strict=True))


WIDE = {
    "proactive": (rows_of_two(), 4),
    "applications": ([*heads_of_three(), *rows_of_three()], 10),
    "disputes": ([*heads_of_four(), row_of_four()], 15),
}
ONE_A_LINE = {
    "proactive": "\n".join(cells_of(rows_of_two())),
    "applications": "\n".join(cells_of([*heads_of_three(), *rows_of_three()])),
    "disputes": "\n".join(cells_of([*heads_of_four(), row_of_four()])),
}
SPACED = {key: table.replace("\t", " ") for key, table in TABLES.items()}
BLANKS = [[*(["", ""] if len(row) < 9 else [""] if len(row) < 10 else []), *row] for row in rows_of_three()]
NAMES = ("行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）")


def extracted(table: str, section: str = "applications") -> tuple[str, str]:
    """The report as Markdown with one table written so."""
    return "md", text({section: table}, gap="\n\n")


def crawled(table: str) -> tuple[str, str]:
    """The report as text with table three written so."""
    return "txt", text({"applications": table})


SAME: dict[str, tuple[str, str]] = {
    "every row its own table, headings 数据1 … 数据9": extracted(each_its_own(numbered("数据", "项目"))),
    "every row its own table, headings 列1 … 列9": extracted(each_its_own(numbered("列"))),
    "every row its own table, headings Column 1": extracted(each_its_own(numbered("Column "))),
    "every row its own table, columns counted": extracted(each_its_own(numbered(""))),
    "every row its own table, headings blank": extracted(each_its_own([])),
    "every row its own table, hyphens for headings": extracted(each_its_own(["-"] * 10)),
    "one cell a line": ("txt", text(ONE_A_LINE)),
    "one cell a line in Markdown": ("md", text(ONE_A_LINE, gap="\n\n")),
    "one cell a line, blank lines between": ("txt", text(ONE_A_LINE).replace("\n", "\n\n")),
    "one cell a line ending in a bar": (
        "txt",
        text(
            {
                "proactive": ended_by_bars(rows_of_two()),
                "applications": ended_by_bars([*heads_of_three(), *rows_of_three()]),
                "disputes": ended_by_bars([*heads_of_four(), row_of_four()]),
            }
        ),
    ),
    "one cell a line ending in a bar, merged cells blank": crawled(ended_by_bars([*heads_of_three(), *BLANKS])),
    "a lone bar after each cell": crawled("\n|\n".join(cells_of([*heads_of_three(), *BLANKS]))),
    "one cell a line, bars for what it covers": (
        "txt",
        text({key: covering(rows, width) for key, (rows, width) in WIDE.items()}),
    ),
    "one cell a line, bars for what it covers below": (
        "txt",
        text({key: below_bars(rows, width) for key, (rows, width) in WIDE.items()}),
    ),
    "one cell a line, a lone bar before each row": (
        "txt",
        text({key: covering(rows, width, "|\n ") for key, (rows, width) in WIDE.items()}),
    ),
    "merged cells in every column": ("md", text({key: repeated(key) for key in TABLES}, gap="\n\n")),
    "ruling lines between rows": ("txt", text({key: ruled(rows, width) for key, (rows, width) in WIDE.items()})),
    "one cell a line, headings cut in two": (
        "txt",
        text(ONE_A_LINE).replace("本年制发件数", "本年制\n发件数").replace("现行有效件数", "现行有效\n件数"),
    ),
    "the last heading behind a sentence": (
        "txt",
        text().replace(f"\n{CITY['sections']['other']['heading']}", CITY["sections"]["other"]["heading"]),
    ),
    "line end and spaces inside each cell": crawled(" | ".join(f"\n      {one}\n    " for one in cells_of(BLANKS))),
    "single spaces between cells": ("txt", text(SPACED)),
    "two spaces between cells": ("txt", text({key: one.replace(" ", "  ") for key, one in SPACED.items()})),
    "single spaces between cells in Markdown": ("md", text(SPACED, gap="\n\n")),
    "table four as three tables": extracted(three_of_four([f"### {name}" for name in NAMES]), "disputes"),
    "table four as three tables with a column of labels": extracted(
        three_of_four([f"**{name}**" for name in NAMES], ["结果类型"], ["件数"]), "disputes"
    ),
    "table four as three tables in another order": extracted(
        "\n\n".join(reversed(three_of_four(NAMES).replace("\n\n|", "\n|").split("\n\n"))), "disputes"
    ),
    "table four as labelled rows": extracted(
        barred([["类别", *OUTCOMES], *([name, *row] for name, row in zip(NAMES, figures_of_four(), strict=True))]),
        "disputes",
    ),
    "table four as rows labelled in two columns": extracted(
        barred(
            [
                ["类别", "", *OUTCOMES],
                ["行政复议", "", *figures_of_four()[0]],
                ["行政诉讼", "未经复议直接起诉", *figures_of_four()[1]],
                ["", "复议后起诉", *figures_of_four()[2]],
            ]
        ),
        "disputes",
    ),
    "table four as one table of five and one of ten": extracted(
        f"{barred([OUTCOMES, row_of_four()[:5]])}\n\n{barred([OUTCOMES * 2, row_of_four()[5:]])}", "disputes"
    ),
}


@pytest.mark.parametrize(("ending", "document"), SAME.values(), ids=SAME)
def test_reads_as_the_report_that_it_was(ending: str, document: str) -> None:
    """Every figure, all text and nothing else."""
    report = read(document, ending)
    assert troubles(report) == []
    assert figures(report) == FIGURES
    assert prose(report) == prose(CITY)
    assert (report.tree["title"], report.tree["year"]) == (CITY["title"], 2023)


@pytest.mark.parametrize(
    "written",
    [below_bars, lambda rows, width: covering(rows, width, "|\n "), lambda rows, _: "\n".join(map(" | ".join, rows))],
    ids=["a cell a line", "a bar before each row", "rows without outer bars"],
)
def test_zeros_left_blank(written: Callable[[Rows, int], str]) -> None:
    """A blank cell is one cell, wherever it stands in its row."""
    tables = {
        key: written([["" if cell == "0" else cell for cell in row] for row in rows], width)
        for key, (rows, width) in WIDE.items()
    }
    report = read(text(tables))
    assert troubles(report) == []
    assert figures(report) == {at: figure or None for at, figure in FIGURES.items()}


def test_labels_with_those_of_their_groups() -> None:
    """A label is none of its own for standing in one cell with its group."""
    rows = [[*row[:-8], row[-8]] if len(row) < 9 else ["".join(row[:-7])] for row in rows_of_three()]
    whole = [[*label, *row[-7:]] for label, row in zip(rows, rows_of_three(), strict=True)]
    report = read(text({"applications": tabbed([*heads_of_three(), *whole])}))
    assert (troubles(report), remarks(report), figures(report)) == ([], [], FIGURES)


def test_a_table_of_its_own_beside_the_form() -> None:
    """A list below table two is text: no rows that the form does not have."""
    listed = [
        ["文件名称", "文号", "状态"],
        ["示例市水资源管理办法", "示水规〔2023〕1号", "现行有效"],
        ["合计", "1", ""],
    ]
    report = read(text({"proactive": f"{TABLES['proactive']}\n附：文件目录\n{tabbed(listed)}"}))
    assert (troubles(report), remarks(report), figures(report)) == ([], [], FIGURES)
    assert prose(report)["proactive"][-2:] == ["示例市水资源管理办法 示水规〔2023〕1号 现行有效", "合计 1"]


def test_rows_behind_the_form_are_none_of_their_own() -> None:
    """Without headings of its own it is a row too many."""
    report = read(text({"proactive": f"{TABLES['proactive']}\n其他文件\t1\t0\t3"}))
    assert remarks(report) == [("unknown-row", TWO, "其他文件 1 0 3")]


def test_words_of_a_heading_under_another_number() -> None:
    """On a page without line breaks a list in section one may name what is a section of its own."""
    first, second = (CITY["sections"][key] for key in ("overview", "proactive"))
    lines = "\n".join([first["heading"], *first["paragraphs"], second["heading"]])
    joined = " ".join([first["heading"], "一、主动公开政府信息情况。", *first["paragraphs"], second["heading"]])
    report = read(text().replace(lines, joined))
    assert (troubles(report), figures(report)) == ([], FIGURES)
    assert [one.section for one in report.document.headings] == list(CITY["sections"])


def labels_apart(*, below: bool) -> str:
    """Table three with the label of each row outside of its table."""
    pairs = ((row[-8], barred([row[-7:]])) for row in rows_of_three())
    return "\n\n".join(f"{table}\n\n{label}" if below else f"{label}\n\n{table}" for label, table in pairs)


def few_rows_a_table() -> str:
    """Table three as tables of four rows, the label of the group a column of its own."""
    rows = [[*([""] if len(row) < 9 else []), *row[-9:]] for row in rows_of_three()]
    return "\n\n".join(barred(rows[at : at + 4]) for at in range(0, len(rows), 4))


def with_captions_at_the_side() -> str:
    """Table two with the captions in a column of their own."""
    rows: Rows = []
    caption = ""
    for row in rows_of_two():
        if len(row) == 1:
            caption = row[0]
        elif row[0] == "信息内容":
            rows.append(["条款", *row])
        else:
            rows.append([caption, *row])
            caption = ""
    return barred(rows)


def rows_of_two_apart() -> str:
    """Table two without its headings, every row a table of its own."""
    rows = [row for row in rows_of_two() if row[0] != "信息内容" and len(row) > 1]
    return "\n\n".join(barred([["项目", *numbered("数据")][: len(row)], row]) for row in rows)


PLACED = {
    "a new table every few rows, group label as extra column": ("applications", few_rows_a_table()),
    "label outside of the table, above": ("applications", labels_apart(below=False)),
    "label outside of the table, below": ("applications", labels_apart(below=True)),
    "all labels lost": ("applications", "\n\n".join(barred([row[-7:]]) for row in rows_of_three())),
    "captions of table two as a column": ("proactive", with_captions_at_the_side()),
    "table two, every row its own table below 数据1": ("proactive", rows_of_two_apart()),
}  # fmt: skip


@pytest.mark.parametrize(("section", "table"), PLACED.values(), ids=PLACED)
def test_tables_torn_apart(section: str, table: str) -> None:
    """What the labels, or their order, still tell for certain is read."""
    report = read(*reversed(extracted(table, section)))
    assert (troubles(report), figures(report)) == ([], FIGURES)


def test_labels_lost_and_a_row_missing() -> None:
    """Which row is missing nobody can tell: nothing is read, and that is said."""
    rows = [row[-7:] for row in rows_of_three() if "四类过程性" not in row[-8]]
    report = read(*reversed(extracted("\n\n".join(barred([row]) for row in rows))))
    assert {at for _, at in troubles(report)} == {THREE, f"{THREE}/results"}
    assert figures(report, "applications") == {}


def test_every_row_its_own_table_below_wrong_headings() -> None:
    """Headings that are none of the form's are remarked; the labels of the rows tell the figures."""
    wrong = ["类别", "本年新收件数", "上年结转件数", "本年办结件数", "结转下年件数"]
    report = read(extracted(each_its_own(wrong))[1], "md")
    assert (troubles(report), figures(report)) == ([], FIGURES)
    assert {kind for kind, _, _ in remarks(report)} == {"unknown-row"}


def test_front_matter_is_no_text() -> None:
    """Title and date before Markdown are what the file says about itself."""
    body = text(gap="\n\n").split("\n", 1)[1]
    report = read(f"---\ntitle: '{CITY['title']}'\ntags:\n  - 公开\ndate: 2024-1-18 10:00\n---\n{body}", "md")
    assert (report.tree["title"], report.tree["published"]) == (CITY["title"], "2024-01-18")
    assert prose(report) == prose(CITY)


def test_a_rule_between_paragraphs_is_no_front_matter() -> None:
    """Text between two rules is text."""
    report = read(f"---\n本报告由办公室编制\n---\n\n{text(gap=chr(10) * 2)}", "md")
    assert report.tree["preamble"] == ["本报告由办公室编制", *CITY["preamble"]]


DENIED = f"{THREE}/results/denied"
ONE_WRONG: dict[str, tuple[str, str, str, Pointer]] = {
    "row of table three": ("applications", "属于三类内部事务信息", "5.属于三类内部亊务信息", f"{DENIED}/internal"),
    "first row of table three": ("applications", "本年新收", "一、本年新牧政府信息公开申请数量", f"{THREE}/new"),
    "row of table two": ("proactive", "行政许可", "行攻许可", f"{TWO}/licensing"),
    "row of two characters below its caption": ("proactive", "规章", "规璋", f"{TWO}/regulations"),
    "column of table two": ("proactive", "现行有效件数", "现行有效仵数", TWO),
    "caption of table two": ("proactive", "第（五）项", "第二十条笫（五）项", TWO),
    "column of table four": ("disputes", "未经复议直接起诉", "未经复议宜接起诉", FOUR),
}


@pytest.mark.parametrize(("section", "label", "typed", "at"), ONE_WRONG.values(), ids=ONE_WRONG)
def test_one_character_recognised_wrongly(section: str, label: str, typed: str, at: Pointer) -> None:
    """A label with one wrong character is told, by its likeness or its place, and remarked."""
    cell = next(one for one in TABLES[section].replace("\n", "\t").split("\t") if label in one)
    report = read(text({section: TABLES[section].replace(cell, typed, 1)}))
    assert (troubles(report), figures(report), prose(report)) == ([], FIGURES, prose(CITY))
    assert remarks(report) == [("label", at, typed)]


HEADINGS = {
    "one character wrong": ("overview", "一、总休情况"),
    "one character wrong in section three": ("applications", "三、收到和处理政府信息公开中请情况"),
    "words of its own": ("problems", "五、政府信息公开工作存在的困难和不足"),
    "the number only, first": ("overview", "一、工作开展"),
    "the number only, between": ("problems", "五、努力方向"),
    "the number only, last": ("other", "六、附则"),
}


@pytest.mark.parametrize(("key", "typed"), HEADINGS.values(), ids=HEADINGS)
def test_headings_in_other_words(key: str, typed: str) -> None:
    """A heading that stands alone between its neighbours is that of its number."""
    report = read(text(heading={key: typed}))
    assert report.tree["sections"][key]["heading"] == typed
    assert (list(report.tree["sections"]), prose(report)) == (list(CITY["sections"]), prose(CITY))


INNER = ["一、加强组织领导", "三、加强申请办理", "四、加强监督", "五、加强问题整改", "六、其他工作"]


@pytest.mark.parametrize("mark", ["", "### "], ids=["text", "promoted to a heading at random"])
def test_numbering_of_its_own_inside_a_section(mark: str) -> None:
    """Where the words of the form stand further on, one word of them does not make a heading."""
    lines = "\n\n".join(f"{mark}{line}\n\n详情见网站。" for line in INNER)
    document = text(gap="\n\n").replace("\n\n二、主动公开", f"\n\n{lines}\n\n二、主动公开", 1)
    report = read(document, "md")
    inner = [line for begin in INNER for line in (begin, "详情见网站。")]
    expected = {**prose(CITY), "overview": [*CITY["sections"]["overview"]["paragraphs"], *inner]}
    assert (figures(report), prose(report)) == (FIGURES, expected)


@pytest.mark.parametrize("gap", ["", " "], ids=["nothing", "a space"])
def test_no_line_break_between_heading_and_what_follows(gap: str) -> None:
    """The text, or the first row of the table, goes on behind the heading."""
    document = text()
    for section in CITY["sections"].values():
        document = document.replace(f"\n{section['heading']}\n", f"\n{section['heading']}{gap}")
    report = read(document)
    assert (troubles(report), figures(report), prose(report)) == ([], FIGURES, prose(CITY))
    assert [one.text for one in report.document.headings] == [one["heading"] for one in CITY["sections"].values()]


TITLES = {
    "关于 before the body": "关于示例市水利局2023年政府信息公开工作年度报告",
    "关于 before the year": "示例市水利局关于2023年度政府信息公开工作年度报告",
    "year in brackets behind": "示例市水利局政府信息公开工作年度报告（2023年）",
    "a note in brackets": "示例市水利局2023年政府信息公开工作年度报告（公开版）",
    "the name of a file": "示例市水利局2023年政府信息公开工作年度报告.pdf",
    "信息公开工作报告": "示例市水利局2023年信息公开工作报告",
    "政府信息公开年度报告": "示例市水利局2023年政府信息公开年度报告",
    "spaces": "示例市水利局 2023年 政府信息公开工作 年度报告",
    "two lines": "示例市水利局2023年政府信息公开\n工作年度报告",
    "the body on a line of its own": "示例市水利局\n2023年政府信息公开工作年度报告",
}


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_titles(title: str) -> None:
    """Body and year are told from the title, which is no part of the text."""
    report = read(text().replace(CITY["title"], title, 1))
    assert (report.tree["agency"]["name"], report.tree["year"]) == ("示例市水利局", 2023)
    assert report.tree["preamble"] == CITY["preamble"]


def test_a_number_that_another_section_has_is_not_told_by_it() -> None:
    """Seven sections: the extra one is none of the six."""
    later = list(CITY["sections"].items())[1:]
    shifted = {key: f"{numeral}{one['heading'][1:]}" for (key, one), numeral in zip(later, "三四五六七", strict=True)}
    document = text(heading=shifted).replace("\n三、主动公开", "\n二、工作机制保障\n加强领导。\n三、主动公开")
    report = read(document)
    assert [one.section for one in report.document.headings] == ["overview", None, *list(CITY["sections"])[1:]]
    assert figures(report) == FIGURES


def without_repeated(lines: str) -> str:
    """What a crawler leaves that takes out lines it has seen."""
    return "\n".join(dict.fromkeys(lines.split("\n")))


LOST = {
    "table two": ("proactive", ONE_A_LINE["proactive"].replace("1277", "2").replace("67", "2"), TWO),
    "table three": ("applications", ONE_A_LINE["applications"], THREE),
    "table four": ("disputes", ONE_A_LINE["disputes"], FOUR),
    "table three without any figure": ("applications", "\n".join(row[-8] for row in rows_of_three()), THREE),
}


@pytest.mark.parametrize(("section", "lines", "at"), LOST.values(), ids=LOST)
def test_lines_taken_out_by_a_crawler(section: str, lines: str, at: Pointer) -> None:
    """Nearly all zeros are gone: the table is neither missing nor empty nor read, and its rest is no text."""
    report = read(text({section: without_repeated(lines)}))
    assert ("LT005", at) in troubles(report)
    assert figures(report) == {one: value for one, value in FIGURES.items() if not one.startswith(at)}
    assert not any(line.isdigit() for lines in prose(report).values() for line in lines)


def test_one_row_short_of_a_figure() -> None:
    """One cell a line: the row that lacks one is in doubt, the others are read."""
    lines = ONE_A_LINE["applications"].replace("2.重复申请\n1\n0\n", "2.重复申请\n1\n")
    report = read(text({"applications": lines}))
    row = f"{THREE}/results/not_processed/repeated"
    assert troubles(report) == [("LT006", row)]
    assert figures(report) == {one: value for one, value in FIGURES.items() if not one.startswith(f"{row}/")}


def test_the_same_report_twice() -> None:
    """A page with two tabs: read once, its text too."""
    report = read(text() + text())
    assert (troubles(report), figures(report), prose(report)) == ([], FIGURES, prose(CITY))
    assert [one.section for one in report.document.headings] == list(CITY["sections"])


def test_two_reports_of_two_years_with_the_same_figures() -> None:
    """Other years are other reports, whatever their figures."""
    report = read(text() + text().replace("2023年", "2022年"))
    assert ("LT006", "/sections") in troubles(report)


def side_by_side(lefts: Sequence[Page], rights: Sequence[Page]) -> bytes:
    """Two pages on each sheet of a PDF; the last may lack the second."""
    sheets = []
    for number, left in enumerate(lefts):
        right = rights[number].operators if number < len(rights) else []
        moved = [f"q 1 0 0 1 {WIDTH} 0 cm", *right, "Q"]
        sheets.append(Page(width=2 * WIDTH, operators=[*left.operators, *moved]))
    return pdf_file(sheets)


def printed(tree: Tree) -> list[Page]:
    """The pages of a report."""
    return pages_of(paper(tree, layout_of(tree)))


def read_pdf(data: bytes) -> Report:
    """The report in a PDF file."""
    return read_bytes("report.pdf", data, Asked(None, NOBODY, labels))


def test_two_pages_side_by_side() -> None:
    """Each half of a sheet is a page; places are those of the sheet."""
    pages = printed(CITY)
    report = read_pdf(side_by_side(pages[::2], pages[1::2]))
    assert (troubles(report), figures(report), prose(report)) == ([], FIGURES, prose(CITY))
    alone = read_pdf(pdf_file(pages))
    for at, (page, shift) in {
        f"{TWO}/licensing/decisions": (1, WIDTH),
        f"{FOUR}/reconsideration/total": (2, 0),
    }.items():
        here, there = report.locate(at), alone.locate(at)
        assert here is not None
        assert there is not None
        assert here.box is not None
        assert there.box is not None
        assert (here.page, here.box[0]) == (page, there.box[0] + shift)


def test_two_reports_side_by_side() -> None:
    """One report on the left of all sheets and another on the right are two."""
    other = {**CITY, "title": CITY["title"].replace("示例市", "样例县")}
    report = read_pdf(side_by_side(printed(CITY), printed(other)))
    assert troubles(report) == [("LT006", "/sections")]
