"""Shares in the prose: 予以公开42件，占51.85%; 自然人80件、企业1件，分别占98.77%、1.23%; 自然人占98.8%，企业占1.2%."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Context, Decimal
from itertools import combinations, pairwise
from typing import NamedTuple

from lint.model.case import Case
from lint.model.pattern import Pattern
from lint.model.pointer import Pointer
from lint.prose.items import is_residual
from lint.prose.kinds import Kind, kind_of
from lint.prose.passages import Count, Cut, Segment, cut, passages_of
from lint.prose.sentences import Sentence

_SHARE = Pattern(r"占(?P<base>.{0,24})$")
# What may stand before 占 where it is the figure's own share: 合计占, 线上占 are those of something else.
_OWN_SHARE = Pattern("^(?:分别|依次|各自?|约|大约|将近|仅|只|也|均|其|数量|件数|申请量|[，,]){0,4}占")
_CHANGE = Pattern("提高|上升|下降|增|减|降|同比|环比")
_MARKS_OF_BASE = (
    "比例|比重|比|总数|总量|总件数|总条数|总|全部|所有|全年|年度|本年|当年|数量|数|量|的|为|是|达到|达|到|约|其|整体"
)
_PLAIN_BASE = Pattern(rf"^(?:{_MARKS_OF_BASE}|分别|各){{0,8}}$")
_APPLICATION_BASE = Pattern(
    rf"^(?:{_MARKS_OF_BASE}|分别|各|政府信息公开|信息公开|依申请公开|申请|受理|收到|办理|办结|答复|件){{0,10}}$"
)
_OF = Pattern("(?:的|总数|总量|数量|比例|比重|为|约|达){0,4}")
_WITH_WHOLE = 3
_MOST = 8
_MOST_KNOWN = 40
_FEWEST = 2
_QUOTED = 24
_ALL = 100
_WIDE = Context(prec=60)  # figures of 15 digits over such of 8 decimals


class Share(NamedTuple):
    """A figure and its share of a whole that the sentence names.

    ``whole`` is the only figure before it that may be the whole, None where there are several or none; ``known`` are
    all figures that it may be taken of, as far as the sentence and the one before it tell. ``of_applications``: the
    words name the applications as the whole.
    """

    at: Pointer
    part: Count
    percent: Count
    whole: Decimal | None
    known: frozenset[Decimal]
    of_applications: bool
    quote: str

    @property
    def fits(self) -> bool:
        """Whether it is the share of a figure around."""
        return any(map(self.is_of, (self.whole or Decimal(0), *self.known)))

    def is_of(self, whole: Decimal) -> bool:
        """Whether the part is the share of a whole, rounded or cut off to the digits printed."""
        return bool(whole) and near(self.percent, self.part.quantity.amount / whole * _ALL)

    def of(self, whole: Decimal) -> str:
        """The share of a whole with as many digits as printed."""
        return f"{rounded(self.percent, self.part.quantity.amount / whole * _ALL):f}"


class Shares(NamedTuple):
    """Shares of one whole without its figure: their sum, and whether it is at odds with 100 %."""

    at: Pointer
    percents: tuple[Count, ...]
    quote: str

    @property
    def total(self) -> Decimal:
        """The sum of the shares."""
        return sum((one.quantity.amount for one in self.percents), Decimal(0))


def near(printed: Count, exact: Decimal) -> bool:
    """Whether a printed figure is an exact one, rounded or cut off: less than a unit of its last digit away."""
    return abs(printed.quantity.amount - exact) < printed.quantity.step


def rounded(printed: Count, exact: Decimal) -> Decimal:
    """An exact figure with as many digits as a printed one."""
    return exact.quantize(printed.quantity.step, ROUND_HALF_UP, _WIDE)


def shares_of(case: Case) -> tuple[Share, ...]:
    """The shares of figures, in document order."""
    return tuple(share for passage in _passages(case) for share in _shares(passage))


def sums_of_shares(case: Case) -> tuple[Shares, ...]:
    """The lists of shares without figures that cannot be right: more than 100 %, or less with all named."""
    return tuple(found for passage in _passages(case) if (found := _sum(passage)) is not None)


def _passages(case: Case) -> Iterator[Sentence]:
    return (passage for passage in case.once(passages_of) if "%" in passage.text and "占" in passage.text)


def _shares(passage: Sentence) -> Iterator[Share]:
    whole = cut(passage.text)
    outside = whole.outside
    pairs = [pair for number in range(len(outside)) for pair in _pairs(outside, number)]
    pairs += [pair for group, inside in whole.inside().items() for pair in _in_bracket(whole, group, inside)]
    parts = {part.quantity.start for part, _ in pairs}
    around = [count for one in (*cut(passage.previous).segments, *whole.segments) for count in one.counts]
    yield from _explicit(passage, outside, around)
    for part, percent in pairs:
        found = _SHARE.search(percent.label)
        base = found["base"] if found else ""
        of_applications = not _PLAIN_BASE.match(base)
        if not of_applications or _APPLICATION_BASE.match(base):
            before = _before(outside, part)
            wholes = {count.quantity.amount for count in before if count.quantity.start not in parts}
            exact = len(wholes) == 1 and not any(count.quantity.about for count in before)
            text = passage.text[part.quantity.start - len(part.label[-_QUOTED:]) : percent.quantity.end]
            known = frozenset(_known(around, part)) if exact else frozenset[Decimal]()
            yield Share(passage.at, part, percent, min(wholes) if exact else None, known, of_applications, text)


def _explicit(passage: Sentence, outside: list[Segment], around: list[Count]) -> Iterator[Share]:
    """网上申请8件，占全部申请12件的66.7%: the words name the whole with its figure."""
    for before, segment in pairwise(outside):
        figures = [*before.counts[-1:], *segment.counts]
        if len(figures) == _WITH_WHOLE and all(map(_is_exact, figures)):
            part, whole, percent = figures
            units = (part.quantity.unit == whole.quantity.unit, percent.quantity.unit)
            if units == (True, "%") and whole.label.startswith("占") and _OF.fullmatch(percent.label):
                text = passage.text[part.quantity.start - len(part.label[-_QUOTED:]) : percent.quantity.end]
                known = frozenset(_known(around, part))
                yield Share(passage.at, part, percent, whole.quantity.amount, known, of_applications=False, quote=text)


def _before(outside: list[Segment], part: Count) -> list[Count]:
    """The figures of the same unit outside of brackets that stand before a part."""
    return [
        count
        for segment in outside
        for count in segment.counts
        if count.quantity.unit == part.quantity.unit and count.quantity.start < part.quantity.start
    ]


def _known(around: list[Count], part: Count) -> Iterator[Decimal]:
    """The figures of the same unit around, and what two of the first of them make."""
    known = list(dict.fromkeys(one.quantity.amount for one in around if one.quantity.unit == part.quantity.unit))
    yield from known[:_MOST_KNOWN]
    for one, other in combinations(known[:_MOST], 2):
        yield one + other
        yield abs(one - other)


def _pairs(segments: list[Segment], number: int) -> Iterator[tuple[Count, Count]]:
    """The figures of a segment that says 占…%, each with its share; the figures stand right before."""
    percents = _percents(segments, number)
    if not percents:
        return
    own = [count for count in segments[number].counts if count.quantity.start < percents[0].quantity.start]
    if not own and not _OWN_SHARE.match(percents[0].label):
        return
    before = [count for segment in segments[max(0, number - len(percents)) : number] for count in segment.counts]
    figures = [count for count in (*before, *own) if count.quantity.unit != "%"][-len(percents) :]
    adjoins = bool(own) or (number > 0 and bool(segments[number - 1].counts))
    if adjoins and len(figures) == len(percents) and all(map(_is_exact, (*figures, *percents))):
        yield from zip(figures, percents, strict=True)


def _percents(segments: list[Segment], number: int) -> list[Count]:
    """The shares that a segment states; with 分别 those of the segments behind it too."""
    segment = segments[number]
    found = [count for count in segment.counts if count.quantity.unit == "%"]
    if not found or not _SHARE.search(found[0].label) or _CHANGE.search(found[0].label):
        return []
    if "分别" not in segment.text and "各占" not in segment.text:
        return found[:1]
    for behind in segments[number + 1 :]:
        if not behind.counts or behind.counts[0].quantity.unit != "%" or behind.counts[0].label:
            break
        found += behind.counts
    return [count for count in found if count.quantity.unit == "%"]


def _in_bracket(whole: Cut, group: int, inside: list[Segment]) -> Iterator[tuple[Count, Count]]:
    """42件（占51.85%）: the figure stands before the bracket."""
    number = whole.outer[group]
    if number >= 0 and len(inside) == 1 and inside[0].text.startswith("占"):
        yield from _pairs([whole.segments[number], inside[0]], 1)


def _sum(passage: Sentence) -> Shares | None:
    """The shares X占a%，Y占b% of a sentence, where they do not make 100 %."""
    outside = cut(passage.text).outside
    numbers = [number for number in range(len(outside)) if _percents(outside, number)]
    if len(numbers) < _FEWEST or any(other != one + 1 for one, other in pairwise(numbers)):
        return None
    alone = [outside[number].counts for number in numbers if len(outside[number].counts) == 1]
    if len(alone) < len(numbers) or any(_pairs(outside, numbers[0])):
        return None
    percents = tuple(counts[0] for counts in alone)
    if not all(map(_is_exact, percents)):
        return None
    shares = Shares(passage.at, percents, _quote(passage, percents))
    return shares if _is_wrong(shares, [one.label.partition("占")[0] for one in percents], passage.text) else None


def _is_wrong(shares: Shares, names: list[str], text: str) -> bool:
    if not all(names) or len(set(names)) < len(names) or "其中" in text or "分别" in text:
        return False
    steps = sum((one.quantity.step for one in shares.percents), Decimal(0))
    if shares.total > _ALL + steps:
        return kind_of(names, of_applications="申请" in text) is Kind.APART
    return shares.total < _ALL - steps and is_residual(names[-1])


def _quote(passage: Sentence, percents: tuple[Count, ...]) -> str:
    first = percents[0]
    return passage.text[first.quantity.start - len(first.label) : percents[-1].quantity.end]


def _is_exact(count: Count) -> bool:
    return not count.quantity.about and count.quantity.step <= 1
