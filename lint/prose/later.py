"""Readings of the prose that few reports need: each is loaded when first asked for, so that no start pays for it."""

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from lint.model.case import Case
from lint.prose.sentences import listing

if TYPE_CHECKING:
    from lint.prose.growth import Growth
    from lint.prose.parts import Breakdown
    from lint.prose.personal import Personal
    from lint.prose.shares import Share, Shares
    from lint.prose.signature import Signature
    from lint.prose.totals import Total


@cache  # an import within a function takes a quarter of what the quickest of these take
def _later(module: str, name: str) -> Callable[[Any], Any]:
    found: Callable[[Any], Any] = getattr(import_module(f"lint.prose.{module}"), name)
    return found


def breakdowns_of(case: Case) -> "tuple[Breakdown, ...]":
    """All lists of parts of a report, in document order."""
    if not case.once(listing):
        return ()
    found: tuple[Breakdown, ...] = case.once(_later("parts", "breakdowns_of"))
    return found


def shares_of(case: Case) -> "tuple[Share, ...]":
    """The shares of figures, in document order."""
    found: tuple[Share, ...] = _later("shares", "shares_of")(case)
    return found


def sums_of_shares(case: Case) -> "tuple[Shares, ...]":
    """The lists of shares without figures that cannot be right."""
    found: tuple[Shares, ...] = _later("shares", "sums_of_shares")(case)
    return found


def signature_of(case: Case) -> "Signature | None":
    """The signature under a report; None where it is not signed with a date."""
    found: Signature | None = case.once(_later("signature", "signature_of"))
    return found


def growths_of(case: Case) -> "tuple[Growth, ...]":
    """Every growth of a figure, or of the applications, over last year; in document order."""
    found: tuple[Growth, ...] = _later("growth", "growths_of")(case)
    return found


def totals_of(case: Case) -> "tuple[Total, ...]":
    """The totals with which sentences begin, in document order."""
    found: tuple[Total, ...] = _later("totals", "totals_of")(case)
    return found


def identity_numbers(text: str) -> "Iterator[Personal]":
    """The numbers of identity cards in a text."""
    found: Iterator[Personal] = _later("personal", "identity_numbers")(text)
    return found


def mobile_numbers(text: str) -> "Iterator[Personal]":
    """The numbers of mobile telephones in a text that nobody gives as a contact."""
    found: Iterator[Personal] = _later("personal", "mobile_numbers")(text)
    return found


def bank_cards(text: str) -> "Iterator[Personal]":
    """The numbers of bank cards in a text."""
    found: Iterator[Personal] = _later("personal", "bank_cards")(text)
    return found
