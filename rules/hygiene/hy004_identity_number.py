"""No identity number stands in the text; what is told of one is masked."""

import datetime
from collections.abc import Iterator

from lint.authoring import Finding, Node, Pattern

_PLAIN = str.maketrans("０１２３４５６７８９Ｘ　", "0123456789X ")
_NUMBER = Pattern(
    r"(?<![0-9A-Za-z])([1-9][0-9]{5})[ -]?((?:19|20)[0-9]{2}[01][0-9][0-3][0-9])[ -]?([0-9]{3}[0-9Xx])(?![0-9A-Za-z])"
)
# GB 11643: provinces, weights and check signs.
_PROVINCES = frozenset(
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83".split()
)
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_SIGNS = "10X98765432"
_OTHER_NUMBERS = Pattern(r"代码|编号|编码|单号|流水号|批号|备案号|案号|账号|卡号|序列号")


def check(here: Node) -> Iterator[Finding]:
    """Every such number, masked."""
    for at, text in here.case.numbered:
        plain = text.translate(_PLAIN)
        for match in _NUMBER.finditer(plain):
            number = (match[1] + match[2] + match[3]).upper()
            if _sound(number) and not _OTHER_NUMBERS.search(plain[max(0, match.start() - 12) : match.start()]):
                yield Finding(at, {"found": f"{number[:4]}**********{number[-4:]}"})


def _sound(number: str) -> bool:
    """Whether province, day of birth and check digit are right."""
    if number[:2] not in _PROVINCES or not _is_day(number[6:14]):
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, number, strict=False))
    return _SIGNS[total % len(_SIGNS)] == number[-1]


def _is_day(digits: str) -> bool:
    try:
        return bool(datetime.date.fromisoformat(f"{digits[:4]}-{digits[4:6]}-{digits[6:]}"))
    except ValueError:
        return False
