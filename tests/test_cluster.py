"""The same run on the workers of a Dask cluster: the same findings in the same order, whatever becomes of a worker."""

import contextlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from lint import Session, Settings
from lint.cluster.running import Cluster
from lint.columns.spans import Span, spans
from lint.model.run import Checked
from lint.pieces import Piece, Want, pieces
from lint.readers.files import Target
from tests.cli.support_cli import BROKEN, CLEAN, EXAMPLES, ROOT, environment, run, run_inside, write
from tests.cli.test_exit_codes import RULE

DASK = pytest.mark.needs_module("distributed")
PARQUET = pytest.mark.needs_module("pyarrow", "numpy")
DEADLY = RULE.replace("some-rule", "deadly")
DEADLY_PYTHON = '''\
"""A rule that ends the process which asks it about one body."""

import os
import signal
from collections.abc import Iterator

from lint.authoring import Finding, Node


def check(here: Node) -> Iterator[Finding]:
    """Nothing, or the end."""
    if here.identity.agency == "例县水务局":
        os.kill(os.getpid(), signal.SIGKILL)
    yield from ()
'''

SLOW_PYTHON = '''\
"""A rule that takes long to answer, and notes that it was asked."""

import time
from collections.abc import Iterator
from pathlib import Path

from lint.authoring import Finding, Node


def check(here: Node) -> Iterator[Finding]:
    """Nothing, after a while."""
    Path("asked").touch()
    time.sleep(20)
    yield from ()
'''


@contextmanager
def cluster(folder: Path, workers: int, variables: dict[str, str] | None = None) -> Iterator[str]:
    """The address of a scheduler with so many workers, each a process that is started again when it dies."""
    noted = folder / "scheduler.json"
    program = (sys.executable, "-W", "ignore", "-m")
    quiet = {"cwd": folder, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    scheduler = (*program, "distributed.cli.dask_scheduler", "--port", "0", "--host", "127.0.0.1", "--no-dashboard")
    worker = (*program, "distributed.cli.dask_worker", "--nthreads", "1", "--no-dashboard", "--death-timeout", "60")
    few = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}
    started = [subprocess.Popen((*scheduler, "--scheduler-file", noted), env=environment(few), **quiet)]  # type: ignore[call-overload]
    try:
        while not noted.exists() or not noted.read_text(encoding="utf-8"):
            time.sleep(0.05)
        started.append(
            subprocess.Popen(  # type: ignore[call-overload]
                (*worker, "--scheduler-file", noted, "--nworkers", str(workers)), env=environment(variables), **quiet
            )
        )
        yield json.loads(noted.read_text(encoding="utf-8"))["address"]
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A scheduler with two workers."""
    with cluster(tmp_path_factory.mktemp("cluster"), 2) as found:
        yield found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Clean and broken reports of several formats, a damaged one, and a file that is none."""
    made = tmp_path_factory.mktemp("reports")
    for number, path in enumerate(sorted(EXAMPLES.glob("*/*.[jhmt]*"))):
        (made / f"{number:02}{path.suffix}").write_bytes(path.read_bytes())
    for number in range(60):
        write(made / f"more-{number}.json", (BROKEN if number % 7 == 3 else CLEAN).read_text(encoding="utf-8"))
    write(made / "damaged.json", BROKEN.read_text(encoding="utf-8")[:-200])
    write(made / "notes.json", "{}")
    return made


def told(checked: Checked) -> tuple[object, ...]:
    """All of a result that anybody can see."""
    report = checked.report
    return (
        checked.source, checked.state, checked.diagnostics, checked.tally.as_dict(), checked.undecided, checked.causes,
        report and (report.tree, report.identity, report.document, report.troubles),
    )  # fmt: skip


@DASK
def test_a_lost_worker_loses_nothing(address: str, folder: Path) -> None:
    """One is killed in the middle; first, with both, everything is as on one machine."""
    expected = [told(one) for one in Session(Settings(jobs=1)).check_paths([folder])]
    session = Session(Settings(jobs=1))
    with Cluster(address, share=5) as session.elsewhere:
        cluster_of_two = session.elsewhere
        assert isinstance(cluster_of_two, Cluster)
        cluster_of_two.client.wait_for_workers(2)
        assert [told(one) for one in session.check_paths([folder])] == expected
        found = []
        for number, one in enumerate(session.check_paths([folder])):
            if number == 3:
                [first, _] = cluster_of_two.client.run(os.getpid).values()
                os.kill(first, signal.SIGKILL)
            found.append(told(one))
    assert found == expected


