"""Which names mean the same file: ``r/a.json``, ``./r/a.json``, the whole path and ``file://`` with it."""

import os
from collections.abc import Callable, Sequence
from itertools import pairwise

from lint.model.address import Url

_NOWHERE = ("", os.curdir, os.pardir)


def telling_apart(named: Sequence[str]) -> Callable[[str], str] | None:
    """What to compare files by: the whole path in one spelling. Links stay: what has two names is two files.

    None where no two of the paths that were named can mean the same file by different names.
    """
    if len(named) < 2:  # noqa: PLR2004 - one cannot overlap
        return None
    spelling = _Spelling()
    roots = sorted(_steps(spelling(_before_any_pattern(path))) for path in named)
    # Whatever lies below a folder follows it in this order.
    if any(below[: len(above)] == above for above, below in pairwise(roots)):
        return spelling
    return None


class _Spelling:
    """The one spelling of each path; every folder is spelt once, since many files lie in one."""

    def __init__(self) -> None:
        self.folders: dict[str, str] = {}

    def __call__(self, path: str) -> str:
        """That of a path; of an address in a store, the address."""
        if isinstance(path, Url):
            return self._of_address(path)
        folder, name = os.path.split(path)
        if name in _NOWHERE:
            return _spelt(path)
        if folder not in self.folders:
            self.folders[folder] = _spelt(folder) + os.sep
        return self.folders[folder] + os.path.normcase(name)

    def _of_address(self, url: Url) -> str:
        from lint.storage.stores import path_here  # noqa: PLC0415 - only where an address is named

        path = path_here(url)
        return str(url) if path is None else self(path)


def _spelt(folder: str) -> str:
    """A folder as one path. What ``..`` leads to is asked for: after a link it is not the folder in front of that."""
    steps = _steps(folder.replace(os.altsep or os.sep, os.sep))
    if os.pardir in steps:
        start = len(steps) - steps[::-1].index(os.pardir)
        folder = _joined([os.path.realpath(_joined(steps[:start])), *steps[start:]])
    return os.path.normcase(os.path.abspath(folder)).rstrip(os.sep)  # noqa: PTH100 - a string, and links stay


def _steps(path: str) -> list[str]:
    return path.split(os.sep)  # noqa: PTH206 - a Path would drop "." and begin in another way


def _joined(steps: list[str]) -> str:
    return os.sep.join(steps)  # noqa: PTH118 - the other way round


def _before_any_pattern(path: str) -> str:
    """The part of a path that no pattern can change: the folder that all it may mean lies in."""
    fixed = min((at for sign in "*?[" if (at := path.find(sign)) >= 0), default=None)
    if fixed is None:
        return path
    folder = path[:fixed].replace(os.sep, "/").rpartition("/")[0]
    return Url.of(folder) if isinstance(path, Url) else folder or ("/" if path.startswith("/") else os.curdir)
