"""``explain`` speaks to clerks: words of the form in both languages, no pointers, no code."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from lint import resources
from lint.config import waivers_of
from lint.engine.checks.table import CHECKS
from lint.engine.schemas import best_judge
from lint.model.layout import Layout
from lint.model.rule import Rule
from lint.model.text import LANGUAGES, Language, Text
from lint.rulebook.book import load
from lint.rulebook.explaining.blocks import Block, Code, Grid, Line
from lint.rulebook.explaining.explained import explained as parts
from lint.rulebook.explaining.html_ import as_html
from lint.rulebook.explaining.listing import KINDS, group_of, kind_of, listed, unknown
from lint.rulebook.explaining.markdown import as_markdown
from lint.rulebook.naming import Naming
from lint.rulebook.rule_file import parse, rule_of
from tests.rulebook.test_packs import PACK, REGRADE, pack

BOOK = load()
LAYOUT = BOOK.layout("2021")
RULES = {rule.id: rule for rule in BOOK.rules}
SPECS = {rule.id: parse(Path(rule.source)).spec for rule in BOOK.rules}
POINTER = re.compile(r"/(?:sections|agency|document|preamble)\b")
KEYS = {"zh": re.compile(r"[a-z]{2}"), "en": re.compile(r"[a-z]+_[a-z]+")}


def explanation(rule: Rule, spec: Mapping[str, Any], language: Language, layout: Layout | None = None) -> str:
    """Everything that is said of a rule, but for what is to be copied."""
    one = parts(rule, spec, language, layout)
    return "\n".join(line for part in one.parts for block in part.blocks for line in lines(block))


def lines(block: Block) -> list[str]:
    """A block in lines: of a table its name, then the label and the cells of each row."""
    if isinstance(block, Grid):
        return [f"{block.title} {label}：{'  '.join(cell.shown for cell in cells)}" for label, cells in block.rows]
    return [block.words] if isinstance(block, Line) else []


def explained(rule: str, language: Language = "zh") -> dict[str, list[str]]:
    """The lines of an explanation by their headings."""
    one = parts(RULES[rule], SPECS[rule], language, LAYOUT)
    return {part.heading: [line for block in part.blocks for line in lines(block)] for part in one.parts}


def ids(found: Mapping[str, Any]) -> list[str]:
    """The ids of all rules, those of the linter apart, which have no examples."""
    return [rule for rule in found if not rule.startswith("LT")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", RULES)
def test_nothing_but_words(rule: str, language: Language) -> None:
    """No pointer stands outside the brackets of "where", and no key of the tree in how it is decided."""
    told = explained(rule, language)
    where, how = ("检查何处", "如何判断") if language == "zh" else ("Where", "How it is decided")
    plain = [re.sub(r" ?[（(]/[^）)]*[）)]$", "", line) for line in told.pop(where)]
    assert plain == [line for line in plain if line and "/sections" not in line and "*" not in line]
    assert not [
        line
        for line in told[how]
        if POINTER.search(line) or KEYS[language].search(line.replace("true 或 false", "")) or "{" in line
    ]
    assert not [line for lines in told.values() for line in lines if POINTER.search(line)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", ids(RULES))
def test_examples_are_drawn(rule: str, language: Language) -> None:
    """A good and a bad example stand there, and each finding of the bad one is said in full."""
    told = explained(rule, language)
    good, bad = ("正例", "反例") if language == "zh" else ("Good", "Bad")
    assert told[good]
    said = [line for line in told[bad] if line.startswith("→ ")]
    assert len(said) == len(SPECS[rule]["examples"]["bad"][0]["findings"])
    assert not [line for line in said if "{" in line.replace("{…}", "") or POINTER.search(line)]


@pytest.mark.parametrize("rule", RULES)
def test_the_chinese_is_chinese(rule: str) -> None:
    """How a rule decides is said in Chinese, not by the English docstring of a program."""
    assert all(re.search(r"[\u4e00-\u9fff]", line) for line in explained(rule)["如何判断"])


DECIDED: dict[str, tuple[str, Language, list[str]]] = {
    "columns": ("AR003", "zh", ["总计 = 自然人 + 商业企业 + 科研机构 + 社会公益组织 + 法律服务机构 + 其他"]),
    "rows": (
        "AR001", "zh",
        ["一、本年新收政府信息公开申请数量 + 二、上年结转政府信息公开申请数量 = （七）总计 + 四、结转下年度继续办理"],
    ),
    "sum": ("AR002", "en", ["(7) total of results = the sum over the rows of III results this year"]),
    "outcomes": ("AR004", "en", ["total = upheld + corrected + other outcome + pending"]),
    "blocks": ("PL002", "zh", ["现行有效件数 ≥ 本年制发件数"]),
    "condition": ("PL003", "zh", ["本年废止件数 > 0", "本年制发件数 = 0", "现行有效件数 = 0"]),
    "factor": ("PL014", "en", ["4 × (6)3 other (total) > (7) total of results (total)"]),
    "alternatives": ("PL012", "zh", ["或者以下各项同时成立（作为提示）："]),
    "sum-of-a-column": ("PL012", "zh", ["三、本年度办理结果各行“总计”之和 = 0"]),
    "schema": ("SC004", "zh", ["格式约束：数字不小于下限、数字没有负号"]),
    "program": ("ST007", "zh", ["由程序逐项判断：标题写明机关、年度和“政府信息公开工作年度报告”"]),
    "linter": ("LT001", "zh", ["由读取程序报告"]),
    "carried": ("YY003", "zh", ["应等于上年报告的“现行有效件数”加本年的“本年制发件数”减本年的“本年废止件数”"]),
    "not-less": ("YY004", "zh", ["不应小于上年报告的“尚未审结”"]),
    "change": (
        "YY011", "zh",
        ["与上年同一格相比，大的达到小的 5000 倍（但不超过 20000 倍）即提出；小的不足 0.0001 时不查"],
    ),
    "largest": ("GV002", "en", ["is not smaller than the same figure of any member"]),
    "sum-of-members": ("GV003", "zh", ["应等于各下级报告同一格之和；和小于它时，只有配置列明全部下级且报告齐全才提出"]),
    "similarity": ("YY006", "zh", ["与上年报告同一部分的文字相比，相似度高于 80%即提出；任一年不足 30 字时不判断"]),
}  # fmt: skip


@pytest.mark.parametrize(("rule", "language", "lines"), DECIDED.values(), ids=DECIDED)
def test_how_it_is_decided(rule: str, language: Language, lines: list[str]) -> None:
    """Relations and conditions in the labels of the form, the other kinds in a sentence."""
    told = explained(rule, language)["如何判断" if language == "zh" else "How it is decided"]
    assert set(lines) <= set(told)


DRAWN: dict[str, tuple[str, Language, str, list[str]]] = {
    "complete": ("ST001", "zh", "正例", ["一份完整、各格为 0 的报告"]),
    "complete-in-english": ("ST001", "en", "Good", ["a complete report, all figures 0"]),
    "removed": ("ST001", "zh", "反例", [
        "一份完整、各格为 0 的报告，其中：", "没有第六部分“六、其他需要报告的事项”",
        "→ 缺少第六部分“六、其他需要报告的事项”",
    ]),
    "row": ("AR004", "zh", "不作判断的例子", ["表四 未经复议直接起诉：1  0  0  0  空白"]),
    "wrong-cells": ("AR003", "zh", "反例", [
        "表三 一、本年新收政府信息公开申请数量：3  1  0  0  0  0  [3]",
        "表三 4.保护第三方合法权益：2  0  0  0  0  0  [0]",
        "→ 表三 一、本年新收政府信息公开申请数量 × 总计：六类申请人之和为 4，总计却是 3，相差 1",
        "→ 表三 4.保护第三方合法权益 × 总计：六类申请人之和为 2，总计却是 0，相差 2",
    ]),
    "amount": ("CE002", "zh", "正例", ["表二 行政事业性收费：59237.2449"]),
    "quoted": ("SC016", "en", "Bad", [
        "edition of the form: '2022'",
        "→ the edition of the form is \"2021\" or \"2019\" in quotation marks, not '2022'",
    ]),
    "remark": ("ST019", "zh", "反例", [
        "表三 （二）部分公开（区分处理的，只计这一情形，不计其他情形）：（次序与格式不同）",
        "→ 表三 （二）部分公开（区分处理的，只计这一情形，不计其他情形）的次序与格式不同，排在了应在它之后的行后面",
    ]),
    "paragraph": ("ST014", "zh", "反例", [
        "第一部分第1段：全年主动公开政府信息  条，其中网站发布信息条。",
        "第三部分第1段：收到政府信息公开申请 件，办结共计件。",
        "→ 第一部分第1段：“全年主动公开政府信息  条”缺少数字",
        "→ 第三部分第1段：“收到政府信息公开申请 件”缺少数字",
    ]),
}  # fmt: skip


@pytest.mark.parametrize(("rule", "language", "head", "lines"), DRAWN.values(), ids=DRAWN)
def test_what_an_example_shows(rule: str, language: Language, head: str, lines: list[str]) -> None:
    """Rows with their figures, text, what is left out, what readers noticed; then what a run would say."""
    assert explained(rule, language)[head] == lines


def test_the_severity_of_a_finding_that_is_milder_than_its_rule() -> None:
    """It is said behind the finding."""
    assert next(line for line in explained("ST002")["反例"] if line.startswith("→")).endswith("[警告]")


PLACES: dict[str, tuple[str, str, str]] = {
    "whole": ("", "整份报告", "the whole report"),
    "everywhere": ("/**", "报告的每一处（/**）", "every place of the report (/**)"),
    "each-row": (
        "/sections/applications/table/**", "表三的每一行（/sections/applications/table/**）",
        "each row of table three (/sections/applications/table/**)",
    ),
    "table": ("/sections/disputes/table", "表四（/sections/disputes/table）", "table four (/sections/disputes/table)"),
    "below": (
        "/sections/proactive/table/*", "表二之下的每一处（/sections/proactive/table/*）",
        "every place below table two (/sections/proactive/table/*)",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("pattern", "zh", "en"), PLACES.values(), ids=PLACES)
def test_where_a_rule_looks(pattern: str, zh: str, en: str) -> None:
    """The place in words, the pattern behind it in brackets."""
    assert (Naming(LAYOUT, "zh").pattern(pattern), Naming(LAYOUT, "en").pattern(pattern)) == (zh, en)


OTHERS: dict[str, tuple[dict[str, Any], str]] = {
    "required": ({"required": ["title", "year"]}, "应当写有：标题、报告年度"),
    "least": ({"range": {"least": 1}}, "不得小于 1"),
    "most": ({"range": {"most": 9}}, "不得大于 9"),
    "forbid": ({"forbid": "甲"}, "文字中不应出现：甲"),
    "match": ({"match": ["甲", "乙"]}, "每段文字应符合：甲、乙"),
}


@pytest.mark.parametrize(("check", "expected"), OTHERS.values(), ids=OTHERS)
def test_kinds_that_rules_of_others_use(check: dict[str, Any], expected: str, tmp_path: Path) -> None:
    """Check kinds that no bundled rule has are put in words too."""
    source = tmp_path / "xx001_some.yaml"
    spec = {**SPECS["AR003"], "id": "XX001", "name": "some-rule", "given": "", "check": check}
    rule: Rule = rule_of(parse(Path(RULES["AR003"].source))._replace(spec=spec, source=source))
    assert expected in explanation(rule, spec, "zh", LAYOUT)


WHEN: dict[str, tuple[dict[str, Any], str, str]] = {
    "year": ({"year_from": 2021}, "只查2021年度起的报告", "only reports on 2021 and later years"),
    "until": ({"year_to": 2020}, "只查2020年度及以前的报告", "only reports on 2020 and earlier years"),
    "edition": ({"edition": "2019"}, "只查2019年版格式的报告", "only reports on the form of 2019"),
    "kind": (
        {"kind": ["government", "other"]}, "只查这些机关：人民政府、其他机关",
        "only reports of governments, other bodies",
    ),
    "level": ({"level": "county"}, "只查这些层级：县级", "only bodies of these levels: county"),
}  # fmt: skip


@pytest.mark.parametrize(("when", "zh", "en"), WHEN.values(), ids=WHEN)
def test_which_reports_are_asked(when: dict[str, Any], zh: str, en: str) -> None:
    """The guard of a rule is said too."""
    spec = {**SPECS["AR003"], "when": when}
    rule = rule_of(parse(Path(RULES["AR003"].source))._replace(spec=spec))
    assert zh in explanation(rule, spec, "zh", LAYOUT)
    assert en in explanation(rule, spec, "en", LAYOUT)


def test_without_a_layout_places_are_pointers() -> None:
    """The words of the form are an option: the explanation does not depend on them."""
    assert "/sections/disputes/table/reconsideration" in explanation(RULES["AR004"], SPECS["AR004"], "en")


def test_options_are_explained() -> None:
    """Name, value and what it changes."""
    assert explained("NA010", "en")["Options"] == ["shortest = 100  only paragraphs of at least so many characters"]


# ------------------------------------------------------------------------------------------------------- to be copied


def copied(rule: str, name: str, language: Language = "zh") -> dict[str, Any]:
    """What is to be copied of a part, read as the configuration is."""
    (part,) = (one for one in parts(RULES[rule], SPECS[rule], language, LAYOUT).parts if one.name == name)
    (code,) = (block for block in part.blocks if isinstance(block, Code))
    assert code.language == "toml"
    return tomllib.loads(code.text)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", ids(RULES))
def test_the_waiver_can_be_copied(rule: str, language: Language) -> None:
    """It fits the schema of the configuration, and excuses the finding of the rule's own example."""
    written = copied(rule, "waive", language)
    assert best_judge(resources.schema("config.schema.json"))(written) == []
    (waiver,) = waivers_of(tuple(written["waivers"]), "lint.toml")
    assert (waiver.rule, waiver.agency, waiver.year, waiver.until) == (rule, "示例市水利局", 2023, None)
    assert waiver.pointer in {one["at"] for bad in SPECS[rule]["examples"]["bad"] for one in bad["findings"]}


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.startswith("LT")])
def test_what_cannot_be_waived_says_so(rule: str) -> None:
    assert explained(rule)["如何豁免"] == ["关于检查本身的问题不能豁免"]


