"""Rows of a table that stand twice with different figures."""

from collections.abc import Iterator

from lint.authoring import Finding, Node


def check(here: Node) -> Iterator[Finding]:
    """One finding for each row that readers met again with other figures."""
    told: set[str] = set()
    for remark in here.document.remarks:
        if remark.kind == "doubled-row" and remark.pointer not in told:
            told.add(remark.pointer)
            yield Finding(remark.pointer, {"found": remark.text[:60]}, place=remark.place)
