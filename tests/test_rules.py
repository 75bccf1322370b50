"""Every example of every rule is a test, and so is what is made from it."""

from collections.abc import Mapping
from typing import Any

import pytest

from lint import resources
from lint.engine.schemas import best_judge
from lint.rulebook.book import Rulebook, load
from lint.rulebook.examples import examples_of
from lint.rulebook.mutating.mutants import ENOUGH
from lint.rulebook.rule_file import parse
from lint.rulebook.sources import rule_files
from lint.rulebook.starting import unfilled
from lint.rulebook.testing import NOT_VARIED, tried
from lint.rulebook.verdicts import HELD, alone, run_example

FILES = rule_files(resources.bundle_root() / "rules")
SPECS = [parse(path).spec for path in FILES]
CASES = [
    pytest.param(spec["id"], kind, example, id=f"{spec['id']}-{name}")
    for spec in SPECS
    for kind, name, example in examples_of(spec)
]


@pytest.fixture(scope="module")
def book() -> Rulebook:
    """The bundled rules."""
    return load()


@pytest.mark.parametrize(("rule", "kind", "example"), CASES)
def test_an_example_holds(book: Rulebook, rule: str, kind: str, example: Mapping[str, Any]) -> None:
    """Good ones pass, bad ones give exactly the findings they name, undecided ones stay so."""
    found = next(one for one in book.rules if one.id == rule)
    judge = best_judge(resources.schema("report/annual-2021.json"))
    assert run_example(found, kind, example, alone(found, book, judge)) == HELD


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec["id"])
def test_a_rule_has_good_and_bad_examples(spec: Mapping[str, Any]) -> None:
    """No rule without both, but those of the linter itself."""
    counts = [len(spec["examples"][kind]) for kind in ("good", "bad")]
    assert spec["id"].startswith("LT") or all(counts)


@pytest.mark.parametrize("rule", [spec["id"] for spec in SPECS])
def test_what_is_made_from_the_examples_holds(book: Rulebook, rule: str) -> None:
    """At least 20 violations that are none of the examples are found; good reports made from good ones pass."""
    (found,) = tried(book, (rule,))
    assert [(one.example, one.outcome) for one in found.failed] == []
    assert found.violations is not None
    assert found.variations is not None
    if rule.startswith("LT"):
        assert (found.violations.made, found.variations.made, found.why_few) == (0, 0, NOT_VARIED)
    else:
        assert (found.violations.made >= ENOUGH, found.variations.made > 0, found.why_few) == (True, True, None)


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec["id"])
def test_nothing_is_left_to_be_filled_in(spec: Mapping[str, Any]) -> None:
    """No bundled rule is half written."""
    assert unfilled(spec) == ()