@DASK
@pytest.mark.parametrize("form", ["json", "html", "plain"])
def test_the_command_says_the_same(address: str, folder: Path, form: str) -> None:
    here, there = (run_inside("check", ".", "-f", form, *more, cwd=folder) for more in ((), ("--scheduler", address)))
    assert (here.code, here.err) == (there.code, there.err) == (2, "")
    assert here.out == there.out


@DASK
@PARQUET
def test_the_columns_are_the_same(address: str, folder: Path, tmp_path: Path) -> None:
    """Byte for byte: what collect writes with and without a cluster, and what check says of the rows."""
    for name, more in (("here", ()), ("there", ("--scheduler", address))):
        files = ("-o", tmp_path / f"{name}.parquet", "--findings", tmp_path / f"{name}-findings.parquet", "--places")
        assert run_inside("collect", ".", *files, *more, cwd=folder).code == 2
    for kind in ("", "-findings"):
        assert (tmp_path / f"here{kind}.parquet").read_bytes() == (tmp_path / f"there{kind}.parquet").read_bytes()
    (tmp_path / "damaged.parquet").write_bytes(b"PAR1 and nothing")
    here, there = (
        run_inside("check", "here.parquet", "damaged.parquet", CLEAN, "-f", "json", *more, cwd=tmp_path)
        for more in ((), ("--scheduler", address))
    )
    assert here == there


@DASK
@PARQUET
def test_a_deadly_report_is_told_and_the_others_are_checked(address: str, tmp_path: Path) -> None:
    """A file, or a row of a collection, that ends every process that asks about it is LT001; the run goes on."""
    text = CLEAN.read_text(encoding="utf-8")
    for number in range(3):
        body = "例县水务局" if number == 1 else "示例市水利局"
        write(tmp_path / "reports" / f"{number}.json", text.replace("示例市水利局", body))
    write(tmp_path / "rules" / "deadly.yaml", DEADLY)
    write(tmp_path / "rules" / "deadly.py", DEADLY_PYTHON)
    assert run_inside("collect", "reports", "-o", "reports.parquet", cwd=tmp_path).code == 0
    session = Session(Settings(rules=(tmp_path / "rules",)))
    with Cluster(address) as session.elsewhere:
        found = list(session.check_paths([tmp_path / "reports", tmp_path / "reports.parquet"]))
    states = ["read", "unreadable", "read"]
    assert [one.state for one in found] == states * 2
    assert [one.source for one in found if one.state == "unreadable"] == [
        str(tmp_path / "reports" / "1.json"),
        f"{tmp_path / 'reports.parquet'}#2",
    ]
    assert {one.diagnostics[0].rule for one in found if one.state == "unreadable"} == {"LT001"}


@DASK
def test_a_cluster_of_its_own(folder: Path) -> None:
    """Without a scheduler one is started, and nothing of it is left."""
    here, there = (
        run("check", ".", "-f", "json", *more, cwd=folder) for more in ((), ("--engine", "dask", "--jobs", "2"))
    )
    assert here == there


