"""``html``: one page by itself, for people who look before they read. It loads nothing and needs no network.

A report is shown as it is read, with what is said of it beside each place; many have an overview above them. Reports
and their lines there are written aside as they are checked. Both languages are in the page.
"""

from collections.abc import Iterator

from lint.formatters.look import Look
from lint.formatters.page.frame import foot, head, written
from lint.formatters.page.markup import both, tag
from lint.formatters.page.overview import Overview
from lint.formatters.page.report_markup import Place, report_markup
from lint.formatters.page.words import NOT_SHOWN
from lint.formatters.rendering import Rendering
from lint.model.aside import Aside
from lint.model.run import Checked, Summary

MOST_WHOLE = 100  # reports; a page of so many has some 4 MB


def render(summary: Summary, look: Look) -> Rendering:
    """The page in pieces."""
    with Aside() as reports, Overview() as entries:
        yield from _told(reports, entries, look)
        yield from written(_page(reports, entries, summary, look), look)


def _told(reports: Aside, entries: Overview, look: Look) -> Rendering:
    """Nothing but asking; one result ahead, for a report that is alone has no overview to go back to."""
    checked = yield None
    following = (yield None) if checked else None
    alone = following is None
    while checked:
        place = Place(entries.count + 1, whole=entries.count < MOST_WHOLE, back="" if alone else "#top")
        shown = _is_shown(checked, place)
        if shown:
            for piece in report_markup(checked, place, look):
                reports.write(piece)
        entries.add(checked, f"#r{place.number}" if shown else "")
        checked, following = following, (yield None) if following else None


def _page(reports: Aside, entries: Overview, summary: Summary, look: Look) -> Iterator[str]:
    yield from head(summary, look)
    if entries.count > 1:
        yield from entries.pieces({rule.id: rule.title for rule in look.rules})
    if entries.count > MOST_WHOLE:
        yield tag("p", {"class": "shortened"}, both(NOT_SHOWN.fill({"most": str(MOST_WHOLE)})))
    yield from reports.text()
    yield from foot(look)


def _is_shown(checked: Checked, place: Place) -> bool:
    """Whether the page has more of a file than its line in the overview."""
    if checked.state == "passed_over":
        return not place.back
    return place.whole or bool(checked.diagnostics)
