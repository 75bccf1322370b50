"""A unit stands behind its number."""

import re
from collections.abc import Iterator

from lint.authoring import Finding, Node, Pattern, followed

_END = r"(?=\s{0,2}(?:[，。；、,;）)]|其中|$))"
_BEFORE = r"[\u4e00-\u9fff]{0,8}"
_PATTERNS = (
    Pattern(rf"{_BEFORE}信息[ \u3000\xa0\t]{{0,8}}条{_END}"),
    Pattern(rf"{_BEFORE}(?:信息|申请)[ \u3000\xa0\t]{{1,8}}[条件]{_END}"),
    Pattern(rf"{_BEFORE}(?:共计|合计|总计)[ \u3000\xa0\t]{{0,8}}(?:条|件|篇|次){_END}"),
    Pattern(rf"{_BEFORE}(?:公开|发布|收到|受理|办理|办结)[ \u3000\xa0\t]{{2,8}}(?:条|件|篇|次){_END}"),
)
_UNITS = ("条", "件", "篇", "次")
_GAPS = " \u3000\xa0\t"
# A unit behind one of the words of the patterns, or behind a gap: looked for from the rarer end.
_QUICK = Pattern(
    r"[条件篇次](?<=[息请计开布到理结 \u3000\xa0\t].)(?=\s{0,2}(?:[，。；、,;）)]|其中|$))", re.MULTILINE | re.DOTALL
)


def check(here: Node) -> Iterator[Finding]:
    """One finding for each piece of text, at its first missing number."""
    joined = here.case.joined
    if not _may_miss(joined) or not _QUICK.search(joined):
        return
    for at, text in here.case.texts:
        matches = [match for pattern in _PATTERNS if (match := pattern.search(text))]
        if matches:
            found = min(matches, key=re.Match.start)
            yield Finding(at, {"found": found[0][:40]})


def _may_miss(text: str) -> bool:
    """A quick look: whether there is any gap, or a unit right behind a word that leaves none for the number."""
    for gap in _GAPS:
        if gap in text:
            return True
    return followed(text, "计", _UNITS) or ("条" in text and "信息条" in text)
