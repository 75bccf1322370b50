"""Which of equally small repairs is likelier. It orders them and hides none."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TypeAlias

from lint.diagnosis.digits import slip
from lint.diagnosis.relation import Figure, Figures

Weight: TypeAlias = tuple[int, Decimal, tuple[int, ...]]

SAID = 20  # for each claim of the text or of last year's report against a repair; one that it fits takes as much off
UNEXPLAINED = 8  # a figure that no slip of the hand leads to
ONE_CAUSE = 2  # several cells by one slip
WEIGHTS = {
    "blank-as-zero": 1,
    "digits-transposed": 1,
    "digit-repeated": 1,
    "digit-changed": 2,
    "digit-dropped": 2,
    "digit-added": 2,
    "sign": 1,
    "times-10": 2,
    "times-100": 2,
    "times-1000": 2,
    "times-10000": 2,
}
SHORT = 3  # more for what is found between figures of one digit, which come near each other by chance


def weight(expected: Mapping[int, Figure], values: Figures, against: int, *, one_cause: bool) -> Weight:
    """The less, the likelier: slips and claims, then the size of the changes, then the order of the cells.

    ``against``: how many claims more speak against the repair than for it.
    """
    own = ONE_CAUSE if one_cause else sum(_of(values[cell], value) for cell, value in expected.items())
    size = sum((_size(values[cell], value) for cell, value in expected.items()), start=Decimal(0))
    return own + SAID * against, size, tuple(sorted(expected))


def _size(actual: Figure | None, expected: Figure) -> Decimal:
    return abs(Decimal(expected) - Decimal(actual or 0))


def _of(actual: Figure | None, expected: Figure) -> int:
    if actual and not expected:
        # A total left at 0 is common, a figure where there is none is not.
        return UNEXPLAINED
    name = slip(actual, expected) or ""
    short = -10 < (actual or 0) < 10 and -10 < expected < 10  # noqa: PLR2004 - figures of one digit
    return WEIGHTS.get(name, UNEXPLAINED) + (SHORT if short and name.startswith("digit") else 0)
