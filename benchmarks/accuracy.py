"""How exactly documents are read: ``python -m benchmarks.accuracy FOLDER``.

FOLDER holds one folder for each report: ``source.*``, the report in one or more formats, and ``tables.json``, its
figures as a careful reader transcribed them, with the relations that it really breaks. Printed for every report and
format: the cells right of those asked, the sections found, and the errors that are false: broken relations that are not
listed, listed ones that were not found, and tables that were not read though a person could.

``python -m benchmarks.accuracy --rules FOLDER`` prints what the rules say instead: see ``accuracy_rules.py``.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from rich.console import Console
from rich.table import Table

from benchmarks import accuracy_rules
from lint import Checked, Session
from lint.model.form import SECTIONS, TABLES
from lint.model.pointer import parent
from lint.readers.files import suffix_of
from lint.readers.table import READERS

_RELATIONS = ("AR001", "AR002", "AR003", "AR004")


class Score(NamedTuple):
    """One report in one format."""

    name: str
    medium: str
    asked: int
    right: int
    sections: int
    false: tuple[str, ...]
    wrong: tuple[str, ...]


def main(folder: Path) -> int:
    """Print the table; 1 where anything is wrong."""
    session = Session()
    sources = [source for source in sorted(folder.glob("*/source.*")) if suffix_of(source.name) in READERS]
    scores = [score(source, session) for source in sources if source.with_name("tables.json").exists()]
    _print(scores)
    return int(any(one.false or one.wrong for one in scores))


def score(source: Path, session: Session) -> Score:
    """Read and check one file, and hold it against its transcription."""
    truth = json.loads(source.with_name("tables.json").read_text(encoding="utf-8"), parse_float=Decimal)
    checked = session.check_bytes(source.name, source.read_bytes())
    tree = checked.report.tree if checked.report is not None else {}
    cells = dict(_cells(tree.get("sections", {})))
    asked = dict(_asked(truth))
    wrong = [at for at, value in asked.items() if (type(cells.get(at)), cells.get(at)) != (type(value), value)]
    sections = sum(1 for key in SECTIONS if key in tree.get("sections", {}))
    name = source.parent.name
    return Score(
        name, source.suffix[1:], len(asked), len(asked) - len(wrong), sections, _false(checked, truth), tuple(wrong)
    )


def _cells(sections: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Pointer and value of every cell of the tables below ``sections``."""
    for key, at in TABLES.items():
        section = sections.get(key, {})
        table = section.get("table", section) if isinstance(section, dict) else {}
        yield from _leaves(table if isinstance(table, dict) else {}, at)


def _leaves(table: Mapping[str, Any], at: str) -> Iterator[tuple[str, Any]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _leaves(value, f"{at}/{name}")
        elif name not in ("heading", "paragraphs", "not_transcribed"):
            yield f"{at}/{name}", value


def _asked(truth: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The cells to compare: all but those whose place nobody can tell."""
    unsure = tuple(f"/sections{at.replace('/sections', '')}" for at in truth.get("blank_place_uncertain") or ())
    for at, value in _cells(truth["sections"]):
        short = at.replace("/table/", "/")
        if not (unsure and (at.startswith(unsure) or short.startswith(unsure))):
            yield at, value


def _false(checked: Checked, truth: Mapping[str, Any]) -> tuple[str, ...]:
    beyond = tuple(_beyond_reading(truth))
    lost = [one for one in checked.diagnostics if one.rule.startswith("LT")]
    unread = [f"{one.rule} {one.pointer}" for one in lost if not (one.pointer or "").startswith(beyond)]
    found = sorted(_short(one.rule, one.pointer or "") for one in checked.diagnostics if one.rule in _RELATIONS)
    listed = sorted(f"{rule} {where}" for rule, where in truth["broken_relations"])
    added = [f"added {one}" for one in found if one not in listed]
    missed = [f"missed {one}" for one in listed if one not in found]
    return (*unread, *added, *missed)


def _beyond_reading(truth: Mapping[str, Any]) -> Iterator[str]:
    """The rows whose figures the transcriber could not tell apart either."""
    for row in truth["sections"].get("not_transcribed", ()):
        yield f"{TABLES['proactive']}/{row}"


def _short(rule: str, pointer: str) -> str:
    """A broken relation as transcriptions name it: by column, row or group."""
    if rule in ("AR001", "AR002"):
        return f"{rule} {pointer.rpartition('/')[2]}"
    above = parent(pointer) or ""
    return f"{rule} {above if rule == 'AR003' else above.rpartition('/')[2]}"


def _print(scores: list[Score]) -> None:
    table = Table("report", "medium", "cells right", "sections", "false errors", "wrong cells")
    for one in scores:
        wrong = ", ".join(one.wrong[:2]) + (" …" if len(one.wrong) > 2 else "")  # noqa: PLR2004
        table.add_row(
            one.name, one.medium, f"{one.right}/{one.asked}", f"{one.sections}/6", "; ".join(one.false[:3]), wrong
        )
    asked, right = sum(one.asked for one in scores), sum(one.right for one in scores)
    false = sum(len(one.false) for one in scores)
    table.add_row("all", "", f"{right}/{asked}", "", str(false), str(asked - right))
    Console(width=200).print(table)


if __name__ == "__main__":
    *_options, _folder = sys.argv[1:]
    sys.exit((accuracy_rules.main if _options == ["--rules"] else main)(Path(_folder)))
