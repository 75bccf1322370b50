"""A valid report and one of the year before, whose figures do not fit each other as the rule declares."""

import copy
from math import ceil

from lint.model.pointer import Pointer, resolve, select, steps
from lint.model.report import Tree
from lint.rulebook.examples import Scene, put
from lint.rulebook.mutating.variation import Dice, Subject
from lint.rulebook.valid import Maker

_SEEDS = 1 << 30
_FARTHEST = 9
_LATER = (2022, 2023, 2024, 2025)


def jump(subject: Subject, dice: Dice) -> Scene | None:
    """One given figure many times that of the year before, or the other way round."""
    change = subject.spec["check"]["change"]
    here, before = _pair(dice)
    at = _one_of(subject, here, dice)
    if at is None:
        return None
    small = ceil(change["base"]) + dice.randint(0, _FARTHEST)
    large = ceil(change["least"] * small)
    figures = [small, large + (0 if "most" in change else dice.randint(0, _FARTHEST))]
    dice.shuffle(figures)
    put(here, at, figures[0])
    put(before, at, figures[1])
    return Scene(here, (before,), at=(at,))


def not_carried(subject: Subject, dice: Dice) -> Scene | None:
    """One given figure other than what the year before makes it."""
    carried = subject.spec["check"]["carried"]
    here, before = _pair(dice)
    at = _one_of(subject, here, dice)
    expected = _sum(carried, at, subject, here, before) if at else None
    if at is None or expected is None:
        return None
    by = -dice.randint(1, _FARTHEST) if carried.get("operator") == ">=" else dice.choice((-2, -1, 1, 2, 5))
    if expected + by < 0:
        return None
    put(here, at, expected + by)
    return Scene(here, (before,), at=(at,))


def _pair(dice: Dice) -> tuple[Tree, Tree]:
    """Two valid reports of one body, on two years of one edition."""
    year = dice.choice(_LATER)
    here, before = (Maker(dice.randrange(_SEEDS)).tree(["2021"], [one]) for one in (year, year - 1))
    return here, {**before, "agency": copy.deepcopy(here["agency"])}


def _one_of(subject: Subject, tree: Tree, dice: Dice) -> Pointer | None:
    found = [at for one in subject.rule.given for at, value in select(tree, one) if isinstance(value, int)]
    return dice.choice(found) if found else None


def _sum(carried: dict[str, str], at: Pointer, subject: Subject, here: Tree, before: Tree) -> int | None:
    """What the figure should be at least, or exactly; None where a figure for it is missing."""
    terms = [(1, before, carried["source"])]
    terms += [(sign, here, carried[name]) for name, sign in (("plus", 1), ("minus", -1)) if name in carried]
    values = [resolve(tree, _bound(path, at, subject))[1] for _, tree, path in terms]
    if not all(isinstance(value, int) for value in values):
        return None
    return sum(sign * int(str(value)) for (sign, _, _), value in zip(terms, values, strict=True))


def _bound(path: Pointer, at: Pointer, subject: Subject) -> Pointer:
    """The path with each star standing for what it stands for in the given place."""
    given = subject.rule.given[0]
    stars = iter([step for asked, step in zip(steps(given), steps(at), strict=True) if asked == "*"])
    return "/".join(next(stars) if step == "*" else step for step in path.split("/"))
