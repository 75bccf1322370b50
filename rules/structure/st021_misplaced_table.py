"""Tables that stand under the heading of another section."""

from collections.abc import Iterator

from lint.authoring import Finding, Node


def check(here: Node) -> Iterator[Finding]:
    """One finding for each table that readers found elsewhere than in its own section."""
    told: set[str] = set()
    for remark in here.document.remarks:
        if remark.kind == "misplaced-table" and remark.pointer not in told:
            told.add(remark.pointer)
            yield Finding(remark.pointer, {"found": remark.text[:60]}, place=remark.place)
