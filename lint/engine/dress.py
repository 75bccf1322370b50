"""A bare finding becomes a diagnostic: words in both languages, places, fingerprint."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lint.engine.regrading import graded, grounded, told
from lint.model.finding import Diagnostic, Finding
from lint.model.place import Place
from lint.model.pointer import Pointer, parent
from lint.model.report import Report
from lint.model.rule import Rule
from lint.model.text import Text

if TYPE_CHECKING:
    from lint.model.layout import Layout

NO_PLACE = Text("文件", "the file")


def dress(finding: Finding, rule: Rule, layout: "Layout", report: Report | None) -> Diagnostic:
    """Dress a finding of a report; ``report`` is None where no tree exists."""
    where = NO_PLACE if finding.at is None else layout.words(finding.at)
    grade = graded(finding, rule, report.identity if report else None)
    message = _message(rule, finding, where)
    place = finding.place or _place(report, finding.at)
    return Diagnostic(
        rule=rule.id,
        name=rule.name,
        severity=grade.severity,
        message=told(message, grade.by) if grade.by else message,
        basis=grounded(rule.basis, grade.by) if grade.by else rule.basis,
        where=_in_grid(finding.at, place, layout) or where,
        pointer=finding.at,
        place=place,
        values=dict(finding.values),
        related=tuple((at, _place(report, at)) for at in finding.related),
        terms=finding.terms,
        operator=finding.operator,
        fingerprint=fingerprint(rule.id, finding.at, finding.values),
        labels=_labels(finding, layout),
    )


def _in_grid(at: Pointer | None, place: Place | None, layout: "Layout") -> Text | None:
    """Where a cell stands, with the number of its row; None outside the grids of documents."""
    if at is None or place is None or place.table is None or place.row is None:
        return None
    return layout.words(at, place.row)


def dress_words(rule: Rule, words: Text, at: Pointer | None, place: Place | None, where: Text = NO_PLACE) -> Diagnostic:
    """Dress a finding of the linter itself, whose words come with it."""
    message = Text(rule.message.zh.format(reason=words.zh), rule.message.en.format(reason=words.en))
    values = {"reason": words.en}
    return Diagnostic(
        rule=rule.id,
        name=rule.name,
        severity=rule.severity,
        message=message,
        basis=rule.basis,
        where=where,
        pointer=at,
        place=place,
        values={},
        related=(),
        terms=(),
        operator="",
        fingerprint=fingerprint(rule.id, at, values),
        labels={},
    )


def fingerprint(rule: str, at: Pointer | None, values: Mapping[str, str]) -> str:
    """16 hex digits from rule, pointer and values: the same when lines move."""
    import hashlib  # noqa: PLC0415 - a clean report has no fingerprints
    import json  # noqa: PLC0415

    told = json.dumps([rule, at, dict(values)], ensure_ascii=True, sort_keys=True)
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _labels(finding: Finding, layout: "Layout") -> dict[Pointer, Text]:
    """The terms by their columns where all stand in one row, else by their rows."""
    pointers = [term.pointer for term in finding.terms]
    one_row = len({parent(pointer) for pointer in pointers}) == 1
    return {pointer: layout.short_words(pointer, by_column=one_row) for pointer in pointers}


def _place(report: Report | None, at: Pointer | None) -> Place | None:
    return None if report is None or at is None else report.locate(at)


def _message(rule: Rule, finding: Finding, where: Text) -> Text:
    zh = rule.message.zh.format_map({**finding.values, "where": where.zh})
    en = rule.message.en.format_map({**finding.values, "where": where.en})
    return Text(zh, en)
