"""The same figures in other surroundings, or all of them multiplied."""

import copy
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from lint.engine.linear import Relation, parse_relation
from lint.model.form import EDITIONS, TABLES
from lint.model.pattern import Pattern
from lint.model.pointer import Pointer, child, resolve, steps
from lint.model.report import Tree
from lint.rulebook.examples import Scene, put
from lint.rulebook.mutating.parts import HEADINGS, IDENTITY, PARTS
from lint.rulebook.mutating.texts import strings
from lint.rulebook.mutating.variation import Dice, Subject
from lint.rulebook.valid import BODIES, YEARS, Maker

_MOST_TIMES = 9
_SEEDS = 1 << 30
_OF_ITSELF = Pattern(r"\d{4}|[我本全]|示例|样例")
# The tables of a body without the power to make 规章 are valid for every body.
_POWERLESS = tuple(body for body in BODIES if not body.power)


def multiplied(scene: Scene, subject: Subject, dice: Dice) -> Scene | None:
    """All figures of all tables, those of the reports beside it too, multiplied by one whole number."""
    if not _grows(subject):
        return None
    times = dice.randint(2, _MOST_TIMES)
    changed = scene._replace(
        here=_times(scene.here, times),
        previous=tuple(_times(tree, times) for tree in scene.previous),
        members=tuple(_times(tree, times) for tree in scene.members),
    )
    return None if changed == scene else changed


def _grows(subject: Subject) -> bool:
    """Whether what is declared holds for larger figures if it holds for smaller ones of the same proportions."""
    check = subject.spec["check"]
    if "relation" in check:
        return _constant(parse_relation(check["relation"])) == 0
    sources = [source for one in check.get("conditions", ()) for source in one["holds"]]
    return all(_stays(parse_relation(source)) for source in sources)


def _constant(relation: Relation) -> int:
    """What stands on the right besides the cells."""
    left, right = (sum(part.factor for part in side if part.path is None) for side in (relation.left, relation.right))
    return right - left


def _stays(relation: Relation) -> bool:
    constant = _constant(relation)
    if relation.operator in (">", ">="):
        return constant >= 0
    return constant <= 0 if relation.operator in ("<", "<=") else constant == 0


def _times(tree: Tree, times: int) -> Tree:
    changed = copy.deepcopy(tree)
    for table in TABLES.values():
        found, cells = resolve(changed, table)
        if found:
            put(changed, table, _grown(cells, times))
    return changed


def _grown(value: Any, times: int) -> Any:
    if isinstance(value, dict):
        return {name: _grown(below, times) for name, below in value.items()}
    return value * times if isinstance(value, int | Decimal) and not isinstance(value, bool) else value


def other_ground(scene: Scene, subject: Subject, dice: Dice) -> Scene | None:
    """The parts of the report that the rule does not look at, exchanged for those of another valid report.

    Who reports on what year is exchanged as a whole or not at all, so that title, lead-in and dates fit each other.
    """
    identity, when = scene.report.identity, subject.rule.when
    edition = identity.edition or EDITIONS[0]
    years = [year for year in YEARS[edition] if (when.year_from or year) <= year <= (when.year_to or year)]
    told = frozenset(IDENTITY) & subject.looked_at or when.kinds or when.levels
    fixed = bool(told or scene.previous or scene.members or not years or _speaks_of_itself(scene))
    maker = Maker(dice.randrange(_SEEDS))
    same = [year for year in YEARS[edition] if year == identity.year]
    ground = maker.tree([edition], same if fixed else years, _POWERLESS)
    kept = subject.looked_at.union(HEADINGS, IDENTITY if fixed else ())
    return _exchanged(scene, ground, [part for part in PARTS if part not in kept])


def _speaks_of_itself(scene: Scene) -> bool:
    """Whether the text of the sections names a year or a body, which another title would contradict."""
    return any(_OF_ITSELF.search(text) for text in strings(scene.here.get("sections")))


def _exchanged(scene: Scene, ground: Tree, parts: Iterable[Pointer]) -> Scene | None:
    here = copy.deepcopy(scene.here)
    for part in parts:
        if _reachable(here, part):
            put(here, part, copy.deepcopy(resolve(ground, part)[1]))
    return None if here == scene.here else scene._replace(here=here)


def _reachable(tree: Mapping[str, Any], part: Pointer) -> bool:
    """Whether the part can stand there: what was taken out, or is of another sort, stays so."""
    at: Any = tree
    for step in steps(part)[:-1]:
        if not isinstance(at, dict):
            return False
        found, below = child(at, step)
        if not found:
            return True
        at = below
    return isinstance(at, dict)
