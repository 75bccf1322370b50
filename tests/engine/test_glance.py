"""A first look at a tree says yes only where the library says so too."""

import copy
import json
import random
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from lint import resources
from lint.engine.glance import surely_fits
from lint.engine.schemas import FEW, Schema, best_judge, plain_judge
from lint.model.form import EDITIONS
from lint.model.pointer import child, steps
from lint.rulebook.complete import complete_tree

MUTATIONS = 300
ODD: tuple[object, ...] = (
    None, True, -1, 0, 1, 10**30, 1.5, Decimal("1.5"), "", "7", "2021", [], [None], [""], ["一"], {}, {"name": None},
)  # fmt: skip


@cache
def schema(edition: str) -> Schema:
    """The schema of an edition."""
    return resources.schema(f"report/annual-{edition}.json")


def whole(edition: str) -> dict[str, Any]:
    """A complete report."""
    tree: dict[str, Any] = json.loads(json.dumps(complete_tree(edition), default=int))
    return tree


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_complete_report_surely_fits(edition: str) -> None:
    """So that most reports need no library."""
    assert surely_fits(schema(edition), whole(edition))


def places(tree: object, at: str = "") -> list[str]:
    """Every pointer below the whole."""
    below = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return [found for name, value in below for found in (f"{at}/{name}", *places(value, f"{at}/{name}"))]


def changed(tree: dict[str, Any], dice: random.Random) -> dict[str, Any]:
    """A tree with something odd in one place, or with something missing or new."""
    made = copy.deepcopy(tree)
    *above, name = steps(dice.choice(places(made)))
    at: Any = made
    for step in above:
        at = child(at, step)[1]
    key: Any = int(name) if isinstance(at, list) else name
    match dice.randrange(4):
        case 0:
            del at[key]
        case 1 if isinstance(at, dict):
            at["unheard-of"] = dice.choice(ODD)
        case _:
            at[key] = dice.choice(ODD)
    return made


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_surely_fits_is_accepted_by_the_library(edition: str) -> None:
    """Over many changed trees; and those of plain JSON that the library accepts get their yes at once."""
    dice = random.Random(7)  # noqa: S311 - the same changes in every run
    judge, agreed = plain_judge(schema(edition)), 0
    for _ in range(MUTATIONS):
        tree = changed(whole(edition), dice)
        sure = surely_fits(schema(edition), tree)
        assert not sure or judge.accepts(tree)
        agreed += sure
    assert 0 < agreed < MUTATIONS


UNCLEAR: dict[str, tuple[Schema, object]] = {
    "unknown-keyword": ({"pattern": "^a$"}, "a"),
    "reference-elsewhere": ({"$ref": "https://example.org/a"}, 1),
    "reference-to-nothing": ({"$ref": "#/$defs/a"}, 1),
    "open-object": ({"additionalProperties": True}, {}),
    "truth": ({"type": "boolean"}, True),
    "truth-for-number": ({"enum": ["1"]}, True),
    "number-with-a-point": ({"type": "number"}, 1.0),
    "round-and-round": ({"$ref": "#"}, 1),
}


@pytest.mark.parametrize(("asked", "value"), UNCLEAR.values(), ids=UNCLEAR)
def test_what_is_unclear_gets_no_yes(asked: Schema, value: object) -> None:
    """Neither keywords nor values that it does not know."""
    assert not surely_fits(asked, value)


@pytest.mark.parametrize("looks", [1, FEW, FEW + 2])
def test_many_trees_are_judged_as_the_first(looks: int) -> None:
    """Whoever looks, a good tree is accepted and a bad one is not, and its errors are told."""
    judge = best_judge(schema("2021"))
    good = whole("2021")
    bad = {**good, "year": "2023"}
    assert [judge.accepts(good) for _ in range(looks)] == [True] * looks
    assert not judge.accepts(bad)
    assert [(error.keyword, error.at) for error in judge.errors(bad)] == [("type:quoted", "/year")]
    assert judge.accepts(good)
