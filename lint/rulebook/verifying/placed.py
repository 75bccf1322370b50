"""The relations of a rule book, each with its rule and its place, by layout of table three."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lint.diagnosis.relation import Relation
from lint.engine.checks.bounds import RangeCheck
from lint.engine.checks.conditions import ConditionsCheck
from lint.engine.checks.relation import RelationCheck
from lint.engine.equations import Equation, only_form
from lint.model.form import CELL_INDEX, CELLS
from lint.model.pointer import matches
from lint.model.rule import Rule
from lint.rulebook.verifying.found import At

# The change of edition 2019 is a difference of two years.
SIGNED = frozenset(index for pointer, index in CELL_INDEX.items() if pointer.endswith("/change"))


class Placed(NamedTuple):
    """A relation that a rule asks at one place."""

    at: At
    relation: Relation


def relations(rules: Iterable[Rule], *, single_other: bool) -> list[Placed]:
    """Every relation between figures that must hold on one layout of table three, in the order of the rules."""
    return [placed for rule in rules for placed in _of_rule(rule, single_other=single_other)]


def _of_rule(rule: Rule, *, single_other: bool) -> Iterator[Placed]:
    if isinstance(rule.check, RelationCheck):
        for equation in only_form(rule.check.equations, single_other=single_other):
            yield Placed(At(rule.id, CELLS[equation.target]), relation_of(equation))
    elif isinstance(rule.check, RangeCheck):
        bounds = ((">=", rule.check.least), ("<=", rule.check.most))
        for cell, index in CELL_INDEX.items():
            if any(matches(pattern, cell) for pattern in rule.check.given):
                for operator, bound in bounds:
                    if bound is not None:
                        yield Placed(At(rule.id, cell), Relation(((1, index),), operator, bound))


def relation_of(equation: Equation) -> Relation:
    """All terms of an equation on one side."""
    right = tuple((-factor, cell) for factor, cell in equation.right)
    return Relation((*equation.left, *right), equation.operator, equation.constant)


def coverage(rules: Iterable[Rule]) -> tuple[dict[int, int], dict[int, int]]:
    """How many relations each cell stands in, and how many conditions; cells in none are not named."""
    held: dict[int, int] = {}
    looked_at: dict[int, int] = {}
    for rule in rules:
        for counts, equations in ((held, _relations(rule)), (looked_at, _conditions(rule))):
            for cells in equations:
                for cell in set(cells):
                    counts[cell] = counts.get(cell, 0) + 1
    return held, looked_at


def _relations(rule: Rule) -> Iterator[Iterable[int]]:
    if isinstance(rule.check, RelationCheck):
        yield from (equation.cells for equation in rule.check.equations)
    elif isinstance(rule.check, RangeCheck):
        yield from ([cell for _, cell in placed.relation.terms] for placed in _of_rule(rule, single_other=False))


def _conditions(rule: Rule) -> Iterator[Iterable[int]]:
    if isinstance(rule.check, ConditionsCheck):
        for place in zip(*rule.check.equations.values(), strict=True):
            yield [cell for equation in place for cell in equation.cells]
