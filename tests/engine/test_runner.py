"""The engine: every rule is asked, every answer counted, nothing stops the run."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

import pytest

from lint import resources
from lint.api import Session
from lint.engine.checks.python import PythonCheck
from lint.engine.questions import Asked
from lint.engine.runner import Engine
from lint.engine.schemas import best_judge
from lint.model.case import Case
from lint.model.finding import Finding, Severity
from lint.model.form import SECTIONS
from lint.model.node import Node
from lint.model.rule import EVERY, Answers, Check, Guard, Rule
from lint.model.settings import Settings
from lint.model.text import Text
from lint.model.undecided import Reason, Undecided
from lint.rulebook.book import Rulebook, load
from lint.rulebook.examples import example_report

THREE = "/sections/applications/table"
LOST = {"rule": "LT005", "pointer": THREE, "zh": "分隔丢失", "en": "lost"}


@cache
def book() -> Rulebook:
    """The bundled rules."""
    return load()


def rule(identifier: str, check: Check | None = None, when: Guard = EVERY) -> Rule:
    """A bundled rule, with another check or guard."""
    found = next(one for one in book().rules if one.id == identifier)
    return found._replace(check=check or found.check, when=when)


def python(function: Callable[[Node], Iterable[Finding]], *given: str) -> PythonCheck:
    """A check of a few lines."""
    return PythonCheck(given or ("",), function)


def run(*rules: Rule, **example: Any) -> Asked:
    """Ask some rules, and those of the linter itself, about an example."""
    linter = [one for one in book().rules if one.family == "LT"]
    judge = best_judge(resources.schema("report/annual-2021.json"))
    engine = Engine([*linter, *rules], lambda edition: judge, book().layout)  # noqa: ARG005 - one schema is enough here
    return engine.run(example_report({"report": {}, **example}))


def passes(here: Node) -> Iterator[Finding]:
    """Finds nothing."""
    del here
    yield from ()


def fails(here: Node) -> Iterator[Finding]:
    """Finds something at every place."""
    yield Finding(here.pointer, {"left": "1", "right": "2", "difference": "1"})


def wonders(here: Node) -> Iterable[Finding]:
    """Cannot decide at any place."""
    raise Undecided(f"nothing is known of {here.pointer or 'the report'}")


def crashes(here: Node) -> Iterator[Finding]:
    """Divides by zero."""
    yield Finding(here.pointer, {"left": str(1 // 0)})


def stumbles(here: Node) -> Iterator[Finding]:
    """Finds something, then crashes."""
    yield Finding(here.pointer, {"left": "1", "right": "2", "difference": "1"})
    raise KeyError("x")


COUNTED: dict[str, tuple[Callable[[Node], Iterable[Finding]], tuple[int, int, int, int]]] = {
    "passed": (passes, (1, 0, 0, 0)),
    "failed": (fails, (0, 1, 0, 0)),
    "undecided": (wonders, (0, 0, 1, 0)),
    "crashed": (crashes, (0, 0, 0, 1)),
    "crashed-after-a-finding": (stumbles, (0, 0, 0, 1)),
}


@pytest.mark.parametrize(("function", "expected"), COUNTED.values(), ids=COUNTED)
def test_four_answers(function: Callable[[Node], Iterable[Finding]], expected: tuple[int, int, int, int]) -> None:
    """Passed, failed, undecided, crashed: each is counted as itself."""
    tally = run(rule("AR001", python(function))).tally
    assert (tally.passed, tally.failed, tally.undecided, tally.crashed) == expected
    assert tally.asked == 1


def test_one_answer_for_each_place() -> None:
    """A rule is asked once for each given place that stands in the report."""
    asked = run(rule("AR001", python(fails, "/preamble/*", "/sections/*/heading")), complete=True)
    assert [found.pointer for found in asked.diagnostics] == [
        "/preamble/0",
        *(f"/sections/{key}/heading" for key in SECTIONS),
    ]


def test_a_crashing_rule_is_a_finding_and_the_run_goes_on() -> None:
    """LT007 names the rule and what it raised; all other rules are asked."""
    asked = run(rule("AR001", python(crashes)), rule("AR002", python(fails)), rule("AR003", python(wonders)))
    assert [(found.rule, found.pointer, found.severity) for found in asked.diagnostics] == [
        ("AR002", "", Severity.ERROR),
        ("LT007", "", Severity.ERROR),
    ]
    assert asked.diagnostics[1].message.en == "rule AR001 crashed (ZeroDivisionError)"
    assert asked.undecided == (
        ("AR003", Reason("", Text("nothing is known of the report", "nothing is known of the report"))),
    )
    assert asked.tally.as_dict() == {"passed": 0, "failed": 1, "undecided": 1, "crashed": 1}


CRASHES = {
    "recursion": RecursionError("too deep"),
    "memory": MemoryError(),
    "key": KeyError("x"),
    "words": ValueError("年\ud800"),
    "stop": StopIteration(),
    "system": OSError(5, "no"),
    "assertion": AssertionError(),
}


@pytest.mark.parametrize("error", CRASHES.values(), ids=CRASHES)
def test_whatever_a_rule_raises(error: Exception) -> None:
    """No exception of a rule gets through."""

    def check(here: Node) -> Iterable[Finding]:
        del here
        raise error

    tally = run(rule("AR001", python(check))).tally
    assert (tally.crashed, tally.asked) == (1, 1)


def test_a_rule_that_exits_is_a_crash_of_the_rule() -> None:
    """A rule cannot end the run, nor choose its exit code."""

    def check(here: Node) -> Iterable[Finding]:
        del here
        raise SystemExit(0)

    asked = run(rule("AR001", python(check)))
    assert asked.diagnostics[0].message.en == "rule AR001 crashed (SystemExit)"
    assert asked.tally.crashed == 1


@pytest.mark.parametrize("error", [KeyboardInterrupt()], ids=["interrupt"])
def test_what_ends_the_program_is_no_crash(error: BaseException) -> None:
    """The user's interrupt is never swallowed."""

    def check(here: Node) -> Iterable[Finding]:
        del here
        raise error

    with pytest.raises(type(error)):
        run(rule("AR001", python(check)))


def test_a_finding_without_the_values_of_its_message_is_a_crash_of_the_rule() -> None:
    """A rule whose finding cannot be put into words is at fault, not the run."""

    def check(here: Node) -> Iterator[Finding]:
        yield Finding(here.pointer, {})

    assert run(rule("AR001", python(check))).tally.crashed == 1


class Refuses:
    """A check that raises Undecided as a whole."""

    def ask(self, case: Case) -> Answers:
        """Nothing can be said."""
        del case
        raise Undecided("no table")


def test_a_whole_question_undecided() -> None:
    """A check may leave its whole question open; the reason is kept."""
    asked = run(rule("AR001", Refuses()))
    assert (asked.tally.as_dict(), asked.undecided) == (
        {"passed": 0, "failed": 0, "undecided": 1, "crashed": 0},
        (("AR001", Reason("", Text("no table", "no table"))),),
    )


# --------------------------------------------------------------------------------------------------------------- guards

KNOWN = {
    "/agency": {"name": "示例市水利局", "kind": "department", "level": "prefectural"},
    "/year": 2023,
    "/edition": "2021",
}
GUARDS: dict[str, tuple[Guard, dict[str, object], str]] = {
    "none": (EVERY, {}, "asked"),
    "edition": (Guard(editions=("2021",)), KNOWN, "asked"),
    "other-edition": (Guard(editions=("2019",)), KNOWN, "not asked"),
    "unknown-edition": (Guard(editions=("2019",)), {}, "undecided"),
    "kind": (Guard(kinds=("government", "department")), KNOWN, "asked"),
    "other-kind": (Guard(kinds=("government",)), KNOWN, "not asked"),
    "unknown-kind": (Guard(kinds=("government",)), {"/year": 2023}, "undecided"),
    "level": (Guard(levels=("prefectural",)), KNOWN, "asked"),
    "other-level": (Guard(levels=("township",)), KNOWN, "not asked"),
    "unknown-level": (Guard(levels=("township",)), {"/agency": {"name": "示例市水利局"}}, "undecided"),
    "level-told-by-the-name": (Guard(levels=("township",)), {"/agency": {"name": "样例县示例镇人民政府"}}, "asked"),
    "years": (Guard(year_from=2021, year_to=2023), KNOWN, "asked"),
    "first-year": (Guard(year_from=2023), KNOWN, "asked"),
    "too-early": (Guard(year_from=2024), KNOWN, "not asked"),
    "too-late": (Guard(year_to=2022), KNOWN, "not asked"),
    "unknown-year": (Guard(year_from=2021), {}, "undecided"),
    "one-no-beats-unknown": (Guard(levels=("township",), year_from=2024), {"/year": 2023}, "not asked"),
    "one-yes-and-unknown": (Guard(levels=("township",), year_from=2021), {"/year": 2023}, "undecided"),
}


@pytest.mark.parametrize(("guard", "report", "expected"), GUARDS.values(), ids=GUARDS)
def test_guards(guard: Guard, report: dict[str, object], expected: str) -> None:
    """A rule is asked where its guard lets the report through; undecided where the report does not say."""
    tally = run(rule("AR001", python(fails), guard), report=report).tally
    told = {(1, 0): "asked", (0, 1): "undecided", (0, 0): "not asked"}[tally.failed, tally.undecided]
    assert (told, tally.passed + tally.crashed) == (expected, 0)


# ----------------------------------------------------------------------------------------------- what could not be read


def at(pointer: str, *related: str) -> PythonCheck:
    """A check with one finding."""

    def check(here: Node) -> Iterator[Finding]:
        del here
        yield Finding(pointer, {"left": "1", "right": "2", "difference": "1"}, related)

    return python(check)


UNREAD: dict[str, tuple[PythonCheck, str]] = {
    "at-the-part": (at(THREE), "undecided"),
    "below-it": (at(f"{THREE}/new/total"), "undecided"),
    "around-it": (at("/sections/applications"), "undecided"),
    "the-whole-report": (at(""), "failed"),
    "related-to-it": (at("/preamble/0", f"{THREE}/new/total"), "undecided"),
    "beside-it": (at("/sections/disputes/table"), "failed"),
    "a-name-that-only-begins-alike": (at("/sections/applications/table2"), "failed"),
}


@pytest.mark.parametrize(("check", "expected"), UNREAD.values(), ids=UNREAD)
def test_a_finding_that_touches_an_unread_part_is_undecided(check: PythonCheck, expected: str) -> None:
    """What depends on a part that could not be read is no finding; all else stands."""
    asked = run(rule("AR001", check), report={"/document": {"troubles": [LOST]}})
    assert (asked.tally.failed, asked.tally.undecided) == ((1, 0) if expected == "failed" else (0, 1))
    assert [found.rule for found in asked.diagnostics if found.rule != "LT005"] == ["AR001"] * asked.tally.failed


def test_a_trouble_is_a_finding_but_no_answer() -> None:
    """What could not be read is said once; it is no question that was asked."""
    asked = run(report={"/document": {"troubles": [LOST]}})
    assert [(found.rule, found.pointer, found.message.en) for found in asked.diagnostics] == [("LT005", THREE, "lost")]
    assert asked.tally.asked == 0


# ----------------------------------------------------------------------------------------------------- schema and order


def schema_rules() -> list[Rule]:
    """All rules that claim errors of the schema."""
    return [one for one in book().rules if one.id.startswith("SC") or one.id in ("ST001", "ST004")]


CLAIMED: dict[str, tuple[dict[str, Any], list[tuple[str, str]]]] = {
    "missing-section": ({"remove": ["/sections/disputes"]}, [("ST001", "/sections/disputes")]),
    "missing-table": ({"remove": [THREE]}, [("ST004", THREE)]),
    "missing-heading": ({"remove": ["/sections/other/heading"]}, [("ST001", "/sections/other/heading")]),
    "negative": ({"report": {f"{THREE}/new/total": -1}}, [("SC004", f"{THREE}/new/total")]),
    "text": ({"report": {f"{THREE}/new/total": "1件"}}, [("SC003", f"{THREE}/new/total")]),
    "unknown-key": ({"report": {"/colour": "red"}}, [("SC005", "/colour")]),
    "nothing": ({}, []),
}


@pytest.mark.parametrize(("example", "expected"), CLAIMED.values(), ids=CLAIMED)
def test_each_schema_error_has_one_rule(example: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    """Of several rules that claim an error the one with the closer place has it; no error is told twice."""
    asked = run(*schema_rules(), complete=True, **example)
    assert [(found.rule, found.pointer) for found in asked.diagnostics] == expected
    assert asked.tally.failed == len(expected)
    assert asked.tally.passed == len(schema_rules()) - len(expected)


def test_findings_stand_in_document_order() -> None:
    """In the order of the report; at one place the graver first, then by the number of the rule."""
    asked = run(
        rule("AR003", at("/sections/disputes/table")),
        rule("AR002", at("/title")),
        rule("AR001", at("/title"))._replace(severity=Severity.WARNING),
        rule("AR003", at("/title"))._replace(id="XX003"),
        rule("AR004", at("/not/there", "/title")),
        complete=True,
    )
    assert [(found.rule, found.pointer) for found in asked.diagnostics] == [
        ("AR004", "/not/there"),
        ("AR002", "/title"),
        ("XX003", "/title"),
        ("AR001", "/title"),
        ("AR003", "/sections/disputes/table"),
    ]


def test_a_finding_may_be_milder_than_its_rule() -> None:
    """A finding lowers the severity of its rule where it says so."""

    def check(here: Node) -> Iterator[Finding]:
        yield Finding(here.pointer, {"left": "1", "right": "2", "difference": "1"}, severity=Severity.INFO)

    assert [found.severity for found in run(rule("AR001", python(check))).diagnostics] == [Severity.INFO]


def test_a_dressed_finding() -> None:
    """Rule, words in both languages, place in words, values and fingerprint."""
    asked = run(rule("AR004"), report={"/sections/disputes/table/reconsideration": [10, 1, 0, 0, 0]})
    (found,) = asked.diagnostics
    assert (found.rule, found.name, found.severity) == ("AR004", "dispute-total", Severity.ERROR)
    assert found.message.zh == "四项之和为 11，总计却是 0，相差 11"
    assert found.where.zh == "表四 行政复议 × 总计"
    assert [at for at, _ in found.related] == [
        f"/sections/disputes/table/reconsideration/{name}" for name in ("upheld", "corrected", "other", "pending")
    ]
    assert (len(found.fingerprint), found.place, found.waived) == (16, None, None)


def test_fingerprints_tell_findings_apart_and_stay() -> None:
    """The same finding has the same fingerprint; other values another."""
    first, again, other = (
        run(rule("AR004"), report={"/sections/disputes/table/reconsideration": row}).diagnostics[0].fingerprint
        for row in ([10, 1, 0, 0, 0], [10, 1, 0, 0, 0], [10, 2, 0, 0, 0])
    )
    assert first == again != other


IGNORED_FINDINGS = ("/sections/other", "/sections/disputes/table")


@pytest.mark.parametrize("at", IGNORED_FINDINGS)
def test_the_finding_of_an_ignored_schema_rule_goes_to_no_other(at: str) -> None:
    """What ST001 or ST004 would say is not said by SC001 instead, when they are ignored."""
    session = Session(Settings(ignore=("ST",)))
    report = example_report({"complete": True, "report": {}, "remove": [at]})
    assert [found.rule for found in session.check_report(report).diagnostics] == []


def test_troubles_written_into_a_report_never_clean_it() -> None:
    """A report cannot switch questions off: only what was not read may stand there, and that ends with exit 2."""
    written = {"rule": "LT008", "pointer": "", "zh": "没有问题", "en": "fine"}
    broken = {"/sections/disputes/table/reconsideration": [10, 1, 0, 0, 0], "/document": {"troubles": [written]}}
    checked = Session().check_report(example_report({"complete": True, "report": broken}))
    assert [found.rule for found in checked.diagnostics] == ["AR004", "SC006"]


def test_headings_written_into_a_report_must_hold_those_of_the_tree() -> None:
    """Else those of the tree count."""
    headings = {"/document": {"headings": []}, "/sections/problems/heading": "五、存在问题和改进举措"}
    checked = Session().check_report(example_report({"complete": True, "report": headings}))
    assert [found.rule for found in checked.diagnostics] == ["ST003"]


def test_an_unknown_key_anywhere_is_a_finding_and_no_crash() -> None:
    """A table where the form has none."""
    checked = Session().check_report(example_report({"complete": True, "report": {"/sections/overview/table": {}}}))
    assert [(found.rule, found.pointer) for found in checked.diagnostics] == [("SC005", "/sections/overview/table")]


def test_a_report_older_than_the_form() -> None:
    """It is said so, and its missing sections are no errors; its sums are asked all the same."""
    changes = {"/year": 2018, "/title": "示例市水利局2018年政府信息公开工作年度报告"}
    broken = {**changes, "/published": None, "/preamble": [], "/sections/disputes/table/litigation_direct/total": 4}
    example = {"complete": True, "report": broken, "remove": ["/sections/other", "/edition"]}
    checked = Session().check_report(example_report(example))
    rules = {found.rule: found.severity.value for found in checked.diagnostics}
    assert rules["LT008"] == "warning"
    assert rules["AR004"] == "error"
    assert "ST001" not in rules
    assert "SC001" not in rules
