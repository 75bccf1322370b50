"""The sentences of a report, found once for all that read its prose and made comparable only when looked at."""

from collections.abc import Iterable, Iterator
from itertools import islice

from lint.model.case import Case
from lint.model.digits import in_plain_digits
from lint.model.pattern import Pattern
from lint.model.plain import plain_text
from lint.model.pointer import Pointer
from lint.model.text import Text
from lint.model.undecided import Undecided
from lint.prose.numerals import NUMERALS
from lint.prose.quantities import UNIT_SIGNS
from lint.prose.wrapped import pieces_of

LONGEST = 800  # a sentence beyond is looked at in pieces: bounded work, whatever the text
_BEFORE = 600
_ENDS = "。｡!！﹗?？﹖"
_SENTENCE = Pattern(rf"[^{_ENDS}]{{1,{LONGEST}}}[{_ENDS}]?")
_COUNTED = Pattern("申请|复议|诉讼|规章|规范性文件|许可|处罚|强制|收费|处理费")
# 全年办结12件，其中予以公开9件: goes on with the applications of the sentence before, without naming them again.
_CONTINUED = Pattern("办结|答复|结转|予公开|部分公开|无法提供|予处理|其他处理")
_ANOTHER_SUBJECT = Pattern(
    "热线|诉求|留言|咨询|信箱|来信|来访|信访|投诉|举报|建议|提案|议案|办件|服务事项|工单|案件|回应|解读|电话|网民|群众"
)
# To make text comparable takes long: what has no figure before a unit states no quantity.
# What a report consists of, as most say (由六部分组成), is none either.
FIGURE = Pattern(rf"[\d{NUMERALS}]\s{{0,2}}(?:政府)?(?!部分(?!别))[{UNIT_SIGNS}％百千万亿余多左]")
_UNIT = rf"\s{{0,2}}(?:政府)?[{UNIT_SIGNS}％﹪百千万亿余多左]"
COUNT = Pattern(f"[0-9０-９]{_UNIT}")  # as written, before its unit
_NARROW_COUNT = Pattern(f"[0-9]{_UNIT}")  # found in two thirds of the time
_TWO_COUNTS = Pattern(f"[0-9０-９]{_UNIT}(?s:.)*?[0-9０-９]{_UNIT}")


_LONG, _MOST = 10_000, 1_000
_END = Pattern(f"[{_ENDS}]")
_LISTING = Pattern("其|分|包|涵|涉|具|中[,，]|[(（]")


class Sentence:
    """A sentence: ``raw`` as it stands in its ``piece`` of text from ``start`` on."""

    __slots__ = ("_previous", "_text", "at", "piece", "raw", "start")

    def __init__(self, at: Pointer, raw: str, piece: str, start: int, previous: "Sentence | None") -> None:
        self.at = at
        self.raw = raw
        self.piece = piece
        self.start = start
        self._previous = previous
        self._text: str | None = None

    @property
    def text(self) -> str:
        """The sentence under NFKC without white space."""
        if self._text is None:
            self._text = plain_text(self.raw)
        return self._text

    @property
    def previous(self) -> str:
        """The sentence before it in the same piece, likewise; "" for the first."""
        return self._previous.text if self._previous is not None else ""

    @property
    def before(self) -> str:
        """The words of the same piece before it, likewise, for what they are about."""
        return plain_text(self.piece[max(0, self.start - _BEFORE) : self.start])


def counted(case: Case) -> tuple[Sentence, ...]:
    """The sentences that speak of anything a report counts, in document order; made once a report by ``case.once``."""
    _refuse_too_much(case)
    pieces = [(at, text) for at, text in case.once(pieces_of) if _COUNTED.search(text)]
    return tuple([one for one in _cut(case, pieces) if _COUNTED.search(one.raw) or _continues(one)])


def _continues(sentence: Sentence) -> bool:
    """Whether a sentence goes on with applications, which were last spoken of before it, and nothing else since."""
    if not _CONTINUED.search(sentence.raw):
        return False
    before = sentence.before
    at = before.rfind("申请")
    return at >= 0 and _ANOTHER_SUBJECT.search(before[at:] + sentence.text) is None


def figured(case: Case) -> tuple[Sentence, ...]:
    """The sentences with a count in digits, in document order; made once a report by ``case.once``."""
    _refuse_too_much(case)
    return tuple([one for one in _cut(case, case.once(counting)) if COUNT.search(one.raw)])


def counting(case: Case) -> tuple[tuple[Pointer, str], ...]:
    """The pieces of text with a count in digits, in document order; made once a report by ``case.once``."""
    pieces = case.once(pieces_of)
    if case.once(in_plain_digits) is not None:
        return tuple([(at, text) for at, text in pieces if COUNT.search(text)])
    # All digits are of ASCII: to leave out a text that has no sign of it takes a fifth of a search.
    some = [(at, text) for at, text in pieces if text.encode("ascii", "ignore")]
    return tuple([(at, text) for at, text in some if _NARROW_COUNT.search(text)])


def _refuse_too_much(case: Case) -> None:
    """Bounded work, whatever the text. Raises Undecided where no report would have so many sentences and counts."""
    text = case.joined
    if len(text) > _LONG:
        for pattern in (FIGURE, _END):
            if sum(1 for _ in islice(pattern.finditer(text), _MOST + 1)) > _MOST:
                words = Text(
                    f"文字中的数字或句子多于 {_MOST} 处，没有对照",
                    f"the text has more than {_MOST} counts or sentences: they were not compared",
                )
                raise Undecided(words)


def several(case: Case) -> tuple[Sentence, ...]:
    """The sentences with several such counts, in document order; made once a report by ``case.once``."""
    _refuse_too_much(case)
    pieces = [(at, text) for at, text in case.once(counting) if _TWO_COUNTS.search(text)]
    return tuple([one for one in _cut(case, pieces) if _TWO_COUNTS.search(one.raw)])


def listing(case: Case) -> tuple[Sentence, ...]:
    """Those of them with a word or mark that may begin a list; made once a report by ``case.once``."""
    return tuple([one for one in case.once(several) if _LISTING.search(one.raw)])


def _cut(case: Case, pieces: Iterable[tuple[Pointer, str]]) -> Iterator[Sentence]:
    """The sentences of some pieces of text, found once however many look at them."""
    known = case.once(_known)
    for at, text in pieces:
        if at not in known:
            known[at] = _sentences(at, text)
        yield from known[at]


def _known(case: Case) -> dict[Pointer, tuple[Sentence, ...]]:
    del case
    return {}


def _sentences(at: Pointer, text: str) -> tuple[Sentence, ...]:
    found: list[Sentence] = []
    previous = None
    for one in _SENTENCE.finditer(text):
        previous = Sentence(at, one[0], text, one.start(), previous)
        found.append(previous)
    return tuple(found)
