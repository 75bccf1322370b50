"""Any console, any stream: encodings, widths, colours, languages, and several formats in one run."""

import contextlib
import json
import os
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from lint.cli.terminal import language_of
from tests.cli.support_cli import (
    BROKEN,
    CLEAN,
    COMMAND,
    EXAMPLES,
    THREE,
    at,
    counted,
    dumped,
    environment,
    failing,
    run,
    run_inside,
    summary,
    tree,
    write,
)

CONSOLES: dict[str, tuple[dict[str, str], str]] = {
    # Environment, encoding of the output.
    "utf-8": ({}, "utf-8"),
    "gbk": ({"PYTHONIOENCODING": "gbk"}, "gbk"),
    "gb2312": ({"PYTHONIOENCODING": "gb2312"}, "gb2312"),
    "cp1252": ({"PYTHONIOENCODING": "cp1252"}, "cp1252"),
    "cp437": ({"PYTHONIOENCODING": "cp437"}, "cp437"),
    "ascii": ({"PYTHONIOENCODING": "ascii"}, "ascii"),
    "ascii-strict": ({"PYTHONIOENCODING": "ascii:strict"}, "ascii"),
    "utf-16": ({"PYTHONIOENCODING": "utf-16"}, "utf-16"),
    "c": ({"LC_ALL": "C"}, "utf-8"),
    "c-uncoerced": ({"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, "ascii"),
    "posix": ({"LC_ALL": "POSIX"}, "utf-8"),
    "unknown-locale": ({"LC_ALL": "xx_XX.UTF-9"}, "utf-8"),
    "no-locale": ({"LC_ALL": ""}, "utf-8"),
    "narrow-dumb": ({"COLUMNS": "1", "TERM": "dumb"}, "utf-8"),
    "no-columns": ({"COLUMNS": "wide"}, "utf-8"),
}
COMMANDS: dict[str, tuple[tuple[str, ...], int]] = {
    "text": (("check", str(EXAMPLES / "clean"), str(EXAMPLES / "broken"), "--lang", "zh"), 1),
    "text-en": (("check", str(EXAMPLES / "clean"), str(EXAMPLES / "broken"), "--lang", "en"), 1),
    "plain": (("check", str(EXAMPLES / "clean"), str(EXAMPLES / "broken"), "-f", "plain"), 1),
    "json": (("check", str(EXAMPLES / "clean"), str(EXAMPLES / "broken"), "-f", "json"), 1),
    "jsonl": (("check", str(EXAMPLES / "clean"), str(EXAMPLES / "broken"), "-f", "jsonl"), 1),
    "explain": (("explain", "AR003", "--lang", "zh"), 0),
    "list": (("rules", "list", "--lang", "zh"), 0),
    "show": (("config", "show"), 0),
    "convert": (("convert", str(CLEAN)), 0),
    "usage": (("check", "机关", "--nope"), 2),
    "missing": (("check", "机关.json"), 2),
}


@cache
def usual(*arguments: str) -> Any:
    """What a command says as JSON on a console like all others."""
    return run(*arguments).json


@pytest.mark.parametrize(("changed", "encoding"), CONSOLES.values(), ids=CONSOLES)
def test_every_console(changed: dict[str, str], encoding: str) -> None:
    """Nothing fails for want of a character; JSON stays JSON and means the same."""
    text = run("check", EXAMPLES / "broken", encoding=encoding, variables=changed)
    assert (text.code, text.err) == (1, "")
    asked = ("check", str(BROKEN), "-f", "json", "--lang", "zh")
    assert run(*asked, encoding=encoding, variables=changed).json == usual(*asked)


@pytest.mark.parametrize(("arguments", "code"), COMMANDS.values(), ids=COMMANDS)
def test_every_command_on_a_poor_console(arguments: tuple[str, ...], code: int) -> None:
    done = run(*arguments, encoding="ascii", variables={"PYTHONIOENCODING": "ascii"})
    assert (done.code, "Traceback" in done.err) == (code, False)


@pytest.mark.parametrize("encoding", ["gbk", "cp1252", "ascii"])
def test_signs_that_a_console_lacks(tmp_path: Path, encoding: str) -> None:
    """JSON has them as JSON escapes, never as Python's."""
    found = failing()
    at(found, "/sections/overview/paragraphs").append("（文字描述）é𠮷\u00a0🙂")
    path = write(tmp_path / "r.json", dumped(found))
    for arguments in (("convert", path), ("check", path, "-f", "json", "--lang", "zh")):
        poor = run(*arguments, encoding=encoding, variables={"PYTHONIOENCODING": encoding})
        assert poor.json == run(*arguments).json


@pytest.mark.parametrize("columns", [20, 40, 80])
def test_widths(columns: int) -> None:
    """No line is wider than the terminal says it is."""
    done = run("check", EXAMPLES / "broken", variables={"COLUMNS": str(columns)})
    assert max(map(cell_len, done.out.split("\n"))) <= columns


COLOURS: dict[str, tuple[dict[str, str], bool]] = {
    "no-terminal": ({}, False),
    "forced": ({"FORCE_COLOR": "1"}, True),
    "refused": ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    "empty-refusal": ({"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
}


@pytest.mark.parametrize(("changed", "coloured"), COLOURS.values(), ids=COLOURS)
def test_colours(changed: dict[str, str], coloured: bool) -> None:
    """Only on a terminal or where forced, never where refused."""
    for arguments in (("check", BROKEN), ("rules", "list")):
        assert ("\x1b[" in run(*arguments, variables=changed).out) == coloured


@pytest.mark.parametrize("name", ["plain", "json", "jsonl"])
def test_machine_formats_have_no_colours(name: str) -> None:
    assert "\x1b" not in run("check", BROKEN, "-f", name, variables={"FORCE_COLOR": "1"}).out


LOCALES: dict[str, tuple[dict[str, str], str | None, str]] = {
    # Environment, locale of the system, language.
    "nothing": ({}, None, "zh"),
    "c": ({"LANG": "C"}, None, "zh"),
    "c-utf-8": ({"LC_ALL": "C.UTF-8"}, None, "zh"),
    "posix": ({"LANG": "POSIX"}, None, "zh"),
    "chinese": ({"LANG": "zh_CN.UTF-8"}, None, "zh"),
    "traditional": ({"LANG": "zh_TW"}, None, "zh"),
    "english": ({"LANG": "en_US.UTF-8"}, None, "en"),
    "german": ({"LANG": "de_DE"}, None, "en"),
    "all-wins": ({"LANG": "zh_CN", "LC_ALL": "en_GB"}, None, "en"),
    "messages-before-lang": ({"LANG": "zh_CN", "LC_MESSAGES": "en_GB"}, None, "en"),
    "empty-says-nothing": ({"LC_ALL": "", "LANG": "en_GB"}, None, "en"),
    "windows-chinese": ({}, "Chinese (Simplified)_China", "zh"),
    "windows-english": ({}, "English_United Kingdom", "en"),
}


@pytest.mark.parametrize(("variables", "system", "language"), LOCALES.values(), ids=LOCALES)
def test_the_language_of_a_locale(variables: dict[str, str], system: str | None, language: str) -> None:
    assert language_of(variables, system) == language


LANGUAGES: dict[str, tuple[tuple[str, ...], dict[str, str], str]] = {
    "default": ((), {}, "已检查"),
    "english-locale": ((), {"LC_ALL": "en_GB.UTF-8"}, "checked"),
    "told": (("--lang", "en"), {}, "checked"),
    "told-against-locale": (("--lang", "zh"), {"LC_ALL": "en_GB.UTF-8"}, "已检查"),
    "console-without-chinese": ((), {"PYTHONIOENCODING": "cp1252"}, "checked"),
    "told-against-console": (("--lang", "zh"), {"PYTHONIOENCODING": "ascii"}, "\\u5df2"),
}


@pytest.mark.parametrize(("arguments", "changed", "begins"), LANGUAGES.values(), ids=LANGUAGES)
def test_the_language_of_a_run(arguments: tuple[str, ...], changed: dict[str, str], begins: str) -> None:
    assert run("check", CLEAN, *arguments, variables=changed).out.startswith(begins)


def test_several_formats_in_one_run(tmp_path: Path) -> None:
    """One on the terminal, each other in its file; all say the same."""
    done = run(
        "check",
        BROKEN,
        CLEAN,
        "-f",
        "text",
        "-f",
        "json:out.json",
        "-f",
        "plain:out.txt",
        "-f",
        "jsonl:out.jsonl",
        cwd=tmp_path,
    )
    assert (done.code, done.err) == (1, "")
    whole = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    lines = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    plain = (tmp_path / "out.txt").read_text(encoding="utf-8").splitlines()
    assert whole["summary"] == counted(BROKEN, CLEAN).as_dict()
    assert lines == [*whole["reports"], {"summary": whole["summary"]}]
    causes = [line for line in plain if ": 诊断 " in line]
    assert len(causes) == sum(len(report["diagnoses"]) for report in whole["reports"])
    assert len(plain) == 1 + len(causes) + sum(counted(BROKEN, CLEAN).counts.values())
    rules = {line.split(": ")[1].split()[1] for line in plain[:-1] if line not in causes}
    heads = re.findall(r"^  \S+ ((?:[A-Z]{2}\d{3} )+)", done.out, re.MULTILINE)
    assert rules == set(" ".join(heads).split())
    assert done.out.splitlines()[-1] == plain[-1]


def test_all_formats_in_files(tmp_path: Path) -> None:
    """The summary stays on the terminal."""
    done = run("check", BROKEN, "-f", "json:a.json", "-f", "plain", "-o", "b.txt", cwd=tmp_path)
    assert (done.code, done.out) == (1, summary(BROKEN))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.json", "b.txt"]


def test_files_are_utf_8_on_any_console(tmp_path: Path) -> None:
    """What goes to a file does not depend on the console: no escapes, no colours, a hundred columns."""
    poor = {"PYTHONIOENCODING": "gbk", "COLUMNS": "30", "FORCE_COLOR": "1"}
    assert run("check", BROKEN, "-o", "usual.txt", cwd=tmp_path).code == 1
    assert run("check", BROKEN, "-o", "poor.txt", cwd=tmp_path, encoding="gbk", variables=poor).code == 1
    usual = (tmp_path / "usual.txt").read_bytes()
    assert (tmp_path / "poor.txt").read_bytes() == usual
    assert "0 应为 11" in usual.decode()
    assert b"\r" not in usual


def test_the_same_in_every_run(tmp_path: Path) -> None:
    """Byte for byte, whatever the seed of hashes."""
    for number in range(30):
        write(tmp_path / f"{number}.json", BROKEN.read_bytes())
    outs = {
        run("check", tmp_path, "-f", "json", variables={"PYTHONHASHSEED": seed}).out
        for seed in ("0", "1", "2", "random")
    }
    assert len(outs) == 1


def test_hostile_text_on_the_terminal(tmp_path: Path) -> None:
    """No control reaches the terminal raw, on either stream, in any command."""
    bad = "\x1b[2J\x9b1m\u202e\r::error::x"
    found = tree()
    at(found, f"{THREE}/new")["total"] = bad
    at(found, "/sections")[bad] = {"heading": bad, "paragraphs": [bad]}
    path = write(tmp_path / "r.json", dumped(found))
    for arguments in (
        ("check", path), ("check", path, "-f", "plain"), ("check", path, "-f", "json"), ("convert", path),
        ("check", bad), ("check", f"--{bad}"), ("check", path, "--lang", bad), ("check", path, "--select", bad),
        ("check", path, "-f", bad), ("check", path, "--rules", bad), ("check", path, "--config", bad), (bad,),
        ("check", path, "-o", f"{bad}/x"), ("convert", bad), ("explain", bad), ("rules", "test", bad),
        ("check", path, "--encoding", bad), ("check", f"{bad}*.json"),
    ):  # fmt: skip
        done = run_inside(*arguments, cwd=tmp_path)
        assert re.findall("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e]", done.out + done.err) == []
        assert re.findall("^ *::", done.out + done.err, re.MULTILINE) == []
        assert "Traceback" not in done.err


def _pieces(terminal: int) -> Iterator[bytes]:
    """What is written on a terminal until the other side is closed, which Linux calls an error."""
    with contextlib.suppress(OSError):
        while piece := os.read(terminal, 65536):
            yield piece


@pytest.mark.skipif(os.name != "posix", reason="terminals of POSIX")
def test_on_a_terminal() -> None:
    """Colours and the width of the terminal itself."""
    import fcntl  # noqa: PLC0415
    import pty  # noqa: PLC0415
    import struct  # noqa: PLC0415
    import termios  # noqa: PLC0415

    parent, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 50, 0, 0))
    process = subprocess.Popen([*COMMAND, "check", str(BROKEN)], stdout=child, env=environment({"TERM": "xterm"}))
    os.close(child)
    shown = b"".join(_pieces(parent))
    os.close(parent)
    assert process.wait(30) == 1
    text = shown.decode()
    assert "\x1b[1;31m" in text
    assert max(map(cell_len, re.sub(r"\x1b\[[0-9;]*m", "", text).split("\r\n"))) <= 50
