"""What is made from the examples of one rule: each variation of each, variations of these, and broken valid reports."""

import json
import random
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from lint.engine.checks.table import CHECKS
from lint.model.rule import Rule
from lint.model.text import Text
from lint.rulebook.examples import Scene, examples_of, scene_of
from lint.rulebook.mutating.parts import looked_at
from lint.rulebook.mutating.table import BREAKS, VARIATIONS
from lint.rulebook.mutating.variation import Dice, Subject, Variation
from lint.rulebook.rule_file import Parsed

ENOUGH = 20
MOST: Mapping[str, int] = {"bad": 60, "good": 30}
_BROKEN = 20  # broken valid reports for each rule whose check is declared
_DRAWS = 3  # of each variation for each example
_AGAIN = 300  # attempts to vary what was varied before
_VALID = "valid"


class Mutant(NamedTuple):
    """A changed example: of which, what was done to it in this order, and the reports that came of it."""

    origin: str
    changes: tuple[str, ...]
    scene: Scene

    @property
    def name(self) -> str:
        """As it is told."""
        return " ~ ".join((self.origin, *self.changes))


def subject_of(rule: Rule, parsed: Parsed) -> Subject:
    """The rule of a file, ready to be tried. Raises RuleError where it says of a variation that is none to keep off."""
    spec = parsed.spec
    known = {one.name for one in VARIATIONS}
    for name in spec["examples"].get("fixed", {}):
        if name not in known:
            words = Text(f"没有叫“{name}”的变换", f"there is no variation '{name}' ({', '.join(sorted(known))})")
            raise parsed.error(words, f"/examples/fixed/{name}")
    kind = next(name for name in CHECKS if name in spec["check"])
    return Subject(rule, spec, kind, looked_at(spec, kind))


def mutants(subject: Subject, kind: str) -> list[Mutant]:
    """What is made of the bad or of the good examples, no two the same; the same in every run."""
    dice = random.Random(f"{subject.rule.id}-{kind}")  # noqa: S311 - the same in every run
    origins = [Mutant(name, (), scene_of(example)) for one, name, example in examples_of(subject.spec) if one == kind]
    return list(islice(_different(origins, _all(subject, origins, kind, dice)), MOST[kind]))


def _different(origins: list[Mutant], made: Iterator[Mutant]) -> Iterator[Mutant]:
    """Each that is neither an example itself nor was made before."""
    seen = {_content(one.scene) for one in origins}
    for one in made:
        content = _content(one.scene)
        if content not in seen:
            seen.add(content)
            yield one


def _content(scene: Scene) -> str:
    return json.dumps(scene, default=str, sort_keys=True)


def _all(subject: Subject, origins: list[Mutant], kind: str, dice: Dice) -> Iterator[Mutant]:
    if kind == "bad" and subject.kind in BREAKS:
        yield from _broken(subject, dice)
    known = _known(subject, kind)
    once = [(one, variation) for one in origins for variation in known for _ in range(_DRAWS)]
    dice.shuffle(once)
    made: list[Mutant] = []
    for one, variation in once:
        for mutant in _varied(one, variation, subject, dice):
            made.append(mutant)
            yield mutant
    for _ in range(_AGAIN if made else 0):
        yield from _varied(dice.choice(made), dice.choice(known), subject, dice)


def _known(subject: Subject, kind: str) -> list[Variation]:
    """The variations that keep what the examples of this rule show."""
    fixed = subject.spec["examples"].get("fixed", {})
    return [one for one in VARIATIONS if one.keeps(subject.kind, kind) and one.name not in fixed]


def _broken(subject: Subject, dice: Dice) -> Iterator[Mutant]:
    name, make = BREAKS[subject.kind]
    for _ in range(_BROKEN):
        scene = make(subject, dice)
        if scene is not None:
            yield Mutant(_VALID, (name,), scene)


def _varied(one: Mutant, variation: Variation, subject: Subject, dice: Dice) -> Iterator[Mutant]:
    """The mutant varied once more; nothing where the variation was applied before, or does not apply."""
    scene = None if variation.name in one.changes else variation.vary(one.scene, subject, dice)
    if scene is not None:
        yield Mutant(one.origin, (*one.changes, variation.name), scene)
