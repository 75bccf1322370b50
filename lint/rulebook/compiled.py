"""The compiled rule set: parsing some sixty YAML files at each start would take longer than the whole check.

A wheel carries it; elsewhere it lies in the user's cache. Either is used only where its digest fits the content of
the rule files, so that an author never has to think of it. Content is read again only where a file has moved.
"""

import contextlib
import json
import os
import time
import zlib
from collections.abc import Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, TypeAlias

from lint import __version__
from lint.model.errors import RuleError
from lint.model.form import CELLS
from lint.model.rule import Rule
from lint.model.text import Text
from lint.rulebook.seen import note, recall, stamp_of
from lint.rulebook.sources import content_marks, rule_files

Compiled: TypeAlias = Mapping[str, Any]
FORMAT = "1"
NAME = "compiled.json"


def compile_bundle(root: Path) -> str:
    """The compiled rules and layouts below ``root`` as JSON text. Raises RuleError where a file does not load."""
    return _text(_compile(root, _bundle_files(root)))


def load_bundle(root: Path, cache: Path | None) -> Compiled:
    """The bundled rules and layouts, compiled. Raises RuleError where a file does not load."""
    stamp = stamp_of(root, _code()) if cache else None
    digest = recall(cache, root, stamp) if cache and stamp else None
    found = _read(_kept(cache, digest)) if cache and digest else None
    if found is not None and _digest(found.get("marks")) == digest:
        return found
    found, noted = _by_content(root, cache)
    # A further change of files that changed just now might go unseen.
    if cache and stamp and noted and stamp.settled(time.time_ns()):
        path, text = note(cache, root, stamp, _digest(found["marks"]))
        _write(path, text)
    return found


def _by_content(root: Path, cache: Path | None) -> tuple[Compiled, bool]:
    """The compiled rules that fit the content of all files, and whether they are in the cache.

    An installed bundle has its own, and nothing is written into the cache then.
    """
    files = _bundle_files(root)
    marks = _marks(files)
    kept = _kept(cache, _digest(marks)) if cache else None
    for path in (root / NAME, kept):
        found = _read(path) if path else None
        if found is not None and found.get("marks") == marks:
            return found, path == kept
    compiled = _compile(root, files)
    if kept:
        _write(kept, _text(compiled))
    return compiled, kept is not None


def _kept(cache: Path, digest: str) -> Path:
    return cache / f"rules-{digest}.json"


def _digest(marks: object) -> str:
    return f"{zlib.crc32(' '.join(map(str, marks)).encode()):08x}" if isinstance(marks, list) else ""


def compile_rules(files: Sequence[Path], root: Path) -> list[dict[str, Any]]:
    """Each rule file without its examples, checked by building it once. Raises RuleError."""
    from lint.rulebook.rule_file import parse, rule_of, with_program  # noqa: PLC0415 - YAML only where nothing compiled fits

    specs: list[dict[str, Any]] = []
    seen: dict[str, Path] = {}
    for path in files:
        parsed = parse(path)
        spec = _compact(with_program(parsed), rule_of(parsed))
        for key in ("id", "name"):
            word = spec[key]
            if word in seen:
                raise parsed.error(Text(f"{word} 已用于 {seen[word]}", f"{word} is taken by {seen[word]}"), f"/{key}")
            seen[word] = path
        specs.append({**spec, "source": os.path.relpath(path, root)})
    return specs


def _compact(spec: Mapping[str, Any], rule: Rule) -> dict[str, Any]:
    """A rule without its examples, its relations spelled out."""
    from lint.engine.checks.conditions import ConditionsCheck  # noqa: PLC0415 - as above
    from lint.engine.checks.relation import RelationCheck  # noqa: PLC0415

    compact = {name: value for name, value in spec.items() if name != "examples"}
    if isinstance(rule.check, RelationCheck | ConditionsCheck):
        compact["check"] = {**compact["check"], "spelled": rule.check.spelled()}
    return compact


def _compile(root: Path, files: Sequence[Path]) -> dict[str, Any]:
    from lint.rulebook.layouts import layout_specs  # noqa: PLC0415

    rules = [path for path in files if root / "rules" in path.parents]
    return {
        "marks": _marks(files),
        "rules": compile_rules(rules, root),
        "layouts": layout_specs(root / "schemas" / "layouts"),
    }


def _marks(files: Sequence[Path]) -> list[str]:
    """What the compiled rules rest on: this code, the order of the cells, and the content of the files."""
    return [_code(), *content_marks(files)]


def _code() -> str:
    return f"{__version__}/{FORMAT}/{zlib.crc32(' '.join(CELLS).encode()):08x}"


def _bundle_files(root: Path) -> list[Path]:
    try:
        layouts = rule_files(root / "schemas" / "layouts")
        return [*rule_files(root / "rules"), *layouts, root / "schemas" / "rule.schema.json"]
    except OSError as error:
        raise RuleError(Text("规则文件夹无法读取", "the folder of rules cannot be read"), str(error.filename)) from None


def _text(compiled: Compiled) -> str:
    """As JSON. Decimal numbers of a rule file have few digits: what is written for them reads back the same."""
    return json.dumps(compiled, ensure_ascii=False, default=float)


def _read(path: Path) -> Compiled | None:
    try:
        loaded = json.loads(path.read_bytes(), parse_float=Decimal)
    except (OSError, ValueError, RecursionError):
        return None
    return loaded if isinstance(loaded, dict) else None


def _write(path: Path, text: str) -> None:
    """Write whole or not at all; a cache that cannot be written is no matter."""
    import tempfile  # noqa: PLC0415 - only where something was compiled

    name = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".rules-")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        Path(name).replace(path)
    except OSError:
        if name:
            with contextlib.suppress(OSError):
                Path(name).unlink(missing_ok=True)
