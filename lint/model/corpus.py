"""The reports beside the one under question: of the same body in earlier years, and of its members.

Nothing here is checked itself. Reports are matched by the name of the body and the year; nobody guesses that a body
was renamed, merged or split. Whose they are is known of all of them; what they say may be read when it is asked for.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from lint.model.case import Case
from lint.model.later import Cases, Given, Later, Shelf, Years
from lint.model.plain import plain_text
from lint.model.report import Identity, Report
from lint.model.undecided import DIFFERING, NO_LAST_YEAR, NO_MEMBERS, NOT_PLACED, Undecided

if TYPE_CHECKING:
    from lint.model.norms import Norms

YEARS = "years"
MEMBERS = "members"
NORMS = "norms"
NEEDS = (YEARS, MEMBERS, NORMS)
_QUOTES = "\"'“”‘’「」『』《》"
_BARE = str.maketrans("", "", _QUOTES)

_MOST_NAMED = 5  # of differing reports

# The reports of one body on one year: more than one where they differ, or where nobody has looked yet.
_Alike: TypeAlias = list[Given]


class Corpus:
    """The reports of earlier years and those of members, each None where nobody gave any; ``names`` of all members.

    ``norms`` are what reports of other bodies usually say, None where nobody gave any.
    """

    __slots__ = ("_bodies", "_by_year", "_compared", "_shelf", "_years", "names", "needs", "norms")

    def __init__(
        self,
        previous: Iterable[Given] | None = None,
        members: Iterable[Given] | None = None,
        names: Iterable[str] = (),
        norms: "Norms | None" = None,
    ) -> None:
        given = dict(zip(NEEDS, (previous, members, norms), strict=True))
        self.needs = frozenset(need for need, reports in given.items() if reports is not None)
        self.names = tuple(names)
        self.norms = norms
        self._shelf = Shelf()
        self._compared: dict[int, str] = {}  # of differing reports, their sources
        self._bodies: dict[str, list[Given]] = {}
        self._years: dict[str, dict[int, _Alike]] = {}  # of the bodies that were asked for
        self._by_year: dict[int, dict[str, _Alike]] = {}
        for name, _, one in _known(previous or ()):
            self._bodies.setdefault(name, []).append(one)
        for name, year, one in _known(members or ()):
            self._by_year.setdefault(year, {}).setdefault(name, []).append(one)

    def before(self, report: Report) -> Years:
        """The reports of the same body on earlier years; a year of which two differ is left out.

        Raises Undecided where body or year are unknown.
        """
        name, year = _identity(report.identity)
        earlier = ((other, alike) for other, alike in self._years_of(name).items() if other < year)
        return Years({other: alike[0] for other, alike in earlier if not self._differ(alike)}, self._shelf)

    def last_year(self, report: Report) -> Case:
        """The report of the same body on the year before.

        Raises Undecided where body or year are unknown, where there is no such report, and where two differ.
        """
        name, year = _identity(report.identity)
        found = self._years_of(name).get(year - 1)
        if found is None:
            raise Undecided(NO_LAST_YEAR.fill({"year": str(year - 1)}))
        return self._shelf.case(self._only(found))

    def members_of(self, report: Report) -> Cases:
        """The members' reports on the same year, the body itself apart.

        Raises Undecided where body or year are unknown, where there is no such report, and where two of one member
        differ.
        """
        name, year = _identity(report.identity)
        found = [alike for other, alike in self._by_year.get(year, {}).items() if other != name]
        if not found:
            raise Undecided(NO_MEMBERS.fill({"year": str(year)}))
        return Cases([self._only(alike) for alike in found], self._shelf)

    def is_member(self, report: Report) -> bool:
        """Whether a report of members is of the body itself. Raises Undecided where body or year are unknown."""
        name, year = _identity(report.identity)
        return name in self._by_year.get(year, {})

    def missing(self, report: Report) -> tuple[str, ...] | None:
        """The members, by the list of all of them, of whom no report on the year is given; None without a list."""
        if not self.names:
            return None
        name, year = _identity(report.identity)
        given = self._by_year.get(year, {}).keys() | {name}
        return tuple(other for other in self.names if same_name(other) not in given)

    def _years_of(self, name: str) -> dict[int, _Alike]:
        if name not in self._years:
            found: dict[int, _Alike] = {}
            for _, year, one in _known(self._bodies.get(name, ())):
                found.setdefault(year, []).append(one)
            self._years[name] = found
        return self._years[name]

    def _only(self, alike: _Alike) -> Given:
        """The one report among those of a body on a year. Raises Undecided where two differ."""
        sources = self._differ(alike)
        if sources:
            raise Undecided(DIFFERING.fill({"sources": sources}))
        return alike[0]

    def _differ(self, alike: _Alike) -> str:
        """The sources of those of a body on a year that differ; nothing where they do not.

        One that says the same as another, in another format maybe, adds nothing and is let go.
        """
        if len(alike) > 1 and id(alike) not in self._compared:
            different: dict[object, Given] = {}
            for one in alike:
                different.setdefault(_content(self._shelf.case(one)), one)
            alike[:] = different.values()
            named = [self._shelf.case(one).report.source for one in alike[:_MOST_NAMED]]
            self._compared[id(alike)] = ", ".join([*named, *(["…"] if len(alike) > _MOST_NAMED else [])])
        return self._compared[id(alike)] if len(alike) > 1 else ""


def same_name(name: str) -> str:
    """A name by which a body is told: full-width signs, spaces and quotation marks make no difference."""
    bare = plain_text(name).translate(_BARE)
    return name if bare == name else bare  # of very many names one copy each will do


def is_placed(who: Identity) -> bool:
    """Whether a report says which body and which year it is of, so that it can be compared with others."""
    return who.agency is not None and who.year is not None


def _identity(who: Identity) -> tuple[str, int]:
    if who.agency is None or who.year is None:
        raise Undecided(NOT_PLACED)
    return same_name(who.agency), who.year


def _known(given: Iterable[Given]) -> Iterator[tuple[str, int, Given]]:
    whose = ((one.who if isinstance(one, Later) else one.report.identity, one) for one in given)
    return ((*_identity(who), one) for who, one in whose if is_placed(who))


def _content(case: Case) -> object:
    """What a report says, so that equal ones say the same: its figures, and a digest of its text."""
    import hashlib  # noqa: PLC0415 - few reports are given twice

    text = plain_text(case.joined).encode("utf-8", "surrogatepass")
    return tuple(case.figures), hashlib.sha256(text).digest()
