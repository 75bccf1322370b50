"""What a variation is: a change of an example after which a violation is still one, or a good report still good."""

import random
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeAlias

from lint.model.pointer import Pointer
from lint.model.rule import Rule
from lint.model.text import Text
from lint.rulebook.examples import Scene

Dice: TypeAlias = random.Random


class Subject(NamedTuple):
    """The rule that is tried: what its file says, the kind of its check, and the parts of a report it looks at."""

    rule: Rule
    spec: Mapping[str, Any]
    kind: str
    looked_at: frozenset[Pointer]


Vary: TypeAlias = Callable[[Scene, Subject, Dice], Scene | None]


class Variation(NamedTuple):
    """One way to change a scene; the function gives None where it does not apply, and never changes what it is given.

    ``violation`` and ``goodness`` are the kinds of checks for which the change keeps the one and the other, and
    ``why`` tells why. A rule for which it does not, says so in its file under examples/fixed.
    """

    name: str
    vary: Vary
    violation: frozenset[str]
    goodness: frozenset[str]
    why: Text

    def keeps(self, kind: str, example: str) -> bool:
        """Whether an example, ``bad`` or ``good``, stays so for a kind of check."""
        return kind in (self.violation if example == "bad" else self.goodness)
