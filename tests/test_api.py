"""The public functions, as another program uses them."""

import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any, assert_type

import pytest

import lint
from lint import Checked, Diagnostic, Finding, LintError, Report, Run, Session, Settings, Severity, Unreadable
from lint.model.errors import RuleError, UsageError
from lint.model.report import Identity
from lint.model.waiver import Waiver
from lint.rulebook.complete import complete_tree

EXAMPLES = Path(__file__).parents[1] / "examples"
CLEAN = EXAMPLES / "clean" / "department.json"
BROKEN = EXAMPLES / "broken" / "department.json"
PUBLIC = {
    "Checked", "Diagnostic", "Finding", "LintError", "Report", "Run", "Session", "Settings", "Severity", "Unreadable",
    "check", "check_tree", "read", "__version__",
}  # fmt: skip


def test_the_public_names() -> None:
    """Each is offered by the package itself, loaded when first asked for, and typed in its stub."""
    assert set(dir(lint)) == PUBLIC
    stub = (Path(lint.__file__).with_suffix(".pyi")).read_text(encoding="utf-8")
    for name in PUBLIC:
        assert getattr(lint, name) is not None
        assert f"as {name}\n" in stub or f"{name}: " in stub


def test_no_other_name() -> None:
    with pytest.raises(AttributeError, match="module 'lint' has no attribute 'chekc'"):
        getattr(lint, "chekc")  # noqa: B009 - a misspelled name is what is tested
    assert not hasattr(lint, "__path_of_nothing__")


def test_names_are_those_of_their_homes() -> None:
    from lint import api  # noqa: PLC0415
    from lint.model import finding, report, run  # noqa: PLC0415

    assert (lint.check, lint.read, lint.check_tree, lint.Session) == (api.check, api.read, api.check_tree, api.Session)
    assert (lint.Report, lint.Run, lint.Checked) == (report.Report, run.Run, run.Checked)
    assert (lint.Finding, lint.Severity, lint.Diagnostic) == (finding.Finding, finding.Severity, finding.Diagnostic)


def test_check_a_file() -> None:
    """A run: one result a file, and the sum of them."""
    run: Run = lint.check(BROKEN)
    (one,) = run.results
    assert isinstance(one, Checked)
    assert (one.source, one.state, one.tally.crashed) == (str(BROKEN), "read", 0)
    assert one.tally.failed == len(one.diagnostics) > 10
    found: Diagnostic = next(found for found in one.diagnostics if found.rule == "AR004")
    assert (found.severity, found.pointer) == (Severity.ERROR, "/sections/disputes/table/reconsideration/total")
    assert found.message.zh == "四项之和为 11，总计却是 0，相差 11"
    assert found.message.en == "the outcomes add up to 11, but the total says 0: a difference of 11"
    assert run.summary.exit_code("error") == 1
    assert run.summary.exit_code("never") == 0


@pytest.mark.parametrize(
    "path", [str(CLEAN), CLEAN, str(CLEAN.parent), CLEAN.parent, f"{CLEAN.parent}/*.json"], ids=str
)
def test_check_takes_paths_of_every_kind(path: str | Path) -> None:
    run = lint.check(path)
    assert {one.state for one in run.results} == {"read"}
    assert run.summary.exit_code("warning") == 0


def test_check_several() -> None:
    """In the order given; a bad one never stops the others."""
    run = lint.check(CLEAN, "none.json", BROKEN)
    assert [(Path(one.source).name, one.state) for one in run.results] == [
        ("department.json", "read"), ("none.json", "unreadable"), ("department.json", "read"),
    ]  # fmt: skip
    alone = lint.check(CLEAN, BROKEN).summary.as_dict()
    assert alone["error"] > 0
    assert run.summary.as_dict() == {**alone, "files": 3, "error": alone["error"] + 1, "unreadable": 1}
    assert run.summary.exit_code("never") == 2


def test_check_nothing() -> None:
    """Nothing checked is no pass."""
    assert lint.check().summary.exit_code("never") == 2


