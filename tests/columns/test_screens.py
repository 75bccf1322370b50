"""No screen lets a report pass of which its rule has something to say: each against the rule itself."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from lint import Session, Settings
from lint.engine.screens import SCREENS, screen_of
from lint.model.report import Report
from lint.readers.tree import report_of_tree
from lint.rulebook.complete import complete_tree
from lint.rulebook.examples import examples_of, scene_of
from lint.rulebook.mutating.mutants import mutants, subject_of
from lint.rulebook.rule_file import parse
from tests.columns.support_columns import both_ways, told

pytestmark = pytest.mark.needs_module("pyarrow", "numpy")

RELATIONS = ("AR001", "AR002", "AR003", "AR004", "PL002")
REMARKS = ("ST023", "ST024", "ST025", "ST026", "ST027", "ST028")


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


@pytest.mark.parametrize("rule", [*SCREENS, *RELATIONS, *REMARKS])
def test_a_screen_agrees_with_its_rule(rule: str, tmp_path: Path) -> None:
    results = list(both_ways(session(rule), reports_of(rule), tmp_path))
    for one in results:
        assert told(one.row) == told(one.own)
    assert any(one.asked for one in results)
    assert not results[-1].asked
