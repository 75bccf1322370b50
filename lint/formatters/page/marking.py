"""What is said of a report, numbered, and which cells and paragraphs each note is about."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias

from lint.formatters.annotations import Annotation, annotations
from lint.formatters.causes import MOST, figure
from lint.formatters.page.parts import Part
from lint.model.cause import Cause
from lint.model.finding import Severity
from lint.model.pointer import Pointer, parent
from lint.model.run import Checked

# wrong: a cause says so, and knows the value; open: one of several that may be wrong; found: a finding stands here;
# tested: a total that does not fit, of which a cause says which cell is wrong; related: what was compared, not marked,
# but lit together with the others.
Look: TypeAlias = Literal["wrong", "open", "found", "tested", "related"]
_RANKS: tuple[Look, ...] = ("wrong", "open", "found", "tested")
HEAD = -1  # the number of the block that is the report as a whole
_MOST_QUOTES, _SHORTEST_QUOTE, _LONGEST_QUOTE = 8, 2, 200


class Spot(NamedTuple):
    """A cell or paragraph that a note is about; ``instead`` is the value that a cause proposes."""

    pointer: Pointer
    look: Look
    instead: str | None = None


class Note(NamedTuple):
    """One annotation with its number in the report, the block it stands beside, and its spots, the main one first.

    ``quotes`` are the words of a paragraph that it is about.
    """

    number: int
    annotation: Annotation
    part: int
    spots: tuple[Spot, ...]
    quotes: tuple[str, ...]


class Mark(NamedTuple):
    """How a cell or paragraph is shown: the gravest that is said of it, and the numbers of all notes about it."""

    look: Look
    severity: Severity
    instead: str | None
    notes: tuple[int, ...]
    waived: bool


class Marking(NamedTuple):
    """All notes on one report; marks and the number of its anchor for every place that a note is about."""

    notes: tuple[Note, ...]
    marks: Mapping[Pointer, Mark]
    anchors: Mapping[Pointer, int]

    def beside(self, part: int) -> Iterator[Note]:
        """The notes beside a block of the report."""
        return (note for note in self.notes if note.part == part)

    def quotes(self, pointer: Pointer) -> list[str]:
        """The words of a paragraph that notes are about."""
        found = (quote for note in self.notes if note.spots[0].pointer == pointer for quote in note.quotes)
        return list(dict.fromkeys(found))[:_MOST_QUOTES]


def marking_of(checked: Checked, parts: Sequence[Part]) -> Marking:
    """Notes in the order of the report: block by block, as they were found within each."""
    owners: dict[Pointer, int] = {"": HEAD}
    for number, part in enumerate(parts):
        for pointer in part.pointers:
            owners.setdefault(pointer, number)
    placed = [(one, _spots(one, owners)) for one in annotations(checked)]
    placed.sort(key=lambda pair: owners[pair[1][0].pointer])
    notes = tuple(
        Note(number, one, owners[spots[0].pointer], spots, _quotes(one))
        for number, (one, spots) in enumerate(placed, start=1)
    )
    spots = dict.fromkeys(spot.pointer for note in notes for spot in note.spots)
    return Marking(notes, _marks(notes), {pointer: number for number, pointer in enumerate(spots, start=1)})


def _spots(one: Annotation, owners: Mapping[Pointer, int]) -> tuple[Spot, ...]:
    """Each place once, as what it is first; what is not drawn is shown at the nearest thing around it."""
    found: dict[Pointer, Spot] = {}
    for spot in _places(one):
        at = _nearest(spot.pointer, owners)
        found.setdefault(at, spot._replace(pointer=at))
    return tuple(found.values())


def _places(one: Annotation) -> Iterator[Spot]:
    if one.cause is not None:
        yield from _of_cause(one.cause)
    for found in one.findings:
        yield Spot(found.pointer or "", "found" if one.cause is None or not one.cause.repairs else "tested")
    if one.cause is None:
        yield from (Spot(pointer, "related") for found in one.findings for pointer, _ in found.related)


def _of_cause(cause: Cause) -> Iterator[Spot]:
    sure = len(cause.repairs) == 1 and cause.complete and not cause.too_many and not cause.omitted
    for change in (change for repair in cause.repairs[:MOST] for change in repair.cells):
        if sure:
            instead = None if change.expected is None else figure(change.expected, "zh")
            yield Spot(change.pointer, "wrong", instead)
        else:
            yield Spot(change.pointer, "open")


def _nearest(pointer: Pointer, owners: Mapping[Pointer, int]) -> Pointer:
    at: Pointer | None = pointer
    while at is not None and at not in owners:
        at = parent(at)
    return at or ""


def _quotes(one: Annotation) -> tuple[str, ...]:
    if one.cause is not None:
        return ()
    quoted = one.findings[0].values.get("found", "")
    return (quoted,) if _SHORTEST_QUOTE <= len(quoted) <= _LONGEST_QUOTE else ()


def _marks(notes: Iterable[Note]) -> dict[Pointer, Mark]:
    """The mark of every place that a note is about; ``""`` is the head of the report."""
    marks: dict[Pointer, Mark] = {}
    for note in notes:
        for spot in (one for one in note.spots if one.look != "related"):
            new = _mark(note, spot)
            known = marks.get(spot.pointer)
            marks[spot.pointer] = new if known is None else _graver(known, new)
    return marks


def _mark(note: Note, spot: Spot) -> Mark:
    one = note.annotation
    return Mark(spot.look, one.severity, spot.instead, (note.number,), one.waived is not None)


def _graver(known: Mark, new: Mark) -> Mark:
    """Both marks in one; what two causes propose differently is open."""
    first = min(known, new, key=lambda mark: (mark.waived, _RANKS.index(mark.look), mark.severity.rank))
    notes = (*known.notes, *new.notes)
    if known.look == new.look == "wrong" and known.instead != new.instead:
        return first._replace(look="open", instead=None, notes=notes)
    return first._replace(notes=notes)


def counts_of(checked: Checked) -> dict[Severity, int]:
    """The findings that are not waived, by severity."""
    found = [one.severity for one in checked.diagnostics if one.waived is None]
    return {severity: found.count(severity) for severity in Severity}
