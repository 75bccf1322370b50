"""One report of the page: its head, its blocks with their notes beside them, and what stayed undecided."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from lint.formatters.look import Look
from lint.formatters.page.foreign import LONGEST_TEXT, Masks, folded
from lint.formatters.page.form_names import FormNames
from lint.formatters.page.marking import HEAD, Marking, counts_of, marking_of
from lint.formatters.page.markup import NOTHING, Markup, Value, both, joined, opened, tag, words
from lint.formatters.page.note_markup import note_markup
from lint.formatters.page.part_markup import Sheet
from lint.formatters.page.parts import Part, parts_of
from lint.formatters.page.words import (
    ANSWERS,
    CLEAN,
    CLEAN_BUT,
    NO_AGENCY,
    NO_YEAR,
    SETTINGS,
    SHORTENED,
    TIMES,
    TO_OVERVIEW,
    UNDECIDED,
    UNDECIDED_WHY,
    YEAR,
)
from lint.formatters.report_table import HEADINGS
from lint.formatters.words import HALF, UNREADABLE
from lint.model.finding import Severity
from lint.model.pointer import Pointer
from lint.model.run import Checked
from lint.model.text import LANGUAGES, Text

_FEW = 3  # places that are told at once; more open on a click
_OF_TABLES = ("said", "table", "beyond")
_COUNTED = dict(zip(Severity, HEADINGS[-4:], strict=False))  # the last one counts what stayed undecided
_STATES = {"half": HALF, "unreadable": UNREADABLE, "settings": SETTINGS}


class Place(NamedTuple):
    """Where a report stands in the page: its number, whether it is shown whole, and the way back to the overview.

    ``back`` is empty where there is no overview.
    """

    number: int
    whole: bool
    back: str


def report_markup(checked: Checked, place: Place, look: Look) -> Iterator[Markup]:
    """The report in pieces, personal data masked in all that comes from its text."""
    checked = _masked(checked)
    parts = _parts(checked, look)
    marking = marking_of(checked, parts)
    yield opened("article", {"class": "report", "id": f"r{place.number}"})
    yield _head(checked, marking, place)
    yield _row(NOTHING, [HEAD], marking, place)
    if checked.report is not None:
        yield from _blocks(Sheet(place.number, checked.report.tree, marking), parts, place)
    yield _undecided(checked, look)
    yield Markup("</article>\n")


def _masked(checked: Checked) -> Checked:
    """The same with personal data masked: in the report, in what findings say of it, in why questions stay open."""
    masks = Masks(checked.diagnostics)
    told = tuple(one._replace(message=masks.text(one.message)) for one in checked.diagnostics)
    open_ones = tuple((rule, why._replace(words=masks.text(why.words))) for rule, why in checked.undecided)
    report = None if checked.report is None else masks.report(checked.report)
    return checked._replace(report=report, diagnostics=told, undecided=open_ones)


def _parts(checked: Checked, look: Look) -> tuple[Part, ...]:
    if checked.report is None:
        return ()
    return parts_of(checked.report, _names(checked, look))


def _names(checked: Checked, look: Look) -> FormNames:
    return FormNames(look.layout, checked.report.identity.edition if checked.report is not None else None)


def _blocks(sheet: Sheet, parts: tuple[Part, ...], place: Place) -> Iterator[Markup]:
    """Every block, or of a report that is shortened those with notes, under their headings."""
    shown = range(len(parts)) if place.whole else sorted(_of_interest(parts, sheet.marking))
    if not place.whole:
        yield tag("p", {"class": "shortened"}, both(SHORTENED))
    for numbers in _together(parts, shown):
        yield _row(joined(sheet.part(parts[number]) for number in numbers), numbers, sheet.marking, place)


def _together(parts: Sequence[Part], numbers: Iterable[int]) -> Iterator[list[int]]:
    """Blocks that share a row of the page: text with the heading above it, a table with what belongs to it."""
    held: list[int] = []
    for number in numbers:
        if held and _begins(parts[held[-1]], parts[number]):
            yield held
            held = []
        held.append(number)
    if held:
        yield held


def _begins(before: Part, part: Part) -> bool:
    return part.kind == "heading" or (part.kind in _OF_TABLES and before.kind not in _OF_TABLES)


def _of_interest(parts: tuple[Part, ...], marking: Marking) -> set[int]:
    """The blocks of which something is said, and the headings above them."""
    shown: set[int] = set()
    heading = None
    for number, part in enumerate(parts):
        heading = number if part.kind == "heading" else heading
        if any(pointer in marking.marks for pointer in part.pointers):
            shown |= {number} if heading is None else {heading, number}
    return shown


def _row(blocks: Markup, numbers: Iterable[int], marking: Marking, place: Place) -> Markup:
    """Blocks with their notes beside them."""
    notes = [note_markup(note, marking, place.number) for number in numbers for note in marking.beside(number)]
    if not notes and not blocks:
        return NOTHING
    beside = tag("ol", {"class": "notes"}, *notes) if notes else NOTHING
    if not blocks:
        return tag("div", {"class": "row whole"}, beside)
    return tag("div", {"class": "row"}, tag("div", {"class": "said"}, blocks), beside)


def _head(checked: Checked, marking: Marking, place: Place) -> Markup:
    identity = checked.report.identity if checked.report is not None else None
    own = tag("span", {"class": "source"}, words(checked.source))
    year = YEAR.fill({"year": str(identity.year)}) if identity is not None and identity.year is not None else NO_YEAR
    agency = identity.agency if identity is not None else None
    name = folded(agency, LONGEST_TEXT) if agency else both(NO_AGENCY)
    who = joined([name, words(" "), tag("span", {"class": "year"}, both(year))]) if identity else own
    back = tag("a", {"class": "back", "href": place.back}, both(TO_OVERVIEW)) if place.back else NOTHING
    state = tag("p", {"class": "state"}, both(_STATES[checked.state])) if checked.state in _STATES else NOTHING
    source = tag("p", None, own) if identity else NOTHING
    attributes = {"class": "report-head", **_anchor(marking, place)}
    return tag("header", attributes, back, tag("h2", None, who), source, state, _counts(checked), _answers(checked))


def _anchor(marking: Marking, place: Place) -> dict[str, Value]:
    """Findings about the report as a whole lead to its head."""
    anchor = marking.anchors.get("")
    return {} if anchor is None else {"id": f"r{place.number}p{anchor}", "tabindex": "-1"}


def _counts(checked: Checked) -> Markup:
    found = counts_of(checked)
    if not any(found.values()):
        if checked.state != "read":
            return NOTHING
        open_ones = len(checked.undecided)
        said = CLEAN_BUT.fill({"count": str(open_ones)}) if open_ones else CLEAN
        return tag("p", {"class": "clean" if not open_ones else "clean but"}, both(said))
    chips = (_chip(severity, count) for severity, count in found.items() if count)
    return tag("ul", {"class": "counts"}, *chips)


def _chip(severity: Severity, count: int) -> Markup:
    number = tag("b", None, words(str(count)))
    return tag("li", {"class": severity.value}, number, words(" "), both(_COUNTED[severity]))


def _answers(checked: Checked) -> Markup:
    if not checked.tally.asked:
        return NOTHING
    counts = {"asked": checked.tally.asked, **checked.tally.as_dict()}
    return tag("p", {"class": "answers"}, both(ANSWERS.fill({name: str(count) for name, count in counts.items()})))


def _undecided(checked: Checked, look: Look) -> Markup:
    """The questions without an answer: the rule, why, and how often."""
    if not checked.undecided:
        return NOTHING
    titles = {rule.id: rule.title for rule in look.rules}
    grouped: dict[tuple[str, Text], list[Pointer]] = {}
    for rule, reason in checked.undecided:
        grouped.setdefault((rule, reason.words), []).append(reason.at)
    names = _names(checked, look)
    items = [
        _open(rule, why, [names.place(one) for one in places if one], titles) for (rule, why), places in grouped.items()
    ]
    title = tag("h4", None, both(UNDECIDED.fill({"count": str(len(checked.undecided))})))
    return tag("section", {"class": "undecided"}, title, tag("p", None, both(UNDECIDED_WHY)), tag("ul", None, *items))


def _open(rule: str, why: Text, places: Sequence[Text], titles: Mapping[str, Text]) -> Markup:
    """Questions of one rule that stayed open for one reason, and where."""
    title = tag("span", {"class": "title"}, both(titles[rule])) if rule in titles else NOTHING
    said = (tag("span", {"lang": language}, folded(why.say(language), LONGEST_TEXT)) for language in LANGUAGES)
    reason = tag("span", {"class": "why"}, *said)
    known = [both(place) for place in places]
    where = tag("span", {"class": "where"}, *_separated(known)) if len(known) <= _FEW else _many(known)
    return tag("li", None, tag("code", None, words(rule)), title, reason, where if known else NOTHING)


def _many(places: list[Markup]) -> Markup:
    count = both(TIMES.fill({"count": str(len(places))}))
    return tag("details", {"class": "where"}, tag("summary", None, count), *_separated(places))


def _separated(places: list[Markup]) -> Iterator[Markup]:
    for number, place in enumerate(places):
        yield words(", ") if number else NOTHING
        yield place
