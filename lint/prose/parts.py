"""Lists of parts under a whole: 公开信息364条，其中人事类17条、规划类1条…; 公众号8个（5个订阅号、3个服务号）."""

from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import accumulate, combinations
from typing import NamedTuple, TypeAlias

from lint.model.case import Case
from lint.model.pattern import Pattern
from lint.model.pointer import Pointer
from lint.prose.items import Items, is_carried, is_residual, items_of
from lint.prose.kinds import Kind, kind_of
from lint.prose.passages import Count, Cut, Segment, cut
from lint.prose.sentences import Sentence, listing

Cutting: TypeAlias = Callable[[str], Cut]

# Words that begin a list, and those of them after which nothing is left out.
_BEGIN = Pattern("其中|分别为|分别是|包括|包含|涵盖|涉及|具体为|分为")
_LISTING = Pattern(r"其[中他它余]|分别|包[括含]|涵盖|涉及|具体为|分为|中,|\(")
_LEAVES_NOTHING_OUT = frozenset({"分别为", "分别是", "具体为", "分为"})
_AMONG = Pattern("中$")  # 在公开的74条信息中，…
_CHOICE = Pattern("主要|重点|如|例如|仅|尤其|特别|最[高多大]|超过|新增|含|另|包括|其中")
_OF_INFORMATION = Pattern("(?:公开|发布).{0,12}信息")
_NAMES_INFORMATION = Pattern("(?:信息|类|栏|政府)$")
_OF_DOCUMENTS = frozenset("条篇")
_DOCUMENTS = frozenset("条份件篇")
_BY_DISCLOSURE = Pattern("^(?:主动公开|依申请公开|不予公开)")
_FIRST_WORDS = 4
_SEMICOLON = 3
_FEWEST_UNMARKED = 3
_FEWEST_BRACKETED = 2
_QUOTED = 24
_MOST_RIVALS = 8


class Breakdown(NamedTuple):
    """A whole and its parts, in the order of the text.

    ``begun`` is the word that begins the list, "(" for a bracket, "" where no word does. ``complete``: the words leave
    nothing out (其他 as the last item, 分别为, a bracket that holds nothing else). ``clear``: nothing says that the
    items are a choice (等, 主要), and all was understood. ``others`` are the figures before the list that might be the
    whole instead, ``rivals`` what those make together.
    """

    at: Pointer
    whole: Count
    parts: tuple[Count, ...]
    begun: str
    kind: Kind
    complete: bool
    clear: bool
    others: tuple[Decimal, ...]
    rivals: frozenset[Decimal]

    @property
    def total(self) -> Decimal:
        """What the parts add up to."""
        return sum((part.quantity.amount for part in self.parts), Decimal(0))

    @property
    def apart(self) -> bool:
        """Whether no two parts can count the same thing."""
        return self.kind is Kind.APART

    @property
    def overlapping(self) -> bool:
        """Whether two parts may count the same thing: one text on two channels."""
        return self.kind is Kind.OVERLAPPING

    @property
    def mixed(self) -> bool:
        """Whether the parts divide by more than one measure."""
        return self.kind is Kind.MIXED

    @property
    def residual(self) -> bool:
        """Whether the last item is all that is left."""
        return is_residual(self.parts[-1].label or self.parts[-1].behind)

    @property
    def quote(self) -> str:
        """The whole with the words around it."""
        return self.whole.label[-_QUOTED:] + self.whole.written + self.whole.behind[:_QUOTED]

    @property
    def adding(self) -> str:
        """The sum as one writes it: 17+1+308=326."""
        amounts = [f"{part.quantity.amount:f}" for part in self.parts]
        return "+".join(amounts) + (f"={self.total:f}" if len(amounts) > 1 else "")

    @property
    def fits(self) -> bool:
        """Whether the parts, or the first of them, make the whole or another figure told before."""
        sums = accumulate(part.quantity.amount for part in self.parts)
        return any(self.whole.quantity.agrees(one) or one in self.rivals for one in sums)


