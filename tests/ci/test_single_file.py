"""``make zipapp``: one file, run by a Python that has no packages at all, with no network and an empty home."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests.ci.support_machine import SYSTEM, Machine
from tests.cli.support_cli import BROKEN, CLEAN, EXAMPLES, ROOT, Done, run

pytestmark = pytest.mark.needs_module("shiv")


def _needed(name: str, extra: str = "") -> Iterator[Distribution]:
    """A distribution and all that it stands on here; where there are no compiled ones, it does without."""
    try:
        found = distribution(name)
    except PackageNotFoundError:
        return
    yield found
    for one in map(Requirement, found.requires or ()):
        if one.marker is None or one.marker.evaluate({"extra": extra}):
            yield from _needed(one.name)


@pytest.fixture(scope="module")
def single_file(machine: Machine, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As the Makefile makes it; the packages are those of this environment, not downloaded ones."""
    folder = tmp_path_factory.mktemp("single")
    site = folder / "site"
    for package in {one.name: one for one in _needed("xxgk-lint", "pdf") if one.name != "xxgk-lint"}.values():
        for file in package.files or ():
            source = Path(str(file.locate()))
            if ".." not in file.parts and source.is_file():
                (site / file).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(source, site / file)
    (own,) = machine.programs.parent.glob("lib/*/site-packages/lint")
    shutil.copytree(own, site / "lint")
    made = folder / "xxgk-lint.pyz"
    _make(site, made)
    return made


def _make(site: Path, file: Path) -> None:
    command = ("sh", ROOT / "ci" / "single_file.sh", sys.executable, site, file)
    subprocess.run(command, check=True)


def start(single_file: Path, *arguments: str | Path, home: Path, python: str = sys.executable) -> Done:
    """Run it without any package: neither of the environment (-S) nor of the user (-I)."""
    done = subprocess.run(
        [python, "-I", "-S", single_file, *arguments], cwd=home, capture_output=True, encoding="utf-8", check=False,
        env={"HOME": str(home), "PATH": SYSTEM, "LC_ALL": "C.UTF-8"}, timeout=120,
    )  # fmt: skip
    return Done(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize("ending", ["json", "yaml", "txt", "docx", "xlsx", "pdf"])
def test_it_says_the_same_as_the_checkout(ending: str, single_file: Path, tmp_path: Path) -> None:
    """Compiled parsers, and those that run in a process of their own, included."""
    path = BROKEN.with_suffix(f".{ending}")
    if not path.exists():
        path = CLEAN.with_suffix(f".{ending}")
    if ending == "pdf":
        pytest.importorskip("pypdfium2", reason="not run: pypdfium2 absent")
    expected = run("check", path, "-f", "json", cwd=tmp_path)
    assert start(single_file, "check", path, "-f", "json", home=tmp_path) == expected
    assert expected.code in {0, 1}


def test_many_files_are_checked_on_all_cores(single_file: Path, tmp_path: Path) -> None:
    found = start(single_file, "check", EXAMPLES / "clean", "--jobs", "2", home=tmp_path)
    assert (found.code, found.err) == (0, "")


def test_it_is_unpacked_where_it_is_told_to(single_file: Path, tmp_path: Path) -> None:
    """The home of a service may not be writable."""
    (tmp_path / "home").mkdir()
    done = subprocess.run(
        [sys.executable, "-I", "-S", single_file, "--version"], capture_output=True, check=False, cwd=tmp_path,
        env={"HOME": str(tmp_path / "home"), "PATH": SYSTEM, "SHIV_ROOT": str(tmp_path / "shiv")},
    )  # fmt: skip
    assert done.returncode == 0
    assert not list((tmp_path / "home").iterdir())
    assert (tmp_path / "shiv").is_dir()


def _other_pythons() -> list[str]:
    names = [f"python3.{minor}" for minor in range(8, 20) if minor != sys.version_info.minor]
    folders = [*Path.home().glob(".pyenv/versions/*/bin"), *map(Path, os.environ["PATH"].split(os.pathsep))]
    return [str(folder / name) for folder in folders for name in names if (folder / name).is_file()]


def test_another_python_is_told_so(single_file: Path, tmp_path: Path) -> None:
    """2, in so many words, and no trace of an error."""
    working = [
        python for python in _other_pythons()
        if subprocess.run([python, "-c", "pass"], capture_output=True, check=False).returncode == 0
    ]  # fmt: skip
    if not working:
        pytest.skip("not run: another python absent")
    done = start(single_file, "check", CLEAN, home=tmp_path, python=working[0])
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("xxgk-lint: 此文件不是为这里（Python 3.")
    assert len(done.err.splitlines()) == 2


def test_two_builds_are_the_same(single_file: Path, tmp_path: Path) -> None:
    """Byte for byte, so that a signature or a checksum says something."""
    again = tmp_path / "xxgk-lint.pyz"
    _make(single_file.parent / "site", again)
    assert again.read_bytes() == single_file.read_bytes()
