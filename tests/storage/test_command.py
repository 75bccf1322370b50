"""Addresses on the command line: what takes none says so, and nothing is loaded or asked where none is named."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.support_cli import CLEAN, EXAMPLES, ROOT, environment, run, run_inside, write
from tests.storage.support_storage import STORAGE, in_memory

LOADED = """\
import sys
from lint.cli.main import run
code = run(sys.argv[1:])
assert code == 0, code
found = [name for name in sys.modules if name.partition(".")[0] == "fsspec" or name.startswith("lint.storage")]
assert not found, found
"""


def test_nothing_of_a_store_is_loaded_where_none_is_named() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, "check", str(CLEAN)], cwd=ROOT, env=environment(), capture_output=True,
        check=False, encoding="utf-8",
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")


REFUSED = {
    "watch": (("check", "memory://a/", "--watch"), "--watch"),
    "staged": (("check", "memory://a/", "--staged"), "--staged"),
    "changed-since": (("check", "memory://a/", "--changed-since", "main"), "--changed-since"),
    "fix": (("fix", "memory://a/b.json"), "fix"),
    "fix-output": (("fix", str(CLEAN), "-o", "memory://a/b.json"), "fix"),
    "annotate": (("annotate", "memory://a/b.docx", "-o", "c.docx"), "annotate"),
    "annotate-output": (("annotate", str(CLEAN.with_suffix(".docx")), "-o", "memory://a/b.docx"), "annotate"),
    "rules": (("check", str(CLEAN), "--rules", "memory://a/"), "--rules"),
    "baseline": (("check", str(CLEAN), "--baseline", "memory://a/b.json"), "--baseline"),
}


@STORAGE
@pytest.mark.parametrize(("command", "what"), REFUSED.values(), ids=REFUSED)
@pytest.mark.parametrize("language", ["C.UTF-8", "en_US.UTF-8"])
def test_what_takes_no_address(tmp_path: Path, command: tuple[str, ...], what: str, language: str) -> None:
    done = run_inside(*command, cwd=tmp_path, variables={"LC_ALL": language})
    words = {"C.UTF-8": "只能用本机的文件，不能用存储中的地址", "en_US.UTF-8": "takes files of this machine"}
    assert done.code == 2
    assert "memory://a/" in done.err
    assert what in done.err
    assert words[language] in done.err
    assert list(tmp_path.iterdir()) == []


@STORAGE
@pytest.mark.parametrize(
    ("command", "words"),
    [
        (("check", "zzz://a/b"), "不认识的存储 zzz://"),
        (("check", "simplecache::memory://a/b"), "不支持多层地址"),
        (("check", str(CLEAN), "-f", "html:memory://a/"), "网页的文件夹只能写在本机"),
        (("check", str(CLEAN), "-f", "json:zzz://a/b"), "不认识的存储 zzz://"),
    ],
)
def test_addresses_that_cannot_be(command: tuple[str, ...], words: str) -> None:
    done = run_inside(*command)
    assert done.code == 2
    assert words in done.err


@pytest.mark.needs_module("aiohttp")
def test_pages_are_read_only() -> None:
    done = run_inside("check", CLEAN, "-f", "json:https://clerk:geheim@localhost:1/a.json")
    assert (done.code, done.err) == (2, "xxgk-lint: https://localhost:1/a.json: https:// 只能读取，不能写入\n")


@pytest.mark.parametrize("name", ["previous", "members", "rules"])
def test_a_configuration_names_no_address(tmp_path: Path, name: str) -> None:
    write(tmp_path / "lint.toml", f'{name} = ["https://localhost:1/a"]\n')
    done = run_inside("check", CLEAN, cwd=tmp_path)
    assert (done.code, f"“{name}”中不能写存储中的地址" in done.err) == (2, True)


@pytest.mark.parametrize("name", ["baseline", "norms"])
def test_nor_of_a_file(tmp_path: Path, name: str) -> None:
    write(tmp_path / "lint.toml", f'{name} = "https://localhost:1/a"\n')
    done = run_inside("check", CLEAN, cwd=tmp_path)
    assert (done.code, f"“{name}”中不能写存储中的地址" in done.err) == (2, True)


def hidden(tmp_path: Path, *names: str) -> dict[str, str]:
    """Variables under which some packages are not found: as on a machine without them."""
    write(
        tmp_path / "sitecustomize.py",
        "import sys\n"
        "import importlib.util as util\n"
        "found = util.find_spec\n"
        f"util.find_spec = lambda name, *more: None if name in {names} else found(name, *more)\n"
        f"sys.modules.update(dict.fromkeys({names}))\n",
    )
    return {"PYTHONPATH": f"{tmp_path}:{ROOT}", "LC_ALL": "en_US.UTF-8"}


def test_without_fsspec(tmp_path: Path) -> None:
    done = run("check", "s3://reports/2023/", variables=hidden(tmp_path, "fsspec"))
    assert done.code == 2
    assert done.err == (
        "xxgk-lint: s3://reports/2023/: reading and writing s3:// needs xxgk-lint[storage]"
        " (pip install 'xxgk-lint[storage]')\n"
    )


@STORAGE
def test_without_the_driver(tmp_path: Path) -> None:
    done = run("check", "oss://reports/2023/", variables=hidden(tmp_path, "ossfs"))
    assert (done.code, done.err) == (
        2,
        "xxgk-lint: oss://reports/2023/: reading and writing oss:// needs ossfs (pip install ossfs)\n",
    )


@STORAGE
def test_converted() -> None:
    root = in_memory(EXAMPLES / "clean")
    there, here = run_inside("convert", f"{root}city.docx"), run_inside("convert", EXAMPLES / "clean" / "city.docx")
    assert there == here


@STORAGE
def test_a_baseline_knows_reports_by_their_address(tmp_path: Path) -> None:
    root = in_memory(EXAMPLES / "broken")
    written = run_inside("check", f"{root}department.json", "--write-baseline", tmp_path / "known.json")
    assert written.code == 0
    assert f'"source": "{root}department.json"' in (tmp_path / "known.json").read_text(encoding="utf-8")
    assert run_inside("check", f"{root}department.json", "--baseline", tmp_path / "known.json").code == 0


@STORAGE
def test_standard_input_called_by_an_address() -> None:
    done = run_inside("check", "-", "--stdin-filename", "s3://reports/a.json", "-f", "json", stdin=CLEAN.read_bytes())
    assert (done.code, done.json["reports"][0]["source"]) == (0, "s3://reports/a.json")
