"""Rules that extend others: what their own file does not say is taken from there."""

from pathlib import Path

import pytest

from lint import Settings, check_tree
from lint.model.errors import RuleError
from lint.model.finding import Severity
from lint.model.rule import Rule
from lint.rulebook.book import load
from lint.rulebook.complete import complete_tree
from lint.rulebook.testing import tried
from lint.rulebook.verifying.verify import verify
from tests.rulebook.test_rule_errors import rules

SHIPPED = {rule.id: rule for rule in load().rules}
OWN = "id: ZZ003\nextends: AR003\n"
PROGRAM = "from lint.authoring import Finding\n\n\ndef check(here):\n    yield Finding('')\n"
IN_PYTHON = """\
id: ZY001
extends: AR003
name: always
given: ""
check: {python: true}
message: {zh: 有, en: found}
examples:
  good: []
  bad: []
""".replace('given: ""\n', "given: /title\n")


def loaded(folder: Path, identifier: str = "ZZ003") -> Rule:
    return next(rule for rule in load(folders=(folder,)).rules if rule.id == identifier)


def test_everything_is_taken_but_the_id(tmp_path: Path) -> None:
    """The name is made of both, since names are of one rule only; the shipped rule stays as it is."""
    rule, base = loaded(rules(tmp_path, own__yaml=OWN)), SHIPPED["AR003"]
    assert (rule.id, rule.name, rule.extends) == ("ZZ003", "zz003-row-total", "AR003")
    kept = ("title", "why", "basis", "severity", "given", "when", "message", "confidence", "needs", "since", "status")
    assert [getattr(rule, name) for name in kept] == [getattr(base, name) for name in kept]
    assert rule.source == str(tmp_path / "own.yaml")
    assert loaded(tmp_path, "AR003").severity is base.severity


def test_what_is_written_counts(tmp_path: Path) -> None:
    own = f"{OWN}name: our-total\nseverity: info\nbasis: 省里的通知\nwhen: {{kind: department}}\n"
    rule = loaded(rules(tmp_path, own__yaml=own))
    assert (rule.name, rule.severity, rule.basis.zh, rule.when.kinds) == (
        "our-total", Severity.INFO, "省里的通知", ("department",),
    )  # fmt: skip
    assert rule.title == SHIPPED["AR003"].title


@pytest.mark.parametrize("base", ["AR003", "PL002", "PL006", "ST002", "HY001", "TX001", "YY003", "GV002", "NA010"])
def test_rules_of_every_kind_hold_the_examples_that_they_take(base: str, tmp_path: Path) -> None:
    """Relations, patterns, comparisons, and programs with their options, which lie beside the shipped rule."""
    book = load(folders=(rules(tmp_path, own__yaml=f"id: ZZ003\nextends: {base}\n"),))
    (outcome,) = tried(book, ("ZZ003",), mutations=False)
    assert outcome.examples
    assert outcome.failed == ()
    assert [one.name for one in loaded(tmp_path).options] == [one.name for one in SHIPPED[base].options]


def test_both_rules_are_asked(tmp_path: Path) -> None:
    tree = complete_tree()
    tree["sections"]["applications"]["table"]["new"]["total"] = 1
    settings = Settings(rules=(rules(tmp_path, own__yaml=f"{OWN}severity: warning\n"),), select=("AR003", "ZZ"))
    assert {(one.rule, one.severity) for one in check_tree(tree, settings=settings).diagnostics} == {
        ("AR003", Severity.ERROR), ("ZZ003", Severity.WARNING),
    }  # fmt: skip


def test_a_chain(tmp_path: Path) -> None:
    """Through rules beside it, whatever their files are called, to a shipped one; the program comes along."""
    folder = rules(
        tmp_path, c__yaml="id: ZZ003\nextends: ZZ002\n", b__yaml="id: ZZ002\nextends: ZZ001\nseverity: info\n",
        zz001_first__yaml="id: ZZ001\nextends: PL006\nbasis: 通知\n",
    )  # fmt: skip
    rule = loaded(folder)
    assert (rule.name, rule.severity, rule.basis.zh) == ("zz003-zz002-zz001-processing-fee", Severity.INFO, "通知")
    (outcome,) = tried(load(folders=(folder,)), ("ZZ003",), mutations=False)
    assert (len(outcome.examples) > 1, outcome.failed) == (True, ())


def test_a_program_of_ones_own(tmp_path: Path) -> None:
    """A check that is written is the rule's own, with the Python beside it; who extends that takes it from there."""
    folder = rules(tmp_path, own__yaml=IN_PYTHON, own__py=PROGRAM, more__yaml="id: ZY002\nextends: ZY001\n")
    settings = Settings(rules=(folder,), select=("ZY",))
    assert [one.rule for one in check_tree(complete_tree(), settings=settings).diagnostics] == ["ZY001", "ZY002"]


