"""Text whose lines end at a width: every line came as a paragraph of its own, and its sentences go over several."""

from collections import Counter
from collections.abc import Sequence

from lint.model.case import Case
from lint.model.pattern import Pattern
from lint.model.pointer import Pointer

_ENDED = frozenset("。｡.；;：:！!？?…）)”’》】")
_SHORTEST = 20  # a line of fewer characters is no line of a wrapped text
_FEWEST = 4
_SHARE = (3, 5)
_APART = 1  # digits and marks of half width make lines a little longer or shorter
_PAGE_NUMBER = Pattern(r"[\s\-—－–·第]{0,8}\d{1,3}[\s\-—－–·页]{0,8}")
_STARTS = Pattern(r"[\s　]|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]")


def pieces_of(case: Case) -> Sequence[tuple[Pointer, str]]:
    """The pieces of text of a report, in document order; those that one paragraph was cut into are one again.

    A joined piece has the pointer of its first line.
    """
    texts = case.texts
    width = _width([text for at, text in texts if at != "/title" and text])
    return _joined(texts, width) if width else texts


def _width(texts: Sequence[str]) -> int:
    """The width at which lines end, 0 where most end with their sentence or where they please."""
    cut = [len(text) for text in texts if len(text) >= _SHORTEST and text[-1] not in _ENDED]
    if len(cut) < _FEWEST:
        return 0
    lengths = Counter(cut)
    width = max(lengths, key=lambda one: (_near(lengths, one), one))
    share, of = _SHARE
    enough = _near(lengths, width) >= max(_FEWEST, len(cut) * share // of)
    return width if enough and max(map(len, texts)) <= width + 2 * _APART else 0


def _near(lengths: Counter[int], width: int) -> int:
    return sum(lengths[width + by] for by in range(-_APART, _APART + 1))


def _joined(texts: Sequence[tuple[Pointer, str]], width: int) -> list[tuple[Pointer, str]]:
    found: list[tuple[Pointer, str]] = []
    goes_on = False
    for at, text in texts:
        if _PAGE_NUMBER.fullmatch(text):
            continue
        same = bool(found) and _section(found[-1][0]) == _section(at)
        if goes_on and same and not _STARTS.match(text):
            found[-1] = (found[-1][0], found[-1][1] + text)
        else:
            found.append((at, text))
        goes_on = bool(text) and len(text) >= width - _APART and text[-1] not in _ENDED
    return found


def _section(at: Pointer) -> str:
    return at.rpartition("/")[0]
