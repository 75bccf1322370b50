"""``csv``: the list that an office sends back, for any spreadsheet; with the mark by which Excel knows UTF-8."""

import csv
import io

from lint.formatters.look import Look
from lint.formatters.rendering import Rendering
from lint.formatters.review_list import Row, cut, headings, is_like_a_formula, rows
from lint.model.run import Summary

_MARK = "\ufeff"


def render(_: Summary, look: Look) -> Rendering:
    """The names of the columns, then the rows of a file as soon as it is checked."""
    yield (_MARK if look.unicode else "") + _line(headings(look.language))
    while checked := (yield None):
        yield from (_line(_cells(row)) for row in rows(checked, look))


def _cells(row: Row) -> list[str]:
    return ["" if cell is None else _cell(str(cell)) for cell in row]


def _cell(text: str) -> str:
    """What begins like a formula is marked as text, as one would type it."""
    return cut(f"'{text}" if is_like_a_formula(text) else text)


def _line(cells: list[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, quoting=csv.QUOTE_ALL, lineterminator="\n").writerow(cells)
    return buffer.getvalue()
