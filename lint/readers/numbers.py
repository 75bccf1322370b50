"""What a cell of a document says: a figure, a blank, or something that is no plain figure."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from lint.readers.invisible import seen

Value: TypeAlias = int | Decimal | str | None

PLACEHOLDERS = frozenset({"/", "-", "--", "—", "——", "–", "―", "无", "／", "－", "N/A", "n/a", "不适用", "\\"})
_SPACE = " \t\r\n\u00a0\u3000\u2002\u2003\u2009"
_COUNT = re.compile(r"[0-9]{1,18}")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){1,5}")
_AMOUNT = re.compile(r"(?P<whole>[0-9]{1,15}|[0-9]{1,3}(?:,[0-9]{3}){1,4})\.(?P<part>[0-9]{1,18})")
_CHANGE = re.compile(r"(?P<sign>[-+\u2212\u2014\u2013])\s?(?P<digits>[0-9]{1,18})")
# Only these: NFKC would also make the footnote of 12① a digit.
_FULL_WIDTH = str.maketrans("０１２３４５６７８９，．－＋", "0123456789,.-+")
# A minus sign that no keyboard types as such: read, and said.
_LONG_DASH = ("\u2014", "\u2013")
_NUMBERED = re.compile(r"[0-9]{1,2}[.、)）]\s*[^0-9\s]")
_NUMBER = re.compile(r"[-+\u2212\u2014\u2013]?\s?[0-9]{1,18}(?:,[0-9]{3}){0,5}(?:\.[0-9]{1,18})?")
_MOST_DIGITS = 18
_SHORT = 100  # longer cells do not come again
_FIRST_HAN, _LAST_HAN = "\u4e00", "\u9fff"
_NONE = "无不"  # 无, 不适用
_BEGINS = re.compile(r"[0-9.\-+\u2212]|[\u2014\u2013]\s?[0-9]")


class Figure(NamedTuple):
    """The value of a cell, and the kind of the remark that its typing deserves (see ``report.REMARKS``)."""

    value: Value
    remark: str | None = None


def read_figure(text: str, *, decimal: bool = False, signed: bool = False) -> Figure:
    """Read one cell.

    Full-width digits and well-formed thousands separators are read as the number, signs for "none" as blank. Only an
    amount (``decimal``) may have a fraction, only a change (``signed``) a minus. All else stays the raw text.
    """
    if is_digits(text):
        return Figure(int(text))
    raw = seen(text).strip(_SPACE)
    if not raw:
        return Figure(None)
    if raw in PLACEHOLDERS:
        return Figure(None, "placeholder")
    ascii_text = raw.translate(_FULL_WIDTH)
    value = _number(ascii_text, decimal=decimal, signed=signed)
    if isinstance(value, str):
        return Figure(raw)
    if ascii_text != raw or raw.startswith(_LONG_DASH):
        return Figure(value, "full-width")
    return Figure(value, "separators" if "," in raw else None)


def is_digits(text: str) -> bool:
    """Whether a cell holds plain digits and nothing else, as nearly all do: the figure is their number."""
    return text.isdecimal() and text.isascii() and len(text) <= _MOST_DIGITS


def are_digits(texts: list[str]) -> bool:
    """Whether each of some cells holds plain digits and nothing else."""
    together = "".join(texts)
    digits = together.isdecimal() and together.isascii() and all(texts)
    return digits and (len(together) <= _MOST_DIGITS or max(map(len, texts)) <= _MOST_DIGITS)


def _number(text: str, *, decimal: bool, signed: bool) -> int | Decimal | str:
    if _COUNT.fullmatch(text):
        return int(text)
    if _GROUPED.fullmatch(text):
        return int(text.replace(",", ""))
    if decimal and _AMOUNT.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if signed and (found := _CHANGE.fullmatch(text)):
        return int(found["digits"]) if found["sign"] == "+" else -int(found["digits"])
    return text


def is_figure(text: str) -> bool:
    """Whether a cell begins like a figure or a blank, and not like a label, which may be numbered."""
    if text.isascii() and text.isdecimal():
        return True
    if _FIRST_HAN <= text[:1] <= _LAST_HAN and text[0] not in _NONE:
        return False
    return _known_looks(text) if len(text) <= _SHORT else _looks_like_figure(text)


def _looks_like_figure(text: str) -> bool:
    raw = seen(text).strip(_SPACE)
    plain = raw.translate(_FULL_WIDTH)
    return not raw or raw in PLACEHOLDERS or (bool(_BEGINS.match(plain)) and not _NUMBERED.match(plain))


_known_looks = lru_cache(maxsize=1024)(_looks_like_figure)  # the labels of the form come again in every document


def is_count(text: str) -> bool:
    """Whether a cell holds one number and nothing else."""
    if text.isascii() and text.isdecimal():
        return len(text) <= _MOST_DIGITS
    return _NUMBER.fullmatch(seen(text).strip(_SPACE).translate(_FULL_WIDTH)) is not None
