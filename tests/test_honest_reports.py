"""Whole reports that are right, as bodies of many kinds write them, give no error and no warning.

Each tells of more than its tables count: earlier years, other bodies, other cases, parts by channel and by applicant,
shares of every kind. They were written by hand for this test, in each way differently; all bodies are invented.
"""

from functools import cache
from pathlib import Path

import pytest

from lint.api import Session
from lint.model.finding import Severity
from lint.model.run import Checked
from lint.model.settings import Settings

FOLDER = Path(__file__).parent / "reports"
REPORTS = sorted(path for path in FOLDER.iterdir() if path.is_file())
WITH_PREVIOUS = sorted(path for path in REPORTS if (FOLDER / "previous" / f"{path.stem}.json").exists())
MEMBERS = FOLDER / "members"
WHOLE = FOLDER / "whole.json"  # of which the members are parts
ASKED = 130  # so many questions at least are answered in each


@cache
def alone() -> Session:
    """All bundled rules, and nothing beside."""
    return Session()


def checked(session: Session, path: Path) -> Checked:
    """What is found in one file."""
    (found,) = session.check_paths([path])
    return found


def worse_than_a_note(found: Checked) -> list[tuple[str, str | None, str]]:
    """Rule, pointer and words of every error and warning."""
    return [(one.rule, one.pointer, one.message.zh) for one in found.diagnostics if one.severity is not Severity.INFO]


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_an_honest_report_is_left_alone(path: Path) -> None:
    found = checked(alone(), path)
    assert (worse_than_a_note(found), found.tally.crashed, found.state) == ([], 0, "read")
    assert found.tally.passed > ASKED


@pytest.mark.parametrize("path", WITH_PREVIOUS, ids=lambda path: path.stem)
def test_an_honest_report_beside_that_of_last_year_is_left_alone(path: Path) -> None:
    """The year before is quoted, carried over and reported in other words."""
    before = FOLDER / "previous" / f"{path.stem}.json"
    beside = checked(Session(Settings(previous=(str(before),))), path)
    assert (worse_than_a_note(beside), beside.tally.crashed) == ([], 0)
    assert beside.tally.passed > checked(alone(), path).tally.passed


def test_an_honest_whole_beside_its_members_is_left_alone() -> None:
    beside = checked(Session(Settings(members=(str(MEMBERS),))), WHOLE)
    assert (worse_than_a_note(beside), beside.tally.crashed) == ([], 0)
    assert beside.tally.passed > checked(alone(), WHOLE).tally.passed


@pytest.mark.parametrize(
    "path", [*sorted(MEMBERS.iterdir()), *sorted((FOLDER / "previous").iterdir())], ids=lambda p: p.stem
)
def test_what_stands_beside_is_honest_too(path: Path) -> None:
    assert worse_than_a_note(checked(alone(), path)) == []


def test_the_reports_differ() -> None:
    """Both editions, all kinds and levels of bodies, and every way to write a text are among them."""
    found = [checked(alone(), path).report for path in REPORTS]
    who = [report.identity for report in found if report is not None]
    assert {one.edition for one in who} == {"2019", "2021"}
    assert {one.kind for one in who} >= {"government", "department", "subdistrict", "committee"}
    assert {one.level for one in who} >= {"national", "provincial", "prefectural", "county", "township"}
    assert {path.suffix for path in REPORTS} == {".json", ".txt", ".md", ".html"}
    assert (len(REPORTS) >= 25, len(WITH_PREVIOUS)) == (True, 4)
