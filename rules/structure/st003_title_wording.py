"""Section titles are those of the form, word for word."""

import unicodedata
from collections.abc import Iterator
from functools import cache

from lint.authoring import BEFORE_THE_FORM, NO_HEADINGS, Finding, Heading, Node, Pattern, Severity, Undecided

_FORM = 2019
_GLUED = 12  # so much more than the title is no title: text that stands in the same line
# The words of the form itself, its longer titles included: the layouts also list what readers accept beyond them, and a
# rule sees no layout, so that it asks the same whatever the readers learn to recognise.
_TITLES = {
    "overview": ("一、总体情况",),
    "proactive": ("二、主动公开政府信息情况", "行政机关主动公开政府信息情况"),
    "applications": ("三、收到和处理政府信息公开申请情况", "行政机关收到和处理政府信息公开申请情况"),
    "disputes": ("四、政府信息公开行政复议、行政诉讼情况", "因政府信息公开工作被申请行政复议、提起行政诉讼情况"),
    "problems": ("五、存在的主要问题及改进情况", "政府信息公开工作存在的主要问题及改进情况"),
    "other": ("六、其他需要报告的事项",),
}
_NUMBER = Pattern(r"[(（]?(?:[一二三四五六七八九十]|\d{1,2})[)）]?[、.,:]")
_SIGNS = Pattern(r"[\s、,.。:：;；*#|()“”\"'·\u200b-\u200d\ufeff]")
_JOINING = Pattern(r"[及和与的以或]")


def _plain(text: str) -> str:
    written = unicodedata.normalize("NFKC", text).strip(" *#")
    return _SIGNS.sub("", _NUMBER.sub("", written, count=1) if _NUMBER.match(written) else written)


_EXACT = frozenset((section, title) for section, titles in _TITLES.items() for title in titles)


@cache
def _official(section: str) -> tuple[str, ...]:
    return tuple(map(_plain, _TITLES[section]))


@cache
def _loose(section: str) -> frozenset[str]:
    return frozenset(_JOINING.sub("", title) for title in _official(section))


def check(here: Node) -> Iterator[Finding]:
    """Every heading that is one of the six, against the titles of the form."""
    if (here.identity.year or _FORM) < _FORM:
        raise Undecided(BEFORE_THE_FORM)
    headings = here.document.headings
    if headings and _EXACT.issuperset([(heading.section, heading.text) for heading in headings]):
        return
    known = [heading for heading in headings if heading.text and heading.section in _TITLES]
    if not known:
        raise Undecided(NO_HEADINGS)
    told = set()
    for heading in known:
        if heading.text not in told:
            told.add(heading.text)
            yield from _compare(heading, heading.section or "")


def _compare(heading: Heading, section: str) -> Iterator[Finding]:
    if (section, heading.text) in _EXACT:
        return
    plain = _plain(heading.text)
    if any(plain == title or _glued(plain, title) for title in _official(section)):
        return
    values = {"actual": heading.text[:60], "expected": _TITLES[section][0]}
    severity = Severity.INFO if _JOINING.sub("", plain) in _loose(section) else None
    yield Finding(f"/sections/{section}/heading", values, severity=severity, place=heading.place)


def _glued(plain: str, title: str) -> bool:
    return plain.startswith(title) and len(plain) - len(title) >= _GLUED
