"""A fee for processing information that is larger than all fees of the year."""

from collections.abc import Iterator
from decimal import Decimal

from lint.authoring import CELL_INDEX, TABLES, Finding, Node, Pattern

_CELL = f"{TABLES['proactive']}/fees/amount"
_INDEX = CELL_INDEX[_CELL]
_COLLECTED = Pattern(
    r"(?:收取|收缴|征收)[^。；;，,\n\d]{0,12}处理费[^。；;，,\n\d]{0,10}(?P<number>\d[\d,]{0,11}(?:\.\d{1,6})?)\s*(?P<wan>万)?元",
    holding=("收取", "收缴", "征收"),
)
_OTHERS = ("标准", "每", "应收", "上年", "去年", "退", "减免", "不收取", "未收取", "累计")
_WAN = 10000
_NOTICEABLE = Decimal("0.005")


def check(here: Node) -> Iterator[Finding]:
    """Whether the amount of fees can hold the one collected for processing information, rounding allowed for."""
    if "元" not in here.case.joined or "处理费" not in here.case.joined:
        return
    amount = here.case.figures[_INDEX]
    if not isinstance(amount, int | Decimal) or isinstance(amount, bool):
        return
    for at, text in here.texts:
        for found in _COLLECTED.finditer(text) if "处理费" in text else ():
            collected = Decimal(found["number"].replace(",", "")) / (1 if found["wan"] else _WAN)
            start = max(text.rfind(mark, 0, found.start()) for mark in "。；;\n") + 1
            if collected > amount + _rounding(amount) and not any(
                word in text[start : found.end()] for word in _OTHERS
            ):
                yield Finding(_CELL, {"actual": f"{Decimal(amount):f}", "fee": found[0]}, (at,))
                return


def _rounding(amount: int | Decimal) -> Decimal:
    """Half of the last place of an amount; nothing to speak of for 0, which says that nothing was collected."""
    if amount == 0:
        return _NOTICEABLE
    exponent = Decimal(amount).as_tuple().exponent
    return Decimal(5).scaleb((exponent if isinstance(exponent, int) and exponent < 0 else 0) - 1)
