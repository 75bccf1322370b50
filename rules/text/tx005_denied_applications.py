"""Applications that the text denies and table three counts."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, Severity, contradicted


def check(here: Node) -> Iterator[Finding]:
    """Whether table three has new applications where the text says that none came."""
    for one in contradicted(here.case, "received"):
        values = {"found": one.denial.quote, "actual": str(one.figures.values[0])}
        yield Finding(one.denial.at, values, one.figures.cells, None if one.certain else Severity.WARNING)
