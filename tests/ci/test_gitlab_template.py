"""``ci/gitlab.yml``: the job, run line by line on a machine with nothing but Python."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.ci.support_machine import Machine, written
from tests.cli.support_cli import ROOT, Done, clean, failing, write

JOB = written("ci/gitlab.yml")["xxgk-lint"]


def work(machine: Machine, folder: Path, *, install: bool = False, **variables: str) -> Done:
    """The job as a runner does it: all lines by one shell that ends at the first failure."""
    lines = [*(JOB["before_script"] if install else ()), *JOB["script"]]
    told = {**JOB["variables"], **variables}
    return machine.run("sh", "-e", "-c", "\n".join(lines), cwd=folder, variables=told)


def test_the_whole_job_from_nothing(bare: Machine, tmp_path: Path) -> None:
    write(tmp_path / "a.json", failing())
    done = work(bare, tmp_path, install=True, XXGK_LINT_PACKAGE=f"{ROOT}[pdf]")
    assert done.code == 1, done.err
    assert "AR003" in done.out


def test_where_the_program_comes_from_has_to_be_said(bare: Machine, tmp_path: Path) -> None:
    """No name is looked for in an index that may know another package by it."""
    done = work(bare, tmp_path, install=True)
    assert (done.code != 0, done.out) == (True, "")
    assert "XXGK_LINT_PACKAGE" in done.err


RUNS = {"clean": (clean(), 0), "findings": (failing(), 1), "damaged": ('{"sections": {', 2)}


@pytest.mark.parametrize(("content", "code"), RUNS.values(), ids=RUNS)
def test_the_job_ends_as_the_check_does_and_leaves_what_it_promises(
    content: object, code: int, machine: Machine, tmp_path: Path
) -> None:
    write(tmp_path / "a.json", content)
    assert work(machine, tmp_path).code == code
    reports = JOB["artifacts"]["reports"]
    issues = json.loads((tmp_path / reports["codequality"]).read_text(encoding="utf-8"))
    assert (issues == []) is (code == 0)
    assert ElementTree.parse(tmp_path / reports["junit"]).getroot().tag == "testsuites"  # noqa: S314 - our own output
    (kept,) = JOB["artifacts"]["paths"]
    assert all(path.startswith(kept) for path in reports.values())
    assert JOB["artifacts"]["when"] == "always"


def test_paths_and_options_by_words(machine: Machine, tmp_path: Path) -> None:
    """Patterns are the program's to fill in, so that what does not fit is told."""
    for name in ("2023/a.json", "2024/b.json", "c.json"):
        write(tmp_path / name, failing())
    done = work(machine, tmp_path, XXGK_LINT_PATHS="2023/*.json 2024", XXGK_LINT_ARGS="--fail-on never")
    assert (done.code, "a.json" in done.out, "b.json" in done.out, "c.json" in done.out) == (0, True, True, False)
    assert work(machine, tmp_path, XXGK_LINT_PATHS="2022/*.json").code == 2
