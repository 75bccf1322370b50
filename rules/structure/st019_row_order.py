"""Rows of a table that stand elsewhere than the form has them."""

from collections.abc import Iterator

from lint.authoring import Finding, Node


def check(here: Node) -> Iterator[Finding]:
    """One finding for each row that readers found behind a later one."""
    told: set[str] = set()
    for remark in here.document.remarks:
        if remark.kind == "order" and remark.pointer not in told:
            told.add(remark.pointer)
            yield Finding(remark.pointer, place=remark.place)
