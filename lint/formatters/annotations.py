"""What formats for build servers and desks say: one annotation for each cause, one for each finding without a cause."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lint.formatters.causes import cause_lines, in_turn, repair_words, rules_of
from lint.formatters.escape import escape
from lint.formatters.look import Look
from lint.formatters.words import SEVERITIES, place_words
from lint.model.cause import Cause
from lint.model.finding import Diagnostic, Severity
from lint.model.pattern import Pattern
from lint.model.place import Place
from lint.model.pointer import Pointer
from lint.model.run import Checked
from lint.model.text import Language, Text

LONGEST_WHERE = 200  # characters of a place in words; the keys of a hostile report may have any length
_BETWEEN = Text("；", "; ")
_AT = Text("{where}：{message}", "{where}: {message}")
_TO_DO = {
    Severity.ERROR: Text("请更正", "correct it"),
    Severity.WARNING: Text("请核对", "check it"),
    Severity.INFO: Text("供参考", "for information"),
}
_EXACT = ("", "=")  # a comparison by >= expects at least so much
_ROW = Pattern(r"第\d{1,9}行“([^”]{0,200})”|row \d{1,9} '([^']{0,200})'")  # a row of a grid with its number
_SHOULD_BE = Text("应为 {expected}", "should be {expected}")


class Annotation(NamedTuple):
    """What is said at one place of a report: a cause with all findings that it explains, or one finding alone.

    ``rules`` are the ids concerned, each once. What was waived stands alone, with the reason in ``waived``.
    """

    severity: Severity
    rules: tuple[str, ...]
    findings: tuple[Diagnostic, ...]
    cause: Cause | None
    pointer: Pointer | None
    place: Place | None
    where: Text
    waived: str | None = None

    @property
    def is_of_linter(self) -> bool:
        """Whether it is about the run, an unread file or a crashed rule, and not about what a report says."""
        return self.rules[0].startswith("LT")


class Span(NamedTuple):
    """Characters in the lines of a file, from 1; ``end_column`` is one past the last. What is unknown is None."""

    line: int
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None


def annotations(checked: Checked) -> Iterator[Annotation]:
    """The annotations about one file, each finding in exactly one of them."""
    for cause, found in in_turn(checked):
        open_ones = tuple(one for one in found if one.waived is None)
        if cause is not None and open_ones:
            yield _of_cause(cause, open_ones)
        alone = found if cause is None else tuple(one for one in found if one.waived is not None)
        yield from map(_alone, alone)


def _of_cause(cause: Cause, findings: tuple[Diagnostic, ...]) -> Annotation:
    """It stands at the likeliest cell; where no cell can be named, at the first that was compared."""
    gravest = min((one.severity for one in findings), key=lambda severity: severity.rank)
    rules = tuple(rules_of(findings))
    if not cause.repairs:
        first = findings[0]
        return Annotation(gravest, rules, findings, cause, first.pointer, first.place, first.where)
    cell = cause.repairs[0].cells[0]
    return Annotation(gravest, rules, findings, cause, cell.pointer, cell.place, cell.where)


def _alone(found: Diagnostic) -> Annotation:
    return Annotation(
        found.severity, (found.rule,), (found,), None, found.pointer, found.place, found.where, found.waived
    )


def annotation_lines(one: Annotation, look: Look) -> list[str]:
    """All that is said, harmless and without line ends: what is wrong first, then every finding that a cause explains.

    The relations stand with their rules and figures, after them why it must be it.
    """
    if one.cause is None:
        return [message_words(one.findings[0], look.language)]
    lines = list(cause_lines(one.cause, look))
    rules = {found.fingerprint: found.rule for found in one.findings}
    for fingerprint, words in zip(one.cause.explains, one.cause.proof.broken, strict=True):
        if fingerprint in rules:
            lines.append(escape(f"{rules[fingerprint]} {words.say(look.language)}"))
    return lines + [escape(words.say(look.language)) for words in one.cause.proof.because]


def message_words(found: Diagnostic, language: Language) -> str:
    """What a finding says, with the cell in words where its message does not name it."""
    message, where = found.message.say(language), _short(found.where.say(language))
    named = _ROW.sub(r"\1\2", where)  # messages name a cell without the number of its row
    return escape(message if named in message else _AT.say(language).format(where=where, message=message))


def laws(findings: Sequence[Diagnostic], language: Language) -> str:
    """What the findings rest on, each once; those of the linter about the file rest on nothing."""
    found = dict.fromkeys(one.basis.say(language) for one in findings if not one.rule.startswith("LT"))
    return escape(_BETWEEN.say(language).join(found))


def proposal(one: Annotation, language: Language) -> str:
    """What to do: the repairs of a cause, else the value that a rule expects, else to look at it."""
    if one.cause is not None and one.cause.repairs:
        return _BETWEEN.say(language).join(repair_words(repair, language) for repair in one.cause.repairs[:3])
    found = one.findings[0]
    expected = found.values.get("expected") if one.cause is None else None
    if expected is not None and found.operator in _EXACT:
        return escape(_SHOULD_BE.say(language).format(expected=expected))
    return _TO_DO[one.severity].say(language)


def level_words(severity: Severity, language: Language) -> str:
    """The level as a word."""
    return SEVERITIES[severity].say(language)


def where_words(one: Annotation, language: Language) -> str:
    """The place in the words of the form and of the file, such as 表三 …×总计 第65行第20列."""
    told = _short(one.where.say(language))
    return escape(" ".join(filter(None, (told, place_words(one.place.as_dict()).say(language) if one.place else ""))))


def _short(words: str) -> str:
    return words if len(words) <= LONGEST_WHERE else words[:LONGEST_WHERE] + "…"


def span(place: Place | None) -> Span | None:
    """The lines and columns of a place in the text of its file; None where a file has none, or they are unknown.

    Beside a table a place has the column of its grid, which is none of the text.
    """
    if place is None or place.line is None:
        return None
    if place.table is not None or place.column is None:
        return Span(place.line)
    return Span(place.line, place.column, place.end_line, place.end_column)


def fingerprint(one: Annotation) -> str:
    """16 hex digits: the fingerprint of a finding, or for a cause of all that it explains; the same when lines move."""
    if len(one.findings) == 1:
        return one.findings[0].fingerprint
    import hashlib  # noqa: PLC0415 - a clean report has no fingerprints

    told = " ".join(sorted(found.fingerprint for found in one.findings))
    return hashlib.sha256(told.encode()).hexdigest()[:16]
