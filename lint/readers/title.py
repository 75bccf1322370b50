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
_PUBLISHED = re.compile(r"(?:发布|发文|公开|成文)(?:时间|日期)\s*[:：]\s*(20\d\d)\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})")
_YEAR = re.compile(r"(?<!\d)(20\d\d)\s*年")
_CAPTION = re.compile(r"^(?:标题|题目|名称)\s*[:：]\s*")
_SHORT = 30


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
    return Opening(words, title.place if title else None, year, _published(cells), rest)


def _title(cells: list[Cell]) -> tuple[Cell | None, list[Cell]]:
    for number, cell in enumerate(cells):
        if is_title(cell.text):
            return _with_line_before([*cells[:number], cell._replace(text=_CAPTION.sub("", cell.text)), *cells[number + 1 :]], number)
    for number, cell in enumerate(cells):
        if found := _LEADING.match(cell.text):
            rest = cell.text[found.end() :].strip()
            return Cell(found[0].strip(), cell.place), [*cells[:number], Cell(rest, cell.place), *cells[number + 1 :]]
    return None, cells


def _with_line_before(cells: list[Cell], number: int) -> tuple[Cell, list[Cell]]:
    """A title over two lines: the body's name alone on the first."""
    cell = cells[number]
    before = cells[number - 1] if number else None
    if agency_of_title(cell.text) or before is None or len(before.text) > _SHORT or re.search(r"[。，：:]", before.text):
        return cell, [*cells[:number], *cells[number + 1 :]]
    return Cell(before.text + cell.text, before.place), [*cells[: number - 1], *cells[number + 1 :]]


def _commonest_year(cells: list[Cell]) -> int | None:
    years = Counter(year for cell in cells for year in _YEAR.findall(cell.text))
    (year, count), *others = years.most_common(2) or [(None, 0)]
    return int(year) if year and (not others or others[0][1] < count) else None


def _published(cells: list[Cell]) -> str | None:
    for cell in cells:
        if found := _PUBLISHED.search(cell.text):
            try:
                return datetime.date(int(found[1]), int(found[2]), int(found[3])).isoformat()
            except ValueError:
                return None
    return None
