"""Whole numbers written in Chinese characters: 十一, 三百零五, 二〇二三, 两千."""

from functools import lru_cache

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}
NUMERALS = "零〇一二两三四五六七八九十百千万亿"
NUMERAL = rf"[{NUMERALS}]{{1,16}}"


@lru_cache(maxsize=256)  # few numerals stand in reports, and those over and over
def chinese_number(text: str) -> int | None:
    """The number that a text of Chinese numerals is; None where it is none, such as 百十."""
    if len(text) > 1 and all(character in _DIGITS for character in text):
        return int("".join(str(_DIGITS[character]) for character in text))
    total = 0
    for myriad in ("亿", "万"):
        above, found, text = text.rpartition(myriad) if myriad in text else ("", "", text)
        if found:
            part = _below_myriad(above)
            if part is None or not above:
                return None
            total += part * _MYRIADS[myriad]
    part = _below_myriad(text)
    return None if part is None else total + part


def _below_myriad(text: str) -> int | None:
    """A number below 10,000; 0 for no text. Units must fall: 三百二十一, not 十百."""
    total, digit, lowest = 0, None, 10**4
    for character in text:
        if character in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[character]
            continue
        unit = _TENS.get(character)
        if unit is None or unit >= lowest or (digit is None and (unit > 10 or total)):  # noqa: PLR2004 - 十 alone is ten
            return None
        total, digit, lowest = total + (1 if digit is None else digit) * unit, None, unit
    return total + (digit or 0)
