"""Tables whose cells run together: `一、本年新收…数量64002047 0`. They are said to be lost, never guessed at."""

import re
from collections.abc import Iterable, Iterator

from lint.model.form import TABLES
from lint.model.report import Trouble
from lint.readers.labels import LONGEST_TYPED, Indexes
from lint.readers.outline import Cell
from lint.readers.rows import LOST, lost_words
from lint.readers.table_parts import Found
from lint.readers.title import inside

_GAP = r"\s{0,4}"
# A figure of a table; in running text a unit follows: 行政许可5件.
_FIGURE = rf"{_GAP}[0-9０-９]{{1,200}}(?![0-9０-９]|{_GAP}[件条项个宗起次份余多家万元年])"


def _spaced(words: str) -> str:
    return _GAP.join(words)


# Where a table begins in running text, and the sign that its figures stand there glued to a label.
_SIGNS = {
    "proactive": (
        re.compile(rf"第二十条{_GAP}第|{_spaced('信息内容')}"),
        re.compile(rf"(?:{_spaced('规范性文件')}|{_spaced('行政许可')}|{_spaced('规章')}){_FIGURE}"),
    ),
    "applications": (
        re.compile(rf"[（(]?{_spaced('本列数据')}|{_spaced('申请人情况')}|一、{_GAP}{_spaced('本年新收')}"),
        re.compile(rf"{_spaced('申请数量')}{_FIGURE}|{_spaced('予以公开')}{_GAP}[0-9０-９]{_FIGURE}"),
    ),
    "disputes": (
        re.compile(rf"{_spaced('行政复议')}{_GAP}{_spaced('行政诉讼')}{_GAP}{_spaced('结果')}|{_spaced('结果维持')}"),
        re.compile(rf"{_spaced('尚未审结')}{_GAP}{_spaced('总计')}{_GAP}[0-9０-９]"),
    ),
}


_ROW_LINE = re.compile(r"(?P<label>[^\t]{0,80}?)\s*(?P<figures>[0-9０-９][0-9０-９.\s]*)")
_OUTCOMES = 15
# A line that ends in figures without any sign between its label and them.
_GLUED_LINE = re.compile(r"[^0-9０-９]{0,80}[0-9０-９][0-9０-９.\s]*")


def cut_glued(cells: Iterable[Cell], section: str | None, labels: Indexes, found: Found) -> list[Cell]:
    """The text without glued tables; each of those becomes a trouble of its table.

    A table's own section is looked at for that table, any other text for all three; a table that was read is not
    looked for at all: text may well speak of it.
    """
    kept = [cell for cell in cells if section not in TABLES or not _lost_row(cell, section, labels, found)]
    sections = [section] if section in _SIGNS else list(_SIGNS)
    sections = [one for one in sections if not _was_read(one, found)]
    for one in sections:
        kept = _without_lines(kept, one, found)
    return [piece for cell in kept for piece in _before_glued(cell, sections, found)]


def _lost_row(cell: Cell, section: str, labels: Indexes, found: Found) -> bool:
    """Whether a line is one row of a table that was read otherwise, its cells run together or parted by spaces."""
    row = _ROW_LINE.fullmatch(cell.text) if len(cell.text) <= LONGEST_TYPED else None
    if row is None or (section != "disputes" and not _was_read(section, found)):
        return False
    at = _row_at(row["label"], section, labels)
    if at is None or (section == "disputes" and len(row["figures"]) < _OUTCOMES):
        return False
    if not any(one.startswith(f"{at}/") for one in found.figures):
        found.troubles.append(Trouble(LOST, at, lost_words(cell.text), cell.place))
    return True


def _row_at(label: str, section: str, labels: Indexes) -> str | None:
    """The pointer of the row, or of table four, that a label and figures on one line are; None where they are none."""
    if section == "disputes":
        return None if label else TABLES[section]
    rows = labels.rows if section == "applications" else labels.blocks
    alone = [0, *(cut for cut in range(1, len(label)) if labels.groups.find(label[:cut]))]
    match = next(filter(None, (rows.find(label[cut:]) for cut in alone)), None)
    return f"{TABLES[section]}/{match.key}" if match else None


def _was_read(section: str, found: Found) -> bool:
    return found.was_read(TABLES[section])


def _without_lines(cells: list[Cell], section: str, found: Found) -> list[Cell]:
    """The text without a table each of whose rows is one line."""
    start, sign = _SIGNS[section]
    begin = next((number for number, cell in enumerate(cells) if start.search(cell.text)), None)
    signs = [number for number, cell in enumerate(cells) if _GLUED_LINE.fullmatch(cell.text)]
    if begin is None or not any(number >= begin and sign.search(cells[number].text) for number in signs):
        return cells
    _lose(section, cells[begin], 0, found)
    return [*cells[:begin], *cells[max(signs) + 1 :]]


def _before_glued(cell: Cell, sections: list[str], found: Found) -> Iterator[Cell]:
    begin = _glued_from(cell, sections, found)
    if begin is None:
        yield cell
    elif cell.text[:begin].strip():
        yield inside(cell, 0, begin)


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
    if place is not None and place.column is not None and place.table is None:
        place = place._replace(column=place.column + begin)
    found.troubles.append(Trouble(LOST, at, lost_words(cell.text[begin:]), place))
