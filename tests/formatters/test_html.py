"""The page: well-formed, closed to anything foreign, complete, and the same in both languages."""

import base64
import hashlib
import json
import re
from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from lint.api import Session
from lint.formatters.escape import escape
from lint.formatters.html import MOST_WHOLE
from lint.formatters.look import Look
from lint.formatters.page import assets
from lint.model.finding import Severity
from lint.model.form import BLOCKS, COLUMNS, TABLES
from lint.model.run import Checked
from lint.model.settings import Settings
from lint.model.text import LANGUAGES
from tests.cli.support_cli import CLEAN, THREE, at, changed, dumped, tree
from tests.formatters.support_formatters import checked, rendered, results, session
from tests.formatters.support_hostile import HARMLESS, HOSTILE
from tests.formatters.support_html import PAGE, Element, page, read
from tests.formatters.test_golden import found as four_causes

PARTS = Path(assets.__file__).parent
KINDS = [name for name in results() if name != "huge"]
NUMBERED = re.compile(r"r[0-9]+(?:[pn][0-9]+)?")
OURS = {"top", "overview", "previous", "next", "print"} | {
    f"filter-{name}" for name in ("text", "rule", "severity", "reset", "count")
}


@cache
def of_all() -> Element:
    """The page of one result of every kind."""
    return page(*(results()[name] for name in KINDS))


@cache
def sums() -> Session:
    """The rules about sums, which ask nothing of the text."""
    return Session(Settings(select=("AR",)))


def cells(found: Element, section: str) -> list[Element]:
    return list(found.one("table", section).every("td"))


def shown(cell: Element) -> str:
    """What the report has in a cell, without the numbers of notes and the value proposed."""
    kept = next(iter(cell.every("del")), cell)
    return "".join(one for one in kept.children if isinstance(one, str))


def figures(value: Any) -> list[object]:
    """The leaves of a table in the order of its tree."""
    return [leaf for below in value.values() for leaf in figures(below)] if isinstance(value, dict) else [value]


# ------------------------------------------------------------------------------------------------------ closed to all


@pytest.mark.parametrize(("element", "kind"), [("style", "style-src"), ("script", "script-src")])
def test_the_policy_allows_this_style_and_this_script_alone(element: str, kind: str) -> None:
    inside = of_all().one(element).text
    digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
    (policy,) = (one["content"] for one in of_all().every("meta") if one["http-equiv"] == "Content-Security-Policy")
    assert f"{kind} 'sha256-{digest}'" in policy.split("; ")
    assert policy.startswith("default-src 'none'; ")


def test_nothing_is_loaded_and_no_attribute_is_run() -> None:
    for one in of_all().every():
        assert one.tag not in {"link", "img", "iframe", "object", "embed", "base", "form", "image", "use", "a:href"}
        assert not [name for name in one.attributes if name.startswith("on") or name in {"style", "src", "srcset"}]
        assert one.tag != "a" or one["href"].startswith("#")


@pytest.mark.parametrize("name", ["page.css", "page.js"])
def test_style_and_script_ask_for_nothing_and_mean_the_same_in_every_encoding(name: str) -> None:
    text = (PARTS / name).read_text(encoding="ascii")
    assert "</" not in text
    assert "\t" not in text
    assert not re.findall(r"url\(|@import|https?:|fetch|XMLHttpRequest|innerHTML|eval|import\(", text)


def test_anchors_are_numbers_and_lead_somewhere() -> None:
    ids = [one["id"] for one in of_all().every() if one["id"]]
    assert len(ids) == len(set(ids))
    assert not [name for name in ids if name not in OURS and not NUMBERED.fullmatch(name)]
    linked = {one["href"][1:] for one in of_all().every("a")}
    linked |= {name for one in of_all().every() for name in f"{one['data-note']} {one['data-spots']}".split()}
    linked |= {one["for"] for one in of_all().every("label")}
    assert linked <= set(ids)


