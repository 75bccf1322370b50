"""Tables whose cells run together: `一、本年新收…数量64002047 0`. They are said to be lost, never guessed at."""

import re
from collections.abc import Iterable, Iterator

from lint.model.form import TABLES
from lint.model.report import Trouble
from lint.readers.outline import Cell
from lint.readers.rows import LOST
from lint.readers.table_four import lost_words
from lint.readers.table_parts import Found

_GAP = r"\s{0,4}"


def _spaced(words: str) -> str:
    return _GAP.join(words)


# Where a table begins in running text, and the sign that its figures stand there glued to a label.
_SIGNS = {
    "proactive": (
        re.compile(rf"第二十条{_GAP}第|{_spaced('信息内容')}"),
        re.compile(rf"(?:{_spaced('规范性文件')}|{_spaced('行政许可')}|{_spaced('规章')}){_GAP}[0-9０-９]"),
    ),
    "applications": (
        re.compile(rf"[（(]?{_spaced('本列数据')}|{_spaced('申请人情况')}|一、{_GAP}{_spaced('本年新收')}"),
        re.compile(rf"{_spaced('申请数量')}{_GAP}[0-9０-９]|{_spaced('予以公开')}{_GAP}[0-9０-９]{_GAP}[0-9０-９]"),
    ),
    "disputes": (
        re.compile(rf"{_spaced('行政复议')}{_GAP}{_spaced('行政诉讼')}{_GAP}{_spaced('结果')}|{_spaced('结果维持')}"),
        re.compile(rf"{_spaced('尚未审结')}{_GAP}{_spaced('总计')}{_GAP}[0-9０-９]"),
    ),
}


def cut_glued(cells: Iterable[Cell], section: str | None, found: Found) -> Iterator[Cell]:
    """The text without glued tables; each of those becomes a trouble of its table.

    A table's own section is looked at for that table, any other text for all three.
    """
    for cell in cells:
        begin = _glued_from(cell, [section] if section in _SIGNS else list(_SIGNS), found)
        if begin is None:
            yield cell
        elif before := cell.text[:begin].strip():
            yield Cell(before, cell.place)


def _glued_from(cell: Cell, sections: list[str], found: Found) -> int | None:
    """Where the first glued table of a piece of text begins; None where none does."""
    begins = []
    for section in sections:
        start, sign = _SIGNS[section]
        begin = start.search(cell.text)
        if begin is not None and sign.search(cell.text, begin.start()):
            begins.append(begin.start())
            _lose(section, cell, begin.start(), found)
    return min(begins, default=None)


def _lose(section: str, cell: Cell, begin: int, found: Found) -> None:
    at = TABLES[section]
    if any(trouble.pointer == at for trouble in found.troubles):
        return
    place = cell.place
    if place is not None and place.column is not None:
        place = place._replace(column=place.column + begin)
    found.troubles.append(Trouble(LOST, at, lost_words(cell.text[begin:]), place))
