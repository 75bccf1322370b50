"""A document cut at its headings: which lines stand under which."""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from lint.model.errors import Unreadable
from lint.model.form import SECTIONS, TABLE_SECTIONS
from lint.model.text import Text
from lint.readers.furniture import is_furniture
from lint.readers.headings import (
    LONGEST,
    Piece,
    Title,
    bare,
    bracketed,
    heading_of,
    is_continued,
    is_official,
    key_of_number,
    leading,
    numbers,
    split_inline,
)
from lint.readers.invisible import seen
from lint.readers.labels import Indexes, folded, numeral
from lint.readers.limits import HEADINGS
from lint.readers.numbers import is_count, is_figure
from lint.readers.outline import PICTURE, Cell, Grid, Outline, Picture
from lint.readers.title import inside

FEW_HEADINGS = 4
_HEADING_CELLS, _CONTENTS = 2, 5
_WIDE = 5
_MAY_BE_LAST = 4  # 其他需要报告的事项 is left out now and then


class Line(NamedTuple):
    """A paragraph (one cell, no grid) or a row of a grid."""

    cells: tuple[Cell, ...]
    in_grid: bool


class Part(NamedTuple):
    """What stands under one heading: its lines; the lead-in has no heading."""

    heading: Cell | None
    key: str | None
    lines: list[Line]


class _Candidate(NamedTuple):
    """A line that may be a heading; ``kind`` says how it is written, ``rest`` is what follows on its line.

    ``sure``: its words are known, not only one of them.
    """

    cell: Cell
    key: str | None
    kind: str
    rest: Line | None = None
    sure: bool = False


def parts_of(outline: Outline, labels: Indexes) -> list[Part]:
    """The document cut at its headings; where some of the six are missing, also inside long paragraphs."""
    lines = list(_lines(outline))
    parts = _cut(lines, labels)
    given = {part.key for part in parts if part.key}
    if len(given) == len(SECTIONS):
        return parts
    if len(given) >= FEW_HEADINGS:
        inside_text = list(_missing_in(lines, labels, given))
        return parts if len(inside_text) == len(lines) else _cut(inside_text, labels)
    inline = _cut(list(_inline_lines(lines, labels)), labels)
    more = len({part.key for part in inline if part.key}) > len({part.key for part in parts if part.key})
    return inline if more else parts


def _lines(outline: Outline) -> Iterator[Line]:
    for block in outline.blocks:
        if isinstance(block, Grid):
            yield from (Line(row, in_grid=True) for row in block.rows if row and not is_furniture(row))
        elif isinstance(block, Picture):
            yield Line((Cell(PICTURE, block.place),), in_grid=False)
        elif not is_furniture((block,)):
            yield Line((block,), in_grid=False)


def _inline_lines(lines: Iterable[Line], labels: Indexes) -> Iterator[Line]:
    for line in lines:
        if line.in_grid:
            yield line
            continue
        cell = line.cells[0]
        for piece in split_inline(cell.text, labels):
            yield Line((inside(cell, piece.start, piece.start + len(piece.text)),), in_grid=False)


def _missing_in(lines: Iterable[Line], labels: Indexes, given: Container[str]) -> Iterator[Line]:
    """The lines cut before missing headings that begin after a sentence: 「…提高质量。六、其他需要报告的事项 无。」.

    A line that names its sections one after the other is a list of them.
    """
    for line in lines:
        cell = line.cells[0]
        pieces = [] if line.in_grid or len(cell.text) <= LONGEST else _numbered_rightly(cell.text, labels)
        listed = any(one.key and other.key for one, other in pairwise(_without_marks(pieces)))
        starts = [] if listed else [piece.start for piece in pieces if piece.key and piece.key not in given]
        starts = [start for start in starts if _AFTER_SENTENCE.search(cell.text[:start][-_NEAR:])]
        if not starts:
            yield line
            continue
        for begin, end in pairwise([0, *starts, len(cell.text)]):
            yield Line((inside(cell, begin, end),), in_grid=False)


