"""``sarif``: SARIF 2.1.0 (https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html), for code scanning.

A result is a cause with all relations that it breaks, or a finding without a cause. What the linter could not do, and
what stayed undecided, are no results: they are notifications of the invocation, beside its exit code.
"""

from collections.abc import Iterator
from typing import Any

from lint.formatters.annotations import Annotation, annotation_lines, annotations, fingerprint
from lint.formatters.escape import dump
from lint.formatters.look import Look
from lint.formatters.rendering import Rendering
from lint.formatters.sarif_fixes import fixes
from lint.formatters.sarif_places import location, message, physical
from lint.formatters.sarif_rules import LEVELS, Descriptors
from lint.formatters.undecided import undecided_line
from lint.formatters.words import PASSED_OVER
from lint.model.aside import Aside
from lint.model.finding import Diagnostic
from lint.model.place import Place
from lint.model.pointer import Pointer
from lint.model.run import Checked, Summary
from lint.model.text import Language, Text

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_MARK = "xxgkLint/v1"
_LANGUAGES = {"zh": "zh-CN", "en": "en-US"}
_NO_WORDS = Text("", "")


def render(summary: Summary, look: Look) -> Rendering:
    """One log with one run; a result is written as soon as its file is checked, the rules and the invocation last."""
    rules = Descriptors(look.rules, look.language)
    with Aside() as notifications:
        yield from _results(rules, notifications, look)
        yield f"],\n{_known(rules, look)},\n"
        yield from _invocation(notifications, summary, look)
    counts = {**summary.as_dict(), **summary.tally.as_dict()}
    yield f',\n"properties": {dump(counts, unicode=look.unicode)}\n}}]}}\n'


def _results(rules: Descriptors, notifications: Aside, look: Look) -> Rendering:
    yield f'{{"$schema": "{SCHEMA}",\n"version": "2.1.0",\n"runs": [{{\n"results": ['
    lead = "\n"
    while checked := (yield None):
        for one in annotations(checked):
            if one.is_of_linter:
                _note(_notification(one, checked, look), notifications, look)
            else:
                yield lead + dump(_result(one, checked, rules, look), unicode=look.unicode)
                lead = ",\n"
        for remark in _remarks(checked, look):
            _note(remark, notifications, look)
    yield "\n"


def _note(notification: dict[str, Any], notifications: Aside, look: Look) -> None:
    lead = ", " if notifications.size else ""
    notifications.write(lead + dump(notification, unicode=look.unicode, followed=True))


def _known(rules: Descriptors, look: Look) -> str:
    known = {
        "columnKind": "unicodeCodePoints",
        "language": _LANGUAGES[look.language],
        "tool": {"driver": _driver(rules, look)},
    }
    return ",\n".join(f'"{name}": {dump(value, unicode=look.unicode)}' for name, value in known.items())


def _driver(rules: Descriptors, look: Look) -> dict[str, Any]:
    version = {"version": look.version, "semanticVersion": look.version} if look.version else {}
    return {"name": "xxgk-lint", **version, "rules": rules.found}


def _invocation(notifications: Aside, summary: Summary, look: Look) -> Iterator[str]:
    """Findings are no failure of the tool: only what could not be checked is."""
    code = look.exit_code(summary)
    known = {
        "executionSuccessful": code < 2,  # noqa: PLR2004 - the exit code of a run that could not check everything
        "exitCode": code,
    }
    yield f'"invocations": [{dump(known).removesuffix("}")}, "toolExecutionNotifications": ['
    yield from notifications.text()
    yield "]}]"


def _result(one: Annotation, checked: Checked, rules: Descriptors, look: Look) -> dict[str, Any]:
    first, language = one.findings[0], look.language
    found: dict[str, Any] = {
        "ruleId": first.rule,
        "ruleIndex": rules.position(first),
        "level": LEVELS[one.severity],
        "message": {"text": _text(annotation_lines(one, look))},
        "locations": [location(checked.source, one.pointer, one.place, one.where, language)],
        "partialFingerprints": {_MARK: fingerprint(one)},
        "properties": {"findings": [_told(each, language) for each in one.findings]},
    }
    if related := _related(one, checked.source, language):
        found["relatedLocations"] = related
    if proposed := fixes(one, checked.report, language):
        found["fixes"] = proposed
    if one.waived is not None:
        found["suppressions"] = [{"kind": "external", "justification": message(one.waived)}]
    return found


def _text(lines: list[str]) -> str:
    return "\n".join(map(message, lines))


def _told(found: Diagnostic, language: Language) -> dict[str, Any]:
    """One finding of a result, so that each can be counted and followed, also where one cause explains several."""
    return {
        "rule": found.rule,
        "level": LEVELS[found.severity],
        "message": found.message.say(language),
        "pointer": found.pointer,
        "fingerprint": found.fingerprint,
    }


def _related(one: Annotation, source: str, language: Language) -> list[dict[str, Any]]:
    """The other cells of the equations, and of the repairs, each once: by the name that it has there."""
    cells: dict[Pointer, tuple[Place | None, Text]] = {}
    for change in (cell for repair in (one.cause.repairs if one.cause else ()) for cell in repair.cells):
        cells.setdefault(change.pointer, (change.place, change.where))
    for found in one.findings:
        if found.pointer is not None:
            cells.setdefault(found.pointer, (found.place, found.where))
        for pointer, place in found.related:
            cells.setdefault(pointer, (place, found.labels.get(pointer, _NO_WORDS)))
    return [
        {"id": number, **location(source, pointer, place, where, language)}
        for number, (pointer, (place, where)) in enumerate(cells.items())
        if pointer != one.pointer
    ]


def _notification(one: Annotation, checked: Checked, look: Look) -> dict[str, Any]:
    waived = {} if one.waived is None else {"waived": one.waived}
    return {
        "descriptor": {"id": one.rules[0]},
        "level": LEVELS[one.severity],
        "message": {"text": _text(annotation_lines(one, look))},
        "locations": [location(checked.source, one.pointer, one.place, one.where, look.language)],
        "properties": {"findings": [_told(each, look.language) for each in one.findings], **waived},
    }


def _remarks(checked: Checked, look: Look) -> Iterator[dict[str, Any]]:
    """That questions stayed undecided, and that a file was passed over, being no report."""
    words = {"undecided": undecided_line(checked, look)}
    if checked.state == "passed_over":
        words["passed-over"] = PASSED_OVER.say(look.language)
    for kind, text in words.items():
        if text:
            yield {
                "descriptor": {"id": kind},
                "level": "note",
                "message": {"text": message(text)},
                "locations": [{"physicalLocation": physical(checked.source, None)}],
            }
