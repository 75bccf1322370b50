"""（六）其他处理 has figures of its own, or rows, not both."""

from collections.abc import Iterator

from lint.authoring import COLUMNS, TABLES, Finding, Node

_OTHER = f"{TABLES['applications']}/results/other"
_BESIDE = frozenset(COLUMNS) - {"other"}
_ROWS = frozenset({"not_supplemented", "fee_unpaid"})


def check(here: Node) -> Iterator[Finding]:
    """Whether columns stand beside the rows."""
    try:
        node = here.case.report.tree["sections"]["applications"]["table"]["results"]["other"]
        if _BESIDE.isdisjoint(node) or _ROWS.isdisjoint(node):
            return
    except (KeyError, TypeError):  # no such table
        return
    beside = [column for column in COLUMNS if node.get(column) is not None and not isinstance(node[column], dict)]
    if beside:
        figures = " ".join(str(node[column])[:20] for column in beside)
        yield Finding(_OTHER, {"actual": figures}, tuple(f"{_OTHER}/{column}" for column in beside))
