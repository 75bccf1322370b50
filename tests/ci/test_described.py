"""What other systems are given has the form that they ask for, by their own descriptions of it."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.support_cli import ROOT
from tests.test_docs import fenced

PAGE = ROOT / "docs" / "ci.md"
TRIED = subprocess.run([sys.executable, "-m", "check_jsonschema", "--version"], capture_output=True, check=False)
NEEDS_JUDGE = pytest.mark.skipif(bool(TRIED.returncode), reason="not run: a check-jsonschema that works here absent")


def _described(schema: str, *files: Path) -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", *map(str, files))
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def _block(word: str, folder: Path) -> Path:
    """The first block of YAML on the page about builds that holds a word."""
    found = next(block for block in fenced(PAGE, "yaml") if word in block)
    path = folder / "shown.yaml"
    path.write_text(found, encoding="utf-8")
    return path


@NEEDS_JUDGE
def test_the_action(tmp_path: Path) -> None:
    assert _described("github-actions", ROOT / "action.yml").returncode == 0
    broken = tmp_path / "action.yml"
    broken.write_text((ROOT / "action.yml").read_text(encoding="utf-8").replace("runs:", "run:"), encoding="utf-8")
    assert _described("github-actions", broken).returncode == 1


@NEEDS_JUDGE
def test_the_workflow_shown(tmp_path: Path) -> None:
    assert _described("github-workflows", _block("permissions:", tmp_path)).returncode == 0


@NEEDS_JUDGE
def test_the_job_for_gitlab(tmp_path: Path) -> None:
    assert _described("gitlab-ci", ROOT / "ci" / "gitlab.yml", _block("include:", tmp_path)).returncode == 0


@pytest.mark.needs_module("pre_commit")
@pytest.mark.parametrize("kind", ["manifest", "config"])
def test_the_hook(kind: str, tmp_path: Path) -> None:
    path = ROOT / ".pre-commit-hooks.yaml" if kind == "manifest" else _block("repos:", tmp_path)
    command = (sys.executable, "-m", "pre_commit", f"validate-{kind}", str(path))
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (0, "")
