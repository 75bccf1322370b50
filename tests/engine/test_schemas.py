"""The schema of a report: two libraries, the same findings."""

import copy
import json
import random
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from lint import resources
from lint.engine.checks.schema import SchemaCheck
from lint.engine.schemas import TYPE_KINDS, Judge, SchemaError, best_judge, excerpt, fast_judge, plain_judge
from lint.model.form import EDITIONS
from lint.model.pointer import Pointer, child, select, steps
from lint.model.report import Tree
from lint.rulebook.book import load
from lint.rulebook.complete import complete_tree

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted(ROOT.glob("examples/*/*.json"))
CELL = "/sections/applications/table/new/business"
ROW = "/sections/applications/table/new"
FEE = "/sections/proactive/table/fees/amount"
MUTATIONS = 400
FAST = pytest.mark.needs_module("jsonschema_rs")
JUDGES = [pytest.param("fast", marks=FAST), "plain"]


@cache
def judge(name: str, edition: str = "2021") -> Judge:
    """One of the two judges of an edition."""
    return {"fast": fast_judge, "plain": plain_judge}[name](resources.schema(f"report/annual-{edition}.json"))


def judges(edition: str = "2021") -> tuple[Judge, Judge]:
    """Both judges of one edition."""
    return judge("fast", edition), judge("plain", edition)


def example(path: Path) -> Tree:
    """An example as read, with decimals as they are written."""
    tree: Tree = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    return tree


def put(tree: Tree, pointer: Pointer, value: object) -> Tree:
    """The tree with something else, or something new, at a pointer."""
    *above, name = steps(pointer)
    at: Any = tree
    for step in above:
        at = child(at, step)[1]
    if isinstance(at, list):
        at[int(name)] = value
    else:
        at[name] = value
    return tree


@pytest.mark.parametrize("name", JUDGES)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_nothing_is_found_in_an_example(name: str, path: Path) -> None:
    """Every example fits the schema of its edition; the broken one is broken in its figures, not in its shape."""
    tree = example(path)
    assert judge(name, tree["edition"])(tree) == []


@pytest.mark.parametrize("name", JUDGES)
@pytest.mark.parametrize("edition", EDITIONS)
def test_nothing_is_found_in_a_complete_report(name: str, edition: str) -> None:
    """The complete report of either edition fits its schema."""
    assert judge(name, edition)(complete_tree(edition)) == []


GARBAGE: tuple[Any, ...] = (
    None, True, False, -1, -(10**18), 10**18, 0, 3, Decimal("0.5"), Decimal("-2.5"), Decimal("3.0"), Decimal("1E+3"),
    "", "12件", "12", "-5", "１２", "-", " ", [], {}, [1, [2, {"a": None}]], {"total": {"total": []}}, {"": 1}, [[]],
    "\U0001f600",
    {"a/b~c": -1}, ["x", 1, None], "2023", 2023, "一" * 500,
)  # fmt: skip
KEYS = ("新键", "", "a/b", "~", "total", "table", "$schema", "document", "__proto__", "x" * 300)


def mutated(tree: Tree, dice: random.Random) -> Tree:
    """One to three changes: a key deleted, added or renamed, a value of another type or below 0, a list grown."""
    for _ in range(dice.randint(1, 3)):
        places = [(at, value) for at, value in select(tree, "/**") if at]
        at, value = dice.choice(places)
        kind = dice.choice(("garbage", "delete", "unknown-key", "negative", "grow"))
        holder, name = at.rpartition("/")[0], steps(at)[-1]
        above: Any = tree
        for step in steps(holder):
            above = child(above, step)[1]
        if kind == "delete" and isinstance(above, dict):
            del above[name]
        elif kind == "unknown-key" and isinstance(value, dict):
            value[dice.choice(KEYS)] = copy.deepcopy(dice.choice(GARBAGE))
        elif kind == "negative" and type(value) is int:
            put(tree, at, -1 - value)
        elif kind == "grow" and isinstance(value, list):
            value.append(copy.deepcopy(dice.choice(GARBAGE)))
        else:
            put(tree, at, copy.deepcopy(dice.choice(GARBAGE)))
    return tree


