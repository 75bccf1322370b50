"""Some rows of a collection by themselves, so that many machines can check one file."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lint.columns.reading import Batch, Collection
from lint.model.errors import Unreadable

SPAN = 4096  # rows: seconds of work, so that many workers end at about the same time


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


class Part(Collection):
    """The rows of a span. Raises Unreadable as a collection does."""

    def __init__(self, path: str, span: Span) -> None:
        super().__init__(path)
        self.span = span

    def __len__(self) -> int:
        return self.span.count

    def batches(
        self,
        names: list[str] | None = None,
        size: int = SPAN,
        groups: list[int] | None = None,  # noqa: ARG002 - a span lies in one
    ) -> Iterator[Batch]:
        """The rows in order; what stands before them in their group is read and left."""
        span = self.span
        for batch in super().batches(names, size, [span.group]):
            first, last = max(span.start - batch.first, 0), min(span.start + span.count - batch.first, len(batch))
            if first < last:
                yield Batch(batch.columns.slice(first, last - first), span.number + batch.first + first - span.start)
            if batch.first + last >= span.start + span.count:
                return


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
