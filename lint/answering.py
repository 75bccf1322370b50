"""What comes of files and of rows of collections, in this process: one result each, checked or read only."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from lint.model.errors import Unreadable
from lint.model.report import UNREAD_RULES, Identity, Report
from lint.model.run import Checked
from lint.opening import Opening
from lint.readers.files import Target, is_collection

if TYPE_CHECKING:  # loaded only where a collection is named, or a run cut into pieces
    from lint.columns.checking import Asking
    from lint.columns.opening import Rows
    from lint.pieces import Answer, Piece, Want


_MOST_TOGETHER = 20  # 44 KB each: more leave the cache of a core, and take longer where others use its memory
_MOST_CHARACTERS = 1_000_000  # of text in them


class Answering:
    """Files and rows become results: ``asking`` tells how to ask about them, once rows are met.

    ``ask`` asks all rules about some reports, ``told`` is what the user says about the bodies.
    """

    def __init__(
        self,
        opening: Opening,
        ask: Callable[[Sequence[Report]], Iterable[Checked]],
        asking: "Callable[[], Asking]",
        told: Identity,
    ) -> None:
        self._opening = opening
        self._ask = ask
        self._asking = asking
        self._told = told

    def one_by_one(self, found: Sequence[Target], *, read_only: bool, first: int = 1) -> Iterator[Checked]:
        """One result a file in its order, or one a row of a collection. ``first`` is that of :func:`together`."""
        for collections, some in groupby(found, is_collection):
            if collections:
                for target in some:
                    yield from self._collection(target.path, read_only=read_only)
            else:
                yield from self._files(tuple(some), read_only=read_only, first=first)

    def piece(self, piece: "Piece", want: "Want") -> "Answer":
        """The results of a piece of a run, each made ready to be sent as it comes: none of them is held as it is."""
        from lint.pieces import Answer, sendable  # noqa: PLC0415 - few runs are cut into pieces

        results: list[Checked] = []
        try:
            results.extend(sendable(one, want) for one in self._of_piece(piece, read_only=want.read_only))
        except Unreadable as error:
            return Answer([*results, self._opening.refuse(piece.path, error)], ended=True)
        return Answer(results)

    def _of_piece(self, piece: "Piece", *, read_only: bool) -> Iterator[Checked]:
        """Raises Unreadable where the rest of a collection cannot be read."""
        if piece.rows is not None:
            return self._rows.within(piece.path, piece.rows, read_only=read_only)
        # Nothing of a piece is seen before all of it.
        return self.one_by_one(piece.targets, read_only=read_only, first=_MOST_TOGETHER)

    def count(self, found: Sequence[Target]) -> int:
        """How many results there will be of these files."""
        if not any(map(is_collection, found)):
            return len(found)
        from lint.columns.opening import count_rows  # noqa: PLC0415 - only where such a file is named

        return sum(count_rows(target.path) if is_collection(target) else 1 for target in found)

    def _files(self, found: Sequence[Target], *, read_only: bool, first: int) -> Iterator[Checked]:
        opened = self._opening.open_all(found, self._told)
        if read_only:
            yield from (one if isinstance(one, Checked) else _as_read(one) for one in opened)
            return
        for one in together(opened, first):
            if isinstance(one, Checked):
                yield one
            else:
                yield from self._ask(one)

    def _collection(self, path: str, *, read_only: bool) -> Iterator[Checked]:
        """What comes of all its rows, or that it could not be read."""
        try:
            yield from self._rows.of(path, read_only=read_only)
        except Unreadable as error:
            yield self._opening.refuse(path, error)

    @cached_property
    def _rows(self) -> "Rows":
        from lint.columns.opening import Rows  # noqa: PLC0415 - only where such a file is named

        return Rows(self._asking())


def together(opened: Iterable[Report | Checked], first: int = 1) -> Iterator[list[Report] | Checked]:
    """Neighbours that are quicker to ask together than one by one: small reports of a known shape; all others alone.

    ``first``: so many are taken together at first; with few of them there is something to see at once.
    """
    most, characters = first, 0
    some: list[Report] = []
    for one in opened:
        laid = None if isinstance(one, Checked) else one.laid
        if some and laid is None:
            yield some
            some = []
        if isinstance(one, Checked):
            yield one
        elif laid is None:
            yield [one]
        else:
            some.append(one)
            characters += len(laid.joined)
            if len(some) >= most or characters >= _MOST_CHARACTERS:
                yield some
                most, characters, some = min(2 * most, _MOST_TOGETHER), 0, []
    if some:
        yield some


def _as_read(report: Report) -> Checked:
    half = any(trouble.rule in UNREAD_RULES for trouble in report.troubles)
    return Checked(report.source, "half" if half else "read", report.handed_out)
