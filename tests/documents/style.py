"""The ways in which documents lay the form out."""

from dataclasses import dataclass
from typing import Any, Literal

from tests.documents.grids import Box


@dataclass(frozen=True, slots=True)
class Style:
    """One way to lay a report out; the default is the form as it was printed.

    - ``merges``: cells cover others; if not, what they would cover is blank cells.
    - ``headers`` of table three: three levels, or one row.
    - ``labels`` of table three: 三、本年度办理结果 and groups to the left, groups only, or the row's own label only.
    - ``cut``: table three is two tables, the second without headings, or with headings and labels repeated.
    - ``blocks`` of table two: stacked in one table, or each a table.
    - ``disputes``: table four as one row of fifteen figures, as three tables, or as three labelled rows.
    - ``blank_zero``: a figure 0 is left blank.
    - ``broken``: headings are broken over paragraphs of their cell; ``vertical``: one character a paragraph.
    - ``before``, ``after``: the spaces around a figure.
    - ``half_width``: brackets and colons of labels.
    """

    merges: bool = True
    headers: Literal["split", "flat"] = "split"
    labels: Literal["whole", "groups", "own"] = "whole"
    cut: Literal["no", "bare", "repeated"] = "no"
    blocks: Literal["one", "each"] = "one"
    disputes: Literal["row", "tables", "labelled"] = "row"
    blank_zero: bool = False
    broken: bool = False
    vertical: bool = False
    before: str = ""
    after: str = ""
    half_width: bool = False


PLAIN = Style()
_HALF_WIDTH = str.maketrans("（）：", "():")
_BROKEN = (
    ("结果", 2),
    ("尚未", 2),
    ("商业", 2),
    ("科研", 2),
    ("法律", 2),
    ("社会公益", 4),
    ("法人或其他", 5),
    ("现行有效", 4),
    ("未经复议", 4),
)


def typed(label: str, style: Style) -> str:
    """A label as it is typed."""
    return label.translate(_HALF_WIDTH) if style.half_width else label


def heading(words: str, style: Style) -> str:
    """A column heading, perhaps broken."""
    words = typed(words, style)
    if not style.broken:
        return words
    at = next((at for beginning, at in _BROKEN if words.startswith(beginning)), len(words))
    return "\n".join(piece for piece in (words[:at], words[at:]) if piece)


def upright(label: str, style: Style) -> str:
    """A label at the side, perhaps one character a line."""
    label = typed(label, style)
    return "\n".join(label) if style.vertical else label


def figure(value: object, style: Style, columns: int = 1) -> Box:
    """The cell of a figure."""
    if value is None or (style.blank_zero and value == 0):
        return Box("", columns, figure=True)
    return Box(f"{style.before}{value}{style.after}", columns, figure=True)


def figures(cells: dict[str, Any], style: Style) -> tuple[Box, ...]:
    """The cells of a row of figures."""
    return tuple(figure(value, style) for value in cells.values())
