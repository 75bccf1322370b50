"""Decided causes as fixes: characters of the file to be replaced, where the figure itself is known to stand there."""

from decimal import Decimal
from typing import Any

from lint.formatters.annotations import Annotation
from lint.formatters.causes import repair_words
from lint.formatters.sarif_places import artifact, message, region
from lint.model.cause import Change
from lint.model.certain import certain_figure, is_decided
from lint.model.place import Place
from lint.model.report import Report
from lint.model.text import Language


def fixes(one: Annotation, report: Report | None, language: Language) -> list[dict[str, Any]]:
    """The fix of an annotation; none where its cause is undecided, or a cell of it has no characters of its own.

    So it is in Word, Excel and PDF, and for cells that are blank or missing: there the message names the figures.
    """
    if one.cause is None or report is None or not is_decided(one.cause):
        return []
    (repair,) = one.cause.repairs
    replacements = [_replacement(change, report.find_places().get(change.pointer)) for change in repair.cells]
    if any(replacement is None for replacement in replacements):
        return []
    change = {"artifactLocation": artifact(report.source), "replacements": replacements}
    return [{"description": {"text": message(repair_words(repair, language))}, "artifactChanges": [change]}]


def _replacement(change: Change, place: Place | None) -> dict[str, Any] | None:
    known, value = region(place), certain_figure(change)
    if known is None or value is None or change.actual is None or not _is_of_one_line(known):
        return None
    text = format(value, "f") if isinstance(value, Decimal) else str(value)
    return {"deletedRegion": known, "insertedContent": {"text": text}}


def _is_of_one_line(known: dict[str, int]) -> bool:
    """Whether both ends are known, in one line: a value over several lines is not to be replaced blindly."""
    columns = known.get("startColumn"), known.get("endColumn")
    return known["startLine"] == known.get("endLine") and None not in columns and columns[0] != columns[1]
