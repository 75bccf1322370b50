"""Some rows of a collection by themselves, so that many processes or machines can check one file."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lint.columns.reading import Batch, Collection
from lint.model.errors import Unreadable

# Rows: a second or two of work, so that all workers end at about the same time and what waits can be held in memory.
SPAN = 2048


@dataclass(frozen=True, slots=True)
class Span:
    """Rows that follow each other: ``start`` counts in their group, ``number`` in the collection, both from 0."""

    group: int
    start: int
    number: int
    count: int

    def halves(self) -> "tuple[Span, Span]":
        """The same rows in two spans; there has to be more than one."""
        half = self.count // 2
        second = Span(self.group, self.start + half, self.number + half, self.count - half)
        return replace(self, count=half), second


class Cursor:
    """A collection kept open for spans of it; what they ask for in its order is read once.

    Raises Unreadable as a collection does.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._collection = Collection(path)
        self._group = -1
        self._batches: Iterator[Batch] = iter(())
        self._held: Batch | None = None

    def batches(self, span: Span) -> Iterator[Batch]:
        """The rows of a span in order; what stands before them in their group is read and left."""
        self._go_to(span)
        end = span.start + span.count
        while self._held is not None:
            held = self._held
            first, last = max(span.start - held.first, 0), min(end - held.first, len(held))
            if first < last:
                yield Batch(held.columns.slice(first, last - first), span.number + held.first + first - span.start)
            if held.first + last >= end:
                return
            self._step()

    def _go_to(self, span: Span) -> None:
        if self._group != span.group or self._held is None or self._held.first > span.start:
            self._group = span.group
            self._batches = self._collection.batches(size=SPAN, groups=[span.group])
            self._step()

    def _step(self) -> None:
        self._held = None  # damage behind it is met again by who asks again
        self._held = next(self._batches, None)


def spans(path: str) -> Iterator[Span | None]:
    """All rows of a collection in spans of at most ``SPAN``; None alone where it cannot be read, or has no rows."""
    try:
        groups = Collection(path).groups()
    except Unreadable:
        yield None
        return
    if not sum(groups):
        yield None
    number = 0
    for group, rows in enumerate(groups):
        for start in range(0, rows, SPAN):
            count = min(SPAN, rows - start)
            yield Span(group, start, number, count)
            number += count
