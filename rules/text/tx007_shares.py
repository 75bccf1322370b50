"""Percentages that the figures beside them do not give."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lint.authoring import Finding, Node, Undecided, accepted, shares_of, sums_of_shares

if TYPE_CHECKING:
    from lint.authoring import Share


def check(here: Node) -> Iterator[Finding]:
    """Whether every share is that of the figure before it, and shares of one whole make no more than it."""
    text = here.case.joined
    if "占" not in text or ("%" not in text and "％" not in text and "﹪" not in text):
        return
    for share in shares_of(here.case):
        if share.whole and not share.fits and not _is_of_a_table(here, share):
            values = {"found": share.quote, "sum": f"{share.part.quantity.amount:f}÷{share.whole:f}"}
            yield Finding(share.at, {**values, "expected": share.of(share.whole)})
    for shares in sums_of_shares(here.case):
        written = "+".join(f"{one.quantity.amount:f}" for one in shares.percents)
        yield Finding(shares.at, {"found": shares.quote, "sum": written, "expected": f"{shares.total:f}"})


def _is_of_a_table(here: Node, share: "Share") -> bool:
    """Whether it is the share of a figure of table three; where a blank hides that, it may be."""
    try:
        wholes = [value for topic in ("received", "answered") for value in accepted(here.case, topic).values]
    except Undecided:
        return share.of_applications
    return any(map(share.is_of, wholes))
