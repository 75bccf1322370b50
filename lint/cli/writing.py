"""Every format of a run written where it goes: one to standard output, each other to its file."""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from lint.cli.output import Sink, Somewhere, write_terminal
from lint.model.errors import UsageError
from lint.model.text import Language, Text

if TYPE_CHECKING:
    from lint.api import Session
    from lint.formatters.look import Look
    from lint.model.run import Checked, Summary

_NO_TEXT = Text(
    "“{format}”不能显示在终端上，请写入文件：-f {format}:文件名",
    "'{format}' cannot be shown on a terminal; write it to a file: -f {format}:FILE",
)


def chosen_sinks(formats: tuple[str, ...], output: Somewhere | None) -> tuple[Sink, ...]:
    """The sinks that the options mean. Raises UsageError; also where what is no text would go to a terminal."""
    from lint.cli.output import sinks
    from lint.formatters.table import BINARY, FORMATTERS

    found = sinks(formats, output, FORMATTERS)
    for sink in found:
        if sink.path is None and sink.format in BINARY and sys.stdout is not None and sys.stdout.isatty():
            raise UsageError(_NO_TEXT.fill({"format": sink.format}))
        if isinstance(sink.path, Path) and sink.is_folder:
            from lint.cli.folders import refuse_foreign

            refuse_foreign(sink.path)
    return found


def shows_reports(outputs: tuple[Sink, ...]) -> bool:
    """Whether any format shows reports themselves, those without findings too."""
    from lint.formatters.table import SHOWING

    return any(sink.format in SHOWING for sink in outputs)


def look_of_files(session: "Session", language: Language, ending: "Callable[[Summary], int]") -> "Look":
    """How output to files looks; ``ending`` tells the exit code from the counts of a run."""
    from lint import __version__
    from lint.formatters.look import Look

    return Look(
        language,
        version=__version__,
        fail_on=session.settings.fail_on,
        rules=session.book.rules,
        ending=ending,
        layout=session.book.layout,
    )


def write_all(results: "Iterator[Checked]", outputs: tuple[Sink, ...], look: "Look") -> "Summary":
    """Write every format, a report after the other; where all go to files, standard output has the summary.

    ``look`` is that of files. Raises OutputError where one could not be written, after all others were.
    """
    from lint.cli.progress import finishing
    from lint.cli.several import Several, writing
    from lint.cli.terminal import look_of
    from lint.formatters.summary import summary_line
    from lint.model.run import Summary

    on_terminal = look_of(look.language)._replace(
        fail_on=look.fail_on, rules=look.rules, ending=look.ending, layout=look.layout
    )
    summary, start = Summary(), time.monotonic()
    in_turn = sorted(outputs, key=lambda one: one.path is not None)
    with Several(writing(one, summary, look if one.path else on_terminal) for one in in_turn) as several:
        for checked in several.wanted(results):
            summary.add(checked)
            several.tell(checked)
        with finishing(start, look.language):
            several.end()
    several.raise_failed()
    if all(output.path is not None for output in outputs):
        write_terminal([summary_line(summary, on_terminal) + "\n"])
    return summary
