"""Figures printed in full-width digits or with thousands separators, counted once for each table."""

from collections.abc import Iterator

from lint.authoring import TABLES, Finding, Node, Remark

_ODD = frozenset({"full-width", "separators"})
_MOST = 30


def check(here: Node) -> Iterator[Finding]:
    """Whether every figure is printed in plain digits."""
    odd = [remark for remark in here.document.remarks if remark.kind in _ODD and remark.pointer]
    for table in TABLES.values() if odd else ():
        inside = [remark for remark in odd if remark.pointer.startswith(f"{table}/")]
        if inside:
            yield _finding(here, table, inside)


def _finding(here: Node, table: str, odd: list[Remark]) -> Finding:
    first = odd[0]
    at = here / first.pointer.removeprefix("/")
    values = {
        "count": str(len({remark.pointer for remark in odd})),
        "actual": first.text[:40],
        "expected": str(at.value if at.exists() else ""),
    }
    cells = tuple(dict.fromkeys(remark.pointer for remark in odd))
    return Finding(table, values, cells[:_MOST], place=first.place)
