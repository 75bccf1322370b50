"""Text whose lines end at a width: every line came as a paragraph of its own, and its sentences go over several."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeAlias

from lint.model.case import Case
from lint.model.pattern import Pattern
from lint.model.pointer import Pointer

_ENDED = frozenset("。｡.；;：:！!？?…）)”’》】")
_SHORTEST = 20  # a line of fewer characters is no line of a wrapped text
_FEWEST = 4
_SHARE = (3, 5)
_PAGE_NUMBER = Pattern(r"[\s\-—－–·第]{0,8}\d{1,3}[\s\-—－–·页]{0,8}")
_STARTS = Pattern(r"[\s　]|[（(]?[一二三四五六七八九十\d]{1,3}(?:[）)、．]|\.(?!\d))")
_WIDE = "\u2000"  # from here on a character takes two columns in the fonts of Chinese text


class _Measure(NamedTuple):
    """How the length of a line is told; a full one may be ``shorter`` by that much than the width, or ``longer``.

    The first line of a paragraph is indented by two characters, or four spaces, which are not kept. No mark begins a
    line: one goes with the line before, or takes a character with it to the next.
    """

    length: Callable[[str], int]
    shorter: int
    longer: int


def _columns(text: str) -> int:
    return len(text) + sum(character >= _WIDE for character in text)


_MEASURES = (_Measure(len, 4, 1), _Measure(_columns, 6, 2))
_Full: TypeAlias = Callable[[str], bool]


def pieces_of(case: Case) -> Sequence[tuple[Pointer, str]]:
    """The pieces of text of a report, in document order; those that one paragraph was cut into are one again.

    A joined piece has the pointer of its first line.
    """
    texts = case.texts
    full = _full([text for at, text in texts if at != "/title" and text])
    return _joined(texts, full) if full else texts


def _full(texts: Sequence[str]) -> _Full | None:
    """What tells a line that goes to the width at which lines end; None where most end as they please."""
    cut = [text for text in texts if text[-1] not in _ENDED and len(text) >= _SHORTEST]
    if len(cut) < _FEWEST:
        return None
    return next((full for measure in _MEASURES if (full := _full_by(measure, texts, cut)) is not None), None)


def _full_by(measure: _Measure, texts: Sequence[str], cut: Sequence[str]) -> _Full | None:
    lengths = Counter(map(measure.length, cut))

    def near(width: int) -> int:
        return sum(lengths[width + by] for by in range(-measure.shorter, measure.longer + 1))

    width = max(lengths, key=lambda one: (near(one), lengths[one]))
    share, of = _SHARE
    enough = near(width) >= max(_FEWEST, len(cut) * share // of)
    if not enough or max(map(measure.length, texts)) > width + measure.longer:
        return None
    return lambda text: measure.length(text) >= width - measure.shorter


def _joined(texts: Sequence[tuple[Pointer, str]], full: _Full) -> list[tuple[Pointer, str]]:
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
        goes_on = bool(text) and text[-1] not in _ENDED and full(text)
    return found


def _section(at: Pointer) -> str:
    return at.rpartition("/")[0]
