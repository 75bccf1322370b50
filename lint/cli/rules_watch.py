"""Trying rules again whenever a file of theirs changes, until the user ends it."""

import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from lint.cli.book import chosen_book, chosen_folders
from lint.cli.output import complain
from lint.cli.watch import PAUSE, States, changes
from lint.formatters.look import Look
from lint.model.errors import RuleError
from lint.model.text import Text
from lint.resources import bundle_root
from lint.rulebook.book import Rulebook

_WATCHING = Text("等待规则文件改动，按 Ctrl-C 结束", "waiting for rule files to change; Ctrl-C ends")
_ENDINGS = (".yaml", ".yml", ".py")


def watched(
    run: Callable[[tuple[str, ...]], int],
    ids: tuple[str, ...],
    folders: tuple[str, ...],
    look: Look,
    wait: Callable[[], None] = lambda: time.sleep(PAUSE),
    *,
    python: bool | None = None,
) -> None:
    """Run with the named rules, then after every change with those whose files changed. Ends by KeyboardInterrupt.

    What cannot be loaded is told, and waited for. Rules are all run where a file came or went.
    """
    roots = (bundle_root() / "rules", *chosen_folders(folders))
    load = partial(chosen_book, folders, python=python)
    for before, now in changes(partial(_files, roots), _WATCHING.say(look.language), wait):
        _run(run, ids if before is now else _changed(before, now, ids, load), look)


def _run(run: Callable[[tuple[str, ...]], int], ids: tuple[str, ...], look: Look) -> None:
    try:
        run(ids)
    except RuleError as error:
        complain(error.located() + error.words.say(look.language))


def _files(roots: Iterable[Path]) -> list[str]:
    """The files of rules, and of the Python beside them."""
    return [str(path) for root in roots for path in root.rglob("*") if path.suffix in _ENDINGS]


def _changed(before: States, now: States, ids: tuple[str, ...], load: Callable[[], Rulebook]) -> tuple[str, ...]:
    """The named rules whose file, or the Python beside it, changed; all that were named where that cannot be told."""
    if before.keys() != now.keys():
        return ids
    stems = {Path(path).with_suffix("").resolve() for path, state in now.items() if before[path] != state}
    try:
        rules = load().rules
    except RuleError:
        return ids
    wanted = {word.lower() for word in ids}
    asked = [rule for rule in rules if not wanted or not wanted.isdisjoint((rule.id.lower(), rule.name))]
    return tuple(rule.id for rule in asked if Path(rule.source).with_suffix("").resolve() in stems) or ids
