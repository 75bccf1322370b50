"""No mobile number stands in the text but that of a contact; what is told of one is masked."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, mobile_numbers


def check(here: Node) -> Iterator[Finding]:
    """Every mobile number that nobody gives as a contact, masked."""
    for at, text in here.case.numbered:
        for number in mobile_numbers(text):
            yield Finding(at, {"found": number.masked})
