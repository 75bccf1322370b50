"""A parser in a process of its own: whatever becomes of it, the run goes on and says so."""

import struct
import sys
from pathlib import Path

import pytest

from lint.model.errors import Unreadable
from lint.model.place import Place
from lint.model.report import Remark
from lint.model.text import Text
from lint.readers import worker
from lint.readers.outline import Cell, Grid, Outline, Picture
from lint.readers.wire import BadAnswer, pack, pack_refusal, unpack
from lint.readers.worker import read_apart

OUTLINE = Outline(
    (
        Cell("一、总体情况", Place(page=1, paragraph=2, box=(1, 2, 3, 4))),
        Grid(((Cell("行政许可", Place(table=1, row=1, column=1)), Cell("", None, 3)), ())),
        Picture(Place(page=2)),
        Cell("\u2028\ud800", Place(sheet="表\n一", cell="A1")),
    ),
    Cell("标题", None),
    "2024-01-20",
    (Remark("macro", "", "vbaProject.bin", Place(line=7)),),
)


def test_an_outline_comes_over_the_wire_as_it_went() -> None:
    assert unpack(pack(OUTLINE)) == OUTLINE


def test_a_refusal_comes_over_the_wire_as_it_went() -> None:
    with pytest.raises(Unreadable) as raised:
        unpack(pack_refusal(Unreadable("LT001", Text("坏了", "broken"), Place(page=3))))
    assert (raised.value.rule, raised.value.words, raised.value.place) == (
        "LT001", Text("坏了", "broken"), Place(page=3),
    )  # fmt: skip


NO_ANSWERS = {
    "nothing": b"",
    "no-json": b"{",
    "a-number": b"7",
    "a-list": b"[]",
    "no-blocks": b'{"title": null}',
    "a-block-of-numbers": b'{"blocks": [[1, null, 1]], "title": null, "published": null, "remarks": []}',
    "a-span-that-is-true": b'{"blocks": [["x", null, true]], "title": null, "published": null, "remarks": []}',
    "a-place-too-short": b'{"blocks": [["x", [1, 2], 1]], "title": null, "published": null, "remarks": []}',
    "a-refusal-of-one": b'{"refused": ["LT001"]}',
    "deep": b"[" * 100_000,
}


@pytest.mark.parametrize("answer", NO_ANSWERS.values(), ids=NO_ANSWERS)
def test_what_is_no_answer_is_refused(answer: bytes) -> None:
    with pytest.raises(BadAnswer):
        unpack(answer)


PARSERS: dict[str, tuple[str, str]] = {
    "dies-by-a-signal": ("import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)", "ended midway"),
    "leaves-quietly": ("import os\nos._exit(0)", "ended midway"),
    "raises": ("raise RuntimeError('x')", "ended midway"),
    "prints-an-answer-of-its-own": ("print('outline complete')\nraise SystemExit(0)", "ended midway"),
    "takes-all-memory": ("x = bytearray(4 * 2**30)", "memory"),
    "never-ends": ("while True: pass", "stopped"),
    "is-not-installed": ("import pypdfium2_is_not_here", "ended midway"),
}


@pytest.mark.skipif(sys.platform == "win32", reason="not run: limits of POSIX absent")
@pytest.mark.parametrize(("body", "words"), PARSERS.values(), ids=PARSERS)
def test_a_parser_that_fails_is_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str, words: str
) -> None:
    """The module is found in a folder that stands before the packages of the worker."""
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    (tmp_path / "failing_parser.py").write_text(f"def outline_of(data):\n{lines}", encoding="utf-8")
    environment = {**worker._environment(), "PYTHONPATH": f"{tmp_path}:{worker._environment()['PYTHONPATH']}"}
    monkeypatch.setattr(worker, "_environment", lambda: environment)
    with pytest.raises(Unreadable) as raised:
        read_apart("failing_parser", b"")
    assert raised.value.rule == "LT001"
    assert words in raised.value.words.en


def test_what_a_parser_prints_is_no_part_of_the_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = (
        "from lint.readers.outline import Cell, Outline\n"
        "def outline_of(data):\n"
        "    print('noise', flush=True)\n"
        "    return Outline((Cell(data.decode()),))\n"
    )
    (tmp_path / "noisy_parser.py").write_text(source, encoding="utf-8")
    environment = {**worker._environment(), "PYTHONPATH": f"{tmp_path}:{worker._environment()['PYTHONPATH']}"}
    monkeypatch.setattr(worker, "_environment", lambda: environment)
    assert read_apart("noisy_parser", b"text") == Outline((Cell("text"),))


def test_nothing_of_the_users_environment_reaches_a_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("A_SECRET", "x")
    assert "A_SECRET" not in worker._environment()


CUT = {
    "too-short": b"abc",
    "cut-off": struct.pack("<Q", 100) + b"{}",
    "without-its-end": struct.pack("<Q", 2) + b"{}",
    "longer-than-any": struct.pack("<Q", 2**40) + b"{}" + b"outline complete",
    "with-more-behind": struct.pack("<Q", 2) + b"{}" + b"outline complete" + b"x",
}


@pytest.mark.parametrize("written", CUT.values(), ids=CUT)
def test_an_answer_that_is_not_whole_is_refused(written: bytes) -> None:
    with pytest.raises(BadAnswer):
        worker._answer(written)


def test_a_long_page_is_read_apart_and_the_same() -> None:
    text = "<p>" + "年" * 1000 + "</p><p>end</p>"
    blocks = read_apart("lint.readers.html", text.encode(), text=True).blocks
    assert [block.text for block in blocks if isinstance(block, Cell)] == ["年" * 1000, "end"]
