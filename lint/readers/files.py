"""Files as bytes, and which files a path means. Nothing is followed, waited for or read without bound."""

import os
import stat
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lint.model.errors import Unreadable
from lint.model.text import Text
from lint.readers.limits import FILE_BYTES

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_MARKS = [
    words.encode(encoding) for words in ("信息公开", "政府信息") for encoding in ("utf-8", "gb18030", "utf-16-le", "utf-16-be")
] + [b'"sections"', b"sections:"]


class Target(NamedTuple):
    """A file to check; ``named`` when the user named it himself, rather than a folder or pattern around it."""

    path: str
    named: bool


def read_bytes(path: str) -> bytes:
    """The content of a regular file of bearable size. Raises Unreadable (LT001) otherwise."""
    try:
        handle = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:
        raise _unreadable(getattr(error, "strerror", None) or str(error)) from None
    try:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode):
            raise _unreadable("not a regular file")
        if about.st_size > FILE_BYTES:
            raise too_large(about.st_size)
        data = os.read(handle, about.st_size + 1)
        while len(data) <= FILE_BYTES and (more := os.read(handle, FILE_BYTES)):
            data += more
    except OSError as error:
        raise _unreadable(error.strerror or str(error)) from None
    finally:
        os.close(handle)
    if len(data) > FILE_BYTES:
        raise too_large(len(data))
    return data


def too_large(size: int) -> Unreadable:
    """The finding for a file beyond the limit."""
    limit = FILE_BYTES // 1_000_000
    return Unreadable(
        "LT001", Text(f"文件过大（{size} 字节，上限 {limit} MB）", f"the file is too large ({size} bytes, limit {limit} MB)")
    )


def has_trace(data: bytes) -> bool:
    """Whether bytes that could not be read hold any trace of a report."""
    return any(mark in data for mark in _MARKS)


def targets(paths: Iterable[str], include: tuple[str, ...], exclude: tuple[str, ...]) -> Iterator[Target]:
    """Every file that the paths mean: files, folders with all below, patterns; each file once."""
    seen: set[str] = set()
    for path in paths:
        for target in _expand(path):
            if target.path not in seen and (target.named or _wanted(target.path, include, exclude)):
                seen.add(target.path)
                yield target


def _expand(path: str) -> Iterator[Target]:
    if os.path.isdir(path):  # noqa: PTH112 - plain strings: one Path object a file costs more than reading it
        yield from (Target(found, named=False) for found in _walk(path))
    elif any(sign in path for sign in "*?[") and not os.path.lexists(path):
        yield from (Target(found, named=False) for found in _matching(path))
    else:
        yield Target(path, named=True)


def _matching(pattern: str) -> list[str]:
    import glob  # noqa: PLC0415 - most runs have no pattern

    return [found for found in sorted(glob.glob(pattern, recursive=True)) if os.path.isfile(found)]  # noqa: PTH113, PTH207


def _walk(folder: str) -> Iterator[str]:
    """Files below a folder in the order of their names; hidden ones and links to folders are left out."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path)
        elif not entry.is_dir():
            yield entry.path


def _wanted(path: str, include: tuple[str, ...], exclude: tuple[str, ...]) -> bool:
    if include and not _fits(path, include):
        return False
    return not (exclude and _fits(path, exclude))


def _fits(path: str, patterns: tuple[str, ...]) -> bool:
    import fnmatch  # noqa: PLC0415

    plain = path.replace(os.sep, "/")
    name = plain.rpartition("/")[2]
    return any(fnmatch.fnmatch(plain, pattern) or fnmatch.fnmatch(name, pattern) for pattern in patterns)


def _unreadable(reason: str) -> Unreadable:
    return Unreadable("LT001", Text(f"文件无法读取：{reason}", f"the file cannot be read: {reason}"))


def suffix_of(path: str) -> str:
    """The ending of a file name in lower case, with its dot."""
    return os.path.splitext(path)[1].lower()  # noqa: PTH122
