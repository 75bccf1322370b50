"""No number of a bank card stands in the text; what is told of one is masked."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, bank_cards


def check(here: Node) -> Iterator[Finding]:
    """Every such number beside a word for a card or an account, masked."""
    for at, text in here.case.numbered:
        for number in bank_cards(text):
            yield Finding(at, {"found": number.masked})
