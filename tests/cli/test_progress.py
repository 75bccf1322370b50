"""The bar on standard error: shown to who waits, in the way of nothing that is written."""

import io
import sys
import time
from collections.abc import Iterator

import pytest

from lint.cli import progress
from lint.model.run import Checked


class Terminal(io.StringIO):
    """A stream that somebody is looking at."""

    def isatty(self) -> bool:
        return True


def standing(monkeypatch: pytest.MonkeyPatch, out: io.StringIO, err: io.StringIO) -> None:
    """Standard output and error as given, before somebody who is not patient."""
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    monkeypatch.setenv("TERM", "xterm")


def reports(count: int) -> Iterator[Checked]:
    for number in range(count):
        yield Checked(f"{number}.json", "read")


def written(count: int) -> list[str]:
    """The names of the reports, each written to standard output while the bar is shown."""
    names = []
    for checked in progress.watched(reports(count), count, "en"):
        sys.stdout.write(f"{checked.source}\n")
        names.append(checked.source)
    return names


def test_what_is_written_to_a_file_stays_out_of_the_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    """``check reports/ -f jsonl > out.jsonl`` in a terminal: the bar there, every line in the file."""
    file, shown = io.StringIO(), Terminal()
    standing(monkeypatch, file, shown)
    names = written(50)
    assert file.getvalue() == "".join(f"{name}\n" for name in names)
    assert "checking" in shown.getvalue()
    assert ".json" not in shown.getvalue()


def test_what_is_written_to_the_same_terminal_stands_above_the_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = Terminal()
    standing(monkeypatch, shown, shown)
    names = written(50)
    assert all(f"{name}\n" in shown.getvalue() for name in names)


def test_nobody_is_looking(monkeypatch: pytest.MonkeyPatch) -> None:
    quiet = io.StringIO()
    standing(monkeypatch, io.StringIO(), quiet)
    assert len(list(progress.watched(reports(3), 3, "en"))) == 3
    assert quiet.getvalue() == ""


@pytest.mark.parametrize("looking", [True, False])
def test_what_is_written_at_the_end_is_told_to_who_waits(looking: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """A workbook is put together after the last report."""
    file, shown = io.StringIO(), Terminal() if looking else io.StringIO()
    standing(monkeypatch, file, shown)
    with progress.finishing(time.monotonic(), "en"):
        sys.stdout.write("summary\n")
    assert ("writing the rest" in shown.getvalue(), file.getvalue()) == (looking, "summary\n")
