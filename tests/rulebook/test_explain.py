"""``explain`` speaks to clerks: words of the form in both languages, no pointers, no code."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from lint.model.rule import Rule
from lint.model.text import LANGUAGES, Language
from lint.rulebook.book import load
from lint.rulebook.explain import explanation
from lint.rulebook.naming import Naming
from lint.rulebook.rule_file import parse, rule_of

BOOK = load()
LAYOUT = BOOK.layout("2021")
RULES = {rule.id: rule for rule in BOOK.rules}
SPECS = {rule.id: parse(Path(rule.source)).spec for rule in BOOK.rules}
HEADS = {
    "zh": {"为何", "依据", "检查何处", "如何判断", "选项", "把握与误报", "正例", "反例", "不作判断的例子"},
    "en": {
        *("Why", "Basis", "Where", "How it is decided", "Options", "Confidence and false alarms"),
        *("Good", "Bad", "Undecided"),
    },
}
POINTER = re.compile(r"/(?:sections|agency|document|preamble)\b")
KEYS = {"zh": re.compile(r"[a-z]{2}"), "en": re.compile(r"[a-z]+_[a-z]+")}


def explained(rule: str, language: Language = "zh") -> dict[str, list[str]]:
    """The paragraphs of an explanation by their headings; the first two lines under none."""
    found: dict[str, list[str]] = {"": []}
    head = ""
    for line in explanation(RULES[rule], SPECS[rule], language, LAYOUT).split("\n"):
        if line in HEADS[language]:
            head = line
        if line.strip() and line != head:
            found.setdefault(head, []).append(line.strip())
    return found


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
    "amount": ("CE002", "zh", "正例", ["表二 行政事业性收费 × 本年收费金额（单位：万元）：59237.2449"]),
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
