"""Quantities in Chinese prose: 1,234件, 三十万元, 12．5%, 0.4万元, 5500余条."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from lint.model.pattern import Pattern
from lint.prose.numerals import NUMERAL, NUMERALS, chinese_number

UNITS = tuple("个百分点 人次 件次 条次 件 份 宗 起 例 条 项 个 部 元 % 期 篇 场 次".split())
UNIT_SIGNS = "".join(sorted({unit[0] for unit in UNITS}))  # the first signs of them
_SCALES = {"百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
# In two steps, the first of which begins with a set of signs: that is what the engine finds quickly.
_COUNTED = Pattern(
    rf"(?P<number>[\d{NUMERALS}][\d,.{NUMERALS}]{{0,30}})(?P<more>余|多|左右)?(?:政府)?(?P<unit>{'|'.join(UNITS)})"
)
_NUMBER = Pattern(
    rf"(?P<figure>\d{{1,3}}(?:,\d{{3}}){{1,4}}(?:\.\d{{1,8}})?|\d{{1,15}}(?:\.\d{{1,8}})?)(?P<scale>[百千万亿]?)|{NUMERAL}"
)
_ONE = Decimal(1)
_PLAIN = 15  # digits of a plain number
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_NOT_BEFORE = frozenset(f".第〔[{_LATIN}{_LATIN.upper()}0123456789{NUMERALS}")
_ABOUT_BEFORE = ("约", "近", "逾", "超", "超过", "达到", "大约", "将近", "不足", "突破")
_ABOUT_ENDS = frozenset(word[-1] for word in _ABOUT_BEFORE)  # a quick look
_ABOUT_AFTER = ("以上", "左右", "以下", "以内")
# What looks like a quantity and is a word: 一件事, 一次性, 一个.
_WORDS = ("一件事", "一次性", "一个", "一项", "一部", "一条龙", "一期", "一起")


class Quantity(NamedTuple):
    """A figure with its unit: ``amount`` in the unit itself (0.4万元 is 4000 元), rounded to whole ``step``s.

    ``about``: the text says 约, 余 and the like. ``start`` and ``end`` are its place in the text.
    """

    amount: Decimal
    step: Decimal
    unit: str
    about: bool
    start: int
    end: int

    def agrees(self, value: Decimal | int) -> bool:
        """Whether it may stand for a value: the same, or the value rounded or cut off to the step."""
        distance = Decimal(value) - self.amount
        return not distance or (self.step > 1 and -self.step < 2 * distance < 2 * self.step)


def quantities(text: str) -> Iterator[Quantity]:
    """The quantities of a text without white space, in order."""
    for found in _COUNTED.finditer(text):
        start, end = found.span()
        written, more, unit = found.groups()
        if _runs_on(text, start) or (text[start] == "一" and text.startswith(_WORDS, start)):
            continue
        if written.isascii() and written.isdecimal() and len(written) <= _PLAIN:
            yield Quantity(Decimal(written), _ONE, unit, bool(more) or _is_about(text, start, end), start, end)
            continue
        number = _NUMBER.fullmatch(written)
        if number is None:
            continue
        amount = Decimal(number["figure"].replace(",", "")) if number["figure"] else _of_numeral(number[0])
        if amount is not None:
            about = bool(more) or _is_about(text, start, end)
            scale = number["scale"]
            step = _step(amount, scale) if scale or "." in number[0] else _ONE
            yield Quantity(amount * _SCALES[scale] if scale else amount, step, unit, about, start, end)


def _runs_on(text: str, start: int) -> bool:
    """Whether what stands before a number belongs to it: 第3件, A4, 1,234."""
    before = text[start - 1 : start]
    return before in _NOT_BEFORE or (before == "," and text[start - 2 : start - 1].isdigit())


def _of_numeral(text: str) -> Decimal | None:
    number = chinese_number(text)
    return None if number is None else Decimal(number)


def _step(amount: Decimal, scale: str) -> Decimal:
    """What the last written digit stands for."""
    exponent = amount.as_tuple().exponent
    whole = Decimal(_SCALES.get(scale, 1))
    return whole.scaleb(exponent) if isinstance(exponent, int) and exponent < 0 else whole


def _is_about(text: str, start: int, end: int) -> bool:
    if text.startswith(_ABOUT_AFTER, end):
        return True
    return text[start - 1 : start] in _ABOUT_ENDS and text.endswith(_ABOUT_BEFORE, max(0, start - 2), start)
