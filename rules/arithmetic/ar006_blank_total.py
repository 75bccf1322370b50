"""A total left blank although its parts are filled."""

from collections.abc import Iterator
from operator import itemgetter

from lint.authoring import CELL_INDEX, COLUMNS, GROUPS, OUTCOMES, ROWS, TABLES, Finding, Node, Text, Undecided

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
    if not here.case.has_blanks:
        return
    figures = here.case.figures
    totals = _TOTALS(figures)
    blank = [line for line, total in zip(_LINES, totals, strict=True) if total is None]
    found = [finding for line, columns in blank for finding in _asked(line, columns, figures)]
    yield from found
    if not found and any(isinstance(part, str) for line, columns in blank for part in _parts(line, columns, figures)):
        raise Undecided(Text("空白合计的某一分项读不出", "a part of a blank total is unreadable"))


def _parts(line: str, columns: tuple[str, ...], figures: list[object]) -> list[object]:
    at = CELL_INDEX[f"{line}/{columns[0]}"]
    return figures[at : at + len(columns) - 1]


def _asked(line: str, columns: tuple[str, ...], figures: list[object]) -> Iterator[Finding]:
    """The finding of one line with a blank total; none where its parts are 0, blank or unreadable."""
    parts = _parts(line, columns, figures)
    if any(isinstance(part, str) for part in parts):
        return
    filled = {f"{line}/{column}": part for column, part in zip(columns, parts, strict=False) if isinstance(part, int)}
    if any(filled.values()):
        yield Finding(f"{line}/total", {"expected": str(sum(filled.values()))}, tuple(filled))
