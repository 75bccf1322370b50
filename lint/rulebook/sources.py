"""The files that rules are loaded from, and a mark of their content."""

import os
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path


def rule_files(folder: Path) -> list[Path]:
    """Every YAML file below a folder, in the order of their paths; hidden ones are left out. Raises OSError."""
    return [path for path in files_below(folder) if path.suffix in (".yaml", ".yml")]


def files_below(folder: Path) -> list[Path]:
    """Every file below a folder, in the order of their paths; hidden ones are left out. Raises OSError."""
    return sorted(_walk(folder, frozenset()))


def _walk(folder: Path, above: frozenset[str]) -> Iterator[Path]:
    """The files below; a link to a folder that it lies in itself is not followed round and round."""
    true_path = os.path.realpath(folder)
    if true_path in above:
        return
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith((".", "_")):
                continue
            if entry.is_dir():
                yield from _walk(Path(entry.path), above | {true_path})
            else:
                yield Path(entry.path)


def content_marks(files: Iterable[Path]) -> list[str]:
    """Name, length and checksum of each file: rules compiled before are used only where all of these are the same."""
    return [_mark(path, path.read_bytes()) for path in files]


def _mark(path: Path, content: bytes) -> str:
    return f"{path.parent.name}/{path.name}:{len(content)}:{zlib.crc32(content):08x}"
