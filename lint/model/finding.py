"""What a rule yields, and what the engine makes of it."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

from lint.model.place import Place
from lint.model.pointer import Pointer
from lint.model.text import Text


class Severity(Enum):
    """How sure and how grave: error is certain, warning likely, info worth a look."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the gravest."""
        return _RANKS[self]


_RANKS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


class Term(NamedTuple):
    """One figure of a broken relation: on which side, with which factor, where, how much.

    ``value`` is None for a blank cell that counts as 0.
    """

    side: str
    factor: int
    pointer: Pointer
    value: str | None


class Finding(NamedTuple):
    """A bare finding of a rule: where, with which values, and what else has to do with it.

    ``at`` is None where no tree exists. ``place`` is set where the rule knows better than the tree.
    ``severity`` lowers the rule's own; None keeps it. ``operator`` stands between the two sides of ``terms``.
    """

    at: Pointer | None
    values: Mapping[str, str] = MappingProxyType({})
    related: tuple[Pointer, ...] = ()
    severity: Severity | None = None
    place: Place | None = None
    terms: tuple[Term, ...] = ()
    operator: str = ""


class Diagnostic(NamedTuple):
    """A finding dressed for people: rule, severity, words, places, fingerprint.

    ``labels`` names the terms of a broken relation shortly, by what tells them apart: their row, or their column.
    """

    rule: str
    name: str
    severity: Severity
    message: Text
    basis: Text
    where: Text
    pointer: Pointer | None
    place: Place | None
    values: dict[str, str]
    related: tuple[tuple[Pointer, Place | None], ...]
    terms: tuple[Term, ...]
    operator: str
    fingerprint: str
    labels: dict[Pointer, Text]
    waived: str | None = None


class Tally:
    """The four answers of the questions asked, counted."""

    __slots__ = ("crashed", "failed", "passed", "undecided")  # a dataclass would be made anew at each start

    def __init__(self, passed: int = 0, failed: int = 0, undecided: int = 0, crashed: int = 0) -> None:
        self.passed = passed
        self.failed = failed
        self.undecided = undecided
        self.crashed = crashed

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tally) and self.as_dict() == other.as_dict()

    __hash__ = None  # type: ignore[assignment]  # it changes as answers are counted in

    def __repr__(self) -> str:
        return f"Tally({', '.join(f'{name}={count}' for name, count in self.as_dict().items())})"

    def add(self, other: "Tally") -> None:
        """Count the answers of another tally in."""
        self.passed += other.passed
        self.failed += other.failed
        self.undecided += other.undecided
        self.crashed += other.crashed

    @property
    def asked(self) -> int:
        """All questions asked."""
        return self.passed + self.failed + self.undecided + self.crashed

    def as_dict(self) -> dict[str, int]:
        """The counts under the names of the JSON output."""
        return {
            "passed": self.passed,
            "failed": self.failed,
            "undecided": self.undecided,
            "crashed": self.crashed,
        }
