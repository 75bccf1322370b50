"""Reports that are right, made at random and always the same for one seed: the ground on which rules are tried."""

import datetime
import random
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from lint.model.form import APPLICANTS, BLOCKS, EDITIONS, GROUPS, OUTCOMES, ROWS
from lint.model.report import Tree
from lint.rulebook.complete import complete_tree

YEARS = {"2021": (2021, 2022, 2023, 2024, 2025), "2019": (2019, 2020)}

EDITIONS_AND_YEARS = tuple((edition, year) for edition, years in YEARS.items() for year in years)


class Body(NamedTuple):
    """An invented body: name, kind and level as the report tells them, and whether it may make 规章."""

    name: str
    kind: str | None
    level: str | None
    power: bool


BODIES = (
    Body("示例市人民政府", "government", "prefectural", power=True),
    Body("示例省人民政府", "government", "provincial", power=True),
    Body("示例市人民政府", "government", None, power=True),
    Body("样例县人民政府", "government", "county", power=False),
    Body("示例市示例区人民政府", None, None, power=False),
    Body("样例县示例镇人民政府", "government", "township", power=False),
    Body("样例街道办事处", "subdistrict", "township", power=False),
    Body("示例市水利局", "department", "prefectural", power=False),
    Body("样例县教育局", None, None, power=False),
    Body("示例省交通运输厅", "department", "provincial", power=False),
    Body("示例经济技术开发区管理委员会", "committee", None, power=False),
    Body("示例市公共资源交易中心", "other", None, power=False),
)


class Maker:
    """Makes valid reports, always the same for one seed."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)  # noqa: S311 - the same reports in every run

    def tree(
        self, editions: Sequence[str] = EDITIONS, years: Sequence[int] = (), bodies: Sequence[Body] = BODIES
    ) -> Tree:
        """One valid report, of one of the editions, years (empty: any of the edition) and bodies."""
        edition = self.dice.choice(editions)
        year = self.dice.choice(years or YEARS[edition])
        body = self.dice.choice(bodies)
        tree = _dated(complete_tree(edition), year)
        tree["title"] = f"{body.name}{year}年政府信息公开工作年度报告"
        told = {"kind": body.kind, "level": body.level}
        tree["agency"] = {"name": body.name, **{key: value for key, value in told.items() if value}}
        tree["published"] = datetime.date(year + 1, 1, self.dice.randint(5, 31)).isoformat()
        sections = tree["sections"]
        sections["proactive"]["table"] = self._table_two(edition, power=body.power)
        results = self._table_three(sections["applications"]["table"], edition)
        self._table_four(sections["disputes"]["table"], results)
        return tree

    def _table_two(self, edition: str, *, power: bool) -> dict[str, Any]:
        """Documents in force are at least those issued; no 规章 without the power to make them."""
        return {row: self._block(row, columns, power=power) for row, columns in BLOCKS[edition].items()}

    def _block(self, row: str, columns: tuple[str, ...], *, power: bool) -> dict[str, Any]:
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

    def _table_three(self, table: dict[str, Any], edition: str) -> int:
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

    def _table_four(self, table: dict[str, Any], results: int) -> None:
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
