"""The rule book: all rules of a run and the layouts of the form."""

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from lint.model.rule import Rule, ordered
from lint.model.text import Text
from lint.resources import bundle_root
from lint.rulebook.building import build
from lint.rulebook.compiled import load_bundle
from lint.rulebook.options import refuse_unknown

if TYPE_CHECKING:
    from lint.model.layout import Layout
    from lint.readers.labels import Indexes

NOTHING_SET: Mapping[str, Mapping[str, object]] = MappingProxyType({})


class Rulebook:
    """Rules in the order of their ids, and layouts by edition, built when first asked for."""

    def __init__(self, rules: tuple[Rule, ...], layout_specs: Mapping[str, Mapping[str, Any]]) -> None:
        self.rules = rules
        self._specs = layout_specs
        self._layouts: dict[str, Layout] = {}
        self._labels: Indexes | None = None

    def layout(self, edition: str) -> "Layout":
        """The layout of one edition. Raises KeyError for an unknown one."""
        if edition not in self._layouts:
            from lint.rulebook.layouts import build_layout  # noqa: PLC0415 - a clean JSON report needs no words

            self._layouts[edition] = build_layout(self._specs[edition])
        return self._layouts[edition]

    def labels(self) -> "Indexes":
        """The labels of all editions, by which documents are read."""
        if self._labels is None:
            from lint.readers.labels import indexes  # noqa: PLC0415 - a JSON report needs none

            self._labels = indexes(self.layouts())
        return self._labels

    def layouts(self) -> "tuple[Layout, ...]":
        """All layouts, the newest first."""
        return tuple(self.layout(edition) for edition in sorted(self._specs, reverse=True))


def load(
    cache: Path | None = None,
    folders: tuple[Path, ...] = (),
    options: Mapping[str, Mapping[str, object]] = NOTHING_SET,
    *,
    python: bool = True,
) -> Rulebook:
    """The bundled rules and those of further folders, their options as the configuration sets them.

    ``python`` says whether rules of the folders may be in Python. Raises RuleError where a rule or pack does not load,
    ConfigError where an option is unknown or of another type.
    """
    root = bundle_root()
    bundle = load_bundle(root, cache)
    rules = [_built(spec, f"{root}{os.sep}{spec['source']}", options) for spec in bundle["rules"]]
    if folders:
        rules = list(_with_folders(rules, folders, options, python=python))
    _refuse_doubled(rules)
    refuse_unknown(rules, options)
    return Rulebook(ordered(iter(rules)), bundle["layouts"])


def _built(spec: Mapping[str, Any], source: str, options: Mapping[str, Mapping[str, object]]) -> Rule:
    return build(spec, source, options.get(spec["id"], {}), known=True)


def _with_folders(
    shipped: Sequence[Rule], paths: tuple[Path, ...], options: Mapping[str, Mapping[str, object]], *, python: bool
) -> Iterator[Rule]:
    """The shipped rules, regraded where a pack says so, and those of the folders, each as one of its pack."""
    from lint.rulebook.folders import all_packs, read_folder  # noqa: PLC0415 - most runs have no rules but the shipped
    from lint.rulebook.packs import of_pack, refuse_doubled, regraded  # noqa: PLC0415

    folders = [read_folder(path, python=python) for path in paths]
    packs = list(all_packs(folders))
    refuse_doubled(packs)
    for packed in packs:
        packed.refuse_unknown(rule.id for rule in shipped)
    yield from regraded(shipped, packs)
    for folder in folders:
        for spec in folder.specs:
            source = folder.path / spec["source"]
            packed_in = folder.pack_of(source)
            # What the file of another says of its screen is not taken on trust: the tests hold those of ours only.
            rule = _built(spec, str(source), options)._replace(screen=None)
            yield rule if packed_in is None else of_pack(rule, packed_in)


def _refuse_doubled(rules: list[Rule]) -> None:
    """No id and no name stands for two rules. Raises RuleError with the place of the second."""
    seen: dict[str, Rule] = {}
    for rule in rules:
        for key, word in (("/id", rule.id), ("/name", rule.name)):
            other = seen.setdefault(word, rule)
            if other is not rule:
                from lint.rulebook.rule_file import parse_mapping  # noqa: PLC0415 - YAML only where something is wrong

                words = Text(f"{word} 已用于 {other.source}", f"{word} is taken by {other.source}")
                raise parse_mapping(Path(rule.source)).error(words, key)