@pytest.mark.parametrize("rule", [rule.id for rule in BOOK.rules if rule.options])
def test_the_options_can_be_copied(rule: str) -> None:
    """As they stand they change nothing, and are taken by the configuration."""
    taken = {one.id: one.options for one in load(options=copied(rule, "options")["options"]).rules}
    assert taken == {one.id: one.options for one in BOOK.rules}


# ------------------------------------------------------------------------------------------------------- other formats


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", RULES)
def test_as_html(rule: str, language: Language) -> None:
    """One page that every parser takes, with all words of the explanation, and nothing from elsewhere."""
    one = parts(RULES[rule], SPECS[rule], language, LAYOUT)
    page = "\n".join(as_html(one, language))
    read = lxml.html.document_fromstring(page)
    assert ["".join(map(str, head.itertext())) for head in read.findall(".//h2")] == [
        part.heading for part in one.parts
    ]
    said = " ".join("".join(map(str, read.itertext())).split())
    words = [line.words for part in one.parts for line in part.blocks if isinstance(line, Line)]
    assert [line for line in words if " ".join(line.split()) not in said] == []
    marked = [mark.text for mark in read.findall(".//td/mark")]
    wrong = [cell.shown for part in one.parts for grid in part.blocks if isinstance(grid, Grid) for _, row in grid.rows
             for cell in row if cell.wrong]  # fmt: skip
    assert marked == wrong
    assert not re.search(r"(?:src|href)=", page)


@pytest.mark.parametrize("rule", RULES)
def test_as_markdown(rule: str) -> None:
    """Headings for the parts, tables for the tables, fences that are closed; no sign of a rule becomes mark-up."""
    one = parts(RULES[rule], SPECS[rule], "zh", LAYOUT)
    written = list(as_markdown(one))
    assert written[0].startswith(f"# {rule} ")
    assert [line[3:] for line in written if line.startswith("## ")] == [part.heading for part in one.parts]
    assert sum(line.startswith("```") for line in written) % 2 == 0
    grids = [block for part in one.parts for block in part.blocks if isinstance(block, Grid)]
    assert sum(line.startswith("|---|") for line in written) == len(grids)
    for at, line in enumerate(written):
        if line.startswith("|---|"):
            assert written[at - 1].count("|") - written[at - 1].count("\\|") == line.count("|")


def test_signs_of_mark_up_stay_signs() -> None:
    odd = parts(RULES["AR003"]._replace(title=Text("甲|乙<丙>*丁*", "a")), SPECS["AR003"], "zh", LAYOUT)
    assert next(as_markdown(odd)) == r"# AR003 甲\|乙\<丙\>\*丁\*"
    assert "<h1>AR003 甲|乙&lt;丙&gt;*丁*</h1>" in list(as_html(odd, "zh"))


