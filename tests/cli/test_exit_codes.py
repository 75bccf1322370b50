"""The exit codes of the contract, each from a process of its own."""

import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lint.formatters.table import FORMATTERS
from tests.cli.support_cli import (
    BROKEN,
    CAN_BE_REFUSED,
    CLEAN,
    clean,
    environment,
    failing,
    half_read,
    informed,
    run,
    run_without_rights,
    shell,
    start,
    summary,
    warned,
    write,
)

POSIX = pytest.mark.skipif(os.name != "posix", reason="the shell and signals of POSIX")
MANY = 4000

REPORTS = {"clean": clean, "info": informed, "warning": warned, "error": failing}
LEVELS = {
    # Content, --fail-on (None: not given), exit code.
    "clean": ("clean", None, 0),
    "clean-info": ("clean", "info", 0),
    "info": ("info", None, 0),
    "info-warning": ("info", "warning", 0),
    "info-info": ("info", "info", 1),
    "info-never": ("info", "never", 0),
    "warning": ("warning", None, 0),
    "warning-error": ("warning", "error", 0),
    "warning-warning": ("warning", "warning", 1),
    "warning-info": ("warning", "info", 1),
    "warning-never": ("warning", "never", 0),
    "error": ("error", None, 1),
    "error-error": ("error", "error", 1),
    "error-warning": ("error", "warning", 1),
    "error-info": ("error", "info", 1),
    "error-never": ("error", "never", 0),
}


@pytest.mark.parametrize(("content", "level", "code"), LEVELS.values(), ids=LEVELS)
def test_findings_against_the_level(tmp_path: Path, content: str, level: str | None, code: int) -> None:
    """0 or 1: whether a finding stands at or above --fail-on."""
    report = write(tmp_path / "report.json", REPORTS[content]())
    done = run("check", report, *(("--fail-on", level) if level else ()), "-f", "json")
    assert (done.code, done.err) == (code, "")
    counts = {name: done.json["summary"][name] for name in ("error", "warning", "info")}
    assert counts == {"error": 2 * (content == "error"), "warning": content == "warning", "info": content == "info"}


def test_undecided_alone_changes_nothing() -> None:
    """A blank total over blank parts is undecided, never a failure, whatever the level."""
    done = run("check", CLEAN.with_name("office.json"), "--fail-on", "info", "-f", "json")
    assert (done.code, done.json["reports"][0]["answers"]["failed"]) == (0, 0)
    assert done.json["summary"]["undecided"] > 0


USAGE = {
    # Arguments, what standard error says.
    "no-command": ((), "Usage: xxgk-lint [OPTIONS] COMMAND [ARGS]..."),
    "unknown-command": (("frobnicate",), "xxgk-lint: No such command 'frobnicate'."),
    "unknown-option": (("check", "--nope"), "xxgk-lint: No such option"),
    "option-without-value": (("check", "-f"), "xxgk-lint: Option '-f' requires an argument."),
    "unknown-level": (("check", CLEAN, "--fail-on", "fatal"), "xxgk-lint: Invalid value for '--fail-on'"),
    "unknown-language": (("check", CLEAN, "--lang", "fr"), "xxgk-lint: Invalid value for '--lang'"),
    "unknown-kind": (("check", CLEAN, "--kind", "club"), "xxgk-lint: Invalid value for '--kind'"),
    "unknown-body-level": (("check", CLEAN, "--level", "street"), "xxgk-lint: Invalid value for '--level'"),
    "unknown-format": (
        ("check", CLEAN, "-f", "yaml"),
        f"xxgk-lint: 不认识的格式“yaml”（可用：{'、'.join(FORMATTERS)}）",
    ),
    "misspelt-format": (("check", CLEAN, "-f", "Sraif:a"), "xxgk-lint: 不认识的格式“Sraif”，是否想写“sarif”？（可用："),
    "format-without-file": (("check", CLEAN, "-f", "json:"), "xxgk-lint: “json:”没有写文件名"),
    "two-on-the-terminal": (("check", CLEAN, "-f", "text", "-f", "json"), "xxgk-lint: 只有一个格式可以输出到终端"),
    "output-for-nothing": (
        ("check", CLEAN, "-f", "json:a.json", "-o", "b"),
        "xxgk-lint: -o 只能与一个未写文件的格式同用",
    ),
    "one-file-for-two": (("check", CLEAN, "-f", "json:a", "-f", "plain:./a"), "两项输出不能写入同一文件"),
    "unknown-rule": (("check", CLEAN, "--select", "AR999"), "xxgk-lint: 没有规则的编号、名称或类别是“AR999”"),
    "unknown-family": (("check", CLEAN, "--ignore", "QQ"), "xxgk-lint: 没有规则的编号、名称或类别是“QQ”"),
    "one-unknown-of-several": (("check", CLEAN, "--select", "AR,QQ"), "xxgk-lint: 没有规则的编号、名称或类别是“QQ”"),
    "explain-nothing": (("explain",), "xxgk-lint: Missing argument 'RULE'."),
    "explain-unknown": (("explain", "AR999"), "xxgk-lint: 没有规则“AR999”"),
    "test-unknown": (("rules", "test", "AR999"), "xxgk-lint: 没有规则“AR999”"),
    "convert-nothing": (("convert",), "xxgk-lint: Missing argument 'FILE'."),
    "convert-missing": (("convert", "none.json"), "xxgk-lint: none.json: 文件无法读取：No such file or directory"),
    "no-such-rules": (("check", CLEAN, "--rules", "none"), "xxgk-lint: none: 规则文件夹不存在"),
    "no-such-config": (("check", CLEAN, "--config", "none.toml"), "xxgk-lint: none.toml: 配置文件无法读取"),
}


