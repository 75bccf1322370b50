"""Each row of table two stands under the item of article 20 that it is about."""

from collections.abc import Iterator

from lint.authoring import TABLES, Finding, Node

_TABLE = TABLES["proactive"]
_ITEMS = {  # the first block cannot stand under an earlier item: its rows were put elsewhere when text was extracted
    "licensing": "五",
    "other_services": "五",
    "penalties": "六",
    "coercion": "六",
    "fees": "八",
    "procurement": "九",
}


def check(here: Node) -> Iterator[Finding]:
    """One finding for each item whose caption is missing, or another's, at the first of its rows."""
    told: set[str] = set()
    for remark in here.document.remarks:
        item = _ITEMS.get(remark.pointer.removeprefix(f"{_TABLE}/")) if remark.kind == "caption-lost" else None
        if item and item not in told:
            told.add(item)
            yield Finding(remark.pointer, {"expected": f"第二十条第（{item}）项"}, place=remark.place)