def _numbered_rightly(text: str, labels: Indexes) -> list[Piece]:
    """The pieces of a line; words of a heading under another number are text: 一、主动公开政府信息情况."""
    pieces = split_inline(text, labels)
    return [piece if piece.key and numbers(piece.text, piece.key) else piece._replace(key=None) for piece in pieces]


def _without_marks(pieces: Iterable[Piece]) -> list[Piece]:
    return [piece for piece in pieces if piece.key or len(piece.text.strip()) > 1]


_AFTER_SENTENCE = re.compile(r"[。！!]\s*$")
_NEAR = 20


def _cut(lines: Sequence[Line], labels: Indexes) -> list[Part]:
    candidates = _candidates(lines, labels)
    accept = _judge([found for found in candidates if found is not None], labels)
    parts = [Part(None, None, [])]
    known = False
    for line, found in zip(lines, candidates, strict=True):
        if found is None or not (accept(found) if found.key is not None else known):
            parts[-1].lines.append(line)
        elif found.key is None or found.key != parts[-1].key or not is_continued(found.cell.text):
            known = known or found.key is not None
            parts.append(Part(found.cell._replace(text=seen(found.cell.text)), found.key, []))
            if found.rest is not None:
                parts[-1].lines.append(found.rest)
    if len(parts) > HEADINGS:
        words = Text(f"标题多于 {HEADINGS} 个，不是一份报告", f"more than {HEADINGS} headings: this is no report")
        raise Unreadable("LT001", words)
    return _joined(parts, labels)


def _candidates(lines: Sequence[Line], labels: Indexes) -> list[_Candidate | None]:
    titles: dict[str, tuple[Title, str] | None] = {}
    return _by_number(_without_contents([_candidate(line, labels, titles) for line in lines]))


def _without_contents(found: list[_Candidate | None]) -> list[_Candidate | None]:
    """A table of contents is no heading: most of the six right below each other, and all of them again further down."""
    run: list[int] = []
    for number, one in enumerate([*found, None]):
        if one is not None and one.key is not None:
            run.append(number)
            continue
        keys = {one.key for one in found[run[0] : number] if one is not None} if run else set()
        if len(keys) >= _CONTENTS and keys <= {one.key for one in found[number:] if one is not None}:
            return [*found[: run[0]], *[None] * len(run), *found[number:]]
        run = []
    return found


def _by_number(found: list[_Candidate | None]) -> list[_Candidate | None]:
    """A heading in other words is that of its number, if it stands alone between the ones before and after it."""
    places = [number for number, one in enumerate(found) if one is not None and one.kind == "plain"]
    given = {one.key for one in found if one is not None}
    for before, at, after in zip([None, *places], places, [*places[1:], None], strict=False):
        one = found[at]
        key = key_of_number(bare(one.cell.text)) if one is not None and one.key is None else None
        if one is None or key is None or key in given:
            continue
        rank = SECTIONS.index(key)
        above, below = (found[place] if place is not None else None for place in (before, after))
        if _is(above, rank - 1) and (_is(below, rank + 1) or (below is None and rank >= _MAY_BE_LAST)):
            found[at] = one._replace(key=key)
            given.add(key)
    return found


def _is(one: _Candidate | None, rank: int) -> bool:
    """Whether a heading is that of the section of this rank; before the first stands none."""
    return one is None if rank < 0 else one is not None and one.key == SECTIONS[rank]


def _candidate(line: Line, labels: Indexes, titles: dict[str, tuple[Title, str] | None]) -> _Candidate | None:
    cell = _row_heading(line.cells) if line.in_grid else line.cells[0]
    if cell is None or not cell.text:
        return _leading(line, labels) if line.in_grid else None
    if cell.text not in titles:
        titles[cell.text] = _titled(cell, labels)
    found = titles[cell.text]
    sure = found is not None and labels.sections.find(bare(cell.text)) is not None
    if found is None or not sure:
        lead = _leading(line, labels)
        if lead is not None or found is None or line.in_grid:
            return lead
    return _Candidate(cell, found[0].key, found[1], sure=sure)


