"""An amount in 万元 with more than four decimals is finer than one yuan."""

from collections.abc import Iterator
from decimal import Decimal

from lint.authoring import CELL_INDEX, TABLES, Finding, Node

_MOST = 4
_AMOUNTS = {at: CELL_INDEX[at] for at in (f"{TABLES['proactive']}/{row}/amount" for row in ("fees", "procurement"))}


def check(here: Node) -> Iterator[Finding]:
    """Whether each amount has at most four decimals, as written."""
    figures = here.case.figures
    for at, index in _AMOUNTS.items():
        amount = figures[index]
        if isinstance(amount, Decimal) and (decimals := _decimals(amount)) > _MOST:
            yield Finding(at, {"actual": f"{amount:f}", "decimals": str(decimals)})


def _decimals(amount: Decimal) -> int:
    exponent = amount.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0
