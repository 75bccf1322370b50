"""Markdown: marks are taken off, nothing of the text is lost, and every place is one of the file."""

import pytest

from lint.model.errors import Unreadable
from lint.model.place import Place
from lint.readers.markdown import outline_of
from lint.readers.outline import Cell, Grid, Picture
from lint.readers.table import Asked, read
from tests.readers.support_hostile import known, marked, session, told
from tests.readers.support_outline import Shape, shape
from tests.support_text import NOBODY, figures, labels

PARAGRAPHS = {
    # Text, what it is read as.
    "headings": ("# 题\n\n## 一、总体情况\n\n###六、其他 ##\n", ["题", "一、总体情况", "六、其他"]),
    "underlined-headings": ("题\n===\n\n一、总体情况\n---\n文", ["题", "一、总体情况", "文"]),
    "strong": ("**一、总体情况**\n\n共__12__件", ["一、总体情况", "共12件"]),
    "emphasis": ("*一、总体情况*\n\n_注_：共*12*件", ["一、总体情况", "注：共12件"]),
    "signs-that-are-no-emphasis": ("*注：甲\n\n3*4*5\n\nsnake_case_name", ["*注：甲", "3*4*5", "snake_case_name"]),
    "code": ("`12`件\n\n```markdown\n文\n```", ["12件", "文"]),
    "escapes": (r"\*甲\* 1\. \_乙\_ \`丙\` \\ \<b\>", ["*甲* 1. _乙_ `丙` \\ <b>"]),
    "entities": ("&nbsp;甲&amp;乙&lt;1&gt; &#20057; &unknown;", ["甲&乙<1> 乙 &unknown;"]),
    "links": ('见[附件](a.docx)和[公开](b(1).html "题")。', ["见附件和公开。"]),
    "brackets-that-are-no-link": ("国办函[2021]30号 (甲)", ["国办函[2021]30号 (甲)"]),
    "tags": ("<p>甲</p>\n\n<div align=center>**乙**</div>\n\n<h2><font color=red>丙</font></h2>", ["甲", "乙", "丙"]),
    "line-break": ("甲<br>乙<br/>丙", ["甲 乙 丙"]),
    "quote": ("> 甲\n>> 乙", ["甲", "乙"]),
    "list": ("- 甲\n* 乙\n+ 丙\n1. 丁", ["甲", "乙", "丙", "1. 丁"]),
    "rules": ("甲\n\n---\n\n* * *\n\n___\n乙", ["甲", "乙"]),
    "picture": ("甲\n\n![表](a.png)\n\n乙", ["甲", "图", "乙"]),
    "picture-as-a-tag": ("甲\n\n<img src='a.png' width=600>\n", ["甲", "图"]),
    "picture-with-its-content": (f"![](data:image/png;base64,{'A' * 5000})", ["图"]),
    "picture-in-a-link": ("[![表](a.png)](b.html)", ["图"]),
    "picture-in-a-line": ("见![图](a.png)下", ["图", "见下"]),
}


