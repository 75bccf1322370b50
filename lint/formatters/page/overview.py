"""The overview of many reports: a table to sort and filter, the worst first, and a picture of what fails most.

A row is written aside as soon as its report is checked: only what is counted of all of them is kept in memory.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import Self

from lint.formatters.page.entry import STATES, Entry, entry_of, worst
from lint.formatters.page.failures import Failures
from lint.formatters.page.markup import Markup, Value, both, joined, opened, tag, words
from lint.formatters.page.words import (
    ANY_RULE,
    ANY_SEVERITY,
    FILTER_RULE,
    FILTER_SEVERITY,
    FILTER_TEXT,
    OVERVIEW,
    REPORTS,
    RESET,
    SORT,
    WITH,
)
from lint.formatters.report_table import HEADINGS
from lint.formatters.words import SEVERITIES
from lint.model.finding import Severity
from lint.model.in_order import InOrder
from lint.model.run import Checked
from lint.model.text import LANGUAGES, Text

_NUMBERS = 4  # of the columns, at the end
_LONGEST = 120  # characters of a name in a row; the head of the report has all


class Overview:
    """The overview of a run, report after report. Raises OutputError where a row cannot be written aside."""

    def __init__(self) -> None:
        self.count = 0
        self._rows = InOrder()
        self._failures = Failures()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._rows.__exit__(kind, error, trace)

    def add(self, checked: Checked, link: str) -> None:
        """One report more; ``link`` leads to what is shown of it beside its row, empty where that is nothing."""
        self.count += 1
        entry = entry_of(checked, self.count, link)
        self._failures.add(entry)
        self._rows.add(worst(entry), _row(entry))

    def pieces(self, titles: Mapping[str, Text]) -> Iterator[str]:
        """The section; ``titles`` are those of the rules that are loaded."""
        yield opened("section", {"class": "overview", "id": "overview"}) + tag("h2", None, both(OVERVIEW))
        yield self._failures.picture(titles)
        yield _filters(self._failures, titles, self.count)
        yield opened("div", {
            "class": "wide", "tabindex": "0", "role": "region", "aria-label": f"{OVERVIEW.zh} {OVERVIEW.en}"
        })  # fmt: skip
        yield opened("table", {"class": "reports"}) + _heads() + opened("tbody")
        yield from self._rows.texts()
        yield "</tbody></table></div></section>"


def _filters(failures: Failures, titles: Mapping[str, Text], count: int) -> Markup:
    """Needs the script, which shows it."""
    rules = [
        _option(rule, Text(*(f"{rule} {title}" for title in failures.title(rule, titles))))
        for rule in sorted(failures.names)
    ]
    severities = [_option(severity.value, _with(severity)) for severity in Severity]
    search = opened("input", {"type": "search", "id": "filter-text", "autocomplete": "off"})
    return tag(
        "div",
        {"class": "filters", "hidden": True, "role": "search"},
        _labelled("filter-text", FILTER_TEXT, search),
        _labelled("filter-rule", FILTER_RULE, tag("select", {"id": "filter-rule"}, _option("", ANY_RULE), *rules)),
        _labelled(
            "filter-severity",
            FILTER_SEVERITY,
            tag("select", {"id": "filter-severity"}, _option("", ANY_SEVERITY), *severities),
        ),
        tag("button", {"type": "button", "id": "filter-reset"}, both(RESET)),
        tag("p", {"id": "filter-count", "role": "status"}, _shown(count)),
    )


def _with(severity: Severity) -> Text:
    told = SEVERITIES[severity]
    return Text(WITH.zh.format(severity=told.zh), WITH.en.format(severity=told.en))


def _shown(count: int) -> Markup:
    """How many reports are shown, the number in an element of its own, which the script changes."""
    mark = "\x00"
    told = REPORTS.fill({"shown": mark, "all": str(count)})
    number = tag("b", {"class": "shown"}, words(str(count)))
    return joined(
        tag("span", {"lang": language}, Markup(number.join(words(piece) for piece in told.say(language).split(mark))))
        for language in LANGUAGES
    )


def _labelled(name: str, label: Text, control: Markup) -> Markup:
    return tag("div", {"class": "field"}, tag("label", {"for": name}, both(label)), control)


def _option(value: str, label: Text) -> Markup:
    """The script shows the words of the language: an option has no markup inside."""
    return tag("option", {"value": value, "data-zh": label.zh, "data-en": label.en}, words(label.zh))


def _heads() -> Markup:
    heads = (
        tag(
            "th",
            {"scope": "col", "aria-sort": "none", "class": "number" if number >= len(HEADINGS) - _NUMBERS else None},
            tag("button", {"type": "button", "class": "sort", "title": f"{SORT.zh} {SORT.en}"}, both(head)),
        )
        for number, head in enumerate((HEADINGS[1], HEADINGS[2], HEADINGS[0], *HEADINGS[3:]))
    )
    return tag("thead", None, tag("tr", None, *heads))


def _row(entry: Entry) -> Markup:
    told, english = entry.lines
    name = _short(told.agency or told.source)
    link = tag("a", {"href": entry.link}, words(name)) if entry.link else words(name)
    severities = {severity.value for severity in entry.gravest.values()}
    rules = " ".join(sorted(entry.rules))
    attributes: dict[str, Value] = {
        "class": entry.state,
        "data-report": f"r{entry.number}",
        "data-rules": rules,
        "data-severities": " ".join(sorted(severities)),
    }
    outcome = both(Text(told.outcome, english.outcome))
    return tag(
        "tr",
        attributes,
        tag("th", {"scope": "row", "data-value": name}, link),
        tag("td", {"data-value": told.year or 0}, words(str(told.year or ""))),
        tag("td", {"data-value": told.source, "class": "file"}, words(told.source)),
        tag("td", {"data-value": STATES[entry.state]}, outcome),
        *_numbers(told.counts),
    )


def _numbers(counts: Sequence[int | None]) -> Iterable[Markup]:
    kinds = (*(severity.value for severity in Severity), "open")
    for number, kind in enumerate(kinds):
        count = counts[number]
        look = f"number {kind}" + ("" if count else " none")
        yield tag("td", {"class": look, "data-value": count or 0}, words("" if count is None else str(count)))


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else name[:_LONGEST] + "…"