def test_read() -> None:
    """A report that was not checked: the same tree from every form."""
    reports: list[Report] = [lint.read(BROKEN.with_suffix(suffix)) for suffix in (".json", ".yaml", ".txt")]
    assert {report.identity.agency for report in reports} == {"样例县农业农村局"}
    assert {report.identity.year for report in reports} == {2023}
    assert reports[0].tree == reports[1].tree
    assert reports[0].tree["sections"]["proactive"]["table"]["fees"]["amount"] == Decimal("128.461375")


@pytest.mark.parametrize(("name", "content", "rule"), [
    ("none.json", None, "LT001"),
    ("a.docx", "PK", "LT001"),
    ("a.json", "", "LT002"),
    ("a.json", "{", "LT003"),
    ("a.json", "{}", "LT004"),
])  # fmt: skip
def test_read_what_cannot_be_read(tmp_path: Path, name: str, content: str | None, rule: str) -> None:
    if content is not None:
        (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(Unreadable) as raised:
        lint.read(tmp_path / name)
    assert raised.value.rule == rule


def test_check_a_tree() -> None:
    """A tree made by another program; it is left as it is."""
    tree = complete_tree()
    settings = Settings(select=("AR",))
    assert lint.check_tree(tree).diagnostics == ()
    tree["sections"]["disputes"]["table"]["reconsideration"]["total"] = 1
    before = repr(tree)
    checked = lint.check_tree(tree, "made", settings)
    assert (checked.source, checked.state) == ("made", "read")
    assert [(one.rule, one.pointer, one.place) for one in checked.diagnostics] == [
        ("AR004", "/sections/disputes/table/reconsideration/total", None)
    ]
    assert repr(tree) == before


def test_check_takes_a_tree() -> None:
    """A run of one report, called as the caller says; the tree is left as it is."""
    tree = complete_tree()
    tree["sections"]["disputes"]["table"]["reconsideration"]["total"] = 1
    before = repr(tree)
    run = assert_type(lint.check(tree, settings=Settings(select=("AR",)), source="from the database"), Run)
    assert [(one.source, one.state, one.diagnostics) for one in run.results] == [
        ("from the database", "read", lint.check_tree(tree, settings=Settings(select=("AR",))).diagnostics)
    ]
    assert (run.summary.as_dict()["error"], run.summary.exit_code("error")) == (1, 1)
    assert lint.check(MappingProxyType(complete_tree())).results[0].source == "report"
    assert repr(tree) == before


def test_a_tree_says_what_waivers_excuse_nothing() -> None:
    """A run over a tree ends as one over files does."""
    settings = Settings(waivers=(Waiver("AR003", "no longer so"),))
    assert [
        one.rule for result in lint.check(complete_tree(), settings=settings).results for one in result.diagnostics
    ] == [one.rule for result in lint.check(CLEAN, settings=settings).results for one in result.diagnostics]


def test_one_tree_at_a_time() -> None:
    """Results of files are known by their names: a tree among them would be nobody's. Type checkers say so too."""
    with pytest.raises(TypeError, match="one tree is checked at a time"):
        lint.check(complete_tree(), CLEAN)  # type: ignore[call-overload]
    with pytest.raises(TypeError, match="one tree is checked at a time"):
        lint.check(complete_tree(), complete_tree())  # type: ignore[call-overload]


@pytest.mark.parametrize("check", [lint.check, lint.check_tree], ids=["check", "check_tree"])
def test_no_float_is_taken(check: Callable[[Any], object]) -> None:
    """It is no figure; where it stands is told."""
    tree = complete_tree()
    tree["sections"]["proactive"]["table"]["fees"]["amount"] = 0.1
    with pytest.raises(TypeError, match="/sections/proactive/table/fees/amount is a float: figures are int or Decimal"):
        check(tree)


SETTINGS: dict[str, tuple[Settings, list[str]]] = {
    "select-family": (Settings(select=("AR",)), ["AR001", "AR001", "AR002", "AR003", "AR003", "AR004"]),
    "select-id": (Settings(select=("AR004",)), ["AR004"]),
    "select-name": (Settings(select=("balance",)), ["AR001", "AR001"]),
    "longer-wins": (Settings(select=("AR", "PL001"), ignore=("PL", "AR003", "AR001", "AR002")), ["AR004", "PL001"]),
    "ignore": (Settings(ignore=("AR", "ST", "PL")), ["CE002"]),
    "told-kind": (Settings(select=("PL001",), told=Identity(kind="government", level="prefectural")), []),
}


@pytest.mark.parametrize(("settings", "rules"), SETTINGS.values(), ids=SETTINGS)
def test_settings(settings: Settings, rules: list[str]) -> None:
    (one,) = lint.check(BROKEN, settings=settings).results
    assert sorted(found.rule for found in one.diagnostics) == rules


WRONG: dict[str, tuple[Settings, type[LintError], str]] = {
    "select": (Settings(select=("QQ",)), UsageError, "no rule has the id, name or family 'QQ'"),
    "rules": (Settings(rules=(Path("none"),)), RuleError, "there is no such folder of rules"),
}


@pytest.mark.parametrize(("settings", "kind", "words"), WRONG.values(), ids=WRONG)
def test_wrong_settings(settings: Settings, kind: type[LintError], words: str) -> None:
    """One exception class for each reason; all are LintError."""
    with pytest.raises(LintError) as raised:
        lint.check(CLEAN, settings=settings)
    assert (type(raised.value), str(raised.value)) == (kind, words)


def test_a_session_checks_many() -> None:
    """Rules loaded once; paths, bytes and reports give the same."""
    session = Session()
    by_path = next(session.check_paths([BROKEN]))
    by_bytes = session.check_bytes(str(BROKEN), BROKEN.read_bytes())
    by_report = session.check_report(session.read(str(BROKEN), BROKEN.read_bytes()))
    assert by_path.diagnostics == by_bytes.diagnostics == by_report.diagnostics


def test_many_files_give_the_same_as_one(tmp_path: Path) -> None:
    """From some number on another parser reads; nobody can tell."""
    for number in range(25):
        (tmp_path / f"{number:02}.json").write_bytes((BROKEN if number % 2 else CLEAN).read_bytes())
    found = list(Session().check_paths([tmp_path]))
    alone = {path: lint.check(path).results[0] for path in (CLEAN, BROKEN)}
    for number, one in enumerate(found):
        same = alone[BROKEN if number % 2 else CLEAN]
        assert (one.diagnostics, one.tally) == (same.diagnostics, same.tally)


def test_a_report_that_is_changed_after_it_was_checked_is_checked_as_it_is_then(tmp_path: Path) -> None:
    """Nothing worked out while its file was read among many others is used again."""
    for number in range(25):
        (tmp_path / f"{number}.json").write_text(json.dumps(complete_tree()), encoding="utf-8")
    session = Session()
    for one in (*session.check_paths([tmp_path]), *session.read_targets(session.targets([tmp_path]))):
        assert one.report is not None
        assert not one.diagnostics
        one.report.tree["sections"]["applications"]["table"]["new"]["total"] = 5
        assert session.check_report(one.report).diagnostics
    data = json.dumps(complete_tree()).encode()
    read = session.read("report.json", data, many=True)
    read.tree["sections"]["applications"]["table"]["new"]["total"] = 5
    assert session.check_report(read).diagnostics


def test_a_finding_is_bare_and_a_diagnostic_dressed() -> None:
    finding = Finding("/year", {"actual": "1"})
    assert (finding.at, finding.values, finding.related, finding.severity) == ("/year", {"actual": "1"}, (), None)
    assert [level.rank for level in Severity] == [0, 1, 2]


def test_nothing_can_be_changed() -> None:
    """Results are frozen."""
    (one,) = lint.check(CLEAN).results
    changing: Any = one
    with pytest.raises(AttributeError):
        changing.state = "unreadable"
