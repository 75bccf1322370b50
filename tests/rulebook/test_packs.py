"""Packs: rules of others for some bodies only, and shipped rules with another severity there."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from lint import Session, Settings, check_tree, resources
from lint.model.errors import RuleError
from lint.model.finding import Diagnostic, Severity
from lint.model.run import run_of
from lint.model.undecided import NOT_PLACED, Reason
from lint.rulebook.book import load
from lint.rulebook.complete import complete_tree
from lint.rulebook.testing import tried

PACK = """\
name: example-province
title: {zh: 示例省规则, en: Rules of Example Province}
regions: [示例省, 示例市, 例县]
"""
REGRADE = """\
regrade:
  PL002: {severity: error, reason: {zh: 省里要求, en: the province asks for it}}
"""
RULE = """\
id: ZZ001
name: word-of-the-province
title: {zh: 不写某词, en: The word is not written}
why: {zh: 缘由, en: reason}
basis: 依据
since: "0.1"
given: /sections/*/paragraphs/*
severity: warning
check:
  forbid: 某词
message: {zh: "写了“{found}”", en: "it says '{found}'"}
confidence: {zh: 确定, en: certain}
examples:
  good:
    - report: {/sections/overview/paragraphs: [别的]}
  bad:
    - report: {/sections/overview/paragraphs: [这是某词]}
      findings: [{at: /sections/overview/paragraphs/0, values: {found: 某词}}]
"""


def pack(folder: Path, described: str = PACK, **rules: str) -> Path:
    """A folder with a pack and its rule files."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text(described, encoding="utf-8")
    for name, text in rules.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def report(agency: str | None = "示例市水利局", **more: Any) -> dict[str, Any]:
    """A report that says the word, and has fewer documents in force than were issued."""
    tree = complete_tree()
    tree["sections"]["overview"]["paragraphs"].append("这是某词。")
    tree["sections"]["proactive"]["table"]["normative_documents"] = {"issued": 9, "repealed": 0, "in_force": 2}
    if agency is None:
        del tree["agency"]
        tree["title"] = "政府信息公开工作年度报告"
    else:
        tree["agency"] = {"name": agency}
        tree["title"] = f"{agency}2023年政府信息公开工作年度报告"
    return {**tree, **more}


def found(folder: Path, tree: Mapping[str, Any], *rules: str) -> Iterator[Diagnostic]:
    settings = Settings(rules=(folder,), select=rules)
    return iter(check_tree(tree, settings=settings).diagnostics)


# ---------------------------------------------------------------------------------------------------- for whom it is

FOR: dict[str, tuple[str, str | None, str]] = {
    "of-the-region": (PACK, "示例市水利局", "asked"),
    "another-region": (PACK, "样例县水利局", "not asked"),
    "spaces-do-not-matter": (PACK, "例 县水利局", "asked"),
    "no-agency": (PACK, None, "undecided"),
    "no-regions": ("name: every-one\ntitle: {zh: 标题, en: title}\n", "样例县水利局", "asked"),
    "kind": (f"{PACK}kinds: [department]\n", "示例市水利局", "asked"),
    "other-kind": (f"{PACK}kinds: [government]\n", "示例市水利局", "not asked"),
    "level": (f"{PACK}levels: [county]\n", "例县人民政府", "asked"),
    "edition": (f'{PACK}editions: ["2021"]\n', "示例市水利局", "asked"),
    "other-edition": (f'{PACK}editions: ["2019"]\n', "示例市水利局", "not asked"),
}


@pytest.mark.parametrize(("described", "agency", "expected"), FOR.values(), ids=FOR)
def test_for_which_bodies_the_rules_of_a_pack_are_asked(
    described: str, agency: str | None, expected: str, tmp_path: Path
) -> None:
    settings = Settings(rules=(pack(tmp_path, described, own=RULE),), select=("ZZ",))
    tally = check_tree(report(agency), settings=settings).tally
    told = {(0, 0): "not asked", (1, 0): "asked", (0, 1): "undecided"}[tally.failed, tally.undecided]
    assert told == expected


def test_one_session_asks_each_body_anew(tmp_path: Path) -> None:
    """Who is asked what is kept from report to report; the name of the body counts there too."""
    session = Session(Settings(rules=(pack(tmp_path, own=RULE),), select=("ZZ",)))
    trees = [report("示例市水利局"), report("样例县水利局"), report("示例市教育局")]
    results = [check_tree(tree, settings=session.settings).tally.failed for tree in trees]
    assert results == [1, 0, 1]


def test_the_guards_of_rule_and_pack_hold_both(tmp_path: Path) -> None:
    folder = pack(tmp_path, own=RULE.replace("severity:", "when: {year_from: 2024}\nseverity:"))
    assert not list(found(folder, report(), "ZZ"))


def test_a_pack_is_for_its_own_folder(tmp_path: Path) -> None:
    """A folder of packs may be named as a whole; a rule belongs to the nearest pack around it, if any."""
    pack(tmp_path / "a", PACK, own=RULE)
    pack(
        tmp_path / "b",
        PACK.replace("example-province", "other"),
        own=RULE.replace("ZZ001", "ZY001").replace("word", "w"),
    )
    (tmp_path / "free.yaml").write_text(RULE.replace("ZZ001", "ZX001").replace("word", "free"), encoding="utf-8")
    names = {rule.id: rule.pack.name if rule.pack else None for rule in load(folders=(tmp_path,)).rules}
    assert (names["ZZ001"], names["ZY001"], names["ZX001"], names["AR003"]) == ("example-province", "other", None, None)


def test_examples_need_not_say_for_whom_the_pack_is(tmp_path: Path) -> None:
    """They are tried by what the rule file itself says."""
    (outcome,) = tried(load(folders=(pack(tmp_path, own=RULE),)), ("ZZ001",), mutations=False)
    assert outcome.failed == ()


# ----------------------------------------------------------------------------------------------------------- regrading


def regraded(severity: str, rule: str = "PL002") -> str:
    return PACK + REGRADE.replace("PL002", rule).replace("error", severity)


@pytest.mark.parametrize("severity", ["error", "info"])
def test_a_shipped_rule_is_regraded(severity: str, tmp_path: Path) -> None:
    """The finding says which pack made it so, and why; what it is about stays the same."""
    plain = next(found(pack(tmp_path / "none"), report(), "PL002"))
    (one,) = found(pack(tmp_path / "some", regraded(severity)), report(), "PL002")
    assert (plain.severity, one.severity) == (Severity.WARNING, Severity(severity))
    assert (one.fingerprint, one.pointer, one.values) == (plain.fingerprint, plain.pointer, plain.values)
    said = {"error": ("错误", "an error"), "info": ("提示", "a note")}[severity]
    assert one.message.zh == f"{plain.message.zh}（规则包“示例省规则”定为{said[0]}）"
    assert one.message.en == f"{plain.message.en} ({said[1]} by the pack 'Rules of Example Province')"
    assert one.basis.zh.endswith("；规则包“示例省规则”：省里要求")
    assert one.basis.en.endswith("; the pack 'Rules of Example Province': the province asks for it")


def test_a_regrade_decides_the_exit_code(tmp_path: Path) -> None:
    def code(described: str) -> int:
        one = check_tree(report(), settings=Settings(rules=(pack(tmp_path, described),), select=("PL002",)))
        return run_of([one]).summary.exit_code("error")

    assert (code(PACK), code(regraded("error"))) == (0, 1)


def test_the_same_severity_is_not_mentioned(tmp_path: Path) -> None:
    (one,) = found(pack(tmp_path, regraded("warning")), report(), "PL002")
    assert "示例省" not in one.message.zh + one.basis.zh


def test_other_bodies_are_not_regraded(tmp_path: Path) -> None:
    (one,) = found(pack(tmp_path, regraded("error")), report("样例县水利局"), "PL002")
    assert (one.severity, "示例省" in one.message.zh) == (Severity.WARNING, False)


def test_where_the_body_is_unknown_so_is_the_severity(tmp_path: Path) -> None:
    """The finding keeps the severity of the rule, and the question is counted as undecided."""
    settings = Settings(rules=(pack(tmp_path, regraded("error")),), select=("PL002",))
    one = check_tree(report(None), settings=settings)
    assert [found.severity for found in one.diagnostics] == [Severity.WARNING]
    assert one.undecided == (("PL002", Reason("", NOT_PLACED)),)


def test_of_several_packs_the_last_counts(tmp_path: Path) -> None:
    first = pack(tmp_path / "a", regraded("info"))
    last = pack(tmp_path / "b", regraded("error").replace("example-province", "last"))
    one = check_tree(report(), settings=Settings(rules=(first, last), select=("PL002",)))
    assert [found.severity for found in one.diagnostics] == [Severity.ERROR]


@pytest.mark.parametrize("severity", ["error", "info"])
def test_milder_findings_of_a_rule_stay_milder(severity: str, tmp_path: Path) -> None:
    """A pack does not raise what the rule itself is less sure of: here, a fifth of the applications carried over."""
    tree = complete_tree()
    table = tree["sections"]["applications"]["table"]
    table["new"] |= {"natural_person": 60, "total": 60}
    table["results"]["granted"] |= {"natural_person": 47, "total": 47}
    table["results"]["total"] |= {"natural_person": 47, "total": 47}
    table["carried_out"] |= {"natural_person": 13, "total": 13}
    (one,) = found(pack(tmp_path, regraded(severity, "PL012")), tree, "PL012")
    assert (one.severity, "示例省" in one.message.zh) == (Severity.INFO, False)


def test_a_regraded_rule_is_tried_as_it_is_shipped(tmp_path: Path) -> None:
    (outcome,) = tried(load(folders=(pack(tmp_path, regraded("error")),)), ("PL002",), mutations=False)
    assert outcome.failed == ()


# -------------------------------------------------------------------------------------------------- what does not load

BROKEN: dict[str, tuple[str, tuple[int, int], str, str]] = {
    "misspelt-key": (PACK.replace("regions", "region"), (3, 9),
        "unknown key /region; did you mean 'regions'?", "是否想写"),
    "no-title": ("name: some-pack\n", (1, 1), "/title is missing: what the pack is", "缺少 /title"),
    "one-language": ("name: some-pack\ntitle: {zh: 标题}\n", (2, 8), "/title/en is missing", "缺少 /title/en"),
    "unknown-kind": (f"{PACK}kinds: [goverment]\n", (4, 9),
        "there is no 'goverment' among kinds; did you mean 'government'?", "没有“goverment”，是否想写“government”？"),
    "unknown-level": (f"{PACK}levels: [city]\n", (4, 10), "there is no 'city' among levels", "没有“city”"),
    "number-for-an-edition": (f"{PACK}editions: [2021]\n", (4, 12),
        "/editions/0 should be text, not '2021': a number that is meant as text stands in quotation marks", "请加引号"),
    "unknown-rule": (regraded("error", "PL02"), (5, 9),
        "no rule 'PL02' is shipped; did you mean 'PL0", "没有自带的规则"),
    "rule-of-the-linter": (regraded("error", "LT001"), (5, 10), "rules of family LT tell of the check itself", "LT 族"),
    "unknown-severity": (regraded("eror"), (5, 21), "/regrade/PL002/severity cannot be 'eror'; did you mean 'error'?",
        "不能是“eror”"),
    "no-reason": (f"{PACK}regrade:\n  PL002: {{severity: error}}\n", (5, 10),
        "/regrade/PL002/reason is missing: why, with the document", "缺少 /regrade/PL002/reason"),
    "no-mapping": ("- a\n", (1, 1), "a mapping is expected", "应为一组键值"),
}  # fmt: skip


@pytest.mark.parametrize(("described", "place", "english", "chinese"), BROKEN.values(), ids=BROKEN)
def test_broken(described: str, place: tuple[int, int], english: str, chinese: str, tmp_path: Path) -> None:
    with pytest.raises(RuleError) as raised:
        load(folders=(pack(tmp_path, described),))
    error = raised.value
    assert error.words.en.startswith(english)
    assert chinese in error.words.zh
    assert error.place is not None
    assert (error.source, error.place.line, error.place.column) == (str(tmp_path / "pack.yaml"), *place)


def test_two_packs_of_one_name(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=re.escape(f"is taken by the pack {tmp_path / 'a' / 'pack.yaml'}")) as raised:
        load(folders=(pack(tmp_path / "a"), pack(tmp_path / "b")))
    assert raised.value.source == str(tmp_path / "b" / "pack.yaml")


def test_a_rule_that_its_pack_lets_nobody_ask(tmp_path: Path) -> None:
    rule = RULE.replace("severity:", "when: {kind: government}\nseverity:")
    with pytest.raises(RuleError, match="rule ZZ001 and its pack example-province have no kind in common"):
        load(folders=(pack(tmp_path, f"{PACK}kinds: [department]\n", own=rule),))


def test_every_key_is_described() -> None:
    """For the editor, which shows them as one types; of rule files and of packs."""
    assert not [at for name in ("rule", "pack") for at in undescribed(resources.schema(f"{name}.schema.json"), name)]


def undescribed(schema: Mapping[str, Any], at: str) -> Iterator[str]:
    parts = {
        **schema.get("properties", {}),
        **{f"$defs/{name}": part for name, part in schema.get("$defs", {}).items()},
    }
    for name, part in parts.items():
        if not part.get("description"):
            yield f"{at}/{name}"
        yield from undescribed(part, f"{at}/{name}")
    for name in ("items", "additionalProperties"):
        if isinstance(schema.get(name), Mapping):
            yield from undescribed(schema[name], f"{at}/{name}")
