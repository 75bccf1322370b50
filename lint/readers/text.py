"""Plain and pasted text: lines are paragraphs, lines with tabs or upright bars are rows of a grid."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lint.model.errors import Unreadable
from lint.model.place import Place
from lint.model.text import Text
from lint.readers.limits import CELLS, LINES
from lint.readers.outline import Block, Cell, Grid, Outline

_LINE_END = re.compile(r"\r\n|\r|\n")
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u00ad"
_SPACE = f" \t\u00a0\u3000\v\f{_INVISIBLE}"
_BAR = re.compile(r"[|｜│┃]")
_RULE = re.compile(r"[\s|｜│┃:+\-—─━═┼├┤┌┐└┘┬┴]*[-—─━═]{2}[\s|｜│┃:+\-—─━═┼├┤┌┐└┘┬┴]*")

_SHORT_RULE = re.compile(
    r"\s{0,8}\|?(?:\s{0,8}:?-:?\s{0,8}\|){1,60}(?:\s{0,8}:?-:?)?\s{0,8}"
)  # |-|:-:|, below a heading
_BETWEEN_ROWS = re.compile(r"\s{0,40}\+(?:[-=:]{1,400}\+){1,60}\s{0,40}")  # +-----+-----+


def outline_of(text: str) -> Outline:
    """The outline of a text. Blank lines between rows do not end a grid; any other line does.

    Raises Unreadable (LT001) where there are more lines or cells than any report has.
    """
    lines = _LINE_END.split(text)
    if len(lines) - lines.count("") > LINES or sum(map(text.count, "\t|｜│┃")) > CELLS:
        zh, en = f"上限 {LINES} 行、{CELLS} 格", f"limit {LINES} lines, {CELLS} cells"
        raise Unreadable("LT001", Text(f"文件过大（{zh}）", f"the file is too large ({en})"))
    return Outline(tuple(_blocks(lines)))


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    lines = _without_padding(_without_lone_bars(["" if _BETWEEN_ROWS.fullmatch(line) else line for line in lines]))
    barred = _barred(lines)
    outer = 2 * sum(1 for number in barred if lines[number - 1].lstrip(_SPACE)[:1] == "|") > len(barred)
    rows: list[tuple[Cell, ...]] = []
    for number, line in enumerate(lines, start=1):
        if not line.strip(_SPACE) and "\t" not in line:
            continue
        if "\t" in line:
            rows.append(_once(tuple(_cells(line, number))))
            continue
        if number in barred:
            if not _RULE.fullmatch(line) and not (len(rows) == 1 and _SHORT_RULE.fullmatch(line)):
                rows.append(_once(tuple(_between_bars(line, number, outer=outer))))
            continue
        if rows:
            yield Grid(tuple(rows))
            rows = []
        yield _cell(line, number, 0)
    if rows:
        yield Grid(tuple(rows))


def _once(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """A row in which a merged label stands once: some programs write it in every column that it covers.

    Column headings stay as they are, with a figure for each.
    """
    repeated = {
        number for number in range(1, len(row)) if row[number].text == row[number - 1].text and _is_words(row[number])
    }
    alone = len(repeated) == len(row) - 1
    if not repeated or not (alone or any(cell.text.isdecimal() for cell in row)):
        return row
    return tuple(cell._replace(text="") if number in repeated else cell for number, cell in enumerate(row))


def _is_words(cell: Cell) -> bool:
    return len(cell.text) >= _LEAST_REPEATED and _WORDS.search(cell.text) is not None


def _without_lone_bars(lines: Sequence[str]) -> Sequence[str]:
    """A bar on a line of its own ends the cell that stands before it, if there are as many as a table needs."""
    if sum(1 for line in lines if line.strip(_SPACE) == "|") < _LONE_BARS:
        return lines
    joined = list(lines)
    before: int | None = None  # the cell that no bar has ended yet
    for number, line in enumerate(lines):
        text = line.strip(_SPACE)
        if text.endswith("|"):
            if text == "|" and before is not None:
                joined[before], joined[number] = f"{lines[before]} |", ""
            before = None
        elif text:
            before = number if len(text) <= _LONGEST_CELL and not _NO_CELL.search(text) else None
    return joined


def _without_padding(lines: Sequence[str]) -> Sequence[str]:
    """The bars for what a cell covers to its right taken off, where every cell stands on a line of its own."""
    bars = [line.count("|") for line in lines if line.rstrip(_SPACE).endswith("|") and line.strip(_PADDING)]
    alone = bars.count(1)
    if alone < _LONE_BARS or 2 * alone <= len(bars):
        return lines
    return [_unpadded(line) if "|" in line else line for line in lines]


def _unpadded(line: str) -> str:
    text = line.rstrip(_PADDING)
    if line.count("|", len(text)) < _SEVERAL:
        return line
    return f"{text} |" if text else ""


def _barred(lines: Sequence[str]) -> frozenset[int]:
    """The numbers of lines with upright bars, where at least two follow each other."""
    if not any(_BAR.search(line) for line in lines):
        return frozenset()
    filled = [number for number, line in enumerate(lines, start=1) if line.strip(_SPACE)]
    barred = {number for number in filled if _has_bars(lines[number - 1])}
    pairs = [pair for pair in pairwise(filled) if barred.issuperset(pair)]
    return frozenset(number for pair in pairs for number in pair)


def _has_bars(line: str) -> bool:
    return "\t" not in line and len(line) <= _LONGEST_ROW and _BAR.search(line) is not None


def _between_bars(line: str, number: int, *, outer: bool) -> Iterator[Cell]:
    """The cells of a row between bars, without what lies outside an outer bar.

    ``outer``: most rows begin with a bar. Where they do not, a blank cell stands before a bar that begins a line.
    """
    pieces: list[tuple[int, str]] = []
    start = 0
    for bar in _BAR.finditer(line):
        pieces.append((start, line[start : bar.start()]))
        start = bar.end()
    pieces.append((start, line[start:]))
    first = 1 if not pieces[0][1].strip(_SPACE) and (outer or len(pieces) <= _FEW) else 0
    end = len(pieces) - 1 if len(pieces) > first + 1 and not pieces[-1][1].strip(_SPACE) else len(pieces)
    for begin, piece in pieces[first:end]:
        yield _cell(piece, number, begin)


_LONGEST_ROW = 2_000
_LONGEST_CELL = 100
_NO_CELL = re.compile("。$|^第[一二三四五六]部分")
_LONE_BARS = 10
_LEAST_REPEATED = 3
_WORDS = re.compile(r"[\u4e00-\u9fff]{2}")
_SEVERAL = 2
_FEW = 3  # so few pieces between bars are no row of the form
_PADDING = f"{_SPACE}|"


def _cells(line: str, number: int) -> Iterator[Cell]:
    start = 0
    for piece in line.split("\t"):
        yield _cell(piece, number, start)
        start += len(piece) + 1


def _cell(piece: str, line: int, start: int) -> Cell:
    text = piece.strip(_SPACE)
    before = len(piece) - len(piece.lstrip(_SPACE)) if text else 0
    column = start + before + 1
    return Cell(text, Place(line=line, column=column, end_line=line, end_column=column + len(text)))
