"""Folders of rules of others: their rules, the packs that these belong to, and whether Python may be run at all."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from lint.model.errors import RuleError
from lint.model.text import Text
from lint.rulebook.compiled import compile_rules
from lint.rulebook.extending import PACK
from lint.rulebook.packs import Packed, read_pack
from lint.rulebook.sources import files_below

_NO_FOLDER = Text("规则文件夹不存在", "there is no such folder of rules")
_PYTHON = Text(
    "含有 Python 规则，而 --no-python-rules（python-rules = false）不许运行",
    "there is a rule in Python, which --no-python-rules (python-rules = false) does not let run",
)


class Folder(NamedTuple):
    """What a folder holds: rules as compiled, and packs by the folder that each is for."""

    path: Path
    specs: Sequence[dict[str, Any]]
    packs: dict[Path, Packed]

    def pack_of(self, source: Path) -> Packed | None:
        """The pack of a rule file: that of the nearest folder around it, up to the one that was named."""
        for above in source.parents:
            if above in self.packs or above == self.path:
                return self.packs.get(above)
        return None


def read_folder(path: Path, *, python: bool = True) -> Folder:
    """The rules and packs of a folder.

    Raises RuleError where one does not load; where ``python`` is false, before anything is read if a file of the folder
    could be run.
    """
    if not path.is_dir():
        raise RuleError(_NO_FOLDER, str(path))
    try:
        files = files_below(path)
    except OSError as error:
        words = Text(f"文件夹无法读取：{error.strerror}", f"the folder cannot be read: {error.strerror}")
        raise RuleError(words, str(error.filename)) from None
    for program in files if not python else ():
        if program.suffix.lower() == ".py":
            raise RuleError(_PYTHON, str(program))
    written = [file for file in files if file.suffix in (".yaml", ".yml") and file.name != PACK]
    packs = {file.parent: read_pack(file) for file in files if file.name == PACK}
    return Folder(path, compile_rules(written, path), packs)


def all_packs(folders: Sequence[Folder]) -> Iterator[Packed]:
    """The packs of all folders, in their order."""
    return (packed for folder in folders for _, packed in sorted(folder.packs.items()))
