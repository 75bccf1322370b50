"""What the READMEs show is what the program does: every command is run, every example loads."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCALES = {"README.md": "en_US.UTF-8", "README.zh-CN.md": "zh_CN.UTF-8"}
CUT = "…\n"
SHOWN = re.compile(r"^```console\n\$ xxgk-lint ([^\n]+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def blocks(language: str) -> list[tuple[str, str]]:
    """The fenced blocks in one language, each under the README that holds it."""
    fence = re.compile(rf"^```{language}\n(.*?)^```$", re.DOTALL | re.MULTILINE)
    return [(name, found) for name in LOCALES for found in fence.findall((ROOT / name).read_text(encoding="utf-8"))]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the examples, for commands that write files."""
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "examples", folder / "examples")
    return folder


def run(*arguments: str | Path, name: str = "README.md", cwd: Path = ROOT) -> str:
    environment = {**os.environ, "LC_ALL": LOCALES[name], "COLUMNS": "100", "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
    done = subprocess.run((sys.executable, *arguments), cwd=cwd, env=environment, capture_output=True, check=False)
    assert done.returncode in {0, 1}, done.stderr.decode()
    return done.stdout.decode()


def dense(text: str) -> str:
    """Without white space: how wide a column is may change at any time."""
    return "".join(text.split())


COMMANDS = [(name, *found) for name in LOCALES for found in SHOWN.findall((ROOT / name).read_text(encoding="utf-8"))]


@pytest.mark.parametrize(("name", "command", "shown"), COMMANDS, ids=[" ".join(one[:2]) for one in COMMANDS])
def test_a_command_says_what_is_shown(name: str, command: str, shown: str, desk: Path) -> None:
    said = dense(run("-m", "lint", *command.split(), name=name, cwd=desk))
    assert shown
    for piece in filter(None, map(dense, shown.split(CUT))):
        assert piece in said
        said = said.partition(piece)[2]
    assert shown.endswith(CUT) or not said


@pytest.mark.parametrize(("name", "rule"), blocks("yaml"))
def test_the_rule_shown_holds_its_examples(name: str, rule: str, tmp_path: Path) -> None:
    (tmp_path / "zz001_carried_out.yaml").write_text(rule, encoding="utf-8")
    assert run("-m", "lint", "rules", "test", "ZZ001", "--rules", tmp_path, name=name).startswith("3 held, 0 not held")


@pytest.mark.parametrize(("name", "configuration"), blocks("toml"))
def test_the_configuration_shown_is_taken(name: str, configuration: str, tmp_path: Path) -> None:
    path = tmp_path / "lint.toml"
    path.write_text(configuration, encoding="utf-8")
    (tmp_path / "our-rules").mkdir()
    assert f"warning  ({path})" in run("-m", "lint", "config", "show", "--config", path, name=name)


@pytest.mark.parametrize(("name", "program"), blocks("python"))
def test_the_program_shown_runs(name: str, program: str) -> None:
    assert "AR003 error /sections/applications/table/new/total" in run("-c", program, name=name)
