"""A collection to compare with: whose report each row is, known at once; the rows are read when they are asked for."""

from collections.abc import Iterator
from functools import partial
from itertools import accumulate
from typing import Any

from lint.columns.certain import NAMES, Certain
from lint.columns.checking import Asking, sources
from lint.columns.fetching import Fetching
from lint.columns.reading import Batch, Collection
from lint.columns.rows import UNREAD, refusal_of, report_of
from lint.model.corpus import is_placed
from lint.model.errors import Unreadable
from lint.model.later import Collected, Later
from lint.model.report import Identity, Report
from lint.model.run import Checked

_WHO = Identity._fields[:-1]  # a scope is the user's word, and no column
_AT_ONCE = 4096  # rows, of few columns
_READ_AT_ONCE = 512  # rows, of all columns


def collected(path: str, asking: Asking, agency: str | None = None) -> Collected:
    """Whose the rows of a collection are; those that name no body are of ``agency``.

    Raises Unreadable where the file is no collection, or cannot be read here.
    """
    whose = _Whose(path, asking, agency)
    reports: list[Later] = []
    failure = None
    try:
        reports.extend(whose.reports())
    except Unreadable as error:
        failure = error
    return Collected(reports, whose.count, whose.odd, failure)


class _Whose:
    """Columns tell whose a row is where that is certain; all other rows are read for it."""

    def __init__(self, path: str, asking: Asking, agency: str | None) -> None:
        self._path = path
        self._asking = asking
        self._agency = agency
        self._fetching = Fetching(path, asking.tool)
        self._odd: dict[int, list[int]] = {}  # by group, the numbers of rows within it
        collection = Collection(path)
        self._certain = Certain(asking.tool, collection.schema.names)
        self._starts = [0, *accumulate(collection.groups())]
        self.count = len(collection)

    def reports(self) -> Iterator[Later]:
        """The rows that have a body and a year, in their order. Raises Unreadable where the file is damaged."""
        collection = Collection(self._path)
        for group, start in enumerate(self._starts[:-1]):
            who = self._columns(collection, group)
            doubtful = [number for number, one in enumerate(who) if one is None]
            odd = [number for number, one in enumerate(who) if one is not None and not self._is_placed(one)]
            for number, row in zip(doubtful, self._rows(collection, group, doubtful), strict=True):
                who[number] = row.identity if isinstance(row, Report) else None
                if isinstance(row, Checked) or row.troubles or not self._is_placed(row.identity):
                    odd.append(number)
            if odd:
                self._odd[group] = sorted(odd)
            yield from (self._later(one, start + number) for number, one in enumerate(who) if one is not None)

    def odd(self) -> Iterator[Report | Checked]:
        """The rows that cannot be used, or in part only. Raises Unreadable where the file is damaged since."""
        collection = Collection(self._path)
        for group, numbers in self._odd.items():
            for row in self._rows(collection, group, numbers):
                yield row if isinstance(row, Checked) else row._replace(identity=self._named(row.identity))

    def _columns(self, collection: Collection, group: int) -> list[Identity | None]:
        """Whose each row of a group is; None for those that have to be read."""
        found: list[Identity | None] = []
        for batch in collection.batches([*_WHO, *NAMES], _AT_ONCE, [group]):
            columns = [batch.column(name).to_pylist() for name in _WHO]
            certain = self._certain.among(batch)
            found += [Identity(*one) if sure else None for sure, *one in zip(certain, *columns, strict=True)]
        return found

    def _rows(self, collection: Collection, group: int, numbers: list[int]) -> Iterator[Report | Checked]:
        """Some rows of a group, by their numbers in it, ascending."""
        wanted = set(numbers)
        for batch in collection.batches(None, _READ_AT_ONCE, [group]) if wanted else ():
            within = [at for at in range(len(batch)) if batch.first + at in wanted]
            named = sources(Batch(batch.columns, self._starts[group] + batch.first), self._path)
            for at, row in zip(within, batch.rows(within), strict=True):
                yield self._read(row, named[at])

    def _read(self, row: dict[str, Any], source: str) -> Report | Checked:
        try:
            if row["state"] == UNREAD:
                raise refusal_of(row)
            return report_of(row, source, self._asking.tool)
        except Unreadable as error:
            return self._asking.refuse(source, error)

    def _later(self, who: Identity, number: int) -> Later:
        return Later(self._named(who), partial(self._fetching.report, number, who))

    def _is_placed(self, who: Identity) -> bool:
        return is_placed(self._named(who))

    def _named(self, who: Identity) -> Identity:
        return who if self._agency is None or who.agency is not None else who._replace(agency=self._agency)