class _List(NamedTuple):
    """A list to be: the segments before it, its items, how it begins, and what is known of it from there."""

    told: tuple[Segment, ...]
    items: Items
    begun: str
    complete: bool
    clear: bool
    before: tuple[Segment, ...]


def breakdowns_of(case: Case) -> tuple[Breakdown, ...]:
    """All lists of parts of a report, in document order; made once a report by ``case.once``."""
    cut_once: Cutting = lru_cache(maxsize=2)(cut)  # a sentence, and the one before it
    return tuple(
        found
        for passage in case.once(listing)
        if _LISTING.search(passage.text)
        for written in _lists(passage, cut_once)
        if (found := _breakdown(passage, written)) is not None
    )


def _lists(passage: Sentence, cut_once: Cutting) -> Iterator[_List]:
    whole = cut_once(passage.text)
    outside = whole.outside
    begins = [number for number, segment in enumerate(outside) if _begins(segment)]
    for number, begin in enumerate(begins):
        end = (*begins[number + 1 :], len(outside))[0]
        inside = outside[begins[number - 1] + 1 : begin + 1] if number else []
        # Where a list begins within a list, nobody knows where the inner one ends.
        if not number or any(segment.strength == _SEMICOLON for segment in inside):
            written, behind_all = _marked(whole, outside, range(begin, end))
            yield _after(written, cut_once(passage.previous)) if behind_all else written
    if not begins:
        yield from _unmarked(outside)
    for group, inside in whole.inside().items():
        if any(segment.counts for segment in inside):
            yield _bracketed(whole, group, inside)


def _begins(segment: Segment) -> bool:
    return bool(_BEGIN.search(segment.text)) or bool(segment.counts and _AMONG.search(segment.text))


def _marked(whole: Cut, outside: list[Segment], between: range) -> tuple[_List, bool]:
    """The list that a word begins: 其中, 分别为, or the segment …中; whether nothing is counted before it."""
    segment = outside[between.start]
    word = _BEGIN.search(segment.text)
    told, listed = outside[: between.start + (word is None)], outside[between.start + 1 : between.stop]
    if word:
        told += [half._replace(mark=segment.mark) for half in cut(segment.text[: word.start()]).segments]
        listed = [*cut(segment.text[word.end() :]).segments, *listed]
    before = [*whole.segments[: _place(segment, whole.segments)], *told[-1:]]
    begun = word[0] if word else "中"
    if begun in _LEAVES_NOTHING_OUT and not segment.text.startswith(begun) and not told[-1].counts:
        listed = []  # of some only: 一、二季度分别为20件、30件
    if word and _is_item_of(begun, told):
        listed = []
    return _listed(told, listed, begun, before), begun == "其中" and not any(one.counts for one in told)


def _is_item_of(begun: str, told: list[Segment]) -> bool:
    """Whether the figure before begins with the same word and is no whole: 涉及征地的3件；涉及规划的2件，其他4件."""
    counts = (count for segment in reversed(told) for count in segment.counts[:1])
    last = next((count for count in counts if count.quantity.unit != "%"), None)
    return last is not None and begun in last.label


def _after(written: _List, previous: Cut) -> _List:
    """A list whose whole stands in the sentence before it; what was carried over is no whole of what follows."""
    told = tuple(one for one in previous.segments if not any(map(is_carried, one.counts)))
    return written._replace(told=told, before=previous.segments)


def _place(segment: Segment, segments: tuple[Segment, ...]) -> int:
    return next(number for number, one in enumerate(segments) if one is segment)


def _listed(told: list[Segment], listed: list[Segment], begun: str, before: list[Segment]) -> _List:
    items = items_of(listed)
    complete = items.residual or begun in _LEAVES_NOTHING_OUT
    return _List(tuple(told), items, begun, complete, items.clear and not _is_choice(listed), tuple(before))


