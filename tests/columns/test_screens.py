"""No screen lets a report pass of which its rule has something to say: each against the rule itself."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from lint import Session, Settings, __version__, resources
from lint.columns.checking import Asking, Checker
from lint.columns.facts import Facts
from lint.columns.reading import Collection
from lint.engine.screens import screen_of
from lint.model.report import Report
from lint.readers.tree import report_of_tree
from lint.rulebook.book import load
from lint.rulebook.complete import complete_tree
from lint.rulebook.examples import examples_of, put, scene_of
from lint.rulebook.mutating.mutants import mutants, subject_of
from lint.rulebook.rule_file import parse
from tests.columns.support_columns import both_ways, never, told, written

pytestmark = pytest.mark.needs_module("pyarrow", "numpy")

RULES = load().rules
SCREENED = [rule.id for rule in RULES if screen_of(rule) is not None]


@cache
def session(rule: str) -> Session:
    """One rule alone."""
    return Session(Settings(select=(rule,)))


def reports_of(rule: str) -> list[Report]:
    """Its examples as they are and laid over a complete report, what is made from them, and complete reports."""
    found = next(one for one in session(rule).book.rules if one.id == rule)
    parsed = parse(Path(found.source))
    examples = [example for _, _, example in examples_of(parsed.spec)]
    scenes = [scene_of(one) for one in examples] + [scene_of({**one, "complete": True}) for one in examples]
    subject = subject_of(found.alone, parsed)
    scenes += [scene_of({"complete": True, "report": {at: [text]}}) for at, text in _texts(examples)]
    scenes += [one.scene for kind in ("bad", "good") for one in mutants(subject, kind)]
    trees = [scene.here for scene in scenes] + [complete_tree("2021"), complete_tree("2019"), _terse()]
    return [report_of_tree(str(number), tree) for number, tree in enumerate(trees)]


def _texts(examples: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    """Every piece of text of the examples alone: beside others, another sign might stop what its own does not."""
    for example in examples:
        for at, pieces in example.get("report", {}).items():
            if isinstance(pieces, list) and at.startswith(("/preamble", "/sections/")):
                yield from ((at, text) for text in pieces if isinstance(text, str))


def _terse() -> dict[str, object]:
    """A complete report whose text gives no rule anything to judge."""
    tree = complete_tree()
    tree["preamble"], tree["sections"]["overview"]["paragraphs"] = [], ["依法公开。"]
    tree["sections"]["problems"]["paragraphs"] = tree["sections"]["other"]["paragraphs"] = []
    return tree


def test_every_rule_about_the_form_has_a_screen() -> None:
    """One without would have all rows of a collection asked one by one."""
    rules = Session(Settings(select=("SC", "ST", "CE", "AR"))).engine.rules
    assert [rule.id for rule in rules if screen_of(rule) is None] == []


def test_what_a_rule_file_says_of_its_screen_is_what_counts() -> None:
    """None says one beside that which its kind of check has, or though it has to be asked anyway."""
    said = [rule for rule in RULES if rule.screen is not None]
    assert said
    assert [rule.id for rule in said if screen_of(rule._replace(screen=None)) is not None] == []
    assert [rule.id for rule in said if screen_of(rule) != rule.screen] == []


@pytest.mark.parametrize("rule", SCREENED)
def test_a_screen_agrees_with_its_rule(rule: str, tmp_path: Path) -> None:
    results = list(both_ways(session(rule), reports_of(rule), tmp_path))
    for one in results:
        assert told(one.row) == told(one.own)
    assert any(one.asked for one in results)
    assert not results[-1].asked


# What is put into a complete report for a condition not to hold.
UNTRUE: dict[str, tuple[str, Any]] = {
    "usual_title": ("/title", "示例市水利局2023年度政府信息公开工作年度报告"),
    "own_year": ("/sections/problems/paragraphs", ["2022年没有新的问题。"]),
    "dated": ("/preamble", ["本报告由办公室编制。"]),
    "applied": ("/sections/overview/paragraphs", ["全年收到申请3件。"]),
    "rows": ("/sections/applications/table/new/total", 1),
    "relations": ("/sections/disputes/table/reconsideration/total", 1),
}


def test_every_condition_that_a_rule_file_may_name_has_an_example() -> None:
    screen = resources.schema("rule.schema.json")["properties"]["screen"]["properties"]
    assert screen["conditions"]["items"]["enum"] == [*UNTRUE]


@pytest.mark.parametrize("condition", UNTRUE)
def test_a_condition_holds_of_a_complete_report_and_not_of_its_example(condition: str, tmp_path: Path) -> None:
    trees = complete_tree(), complete_tree()
    put(trees[1], *UNTRUE[condition])
    path = written(
        tmp_path / "reports.parquet", [report_of_tree(str(number), tree) for number, tree in enumerate(trees)]
    )
    (batch,) = Collection(str(path)).batches()
    every = Session()
    checker = Checker(Asking(every.engine, every.check_report, never, __version__))
    facts = Facts(batch, checker.relations, checker.rows)
    assert facts.holds(condition, single_other=False).tolist() == [True, False]
