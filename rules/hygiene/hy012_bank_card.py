"""No number of a bank card stands in the text; what is told of one is masked."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, Pattern

_PLAIN = str.maketrans("０１２３４５６７８９　", "0123456789 ")
_NUMBER = Pattern(r"(?<![0-9A-Za-z])[1-9][0-9]{3}(?:[ -]?[0-9]{4}){3}(?:[ -]?[0-9]{1,3})?(?![0-9A-Za-z])")
_CARD = Pattern(r"卡|[账帐][号户]")
# An account of the state, into which fees are paid.
_OFFICIAL = Pattern(r"财政|国库|专户|非税|收费|缴费|缴纳|缴款|汇款|收款|对公|开户单位|户名|信用代码|捐赠|执行款")
_NINE = 9
_AROUND = 60


def check(here: Node) -> Iterator[Finding]:
    """Every such number beside a word for a card or an account, masked."""
    for at, text in here.case.numbered:
        plain = text.translate(_PLAIN)
        for match in _NUMBER.finditer(plain):
            number = "".join(filter(str.isdecimal, match[0]))
            around = plain[max(0, match.start() - _AROUND) : match.end() + _AROUND]
            if _fits(number) and _CARD.search(around) and not _OFFICIAL.search(around):
                yield Finding(at, {"found": f"{number[:4]}{'*' * (len(number) - 8)}{number[-4:]}"})


def _fits(number: str) -> bool:
    """Whether the last digit is that of the Luhn formula (ISO/IEC 7812-1)."""
    digits = [int(sign) for sign in reversed(number)]
    doubled = [2 * digit - _NINE * (2 * digit > _NINE) for digit in digits[1::2]]
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0
