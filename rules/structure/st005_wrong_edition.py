"""The edition of the form must be that of the report year."""

from collections.abc import Iterator

from lint.authoring import BEFORE_THE_FORM, Finding, Node, Undecided

_FORM, _REVISED = 2019, 2021
_MOST = 4
# As the form prints them, for the message; a rule sees no layout.
_OLD = {
    "made": "本年新制作数量",
    "disclosed": "本年新公开数量",
    "total_disclosed": "对外公开总数量",
    "previous_items": "上一年项目数量",
    "change": "本年增/减",
}
_NEW = {"issued": "本年制发件数", "repealed": "本年废止件数", "in_force": "现行有效件数"}
_OLD_ROWS = {"other_services": "其他对外管理服务事项", "procurement": "政府集中采购"}
_FEES, _AMOUNT = "fees", "本年收费金额"
_TABLE = "/sections/proactive/table"
_OTHER = "/sections/applications/table/results/other"
_SPLIT = ("not_supplemented", "fee_unpaid")


def check(here: Node) -> Iterator[Finding]:
    """One finding: at the first row of table two with a foreign column, else at （六）, else at the edition."""
    year = here.year()
    if year >= _FORM:
        foreign: tuple[str, ...] = ("2019",) if year >= _REVISED else ("2021",)
    else:
        foreign = ("2019", "2021")  # before both, so that neither can be right
    edition, found = next(((one, signs) for one in foreign if (signs := _signs(here, one))), ("", []))
    if found:
        labels = list(dict.fromkeys(label for _, labels in found for label in labels))
        shown = "、".join(labels[:_MOST]) + ("等" if len(labels) > _MOST else "")
        values = {"year": str(year), "edition": edition, "found": shown}
        yield Finding(found[0][0], values, tuple(at for at, _ in found[1:]))
    elif year < _FORM:
        raise Undecided(BEFORE_THE_FORM)


_Found = list[tuple[str, list[str]]]
_ANY_OLD, _ANY_NEW = frozenset({*_OLD, "items"}), frozenset({*_NEW, "amount"})


def _signs(here: Node, edition: str) -> _Found:
    """What the report has of an edition that is not its own."""
    return _columns(here, edition) or _rows_of_six(here, edition) or _told(here, edition)


def _columns(here: Node, edition: str) -> _Found:
    table = _at(here.case.report.tree, "sections", "proactive", "table")
    rows = table.items() if isinstance(table, dict) else ()
    foreign = _ANY_OLD if edition == "2019" else _ANY_NEW
    marked = (
        (f"{_TABLE}/{name}", _labels(name, row, edition))
        for name, row in rows
        if isinstance(row, dict) and (name in _OLD_ROWS or not foreign.isdisjoint(row))
    )
    return [(at, labels) for at, labels in marked if labels]


def _labels(name: str, row: dict[str, object], edition: str) -> list[str]:
    """The columns of a row that only this edition has; blank ones count only where nothing else stands there."""
    if name in _OLD_ROWS:
        told = edition == "2019" and any(value is not None for value in row.values())
        return [_OLD_ROWS[name]] if told else []
    new = _NEW | ({"amount": _AMOUNT} if name == _FEES else {})
    wrong, right = (_OLD, new) if edition == "2019" else (new, _OLD)
    mixed = any(column in right for column in row)
    return [label for column, label in wrong.items() if column in row and not (mixed and row[column] is None)]


def _rows_of_six(here: Node, edition: str) -> _Found:
    if edition != "2021":
        return []
    other = _at(here.case.report.tree, "sections", "applications", "table", "results", "other")
    split = isinstance(other, dict) and any(isinstance(other.get(row), dict) for row in _SPLIT)
    return [(_OTHER, ["（六）其他处理 1—3"])] if split else []


def _told(here: Node, edition: str) -> _Found:
    told = here.case.report.tree.get("edition")
    return [("/edition", [f"edition: {edition}"])] if told == edition else []


def _at(tree: object, *path: str) -> object:
    for step in path:
        tree = tree.get(step) if isinstance(tree, dict) else None
    return tree
