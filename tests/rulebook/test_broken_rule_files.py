"""Broken rule files: each error says file, line and column, what was expected, and the nearest valid word."""

import os
from pathlib import Path

import pytest

from lint.model.errors import RuleError
from lint.rulebook.book import load
from lint.rulebook.rule_file import parse
from tests.cli.support_cli import run_inside
from tests.rulebook.test_rule_errors import RELATION, RULE, rules

# What is changed in the rule, the line and column of the error, its English words as they begin, and some of the
# Chinese ones.
BROKEN: dict[str, tuple[str, str, tuple[int, int], str, str]] = {
    # Keys and words that do not exist, with the nearest that does.
    "misspelt-key": ("severity: error", "severty: error", (8, 10),
        "unknown key /severty; did you mean 'severity'?", "是否想写“severity”？"),
    "misspelt-kind": (RELATION, '  relatoin: "total = upheld"', (10, 13),
        "unknown key /check/relatoin; did you mean 'relation'?", "不认识的键 /check/relatoin"),
    "misspelt-key-of-an-example": ("    - report: {/sections/disputes/table/reconsideration: [1, 0, 0, 0, 1]}",
        "    - reports: {}", (15, 16),
        "unknown key /examples/good/0/reports; did you mean 'report'?", "是否想写“report”？"),
    "key-like-none": ("severity: error", "severity: error\ncolour: red", (9, 9),
        "unknown key /colour (known: id, name, title, why, basis, since, status, severity, given, needs, when",
        "不认识的键 /colour（可用：id、name"),
    "extend-which-is-no-key": ("severity: error", "severity: error\nextend: XX001", (9, 9),
        "unknown key /extend", "不认识的键 /extend"),
    "misspelt-severity": ("severity: error", "severity: eror", (8, 11),
        "/severity cannot be 'eror'; did you mean 'error'?", "/severity 不能是“eror”，是否想写“error”？"),
    "misspelt-status": ("severity: error", "severity: error\nstatus: stabel", (9, 9),
        "/status cannot be 'stabel'; did you mean 'stable'?", "是否想写“stable”？"),
    "misspelt-remark": (RELATION, "  remark: [full-widht]", (10, 12),
        "/check/remark/0 cannot be 'full-widht'; did you mean 'full-width'?", "是否想写“full-width”？"),
    "misspelt-keyword": (RELATION, "  schema: [requierd]", (10, 12),
        "there is no keyword 'requierd'; did you mean 'required'?", "没有“requierd”这种约束"),
    "misspelt-topic": (RELATION, "  stated: recieved", (10, 11), "unknown topic 'recieved'; did you mean 'received'?",
        "不认识的统计对象“recieved”，是否想写“received”？"),
    "misspelt-body": ("severity: error", "severity: error\nwhen: {kind: goverment}", (9, 14),
        "there is no kind 'goverment'; did you mean 'government'?", "没有“goverment”，是否想写“government”？"),
    "misspelt-level": ("severity: error", "severity: error\nwhen: {level: [county, provicial]}", (9, 24),
        "there is no level 'provicial'; did you mean 'provincial'?", "是否想写“provincial”？"),
    "unknown-edition": ("severity: error", 'severity: error\nwhen: {edition: "2020"}', (9, 17),
        "there is no edition '2020'; did you mean '2021'?", "没有“2020”"),
    "misspelt-condition": ("severity: error", "severity: error\nscreen: {conditions: [rows, datde]}", (9, 29),
        "/screen/conditions/1 cannot be 'datde'; did you mean 'dated'?", "不能是“datde”，是否想写“dated”？"),
    "condition-like-none": ("severity: error", "severity: error\nscreen: {conditions: [whole]}", (9, 23),
        "/screen/conditions/0 cannot be 'whole' (known: usual_title, own_year, dated, applied, rows, relations)",
        "（可用：usual_title、own_year、dated、applied、rows、relations）"),
    "misspelt-key-of-a-screen": ("severity: error", "severity: error\nscreen: {sings: 甲}", (9, 17),
        "unknown key /screen/sings; did you mean 'signs'?", "是否想写“signs”？"),
    # Of another sort than expected.
    "text-for-a-screen": ("severity: error", "severity: error\nscreen: form", (9, 9),
        "/screen should be a mapping, not 'form'", "/screen 应为一组键值，却是“form”"),
    "blank-for-a-screen": ("severity: error", "severity: error\nscreen:", (9, 8),
        "/screen should be a mapping, not 'null'", "/screen 应为一组键值"),
    "one-text-for-conditions": ("severity: error", "severity: error\nscreen: {conditions: rows}", (9, 22),
        "/screen/conditions should be a list, not 'rows'", "/screen/conditions 应为列表"),
    "nothing-in-a-pattern": ("severity: error", 'severity: error\nscreen: {signs: ""}', (9, 17),
        "/screen/signs should be text of 1 or more characters", "至少 1 个字"),
    "text-for-a-mapping": ("title: {zh: 标题, en: title}", "title: 标题", (3, 8),
        "/title should be a mapping, not '标题'", "/title 应为一组键值，却是“标题”"),
    "list-for-text": ("name: some-rule", "name: [some-rule]", (2, 7), "/name should be text, not '[…]'", "应为文字"),
    "number-for-text": ('since: "0.1"', "since: 1", (6, 8),
        "/since should be text, not '1': a number that is meant as text stands in quotation marks", "请加引号"),
    "blank-for-text": ("name: some-rule", "name:", (2, 6), "/name should be text, not 'null'", "/name 应为文字"),
    "text-for-truth": (RELATION, '  python: "yes"', (10, 11), "/check/python should be true, not 'yes'",
        "/check/python 应为 true"),
    "one-text-for-a-list": (RELATION, "  conditions: total > 3", (10, 15),
        "/check/conditions should be a list, not 'total > 3'", "应为列表"),
    "basis-missing": ("basis: 依据\n", "", (1, 1),
        "/basis is missing: the law or document with its article", "缺少 /basis"),
    "language-missing": ("why: {zh: 缘由, en: reason}", "why: {zh: 缘由}", (4, 6), "/why/en is missing: english",
        "缺少 /why/en"),
    "nothing-in-a-text": ("en: reason", 'en: ""', (4, 19),
        "/why/en should be text of 1 or more characters", "至少 1 个字"),
    # What does not go together.
    "two-kinds": (RELATION, f"{RELATION}\n  forbid: 甲", (10, 3),
        "a check is of one kind, not of several: relation, forbid", "check 只能有一种"),
    "no-kind": (RELATION, "  at: total", (10, 3), "the check has no kind; one of these is expected: relation, ",
        "check 没有种类"),
    "key-of-another-kind": (RELATION, f"{RELATION}\n  certain: error", (11, 12), "certain goes with stated only",
        "certain 只与 stated 同用"),
    "needs-missing": (RELATION, "  change: {least: 5, base: 1}", (10, 3),
        "a check of kind change has to say needs: years", "须同时写 needs: years"),
    "id-in-small-letters": ("id: XX001", "id: xx001", (1, 5),
        "an id is two capital letters and three digits, such as ZZ001, not 'xx001'", "编号应为两个大写字母和三位数字"),
    "id-of-the-linter": ("id: XX001", "id: LT999", (1, 5), "family LT is for checks of kind linter, and no other",
        "LT 族只用于程序自身的规则"),
    "name-with-spaces": ("name: some-rule", "name: Some Rule", (2, 7),
        "a name is of small letters, digits and hyphens, such as row-total, not 'Some Rule'", "名称应由小写字母"),
    "value-that-there-is-not": ('en: "{left} {right}"', 'en: "{left} {rigth}"', (11, 37),
        "a finding of kind relation has no value 'rigth'; did you mean 'right'?", "relation 没有值“rigth”"),
    "value-with-a-format": ('zh: "{left} {right}"', 'zh: "{left:d} {right}"', (11, 15),
        "braces hold the name of a value and nothing else, not '{left:d}'", "花括号中只能写值的名称"),
    "value-of-a-value": ('zh: "{left} {right}"', 'zh: "{left.x} {right}"', (11, 15),
        "braces hold the name of a value and nothing else, not '{left.x}'", "花括号中只能写值的名称"),
    # Places that no report has.
    "unknown-section": ("/sections/disputes/table/*\n", "/sections/dispute/table/*\n", (7, 8),
        "no report has '/sections/dispute/table/*': no 'dispute'; did you mean 'disputes'?", "是否想写“disputes”？"),
    "below-a-leaf": ("/sections/disputes/table/*\n", "/sections/overview/heading/first\n", (7, 8),
        "no report has '/sections/overview/heading/first': nothing lies below there", "在报告中不存在"),
    "place-without-its-slash": ("/sections/disputes/table/*\n", "sections/disputes\n", (7, 8),
        "'sections/disputes' should begin with /", "应以 / 开头"),
    "unknown-cell-to-point-at": (RELATION, f"{RELATION}\n  at: totl", (10, 13),
        "at: there is no 'totl' under /sections/disputes/table/reconsideration; did you mean 'total'?", "下没有“totl”"),
    "unknown-cell": (RELATION, '  relation: "total = uphled"', (10, 13),
        "no cell of the form fits the relation under /sections/disputes/table/*; did you mean 'upheld'?",
        "没有符合关系式的单元格，是否想写“upheld”？"),
    "sum-of-nothing": (RELATION, '  relation: "total = sum(result/**)"', (10, 13),
        "there is no cell to add up: sum(result/**)", "没有单元格可加"),
    "name-that-nothing-fills": (RELATION, '  relation: "total = sum({column}/**)"', (10, 13),
        "nothing says what {column} stands for", "代表什么无从得知"),
    # YAML that is none, or more than is needed.
    "key-twice": ("name: some-rule", "name: some-rule\nname: other", (3, 1),
        'the key "name" stands twice: on line 2 and on line 3', "键“name”重复：第 2 行和第 3 行"),
    "tab": (RELATION, "\t" + RELATION.lstrip(), (10, 1), "indent with spaces, not with tabs", "缩进不能用制表符"),
    "anchor": ("basis: 依据", "basis: &a 依据", (5, 8), "anchors (&) are not allowed", "不支持锚点"),
    "alias-bomb": ("basis: 依据", "basis: [*a, *a, *a, *a, *a, *a, *a, *a, *a]", (5, 9),
        "aliases (*) are not allowed", "不支持别名"),
    "merge": ("basis: 依据", "<<: {a: b}\nbasis: 依据", (5, 1), "merge keys << are not allowed", "不支持合并键"),
    "two-documents": ("id: XX001", "id: XX001\n---\nid: XX002", (2, 1),
        "only one document (---) is allowed", "多个文档"),
    # Patterns.
    "pattern-that-may-never-end": (RELATION, '  forbid: ["甲", "(?:乙+)+丙"]', (10, 17),
        "a repetition inside a repetition may never end", "重复里套重复"),
    "pattern-of-many-ways": (RELATION, '  forbid: ".*.*.*"', (10, 11),
        "the repetitions of this pattern may take very long; use bounds such as {0,40}", "请用 {0,40} 之类的上限"),
    "pattern-that-is-none": (RELATION, '  match: "[甲"', (10, 10),
        "not a regular expression: unterminated character set at position 0", "正则表达式有误"),
}  # fmt: skip


