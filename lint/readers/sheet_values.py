"""What a sheet stores, as the text that it shows: numbers and dates."""

import datetime
import re
from decimal import Context, Decimal

_NUMBER = re.compile(r"[-+]?(?:[0-9]{1,40}(?:\.[0-9]{0,40})?|\.[0-9]{1,40})(?:[eE][-+]?[0-9]{1,3})?")
_PLAIN = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_NO_FRACTION = re.compile(r"(-?[0-9]+)\.0*")
# A sheet computes in binary; of what it stores it shows so many digits.
_SHOWN = Context(prec=15)
_MOST_PLACES = 18
_DAY_SECONDS = 86_400
_LAST_SERIAL = 2_958_465
_FALSE_LEAP_DAY = 60
_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]', re.IGNORECASE)
_DATE_SIGNS = re.compile(r"[ymdhs]", re.IGNORECASE)
_BUILT_IN_DATES = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})


def number_text(stored: str) -> str:
    """A stored number as text.

    It keeps every digit that is written: ``2439.0100``. Only what is no plain decimal (``1E2``), and noise of binary
    arithmetic behind the fifteenth digit (``0.30000000000000004``), becomes the shortest decimal of 15 significant
    digits, which is what a sheet shows; and a whole number loses its ``.0``. What is no number, or is beyond measure
    (``1e400``, ``NaN``), stays as it is.
    """
    text = stored.strip()
    if text.isascii() and text.isdecimal() and not text.startswith("0"):
        return text
    if _NUMBER.fullmatch(text) is None:
        return text
    if whole := _NO_FRACTION.fullmatch(text):
        return whole[1]
    number = Decimal(text)
    if _PLAIN.fullmatch(text) and (number == number.to_integral() or len(number.as_tuple().digits) <= _SHOWN.prec):
        return text
    shown = _SHOWN.plus(number).normalize(_SHOWN)
    return format(shown, "f") if -_MOST_PLACES <= shown.adjusted() < _MOST_PLACES else text


def date_text(stored: str, *, from_1904: bool) -> str:
    """A stored number under a date format as ISO 8601: the date, the time of day, or both.

    What no calendar has stays as it is.
    """
    text = number_text(stored)
    if _PLAIN.fullmatch(text) is None:
        return text
    number = Decimal(text)
    if not 0 <= number <= _LAST_SERIAL:
        return text
    days, seconds = int(number), int((number % 1 * _DAY_SECONDS).to_integral_value())
    time = _time(seconds % _DAY_SECONDS)
    if days == 0 and seconds:
        return time
    day = _day(days, from_1904=from_1904)
    if day is None:
        return text
    return f"{day} {time}" if seconds else day


def _time(seconds: int) -> str:
    minutes, second = divmod(seconds, 60)
    return datetime.time(minutes // 60, minutes % 60, second).isoformat()


def _day(days: int, *, from_1904: bool) -> str | None:
    """The day of a serial number. Sheets count a 29th of February 1900, which never was."""
    if from_1904:
        start = datetime.date(1904, 1, 1)
    elif days == _FALSE_LEAP_DAY:
        return None
    else:
        start = datetime.date(1899, 12, 31 if days < _FALSE_LEAP_DAY else 30)
    try:
        return (start + datetime.timedelta(days=days)).isoformat()
    except OverflowError:
        return None


def is_date_format(number: int, code: str | None) -> bool:
    """Whether a number format shows a date or a time: by its code, or by its number where it is built in."""
    if code is None:
        return number in _BUILT_IN_DATES
    return _DATE_SIGNS.search(_QUOTED.sub("", code.partition(";")[0])) is not None
