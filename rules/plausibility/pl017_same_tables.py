"""Tables that are those of another year, cell by cell."""

from collections.abc import Iterator
from decimal import Decimal

from lint.authoring import CELLS, NO_EARLIER, TABLES, Finding, Node, Severity, Undecided

# What stays from year to year, and what merely adds up.
_STAYS = ("/in_force", "/total_disclosed", "/previous_items", "/total")
_COUNTED = [index for index, at in enumerate(CELLS) if not at.endswith(_STAYS) and "/results/total/" not in at]
_LARGE = 10
_FEWEST, _FEWEST_LARGE = 3, 1
_CERTAIN, _CERTAIN_LARGE = 6, 3


def check(here: Node) -> Iterator[Finding]:
    """Whether an earlier year, the latest first, has the same figures in every cell."""
    before = here.case.before
    if not before:
        raise Undecided(NO_EARLIER)
    now = _figures(here)
    filled = [figure for figure in (now[index] for index in _COUNTED) if figure and not isinstance(figure, str)]
    large = [figure for figure in filled if figure >= _LARGE]
    if len(filled) < _FEWEST or len(large) < _FEWEST_LARGE:
        return
    for year in reversed(before):
        case = before[year]
        if _figures(Node(case, "", case.report.tree)) == now:
            certain = len(filled) >= _CERTAIN and len(large) >= _CERTAIN_LARGE
            at, *others = TABLES.values()
            values = {"year": str(year), "count": str(len(filled))}
            yield Finding(at, values, tuple(others), None if certain else Severity.WARNING)
            return


def _figures(here: Node) -> list[int | Decimal | str]:
    """Every cell; one that is blank or not there counts as 0."""
    return [figure if isinstance(figure, int | Decimal | str) else 0 for figure in here.case.figures]
