"""``ci/check.sh``: the recipe for any build server."""

import json
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.ci.support_machine import Machine
from tests.cli.support_cli import ROOT, clean, failing, half_read, write

SCRIPTS = sorted((ROOT / "ci").glob("*.sh"))
RESULTS = {
    ".gitignore", "checkstyle.xml", "findings.json", "findings.sarif", "findings.xlsx", "gitlab.json", "junit.xml",
    "summary.md",
}  # fmt: skip


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
@pytest.mark.parametrize("shell", ["sh", "dash", "bash", "busybox"])
def test_every_shell_reads_the_scripts(shell: str, script: Path, machine: Machine) -> None:
    found = shutil.which(shell)
    if found is None:
        pytest.skip(f"not run: {shell} absent")
    command = (found, "sh") if shell == "busybox" else (found,)
    assert machine.run(*command, "-n", script, cwd=ROOT) == (0, "", "")


@pytest.mark.needs_program("shellcheck")
@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_shellcheck_finds_nothing(script: Path, machine: Machine) -> None:
    assert machine.run(shutil.which("shellcheck") or "", script, cwd=ROOT) == (0, "", "")


RUNS = {
    "clean": (clean(), 0, 0),
    "findings": (failing(), 1, 2),
    "half-read": (half_read(), 2, None),
    "no-report": ("Dear all,\n", 2, 0),
}


@pytest.mark.parametrize(("content", "code", "errors"), RUNS.values(), ids=RUNS)
def test_results_are_left_and_the_exit_code_is_that_of_the_check(
    content: object, code: int, errors: int | None, machine: Machine, tmp_path: Path
) -> None:
    write(tmp_path / "reports" / ("a.txt" if isinstance(content, str) and content[0] != "{" else "a.json"), content)
    done = machine.run("sh", ROOT / "ci" / "check.sh", cwd=tmp_path)
    assert done.code == code, done.err
    folder = tmp_path / ".xxgk-lint"
    assert {path.name for path in folder.iterdir()} == RESULTS
    found = json.loads((folder / "findings.json").read_text(encoding="utf-8"))["summary"]
    assert errors in {None, found["error"]}
    assert ElementTree.parse(folder / "junit.xml").getroot().tag == "testsuites"  # noqa: S314 - our own output


def test_paths_and_options_are_passed_on(machine: Machine, tmp_path: Path) -> None:
    """With spaces, wherever the results go; what lies elsewhere is not asked."""
    write(tmp_path / "示例 市" / "a b.json", failing())
    write(tmp_path / "c.json", failing())
    done = machine.run(
        "sh", ROOT / "ci" / "check.sh", "示例 市", "--fail-on", "never", cwd=tmp_path,
        variables={"XXGK_LINT_RESULTS": "结果 1"},
    )  # fmt: skip
    assert done.code == 0, done.err
    (one,) = json.loads((tmp_path / "结果 1" / "findings.json").read_text(encoding="utf-8"))["reports"]
    assert one["source"] == "示例 市/a b.json"


def test_a_command_of_several_words(machine: Machine, tmp_path: Path) -> None:
    write(tmp_path / "reports" / "a.json", failing())
    done = machine.run(
        "sh", ROOT / "ci" / "check.sh", cwd=tmp_path, variables={"XXGK_LINT": "python -m lint"}
    )  # fmt: skip
    assert done.code == 1, done.err


@pytest.mark.parametrize("command", ["none", "false", "sh -c 'exit 143'"])
def test_a_program_that_does_not_run_has_not_passed(command: str, machine: Machine, tmp_path: Path) -> None:
    """2 where there is none; a program that ends with 1 is trusted to have checked."""
    write(tmp_path / "reports" / "a.json", clean())
    done = machine.run("sh", ROOT / "ci" / "check.sh", cwd=tmp_path, variables={"XXGK_LINT": command})
    assert done.code == (1 if command == "false" else 2)


def test_a_second_run_says_the_same(machine: Machine, tmp_path: Path) -> None:
    """The results of the first are none of the reports of the second, though they lie in the folder checked."""
    write(tmp_path / "a.json", failing())
    first, second = (machine.run("sh", ROOT / "ci" / "check.sh", ".", cwd=tmp_path) for _ in range(2))
    assert first == second
    assert first.code == 1
