"""Formats on the command line: several in one run, each whole in its file, and the exit code none of their business."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from lint import resources
from lint.formatters.table import BINARY, FORMATTERS
from tests.cli.support_cli import BROKEN, CLEAN, COMMAND, ROOT, environment, run, run_inside, summary, write
from tests.cli.test_commands import modules
from tests.formatters.support_read_back import READ_BACK

POSIX = pytest.mark.skipif(os.name != "posix", reason="terminals of POSIX")
FILES = [f"-f{name}:out.{name}" for name in FORMATTERS]


def test_all_formats_in_one_run(tmp_path: Path) -> None:
    """Each in its file, all with the same findings; the summary stays on the terminal."""
    done = run("check", BROKEN, CLEAN, *FILES, cwd=tmp_path, variables={"COLUMNS": "40"})
    assert (done.code, done.out, done.err) == (1, summary(BROKEN, CLEAN), "")
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(f"out.{name}" for name in FORMATTERS)
    written = {name: (tmp_path / f"out.{name}").read_bytes() for name in FORMATTERS}
    found = READ_BACK["json"](written["json"])
    wrapped = {"text", "plain"}  # these are read back only where no line is broken, and files end in .json
    others = [name for name in FORMATTERS if name not in wrapped | {"gitlab", "github"}]
    assert all(READ_BACK[name](written[name]) == found for name in others if name != "sarif")
    assert sum(READ_BACK["sarif"](written["sarif"]).values()) == sum(found.values())
    assert sum(READ_BACK["gitlab"](written["gitlab"]).values()) == sum(found.values())


@pytest.mark.parametrize("name", [name for name in FORMATTERS if name not in BINARY])
def test_a_format_without_a_file_goes_to_standard_output(name: str, tmp_path: Path) -> None:
    """The same as into a file but for the width; so one may go there while others are written."""
    shown = run("check", BROKEN, "-f", name, "-f", f"{'json' if name != 'json' else 'plain'}:other", cwd=tmp_path)
    stored = run("check", BROKEN, "-f", name, "-o", "out", cwd=tmp_path)
    assert (shown.code, stored.code, shown.err, stored.err) == (1, 1, "", "")
    assert (tmp_path / "out").read_bytes().decode() == shown.out
    assert (tmp_path / "other").stat().st_size > 0


def test_a_workbook_may_go_into_a_pipe(tmp_path: Path) -> None:
    assert run("check", BROKEN, "-f", "xlsx:out.xlsx", cwd=tmp_path).code == 1
    piped = subprocess.run(
        [*COMMAND, "check", str(BROKEN), "-f", "xlsx"], cwd=ROOT, env=environment(), capture_output=True, check=False
    )
    assert (piped.returncode, piped.stderr) == (1, b"")
    assert piped.stdout == (tmp_path / "out.xlsx").read_bytes()


@POSIX
def test_a_workbook_never_goes_to_a_terminal(tmp_path: Path) -> None:
    """2 before anything is checked, with what to write instead."""
    reader, terminal = os.openpty()
    try:
        done = subprocess.run(
            [*COMMAND, "check", str(CLEAN), "-f", "xlsx"], cwd=tmp_path, env=environment(), stdout=terminal,
            stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, check=False, timeout=60,
        )  # fmt: skip
    finally:
        os.close(terminal)
        os.close(reader)
    assert done.returncode == 2
    assert done.stderr.decode() == "xxgk-lint: “xlsx”不能显示在终端上，请写入文件：-f xlsx:文件名\n"


def test_what_a_run_writes_it_does_not_check(tmp_path: Path) -> None:
    """The same command twice in the same folder says the same: lists and logs of the first are no reports."""
    write(tmp_path / "a.json", BROKEN.read_bytes())
    outputs = ("-fmarkdown:list.md", "-fplain:log.txt", "-fcsv:below/list.csv", "-ftext:log.html", "-fjson:all.json")
    (tmp_path / "below").mkdir()
    first, second = (run_inside("check", *outputs, cwd=tmp_path) for _ in range(2))
    assert (first.code, first.err) == (1, "")
    assert second == first
    assert json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))["summary"]["files"] == 1


def test_a_report_is_never_replaced_by_its_findings(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", BROKEN.read_bytes())
    done = run_inside("check", "a.json", "-f", "json:./a.json", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err == "xxgk-lint: a.json: 输出会覆盖这份要检查的报告\n"
    assert path.read_bytes() == BROKEN.read_bytes()


RUNS = {
    "clean": (CLEAN, (), 0),
    "findings": (BROKEN, (), 1),
    "never": (BROKEN, ("--fail-on", "never"), 0),
    "unread": (Path("none.json"), (), 2),
}


@pytest.mark.parametrize(("path", "options", "code"), RUNS.values(), ids=RUNS)
@pytest.mark.parametrize("name", FORMATTERS)
def test_no_format_changes_the_exit_code(
    name: str, path: Path, options: tuple[str, ...], code: int, tmp_path: Path
) -> None:
    done = run_inside("check", path, *options, "-f", f"{name}:out", cwd=tmp_path)
    assert (done.code, done.err) == (code, "")


def test_sarif_knows_that_a_folder_holds_no_report(tmp_path: Path) -> None:
    """Nothing was checked in it: 2, also where another report is fine."""
    write(tmp_path / "empty" / "notes.csv", "a,b\n")
    done = run_inside("check", CLEAN, "empty", "-f", "sarif:out.sarif", cwd=tmp_path)
    assert done.code == 2
    (invocation,) = json.loads((tmp_path / "out.sarif").read_text(encoding="utf-8"))["runs"][0]["invocations"]
    assert (invocation["exitCode"], invocation["executionSuccessful"]) == (2, False)


@POSIX
@pytest.mark.parametrize("name", FORMATTERS)
def test_what_cannot_be_written_leaves_nothing(name: str, tmp_path: Path) -> None:
    """No folder is made; the old file stands; the other formats are written all the same."""
    old = write(tmp_path / "old", "old")
    done = run_inside("check", CLEAN, "-f", f"{name}:none/out", "-f", "plain:plain", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err == "xxgk-lint: none/out: 无法写入：No such file or directory\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["old", "plain"]
    assert old.read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize("name", FORMATTERS)
def test_a_misspelt_format_is_answered_with_the_nearest(name: str) -> None:
    done = run_inside("check", CLEAN, "-f", f"{name}x:out", "--lang", "en", variables={"LC_ALL": "en_GB.UTF-8"})
    assert done.code == 2
    assert f"unknown format '{name}x', did you mean '{name}'? (text, plain, json, " in done.err


def test_the_configuration_knows_every_format() -> None:
    known = resources.schema("config.schema.json")["properties"]["format"]["enum"]
    assert known == list(FORMATTERS)


def test_help_names_every_format() -> None:
    words = run_inside("check", "--help").out.replace("\n", " ").split()
    assert {name for name in FORMATTERS if f"{name}," not in words} <= {list(FORMATTERS)[-1]}


OWN = ("annotations", "sarif", "junit", "github", "gitlab", "checkstyle", "markdown", "html", "csv_", "xlsx", "xml_")


@pytest.mark.parametrize("name", ["text", "json"])
def test_a_format_that_nobody_asked_for_is_not_loaded(name: str) -> None:
    loaded = modules("check", BROKEN, "-f", name)
    assert not {f"lint.formatters.{one}" for one in OWN} & loaded
