"""Table three: three levels of headings, three columns of labels, seven of figures."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from lint.model.layout import Layout
from tests.documents.grids import Box, Table
from tests.documents.style import Style, figures, heading, typed, upright

_NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
_LABELS = {"whole": 3, "groups": 2, "own": 1}


def table_three(table: dict[str, Any], layout: Layout, style: Style) -> tuple[Table, ...]:
    """Table three as one table, or cut into two in the middle of a group."""
    columns = tuple(_headings(layout, style))
    keys = [label.key for label in layout.rows if _row(table, label.key)]
    if style.cut == "no":
        return (Table((*columns, *_Rows(table, layout, style).of(keys))),)
    cut = len(keys) // 2
    rows = _Rows(table, layout, style)
    first = Table((*columns, *rows.of(keys[:cut])))
    return first, Table((*(columns if style.cut == "repeated" else ()), *rows.of(keys[cut:])))


def _row(table: dict[str, Any], key: str) -> dict[str, Any]:
    """The cells of a row; none where the report does not have it."""
    at: Any = table
    for step in key.split("/"):
        at = at.get(step, {})
    cells: dict[str, Any] = {} if any(isinstance(cell, dict) for cell in at.values()) else at
    return cells


def _headings(layout: Layout, style: Style) -> Iterator[tuple[Box, ...]]:
    names = [label.words.zh for label in layout.columns]
    labels = _LABELS[style.labels]
    if style.headers == "flat":
        yield (Box(typed(_NOTE, style), labels), *(Box(heading(name, style)) for name in names))
        return
    yield Box(typed(_NOTE, style), labels, 3), Box("申请人情况", len(names))
    first, *middle, last = (heading(name, style) for name in names)
    yield Box(first, 1, 2), Box(heading("法人或其他组织", style), len(middle)), Box(last, 1, 2)
    yield tuple(Box(name) for name in middle)


@dataclass(slots=True)
class _Rows:
    """The rows of figures with their labels; ``printed`` are the labels at the side that stand already."""

    table: dict[str, Any]
    layout: Layout
    style: Style
    printed: set[str] = field(default_factory=set)

    def of(self, keys: Sequence[str]) -> Iterator[tuple[Box, ...]]:
        """These rows, which follow each other in one table."""
        names = {label.key: label.words.zh for label in (*self.layout.groups, *self.layout.rows)}
        before: tuple[str, ...] = ()
        for number, key in enumerate(keys):
            above = self._above(key)
            new = [group for group in above if group not in before]
            rest = _LABELS[self.style.labels] - len(above)
            own = Box(typed(names[key], self.style), rest)
            sides = (self._side(group, names[group], keys[number:]) for group in new)
            yield (*sides, own, *figures(_row(self.table, key), self.style))
            before = above

    def _above(self, key: str) -> tuple[str, ...]:
        """The groups whose labels stand to the left of a row."""
        steps = key.split("/")[:-1]
        every = tuple("/".join(steps[: end + 1]) for end in range(len(steps)))
        return {"whole": every, "groups": every[1:], "own": ()}[self.style.labels]

    def _side(self, group: str, name: str, keys: Sequence[str]) -> Box:
        """The label of a group beside all its rows; where the table goes on behind a cut, blank unless repeated."""
        rows = sum(1 for key in keys if key.startswith(f"{group}/"))
        blank = group in self.printed and self.style.cut == "bare"
        self.printed.add(group)
        words = upright(name, self.style) if group == "results" else typed(name, self.style)
        return Box("" if blank else words, 1, rows)
