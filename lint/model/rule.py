"""A rule as loaded: what its file says, with its check made ready."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeAlias

from lint.model.finding import Finding, Severity
from lint.model.pointer import Pointer
from lint.model.text import Text

if TYPE_CHECKING:
    from lint.model.case import Case
    from lint.model.undecided import Reason


class Answers(NamedTuple):
    """What one rule answers about one report: how many questions passed, what failed, why some are undecided."""

    passed: int
    findings: tuple[Finding, ...] = ()
    undecided: "tuple[Reason, ...]" = ()


ONE_PASSED = Answers(1)


class Check(Protocol):
    """A check kind with its options filled in: asks its questions of one report."""

    def ask(self, case: "Case") -> Answers:
        """All answers about one report. Raises Undecided where the whole question cannot be decided."""
        ...


class Guard(NamedTuple):
    """The ``when`` of a rule or pack: for which reports it is asked. An empty member asks nothing.

    ``regions`` are the beginnings of the names of the bodies that it is for.
    """

    editions: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    year_from: int | None = None
    year_to: int | None = None
    regions: tuple[str, ...] = ()


EVERY = Guard()


class Pack(NamedTuple):
    """Rules of others that belong together. ``when`` guards all of them; ``source`` is the file that says so."""

    name: str
    title: Text
    source: str
    when: Guard = EVERY


class Regrade(NamedTuple):
    """What a pack says about a shipped rule: its own severity for the reports that the pack is for, and why."""

    severity: Severity
    reason: Text
    pack: Pack


class Screen(NamedTuple):
    """When a shipped rule is certain to pass a report of sound figures whose form it passes, and need not be asked.

    ``signs`` must be neither in text nor title, ``beside`` not in the text beside the title, where it may well be (both
    RE2); ``conditions`` are those of :mod:`lint.columns.facts` that must hold.
    """

    signs: str = ""
    conditions: tuple[str, ...] = ()
    beside: str = ""


FORM = Screen()  # decided by the form of the report alone


OptionValue: TypeAlias = int | Decimal | str | bool


class Option(NamedTuple):
    """Something about a rule that the configuration may set: its value is the default where nobody says another."""

    name: str
    default: OptionValue
    value: OptionValue
    about: Text


class Rule(NamedTuple):
    """One rule, ready to be asked. ``source`` is its file.

    ``needs`` says which reports beside it compares with: ``years`` or ``members``; None asks the report alone.
    ``pack`` is the pack that it came with, ``regrades`` what packs say about its severity; ``extends`` is the id of the
    rule from which it takes what its own file does not say. ``screen`` is what the file of a shipped rule says of when
    it passes without being asked; None for a rule that has to be asked.
    """

    id: str
    name: str
    title: Text
    why: Text
    basis: Text
    since: str
    status: str
    severity: Severity
    given: tuple[Pointer, ...]
    when: Guard
    check: Check
    message: Text
    confidence: Text
    source: str
    needs: str | None = None
    options: tuple[Option, ...] = ()
    pack: Pack | None = None
    regrades: tuple[Regrade, ...] = ()
    extends: str | None = None
    screen: Screen | None = None

    @property
    def alone(self) -> "Rule":
        """The rule as its file has it, without what packs add: so it is tried by its examples."""
        return self._replace(pack=None, regrades=())

    @property
    def for_all(self) -> bool:
        """Whether it is asked of every report."""
        return self.when == EVERY and (self.pack is None or self.pack.when == EVERY)

    @property
    def family(self) -> str:
        """The first two letters of the id."""
        return self.id[:2]


def ordered(rules: Iterator[Rule]) -> tuple[Rule, ...]:
    """Rules in the order of their ids."""
    return tuple(sorted(rules, key=lambda rule: rule.id))
