"""Numbers as a file writes them: exact, and within limits."""

from decimal import Decimal

from lint.model.pattern import Pattern
from lint.model.text import Text
from lint.readers.limits import DECIMALS, DIGITS, EXPONENT_DIGITS
from lint.readers.lines import quote

_PARTS = Pattern(r"[-+]?([0-9]*)(?:\.([0-9]*))?(?:[eE][-+]?([0-9]+))?")

TOO_MANY_DIGITS = Text(f"数字超过 {DIGITS} 位", f"a number has more than {DIGITS} digits")
TOO_MANY_DECIMALS = Text(f"小数超过 {DECIMALS} 位", f"a number has more than {DECIMALS} decimals")
TOO_GREAT = Text("数字的指数过大", "the exponent of a number is too great")


def number_fault(written: str) -> Text | None:
    """Why a number is refused, None where it is within the limits."""
    parts = _PARTS.match(written)
    whole, decimals, exponent = parts.groups("") if parts else ("", "", "")
    for digits, limit, words in (
        (whole, DIGITS, TOO_MANY_DIGITS),
        (decimals, DECIMALS, TOO_MANY_DECIMALS),
        (exponent, EXPONENT_DIGITS, TOO_GREAT),
    ):
        if len(digits) > limit:
            return Text(f"{words.zh}：{quote(written)}", f"{words.en}: {quote(written)}")
    return None


def whole(written: str) -> int:
    """A whole number.

    Raises ValueError where it has more digits than the limit.
    """
    if len(written) > DIGITS and number_fault(written):
        raise ValueError(written)
    return int(written)


def exact(written: str) -> Decimal:
    """A number with a point or an exponent, every digit kept as written.

    Raises ValueError where it is beyond the limits.
    """
    if (len(written) > DIGITS or "e" in written or "E" in written) and number_fault(written):
        raise ValueError(written)
    return Decimal(written)
