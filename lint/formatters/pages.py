"""``html`` into a folder: the overview as one page, and a page for each report, with links both ways.

The lines of the overview are written aside. As the single page does, each loads nothing and needs no network.
"""

import re
from collections.abc import Iterator
from pathlib import PurePath
from typing import NamedTuple
from urllib.parse import quote

from lint.formatters.look import Look
from lint.formatters.page.frame import foot, head, written
from lint.formatters.page.overview import Overview
from lint.formatters.page.report_markup import Place, report_markup
from lint.formatters.page.words import TITLE
from lint.formatters.rendering import Paging
from lint.model.run import Checked, Summary
from lint.model.text import Text
from lint.prose.personal import masked

INDEX = "index.html"
_LONGEST_NAME = 60  # characters of a source's name: 180 bytes of Chinese, of the 255 that a file system takes
_UNSAFE = re.compile(r"[^\w-]+")


class Page(NamedTuple):
    """A page: the name of its file, and its text in pieces, to be written before the next page is asked for."""

    name: str
    pieces: Iterator[str]


def render_folder(summary: Summary, look: Look) -> Paging:
    """A page for each report as it is checked, then the overview. What was passed over has no page."""
    with Overview() as entries:
        while checked := (yield None):
            name = "" if checked.state == "passed_over" else page_name(entries.count + 1, checked.source)
            entries.add(checked, quote(name))
            if name:
                yield Page(name, written(_report(checked, look), look))
        yield Page(INDEX, written(_overview(entries, summary, look), look))


def page_name(number: int, source: str) -> str:
    """The name of a report's page: unique by its number, and of letters, digits, ``-`` and ``_`` else."""
    name = _UNSAFE.sub("_", PurePath(source.replace("\\", "/")).stem[:_LONGEST_NAME]).strip("_")
    return f"{number:04}-{name}.html" if name else f"{number:04}.html"


def _report(checked: Checked, look: Look) -> Iterator[str]:
    alone = Summary()
    alone.add(checked)
    who = checked.report.identity.agency if checked.report is not None else None
    named = masked(who or checked.source)
    yield from head(alone, look, Text(f"{named}：{TITLE.zh}", f"{named}: {TITLE.en}"))
    yield from report_markup(checked, Place(1, whole=True, back=INDEX), look)
    yield from foot(look)


def _overview(entries: Overview, summary: Summary, look: Look) -> Iterator[str]:
    yield from head(summary, look)
    if entries.count:
        yield from entries.pieces({rule.id: rule.title for rule in look.rules})
    yield from foot(look)
