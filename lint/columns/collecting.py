"""Results written as they come: a row for each report, and one for each finding."""

from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import IO

from lint.columns.arrow import finding_schema, report_schema
from lint.columns.findings import finding_rows
from lint.columns.form import LISTS
from lint.columns.rows import Row, row_of
from lint.columns.writing import Writer
from lint.model.run import Checked

_OF_A_FINDING = 500  # characters, about


@dataclass(slots=True)
class Counts:
    """What was collected; ``as_text`` counts the cells that no column can have as a figure."""

    rows: int = 0
    unreadable: int = 0
    half: int = 0
    as_text: int = 0
    passed_over: list[str] = field(default_factory=list)

    def add(self, checked: Checked, row: Row) -> None:
        """Count one row in."""
        self.rows += 1
        self.unreadable += checked.state == "unreadable"
        self.half += checked.state == "half"
        # An amount such as 1E+1 stands in its column too: only how it was written is kept as text.
        self.as_text += sum(row.get(at) is None for at, _ in row.get("beside", ()))


def collected(
    results: Iterable[Checked], reports: IO[bytes], findings: IO[bytes] | None, *, places: bool = False
) -> Counts:
    """Write the rows of all results, and of their findings where these are wanted, into open files."""
    from lint import __version__  # noqa: PLC0415 - the package itself stands above

    counts = Counts()
    with ExitStack() as writers:
        rows = writers.enter_context(Writer(reports, report_schema()))
        found = writers.enter_context(Writer(findings, finding_schema())) if findings is not None else None
        for checked in results:
            if checked.state == "passed_over":
                counts.passed_over.append(checked.source)
                continue
            if checked.state != "settings":
                row = row_of(checked, __version__, places=places)
                counts.add(checked, row)
                rows.add(row, _characters(row))
            if found is not None:
                for one in finding_rows(checked):
                    found.add(one, _OF_A_FINDING)
    return counts


def _characters(row: Row) -> int:
    texts = sum(len(text) for name in LISTS.values() for text in row.get(name) or ())
    return texts + len(row.get("places") or "") + len(row.get("skeleton") or "")