@pytest.mark.parametrize(("arguments", "words"), USAGE.values(), ids=USAGE)
def test_usage(tmp_path: Path, arguments: tuple[str | Path, ...], words: str) -> None:
    """2, in words on standard error, with nothing on standard output, and nothing written."""
    done = run(*arguments, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert words in done.err
    assert "Traceback" not in done.err
    assert list(tmp_path.iterdir()) == []


CONFIG = {
    # Content of lint.toml, what standard error says after the name of the file.
    "unknown-key": ('formt = "json"', "不认识的配置项“formt”，是否想写“format”？"),
    "wrong-value": ('fail-on = "fatal"', "配置项“fail-on”应为 error/warning/info/never，却是“fatal”"),
    "wrong-type": ("select = 3", "配置项“select”应为 array，却是“3”"),
    "broken-toml": ("format = ", "配置文件无法读取：Invalid value (at end of document)"),
    "not-utf-8": ("# 机关".encode("gb18030"), "配置文件无法读取：'utf-8' codec can't decode"),
    "unknown-rule": ('select = ["AR999"]', None),
}


@pytest.mark.parametrize(("content", "words"), CONFIG.values(), ids=CONFIG)
def test_bad_config(tmp_path: Path, content: str | bytes, words: str | None) -> None:
    """2 before anything is checked; a file that is named otherwise would be clean."""
    write(tmp_path / "lint.toml", content)
    done = run("check", CLEAN, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert (f"{tmp_path / 'lint.toml'}: {words}" if words else "没有规则的编号、名称或类别是“AR999”") in done.err


RULE = """\
id: XX001
name: some-rule
title: {zh: 标题, en: title}
why: {zh: 缘由, en: reason}
basis: 依据
since: "0.1"
severity: error
check:
  python: true
message: {zh: "{where}不好", en: "{where} is bad"}
confidence: {zh: 确定, en: certain}
examples:
  good:
    - report: {/year: 2023}
  bad:
    - report: {/year: 2022}
      findings: [{at: /year}]
"""
PYTHON = '''\
"""A rule of somebody else."""

from collections.abc import Iterator

from lint.authoring import Finding, Node


def check(here: Node) -> Iterator[Finding]:
    """Whether the year is 2023."""
    %s
'''
UNLOADABLE = {
    # Changes of the rule file, the Python beside it, line of the error, words.
    "broken-yaml": (RULE.replace("severity: error", "severity: [error"), "", 8, ""),
    "unknown-severity": (
        RULE.replace("severity: error", "severity: fatal"),
        "",
        7,
        "/severity 不能是“fatal”（可用：error、warning、info）",
    ),
    "unknown-key": (RULE.replace("severity: error", "severity: error\ncolour: red"), "", 8, "不认识的键 /colour"),
    "no-good-example": (RULE.replace("  good:\n    - report: {/year: 2023}\n", ""), "", 13, "缺少 /examples/good"),
    "python-missing": (RULE, None, 9, ""),
    "python-broken": (RULE, "def check(:", 1, "SyntaxError"),
}


@pytest.mark.parametrize(("rule", "code", "line", "words"), UNLOADABLE.values(), ids=UNLOADABLE)
def test_a_rule_that_does_not_load(tmp_path: Path, rule: str, code: str | None, line: int, words: str) -> None:
    """2, with file and line, before anything is checked."""
    write(tmp_path / "own.yaml", rule)
    if code is not None:
        write(tmp_path / "own.py", code)
    done = run("check", CLEAN, "--rules", tmp_path)
    assert (done.code, done.out) == (2, "")
    file = "own.py" if words == "SyntaxError" else "own.yaml"
    assert done.err.startswith(f"xxgk-lint: {tmp_path / file}:{line}:")
    assert words in done.err
    assert "Traceback" not in done.err


@pytest.mark.parametrize("command", [("rules", "list"), ("rules", "test"), ("explain", "AR001")], ids=" ".join)
def test_every_command_says_that_a_rule_does_not_load(tmp_path: Path, command: tuple[str, ...]) -> None:
    """The same from the other commands that load rules."""
    write(tmp_path / "own.yaml", RULE.replace("severity: error", "severity: fatal"))
    done = run(*command, "--rules", tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"xxgk-lint: {tmp_path / 'own.yaml'}:7:")


CRASHES = {
    "raises": ('raise ValueError("x")', "ValueError"),
    "wrong-key": ('yield Finding({}["a"])', "KeyError"),
    "no-such-value": ('yield Finding("/year", {"actual": str(here.nothing)})', "AttributeError"),
}


@pytest.mark.parametrize(("line", "kind"), CRASHES.values(), ids=CRASHES)
def test_a_rule_that_crashes(tmp_path: Path, line: str, kind: str) -> None:
    """2 and a finding LT007; all other rules are asked, and the figures stay those of a run without it."""
    write(tmp_path / "rules" / "own.yaml", RULE)
    write(tmp_path / "rules" / "own.py", PYTHON % line)
    done = run("check", BROKEN, "--rules", tmp_path / "rules", "-f", "json", "--fail-on", "never")
    without = run("check", BROKEN, "-f", "json").json["reports"][0]
    assert done.code == 2
    report = done.json["reports"][0]
    crashed = [found for found in report["findings"] if found["rule"] == "LT007"]
    assert [(found["severity"], found["message"], found["pointer"]) for found in crashed] == [
        ("error", f"规则 XX001 自身出错（{kind}）", "")
    ]
    assert [found for found in report["findings"] if found["rule"] != "LT007"] == without["findings"]
    assert report["answers"] == {**without["answers"], "crashed": 1}


def test_a_rule_that_ends_the_process(tmp_path: Path) -> None:
    """A rule that calls sys.exit(0) never makes a run look clean."""
    write(tmp_path / "rules" / "own.yaml", RULE)
    write(
        tmp_path / "rules" / "own.py",
        PYTHON.replace("from collections", "import sys\nfrom collections") % "sys.exit(0)",
    )
    assert run("check", CLEAN, "--rules", tmp_path / "rules").code == 2


def _too_large(path: Path) -> None:
    with write(path, "[").open("ab") as file:
        file.truncate(20 * 1024 * 1024 + 1)


MIXED = "政府信息公开".encode() + "一、总体情况".encode("gb18030")
UNREADABLE: dict[str, tuple[str, Callable[[Path], object], str]] = {
    # Name of the file, how it is made, rule of the finding.
    "missing": ("bad.json", lambda _: None, "LT001"),
    "broken-link": ("bad.json", lambda path: path.symlink_to("nowhere.json"), "LT001"),
    "too-large": ("bad.json", _too_large, "LT001"),
    "docx": ("bad.docx", lambda path: write(path, b"PK\x03\x04"), "LT001"),
    "empty": ("bad.json", lambda path: write(path, ""), "LT002"),
    "mixed-encodings": ("bad.txt", lambda path: write(path, MIXED), "LT002"),
    "broken-json": ("bad.json", lambda path: write(path, '{"sections": {"overview": '), "LT003"),
    "broken-yaml": ("bad.yaml", lambda path: write(path, "sections: [overview"), "LT003"),
    "no-report": ("bad.json", lambda path: write(path, '{"name": "something else"}'), "LT004"),
    "no-report-text": ("bad.txt", lambda path: write(path, "Dear all,\nsee you tomorrow.\n"), "LT004"),
    "half-read": ("bad.txt", lambda path: write(path, half_read()), "LT005"),
}
if hasattr(os, "mkfifo"):
    UNREADABLE["fifo"] = ("bad.json", os.mkfifo, "LT001")


@pytest.mark.parametrize(("name", "make", "rule"), UNREADABLE.values(), ids=UNREADABLE)
def test_an_unreadable_file_beside_good_ones(
    tmp_path: Path, name: str, make: Callable[[Path], object], rule: str
) -> None:
    """2 even with --fail-on never; the good files before and after it are checked and reported."""
    first, bad, second = write(tmp_path / "a.json", failing()), tmp_path / name, write(tmp_path / "z.json", clean())
    make(bad)
    done = run("check", first, bad, second, "-f", "json", "--fail-on", "never")
    assert (done.code, done.err) == (2, "")
    shown = {report["source"]: [found["rule"] for found in report["findings"]] for report in done.json["reports"]}
    assert shown == {str(first): ["AR003", "AR001"], str(bad): [rule], str(second): []}
    half = rule == "LT005"
    counts = {name: done.json["summary"][name] for name in ("files", "reports", "unreadable", "passed_over")}
    assert counts == {"files": 3, "reports": 2 + half, "unreadable": 1 - half, "passed_over": 0}


NOTHING = {
    # What is made in the folder, what is asked for, which paths standard error names.
    "empty-folder": ((), ("empty",), ("empty",)),
    "folder-of-folders": (("empty/a/b/",), ("empty",), ("empty",)),
    "folder-without-report": (("empty/notes.csv", "empty/a/picture.png"), ("empty",), ("empty",)),
    "only-hidden": (("empty/.hidden.json",), ("empty",), ("empty",)),
    "current-folder": ((), (), (".",)),
    "glob-without-match": ((), ("*.json",), ("*.json",)),
    "deep-glob-without-match": (("empty/a.csv",), ("**/*.json",), ("**/*.json",)),
    "beside-a-good-file": ((), (str(CLEAN), "empty"), ("empty",)),
    "beside-a-good-folder": ((), (str(CLEAN.parent), "empty"), ("empty",)),
    "glob-beside-a-good-file": ((), (str(CLEAN), "*.json"), ("*.json",)),
    "two": (("empty/a/b/",), ("empty/a", "*.json"), ("empty/a", "*.json")),
}


@pytest.mark.parametrize(("made", "paths", "named"), NOTHING.values(), ids=NOTHING)
def test_a_folder_or_glob_without_report(
    tmp_path: Path, made: tuple[str, ...], paths: tuple[str, ...], named: tuple[str, ...]
) -> None:
    """2, never a pass, even beside good ones and with --fail-on never; standard error says which."""
    (tmp_path / "empty").mkdir()
    for path in made:
        if path.endswith("/"):
            (tmp_path / path).mkdir(parents=True)
        else:
            write(tmp_path / path, "a,b\n1,2\n")
    done = run("check", *paths, "-f", "json", "--fail-on", "never", cwd=tmp_path)
    assert done.code == 2
    assert done.err == "".join(f"xxgk-lint: {path}: 其中没有找到年度报告\n" for path in named)
    assert done.json["summary"]["unreadable"] == 0


def test_everything_left_out(tmp_path: Path) -> None:
    """Patterns that leave nothing to check are no pass either."""
    write(tmp_path / "a.json", clean())
    assert run("check", tmp_path, "--exclude", "*.json").code == 2
    assert run("check", tmp_path, "--include", "*.txt").code == 2


UNWRITABLE = {
    "missing-folder": ("none/out.json", "No such file or directory"),
    "a-folder": ("folder", "Is a directory"),
    "below-a-file": ("old.json/out.json", "Not a directory"),
}


@POSIX
@pytest.mark.parametrize(("name", "words"), UNWRITABLE.values(), ids=UNWRITABLE)
def test_output_that_cannot_be_written(tmp_path: Path, name: str, words: str) -> None:
    """2 even for a clean report; nothing half written is left, and the terminal still has its own format."""
    (tmp_path / "folder").mkdir()
    write(tmp_path / "old.json", "old")
    done = run("check", CLEAN, "-f", "plain", "-f", f"json:{name}", cwd=tmp_path)
    assert (done.code, done.err) == (2, f"xxgk-lint: {name}: 无法写入：{words}\n")
    assert done.out == summary(CLEAN)
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["folder", "old.json"]
    assert (tmp_path / "old.json").read_text(encoding="utf-8") == "old"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a file size limit by the shell of Linux")
def test_a_disk_that_is_full(tmp_path: Path) -> None:
    """2, and the old content stands."""
    old = write(tmp_path / "out.json", "old")
    for number in range(200):
        write(tmp_path / "in" / f"{number}.json", failing())
    done = shell('trap "" XFSZ; ulimit -f 32; exec "$@"', "check", tmp_path / "in", "-f", "json", "-o", old)
    assert (done.code, done.err) == (2, f"xxgk-lint: {old}: 无法写入：File too large\n")
    assert old.read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in", "out.json"]


@CAN_BE_REFUSED
def test_a_folder_that_must_not_be_written(tmp_path: Path) -> None:
    """2, and the old content stands, where the folder is closed although the file in it is not."""
    old = write(tmp_path / "closed" / "out.json", "old")
    old.parent.chmod(0o555)
    done = run_without_rights("check", CLEAN, "-f", "json", "-o", old, cwd=tmp_path)
    old.parent.chmod(0o755)
    assert (done.code, done.err) == (2, f"xxgk-lint: {old}: 无法写入：Permission denied\n")
    assert old.read_text(encoding="utf-8") == "old"


def test_output_into_a_file_is_whole(tmp_path: Path) -> None:
    """The file is replaced, mode kept; the terminal has the summary."""
    out = write(tmp_path / "out.json", "old")
    out.chmod(0o600)
    done = run("check", BROKEN, "-f", "json", "-o", out)
    assert (done.code, done.err) == (1, "")
    assert done.out == summary(BROKEN)
    assert out.read_text(encoding="utf-8").endswith("}}\n")
    assert os.name != "posix" or stat.S_IMODE(out.stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]


@POSIX
def test_output_through_a_link_and_into_a_device(tmp_path: Path) -> None:
    """What a link points to is replaced, not the link; a device is written to, not replaced."""
    out = write(tmp_path / "out.json", "old")
    (tmp_path / "link").symlink_to(out)
    assert run("check", BROKEN, "-f", "json", "-o", tmp_path / "link").code == 1
    assert (tmp_path / "link").is_symlink()
    assert out.read_text(encoding="utf-8").startswith('{"version": 1')
    before = Path(os.devnull).stat().st_mode
    assert run("check", BROKEN, "-f", "json", "-o", os.devnull).code == 1
    assert Path(os.devnull).stat().st_mode == before
    done = run("check", BROKEN, "-f", "json", "-o", "/dev/stdout")
    assert (done.code, '"findings"' in done.out) == (1, True)


PIPES = {
    "json": ("check", "many", "-f", "json"),
    "text": ("check", "many"),
    "rules-list": ("rules", "list"),
    "explain": ("explain", "AR003"),
    "convert": ("convert", "many/0.json"),
    "config-show": ("config", "show"),
}


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose folder ``many`` holds thousands of reports with findings."""
    folder = tmp_path_factory.mktemp("many")
    (folder / "many").mkdir()
    content = BROKEN.read_bytes()
    for number in range(MANY):
        (folder / "many" / f"{number}.json").write_bytes(content)
    return folder


@POSIX
@pytest.mark.parametrize("arguments", PIPES.values(), ids=PIPES)
def test_a_reader_that_went_away(many: Path, arguments: tuple[str, ...]) -> None:
    """141, and nothing on standard error."""
    done = shell('exec 4>&1; { "$@"; echo "code $?" >&4; } | true', *arguments, cwd=many)
    assert (done.out, done.err) == ("code 141\n", "")


@POSIX
def test_head(many: Path) -> None:
    """141 where only the first of much output is wanted."""
    done = shell('exec 4>&1; { "$@"; echo "code $?" >&4; } | head -n 1', "check", "many", "-f", "json", cwd=many)
    assert (sorted(done.out.splitlines()), done.err) == (["code 141", '{"version": 1,'], "")


STREAMS = {
    # Script, arguments, words on standard error.
    "closed-check": ('"$@" >&-', ("check", str(CLEAN)), "xxgk-lint: 标准输出已关闭\n"),
    "closed-json": ('"$@" >&-', ("check", str(CLEAN), "-f", "json"), "xxgk-lint: 标准输出已关闭\n"),
    "closed-list": ('"$@" >&-', ("rules", "list"), "xxgk-lint: 标准输出已关闭\n"),
    "closed-explain": ('"$@" >&-', ("explain", "AR001"), "xxgk-lint: 标准输出已关闭\n"),
    "closed-show": ('"$@" >&-', ("config", "show"), "xxgk-lint: 标准输出已关闭\n"),
    "closed-convert": ('"$@" >&-', ("convert", str(CLEAN)), "xxgk-lint: 标准输出已关闭\n"),
    "full-check": ('"$@" >/dev/full', ("check", str(CLEAN)), "xxgk-lint: 无法输出：No space left on device\n"),
    "full-json": (
        '"$@" >/dev/full',
        ("check", str(BROKEN), "-f", "json"),
        "xxgk-lint: 无法输出：No space left on device\n",
    ),
    "full-list": ('"$@" >/dev/full', ("rules", "list"), "xxgk-lint: 无法输出：No space left on device\n"),
    "full-convert": ('"$@" >/dev/full', ("convert", str(CLEAN)), "xxgk-lint: 无法输出：No space left on device\n"),
    "no-input": ('"$@" <&-', ("check", "-"), "xxgk-lint: 标准输入已关闭\n"),
    "no-error-stream": ('"$@" 2>&-', ("check", "--nope"), ""),
    "full-error-stream": ('"$@" 2>/dev/full', ("check", "--nope"), ""),
    "all-closed": ('"$@" <&- >&- 2>&-', ("check", str(CLEAN)), ""),
}


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
@pytest.mark.parametrize(("script", "arguments", "words"), STREAMS.values(), ids=STREAMS)
def test_streams_that_cannot_be_used(script: str, arguments: tuple[str, ...], words: str) -> None:
    """2 even for a clean report, in one line, without a trace."""
    done = shell(script, *arguments)
    assert (done.code, done.out, done.err) == (2, "", words)


@POSIX
@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_signals(many: Path, tmp_path: Path, name: str, code: int) -> None:
    """128 and the number of the signal, without a trace; what was begun beside the old output is taken away."""
    old = write(tmp_path / "out.json", "old")
    number = getattr(signal, name)
    before = signal.signal(number, signal.SIG_DFL)  # below nohup it would be ignored, which a process inherits
    process = start("check", "many", "-f", "json", "-o", old, cwd=many, stdout=subprocess.DEVNULL)
    signal.signal(number, before)
    try:
        for _ in range(20_000):
            if len(list(tmp_path.iterdir())) > 1:  # the new output has been begun
                break
        process.send_signal(number)
        _, err = process.communicate(timeout=30)
    finally:
        process.kill()
    assert (process.returncode, err.decode()) == (code, "")
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]
    assert old.read_text(encoding="utf-8") == "old"


def test_a_fault_of_the_program_is_no_finding(tmp_path: Path) -> None:
    """2 with a trace, never the 1 that Python itself would give."""
    program = (
        "import sys, lint.readers.files as files; from lint.cli.main import main\n"
        "files.NO_REPORT_BELOW = None\nsys.argv = ['xxgk-lint', 'check', '.']\nmain()"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tmp_path, env=environment(), capture_output=True, check=False
    )
    assert (done.returncode, b"Traceback" in done.stderr) == (2, True)
