"""Reports written as columns and checked again from there, beside the same reports checked as they are."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from lint import Session, __version__
from lint.columns.checking import Asking, Checker
from lint.columns.collecting import collected
from lint.columns.reading import Collection
from lint.formatters.json_ import element
from lint.model.report import Report
from lint.model.run import Checked


class Both(NamedTuple):
    """The result for the report as it is, that from its row, and whether the row was asked one by one."""

    own: Checked
    row: Checked
    asked: bool


def written(path: Path, reports: Iterable[Report], *, places: bool = False) -> Path:
    """A collection of reports."""
    with path.open("wb") as file:
        collected((Checked(one.source, "read", one) for one in reports), file, None, places=places)
    return path


def both_ways(
    session: Session, reports: list[Report], folder: Path, *, light: bool = False, tool: str = __version__
) -> Iterator[Both]:
    """Each report checked as it is, and from its row; rows need not be many to be looked at together.

    ``tool`` is the version of the program that checks.
    """
    asked: set[str] = set()

    def ask(report: Report) -> Checked:
        asked.add(report.source)
        return session.check_report(report)

    named = [one._replace(source=str(number)) for number, one in enumerate(reports)]
    path = written(folder / "reports.parquet", named)
    checker = Checker(Asking(session.engine, ask, never, tool, light=light), few=1)
    for one, row in zip(named, checker.check(Collection(str(path)).batches(), str(path)), strict=True):
        yield Both(session.check_report(one), row, one.source in asked)


def never(source: str, error: Exception) -> Checked:
    """No row of these collections is one that cannot be read."""
    raise AssertionError(source) from error


def told(checked: Checked) -> object:
    """All that the output says of a result but for places, and all else that is counted."""
    said = [_without_places(element(checked, language)) for language in ("zh", "en")]
    identity = checked.report.identity if checked.report else None
    return said, checked.state, identity, checked.undecided


def _without_places(value: object) -> object:
    if isinstance(value, dict):
        return {name: _without_places(below) for name, below in value.items() if name != "place"}
    return [_without_places(item) for item in value] if isinstance(value, list) else value
