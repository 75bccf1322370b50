"""What the overview of many reports says of each of them."""

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from lint.formatters.report_table import Line, line
from lint.model.finding import Severity
from lint.model.run import Checked
from lint.model.text import LANGUAGES

STATES = {"unreadable": 0, "half": 1, "settings": 1, "read": 2, "passed_over": 3}  # the worst first


class Entry(NamedTuple):
    """What the overview keeps of a report: its number in the page, its line in both languages, how often each rule.

    ``link`` leads to what is shown of it beside this line, empty where that is nothing; ``titles`` are the names of its
    rules.
    """

    number: int
    state: str
    lines: tuple[Line, Line]
    rules: Mapping[str, int]
    gravest: Mapping[str, Severity]
    titles: Mapping[str, str]
    link: str


def entry_of(checked: Checked, number: int, link: str) -> Entry:
    """The entry of a report; what is waived does not count."""
    found = [one for one in checked.diagnostics if one.waived is None]
    gravest: dict[str, Severity] = {}
    for one in found:
        known = gravest.get(one.rule)
        if known is None or one.severity.rank < known.rank:
            gravest[one.rule] = one.severity
    chinese, english = (line(checked, language) for language in LANGUAGES)
    titles = {one.rule: one.name for one in found}
    rules = Counter(one.rule for one in found)
    return Entry(number, checked.state, (chinese, english), rules, gravest, titles, link)


def worst(entry: Entry) -> tuple[int, ...]:
    """What could not be read first, then by errors, warnings, infos and open questions; else in the order given."""
    counts = entry.lines[0].counts
    return (STATES[entry.state], *(-(count or 0) for count in counts), entry.number)
