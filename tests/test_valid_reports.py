"""A thousand reports that are right give no error and no warning."""

from functools import cache

import pytest

from lint.api import Session
from lint.model.finding import Severity
from lint.model.form import EDITIONS
from lint.model.run import Checked
from lint.readers.tree import report_of_tree
from lint.rulebook.valid import BODIES, Maker

REPORTS = 1000
BATCH = 100


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
    assert {tree["agency"]["name"] for tree in trees} == {body.name for body in BODIES}
    totals = {tree["sections"]["applications"]["table"]["new"]["total"] for tree in trees}
    assert (min(totals), max(totals) > 100, len(totals) > 50) == (0, True, True)
    assert any(tree["sections"]["disputes"]["table"]["reconsideration"]["total"] for tree in trees)
