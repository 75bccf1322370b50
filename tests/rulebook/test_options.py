"""Options of rules: declared in the rule file, set in the configuration, read by the rule."""

from decimal import Decimal
from pathlib import Path

import pytest

from lint.api import check_tree
from lint.model.errors import ConfigError, RuleError
from lint.model.settings import Settings
from lint.rulebook.book import load

RULE = """\
id: XX001
name: some-rule
title: {zh: 标题, en: title}
why: {zh: 缘由, en: reason}
basis: 依据
since: "0.1"
severity: info
options:
  longest: {type: integer, default: 5, about: {zh: 最长, en: longest}}
  share: {type: decimal, default: "0.5", about: {zh: 比例, en: share}}
  word: {type: text, default: 示例, about: {zh: 词, en: word}}
  strict: {type: truth, default: false, about: {zh: 从严, en: strict}}
check: {python: true}
message: {zh: "{said}", en: "{said}"}
confidence: {zh: 确定, en: certain}
examples:
  good: [{report: {/year: 2023}}]
  bad: [{report: {/year: 2023}, findings: [{at: /year}]}]
"""
FUNCTION = """
from lint.authoring import Finding

def check(here):
    below = here / "year"
    names = ("longest", "share", "word", "strict")
    yield Finding("/year", {"said": repr([below.root.options[name] for name in names])})
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one rule that says its options."""
    (tmp_path / "own.yaml").write_text(RULE, encoding="utf-8")
    (tmp_path / "own.py").write_text(FUNCTION, encoding="utf-8")
    return tmp_path


def said(folder: Path, **options: object) -> str:
    """What the rule reads as its options."""
    settings = Settings(select=("XX001",), rules=(folder,), options={"XX001": options} if options else {})
    (found,) = check_tree({"year": 2023}, settings=settings).diagnostics
    return found.message.en


READ = {
    "defaults": ({}, "[5, Decimal('0.5'), '示例', False]"),
    "one": ({"longest": 7}, "[7, Decimal('0.5'), '示例', False]"),
    "all": (
        {"longest": 0, "share": Decimal("0.25"), "word": "", "strict": True},
        "[0, Decimal('0.25'), '', True]",
    ),
    "whole-number-for-decimal": ({"share": 1}, "[5, Decimal('1'), '示例', False]"),
}


@pytest.mark.parametrize(("options", "values"), READ.values(), ids=READ)
def test_a_rule_reads_its_options(folder: Path, options: dict[str, object], values: str) -> None:
    assert said(folder, **options) == values


def test_an_option_belongs_to_its_run(folder: Path) -> None:
    """Nothing of one run is left for the next."""
    assert [said(folder, longest=7)[:3], said(folder)[:3]] == ["[7,", "[5,"]


REFUSED: dict[str, tuple[dict[str, dict[str, object]], str]] = {
    "unknown-rule": ({"XX002": {}}, "unknown key 'options.XX002'; did you mean 'XX001'?"),
    "nothing-like-it": ({"colour": {}}, "unknown key 'options.colour'"),
    "rule-without-options": ({"AR001": {"longest": 1}}, "unknown key 'options.AR001.longest'"),
    "empty-table-of-a-rule-without-options": ({"AR001": {}}, "rule AR001 has no options"),
    "unknown-option": ({"XX001": {"long": 1}}, "unknown key 'options.XX001.long'; did you mean 'longest'?"),
    "text-for-integer": ({"XX001": {"longest": "7"}}, "'options.XX001.longest' should be a whole number, not '7'"),
    "truth-for-integer": ({"XX001": {"longest": True}}, "'options.XX001.longest' should be a whole number, not 'true'"),
    "fraction-for-integer": (
        {"XX001": {"longest": Decimal("1.5")}},
        "'options.XX001.longest' should be a whole number, not '1.5'",
    ),
    "no-number": ({"XX001": {"share": Decimal("nan")}}, "'options.XX001.share' should be a number, not 'NaN'"),
    "number-for-text": ({"XX001": {"word": 1}}, "'options.XX001.word' should be text, not '1'"),
    "number-for-truth": ({"XX001": {"strict": 1}}, "'options.XX001.strict' should be true or false, not '1'"),
}


@pytest.mark.parametrize(("options", "words"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused(folder: Path, options: dict[str, dict[str, object]], words: str) -> None:
    with pytest.raises(ConfigError) as raised:
        load(folders=(folder,), options=options)
    assert raised.value.words.en == words


BROKEN = {
    "integer": ("default: 5", "default: five", "'options/longest/default' should be a whole number, not 'five'"),
    "decimal": ('default: "0.5"', "default: half", "'options/share/default' should be a number, not 'half'"),
    "unknown-type": (
        "type: text",
        "type: colour",
        "/options/word/type cannot be 'colour' (known: integer, decimal, text, truth)",
    ),
    "no-words": (", about: {zh: 词, en: word}", "", "/options/word/about is missing: what the option changes"),
}


@pytest.mark.parametrize(("old", "new", "words"), BROKEN.values(), ids=BROKEN)
def test_a_rule_file_whose_options_are_wrong(folder: Path, old: str, new: str, words: str) -> None:
    (folder / "own.yaml").write_text(RULE.replace(old, new), encoding="utf-8")
    with pytest.raises(RuleError) as raised:
        load(folders=(folder,))
    assert raised.value.words.en == words
