"""Which compiled rules fitted the rule files when these were last read.

Reading some two hundred files takes longer than asking for their sizes and dates. Where none of these has moved, what
fitted then fits still: no file is written or replaced without a new date. Files that were touched a moment ago are
read again next time, since a further change might bear the same date.
"""

import os
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

_FOLDERS = ("rules", "schemas")
_ENDINGS = (".yaml", ".yml", ".json")
_SETTLED = 2 * 10**9  # nanoseconds: no file system has coarser dates


class Stamp(NamedTuple):
    """Path, size, dates and number of every file in one text, and the latest of the dates in nanoseconds."""

    files: str
    latest: int

    def settled(self, now: int) -> bool:
        """Whether a change from now on, in nanoseconds, would bear a later date."""
        return self.latest + _SETTLED < now


def stamp_of(root: Path, code: str) -> Stamp | None:
    """The stamp of the rule files below a root, as this code reads them; None where they cannot be listed plainly."""
    try:
        found = sorted(one for name in _FOLDERS for one in _below(f"{root}{os.sep}{name}"))
    except OSError:
        return None
    return Stamp("\n".join([code, *(line for line, _ in found)]), max((latest for _, latest in found), default=0))


def _below(folder: str) -> Iterator[tuple[str, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith((".", "_")):
                continue
            if entry.is_dir():
                if entry.is_symlink():
                    raise NotADirectoryError(entry.path)  # it may lead round and round: left to those who look closer
                yield from _below(entry.path)
            elif entry.name.endswith(_ENDINGS):
                has = entry.stat()
                line = f"{entry.path}:{has.st_size}:{has.st_mtime_ns}:{has.st_ctime_ns}:{has.st_ino}"
                yield line, max(has.st_mtime_ns, has.st_ctime_ns)


def recall(cache: Path, root: Path, stamp: Stamp) -> str | None:
    """The digest of the compiled rules that fitted files of this stamp; None where none are known."""
    try:
        digest, files = _file(cache, root).read_text(encoding="utf-8").split("\n", 1)
    except (OSError, ValueError):
        return None
    return digest if files == stamp.files else None


def note(cache: Path, root: Path, stamp: Stamp, digest: str) -> tuple[Path, str]:
    """The file to write so that a digest is recalled, and what it is to hold."""
    return _file(cache, root), f"{digest}\n{stamp.files}"


def _file(cache: Path, root: Path) -> Path:
    return cache / f"seen-{zlib.crc32(str(root).encode()):08x}.txt"
