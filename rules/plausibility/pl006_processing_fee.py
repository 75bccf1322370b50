"""Amounts of the fee for processing information that the tariff cannot give."""

import re
from collections.abc import Iterator
from decimal import Decimal

from lint.authoring import Finding, Node, Pattern

_FEE = Pattern(r"信息(?:公开)?(?:信息)?处理费(?!管理)")
_SENTENCE = Pattern(r"[^。；;！!？?\n]{1,2000}")
_AMOUNT = Pattern(r"(?<![\d.])(?<!\d,)(?P<number>\d[\d,]{0,11}(?:\.\d{1,6})?)\s*(?P<wan>万)?元(?!\s*(?:/|每|以))")
# Other money in the same sentence: nobody knows which amount is which.
_OTHERS = Pattern(
    r"经费|罚|资金|投入|收入|邮寄费|邮费|复制|复印|快递|检索费|工本费|成本|诉讼费|赔偿|行政事业性收费|欠|减免|退"
    r"|标准|每|超过|超出|计[收费]|单价|元起"  # a tariff
)
_BEFORE = Pattern(r"(?:[约近页]|平均)\s*$")
_STEP = 10


def check(here: Node) -> Iterator[Finding]:
    """Whether every amount named beside the fee is a multiple of ten yuan."""
    if "元" not in here.case.joined or "处理费" not in here.case.joined:
        return
    for at, text in here.texts:
        if "处理费" in text:
            odd = dict.fromkeys(
                found
                for sentence in _SENTENCE.findall(text)
                if "处理费" in sentence and "元" in sentence
                for found in _odd(sentence)
            )
            for written, yuan in odd:
                yield Finding(at, {"actual": written, "yuan": f"{yuan.normalize():f}"})


def _odd(sentence: str) -> Iterator[tuple[str, Decimal]]:
    """The amounts charged, by a sentence about the fee, that are no multiples of ten yuan: as written, and in yuan."""
    odd = [(found, yuan) for found in _AMOUNT.finditer(sentence) if (yuan := _yuan(found)) % _STEP]
    if odd and _FEE.search(sentence) and not _OTHERS.search(sentence):
        for found, yuan in odd:
            if not _BEFORE.search(sentence[: found.start()][-4:]):
                yield found[0], yuan


def _yuan(found: re.Match[str]) -> Decimal:
    return Decimal(found["number"].replace(",", "")) * (10000 if found["wan"] else 1)
