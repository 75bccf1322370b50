"""The clauses of the sentences of a report, each with what stands before and behind it."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from lint.model.case import Case
from lint.model.finding import Finding
from lint.model.pattern import Pattern
from lint.model.plain import plain_text
from lint.model.pointer import Pointer
from lint.model.undecided import Undecided
from lint.prose.mentions import Holds, sentences_holding
from lint.prose.sentences import Sentence

_CLAUSE = Pattern(r"[^,;:()。!?]{1,600}")
_YEAR = Pattern(r"(20\d\d)年")
_EARLIER = Pattern(r"上一?年|去年|往年|前年|历年|近.年|连续|同期")
# A body, or a part of one, whose figures need not be those of the report.
_ELSEWHERE = Pattern(
    r"代表.{0,10}政府|[省市县区州旗镇乡]?政府办(?:公室)?|办公[室厅]|[省市县区州旗]?(?:局|委|厅)?(?:机关)?本级|机关本身|局机关|[我本]办|各(?:部门|单位|县|区|镇|乡|街道|市|科室|处室)"
    r"|下属|所属|直属|派出"
)

# How a body calls itself and all of it.
OWN = (
    r"(?:我|本|全)(?:省|市|区|县|州|旗)?(?:级)?(?:街道办事处|街道办|街道|管委会|委员会|办公室|中心|单位|机关|部门|系统|政府"
    r"|局|镇|乡|办|委|厅|院|所|处|县|区|市|会|署|部|行|州|旗|省)"
)
_OWN = Pattern(OWN)
_BODY = Pattern(r"[局厅镇乡]|委(?!托)|街道|支队|大队|中心|学校|医院")


class Clause(NamedTuple):
    """A clause without its marks: ``lead`` is what stands before it in its sentence (up to a semicolon), ``rest``
    what stands behind it."""

    sentence: Sentence
    text: str
    lead: str
    rest: str

    @property
    def at(self) -> Pointer:
        """The piece of text."""
        return self.sentence.at


def clauses_of(case: Case, holds: Holds, wanted: Pattern) -> Iterator[Clause]:
    """The clauses in which a pattern occurs, in document order; a few of each sentence, which bounds the work.

    ``holds``: a quick look at a sentence as it is written, about what a report counts, and at several at once.
    ``wanted``: the pattern, which occurs in a sentence wherever it occurs in one of its clauses: it asks for no begin
    and no end.
    """
    for sentence in sentences_holding(case, holds):
        if wanted.search(sentence.text):
            yield from islice(_clauses(sentence, wanted), _MOST_CLAUSES)


_MOST_CLAUSES = 10  # a sentence with more of them is no prose


def _clauses(sentence: Sentence, wanted: Pattern) -> Iterator[Clause]:
    text = sentence.text
    for found in _CLAUSE.finditer(text):
        if wanted.search(found[0]):
            start = text.rfind(";", 0, found.start()) + 1
            yield Clause(sentence, found[0], text[start : found.start()], text[found.end() :])


def of_another_year(words: str, case: Case) -> bool:
    """Whether words name a year that is not the report's, or compare with earlier ones."""
    year = case.report.identity.year
    named = [found[1] for found in _YEAR.finditer(words)]
    return any(year is not None and one != str(year) for one in named) or _EARLIER.search(words) is not None


def elsewhere(words: str) -> str:
    """The words that let a sentence speak of another body or of a part of this one, "" where there are none."""
    found = _ELSEWHERE.search(words)
    return found[0] if found else ""


def own_names(case: Case) -> tuple[str, ...]:
    """What the body may be called beside 我局 and the like: its name, and the ends of it such as 市水利局.

    The longest first; made once a report by ``case.once``.
    """
    agency = plain_text(case.report.identity.agency or "")[:_LONGEST_NAME]
    return tuple(agency[start:] for start in range(max(0, len(agency) - _SHORTEST_NAME + 1)))


def without_own(words: str, case: Case, instead: str = "") -> str:
    """Words without the names of the body. By plain replacement: a pattern of its own would take longer to make."""
    for name in case.once(own_names):
        if name in words:
            words = words.replace(name, instead)
    return _OWN.sub(instead, words)


_LONGEST_NAME = 40
_SHORTEST_NAME = 3


def names_another(words: str, case: Case) -> bool:
    """Whether words name a body other than that of the report."""
    return _BODY.search(words) is not None and _BODY.search(without_own(words, case)) is not None


def findings_of(answers: Iterable[Finding | Undecided | None]) -> Iterator[Finding]:
    """The findings among the answers about the clauses of a report.

    Raises Undecided, as the first of them says, where nothing but that came of all that were about the matter.
    """
    given = [answer for answer in answers if answer is not None]
    yield from (answer for answer in given if isinstance(answer, Finding))
    reasons = [answer for answer in given if isinstance(answer, Undecided)]
    if reasons and len(reasons) == len(given):
        raise reasons[0]
