"""``plain``: one line a finding, for grep and editors: file:line:column: severity rule message."""

from collections.abc import Iterable, Iterator

from lint.formatters.escape import escape
from lint.formatters.look import Look
from lint.formatters.summary import summary_line
from lint.formatters.words import PASSED_OVER, SEVERITIES, place_words
from lint.model.finding import Diagnostic
from lint.model.run import Checked, Summary


def render(results: Iterable[Checked], summary: Summary, look: Look) -> Iterator[str]:
    """The lines of all files, then the summary."""
    for checked in results:
        summary.add(checked)
        if checked.state == "passed_over":
            yield f"{escape(checked.source)}: {PASSED_OVER.say(look.language)}\n"
        for found in checked.diagnostics:
            yield f"{escape(checked.source)}{_position(found, look)}: {_words(found, look)}\n"
    yield summary_line(summary, look) + "\n"


def _position(found: Diagnostic, look: Look) -> str:
    place = found.place.as_dict() if found.place else {}
    if "line" in place:
        return f":{place['line']}:{place.get('column', 1)}"
    words = place_words(place).say(look.language)
    return f": {escape(words)}" if words else ""


def _words(found: Diagnostic, look: Look) -> str:
    severity = SEVERITIES[found.severity].say(look.language)
    message, where = found.message.say(look.language), found.where.say(look.language)
    where = "" if where in message else f"{where}: "
    return escape(f"{severity} {found.rule} {where}{message}")
