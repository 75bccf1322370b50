"""No paragraph stands twice."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, Pattern, Severity

_LEAST, _LONG = 40, 80  # signs: below the one nothing is said, below the other only within one section
_TAIL, _ENDS = slice(-16, None), 4
_NUMBER = Pattern(r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．是])+")
_LOOSE_SIGNS = ' \t\r\n\u3000\xa0“”"，,。.；;、：:'
_LOOSE = str.maketrans("", "", _LOOSE_SIGNS)
_DIGITS = Pattern(r"[0-9０-９Xx][0-9０-９Xx -]{4,}[0-9０-９Xx]")
_QUOTED = 20


def check(here: Node) -> Iterator[Finding]:
    """Every paragraph that stood before, whatever its number, with the place of the first."""
    texts = [(at, text) for at, text in here.in_plain_digits.case.texts if len(text) >= _LEAST and at != "/title"]
    if not _may_repeat([text for _, text in texts]):
        return
    seen: dict[str, str] = {}
    for at, text in texts:
        plain = _NUMBER.sub("", text.translate(_LOOSE))
        first = seen.setdefault(plain, at)
        if first != at:
            sure = len(plain) >= _LONG or _section(first) == _section(at)
            found = _DIGITS.sub("…", plain[: _QUOTED * 2])[:_QUOTED]
            yield Finding(at, {"found": found}, (first,), None if sure else Severity.INFO)


def _may_repeat(texts: list[str]) -> bool:
    """A quick look at how the paragraphs end: by their last signs, and further only where two have the same."""
    last = [text.rstrip(_LOOSE_SIGNS)[-1:] for text in texts]
    alike = [text for text, sign in zip(texts, last, strict=True) if last.count(sign) > 1]
    ends = {text[_TAIL].translate(_LOOSE)[-_ENDS:] for text in alike}
    return len(ends) < len(alike) or min(map(len, ends), default=_ENDS) < _ENDS


def _section(at: str) -> str:
    return at.rpartition("/")[0]