def broken(old: str, new: str) -> str:
    """The rule with one change; the message of another kind of check names no value of a relation."""
    assert RULE.count(old) == 1
    changed = RULE.replace(old, new)
    return changed if "relation" in changed else changed.replace("{left} {right}", "{where}")


@pytest.mark.parametrize(("old", "new", "place", "english", "chinese"), BROKEN.values(), ids=BROKEN)
def test_broken(tmp_path: Path, old: str, new: str, place: tuple[int, int], english: str, chinese: str) -> None:
    with pytest.raises(RuleError) as raised:
        load(folders=(rules(tmp_path, a__yaml=broken(old, new)),))
    error = raised.value
    assert error.words.en.startswith(english)
    assert chinese in error.words.zh
    assert error.place is not None
    assert (error.source, error.place.line, error.place.column) == (str(tmp_path / "a.yaml"), *place)


def test_the_command_ends_with_2(tmp_path: Path) -> None:
    """Before anything is listed or checked, in the language of the user."""
    folder = rules(tmp_path, a__yaml=broken("severity: error", "severty: error"))
    for language, words in (("C.UTF-8", "不认识的键 /severty，是否想写"), ("en_US.UTF-8", "unknown key /severty; did")):
        done = run_inside("rules", "list", "--rules", folder, variables={"LC_ALL": language})
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith(f"xxgk-lint: {tmp_path / 'a.yaml'}:8:10: {words}")