def test_where_ascii_is_all_that_can_be_written_the_page_is_the_same() -> None:
    text = rendered("html", [results()["broken-json"]], PAGE._replace(encoding="gbk"))
    assert text.isascii()
    assert read(text) == page(results()["broken-json"])


def hostile(words: str) -> str:
    """A report that says some words wherever a report may say any, in keys as well."""
    found = tree()
    found["title"], found["agency"]["name"], found["published"] = words, words, words
    found["preamble"].append(words)
    for section in found["sections"].values():
        section["heading"] = words
        section["paragraphs"].append(words)
        section["note"] = words
    at(found, f"{THREE}/new")["total"] = words
    at(found, f"{THREE}/carried_in")[f"z{words}"] = words
    at(found, TABLES["proactive"])["fees"] = {"amount": words}
    at(found, TABLES["disputes"])["reconsideration"] = words
    found["sections"][f"z{words}"] = {"heading": words, "paragraphs": [words, 3, {words: [words]}]}
    found[f"z{words}"] = {words: Decimal("1.50")}
    return dumped(found)


def shape(words: str) -> list[tuple[str, list[str]]]:
    """The elements with the names of their attributes; long words are folded, which is no matter of what they say."""
    text = rendered("html", [sums().check_bytes("a.json", hostile(words).encode())], PAGE)
    unfolded = re.sub(r'<details class="long">.*?</summary>(.*?)</details>', r"\1", text)
    return [(one.tag, list(one.attributes)) for one in read(unfolded).every()]


@cache
def harmless() -> list[tuple[str, list[str]]]:
    return shape(HARMLESS)


# A file with lone surrogates is refused when it is read.
@pytest.mark.parametrize("name", [name for name in HOSTILE if name != "surrogates"])
def test_whatever_a_report_says_it_is_text(name: str) -> None:
    assert shape(HOSTILE[name]) == harmless()


def test_long_cells_are_folded_and_whole() -> None:
    folded = [one for one in page(results()["huge"]).every("details", "long") if len(one.text) > 1_000_000]
    assert len(folded) >= 3  # a cell, the name of a cell, a paragraph
    assert all(len(one.one("summary").text) < 6_000 for one in folded)
    assert all("长" * 1_000_000 in one.text for one in folded)


# ------------------------------------------------------------------------------------------------------------ complete


@pytest.mark.parametrize("name", [*KINDS, "huge"])
def test_every_finding_of_the_json_stands_in_the_page_once_and_leads_to_its_place(name: str) -> None:
    (told,) = json.loads(rendered("json", [results()[name]]))["reports"] or [{"findings": []}]
    found = page(results()[name])
    here = [one for one in found.every() if one["data-finding"]]
    assert Counter(one["data-finding"] for one in here) == Counter(one["fingerprint"] for one in told["findings"])
    ids = {one["id"]: one for one in found.every() if one["id"]}
    for note in found.every("li", "note"):
        spots = [ids[spot] for spot in note["data-spots"].split()]
        assert note.one("a", "number")["href"] == f"#{spots[0]['id']}"
        assert "marked" in spots[0].classes or spots[0].tag == "header"


@pytest.mark.parametrize("name", ["clean-json", "broken-json", "clean-text"])
def test_the_report_is_there_word_for_word_and_figure_for_figure(name: str) -> None:
    report = results()[name].report
    assert report is not None
    article = page(results()[name]).one("article")
    for number in article.every("sup"):
        number.children.clear()
    said = article.said("zh")
    texts = [report.tree["title"], *report.tree["preamble"]]
    for section in report.tree["sections"].values():
        texts += [section["heading"], *section["paragraphs"]]
    places = [said.find(text) for text in texts]
    assert -1 not in places
    assert places[1:] == sorted(places[1:])
    for section in TABLES:
        kept = figures(report.tree["sections"][section]["table"])
        assert [shown(cell) for cell in cells(article, section)] == [str(figure) for figure in kept]


