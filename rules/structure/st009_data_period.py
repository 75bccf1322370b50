"""The stated period of the data is January 1 to December 31."""

import re
from collections.abc import Iterator

from lint.authoring import Finding, Node, Pattern, Severity, Text, Undecided

_DAY = r"(?:(?:20\d\d)\s{0,2}[年./-]\s{0,2})?(\d{1,2})\s{0,2}[月./-]\s{0,2}(?:(\d{1,2})\s{0,2}日?)?"
_PERIOD = Pattern(
    rf"(?:数据|统计|报告期)[^。;；\d]{{0,24}}?{_DAY}(?:0{{1,2}}[时点:]0{{0,2}})?[^。;；\d]{{0,8}}?(?:至|到|-|—|~|～)\s{{0,2}}{_DAY}(?!\d)"
)
_WORDS = ("统计期", "所列数据", "数据统计", "数据的统计", "统计数据", "统计时", "报告期")  # the usual one first
_WHOLE = ("1", "1", "12", "31")
_NEW = ("成立", "组建", "机构改革", "挂牌")


def check(here: Node) -> Iterator[Finding]:
    """The first stated period decides; a report that states none is not asked for it."""
    stated = False
    for at, text in here.in_plain_digits.case.lead_in:
        if _may_state(text):
            stated = True
            if (found := _PERIOD.search(text)) and not _is_cut(text, found):
                if found.groups() != _WHOLE:
                    yield from _compare(at, text, found)
                return
    if stated:
        raise Undecided(Text("提到了数据期限，但没有写明起止日期", "a data period is mentioned, but not by its dates"))


def _compare(at: str, text: str, found: re.Match[str]) -> Iterator[Finding]:
    start, end = (int(found[1]), int(found[2] or 1)), (int(found[3]), int(found[4] or 31))
    if (start, end) != ((1, 1), (12, 31)):
        new = any(word in text for word in _NEW)
        values = {"start": f"{start[0]}月{start[1]}日", "end": f"{end[0]}月{end[1]}日"}
        yield Finding(at, values, severity=Severity.INFO if new else None)


def _is_cut(text: str, found: re.Match[str]) -> bool:
    """Whether a line ends within the last day: 12月3 and, on the next line, 1日."""
    return found.end() == len(text) and len(found[4] or "") == 1 and not text.endswith("日")


def _may_state(text: str) -> bool:
    if "期" in text or "时" in text or "数据" in text:
        for word in _WORDS:
            if word in text:
                return True
    return False
