"""The reports beside the one under question: of the same body in earlier years, and of its members.

Nothing here is checked itself. Reports are matched by the name of the body and the year; nobody guesses that a body
was renamed, merged or split.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from lint.model.plain import plain_text
from lint.model.report import Report
from lint.model.undecided import DIFFERING, NO_LAST_YEAR, NO_MEMBERS, NOT_PLACED, Undecided

if TYPE_CHECKING:
    from lint.model.case import Case
    from lint.model.norms import Norms

YEARS = "years"
MEMBERS = "members"
NORMS = "norms"
NEEDS = (YEARS, MEMBERS, NORMS)
_QUOTES = "\"'“”‘’「」『』《》"
_BARE = str.maketrans("", "", _QUOTES)

# The reports of one body on one year: more than one where they differ.
_Alike: TypeAlias = "tuple[Case, ...]"


class Corpus:
    """The reports of earlier years and those of members, each None where nobody gave any; ``names`` of all members.

    ``norms`` are what reports of other bodies usually say, None where nobody gave any.
    """

    __slots__ = ("_bodies", "_by_year", "names", "needs", "norms")

    def __init__(
        self,
        previous: "Iterable[Case] | None" = None,
        members: "Iterable[Case] | None" = None,
        names: Iterable[str] = (),
        norms: "Norms | None" = None,
    ) -> None:
        given = dict(zip(NEEDS, (previous, members, norms), strict=True))
        self.needs = frozenset(need for need, reports in given.items() if reports is not None)
        self.names = tuple(names)
        self.norms = norms
        self._bodies: dict[str, dict[int, _Alike]] = {}
        self._by_year: dict[int, dict[str, _Alike]] = {}
        for name, year, case in _known(previous or ()):
            of_year = self._bodies.setdefault(name, {})
            of_year[year] = _joined(of_year.get(year, ()), case)
        for name, year, case in _known(members or ()):
            of_body = self._by_year.setdefault(year, {})
            of_body[name] = _joined(of_body.get(name, ()), case)

    def before(self, report: Report) -> "dict[int, Case]":
        """The reports of the same body on earlier years; a year of which two differ is left out.

        Raises Undecided where body or year are unknown.
        """
        name, year = _identity(report)
        of_body = self._bodies.get(name, {})
        return {other: cases[0] for other, cases in sorted(of_body.items()) if other < year and len(cases) == 1}

    def last_year(self, report: Report) -> "Case":
        """The report of the same body on the year before.

        Raises Undecided where body or year are unknown, where there is no such report, and where two differ.
        """
        name, year = _identity(report)
        found = self._bodies.get(name, {}).get(year - 1)
        if found is None:
            raise Undecided(NO_LAST_YEAR.fill({"year": str(year - 1)}))
        return _only(found)

    def members_of(self, report: Report) -> "tuple[Case, ...]":
        """The members' reports on the same year, the body itself apart.

        Raises Undecided where body or year are unknown, where there is no such report, and where two of one member
        differ.
        """
        name, year = _identity(report)
        found = {other: cases for other, cases in self._by_year.get(year, {}).items() if other != name}
        if not found:
            raise Undecided(NO_MEMBERS.fill({"year": str(year)}))
        return tuple(_only(cases) for cases in found.values())

    def is_member(self, report: Report) -> bool:
        """Whether a report of members is of the body itself. Raises Undecided where body or year are unknown."""
        name, year = _identity(report)
        return name in self._by_year.get(year, {})

    def missing(self, report: Report) -> tuple[str, ...] | None:
        """The members, by the list of all of them, of whom no report on the year is given; None without a list."""
        if not self.names:
            return None
        name, year = _identity(report)
        given = self._by_year.get(year, {}).keys() | {name}
        return tuple(other for other in self.names if same_name(other) not in given)


def _only(cases: "_Alike") -> "Case":
    """The one report among those of a body on a year. Raises Undecided where two differ."""
    if len(cases) > 1:
        sources = ", ".join(case.report.source for case in cases)
        raise Undecided(DIFFERING.fill({"sources": sources}))
    return cases[0]


def same_name(name: str) -> str:
    """A name by which a body is told: full-width signs, spaces and quotation marks make no difference."""
    return plain_text(name).translate(_BARE)


def is_placed(report: Report) -> bool:
    """Whether a report says which body and which year it is of, so that it can be compared with others."""
    return report.identity.agency is not None and report.identity.year is not None


def _identity(report: Report) -> tuple[str, int]:
    name, year = report.identity.agency, report.identity.year
    if name is None or year is None:
        raise Undecided(NOT_PLACED)
    return same_name(name), year


def _known(cases: "Iterable[Case]") -> "Iterator[tuple[str, int, Case]]":
    return ((*_identity(case.report), case) for case in cases if is_placed(case.report))


def _joined(known: "_Alike", case: "Case") -> "_Alike":
    """One more report of a body on a year; one that says the same, in another format maybe, adds nothing."""
    return known if any(_say_the_same(one, case) for one in known) else (*known, case)


def _say_the_same(one: "Case", other: "Case") -> bool:
    return one.figures == other.figures and plain_text(one.joined) == plain_text(other.joined)