@FAST
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_both_find_the_same_in_mutations(path: Path) -> None:
    """Whatever is done to an example, both judges find the same errors with the same values."""
    tree = example(path)
    fast, plain = judges(tree["edition"])
    dice = random.Random(path.stem)  # noqa: S311 - the same mutations in every run
    different = 0
    for _ in range(MUTATIONS // len(EXAMPLES) + 1):
        changed = mutated(copy.deepcopy(tree), dice)
        found = fast(changed)
        assert found == plain(changed)
        different += bool(found)
    assert different > MUTATIONS // len(EXAMPLES) // 2


@FAST
@pytest.mark.parametrize("edition", EDITIONS)
def test_both_find_the_same_in_mutations_of_a_complete_report(edition: str) -> None:
    """As above, in both editions."""
    fast, plain = judges(edition)
    dice = random.Random(edition)  # noqa: S311
    for _ in range(MUTATIONS // 4):
        changed = mutated(complete_tree(edition), dice)
        assert fast(changed) == plain(changed)


FOUND: dict[str, tuple[Pointer, object, list[SchemaError]]] = {
    "text-for-a-count": (CELL, "12件", [SchemaError("type:figure", CELL, {"actual": "12件"})]),
    "boolean-for-a-count": (CELL, True, [SchemaError("type:figure", CELL, {"actual": "true"})]),
    "decimal-for-a-count": (CELL, Decimal("1.5"), [SchemaError("type:fraction", CELL, {"actual": "1.5"})]),
    "whole-decimal-for-a-count": (CELL, Decimal("3.0"), [SchemaError("type:fraction", CELL, {"actual": "3.0"})]),
    "exponent": (CELL, Decimal("5.308E+3"), [SchemaError("type:fraction", CELL, {"actual": "5.308E+3"})]),
    "fraction-as-text": (CELL, "1.5", [SchemaError("type:fraction", CELL, {"actual": "1.5"})]),
    "quoted-count": (CELL, "12", [SchemaError("type:quoted", CELL, {"actual": "12"})]),
    "leading-zeros": (CELL, "062", [SchemaError("type:figure", CELL, {"actual": "062"})]),
    "too-long-a-count": (CELL, "9" * 19, [SchemaError("type:figure", CELL, {"actual": "9" * 19})]),
    "negative-as-text": (CELL, "-5", [SchemaError("type:negative", CELL, {"actual": "-5"})]),
    "negative-in-full-width": (CELL, "－５", [SchemaError("type:negative", CELL, {"actual": "－５"})]),
    "quoted-change": (
        "/sections/proactive/table/licensing/change", "-5",
        [SchemaError("type:quoted", "/sections/proactive/table/licensing/change", {"actual": "-5"})],
    ),
    "quoted-amount": (FEE, "2310.55", [SchemaError("type:quoted", FEE, {"actual": "2310.55"})]),
    "amount-in-words": (FEE, "2310.55元", [SchemaError("type:figure", FEE, {"actual": "2310.55元"})]),
    "quoted-year": ("/year", "2023", [SchemaError("type:quoted", "/year", {"actual": "2023"})]),
    "year-in-words": ("/year", "二〇二三", [SchemaError("type:figure", "/year", {"actual": "二〇二三"})]),
    "number-for-text": ("/title", 2023, [SchemaError("type:text", "/title", {"actual": "2023"})]),
    "list-for-text": ("/title", ["甲"], [SchemaError("type:text", "/title", {"actual": "[…]"})]),
    "text-for-a-list": ("/preamble", "甲", [SchemaError("type:list", "/preamble", {"actual": "甲"})]),
    "blank-for-a-list": ("/preamble", None, [SchemaError("type:blank", "/preamble", {"actual": "null"})]),
    "blank-for-a-group": ("/agency", None, [SchemaError("type:blank", "/agency", {"actual": "null"})]),
    "text-for-a-group": ("/agency", "甲", [SchemaError("type:group", "/agency", {"actual": "甲"})]),
    "unquoted-edition": ("/edition", 2021, [SchemaError("enum:unquoted", "/edition", {"actual": "2021"})]),
    "unknown-edition": ("/edition", 2022, [SchemaError("enum", "/edition", {"actual": "2022"})]),
    "negative-count": (CELL, -3, [SchemaError("minimum", CELL, {"expected": "0", "actual": "-3"})]),
    "null-count": (CELL, None, []),
    "unknown-key": (f"{ROW}/sum", 3, [SchemaError("additionalProperties", f"{ROW}/sum", {"name": "sum"})]),
    "unknown-key-escaped": (f"{ROW}/a~1b", 3, [SchemaError("additionalProperties", f"{ROW}/a~1b", {"name": "a/b"})]),
    "decimal-amount": (FEE, Decimal("2439.0100"), []),
    "negative-amount": (FEE, Decimal("-0.01"), [SchemaError("minimum", FEE, {"expected": "0"})]),
    "row-is-a-list": (ROW, [1], [SchemaError("type:group", ROW, {"expected": "object", "actual": "[…]"})]),
    "unknown-kind": (
        "/agency/kind", "bureau",
        [SchemaError("enum", "/agency/kind",
            {"expected": "government/department/subdistrict/committee/other", "actual": "bureau"})],
    ),
    "empty-title": ("/title", "", [SchemaError("minLength", "/title", {"expected": "1", "actual": ""})]),
}  # fmt: skip


@pytest.mark.parametrize("name", JUDGES)
@pytest.mark.parametrize(("at", "value", "expected"), FOUND.values(), ids=FOUND)
def test_errors(name: str, at: Pointer, value: object, expected: list[SchemaError]) -> None:
    """The keyword, the exact place, what was expected and what stands there (decimals apart)."""
    found = judge(name)(put(complete_tree(), at, value))
    shown = [
        (one.keyword, one.at, {**one.values, **wanted.values}) for one, wanted in zip(found, expected, strict=True)
    ]
    assert shown == [(wanted.keyword, wanted.at, one.values) for one, wanted in zip(found, expected, strict=True)]


@pytest.mark.parametrize("value", [Decimal("1.5"), Decimal("-2.5"), Decimal("3.0"), Decimal("2439.0100")], ids=str)
@pytest.mark.parametrize("at", [CELL, FEE, "/year"])
@pytest.mark.parametrize("name", JUDGES)
def test_decimals_are_quoted_as_written(name: str, at: Pointer, value: Decimal) -> None:
    """Both judges quote a decimal exactly as the report has it, where they quote it at all."""
    found = judge(name)(put(complete_tree(), at, value))
    assert {one.values.get("actual") for one in found} <= {str(value)}


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_error_has_a_rule(edition: str) -> None:
    """Whatever is done to a report, each error is one that a rule claims: none is lost, none is told twice."""
    checks = [one.check for one in load().rules if isinstance(one.check, SchemaCheck)]
    errors_of = judge("plain", edition).errors
    dice = random.Random(f"claims-{edition}")  # noqa: S311
    kinds = set()
    for _ in range(MUTATIONS):
        for error in errors_of(mutated(complete_tree(edition), dice)):
            kinds.add(error.keyword)
            claims = sorted(check.claims(error.keyword, error.at) for check in checks)
            assert claims[-1] > claims[-2], error
    assert {f"type:{kind}" for kind in TYPE_KINDS} - kinds <= {"type:truth"}


REQUIRED: dict[str, tuple[Pointer, list[Pointer]]] = {
    "section": ("/sections/disputes", ["/sections/disputes"]),
    "table": ("/sections/proactive/table", ["/sections/proactive/table"]),
    "heading": ("/sections/other/heading", ["/sections/other/heading"]),
    "all-sections": ("/sections", ["/sections"]),
    "name": ("/agency/name", ["/agency/name"]),
}


@pytest.mark.parametrize("name", JUDGES)
@pytest.mark.parametrize(("at", "expected"), REQUIRED.values(), ids=REQUIRED)
def test_what_is_missing(name: str, at: Pointer, expected: list[Pointer]) -> None:
    """What is missing is found at the place where it should stand."""
    tree = complete_tree()
    *above, key = steps(at)
    holder: Any = tree
    for step in above:
        holder = holder[step]
    del holder[key]
    assert [error.at for error in judge(name)(tree) if error.keyword == "required"] == expected


NO_TREES: tuple[object, ...] = (None, [], "report", 3, True, Decimal("0.5"), {})


@FAST
@pytest.mark.parametrize("tree", NO_TREES, ids=repr)
def test_both_find_the_same_in_what_is_no_tree(tree: object) -> None:
    """A value that is no report at all makes neither judge crash."""
    fast, plain = judges()
    assert fast(tree) == plain(tree) != []


ELSEWHERE = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$ref": "http://127.0.0.1:9/x.json"}


@FAST
def test_nothing_is_ever_fetched() -> None:
    """A reference to elsewhere is an error, not a call over the network."""
    with pytest.raises(Exception, match=r"127\.0\.0\.1"):
        fast_judge(ELSEWHERE)


def test_nothing_is_ever_fetched_by_the_plain_judge() -> None:
    """As above; it looks for it only when it asks."""
    with pytest.raises(Exception, match=r"127\.0\.0\.1"):
        plain_judge(ELSEWHERE)({})


def test_the_best_judge_answers_as_either() -> None:
    """Whichever of the two it is."""
    schema = resources.schema("report/annual-2021.json")
    tree = put(complete_tree(), CELL, "x")
    assert best_judge(schema)(tree) == judge("plain")(tree)


EXCERPTS: dict[str, tuple[object, str]] = {
    "short": ("甲", "甲"),
    "forty": ("甲" * 40, "甲" * 40),
    "longer": ("甲" * 41, "甲" * 40 + "…"),
    "true": (True, "true"),
    "false": (False, "false"),
    "number": (-3, "-3"),
    "decimal": (Decimal("1.50"), "1.50"),
    "exponent": (Decimal("5.308e3"), "5.308E+3"),
    "large-exponent": (Decimal("1E+30"), "1E+30"),
    "none": (None, "null"),
    "list": ([1, 2], "[…]"),
    "empty-list": ([], "[]"),
    "mapping": ({"a": 1}, "{…}"),
    "empty-mapping": ({}, "{}"),
}


@pytest.mark.parametrize(("value", "expected"), EXCERPTS.values(), ids=EXCERPTS)
def test_excerpts(value: object, expected: str) -> None:
    """At most forty characters of a value are quoted."""
    assert excerpt(value) == expected
