"""A report tree as a document of paragraphs and tables in one of many styles: every format is written from it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from lint.model.layout import Layout
from lint.model.pointer import Pointer, select
from lint.model.report import Tree
from tests.documents.grids import Table, unmerged
from tests.documents.style import PLAIN, Style
from tests.documents.table_four import table_four
from tests.documents.table_three import table_three
from tests.documents.table_two import table_two

Kind: TypeAlias = Literal["title", "heading", "text"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph and what it is, which a document may show by its size only."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Paper:
    """A document; ``published`` (ISO 8601) and ``agency`` are for formats that say them beside the text."""

    blocks: tuple[Paragraph | Table, ...]
    title: str
    agency: str | None = None
    published: str | None = None


def paper(tree: Tree, layout: Layout, style: Style = PLAIN) -> Paper:
    """A report as a document of this style."""
    blocks = tuple(_blocks(tree, layout, style))
    agency: dict[str, Any] = tree.get("agency") or {}
    return Paper(blocks, tree["title"], agency.get("name"), tree.get("published"))


def figures_shown(tree: Tree, style: Style = PLAIN) -> dict[Pointer, object]:
    """The figures that a document of this style shows: null where 0 was left blank."""
    every = select(tree, "/sections/*/table/**")
    shown = {at: figure for at, figure in every if not isinstance(figure, dict)}
    return {at: None if style.blank_zero and figure == 0 else figure for at, figure in shown.items()}


def _blocks(tree: Tree, layout: Layout, style: Style) -> Iterator[Paragraph | Table]:
    yield Paragraph("title", tree["title"])
    yield from (Paragraph("text", text) for text in tree["preamble"])
    for key, section in tree["sections"].items():
        yield Paragraph("heading", section["heading"])
        yield from (Paragraph("text", text) for text in section["paragraphs"])
        tables = _TABLES[key](section["table"], layout, style) if "table" in section else ()
        yield from (table if style.merges else unmerged(table) for table in tables)


_TABLES = {"proactive": table_two, "applications": table_three, "disputes": table_four}
