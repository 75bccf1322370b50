"""The rows of a collection as results: checked, or read only."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from lint.columns.checking import Asking, Checker, sources
from lint.columns.reading import Batch, Collection
from lint.columns.rows import UNREAD, refusal_of, report_of
from lint.columns.spans import Cursor, Span
from lint.model.errors import Unreadable
from lint.model.run import Checked

_AT_ONCE = 8192  # rows of a batch: more are little faster, and need 80 MB more


class Rows:
    """The rows of collections as results: what is learned of some serves for the next.

    All methods raise Unreadable where a file is no collection, is damaged, or cannot be read here.
    """

    def __init__(self, asking: Asking) -> None:
        self._asking = asking
        self._cursor: Cursor | None = None

    @cached_property
    def _checker(self) -> Checker:
        return Checker(self._asking)

    def of(self, path: str, *, read_only: bool) -> Iterator[Checked]:
        """Every row of a collection: checked, or read only."""
        return self._results(Collection(path).batches(size=_AT_ONCE), path, read_only=read_only)

    def within(self, path: str, span: Span, *, read_only: bool) -> Iterator[Checked]:
        """The same for some of its rows; the collection stays open for the next of them."""
        if self._cursor is None or self._cursor.path != path:
            self._cursor = Cursor(path)
        return self._results(self._cursor.batches(span), path, read_only=read_only)

    def _results(self, batches: Iterable[Batch], path: str, *, read_only: bool) -> Iterator[Checked]:
        return read_rows(batches, path, self._asking) if read_only else self._checker.check(batches, path)


def read_rows(batches: Iterable[Batch], path: str, asking: Asking) -> Iterator[Checked]:
    """The reports in rows of a collection, nothing asked about them. Raises what the batches raise."""
    for batch in batches:
        rows = batch.rows(list(range(len(batch))))
        for row, source in zip(rows, sources(batch, path), strict=True):
            try:
                if row["state"] == UNREAD:
                    raise refusal_of(row)
                report = report_of(row, source, asking.tool, asking.told)
                yield Checked(source, "half" if report.troubles else "read", report)
            except Unreadable as error:
                yield asking.refuse(source, error)


def count_rows(path: str) -> int:
    """How many results a collection has: its rows, or 1 where it cannot be read."""
    try:
        return len(Collection(path))
    except Unreadable:
        return 1
