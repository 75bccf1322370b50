"""Completion in the shell: click's, under the name that the documentation tells."""

import shutil

import pytest

from tests.cli.support_cli import run, shell

VARIABLE = "_XXGK_LINT_COMPLETE"


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_the_script_of_a_shell(name: str) -> None:
    if name == "bash" and shutil.which(name) is None:
        pytest.skip("not run: bash absent")  # its version is asked for
    done = run(variables={VARIABLE: f"{name}_source"})
    assert (done.code, done.err) == (0, "")
    assert f"{VARIABLE}={name}_complete" in done.out


WORDS = {
    "command": ("xxgk-lint ch", 1, {"plain,check"}),
    "option": ("xxgk-lint check --changed", 2, {"plain,--changed-since"}),
    "value": ("xxgk-lint check --fail-on w", 3, {"plain,warning"}),
    "language": ("xxgk-lint check --lang ", 3, {"plain,zh", "plain,en"}),
}


@pytest.mark.parametrize(("words", "position", "expected"), WORDS.values(), ids=WORDS)
def test_what_may_follow(words: str, position: int, expected: set[str]) -> None:
    asked = {VARIABLE: "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(position)}
    assert set(run(variables=asked).out.splitlines()) == expected


@pytest.mark.needs_program("bash")
def test_bash_takes_the_script() -> None:
    done = shell(f'{VARIABLE}=bash_source "$@" | bash -c ". /dev/stdin && complete -p xxgk-lint"')
    assert done.code == 0, done.err
    assert done.out.endswith(" xxgk-lint\n")
