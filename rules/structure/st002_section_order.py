"""The six sections stand once each, in the order of the form, under the numbers one to six."""

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from lint.authoring import BEFORE_THE_FORM, NO_HEADINGS, SECTIONS, Finding, Heading, Node, Pattern, Severity, Undecided

_FORM = 2019
_CONTENTS = 3
_NUMBER = Pattern(r"[（(]?([一二三四五六七八九十]|\d{1,2})[)）]?[、.．,，:：]")
_COUNTED = Pattern(r"\d\s?[件条份]")  # a line cut off in its sentence
_CHINESE = "一二三四五六七八九十"
_FORM_SIGNS = tuple((section, f"{_CHINESE[number]}、") for number, section in enumerate(SECTIONS))
_LEAD_IN = Pattern(r"编制|统计[期时]限|部分组成|[六五七]个?部分|本(?:年度)?报告")


def check(here: Node) -> Iterator[Finding]:
    """Doubled sections, their order, headings that are none of the six, numbers."""
    if (here.identity.year or _FORM) < _FORM:
        raise Undecided(BEFORE_THE_FORM)
    if tuple(map(_first_signs, here.document.headings)) == _FORM_SIGNS:
        return
    headings = [one for one in here.document.headings if one.text and (one.section or not _COUNTED.search(one.text))]
    if not any(heading.section for heading in headings):
        raise Undecided(NO_HEADINGS)
    headings = headings[_contents(headings) :]
    yield from _doubled(headings)
    once = _first_of_each(headings)
    yield from _order(once)
    yield from _added(headings, here)
    yield from _numbers(once, alone=all(heading.section for heading in headings))


def _first_signs(heading: Heading) -> tuple[str | None, str]:
    return heading.section, heading.text[:2]


def _contents(headings: Sequence[Heading]) -> int:
    """How many headings in front are a table of contents: without text, and each stands again later."""
    sections = [heading.section for heading in headings]
    if len(set(sections)) == len(sections):
        return 0
    count = 0
    for number, heading in enumerate(headings):
        if heading.paragraphs or heading.section not in sections[number + 1 :]:
            break
        count = number + 1
    return count if count >= _CONTENTS else 0


def _doubled(headings: Sequence[Heading]) -> Iterator[Finding]:
    known = [heading for heading in headings if heading.section]
    if len({heading.section for heading in known}) == len(known):
        return
    for section in SECTIONS:
        same = [heading for heading in known if heading.section == section]
        if len(same) > 1:
            titles = {_title(heading.text) for heading in same}
            shown = same[0].text if len({heading.text for heading in same}) == 1 else _title(same[0].text)
            certain = len(titles) == 1 and _contradict(same)
            values = {"actual": f"“{shown}”×{len(same)}"}
            severity = None if certain else Severity.WARNING
            yield Finding(f"/sections/{section}", values, severity=severity, place=same[1].place)


def _contradict(same: Sequence[Heading]) -> bool:
    """Whether two of them carry different text of the section itself, not only a lead-in."""
    texts = {"".join(heading.paragraphs) for heading in same}
    return len({text for text in texts if text and not _LEAD_IN.search(text)}) > 1


def _first_of_each(headings: Sequence[Heading]) -> list[Heading]:
    first: dict[str, Heading] = {}
    for heading in headings:
        if heading.section in SECTIONS:
            first.setdefault(heading.section, heading)
    return list(first.values())


def _order(once: Sequence[Heading]) -> Iterator[Finding]:
    for before, heading in pairwise(once):
        if _index(heading) < _index(before):
            values = {"actual": f"“{before.text}” → “{heading.text}”"}
            at = f"/sections/{heading.section}"
            yield Finding(at, values, severity=Severity.WARNING, place=heading.place)
            return


def _added(headings: Sequence[Heading], here: Node) -> Iterator[Finding]:
    """A run of headings that are none of the six; only a warning where it takes numbers of the sections."""
    start = 0
    for known, run in groupby(headings, key=lambda heading: heading.section in SECTIONS):
        added = list(run)
        end = start + len(added)
        if not known:
            around = (*headings[max(start - 1, 0) : start], *added, *headings[end : end + 1])
            values = {"actual": " → ".join(f"“{text}”" for text in _shortened([heading.text for heading in around]))}
            severity = Severity.WARNING if _goes_on(headings, start) else Severity.INFO
            at = next((at for at, text in here.texts if text == added[0].text), "/sections")
            yield Finding(at, values, severity=severity, place=added[0].place)
        start = end


def _shortened(shown: list[str]) -> list[str]:
    return shown if len(shown) <= _CONTENTS else [*shown[:2], "…", shown[-1]]


def _goes_on(headings: Sequence[Heading], start: int) -> bool:
    """Whether the heading at ``start`` has the number after that of the section before it."""
    before, number = (_number(headings[index].text) if index >= 0 else None for index in (start - 1, start))
    return before is not None and number is not None and number == before + 1


def _numbers(once: Sequence[Heading], *, alone: bool) -> Iterator[Finding]:
    """One finding for all numbers: those of the form, unless a section is missing or was added."""
    numbered = [(heading, number) for heading in once if (number := _number(heading.text)) is not None]
    wrong = [heading for heading, number in numbered if number != _index(heading) + 1]
    numbers = [number for _, number in numbered]
    in_order = sorted(numbered, key=lambda one: _index(one[0])) == numbered
    explained = _rising(numbers) and not (alone and len(once) == len(SECTIONS))
    if wrong and in_order and not explained:
        values = {
            "actual": "、".join((*" ", *_CHINESE)[number] if number <= len(_CHINESE) else "…" for number in numbers)
        }
        yield Finding(f"/sections/{wrong[0].section}/heading", values, severity=Severity.WARNING, place=wrong[0].place)
    bare = [heading for heading in once if _number(heading.text) is None]
    if bare and len(once) == len(SECTIONS) and len(numbered) + 1 == len(once):
        at = f"/sections/{bare[0].section}/heading"
        yield Finding(at, {"actual": f"“{bare[0].text}”"}, severity=Severity.INFO, place=bare[0].place)
    arabic = [heading for heading, _ in numbered if not heading.text.lstrip().startswith(tuple(_CHINESE))]
    if arabic:
        at = f"/sections/{arabic[0].section}/heading"
        yield Finding(at, {"actual": f"“{arabic[0].text}”"}, severity=Severity.INFO, place=arabic[0].place)


def _rising(numbers: Sequence[int]) -> bool:
    return all(before < after for before, after in pairwise(numbers))


def _number(text: str) -> int | None:
    found = _NUMBER.match(unicodedata.normalize("NFKC", text).strip())
    if found is None:
        return None
    return int(found[1]) if found[1].isdecimal() else _CHINESE.index(found[1]) + 1


def _title(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).strip()
    found = _NUMBER.match(plain)
    return plain[found.end() :].strip() if found else plain


def _index(heading: Heading) -> int:
    return SECTIONS.index(heading.section or "")