def test_the_wrong_cells_show_what_they_hold_and_what_they_should() -> None:
    marked = [
        (cell.one("del").text, cell.one("ins").text, cell.one("sup").text)
        for cell in page(four_causes()).every("td", "wrong")
    ]
    assert marked == [
        ("27", "72", "1"), ("8", "2", "2"), ("0", "13", "3"), ("13", "3", "3"), ("3", "0", "3"), ("0", "11", "4"),
    ]  # fmt: skip


def test_notes_stand_beside_the_table_that_they_are_about() -> None:
    beside = {
        row.one("table").classes[0]: [note.one("a", "number").children[0] for note in row.every("li", "note")]
        for row in page(four_causes()).every("div", "row")
        if list(row.every("table"))
    }
    assert beside == {"proactive": [], "applications": ["1", "2", "3"], "disputes": ["4"]}


def test_a_note_says_the_proof_the_law_and_how_grave_it_is() -> None:
    note = next(page(four_causes()).every("li", "note"))
    (cause, *_), language = four_causes().causes, "zh"
    said = note.said(language)
    for words in (*cause.proof.broken, *cause.proof.because):
        assert re.sub(r"[\[\]]", "", words.say("zh")) in said
    assert "国办公开办函〔2021〕30号附件" in said
    assert note.one("p", "head").one("strong").said(language) == "错误"
    assert "error" in note.classes


def test_blanks_are_blank_and_what_is_not_there_is_said() -> None:
    found = tree()
    at(found, f"{THREE}/new")["research"] = None
    del at(found, f"{THREE}/carried_in")["research"]
    article = page(checked("a.json", dumped(found)))
    by_look = {look: cell.said("zh") for look in ("blank", "absent") for cell in article.every("td", look)}
    assert by_look.keys() == {"blank", "absent"}
    assert by_look["blank"].startswith("空白")
    assert by_look["absent"].startswith("没有这一格")
    assert {"blank", "absent"} <= {key.classes[1] for key in article.every("span", "key")}


def test_edition_2019_has_its_own_columns_and_one_row_of_other_outcomes() -> None:
    found = changed("/edition", "2019")
    found["year"] = 2019
    numbers = iter(range(1000))
    blocks = {row: {column: next(numbers) for column in columns} for row, columns in BLOCKS["2019"].items()}
    found["sections"]["proactive"]["table"] = blocks
    at(found, f"{THREE}/results")["other"] = dict.fromkeys(COLUMNS, 77)
    article = page(checked("a.json", dumped(found)))
    assert [shown(cell) for cell in cells(article, "proactive")] == list(map(str, figures(blocks)))
    assert "上一年项目数量" in article.one("table", "proactive").said("zh")
    assert [shown(cell) for cell in cells(article, "applications")].count("77") == len(COLUMNS)
    assert len(cells(article, "applications")) == 23 * len(COLUMNS)


def test_what_has_no_place_in_the_form_is_shown_below() -> None:
    found = tree()
    at(found, f"{THREE}/results")["sold"] = {"natural_person": 5}
    at(found, f"{THREE}")["new"] = 7
    article = page(checked("a.json", dumped(found)))
    beyond = [(one.one("dt").said("zh"), one.one("dd").children[0]) for one in article.every("div", "beyond")
              for one in one.one("dl").every("div")]  # fmt: skip
    assert beyond == [("applications / new", "7"), ("applications / results / sold / natural_person", "5")]


def test_what_a_document_has_beyond_the_six_sections_stands_where_it_stands() -> None:
    text = CLEAN.with_suffix(".txt").read_text(encoding="utf-8")
    before, heading, rest = text.partition("六、其他需要报告的事项")
    again = "五、存在的主要问题及改进情况\n再说一遍。\n七、附件\n另见附件一。\n"
    said = page(checked("a.txt", f"{before}{again}{heading}{rest}")).one("article").said("zh")
    assert said.count("五、存在的主要问题及改进情况") >= 2
    for words in ("再说一遍。", "附件", "另见附件一。", heading):
        assert words in said


