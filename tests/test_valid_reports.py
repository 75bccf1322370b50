"""A thousand reports that are right give no error and no warning."""

import datetime
import random
from decimal import Decimal
from functools import cache
from typing import Any

import pytest

from lint.api import Session
from lint.model.finding import Severity
from lint.model.form import APPLICANTS, BLOCKS, EDITIONS, GROUPS, OUTCOMES, ROWS
from lint.model.report import Tree
from lint.model.run import Checked
from lint.readers.tree import report_of_tree
from lint.rulebook.complete import complete_tree

REPORTS = 1000
BATCH = 100
# Name, kind, level, and whether the body may make 规章.
BODIES: tuple[tuple[str, str | None, str | None, bool], ...] = (
    ("示例市人民政府", "government", "prefectural", True),
    ("示例省人民政府", "government", "provincial", True),
    ("示例市人民政府", "government", None, True),
    ("样例县人民政府", "government", "county", False),
    ("示例市示例区人民政府", None, None, False),
    ("样例县示例镇人民政府", "government", "township", False),
    ("样例街道办事处", "subdistrict", "township", False),
    ("示例市水利局", "department", "prefectural", False),
    ("样例县教育局", None, None, False),
    ("示例省交通运输厅", "department", "provincial", False),
    ("示例经济技术开发区管理委员会", "committee", None, False),
    ("示例市公共资源交易中心", "other", None, False),
)


class Maker:
    """Makes valid reports, always the same for one seed."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)  # noqa: S311 - the same reports in every run

    def tree(self) -> Tree:
        """One valid report."""
        edition = self.dice.choice(EDITIONS)
        year = self.dice.choice((2021, 2022, 2023, 2024, 2025) if edition == "2021" else (2019, 2020))
        name, kind, level, power = self.dice.choice(BODIES)
        tree = _dated(complete_tree(edition), year)
        tree["title"] = f"{name}{year}年政府信息公开工作年度报告"
        told = {"kind": kind, "level": level}
        tree["agency"] = {"name": name, **{key: value for key, value in told.items() if value}}
        tree["published"] = datetime.date(year + 1, 1, self.dice.randint(5, 31)).isoformat()
        sections = tree["sections"]
        sections["proactive"]["table"] = self.table_two(edition, power=power)
        results = self.table_three(sections["applications"]["table"], edition)
        self.table_four(sections["disputes"]["table"], results)
        return tree

    def table_two(self, edition: str, *, power: bool) -> dict[str, Any]:
        """Documents in force are at least those issued; no 规章 without the power to make them."""
        return {row: self.block(row, columns, power=power) for row, columns in BLOCKS[edition].items()}

    def block(self, row: str, columns: tuple[str, ...], *, power: bool) -> dict[str, Any]:
        """One row of table two."""
        if row == "regulations" and not power:
            return dict.fromkeys(columns, 0)
        if columns[0] in ("issued", "made"):
            new = self.dice.choice((0, 1, 3, 20))
            middle = self.dice.randint(0, 5) if columns[0] == "issued" else new
            return dict(zip(columns, (new, middle, new + self.dice.randint(1, 200)), strict=True))
        cells: dict[str, Any] = {column: self.dice.choice((0, 5, 67, 5522)) for column in columns}
        if "change" in cells:
            cells["change"] = self.dice.choice((0, 3, -2))
        if "amount" in cells:
            cells["amount"] = self.dice.choice((0, Decimal("0.0420"), Decimal("120.5000"), Decimal("2439.01")))
        return cells

    def table_three(self, table: dict[str, Any], edition: str) -> int:
        """Every relation holds by construction; the number of results."""
        rows = {row: _row(table, row) for row in ROWS[edition]}
        outcomes = [row for row in ROWS[edition] if row.startswith("results/") and row != "results/total"]
        common = [row for row in outcomes if "/other" not in row]
        for column in APPLICANTS:
            decided = self.dice.choice((0, 0, 1, 4, 12, 60))
            for _ in range(decided):
                rows[self.dice.choice(common)][column] += 1
            late = self.dice.randint(0, decided // 20)
            early = self.dice.randint(0, (decided + late) // 4)
            rows["results/total"][column] = decided
            rows["carried_out"][column], rows["carried_in"][column] = late, early
            rows["new"][column] = decided + late - early
        for cells in rows.values():
            cells["total"] = sum(cells[column] for column in APPLICANTS)
        return int(rows["results/total"]["total"])

    def table_four(self, table: dict[str, Any], results: int) -> None:
        """Few disputes beside many results; fewer suits after review than reviews."""
        most = results // 10
        for group, share in zip(GROUPS, (3, 4, 4), strict=True):
            cells = {outcome: self.dice.randint(0, most // share // 4) for outcome in OUTCOMES[:-1]}
            if group == GROUPS[2]:
                cells = {outcome: min(cells[outcome], table[GROUPS[0]][outcome]) for outcome in cells}
            table[group] = {**cells, "total": sum(cells.values())}


def _row(table: dict[str, Any], path: str) -> dict[str, Any]:
    at: Any = table
    for step in path.split("/"):
        at = at[step]
    cells: dict[str, Any] = at
    return cells


def _dated(tree: Tree, year: int) -> Tree:
    """The report moved to another year."""
    old = str(tree["year"])
    moved = {**tree, "year": year, "preamble": [text.replace(old, str(year)) for text in tree["preamble"]]}
    for section in moved["sections"].values():
        section["paragraphs"] = [text.replace(old, str(year)) for text in section["paragraphs"]]
    return moved


@cache
def session() -> Session:
    """All bundled rules."""
    return Session()


def worse_than_a_note(found: Checked) -> list[tuple[str, str | None]]:
    """Rule and pointer of every error and warning."""
    return [(one.rule, one.pointer) for one in found.diagnostics if one.severity is not Severity.INFO]


@pytest.mark.parametrize("batch", range(REPORTS // BATCH))
def test_valid_reports(batch: int) -> None:
    """No error, no warning, no crash; every relation of tables three and four is asked and passes."""
    maker = Maker(batch)
    for number in range(BATCH):
        tree = maker.tree()
        found = session().check_report(report_of_tree(f"{batch}-{number}", tree))
        assert (worse_than_a_note(found), found.tally.crashed, found.state) == ([], 0, "read"), tree
        assert not [reason for reason in found.undecided if reason[0].startswith("AR")]
        assert found.tally.passed > 60


def test_the_reports_differ() -> None:
    """Both editions, every body, empty tables and full ones are among them."""
    trees = [tree for batch in range(3) for maker in [Maker(batch)] for tree in [maker.tree() for _ in range(BATCH)]]
    assert {tree["edition"] for tree in trees} == set(EDITIONS)
    assert {tree["agency"]["name"] for tree in trees} == {name for name, *_ in BODIES}
    totals = {tree["sections"]["applications"]["table"]["new"]["total"] for tree in trees}
    assert (min(totals), max(totals) > 100, len(totals) > 50) == (0, True, True)
    assert any(tree["sections"]["disputes"]["table"]["reconsideration"]["total"] for tree in trees)
