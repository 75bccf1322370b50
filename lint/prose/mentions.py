"""The sentences of a report in which something is counted, and each count with the words around it."""

from collections.abc import Iterator
from typing import NamedTuple

from lint.model.case import Case
from lint.model.pattern import Pattern
from lint.model.plain import plain_text
from lint.model.pointer import Pointer
from lint.prose.quantities import Quantity, quantities

LONGEST = 600  # a sentence beyond is looked at in pieces: bounded work, whatever the text
_SENTENCE = Pattern(rf"[^。!?\n]{{1,{LONGEST}}}[。!?]?")
_COUNTED = Pattern("申请|复议|诉讼|规章|规范性文件|许可|处罚|强制|收费|处理费")
_CLAUSE_ENDS = ",;:()"


class Sentence(NamedTuple):
    """A sentence without white space, under NFKC."""

    at: Pointer
    text: str
    before: str  # the sentences of the same piece before it, for what they are about


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


def sentences_of(case: Case) -> tuple[Sentence, ...]:
    """The sentences that speak of anything a report counts, in document order."""
    return tuple(sentence for at, text in case.texts if _COUNTED.search(text) for sentence in _sentences(at, text))


def _sentences(at: Pointer, text: str) -> Iterator[Sentence]:
    plain = plain_text(text)
    for found in _SENTENCE.finditer(plain):
        if _COUNTED.search(found[0]):
            yield Sentence(at, found[0], plain[max(0, found.start() - LONGEST) : found.start()])


def mentions(sentence: Sentence) -> Iterator[Mention]:
    """The counts of a sentence in order."""
    text, end = sentence.text, 0
    for quantity in quantities(text):
        lead = text[end : quantity.start]
        yield Mention(sentence, quantity, _last_clause(lead), lead, _first_clause(text, quantity.end))
        end = quantity.end


def _last_clause(lead: str) -> str:
    start = max(lead.rfind(mark) for mark in _CLAUSE_ENDS)
    return lead[start + 1 :]


def _first_clause(text: str, start: int) -> str:
    ends = [at for mark in ",;:()、。" if (at := text.find(mark, start)) >= 0]
    return text[start : min(ends, default=len(text))]
