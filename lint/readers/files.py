"""Files as bytes, and which files a path means. Nothing is followed, waited for or read without bound."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache, partial
from typing import NamedTuple

from lint.model.address import Url, is_url
from lint.model.errors import Unreadable, cannot_be_read
from lint.model.text import Text
from lint.readers.limits import FILE_BYTES
from lint.readers.spellings import telling_apart

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_MORE = 65_536  # bytes read at a time of a file that grows, or says nothing of its size
_ENCODINGS = ("utf-8", "gb18030", "utf-16-le", "utf-16-be")
_KEYS = (b'"sections"', b"sections:")
# 信息公开 and 政府信息 as programs write them that keep JSON to ASCII.
_ESCAPED = (rb"\u4fe1\u606f\u516c\u5f00", rb"\u653f\u5e9c\u4fe1\u606f")

COLLECTION = ".parquet"
_PARQUET = b"PAR1"
NO_REPORT_BELOW = Text("其中没有找到年度报告", "no annual report was found there")  # of a folder or pattern


class Target(NamedTuple):
    """A file to check; ``named`` when the user named it himself, rather than a folder or pattern around it."""

    path: str
    named: bool


class Wanted(NamedTuple):
    """All that the paths of a run mean: the files, each once, and what stands below each folder and pattern."""

    targets: tuple[Target, ...]
    walked: dict[str, tuple[str, ...]]

    def barren(self, passed_over: frozenset[str]) -> tuple[str, ...]:
        """The folders and patterns in which no report was found at all."""
        return tuple(path for path, found in self.walked.items() if passed_over.issuperset(found))


def read_bytes(path: str) -> bytes:
    """The content of a regular file of bearable size. Raises Unreadable (LT001) otherwise."""
    if is_url(path):
        return _read_remote(Url.of(path))
    try:
        handle = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:
        raise cannot_be_read(getattr(error, "strerror", None) or str(error)) from None
    try:
        about = os.fstat(handle)
        if not stat.S_ISREG(about.st_mode):
            raise cannot_be_read("not a regular file")
        if about.st_size > FILE_BYTES:
            raise too_large(about.st_size)
        data = os.read(handle, about.st_size + 1)
        # One byte more was asked for: what gave all but that ends there. Less may be a part, more has grown.
        while len(data) != about.st_size and len(data) <= FILE_BYTES and (more := os.read(handle, _MORE)):
            data += more
    except OSError as error:
        raise cannot_be_read(error.strerror or str(error)) from None
    finally:
        os.close(handle)
    if len(data) > FILE_BYTES:
        raise too_large(len(data))
    return data


def _read_remote(url: Url) -> bytes:
    from lint.storage.reading import content, size_of  # noqa: PLC0415 - only where an address is named

    data = content(url, FILE_BYTES)
    if len(data) > FILE_BYTES:
        raise too_large(size_of(url))
    return data


def read_each(paths: Sequence[str]) -> Iterator[Callable[[], bytes]]:
    """How to read each file, in order: as :func:`read_bytes` does, but what lies in a store is asked for ahead."""
    if not any(map(is_url, paths)):
        return (partial(read_bytes, path) for path in paths)
    from lint.storage.ahead import ahead  # noqa: PLC0415 - only where an address is named

    return ahead(paths, read_bytes)


def too_large(size: int | None = None) -> Unreadable:
    """The finding for a file beyond the limit; the size is unknown where reading stopped there."""
    limit = FILE_BYTES // 2**20
    zh, en = (f"{size} 字节，", f"{size} bytes, ") if size is not None else ("", "")
    words = Text(f"文件过大（{zh}上限 {limit} MB）", f"the file is too large ({en}limit {limit} MB)")
    return Unreadable("LT001", words)


def has_trace(data: bytes) -> bool:
    """Whether bytes that could not be read hold any trace of a report."""
    return any(mark in data for mark in (*_encoded("信息公开"), *_encoded("政府信息"), *_KEYS, *_ESCAPED))


def has_form(data: bytes) -> bool:
    """Whether bytes, under whatever name, hold what only a report itself has."""
    # Lists of reports, programs and mails speak of reports too; only a report has its third part.
    return any(mark in data for mark in (*_encoded("收到和处理政府信息公开申请"), b'"disputes"', b"disputes:"))


@cache
def _encoded(words: str) -> tuple[bytes, ...]:
    """Words in every encoding; not made at a start, for a report that can be read needs none of the tables."""
    return tuple(words.encode(encoding) for encoding in _ENCODINGS)


def wanted(paths: Iterable[str], include: tuple[str, ...] = (), exclude: tuple[str, ...] = ()) -> Wanted:
    """Every file that the paths mean: files, folders with all below, patterns; each file once, in a stable order."""
    targets: dict[str, Target] = {}
    walked: dict[str, tuple[str, ...]] = {}
    addresses = tuple(map(_address, paths))
    spelling = telling_apart(addresses)
    for path in addresses:
        found = list(_expand(path, include, exclude))
        keys = [target.path if spelling is None else spelling(target.path) for target in found]
        for key, target in zip(keys, found, strict=True):
            if key not in targets:
                targets[key] = target
            elif target.named:  # it is called as it was first, and counts as named from now on
                targets[key] = targets[key]._replace(named=True)
        if found != [Target(path, named=True)]:
            walked[path] = tuple(keys if spelling is None else (targets[key].path for key in keys))
    return Wanted(tuple(targets.values()), walked)


def _address(path: str) -> str:
    return Url.of(path) if is_url(path) else path


def _expand(path: str, include: tuple[str, ...], exclude: tuple[str, ...]) -> list[Target]:
    found: Iterable[Target]
    if isinstance(path, Url):
        found = _expand_remote(path)
    elif os.path.isdir(path):  # noqa: PTH112 - plain strings: one Path object a file costs more than reading it
        found = _walk(path)
    elif is_pattern(path) and not os.path.lexists(path):
        found = _matching(path)
    else:
        return [Target(path, named=True)]
    kept = [target for target in found if target.named or is_wanted(target.path, include, exclude)]
    return [*map(_as_named, kept)] if is_pattern(path) and suffix_of(path) == COLLECTION else kept


def _as_named(target: Target) -> Target:
    """What fits a pattern that says that it means collections: they are as good as named."""
    return target._replace(named=target.named or suffix_of(target.path) == COLLECTION)


def _expand_remote(url: Url) -> Iterator[Target]:
    from lint.readers.remote import expand  # noqa: PLC0415 - only where an address is named

    return expand(url)


def is_pattern(path: str) -> bool:
    """Whether a path that is not there may mean others."""
    return any(sign in path for sign in "*?[")


def _matching(pattern: str) -> Iterator[Target]:
    """What a pattern fits, folders standing for all below them. Links to folders are not followed, so nothing loops."""
    import glob  # noqa: PLC0415 - most runs have no pattern

    steps = pattern.replace(os.sep, "/").split("/")
    start = steps.index("**") if "**" in steps else len(steps)
    below = steps[start:]
    for base in sorted(glob.glob("/".join(steps[:start]))) if start else ["."]:  # noqa: PTH207
        if os.path.isdir(base) and not os.path.islink(base):  # noqa: PTH112, PTH114
            yield from (
                found for found in _walk(base) if found.named or not below or _is_below(found.path, base, below)
            )
        elif not below:
            yield Target(base, named=False)


def _is_below(path: str, base: str, pattern: list[str]) -> bool:
    return fits_steps(path.removeprefix(base).replace(os.sep, "/").strip("/").split("/"), pattern)


def fits_steps(names: list[str], pattern: list[str]) -> bool:
    """Whether the steps of a path fit those of a pattern, in which ``**`` stands for any number of folders."""
    import fnmatch  # noqa: PLC0415

    if not pattern:
        return not names
    if pattern[0] == "**":
        return any(fits_steps(names[start:], pattern[1:]) for start in range(len(names) + 1))
    return bool(names) and fnmatch.fnmatch(names[0], pattern[0]) and fits_steps(names[1:], pattern[1:])


def _walk(folder: str) -> Iterator[Target]:
    """Files below a folder in the order of their names. Hidden ones, compiled Python and Word's locks (~$) are left
    out; links to folders are not followed; a folder that cannot be opened is a target itself, so that it is reported as
    unreadable.
    """
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        yield Target(folder, named=True)
        return
    for entry in entries:
        if is_passed_by(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path)
        else:
            yield Target(entry.path, named=False)


def is_passed_by(name: str) -> bool:
    """Whether a walk leaves a name out: hidden, compiled, or the lock that Word keeps beside an open file."""
    return name.startswith((".", "~$")) or name == "__pycache__"


def is_wanted(path: str, include: tuple[str, ...], exclude: tuple[str, ...]) -> bool:
    """Whether the patterns let a file of a folder in."""
    if include and not _fits(path, include):
        return False
    return not (exclude and _fits(path, exclude))


def _fits(path: str, patterns: tuple[str, ...]) -> bool:
    """Whether a pattern fits the whole path, its end from any folder on, or a folder of it."""
    import fnmatch  # noqa: PLC0415

    parts = path.replace(os.sep, "/").removeprefix("./").split("/")
    ends = ["/".join(parts[start:]) for start in range(len(parts))]
    folders = ["/".join(parts[start:stop]) for stop in range(1, len(parts)) for start in range(stop)]
    names = [*ends, *folders]
    return any(
        fnmatch.fnmatch(name, pattern.removesuffix("/").removeprefix("./")) for pattern in patterns for name in names
    )


def is_collection(target: Target) -> bool:
    """Whether a file is to be taken for many reports, as ``collect`` writes them: only where the user names it, or a
    pattern that ends as its name does.
    """
    return target.named and suffix_of(target.path) == COLLECTION


def is_parquet(data: bytes) -> bool:
    """Whether bytes begin as a collection does, whatever the file is called."""
    return data.startswith(_PARQUET)


@lru_cache(maxsize=64, typed=True)  # it is asked for a few times in a row; an address is no path of the same letters
def suffix_of(path: str) -> str:
    """The ending of a file name in lower case, with its dot."""
    return os.path.splitext(path.plain if isinstance(path, Url) else path)[1].lower()  # noqa: PTH122
