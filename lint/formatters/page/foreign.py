"""What a report says, as the page shows it: long text folded, values of any type in words, personal data masked."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from lint.formatters.escape import dump
from lint.formatters.page.markup import Markup, both, tag, words
from lint.model.finding import Diagnostic
from lint.model.long_number import has_long_number
from lint.model.pattern import Pattern
from lint.model.report import Report
from lint.model.text import Text
from lint.prose.personal import masked

LONGEST_CELL = 40  # characters of a cell, a name or a key
LONGEST_TEXT = 5_000  # of a paragraph; the longest of honest reports have some 3,000
_STAR = "*"
# How rules mask: what is shown, a row of stars, what is shown again. Signs of markup begin with their stars.
_MASK = Pattern(r"[^*]{1,40}\*{1,40}[^*]{0,40}")
_ANY = r"[0-9A-Za-z\u3400-\u9fff]"
_BETWEEN = r"[\s:：()（-]{0,2}"
_MOST_MASKED = 200  # values that are masked in one report; each is one of a finding
_LONGEST_MASKED = 40
_HALF_WIDTH = str.maketrans(
    "０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ＠．　",
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ@. ",
)
_REST = Text("……（共 {count} 个字符）", "… ({count} characters in all)")


def folded(text: str, longest: int) -> Markup:
    """A text; of a long one the beginning, the whole in an element that opens."""
    if len(text) <= longest:
        return words(text)
    rest = both(_REST.fill({"count": f"{len(text):,}"}))
    return tag("details", {"class": "long"}, tag("summary", None, words(text[:longest]), rest), words(text))


def plain(value: object) -> str:
    """A value of the tree as its text; a blank is empty, what is no figure and no text is JSON."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, Decimal):
        return format(value, "f")
    return dump(_exact(value))


def _exact(value: object) -> object:
    """The same for JSON, which knows no exact decimals: they are written as text."""
    if isinstance(value, dict):
        return {str(key): _exact(below) for key, below in value.items()}
    if isinstance(value, list):
        return [_exact(below) for below in value]
    return format(value, "f") if isinstance(value, Decimal) else value


class Masks:
    """Personal data, masked wherever the page shows text of a report.

    That is what findings told masked, and the numbers of persons whether a rule was asked for them or not.
    """

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        told = dict.fromkeys(value for found in diagnostics for value in found.values.values() if _is_mask(value))
        self._masks = [(value, _original(value)) for value in list(told)[:_MOST_MASKED]]

    def __call__(self, text: str) -> str:
        """The text with everything masked that any finding told so, and every number of a person."""
        for value, pattern in self._masks:
            text = _replaced(text, pattern.finditer(text.translate(_HALF_WIDTH)), value)
        return masked(text)

    def text(self, words: Text) -> Text:
        """The same for words in both languages."""
        return Text(*map(self, words))

    def over(self, value: object) -> object:
        """The same for a value of the tree."""
        if isinstance(value, str):
            return self(value)
        if isinstance(value, dict):
            return {self(str(key)): self.over(below) for key, below in value.items()}
        return [self.over(below) for below in value] if isinstance(value, list) else value

    def report(self, report: Report) -> Report:
        """A report with all that the page shows of it masked."""
        if not self._masks and not has_long_number("\n".join(_strings(report))):
            return report
        tree, agency = self.over(report.tree), report.identity.agency
        headings = tuple(
            one._replace(text=self(one.text), paragraphs=tuple(map(self, one.paragraphs)))
            for one in report.document.headings
        )
        return report._replace(
            tree=tree if isinstance(tree, dict) else {},
            identity=report.identity._replace(agency=None if agency is None else self(agency)),
            document=report.document._replace(headings=headings),
        )


def _strings(report: Report) -> Iterator[str]:
    """All text of a report that is masked, in no order."""
    for heading in report.document.headings:
        yield from (heading.text, *heading.paragraphs)
    left: list[object] = [report.tree, report.identity.agency]
    while left:
        value = left.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            left += value.values()
            yield from map(str, value)
        elif isinstance(value, list):
            left += value


def _is_mask(value: str) -> bool:
    return _STAR in value and len(value) <= _LONGEST_MASKED and _MASK.fullmatch(value) is not None


def _original(value: str) -> re.Pattern[str]:
    """What a masked value may have been: the signs that it shows, any others at its stars, gaps between them."""
    signs = (_ANY if sign == _STAR else re.escape(sign) for sign in value.translate(_HALF_WIDTH))
    return re.compile(_BETWEEN.join(signs), re.IGNORECASE)


def _replaced(text: str, matches: Iterable[re.Match[str]], value: str) -> str:
    pieces, end = [], 0
    for match in matches:
        pieces += [text[end : match.start()], value]
        end = match.end()
    return "".join([*pieces, text[end:]])


def marked(text: str, quotes: Sequence[str]) -> Markup:
    """A text in which the quoted words are marked."""
    if not quotes:
        return words(text)
    pattern = re.compile("|".join(map(re.escape, sorted(quotes, key=len, reverse=True))))
    pieces, end = [], 0
    for match in pattern.finditer(text):
        pieces += [words(text[end : match.start()]), tag("mark", None, words(match[0]))]
        end = match.end()
    return Markup("".join([*pieces, words(text[end:])]))
