"""Tables whose cells stand one a line, as rows again: read where each label has as many figures as its row.

Where lines were taken out, which crawlers do with lines that repeat, the numbers no longer fit and nothing is read.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from lint.model.form import BLOCKS, COLUMNS, GROUPS, OUTCOMES
from lint.readers.header_two import CORNER
from lint.readers.labels import Index, Indexes, folded
from lint.readers.numbers import is_figure
from lint.readers.outline import PICTURE, Cell
from lint.readers.parts import Line, Part
from lint.readers.table_four import heads

_LONGEST_CELL = 30
_LEAST_CELLS = 4  # with figures or blank
_LEAST_ROWS = {"applications": 4, "proactive": 3}
_FITTING = 0.75  # of the rows of table three; the rest is in doubt row by row


class Run(NamedTuple):
    """A label, the line ``begin``, and the cells behind it, from ``first`` up to ``end``; ``first`` if it has none."""

    begin: int
    first: int
    end: int


def unstacked(part: Part, labels: Indexes) -> Part:
    """The part with its stacked tables as rows of a grid; the part itself where it has none."""
    if part.key == "proactive":
        part = part._replace(lines=list(_whole_headings(part.lines, labels)))
    texts = [_single(line) for line in part.lines]
    if sum(1 for text in texts if text is not None and _is_cell(text)) < _LEAST_CELLS:
        return part
    runs = list(_runs(texts))
    if part.key == "disputes":
        chosen = _of_four(texts, runs, labels)
    elif part.key in _LEAST_ROWS:
        chosen = _of_three(texts, runs, labels) if part.key == "applications" else _of_two(texts, runs, labels)
    else:
        return part
    return part._replace(lines=list(_in_rows(part.lines, chosen))) if chosen else part


def enough(fitting: int, known: int, table: str) -> bool:
    """Whether so many rows have their number of figures that a table may be read row by row."""
    share = _FITTING if table == "applications" else 1
    return fitting >= _LEAST_ROWS[table] and fitting >= share * known


def _single(line: Line) -> str | None:
    """The text of a line that is one cell."""
    return line.cells[0].text if len(line.cells) == 1 and line.cells[0].text != PICTURE else None


def _is_cell(text: str) -> bool:
    return len(text) <= _LONGEST_CELL and is_figure(text) and "年" not in text


def _runs(texts: Sequence[str | None]) -> Iterator[Run]:
    """Each label, with the cells behind it; cells without a label before them are a run of their own."""
    begin = 0
    while begin < len(texts):
        text = texts[begin]
        first = begin if text is not None and _is_cell(text) else begin + 1
        end = first
        while end < len(texts) and text is not None and (cell := texts[end]) is not None and _is_cell(cell):
            end += 1
        yield Run(begin, first, end)
        begin = end


def _filled(texts: Sequence[str | None], run: Run) -> int:
    return sum(1 for text in texts[run.first : run.end] if text)


def _fits(texts: Sequence[str | None], run: Run, widths: Sequence[int]) -> bool:
    return _filled(texts, run) in widths or run.end - run.first in widths


def _known(texts: Sequence[str | None], runs: Sequence[Run], index: Index) -> list[Run]:
    return [run for run in runs if run.first > run.begin and (text := texts[run.begin]) and index.find(text)]


def _of_three(texts: Sequence[str | None], runs: Sequence[Run], labels: Indexes) -> list[Run]:
    runs = [_cut(texts, run, len(COLUMNS)) for run in runs]
    known = _known(texts, runs, labels.rows)
    begin = next((run.begin for run in known if run.end > run.first), len(texts))
    rows = [run for run in known if run.begin >= begin]
    if not enough(sum(1 for run in rows if _fits(texts, run, (len(COLUMNS),))), len(rows), "applications"):
        return []
    inside = (run for run in runs if begin <= run.begin <= rows[-1].begin)
    return [run for run in inside if _filled(texts, run) or _is_blank_row(texts[run.begin] or "", run, labels)]


def _cut(texts: Sequence[str | None], run: Run, width: int) -> Run:
    """A run without the blank cells behind its row: those that the row's label covers, or of the row below."""
    end = run.end
    while end - run.first > width and not texts[end - 1]:
        end -= 1
    return run._replace(end=end)


