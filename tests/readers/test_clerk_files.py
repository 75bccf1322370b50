"""Files as they lie in offices: what people do to a report before they hand it in."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from lint import Checked, Session
from lint.model.pointer import resolve

EXAMPLES = Path(__file__).parents[2] / "examples" / "clean"
PAGE = EXAMPLES / "department.html"
THREE = "/sections/applications/table"
FOUR = "/sections/disputes/table"


def changed(change: Callable[[html.HtmlElement], None]) -> Checked:
    """The clean page after something was done to its elements."""
    root = html.fromstring(PAGE.read_bytes())
    change(root)
    return Session().check_bytes("report.html", html.tostring(root, encoding="utf-8"))


def told(checked: Checked) -> list[tuple[str, str | None]]:
    return [(one.rule, one.pointer) for one in checked.diagnostics]


def figure(checked: Checked, pointer: str) -> object:
    assert checked.report is not None
    return resolve(checked.report.tree, pointer)[1]


def table(root: html.HtmlElement, sign: str) -> html.HtmlElement:
    """The table in which a text stands."""
    return next(one for one in root.iter("table") if sign in one.text_content())


def cell(root: html.HtmlElement, text: str, sign: str) -> html.HtmlElement:
    return next(one for one in table(root, sign).iter("td") if one.text_content().strip() == text)


def test_a_heading_beside_the_last_column_takes_no_figure_away() -> None:
    """备注 right of 总计, over nothing."""

    def add(root: html.HtmlElement) -> None:
        last = cell(root, "其他", "本年新收")
        last.addnext(html.fromstring("<table><tr><td>备注</td></tr></table>").find(".//td"))

    found = changed(add)
    assert figure(found, f"{THREE}/new/total") == 10
    assert told(found) == [("ST018", THREE)]


def test_a_column_that_was_taken_out_is_one_finding() -> None:
    """Without 总计 the six other columns are read, and that one is said to be missing."""

    def remove(root: html.HtmlElement) -> None:
        for number, row in enumerate(table(root, "本年新收").iter("tr")):
            cells = list(row.iterchildren("td"))
            if number != 2:  # the third row of headings has no cell below 总计
                row.remove(cells[-1]) if number else cells[-1].set("colspan", "6")

    found = changed(remove)
    assert figure(found, f"{THREE}/new/natural_person") == 9
    assert [rule for rule, _ in told(found)] == ["ST006"]


def test_a_blank_heading_over_a_full_column_takes_nothing_away() -> None:
    """The rows are as long as the form has them: position confirms what the headings do not say."""

    def blank(root: html.HtmlElement) -> None:
        heading = cell(root, "其他", "本年新收")
        for below in list(heading):
            heading.remove(below)
        heading.text = ""

    found = changed(blank)
    assert (figure(found, f"{THREE}/new/other"), figure(found, f"{THREE}/new/total")) == (0, 10)
    assert told(found) == []


def test_one_bad_cell_of_table_four_takes_no_other_away() -> None:
    def spoil(root: html.HtmlElement) -> None:
        row = list(table(root, "复议后起诉").iter("tr"))[-1]
        list(row.iterchildren("td"))[1].text_content()
        second = list(row.iterchildren("td"))[1]
        for below in list(second):
            second.remove(below)
        second.text = "零"

    found = changed(spoil)
    assert told(found) == [("SC003", f"{FOUR}/reconsideration/corrected")]
    assert figure(found, f"{FOUR}/reconsideration/upheld") == 1


STRUCK = [
    "<s>99</s>9",
    "<del>99</del>9",
    "<strike>99</strike>9",
    "<span style='text-decoration:line-through'>99</span>9",
]


@pytest.mark.parametrize("typed", STRUCK)
def test_struck_figures_are_no_part_of_what_replaced_them(typed: str) -> None:
    def strike(root: html.HtmlElement) -> None:
        row = next(row for row in root.iter("tr") if "本年新收" in row.text_content())
        first = list(row.iterchildren("td"))[1]
        for below in list(first):
            first.remove(below)
        first.append(html.fragment_fromstring(f"<p>{typed}</p>"))

    found = changed(strike)
    assert figure(found, f"{THREE}/new/natural_person") == 9
    assert [(one.rule, one.values) for one in found.diagnostics] == [("ST025", {"found": "99"})]


def test_a_table_of_contents_in_front_is_no_run_of_headings() -> None:
    def add(root: html.HtmlElement) -> None:
        first = next(one for one in root.iter("p", "h2") if one.text_content().strip() == "一、总体情况")
        titles = ["一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"]
        titles += ["四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"]
        for title in titles:
            line = html.fragment_fromstring("<p></p>")
            line.text = title
            first.addprevious(line)

    assert told(changed(add)) == []


@pytest.mark.parametrize("frame", ["<iframe src='a.pdf'></iframe>", "<embed src='a.docx'>", "<a href='a.doc'>附件</a>"])
def test_a_page_that_only_shows_another_file_is_not_the_report(frame: str) -> None:
    title = "示例市水利局2023年政府信息公开工作年度报告"
    page = f"<h1>{title}</h1><table><tr><td>索引号</td><td>1</td></tr></table>{frame}"
    found = Session().check_bytes("a.html", page.encode())
    assert [(one.rule, found.state) for one in found.diagnostics] == [("LT001", "unreadable")]


def test_documents_under_any_name_in_a_folder_are_checked(tmp_path: Path) -> None:
    """By their content; Word's locks beside open files and other archives are none."""
    word, page = (EXAMPLES / "department.docx").read_bytes(), PAGE.read_bytes()
    for name, data in {
        "a.dotx": word, "b": word, "c.bak": word, "d.xhtml": b'<?xml version="1.0"?>\n' + page, "~$a.docx": b"\0lock",
        "e.zip": b"PK\x05\x06" + bytes(18), "f.png": b"\x89PNG\r\n\x1a\n",
    }.items():  # fmt: skip
        (tmp_path / name).write_bytes(data)
    states = {Path(one.source).name: one.state for one in Session().check_paths([tmp_path])}
    assert states == {
        "a.dotx": "read", "b": "read", "c.bak": "read", "d.xhtml": "read",
        "e.zip": "passed_over", "f.png": "passed_over",
    }  # fmt: skip


