"""A run cut into pieces: files that follow each other, or rows of a collection, and what is answered to each."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from lint.model.light import Packed, bare, packed, unpacked
from lint.model.report import Places
from lint.model.run import Checked
from lint.readers.files import Target, is_collection, suffix_of
from lint.readers.table import TEXTS

if TYPE_CHECKING:  # Arrow is loaded only where a collection was named
    from lint.columns.spans import Span

# What reading and checking one costs, as a multiple of a report in JSON; a row of a collection costs as much as that.
TEXT, _DOCUMENT = 1, 20


class Want(NamedTuple):
    """What a run wants of each report.

    ``places`` says that reports without findings are asked for places too, ``light`` that nobody looks at them,
    ``read_only`` that nothing is asked about any.
    """

    places: bool = False
    light: bool = False
    read_only: bool = False


@dataclass(frozen=True, slots=True)  # no tuple: Dask would look into it for work of its own
class Piece:
    """Files to be checked one after the other, or rows of the one collection that ``targets`` has then."""

    targets: tuple[Target, ...]
    rows: "Span | None" = None

    def __len__(self) -> int:
        """How many reports there are, as far as known."""
        return self.rows.count if self.rows else len(self.targets)

    @property
    def path(self) -> str:
        """The first of its files."""
        return self.targets[0].path

    @property
    def source(self) -> str:
        """The first of its reports."""
        return f"{self.path}#{self.rows.number + 1}" if self.rows else self.path

    def halves(self) -> "tuple[Piece, Piece]":
        """The same in two pieces; there has to be more than one report."""
        if self.rows:
            first, second = self.rows.halves()
            return replace(self, rows=first), replace(self, rows=second)
        middle = len(self.targets) // 2
        return Piece(self.targets[:middle]), Piece(self.targets[middle:])


class Answer(NamedTuple):
    """The results of a piece; ``ended`` says that the rest of its collection cannot be read."""

    results: list[Checked]
    ended: bool = False

    def __reduce__(self) -> "tuple[Callable[..., Answer], tuple[object, ...]]":
        """How it is sent to another process."""
        return _received, ([*map(packed, self.results)], self.ended)


def _received(sent: "list[Packed | Checked]", ended: bool) -> Answer:  # noqa: FBT001 - as pickle calls it
    return Answer([*map(unpacked, sent)], ended)


def sendable(checked: Checked, want: Want) -> Checked:
    """A result whose places are a value: none where nothing was found, unless all are wanted.

    Where nobody looks at a report without findings, only whose it is goes along.
    """
    report = checked.report
    if report is None:
        return checked
    if want.light and not want.read_only and not checked.diagnostics:
        kept = bare(report)
        return checked if kept is report else checked._replace(report=kept)
    found = report.find_places() if checked.diagnostics or want.places else {}
    return checked._replace(report=report._replace(find_places=partial(_same, found), flat=None))


def _same(places: Places) -> Places:
    return places


def pieces(found: Sequence[Target], share: int) -> Iterator[Piece]:
    """All pieces of a run in its order; a collection is opened for its index only when its turn comes.

    ``share`` is what files of a piece cost, as a multiple of reading and checking one report in JSON.
    """
    for collections, some in groupby(found, is_collection):
        if collections:
            from lint.columns.spans import spans  # noqa: PLC0415 - only where such a file is named

            yield from (Piece((target,), rows) for target in some for rows in spans(target.path))
        else:
            yield from _pieces_of(some, share)


def _pieces_of(found: Iterable[Target], share: int) -> Iterator[Piece]:
    held: list[Target] = []
    spent = 0
    for target in found:
        held.append(target)
        spent += cost(target)
        if spent >= share:
            yield Piece(tuple(held))
            held, spent = [], 0
    if held:
        yield Piece(tuple(held))


def cost(target: Target) -> int:
    """What reading and checking a file costs, as a multiple of a report in JSON."""
    return TEXT if suffix_of(target.path) in TEXTS else _DOCUMENT


def answered(
    found: Sequence[Target], share: int, ask: Callable[[Iterator[Piece]], Iterator[tuple[Piece, Answer]]]
) -> Iterator[Checked]:
    """The results of all pieces in their order; ``ask`` answers to each in its turn, with others under way.

    Where a collection turns out to be damaged, nothing behind that place is told of it.
    """
    ended: set[str] = set()
    waiting = (piece for piece in pieces(found, share) if piece.path not in ended)
    for piece, answer in ask(waiting):
        if piece.path not in ended:  # further pieces of it may have been under way
            yield from answer.results
        if answer.ended:
            ended.add(piece.path)


def apart(piece: Piece, alone: Callable[[Piece], Answer], refuse: Callable[[str], Checked]) -> Answer:
    """The answer to a piece that ended its process: halved until the report to blame is found, which ``refuse`` tells.

    ``alone`` answers to a piece in a process of its own. Raises BrokenProcessPool where that ends too.
    """
    results: list[Checked] = []
    for answer in _halved(piece, alone, refuse):
        results += answer.results
        if answer.ended:
            return Answer(results, ended=True)
    return Answer(results)


def _halved(piece: Piece, alone: Callable[[Piece], Answer], refuse: Callable[[str], Checked]) -> Iterator[Answer]:
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415 - few runs need processes

    try:
        yield alone(piece)
    except BrokenProcessPool:
        if len(piece) == 1:
            yield Answer([refuse(piece.source)])
            return
        for half in piece.halves():
            yield from _halved(half, alone, refuse)
