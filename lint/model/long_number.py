"""Numbers of ten digits or more, however wide and spaced: no number of a person is shorter."""

from lint.model.pattern import Pattern

_LONG = Pattern(r"[0-9０-９Xx](?<=[0-9０-９][0-9０-９ \u3000-]{8}[0-9０-９Xx])")
_WIDE = "０１２３４５６７８９\u3000"
# Every sign that such a number may have as 0, all others as another.
_SIGNS = bytes(ord("0" if chr(code) in "0123456789 -Xx" else "?") for code in range(256))
_TEN = b"0" * 10


def has_long_number(text: str) -> bool:
    """Whether a text has such a number."""
    return _has_ten_signs(text) and _LONG.search(text) is not None


def _has_ten_signs(text: str) -> bool:
    """A quick look: whether ten signs of numbers may stand in a row, found as bytes sooner than by the pattern."""
    for sign in _WIDE:
        if sign in text:
            return True
    return _TEN in text.encode("ascii", "replace").translate(_SIGNS)
