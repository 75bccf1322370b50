"""Readings of the prose that few reports need: each is loaded when first asked for, so that no start pays for it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lint.model.case import Case
from lint.prose.sentences import listing

if TYPE_CHECKING:
    from lint.prose.growth import Growth
    from lint.prose.parts import Breakdown
    from lint.prose.personal import Personal
    from lint.prose.shares import Share, Shares
    from lint.prose.signature import Signature
    from lint.prose.totals import Total


def breakdowns_of(case: Case) -> "tuple[Breakdown, ...]":
    """All lists of parts of a report, in document order."""
    if not case.once(listing):
        return ()
    from lint.prose.parts import breakdowns_of as read  # noqa: PLC0415 - see above

    return case.once(read)


def shares_of(case: Case) -> "tuple[Share, ...]":
    """The shares of figures, in document order."""
    from lint.prose.shares import shares_of as read  # noqa: PLC0415 - see above

    return read(case)


def sums_of_shares(case: Case) -> "tuple[Shares, ...]":
    """The lists of shares without figures that cannot be right."""
    from lint.prose.shares import sums_of_shares as read  # noqa: PLC0415 - see above

    return read(case)


def signature_of(case: Case) -> "Signature | None":
    """The signature under a report; None where it is not signed with a date."""
    from lint.prose.signature import signature_of as read  # noqa: PLC0415 - see above

    return case.once(read)


def growths_of(case: Case) -> "tuple[Growth, ...]":
    """Every growth of a figure, or of the applications, over last year; in document order."""
    from lint.prose.growth import growths_of as read  # noqa: PLC0415 - see above

    return read(case)


def totals_of(case: Case) -> "tuple[Total, ...]":
    """The totals with which sentences begin, in document order."""
    from lint.prose.totals import totals_of as read  # noqa: PLC0415 - see above

    return read(case)


def identity_numbers(text: str) -> "Iterator[Personal]":
    """The numbers of identity cards in a text."""
    from lint.prose.personal import identity_numbers as read  # noqa: PLC0415 - see above

    return read(text)


def mobile_numbers(text: str) -> "Iterator[Personal]":
    """The numbers of mobile telephones in a text that nobody gives as a contact."""
    from lint.prose.personal import mobile_numbers as read  # noqa: PLC0415 - see above

    return read(text)


def bank_cards(text: str) -> "Iterator[Personal]":
    """The numbers of bank cards in a text."""
    from lint.prose.personal import bank_cards as read  # noqa: PLC0415 - see above

    return read(text)
