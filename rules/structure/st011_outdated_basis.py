"""Documents and articles named as the basis of the report are in force."""

import re
from collections.abc import Iterator

from lint.authoring import Finding, Node, Pattern, followed

_FORM, _REVISED = 2019, 2021
_TRIAL = Pattern(r"国办公开办函\s{0,2}[〔\[(（【]2019[〕\])）】]\s{0,2}60\s{0,2}号")
_ORDER = Pattern(r"国务院(?:第\s{0,2}492\s{0,2}号令|令\s{0,2}(?:第\s{0,2})?492\s{0,2}号)")
_ARTICLE = Pattern(r"信息公开条例[》>]?[^，。；《]{0,30}?(第三十[一二]条)[^。；]{0,120}?(?:年度报告|编制|公布)")
_HISTORY = ("修订", "废止", "修改", "取代", "替代")
# What took the place of each, named in the same sentence: then the older one is mentioned, not relied on.
_IN_FORCE = {
    _TRIAL: Pattern(r"国办公开办函\s{0,2}[〔\[(（【]2021[〕\])）】]\s{0,2}30\s{0,2}号"),
    _ORDER: Pattern(r"第?\s{0,2}711\s{0,2}号"),
}


def check(here: Node) -> Iterator[Finding]:
    """Each outdated basis once, at the first piece of text that names it."""
    here = here.in_plain_digits
    found = [one for pattern, below in _hinted(here.case.joined) for one in _search(here, pattern, below)]
    year = here.year() if found else _FORM
    for pattern, at, match in found:
        if pattern is _ORDER and year >= _FORM:
            yield Finding(at, {"found": match[0], "instead": "国务院令第711号"})
        elif pattern is _TRIAL and year >= _REVISED:
            yield Finding(at, {"found": match[0], "instead": "国办公开办函〔2021〕30号"})
        elif pattern is _ARTICLE and year >= _FORM:
            yield Finding(at, {"found": f"条例{match[1]}", "instead": "第四十九条、第五十条"})


def _hinted(text: str) -> Iterator[tuple[Pattern, str]]:
    """A quick look: the patterns that may occur at all, each with the places where it counts."""
    if "9" in text:
        if "492" in text:
            yield _ORDER, ""
        if "2019" in text:
            yield _TRIAL, ""
    if followed(text, "第", ("三十",)):
        yield _ARTICLE, "/preamble/"


def _search(here: Node, pattern: Pattern, below: str) -> Iterator[tuple[Pattern, str, re.Match[str]]]:
    for at, text in here.case.texts:
        match = pattern.search(text) if at.startswith(below) else None
        if match:
            around = text[max(0, match.start() - 30) : match.end() + 40]
            beside = pattern in _IN_FORCE and _IN_FORCE[pattern].search(_sentence(text, match))
            if not beside and not any(word in around for word in _HISTORY):
                yield pattern, at, match
                return


def _sentence(text: str, match: re.Match[str]) -> str:
    start = text.rfind("。", 0, match.start()) + 1
    end = text.find("。", match.end())
    return text[start : end if end >= 0 else len(text)]
