"""Figures printed in full-width digits or with thousands separators."""

from collections.abc import Iterator

from lint.authoring import Finding, Node

_ODD = frozenset({"full-width", "separators"})


def check(here: Node) -> Iterator[Finding]:
    """Whether every figure is printed in plain digits."""
    for remark in here.document.remarks:
        if remark.kind in _ODD and remark.pointer:
            at = here / remark.pointer.removeprefix("/")
            values = {"actual": remark.text[:40], "expected": str(at.value if at.exists() else "")}
            yield Finding(remark.pointer, values, place=remark.place)