# The bytes of a file, its line where there is one, its English words as they begin.
WHOLE: dict[str, tuple[bytes, int | None, str]] = {
    "empty": (b"", None, "the file is empty"),
    "only-a-comment": (b"# nothing\n", 1, "the file has no content"),
    "list": (b"- id: XX001\n", 1, "a mapping is expected: id, name, title and so on"),
    "huge": (b"#" * (21 * 2**20), None, "the file is larger than 20 MB"),
    "larger-than-yaml-may-be": (b"#" * (3 * 2**20), None, "the YAML file is larger than 2 MB"),
    "gbk": ("id: 编号".encode("gbk"), 1, "a rule file has to be UTF-8: save it so"),
    "no-text": (b"id: \xff\xfe", 1, "a rule file has to be UTF-8: save it so"),
    "bomb-of-aliases": (b"a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n", 1, "anchors (&) are not allowed"),
    "deep": (b"a: " + b"[" * 100_000, 1, "nested"),
    "many": (b"- " * 200_000, 1, "nested"),
}


@pytest.mark.parametrize(("content", "line", "words"), WHOLE.values(), ids=WHOLE)
def test_files_that_are_no_rules(tmp_path: Path, content: bytes, line: int | None, words: str) -> None:
    (tmp_path / "a.yaml").write_bytes(content)
    with pytest.raises(RuleError) as raised:
        load(folders=(tmp_path,))
    assert raised.value.words.en.startswith(words)
    assert (raised.value.source, raised.value.place and raised.value.place.line) == (str(tmp_path / "a.yaml"), line)


