"""A run cut into pieces: some files that follow each other, or some rows of a collection."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lint.columns.spans import Span, spans
from lint.parallel import pieces_of
from lint.readers.files import Target, is_collection

# What a piece costs, as a multiple of reading and checking one JSON report; see docs/cluster.md.
SHARE = 500


@dataclass(frozen=True, slots=True)  # no tuple: Dask would look into it for work of its own
class Piece:
    """Files to be checked one after the other, or rows of the one collection that ``targets`` has then."""

    targets: tuple[Target, ...]
    rows: Span | None = None

    def __len__(self) -> int:
        """How many reports there are, as far as known."""
        return self.rows.count if self.rows else len(self.targets)

    @property
    def source(self) -> str:
        """The first of its reports."""
        path = self.targets[0].path
        return f"{path}#{self.rows.number + 1}" if self.rows else path

    def halves(self) -> "tuple[Piece, Piece]":
        """The same in two pieces; there has to be more than one report."""
        if self.rows:
            first, second = self.rows.halves()
            return replace(self, rows=first), replace(self, rows=second)
        middle = len(self.targets) // 2
        return Piece(self.targets[:middle]), Piece(self.targets[middle:])


def pieces(found: Sequence[Target], share: int = SHARE) -> Iterator[Piece]:
    """All pieces of a run in its order; a collection is opened for its index only when its turn comes."""
    held: list[Target] = []
    for target in found:
        if is_collection(target):
            yield from map(Piece, pieces_of(held, share))
            held = []
            yield from (Piece((target,), rows) for rows in spans(target.path))
        else:
            held.append(target)
    yield from map(Piece, pieces_of(held, share))
