"""Applications that were all granted by the text, while table three has other results."""

from collections.abc import Iterator
from decimal import Decimal

from lint.authoring import (
    MAY_SPEAK_OF,
    Clause,
    Finding,
    Node,
    Pattern,
    Undecided,
    Words,
    accepted,
    clauses_of,
    elsewhere,
    findings_of,
    names_another,
    of_another_year,
    quantities,
)

_ALL = Words("均", "全部", "都")
_ALL_GRANTED = Pattern(
    r"(?:均|全部|都)(?:已|依法|依规|按期|按时|及时|在规定时间内|作出){0,3}(?:予以公开|同意公开|准予公开)(?!和|或|、|及|与|的|答复)"
)
_APPLICATIONS = Pattern(r"(?:信息公开|依申请公开|政府信息|公开)(?:的)?申请|依申请公开")
_SOME = Pattern(r"其中|其余|部分|符合|涉及|关于|类|网上|信函|当面|可以公开|应当|应予|除|季度|半年|自然人|企业")
_OTHERS = ("partial", "denied", "unavailable", "not_processed", "other_results")


def check(here: Node) -> Iterator[Finding]:
    """Whether table three has applications with another result than the one that all had by the text."""
    yield from findings_of(_answer(here, clause) for clause in clauses_of(here.case, _ALL.any_in, _ALL_GRANTED))


def _answer(here: Node, clause: Clause) -> Finding | Undecided | None:
    """The finding of a clause, why it cannot be decided, or nothing."""
    found = _ALL_GRANTED.search(clause.text)
    said = clause.lead + clause.text[: found.end()] if found else ""
    if not said or not _APPLICATIONS.search(said) or _SOME.search(said) or of_another_year(said, here.case):
        return None
    try:
        received = accepted(here.case, "received")
    except Undecided as reason:
        return Undecided(reason.told, clause.at)
    stated = [one for one in quantities(said) if one.unit in ("件", "份", "宗", "条", "起", "个")]
    others = sum((_least(here, topic) for topic in _OTHERS), Decimal(0))
    if others <= 0 or not stated or not received.holds(stated[0]):
        return None
    if scope := elsewhere(said):
        return Undecided(MAY_SPEAK_OF.fill({"quote": clause.text, "scope": scope}), clause.at)
    if names_another(said, here.case):
        return None
    return Finding(clause.at, {"found": said[-_QUOTED:], "others": f"{others:f}"}, received.cells)


_QUOTED = 40


def _least(here: Node, topic: str) -> Decimal:
    """How many applications have a result for sure; what is blank may be none."""
    try:
        return min(accepted(here.case, topic, exact=True).values)
    except Undecided:
        return Decimal(0)
