"""The files of a run that git chooses: those that differ from a revision, or those staged for the next commit."""

import os
import subprocess
from collections.abc import Iterable, Sequence

from lint.model.errors import UsageError
from lint.model.text import Text
from lint.readers.files import Target, Wanted, is_collection, is_wanted

_SECONDS = 60
# Inside a hook these speak of the commit that is made, from the top of the working tree; we ask from other folders.
_OF_A_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")
_NO_GIT = Text("需要 git，但没有找到", "git is needed, and was not found")


def changed_since(revision: str, wanted: Wanted) -> Wanted:
    """Of the files those that differ from the revision, or are new to it; and those that are not there at all.

    Raises UsageError where there is no git, no repository, or no such revision.
    """
    top = _top(_folder_around(target.path for target in wanted.targets))
    files, folders = _changed(_commit(revision, top), top)
    kept = [target for target in wanted.targets if _is_missing(target) or _is_in(target.path, files, folders)]
    return wanted._replace(targets=tuple(kept))


def staged() -> tuple[list[str], list[str]]:
    """The files staged in the repository around this folder, and which of them look different in the folder.

    Raises UsageError where there is no git or no repository.
    """
    top = _top(os.curdir)
    names = _git(top, "diff", "--cached", "--name-only", "--no-renames", "--diff-filter=d", "-z", "--")
    differing = set(_git(top, "diff", "--name-only", "-z", "--"))
    return [_from_here(top, name) for name in names], [_from_here(top, name) for name in names if name in differing]


def chosen(wanted: Wanted, include: tuple[str, ...], exclude: tuple[str, ...]) -> Wanted:
    """The same files as a tool's choice: none is named by the user, so patterns hold, and what is no report may stay.

    A file that is not there was named by somebody, and stays so; so does a collection, which is nothing else unnamed.
    """
    kept = [target for target in wanted.targets if _is_missing(target) or is_wanted(target.path, include, exclude)]
    return Wanted(tuple(Target(one.path, named=_is_missing(one) or is_collection(one)) for one in kept), {})


def unnamed(wanted: Wanted) -> Wanted:
    """The same files, of which the user named none: no collection among them is to be checked, unless it is missing."""
    kept = (one._replace(named=_is_missing(one) or not is_collection(one)) for one in wanted.targets)
    return wanted._replace(targets=tuple(kept))


def _is_missing(target: Target) -> bool:
    return target.named and not os.path.lexists(target.path)


def _is_in(path: str, files: frozenset[str], folders: tuple[str, ...]) -> bool:
    real = os.path.realpath(path)
    return real in files or real.startswith(folders)


def _folder_around(paths: Iterable[str]) -> str:
    """The nearest folder that is there and holds all paths; this one where there is none."""
    above = {os.path.dirname(os.path.abspath(path)) for path in paths}  # noqa: PTH100, PTH120 - plain strings
    try:
        folder = os.path.commonpath(sorted(above)) if above else os.curdir
    except ValueError:  # several drives of Windows
        return os.curdir
    while not os.path.isdir(folder):  # noqa: PTH112
        folder = os.path.dirname(folder)  # noqa: PTH120
    return folder


def _top(folder: str) -> str:
    (line,) = _git(folder, "rev-parse", "--show-toplevel", ends="\n")
    return line


def _commit(revision: str, top: str) -> str:
    unknown = Text(f"没有版本“{revision}”", f"there is no revision '{revision}'")
    # No name in git begins with a dash; what does would be taken for an option.
    if revision.startswith("-"):
        raise UsageError(unknown)
    (commit,) = _git(top, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}", ends="\n", refused=unknown)
    return commit


def _changed(commit: str, top: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The files that changed, and the folders, each with its separator, of which git says no more than that: other
    repositories within this one.
    """
    known = _git(top, "diff", "--name-only", "--no-renames", "--ignore-submodules=none", "-z", commit, "--")
    new = _git(top, "ls-files", "--others", "--exclude-standard", "-z")
    paths = [os.path.join(top, name) for name in (*known, *new)]  # noqa: PTH118
    folders = tuple(os.path.realpath(path) + os.sep for path in paths if os.path.isdir(path))  # noqa: PTH112
    return frozenset(map(os.path.realpath, paths)), folders


def _from_here(top: str, name: str) -> str:
    """A path as seen from this folder."""
    path = os.path.join(top, name)  # noqa: PTH118
    try:
        return os.path.relpath(path, os.path.realpath(os.curdir))
    except ValueError:  # another drive of Windows
        return path


def _git(folder: str, *arguments: str, ends: str = "\0", refused: Text | None = None) -> list[str]:
    """What git says, piece by piece. Raises UsageError where it cannot: with ``refused``, where that is why."""
    command: Sequence[str] = ("git", *arguments)
    environment = {name: value for name, value in os.environ.items() if name not in _OF_A_HOOK}
    try:
        done = subprocess.run(  # noqa: S603 - git, arguments apart
            command, cwd=folder, env=environment, capture_output=True, stdin=subprocess.DEVNULL, timeout=_SECONDS,
            check=False,
        )  # fmt: skip
    except FileNotFoundError:
        raise UsageError(_NO_GIT) from None
    except (subprocess.SubprocessError, OSError) as error:
        raise UsageError(_cannot(type(error).__name__)) from None
    if done.returncode:
        raise UsageError(refused or _cannot(_reason(done)))
    said = os.fsdecode(done.stdout).removesuffix(ends)
    return said.split(ends) if said else []


def _reason(done: subprocess.CompletedProcess[bytes]) -> str:
    lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[0] if lines else f"{done.returncode}"


def _cannot(reason: str) -> Text:
    return Text(f"git 无法比较：{reason}", f"git cannot compare: {reason}")