@pytest.mark.parametrize("value", [3, "x", [1], {"a": None}])
@pytest.mark.parametrize(
    "pointer", ["/preamble", "/sections/overview", "/sections/overview/paragraphs", f"{THREE}/new", THREE, "/sections"]
)
def test_whatever_stands_where_it_should_not_is_shown(pointer: str, value: object) -> None:
    article = page(checked("a.json", dumped(changed(pointer, value)))).one("article")
    for number in article.every("sup"):
        number.children.clear()
    told = [one.text for one in (*article.every("dt"), *article.every("dd"), *article.every("div", "text"))]
    words = "a" if isinstance(value, dict) else json.dumps(value).strip('"[]')
    assert [one for one in told if re.search(rf"\b{words}\b", one)]


def test_sections_that_are_missing_and_tables_that_could_not_be_read_are_named() -> None:
    found = tree()
    del found["sections"]["problems"]
    assert "五、存在的主要问题及改进情况（没有这一部分）" in page(checked("a.json", dumped(found))).said("zh")
    assert "表三（这张表未能读出）" in page(results()["half-read"]).said("zh")


def test_what_was_waived_is_dimmed_and_says_why() -> None:
    waived = tuple(one._replace(waived="已与上级商定") for one in results()["warned"].diagnostics)
    found = page(results()["warned"]._replace(diagnostics=waived))
    (note,) = found.every("li", "note")
    assert "waived" in note.classes
    assert "已豁免：已与上级商定" in note.said("zh")
    assert "没有发现问题。" in found.said("zh")


def test_questions_without_an_answer_are_listed_with_their_reasons() -> None:
    one = results()["half-read"]
    section = page(one).one("section", "undecided")
    said = {language: section.said(language) for language in LANGUAGES}
    assert f"未能判断的 {len(one.undecided)} 项" in said["zh"]
    layout = session().book.layout("2021")
    for rule, reason in one.undecided:
        for language in LANGUAGES:
            assert rule in said[language]
            assert reason.words.say(language) in said[language]
            assert not reason.at or layout.words(reason.at).say(language) in said[language]


@pytest.mark.parametrize("name", ["no-report", "broken-syntax", "missing"])
def test_a_file_that_could_not_be_read_is_shown_as_that(name: str) -> None:
    found = page(results()[name])
    assert "未能检查" in found.one("p", "state").said("zh")
    assert len(list(found.every("li", "note"))) == 1


def test_without_layouts_the_tables_have_the_keys_of_the_tree() -> None:
    found = page(results()["broken-json"], look=Look("zh"))
    assert len(cells(found, "applications")) == 25 * len(COLUMNS)
    assert "carried_in" in found.one("table", "applications").text


def test_words_of_a_finding_are_marked_in_their_paragraph() -> None:
    found = page(results()["broken-json"])
    assert "（文字描述）" in [one.text for one in found.every("mark")]


# -------------------------------------------------------------------------------------------------- in both languages


@pytest.mark.parametrize("name", KINDS)
def test_both_languages_say_all_that_the_finding_says(name: str) -> None:
    """Messages and proofs name the same values in both; the page leaves out nothing of either."""
    by_finding = {one["data-finding"]: one for one in page(results()[name]).every() if one["data-finding"]}
    broken = {
        fingerprint: words
        for cause in results()[name].causes
        for fingerprint, words in zip(cause.explains, cause.proof.broken, strict=True)
    }
    for one in results()[name].diagnostics:
        here, told = by_finding[one.fingerprint], broken.get(one.fingerprint, one.message)
        for language in LANGUAGES:
            words = re.sub(r"\[([0-9]+)\]", r"\1", escape(told.say(language)))
            assert words in here.said(language)


def test_each_word_is_there_in_both_languages() -> None:
    assert len([one for one in of_all().every("span") if one["lang"] == "zh"]) > 1000
    for one in of_all().every():
        languages = [child["lang"] for child in one.children if isinstance(child, Element) and child.tag == "span"]
        assert languages.count("zh") == languages.count("en")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_language_asked_for_is_shown_first(language: Any) -> None:
    found = page(results()["warned"], look=PAGE._replace(language=language)).one("html")
    assert (found["lang"], found["data-language"]) == (language, language)


