"""Where output goes: to the terminal, or to a file, whole or not at all."""

import contextlib
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, NamedTuple, TypeAlias

from lint.model.address import Url, is_url
from lint.model.errors import OutputError, UsageError
from lint.model.text import Language, Text

LEAD = "xxgk-lint: "
_ENDS = tuple(filter(None, (os.sep, os.altsep)))  # what a word ends with that means a folder
_NO_FOLDER = Text("“{format}”只写成一个文件，不能写入文件夹", "'{format}' is one file and cannot go to a folder")
_SAME = Text("两项输出不能写入同一文件", "two outputs cannot go to the same file")
_AMONG_PAGES = Text("网页的文件夹里只放网页", "a folder of pages holds nothing else")
_DEVICES = ("/dev/", "/proc/")
_OF_THIS_MACHINE = ("file", "local")  # schemes under which stores know its files
_NO_REMOTE_PAGES = Text("网页的文件夹只能写在本机", "a folder of pages is written on this machine only")

Somewhere: TypeAlias = Path | Url


class Sink(NamedTuple):
    """One format and the file it goes to, here or in a store, or the folder of pages; None is the terminal."""

    format: str
    path: Somewhere | None
    is_folder: bool = False


def somewhere(path: str) -> Somewhere:
    """What a word names: a file of this machine, or an address. Raises UsageError where none can be written to."""
    if not is_url(path):
        return Path(path)
    from lint.storage.putting import refuse_unwritable

    refuse_unwritable(Url.of(path))
    return Url.of(path)


def sinks(formats: tuple[str, ...], output: Somewhere | None, known: Iterable[str]) -> tuple[Sink, ...]:
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
    refuse_doubled(found)
    return tuple(found)


def _sink(word: str, known: tuple[str, ...]) -> Sink:
    name, colon, file = word.partition(":")
    if name not in known:
        raise UsageError(_unknown(name, known))
    if colon and not file:
        raise UsageError(Text(f"“{word}”没有写文件名", f"'{word}' names no file"))
    from lint.formatters.table import FOLDERS

    in_pages = name in FOLDERS and (file.endswith(_ENDS) or (bool(file) and Path(file).is_dir()))
    if file.endswith(_ENDS) and not in_pages:
        raise UsageError(_NO_FOLDER.fill({"format": name}), file)
    if in_pages and is_url(file):
        raise UsageError(_NO_REMOTE_PAGES, Url.of(file))
    return Sink(name, somewhere(file) if file else None, in_pages)


def _unknown(name: str, known: tuple[str, ...]) -> Text:
    from lint.model.nearest import nearest

    near = nearest(name.lower(), known)
    zh, en = (f"，是否想写“{near}”？", f", did you mean '{near}'?") if near else ("", "")
    return Text(
        f"不认识的格式“{name}”{zh}（可用：{'、'.join(known)}）", f"unknown format '{name}'{en} ({', '.join(known)})"
    )


def refuse_doubled(found: Sequence[Sink]) -> None:
    """Raises UsageError where two outputs go to one file, or a file into a folder of pages."""
    paths = [real(sink.path) for sink in found if sink.path is not None]
    for path in paths:
        if paths.count(path) > 1 and path != os.devnull:
            raise UsageError(_SAME, path)
    folders = [os.path.realpath(sink.path) for sink in found if sink.path is not None and sink.is_folder]
    for path in paths:
        if any(path != folder and Path(path).is_relative_to(folder) for folder in folders):
            raise UsageError(_AMONG_PAGES, path)


def real(path: str | Somewhere) -> str:
    """The one name of a file, by whatever path or ``file://`` it is called; of another address itself."""
    if isinstance(path, str) and is_url(path):
        url = Url.of(path)
        if url.scheme not in _OF_THIS_MACHINE:
            return url
        path = os.path.expanduser(url.real.partition("://")[2])  # noqa: PTH111 - as the store reads it
    return os.path.realpath(path)


def is_device(path: str | Somewhere) -> bool:
    """Whether what lies there is no file to be replaced: /dev/null, /dev/stdout, /proc/self/fd/1, a pipe."""
    if isinstance(path, str) and is_url(path):
        return False
    target = os.path.realpath(path)
    return os.path.abspath(path).startswith(_DEVICES) or (  # noqa: PTH100
        os.path.exists(target) and not os.path.isfile(target)  # noqa: PTH110, PTH113
    )


def complain(words: str, lead: str = LEAD) -> None:
    """Say on standard error why something cannot be done; nobody may be listening."""
    from lint.formatters.escape import escape

    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            sys.stderr.write(lead + "\n".join(map(escape, words.splitlines())) + "\n")
            sys.stderr.flush()


def complain_of_barren(paths: Iterable[str], language: Language) -> None:
    """Say of each folder or pattern that no report was found there."""
    from lint.readers.files import NO_REPORT_BELOW

    for path in paths:
        complain(f"{path}: {NO_REPORT_BELOW.say(language)}")


def flush_nowhere() -> None:
    """What could not be written cannot be written at the end either: let the interpreter flush it into nothing."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def say(lines: Iterable[str]) -> None:
    """Write lines of our own to standard output, as :func:`write_terminal` does."""
    write_terminal(f"{line}\n" for line in lines)


def write_terminal(chunks: Iterable[str | bytes]) -> None:
    """Write to standard output, bytes as they are.

    Raises BrokenPipeError where the reader went away, OutputError where it cannot be.
    """
    from lint.cli.standard_output import standard_output

    with standard_output() as put:
        for chunk in chunks:
            put(chunk)


def write_file(path: Somewhere, chunks: Iterable[str | bytes]) -> None:
    """Write a file whole or not at all, text as UTF-8. Raises OutputError; the old content then stands untouched."""
    with replacing(path) as file:
        file.writelines(map(encoded, chunks))


@contextlib.contextmanager
def replacing(path: Somewhere) -> Iterator[IO[bytes]]:
    """An open file that takes the place of another once all is written, and leaves it untouched otherwise.

    Raises OutputError.
    """
    try:
        if isinstance(path, Url):
            with _uploaded(path) as file:
                yield file
            return
        target = Path(os.path.realpath(path))
        if is_device(path):
            with path.open("wb") as file:
                yield file
        else:
            with _replaced(target) as file:
                yield file
    except OSError as error:
        raise OutputError(
            Text(f"无法写入：{error.strerror}", f"cannot be written: {error.strerror}"), str(path)
        ) from None


def encoded(chunk: str | bytes) -> bytes:
    """A piece as it stands in a file; what UTF-8 lacks is written as an escape."""
    return chunk if isinstance(chunk, bytes) else chunk.encode("utf-8", "backslashreplace")


@contextlib.contextmanager
def _uploaded(url: Url) -> Iterator[IO[bytes]]:
    """A file of this machine that is put into a store once all is written: what fails before leaves nothing there."""
    import tempfile

    from lint.storage.putting import look_for, put

    look_for(url)
    handle, name = tempfile.mkstemp(prefix="xxgk-lint-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        put(Path(name), url)
    finally:
        with contextlib.suppress(OSError):
            Path(name).unlink(missing_ok=True)


@contextlib.contextmanager
def _replaced(path: Path) -> Iterator[IO[bytes]]:
    import tempfile

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".xxgk-lint-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        Path(name).chmod(mode_of(path, 0o666))
        Path(name).replace(path)
    finally:
        with contextlib.suppress(OSError):
            Path(name).unlink(missing_ok=True)


def mode_of(path: Path, usual: int) -> int:
    """The mode of the file or folder that is replaced, or that of a new one: what is usual without the mask."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return usual & ~mask
