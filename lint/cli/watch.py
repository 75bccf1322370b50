"""Checking again whenever a file changes, while somebody writes."""

import os
import time
from collections.abc import Callable, Iterable
from typing import TypeAlias

from lint.cli.output import say
from lint.model.text import Language, Text

PAUSE = 0.5  # seconds
_WATCHING = Text("等待文件改动，按 Ctrl-C 结束", "waiting for files to change; Ctrl-C ends")

_State: TypeAlias = tuple[int, int, int] | None


def watched_run(
    run: Callable[[], object],
    files: Callable[[], Iterable[str]],
    language: Language,
    wait: Callable[[], None] = lambda: time.sleep(PAUSE),
) -> None:
    """Run, then again after every change of the files, and where one comes or goes. Ends by KeyboardInterrupt."""
    while True:
        # Looked at before the run: what changes while it is being checked is checked again at once.
        before = _states(files())
        run()
        say([_WATCHING.say(language)])
        while _states(files()) == before:
            wait()


def _states(paths: Iterable[str]) -> dict[str, _State]:
    return {path: _state(path) for path in paths}


def _state(path: str) -> _State:
    """Which file it is, how large, and when it was last changed; None while an editor replaces it."""
    try:
        found = os.stat(path)  # noqa: PTH116 - plain strings
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns
