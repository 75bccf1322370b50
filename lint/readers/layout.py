"""From an outline to a report: which lines are headings, tables and text, and what they say in the tree."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from lint.model.errors import Unreadable
from lint.model.form import SINGLE_OTHER, TABLE_SECTIONS, TABLES, edition_of_year
from lint.model.identity import agency_of_title, year_of_title
from lint.model.place import Place
from lint.model.pointer import Pointer
from lint.model.report import Document, Heading, Identity, Report, Tree, Trouble
from lint.model.text import Text
from lint.readers.glued import cut_glued
from lint.readers.headings import heading_of, split_inline
from lint.readers.labels import Indexes
from lint.readers.numbers import is_figure
from lint.readers.outline import Cell, Grid, Outline
from lint.readers.rows import AMBIGUOUS
from lint.readers.table_four import TableFour
from lint.readers.table_parts import Found, TableReader, nest
from lint.readers.table_three import TableThree
from lint.readers.table_two import TableTwo
from lint.readers.title import Opening, inside, opening
from lint.readers.tree import identify

FEW_HEADINGS = 4
NO_LABEL = Text(
    "表中有一行数字没有行名，不知归哪一行", "a row of figures without a label: nobody knows which row it is"
)


class Line(NamedTuple):
    """A paragraph (one cell, no grid) or a row of a grid."""

    cells: tuple[Cell, ...]
    in_grid: bool


class Part(NamedTuple):
    """What stands under one heading: its lines; the lead-in has no heading."""

    heading: Cell | None
    key: str | None
    lines: list[Line]


def read_report(source: str, outline: Outline, labels: Indexes, told: Identity) -> Report:
    """The report that an outline holds.

    Raises Unreadable (LT004) where neither headings nor tables nor a title of a report are found.
    """
    parts = _parts(outline, labels)
    found = Found()
    texts = _read_parts(parts, labels, found)
    start = opening([cell for part, cells in zip(parts, texts, strict=True) if part.heading is None for cell in cells])
    if len(parts) == 1 and not found.figures and not found.troubles and start.title is None:
        raise Unreadable(
            "LT004", Text("没有找到年度报告的标题、章节或表格", "no title, section or table of an annual report")
        )
    return _Assembly(source, parts, texts, found, start).report(told)


def _parts(outline: Outline, labels: Indexes) -> list[Part]:
    """The document cut at its headings; where most of the six are missing, also inside long paragraphs."""
    parts = _cut(_lines(outline), labels)
    if len({part.key for part in parts if part.key}) >= FEW_HEADINGS:
        return parts
    inline = _cut(_inline_lines(outline, labels), labels)
    more = len({part.key for part in inline if part.key}) > len({part.key for part in parts if part.key})
    return inline if more else parts


def _cut(lines: Iterable[Line], labels: Indexes) -> list[Part]:
    parts = [Part(None, None, [])]
    for line in lines:
        title = None if line.in_grid else heading_of(line.cells[0], labels)
        if title is not None and (title.key is not None or _between(parts)):
            parts.append(Part(line.cells[0], title.key, []))
        else:
            parts[-1].lines.append(line)
    return parts


def _between(parts: list[Part]) -> bool:
    """An unknown numbered heading counts only between headings that are known."""
    return any(part.key for part in parts)


def _lines(outline: Outline) -> Iterator[Line]:
    for block in outline.blocks:
        if isinstance(block, Grid):
            yield from (Line(row, in_grid=True) for row in block.rows)
        else:
            yield Line((block,), in_grid=False)


def _inline_lines(outline: Outline, labels: Indexes) -> Iterator[Line]:
    for line in _lines(outline):
        if line.in_grid:
            yield line
            continue
        cell = line.cells[0]
        for piece in split_inline(cell.text, labels):
            yield Line((inside(cell, piece.start, piece.start + len(piece.text)),), in_grid=False)


def _read_parts(parts: list[Part], labels: Indexes, found: Found) -> list[list[Cell]]:
    """The text of each part; what belongs to a table goes to its reader."""
    readers: dict[str, TableReader] = {
        "proactive": TableTwo(labels),
        "applications": TableThree(labels),
        "disputes": TableFour(labels),
    }
    texts = [_read_part(part, readers, found) for part in parts]
    edition = _edition(readers, parts)
    for reader in readers.values():
        reader.finish(found, edition)
    return [cut_glued(cells, part.key, labels, found) for part, cells in zip(parts, texts, strict=True)]


def _read_part(part: Part, readers: dict[str, TableReader], found: Found) -> list[Cell]:
    order = sorted(readers, key=lambda key: key != part.key)
    text: list[Cell] = []
    for line in part.lines:
        if not line.in_grid and part.key not in TABLE_SECTIONS:
            text.append(line.cells[0])
        elif not any(
            readers[key].take(line.cells, found, at_home=key == part.key)
            for key in (order if line.in_grid else order[:1])
        ):
            text.extend(_leftover(line, part, found))
    return text


def _leftover(line: Line, part: Part, found: Found) -> list[Cell]:
    """A line that no table wants: text; a row of a grid is kept as one piece of text and remarked."""
    filled = [cell for cell in line.cells if cell.text]
    if not line.in_grid or not filled:
        return filled
    joined = Cell(" ".join(cell.text for cell in filled), filled[0].place)
    if part.key in TABLE_SECTIONS:
        found.remark("unknown-row", TABLES[part.key], joined)
        if all(is_figure(cell.text) for cell in filled) and any(cell.text != "0" for cell in filled):
            found.troubles.append(Trouble(AMBIGUOUS, TABLES[part.key], NO_LABEL, joined.place))
    return [joined]


def _edition(readers: dict[str, TableReader], parts: list[Part]) -> str:
    """The edition for a table two that lost its headings: three rows （六） are 2021, else the year decides."""
    three = readers["applications"]
    rows = [line.key for line in three.lines] if isinstance(three, TableThree) else []
    if any(row and row.startswith(f"{SINGLE_OTHER}/") for row in rows):
        return "2021"
    years = (year_of_title(line.cells[0].text) for line in parts[0].lines)
    year = next((year for year in years if year), None)
    return edition_of_year(year) if year else "2021"


class _Assembly:
    """Puts the pieces of one document together."""

    def __init__(self, source: str, parts: list[Part], texts: list[list[Cell]], found: Found, start: Opening) -> None:
        self.source = source
        self.parts = parts
        self.texts = texts
        self.found = found
        self.start = start
        self.places: dict[Pointer, Place] = dict(found.places)

    def report(self, told: Identity) -> Report:
        """The whole report."""
        tree = self._tree()
        who = identify(tree, told)
        ordered = {"edition": who.edition, **tree} if who.edition else tree
        document = Document(tuple(self._headings()), tuple(self.found.remarks))
        places = self.places
        return Report(self.source, ordered, who, document, tuple(self.found.troubles), lambda: places)

    def _tree(self) -> Tree:
        start = self.start
        self._place("/title", start.title_place)
        title = start.title
        return {
            "title": title,
            "agency": {"name": agency_of_title(title) if title else None},
            "year": start.year,
            "published": start.published,
            "preamble": self._paragraphs("/preamble", start.preamble),
            "sections": self._sections(),
        }

    def _sections(self) -> dict[str, Any]:
        sections: dict[str, Any] = {}
        last: str | None = None
        for part, cells in zip(self.parts, self.texts, strict=True):
            if part.heading is None:
                continue
            last = part.key or last
            if last is None:
                continue
            section = sections.setdefault(last, {"heading": part.heading.text, "cells": []})
            self._place(f"/sections/{last}", part.heading.place)
            self._place(f"/sections/{last}/heading", part.heading.place)
            section["cells"] += cells if part.key else [part.heading, *cells]
        self._orphan_tables(sections)
        return {key: self._section(key, section) for key, section in sections.items()}

    def _section(self, key: str, section: dict[str, Any]) -> dict[str, Any]:
        at = f"/sections/{key}"
        made: dict[str, Any] = {} if section["heading"] is None else {"heading": section["heading"]}
        made["paragraphs"] = self._paragraphs(f"{at}/paragraphs", section["cells"])
        table = nest(self.found.figures, key) if key in TABLE_SECTIONS else None
        if table is not None:
            made["table"] = table
        return made

    def _orphan_tables(self, sections: dict[str, Any]) -> None:
        """A table whose heading is missing still has its figures: they are kept, the section has no heading."""
        for key in TABLE_SECTIONS:
            if key not in sections and nest(self.found.figures, key) is not None:
                sections[key] = {"heading": None, "cells": []}

    def _paragraphs(self, at: Pointer, cells: Iterable[Cell]) -> list[str]:
        texts: list[str] = []
        for cell in cells:
            self._place(f"{at}/{len(texts)}", cell.place)
            texts.append(cell.text)
        return texts

    def _headings(self) -> Iterator[Heading]:
        for part, cells in zip(self.parts, self.texts, strict=True):
            if part.heading is not None:
                paragraphs = tuple(cell.text for cell in cells)
                yield Heading(part.heading.text, part.key, part.heading.place, paragraphs)

    def _place(self, at: Pointer, place: Place | None) -> None:
        if place is not None:
            self.places.setdefault(at, place)
