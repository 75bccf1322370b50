"""Rule files that do not load: each says which file, which line, and why."""

from pathlib import Path

import pytest

from lint.model.errors import RuleError
from lint.rulebook.book import load

RULE = """\
id: XX001
name: some-rule
title: {zh: 标题, en: title}
why: {zh: 缘由, en: reason}
basis: 依据
since: "0.1"
given: /sections/disputes/table/*
severity: error
check:
  relation: "total = upheld + corrected + other + pending"
message: {zh: "{left} {right}", en: "{left} {right}"}
confidence: {zh: 确定, en: certain}
examples:
  good:
    - report: {/sections/disputes/table/reconsideration: [1, 0, 0, 0, 1]}
  bad:
    - report: {/sections/disputes/table/reconsideration: [1, 0, 0, 0, 2]}
      findings: [{at: /sections/disputes/table/reconsideration/total, values: {left: "2", right: "1"}}]
"""
RELATION = '  relation: "total = upheld + corrected + other + pending"'


def rules(folder: Path, **files: str) -> Path:
    """A folder of rule files; ``__`` in a name stands for the dot."""
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, encoding="utf-8")
    return folder


def test_the_rule_itself_loads(tmp_path: Path) -> None:
    """The rule that is broken below loads as it stands, beside the bundled ones."""
    book = load(folders=(rules(tmp_path, a__yaml=RULE),))
    assert [rule.source for rule in book.rules if rule.id == "XX001"] == [str(tmp_path / "a.yaml")]
    assert len(book.rules) == len(load().rules) + 1


# The line to be changed, what stands in its place, the line of the error, and its words.
BROKEN: dict[str, tuple[str, str, int | None, str]] = {
    "unknown-key": ("severity: error", "severity: error\ncolour: red", 9, "unknown key /colour"),
    "key-missing": ("since: \"0.1\"\n", "", 1, "/since is missing"),
    "unknown-severity": ("severity: error", "severity: fatal", 8,
        "/severity cannot be 'fatal' (known: error, warning, info)"),
    "number-for-text": ('since: "0.1"', "since: 0.1", 6,
        "/since should be text, not '0.1': a number that is meant as text stands in quotation marks"),
    "id-too-long": ("id: XX001", "id: XX0001", 1, "/id should be text of at most 5 characters, not 'XX0001'"),
    "one-language": ("{zh: 标题, en: title}", "{zh: 标题}", 3, "/title/en is missing"),
    "empty-words": ("en: reason", 'en: ""', 4, "/why/en should be text of 1 or more characters, not ''"),
    "no-good-example": ("  good:\n    - report: {/sections/disputes/table/reconsideration: [1, 0, 0, 0, 1]}\n", "",
        14, "/examples/good is missing"),
    "no-check": (f"check:\n{RELATION}\n", "check: {}\n", 9,
        "/check is empty; one of these is expected: relation, conditions, "),
    "unknown-check": (RELATION, "  equation: a = b", 10, "unknown key /check/equation"),
    "no-relation": (RELATION, '  relation: "total + upheld"', 10,
        "a relation has exactly one comparison: total + upheld"),
    "bad-term": (RELATION, '  relation: "total = upheld * pending"', 10,
        "cannot read '* pending' in the relation 'total = upheld * pending'"),
    "unknown-cell": (RELATION, '  relation: "total = won"', 10,
        "no cell of the form fits the relation under /sections/disputes/table/*"),
    "place-without-cells": ("given: /sections/disputes/table/*", "given: /sections/overview", 10,
        "no cell of the form fits the relation under /sections/overview"),
    "bad-pattern": (RELATION, '  forbid: "(a"', 10,
        "not a regular expression: missing ), unterminated subpattern at position 0"),
    "dangerous-pattern": (RELATION, '  forbid: "(?:a+)+b"', 10, "a repetition inside a repetition may never end"),
    "dangerous-pattern-in-a-list": (RELATION, '  match: ["a", "(a)\\\\1"]', 10, "a pattern may not refer to a group"),
    "languages-differ": ('en: "{left} {right}"', 'en: "{left}"', 11, "the languages use different values: right"),
    "bad-template": ('zh: "{left} {right}"', 'zh: "{left {right}"', 11, "bad message template: "),
    "no-python-file": (RELATION, "  python: true", 10, "the file a.py beside the rule is missing"),
    "doubled-key": ("name: some-rule", "name: some-rule\nname: other", 3, ""),
    "no-yaml": ("id: XX001", "id: [XX001", 2, ""),
    "tab-for-indentation": (RELATION, RELATION.replace("  ", "\t", 1), 10, ""),
    "tag": ("basis: 依据", "basis: !!python/object/apply:os.system [ls]", 5, ""),
    "alias": ("basis: 依据", "basis: &a 依据", 5, ""),
    "bad-condition": (RELATION, '  conditions: [{holds: ["total > upheld > 0"]}]', 10,
        "a relation has exactly one comparison: total > upheld > 0"),
    "condition-without-comparisons": (RELATION, "  conditions: [{holds: []}]", 10,
        "/check/conditions/0/holds should be a list of 1 or more, not '[]'"),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "line", "words"), BROKEN.values(), ids=BROKEN)
