"""The tutorial for rule authors is followed to the letter: files are written and commands run, in their order."""

import difflib
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

import lint

ROOT = Path(__file__).parents[1]
PAGES = {"tutorial.md": "en_US.UTF-8", "tutorial.zh-CN.md": "zh_CN.UTF-8"}
STEP = re.compile(r'^```(?:console\n\$ xxgk-lint ([^\n]+)|\w+ title="([^"]+)")\n(.*?)^```$', re.DOTALL | re.MULTILINE)
CUT = "…\n"
KEPT = 3  # lines of comment at the head of a new rule file, which the tutorial leaves as they are
MOST = {"declared": 25, "python": 20}  # lines that an author has to write


class Followed(NamedTuple):
    """What came of the tutorial: each command with what it said and what is shown, and the lines that were written."""

    commands: list[tuple[str, str, str]]
    written: dict[str, int]
    folder: Path


def said(command: str, language: str, folder: Path) -> str:
    environment = {**os.environ, "LC_ALL": language, "COLUMNS": "100", "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
    arguments = (sys.executable, "-m", "lint", *shlex.split(command))
    done = subprocess.run(arguments, cwd=folder, env=environment, capture_output=True, check=False)
    return (done.stdout + done.stderr).decode()


def write(path: Path, text: str) -> int:
    """Write a file as the tutorial shows it; how many of its lines were not there before."""
    before = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    if before and path.suffix == ".yaml" and before[0].startswith("# yaml-language-server"):
        text = "\n".join([*before[:KEPT], text])
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return sum(line.startswith("+ ") for line in difflib.ndiff(before, text.splitlines()))


@pytest.fixture(scope="module", params=PAGES)
def followed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Followed:
    folder = tmp_path_factory.mktemp("author")
    page = (ROOT / "docs" / "authors" / request.param).read_text(encoding="utf-8")
    commands: list[tuple[str, str, str]] = []
    written: dict[str, int] = {}
    for command, name, text in STEP.findall(page):
        if name:
            written[name] = written.get(name, 0) + write(folder / name, text)
        else:
            commands.append((command, said(command, PAGES[request.param], folder), text))
    return Followed(commands, written, folder)


def test_every_block_is_followed(followed: Followed) -> None:
    """No fenced block is passed over: each is a command or a file."""
    for name in PAGES:
        page = (ROOT / "docs" / "authors" / name).read_text(encoding="utf-8")
        assert len(STEP.findall(page)) == page.count("\n```") / 2
    assert (len(followed.commands), len(followed.written)) == (7, 6)


def test_commands_say_what_is_shown(followed: Followed) -> None:
    for command, output, shown in followed.commands:
        left = "".join(output.split())
        for piece in filter(None, ("".join(part.split()) for part in shown.split(CUT))):
            assert piece in left, command
            left = left.partition(piece)[2]
        assert shown.endswith(CUT) or not left, command


def test_how_many_lines_an_author_writes(followed: Followed) -> None:
    """A declared rule in both languages with its examples and its pack; then one in Python."""
    lines = {"declared": 0, "python": 0}
    for name, count in followed.written.items():
        if name.startswith("our-rules/"):
            lines["python" if "zz002" in name else "declared"] += count
    assert 0 < lines["declared"] <= MOST["declared"]
    assert 0 < lines["python"] <= MOST["python"]


def test_nothing_is_left_to_be_filled_in(followed: Followed) -> None:
    for path in (followed.folder / "our-rules").iterdir():
        assert not re.search("待填写|to be filled in", path.read_text(encoding="utf-8"))


def test_both_pages_are_the_same_tutorial() -> None:
    """The same files and the same commands in both languages."""
    steps = [
        [(command, name, text if name else "") for command, name, text in STEP.findall(page)]
        for page in ((ROOT / "docs" / "authors" / name).read_text(encoding="utf-8") for name in PAGES)
    ]
    assert steps[0] == steps[1]


# ---------------------------------------------------------------------------------------------------------- embedding


def test_the_program_for_embedders_says_what_is_shown() -> None:
    page = (ROOT / "docs" / "authors" / "embedding.md").read_text(encoding="utf-8")
    (program,) = re.findall(r"^```python\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    (shown,) = re.findall(r"^```text\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}
    done = subprocess.run((sys.executable, "-c", program), cwd=ROOT, env=environment, capture_output=True, check=True)
    assert done.stdout.decode() == shown


def test_every_public_name_is_told_to_embedders() -> None:
    """Or is a type of something that is."""
    page = (ROOT / "docs" / "authors" / "embedding.md").read_text(encoding="utf-8")
    assert [
        name
        for name in dir(lint)
        if name not in page and name not in {"Diagnostic", "Finding", "Severity", "__version__"}
    ] == []
