"""The causes of broken relations, in lines: which cell is wrong, and the value that mends it."""

from collections.abc import Iterator

from lint.formatters.escape import escape
from lint.formatters.look import Look
from lint.formatters.words import BLANK, CAUSE, CHANGE, DECIDED, MORE, OPEN, TIED, TOO_MANY
from lint.model.cause import Cause, Change, Repair
from lint.model.text import Language

_MOST = 3  # of equally small repairs are shown


def cause_lines(cause: Cause, look: Look) -> Iterator[str]:
    """The lines about one cause, without their ends: a headline, and below it the repairs where there are several."""
    language, count = look.language, len(cause.explains)
    head = f"{CAUSE.say(language)}: "
    if not cause.repairs:
        yield head + TOO_MANY.say(language).format(count=count)
    elif cause.decided:
        yield head + DECIDED.say(language).format(count=count, repair=_repair(cause.repairs[0], language))
    else:
        total = len(cause.repairs) + cause.omitted
        yield head + TIED.say(language).format(count=count, total=total)
        yield from (f"- {_repair(repair, language)}" for repair in cause.repairs[:_MOST])
        if (more := total - min(len(cause.repairs), _MOST)) > 0:
            yield f"- {MORE.say(language).format(count=more)}"


def _repair(repair: Repair, language: Language) -> str:
    changes = ("；" if language == "zh" else "; ").join(_change(one, language) for one in repair.cells)
    if repair.pattern is None or repair.pattern_words is None:
        return changes
    words = repair.pattern_words.say(language)
    return f"{changes}（{words}）" if language == "zh" else f"{changes} ({words})"


def _change(change: Change, language: Language) -> str:
    actual = BLANK.say(language) if change.actual is None else str(change.actual)
    expected = OPEN.say(language) if change.expected is None else str(change.expected)
    where = escape(change.where.say(language))
    return CHANGE.say(language).format(where=where, actual=actual, expected=expected)
