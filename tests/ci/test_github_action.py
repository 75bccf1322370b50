"""``action.yml``: its own steps, run on a machine with nothing but Python."""

import json
from pathlib import Path

import pytest

from tests.ci.support_machine import Machine, written
from tests.cli.support_cli import BROKEN, ROOT, Done, clean, failing, warned, write

ACTION = written("action.yml")
INSTALL, CHECK = (step for step in ACTION["runs"]["steps"] if "run" in step)


def act(machine: Machine, folder: Path, **inputs: str) -> Done:
    """The step that checks, with its inputs as GitHub fills them in."""
    values = {name: described["default"] for name, described in ACTION["inputs"].items()} | inputs
    filled = {name: _filled(text, values) for name, text in CHECK["env"].items()}
    own = {"GITHUB_ACTION_PATH": str(ROOT), "GITHUB_OUTPUT": "output", "GITHUB_STEP_SUMMARY": "summary"}
    return machine.run("bash", "-e", "-c", CHECK["run"], cwd=folder, variables={**filled, **own})


def _filled(text: str, inputs: dict[str, str]) -> str:
    name = text.removeprefix("${{ inputs.").removesuffix(" }}")
    return inputs[name]


def test_what_a_user_writes_is_never_part_of_a_command() -> None:
    """Only variables carry it; else a path could hold a command."""
    for step in ACTION["runs"]["steps"]:
        assert "${{" not in step.get("run", "")


def test_the_program_is_installed_from_the_action(bare: Machine, tmp_path: Path) -> None:
    done = bare.run("bash", "-e", "-c", INSTALL["run"], cwd=tmp_path, variables={"GITHUB_ACTION_PATH": str(ROOT)})
    assert done.code == 0, done.err
    assert bare.run("xxgk-lint", "--version", cwd=tmp_path).out.startswith("xxgk-lint, version ")


RUNS: dict[str, tuple[object, dict[str, str], int]] = {
    "clean": (clean(), {}, 0),
    "findings": (failing(), {}, 1),
    "damaged": ('{"sections": {', {}, 2),
    "never": (failing(), {"args": "--fail-on never"}, 0),
    "warning": (warned(), {"args": "--fail-on warning --lang en"}, 1),
    "usage": (clean(), {"args": "--none"}, 2),
}


@pytest.mark.parametrize(("content", "inputs", "code"), RUNS.values(), ids=RUNS)
def test_the_step_ends_as_the_check_does(
    content: object, inputs: dict[str, str], code: int, machine: Machine, tmp_path: Path
) -> None:
    write(tmp_path / "a.json", content)
    done = act(machine, tmp_path, **inputs)
    assert done.code == code, done.err
    output = (tmp_path / "output").read_text(encoding="utf-8")
    assert output == f"exit-code={code}\nsarif=.xxgk-lint/findings.sarif\n"


def test_findings_are_annotations_and_stand_in_the_summary_and_in_sarif(machine: Machine, tmp_path: Path) -> None:
    write(tmp_path / "a.json", failing())
    done = act(machine, tmp_path)
    assert done.out.startswith("::error ")
    assert "AR003" in done.out
    assert "AR003" in (tmp_path / "summary").read_text(encoding="utf-8")
    sarif = json.loads((tmp_path / ".xxgk-lint" / "findings.sarif").read_text(encoding="utf-8"))
    assert {result["ruleId"] for result in sarif["runs"][0]["results"]} >= {"AR003"}


def test_paths_stand_one_a_line(machine: Machine, tmp_path: Path) -> None:
    """Names with spaces, with signs of the shell, and like options; patterns are the program's to fill in."""
    for name in ("示例 市/a.json", "$(touch x)/b.json", "-c.json", "d/e/f.json", "g.json"):
        write(tmp_path / name, clean())
    paths = "示例 市\n$(touch x)\n-c.json\n\nd/**/*.json\n"
    done = act(machine, tmp_path, paths=paths, format="json")
    assert done.code == 0, done.err
    assert [report["source"] for report in done.json["reports"]] == [
        "示例 市/a.json", "$(touch x)/b.json", "-c.json", "d/e/f.json",
    ]  # fmt: skip
    assert not (tmp_path / "x").exists()


def test_the_sarif_file_goes_where_it_is_asked_for(machine: Machine, tmp_path: Path) -> None:
    write(tmp_path / "a.json", clean())
    assert act(machine, tmp_path, sarif="结果/a b.sarif", paths="a.json").code == 0
    assert json.loads((tmp_path / "结果" / "a b.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_a_summary_that_github_would_refuse_is_told_of(machine: Machine, tmp_path: Path) -> None:
    """More than 1 MiB is refused as a whole."""
    for number in range(300):
        write(tmp_path / f"{number:04}.json", BROKEN.read_bytes())
    assert act(machine, tmp_path).code == 1
    assert (tmp_path / ".xxgk-lint" / "summary.md").stat().st_size > 1_000_000
    assert (tmp_path / "summary").read_text(encoding="utf-8").startswith("xxgk-lint: 结果过长")


def test_the_summary_of_an_earlier_step_is_not_told_again(machine: Machine, tmp_path: Path) -> None:
    write(tmp_path / "a.json", failing())
    act(machine, tmp_path)
    before = (tmp_path / "summary").read_text(encoding="utf-8")
    assert act(machine, tmp_path, args="--none").code == 2
    assert (tmp_path / "summary").read_text(encoding="utf-8") == before
