"""The date of publication must be a day of the calendar, written YYYY-MM-DD."""

import datetime
from collections.abc import Iterator

from lint.authoring import Finding, Node

_FORM = "YYYY-MM-DD"


def check(here: Node) -> Iterator[Finding]:
    """Whether the text is such a day."""
    if here.value is None:
        return
    written = here.text()
    try:
        # The library also takes 20240120 and 2024-W03-6, which are of other lengths or forms.
        sound = len(written) == len(_FORM) and "W" not in written and bool(datetime.date.fromisoformat(written))
    except ValueError:
        sound = False
    if not sound:
        yield Finding(here.pointer, {"actual": written[:40]})
