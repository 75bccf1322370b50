"""Rules of others that must not run anything: a folder that holds Python is refused before it is read."""

from pathlib import Path

import pytest

from tests.cli.support_cli import CLEAN, run_inside
from tests.rulebook.test_extending import IN_PYTHON
from tests.rulebook.test_packs import PACK, RULE, pack

LOUD = "from pathlib import Path\n\nPath(__file__).with_name('ran').touch()\n\n\ndef check(here):\n    return ()\n"
WORDS = "there is a rule in Python, which --no-python-rules (python-rules = false) does not let run"
ENGLISH = {"LC_ALL": "en_US.UTF-8"}


def with_python(folder: Path, where: str = "own.py") -> Path:
    """A pack with a rule in Python that leaves a trace where it is run."""
    pack(folder, PACK, own=IN_PYTHON.replace("  good: []\n  bad: []", "  good: []\n  bad: []"))
    (folder / where).parent.mkdir(exist_ok=True)
    (folder / where).write_text(LOUD, encoding="utf-8")
    return folder


COMMANDS: dict[str, tuple[str | Path, ...]] = {
    "check": ("check", CLEAN),
    "fix": ("fix", CLEAN),
    "annotate": ("annotate", CLEAN.with_suffix(".docx"), "-o", "copy.docx"),
    "explain": ("explain", "AR003"),
    "rules-list": ("rules", "list"),
    "rules-test": ("rules", "test"),
    "rules-verify": ("rules", "verify"),
}


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_refused_on_the_command_line(command: tuple[str | Path, ...], tmp_path: Path) -> None:
    """Exit code 2, the file is named, and nothing of it was run; every command that loads rules knows the option."""
    folder = with_python(tmp_path / "pack")
    done = run_inside(*command, "--rules", folder, "--no-python-rules", variables=ENGLISH)
    assert (done.code, done.out) == (2, "")
    assert done.err == f"xxgk-lint: {folder / 'own.py'}: {WORDS}\n"
    assert not (folder / "ran").exists()


def test_refused_by_the_configuration(tmp_path: Path) -> None:
    folder = with_python(tmp_path / "pack")
    configuration = tmp_path / "lint.toml"
    configuration.write_text('python-rules = false\nrules = ["pack"]\n', encoding="utf-8")
    done = run_inside("check", CLEAN, "--config", configuration, variables=ENGLISH)
    assert (done.code, done.err) == (2, f"xxgk-lint: {folder / 'own.py'}: {WORDS}\n")
    assert not (folder / "ran").exists()


@pytest.mark.parametrize("where", ["below/deep.py", "other.py", "loud.PY"])
def test_any_python_file_is_refused(where: str, tmp_path: Path) -> None:
    """Whether a rule names it or not: nobody has to find out."""
    folder = pack(tmp_path, PACK, own=RULE)
    (folder / where).parent.mkdir(exist_ok=True)
    (folder / where).write_text(LOUD, encoding="utf-8")
    done = run_inside("check", CLEAN, "--rules", folder, "--no-python-rules", variables=ENGLISH)
    assert (done.code, done.err) == (2, f"xxgk-lint: {folder / where}: {WORDS}\n")


def test_packs_without_python_are_taken(tmp_path: Path) -> None:
    """Also where a rule takes over a shipped check in Python: that is ours."""
    folder = pack(tmp_path, PACK, own=RULE, more="id: ZZ006\nextends: PL006\n")
    done = run_inside("check", CLEAN, "--rules", folder, "--no-python-rules")
    assert (done.code, done.err) == (0, "")


def test_python_is_run_where_nobody_says_otherwise(tmp_path: Path) -> None:
    """The folder was named, which is as good as asking for it."""
    folder = with_python(tmp_path)
    assert run_inside("rules", "list", "--rules", folder).code == 0
    assert (folder / "ran").exists()