BROKEN: dict[str, tuple[dict[str, str], tuple[int, int], str, str]] = {
    "unknown": ({"own__yaml": "id: ZZ003\nextends: AR03\n"}, (2, 10), "there is no rule 'AR03'; did you mean 'AR003'?",
        "没有规则“AR03”，是否想写“AR003”？"),
    "like-none": ({"own__yaml": "id: ZZ003\nextends: nothing\n"}, (2, 10), "there is no rule 'nothing'", "没有规则"),
    "itself": ({"own__yaml": "id: ZZ003\nextends: ZZ003\n"}, (2, 10),
        "extends goes round in a circle: ZZ003 → ZZ003", "绕成了圈"),
    "no-id": ({"own__yaml": "extends: AR003\n"}, (1, 1), "/id is missing", "缺少 /id"),
    "a-list": ({"own__yaml": "id: ZZ003\nextends: [AR003]\n"}, (2, 10), "extends should be the id of a rule", "编号"),
    "of-the-schema": ({"own__yaml": "id: ZZ003\nextends: SC004\n"}, (2, 10),
        "the check of SC004 (schema) can belong to one rule only", "SC004 的检查（schema）只能属于一条规则"),
    "of-the-linter": ({"own__yaml": "id: ZZ003\nextends: LT001\n"}, (2, 10), "the check of LT001 (linter)", "linter"),
    "misspelt-key": ({"own__yaml": f"{OWN}severty: info\n"}, (3, 10), "unknown key /severty; did you mean", "是否想写"),
    "a-message-for-another-check": ({"own__yaml": f"{OWN}check: {{range: {{most: 3}}}}\n"}, (1, 1),
        "a finding of kind range has no value", "range 没有值"),
    "program-of-another": ({"own__yaml": f"{OWN}program: /etc/x.py\n"}, (3, 10), "unknown key /program", "/program"),
    "hidden": ({"own__yaml": "id: ZZ003\nextends: ZY001\n", "_zy001__yaml": IN_PYTHON, "_zy001__py": PROGRAM}, (2, 10),
        "there is no rule 'ZY001'", "没有规则“ZY001”"),
}  # fmt: skip


@pytest.mark.parametrize(("files", "place", "english", "chinese"), BROKEN.values(), ids=BROKEN)
def test_broken(files: dict[str, str], place: tuple[int, int], english: str, chinese: str, tmp_path: Path) -> None:
    with pytest.raises(RuleError) as raised:
        load(folders=(rules(tmp_path, **files),))
    error = raised.value
    assert error.words.en.startswith(english)
    assert chinese in error.words.zh
    assert error.place is not None
    assert (error.source, error.place.line, error.place.column) == (str(tmp_path / "own.yaml"), *place)


def test_a_circle_is_told_where_it_closes(tmp_path: Path) -> None:
    files = {"own__yaml": "id: ZZ003\nextends: ZZ004\n", "zz004__yaml": "id: ZZ004\nextends: ZZ003\n"}
    with pytest.raises(RuleError, match="goes round in a circle: ZZ003 → ZZ004 → ZZ003") as raised:
        load(folders=(rules(tmp_path, **files),))
    assert raised.value.located() == f"{tmp_path / 'zz004.yaml'}:2:10: "


def test_a_chain_without_end(tmp_path: Path) -> None:
    """However many rules a folder holds, a chain of them is followed for some steps only."""
    chain = {f"zz{n:03}__yaml": f"id: ZZ{n:03}\nextends: ZZ{n + 1:03}\n" for n in range(1, 400)}
    with pytest.raises(RuleError, match="extends leads through more than 20 rules") as raised:
        load(folders=(rules(tmp_path, **chain),))
    assert raised.value.located() == f"{tmp_path / 'zz021.yaml'}:2:10: "


def test_a_rule_of_another_folder_is_not_reached(tmp_path: Path) -> None:
    """Only what lies beside it, and what is shipped: so a folder can be looked through as a whole."""
    (tmp_path / "other").mkdir()
    (tmp_path / "mine").mkdir()
    rules(tmp_path / "other", zy001__yaml=IN_PYTHON, zy001__py=PROGRAM)
    rules(tmp_path / "mine", own__yaml="id: ZZ003\nextends: ZY001\n")
    with pytest.raises(RuleError, match="there is no rule 'ZY001'"):
        load(folders=(tmp_path / "other", tmp_path / "mine"))


def test_no_shipped_rule_extends_another() -> None:
    """A shipped rule is read without looking into a second file."""
    assert [rule.id for rule in SHIPPED.values() if rule.extends] == []


def test_a_question_that_is_taken_over_is_no_redundant_one(tmp_path: Path) -> None:
    """Both rules ask it on purpose; one that only begins the same, and asks its own, is looked at as any other."""
    taken = rules(tmp_path, own__yaml=f"{OWN}severity: warning\n")
    assert verify(load(folders=(taken,)), (taken,)).passed
    (tmp_path / "more").mkdir()
    check = "total = other + legal_service + public_welfare + research + business + natural_person"
    written = rules(tmp_path / "more", own__yaml=f'{OWN}check:\n  relation: "{check}"\n')
    assert {one.kind for one in verify(load(folders=(written,)), (written,)).found if one.wrong} == {"redundant"}