def _titled(cell: Cell, labels: Indexes) -> tuple[Title, str] | None:
    title = heading_of(cell, labels)
    if title is not None:
        return title, "arabic" if folded(cell.text).lstrip("#*_>")[:1].isdigit() else "plain"
    title = bracketed(cell, labels)
    return (title, "other") if title is not None else None


def _row_heading(cells: tuple[Cell, ...]) -> Cell | None:
    """The numbered heading that a row of one or two filled cells may be: 「二、⇥主动公开政府信息情况」."""
    if len(cells) > _HEADING_CELLS and cells[0].text and cells[1].text and cells[_HEADING_CELLS].text:
        return None
    filled = [cell for cell in cells if cell.text]
    if not 0 < len(filled) <= _HEADING_CELLS or is_figure(filled[-1].text) or any(map(_numbered, filled[1:])):
        return None
    text = "".join(cell.text for cell in filled)
    if len(text) > LONGEST or (numeral(text) is None and text[0] not in "第（(#*_"):
        return None
    place, end = filled[0].place, filled[-1].place
    if place is not None and end is not None:
        place = place._replace(end_column=end.end_column)
    return Cell(text, place)


def _numbered(cell: Cell) -> bool:
    return numeral(cell.text) is not None


def _leading(line: Line, labels: Indexes) -> _Candidate | None:
    """A heading with text, or with the beginning of its table, on the same line."""
    cell = line.cells[0]
    piece = leading(cell.text, labels)
    if piece is None:
        return None
    end = len(piece.text)
    rest = inside(cell, end)
    kept = Line((rest, *line.cells[1:]), line.in_grid) if len(rest.text) > 1 or line.in_grid else None
    return _Candidate(inside(cell, 0, end), piece.key, "leading", kept, sure=True)


def _judge(found: Sequence[_Candidate], labels: Indexes) -> Callable[[_Candidate], bool]:
    """Which ways of writing a heading count in this document: 一、 always, another only where 一、 is missing."""
    keys = {kind: {one.key for one in found if one.kind == kind and one.key} for kind in _KINDS}
    right = {one.key for one in found if one.kind == "plain" and one.key and numbers(one.cell.text, one.key)}
    sure = {one.key for one in found if one.kind == "plain" and one.sure and numbers(one.cell.text, one.key or "")}
    arabic = len(keys["arabic"]) > len(keys["plain"])

    def accept(one: _Candidate) -> bool:
        key = one.key or ""
        if one.kind == "plain" and key in sure and not one.sure:
            return False
        if one.kind == "plain":
            fits = key not in right or numbers(one.cell.text, key)
            return fits or is_official(one.cell.text, labels)
        if one.kind == "arabic":
            return arabic or (key not in keys["plain"] and numbers(one.cell.text, key))
        return not any(key in keys[kind] for kind in _KINDS[: _KINDS.index(one.kind)])

    return accept


_KINDS = ("plain", "arabic", "other", "leading")


def _joined(parts: list[Part], labels: Indexes) -> list[Part]:
    """An unknown heading inside a table is no heading but a row broken over lines: 「四、结转⏎下年度继续办理⇥2」."""
    joined: list[Part] = []
    for part in parts:
        unknown = part.key is None and part.heading is not None
        if unknown and joined[-1].key in TABLE_SECTIONS and any(_is_row(line, labels) for line in part.lines):
            joined[-1].lines.extend([Line((part.heading or Cell(""),), in_grid=False), *part.lines])
        else:
            joined.append(part)
    return joined


def _is_row(line: Line, labels: Indexes) -> bool:
    """Whether a line is a row of a table of the form."""
    filled = [cell.text for cell in line.cells if cell.text]
    if not line.in_grid or not filled or not any(is_count(text) for text in filled):
        return False
    counts = sum(1 for text in filled if is_count(text))
    return counts >= _WIDE or any(labels.rows.find(text) or labels.blocks.find(text) for text in filled[:3])
