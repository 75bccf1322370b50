"""Reports to compare with that are read when a rule asks for them: few of them are in memory at a time."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple, TypeAlias

from lint.model.case import Case
from lint.model.errors import Unreadable
from lint.model.figures import ABSENT
from lint.model.form import CELLS
from lint.model.report import Identity, Report
from lint.model.run import Checked

_MOST_TABLES = 20_000  # of some 3 KB
_MOST = 64  # cases: those of a body over the years, and some more, with all that rules made of their texts


class Later(NamedTuple):
    """A report by whose it is and on which year, and how to read it."""

    who: Identity
    read: Callable[[], Report]


class Collected(NamedTuple):
    """The rows of a collection that have a body and a year; ``total`` counts all its rows.

    ``odd`` reads those that could not be read, as results, and those of which a part could not be, or that say no body
    or year, as reports: again each time, since there may be very many. ``failure`` says why the rows after these could
    not be read.
    """

    reports: list[Later]
    total: int
    odd: Callable[[], Iterator[Report | Checked]]
    failure: Unreadable | None = None


Given: TypeAlias = Case | Later


class Tables(NamedTuple):
    """The figures of a report in the order of ``form.CELLS``, ABSENT where they could not be read, and whose it is."""

    who: Identity
    figures: tuple[Any, ...]


class Shelf:
    """Reports as cases; of those that are read later the ``most`` that were asked for last are held.

    Figures take little room: those of the first ``most_tables`` reports that are asked for nothing else stay.
    """

    __slots__ = ("_held", "_most", "_most_tables", "_tables")

    def __init__(self, most: int = _MOST, most_tables: int = _MOST_TABLES) -> None:
        self._most = most
        self._most_tables = most_tables
        self._held: dict[int, tuple[Later, Case]] = {}
        self._tables: dict[int, Tables] = {}

    def case(self, given: Given) -> Case:
        """The report under question. Raises what reading it raises."""
        if isinstance(given, Case):
            return given
        held = self._held.pop(id(given), None) or (given, Case(_as(given.who, given.read())))
        while len(self._held) >= self._most:
            del self._held[next(iter(self._held))]
        self._held[id(given)] = held
        return held[1]

    def tables(self, given: Given) -> Tables:
        """The figures of a report. Raises what reading it raises."""
        known = self._tables.get(id(given))
        if known is None:
            known = _tables(self.case(given))
            if len(self._tables) < self._most_tables:
                self._tables[id(given)] = known
        return known


class Years:
    """The reports of a body by year, ascending; each is read when it is asked for."""

    __slots__ = ("_given", "_shelf")

    def __init__(self, given: dict[int, Given], shelf: Shelf) -> None:
        self._given = dict(sorted(given.items()))
        self._shelf = shelf

    def __len__(self) -> int:
        return len(self._given)

    def __iter__(self) -> Iterator[int]:
        return iter(self._given)

    def __reversed__(self) -> Iterator[int]:
        return reversed(self._given)

    def __getitem__(self, year: int) -> Case:
        return self._shelf.case(self._given[year])

    def items(self) -> Iterator[tuple[int, Case]]:
        """Year and report, one after the other."""
        return ((year, self[year]) for year in self)


class Cases:
    """Reports in their order; each is read when its turn comes, and let go when many others were."""

    __slots__ = ("_given", "_shelf")

    def __init__(self, given: Sequence[Given], shelf: Shelf) -> None:
        self._given = given
        self._shelf = shelf

    def __len__(self) -> int:
        return len(self._given)

    def __iter__(self) -> Iterator[Case]:
        return map(self._shelf.case, self._given)

    def __getitem__(self, number: int) -> Case:
        return self._shelf.case(self._given[number])

    def whose(self) -> Iterator[Identity]:
        """Whose they are; none is read for it."""
        return (one.who if isinstance(one, Later) else one.report.identity for one in self._given)

    def tables(self) -> Iterator[Tables]:
        """Their figures, which are quicker to have for the second time than they themselves."""
        return map(self._shelf.tables, self._given)


def _tables(case: Case) -> Tables:
    if not case.report.troubles:
        return Tables(case.report.identity, tuple(case.figures))
    figures = zip(CELLS, case.figures, strict=True)
    return Tables(case.report.identity, tuple(ABSENT if case.unread(at) else figure for at, figure in figures))


def _as(who: Identity, report: Report) -> Report:
    return report if report.identity == who else report._replace(identity=who)
