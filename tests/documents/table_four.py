"""Table four: one row of fifteen figures under three levels of headings, three tables, or three labelled rows."""

from typing import Any

from lint.model.form import GROUPS, OUTCOMES
from lint.model.layout import Layout
from tests.documents.grids import Box, Table
from tests.documents.style import Style, figures, heading

_WIDTH = len(OUTCOMES)


def table_four(table: dict[str, Any], layout: Layout, style: Style) -> tuple[Table, ...]:
    """Table four in one table, or in three."""
    heads = tuple(heading(label.words.zh, style) for label in layout.outcomes)
    names = {label.key: label.words.zh for label in layout.dispute_groups}
    rows = {group: figures(table[group], style) for group in GROUPS}
    outcomes = tuple(Box(words) for words in heads)
    if style.disputes == "tables":
        return tuple(Table(((Box(names[group], _WIDTH),), outcomes, rows[group])) for group in GROUPS)
    if style.disputes == "labelled":
        return (Table(((Box(""), *outcomes), *((Box(names[group]), *rows[group]) for group in GROUPS))),)
    suits = tuple(Box(heading(names[group], style), _WIDTH) for group in GROUPS[1:])
    return (
        Table(
            (
                (Box("行政复议", _WIDTH), Box("行政诉讼", 2 * _WIDTH)),
                (*(Box(words, 1, 2) for words in heads), *suits),
                outcomes * 2,
                tuple(box for group in GROUPS for box in rows[group]),
            )
        ),
    )
