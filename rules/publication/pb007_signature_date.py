"""The report is signed in the year after the one it is on."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, signature_of


def check(here: Node) -> Iterator[Finding]:
    """The date of the signature: none before the year has ended, none a year late, none that is no date."""
    signed = signature_of(here.case)
    if signed and (signed.day is None or signed.day.year != here.year() + 1):
        yield Finding(signed.at, {"found": signed.written, "next": str(here.year() + 1)})
