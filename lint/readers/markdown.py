"""Markdown: marks taken off, wrapped lines joined, tables in bars as those of plain text, tables in HTML as in pages.

No row is cut to the number of columns that a table's first row has, as CommonMark would: what tools extract from
documents is ragged, and no figure may be lost.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lint.model.place import Place
from lint.readers import text as plain_text
from lint.readers.outline import PICTURE, Block, Cell, Grid, Outline, Picture
from lint.readers.pieces import join_lines

_TABLE = re.compile(r"</?table\b", re.IGNORECASE)
_PICTURE = re.compile(r"!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)")
_LINK = re.compile(r"\[([^\]\n]{1,500})\]\([^)\n]{0,2000}\)")
_MARK = re.compile(r"\*\*|__|~~|`|</?(?:b|strong|em|i|u|p|div|center|font|span)\b[^>\n]{0,500}>", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
_QUOTE = re.compile(r"^(?:>\s?)+")
_RULE = re.compile(r"^\s*(?:[-*_]\s*){3,}$")
_BEGINS = re.compile(
    r"#|[-*+]\s|(?:第?[一二三四五六七八九十]{1,3}|\d{1,2})[、.．是章条部]|[(（][一二三四五六七八九十\d]{1,3}[)）]|[|｜]"
)
_HEADING = re.compile(r"[一二三四五六七八九十]{1,2}、[^，,。；;：:]{2,40}")
_HASHES = re.compile(r"^#{1,6}\s*|\s+#{1,6}$")
_ENDS = ("。", "！", "？", "；", "：", ":", "  ")
_LEAST_WRAPPED = 20
_FULL = 0.8  # of the longest line of a paragraph: a shorter one was not wrapped, it ended


class _Piece(NamedTuple):
    """A stretch of the file: Markdown, or a table in HTML; ``line`` is where it begins, from 1."""

    text: str
    line: int
    is_table: bool


def outline_of(text: str) -> Outline:
    """The outline of a file in Markdown; places are lines and columns of the file.

    Raises Unreadable (LT001) where there are more lines, cells or tags than any report has.
    """
    return Outline(tuple(block for piece in _pieces(text) for block in _blocks(piece)))


def _pieces(text: str) -> Iterator[_Piece]:
    """The file cut at its tables in HTML, a table with all that is nested in it."""
    begin = depth = 0
    line = 1
    for tag in _TABLE.finditer(text):
        opens = not tag[0].startswith("</")
        depth = depth + 1 if opens else max(depth - 1, 0)
        if (opens and depth == 1) or (not opens and depth == 0):
            end = tag.start() if opens else min(tag.end() + 1, len(text))
            if end > begin:
                yield _Piece(text[begin:end], line, is_table=not opens)
                line += text.count("\n", begin, end)
            begin = max(begin, end)
    if begin < len(text):
        yield _Piece(text[begin:], line, is_table=depth > 0)


def _blocks(piece: _Piece) -> Iterator[Block]:
    if piece.is_table:
        from lint.readers.html import blocks_of  # noqa: PLC0415 - only where a file has such tables

        yield from (_shifted(block, piece.line - 1) for block in blocks_of(piece.text))
        return
    blocks = [_shifted(block, piece.line - 1) for block in plain_text.outline_of(_lines_of(piece.text)).blocks]
    run: list[Cell] = []
    for block in blocks:
        if isinstance(block, Cell) and (not run or _follows(run[-1], block)):
            run.append(block)
            continue
        yield from _paragraphs(run)
        run = [block] if isinstance(block, Cell) else []
        if not isinstance(block, Cell):
            yield block
    yield from _paragraphs(run)


def _lines_of(text: str) -> str:
    """The text with marks and rules taken off, line by line: no line is lost, so that all keep their numbers."""
    return "\n".join(_plain(line) for line in text.splitlines())


def _plain(line: str) -> str:
    if _RULE.match(line) and "|" not in line:
        return ""
    shown = _LINK.sub(r"\1", _PICTURE.sub(PICTURE, _QUOTE.sub("", line)))
    return _ESCAPED.sub(r"\1", _MARK.sub("", _BREAK.sub(" ", shown)))


def _follows(before: Cell, after: Cell) -> bool:
    return before.place is not None and after.place is not None and before.place.line == (after.place.line or 0) - 1


def _paragraphs(run: list[Cell]) -> Iterator[Block]:
    """Lines that follow each other without a blank one: a full line goes on in the next."""
    longest = max((len(cell.text) for cell in run), default=0)
    waiting: list[Cell] = []
    for cell in run:
        if waiting and not _goes_on(waiting[-1].text, cell.text, longest):
            yield from _paragraph(waiting)
            waiting = []
        waiting.append(cell)
    if waiting:
        yield from _paragraph(waiting)


def _goes_on(before: str, after: str, longest: int) -> bool:
    if before.startswith("#") or before.endswith(_ENDS) or _BEGINS.match(after) or _HEADING.fullmatch(before):
        return False
    return len(before) >= max(_FULL * longest, _LEAST_WRAPPED)


def _paragraph(lines: list[Cell]) -> Iterator[Block]:
    text = _HASHES.sub("", join_lines(cell.text for cell in lines))
    first, last = lines[0].place, lines[-1].place
    if first is not None and last is not None:
        first = first._replace(end_line=last.end_line, end_column=last.end_column)
    if PICTURE in text:
        yield Picture(first)
        text = text.replace(PICTURE, "").strip()
    if text:
        yield Cell(text, first)


def _shifted(block: Block, lines: int) -> Block:
    """A block at its line in the whole file."""
    if isinstance(block, Grid):
        return Grid(tuple(tuple(cell._replace(place=_lower(cell.place, lines)) for cell in row) for row in block.rows))
    return block._replace(place=_lower(block.place, lines))


def _lower(place: Place | None, lines: int) -> Place | None:
    if place is None or place.line is None:
        return place
    return place._replace(line=place.line + lines, end_line=place.end_line + lines if place.end_line else None)
