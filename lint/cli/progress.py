"""A progress bar on standard error, once a run has taken longer than a second and somebody is looking."""

import contextlib
import sys
import time
from collections.abc import Iterable, Iterator

from lint.model.run import Checked
from lint.model.text import Language, Text

PATIENCE = 1.0
_MOMENT = 0.1  # no rate is told of less
_DOING = Text("正在检查", "checking")
_FINISHING = Text("正在写完输出", "writing the rest of the output")


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


@contextlib.contextmanager
def finishing(start: float, language: Language) -> Iterator[None]:
    """Say that what stands at the head or the end of files is being written, where a run has taken long before that.

    ``start`` is when it began, as ``time.monotonic`` has it.
    """
    if sys.stderr is None or not sys.stderr.isatty() or time.monotonic() - start < PATIENCE:
        yield
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=_is_above()) as progress:
        progress.add_task(_FINISHING.say(language), total=None)
        yield


def _with_bar(rest: Iterator[Checked], done: int, total: int, language: Language) -> Iterator[Checked]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    rate = TextColumn("{task.fields[rate]}/s")
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), rate, TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, redirect_stdout=_is_above()) as progress:
        task = progress.add_task(_DOING.say(language), total=total, completed=done, rate=done)
        start = time.monotonic()
        for number, checked in enumerate(rest, start=1):
            progress.update(task, advance=1, rate=round(number / max(time.monotonic() - start, _MOMENT)))
            yield checked


def _is_above() -> bool:
    """Whether rich shows above its bar what is written to standard output: on a terminal only, never what is piped."""
    return sys.stdout is not None and sys.stdout.isatty()
