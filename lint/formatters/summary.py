"""The last line of a run: how many of how many files were checked, what was found, what stayed undecided."""

from lint.formatters.look import Look
from lint.formatters.words import (
    NOTHING,
    SUMMARY,
    SUMMARY_CRASHED,
    SUMMARY_HALF,
    SUMMARY_PASSED_OVER,
    SUMMARY_UNMATCHED,
    SUMMARY_UNREADABLE,
    SUMMARY_WAIVED,
)
from lint.model.run import Summary


def summary_line(summary: Summary, look: Look) -> str:
    """The line, without its end."""
    more = {"asked": summary.tally.asked, "half": summary.half, "crashed": summary.tally.crashed}
    values = {**summary.as_dict(), **more, "unmatched": summary.unmatched}
    line = SUMMARY.say(look.language).format(**values)
    for count, words in (
        (summary.unreadable, SUMMARY_UNREADABLE),
        (summary.half, SUMMARY_HALF),
        (summary.tally.crashed, SUMMARY_CRASHED),
        (summary.unmatched, SUMMARY_UNMATCHED),
        (summary.passed_over, SUMMARY_PASSED_OVER),
        (summary.waived, SUMMARY_WAIVED),
    ):
        if count:
            line += words.say(look.language).format(**values)
    return line if summary.files else f"{NOTHING.say(look.language)}  {line}"
