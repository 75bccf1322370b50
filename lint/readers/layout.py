"""From an outline to a report: which lines are headings, tables and text, and what they say in the tree."""

from collections.abc import Iterable, Iterator
from typing import Any

from lint.model.errors import Unreadable
from lint.model.form import TABLE_SECTIONS
from lint.model.identity import agency_of_title, year_of_title
from lint.model.place import Place
from lint.model.pointer import Pointer
from lint.model.report import Document, Heading, Identity, Remark, Report, Tree
from lint.model.text import Text
from lint.readers.labels import Indexes
from lint.readers.outline import Cell, Outline
from lint.readers.parts import Part, parts_of
from lint.readers.spaced import unspaced
from lint.readers.stacked import unstacked
from lint.readers.table_parts import Found, nested
from lint.readers.tables import read_tables
from lint.readers.title import Opening, opening
from lint.readers.tree import identify
from lint.readers.twice import one_report


def read_report(source: str, outline: Outline, labels: Indexes, told: Identity) -> Report:
    """The report that an outline holds.

    Raises Unreadable (LT004) where neither headings nor tables nor a title of a report are found.
    """
    parts = [unspaced(unstacked(part, labels), labels) for part in parts_of(outline, labels)]
    found = Found(valueless={at for at in map(_valueless, outline.remarks) if at is not None})
    texts = read_tables(parts, labels, found)
    parts, texts = one_report(parts, texts, found)
    start = opening([cell for part, cells in zip(parts, texts, strict=True) if part.heading is None for cell in cells])
    start = _with_page(start, outline)
    # A formula without a result in a table is a part that was not read, elsewhere a remark.
    found.remarks += [one for one in outline.remarks if _valueless(one) is None or _valueless(one) in found.valueless]
    if len(parts) == 1 and not found.figures and not found.troubles and start.title is None:
        raise Unreadable(
            "LT004", Text("没有找到年度报告的标题、章节或表格", "no title, section or table of an annual report")
        )
    return _Assembly(source, parts, texts, found, start).report(told)


def _valueless(remark: Remark) -> tuple[str | None, str | None] | None:
    """The sheet and the cell of a formula without a result; None for another remark."""
    at = remark.place
    return (at.sheet, at.cell) if remark.kind == "no-value" and at is not None else None


def _with_page(start: Opening, outline: Outline) -> Opening:
    """What the text does not say, by what the page says about itself."""
    published = start.published or outline.published
    if start.title is not None or outline.title is None:
        return start._replace(published=published)
    title = outline.title
    year = year_of_title(title.text) or start.year
    return start._replace(title=title.text, title_place=title.place, year=year, published=published)


class _Assembly:
    """Puts the pieces of one document together."""

    def __init__(self, source: str, parts: list[Part], texts: list[list[Cell]], found: Found, start: Opening) -> None:
        self.source = source
        self.parts = parts
        self.texts = texts
        self.found = found
        self.start = start
        self.places: dict[Pointer, Place] = dict(found.places)
        self.tables = nested(found.figures)

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
        if key in self.tables:
            made["table"] = self.tables[key]
        return made

    def _orphan_tables(self, sections: dict[str, Any]) -> None:
        """A table whose heading is missing still has its figures: they are kept, the section has no heading."""
        for key in TABLE_SECTIONS:
            if key not in sections and key in self.tables:
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
