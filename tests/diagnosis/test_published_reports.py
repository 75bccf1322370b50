"""Published reports of real bodies: what is wrong in them is named, and what is right passes."""

from collections.abc import Sequence
from itertools import combinations

import pytest

from lint.diagnosis.diagnose import diagnose
from lint.diagnosis.relation import Figure
from tests.diagnosis.support_diagnosis import fits, relations, smallest_sets, table_three

DISPUTES = "upheld corrected other pending total".split()
DISPUTES_EDIT = "upheld + corrected + other + pending = total"


@pytest.mark.parametrize(
    ("values", "repairs"),
    [
        pytest.param((10, 1, 0, 0, 0), {"total": 11}, id="the parts cannot be negative"),
        pytest.param((5, 0, 0, 0, 0), {"total": 5, "upheld": 0}, id="total or part"),
        pytest.param(
            (3, 1, 0, 1, 6), {"upheld": 4, "corrected": 2, "other": 1, "pending": 2, "total": 5}, id="any of five"
        ),
    ],
)
def test_disputes(values: Sequence[int], repairs: dict[str, Figure]) -> None:
    told = diagnose(relations(DISPUTES_EDIT, DISPUTES), values)
    found = {DISPUTES[repair.cells[0].cell]: repair.cells[0].expected for one in told for repair in one.repairs}
    assert found == repairs
    assert [one.decided for one in told] == [len(repairs) == 1]


@pytest.mark.parametrize(
    ("edits", "names", "values"),
    [
        *(
            pytest.param(DISPUTES_EDIT, DISPUTES, values, id=f"disputes {values[-1]}")
            for values in (
                (72, 64, 178, 37, 351),
                (13, 4, 8, 1, 26),
                (12, 1, 1, 6, 20),
                (309, 17, 88, 26, 440),
                (1, 1, 16, 6, 24),
                (13, 0, 67, 9, 89),
                (88, 18, 28, 36, 170),
                (7, 0, 11, 7, 25),
                (33, 0, 6, 13, 52),
                (1, 1, 0, 0, 2),
                (1, 0, 0, 0, 1),
                (2, 0, 1, 0, 3),
            )
        ),
        *(
            pytest.param("new + in = total + out", ["new", "in", "total", "out"], values, id=f"balance {values[0]}")
            for values in ((3119, 34, 3050, 103), (3511, 96, 3486, 121), (3525, 121, 3521, 125), (95, 0, 95, 0))
        ),
    ],
)
def test_published_reports_that_are_right(edits: str, names: Sequence[str], values: Sequence[int]) -> None:
    assert diagnose(relations(edits, names), values) == ()


def test_a_column_and_the_totals_column_that_miss_two_each() -> None:
    table = table_three("2021")
    values = [0] * len(table.cells)
    figures = {"results/granted": (50, 48), "results/partial": (43, 17), "results/total": (95, 65), "new": (95, 65)}
    for row, (person, business) in figures.items():
        columns = {"natural_person": person, "business": business, "total": person + business}
        for column, figure in columns.items():
            values[table.cells[row, column]] = figure
    sets = {(table.cells[row, "natural_person"], table.cells[row, "total"]) for row in table.results}
    assert len(sets) == 21
    assert smallest_sets(table.relations, values) == sets
    (one,) = diagnose(table.relations, values, table.places)
    assert (len(one.repairs), one.decided, one.omitted, one.complete) == (21, False, 0, True)
    # With the total of the results wrong instead, the balance has to follow: four cells.
    by_total = tuple(
        sorted(table.cells[row, c] for row in ("new", "results/total") for c in ("natural_person", "total"))
    )
    assert fits(table.relations, values, frozenset(), by_total)
    assert not any(fits(table.relations, values, frozenset(), three) for three in combinations(by_total, 3))
