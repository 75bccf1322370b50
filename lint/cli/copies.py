"""Where the corrected copy of each file goes."""

import os
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from lint.model.errors import OutputError, UsageError
from lint.model.text import Text
from lint.readers.files import Wanted, suffix_of
from lint.readers.table import READERS

TREES = (".json", ".yaml", ".yml")  # files that are the tree itself: their copies keep their layout
_PATTERN = "*?["
_FOLDER = Text(
    "要另存多份，-o 应是文件夹，这里却是一个文件", "several copies go to a folder, but -o names a file that exists"
)
_ITSELF = Text(
    "副本 {copy} 会覆盖要改正的文件；改原文件请用 --in-place",
    "the copy {copy} would replace a report itself; for that use --in-place",
)
_TWICE = Text("另一份的副本已写入 {copy}", "{copy} is the copy of another report already")
_FORMAT = Text(
    "副本是 {format} 格式，文件名不能以 {suffix} 结尾", "the copy is a {format} file, which cannot end in {suffix}"
)


class Copies:
    """The path of the copy of every file of a run.

    Raises UsageError where several copies would go to one file.
    """

    def __init__(self, wanted: Wanted, output: str) -> None:
        self._sources = {os.path.realpath(target.path) for target in wanted.targets}
        self._taken: set[str] = set()
        single = len(wanted.targets) == 1 and not wanted.walked
        if single and not (output.endswith(("/", os.sep)) or os.path.isdir(output)):  # noqa: PTH112
            self._paths: Mapping[str, Path] = {wanted.targets[0].path: Path(output)}
            return
        if os.path.lexists(output) and not os.path.isdir(output):  # noqa: PTH112
            raise UsageError(_FOLDER, output)
        self._paths = _below(Path(output), wanted)

    def paths(self) -> tuple[Path, ...]:
        """Where all of them go."""
        return tuple(self._paths.values())

    def path_for(self, source: str, suffix: str) -> Path:
        """The path of a copy; ``suffix`` is that of its content.

        Raises OutputError where it would replace a report or another copy, or be called what it is not.
        """
        path = self._paths[source]
        real, called = os.path.realpath(path), suffix_of(str(path))
        if called in READERS and _kind(called) != _kind(suffix):
            raise OutputError(_FORMAT.fill({"format": _kind(suffix), "suffix": called}), source)
        for taken, words in ((self._sources, _ITSELF), (self._taken, _TWICE)):
            if real in taken:
                raise OutputError(words.fill({"copy": str(path)}), source)
        self._taken.add(real)
        return path


def _kind(suffix: str) -> str:
    return "JSON" if suffix == ".json" else "YAML" if suffix in TREES else suffix


def _below(folder: Path, wanted: Wanted) -> dict[str, Path]:
    """Copies below a folder as their files lie below the folders named; those of documents are called NAME.json.

    Where several would have one name, the documents among them keep their whole name: NAME.docx.json.
    """
    roots = {path: _root(above) for above, found in wanted.walked.items() for path in found}
    places = {one.path: _relative(one.path, roots.get(one.path)) for one in wanted.targets}
    plain = {path: _as_json(place) for path, place in places.items()}
    counts = Counter(plain.values())
    return {
        path: folder / (plain[path] if counts[plain[path]] == 1 or _is_tree(place) else place + ".json")
        for path, place in places.items()
    }


def _root(walked: str) -> str:
    """The folder below which a folder or pattern stands."""
    steps = walked.split("/")
    fixed = next((number for number, step in enumerate(steps) if any(sign in step for sign in _PATTERN)), len(steps))
    return "/".join(steps[:fixed]) or ("/" if walked.startswith("/") else ".")


def _relative(path: str, root: str | None) -> str:
    return os.path.basename(path) if root is None else os.path.relpath(path, root)  # noqa: PTH119


def _is_tree(path: str) -> bool:
    return suffix_of(path) in TREES


def _as_json(path: str) -> str:
    return path if _is_tree(path) else os.path.splitext(path)[0] + ".json"  # noqa: PTH122
