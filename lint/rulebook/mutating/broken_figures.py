"""Valid reports in which one declared relation is broken, or all comparisons of a condition made to hold.

The relations are those that the rule file declares, spelled out over the cells of the form; whether they hold is
worked out here by plain arithmetic, not by the check.
"""

import copy
import operator
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from lint.engine.equations import NOTHING, Equation, only_form, spell_out
from lint.model.form import CELLS
from lint.model.pointer import resolve
from lint.model.report import Tree
from lint.rulebook.examples import Scene, put
from lint.rulebook.mutating.variation import Dice, Subject
from lint.rulebook.valid import EDITIONS_AND_YEARS, Maker

_SEEDS = 1 << 30
_TRIES = 12
_FARTHEST = 9
_COMPARISONS = {"=": operator.eq, "<=": operator.le, ">=": operator.ge, "<": operator.lt, ">": operator.gt}


def broken_relation(subject: Subject, dice: Dice) -> Scene | None:
    """One cell of one equation changed, so that it no longer holds; None where that did not come about."""
    tree = valid_tree(subject, dice)
    equations = _spelled(subject.spec["check"]["relation"], subject, tree)
    dice.shuffle(equations)
    for equation in equations[:_TRIES]:
        index = dice.choice(equation.cells)
        changed = _changed(tree, index, dice)
        if changed is not None and _holds(equation, tree) and _holds(equation, changed) is False:
            return Scene(changed, at=(CELLS[equation.target],))
    return None


def valid_tree(subject: Subject, dice: Dice) -> Tree:
    """A valid report that the rule is for."""
    when = subject.rule.when
    told = [(edition, year) for edition, year in EDITIONS_AND_YEARS if not when.editions or edition in when.editions]
    fitting = [one for one in told if (when.year_from or one[1]) <= one[1] <= (when.year_to or one[1])]
    edition, year = dice.choice(fitting or told)
    return Maker(dice.randrange(_SEEDS)).tree([edition], [year])


def _spelled(source: str, subject: Subject, tree: Mapping[str, Any]) -> list[Equation]:
    check = subject.spec["check"]
    equations = spell_out(source, subject.rule.given, check.get("at"), NOTHING)
    return list(only_form(equations, single_other=tree["edition"] == "2019"))


def _changed(tree: Tree, index: int, dice: Dice) -> Tree | None:
    """A copy with one figure a little larger or smaller, never below 0."""
    value = resolve(tree, CELLS[index])[1]
    if not isinstance(value, int | Decimal):
        return None
    by = dice.choice([step for step in range(-_FARTHEST, _FARTHEST + 1) if step and value + step >= 0])
    changed = copy.deepcopy(tree)
    put(changed, CELLS[index], value + by)
    return changed


def _holds(equation: Equation, tree: Tree) -> bool | None:
    """By plain arithmetic; None where a figure is missing."""
    sides = [_sum(terms, tree) for terms in (equation.left, equation.right)]
    if sides[0] is None or sides[1] is None:
        return None
    return bool(_COMPARISONS[equation.operator](sides[0], sides[1] + equation.constant))


def _sum(terms: Sequence[tuple[int, int]], tree: Tree) -> Decimal | int | None:
    total: Decimal | int = 0
    for factor, index in terms:
        value = resolve(tree, CELLS[index])[1]
        if not isinstance(value, int | Decimal):
            return None
        total += factor * value
    return total


def other_figures(scene: Scene, subject: Subject, dice: Dice) -> Scene | None:
    """Two figures of the comparisons changed, after which alternatives hold at the same places as before."""
    places = _places(scene, subject)
    cells = sorted({index for row in places for equation in row for index in equation.cells})
    present = [index for index in cells if isinstance(resolve(scene.here, CELLS[index])[1], int)]
    for _ in range(_TRIES if present else 0):
        first = _changed(scene.here, dice.choice(present), dice)
        changed = first and _changed(first, dice.choice(present), dice)
        if changed and changed != scene.here and _met(places, changed) == frozenset(scene.at):
            return scene._replace(here=changed)
    return None


def _places(scene: Scene, subject: Subject) -> list[tuple[Equation, ...]]:
    """The comparisons of each alternative at each place; none where this form lacks a cell that they name."""
    edition = {"edition": scene.report.identity.edition}
    found: list[tuple[Equation, ...]] = []
    for alternative in subject.spec["check"]["conditions"]:
        spelled = [_spelled(source, subject, edition) for source in alternative["holds"]]
        found += zip(*spelled, strict=True) if len(set(map(len, spelled))) == 1 else ()
    return found


def _met(places: Sequence[Sequence[Equation]], tree: Tree) -> frozenset[str] | None:
    """Where all comparisons hold; None where one of them cannot be worked out."""
    held = [(CELLS[row[0].target], [_holds(equation, tree) for equation in row]) for row in places]
    if any(None in answers and False not in answers for _, answers in held):
        return None
    return frozenset(target for target, answers in held if all(answers))