# -------------------------------------------------------------------------------------------------------------- groups


def test_every_kind_of_check_has_a_name() -> None:
    assert list(KINDS) == list(CHECKS)


GROUPS: dict[str, tuple[str, str, list[str]]] = {
    "family": ("AR", "AR", ["AR001", "AR002", "AR003", "AR004"]),
    "in-small-letters": ("gv", "GV", ["GV002", "GV003"]),
    "kind": ("similarity", "similarity", ["YY005"]),
}


@pytest.mark.parametrize(("word", "name", "first"), GROUPS.values(), ids=GROUPS)
@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_a_family_or_kind_lists_its_rules(word: str, name: str, first: list[str], form: str) -> None:
    group = group_of(word, BOOK.rules, lambda rule: kind_of(SPECS[rule.id]["check"]))
    assert group is not None
    told = list(listed(group, "en", form))
    assert (group.word, [rule.id for rule in group.rules][: len(first)]) == (name, first)
    assert [sum(rule.id in line for line in told) for rule in group.rules] == [1] * len(group.rules)


@pytest.mark.parametrize(("word", "near"), [
    ("AR0033", "AR003"), ("ar03", "AR0"), ("row-totl", "row-total"), ("relatoin", "relation"), ("zzzz", None),
])  # fmt: skip
def test_an_unknown_word(word: str, near: str | None) -> None:
    """The nearest id, name, family or kind is named, where any is near."""
    assert group_of(word, BOOK.rules, lambda _: "") is None
    told = unknown(word, BOOK.rules).words.en
    assert (f"; did you mean '{near}" in told) if near else told == "there is no rule 'zzzz'"


def test_what_packs_say_is_explained(tmp_path: Path) -> None:
    """Where it comes from, for which bodies, and which severity a pack gives it."""
    folder = pack(tmp_path, PACK + REGRADE, own="id: ZZ003\nextends: AR003\n")
    book = {rule.id: rule for rule in load(folders=(folder,)).rules}
    own = explanation(book["ZZ003"], parse(folder / "own.yaml").spec, "en", LAYOUT)
    for words in (
        "that of rule AR003",
        "pack: Rules of Example Province (example-province)",
        "only bodies in 示例省, ",
    ):
        assert words in own
    assert "规则包“示例省规则”所适用的报告中作为错误：省里要求" in explanation(
        book["PL002"], SPECS["PL002"], "zh", LAYOUT
    )
