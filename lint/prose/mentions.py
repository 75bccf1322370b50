"""The sentences of a report in which something is counted, and each count with the words around it."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeAlias

from lint.model.case import Case
from lint.model.pattern import Pattern
from lint.prose.quantities import Quantity, quantities
from lint.prose.sentences import FIGURE, Sentence, counted

Holds: TypeAlias = Callable[[str], object]  # says whether a text holds a sign, truly or not: a quick look

_CLAUSE_ENDS = ",;:()"
_CLAUSE_END = Pattern(r"[,;:()、。]")


class Mention(NamedTuple):
    """A count in a sentence.

    ``clause`` are the words of its own clause before it, ``lead`` all words since the count before, ``behind`` the
    words after it in its own clause.
    """

    sentence: Sentence
    quantity: Quantity
    clause: str
    lead: str
    behind: str


def sentences_of(case: Case) -> Iterator[Sentence]:
    """The sentences with a count that speak of anything a report counts, in document order."""
    return (one for one in case.once(counted) if FIGURE.search(one.raw))


def sentences_holding(case: Case, holds: Holds) -> Iterable[Sentence]:
    """The sentences that hold a sign, as they are written, and speak of anything a report counts."""
    if not holds(case.once(_joined)):
        return ()
    return [one for one in case.once(counted) if holds(one.raw)]


def _joined(case: Case) -> str:
    """All such sentences, a line for each: for a quick look."""
    return "\n".join([one.raw for one in case.once(counted)])


def mentions(sentence: Sentence) -> Iterator[Mention]:
    """The counts of a sentence in order."""
    text, end = sentence.text, 0
    for quantity in quantities(text):
        lead = text[end : quantity.start]
        yield Mention(sentence, quantity, _last_clause(lead), lead, _first_clause(text, quantity.end))
        end = quantity.end


def _last_clause(lead: str) -> str:
    for end in _CLAUSE_ENDS:
        if end in lead:
            lead = lead[lead.rindex(end) + 1 :]
    return lead


def _first_clause(text: str, start: int) -> str:
    end = _CLAUSE_END.search(text, start)
    return text[start : end.start()] if end else text[start:]
