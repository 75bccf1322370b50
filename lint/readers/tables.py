"""The three tables of a document: every row goes to the reader of its table, the rest stays text."""

from collections.abc import Iterator
from itertools import compress

from lint.model.form import SINGLE_OTHER, TABLE_SECTIONS, TABLES, edition_of_year
from lint.model.identity import year_of_title
from lint.model.report import Trouble
from lint.model.text import Text
from lint.readers.glued import cut_glued
from lint.readers.labels import Indexes
from lint.readers.numbers import is_count, is_figure
from lint.readers.outline import PICTURE, Cell
from lint.readers.parts import Line, Part
from lint.readers.pictures import note_pictures
from lint.readers.rows import AMBIGUOUS
from lint.readers.scattered import cut_scattered
from lint.readers.segments import Vote, holds, owners, votes_of
from lint.readers.table_four import TableFour
from lint.readers.table_parts import Found, TableReader
from lint.readers.table_three import TableThree
from lint.readers.table_two import TableTwo

NO_LABEL = Text(
    "表中有一行数字没有行名，不知归哪一行", "a row of figures without a label: nobody knows which row it is"
)


def read_tables(parts: list[Part], labels: Indexes, found: Found) -> list[list[Cell]]:
    """The text of each part; what belongs to a table goes to its reader."""
    readers: dict[str, TableReader] = {
        "proactive": TableTwo(labels),
        "applications": TableThree(labels),
        "disputes": TableFour(labels),
    }
    votes = [votes_of(part, labels) for part in parts]
    tables = [owners(part, said) for part, said in zip(parts, votes, strict=True)]
    texts = [_read_part(part, own, readers, found) for part, own in zip(parts, tables, strict=True)]
    edition = _edition(readers, parts)
    for reader in readers.values():
        reader.finish(found, edition)
    found.finish()
    _note_misplaced(parts, tables, votes, found)
    texts = [cut_glued(cells, part.key, labels, found) for part, cells in zip(parts, texts, strict=True)]
    texts = cut_scattered(parts, texts, labels, found)
    note_pictures(parts, found)
    return texts


def _read_part(part: Part, tables: list[str | None], readers: dict[str, TableReader], found: Found) -> list[Cell]:
    left = [
        not (line.cells[0].text == PICTURE and not line.in_grid)
        and (table is None or not readers[table].take(line.cells, found))
        for line, table in zip(part.lines, tables, strict=True)
    ]
    own = _of_their_own(part.lines, left)
    return [
        cell
        for number, line in enumerate(part.lines)
        if left[number]
        for cell in _leftover(line, part, found, own=number in own)
    ]


def _of_their_own(lines: list[Line], left: list[bool]) -> frozenset[int]:
    """The numbers of lines that make up tables beside the form: no line is of the form, and headings begin them."""
    found: set[int] = set()
    if not any(line.in_grid for line in compress(lines, left)):
        return frozenset()
    numbers = [number for number, line in enumerate(lines) if line.in_grid]
    for run in _runs(lines, numbers):
        head = [cell.text for cell in lines[run[0]].cells if cell.text]
        titled = len(head) > 1 and not any(is_figure(text) for text in head)
        if len(run) > 1 and titled and all(left[number] for number in run):
            found.update(run)
    return frozenset(found)


def _runs(lines: list[Line], numbers: list[int]) -> Iterator[list[int]]:
    """Rows that follow each other in one table."""
    run: list[int] = []
    for number in numbers:
        if run and (number != run[-1] + 1 or _table_of(lines[number]) != _table_of(lines[run[-1]])):
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def _table_of(line: Line) -> int | None:
    place = line.cells[0].place
    return place.table if place is not None else None


def _leftover(line: Line, part: Part, found: Found, *, own: bool) -> list[Cell]:
    """A line that no table wants: text; a row of a grid is kept as one piece of text and remarked, unless its table
    is one of its ``own``."""
    filled = [cell for cell in line.cells if cell.text]
    if not line.in_grid or not filled:
        return filled
    joined = Cell(" ".join(cell.text for cell in filled), filled[0].place)
    if part.key in TABLE_SECTIONS and not own:
        found.remark("unknown-row", TABLES[part.key], joined)
        counts = [cell.text for cell in filled if is_count(cell.text)]
        if all(is_figure(cell.text) for cell in filled) and any(text != "0" for text in counts):
            found.troubles.append(Trouble(AMBIGUOUS, TABLES[part.key], NO_LABEL, joined.place))
    return [joined]


def _note_misplaced(
    parts: list[Part], tables: list[list[str | None]], votes: list[list[Vote | None]], found: Found
) -> None:
    """A table under another heading than its own, though its own stands there without it."""
    for table in TABLE_SECTIONS:
        homes = [(part, said) for part, said in zip(parts, votes, strict=True) if part.key == table]
        if not homes or any(holds(part, table, said) for part, said in homes):
            continue
        for part, own in zip(parts, tables, strict=True):
            if part.key != table and table in own:
                under = part.heading.text if part.heading else ""
                found.remark("misplaced-table", TABLES[table], Cell(under, part.lines[own.index(table)].cells[0].place))
                break


def _edition(readers: dict[str, TableReader], parts: list[Part]) -> str:
    """The edition for a table two that lost its headings: three rows （六） are 2021, else the year decides."""
    three = readers["applications"]
    rows = [line.key for line in three.lines] if isinstance(three, TableThree) else []
    if any(row and row.startswith(f"{SINGLE_OTHER}/") for row in rows):
        return "2021"
    years = (year_of_title(line.cells[0].text) for line in parts[0].lines)
    year = next((year for year in years if year), None)
    return edition_of_year(year) if year else "2021"
