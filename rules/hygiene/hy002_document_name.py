"""Laws and documents are called by their names and numbers."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lint.authoring import Finding, Node, Pattern, Severity, Words

_NAME = "中华人民共和国政府信息公开条例"
_OPEN, _CLOSE = r"[〔\[(（【［]", r"[〕\])）】］]"
# The regulation in title marks, with what stands behind it in brackets.
_REGULATION = Pattern(
    r"《\s{0,2}((?:中华人民共和国)?[^《》（()）]{0,12}公开[^《》（()）]{0,6}条[例列理])\s{0,2}[》（(]"
)
_WRONG = frozenset(
    f"{country}{name}"
    for country in ("中华人民共和国", "")
    for name in (
        "政府信息公开工作条例",
        "政务信息公开条例",
        "政府信息公开条列",
        "政府信息公开条理",
        "信息公开条列",
        "政府政务公开条例",
    )
) | {"中华人民共和国信息公开条例", "中华人民共和国政务公开条例", "中华人民共和国政府公开条例", "中国政府信息公开条例"}
_ORDER = Pattern(
    r"政府信息公开条例\s{0,2}[》]?\s{0,2}[（(]\s{0,2}(?:中华人民共和国)?国务院(?:令\s{0,2}第?|第)\s{0,2}(\d{1,4})\s{0,2}号"
)
_ORDERS = ("711", "492")  # the older one is another rule's
_FORM = Pattern(
    rf"年度报告格式(?:[（(]试行[）)])?[^（(《。]{{0,10}}[（(]\s{{0,2}}(国办[^〔\[(（【［\d。，]{{0,8}}){_OPEN}\s?(\d{{4}})\s?{_CLOSE}\s?(\d{{1,4}})\s?号"
)
_FORMS = (("国办公开办函", "2021", "30"), ("国办公开办函", "2019", "60"))
_FEE = Pattern(
    rf"信息处理费管理办法[^（(《。]{{0,10}}[（(]\s{{0,2}}(国办[^〔\[(（【［\d。，]{{0,8}}){_OPEN}\s?(\d{{4}})\s?{_CLOSE}\s?(\d{{1,4}})\s?号"
)
_FEES = (("国办函", "2020", "109"),)
_TRIAL = Pattern(
    r"年度报告格式[（(]试行[）)](?=[》〉>]{0,2}(?:的通知)?[》〉>]{0,2}\s{0,2}[（(]\s{0,2}国办公开办函\s?[〔\[(（【［]\s?2021)"
)
_LAW = Pattern(r"《\s{0,2}((?:中华人民共和国)?(?:政府|政务)信息公开法)\s{0,2}》")
_COUNTRY = Pattern(r"(?:中国人民|中华人名|中华人民)共和国(?<!中华人民共和国)|中华人民共合国|中华共和国")
_BRACKETS = Pattern(r"国办(?:公开办)?[发函]\s?([\[(（【［])\s?(\d{4})\s?[\])）】］]\s?(\d{1,4})\s?号")
_SIGNS = ("条例", "条列", "条理", "国办", "公开法", "共和国", "共合国")
# Quick looks: parts of wrong names, in titles and anywhere, and whatever is not the right number.
_IN_TITLES = Words(
    *("条列", "条理", "工作条例》", "政务公开条", "政务信息公开条"),
    *("国信息公开条例", "国政府公开条例", "中国政府信息", "信息公开法》"),
)
_TRIALS = Words("格式（试行", "格式(试行")
_LONGEST = 40  # more than the longest title that is looked for
_OTHER_NUMBER = Pattern(
    r"国(?:务院(?:令\s{0,2}第?|第)\s{0,2}(?!711|492)\d|办(?!公开办函〔2021〕30号|公开办函〔2019〕60号|函〔2020〕109号))"
)


class _Wrong(NamedTuple):
    found: str
    expected: str
    severity: Severity | None = None


def check(here: Node) -> Iterator[Finding]:
    """Every wrong name or number once, at the first piece of text that has it."""
    here = here.in_plain_digits
    joined = here.case.joined
    if not _may_have_any(joined):
        return
    told: set[str] = set()
    for at, text in here.case.texts:
        if any(sign in text for sign in _SIGNS):
            for wrong in (*_names(text), *_numbers(text), *_brackets(text)):
                if wrong.found not in told:
                    told.add(wrong.found)
                    yield Finding(at, {"found": wrong.found[:40], "expected": wrong.expected}, (), wrong.severity)


def _may_have_any(text: str) -> bool:
    if _OTHER_NUMBER.search(text) or _COUNTRY.search(text) or _TRIALS.any_in(text):
        return True
    return _IN_TITLES.any_in("《".join([piece[:_LONGEST] for piece in text.split("《")[1:]]))


def _names(text: str) -> Iterator[_Wrong]:
    for match in _REGULATION.finditer(text) if "《" in text else ():
        name = "".join(match[1].split())
        if name in _WRONG:
            yield _Wrong(f"《{name}》", f"《{_NAME}》")
    for match in _LAW.finditer(text) if "公开法" in text else ():
        yield _Wrong(f"《{match[1]}》", f"《{_NAME}》")
    for match in _COUNTRY.finditer(text) if "共" in text else ():
        yield _Wrong(match[0], "中华人民共和国")


def _numbers(text: str) -> Iterator[_Wrong]:
    for match in _ORDER.finditer(text) if "条例" in text and "国务院" in text else ():
        if match[1] not in _ORDERS:
            yield _Wrong(match[0].rpartition("国务院")[1] + match[0].rpartition("国务院")[2], "国务院令第711号")
    for match in _TRIAL.finditer(text) if "试行" in text else ():
        yield _Wrong(match[0], "年度报告格式", Severity.INFO)
    if "国办" in text:
        yield from _of_a_document(text, "年度报告格式", _FORM, _FORMS)
        yield from _of_a_document(text, "处理费管理办法", _FEE, _FEES)


def _of_a_document(text: str, sign: str, pattern: Pattern, right: tuple[tuple[str, str, str], ...]) -> Iterator[_Wrong]:
    for match in pattern.finditer(text) if sign in text else ():
        if ("".join(match[1].split()), match[2], match[3]) not in right:
            office, year, number = right[0]
            yield _Wrong(match[0][match.start(1) - match.start() :], f"{office}〔{year}〕{number}号")


def _brackets(text: str) -> Iterator[_Wrong]:
    for match in _BRACKETS.finditer(text) if "国办" in text else ():
        yield _Wrong(match[0], re.sub(r"[\[(（【［](\s?\d{4}\s?)[\])）】］]", r"〔\1〕", match[0]), Severity.INFO)
