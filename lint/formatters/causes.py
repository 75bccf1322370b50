"""The causes of broken relations in words: which cell is wrong, and the value that mends it."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from lint.formatters.escape import escape
from lint.formatters.look import Look
from lint.formatters.words import (
    AT_ODDS,
    BLANK,
    BY_SUMS_ALONE,
    CELL,
    FITS,
    IMPOSSIBLE,
    LIKELIEST,
    MORE,
    MORE_AT_LEAST,
    ONE_SLIP,
    SHOULD_BE,
    SHOULD_CHANGE,
    THESE,
    TIED,
    TIED_AT_LEAST,
    TIED_BY_ONE_SLIP,
    TOO_MANY,
)
from lint.model.cause import Cause, Change, Repair
from lint.model.finding import Diagnostic
from lint.model.place import Place
from lint.model.run import Checked
from lint.model.text import Language

MOST = 3  # of equally small repairs are shown


def in_turn(checked: Checked) -> Iterator[tuple[Cause | None, tuple[Diagnostic, ...]]]:
    """The findings of a report: one by one, or all that a cause explains, with it, where the first of them stands."""
    causes = {fingerprint: cause for cause in checked.causes for fingerprint in cause.explains}
    told: list[Cause] = []
    for found in checked.diagnostics:
        cause = causes.get(found.fingerprint)
        if cause is None:
            yield None, (found,)
        elif not any(one is cause for one in told):
            told.append(cause)
            yield cause, tuple(one for one in checked.diagnostics if one.fingerprint in cause.explains)


def waived(findings: Sequence[Diagnostic]) -> bool:
    """Whether all of them are accepted: then their cause is too."""
    return all(found.waived is not None for found in findings)


def rules_of(explained: Sequence[Diagnostic]) -> list[str]:
    """The ids of the rules concerned, each once."""
    return sorted({found.rule for found in explained})


def place_of(cause: Cause, explained: Sequence[Diagnostic]) -> Place | None:
    """The place of the first wrong cell; where it cannot be told which that is, that of the first broken relation."""
    return cause.repairs[0].cells[0].place if len(cause.repairs) == 1 else explained[0].place


def cause_lines(cause: Cause, look: Look) -> Iterator[str]:
    """The lines about one cause, without their ends: a headline, and below it the repairs where there are several."""
    language, repairs = look.language, cause.repairs
    if len(repairs) == 1 and not cause.omitted and not cause.too_many and cause.complete:
        yield repair_words(repairs[0], language)
        return
    yield _headline(cause, language)
    yield from (f"- {repair_words(repair, language)}" for repair in repairs[:MOST])
    more = len(repairs) + cause.omitted - min(len(repairs), MOST)
    if more and not cause.too_many:
        yield f"- {(MORE if cause.complete else MORE_AT_LEAST).say(language).format(count=more)}"


def _headline(cause: Cause, language: Language) -> str:
    count, total = len(cause.explains), len(cause.repairs) + cause.omitted
    if cause.too_many:
        return TOO_MANY.say(language).format(count=count) + (ONE_SLIP.say(language) if cause.repairs else "")
    if not cause.repairs:
        return IMPOSSIBLE.say(language).format(count=count)
    tied = TIED_BY_ONE_SLIP if cause.by_one_slip else TIED if cause.complete else TIED_AT_LEAST
    words = tied.say(language).format(total=total)
    words += (THESE if total <= MOST else LIKELIEST).say(language)
    row = _shared_row([change for repair in cause.repairs for change in repair.cells], language)
    return CELL.say(language).format(where=row, change=words) if row else words


def repair_words(repair: Repair, language: Language) -> str:
    """The cells of a repair and what they should hold: 表三 × 总计：27 应为 72（…）.

    In brackets the name of the slip, and what the text and last year's report say of it.
    """
    semicolon, comma = ("；", "，") if language == "zh" else ("; ", ", ")
    row = _shared_row(repair.cells, language) if len(repair.cells) > 1 else ""
    if row:
        changes = comma.join(f"{escape(one.column.say(language))} {_change(one, language)}" for one in repair.cells)
        said = CELL.say(language).format(where=row, change=changes)
    else:
        said = semicolon.join(
            CELL.say(language).format(where=escape(one.where.say(language)), change=_change(one, language))
            for one in repair.cells
        )
    if not all(one.fits for one in repair.evidence):
        said = BY_SUMS_ALONE.say(language).format(repair=said)
    remarks = [repair.pattern_words] if repair.pattern_words is not None else []
    words = semicolon.join([*(one.say(language) for one in remarks), *_evidence(repair, language)])
    if not words:
        return said
    return f"{said}（{words}）" if language == "zh" else f"{said} ({words})"


def _evidence(repair: Repair, language: Language) -> Iterator[str]:
    for one in repair.evidence:
        yield (FITS if one.fits else AT_ODDS).say(language).format(source=escape(one.words.say(language)))


def _shared_row(cells: Sequence[Change], language: Language) -> str:
    """The row that all cells stand in, in full; empty where they stand in several."""
    rows = {escape(one.row.say(language)) for one in cells}
    return rows.pop() if len(rows) == 1 else ""


def _change(change: Change, language: Language) -> str:
    words = SHOULD_CHANGE if change.expected is None else SHOULD_BE
    return words.say(language).format(actual=figure(change.actual, language), expected=change.expected)


def figure(value: int | Decimal | None, language: Language) -> str:
    """A figure as it is written, or the word for a blank."""
    return BLANK.say(language) if value is None else str(value)
