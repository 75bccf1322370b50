"""Findings as rows: one a finding, with whose report it is in."""

from collections.abc import Iterator

from lint.columns.rows import Row, shown
from lint.model.finding import Diagnostic
from lint.model.run import Checked


def finding_rows(checked: Checked) -> Iterator[Row]:
    """The rows of all findings in one file."""
    who = checked.report.identity if checked.report else None
    agency = shown(who.agency) if who and who.agency is not None else None
    head: Row = {"source": shown(checked.source), "agency": agency, "year": who.year if who else None}
    return (head | _row(found) for found in checked.diagnostics)


def _row(found: Diagnostic) -> Row:
    return {
        "rule": found.rule,
        "name": found.name,
        "severity": found.severity.value,
        "pointer": None if found.pointer is None else shown(found.pointer),
        "message_zh": shown(found.message.zh),
        "message_en": shown(found.message.en),
        "values": [(name, shown(value)) for name, value in found.values.items()],
        "fingerprint": found.fingerprint,
        "waived": None if found.waived is None else shown(found.waived),
        "place": found.place.as_dict() if found.place else None,
    }
