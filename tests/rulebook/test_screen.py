"""The key ``screen`` of a rule file: what a shipped rule says of when it need not be asked, and others in vain."""

from pathlib import Path

import pytest

from lint import Session, Settings
from lint.model.rule import FORM, Screen
from lint.rulebook.book import load
from lint.rulebook.complete import complete_tree
from lint.rulebook.rule_file import parse, rule_of
from tests.engine.test_makes import flat
from tests.rulebook.test_rule_errors import RULE, rules

PACK = "name: ours\ntitle: {zh: 我们的, en: ours}\n"
OF_A_WORD = """\
id: XX001
name: some-word
title: {zh: 标题, en: title}
why: {zh: 缘由, en: reason}
basis: 依据
since: "0.1"
given: /sections/*/paragraphs/*
severity: error
check:
  forbid: 甲
screen: {}
message: {zh: "{found}", en: "{found}"}
confidence: {zh: 确定, en: certain}
examples:
  good:
    - report: {/sections/overview/paragraphs: [乙]}
  bad:
    - report: {/sections/overview/paragraphs: [甲]}
      findings: [{at: /sections/overview/paragraphs/0, values: {found: 甲}}]
"""

SAID: dict[str, tuple[str, Screen | None]] = {
    "nothing": ("", None),
    "the-form-alone": ("screen: {}\n", FORM),
    "signs": ("screen: {signs: '甲|[乙丙]'}\n", Screen("甲|[乙丙]")),
    "escapes-of-re2": (r"screen: {beside: '[\pZ\x{85}]'}" + "\n", Screen(beside=r"[\pZ\x{85}]")),
    "conditions": ("screen: {conditions: [rows, own_year]}\n", Screen(conditions=("rows", "own_year"))),
    "all": ("screen:\n  signs: 甲\n  beside: 乙\n  conditions: [dated]\n", Screen("甲", ("dated",), "乙")),
}


@pytest.mark.parametrize(("written", "screen"), SAID.values(), ids=SAID)
def test_what_a_rule_file_says(tmp_path: Path, written: str, screen: Screen | None) -> None:
    folder = rules(tmp_path, a__yaml=RULE.replace("check:\n", f"{written}check:\n"))
    assert rule_of(parse(folder / "a.yaml")).screen == screen


def test_shipped_rules_keep_it_when_compiled(tmp_path: Path) -> None:
    """In the first run and, from the cache, in the next."""
    for _ in range(2):
        found = {rule.id: rule.screen for rule in load(tmp_path).rules}
        assert (found["ST002"], found["CE007"], found["AR001"]) == (FORM, Screen("", ("rows",)), None)
        assert found["ST009"] is not None
        assert "报告期" in found["ST009"].signs


@pytest.mark.parametrize("more", [{}, {"pack__yaml": PACK}], ids=["alone", "of-a-pack"])
def test_that_of_another_is_not_heeded(tmp_path: Path, more: dict[str, str]) -> None:
    """Reports of one make, of which the first is clean: the rule is asked of each, though its file says otherwise."""
    session = Session(Settings(rules=(rules(tmp_path, a__yaml=OF_A_WORD, **more),), select=("XX",)))
    found = []
    for word in ("乙", "甲", "乙"):
        tree = complete_tree()
        tree["sections"]["overview"]["paragraphs"] = [word]
        found.append([one.rule for one in session.check_report(flat(tree)).diagnostics])
    assert found == [[], ["XX001"], []]


def test_that_of_the_extended_rule_is_not_taken_over(tmp_path: Path) -> None:
    folder = rules(tmp_path, a__yaml="id: XX001\nextends: ST002\n")
    assert next(rule for rule in load(folders=(folder,)).rules if rule.id == "XX001").screen is None
