"""A Word document with comments: where each stands, and what has to be written for it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import NamedTuple

from lint.annotating.archive import with_parts
from lint.annotating.comments import AUTHOR, Comment, part_of, with_comments
from lint.annotating.spots import Marked, Part
from lint.formatters.notes import Note
from lint.model.errors import UsageError
from lint.model.place import Place
from lint.model.text import Text
from lint.readers.docx import outline_of
from lint.readers.docx_anchors import Anchors, Span
from lint.readers.docx_comments import comments_of
from lint.readers.docx_parts import Parts
from lint.readers.package import open_package


class Annotated(NamedTuple):
    """A document with its comments: how many were written, how many of them at the title since they have no place.

    ``standing`` are those that an earlier run had written.
    """

    data: bytes
    written: int
    at_title: int
    standing: int


class _Set(NamedTuple):
    """A comment and the paragraphs from whose beginning to whose end it goes; ``placed`` unless it has none."""

    span: Span
    lines: tuple[str, ...]
    placed: bool


def annotated(data: bytes, notes: Sequence[Note], title: Place | None, date: str | None = None) -> Annotated:
    """The document with a comment for each note; everything else stays as it is.

    A note without a place in the document stands at the title. What was noted by an earlier run and says the same is
    not written again. ``date`` is that of the comments, as ISO 8601; without one they have none.

    Raises Unreadable (LT001) where the file is no document or is damaged, UsageError where its form cannot be kept.
    """
    parts = Parts(open_package(data))
    wanted = list(_new(notes, parts))
    standing = len(notes) - len(wanted)
    if not wanted:
        return Annotated(data, 0, 0, standing)
    anchors = Anchors()
    outline_of(data, anchors)
    main = part_of(parts.package, parts.main)
    if len(main.paragraphs) != anchors.count:
        raise _nowhere()
    every = _in_order(wanted, _Finder(anchors, main, title))
    ids = _ids(parts, main)
    comments = [Comment(next(ids), one.lines) for one in every]
    changed = with_comments(parts, comments, main.namespace, date)
    marks = _marks(main, [(comment.id, one.span) for comment, one in zip(comments, every, strict=True)])
    made = with_parts(data, {parts.main: main.with_marks(marks), **changed}, like=parts.main)
    return Annotated(made, len(every), sum(not one.placed for one in every), standing)


def _new(notes: Iterable[Note], parts: Parts) -> Iterator[Note]:
    """The notes that no comment of an earlier run says."""
    standing = Counter(comment.lines for comment in comments_of(parts) if comment.author == AUTHOR)
    for note in notes:
        if standing[note.lines]:
            standing[note.lines] -= 1
        else:
            yield note


class _Finder:
    """Finds the paragraphs in which the comment for a place can stand."""

    def __init__(self, anchors: Anchors, main: Part, title: Place | None) -> None:
        self.anchors = anchors
        self.main = main
        top = anchors.find(title) if title is not None else None
        self.top = top or anchors.first()

    def find(self, note: Note) -> _Set:
        """The comment for a note, from a paragraph to another, none inside of a text box."""
        own = self.anchors.find(note.place) if note.place is not None else None
        found = own or self.top
        if found is None:
            raise _nowhere()
        first, last = (self.main.paragraphs[number].host for number in found)
        return _Set(Span(first, last), note.lines, own is not None)


def _in_order(notes: Iterable[Note], finder: _Finder) -> list[_Set]:
    return sorted(map(finder.find, notes), key=lambda one: one.span)


def _ids(parts: Parts, main: Part) -> Iterator[str]:
    """Ids that no comment has, nor anything that refers to one."""
    taken = main.ids | {comment.id for comment in comments_of(parts)}
    return (str(number) for number in count() if str(number) not in taken)


def _marks(main: Part, spans: Iterable[tuple[str, Span]]) -> Iterator[Marked]:
    """What goes into each paragraph: where comments begin, where they end, and what refers to them."""
    first, last = defaultdict[int, str](str), defaultdict[int, str](str)
    for name, span in spans:
        first[span.first] += _mark(main, span.first, "commentRangeStart", name)
        last[span.last] += _mark(main, span.last, "commentRangeEnd", name) + _reference(main, span.last, name)
    for number in first.keys() | last.keys():
        yield Marked(main.paragraphs[number], first[number], last[number])


def _mark(main: Part, paragraph: int, kind: str, name: str) -> str:
    tag = main.paragraphs[paragraph].sibling(kind)
    prefix, colon, _ = tag.rpartition(":")
    named = "" if colon else f' xmlns:w="{main.namespace}"'
    return f'<{tag}{named} {prefix or "w"}:id="{name}"/>'


def _reference(main: Part, paragraph: int, name: str) -> str:
    run = main.paragraphs[paragraph].sibling("r")
    return f"<{run}>{_mark(main, paragraph, 'commentReference', name)}</{run}>"


def _nowhere() -> UsageError:
    zh, en = "文件中没有可以加批注的段落", "the file has no paragraph to which a comment could be attached"
    return UsageError(Text(zh, en))
