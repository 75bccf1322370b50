"""Where output goes: to the terminal, or to a file, whole or not at all."""

import contextlib
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from lint.model.errors import OutputError, UsageError
from lint.model.text import Text

_CHUNK = 1 << 16


class Sink(NamedTuple):
    """One format and the file it goes to; None is the terminal."""

    format: str
    path: Path | None


def sinks(formats: tuple[str, ...], output: Path | None, known: Iterable[str]) -> tuple[Sink, ...]:
    """The sinks that ``-f NAME[:FILE]`` and ``-o FILE`` mean. Raises UsageError where they contradict."""
    names = tuple(known)
    found = [_sink(one, names) for one in formats]
    open_ones = [number for number, sink in enumerate(found) if sink.path is None]
    if output is not None:
        if len(open_ones) != 1:
            raise UsageError(
                Text("-o 只能与一个未写文件的格式同用", "-o goes with exactly one format that names no file")
            )
        found[open_ones[0]] = found[open_ones[0]]._replace(path=output)
    elif len(open_ones) > 1:
        raise UsageError(Text("只有一个格式可以输出到终端", "only one format can go to the terminal"))
    return tuple(found)


def _sink(word: str, known: tuple[str, ...]) -> Sink:
    name, _, file = word.partition(":")
    if name not in known:
        raise UsageError(
            Text(f"不认识的格式“{name}”（可用：{'、'.join(known)}）", f"unknown format '{name}' ({', '.join(known)})")
        )
    return Sink(name, Path(file) if file else None)


def write_terminal(chunks: Iterable[str]) -> None:
    """Write to standard output. Raises BrokenPipeError where the reader went away, OutputError where it cannot be."""
    if sys.stdout is None:
        raise OutputError(Text("标准输出已关闭", "standard output is closed"))
    held: list[str] = []
    size = 0
    try:
        for chunk in chunks:
            held.append(chunk)
            size += len(chunk)
            if size > _CHUNK or sys.stdout.isatty():
                sys.stdout.write("".join(held))
                sys.stdout.flush()
                held, size = [], 0
        sys.stdout.write("".join(held))
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(Text(f"无法输出：{error.strerror}", f"cannot write: {error.strerror}")) from None


def write_file(path: Path, chunks: Iterable[str]) -> None:
    """Write a file whole or not at all. Raises OutputError; the old content then stands untouched."""
    import tempfile

    name = ""
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-", suffix=".part")
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
            file.writelines(chunks)
        Path(name).chmod(_mode(path))
        Path(name).replace(path)
    except OSError as error:
        raise OutputError(
            Text(f"无法写入：{error.strerror}", f"cannot be written: {error.strerror}"), str(path)
        ) from None
    finally:
        if name:
            with contextlib.suppress(OSError):
                Path(name).unlink(missing_ok=True)


def _mode(path: Path) -> int:
    """The mode of the file that is replaced, or that of a new one."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
