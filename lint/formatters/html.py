"""``html``: one page by itself, for people who look before they read. It loads nothing and needs no network.

A report is shown as it is read, with what is said of it beside each place; many have an overview above them. Reports
are written aside as they are checked, and only their lines are kept in memory. Both languages are in the page.
"""

import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice

from lint.formatters.look import Look
from lint.formatters.page.assets import policy, script, style
from lint.formatters.page.markup import NOTHING, Markup, both, opened, tag, words
from lint.formatters.page.overview import Entry, entry_of, overview
from lint.formatters.page.report_markup import Place, report_markup
from lint.formatters.page.words import FOOT, LANGUAGE, NEXT, NOT_SHOWN, PREVIOUS, PRINT, TITLE
from lint.formatters.summary import summary_line
from lint.model.run import Checked, Summary
from lint.model.text import LANGUAGES, Text

MOST_WHOLE = 100  # reports; a page of so many has some 4 MB
_IN_MEMORY = 8 * 1024 * 1024  # bytes of reports written, before they go to a file
_CHUNK = 1 << 16  # characters
_LANGUAGE_NAMES = {"zh": "中文", "en": "English"}


def render(results: Iterable[Checked], summary: Summary, look: Look) -> Iterator[str]:
    """The page in pieces. Where not every character can be written, it has numbers for those beyond ASCII."""
    for piece in _page(results, summary, look):
        yield piece if look.unicode else piece.encode("ascii", "xmlcharrefreplace").decode()


def _page(results: Iterable[Checked], summary: Summary, look: Look) -> Iterator[str]:
    with tempfile.SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", newline="\n") as aside:
        entries: list[Entry] = []
        alone = _Alone(results)
        for checked in alone:
            summary.add(checked)
            place = Place(len(entries) + 1, whole=len(entries) < MOST_WHOLE, overview=not alone.is_one)
            shown = _is_shown(checked, place)
            if shown:
                aside.writelines(report_markup(checked, place, look))
            entries.append(entry_of(checked, place.number, shown=shown))
        yield from _head(summary, look)
        if len(entries) > 1:
            yield overview(entries, {rule.id: rule.title for rule in look.rules})
        if len(entries) > MOST_WHOLE:
            yield tag("p", {"class": "shortened"}, both(NOT_SHOWN.fill({"most": str(MOST_WHOLE)})))
        aside.seek(0)
        while chunk := aside.read(_CHUNK):
            yield chunk
        yield from _foot(look)


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
        return not place.overview
    return place.whole or bool(checked.diagnostics)


def _head(summary: Summary, look: Look) -> Iterator[str]:
    yield f'<!DOCTYPE html>\n<html lang="{look.language}" data-language="{look.language}">\n<head>\n'
    yield f"{opened('meta', {'charset': 'utf-8'})}\n{policy()}\n"
    yield f"{opened('meta', {'name': 'viewport', 'content': 'width=device-width, initial-scale=1'})}\n"
    yield f"{opened('meta', {'name': 'color-scheme', 'content': 'light dark'})}\n"
    yield f"{opened('meta', {'name': 'referrer', 'content': 'no-referrer'})}\n"
    yield f"{opened('meta', {'name': 'generator', 'content': 'xxgk-lint'})}\n"
    yield f"{tag('title', {'data-zh': TITLE.zh, 'data-en': TITLE.en}, words(TITLE.say(look.language)))}\n"
    yield f'{style()}\n</head>\n<body id="top">\n'
    yield tag(
        "header",
        {"class": "page-head"},
        tag("h1", None, both(TITLE)),
        tag("p", {"class": "summary"}, both(_summary(summary, look))),
        _tools(look),
    )
    yield "\n<main>\n"


def _summary(summary: Summary, look: Look) -> Text:
    chinese, english = (summary_line(summary, look._replace(language=language)) for language in LANGUAGES)
    return Text(chinese, english)


def _tools(look: Look) -> Markup:
    """Needs the script, which shows it."""
    languages = [
        tag(
            "button",
            {"type": "button", "data-say": language, "lang": language, "aria-pressed": _pressed(language, look)},
            words(name),
        )
        for language, name in _LANGUAGE_NAMES.items()
    ]
    choice = tag(
        "div", {"class": "languages", "role": "group", "aria-label": f"{LANGUAGE.zh} {LANGUAGE.en}"}, *languages
    )
    steps = [
        tag("button", {"type": "button", "id": name}, both(label))
        for name, label in (("previous", PREVIOUS), ("next", NEXT), ("print", PRINT))
    ]
    return tag("div", {"class": "tools", "hidden": True}, choice, *steps)


def _pressed(language: str, look: Look) -> str:
    return "true" if language == look.language else "false"


def _foot(look: Look) -> Iterator[str]:
    version = both(FOOT.fill({"version": look.version})) if look.version else NOTHING
    yield f"\n</main>\n{tag('footer', None, version)}\n{script()}\n</body>\n</html>\n"
