"""The overview of many reports: a table to sort and filter, the worst first, and a picture of what fails most."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from lint.formatters.page.markup import NOTHING, Markup, Value, both, joined, opened, tag, words
from lint.formatters.page.words import (
    ANY_RULE,
    ANY_SEVERITY,
    FILTER_RULE,
    FILTER_SEVERITY,
    FILTER_TEXT,
    IN_REPORTS,
    MORE_RULES,
    MOST_FAILED,
    OVERVIEW,
    REPORTS,
    RESET,
    SORT,
    WITH,
)
from lint.formatters.report_table import HEADINGS, Line, line
from lint.formatters.words import SEVERITIES
from lint.model.finding import Severity
from lint.model.run import Checked
from lint.model.text import LANGUAGES, Text

MOST_BARS = 12
_WIDEST = 100
_NUMBERS = 4  # of the columns, at the end
_LONGEST = 120  # characters of a name in a row; the head of the report has all
_STATES = {"unreadable": 0, "half": 1, "settings": 1, "read": 2, "passed_over": 3}


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


def overview(entries: Sequence[Entry], titles: Mapping[str, Text]) -> Markup:
    """The section; ``titles`` are those of the rules that are loaded."""
    return tag(
        "section",
        {"class": "overview", "id": "overview"},
        tag("h2", None, both(OVERVIEW)),
        _picture(entries, titles),
        _filters(entries, titles),
        _table(entries),
    )


def _picture(entries: Iterable[Entry], titles: Mapping[str, Text]) -> Markup:
    """Bars: how often each rule fails, in how many reports; a bar is a button that filters by its rule."""
    counts: Counter[str] = Counter()
    reports: Counter[str] = Counter()
    gravest: dict[str, Severity] = {}
    names: dict[str, str] = {}
    for entry in entries:
        counts.update(entry.rules)
        reports.update(entry.rules.keys())
        names |= entry.titles
        for rule, severity in entry.gravest.items():
            gravest[rule] = min(severity, gravest.get(rule, severity), key=lambda one: one.rank)
    if not counts:
        return NOTHING
    most = sorted(counts, key=lambda rule: (-counts[rule], rule))
    top = counts[most[0]]
    bars = [
        _bar(rule, titles.get(rule, Text(names[rule], names[rule])), gravest[rule], counts[rule], reports[rule], top)
        for rule in most[:MOST_BARS]
    ]
    more = both(MORE_RULES.fill({"count": str(len(most) - MOST_BARS)})) if len(most) > MOST_BARS else NOTHING
    rest = tag("p", {"class": "more"}, more) if more else NOTHING
    title = tag("h3", None, both(MOST_FAILED))
    return tag("div", {"class": "picture"}, title, tag("ol", {"class": "bars"}, *bars), rest)


def _bar(rule: str, title: Text, severity: Severity, count: int, reports: int, top: int) -> Markup:
    width = max(1, count * _WIDEST // top)
    drawing = tag(
        "svg",
        {"viewBox": f"0 0 {_WIDEST} 4", "preserveAspectRatio": "none", "aria-hidden": "true"},
        tag("rect", {"width": width, "height": 4}),
    )
    told = both(IN_REPORTS.fill({"count": str(count), "reports": str(reports)}))
    button = {"type": "button", "data-rule": rule, "class": "rule"}
    return tag(
        "li",
        {"class": severity.value},
        tag("button", button, tag("code", None, words(rule)), words(" "), both(title)),
        drawing,
        tag("span", {"class": "told"}, told),
    )


def _filters(entries: Sequence[Entry], titles: Mapping[str, Text]) -> Markup:
    """Needs the script, which shows it."""
    names: dict[str, str] = {}
    for entry in entries:
        names |= entry.titles
    rules = [
        _option(rule, Text(*(f"{rule} {title}" for title in titles.get(rule, Text(names[rule], names[rule])))))
        for rule in sorted(names)
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
        tag("p", {"id": "filter-count", "role": "status"}, _shown(len(entries))),
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


def _table(entries: Sequence[Entry]) -> Markup:
    heads = [
        tag(
            "th",
            {"scope": "col", "aria-sort": "none", "class": "number" if number >= len(HEADINGS) - _NUMBERS else None},
            tag("button", {"type": "button", "class": "sort", "title": f"{SORT.zh} {SORT.en}"}, both(head)),
        )
        for number, head in enumerate((HEADINGS[1], HEADINGS[2], HEADINGS[0], *HEADINGS[3:]))
    ]
    rows = (_row(entry) for entry in sorted(entries, key=_worst))
    table = tag("table", {"class": "reports"}, tag("thead", None, tag("tr", None, *heads)), tag("tbody", None, *rows))
    wide = {"class": "wide", "tabindex": "0", "role": "region", "aria-label": f"{OVERVIEW.zh} {OVERVIEW.en}"}
    return tag("div", wide, table)


def _worst(entry: Entry) -> tuple[int, ...]:
    """What could not be read first, then by errors, warnings, infos and open questions; else in the order given."""
    counts = entry.lines[0].counts
    return (_STATES[entry.state], *(-(count or 0) for count in counts), entry.number)


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
        tag("td", {"data-value": _STATES[entry.state]}, outcome),
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
