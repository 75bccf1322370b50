"""The opening of a document: title, year, date of publication, and the lead-in that remains."""

import datetime
import re
from collections import Counter
from typing import NamedTuple

from lint.model.identity import agency_of_title, year_of_title
from lint.model.place import Place
from lint.readers.headings import is_title
from lint.readers.outline import Cell

_LEADING = re.compile(r"^.{0,60}?信息公开.{0,8}?(?:年度报告|年报|报告)(?=[\s\u3000])")
_PUBLISHED = re.compile(r"(?:发布|发文|公开|成文)(?:时间|日期)\s*[:：]\s*(?=20)")
_DAY = re.compile(r"(20\d\d)\s?[-年/.]\s?(\d{1,2})\s?[-月/.]\s?(\d{1,2})")
_YEAR = re.compile(r"(?<!\d)(20\d\d)\s*年")
_CAPTION = re.compile(r"^(?:标题|题目|名称)(?:\s{0,8}[:：]|\s)\s{0,8}")
_YEAR_BELOW = re.compile(r"[(（]?\s?20\d\d\s?年度?\s?[)）]?")
_NO_NAME = re.compile(r"[。，：:>＞]")
_SHORT = 30
_LONGEST_LINE = 45


class Opening(NamedTuple):
    """What stands before the first heading."""

    title: str | None
    title_place: Place | None
    year: int | None
    published: str | None
    preamble: list[Cell]


def opening(cells: list[Cell]) -> Opening:
    """Read the lines before the first heading: the first that reads like a title is it."""
    title, rest = _title(cells)
    words = title.text if title else None
    year = year_of_title(words) if words else None
    year = year or _commonest_year(rest)
    return Opening(words, title.place if title else None, year, published_in(cells), rest)


def _title(cells: list[Cell]) -> tuple[Cell | None, list[Cell]]:
    for number, cell in enumerate(cells):
        after = cells[number + 1] if number + 1 < len(cells) else None
        if is_title(cell.text):
            caption = _CAPTION.match(cell.text)
            title = inside(cell, caption.end() if caption else 0)
            return _with_lines_around(title, cells[:number], cells[number + 1 :])
        if after is not None and _is_broken(cell.text, after.text):
            return _with_lines_around(_one(cell, after), cells[:number], cells[number + 2 :])
    for number, cell in enumerate(cells):
        if found := _LEADING.match(cell.text):
            return inside(cell, 0, found.end()), [*cells[:number], inside(cell, found.end()), *cells[number + 1 :]]
    return None, cells


def _is_broken(first: str, second: str) -> bool:
    """Whether two lines are a title that was too long for one; not where the second is a title by itself."""
    short = len(first) <= _LONGEST_LINE and len(second) <= _SHORT
    return short and is_title(first + second) and not is_title(second)


def inside(cell: Cell, start: int, end: int | None = None) -> Cell:
    """A part of a cell's text, without the space around it, at its own place."""
    text = cell.text[start:end]
    inner = text.strip()
    place = cell.place
    if place is not None and place.column is not None and place.table is None:
        column = place.column + start + text.find(inner)
        place = place._replace(column=column, end_column=column + len(inner))
    return Cell(inner, place)


def _with_lines_around(title: Cell, before: list[Cell], after: list[Cell]) -> tuple[Cell, list[Cell]]:
    """A title over two or three lines: the body's name alone on the first, the year above or below."""
    while before and not _is_named(title.text) and _may_belong(before[-1].text):
        title, before = _one(before[-1], title), before[:-1]
    if after and year_of_title(title.text) is None and _YEAR_BELOW.fullmatch(after[0].text):
        title, after = _one(title, after[0]), after[1:]
    return title, [*before, *after]


def _is_named(title: str) -> bool:
    return agency_of_title(title) is not None


def _may_belong(line: str) -> bool:
    return len(line) <= _SHORT and not _NO_NAME.search(line)


def _one(first: Cell, second: Cell) -> Cell:
    place = first.place
    if place is not None and second.place is not None:
        place = place._replace(end_line=second.place.end_line, end_column=second.place.end_column)
    return Cell(first.text + second.text, place)


def _commonest_year(cells: list[Cell]) -> int | None:
    years = Counter(year for cell in cells for year in _YEAR.findall(cell.text))
    (year, count), *others = years.most_common(2) or [(None, 0)]
    return int(year) if year and (not others or others[0][1] < count) else None


def published_in(cells: list[Cell]) -> str | None:
    """The date of publication that lines of a page name, ISO 8601; None where they name none, or no real day."""
    for cell in cells:
        if (found := _PUBLISHED.search(cell.text)) and _DAY.match(cell.text, found.end()):
            return day_in(cell.text[found.end() :])
    return None


def day_in(text: str) -> str | None:
    """The day with which a text begins, ISO 8601; None where it begins otherwise, or with no real day."""
    return day_of(_DAY.match(text))


def day_of(found: re.Match[str] | None) -> str | None:
    """The day whose year, month and day were found, ISO 8601; None where none was, or no real one."""
    try:
        return datetime.date(int(found[1]), int(found[2]), int(found[3])).isoformat() if found else None
    except ValueError:
        return None
