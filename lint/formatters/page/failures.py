"""How often each rule fails in a run: the picture of it in the overview."""

from collections import Counter
from collections.abc import Mapping

from lint.formatters.page.entry import Entry
from lint.formatters.page.markup import NOTHING, Markup, both, tag, words
from lint.formatters.page.words import IN_REPORTS, MORE_RULES, MOST_FAILED
from lint.model.finding import Severity
from lint.model.text import Text

MOST_BARS = 12
_WIDEST = 100


class Failures:
    """The rules that failed: how often, in how many reports, how gravely at most, and how reports call them."""

    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self._counts: Counter[str] = Counter()
        self._reports: Counter[str] = Counter()
        self._gravest: dict[str, Severity] = {}

    def add(self, entry: Entry) -> None:
        """Count the rules of a report in."""
        self._counts.update(entry.rules)
        self._reports.update(entry.rules.keys())
        self.names |= entry.titles
        for rule, severity in entry.gravest.items():
            self._gravest[rule] = min(severity, self._gravest.get(rule, severity), key=lambda one: one.rank)

    def title(self, rule: str, titles: Mapping[str, Text]) -> Text:
        """The title of a rule, its name where none is known."""
        return titles.get(rule, Text(self.names[rule], self.names[rule]))

    def picture(self, titles: Mapping[str, Text]) -> Markup:
        """Bars: how often each rule fails, in how many reports; a bar is a button that filters by its rule."""
        if not self._counts:
            return NOTHING
        most = sorted(self._counts, key=lambda rule: (-self._counts[rule], rule))
        bars = (self._bar(rule, self.title(rule, titles), self._counts[most[0]]) for rule in most[:MOST_BARS])
        more = both(MORE_RULES.fill({"count": str(len(most) - MOST_BARS)})) if len(most) > MOST_BARS else NOTHING
        rest = tag("p", {"class": "more"}, more) if more else NOTHING
        title = tag("h3", None, both(MOST_FAILED))
        return tag("div", {"class": "picture"}, title, tag("ol", {"class": "bars"}, *bars), rest)

    def _bar(self, rule: str, title: Text, top: int) -> Markup:
        count = self._counts[rule]
        width = max(1, count * _WIDEST // top)
        drawing = tag(
            "svg",
            {"viewBox": f"0 0 {_WIDEST} 4", "preserveAspectRatio": "none", "aria-hidden": "true"},
            tag("rect", {"width": width, "height": 4}),
        )
        told = both(IN_REPORTS.fill({"count": str(count), "reports": str(self._reports[rule])}))
        button = {"type": "button", "data-rule": rule, "class": "rule"}
        return tag(
            "li",
            {"class": self._gravest[rule].value},
            tag("button", button, tag("code", None, words(rule)), words(" "), both(title)),
            drawing,
            tag("span", {"class": "told"}, told),
        )