def _is_blank_row(text: str, run: Run, labels: Indexes) -> bool:
    return run.end - run.first >= len(COLUMNS) and labels.rows.find(text) is not None


def _of_two(texts: Sequence[str | None], runs: Sequence[Run], labels: Indexes) -> list[Run]:
    known = _known(texts, runs, labels.blocks)
    rows = [_cut(texts, run, max(widths_of_two(texts[run.begin] or "", labels), default=0)) for run in known]
    fitting = [run for run in rows if _fits(texts, run, widths_of_two(texts[run.begin] or "", labels))]
    if not enough(len(fitting), len(rows), "proactive"):
        return []
    return sorted([*fitting, *_headings(texts, lambda text: labels.block_columns.find_dated(text) is not None)])


def widths_of_two(label: str, labels: Indexes) -> tuple[int, ...]:
    """How many figures a row of table two has, in any edition."""
    match = labels.blocks.find(label)
    key = match.key if match else ""
    return tuple(len(blocks[key]) for blocks in BLOCKS.values() if key in blocks)


def _whole_headings(lines: Sequence[Line], labels: Indexes) -> Iterator[Line]:
    """The lines, each column heading that was cut in two on one line again: 本年制/发件数."""
    before: Line | None = None
    for line in lines:
        if before is not None and (joined := _joined(before, line, labels)) is not None:
            before = joined
            continue
        if before is not None:
            yield before
        before = line
    if before is not None:
        yield before


def _joined(line: Line, after: Line, labels: Indexes) -> Line | None:
    first, second = _single(line), _single(after)
    if not first or not second or max(len(first), len(second)) > _LONGEST_CELL or _is_cell(first) or _is_cell(second):
        return None
    known = labels.block_columns.find_dated
    if known(first) is not None or known(second) is not None or known(first + second) is None:
        return None
    return line._replace(cells=(line.cells[0]._replace(text=first + second),))


def _headings(texts: Sequence[str | None], names: Callable[[str], bool]) -> Iterator[Run]:
    """信息内容 with the column headings below it."""
    for begin, text in enumerate(texts):
        if text and folded(text) == CORNER:
            end = begin + 1
            while end < len(texts) and (after := texts[end]) is not None and (not after or names(after)):
                end += 1
            yield Run(begin, begin + 1, end)


def _of_four(texts: Sequence[str | None], runs: Sequence[Run], labels: Indexes) -> list[Run]:
    """The one row of fifteen figures, or three of five, each below a heading."""
    rows = [_after_bar(texts, run) for run in runs if run.end - run.first >= len(OUTCOMES)]
    if len(rows) == 1 and _fits(texts, rows[0], (len(GROUPS) * len(OUTCOMES),)):
        return [rows[0]._replace(begin=rows[0].first)]
    headed = [run for run in rows if heads(texts[run.begin] or "", labels) and _fits(texts, run, (len(OUTCOMES),))]
    return [run._replace(begin=run.first) for run in headed] if len(rows) == len(headed) == len(GROUPS) else []


def _after_bar(texts: Sequence[str | None], run: Run) -> Run:
    """A row of table four without the bar that begins it, which looks like a blank cell more."""
    more = run.end - run.first - 1 in (len(OUTCOMES), len(GROUPS) * len(OUTCOMES)) and not texts[run.first]
    return run._replace(first=run.first + 1) if more else run


def _in_rows(lines: Sequence[Line], chosen: Sequence[Run]) -> Iterator[Line]:
    """The lines, each chosen run of them as one row."""
    at = 0
    for run in chosen:
        yield from lines[at : run.begin]
        cells: tuple[Cell, ...] = tuple(line.cells[0] for line in lines[run.begin : run.end])
        yield Line(cells, in_grid=True)
        at = run.end
    yield from lines[at:]
