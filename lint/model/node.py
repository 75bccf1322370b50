"""All that a Python rule holds: a place of a report, and what stands there."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from lint.model.case import Case
from lint.model.digits import in_plain_digits
from lint.model.pointer import Pointer, join, resolve, select, steps
from lint.model.report import Document, Identity
from lint.model.rule import OptionValue
from lint.model.undecided import NO_AGENCY, NO_FIGURE, NO_TEXT, NO_YEAR, NOTHING_BESIDE, Undecided

if TYPE_CHECKING:
    from lint.model.norms import Norm  # only where norms are given

NO_OPTIONS: Mapping[str, OptionValue] = MappingProxyType({})


class Node(NamedTuple):
    """A place of a report with its value; ``node / "results/total"`` goes down.

    ``options`` holds what the rule's file declares, as the configuration sets it.
    """

    case: Case
    pointer: Pointer
    value: object
    options: Mapping[str, OptionValue] = NO_OPTIONS

    def __truediv__(self, path: str) -> "Node":
        """The node at a path below; its value is None where nothing stands there."""
        pointer = join(self.pointer, *steps(f"/{path}"))
        return Node(self.case, pointer, resolve(self.value, f"/{path}")[1], self.options)

    @property
    def root(self) -> "Node":
        """The whole report."""
        return Node(self.case, "", self.case.report.tree, self.options)

    @property
    def identity(self) -> Identity:
        """Who reports on what year."""
        return self.case.report.identity

    @property
    def document(self) -> Document:
        """What the document has beyond the tree."""
        return self.case.report.document

    @property
    def before(self) -> "Node":
        """The same place in last year's report of the same body; its value is None where nothing stands there.

        Raises Undecided where that report is not given, or two that are given differ.
        """
        case = self.case.last_year
        return Node(case, self.pointer, resolve(case.report.tree, self.pointer)[1], self.options)

    @property
    def norm(self) -> "Norm":
        """What bodies of its kind and level usually report here.

        Raises Undecided where no norms are given, kind or level are not known, or nobody reports anything here.
        """
        norms = self.case.beside.norms
        if norms is None:
            raise Undecided(NOTHING_BESIDE)
        return norms.of(self.identity, self.pointer)

    @property
    def texts(self) -> list[tuple[Pointer, str]]:
        """Every piece of text at or below this place with its pointer."""
        return self.case.texts_below(self.pointer)

    @property
    def in_plain_digits(self) -> "Node":
        """The same place of the report with every digit of its text in half-width form."""
        case = self.case.once(in_plain_digits)
        if case is None:
            return self
        return self._replace(case=case, value=resolve(case.report.tree, self.pointer)[1])

    def exists(self) -> bool:
        """Whether something that is not blank stands here."""
        return self.value is not None

    def number(self) -> int | Decimal:
        """The figure here. Raises Undecided where it is blank, missing or no plain figure."""
        if isinstance(self.value, int | Decimal) and not isinstance(self.value, bool):
            return self.value
        raise Undecided(NO_FIGURE, self.pointer)

    def text(self) -> str:
        """The text here. Raises Undecided where there is none."""
        if isinstance(self.value, str):
            return self.value
        raise Undecided(NO_TEXT, self.pointer)

    def each(self, pattern: str) -> Iterator["Node"]:
        """The nodes below that fit a pattern such as ``results/denied/*``."""
        return (
            Node(self.case, self.pointer + at, value, self.options) for at, value in select(self.value, f"/{pattern}")
        )

    def option(self, name: str) -> int | Decimal:
        """An option of the rule that is a number. Raises KeyError where its file declares none of this name."""
        value = self.options[name]
        if isinstance(value, int | Decimal):
            return value
        raise TypeError(name)

    def year(self) -> int:
        """The report year. Raises Undecided where it is unknown."""
        if self.identity.year is None:
            raise Undecided(NO_YEAR)
        return self.identity.year

    def agency(self) -> str:
        """The name of the body. Raises Undecided where it is unknown."""
        if self.identity.agency is None:
            raise Undecided(NO_AGENCY)
        return self.identity.agency
