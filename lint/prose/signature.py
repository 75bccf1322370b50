"""The signature under a report: the body, and the day on which it signed."""

import datetime
import re
import unicodedata
from typing import NamedTuple

from lint.model.case import Case
from lint.model.pattern import Pattern
from lint.model.pointer import Pointer
from lint.prose.numerals import chinese_number

_SECTIONS = "/sections/"
_LAST = 4  # pieces of text that may stand from the signature on: 附件, 联系电话
_LONGEST = 120
_NEAREST = 40  # more than may stand behind the last mark of a date: 34 signs
_DIGITS = "〇一二三四五六七八九"
_ZEROS = "○零OoＯ"
_DATE = Pattern(
    rf"(?P<year>20\d\d|二[{_DIGITS}{_ZEROS}]{{3}})\s{{0,3}}年\s{{0,3}}(?P<month>\d{{1,2}}|[一二三四五六七八九十]{{1,2}})"
    r"\s{0,3}月\s{0,3}(?P<day>\d{1,2}|[一二三四五六七八九十]{1,3})\s{0,3}日"
    r"|(?<![\d.-])(?P<y>20\d\d)(?P<mark>[-./])(?P<m>\d{1,2})(?P=mark)(?P<d>\d{1,2})(?!\d)"
)
# What a date has at least, and all that is it under NFKC: most endings have none of it.
_OF_DATE = Pattern(
    r"[-./日\u2024-\u2026\u2100-\u2106\u2488-\u249b\u2f47\u3230\u3290\u33c2-\u33fe\ufe19-\ufe63\uff0d-\uff0f\U0001f100]"
)
_BEHIND = Pattern(r"[\s)]{0,8}(?:印发|发布|附件(?:下载|:无|:)?|打印本?页?|关闭窗?口?|[\s。)]){0,6}")
# What may follow the last sign of a date or of the words behind it, and the Chinese signs that this last one may be.
_CLOSING, _LAST_SIGNS = " \t\r\n\u3000。)）", frozenset("日印发布附件下载无打本页关闭窗口")
_MARK = Pattern(r"[。;；!！?？,，、:：]")
BODY_END = "局厅委办处会院所站队校行署部社"
_BODY = Pattern(
    rf"[\u4e00-\u9fff()·]{{3,40}}(?:政府|公室|中心|街道|公司|集团|机关|[{BODY_END}])(?:\((?:印章|公章|盖章|章|印)\))?"
)


class Signature(NamedTuple):
    """The end of a report: ``body`` as written ("" where none), the date as ``written``, and ``day``.

    ``day`` is None where there is no such day, as 35 January. ``body_at`` and ``at`` are their pieces of text.
    """

    body: str
    body_at: Pointer
    written: str
    day: datetime.date | None
    at: Pointer


def signature_of(case: Case) -> Signature | None:
    """The signature under a report, found once; None where it is not signed with a date."""
    return case.once(_signature_of)


def _signature_of(case: Case) -> Signature | None:
    last = case.texts[-_LAST - 1 :]
    if not any([_may_be_signed(text) for _, text in last]):  # noqa: C419 - no generator for a few
        return None
    pieces = [(at, text) for at, text in last if at.startswith(_SECTIONS)]
    for number in range(len(pieces) - 1, -1, -1):
        at, text = pieces[number]
        found = _signed(text)
        if found:
            before, date = found
            body, body_at = before, at
            if not before and number and (above := _alone(_last_words(pieces[number - 1][1]))):
                body, body_at = above, pieces[number - 1][0]
            return Signature(body, body_at, "".join(date[0].split()), _day(date), at)
    return None


def _signed(text: str) -> tuple[str, re.Match[str]] | None:
    """The body before the date with which a text ends, and the date; None where it ends otherwise."""
    if not _may_be_signed(text):
        return None
    end = _plain(text[-_LONGEST:])
    dates = [date for date in _DATE.finditer(end) if _BEHIND.fullmatch(end[date.end() :])]
    if not dates:
        return None
    before = end[: dates[-1].start()]
    own = _last_words(before).strip()
    if not own:
        ends_before = not before.strip() or before.rstrip().endswith(("。", ";", "；"))
        return ("", dates[-1]) if ends_before else None
    body = _alone(own) or _alone(own.split()[-1])
    return (body, dates[-1]) if body else None


def _may_be_signed(text: str) -> bool:
    """A quick look: whether a text ends like a date, or like what may stand behind one, and has a sign of dates."""
    end = text[-_NEAREST:]
    last = end.rstrip(_CLOSING)[-1:]
    ends_otherwise = "\u4e00" <= last <= "\u9fff" and last not in _LAST_SIGNS
    return not ends_otherwise and _OF_DATE.search(end) is not None


def _last_words(text: str) -> str:
    """What stands behind the last mark of a text."""
    marks = [mark.end() for mark in _MARK.finditer(text)]
    return text[marks[-1] :] if marks else text


def _alone(text: str) -> str:
    """The body that a text is, "" where it is more or less than that."""
    words = _plain(text).split()
    name = words[-1] if words and len(words[-1]) > _LETTERS else "".join(words)
    return re.sub(r"\((?:印章|公章|盖章|章|印)\)$", "", name) if _BODY.fullmatch(name) else ""


_LETTERS = 2  # a last word of no more than these is the end of a name that is spaced out


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _day(date: re.Match[str]) -> datetime.date | None:
    year = date["year"] or date["y"]
    if not year.isdecimal():
        year = "".join(str(_DIGITS.find(sign)) if sign in _DIGITS else "0" for sign in year)
    month, day = (_number(date[long] or date[short]) for long, short in (("month", "m"), ("day", "d")))
    try:
        return datetime.date(int(year), month, day)
    except ValueError:
        return None


def _number(written: str) -> int:
    return int(written) if written.isdecimal() else (chinese_number(written) or 0)