def test_broken(tmp_path: Path, old: str, new: str, line: int | None, words: str) -> None:
    """A rule that does not load stops the run with file, line and reason, in both languages."""
    assert RULE.count(old) == 1
    broken = RULE.replace(old, new)
    if old == RELATION and "relation:" not in new:
        broken = broken.replace("{left} {right}", "{where}")  # the values of a relation
    with pytest.raises(RuleError) as raised:
        load(folders=(rules(tmp_path, a__yaml=broken),))
    error = raised.value
    assert (error.source, error.place and error.place.line) == (str(tmp_path / "a.yaml"), line)
    assert error.located().startswith(f"{tmp_path / 'a.yaml'}:{line}")
    assert error.words.en.startswith(words)
    assert error.words.zh
    assert error.words.zh != error.words.en


WHOLE: dict[str, tuple[bytes, int | None, str]] = {
    "empty": (b"", None, "the file is empty"),
    "list": (b"- id: XX001\n", 1, "a mapping is expected"),
    "text": (b"rule\n", 1, "a mapping is expected"),
    "other-encoding": ("id: 年".encode("utf-32"), None, "the encoding UTF-32 is not supported"),
    "deep": (b"[" * 30_000, 1, ""),
    "control-character": (b"id: \x00\n", None, ""),
}


@pytest.mark.parametrize(("content", "line", "words"), WHOLE.values(), ids=WHOLE)
def test_files_that_are_no_rules_at_all(tmp_path: Path, content: bytes, line: int | None, words: str) -> None:
    """Whatever a file in the folder holds, it is said which one it is."""
    (tmp_path / "a.yaml").write_bytes(content)
    with pytest.raises(RuleError) as raised:
        load(folders=(tmp_path,))
    error = raised.value
    assert error.source == str(tmp_path / "a.yaml")
    assert line is None or (error.place and error.place.line) == line
    assert error.words.en.startswith(words)


# The Python beside a rule; the line of its error, and its words.
PYTHON: dict[str, tuple[str, int | None, str]] = {
    "syntax": ("def check(here):\n    return (1\n", 2, "a.py: SyntaxError: '(' was never closed"),
    "indentation": ("def check(here):\nreturn 1\n", 2, "a.py: IndentationError: expected an indented block"),
    "import": (
        "import sys\nimport no_such_module_of_anybody\n",
        2,
        "a.py: ModuleNotFoundError: No module named 'no_such_module_of_anybody'",
    ),
    "raises": ("def _made():\n    raise ValueError('x')\n_made()\n", 2, "a.py: ValueError: x"),
    "ends-the-program": ("raise SystemExit(0)\n", 1, "a.py: SystemExit: 0"),
    "deep": ("def _down():\n    _down()\n_down()\n", 2, "a.py: RecursionError: maximum recursion depth exceeded"),
    "no-function": ("rule = 1\n", None, "a.py has no function check"),
    "misspelt-function": ("def chek(here):\n    yield\n", None, "a.py has no function check; did you mean 'chek'?"),
    "no-callable": ("check = 1\n", None, "a.py has no function check"),
    "no-argument": ("\ndef check():\n    yield\n", 2, "check has to be a plain function with one argument, here"),
    "two-arguments": ("def check(here, more):\n    yield\n", 1, "check has to be a plain function with one argument"),
    "asynchronous": ("async def check(here):\n    yield\n", 1, "check has to be a plain function with one argument"),
}
BY_PROGRAM = RULE.replace(RELATION, "  python: true").replace("{left} {right}", "{where}")


