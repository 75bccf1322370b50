"""``github``: workflow commands, which GitHub shows as annotations beside the lines of a pull request.

GitHub shows ten annotations of a level for a step and drops the rest. Where there are more, the tenth says how many,
and all of these follow as plain lines of the log, in a group.
"""

from collections.abc import Iterator
from contextlib import ExitStack
from typing import NamedTuple

from lint.formatters.annotations import Annotation, annotation_lines, annotations, level_words, span, where_words
from lint.formatters.escape import escape
from lint.formatters.look import Look
from lint.formatters.rendering import Rendering
from lint.formatters.summary import summary_line
from lint.formatters.undecided import undecided_line
from lint.formatters.words import PASSED_OVER
from lint.model.aside import Aside
from lint.model.finding import Severity
from lint.model.run import Checked, Summary
from lint.model.text import Text

MOST = 10  # https://docs.github.com/actions/reference/limits: annotations of a level that a step shows
_NAMED = 20  # of the places that the last annotation names
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_FOLDED = Text(
    "另有 {count} 处{level}，逐条列在本步骤的日志里：", "{level}: {count} more, each in the log of this step:"
)
_GROUP = Text("未显示为注释的 {count} 处{level}", "{level}: {count} without an annotation of their own")
_WAIVED = Text("已豁免", "waived")


class _Told(NamedTuple):
    """An annotation and its file."""

    source: str
    annotation: Annotation


def render(summary: Summary, look: Look) -> Rendering:
    """The first nine of a level as they come, then the rest, plain lines about what is none, the summary."""
    with ExitStack() as asides:
        plain, *others = (asides.enter_context(Aside()) for _ in range(1 + len(Severity)))
        levels = {severity: _Level(severity, aside) for severity, aside in zip(Severity, others, strict=True)}
        while checked := (yield None):
            plain.write("".join(f"{line}\n" for line in _remarks(checked, look)))
            for one in annotations(checked):
                told = _Told(checked.source, one)
                if one.waived is not None:
                    plain.write(f"{_WAIVED.say(look.language)}: {_line(told, look)} ({escape(one.waived)})\n")
                elif levels[one.severity].has_room():
                    yield _command(told, look)
                else:
                    levels[one.severity].hold(told, look)
        for level in levels.values():
            yield from level.rest(look)
        yield from plain.text()
    yield f"{summary_line(summary, look)}\n"


class _Level:
    """The annotations of a level: how many were shown; of those beyond, as many as are named, and the lines of all."""

    def __init__(self, severity: Severity, lines: Aside) -> None:
        self._severity = severity
        self._lines = lines
        self._named: list[_Told] = []
        self._shown = self._held = 0

    def has_room(self) -> bool:
        """Whether one more is shown as it comes; then it is."""
        self._shown += 1
        return self._shown < MOST

    def hold(self, told: _Told, look: Look) -> None:
        """Keep one for the end."""
        self._held += 1
        if len(self._named) < _NAMED:
            self._named.append(told)
        self._lines.write(f"{_line(told, look)}\n")

    def rest(self, look: Look) -> Iterator[str]:
        """What was kept: one is an annotation as the others are; of more, the annotation tells how many there are."""
        if self._held == 1:
            yield _command(self._named[0], look)
        elif self._held:
            words = {"count": self._held, "level": level_words(self._severity, look.language)}
            named = [f"{_path(told.source)} {' '.join(told.annotation.rules)}" for told in self._named]
            more = ["…"] if self._held > _NAMED else []
            message = "\n".join([_FOLDED.say(look.language).format(**words), *named, *more])
            yield f"::{_COMMANDS[self._severity]} title=xxgk-lint::{_data(message)}\n"
            yield f"::group::{_data(_GROUP.say(look.language).format(**words))}\n"
            yield from self._lines.text()
            yield "::endgroup::\n"


def _command(told: _Told, look: Look) -> str:
    one, at = told.annotation, span(told.annotation.place)
    known = {
        "file": _path(told.source),
        "line": at.line if at else None,
        "endLine": at.end_line if at else None,
        "col": at.column if at else None,
        "title": f"xxgk-lint {' '.join(one.rules)}",
    }
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in known.items() if value is not None)
    lines = annotation_lines(one, look)
    where = where_words(one, look.language) if at is None else ""
    return f"::{_COMMANDS[one.severity]} {properties}::{_data(chr(10).join(filter(None, [where, *lines])))}\n"


def _line(told: _Told, look: Look) -> str:
    """An annotation as one plain line, which begins with the file and is no command."""
    one, at = told.annotation, span(told.annotation.place)
    position = "".join(f":{number}" for number in (at.line, at.column) if number is not None) if at else ""
    words = " | ".join(annotation_lines(one, look))
    return escape(f"{_path(told.source)}{position}: {level_words(one.severity, look.language)} {_rules(one)} {words}")


def _rules(one: Annotation) -> str:
    return ",".join(one.rules)


def _remarks(checked: Checked, look: Look) -> list[str]:
    words = [PASSED_OVER.say(look.language)] if checked.state == "passed_over" else [undecided_line(checked, look)]
    return [escape(f"{_path(checked.source)}: {line}") for line in words if line]


def _path(source: str) -> str:
    return escape(source.removeprefix("./"))


def _data(text: str) -> str:
    """Text behind a command, as the runner unescapes it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
