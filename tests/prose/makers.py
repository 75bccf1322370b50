"""Valid reports to write about: of any size, and of one body in consecutive years."""

import random
from decimal import Decimal
from typing import Any

from lint.model.form import APPLICANTS, ROWS, edition_of_year
from lint.model.report import Tree
from lint.rulebook.valid import BODIES, Maker

# How many applications a column holds: most bodies have none or a few, and a city has thousands.
_SIZES = ((0,), (0, 0, 0, 0, 0, 2), (0, 0, 0, 1, 2, 5), (0, 0, 1, 4, 12, 60), (0, 3, 35, 310, 1276, 3402))
_MANY = 20  # results, beside which a dispute is nothing odd
_DECISIONS = (0, 5, 67, 5522, 1808595)
_AMOUNTS = (0, Decimal("0.4"), Decimal("120.5000"), Decimal("2439.01"), 30, Decimal("59237.2449"))


class Years:
    """Makes valid reports, always the same for one seed."""

    def __init__(self, seed: int) -> None:
        self.maker = Maker(seed)
        self.dice: random.Random = self.maker.dice

    def one(self) -> Tree:
        """One valid report."""
        return self._filled(self.maker.tree(), None)

    def two(self) -> tuple[Tree, Tree]:
        """Two consecutive reports of a body: what one carries out the other carries in, and the rules in force fit."""
        body, year = self.dice.choice(BODIES), self.dice.randint(2020, 2025)
        before, tree = (self.maker.tree((edition_of_year(of),), (of,), (body,)) for of in (year - 1, year))
        before = self._filled(before, None)
        return before, self._filled(tree, before)

    def _filled(self, tree: Tree, before: Tree | None) -> Tree:
        sections, earlier = tree["sections"], before["sections"] if before else None
        self._table_two(sections["proactive"]["table"], earlier["proactive"]["table"] if earlier else {})
        table = earlier["applications"]["table"] if earlier else None
        self._table_three(sections["applications"]["table"], ROWS[tree["edition"]], table)
        results = sections["applications"]["table"]["results"]["total"]["total"]
        self.maker._table_four(sections["disputes"]["table"], results)
        if results >= _MANY and self.dice.random() < 0.4:
            self._all_upheld(sections["disputes"]["table"], results // _MANY)
        return tree

    def _all_upheld(self, table: dict[str, Any], most: int) -> None:
        """Every body wins its cases now and then."""
        for cells in table.values():
            cells.update(dict.fromkeys(cells, 0))
            cells["upheld"] = cells["total"] = most

    def _table_two(self, table: dict[str, Any], before: dict[str, Any]) -> None:
        """Other decisions and fees than the maker's; after those of last year, where these are known."""
        for row, cells in table.items():
            old = before.get(row, {})
            if "in_force" in old and "in_force" in cells:
                cells["repealed"] = min(cells["repealed"], old["in_force"])
                cells["in_force"] = old["in_force"] + cells["issued"] - cells["repealed"]
            for column, figures in (("decisions", _DECISIONS), ("amount", _AMOUNTS)):
                if column in cells:
                    cells[column] = self._near(old[column]) if column in old else self.dice.choice(figures)

    def _near(self, figure: Any) -> Any:
        """A figure of the next year."""
        return figure if not figure else figure * self.dice.randint(8, 14) // 10 + 1

    def _table_three(self, table: dict[str, Any], names: tuple[str, ...], before: dict[str, Any] | None) -> None:
        """Every relation holds by construction."""
        rows = {name: _row(table, name) for name in names}
        common = [name for name in names if name.startswith("results/") and not name.endswith(("total", "fee_unpaid"))]
        sizes = self.dice.choice(_SIZES)
        for column in APPLICANTS:
            decided = self._near(before["results"]["total"][column]) if before else self.dice.choice(sizes)
            early = before["carried_out"][column] if before else self.dice.randint(0, decided // 4)
            decided = max(decided, early)
            late = min(self.dice.randint(0, 1 + decided // 20), decided - early)
            for name, share in zip(common, self._shares(decided, len(common)), strict=True):
                rows[name][column] = share
            found = {"results/total": decided, "carried_out": late, "carried_in": early, "new": decided + late - early}
            for name, figure in found.items():
                rows[name][column] = figure
        for cells in rows.values():
            cells["total"] = sum(cells[column] for column in APPLICANTS)

    def _shares(self, whole: int, parts: int) -> list[int]:
        """A number in so many parts, in any order."""
        cuts = sorted(self.dice.randint(0, whole) for _ in range(parts - 1))
        found = [end - start for start, end in zip([0, *cuts], [*cuts, whole], strict=True)]
        self.dice.shuffle(found)
        return found


def _row(table: dict[str, Any], path: str) -> dict[str, Any]:
    at: Any = table
    for step in path.split("/"):
        at = at[step]
    cells: dict[str, Any] = at
    # The maker's own figures go: every row is filled anew.
    cells.update(dict.fromkeys(cells, 0))
    return cells
