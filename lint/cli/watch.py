"""Checking again whenever a file changes, while somebody writes."""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from lint.cli.output import say
from lint.model.text import Language, Text

PAUSE = 0.5  # seconds
_WATCHING = Text("等待文件改动，按 Ctrl-C 结束", "waiting for files to change; Ctrl-C ends")

_State: TypeAlias = tuple[int, int, int] | None
States: TypeAlias = dict[str, _State]


def watched_run(
    run: Callable[[], object],
    files: Callable[[], Iterable[str]],
    language: Language,
    wait: Callable[[], None] = lambda: time.sleep(PAUSE),
) -> None:
    """Run, then again after every change of the files, and where one comes or goes. Ends by KeyboardInterrupt."""
    for _ in changes(files, _WATCHING.say(language), wait):
        run()


def changes(
    files: Callable[[], Iterable[str]], words: str, wait: Callable[[], None]
) -> Iterator[tuple[States, States]]:
    """At once, then after every change: how the files were and are now. The words say that changes are waited for.

    They are looked at before each run: what changes meanwhile is a change at once.
    """
    before = now = _states(files())
    while True:
        yield before, now
        say([words])
        before = now
        while (now := _states(files())) == before:
            wait()


def _states(paths: Iterable[str]) -> States:
    return {path: _state(path) for path in paths}


def _state(path: str) -> _State:
    """Which file it is, how large, and when it was last changed; None while an editor replaces it."""
    try:
        found = os.stat(path)  # noqa: PTH116 - plain strings
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns
