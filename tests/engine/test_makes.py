"""Reports of one make: what is not asked again would have been answered the same."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from lint import resources
from lint.api import Session
from lint.engine.checks.python import PythonCheck
from lint.engine.questions import Asked
from lint.engine.runner import Engine
from lint.engine.schemas import best_judge
from lint.engine.screens import RELATION, ROWS, screen_of
from lint.model.finding import Finding
from lint.model.node import Node
from lint.model.report import Report, Tree
from lint.model.rule import FORM, Rule
from lint.model.settings import Settings
from lint.model.shapes import Shapes
from lint.readers.tree import report_of_tree
from lint.rulebook.complete import complete_tree
from lint.rulebook.examples import examples_of, scene_of
from lint.rulebook.mutating.mutants import mutants, subject_of
from lint.rulebook.rule_file import parse

SHAPES = Shapes()  # of all trees of these tests


@cache
def session(rule: str) -> Session:
    """One rule alone."""
    return Session(Settings(select=(rule,)))


def book() -> tuple[Rule, ...]:
    """The bundled rules."""
    return session("ST005").book.rules


def known_by_the_form() -> list[str]:
    """The rules that reports of one make need not be asked again."""
    return [rule.id for rule in book() if screen_of(rule) in (FORM, ROWS, RELATION)]


def keys_of(value: object) -> int:
    """How many keys a tree has in all."""
    return len(value) + sum(map(keys_of, value.values())) if isinstance(value, dict) else 0


def flat(tree: Tree) -> Report:
    """A report of a known shape."""
    SHAPES.learn(tree)
    return report_of_tree("report.json", tree, flat=SHAPES.lay(tree, keys_of(tree)))


def trees_of(rule: Rule) -> Iterator[Tree]:
    """The examples of a rule, laid over a complete report too, what is made from them, and complete reports first."""
    yield from (complete_tree("2021"), complete_tree("2019"))
    parsed = parse(Path(rule.source))
    for _, _, example in examples_of(parsed.spec):
        yield scene_of(example).here
        yield scene_of({**example, "complete": True}).here
    subject = subject_of(rule.alone, parsed)
    for kind in ("bad", "good"):
        yield from (one.scene.here for one in mutants(subject, kind))


def told(asked: Asked) -> object:
    """All that a report was told, and what was counted."""
    return (
        [(one.rule, one.pointer, one.severity, one.message) for one in asked.diagnostics],
        asked.tally,
        asked.undecided,
    )


@pytest.mark.parametrize("rule", known_by_the_form())
def test_a_report_of_a_known_make_is_told_what_it_is_told_alone(rule: str) -> None:
    engine = session(rule).engine
    reports = [flat(tree) for tree in trees_of(next(one for one in book() if one.id == rule))]
    together = engine.run_together([*reversed(reports), *reports])[len(reports) :]
    alone = [engine.run(one._replace(flat=None)) for one in reports]
    assert [*map(told, together)] == [*map(told, alone)]
    assert any(one.laid for one in reports)


class Counting:
    """A rule's function that counts how often it is asked, and finds a word of the text."""

    def __init__(self, word: str = "") -> None:
        self.asked = 0
        self.word = word

    def __call__(self, here: Node) -> Iterable[Finding]:
        """Find the word, once."""
        self.asked += 1
        if self.word and self.word in here.case.joined:
            yield Finding("/title")


def engine_of(identifier: str, function: Counting) -> Engine:
    """An engine that asks this function under the name of a rule."""
    rules = [one for one in book() if one.family == "LT"]
    own = next(one for one in book() if one.id == identifier)._replace(check=PythonCheck(("",), function))
    judge = best_judge(resources.schema("report/annual-2021.json"))
    return Engine([*rules, own], lambda edition: judge, session("ST005").book.layout)  # noqa: ARG005 - one is enough


def named(body: str, **changes: Any) -> Report:
    """A complete report of a body."""
    tree = complete_tree()
    tree["agency"]["name"] = body
    tree["title"] = f"{body}2023年政府信息公开工作年度报告"
    return flat({**tree, **changes})


THREE = [named(f"示例{place}水利局") for place in ("东市", "西市", "南市")]


def test_a_rule_about_the_form_is_asked_of_the_first_two_reports_of_a_make_alone() -> None:
    function = Counting()
    engine = engine_of("ST005", function)
    tallies = [engine.run(one).tally.passed for one in THREE]
    assert function.asked == 2
    assert tallies == [1, 1, 1]


def test_reports_of_which_each_is_of_a_make_of_its_own_are_asked_once_each() -> None:
    function = Counting()
    odd = [named(f"示例{number}局", title=f"示例{number}局年报第{number}号") for number in range(30)]
    engine_of("ST005", function).run_together(odd)
    assert function.asked == len(odd)


def test_any_other_rule_is_asked_of_each() -> None:
    function = Counting()
    engine = engine_of("ST013", function)
    engine.run_together(THREE)
    assert function.asked == len(THREE)


def test_a_rule_that_does_not_pass_the_first_is_asked_of_each() -> None:
    function = Counting("示例")
    engine = engine_of("ST005", function)
    assert [engine.run(one).tally.failed for one in THREE] == [1, 1, 1]


MAKES: dict[str, Report] = {
    "another year": named("示例市水利局", year=2022),
    "another heading": named(
        "示例市水利局",
        sections={
            **complete_tree()["sections"],
            "other": {**complete_tree()["sections"]["other"], "heading": "六、其它事项"},
        },
    ),
    "another title": named("示例市水利局", title="示例市水利局2023年政府信息公开年报"),
    "a title without its name": named("示例市水利局", title="2023年政府信息公开工作年度报告"),
    "a date before its end": named("示例市水利局", published="2023-12-01"),
    "a date that is none": named("示例市水利局", published="2024-02-30"),
    "no name but in the title": named(
        "示例市水利局", agency={"name": "", "kind": "department", "level": "prefectural"}
    ),
    "another level": named("示例市水利局", agency={"name": "示例市水利局", "kind": "department", "level": "county"}),
}


@pytest.mark.parametrize("report", MAKES.values(), ids=MAKES)
def test_what_says_something_else_of_its_form_is_of_another_make(report: Report) -> None:
    function = Counting()
    engine = engine_of("ST005", function)
    engine.run_together(THREE)
    before = function.asked
    engine.run(report)
    assert function.asked > before


def test_a_name_too_short_for_a_title_is_found_in_a_known_make_too() -> None:
    reports = [named(body, title=f"{body}2023年度政府信息公开工作年度报告") for body in ("示例东局", "示例西局", "局")]
    assert [bool(one.diagnostics) for one in session("ST007").engine.run_together(reports)] == [False, False, True]


def test_that_no_name_is_written_is_found_in_a_known_make_too() -> None:
    nameless = MAKES["no name but in the title"]
    told_of = [one.diagnostics for one in session("SC").engine.run_together([*THREE, nameless])]
    assert [bool(one) for one in told_of] == [False, False, False, True]


class Crashing(Counting):
    """A rule's function that raises."""

    def __call__(self, here: Node) -> Iterable[Finding]:
        """Ask for the impossible."""
        raise RecursionError(here.pointer)


def test_a_rule_about_the_form_that_crashes_is_told_for_each_report() -> None:
    assert [one.tally.crashed for one in engine_of("ST005", Crashing()).run_together(THREE)] == [1, 1, 1]


def test_a_report_whose_sums_are_wrong_teaches_nothing_more_about_its_make() -> None:
    function = Counting()
    engine = engine_of("ST005", function)
    sums = next(one for one in book() if one.id == "AR001")
    engine = Engine([*engine.linter.values(), *engine.rules, sums], engine.judges, engine.layouts)
    wrong = complete_tree()["sections"]
    wrong["applications"]["table"]["new"] |= {"natural_person": 5, "total": 5}
    reports = [named(f"示例{place}水利局", sections=wrong) for place in ("东市", "西市", "南市")]
    assert [one.tally.failed for one in engine.run_together(reports)] == [2, 2, 2]
    assert function.asked == 2


def test_a_row_that_does_not_add_up_is_found_whenever_it_comes() -> None:
    engine = session("AR003").engine
    wrong = complete_tree()
    wrong["sections"]["applications"]["table"]["new"]["total"] = 5
    for reports in ([flat(wrong), *THREE], [*THREE, flat(wrong)]):
        assert [bool(one.diagnostics) for one in engine.run_together(reports)] == [
            bool(one.tree == wrong) for one in reports
        ]


def test_reports_taken_together_are_answered_in_their_order() -> None:
    engine = session("ST013").engine
    wrong = named("示例北市水利局", preamble=["全年公开信息XX条。"])
    assert [bool(one.diagnostics) for one in engine.run_together([THREE[0], wrong, THREE[1]])] == [False, True, False]
