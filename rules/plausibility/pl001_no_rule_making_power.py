"""规章 made by a body that has no power to make any."""

from collections.abc import Iterator
from operator import itemgetter
from typing import Any

from lint.authoring import CELL_INDEX, TABLES, Finding, Node, Severity, Text, Undecided, makes_regulations

_ROW = f"{TABLES['proactive']}/regulations"
_COLUMNS = tuple(at.removeprefix(f"{_ROW}/") for at in CELL_INDEX if at.startswith(f"{_ROW}/"))
_FIGURES = itemgetter(*(CELL_INDEX[f"{_ROW}/{column}"] for column in _COLUMNS))
# Edition 2019 also counts what was disclosed; a body may have disclosed what others made.
_DISCLOSED = frozenset({"disclosed", "total_disclosed"})
_UNKNOWN = Text("看不出本机关有没有制定规章的权限", "the report does not say whether this body may make 规章")


def check(here: Node) -> Iterator[Finding]:
    """Whether a body without the power reports 规章."""
    figures = _FIGURES(here.case.figures)
    if not [figure for figure in figures if type(figure) is int and figure > 0]:
        if any(isinstance(figure, str) for figure in figures):
            raise Undecided(Text("规章的某个数字读不出", "a figure of 规章 is unreadable"))
        return
    may = makes_regulations(here.identity)
    if may is None:
        raise Undecided(_UNKNOWN)
    if not may:
        filled = {column: figure for column, figure in zip(_COLUMNS, figures, strict=True) if _counts(figure)}
        at, *others = (f"{_ROW}/{column}" for column in filled)
        lowered = Severity.WARNING if filled.keys() <= _DISCLOSED else None
        yield Finding(at, {"actual": str(next(iter(filled.values())))}, tuple(others), lowered)


def _counts(figure: Any) -> bool:
    return isinstance(figure, int) and figure > 0
