"""Characters that nobody sees: they come with copied text, and nothing is compared with them."""

import re

# Soft hyphen, joiners, marks of direction, selectors of glyph forms, NUL. Not the overrides U+202D and U+202E: these
# turn the order of what is shown.
INVISIBLE = (
    r"\x00\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202c\u2060-\u206f"
    r"\ufe00-\ufe0f\ufeff"
)
_FOUND = re.compile(f"[{INVISIBLE}]")


def seen(text: str) -> str:
    """The text as it is seen."""
    return text if text.isascii() and "\x00" not in text else _FOUND.sub("", text)
