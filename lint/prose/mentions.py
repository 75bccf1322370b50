"""The sentences of a report in which something is counted, and each count with the words around it."""

from collections.abc import Iterator
from typing import NamedTuple

from lint.model.case import Case
from lint.model.pattern import Pattern
from lint.prose.quantities import Quantity, quantities
from lint.prose.sentences import FIGURE, Sentence, counted

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
    return sentences_holding(case, FIGURE)


def sentences_holding(case: Case, sign: Pattern) -> Iterator[Sentence]:
    """The sentences that hold a sign, as they are written, and speak of anything a report counts."""
    return (one for one in case.once(counted) if sign.search(one.raw))


def mentions(sentence: Sentence) -> Iterator[Mention]:
    """The counts of a sentence in order."""
    text, end = sentence.text, 0
    for quantity in quantities(text):
        lead = text[end : quantity.start]
        yield Mention(sentence, quantity, _last_clause(lead), lead, _first_clause(text, quantity.end))
        end = quantity.end


def _last_clause(lead: str) -> str:
    return lead[max(map(lead.rfind, _CLAUSE_ENDS)) + 1 :]


def _first_clause(text: str, start: int) -> str:
    end = _CLAUSE_END.search(text, start)
    return text[start : end.start()] if end else text[start:]
