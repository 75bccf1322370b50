"""Figures of a row under its columns: the cells may be too many or too few, and that must not be guessed away."""

from collections.abc import Sequence

from lint.model.errors import Unreadable
from lint.model.text import Text
from lint.readers.outline import Cell

LOST = "LT005"
AMBIGUOUS = "LT006"


def align(cells: Sequence[Cell], width: int, headings: Sequence[Cell] = ()) -> tuple[Cell, ...]:
    """The ``width`` cells of a row, blank cells too many left off where only one reading remains.

    Where their number leaves more than one, the ``headings`` of the columns decide, if all stand in one grid.
    Raises Unreadable where figures run together (LT005), or where more than one reading fits or none (LT006).
    """
    if len(cells) == width:
        return tuple(cells)
    try:
        return _by_number(cells, width)
    except Unreadable:
        fitting = _by_position(cells, headings) if len(headings) == width else None
        if fitting is None:
            raise
        return fitting


def _by_position(cells: Sequence[Cell], headings: Sequence[Cell]) -> tuple[Cell, ...] | None:
    """Each filled cell under the one heading that covers its columns; None where one has none, or shares it."""
    blank = cells[0]._replace(text="") if cells else Cell("")
    found = [blank] * len(headings)
    for cell in cells:
        over = [number for number, heading in enumerate(headings) if _covers(heading, cell)]
        if len(over) == 1 and not found[over[0]].text:
            found[over[0]] = cell
        elif cell.text:
            return None
    return tuple(found)


def _covers(heading: Cell, cell: Cell) -> bool:
    above, place = heading.place, cell.place
    if above is None or place is None or above.column is None or place.column is None:
        return False
    same = above.table is not None and above.table == place.table
    return same and above.column <= place.column and place.column + cell.span <= above.column + heading.span


def _by_number(cells: Sequence[Cell], width: int) -> tuple[Cell, ...]:
    filled = [number for number, cell in enumerate(cells) if cell.text]
    if not filled:
        blank = cells[0] if cells else Cell("")
        return tuple(cells[:width]) + (blank,) * (width - len(cells[:width]))
    if len(cells) < width:
        raise _too_few(cells, filled, width)
    if len(filled) == width:
        return tuple(cells[number] for number in filled)
    first, final = filled[0], filled[-1]
    starts = [start for start in range(len(cells) - width + 1) if start <= first and final < start + width]
    if len(starts) != 1:
        raise _unclear(cells, len(filled), width)
    return tuple(cells[starts[0] : starts[0] + width])


def _too_few(cells: Sequence[Cell], filled: list[int], width: int) -> Unreadable:
    if len(filled) == 1 and len(cells[filled[0]].text) >= width:
        text = excerpt(cells[filled[0]].text)
        words = Text(
            f"{width} 个数字连写成“{text}”，分隔已丢失，无法确定各格数值",
            f"{width} figures run together as '{text}': the separators are lost",
        )
        return Unreadable(LOST, words, cells[filled[0]].place)
    return _unclear(cells, len(filled), width)


def _unclear(cells: Sequence[Cell], filled: int, width: int) -> Unreadable:
    words = Text(
        f"应有 {width} 个数字，却有 {filled} 个，不知各归哪一栏",
        f"{width} figures are expected, {filled} stand there: nobody knows under which columns",
    )
    place = next((cell.place for cell in cells if cell.text), None)
    return Unreadable(AMBIGUOUS, words, place)


def excerpt(text: str, most: int = 30) -> str:
    """The beginning of a text, for a message."""
    return text if len(text) <= most else f"{text[:most]}…"


def lost_words(text: str) -> Text:
    """What is said of a table whose cells run together."""
    shown = excerpt(text)
    return Text(
        f"单元格之间的分隔已丢失（“{shown}”），各格数字无法分开，未作核对",
        f"the separators between the cells are lost ('{shown}'): the figures cannot be told apart and were not checked",
    )
