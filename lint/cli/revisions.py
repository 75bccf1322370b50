"""The files of a run that changed since a revision of the repository around them."""

import os
import subprocess
from collections.abc import Sequence

from lint.model.errors import UsageError
from lint.model.text import Text
from lint.readers.files import Target, Wanted

_SECONDS = 60


def changed_since(revision: str, wanted: Wanted) -> Wanted:
    """Of the files those that differ from the revision, or are new; a tool chose them, so none is named by the user.

    Raises UsageError where there is no git, no repository, or no such revision.
    """
    if not wanted.targets:
        return wanted
    folders = {os.path.dirname(os.path.abspath(target.path)) for target in wanted.targets}  # noqa: PTH100, PTH120
    changed = _changed(revision, os.path.commonpath(sorted(folders)))
    kept = [target for target in wanted.targets if os.path.realpath(target.path) in changed]
    return chosen(wanted._replace(targets=tuple(kept)))


def chosen(wanted: Wanted) -> Wanted:
    """The same files as a tool's choice: what is no report among them is passed over."""
    return Wanted(tuple(Target(target.path, named=False) for target in wanted.targets), {})


def _changed(revision: str, folder: str) -> frozenset[str]:
    top = _git(folder, "rev-parse", "--show-toplevel").rstrip("\n")
    commit = _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", words=revision)
    known = _git(top, "diff", "--name-only", "--no-renames", "-z", commit.strip(), "--")
    new = _git(top, "ls-files", "--others", "--exclude-standard", "-z")
    names = filter(None, (known + new).split("\0"))
    return frozenset(os.path.realpath(os.path.join(top, name)) for name in names)  # noqa: PTH118 - plain strings


def _git(folder: str, *arguments: str, words: str = "") -> str:
    """What git says. Raises UsageError where it cannot."""
    command: Sequence[str] = ("git", "-C", folder, *arguments)
    try:
        done = subprocess.run(  # noqa: S603 - git, arguments apart, a revision never taken for an option
            command, capture_output=True, stdin=subprocess.DEVNULL, timeout=_SECONDS, check=True, encoding="utf-8",
            errors="surrogateescape",
        )  # fmt: skip
    except FileNotFoundError:
        raise UsageError(Text("--changed-since 需要 git", "--changed-since needs git")) from None
    except (subprocess.SubprocessError, OSError) as error:
        said = (getattr(error, "stderr", None) or "").strip().splitlines()
        if words:
            raise UsageError(Text(f"没有版本“{words}”", f"there is no revision '{words}'")) from None
        reason = said[0] if said else type(error).__name__
        raise UsageError(Text(f"git 无法比较：{reason}", f"git cannot compare: {reason}")) from None
    return done.stdout
