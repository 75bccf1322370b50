"""One total of the year told twice with two figures."""

from collections.abc import Iterator

from lint.authoring import Finding, Node, Severity, Total, totals_of


def check(here: Node) -> Iterator[Finding]:
    """Whether the same words count the same wherever they stand."""
    known: dict[tuple[str, str], Total] = {}
    for total in totals_of(here.case):
        first = known.setdefault((total.what, total.quantity.unit), total)
        if first.quantity.amount != total.quantity.amount:
            severity = None if total.sure and first.sure else Severity.INFO
            yield Finding(total.at, {"found": total.quote, "other": first.quote}, (first.at,), severity)
