"""Conditions that can never raise anything: their comparisons exclude each other, or an earlier one always precedes."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from lint.diagnosis.freedom import Exhausted
from lint.diagnosis.relation import Relation
from lint.engine.checks.conditions import ConditionsCheck
from lint.engine.equations import Equation
from lint.model.form import CELLS
from lint.model.rule import Rule
from lint.model.text import Text
from lint.rulebook.verifying.found import Found
from lint.rulebook.verifying.placed import SIGNED, relation_of
from lint.rulebook.verifying.polyhedron import feasible
from lint.rulebook.verifying.redundancy import CONTRARY

_Place: TypeAlias = Sequence[Sequence[Equation]]  # the comparisons of each alternative

_DEAD = Text("第 {number} 组条件互相排斥，永远不会提出", "the comparisons of alternative {number} exclude each other")
_UNREACHED = Text(
    "第 {number} 组条件成立时，第 {before} 组总已成立",
    "where alternative {number} holds, alternative {before} does too",
)
_UNSOLVED = Text("第 {number} 组条件超出了计算的限度", "alternative {number} is beyond the bounds of the search")


def alternatives(rules: Iterable[Rule]) -> Iterator[Found]:
    """What is found about the conditions of the rules, with the first place at which it is so."""
    for rule in rules:
        if isinstance(rule.check, ConditionsCheck):
            told: set[str] = set()
            for found in (one for place in rule.check.places for one in _of_place(rule.id, place)):
                if found.words.en not in told:
                    told.add(found.words.en)
                    yield found


def _of_place(rule: str, place: _Place) -> Iterator[Found]:
    written = [[relation_of(equation) for equation in alternative] for alternative in place]
    for number, relations in enumerate(written):
        at, values = CELLS[place[number][0].target], {"number": str(number + 1)}
        try:
            before = next((n for n in range(number) if _always(written[n], relations)), None)
            if not feasible(relations, SIGNED):
                yield Found("dead-condition", rule, at, _DEAD.fill(values))
            elif before is not None:
                yield Found("unreached-condition", rule, at, _UNREACHED.fill({**values, "before": str(before + 1)}))
        except Exhausted:
            yield Found("unsolved", rule, at, _UNSOLVED.fill(values))


def _always(implied: Sequence[Relation], relations: Sequence[Relation]) -> bool:
    """Whether all of some relations hold wherever all of the others do."""
    contrary = (one._replace(operator=operator) for one in implied for operator in CONTRARY[one.operator])
    return not any(feasible([*relations, one], SIGNED) for one in contrary)
