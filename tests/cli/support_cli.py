"""The command as a user runs it, in a process of its own, and reports of invented agencies to run it on."""

import contextlib
import copy
import io
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import IO, Any, NamedTuple

import pytest

from lint import check
from lint.cli.main import ENDINGS
from lint.cli.main import run as run_command
from lint.formatters.tree import render_tree
from lint.model.finding import Severity
from lint.model.run import Summary

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
CLEAN = EXAMPLES / "clean" / "department.json"
BROKEN = EXAMPLES / "broken" / "department.json"
COMMAND = (sys.executable, "-m", "lint")
THREE = "/sections/applications/table"

# Nothing of the machine that runs the tests may decide: no colours, no width, no locale but what a test says.
_SET_BY_TESTS = ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "PYTHONIOENCODING", "PYTHONUTF8", "LC_MESSAGES", "TERM")


# Permissions of POSIX, and for root the program with which it lays its own down.
CAN_BE_REFUSED = pytest.mark.skipif(
    os.name != "posix" or (os.geteuid() == 0 and shutil.which("setpriv") is None),
    reason="not run: setpriv absent, and root may do everything",
)


class Done(NamedTuple):
    """How a run ended: its exit code, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)


def environment(variables: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a run: this checkout, Chinese, UTF-8."""
    kept = {name: value for name, value in os.environ.items() if name not in _SET_BY_TESTS}
    own = {"PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    return {**kept, **own, **(variables or {})}


def run(
    *arguments: str | Path,
    cwd: Path = ROOT,
    stdin: bytes = b"",
    encoding: str = "utf-8",
    variables: Mapping[str, str] | None = None,
) -> Done:
    """Run the command; ``variables`` are those of its environment that are not as usual."""
    done = subprocess.run(
        [*COMMAND, *map(str, arguments)], cwd=cwd, env=environment(variables), input=stdin, capture_output=True,
        check=False, timeout=60,
    )  # fmt: skip
    return Done(done.returncode, done.stdout.decode(encoding), done.stderr.decode(encoding))


def run_inside(
    *arguments: str | Path, cwd: Path = ROOT, stdin: bytes = b"", variables: Mapping[str, str] | None = None
) -> Done:
    """The same without a process of its own, where only words and exit codes count: three times as fast."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n") for _ in range(2))
    with _set_apart(environment(variables)), contextlib.chdir(cwd):
        sys.stdin = io.TextIOWrapper(io.BytesIO(stdin))
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = run_command([str(one) for one in arguments])
    return Done(code, *(_written(stream) for stream in (out, err)))


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    content: bytes = stream.buffer.getvalue()  # type: ignore[attr-defined]
    return content.decode()


@contextlib.contextmanager
def _set_apart(variables: Mapping[str, str]) -> Iterator[None]:
    """Other variables of the environment for a while; standard input and signals as they were afterwards."""
    kept, stdin = dict(os.environ), sys.stdin
    signals = {name: signal.getsignal(getattr(signal, name)) for name in ENDINGS if hasattr(signal, name)}
    os.environ.clear()
    os.environ.update(variables)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(kept)
        sys.stdin = stdin
        for name, heard in signals.items():
            signal.signal(getattr(signal, name), heard)


def shell(script: str, *arguments: str | Path, cwd: Path = ROOT) -> Done:
    """Run a line of a POSIX shell in which ``"$@"`` is the command with its arguments."""
    done = subprocess.run(
        ["/bin/sh", "-c", script, "sh", *COMMAND, *map(str, arguments)],
        cwd=cwd, env=environment(), stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8",
        check=False, timeout=60,
    )  # fmt: skip
    return Done(done.returncode, done.stdout, done.stderr)


def start(*arguments: str | Path, cwd: Path, stdout: int | IO[bytes]) -> subprocess.Popen[bytes]:
    """Start the command and do not wait for it; it hears interrupts whatever the tests themselves do."""
    return subprocess.Popen(
        [*COMMAND, *map(str, arguments)], cwd=cwd, env=environment(), stdin=subprocess.DEVNULL,
        stdout=stdout, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip


def run_without_rights(*arguments: str | Path, cwd: Path) -> Done:
    """Run the command so that permissions mean something: root lays down its right to read and write everything."""
    drop = ("setpriv", "--bounding-set=-dac_override,-dac_read_search") if os.geteuid() == 0 else ()
    done = subprocess.run(
        [*drop, *COMMAND, *map(str, arguments)], cwd=cwd, env=environment(), stdin=subprocess.DEVNULL,
        capture_output=True, encoding="utf-8", check=False, timeout=60,
    )  # fmt: skip
    return Done(done.returncode, done.stdout, done.stderr)


def tree(path: Path = CLEAN) -> dict[str, Any]:
    """The tree of an example, to be changed."""
    read: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    return read


def at(value: Any, pointer: str) -> Any:
    """What stands at a pointer."""
    for step in pointer.split("/")[1:]:
        value = value[int(step) if isinstance(value, list) else step]
    return value


def changed(pointer: str, value: object, path: Path = CLEAN) -> dict[str, Any]:
    """The tree of an example with one value changed."""
    found = copy.deepcopy(tree(path))
    above, _, name = pointer.rpartition("/")
    at(found, above)[name] = value
    return found


def write(path: Path, content: object) -> Path:
    """Write a file: bytes and text as they are, all else as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_text(content if isinstance(content, str) else dumped(content), encoding="utf-8")
    return path


def dumped(content: object) -> str:
    """A tree as JSON text."""
    return render_tree(content)


def clean() -> str:
    """A report without error and warning."""
    return CLEAN.read_text(encoding="utf-8")


def warned() -> dict[str, Any]:
    """A report with one warning (ST003) and nothing else."""
    return changed("/sections/problems/heading", "五、存在问题和改进举措")


def informed() -> dict[str, Any]:
    """A report with one info (PL003) and nothing else."""
    return changed("/sections/proactive/table/normative_documents", {"issued": 0, "repealed": 2, "in_force": 0})


def failing() -> dict[str, Any]:
    """A report with two errors (AR003, AR001) and nothing else."""
    found = tree()
    at(found, f"{THREE}/new")["total"] += 1
    return found


def half_read() -> str:
    """A report as text, the separators of its third table lost."""
    text = (EXAMPLES / "clean" / "department.txt").read_text(encoding="utf-8")
    before, heading, rest = text.partition("三、收到和处理政府信息公开申请情况")
    table, after, end = rest.partition("四、政府信息公开行政复议、行政诉讼情况")
    return before + heading + table.replace("\t", "") + after + end


@cache
def counted(*paths: Path) -> Summary:
    """What a check of some reports finds: rules that are added ask more, and may find more."""
    return check(*paths).summary


def summary(*paths: Path, unread: int = 0, more: str = "") -> str:
    """The last line of a run, in Chinese."""
    found = counted(*paths)
    error, warning, info = (found.counts[severity] for severity in Severity)
    return (
        f"已检查 {len(paths)}/{len(paths) + unread} 份报告：错误 {error + unread}，警告 {warning}，提示 {info}；"
        f"提问 {found.tally.asked} 项，未能判断 {found.tally.undecided} 项{more}\n"
    )
