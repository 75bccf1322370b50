"""Markdown: marks taken off, wrapped lines joined, tables in bars as those of plain text, tables in HTML as in pages.

No row is cut to the number of columns that a table's first row has, as CommonMark would: what tools extract from
documents is ragged, and no figure may be lost.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lint.model.errors import Unreadable
from lint.model.place import Place
from lint.model.text import Text
from lint.readers import text as plain_text
from lint.readers.front_matter import front_of
from lint.readers.markdown_lines import BAR, Shown, shown
from lint.readers.outline import PICTURE, Block, Cell, Grid, Outline, Picture
from lint.readers.pieces import join_lines

_TABLE = re.compile(r"</?table\b", re.IGNORECASE)
_ROW_END = re.compile(r"</tr\s{0,8}>", re.IGNORECASE)
_TABLE_END = re.compile(r"[^<>]{0,8}>")
# Each is parsed by itself; a report has three, or one for each of 30 rows.
_MOST_TABLES = 1_000
_BEGINS = re.compile(
    r"#|[-*+]\s|(?:第?[一二三四五六七八九十]{1,3}|\d{1,2})[、.．是章条部]|[(（][一二三四五六七八九十\d]{1,3}[)）]|[|｜]"
)
_HEADING = re.compile(r"[一二三四五六七八九十]{1,2}、[^，,。；;：:]{2,40}")
_HASHES = re.compile(r"^#{1,6}(?:\s+|$)|^#{1,6}(?=\S)")
_CLOSING = re.compile(r"(?<=\s)#{1,6}$")
_BULLET = re.compile(r"^[-*+]\s+(?!\d{1,3}\s*[-*+]$)")
_ENDS = ("。", "！", "？", "；", "：", ":")
_FIGURES = re.compile(r"(?:^|\s\d{1,12}\s)\d{1,12}(?:\.\d{1,6})?$")  # cells of a table, one or some a line
_WORDS = re.compile(r"(?:[^\d\s。，；、：]{2,10} +){4,30}[^\d\s。，；、：]{2,10}")  # column headings, by spaces only
_LEAST_WRAPPED = 20
_FULL = 0.8  # of the longest line of a paragraph: a shorter one was not wrapped, it ended
_LINE_END = re.compile(r"\r\n?")


class _Piece(NamedTuple):
    """A stretch of the file: Markdown, or a table in HTML; ``line`` is where it begins, from 1."""

    text: str
    line: int
    is_table: bool


def outline_of(text: str) -> Outline:
    """The outline of a file in Markdown; places are lines and columns of the file, in tables of HTML also of the grid.

    Title and date before the text are what the file says about itself.
    Raises Unreadable (LT001) where there are more lines, cells or tags than any report has.
    """
    front = front_of(_without_comments(_LINE_END.sub("\n", text)))
    return Outline(tuple(_all_blocks(front.text)), front.title, front.published)


def _without_comments(text: str) -> str:
    """The text without <!-- … -->; the lines that were in one stay, so that all keep their numbers."""
    kept, at = [], 0
    while (begin := text.find("<!--", at)) >= 0 and (end := text.find("-->", begin)) >= 0:
        kept += [text[at:begin], "\n" * text.count("\n", begin, end)]
        at = end + len("-->")
    return "".join((*kept, text[at:]))


def _all_blocks(text: str) -> Iterator[Block]:
    tables = 0
    for piece in _pieces(text):
        if piece.is_table:
            tables += 1
            if tables > _MOST_TABLES:
                zh, en = f"HTML 表格多于 {_MOST_TABLES} 个", f"more than {_MOST_TABLES} tables in HTML"
                raise Unreadable("LT001", Text(zh, en))
            blocks = list(_of_table(piece))
            # The table that a piece holds may frame others.
            shift = tables - 1
            yield from (_at(block, 0, shift) for block in blocks)
            tables += max((_table_of(block) for block in blocks), default=1) - 1
        else:
            yield from _of_text(piece)


def _table_of(block: Block) -> int:
    place = block.rows[0][0].place if isinstance(block, Grid) and block.rows and block.rows[0] else None
    return (place.table or 1) if place is not None else 1


def _pieces(text: str) -> Iterator[_Piece]:
    """The file cut at its tables in HTML, a table with all that is nested in it."""
    begin = depth = 0
    line = 1
    for tag in _TABLE.finditer(text):
        opens = not tag[0].startswith("</")
        if not opens and not depth:
            continue  # an end without a beginning is nothing
        depth += 1 if opens else -1
        if depth == int(opens):
            end = tag.start() if opens else _behind(text, tag.end())
            if end > begin:
                yield _Piece(text[begin:end], line, is_table=not opens)
                line += text.count("\n", begin, end)
            begin = max(begin, end)
    yield from _rest(text[begin:], line, open_table=depth > 0)


def _behind(text: str, tag: int) -> int:
    found = _TABLE_END.match(text, tag)
    return found.end() if found else tag


def _rest(text: str, line: int, *, open_table: bool) -> Iterator[_Piece]:
    """The end of the file; a table that is never closed ends with its last row."""
    end = max((found.end() for found in _ROW_END.finditer(text)), default=0) if open_table else 0
    if end:
        yield _Piece(text[:end], line, is_table=True)
    if end < len(text):
        yield _Piece(text[end:], line + text.count("\n", 0, end), is_table=False)


def _of_table(piece: _Piece) -> Iterator[Block]:
    from lint.readers.html import blocks_of  # noqa: PLC0415 - only where a file has such tables

    yield from (_at(block, piece.line - 1, 0) for block in blocks_of(piece.text))


def _of_text(piece: _Piece) -> Iterator[Block]:
    lines = [shown(line) for line in piece.text.split("\n")]
    found = plain_text.outline_of("\n".join(line.text for line in lines)).blocks
    run: list[Cell] = []
    for block in (_placed(block, piece.line, lines) for block in found):
        if isinstance(block, Cell) and (not run or _follows(run[-1], block)):
            run.append(block)
            continue
        yield from _paragraphs(run, piece.line, lines)
        run = [block] if isinstance(block, Cell) else []
        if not isinstance(block, Cell):
            yield block
    yield from _paragraphs(run, piece.line, lines)


def _placed(block: Block, first: int, lines: list[Shown]) -> Block:
    """A block of the text without marks at its place in the file."""
    if isinstance(block, Grid):
        return Grid(tuple(tuple(_placed_cell(cell, first, lines) for cell in row) for row in block.rows))
    return _placed_cell(block, first, lines) if isinstance(block, Cell) else block


def _placed_cell(cell: Cell, first: int, lines: list[Shown]) -> Cell:
    place = cell.place
    if place is None or place.line is None or place.column is None or place.end_column is None:
        return cell
    source, line = lines[place.line - 1], place.line + first - 1
    begin = source.column(place.column)
    end = source.column(place.end_column - 1) + 1 if place.end_column > place.column else begin
    return Cell(cell.text.replace(BAR, "|"), Place(line=line, column=begin, end_line=line, end_column=end))


def _follows(before: Cell, after: Cell) -> bool:
    return before.place is not None and after.place is not None and before.place.line == (after.place.line or 0) - 1


def _paragraphs(run: list[Cell], first: int, lines: list[Shown]) -> Iterator[Block]:
    """Lines that follow each other without a blank one: a full line goes on in the next."""
    longest = max((len(cell.text) for cell in run), default=0)
    waiting: list[Cell] = []
    for cell in run:
        if waiting and (_ends(waiting[-1], first, lines) or not _goes_on(waiting[-1].text, cell.text, longest)):
            yield from _paragraph(waiting)
            waiting = []
        waiting.append(cell)
    if waiting:
        yield from _paragraph(waiting)


def _ends(cell: Cell, first: int, lines: list[Shown]) -> bool:
    """Whether two spaces or a backslash at its end keep a line from going on."""
    return cell.place is not None and cell.place.line is not None and lines[cell.place.line - first].ends


def _goes_on(before: str, after: str, longest: int) -> bool:
    if _FIGURES.search(before) or _FIGURES.search(after) or _WORDS.fullmatch(before) or _WORDS.fullmatch(after):
        return False
    if before.startswith("#") or before.endswith(_ENDS) or _BEGINS.match(after) or _HEADING.fullmatch(before):
        return False
    return len(before) >= max(_FULL * longest, _LEAST_WRAPPED)


def _paragraph(lines: list[Cell]) -> Iterator[Block]:
    text = _bare(join_lines(cell.text for cell in lines))
    first, last = lines[0].place, lines[-1].place
    if first is not None and last is not None:
        first = first._replace(end_line=last.end_line, end_column=last.end_column)
    if PICTURE in text:
        yield Picture(first)
        text = text.replace(PICTURE, "").strip()
    if text:
        yield Cell(text, first)


def _bare(text: str) -> str:
    """A paragraph without the signs of a heading or of a list."""
    if text.startswith("#"):
        return _CLOSING.sub("", _HASHES.sub("", text)).rstrip()
    return _BULLET.sub("", text)


def _at(block: Block, lines: int, tables: int) -> Block:
    """A block at its line and with the number of its table in the whole file."""
    if isinstance(block, Grid):
        return Grid(tuple(tuple(_lower(cell, lines, tables) for cell in row) for row in block.rows))
    if isinstance(block, Cell):
        return _lower(block, lines, tables)
    return Picture(_place(block.place, lines, tables))


def _lower(cell: Cell, lines: int, tables: int) -> Cell:
    return cell._replace(place=_place(cell.place, lines, tables))


def _place(place: Place | None, lines: int, tables: int) -> Place | None:
    if place is None:
        return None
    line = place.line + lines if place.line is not None else None
    end_line = place.end_line + lines if place.end_line is not None else None
    table = place.table + tables if place.table is not None else None
    return place._replace(line=line, end_line=end_line, table=table)