def test_a_byte_order_mark_is_no_matter(tmp_path: Path) -> None:
    """Editors on Windows write one."""
    for encoding in ("utf-8-sig", "utf-16"):
        (tmp_path / "a.yaml").write_bytes(RULE.encode(encoding))
        assert parse(tmp_path / "a.yaml").spec["id"] == "XX001"


FILE_NAMES = {
    "other-id": ("xx002_some_rule.yaml", "the id XX001 is not that of the file name xx002_some_rule.yaml"),
    "other-family": ("ce001.yaml", "the id XX001 is not that of the file name ce001.yaml"),
}


@pytest.mark.parametrize(("name", "words"), FILE_NAMES.values(), ids=FILE_NAMES)
def test_a_file_named_for_another_rule(tmp_path: Path, name: str, words: str) -> None:
    (tmp_path / name).write_text(RULE, encoding="utf-8")
    with pytest.raises(RuleError) as raised:
        load(folders=(tmp_path,))
    assert (raised.value.words.en, raised.value.place and raised.value.place.line) == (words, 1)


def test_files_that_are_named_otherwise_may_hold_any_rule(tmp_path: Path) -> None:
    for name in ("xx001_some_rule.yaml", "xx001.yaml", "ours.yaml", "xx0010.yaml"):
        (tmp_path / name).write_text(RULE, encoding="utf-8")
        assert parse(tmp_path / name).spec["id"] == "XX001"


@pytest.mark.skipif(os.name != "posix", reason="not run: links and pipes are those of POSIX")
def test_a_folder_that_holds_no_plain_files(tmp_path: Path) -> None:
    """A link that leads back up is not followed for ever; a pipe is no rule file, and is not waited for."""
    folder = tmp_path / "own"
    folder.mkdir()
    for name in ("one", "two"):
        (folder / name).symlink_to(folder, target_is_directory=True)
    rules(folder, a__yaml=RULE)
    assert len(load(folders=(folder,)).rules) == len(load().rules) + 1
    os.mkfifo(folder / "b.yaml")
    with pytest.raises(RuleError) as raised:
        load(folders=(folder,))
    assert (raised.value.source, raised.value.words.en) == (str(folder / "b.yaml"), "this is no regular file")


@pytest.mark.skipif(os.name != "posix", reason="not run: links are those of POSIX")
def test_a_link_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "gone")
    with pytest.raises(RuleError) as raised:
        load(folders=(tmp_path,))
    assert (raised.value.source, raised.value.words.en) == (
        str(tmp_path / "a.yaml"), "cannot be read: No such file or directory",
    )  # fmt: skip
