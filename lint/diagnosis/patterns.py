"""The names of slips, in words, and which of them a repair is."""

from collections.abc import Mapping

from lint.diagnosis.digits import slip
from lint.diagnosis.mending import SlipsOf
from lint.diagnosis.neighbours import Neighbourhood, explains
from lint.diagnosis.relation import Figure, Figures
from lint.model.text import Text

PATTERNS: dict[str, Text] = {
    "digits-transposed": Text("相邻两位数字颠倒", "two digits transposed"),
    "digit-changed": Text("一位数字写错", "one digit changed"),
    "digit-dropped": Text("漏写一位数字", "one digit dropped"),
    "digit-added": Text("多写一位数字", "one digit added"),
    "digit-repeated": Text("一位数字重复", "one digit repeated"),
    "sign": Text("正负号写反", "the sign turned round"),
    "times-10": Text("相差 10 倍", "off by a factor of 10"),
    "times-100": Text("相差 100 倍", "off by a factor of 100"),
    "times-1000": Text("相差 1000 倍", "off by a factor of 1000"),
    "times-10000": Text("相差一万倍（元与万元）", "off by a factor of 10,000 (yuan for ten thousand yuan)"),
    "blank-as-zero": Text("空格按 0 计，本应有数", "a blank counted as 0 that should hold a figure"),
    "neighbours-swapped": Text("相邻两格互换", "two neighbouring cells swapped"),
    "row-shifted": Text("整行错开一列", "a row shifted by one column"),
    "split-number": Text("一个数被拆成两格", "one number split over two cells"),
    "totals-left-out": Text("“总计”一列都没有填数", "a whole column of totals left at 0"),
    "neighbouring-row": Text("数填在了相邻的行", "a value standing in the neighbouring row"),
}


SYSTEMATIC = frozenset({"sign", "blank-as-zero", *(name for name in PATTERNS if name.startswith("times-"))})


def pattern_of(expected: Mapping[int, Figure], values: Figures, places: Neighbourhood, slips_of: SlipsOf) -> str | None:
    """The one pattern that a repair is, by its cells and what they should hold; None where there is no such one."""
    together = _together(expected, places, slips_of) if len(expected) > 1 else None
    if together:
        return together
    names = {slip(values[cell], value) for cell, value in expected.items()}
    name = names.pop()
    # Several cells written in the wrong unit are one mistake; several with a digit dropped are not.
    return name if not names and (len(expected) == 1 or name in SYSTEMATIC) else None


def _together(expected: Mapping[int, Figure], places: Neighbourhood, slips_of: SlipsOf) -> str | None:
    stand = sorted({places[cell][0] for cell in expected if cell in places})
    if not stand or stand[-1] - stand[0] > 1 or not all(cell in places for cell in expected):
        return None
    found = (one.pattern for one in slips_of(stand[0]) if explains(one, expected))
    return next(found, None)