def _is_choice(listed: list[Segment]) -> bool:
    return bool(listed and _CHOICE.search(listed[0].text[:_FIRST_WORDS]))


def _unmarked(outside: list[Segment]) -> Iterator[_List]:
    """A list that nothing begins: classes of information after all information, 其他 at the end."""
    first = next((number for number, segment in enumerate(outside) if segment.counts), len(outside))
    items = items_of(outside[first + 1 :])
    if not items.residual or len(items.parts) < _FEWEST_UNMARKED:
        return
    whole = outside[first].counts[0]
    named = all(_NAMES_INFORMATION.search(part.label) for part in items.parts)
    if named and _OF_INFORMATION.search(whole.label + whole.behind):
        told = tuple(outside[: first + 1])
        yield _List(told, items, "", complete=True, clear=items.clear, before=told)


def _bracketed(whole: Cut, group: int, inside: list[Segment]) -> _List:
    """The list in a bracket right behind the whole."""
    number = whole.outer[group]
    told = list(whole.segments[number : number + 1]) if number >= 0 else []
    word = _BEGIN.match(inside[0].text)
    if word:
        return _listed(told, [*cut(inside[0].text[word.end() :]).segments, *inside[1:]], "(", told)
    written = _listed(told, inside, "(", told)
    parts = len(written.items.parts)
    everything = parts >= _FEWEST_BRACKETED and parts == sum(len(segment.counts) for segment in inside)
    return written._replace(complete=written.complete or (everything and written.clear))


def _breakdown(passage: Sentence, written: _List) -> Breakdown | None:
    """The list under the figure right before it; None where there is no exact one of its unit."""
    parts = written.items.parts
    known = [count for segment in written.told for count in segment.counts if parts and _alike(count, parts)]
    if not known or known[-1].quantity.about:
        return None
    whole = known[-1]
    every = [count for segment in written.told for count in segment.counts]
    if any(_near_unit(count, whole) for count in every[every.index(whole) + 1 :]):
        return None  # 当面咨询36人次，电话咨询215次，其中…: of which of the two
    before = [count for segment in written.before for count in segment.counts if _alike(count, parts)]
    others = dict.fromkeys(count.quantity.amount for count in known if count.quantity.amount != whole.quantity.amount)
    return Breakdown(
        passage.at,
        whole,
        parts,
        written.begun,
        kind_of((part.label or part.behind for part in parts), of_applications=_is_of_applications(whole)),
        written.complete,
        written.clear,
        tuple(others),
        _rivals([count.quantity.amount for count in before]),
    )


def _is_of_applications(whole: Count) -> bool:
    return "申请" in whole.label + whole.behind and whole.quantity.unit not in _OF_DOCUMENTS


def _alike(count: Count, parts: tuple[Count, ...]) -> bool:
    """Whether a figure has the unit of the parts; documents by their disclosure are counted in several."""
    units = {count.quantity.unit, parts[0].quantity.unit}
    return len(units) == 1 or (units <= _DOCUMENTS and all(_BY_DISCLOSURE.search(part.label) for part in parts))


def _near_unit(count: Count, whole: Count) -> bool:
    """Whether a figure has a unit that differs from another in what stands before it only: 人次, 次."""
    units = (count.quantity.unit, whole.quantity.unit)
    return units[0] != units[1] and any(one.endswith(other) for one, other in (units, units[::-1]))


def _rivals(amounts: Iterable[Decimal]) -> frozenset[Decimal]:
    """Figures before a list, and the sums and differences of two of them: 75件（含结转1件） may be 76 or 74."""
    few = list(dict.fromkeys(amounts))[-_MOST_RIVALS:]
    pairs = list(combinations(few, 2))
    return frozenset([*few, *(one + other for one, other in pairs), *(abs(one - other) for one, other in pairs)])
