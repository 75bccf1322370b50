"""An amount in 万元 with more than four decimals is finer than one yuan."""

from collections.abc import Iterator
from decimal import Decimal

from lint.authoring import Finding, Node

_MOST = 4


def check(here: Node) -> Iterator[Finding]:
    """Whether the amount has at most four decimals, as written."""
    amount = here.number()
    exponent = amount.as_tuple().exponent if isinstance(amount, Decimal) else 0
    decimals = -exponent if isinstance(exponent, int) else 0
    if decimals > _MOST:
        yield Finding(here.pointer, {"actual": f"{amount:f}", "decimals": str(decimals)})
