"""Numbers of persons in a text: identity cards, mobile telephones, bank cards; each with what may be told of it.

A number may be written in full-width digits and in groups. What is plainly something else is left out: codes and file
numbers, telephones given as contacts, accounts into which fees are paid.
"""

import datetime
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from lint.model.long_number import has_long_number
from lint.model.pattern import Pattern

_PLAIN = str.maketrans("０１２３４５６７８９Ｘ　", "0123456789X ")

_IDENTITY = Pattern(
    r"(?<![0-9A-Za-z])([1-9][0-9]{5})[ -]?((?:19|20)[0-9]{2}[01][0-9][0-3][0-9])[ -]?([0-9]{3}[0-9Xx])(?![0-9A-Za-z])"
)
# GB 11643: provinces, weights and check signs.
_PROVINCES = frozenset(
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83".split()
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_SIGNS = "10X98765432"
_OTHER_NUMBERS = Pattern(r"代码|编号|编码|单号|流水号|批号|备案号|案号|账号|卡号|序列号")

_MOBILE = Pattern(
    r"(?<![0-9A-Za-z.@/_=-])(?:\+?86[ -]?)?(1[3-9][0-9])[ -]?([0-9]{4})[ -]?([0-9]{4})(?![0-9A-Za-z@]|\.[0-9])"
    r"(?!\s?(?:万|亿|元|人|条|件|次|篇|个|户|份|字|亩|平方|公里|吨|米|%|％))"
)
_CONTACT = Pattern(
    r"电话|联系|咨询|热线|手机|传真|来电|致电|拨打|客服|值班|监督|举报|投诉|受理|邮编|地址|微信|短信|号码段"
)
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜"
    "范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
_PERSON = Pattern(
    rf"(?:申请人|当事人|信访人|举报人|投诉人|原告)[：:（(]?\s?[{_SURNAMES}][\u4e00-\u9fff*×]{{1,3}}\s?[，,（(：:]\s?"
    r"(?:男|女)?[，,]?(?:联系)?(?:电话|手机|方式)?(?:号码|号)?(?:为|是)?[：:]?\s?$"
    r"|(?<![供请与向便])(?:申请人|当事人|信访人|举报人|投诉人|原告)(?:本人)?的?(?:联系)?(?:电话|手机|方式)(?:号码|号)?(?:为|是)?[：:]?\s?$"
)
_BEFORE, _BEHIND = 80, 30

_CARD = Pattern(r"(?<![0-9A-Za-z])[1-9][0-9]{3}(?:[ -]?[0-9]{4}){3}(?:[ -]?[0-9]{1,3})?(?![0-9A-Za-z])")
_OF_A_CARD = Pattern(r"卡|[账帐][号户]")
# An account of the state, into which fees are paid.
_OFFICIAL = Pattern(r"财政|国库|专户|非税|收费|缴费|缴纳|缴款|汇款|收款|对公|开户单位|户名|信用代码|捐赠|执行款")
_NINE = 9
_AROUND = 60


class Personal(NamedTuple):
    """A number from ``start`` to ``end`` of a text, and how it is told: its ends, stars between them."""

    start: int
    end: int
    masked: str


_Finder: TypeAlias = Callable[[str], Iterator[Personal]]


def identity_numbers(text: str) -> Iterator[Personal]:
    """Numbers of identity cards: province, day of birth and check sign are right."""
    plain = text.translate(_PLAIN)
    for match in _IDENTITY.finditer(plain):
        number = (match[1] + match[2] + match[3]).upper()
        if _sound(number) and not _OTHER_NUMBERS.search(plain[max(0, match.start() - 12) : match.start()]):
            yield Personal(*match.span(), f"{number[:4]}**********{number[-4:]}")


def mobile_numbers(text: str) -> Iterator[Personal]:
    """Numbers of mobile telephones that nobody gives as a contact."""
    plain = text.translate(_PLAIN)
    for match in _MOBILE.finditer(plain):
        if _is_private(plain, match.start(), match.end()):
            yield Personal(*match.span(), f"{match[1]}****{match[3]}")


def bank_cards(text: str) -> Iterator[Personal]:
    """Numbers of bank cards beside a word for a card or an account: the check digit is right."""
    plain = text.translate(_PLAIN)
    for match in _CARD.finditer(plain):
        number = "".join(filter(str.isdecimal, match[0]))
        around = plain[max(0, match.start() - _AROUND) : match.end() + _AROUND]
        if _fits(number) and _OF_A_CARD.search(around) and not _OFFICIAL.search(around):
            yield Personal(*match.span(), f"{number[:4]}{'*' * (len(number) - 8)}{number[-4:]}")


_FINDERS: tuple[_Finder, ...] = (identity_numbers, mobile_numbers, bank_cards)


def masked(text: str) -> str:
    """The text with every such number masked; one without a long number costs one search."""
    if not has_long_number(text):
        return text
    for find in _FINDERS:
        pieces, end = [], 0
        for one in find(text):
            pieces += [text[end : one.start], one.masked]
            end = one.end
        text = "".join([*pieces, text[end:]])
    return text


def _sound(number: str) -> bool:
    """Whether province, day of birth and check sign are right."""
    if number[:2] not in _PROVINCES or not _is_day(number[6:14]):
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=False))
    return _SIGNS[total % len(_SIGNS)] == number[-1]


def _is_day(digits: str) -> bool:
    try:
        return bool(datetime.date.fromisoformat(f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"))
    except ValueError:
        return False


def _is_private(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - _BEFORE) : start]
    if _PERSON.search(before[-40:]):
        return True
    behind = text[end : end + _BEHIND]
    return not _CONTACT.search(_last(before) + behind.partition("。")[0].partition("\n")[0])


def _last(before: str) -> str:
    return before.rpartition("。")[2].rpartition("\n")[2]


def _fits(number: str) -> bool:
    """Whether the last digit is that of the Luhn formula (ISO/IEC 7812-1)."""
    digits = [int(sign) for sign in reversed(number)]
    doubled = [2 * digit - _NINE * (2 * digit > _NINE) for digit in digits[1::2]]
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0
