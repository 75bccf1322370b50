"""Which files of a store an address means: folders with all below, patterns, single files, as on this machine."""

import fnmatch
from collections.abc import Iterator

from lint.model.address import Url
from lint.model.errors import Unreadable
from lint.readers.files import Target, fits_steps, is_passed_by, is_pattern
from lint.storage.reading import entries, is_listed, kind_of
from lint.storage.stores import refuse_unusable

_ROOT = 3  # steps in front of the first folder: the scheme, nothing, the bucket or machine


def expand(url: Url) -> Iterator[Target]:
    """What an address means. Raises UsageError where this machine lacks what it takes to ask its store.

    A folder that cannot be listed is a target itself, so that it is reported as unreadable.
    """
    refuse_unusable(url)
    if not is_listed(url):
        yield Target(url, named=True)
    elif url.endswith("/") and not is_pattern(url):
        yield from _walk(url)
    else:
        yield from _found(url)


def _found(url: Url) -> Iterator[Target]:
    kind = kind_of(url)
    if kind == "folder":
        yield from _walk(url)
    elif kind is None and is_pattern(url):
        yield from _matching(url)
    else:
        yield Target(url, named=True)


def _walk(folder: Url) -> Iterator[Target]:
    try:
        found = entries(folder)
    except Unreadable:
        yield Target(_as_folder(folder), named=True)
        return
    for entry in found:
        if is_passed_by(entry.name):
            continue
        below = folder.below(entry.name)
        if entry.is_folder:
            yield from _walk(below)
        else:
            yield Target(below, named=False)


def _as_folder(url: Url) -> Url:
    return url if url.endswith("/") else url.below("")


def _matching(pattern: Url) -> Iterator[Target]:
    """What a pattern fits, folders standing for all below them, in the order that a pattern has on this machine."""
    base, steps = _parted(pattern)
    start = steps.index("**") if "**" in steps else len(steps)
    below = steps[start:]
    bases = [(base, True)]
    for step in steps[:start]:
        bases = [one for above, is_folder in bases if is_folder for one in _fitting(above, step)]
    for found, is_folder in sorted(bases):
        if is_folder:
            yield from (one for one in _walk(found) if one.named or not below or _is_below(one.path, found, below))
        elif not below:
            yield Target(found, named=found.endswith("/"))


def _parted(pattern: Url) -> tuple[Url, list[str]]:
    """The folder in front of the first step that is a pattern, and that step with all behind it."""
    steps = pattern.real.split("/")
    first = next((number for number, step in enumerate(steps) if number >= _ROOT and is_pattern(step)), len(steps))
    return Url.of("/".join(steps[:first]) + "/"), [step for step in steps[first:] if step]


def _fitting(folder: Url, step: str) -> list[tuple[Url, bool]]:
    """What of a folder fits one step of a pattern. A folder that cannot be listed is told as a file that is none."""
    try:
        found = entries(folder)
    except Unreadable:
        return [(_as_folder(folder), False)]
    return [
        (folder.below(entry.name), entry.is_folder)
        for entry in found
        if fnmatch.fnmatchcase(entry.name, step) and (step.startswith(".") or not entry.name.startswith("."))
    ]


def _is_below(path: str, base: Url, pattern: list[str]) -> bool:
    return fits_steps(path.removeprefix(base).strip("/").split("/"), pattern)
