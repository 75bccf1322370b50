"""The hook as pre-commit runs it: in a repository of its own, against this checkout, without any network."""

import os
import re
import shutil
import subprocess
import sysconfig
from pathlib import Path
from typing import NamedTuple

import pytest

from lint.readers.table import READERS
from tests.cli.support_cli import ROOT, clean, failing, write
from tests.cli.support_git import GIT_ENVIRONMENT, commit_all, git, repository

pytestmark = [pytest.mark.needs_program("git"), pytest.mark.needs_module("pre_commit", "virtualenv")]

HOOKS = ROOT / ".pre-commit-hooks.yaml"
# What the hook is installed from; no more, so that a copy is quickly made.
INSTALLED = ("lint", "rules", "schemas", "README.md", "LICENSE", "hatch_build.py", "pyproject.toml", HOOKS.name)


class Desk(NamedTuple):
    """A repository with the hook, and how it is run."""

    folder: Path
    variables: dict[str, str]

    def commit(self) -> tuple[int, str]:
        """Commit everything; the exit code of git, and what the hook said."""
        git(self.folder, "add", "--all")
        return self.run("git", "commit", "--quiet", "--message", "a")

    def run(self, *command: str) -> tuple[int, str]:
        """The exit code of a command here, and all it said."""
        done = subprocess.run(
            command, cwd=self.folder, env=self.variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            encoding="utf-8", check=False, timeout=300,
        )  # fmt: skip
        return done.returncode, done.stdout


@pytest.fixture(scope="module")
def variables(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment: nothing is downloaded; what the hook needs is lent by the environment of the tests."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PIP_", "VIRTUALENV_"))}
    offline = {"PIP_NO_INDEX": "1", "PIP_NO_DEPS": "1", "PIP_NO_BUILD_ISOLATION": "0", "VIRTUALENV_NO_DOWNLOAD": "1"}
    lent = sysconfig.get_path("purelib")
    home = str(tmp_path_factory.mktemp("pre-commit"))
    own = {"PRE_COMMIT_HOME": home, "PYTHONPATH": lent, "LC_ALL": "C.UTF-8", "COLUMNS": "200"}
    return {**kept, **GIT_ENVIRONMENT, **offline, **own}


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This checkout as a repository of its own, so that it is tried as it is, committed or not."""
    folder = repository(tmp_path_factory.mktemp("hook"))
    for name in INSTALLED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, folder / name)
    commit_all(folder)
    return folder


@pytest.fixture
def desk(checkout: Path, variables: dict[str, str], tmp_path: Path) -> Desk:
    folder = repository(tmp_path / "work")
    revision = git(checkout, "rev-parse", "HEAD").strip()
    write(
        folder / ".pre-commit-config.yaml",
        f"repos:\n  - repo: {checkout}\n    rev: {revision}\n    hooks:\n      - id: xxgk-lint\n",
    )
    made = Desk(folder, variables)
    code, said = made.run("pre-commit", "install")
    assert code == 0, said
    return made


@pytest.fixture(autouse=True)
def _on_the_path(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]) -> None:
    path = f"{sysconfig.get_path('scripts')}{os.pathsep}{os.environ['PATH']}"
    monkeypatch.setenv("PATH", path)
    variables["PATH"] = path


def test_a_commit_with_reports(desk: Desk) -> None:
    """Refused with what is wrong, then made; files that are no reports are in nobody's way."""
    report = write(desk.folder / "示例 2023.json", failing())
    write(desk.folder / "package.json", '{"name": "x"}')
    code, said = desk.commit()
    assert code == 1, said
    assert "示例 2023.json" in said
    assert "AR003" in said
    assert "exit code: 1" in said
    write(report, clean())
    code, said = desk.commit()
    assert code == 0, said


def test_a_commit_without_reports(desk: Desk) -> None:
    write(desk.folder / "package.json", '{"name": "x"}')
    write(desk.folder / "a.py", "print(1)\n")
    code, said = desk.commit()
    assert code == 0, said


def test_a_commit_with_a_damaged_report(desk: Desk) -> None:
    write(desk.folder / "a.docx", b"PK\x03\x04\x00")
    code, said = desk.commit()
    assert code == 1
    assert "exit code: 2" in said
    assert "LT001" in said


def test_what_is_not_staged_is_not_asked(desk: Desk) -> None:
    """Neither another report nor what changed since: pre-commit puts that aside."""
    report = write(desk.folder / "a.json", clean())
    git(desk.folder, "add", "--all")
    write(report, failing())
    write(desk.folder / "b.json", failing())
    code, said = desk.run("git", "commit", "--quiet", "--message", "a")
    assert code == 0, said


def _pattern() -> str:
    line = next(line for line in HOOKS.read_text(encoding="utf-8").splitlines() if line.startswith("  files: "))
    return line.removeprefix("  files: ")


def test_the_hook_is_called_for_every_ending_that_is_read() -> None:
    called = re.compile(_pattern())
    assert [suffix for suffix in READERS if not called.search(f"a{suffix}")] == []
    assert not called.search("a.py")
