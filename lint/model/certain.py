"""Causes whose one repair is certain: the figures that could be written without anybody deciding anything."""

from decimal import Decimal

from lint.model.cause import Cause, Change
from lint.model.form import DECIMAL_CELLS
from lint.model.text import Text


def is_decided(cause: Cause) -> bool:
    """Whether a cause is named, and neither the text nor last year's report contradicts its repair."""
    return is_named(cause) and not contradictions(cause)


def is_named(cause: Cause) -> bool:
    """Whether a cause has one repair only, which says for every cell a figure that the cell can hold."""
    return (
        cause.decided
        and len(cause.repairs) == 1
        and all(certain_figure(change) is not None for change in cause.repairs[0].cells)
    )


def contradictions(cause: Cause) -> tuple[Text, ...]:
    """What has it otherwise than the likeliest repair, in the words of its source."""
    return tuple(one.words for repair in cause.repairs[:1] for one in repair.evidence if not one.fits)


def certain_figure(change: Change) -> int | Decimal | None:
    """The figure that a cell should hold; None where none is known, or where a count would get a fraction."""
    value = change.expected
    if not isinstance(value, Decimal) or change.pointer in DECIMAL_CELLS:
        return value
    return int(value) if value == int(value) else None
