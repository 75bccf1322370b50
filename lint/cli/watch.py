"""Checking again whenever a file changes, while somebody writes."""

import os
import time
from collections.abc import Callable, Iterable

from lint.cli.output import say
from lint.model.text import Language, Text

PAUSE = 0.5  # seconds
_WATCHING = Text("等待文件改动，按 Ctrl-C 结束", "waiting for files to change; Ctrl-C ends")


def watched_run(
    run: Callable[[], Iterable[str]],
    language: Language,
    wait: Callable[[], None] = lambda: time.sleep(PAUSE),
) -> None:
    """Run, then again after every change; ``run`` answers the files that it looked at. Ends by KeyboardInterrupt."""
    while True:
        started = time.time_ns()
        before = _times(paths := tuple(run()))
        say([_WATCHING.say(language)])
        # What changed while it was being checked is checked again at once.
        while all(changed <= started for changed in before.values()) and _times(paths) == before:
            wait()


def _times(paths: Iterable[str]) -> dict[str, int]:
    """When each file was last changed; one that is not there, as while an editor replaces it, is 0."""
    return {path: _time(path) for path in paths}


def _time(path: str) -> int:
    try:
        return os.stat(path).st_mtime_ns  # noqa: PTH116 - plain strings
    except OSError:
        return 0
