"""Nothing of a template is left in the text."""

import re
from collections.abc import Iterator

from lint.authoring import Finding, Node, Pattern, Severity

_UNITS = "年|件|条|篇|次|期|场|份|万元|人次"
_PATTERNS = (  # each with the signs or words that it needs: looking for them is quick
    (("文字描述",), Pattern(r"[（(]\s{0,2}文字描述[^（()）]{0,40}[）)]")),
    (("该部分以",), Pattern(r"该部分以表格形式报告")),
    (("此处",), Pattern(r"[（(【]\s{0,2}此处[^（()）【】]{0,20}(?:填写|填报|插入|描述)[^（()）【】]{0,20}[）)】]")),
    (
        "XＸ×x",
        Pattern(
            r"(?<![A-Za-zＸ×诉告与-])(?:[XＸ×]{2,4}|xx)\s{0,2}"
            rf"(?:局(?!长)|厅(?!长)|委员会|街道|[市县区][\u4e00-\u9fff]{{0,10}}(?:局|人民政府|街道)|镇(?!长)|乡(?!长)|(?:{_UNITS})(?![A-Za-z]))"
        ),
    ),
    (
        "_＿",
        Pattern(rf"(?<![A-Za-z0-9_＿/.-])(?:_{{3,20}}|＿{{2,20}})\s{{0,2}}(?:{_UNITS}|[局厅镇乡月日])"),
    ),
    ("【", Pattern(r"【\s{0,4}】")),
    ("〇○", Pattern(rf"(?<![二一三四五六七八九零〇○])[〇○]{{2,4}}\s{{0,2}}(?:{_UNITS})")),
    (  # at the end of a clause: bold words of a mark-up stand elsewhere
        "*＊?？",
        Pattern(
            r"(?<=[\u4e00-\u9fff])(?:[*＊]{2,6}|[?？]{1,4})\s{0,2}(?:条|件|篇|份|人?次|万元)(?=[，。；、,;）)]|其中)"
        ),
    ),
    (("X月", "Ｘ月", "×月", "x月"), Pattern(r"(?<![A-Za-z\d])[XＸ×x]{1,2}月\s?[XＸ×x]{1,2}\s?日")),
    (
        ("待补", "待填", "待更新", "待完善"),
        Pattern(r"[（(【\[]\s{0,2}(?:此处|数据|内容)?待(?:补充?|填[写报]?|更新|完善)\s{0,2}[）)】\]]"),
    ),
    (
        ("待补", "待填"),
        Pattern(rf"(?:信息|申请|公开|收到|办结|共计|合计|共)\s?待(?:补充|填写?)\s?(?:{_UNITS})(?=[，。；、,;]|$)"),
    ),
    (
        ("核实", "核对", "待确认", "待定"),
        Pattern(
            r"[（(【\[][^（()）【】\[\]。，]{0,8}(?:待|请|需|须)(?:再|进一步)?(?:核实|核对|确认|定)[！!。？?]{0,3}\s{0,2}[）)】\]]"
        ),
    ),
    (("TODO", "TBD"), Pattern(r"(?<![A-Za-z])(?:TODO|TBD)(?![A-Za-z])")),
)

_TO_CHECK = Pattern("核实|核对|确认|待定")
# A number within a left-over may be somebody's: it is not told.
_DIGITS = Pattern(r"[0-9０-９][0-9０-９Xx -]{4,40}[0-9０-９Xx]")
_BY_SIGN = tuple((sign, pattern) for signs, pattern in _PATTERNS for sign in signs)


def check(here: Node) -> Iterator[Finding]:
    """One finding for each piece of text that holds a left-over."""
    joined = here.case.joined
    # The first character alone is looked for much more quickly, and most reports have few of them.
    hinted = [pattern for sign, pattern in _BY_SIGN if sign[0] in joined and sign in joined]
    patterns = [pattern for pattern in dict.fromkeys(hinted) if pattern.search(joined)]
    for at, text in here.case.texts if patterns else ():
        matches = [match for pattern in patterns if (match := pattern.search(text))]
        if matches:
            found = min(matches, key=re.Match.start)
            # 待核实 may be meant for readers; all else is left in for certain.
            severity = Severity.WARNING if _TO_CHECK.search(found[0]) else None
            yield Finding(at, {"found": _DIGITS.sub("…", found[0])[:40]}, severity=severity)
