"""In a clean report every single wrong cell of tables three and four is an error that names it."""

import copy
import json
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from lint.api import Session
from lint.model.finding import Severity
from lint.model.form import BLOCKS, COLUMNS, GROUPS, OUTCOMES, ROWS, TABLES
from lint.model.pointer import Pointer, resolve, steps
from lint.model.report import Tree
from lint.model.run import Checked
from lint.readers.tree import report_of_tree

CITY: Tree = json.loads(
    (Path(__file__).parents[2] / "examples" / "clean" / "city.json").read_text(encoding="utf-8"), parse_float=Decimal
)
THREE = [f"{TABLES['applications']}/{row}/{column}" for row in ROWS["2021"] for column in COLUMNS]
FOUR = [f"{TABLES['disputes']}/{group}/{outcome}" for group in GROUPS for outcome in OUTCOMES]
TWO = [f"{TABLES['proactive']}/{row}/{column}" for row, columns in BLOCKS["2021"].items() for column in columns]
COVERED = [*THREE, *FOUR]
FILLED = [at for at in COVERED if resolve(CITY, at)[1] != 0]


@cache
def session() -> Session:
    """All bundled rules."""
    return Session()


def checked(tree: Tree) -> Checked:
    """All rules asked about a tree."""
    return session().check_report(report_of_tree("city.json", tree))


def with_cell(pointer: Pointer, value: object) -> Tree:
    """The clean report with one cell changed."""
    tree = copy.deepcopy(CITY)
    *above, name = steps(pointer)
    at: Any = tree
    for step in above:
        at = at[step]
    assert at[name] != value
    at[name] = value
    return tree


def figure(pointer: Pointer) -> Any:
    """What stands in the clean report."""
    found, value = resolve(CITY, pointer)
    assert found
    return value


def errors_name(tree: Tree, pointer: Pointer) -> bool:
    """Whether the errors about a tree point at a cell, or say that it has to do with them."""
    errors = [found for found in checked(tree).diagnostics if found.severity is Severity.ERROR]
    return pointer in {at for found in errors for at in (found.pointer, *(one for one, _ in found.related))}


def test_the_clean_report_is_clean() -> None:
    """190 + 10 cells, and nothing worse than a note about them."""
    assert (len(THREE), len(FOUR), len(TWO)) == (175, 15, 10)
    found = checked(CITY)
    assert [one.rule for one in found.diagnostics if one.severity is not Severity.INFO] == []
    assert (found.tally.failed, found.tally.crashed) == (0, 0)


@pytest.mark.parametrize("pointer", COVERED)
def test_one_more(pointer: Pointer) -> None:
    """Each cell of tables three and four raised by one is an error that names it."""
    assert errors_name(with_cell(pointer, figure(pointer) + 1), pointer)


@pytest.mark.parametrize("pointer", FILLED)
def test_set_to_zero(pointer: Pointer) -> None:
    """Each filled cell of tables three and four set to 0 is an error that names it."""
    assert errors_name(with_cell(pointer, 0), pointer)


@pytest.mark.parametrize("pointer", TWO)
def test_table_two_knows_no_sums(pointer: Pointer) -> None:
    """A cell of table two raised by one crashes nothing and breaks no relation."""
    found = checked(with_cell(pointer, figure(pointer) + 1))
    assert found.tally.crashed == 0
    assert [one.rule for one in found.diagnostics if one.rule.startswith("AR")] == []


@pytest.mark.parametrize("pointer", COVERED)
def test_left_blank(pointer: Pointer) -> None:
    """A cell left blank crashes nothing; where it was 0 no relation breaks either."""
    found = checked(with_cell(pointer, None))
    broken = [one.rule for one in found.diagnostics if one.rule in ("AR001", "AR002", "AR003", "AR004")]
    assert (found.tally.crashed, broken if figure(pointer) == 0 else []) == (0, [])
