"""``--watch``: checked again whenever a file changes, comes or goes, until somebody ends it."""

import contextlib
import io
import os
import signal
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import pytest

from lint.cli.watch import watched_run
from lint.readers.files import wanted
from tests.cli.support_cli import clean, failing, run, start, warned, write

POSIX = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")


class Ended(Exception):
    """The test has seen enough."""


def runs(folder: Path, *events: Callable[[], object], during: Callable[[], object] = lambda: None) -> list[str]:
    """What each run read of all files in a folder, where one event happens at each wait; ``during`` the first run."""
    coming = iter(events)
    read: list[str] = []

    def files() -> list[str]:
        return [target.path for target in wanted([str(folder)]).targets]

    def look() -> None:
        contents = [Path(path).read_text(encoding="utf-8") for path in files()]
        read.append("|".join(contents))
        if len(read) == 1:
            during()

    def wait() -> None:
        event = next(coming, None)
        if event is None:
            raise Ended
        event()

    with contextlib.redirect_stdout(io.StringIO()), pytest.raises(Ended):
        watched_run(look, files, "en", wait)
    return read


def nothing() -> None:
    """Time passes."""


def test_nothing_changes(tmp_path: Path) -> None:
    """One run, however long it takes."""
    write(tmp_path / "a.json", "1")
    assert runs(tmp_path, nothing, nothing, nothing) == ["1"]


def test_a_file_changes(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", "1")
    assert runs(tmp_path, nothing, lambda: write(path, "22"), nothing, lambda: write(path, "333")) == ["1", "22", "333"]


def _replaced(path: Path, content: str) -> None:
    """As editors save: another file, given the name of the old one, time and size as they were."""
    before = path.stat()
    other = write(path.with_name(".a.json.swp"), content)
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(path)


def test_a_file_is_replaced(tmp_path: Path) -> None:
    """Though neither its size nor its time tells."""
    path = write(tmp_path / "a.json", "1")
    assert runs(tmp_path, lambda: _replaced(path, "2"), nothing) == ["1", "2"]


def test_a_file_is_away_for_a_moment(tmp_path: Path) -> None:
    """As where an editor removes the old file before it names the new one."""
    path = write(tmp_path / "a.json", "1")
    write(tmp_path / "b.json", "b")
    assert runs(tmp_path, path.unlink, lambda: write(path, "22")) == ["1|b", "b", "22|b"]


def test_a_file_comes(tmp_path: Path) -> None:
    write(tmp_path / "a.json", "1")
    assert runs(tmp_path, lambda: write(tmp_path / "c" / "b.json", "2"), nothing) == ["1", "1|2"]


def test_a_file_changes_while_it_is_checked(tmp_path: Path) -> None:
    """Checked again at once, before any waiting."""
    path = write(tmp_path / "a.json", "1")
    assert runs(tmp_path, during=lambda: write(path, "22")) == ["1", "22"]


@pytest.mark.parametrize("year", [1990, 2100])
def test_a_time_that_cannot_be(year: int, tmp_path: Path) -> None:
    """A clock that goes wrong, as on another machine's folder, neither hides a change nor makes one."""
    path = write(tmp_path / "a.json", "1")
    seconds = (year - 1970) * 365 * 86400
    os.utime(path, (seconds, seconds))
    assert runs(tmp_path, nothing, nothing, lambda: write(path, "22"), nothing) == ["1", "22"]


# --------------------------------------------------------------------------------------------- by the program itself


def _lines(stream: IO[bytes]) -> Iterator[str]:
    for line in stream:
        yield line.decode()


def _until_waiting(lines: Iterator[str]) -> str:
    """The last line of a run, the summary."""
    before = ""
    for line in lines:
        if line.startswith("等待文件改动"):
            return before
        before = line
    raise AssertionError(before)


@contextlib.contextmanager
def _watching(*arguments: str, cwd: Path) -> Iterator[tuple[subprocess.Popen[bytes], Iterator[str]]]:
    """The program, and the lines that it writes; ended when it takes longer than a minute."""
    with start("check", *arguments, "--watch", cwd=cwd, stdout=subprocess.PIPE) as process:
        limit = threading.Timer(60, process.kill)
        limit.start()
        try:
            assert process.stdout is not None
            yield process, _lines(process.stdout)
        finally:
            limit.cancel()
            process.kill()


@POSIX
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)], ids=["ctrl-c", "ended"])
@pytest.mark.parametrize("content", [clean, failing], ids=["clean", "failing"])
def test_the_program_runs_again_and_ends(
    number: signal.Signals, code: int, content: Callable[[], object], tmp_path: Path
) -> None:
    """However the last run ended, the exit code is that of the signal."""
    path = write(tmp_path / "in" / "a.json", warned())
    with _watching("in", cwd=tmp_path) as (process, lines):
        assert _until_waiting(lines).startswith("已检查 1/1 份报告：错误 0，警告 1")
        write(tmp_path / "in" / "new", content()).replace(path)
        assert _until_waiting(lines).startswith(f"已检查 1/1 份报告：错误 {2 if content is failing else 0}，警告 0")
        process.send_signal(number)
        assert process.wait(60) == code
        assert process.stderr is not None
        assert process.stderr.read() == b""


@POSIX
def test_what_the_run_writes_starts_no_other(tmp_path: Path) -> None:
    """Lists that it writes into the folder that it checks."""
    path = write(tmp_path / "a.json", warned())
    with _watching("-f", "text", "-f", "json:out.json", cwd=tmp_path) as (process, lines):
        assert "警告 1" in _until_waiting(lines)
        write(tmp_path / ".new", clean()).replace(path)
        assert "警告 0" in _until_waiting(lines)
        process.send_signal(signal.SIGINT)
        assert "".join(lines) == ""
        assert process.wait(60) == 130


REFUSED = {
    "standard-input": (("-",), "xxgk-lint: --watch 不能用于标准输入\n"),
    "baseline": (("--write-baseline", "b.json"), "xxgk-lint: --watch 不能与 --write-baseline 同用\n"),
}


@pytest.mark.parametrize(("arguments", "words"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_watched(arguments: tuple[str, ...], words: str, tmp_path: Path) -> None:
    done = run("check", *arguments, "--watch", cwd=tmp_path)
    assert (done.code, done.out, done.err) == (2, "", words)
    assert not list(tmp_path.iterdir())
