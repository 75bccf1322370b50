"""The rows of a collection as results: checked, or read only."""

from collections.abc import Iterator

from lint.columns.checking import Asking, Checker, sources
from lint.columns.reading import Collection
from lint.columns.rows import UNREAD, refusal_of, report_of
from lint.model.errors import Unreadable
from lint.model.run import Checked


def check_rows(path: str, asking: Asking) -> Iterator[Checked]:
    """Every report of a collection checked. Raises Unreadable where it is none, or cannot be read here."""
    return Checker(asking).check(Collection(path))


def read_rows(path: str, asking: Asking) -> Iterator[Checked]:
    """Every report of a collection, nothing asked about it. Raises Unreadable as :func:`check_rows` does."""
    return read_part(Collection(path), asking)


def read_part(collection: Collection, asking: Asking) -> Iterator[Checked]:
    """The same of a collection that is open, or of a part of one."""
    for batch in collection.batches():
        rows = batch.rows(list(range(len(batch))))
        for row, source in zip(rows, sources(batch, collection.path), strict=True):
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
