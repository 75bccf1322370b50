"""The sentences of a report in which something is counted, and each count with the words around it."""

from collections.abc import Iterator
from typing import NamedTuple

from lint.model.case import Case
from lint.model.pattern import Pattern
from lint.model.plain import plain_text
from lint.model.pointer import Pointer
from lint.prose.numerals import NUMERALS
from lint.prose.quantities import UNITS, Quantity, quantities

LONGEST = 600  # a sentence beyond is looked at in pieces: bounded work, whatever the text
_ENDS = "。｡!！﹗?？﹖"
_SENTENCE = Pattern(rf"[^{_ENDS}]{{1,{LONGEST}}}[{_ENDS}]?")
_COUNTED = Pattern("申请|复议|诉讼|规章|规范性文件|许可|处罚|强制|收费|处理费")
# To make text comparable takes long: what has no figure before a unit states no quantity.
_UNIT_SIGNS = "".join(sorted({unit[0] for unit in UNITS}))
_FIGURE = Pattern(rf"[\d{NUMERALS}]\s{{0,2}}(?:政府)?[{_UNIT_SIGNS}％百千万亿余多左]")
_CLAUSE_ENDS = ",;:()"


class Sentence(NamedTuple):
    """A sentence without white space, under NFKC; ``piece`` is the piece of text as written, ``start`` where in it."""

    at: Pointer
    text: str
    piece: str
    start: int

    @property
    def before(self) -> str:
        """The sentences of the same piece before it, for what they are about."""
        return plain_text(self.piece[max(0, self.start - LONGEST) : self.start])


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
    """The sentences with a figure that speak of anything a report counts, in document order."""
    return sentences_holding(case, _FIGURE)


def sentences_holding(case: Case, sign: Pattern) -> Iterator[Sentence]:
    """The sentences that hold a sign, as they are written, and speak of anything a report counts."""
    for at, text in case.texts:
        if _COUNTED.search(text):
            yield from _sentences(at, text, sign)


def _sentences(at: Pointer, text: str, sign: Pattern) -> Iterator[Sentence]:
    for found in _SENTENCE.finditer(text):
        if sign.search(found[0]):
            plain = plain_text(found[0])
            if _COUNTED.search(plain):
                yield Sentence(at, plain, text, found.start())


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
