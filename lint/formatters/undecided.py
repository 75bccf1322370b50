"""The questions about one report that stayed undecided, in a line: how many, and of which rules."""

from collections import Counter

from lint.formatters.look import Look
from lint.formatters.words import UNDECIDED_LINE
from lint.model.run import Checked


def undecided_line(checked: Checked, look: Look) -> str:
    """The line, without its end; empty where every question was decided."""
    if not checked.undecided:
        return ""
    counts = Counter(rule for rule, _ in checked.undecided)
    rules = ", ".join(rule if count == 1 else f"{rule}×{count}" for rule, count in counts.items())
    return UNDECIDED_LINE.say(look.language).format(count=len(checked.undecided), rules=rules)
