"""The rule book: all rules of a run and the layouts of the form."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from lint.model.errors import RuleError
from lint.model.rule import Rule, ordered
from lint.model.text import Text
from lint.resources import bundle_root
from lint.rulebook.building import build
from lint.rulebook.compiled import compile_rules, load_bundle
from lint.rulebook.options import refuse_unknown
from lint.rulebook.sources import rule_files

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
) -> Rulebook:
    """The bundled rules and those of further folders, their options as the configuration sets them.

    Raises RuleError where a rule does not load, ConfigError where an option is unknown or of another type.
    """
    root = bundle_root()
    bundle = load_bundle(root, cache)
    specs = [(spec, root) for spec in bundle["rules"]]
    specs += [(spec, folder) for folder in folders for spec in _of_folder(folder)]
    rules = [build(spec, root / spec["source"], options.get(spec["id"], {}), known=True) for spec, root in specs]
    _refuse_doubled(rules)
    refuse_unknown(rules, options)
    return Rulebook(ordered(iter(rules)), bundle["layouts"])


def _of_folder(folder: Path) -> list[dict[str, Any]]:
    if not folder.is_dir():
        raise RuleError(Text("规则文件夹不存在", "there is no such folder of rules"), str(folder))
    try:
        files = rule_files(folder)
    except OSError as error:
        words = Text(f"文件夹无法读取：{error.strerror}", f"the folder cannot be read: {error.strerror}")
        raise RuleError(words, str(error.filename)) from None
    return compile_rules(files, folder)


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
