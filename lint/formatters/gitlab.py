"""``gitlab``: a code quality report, as https://docs.gitlab.com/ci/testing/code_quality/ describes it.

Its fingerprints are the same when lines move, and no two of a run are alike: GitLab shows one violation for each.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator
from typing import Any

from lint.formatters.annotations import Annotation, annotation_lines, annotations, fingerprint, span, where_words
from lint.formatters.escape import dump, escape
from lint.formatters.look import Look
from lint.formatters.rendering import Rendering
from lint.model.finding import Severity
from lint.model.run import Checked, Summary

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}
_UNKNOWN = 1  # the format asks for a line; the place in words then says what is known


def render(_: Summary, look: Look) -> Rendering:
    """One JSON array, an element for each annotation; what was waived is none."""
    lead = "[\n"
    while checked := (yield None):
        for violation in _violations(checked, look):
            yield lead + dump(violation, unicode=look.unicode)
            lead = ",\n"
    yield "[]\n" if lead == "[\n" else "\n]\n"


def _violations(checked: Checked, look: Look) -> Iterator[dict[str, Any]]:
    told: Counter[str] = Counter()
    for one in annotations(checked):
        if one.waived is None:
            mark = fingerprint(one)
            yield {
                "description": "\n".join(_lines(one, look)),
                "check_name": "+".join(one.rules),
                "fingerprint": _unique(checked.source, mark, told[mark]),
                "severity": _SEVERITIES[one.severity],
                "location": {"path": _path(checked.source), "lines": _lines_of(one)},
            }
            told[mark] += 1


def _lines(one: Annotation, look: Look) -> list[str]:
    lines = annotation_lines(one, look)
    where = where_words(one, look.language) if span(one.place) is None else ""
    return [where, *lines] if where else lines


def _unique(source: str, mark: str, repeated: int) -> str:
    """The fingerprint of a finding knows no file: two reports may break the same relation by the same figures."""
    told = "\n".join([_path(source), mark, *([str(repeated)] if repeated else [])])
    return hashlib.sha256(told.encode()).hexdigest()[:32]


def _path(source: str) -> str:
    return escape(source.removeprefix("./"))


def _lines_of(one: Annotation) -> dict[str, int]:
    at = span(one.place)
    if at is None:
        return {"begin": _UNKNOWN}
    return {"begin": at.line} if at.end_line is None else {"begin": at.line, "end": at.end_line}
