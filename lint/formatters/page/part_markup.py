"""The blocks of a report as markup: paragraphs, headings, tables with their wrong cells marked."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lint.formatters.page.foreign import LONGEST_CELL, LONGEST_TEXT, folded, marked, plain
from lint.formatters.page.grids import Cell, Grid, Head
from lint.formatters.page.marking import Marking
from lint.formatters.page.markup import NOTHING, Markup, Value, both, joined, tag, words
from lint.formatters.page.parts import Part
from lint.formatters.page.words import (
    ABSENT,
    BEYOND,
    BLANK,
    GO_TO_NOTE,
    LEGEND_ABSENT,
    LEGEND_BLANK,
    LEGEND_OPEN,
    LEGEND_TESTED,
    LEGEND_WRONG,
)
from lint.model.pointer import Pointer, resolve, steps
from lint.model.report import Tree
from lint.model.text import Text

_MOST_NUMBERS = 6  # of notes that are told at one cell
_MOST_BEYOND = 8  # values outside the form that are shown at once; more open on a click
_LEGEND = {
    "wrong": LEGEND_WRONG,
    "open": LEGEND_OPEN,
    "tested": LEGEND_TESTED,
    "blank": LEGEND_BLANK,
    "absent": LEGEND_ABSENT,
}


class Sheet(NamedTuple):
    """What the blocks of one report are written from: its number in the page, its tree, what is said of it."""

    report: int
    tree: Tree
    marking: Marking

    def part(self, part: Part) -> Markup:
        """A block of the report."""
        match part.kind:
            case "title":
                return tag("h3", self._place("/title", "title"), self._text(part), self._numbers("/title"))
            case "heading":
                return tag("h4", self._place(part.pointer, ""), self._text(part), self._numbers(part.pointer))
            case "table":
                return self._table(part, part.grid) if part.grid is not None else NOTHING
            case "beyond":
                return self._beyond(part)
            case "said":
                return tag("p", self._place(part.pointer, "said"), self._text(part), self._numbers(part.pointer))
        return tag("div", self._place(part.pointer, "text"), self._text(part), self._numbers(part.pointer))

    def _text(self, part: Part) -> Markup:
        own = tag("em", {"class": "ours"}, both(part.words)) if part.words is not None else NOTHING
        quotes = self.marking.quotes(part.pointer) if part.pointer is not None else []
        if quotes and len(part.text) <= LONGEST_TEXT:
            return joined([marked(part.text, quotes), own])
        return joined([folded(part.text, LONGEST_TEXT), own])

    def _place(self, pointer: Pointer | None, kind: str) -> dict[str, Value]:
        """The attributes of a block or cell: its anchor and its look, where anything is said of it."""
        anchor = self.marking.anchors.get(pointer) if pointer is not None else None
        if pointer is None or anchor is None:
            return {"class": kind or None}
        name = f"r{self.report}p{anchor}"
        mark = self.marking.marks.get(pointer)
        if mark is None:
            return {"class": kind or None, "id": name}
        looks = [kind, "marked", mark.look, mark.severity.value, "waived" if mark.waived else ""]
        return {
            "class": " ".join(filter(None, looks)),
            "id": name,
            "data-note": f"r{self.report}n{mark.notes[0]}",
            "tabindex": "-1",
        }

    def _numbers(self, pointer: Pointer | None) -> Markup:
        mark = self.marking.marks.get(pointer) if pointer is not None else None
        if mark is None:
            return NOTHING
        links = (self._link(number) for number in mark.notes[:_MOST_NUMBERS])
        more = words("…") if len(mark.notes) > _MOST_NUMBERS else NOTHING
        return tag("sup", None, *links, more)

    def _link(self, number: int) -> Markup:
        label = GO_TO_NOTE.fill({"number": str(number)})
        return tag("a", {"href": f"#r{self.report}n{number}", "title": f"{label.zh} {label.en}"}, words(str(number)))

    def _table(self, part: Part, grid: Grid) -> Markup:
        head = tag("thead", None, *map(self._row, grid.head)) if grid.head else NOTHING
        name = part.words or Text("", "")
        table = tag(
            "table",
            self._place(part.pointer, grid.section),
            tag("caption", None, both(name), self._numbers(part.pointer)),
            head,
            tag("tbody", None, *map(self._row, grid.body)),
        )
        wide = {"class": "wide", "tabindex": "0", "role": "region", "aria-label": f"{name.zh} {name.en}"}
        return joined([tag("div", wide, table), self._legend(grid)])

    def _row(self, row: Iterable[Head | Cell]) -> Markup:
        return tag("tr", None, *(self._head(one) if isinstance(one, Head) else self._cell(one) for one in row))

    def _head(self, head: Head) -> Markup:
        spans: dict[str, Value] = {"colspan": _span(head.columns), "rowspan": _span(head.rows)}
        place = self._place(head.pointer, "")
        return tag("th", {"scope": head.scope, **spans, **place}, both(head.words), self._numbers(head.pointer))

    def _cell(self, cell: Cell) -> Markup:
        look, shown = self._value(cell.pointer)
        mark = self.marking.marks.get(cell.pointer)
        if mark is not None and mark.instead is not None and mark.look == "wrong":
            shown = joined([tag("del", None, shown), tag("ins", None, words(mark.instead))])
        attributes = {"colspan": _span(cell.columns), **self._place(cell.pointer, look)}
        return tag("td", attributes, shown, self._numbers(cell.pointer))

    def _value(self, pointer: Pointer) -> tuple[str, Markup]:
        """How a cell looks, and what it shows. What stands there and is no cell is told below the table."""
        found, value = resolve(self.tree, pointer)
        if not found or isinstance(value, dict):
            return "absent", tag("span", {"class": "unseen"}, both(ABSENT))
        if value is None:
            return "blank", tag("span", {"class": "unseen"}, both(BLANK))
        return "string" if isinstance(value, str) else "" if value else "zero", folded(plain(value), LONGEST_CELL)

    def _legend(self, grid: Grid) -> Markup:
        """What the looks of this table mean, those that it has."""
        seen = set(self._looks(grid))
        items = [
            tag("li", None, tag("span", {"class": f"key {look}"}), both(told))
            for look, told in _LEGEND.items()
            if look in seen
        ]
        return tag("ul", {"class": "legend"}, *items) if items else NOTHING

    def _looks(self, grid: Grid) -> Iterator[str]:
        for pointer in grid.cells:
            yield self._value(pointer)[0]
            if pointer in self.marking.marks:
                yield self.marking.marks[pointer].look

    def _beyond(self, part: Part) -> Markup:
        rows = [self._value_beyond(at, value) for at, value in part.beyond]
        values = tag("dl", None, *rows)
        label = both(BEYOND)
        if len(rows) <= _MOST_BEYOND:
            return tag("div", {"class": "beyond"}, tag("p", {"class": "label"}, label), values)
        return tag("details", {"class": "beyond"}, tag("summary", None, label, words(f" ({len(rows):,})")), values)

    def _value_beyond(self, at: Pointer, value: object) -> Markup:
        """A value that has no place in the form, under the names that the report gives it."""
        name = " / ".join(step for step in steps(at) if step not in ("sections", "table"))
        written = folded(plain(value), LONGEST_CELL * 4)
        return tag(
            "div",
            self._place(at, ""),
            tag("dt", None, folded(name, LONGEST_CELL * 2)),
            tag("dd", None, written, self._numbers(at)),
        )


def _span(count: int) -> int | None:
    return count if count > 1 else None