# ------------------------------------------------------------------------------------------------------- the overview


def test_one_report_has_no_overview_and_many_have_one_line_each_the_worst_first() -> None:
    assert not list(page(results()["broken-json"]).every("section", "overview"))
    rows = list(of_all().one("table", "reports").one("tbody").every("tr"))
    assert len(rows) == len(KINDS)
    assert "unreadable" in rows[0].classes
    assert "passed_over" in rows[-1].classes
    read_ones = [
        [int(cell["data-value"]) for cell in row.every("td", "number")] for row in rows if row["class"] == "read"
    ]
    assert read_ones == sorted(read_ones, reverse=True)


def test_a_line_has_the_counts_and_rules_of_its_report() -> None:
    rows = of_all().one("table", "reports").one("tbody").every("tr")
    (row,) = (row for row in rows if row.one("td", "file").text == "broken.json")
    one = results()["broken-json"]
    told = [severity for severity in Severity for found in one.diagnostics if found.severity is severity]
    assert [int(cell.text) for cell in row.every("td", "number")] == [
        *(told.count(severity) for severity in Severity),
        len(one.undecided),
    ]
    assert row["data-rules"].split() == sorted({found.rule for found in one.diagnostics})
    assert row["data-severities"].split() == sorted({found.severity.value for found in one.diagnostics})
    assert row.one("a")["href"] == f"#{row['data-report']}"


def test_the_picture_has_the_rules_that_fail_most() -> None:
    counts = Counter(found.rule for name in KINDS for found in results()[name].diagnostics)
    bars = list(of_all().one("ol", "bars").every("li"))
    told_of = [(bar.one("button")["data-rule"], bar.one("span", "told").said("en")) for bar in bars]
    assert [int(told.split(" ")[0]) for _, told in told_of] == sorted(counts.values(), reverse=True)[: len(bars)]
    assert all(told.startswith(f"{counts[rule]} in ") for rule, told in told_of)
    widths = [int(bar.one("rect")["width"]) for bar in bars]
    assert widths == sorted(widths, reverse=True)
    assert widths[0] == 100


def test_headings_of_tables_say_what_they_head() -> None:
    for head in of_all().every("th"):
        assert head["scope"] in {"col", "colgroup", "row", "rowgroup"}
    for control in ("filter-text", "filter-rule", "filter-severity"):
        assert [one for one in of_all().every("label") if one["for"] == control]


def test_nothing_at_all_is_a_page() -> None:
    found = page()
    assert "没有找到可检查的报告" in found.said("zh")
    assert not list(found.every("article"))


def test_of_very_many_reports_the_clean_ones_are_lines_and_the_others_their_findings() -> None:
    many = [results()["clean-json"]._replace(source=f"{number}.json") for number in range(MOST_WHOLE)]
    late = [results()["clean-json"]._replace(source="late.json"), results()["failing"]._replace(source="bad.json")]
    found = page(*many, *late)
    rows = list(found.one("table", "reports").one("tbody").every("tr"))
    assert len(rows) == MOST_WHOLE + 2
    articles = list(found.every("article"))
    assert len(articles) == MOST_WHOLE + 1
    assert [table.classes[0] for table in articles[-1].every("table")] == ["applications"]
    assert "只列有问题的部分" in articles[-1].said("zh")
    (line,) = (row for row in rows if row.one("td", "file").text == "late.json")
    assert not list(line.every("a"))


def test_results_are_taken_one_by_one() -> None:
    """No more than the first two are held, and a report that was written is forgotten."""
    alive: list[Checked] = []

    def source() -> Any:
        for number in range(10):
            alive.append(results()["failing"]._replace(source=f"{number}.json"))
            yield alive.pop()

    assert len(list(page_of(source()).every("article"))) == 10


def page_of(found: Any) -> Element:
    return read(rendered("html", found, PAGE))
