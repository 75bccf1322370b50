"""Days of the calendar as reports write them."""

import datetime
from functools import lru_cache

_LENGTH = len("2024-01-20")


@lru_cache(maxsize=4096)
def is_day(written: str | None) -> bool:
    """Whether a text is a day of the calendar, written YYYY-MM-DD."""
    if written is None:
        return False
    try:
        return len(written) == _LENGTH and "W" not in written and bool(datetime.date.fromisoformat(written))
    except ValueError:
        return False
