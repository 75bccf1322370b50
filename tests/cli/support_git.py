"""Git repositories made for a test, of which nothing of the machine's own configuration decides anything."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

GIT_ENVIRONMENT = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "a",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "a",
    "GIT_COMMITTER_EMAIL": "a@example.org",
}


def git(folder: Path, *arguments: str | Path, variables: Mapping[str, str] | None = None) -> str:
    """Run git in a folder; what it said."""
    environment = {**os.environ, **GIT_ENVIRONMENT, **(variables or {})}
    command = ("git", *map(str, arguments))
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8",
        check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def repository(folder: Path) -> Path:
    """An empty repository, its first branch called main."""
    folder.mkdir(parents=True, exist_ok=True)
    git(folder, "init", "--quiet", "--initial-branch=main")
    return folder


def commit_all(folder: Path, words: str = "a") -> str:
    """Everything committed; the commit."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", words)
    return git(folder, "rev-parse", "HEAD").strip()
