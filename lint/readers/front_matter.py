"""Title and date in YAML between two lines of hyphens, as programs put them before Markdown."""

import re
from typing import NamedTuple

from lint.model.place import Place
from lint.readers.outline import Cell
from lint.readers.title import day_in

_FRONT = re.compile(
    r"\ufeff?---[ \t]*\n(?P<lines>(?:(?:[\w-]{1,40}:[^\n]{0,500}|[ \t#-][^\n]{0,500})?\n){1,60}?)---[ \t]*(?:\n|$)"
)
_SAID = re.compile(r"^(?P<name>\w{1,40}):[ \t]*[\"']?(?P<value>[^\n]{1,300}?)[\"']?[ \t]*$", re.MULTILINE)
_DATES = ("date", "published", "pubdate", "publishdate")


class Front(NamedTuple):
    """What stands before the text, and the text with blank lines instead of it, so that lines keep their numbers."""

    title: Cell | None
    published: str | None
    text: str


def front_of(text: str) -> Front:
    """The title, the date (ISO 8601) and the text of a file whose lines end in a line feed."""
    found = _FRONT.match(text)
    if found is None:
        return Front(None, None, text)
    said = {one["name"].lower(): one for one in reversed(list(_SAID.finditer(found["lines"])))}
    days = (day_in(said[name]["value"]) for name in _DATES if name in said)
    body = "\n" * found[0].count("\n") + text[found.end() :]
    return Front(_title(said["title"], found) if "title" in said else None, next(filter(None, days), None), body)


def _title(said: re.Match[str], front: re.Match[str]) -> Cell:
    line = 2 + front["lines"].count("\n", 0, said.start())
    begin, end = (at - said.start() + 1 for at in said.span("value"))
    return Cell(said["value"], Place(line, begin, line, end))
