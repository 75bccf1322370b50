"""A report in the order in which it is read: title, lead-in, headings, paragraphs, tables, and what the form lacks."""

from collections.abc import Iterable, Iterator
from typing import Any, Literal, NamedTuple, TypeAlias

from lint.formatters.page.foreign import plain
from lint.formatters.page.form_names import FormNames
from lint.formatters.page.grids import Grid, grid_of
from lint.model.form import SECTIONS, TABLES
from lint.model.pointer import Pointer, covers, join
from lint.model.report import Heading, Report
from lint.model.text import Text

Kind: TypeAlias = Literal["title", "text", "heading", "said", "table", "beyond"]

_TOP = ("edition", "title", "agency", "year", "published", "preamble", "sections", "document")
_SECTION = ("heading", "paragraphs", "table")
_NO_TITLE = Text("（没有标题）", "(no title)")
_NO_SECTION = Text("（没有这一部分）", "(this section is missing)")
_NO_HEADING = Text("（没有标题）", "(no heading)")
_NO_TABLE = Text("（没有这张表）", "(this table is missing)")
_UNREAD_TABLE = Text("（这张表未能读出）", "(this table could not be read)")
_AGAIN = Text("（重复的标题）", "(this heading stands twice)")


class Part(NamedTuple):
    """One block of a report. ``text`` is the report's own, ``words`` are ours beside it.

    ``beyond`` are values that have no place in the form, each with its pointer.
    """

    kind: Kind
    pointer: Pointer | None = None
    text: str = ""
    words: Text | None = None
    grid: Grid | None = None
    beyond: tuple[tuple[Pointer, object], ...] = ()

    @property
    def pointers(self) -> Iterator[Pointer]:
        """Everything that has its place in this block."""
        if self.pointer is not None:
            yield self.pointer
        if self.grid is not None:
            yield from self.grid.pointers
        yield from (at for at, _ in self.beyond)


def parts_of(report: Report, names: FormNames) -> tuple[Part, ...]:
    """The blocks of a report."""
    return tuple(_parts(report, names))


def _parts(report: Report, names: FormNames) -> Iterator[Part]:
    tree = report.tree
    title = tree.get("title")
    yield Part("title", "/title", plain(title), None if title else _NO_TITLE)
    yield from _beyond((f"/{key}", tree[key]) for key in tree if key not in _TOP)
    yield from _paragraphs("/preamble", tree.get("preamble"))
    sections = tree.get("sections")
    if not isinstance(sections, dict):
        yield from _beyond([("/sections", sections)] if sections is not None else [])
        return
    for one in _in_order(report.document.headings, sections):
        if isinstance(one, Heading):
            yield Part("heading", None, one.text, _AGAIN if one.section else None)
            yield from (Part("text", None, text) for text in (() if one.section else one.paragraphs))
        elif one in sections:
            yield from _section(one, sections[one], report, names)
        else:
            yield Part("heading", f"/sections/{one}", "", _missing(names.section(one), _NO_SECTION))


def _in_order(headings: Iterable[Heading], sections: dict[str, Any]) -> list[str | Heading]:
    """The keys of sections in the order of the document, with headings that are none of the form's or stand twice.

    A section of the form that is missing stands behind the one that it should follow.
    """
    order: list[str | Heading] = []
    for heading in headings:
        key = heading.section or next(
            (key for key, section in sections.items() if key not in SECTIONS and _heading(section) == heading.text),
            None,
        )
        order.append(key if key is not None and key in sections and key not in order else heading)
    order += [key for key in sections if key not in order]
    place = 0
    for key in SECTIONS:
        if key not in sections:
            order.insert(place, key)
        place = order.index(key) + 1
    return order


def _heading(section: object) -> object:
    return section.get("heading") if isinstance(section, dict) else None


def _missing(name: Text, why: Text) -> Text:
    return Text(f"{name.zh}{why.zh}", f"{name.en} {why.en}")


def _section(key: str, section: object, report: Report, names: FormNames) -> Iterator[Part]:
    at = join("/sections", key)
    if not isinstance(section, dict):
        yield from _beyond([(at, section)])
        return
    heading = section.get("heading")
    without = _missing(names.section(key), _NO_HEADING) if key in SECTIONS else _NO_HEADING
    yield Part("heading", at, plain(heading), None if heading else without)
    yield from _paragraphs(f"{at}/paragraphs", section.get("paragraphs"))
    if key in TABLES:
        yield from _table(key, section, report, names)
        yield from _beyond((join(at, name), section[name]) for name in section if name not in _SECTION)
    else:
        yield from _beyond((join(at, name), section[name]) for name in section if name not in _SECTION[:2])


def _table(key: str, section: dict[str, Any], report: Report, names: FormNames) -> Iterator[Part]:
    at, table = TABLES[key], section.get("table")
    if any(covers(trouble.pointer, at) for trouble in report.troubles):
        yield Part("said", at, "", _missing(names.table(key), _UNREAD_TABLE))
    elif table is None:
        yield Part("said", at, "", _missing(names.table(key), _NO_TABLE))
        return
    if not isinstance(table, dict):
        yield from _beyond([(at, table)] if table is not None else [])
        return
    grid = grid_of(key, report.tree, names)
    yield Part("table", at, "", names.table(key), grid)
    yield from _beyond(_left_over(table, at, set(grid.cells)))


def _left_over(value: object, at: Pointer, cells: set[Pointer]) -> Iterator[tuple[Pointer, object]]:
    """What a table has that the form has not: unknown rows and columns, a figure where a row should be.

    Nested as deep as the readers allow, which is less than Python does.
    """
    if isinstance(value, dict):
        for key, below in value.items():
            yield from _left_over(below, join(at, key), cells)
    elif at not in cells:
        yield at, value


def _paragraphs(at: Pointer, value: object) -> Iterator[Part]:
    if isinstance(value, list):
        yield from (Part("text", join(at, number), plain(text)) for number, text in enumerate(value))
    elif value is not None:
        yield from _beyond([(at, value)])


def _beyond(found: Iterable[tuple[Pointer, object]]) -> Iterator[Part]:
    if values := tuple(found):
        yield Part("beyond", None, beyond=values)
