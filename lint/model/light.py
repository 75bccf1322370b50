"""Results of reports that pass and that nobody looks at: there may be millions of them.

They say whose they are, and have no tree. Between processes they go as plain values, which takes a third of the time.
"""

from typing import TypeAlias

from lint.model.finding import Tally
from lint.model.report import Document, Identity, Report
from lint.model.run import Checked

Packed: TypeAlias = tuple[str, tuple[str | int | None, ...], tuple[int, ...]]

_new = tuple.__new__  # half the time of a call of the class
_REST_OF_REPORT = Report("", {}, Identity(), Document())[3:]
_REST_OF_RESULT = Checked("", "read")[5:]


def bare(report: Report) -> Report:
    """Of a report that nobody looks at: its source, and whose it is."""
    if not report.tree and report[3:] == _REST_OF_REPORT:
        return report
    return _new(Report, (report.source, {}, report.identity, *_REST_OF_REPORT))


def light(source: str, who: Identity, tally: Tally) -> Checked:
    """The result of a report that passes: nothing about it was found or left undecided."""
    report = _new(Report, (source, {}, who, *_REST_OF_REPORT))
    return _new(Checked, (source, "read", report, (), tally, *_REST_OF_RESULT))


def packed(checked: Checked) -> Packed | Checked:
    """A result as it is sent: plain values where it is a light one, else itself."""
    report = checked.report
    if report is None or not _is_light(checked, report):
        return checked
    tally = checked.tally
    counts = (tally.passed, tally.failed, tally.undecided, tally.crashed)
    return checked.source, tuple(report.identity), counts


def unpacked(sent: Packed | Checked) -> Checked:
    """The result that was sent."""
    if isinstance(sent, Checked):
        return sent
    source, who, counts = sent
    return light(source, _new(Identity, who), Tally(*counts))


def _is_light(checked: Checked, report: Report) -> bool:
    return (
        checked.state == "read"
        and not checked.diagnostics
        and checked[5:] == _REST_OF_RESULT
        and report.source == checked.source
        and bare(report) is report
    )
