"""Every row of figures has its name; the rows of one table that lack theirs have one cause, and are one finding."""

from collections.abc import Iterator

from lint.authoring import TABLES, Finding, Node, Remark

_MOST_QUOTED = 60


def check(here: Node) -> Iterator[Finding]:
    """One finding for a table, at the first row without a name; the others are related."""
    by_table: dict[str, dict[str, Remark]] = {}
    for remark in here.document.remarks:
        if remark.kind == "label-lost":
            by_table.setdefault(_table(remark.pointer), {}).setdefault(remark.pointer, remark)
    for rows in by_table.values():
        first, *others = rows.values()
        values = {"found": first.text[:_MOST_QUOTED], "count": str(len(rows))}
        yield Finding(first.pointer, values, tuple(one.pointer for one in others), place=first.place)


def _table(pointer: str) -> str:
    """The table in which a row stands, or the place itself where that is in none."""
    return next((table for table in TABLES.values() if pointer.startswith(f"{table}/")), pointer)
