"""The body is reached by its own mail and telephone."""

import re
from collections.abc import Iterator

from lint.authoring import Finding, Node, Pattern, mobile_numbers

_PLAIN = str.maketrans("０１２３４５６７８９＠．　", "0123456789@. ")
_HOSTS = (
    r"qq|vip\.qq|foxmail|163|126|139|189|188|yeah"
    r"|sina|vip\.sina|sohu|tom|21cn|wo|aliyun|gmail|hotmail|outlook|live|icloud|yahoo"
)
_MAIL = Pattern(rf"(?<=[\w.-])\s?@\s?((?:{_HOSTS})\.(?:com\.cn|com|net|cn))(?![\w.])", re.IGNORECASE)
_MOBILE = Pattern(
    r"(?<![0-9A-Za-z.@/_=-])(?:\+?86[ -]?)?(1[3-9][0-9])[ -]?([0-9]{4})[ -]?([0-9]{4})(?![0-9A-Za-z@]|\.[0-9])"
)
_TELEPHONE = Pattern(r"(?:电话|联系方式|手机|热线|联系人)[^。\n]{0,40}$")


def check(here: Node) -> Iterator[Finding]:
    """Every private mail service, and every mobile number given as a contact (masked), once."""
    joined = here.case.joined
    told: set[str] = set()
    for at, text in here.case.texts if "@" in joined or "＠" in joined else here.case.numbered:
        for found in _private(text.translate(_PLAIN)):
            if found not in told:
                told.add(found)
                yield Finding(at, {"found": found})


def _private(text: str) -> Iterator[str]:
    for match in _MAIL.finditer(text):
        yield f"@{match[1].lower()}"
    private = {number.start for number in mobile_numbers(text)}  # somebody's own is HY011
    for match in _MOBILE.finditer(text):
        if match.start() not in private and _TELEPHONE.search(text[max(0, match.start() - 60) : match.start()]):
            yield f"{match[1]}****{match[3]}"
