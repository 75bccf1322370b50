"""Many formats of many reports: each is told a report while it is at hand, and nothing keeps it."""

import contextlib
import gc
import io
import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from lint.cli.output import Sink
from lint.cli.standard_output import standard_output, whole
from lint.cli.writing import write_all
from lint.formatters.look import Look
from lint.formatters.table import FORMATTERS
from lint.model.errors import OutputError
from lint.model.run import Checked
from tests.cli.support_cli import CLEAN, run_inside
from tests.formatters.support_formatters import results, session

MANY = 60
COUNTED = 20  # reports between two counts of all that is alive, which take their time
LOOK = Look("zh", version="1.2.3", rules=session().book.rules)
POSIX = pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")


def reports(alive: list[int], count: int = MANY) -> Iterator[Checked]:
    """Reports with findings and without; noted is, now and then, how many there are when the next is asked for."""
    kinds = [results()[name] for name in ("broken-json", "undecided", "passed-over", "broken-syntax")]
    for number in range(count):
        yield kinds[number % len(kinds)]._replace(source=f"{number:04}.json")
        if number % COUNTED == COUNTED - 1:
            alive.append(sum(isinstance(one, Checked) and one.source[:4].isdigit() for one in gc.get_objects()))


def write(given: Iterator[Checked], *sinks: Sink, out: io.BytesIO | None = None) -> bytes:
    """Write the formats; what stands on standard output then."""
    out = io.BytesIO() if out is None else out
    stream = io.TextIOWrapper(out, "utf-8", newline="\n")
    try:
        with contextlib.redirect_stdout(stream):
            write_all(given, sinks, LOOK)
    finally:
        stream.detach()
    return out.getvalue()


@pytest.mark.parametrize("name", FORMATTERS)
def test_a_format_keeps_no_report(name: str, tmp_path: Path) -> None:
    """But the one at hand, and ``html`` one more to see whether another follows."""
    alive: list[int] = []
    write(reports(alive), Sink(name, tmp_path / "out"))
    assert len(alive) == MANY // COUNTED
    assert max(alive) <= 3


def test_all_formats_together_keep_none(tmp_path: Path) -> None:
    alive: list[int] = []
    pages = Sink("html", tmp_path / "pages", is_folder=True)
    write(reports(alive), pages, *(Sink(name, tmp_path / name) for name in FORMATTERS))
    assert max(alive) <= 3


def test_together_they_write_what_each_writes_alone(tmp_path: Path) -> None:
    names = [name for name in FORMATTERS if name != "jsonl"]
    write(reports([]), *(Sink(name, tmp_path / name) for name in names), Sink("jsonl", None))
    for name in names:
        write(reports([]), Sink(name, tmp_path / "alone"))
        assert (tmp_path / name).read_bytes() == (tmp_path / "alone").read_bytes()


def test_the_first_report_is_told_before_the_second_is_checked(tmp_path: Path) -> None:
    """On standard output, whatever else is written."""
    out = io.BytesIO()
    told: list[bytes] = []

    def one_by_one() -> Iterator[Checked]:
        yield results()["clean-json"]
        told.append(out.getvalue())
        yield results()["failing"]

    write(one_by_one(), Sink("xlsx", tmp_path / "out"), Sink("jsonl", None), out=out)
    assert told[0].startswith(b'{"source": "clean.json"')


def test_the_others_are_written_where_one_cannot_be(tmp_path: Path) -> None:
    """Told is the first of the failures, in the order in which the formats were named."""
    done = run_inside(
        "check", CLEAN, "-fjson:none/b", "-fcsv:out.csv", "-fplain:none/a", "-fhtml:none/c/", "-ftext", cwd=tmp_path
    )
    assert (done.code, done.err) == (2, "xxgk-lint: none/b: 无法写入：No such file or directory\n")
    assert done.out.startswith("已检查 1/1")
    assert [path.name for path in tmp_path.iterdir()] == ["out.csv"]


def test_nothing_is_checked_for_nothing(tmp_path: Path) -> None:
    """Where no format can be written, the run ends before the first report."""
    alive: list[int] = []
    with pytest.raises(OutputError):
        write(reports(alive, COUNTED), Sink("json", tmp_path / "none/a"), Sink("csv", tmp_path / "none/b"))
    assert alive == []


def test_what_ends_a_run_leaves_nothing_half_written(tmp_path: Path) -> None:
    """Old files stand; standard output has every line that was ready."""
    (tmp_path / "json").write_text("old", encoding="utf-8")

    def ended() -> Iterator[Checked]:
        yield from reports([], 20)
        raise KeyboardInterrupt

    files = (Sink(name, tmp_path / name) for name in ("json", "html", "xlsx"))
    pages, out = Sink("html", tmp_path / "pages", is_folder=True), io.BytesIO()
    with pytest.raises(KeyboardInterrupt):
        write(ended(), Sink("plain", None), *files, pages, out=out)
    assert [path.name for path in tmp_path.iterdir()] == ["json"]
    assert (tmp_path / "json").read_text(encoding="utf-8") == "old"
    lines = out.getvalue().decode()
    assert lines.endswith("\n")
    assert "0019.json" in lines


def interrupted(times: int, done: list[str]) -> None:
    """A piece of work during which the user interrupts."""
    with whole():
        for _ in range(times):
            signal.raise_signal(signal.SIGINT)
        done.append("written")


@POSIX
@pytest.mark.parametrize(("times", "written"), [(1, ["written"]), (2, [])], ids=["waits", "a-second-does-not"])
def test_an_interrupt_waits_until_a_piece_is_written(times: int, written: list[str]) -> None:
    """But not for ever: nobody may be reading."""
    done: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        interrupted(times, done)
    assert done == written
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


@POSIX
@pytest.mark.parametrize("buffered", [True, False])
def test_an_interrupt_while_a_pipe_is_full(buffered: bool) -> None:
    """Also where Python does not buffer, and would forget the rest of a piece."""
    reader, writer = os.pipe()
    read: list[bytes] = []
    thread = threading.Thread(target=_interrupting, args=(reader, read))
    thread.start()
    with pytest.raises(KeyboardInterrupt):
        _write_without_end(writer, buffered=buffered)
    thread.join()
    os.close(reader)
    text = b"".join(read).decode()
    assert text == LINE * (len(text) // len(LINE))


LINE = "长" * 1000 + "\n"


def _write_without_end(pipe: int, *, buffered: bool) -> None:
    raw = io.FileIO(pipe, "w")
    stream = io.TextIOWrapper(io.BufferedWriter(raw) if buffered else raw, "utf-8", write_through=not buffered)
    with stream, contextlib.redirect_stdout(stream), standard_output() as put:
        while True:
            put(LINE)


def _interrupting(reader: int, read: list[bytes]) -> None:
    """Read all; once something is there, the process is interrupted."""
    read.append(os.read(reader, 10))
    os.kill(os.getpid(), signal.SIGINT)
    while piece := os.read(reader, 1000):
        read.append(piece)
