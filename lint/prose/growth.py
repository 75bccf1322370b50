"""Growth in the prose: 收到申请110件，较上年的100件增长10%; 110件，同比增加10件，增长10%; 110件，同比增长10%."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import permutations
from typing import NamedTuple

from lint.model.case import Case
from lint.model.pattern import Pattern
from lint.model.pointer import Pointer
from lint.prose.passages import Count, Segment, cut, passages_of
from lint.prose.sentences import Sentence
from lint.prose.shares import near, rounded

_UP = "增长|上升|增加|提高|上涨|增幅|升高|攀升|多"
_DOWN = "下降|减少|降低|降幅|回落|下滑|少"
_CHANGE = Pattern(rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了|幅度|率|约|为|达到|达){{0,3}}$")
_COMPARED = Pattern(r"同比|[比较].{0,3}(?:上年|去年|上一年|20\d\d年)|相比")
_LAST_YEAR = Pattern(r"上年|去年|上一年度?|20\d\d年")
_OTHER_MEASURE = Pattern("环比|占|平均|季度|半年|翻|倍")
_APPLICATIONS = Pattern(
    r"^(?:其中|20\d\d年度?|全年|本年度?|全[市县区局省]|我[市县区局省]|共|总体|的|,){0,4}(?:收到|受理|新收|接收)?(?:的)?"
    r"(?:政府信息公开|信息公开|依申请公开|政府信息)?的?申请(?:受理)?(?:总?数量?|总?量|总?件数)?"
    r"(?:较上年|较去年|比上年|比去年|与上年相比|同比)"
)
_ALL = 100
_MOST = 8
_FARTHEST = 6
_QUOTED = 24


class Growth(NamedTuple):
    """A growth in per cent, below zero where it says less.

    ``now`` is the figure that grew, None where the text says only that the applications did. ``base`` is the figure
    of last year, told or following from the difference told; None where only last year's report knows it. ``rates``
    are those between any two figures of the unit around.
    """

    at: Pointer
    percent: Count
    sign: int
    now: Count | None
    base: Decimal | None
    rates: tuple[Decimal, ...]
    quote: str

    def fits(self, now: Decimal, base: Decimal) -> bool:
        """Whether it is the growth from one figure to another, rounded or cut off to the digits printed."""
        return bool(base) and self._is(_rate(now, base))

    def of(self, now: Decimal, base: Decimal) -> str:
        """The growth with as many digits as printed."""
        return f"{rounded(self.percent, _rate(now, base)):f}"

    def fits_any(self) -> bool:
        """Whether two of the figures around give it."""
        return any(map(self._is, self.rates))

    def _is(self, rate: Decimal) -> bool:
        return near(self.percent, self.sign * rate)


def _rate(now: Decimal, base: Decimal) -> Decimal:
    return (now - base) / base * _ALL


def growths_of(case: Case) -> tuple[Growth, ...]:
    """Every growth of a figure, or of the applications, over last year; in document order."""
    return tuple(growth for passage in _passages(case) for growth in _growths(passage, case.report.identity.year))


def _passages(case: Case) -> Iterator[Sentence]:
    return (one for one in case.once(passages_of) if "%" in one.text and _COMPARED.search(one.text))


def _growths(passage: Sentence, year: int | None) -> Iterator[Growth]:
    found = [one for before, sign in _changes(passage) if (one := _growth(passage, before, sign, year)) is not None]
    rates = _rates(passage) if found else {}
    return (one._replace(rates=rates[one.now.quantity.unit]) if one.now else one for one in found)


def _changes(passage: Sentence) -> Iterator[tuple["_Before", int]]:
    """The percentages that are a change, each with what stands before it and 1 for more, -1 for less."""
    outside = cut(passage.text).outside
    start = 0
    for number, segment in enumerate(outside):
        start = number if segment.mark == ";" else start
        for place, count in enumerate(segment.counts):
            change = _CHANGE.search(count.label) if count.quantity.unit == "%" and _is_exact(count) else None
            if change:
                near_by = outside[max(start, number - _FARTHEST) : number]
                yield _Before(near_by, segment, segment.counts[:place], count), 1 if change["up"] else -1


class _Before(NamedTuple):
    """A percentage with what stands before it since the last semicolon."""

    segments: list[Segment]
    own: Segment
    counts: tuple[Count, ...]
    percent: Count

    @property
    def figures(self) -> list[Count]:
        """The figures before it, nearest last, back to the last percentage."""
        every = [count for segment in self.segments for count in segment.counts] + list(self.counts)
        last = max((number for number, count in enumerate(every) if count.quantity.unit == "%"), default=-1)
        return every[last + 1 :]

    @property
    def words(self) -> str:
        """The segment before it and its own, up to it."""
        return ",".join([*(segment.text for segment in self.segments[-1:]), self._own])

    @property
    def _own(self) -> str:
        return "".join(f"{count.label}{count.written}" for count in self.counts) + self.percent.label


def _growth(passage: Sentence, before: _Before, sign: int, year: int | None) -> Growth | None:
    words = before.words
    if not _COMPARED.search(words) or _OTHER_MEASURE.search(words):
        return None
    found = _now_and_base(before, year)
    if found is None and not _APPLICATIONS.search(before.percent.label):
        return None
    now, base = found or (None, None)
    first = now or before.percent
    quote = passage.text[first.quantity.start - len(first.label[-_QUOTED:]) : before.percent.quantity.end]
    return Growth(passage.at, before.percent, sign, now, base, (), quote)


def _now_and_base(before: _Before, year: int | None) -> tuple[Count, Decimal | None] | None:
    """The figure that grew, right before the percentage, and that of last year as far as the text tells it."""
    figures = before.figures[-3:]
    last = figures[-1] if figures else None
    if last is None or not _adjoins(before) or not all(_is_exact(one) for one in figures):
        return None
    change, rest = _CHANGE.search(last.label), figures[:-1]
    if change and not rest:
        return None
    others = [one for one in (rest if change else figures) if one.quantity.unit == last.quantity.unit]
    now = next((one for one in reversed(others) if not _is_of_last_year(one, year)), None)
    then = next((one for one in reversed(others) if _is_of_last_year(one, year)), None)
    if now is None:
        return None
    if then is not None:
        return now, then.quantity.amount
    if not change:
        return (now, None) if now is last else None
    by = last.quantity.amount if change["up"] else -last.quantity.amount
    return now, now.quantity.amount - by


def _adjoins(before: _Before) -> bool:
    """Whether the nearest figure stands in the segment of the percentage, or in that before it."""
    return bool(before.counts) or bool(before.segments and before.segments[-1].counts)


def _is_of_last_year(count: Count, year: int | None) -> bool:
    found = _LAST_YEAR.search(count.label)
    return bool(found and not _CHANGE.search(count.label) and found[0] != f"{year}年")


def _rates(passage: Sentence) -> dict[str, tuple[Decimal, ...]]:
    """The growth between any two figures of a unit in a sentence and the one before it, by unit."""
    known: dict[str, dict[Decimal, None]] = {}
    for segment in (*cut(passage.previous).segments, *cut(passage.text).segments):
        for count in segment.counts:
            known.setdefault(count.quantity.unit, {})[count.quantity.amount] = None
    pairs = {unit: permutations(list(amounts)[:_MOST], 2) for unit, amounts in known.items()}
    return {unit: tuple(_rate(now, base) for now, base in found if base) for unit, found in pairs.items()}


def _is_exact(count: Count) -> bool:
    return not count.quantity.about and count.quantity.step <= 1
