"""From the cells of sheets to paragraphs and grids."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from lint.model.errors import Unreadable
from lint.model.place import Place
from lint.model.report import Remark
from lint.model.text import Text
from lint.readers.limits import CELLS, PARAGRAPHS, ZIP_STRINGS_BYTES
from lint.readers.lines import quote
from lint.readers.outline import Block, Cell, Grid, Outline, Picture
from lint.readers.pieces import one_line, trim
from lint.readers.sheet_merges import Merges, first_overlap
from lint.readers.sheet_references import Position
from lint.readers.sheet_regions import regions
from lint.readers.sheet_rows import Line, cut, lines_of
from lint.readers.sheets import Drawn, Entry, Sheet


def outline_of_sheets(sheets: Iterable[Sheet], remarks: Sequence[Remark] = ()) -> Outline:
    """The outline of a workbook's sheets, in their order.

    Rows with several filled cells are rows of a grid, and so are rows between them that hold a label only. A filled
    cell alone above, below or apart, one as wide as the table beside it, a sentence, a heading: these are paragraphs,
    one for each of its lines. Places: sheet and name of the cell; in grids also the number of the grid in the workbook,
    row and column of the sheet, all from 1.

    Raises Unreadable (LT001) where merged cells overlap, or where there are more cells or text than in any report.
    """
    made = _Blocks(list(remarks))
    blocks = tuple(block for sheet in sheets for block in made.of(sheet))
    return Outline(blocks, remarks=tuple(made.remarks))


class _Blocks:
    """The blocks of one workbook, counted as they are made."""

    def __init__(self, remarks: list[Remark]) -> None:
        self.remarks = remarks
        self.tables = 0
        self.cells = 0
        self.paragraphs = 0
        self.characters = 0

    def of(self, sheet: Sheet) -> Iterator[Block]:
        """The blocks of a sheet."""
        _check(sheet)
        self.characters += sum(len(entry.text) for row in sheet.rows for entry in row.entries)
        if self.characters > ZIP_STRINGS_BYTES:  # one text may stand in many cells
            zh, en = f"文字超过 {ZIP_STRINGS_BYTES} 个字符", f"more than {ZIP_STRINGS_BYTES} characters of text"
            raise _refusal(sheet.name, zh, en, Place(sheet=sheet.name))
        drawn = deque(sheet.drawn)
        for rows in regions(sheet, self.remarks):
            merges = Merges(sheet.merges)
            for block in cut(lines_of(sheet, rows)):
                first = block if isinstance(block, Line) else block[0]
                yield from self._drawn(sheet.name, drawn, first.number)
                if isinstance(block, Line):
                    position = Position(block.number, block.first.column)
                    yield from self._paragraphs(sheet.name, position, block.first.text)
                else:
                    yield self._grid(sheet.name, block, merges)
        yield from self._drawn(sheet.name, drawn, None)

    def _drawn(self, name: str, drawn: deque[Drawn], row: int | None) -> Iterator[Block]:
        """What begins above a row, or, without a row, all that is left."""
        while drawn and (row is None or drawn[0].position.row < row):
            position, text = drawn.popleft()
            if text is None:
                yield Picture(Place(sheet=name, cell=position.name))
            else:
                yield from self._paragraphs(name, position, text)

    def _grid(self, name: str, lines: list[Line], merges: Merges) -> Grid:
        filled = [line for line in lines if line.filled]
        columns = range(min(line.first.column for line in filled), max(line.end for line in filled) + 1)
        self.tables += 1
        self.cells += len(lines) * len(columns)
        if self.cells > CELLS:
            where = Place(sheet=name, cell=Position(lines[0].number, columns[0]).name)
            raise _refusal(name, f"表格超过 {CELLS} 格", f"the tables have more than {CELLS} cells", where)
        rows = []
        for line in lines:
            merges.go_to(line.number)
            rows.append(tuple(self._cells(name, line, columns, merges)))
        return Grid(tuple(rows))

    def _paragraphs(self, name: str, position: Position, written: str) -> Iterator[Cell]:
        place = Place(sheet=name, cell=position.name)
        texts = [text for text in map(trim, written.split("\n")) if text]
        self.paragraphs += len(texts)
        if self.paragraphs > PARAGRAPHS:
            raise _refusal(name, f"超过 {PARAGRAPHS} 段", f"more than {PARAGRAPHS} paragraphs", place)
        yield from (Cell(text, place) for text in texts)

    def _cells(self, name: str, line: Line, columns: range, merges: Merges) -> Iterator[Cell]:
        entries = {entry.column: entry for entry in line.filled}
        column = columns.start
        while column < columns.stop:
            over = merges.over(column)
            behind = min(over.right + 1, columns.stop) if over else column + 1
            if over is None or (over.top, over.left) == (line.number, column):
                entry = entries.get(column, Entry(column, ""))
                position = Position(line.number, column)
                place = Place(sheet=name, cell=position.name, table=self.tables, row=position.row, column=column)
                yield Cell(one_line(entry.text), place, behind - column)
            column = behind


def _check(sheet: Sheet) -> None:
    overlap = first_overlap(sheet.merges)
    if overlap is not None:
        where = Place(sheet=sheet.name, cell=Position(overlap.top, overlap.left).name)
        zh, en = f"合并单元格 {overlap.name} 与另一个重叠", f"the merged cell {overlap.name} overlaps another"
        raise _refusal(sheet.name, zh, en, where)


def _refusal(name: str, zh: str, en: str, where: Place) -> Unreadable:
    return Unreadable("LT001", Text(f"工作表“{quote(name)}”：{zh}", f"sheet '{quote(name)}': {en}"), where)
