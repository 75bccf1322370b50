"""The rule files of a folder, and a digest of their content."""

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path


def rule_files(folder: Path) -> list[Path]:
    """Every YAML file below a folder, in the order of their paths; hidden ones are left out."""
    return sorted(path for path in _walk(folder) if path.suffix in (".yaml", ".yml"))


def _walk(folder: Path) -> Iterator[Path]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith((".", "_")):
                continue
            if entry.is_dir():
                yield from _walk(Path(entry.path))
            else:
                yield Path(entry.path)


def digest(files: Iterable[Path], version: str) -> str:
    """A digest of names and content, so that a compiled rule set is used only for what it was compiled from."""
    told = hashlib.blake2b(version.encode(), digest_size=20)
    for path in files:
        content = path.read_bytes()
        told.update(f"\0{path.parent.name}/{path.name}\0{len(content)}\0".encode())
        told.update(content)
    return told.hexdigest()
