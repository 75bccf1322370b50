"""A progress bar on standard error, once a run has taken longer than a second and somebody is looking."""

import sys
import time
from collections.abc import Iterable, Iterator

from lint.model.run import Checked
from lint.model.text import Language, Text

PATIENCE = 1.0
_MOMENT = 0.1  # no rate is told of less
_DOING = Text("正在检查", "checking")


def watched(results: Iterable[Checked], total: int, language: Language) -> Iterator[Checked]:
    """The same results; from the second second on with a bar."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield from results
        return
    rest = iter(results)
    start = time.monotonic()
    for done, checked in enumerate(rest, start=1):
        yield checked
        if time.monotonic() - start > PATIENCE:
            yield from _with_bar(rest, done, total, language)
            return


def _with_bar(rest: Iterator[Checked], done: int, total: int, language: Language) -> Iterator[Checked]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    rate = TextColumn("{task.fields[rate]}/s")
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), rate, TimeRemainingColumn())
    # Rich shows above its bar what is written to standard output meanwhile: right on a terminal, and nowhere else.
    above = sys.stdout is not None and sys.stdout.isatty()
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=above) as progress:
        task = progress.add_task(_DOING.say(language), total=total, completed=done, rate=done)
        start = time.monotonic()
        for number, checked in enumerate(rest, start=1):
            progress.update(task, advance=1, rate=round(number / max(time.monotonic() - start, _MOMENT)))
            yield checked
