"""Every row and column of the form stands in the tables that the report has."""

from collections.abc import Iterator, Mapping
from typing import Any

from lint.authoring import BLOCKS, COLUMNS, EDITION_UNKNOWN, GROUPS, OUTCOMES, ROWS, TABLES, Finding, Node, Undecided

_FORM = 2019
_OTHER = "results/other"
_BRANCHES = ("results", "results/denied", "results/unavailable", "results/not_processed", _OTHER)
_Rows = Mapping[str, tuple[str, ...]]
_APPLICATIONS: dict[str, _Rows] = {edition: dict.fromkeys(rows, COLUMNS) for edition, rows in ROWS.items()}
_DISPUTES: _Rows = dict.fromkeys(GROUPS, OUTCOMES)
_PATHS = {
    row: (row.rpartition("/")[0], row.rpartition("/")[2])
    for row in (*BLOCKS["2019"], *ROWS["2019"], *ROWS["2021"], *GROUPS)
}
_MARKERS = {
    edition: {row: frozenset(columns) - set(BLOCKS[other].get(row, ())) for row, columns in BLOCKS[edition].items()}
    for edition, other in (("2021", "2019"), ("2019", "2021"))
}


def check(here: Node) -> Iterator[Finding]:
    """Each table against the rows and columns of its edition."""
    edition = here.identity.edition
    if edition is None or (here.identity.year or _FORM) < _FORM:
        raise Undecided(EDITION_UNKNOWN)
    if here.case.has_all_cells(edition):
        return
    sections = here.case.report.tree.get("sections")
    tables = {key: table for key in TABLES if isinstance(table := _get(sections, f"{key}/table"), dict)}
    if "proactive" in tables:
        yield from _missing(TABLES["proactive"], tables["proactive"], _blocks(tables["proactive"], edition))
    if "applications" in tables:
        yield from _applications(TABLES["applications"], tables["applications"], edition)
    if "disputes" in tables:
        yield from _missing(TABLES["disputes"], tables["disputes"], _DISPUTES)


def _blocks(table: dict[str, Any], edition: str) -> _Rows:
    """The rows of table two, each with the columns of the edition whose columns it shows."""
    shown = {row: _shown(row, columns) for row, columns in table.items() if isinstance(columns, dict)}
    editions = {one for one in shown.values() if one} or {edition}
    usual = edition if edition in editions else min(editions)
    plain = "2019" if editions == {edition} == {"2019"} else "2021"
    rows = BLOCKS[edition] if editions == {edition} else BLOCKS["2021"]
    return {row: BLOCKS[shown.get(row) or (plain if row in shown else usual)].get(row, ()) for row in rows}


def _shown(row: str, columns: dict[str, Any]) -> str | None:
    """The edition that has a column of this row while the other has not."""
    return next((one for one, markers in _MARKERS.items() if row in markers and markers[row] & columns.keys()), None)


def _applications(at: str, table: dict[str, Any], edition: str) -> Iterator[Finding]:
    other = _get(table, _OTHER)
    split = isinstance(other, dict) and any(isinstance(row, dict) for row in other.values())
    if isinstance(other, dict) and other and not split:
        edition = "2019"  # one row where the form has three is ST017, and no row is missing
    yield from _missing(at, table, _APPLICATIONS["2021" if split else edition])


def _missing(at: str, table: dict[str, Any], rows: _Rows) -> Iterator[Finding]:
    """Missing branches, rows, columns and cells: one finding for the largest thing that is missing.

    Where more than half of the rows are missing that is the table itself.
    """
    if _whole(table, rows):
        return
    found = {row: _get(table, row) for row in rows}
    filled = {row: cells for row, cells in found.items() if isinstance(cells, dict) and cells}
    if 2 * len(filled) < len(rows):
        there = sum(column in cells for row, cells in filled.items() for column in rows[row])
        yield _finding(at, sum(map(len, rows.values())), there)
        return
    yield from _missing_rows(at, table, rows)
    yield from _missing_cells(at, filled, rows)


def _whole(table: dict[str, Any], rows: _Rows) -> bool:
    """The quick way for the common case: every row holds exactly its columns, in their order."""
    groups = {"": table} | {branch: _get(table, branch) for branch in _BRANCHES}
    try:
        return all(tuple(groups[above][name]) == columns for (above, name), columns in _paths(rows))
    except (KeyError, TypeError):
        return False


def _paths(rows: _Rows) -> Iterator[tuple[tuple[str, str], tuple[str, ...]]]:
    return ((_PATHS[row], columns) for row, columns in rows.items())


def _missing_rows(at: str, table: dict[str, Any], rows: _Rows) -> Iterator[Finding]:
    told: list[str] = []
    for row, columns in rows.items():
        if _get(table, row) or any(row.startswith(f"{branch}/") for branch in told):
            continue
        gap = next((one for one in _BRANCHES if row.startswith(f"{one}/") and not _get(table, one)), row)
        told.append(gap)
        count = sum(one == gap or one.startswith(f"{gap}/") for one in rows)
        yield _finding(f"{at}/{gap}", count * len(columns))


def _missing_cells(at: str, found: dict[str, dict[str, Any]], rows: _Rows) -> Iterator[Finding]:
    lacking = [(row, column) for row, cells in found.items() for column in rows[row] if column not in cells]
    columns = [column for _, column in lacking]
    told: set[str] = set()
    for row, column in lacking:
        having = sum(column in rows[one] for one in found)
        if having > 1 and columns.count(column) == having:
            if column not in told:
                told.add(column)
                yield _finding(f"{at}/{row}/{column}", having)
        else:
            yield _finding(f"{at}/{row}/{column}", 1)


def _finding(at: str, cells: int, there: int = 0) -> Finding:
    return Finding(at, {"expected": str(cells), "actual": str(there)})


def _get(table: object, path: str) -> Any:
    at: Any = table
    for step in path.split("/"):
        at = at.get(step) if isinstance(at, dict) else None
    return at
