"""Which table a row belongs to: its labels decide, and only where they say nothing, the section it stands in."""

from typing import NamedTuple

from lint.model.form import COLUMNS, GROUPS, OUTCOMES, SINGLE_OTHER, TABLE_SECTIONS
from lint.readers.header_two import CORNER
from lint.readers.labels import Indexes, folded
from lint.readers.numbers import is_count, is_figure
from lint.readers.outline import Cell
from lint.readers.parts import Line, Part
from lint.readers.table_four import heads

_CELLS_OF_FOUR = len(GROUPS) * len(OUTCOMES)
_AMBIGUOUS_ROWS = frozenset({"results/total", "results/other/other", SINGLE_OTHER})
_AMBIGUOUS_COLUMNS = frozenset({"other", "total"})
_PLAIN_HEADS = frozenset({"其他", "其它", "总计", "合计", "行政复议", "行政诉讼"})
_ENOUGH_ROWS = 4
_LABELS = 3  # the cells in which a label of a row may stand
_LONGEST_BETWEEN = 60


class Vote(NamedTuple):
    """What one row says: its table, what it is evidence of, and whether it is a heading of that table."""

    table: str
    sign: str
    head: bool


def votes_of(part: Part, labels: Indexes) -> list[Vote | None]:
    """What each line of a part says."""
    return [_vote(line, labels) for line in part.lines]


def owners(part: Part, votes: list[Vote | None]) -> list[str | None]:
    """The table of every line of a part; None for text. A table away from home needs more than a label or two."""
    home = part.key if part.key in TABLE_SECTIONS else None
    current = home
    found: list[str | None] = []
    for line, vote in zip(part.lines, votes, strict=True):
        if vote is not None:
            current = vote.table
        elif not line.in_grid and not _between(line.cells[0].text):
            current = home
        found.append(current)
    weak = {table for table in set(found) - {home, None} if not _enough(table or "", votes, part.lines)}
    return [home if table in weak else table for table in found]


def holds(part: Part, table: str, votes: list[Vote | None]) -> bool:
    """Whether a part holds a whole table."""
    return _enough(table, votes, part.lines)


def _between(text: str) -> bool:
    """Whether a line may stand between two rows: a piece of a label, no sentence."""
    return len(text) <= _LONGEST_BETWEEN and not text.endswith(("。", "；", "！"))


def _vote(line: Line, labels: Indexes) -> Vote | None:
    cells = line.cells
    texts = [cell.text for cell in cells if cell.text]
    if not texts:
        return None
    if labels.captions.find(texts[0]):
        return Vote("proactive", "caption", head=True)
    if not line.in_grid:
        return None
    words = [text for text in texts if not ((text.isdecimal() and text.isascii()) or is_figure(text))]
    if not words:
        whole = len(texts) == _CELLS_OF_FOUR and all(map(is_count, texts))
        return Vote("disputes", "whole", head=False) if whole else None
    return _by_row(words, cells, labels) or _by_heading(words, texts, labels)


def _by_row(words: list[str], cells: tuple[Cell, ...], labels: Indexes) -> Vote | None:
    for text in words[:_LABELS]:
        row = labels.rows.find(text)
        if row is not None and row.key not in _AMBIGUOUS_ROWS:
            return Vote("applications", row.key, head=False)
        if labels.groups.find(text) and row is None:
            return Vote("applications", "group", head=True)
    block = labels.blocks.find(words[0])
    if block is not None and len(words) < len(cells):
        return Vote("proactive", block.key, head=False)
    group = labels.dispute_groups.find(words[0])
    if group is not None and len(words) == 1 and len(cells) > len(OUTCOMES):
        return Vote("disputes", group.key, head=False)
    return None


def _by_heading(words: list[str], texts: list[str], labels: Indexes) -> Vote | None:
    if "勾稽关系" in words[0] or "钩稽关系" in words[0]:
        return Vote("applications", "corner", head=True)
    if len(words) < len(texts):
        return None
    if folded(words[0]) == CORNER or any(labels.block_columns.find_dated(text) for text in words):
        return Vote("proactive", "heading", head=True)
    columns = {match.key for match in map(labels.columns.find, words) if match} - _AMBIGUOUS_COLUMNS
    if len(columns) > 1:
        return Vote("applications", "heading", head=True)
    if all(heads(text, labels) for text in words) and not _PLAIN_HEADS.issuperset(map(folded, words)):
        return Vote("disputes", str(len(words)), head=True)
    return None


def _enough(table: str, votes: list[Vote | None], lines: list[Line]) -> bool:
    given = [(vote, line) for vote, line in zip(votes, lines, strict=True) if vote and vote.table == table]
    heading = any(vote.head and vote.sign != "group" for vote, _ in given)
    rows: set[str] = set()
    for vote, line in given:
        if not vote.head and vote.sign not in rows and _figures(line) >= _LEAST[table]:
            rows.add(vote.sign)
            if len(rows) == _ENOUGH_ROWS:
                break
    if table == "applications":
        return len(rows) >= _ENOUGH_ROWS or (heading and len(rows) > 1)
    if table == "proactive":
        return heading and bool(rows)
    return "whole" in rows or (heading and len(rows) > 1)


_LEAST = {"proactive": 1, "applications": len(COLUMNS) - 1, "disputes": len(OUTCOMES)}


def _figures(line: Line) -> int:
    return sum(1 for cell in line.cells if is_count(cell.text))
