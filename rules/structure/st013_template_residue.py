"""Nothing of a template is left in the text."""

import re
from collections.abc import Iterator

from lint.authoring import Finding, Node, Pattern, Severity, followed

_UNITS = "年|件|条|篇|次|期|场|份|万元|人次"
_TO_CONFIRM = Pattern(
    r"[（(【\[][^（()）【】\[\]。，]{0,8}(?:待|请|需|须)(?:再|进一步)?(?:核实|核对|确认|定)[！!。？?]{0,3}\s{0,2}[）)】\]]"
)
_OPEN = ("核实", "核对", "确认", "定")  # the end of what is to be confirmed
_BRACKETS, _MARKS = "）)】]", "！!。？?"
_ENDS = frozenset("实对认定！!。？?")
_NEAR = 8  # signs before a bracket: such an end, marks and blanks
_TWICE = tuple((sign, ("X", "Ｘ", "×")) for sign in "XＸ×")
_OF_DAY = tuple((sign, ("月",)) for sign in "XＸ×x")
_PATTERNS = (  # each with the rarest sign of what it needs and what stands behind it: looking for them is quick
    ((("描", ("述",)),), Pattern(r"[（(]\s{0,2}文字描述[^（()）]{0,40}[）)]")),
    ((("该", ("部分以",)),), Pattern(r"该部分以表格形式报告")),
    (
        (("此", ("处",)),),
        Pattern(r"[（(【]\s{0,2}此处[^（()）【】]{0,20}(?:填写|填报|插入|描述)[^（()）【】]{0,20}[）)】]"),
    ),
    (
        (*_TWICE, ("x", ("x",))),
        Pattern(
            r"(?<![A-Za-zＸ×诉告与-])(?:[XＸ×]{2,4}|xx)\s{0,2}"
            rf"(?:局(?!长)|厅(?!长)|委员会|街道|[市县区][\u4e00-\u9fff]{{0,10}}(?:局|人民政府|街道)|镇(?!长)|乡(?!长)|(?:{_UNITS})(?![A-Za-z]))"
        ),
    ),
    (
        (("_", ("__",)), ("＿", ("＿",))),
        Pattern(rf"(?<![A-Za-z0-9_＿/.-])(?:_{{3,20}}|＿{{2,20}})\s{{0,2}}(?:{_UNITS}|[局厅镇乡月日])"),
    ),
    ((("【", ("",)),), Pattern(r"【\s{0,4}】")),
    (
        (("〇", ("〇", "○")), ("○", ("〇", "○"))),
        Pattern(rf"(?<![二一三四五六七八九零〇○])[〇○]{{2,4}}\s{{0,2}}(?:{_UNITS})"),
    ),
    (  # at the end of a clause: bold words of a mark-up stand elsewhere
        (("*", ("*", "＊")), ("＊", ("*", "＊")), ("?", ("",)), ("？", ("",))),
        Pattern(
            r"(?<=[\u4e00-\u9fff])(?:[*＊]{2,6}|[?？]{1,4})\s{0,2}(?:条|件|篇|份|人?次|万元)(?=[，。；、,;）)]|其中)"
        ),
    ),
    (_OF_DAY, Pattern(r"(?<![A-Za-z\d])[XＸ×x]{1,2}月\s?[XＸ×x]{1,2}\s?日")),
    (
        (("待", ("补", "填", "更新", "完善")),),
        Pattern(r"[（(【\[]\s{0,2}(?:此处|数据|内容)?待(?:补充?|填[写报]?|更新|完善)\s{0,2}[）)】\]]"),
    ),
    (
        (("待", ("补", "填", "更新", "完善")),),
        Pattern(rf"(?:信息|申请|公开|收到|办结|共计|合计|共)\s?待(?:补充|填写?)\s?(?:{_UNITS})(?=[，。；、,;]|$)"),
    ),
    ((("D", ("O",)), ("B", ("D",))), Pattern(r"(?<![A-Za-z])(?:TODO|TBD)(?![A-Za-z])")),
)
_LOOKS: dict[str, dict[tuple[str, ...], list[Pattern]]] = {}  # by their sign, and what stands behind it
for _looks, _pattern in _PATTERNS:
    for _sign, _behind in _looks:
        _LOOKS.setdefault(_sign, {}).setdefault(_behind, []).append(_pattern)
_BY_SIGN = tuple(_LOOKS.items())

_TO_CHECK = Pattern("核实|核对|确认|[待请需须](?:再|进一步)?定")
# A number within a left-over may be somebody's: it is not told.
_DIGITS = Pattern(r"[0-9０-９][0-9０-９Xx -]{4,40}[0-9０-９Xx]")


def check(here: Node) -> Iterator[Finding]:
    """One finding for each piece of text that holds a left-over."""
    joined = here.case.joined
    patterns = [pattern for pattern in _hinted(joined) if pattern.search(joined)]
    for at, text in here.case.texts if patterns else ():
        matches = [match for pattern in patterns if (match := pattern.search(text))]
        if matches:
            found = min(matches, key=re.Match.start)
            # 待核实 may be meant for readers; all else is left in for certain.
            severity = Severity.WARNING if _TO_CHECK.search(found[0]) else None
            yield Finding(at, {"found": _DIGITS.sub("…", found[0])[:40]}, severity=severity)


def _hinted(text: str) -> list[Pattern]:
    """A quick look: the patterns that may occur at all. Most reports have few of the signs."""
    seen = [(sign, below) for sign, below in _BY_SIGN if sign in text]
    looks = [(sign, behind, patterns) for sign, below in seen for behind, patterns in below.items()]
    found = [one for sign, behind, patterns in looks if followed(text, sign, behind) for one in patterns]
    if any([_closes(text, bracket) for bracket in _BRACKETS]):  # noqa: C419 - no generator for a few
        found.append(_TO_CONFIRM)
    return list(dict.fromkeys(found))


def _closes(text: str, bracket: str) -> bool:
    """Whether a bracket is closed right behind what is to be confirmed."""
    at = text.find(bracket)
    while at >= 0:
        last = text[at - 1]
        if (last in _ENDS or last.isspace()) and text[max(0, at - _NEAR) : at].rstrip().rstrip(_MARKS).endswith(_OPEN):
            return True
        at = text.find(bracket, at + 1)
    return False
