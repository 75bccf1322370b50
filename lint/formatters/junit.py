"""``junit``: the XML of JUnit. A report is a test case; what fails the run is a failure, what was not read an error.

What stands below the level that fails the run does not fail the test case either: it stands in its output.
"""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from lint.formatters.annotations import Annotation, annotation_lines, annotations, laws, level_words, where_words
from lint.formatters.escape import escape
from lint.formatters.look import Look
from lint.formatters.rendering import Rendering
from lint.formatters.summary import summary_line
from lint.formatters.undecided import undecided_line
from lint.formatters.words import BASIS, PASSED_OVER
from lint.formatters.xml_ import tag, xml_lines, xml_text
from lint.model.aside import Aside
from lint.model.finding import Severity
from lint.model.run import Checked, Summary
from lint.model.text import Language, Text

_WAIVED = Text("已豁免：{reason}", "waived: {reason}")
NAME = "xxgk-lint"
_OUTCOMES = ("failure", "error", "skipped")


class _Case(NamedTuple):
    """A test case as XML, and how it came out: one of the outcomes, or passed."""

    xml: str
    outcome: str


def render(summary: Summary, look: Look) -> Rendering:
    """One document: the counts stand at its beginning, so the cases are written aside until all is checked."""
    outcomes: Counter[str] = Counter()
    with Aside() as cases:
        while checked := (yield None):
            case = _case(checked, look)
            outcomes[case.outcome] += 1
            cases.write(case.xml)
        yield from _counts(outcomes, summary)
        yield from cases.text()
    yield f"<system-out>{xml_text(summary_line(summary, look))}</system-out>\n</testsuite>\n</testsuites>\n"


def _counts(outcomes: Counter[str], summary: Summary) -> Iterator[str]:
    counts = {"tests": outcomes.total(), "failures": outcomes["failure"], "errors": outcomes["error"]}
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<{tag("testsuites", {"name": NAME, **counts})}>\n'
    yield f"<{tag('testsuite', {'name': NAME, **counts, 'skipped': outcomes['skipped']})}>\n"
    yield from _properties(summary)


def _properties(summary: Summary) -> Iterator[str]:
    yield "<properties>\n"
    for name, count in {**summary.as_dict(), **summary.tally.as_dict()}.items():
        yield f"<{tag('property', {'name': name, 'value': count})}/>\n"
    yield "</properties>\n"


def _case(checked: Checked, look: Look) -> _Case:
    elements, output = _parts(checked, look)
    outcome = next((name for name in ("error", "failure", "skipped") if name in elements), "passed")
    written = [*(xml for name in _OUTCOMES for xml in elements.get(name, [])), *_system_out(output)]
    known = {"name": checked.source, "classname": NAME}
    return _Case(f"<{tag('testcase', known)}>\n{''.join(written)}</testcase>\n", outcome)


def _parts(checked: Checked, look: Look) -> tuple[dict[str, list[str]], list[str]]:
    """The elements of a test case by their names, and the lines of its output."""
    elements: dict[str, list[str]] = {}
    output = []
    for one in annotations(checked):
        if not _fails(one, look.fail_on):
            output += [_head(one, look.language), *_lines(one, look), ""]
        else:
            name = "error" if one.is_of_linter else "failure"
            elements.setdefault(name, []).append(_element(name, one, look))
    if checked.state == "passed_over":
        elements["skipped"] = [f"<{tag('skipped', {'message': PASSED_OVER.say(look.language)})}/>\n"]
    if undecided := undecided_line(checked, look):
        output.append(escape(undecided))
    return elements, output


def _fails(one: Annotation, fail_on: str) -> bool:
    """Whether it fails the run: what could not be read does so at any level."""
    if one.waived is not None:
        return False
    if one.is_of_linter and one.severity is Severity.ERROR:
        return True
    return fail_on != "never" and one.severity.rank <= Severity(fail_on).rank


def _element(name: str, one: Annotation, look: Look) -> str:
    head, *rest = _lines(one, look)
    text = xml_lines([_head(one, look.language), head, *rest])
    return f"<{tag(name, {'message': head, 'type': '+'.join(one.rules)})}>{text}</{name}>\n"


def _head(one: Annotation, language: Language) -> str:
    where = where_words(one, language)
    waived = _WAIVED.say(language).format(reason=one.waived) if one.waived is not None else ""
    return " ".join(filter(None, (level_words(one.severity, language), " ".join(one.rules), where, waived)))


def _lines(one: Annotation, look: Look) -> list[str]:
    lines = annotation_lines(one, look)
    law = laws(one.findings, look.language)
    return [*lines, f"{BASIS.say(look.language)}: {law}"] if law else lines


def _system_out(lines: list[str]) -> Iterator[str]:
    if lines:
        yield f"<system-out>{xml_lines(lines)}</system-out>\n"
