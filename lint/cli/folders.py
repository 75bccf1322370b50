"""A folder of pages that takes the place of that of an earlier run, whole or not at all."""

import contextlib
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from lint.cli.output import mode_of
from lint.model.errors import OutputError
from lint.model.text import Text
from lint.readers.own import HEAD, PAGE_MARK

if TYPE_CHECKING:
    from lint.formatters.pages import Page

_OWN_NAME = re.compile(r"index\.html|[0-9]{4,9}(-[\w-]{1,80})?\.html")
_FOREIGN = Text(
    "文件夹里有不是本程序写的“{name}”，不会替换；请指定新的或空的文件夹",
    "the folder holds '{name}', which this program did not write, and is not replaced: name a new or an empty one",
)
_NO_FOLDER = Text("这里已有一个文件，不是文件夹", "a file stands here, no folder")
_INSIDE = Text("不能替换当前所在的文件夹", "the folder in which the program was called cannot be replaced")


def refuse_foreign(path: Path) -> None:
    """Raise OutputError where something stands in the way: a file, a folder with anything else than our own pages.

    What is ours is told by name and mark: an index, and the pages that it numbers.
    """
    try:
        words = _in_the_way(Path(os.path.realpath(path)))
    except OSError as error:
        raise _not_written(error, path) from None
    if words is not None:
        raise OutputError(words, str(path))


def _in_the_way(target: Path) -> Text | None:
    if not target.exists():
        return None
    if not target.is_dir():
        return _NO_FOLDER
    if Path.cwd().is_relative_to(target):
        return _INSIDE
    foreign = next((one.name for one in sorted(target.iterdir()) if not _is_own(one)), None)
    return None if foreign is None else _FOREIGN.fill({"name": foreign})


@contextlib.contextmanager
def replacing_folder(path: Path) -> "Iterator[Callable[[Page], None]]":
    """What takes the pages of a folder, text as UTF-8. Raises OutputError; what stood there then stands untouched.

    The pages are written into a folder beside it, which takes its name once all are there.
    """
    try:
        target = Path(os.path.realpath(path))
        made = Path(tempfile.mkdtemp(dir=target.parent, prefix=".xxgk-lint-", suffix=".part"))
        try:
            yield lambda page: _write(page, made)
            refuse_foreign(path)
            made.chmod(mode_of(target, 0o777))
            _put(made, target)
        finally:
            shutil.rmtree(made, ignore_errors=True)
    except OSError as error:
        raise _not_written(error, path) from None


def _not_written(error: OSError, path: Path) -> OutputError:
    return OutputError(Text(f"无法写入：{error.strerror}", f"cannot be written: {error.strerror}"), str(path))


def _write(page: "Page", folder: Path) -> None:
    with (folder / page.name).open("w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        file.writelines(page.pieces)


def _put(made: Path, target: Path) -> None:
    """Give the folder its name; one of an earlier run is set aside before, put back where that fails, else removed."""
    if not target.exists():
        made.rename(target)
        return
    aside = made.with_suffix(".old")
    target.rename(aside)
    try:
        made.rename(target)
    except BaseException:
        aside.rename(target)
        raise
    with contextlib.suppress(OSError):
        shutil.rmtree(aside)


def _is_own(path: Path) -> bool:
    if path.is_symlink() or not path.is_file() or not _OWN_NAME.fullmatch(path.name):
        return False
    with path.open("rb") as file:
        return PAGE_MARK in file.read(HEAD)
