"""What docs/ shows is what happens: the commands of a page are run in order, in one shell, in a folder of their own."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from lint.cli.check import check
from lint.cli.options import gather
from lint.readers.yaml_ import parse_yaml
from tests.cli.support_git import GIT_ENVIRONMENT

ROOT = Path(__file__).parents[1]
PAGES = sorted((ROOT / "docs").glob("*.md"))
CUT = "…"
MARK = "-- end of a command --"
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


class Shown(NamedTuple):
    """A command, and what a page says that it says."""

    command: str
    said: str


def shown(page: Path) -> list[Shown]:
    """The commands of a page in their order."""
    text = page.read_text(encoding="utf-8")
    return [Shown(*found) for block in CONSOLE.findall(text) for found in COMMAND.findall(block)]


def fenced(page: Path, language: str) -> list[str]:
    """The blocks of a page in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with what the pages speak of, and the program on the path."""
    for name in ("examples", "ci"):
        shutil.copytree(ROOT / name, tmp_path / "desk" / name)
    program = tmp_path / "bin" / "xxgk-lint"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m lint "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return tmp_path / "desk"


def said(commands: list[str], desk: Path) -> list[str]:
    """What each command says, errors among the rest as on a terminal; the exit code of one is ``$?`` to the next."""
    script = "".join(f"{command}\nleft=$?; echo '{MARK}'; (exit $left)\n" for command in commands)
    path = f"{desk.parent / 'bin'}{os.pathsep}{os.environ['PATH']}"
    own = {"PATH": path, "LC_ALL": "C.UTF-8", "LANG": "zh_CN.UTF-8", "COLUMNS": "100", "TMPDIR": str(desk.parent)}
    kept = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "FORCE_COLOR", "PYTHONPATH"}}
    done = subprocess.run(
        ("/bin/sh",), cwd=desk, env={**kept, **GIT_ENVIRONMENT, **own}, input=script, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, encoding="utf-8", check=False, timeout=300,
    )  # fmt: skip
    return done.stdout.split(f"{MARK}\n")[:-1]


def fits(claimed: str, found: str) -> bool:
    """Whether a page shows what was found, but for white space and where it says that it cuts."""
    pieces = [re.escape("".join(piece.split())) for piece in claimed.split(CUT)]
    return re.fullmatch(".*".join(pieces), "".join(found.split()), re.DOTALL) is not None


@pytest.mark.skipif(os.name != "posix", reason="the pages show a POSIX shell")
@pytest.mark.needs_program("git")
@pytest.mark.parametrize("page", [page for page in PAGES if shown(page)], ids=lambda page: page.name)
def test_the_commands_say_what_is_shown(page: Path, desk: Path) -> None:
    every = shown(page)
    found = said([one.command for one in every], desk)
    assert len(found) == len(every)
    for one, output in zip(every, found, strict=True):
        assert fits(one.said, output), f"$ {one.command}\n{output}"


@pytest.mark.parametrize(("claimed", "found"), [("a\n", "b\n"), ("a…\n", "b a\n"), ("…a\n", "a b\n"), ("", "a\n")])
def test_what_differs_does_not_fit(claimed: str, found: str) -> None:
    assert not fits(claimed, found)


def test_every_page_is_read() -> None:
    assert {"ci.md", "desk.md", "exit-codes.md"} <= {page.name for page in PAGES if shown(page)}


@pytest.mark.parametrize("page", [*PAGES, ROOT / "README.md", ROOT / "README.zh-CN.md"], ids=lambda page: page.name)
def test_the_links_lead_somewhere(page: Path) -> None:
    links = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if "://" not in link]
    assert [link for link in links if not (page.parent / link).exists()] == []


def _keys(schema: object) -> set[str]:
    """All names of properties in a schema."""
    if isinstance(schema, list):
        return set().union(*map(_keys, schema))
    if not isinstance(schema, dict):
        return set()
    return set(schema.get("properties", ())).union(*map(_keys, schema.values()))


def test_every_key_of_the_output_is_described() -> None:
    schema = json.loads((ROOT / "schemas" / "output.schema.json").read_text(encoding="utf-8"))
    text = (ROOT / "docs" / "json.md").read_text(encoding="utf-8")
    assert {"fingerprint", "decided", "passed_over"} <= _keys(schema)
    assert [key for key in sorted(_keys(schema)) if f"`{key}`" not in text] == []


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_every_option_of_check_is_described(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    options = [option for parameter in check.params for option in parameter.opts if option.startswith("--")]
    assert "--changed-since" in options
    assert [option for option in options if f"`{option}" not in text] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_blocks_of_yaml_can_be_read(page: Path) -> None:
    for block in fenced(page, "yaml"):
        parse_yaml(block)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_configurations_are_taken(page: Path, tmp_path: Path) -> None:
    for number, block in enumerate(fenced(page, "toml")):
        path = tmp_path / f"{number}.toml"
        path.write_text(block, encoding="utf-8")
        assert any(origin.source == str(path) for origin in gather({}, path).values())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_shell_takes_what_it_is_given(page: Path) -> None:
    """What is not run here, since it asks for a network, is no nonsense at least."""
    for block in fenced(page, "sh"):
        done = subprocess.run(("/bin/sh", "-n"), input=block, capture_output=True, encoding="utf-8", check=False)
        assert done.stderr == ""