@pytest.mark.parametrize(("text", "read_as"), PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_paragraphs(text: str, read_as: Shape) -> None:
    assert shape(outline_of(text)) == read_as


_FULL = "2023年，我局认真贯彻落实《中华人民共和国政府信息公开条例》，全年共收到"
WRAPPED = {
    "full-line": (f"{_FULL}\n申请12件。", [f"{_FULL}申请12件。"]),
    "figures-never-joined": (f"{_FULL}1\n2件。", [f"{_FULL}1 2件。"]),
    "short-line": ("本年工作如下\n全年收到申请12件。", ["本年工作如下", "全年收到申请12件。"]),
    "ended-line": (f"{_FULL}12件。\n办结12件。", [f"{_FULL}12件。", "办结12件。"]),
    "numbered-line": (f"{_FULL}\n（一）甲", [_FULL, "（一）甲"]),
    "next-heading": (f"{_FULL}\n## 二、主动公开", [_FULL, "二、主动公开"]),
    "blank-line": (f"{_FULL}\n\n申请12件。", [_FULL, "申请12件。"]),
    "two-spaces": (f"{_FULL}  \n申请12件。", [_FULL, "申请12件。"]),
    "backslash": (f"{_FULL}\\\n申请12件。", [f"{_FULL}\\", "申请12件。"]),
    "before-a-table": (f"{_FULL}\n| 甲 | 1 |\n| 乙 | 2 |", [_FULL, [["甲", "1"], ["乙", "2"]]]),
}


@pytest.mark.parametrize(("text", "read_as"), WRAPPED.values(), ids=WRAPPED)
def test_wrapped_lines(text: str, read_as: Shape) -> None:
    assert shape(outline_of(text)) == read_as


TABLES = {
    "bars-around": ("| 甲 | 乙 |\n|---|:-:|\n| 1 | 2 |", [[["甲", "乙"], ["1", "2"]]]),
    "bars-between": ("甲 | 乙\n--- | ---\n1 | 2", [[["甲", "乙"], ["1", "2"]]]),
    "ragged": ("| 甲 | 乙 |\n|---|---|\n| 1 | 2 | 3 |\n| 4 |", [[["甲", "乙"], ["1", "2", "3"], ["4"]]]),
    "blank-cells": ("| 甲 | |\n|---|---|\n| | 2 |", [[["甲", ""], ["", "2"]]]),
    "marks-in-cells": ("| **甲** | `1` |\n|---|---|\n| <br>乙 | *2* |", [[["甲", "1"], ["乙", "2"]]]),
    "escaped-bar": ("| 甲\\|乙 | 1 |\n|---|---|\n| 丙&#124;丁 | 2 |", [[["甲|乙", "1"], ["丙|丁", "2"]]]),
    "spaces-as-entities": ("| 甲&nbsp; | &nbsp;1 |\n|---|---|\n| 乙 | 2 |", [[["甲", "1"], ["乙", "2"]]]),
    "html": ("前\n<table><tr><td>甲</td><td>1</td></tr></table>\n后", ["前", [["甲", "1"]], "后"]),
    "html-in-capitals": ("<TABLE><TR><TD>甲</TD><TD>1</TD></TR></TABLE >后", [[["甲", "1"]], "后"]),
    "html-of-two": (
        "<table><tr><td>甲</td><td>1</td></tr></table><table><tr><td>乙</td><td>2</td></tr></table>",
        [[["甲", "1"]], [["乙", "2"]]],
    ),
    "html-nested": (
        "<table><tr><td><table><tr><td>甲</td><td>1</td></tr></table></td></tr></table>\n**后**",
        [[["甲", "1"]], "后"],
    ),
    "html-never-closed": ("<table><tr><td>甲</td><td>1</td></tr>\n\n## 后\n\n文", [[["甲", "1"]], "后", "文"]),
    "html-closed-twice": ("# 前\n\n文\n\n</table>\n\n后", ["前", "文", "</table>", "后"]),
    "html-empty": ("前\n\n<table></table>\n\n后", ["前", "后"]),
}


@pytest.mark.parametrize(("text", "read_as"), TABLES.values(), ids=TABLES)
def test_tables(text: str, read_as: Shape) -> None:
    assert shape(outline_of(text)) == read_as


def at(line: int, column: int, length: int) -> Place:
    return Place(line=line, column=column, end_line=line, end_column=column + length)


PLACES = {
    # Text, the place of each paragraph or cell.
    "plain": ("甲\n\n乙丙", [at(1, 1, 1), at(3, 1, 2)]),
    "strong": ("共**12**件", [at(1, 1, 8)]),
    "after-marks": (
        "| **甲** | `12` |\n|---|---|\n| \\*乙 | &nbsp;3 |",
        [at(1, 5, 1), at(1, 12, 2), at(3, 4, 2), at(3, 15, 1)],
    ),
    "quoted": ("> 甲", [at(1, 3, 1)]),
    "wrapped": (f"{_FULL}\n申请。", [Place(line=1, column=1, end_line=2, end_column=4)]),
    "windows": ("甲\r\n\r\n乙\r丙。", [at(1, 1, 1), at(3, 1, 1), at(4, 1, 2)]),
    "no-line-end": ("甲\u2028乙\x0c\x85丙\n\n丁", [at(1, 1, 6), at(3, 1, 1)]),
    "html": (
        "前\n\n<table>\n<tr><td>甲</td>\n<td>1</td></tr></table>\n\n后",
        [at(1, 1, 1), Place(line=4, column=1, table=1, row=1), Place(line=5, column=2, table=1, row=1), at(7, 1, 1)],
    ),
    "second-table": (
        "<table><tr><td>甲</td><td>1</td></tr></table>\n\n<table><tr><td>乙</td><td>2</td></tr></table>",
        [
            Place(line=1, column=1, table=1, row=1),
            Place(line=1, column=2, table=1, row=1),
            Place(line=3, column=1, table=2, row=1),
            Place(line=3, column=2, table=2, row=1),
        ],
    ),
}


@pytest.mark.parametrize(("text", "places"), PLACES.values(), ids=PLACES)
def test_places(text: str, places: list[Place]) -> None:
    found: list[Place | None] = []
    for block in outline_of(text).blocks:
        found += [cell.place for row in block.rows for cell in row] if isinstance(block, Grid) else [block.place]
    assert found == places


def test_the_place_of_a_picture() -> None:
    assert outline_of("甲\n\n见![表](a.png)").blocks[1] == Picture(at(3, 1, 2))


def html_tables(text: str) -> str:
    """The tables between bars as tables in HTML."""
    made, rows = [], []
    for line in [*text.split("\n"), ""]:
        if line.startswith("|") and not line.startswith("| ---"):
            cells = line.strip("|").split("|")
            rows.append(f"<tr>{''.join(f'<td>{cell.strip()}</td>' for cell in cells)}</tr>")
        elif rows and not line.startswith("|"):
            made += [f"<table>{''.join(rows)}</table>", line]
            rows = []
        elif not line.startswith("|"):
            made.append(line)
    return "\n".join(made)


WHOLE = {
    "bars": marked,
    "html": lambda: html_tables(marked()),
    "fenced": lambda: f"```markdown\n{marked()}```\n",
    "begins-with-a-tag": lambda: f"<div align=center>\n\n{marked()}",
    "begins-with-a-table": lambda: f"<table><tr><td>甲</td></tr></table>\n\n{marked()}",
    "windows": lambda: marked().replace("\n", "\r\n"),
}


@pytest.mark.parametrize("make", WHOLE.values(), ids=WHOLE)
def test_a_whole_report(make: "object") -> None:
    """Every figure, without a doubt."""
    assert callable(make)
    report = read("report.md", make().encode(), Asked(None, NOBODY, labels))
    assert (figures(report), report.troubles) == (known(), ())


def test_a_row_without_its_label_is_told_by_its_place() -> None:
    """ST023: exactly one row is missing between two others, and it stands there without its name."""
    lines = marked().split("\n")
    number = next(number for number, line in enumerate(lines) if "部分公开" in line)
    lines[number] = lines[number].replace(next(cell for cell in lines[number].split("|") if "部分公开" in cell), "  ")
    found = session().check_bytes("report.md", "\n".join(lines).encode())
    lost = [one for one in found.diagnostics if one.rule == "ST023"]
    assert [(one.pointer, one.place and one.place.line) for one in lost] == [
        ("/sections/applications/table/results/partial", number + 1)
    ]
    assert found.report is not None
    assert figures(found.report) == known()


HOSTILE = {
    # H14. Text, and what is said of it.
    "H14-brackets": "[" * 10**5,
    "H14-pictures": "![" * 10**5,
    "H14-links": "[a](" * 10**5,
    "H14-quotes": ">" * 10**5,
    "H14-stars": "*a" * 10**5,
    "H14-marks": "*" * 10**5,
    "H14-ticks": "`" * 10**5,
    "H14-tags": "<b " * 10**5,
    "H14-entities": "&#1" * 10**5,
    "H14-spaces": f"# 甲{' ' * 10**5}乙",
    "H14-hashes": "甲" + " #" * 10**5,
    "H14-rules": "- " * 10**5 + "甲",
    "H14-a-thousand-columns": ("|" + "1|" * 1000 + "\n") * 100,
    "H14-ragged": "".join("|" + "甲|" * (number % 50) + "\n" for number in range(5000)),
    "H14-script": "<script>alert(1)</script>\n" * 1000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text(text: str) -> None:
    """Read in the time that its length deserves; it is no report."""
    assert told("report.md", text.encode()).refusal[0] == "LT004"


REFUSED = {
    "H14-nested-tables": ("<table><tr><td>" * 3000 + "甲" + "</td></tr></table>" * 3000, "网页的标签嵌套超过 2048 层"),
    "H14-many-tables": ("<table></table>" * 2000, "HTML 表格多于 1000 个"),
    "H14-wide-spans": (
        f"<table><tr>{'<td colspan=1000>甲</td>' * 201}</tr></table>",
        "合并单元格超出 200000 格",
    ),
    "H14-lines": ("甲\n" * 200_001, "文件过大（上限 200000 行、250000 格）"),
    "H14-cells": ("|1" * 250_001, "文件过大（上限 200000 行、250000 格）"),
}


@pytest.mark.parametrize(("text", "words"), REFUSED.values(), ids=REFUSED)
def test_refused(text: str, words: str) -> None:
    assert told("report.md", text.encode()).refusal[:2] == ("LT001", words)


def test_a_refusal_is_one() -> None:
    with pytest.raises(Unreadable):
        outline_of("<table></table>" * 2000)


def test_comments_are_no_text() -> None:
    """And lines after one keep their numbers; one that never ends is text."""
    blocks = outline_of("甲\n\n<!-- page\n2 -->\n\n乙\n\n<!-- 丙\n").blocks
    assert [(block.text, block.place.line) for block in blocks if isinstance(block, Cell) and block.place] == [
        ("甲", 1), ("乙", 6), ("<!-- 丙", 8),
    ]  # fmt: skip