@pytest.mark.parametrize(("code", "line", "words"), PYTHON.values(), ids=PYTHON)
def test_python_files_that_do_not_load(tmp_path: Path, code: str, line: int | None, words: str) -> None:
    """The Python beside a rule is loaded with it; where it cannot be, it is said where in it."""
    folder = rules(tmp_path, a__yaml=BY_PROGRAM, a__py=code)
    with pytest.raises(RuleError) as raised:
        load(folders=(folder,))
    assert (raised.value.source, raised.value.place and raised.value.place.line) == (str(tmp_path / "a.py"), line)
    assert raised.value.words.en.startswith(words)
    assert raised.value.words.zh != raised.value.words.en


def test_python_files_with_other_functions_that_can_be_asked(tmp_path: Path) -> None:
    """A further argument with a value of its own is no matter, nor what is called like a function."""
    code = "class _Check:\n    def __call__(self, here):\n        return ()\n\ncheck = _Check()\n"
    for one in ("def check(here, most=3):\n    yield\n", code):
        load(folders=(rules(tmp_path, a__yaml=BY_PROGRAM, a__py=one),))


def test_an_id_taken_within_a_folder(tmp_path: Path) -> None:
    """Two rules of one folder cannot have one id."""
    folder = rules(tmp_path, a__yaml=RULE, b__yaml=RULE.replace("some-rule", "other-rule"))
    with pytest.raises(RuleError) as raised:
        load(folders=(folder,))
    assert (raised.value.source, raised.value.words.en) == (
        str(tmp_path / "b.yaml"), f"XX001 is taken by {tmp_path / 'a.yaml'}",
    )  # fmt: skip


def test_a_name_taken_within_a_folder(tmp_path: Path) -> None:
    """Nor one name."""
    folder = rules(tmp_path, a__yaml=RULE, b__yaml=RULE.replace("XX001", "XX002"))
    with pytest.raises(RuleError) as raised:
        load(folders=(folder,))
    assert raised.value.words.en == f"some-rule is taken by {tmp_path / 'a.yaml'}"


def test_an_id_taken_by_a_bundled_rule(tmp_path: Path) -> None:
    """A rule of one's own never replaces a bundled one in silence."""
    with pytest.raises(RuleError) as raised:
        load(folders=(rules(tmp_path, a__yaml=RULE.replace("XX001", "AR004")),))
    assert (raised.value.source, raised.value.place and raised.value.place.line) == (str(tmp_path / "a.yaml"), 1)
    assert raised.value.words.en.startswith("AR004 is taken by ")
    assert raised.value.words.en.endswith("ar004_dispute_total.yaml")


def test_a_name_taken_by_a_bundled_rule(tmp_path: Path) -> None:
    """Nor its name: `--ignore` would mean both."""
    with pytest.raises(RuleError) as raised:
        load(folders=(rules(tmp_path, a__yaml=RULE.replace("some-rule", "row-total")),))
    assert (raised.value.source, raised.value.place and raised.value.place.line) == (str(tmp_path / "a.yaml"), 2)
    assert raised.value.words.en.startswith("row-total is taken by ")


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    """No folder is an error with its name, never no rules."""
    with pytest.raises(RuleError) as raised:
        load(folders=(tmp_path / "none",))
    assert (raised.value.source, raised.value.words.en) == (str(tmp_path / "none"), "there is no such folder of rules")


def test_hidden_files_are_left_out(tmp_path: Path) -> None:
    """Editors' files, and those that begin with an underscore, are no rules."""
    (tmp_path / ".a.yaml").write_text("- broken", encoding="utf-8")
    (tmp_path / "_a.yaml").write_text("- broken", encoding="utf-8")
    (tmp_path / "a.yaml~").write_text("- broken", encoding="utf-8")
    assert len(load(folders=(tmp_path,)).rules) == len(load().rules)
