"""No identity number stands in the text; what is told of one is masked."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, identity_numbers


def check(here: Node) -> Iterator[Finding]:
    """Every such number, masked."""
    for at, text in here.case.numbered:
        for number in identity_numbers(text):
            yield Finding(at, {"found": number.masked})
