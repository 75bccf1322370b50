"""What the scripts of the peers share: the 42 sums, and the cells of a report. They know nothing of ours.

Each sum is two lists of cells that have to come to the same. A blank counts as nothing.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

SUMS: list[dict[str, list[str]]] = json.loads(Path(__file__).with_name("sums.json").read_text(encoding="utf-8"))
CELLS = sorted({cell for one in SUMS for cells in one.values() for cell in cells})
TABLES = ("applications", "disputes")


def files_of(names: list[str]) -> list[Path]:
    """The files that are named, and those of the folders that are."""
    paths = [Path(name) for name in names]
    return [file for path in paths for file in (sorted(path.glob("*.json")) if path.is_dir() else [path])]


def figures(file: Path) -> dict[str, Any]:
    """The cells of tables three and four under their paths."""
    sections = json.loads(file.read_bytes())["sections"]
    return dict(cell for name in TABLES for cell in _cells(sections[name]["table"], name))


def _cells(table: dict[str, Any], at: str) -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _cells(value, f"{at}/{key}")
        else:
            yield f"{at}/{key}", value


def column(cell: str) -> str:
    """The column of a cell in a collection."""
    table, _, below = cell.partition("/")
    return f"/sections/{table}/table/{below}"


def title(one: dict[str, list[str]]) -> str:
    """What a sum is called."""
    return " + ".join(one["right"])
