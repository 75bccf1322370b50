"""The grammar of relations."""

import pytest

from lint.engine.linear import Part, Relation, parse_relation
from lint.model.errors import RuleError

PARSED = {
    "equality": (
        "total = upheld + corrected",
        Relation(
            (Part(1, "total", many=False),), "=", (Part(1, "upheld", many=False), Part(1, "corrected", many=False))
        ),
    ),
    "at-least": (
        "in_force >= issued",
        Relation((Part(1, "in_force", many=False),), ">=", (Part(1, "issued", many=False),)),
    ),
    "at-most": ("a <= b", Relation((Part(1, "a", many=False),), "<=", (Part(1, "b", many=False),))),
    "more": ("a > b", Relation((Part(1, "a", many=False),), ">", (Part(1, "b", many=False),))),
    "less": ("a < b", Relation((Part(1, "a", many=False),), "<", (Part(1, "b", many=False),))),
    "number": ("repealed > 0", Relation((Part(1, "repealed", many=False),), ">", (Part(0, None, many=False),))),
    "negative-number": ("a >= -5", Relation((Part(1, "a", many=False),), ">=", (Part(-5, None, many=False),))),
    "minus": (
        "a - b = c",
        Relation((Part(1, "a", many=False), Part(-1, "b", many=False)), "=", (Part(1, "c", many=False),)),
    ),
    "leading-minus": (
        "-a + b = 0",
        Relation((Part(-1, "a", many=False), Part(1, "b", many=False)), "=", (Part(0, None, many=False),)),
    ),
    "factor": ("2 * a > 3*b", Relation((Part(2, "a", many=False),), ">", (Part(3, "b", many=False),))),
    "negative-factor": ("a > -3 * b", Relation((Part(1, "a", many=False),), ">", (Part(-3, "b", many=False),))),
    "factor-of-a-number": ("a > 2 * 10", Relation((Part(1, "a", many=False),), ">", (Part(20, None, many=False),))),
    "sum": (
        "results/total/{c} = sum(results/**/{c})",
        Relation((Part(1, "results/total/{c}", many=False),), "=", (Part(1, "results/**/{c}", many=True),)),
    ),
    "sum-with-spaces": ("a = sum( b/* )", Relation((Part(1, "a", many=False),), "=", (Part(1, "b/*", many=True),))),
    "factor-of-a-sum": ("a < 2 * sum(b/*)", Relation((Part(1, "a", many=False),), "<", (Part(2, "b/*", many=True),))),
    "path-and-number": (
        "a = b + 1",
        Relation((Part(1, "a", many=False),), "=", (Part(1, "b", many=False), Part(1, None, many=False))),
    ),
    "name-first": ("{g}/total > 0", Relation((Part(1, "{g}/total", many=False),), ">", (Part(0, None, many=False),))),
    "no-spaces": (
        "a=b+c",
        Relation((Part(1, "a", many=False),), "=", (Part(1, "b", many=False), Part(1, "c", many=False))),
    ),
}


@pytest.mark.parametrize(("source", "expected"), PARSED.values(), ids=PARSED)
def test_parsed(source: str, expected: Relation) -> None:
    """Two sides of terms, joined by one comparison."""
    assert parse_relation(source) == expected


REFUSED = {
    "no-comparison": ("a + b", "a relation has exactly one comparison: a + b"),
    "two-comparisons": ("a = b = c", "a relation has exactly one comparison: a = b = c"),
    "double-equals": ("a == b", "a relation has exactly one comparison: a == b"),
    "empty": ("", "a relation has exactly one comparison: "),
    "nothing-on-the-left": ("= b", "cannot read '' in the relation '= b'"),
    "nothing-on-the-right": ("a =", "cannot read '' in the relation 'a ='"),
    "no-operator-between": ("a b = c", "cannot read 'b' in the relation 'a b = c'"),
    "operator-at-the-end": ("a = b +", "cannot read '+' in the relation 'a = b +'"),
    "product-of-cells": ("a * b = c", "cannot read '* b' in the relation 'a * b = c'"),
    "division": ("a / 2 = c", "cannot read '/ 2' in the relation 'a / 2 = c'"),
    "fraction": ("a > 0.5 * b", "cannot read '.5 * b' in the relation 'a > 0.5 * b'"),
    "call": ("a = max(b)", "cannot read '(b)' in the relation 'a = max(b)'"),
    "sum-not-closed": ("a = sum(b", "cannot read '(b' in the relation 'a = sum(b'"),
    "star-outside-a-sum": ("a = b/*", "cannot read '*' in the relation 'a = b/*'"),
    "capitals": ("A = b", "cannot read 'A' in the relation 'A = b'"),
    "factor-too-long": ("a = 1234567890 * b", "cannot read '* b' in the relation 'a = 1234567890 * b'"),
    "code": ("a = __import__('os')", "cannot read \"('os')\" in the relation 'a = __import__('os')'"),
}


@pytest.mark.parametrize(("source", "words"), REFUSED.values(), ids=REFUSED)
def test_refused(source: str, words: str) -> None:
    """What is no linear relation is refused, with the piece that cannot be read."""
    with pytest.raises(RuleError) as raised:
        parse_relation(source)
    assert raised.value.words.en.replace("'('os')'", "\"('os')\"", 1) == words


LONG = {
    "terms": "a = " + " + ".join(["b"] * 20_000),
    "spaces": "a = " + " " * 100_000 + "b",
    "digits": "a = " + "1" * 17,
}


@pytest.mark.parametrize("source", LONG.values(), ids=LONG)
def test_long_relations_are_read(source: str) -> None:
    """Length alone is no trouble."""
    assert parse_relation(source).operator == "="
