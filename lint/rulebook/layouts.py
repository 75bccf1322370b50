"""The layout files of the form: where documents keep what the tree holds."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from lint.model.layout import Label, Layout
from lint.model.text import Text
from lint.rulebook.rule_file import parse_mapping

_LISTS = "sections blocks block_columns groups rows columns dispute_groups outcomes".split()


def layout_specs(folder: Path) -> dict[str, dict[str, Any]]:
    """The layouts of a folder by edition; one that ``extends`` another holds only what differs."""
    parsed = {
        path.stem.removeprefix("annual-"): dict(parse_mapping(path).spec) for path in sorted(folder.glob("*.yaml"))
    }
    return {edition: _extended(spec, parsed) for edition, spec in parsed.items()}


def _extended(spec: Mapping[str, Any], known: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    base = known.get(str(spec.get("extends", "")), {})
    return {**base, **{name: value for name, value in spec.items() if name != "extends"}}


def build_layout(spec: Mapping[str, Any]) -> Layout:
    """A layout from what its file says."""
    lists = {name: tuple(_labels(spec[name])) for name in _LISTS}
    tables = {name: Text(words["zh"], words["en"]) for name, words in spec["tables"].items()}
    captions = {name: tuple(words) for name, words in spec["captions"].items()}
    return Layout(edition=spec["edition"], document=spec["document"], tables=tables, captions=captions, **lists)


def _labels(written: Iterable[Mapping[str, Any]]) -> Iterable[Label]:
    for label in written:
        words = Text(label["zh"], label["en"])
        yield Label(label["key"], words, tuple(label.get("official", ())), tuple(label.get("variants", ())))