@DASK
def test_ctrl_c_is_answered_by_the_command_alone(tmp_path: Path) -> None:
    """A terminal sends it to the workers too: they say nothing, and end with the cluster."""
    write(tmp_path / "rules" / "slow.yaml", RULE.replace("some-rule", "slow"))
    write(tmp_path / "rules" / "slow.py", SLOW_PYTHON)
    command = (sys.executable, "-m", "lint", "check", CLEAN, "--rules", "rules", "--engine", "dask", "--jobs", "2")
    process = subprocess.Popen(
        command, cwd=tmp_path, env=environment(), text=True, start_new_session=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    while not (tmp_path / "asked").exists():
        assert process.poll() is None
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    assert process.communicate() == ("", "")
    assert process.returncode == 130
    with contextlib.suppress(ProcessLookupError):
        while process.returncode:
            os.killpg(process.pid, 0)
            time.sleep(0.05)


@DASK
def test_a_scheduler_that_cannot_be_reached() -> None:
    done = run(
        "check", CLEAN, "--lang", "en", "--scheduler", "tcp://127.0.0.1:9",
        variables={"DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "1s", "LC_ALL": "en_US.UTF-8"},
    )  # fmt: skip
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("xxgk-lint: the scheduler tcp://127.0.0.1:9 cannot be reached: ")
    assert "Traceback" not in done.err


@DASK
@pytest.mark.parametrize("address", ["nonsense", "tcp://127.0.0.1", "udp://127.0.0.1:8786"])
def test_what_is_no_address(address: str) -> None:
    done = run_inside("check", CLEAN, "--scheduler", address)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"xxgk-lint: 连接不上调度器 {address}：")


@DASK
@pytest.mark.parametrize("way", ["tcp://", "", "udp://"])
def test_a_password_in_the_address_is_not_told(way: str) -> None:
    """Dask has no use for it, and its words quote it."""
    done = run(
        "check", CLEAN, "--lang", "en", "--scheduler", f"{way}user:geheim@127.0.0.1:9",
        variables={"DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "1s"},
    )  # fmt: skip
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"xxgk-lint: the scheduler {way}127.0.0.1:9 cannot be reached: ")
    assert not {"user", "geheim"} & set(re.findall("[a-z]+", done.err))


@DASK
def test_other_packages_on_a_worker_are_nobodys_affair(tmp_path: Path) -> None:
    """As long as it finds the same: nothing is said of them."""
    write(tmp_path / "other" / "lz4-0.0.1.dist-info" / "METADATA", "Metadata-Version: 2.1\nName: lz4\nVersion: 0.0.1\n")
    with cluster(tmp_path, 1, {"PYTHONPATH": f"{tmp_path / 'other'}:{ROOT}"}) as address:
        for _ in range(2):  # the first waits for the worker, the second finds it there, with its packages
            done = run("check", CLEAN, "--scheduler", address)
            assert (done.code, done.err) == (0, "")


def of_another_version(folder: Path) -> None:
    """A package of the name, and of another version."""
    write(folder / "lint" / "__init__.py", '__version__ = "0.0.1"\n')


def with_another_rule(folder: Path) -> None:
    """This very program; one of its rule files is another."""
    for name in ("lint", "rules", "schemas"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    rule = next((folder / "rules" / "arithmetic").glob("*.yaml"))
    rule.write_text(rule.read_text(encoding="utf-8") + "\n", encoding="utf-8")


@DASK
@pytest.mark.parametrize(
    ("made", "words"), [(of_another_version, "0.0.1"), (with_another_rule, "规则文件不同")], ids=["version", "rules"]
)
def test_a_worker_that_might_find_something_else(tmp_path: Path, made: Callable[[Path], None], words: str) -> None:
    """It is refused before, or with, its first piece: exit code 2, never other findings."""
    made(tmp_path / "other")
    with cluster(tmp_path, 1, {"PYTHONPATH": str(tmp_path / "other")}) as address:
        done = run_inside("check", CLEAN, "--scheduler", address)
    assert done.code == 2
    assert words in done.err
    assert "Traceback" not in done.err


def test_a_scheduler_is_for_a_cluster() -> None:
    done = run_inside("check", CLEAN, "--engine", "local", "--scheduler", "tcp://127.0.0.1:8786")
    assert (done.code, done.err) == (2, "xxgk-lint: --scheduler 不能与 --engine local 同用\n")


def test_without_dask(tmp_path: Path) -> None:
    """It says what to install."""
    write(
        tmp_path / "sitecustomize.py",
        "import importlib.util as util\n"
        "found = util.find_spec\n"
        "util.find_spec = lambda name, *more: None if name == 'distributed' else found(name, *more)\n",
    )
    done = run("check", CLEAN, "--engine", "dask", variables={"PYTHONPATH": f"{tmp_path}:{ROOT}"})
    assert (done.code, done.out) == (2, "")
    assert "pip install 'xxgk-lint[dask]'" in done.err


def test_pieces_are_of_files_that_follow_each_other() -> None:
    """A document costs as much as ten reports in JSON."""
    names = ("a.json", "b.json", "c.docx", "d.json", "e.json")
    found = [Target(name, named=False) for name in names]
    cut = list(pieces(found, 5))
    assert [[target.path for target in piece.targets] for piece in cut] == [list(names[:3]), list(names[3:])]
    assert cut[0].halves() == (Piece(tuple(found[:1])), Piece(tuple(found[1:3])))


@PARQUET
def test_the_parts_of_a_collection_are_the_whole(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "reports.parquet"
    run_inside("collect", ".", "-o", path, cwd=folder)
    session = Session(Settings(jobs=1))
    whole = [told(one) for one in session.check_paths([path])]
    [span] = spans(str(path))
    assert span == Span(0, 0, 0, len(whole))
    first, second = span.halves()
    third, fourth = second.halves()
    target = Target(str(path), named=True)
    for order in ((first, third, fourth), (fourth, third, first)):
        parts = {part: session.answer(Piece((target,), part), Want()).results for part in order}
        assert [told(one) for part in (first, third, fourth) for one in parts[part]] == whole
