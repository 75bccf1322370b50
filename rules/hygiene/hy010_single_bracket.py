"""Brackets and title marks come in pairs."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, Pattern

_PAIRS = (("（(", "）)"), ("《", "》"), ("“", "”"))
# （1） may be written 1）.
_LIST = Pattern(r"(?:^|[。；;，,：:、\s])(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-zA-Z])[）)]")
# Not the sections of the tables, whose cells stand among the text where a table was not recognised.
_PROSE = ("/preamble/", *(f"/sections/{name}/paragraphs/" for name in ("overview", "problems", "other")))
_AROUND = 10
_DIGITS = Pattern(r"[0-9０-９Xx][0-9０-９Xx -]{2,}[0-9０-９Xx]")


def check(here: Node) -> Iterator[Finding]:
    """The first single sign of each pair in each section, where the section as a whole has as few of its fellow."""
    joined = here.case.joined
    uneven = [pair for pair in _PAIRS if _surplus(joined, pair)]
    for pair in uneven:
        for paragraphs in _sections(here):
            texts = [(at, _LIST.sub("　", text)) for at, text in paragraphs]
            if sum(_surplus(text, pair) for _, text in texts):
                found = next(((at, one) for at, text in texts if (one := _single(text, pair))), None)
                if found:
                    yield Finding(found[0], {"found": found[1]})


def _surplus(text: str, pair: tuple[str, str]) -> int:
    opened, closed = pair
    surplus = 0
    for sign in opened:
        surplus += text.count(sign) if sign in text else 0  # to see that there is none is quicker than to count none
    for sign in closed:
        surplus -= text.count(sign) if sign in text else 0
    return surplus


def _sections(here: Node) -> Iterator[list[tuple[str, str]]]:
    for part in _PROSE:
        yield [piece for piece in here.case.texts if piece[0].startswith(part)]


def _single(text: str, pair: tuple[str, str]) -> str | None:
    opened: list[int] = []
    for at, sign in enumerate(text):
        if sign in pair[0]:
            opened.append(at)
        elif sign in pair[1]:
            if not opened:
                return _quote(text[max(0, at - _AROUND) : at + 1])
            opened.pop()
    return _quote(text[opened[0] : opened[0] + _AROUND + 1]) if opened else None


def _quote(text: str) -> str:
    return _DIGITS.sub("…", text)
