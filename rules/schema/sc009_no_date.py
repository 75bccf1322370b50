"""The date of publication must be a day of the calendar, written YYYY-MM-DD."""

import datetime
from collections.abc import Iterator

from lint.authoring import Finding, Node, Pattern

_FORM = Pattern(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def check(here: Node) -> Iterator[Finding]:
    """Whether the text is such a day."""
    written = here.text()
    try:
        sound = _FORM.fullmatch(written) is not None and datetime.date.fromisoformat(written) is not None
    except ValueError:
        sound = False
    if not sound:
        yield Finding(here.pointer, {"actual": written[:40]})
