"""Text as it is compared: however wide its signs are typed, and however it is spaced out."""

import unicodedata


def plain_text(text: str) -> str:
    """A text under NFKC without any white space."""
    return "".join(unicodedata.normalize("NFKC", text).split())
