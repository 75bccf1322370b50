"""An object store behind a driver whose threads do not survive a fork: the same findings, here and on a cluster."""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from tests.cli.support_cli import BROKEN, environment, run
from tests.test_cluster import DASK, cluster

pytestmark = pytest.mark.needs_module("fsspec", "moto", "flask", "s3fs", "pyarrow", "numpy")
SERVER = """\
import sys, threading
from moto.server import ThreadedMotoServer
server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
server.start()
print(server.get_host_and_port()[1], flush=True)
threading.Event().wait()
"""
FILL = """\
import sys
from pathlib import Path
import fsspec
store, folder = fsspec.filesystem("s3"), Path(sys.argv[1])
for bucket in ("reports", "results"):
    store.mkdir(bucket)
for path in folder.rglob("*"):
    if path.is_file():
        store.pipe_file(f"reports/{path.relative_to(folder)}", path.read_bytes())
"""
FOLDER, ROOT = BROKEN.parent, "s3://reports/"


@pytest.fixture(scope="module")
def store() -> Iterator[Mapping[str, str]]:
    """The variables by which a store on this machine is found; it holds some reports in a bucket."""
    own = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "geheim", "AWS_DEFAULT_REGION": "us-east-1"}
    quiet = {"stderr": subprocess.DEVNULL, "encoding": "utf-8"}
    with subprocess.Popen([sys.executable, "-c", SERVER], stdout=subprocess.PIPE, **quiet) as server:  # type: ignore[call-overload]
        try:
            own["AWS_ENDPOINT_URL"] = f"http://127.0.0.1:{server.stdout.readline().strip()}"
            subprocess.run([sys.executable, "-c", FILL, FOLDER], check=True, env=environment(own), **quiet)  # type: ignore[call-overload]
            yield own
        finally:
            server.terminate()


@cache
def here() -> object:
    """What a run finds in the reports on this machine."""
    return run("check", FOLDER, "-f", "json").json


def there(variables: Mapping[str, str], *arguments: str) -> object:
    """What a run finds in those of the store, called by their names on this machine."""
    done = run("check", *arguments, "-f", "json", variables=variables)
    return json.loads(done.out.replace(ROOT, f"{FOLDER}/"))


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_findings_are_those_of_this_machine(store: Mapping[str, str], jobs: str) -> None:
    assert there(store, ROOT, "--jobs", jobs) == here()


def test_collected_in_processes_and_read_in_processes(store: Mapping[str, str]) -> None:
    files = ("-o", "s3://results/reports.parquet", "--findings", "s3://results/findings.parquet")
    done = run("collect", ROOT, *files, "--jobs", "2", variables=store)
    assert (done.code, done.out.partition("：")[0]) == (0, "s3://results/reports.parquet")
    one, two = (there(store, "s3://results/reports.parquet", "--jobs", jobs) for jobs in ("1", "2"))
    assert one == two


@DASK
def test_workers_read_what_no_folder_of_theirs_holds(store: Mapping[str, str], tmp_path: Path) -> None:
    with cluster(tmp_path, 2, dict(store)) as address:
        assert there(store, ROOT, "--scheduler", address) == here()


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("s3://absent/2023/", "No such file or directory: The specified bucket does not exist"),
        ("s3://absent/a.docx", "No such file or directory: The specified bucket does not exist"),
        ("s3://reports/none/", "No such file or directory"),
    ],
)
def test_what_is_not_there(store: Mapping[str, str], path: str, reason: str) -> None:
    done = run("check", path, "-f", "json", "--lang", "en", variables=store)
    messages = [found["message"] for report in done.json["reports"] for found in report["findings"]]
    assert (done.code, messages) == (2, [f"the file cannot be read: {reason}"])


def test_no_bucket_to_write_to_is_told_at_once(store: Mapping[str, str]) -> None:
    done = run("collect", ROOT, "-o", "s3://absent/a.parquet", variables=store)
    assert done.code == 2
    assert done.err.startswith("xxgk-lint: s3://absent/a.parquet: 无法写入：No such file or directory")
