"""``plain``: one line a finding, for grep and editors: file:line:column: severity rule message.

A cause is a line more, before the findings that it explains: file:line:column: diagnosis rules cell and value.
"""

from lint.formatters.causes import cause_lines, in_turn, place_of, rules_of, waived
from lint.formatters.escape import escape
from lint.formatters.look import Look
from lint.formatters.rendering import Rendering
from lint.formatters.summary import summary_line
from lint.formatters.words import CAUSE, PASSED_OVER, SEVERITIES, WAIVED, place_words
from lint.model.cause import Cause
from lint.model.finding import Diagnostic
from lint.model.place import Place
from lint.model.run import Summary


def render(summary: Summary, look: Look) -> Rendering:
    """The lines of all files, then the summary."""
    while checked := (yield None):
        if checked.state == "passed_over":
            yield f"{escape(checked.source)}: {PASSED_OVER.say(look.language)}\n"
        causes = {
            found[0].fingerprint: (cause, found) for cause, found in in_turn(checked) if cause and not waived(found)
        }
        for found in checked.diagnostics:
            if found.fingerprint in causes:
                yield f"{escape(checked.source)}{_cause(*causes[found.fingerprint], look)}\n"
            yield f"{escape(checked.source)}{_position(found.place, look)}: {_words(found, look)}\n"
    yield summary_line(summary, look) + "\n"


def _cause(cause: Cause, explained: tuple[Diagnostic, ...], look: Look) -> str:
    rules = ",".join(rules_of(explained))
    head, *repairs = cause_lines(cause, look)
    words = " ".join([head, " | ".join(line.removeprefix("- ") for line in repairs)]).rstrip()
    return f"{_position(place_of(cause, explained), look)}: {CAUSE.say(look.language)} {escape(f'{rules} {words}')}"


def _position(where: Place | None, look: Look) -> str:
    place = where.as_dict() if where else {}
    if "line" in place:
        return f":{place['line']}:{place.get('column', 1)}"
    words = place_words(place).say(look.language)
    return f": {escape(words)}" if words else ""


def _words(found: Diagnostic, look: Look) -> str:
    severity = SEVERITIES[found.severity].say(look.language)
    message, where = found.message.say(look.language), found.where.say(look.language)
    where = "" if where in message else f"{where}: "
    waived = "" if found.waived is None else f" [{WAIVED.say(look.language)}: {found.waived}]"
    return escape(f"{severity} {found.rule} {where}{message}{waived}")
