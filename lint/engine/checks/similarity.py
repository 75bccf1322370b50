"""``similarity``: text that was taken over from last year's report."""

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from lint.engine.checks.table import Written
from lint.model.case import Case
from lint.model.finding import Finding
from lint.model.pattern import Pattern
from lint.model.pointer import Pointer
from lint.model.rule import ONE_PASSED, Answers
from lint.model.text import Text
from lint.model.undecided import Undecided

NOTHING: Counter[str] = Counter()
WIDTH = 5  # characters that are compared at a time
LONGEST = 12_000  # characters of a section that are looked at: several times what real ones have
_YEAR = Pattern(r"(?<!\d)20\d\d(?!\d)年?度?|二[〇○零][〇○零一二]?[〇○零一二三四五六七八九]年度?|[本去上]年度?")
# What every report says, whoever writes it.
_FIXED = Pattern(
    r"《[^《》]{1,60}》|〔\d{4}〕\d{1,5}号|中华人民共和国|以?公开为常态[,、]?不公开为例外"
    r"|政府信息公开|政府信息|信息公开|主动公开|依申请公开|政务公开|行政规范性文件|信息处理费|监督保障|平台建设"
)
_SIGNS = Pattern(r"[\W_]+")
_UNREAD = Text("有一部分文字读不出", "a part of the text could not be read")
_TOO_SHORT = Text("文字太短，无法比较", "the text is too short to be compared")


@dataclass(frozen=True, slots=True)
class SimilarityCheck:
    """Asks how much of the text of some sections stands in the same sections of last year's report.

    The measure: the text is brought to NFKC; years, titles of laws, the fixed terms of the form, spaces and punctuation
    are left out, other figures stay. Every five characters in a row are one piece. With M pieces common to both texts,
    each counted as often as it stands in both, and T pieces in both together, the similarity is 2·M/T in whole percent,
    rounded down: 100 where one text is the other, 0 where they share nothing. Several sections are measured together:
    their M and their T are added up. Tables, titles and lead-ins do not count, nor what stands beyond ``LONGEST``
    characters of a section. The effort grows with the length only.

    A finding where the similarity is above ``above`` and not above ``most``. Undecided where either text has fewer than
    ``least`` characters after all that.
    """

    given: tuple[Pointer, ...]
    above: int
    most: int
    least: int

    def ask(self, case: Case) -> Answers:
        """One answer for all given sections. Raises Undecided where there is no report of last year."""
        before = case.last_year
        if any(one.unread(at) for one in (case, before) for at in self.given if one.report.troubles):
            raise Undecided(_UNREAD)
        here, there = (case.once(plain_sections), before.once(plain_sections))
        if min(_length(texts, self.given) for texts in (here, there)) < self.least:
            raise Undecided(_TOO_SHORT)
        ours, theirs = case.once(_pieces_of_sections), before.once(_pieces_of_sections)
        percent = _percent((ours.get(at, NOTHING), theirs.get(at, NOTHING)) for at in self.given)
        if not self.above < percent <= self.most:
            return ONE_PASSED
        year = str((case.report.identity.year or 0) - 1)
        at, *others = [section for section in self.given if section in here]
        return Answers(0, (Finding(at, {"percent": str(percent), "year": year}, tuple(others)),))


def likeness(pairs: Iterable[tuple[str, str]]) -> int:
    """The similarity of pairs of plain texts in whole percent, rounded down."""
    return _percent((_pieces(one), _pieces(other)) for one, other in pairs)


def _percent(pairs: Iterable[tuple[Counter[str], Counter[str]]]) -> int:
    common = total = 0
    for ours, theirs in pairs:
        common += (ours & theirs).total()
        total += ours.total() + theirs.total()
    return 200 * common // total if total else 0


def plain_sections(case: Case) -> dict[Pointer, str]:
    """The text of each section as it is compared, by the pointer of the section."""
    found: dict[Pointer, list[str]] = {}
    for at, text in case.texts:
        section, paragraphs, _ = at.partition("/paragraphs/")
        if paragraphs:
            found.setdefault(section, []).append(text)
    return {section: plain("\n".join(texts)) for section, texts in found.items()}


def plain(text: str) -> str:
    """A text without years, titles of laws, fixed terms, spaces and punctuation."""
    normal = unicodedata.normalize("NFKC", text[:LONGEST])
    return _SIGNS.sub("", _YEAR.sub("", _FIXED.sub("", normal)))


def _pieces(text: str) -> Counter[str]:
    return Counter(map("".join, zip(*(text[start:] for start in range(WIDTH)), strict=False)))


def _pieces_of_sections(case: Case) -> dict[Pointer, Counter[str]]:
    return {section: _pieces(text) for section, text in case.once(plain_sections).items()}


def _length(texts: dict[Pointer, str], given: tuple[Pointer, ...]) -> int:
    return sum(len(texts.get(at, "")) for at in given)


def made(written: Written) -> SimilarityCheck:
    """The check that a rule file asks for."""
    options = written.options["similarity"]
    return SimilarityCheck(written.given, options["above"], options.get("most", 100), options["least"])
