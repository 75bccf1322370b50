"""A total left blank although its parts are filled."""

from collections.abc import Iterator
from operator import itemgetter

from lint.authoring import CELL_INDEX, COLUMNS, GROUPS, OUTCOMES, ROWS, TABLES, Finding, Node, Undecided

_LINES = tuple(
    (f"{TABLES[section]}/{line}", columns)
    for section, lines, columns in (
        ("applications", tuple(dict.fromkeys((*ROWS["2021"], *ROWS["2019"]))), COLUMNS),
        ("disputes", GROUPS, OUTCOMES),
    )
    for line in lines
)
_TOTALS = itemgetter(*(CELL_INDEX[f"{line}/total"] for line, _ in _LINES))


def check(here: Node) -> Iterator[Finding]:
    """Whether every total over filled parts is filled too."""
    figures = here.case.figures
    totals = _TOTALS(figures)
    if None not in totals:
        return
    unreadable = []
    for (line, columns), total in zip(_LINES, totals, strict=True):
        at = CELL_INDEX[f"{line}/{columns[0]}"]
        parts = figures[at : at + len(columns) - 1] if total is None else []
        if any(isinstance(part, str) for part in parts):
            unreadable.append(line)
            continue
        filled = {f"{line}/{column}": part for column, part in zip(columns, parts, strict=False) if _counts(part)}
        if filled:
            yield Finding(f"{line}/total", {"expected": str(sum(filled.values()))}, tuple(filled))
    if unreadable:
        raise Undecided(f"{unreadable[0]}: a part of a blank total is unreadable")


def _counts(part: object) -> bool:
    return isinstance(part, int) and part != 0