TITLES = {
    "year-in-chinese": ("示例市水利局二〇二三年政府信息公开工作年度报告", "示例市水利局", 2023),
    "year-in-chinese-with-zero": ("示例市水利局二○二三年度政府信息公开工作年度报告", "示例市水利局", 2023),
    "year-alone": ("2023年度政府信息公开工作年度报告", None, 2023),
}


@pytest.mark.parametrize(("title", "agency", "year"), TITLES.values(), ids=TITLES)
def test_who_reports_on_what_year(title: str, agency: str | None, year: int) -> None:
    text = (EXAMPLES / "department.txt").read_text(encoding="utf-8").partition("\n")[2]
    report = Session().read("a.txt", f"{title}\n{text}".encode())
    assert (report.identity.agency, report.identity.year) == (agency, year)


def test_a_formula_without_a_result_leaves_its_table_unread() -> None:
    """As programs write it that do not calculate; blank would be a pass that nobody earned."""
    made = io.BytesIO()
    with zipfile.ZipFile(EXAMPLES / "department.xlsx") as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name.endswith("sheet1.xml"):
                data = re.sub(rb'(<c r="J29"[^>]*>).*?</c>', rb"\1<f>SUM(D29:I29)</f></c>", data, count=1)
            target.writestr(name, data)
    found = Session().check_bytes("a.xlsx", made.getvalue())
    assert (found.state, told(found)) == ("half", [("LT006", THREE)])
    assert found.diagnostics[0].place is not None
    assert found.diagnostics[0].place.cell == "J29"
