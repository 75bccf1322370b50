"""No paragraph stands twice, and no sentence in one section."""

from collections import Counter
from collections.abc import Iterator

from lint.authoring import Finding, Node, Pattern, Severity

_LEAST, _LONG = 40, 80  # signs: below the one nothing is said, below the other only within one section
_SENTENCE, _CLAUSE = 24, 12  # signs: what is shorter may be said again, if not right behind itself
_ENDS = "。；;！!？?\n"
_END = Pattern(f"[{_ENDS}]")
_TAIL, _LAST = slice(-16, None), 8
_NUMBER = Pattern(r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．是])+")
_LOOSE_SIGNS = ' \t\r\n\u3000\xa0“”"，,。.；;、：:'
_LOOSE_WITHIN = "".join(sign for sign in _LOOSE_SIGNS if sign not in _ENDS)
_LOOSE = Pattern(f"[{_LOOSE_SIGNS}]+")
_DIGITS = Pattern(r"[0-9０-９Xx][0-9０-９Xx -]{4,}[0-9０-９Xx]")
_QUOTED = 20


def check(here: Node) -> Iterator[Finding]:
    """Every paragraph that stood before, and every sentence, whatever its number, with the place of the first."""
    case = here.in_plain_digits.case
    if not _a_paragraph_may_repeat(case.texts) and not _a_sentence_may_repeat(case.joined):
        return
    texts = [(at, text) for at, text in case.texts if len(text) >= _SENTENCE and at != "/title"]
    told = set()
    for finding in _paragraphs([(at, text) for at, text in texts if _is_long(text)]):
        told.add(finding.at)
        yield finding
    yield from (one for one in _sentences(texts) if one.at not in told)


def _sentences(texts: list[tuple[str, str]]) -> Iterator[Finding]:
    """Every sentence that stood before in its section, one for each piece of text."""
    seen: dict[tuple[str, str], str] = {}
    for at, text in texts:
        section, before = _section(at), ""
        found = None
        for sentence in _END.split(text):
            if len(sentence) < _CLAUSE:
                before = ""
                continue
            plain = _NUMBER.sub("", _LOOSE.sub("", sentence))
            first = seen.get((section, plain), at if plain == before and len(plain) >= _CLAUSE else None)
            found = found or (first and (plain, first))
            before = plain
            if len(plain) >= _SENTENCE:
                seen.setdefault((section, plain), at)
        if found:
            yield _finding(at, *found, None)


def _paragraphs(texts: list[tuple[str, str]]) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for at, text in texts:
        plain = _NUMBER.sub("", _LOOSE.sub("", text))
        first = seen.setdefault(plain, at)
        if first != at:
            sure = len(plain) >= _LONG or _section(first) == _section(at)
            yield _finding(at, plain, first, None if sure else Severity.INFO)


def _finding(at: str, plain: str, first: str, severity: Severity | None) -> Finding:
    found = _DIGITS.sub("…", plain[: _QUOTED * 2])[:_QUOTED]
    return Finding(at, {"found": found}, (first,), severity)


def _is_long(text: str) -> bool:
    """Whether so many signs stand in a text beside white space, with which columns are set apart."""
    return len(text) >= _LEAST and len("".join(text.split())) >= _LEAST


def _a_paragraph_may_repeat(texts: list[tuple[str, str]]) -> bool:
    """A quick look at how long texts end: by their last signs, and further only where two have the same."""
    long = [text for _, text in texts if len(text) >= _LEAST]
    last = [text.rstrip(_LOOSE_SIGNS)[-1:] for text in long]
    if len(set(last)) == len(last):
        return False
    often = Counter(last)
    alike = [text for text, sign in zip(long, last, strict=True) if often[sign] > 1]
    ends = {_LOOSE.sub("", text[_TAIL])[-_LAST:] for text in alike}
    return len(ends) < len(alike) or min(map(len, ends), default=_LAST) < _LAST


def _a_sentence_may_repeat(text: str) -> bool:
    """A quick look at how sentences end, whose beginnings may be numbered."""
    for sign in _ENDS[1:]:
        text = text.replace(sign, _ENDS[0])
    for sign in _LOOSE_WITHIN[1:]:  # an exchange costs less than to take out what may not be there
        text = text.replace(sign, _LOOSE_WITHIN[0])
    text = text.replace(_LOOSE_WITHIN[0], "")
    ends = [one[-_CLAUSE:] for one in text.split(_ENDS[0]) if len(one) >= _CLAUSE]
    return len(set(ends)) < len(ends)


def _section(at: str) -> str:
    return at.rpartition("/")[0]
