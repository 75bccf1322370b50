"""Figures of the text that stand in last year's report for the same things."""

from collections.abc import Iterator
from typing import Any

from lint.authoring import Finding, Node, Pattern, plain_text

_SENTENCE = Pattern(r"[^。；;！!？?\n]{1,2000}")
# The four characters before a figure tell what it counts, as far as they go.
_COUNT = Pattern(r"(?P<what>[\u4e00-\u9fff]{3,4})\d[\d,]{1,11}(?:\.\d{1,4})?(?P<unit>[\u4e00-\u9fff])")
_NO_UNITS = frozenset("年月日号时分秒点度楼室层路弄岁")
_QUOTES_LAST_YEAR = ("上年", "去年", "同比", "较上", "上一年", "以来", "累计")
_YEAR = Pattern(r"(20\d\d)年")
_FEWEST = 5
_SHARE = 3
_SHOWN = 3


def check(here: Node) -> Iterator[Finding]:
    """One finding at the first paragraph that holds such a figure."""
    before = here.before
    now = here.case.once(_counts)
    if len(now) < _FEWEST:
        return
    then = before.case.once(_counts)
    year = str(here.year() - 1)
    same = [words for words in now if words in then]
    if len(same) >= _FEWEST and _SHARE * len(same) >= len(now):
        yield Finding(now[same[0]], {"count": str(len(same)), "year": year, "found": "、".join(same[:_SHOWN])})


def _counts(case: Any) -> dict[str, str]:
    """What the sections count, in words, with the pointer where it stands first."""
    found: dict[str, str] = {}
    year = str(case.report.identity.year)
    for at, text in case.texts:
        if at.startswith("/sections/"):
            for sentence in _SENTENCE.findall(plain_text(text)):
                if not _is_about_another_year(sentence, year):
                    found.update({words: at for words in _counted(sentence) if words not in found})
    return found


def _is_about_another_year(sentence: str, year: str) -> bool:
    others = [named for named in _YEAR.findall(sentence) if named != year]
    return bool(others) or any(words in sentence for words in _QUOTES_LAST_YEAR)


def _counted(sentence: str) -> Iterator[str]:
    for one in _COUNT.finditer(sentence):
        if one["unit"] not in _NO_UNITS and not one["what"].endswith("第"):
            yield one[0]
