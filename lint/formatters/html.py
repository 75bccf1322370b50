"""``html``: one page by itself, for people who look before they read. It loads nothing and needs no network.

A report is shown as it is read, with what is said of it beside each place; many have an overview above them. Reports
are written aside as they are checked, and only their lines are kept in memory. Both languages are in the page.
"""

import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice

from lint.formatters.look import Look
from lint.formatters.page.frame import foot, head, written
from lint.formatters.page.markup import both, tag
from lint.formatters.page.overview import Entry, entry_of, overview
from lint.formatters.page.report_markup import Place, report_markup
from lint.formatters.page.words import NOT_SHOWN
from lint.model.run import Checked, Summary

MOST_WHOLE = 100  # reports; a page of so many has some 4 MB
_IN_MEMORY = 8 * 1024 * 1024  # bytes of reports written, before they go to a file
_CHUNK = 1 << 16  # characters


def render(results: Iterable[Checked], summary: Summary, look: Look) -> Iterator[str]:
    """The page in pieces."""
    yield from written(_page(results, summary, look), look)


def _page(results: Iterable[Checked], summary: Summary, look: Look) -> Iterator[str]:
    with tempfile.SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", newline="\n") as aside:
        entries: list[Entry] = []
        alone = _Alone(results)
        for checked in alone:
            summary.add(checked)
            number = len(entries) + 1
            place = Place(number, whole=number <= MOST_WHOLE, back="" if alone.is_one else "#top")
            shown = _is_shown(checked, place)
            if shown:
                aside.writelines(report_markup(checked, place, look))
            entries.append(entry_of(checked, number, f"#r{number}" if shown else ""))
        yield from head(summary, look)
        if len(entries) > 1:
            yield overview(entries, {rule.id: rule.title for rule in look.rules})
        if len(entries) > MOST_WHOLE:
            yield tag("p", {"class": "shortened"}, both(NOT_SHOWN.fill({"most": str(MOST_WHOLE)})))
        aside.seek(0)
        while chunk := aside.read(_CHUNK):
            yield chunk
        yield from foot(look)


class _Alone:
    """The results one by one; known before the first is written is whether there is only one."""

    def __init__(self, results: Iterable[Checked]) -> None:
        self._rest = iter(results)
        self._held = [*islice(self._rest, 2)]
        self.is_one = len(self._held) == 1

    def __iter__(self) -> Iterator[Checked]:
        yield from self._held
        self._held = []
        yield from self._rest


def _is_shown(checked: Checked, place: Place) -> bool:
    """Whether the page has more of a file than its line in the overview."""
    if checked.state == "passed_over":
        return not place.back
    return place.whole or bool(checked.diagnostics)
