"""Notes for the margin of a document: one for each cause, and one for each finding that no cause explains."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lint.formatters.causes import cause_lines, in_turn, rules_of
from lint.formatters.equation import draw
from lint.formatters.escape import escape
from lint.formatters.look import Look
from lint.formatters.words import BASIS, SEVERITIES
from lint.model.cause import Cause
from lint.model.finding import Diagnostic
from lint.model.place import Place
from lint.model.report import NOTHING_EARLIER
from lint.model.run import Checked
from lint.model.text import Language


class Note(NamedTuple):
    """Where a note belongs, and what it says line by line; None is the report as a whole."""

    place: Place | None
    lines: tuple[str, ...]


def notes_of(checked: Checked, look: Look) -> tuple[Note, ...]:
    """The notes about one file; none of what was waived, nor of what the check had to compare with."""
    return tuple(_notes(checked, look))


def _notes(checked: Checked, look: Look) -> Iterator[Note]:
    for cause, findings in in_turn(checked):
        found = [one for one in findings if one.waived is None and one.rule != NOTHING_EARLIER]
        if cause is not None and found and cause.repairs:
            yield Note(_place(cause, found), (_head(found, look), *_about_cause(cause, found, look)))
            continue
        if cause is not None and found:
            # Where no cell can be named, every relation that is broken is noted where it stands.
            yield Note(found[0].place, (_head(found, look), *cause_lines(cause, look)))
        yield from (Note(one.place, tuple(_about(one, look))) for one in found)


def _place(cause: Cause, explained: Sequence[Diagnostic]) -> Place | None:
    """The cell that is likeliest wrong, else the first that was compared."""
    likeliest = [change.place for change in cause.repairs[0].cells]
    return next((place for place in (*likeliest, *(one.place for one in explained)) if place is not None), None)


def _head(explained: Sequence[Diagnostic], look: Look) -> str:
    """The gravest severity and the rules of findings that have one cause."""
    gravest = min((one.severity for one in explained), key=lambda severity: severity.rank)
    return f"{SEVERITIES[gravest].say(look.language)} {' '.join(rules_of(explained))}"


def _about_cause(cause: Cause, explained: Sequence[Diagnostic], look: Look) -> Iterator[str]:
    """What is wrong, the relations with their figures, why it must be it, the law."""
    language = look.language
    yield from cause_lines(cause, look)
    rules = {one.fingerprint: one.rule for one in explained}
    for fingerprint, words in zip(cause.explains, cause.proof.broken, strict=True):
        if fingerprint in rules:
            yield escape(f"{rules[fingerprint]} {words.say(language)}")
    yield from (escape(words.say(language)) for words in cause.proof.because)
    yield from _laws(explained, language)


def _about(found: Diagnostic, look: Look) -> Iterator[str]:
    language = look.language
    yield f"{SEVERITIES[found.severity].say(language)} {found.rule} {found.name}"
    yield escape(_message(found, language))
    if len({term.side for term in found.terms}) > 1:
        yield str(draw(found, look, 0)).strip()
    yield from _laws([found], language)


def _message(found: Diagnostic, language: Language) -> str:
    """What is wrong; with the place in words, unless that is the very cell at which the note stands."""
    message, where = found.message.say(language), found.where.say(language)
    if where in message or (found.place is not None and found.place.table is not None):
        return message
    return f"{where}：{message}" if language == "zh" else f"{where}: {message}"


def _laws(explained: Sequence[Diagnostic], language: Language) -> Iterator[str]:
    """The law, each once; findings of the linter about the file have none."""
    laws = dict.fromkeys(one.basis.say(language) for one in explained if not one.rule.startswith("LT"))
    yield from (f"{BASIS.say(language)}: {escape(law)}" for law in laws)
