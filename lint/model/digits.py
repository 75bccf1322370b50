"""Full-width digits, which mean the same as others: text in which they are exchanged keeps its length."""

from typing import Any

from lint.model.case import Case

_WIDE = "０１２３４５６７８９"
_TABLE = str.maketrans(_WIDE, "0123456789")


def in_plain_digits(case: Case) -> Case | None:
    """The same report with every digit of its text in half-width form; None where it has no other.

    Not itself: a case that holds itself is freed by a search for cycles only, with all that was read of the report.
    """
    joined = case.joined
    for digit in _WIDE:  # a generator takes twice as long, and every report comes by here
        if digit in joined:
            return Case(case.report._replace(tree=_plain(case.report.tree)), case.corpus)
    return None


def _plain(value: Any) -> Any:
    """Nested as deep as the readers allow, which is less than Python does."""
    if isinstance(value, str):
        return value.translate(_TABLE)
    if isinstance(value, dict):
        return {name: _plain(below) for name, below in value.items()}
    return [_plain(below) for below in value] if isinstance(value, list) else value
