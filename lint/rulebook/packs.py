"""Packs: what a ``pack.yaml`` says of the rules beside and below it, and of the severity of shipped rules."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from lint import resources
from lint.engine.schemas import Judge, best_judge
from lint.model.finding import Severity
from lint.model.form import EDITIONS
from lint.model.nearest import did_you_mean, one_of
from lint.model.pointer import Pointer
from lint.model.rule import EVERY, Guard, Pack, Regrade, Rule
from lint.model.settings import BODY_LEVELS, KINDS
from lint.model.text import Text
from lint.rulebook.faults import first_fault
from lint.rulebook.rule_file import Parsed, parse_mapping

_LINTER = "LT"
_SCOPES = {"editions": EDITIONS, "kinds": KINDS, "levels": BODY_LEVELS}
_NEVER = Text(
    "LT 族的规则报告检查本身，不能改级别", "rules of family LT tell of the check itself and cannot be regraded"
)
_TAKEN = Text("规则包名 {name} 已用于 {source}", "the name {name} is taken by the pack {source}")
_NOT_ASKED = Text(
    "规则 {id} 与规则包 {name} 所适用的{what}没有相同之处，永远不会问到",
    "rule {id} and its pack {name} have no {what} in common: it would never be asked",
)
_WHAT = {"editions": Text("版本", "edition"), "kinds": Text("机关类别", "kind"), "levels": Text("层级", "level")}


class Packed(NamedTuple):
    """A pack, and what its file says and where."""

    pack: Pack
    parsed: Parsed

    @property
    def regrades(self) -> Iterator[tuple[str, Regrade]]:
        """Ids of shipped rules with what the pack says of each."""
        for identifier, said in self.parsed.spec.get("regrade", {}).items():
            yield identifier, Regrade(Severity(said["severity"]), _text(said["reason"]), self.pack)

    def refuse_unknown(self, shipped: Iterable[str]) -> None:
        """Raise RuleError where a rule that is none, or one of the linter itself, is to be regraded."""
        known = [identifier for identifier in shipped if not identifier.startswith(_LINTER)]
        for identifier in self.parsed.spec.get("regrade", {}):
            at = f"/regrade/{identifier}"
            if identifier.startswith(_LINTER):
                raise self.parsed.error(_NEVER, at)
            if identifier not in known:
                near = did_you_mean(identifier, known)
                words = Text(f"没有自带的规则“{identifier}”{near.zh}", f"no rule '{identifier}' is shipped{near.en}")
                raise self.parsed.error(words, at)


def read_pack(path: Path) -> Packed:
    """The pack that a file describes. Raises RuleError with file, line and column."""
    parsed = parse_mapping(path)
    errors = _judge()(parsed.spec)
    at, words = first_fault(errors, _schema()) if errors else next(_unknown(parsed.spec), ("", None))
    if words is not None:
        raise parsed.error(words, at)
    return Packed(Pack(parsed.spec["name"], _text(parsed.spec["title"]), str(path), _guard(parsed.spec)), parsed)


def refuse_doubled(packs: Iterable[Packed]) -> None:
    """Raise RuleError where two packs have one name."""
    seen: dict[str, Packed] = {}
    for packed in packs:
        other = seen.setdefault(packed.pack.name, packed)
        if other is not packed:
            values = {"name": packed.pack.name, "source": other.pack.source}
            raise packed.parsed.error(_TAKEN.fill(values), "/name")


def of_pack(rule: Rule, packed: Packed) -> Rule:
    """A rule as one of a pack. Raises RuleError where both guards together let no report through."""
    for name, words in _WHAT.items():
        own, all_of = getattr(rule.when, name), getattr(packed.pack.when, name)
        if own and all_of and set(own).isdisjoint(all_of):
            values = {"id": rule.id, "name": packed.pack.name}
            said = (_NOT_ASKED.zh.format(what=words.zh, **values), _NOT_ASKED.en.format(what=words.en, **values))
            raise packed.parsed.error(Text(*said), f"/{name}")
    return rule._replace(pack=packed.pack)


def regraded(rules: Iterable[Rule], packs: Sequence[Packed]) -> Iterator[Rule]:
    """The rules, each with what the packs say of its severity, in the order of the packs."""
    said: dict[str, list[Regrade]] = {}
    for packed in packs:
        for identifier, regrade in packed.regrades:
            said.setdefault(identifier, []).append(regrade)
    return (rule._replace(regrades=tuple(said[rule.id])) if rule.id in said else rule for rule in rules)


def _unknown(spec: Mapping[str, Any]) -> Iterator[tuple[Pointer, Text]]:
    for name, known in _SCOPES.items():
        for number, word in enumerate(spec.get(name, ())):
            if word not in known:
                near = one_of(word, known)
                yield f"/{name}/{number}", Text(f"没有“{word}”{near.zh}", f"there is no '{word}' among {name}{near.en}")


def _guard(spec: Mapping[str, Any]) -> Guard:
    editions, kinds, levels, regions = (tuple(spec.get(name, ())) for name in (*_SCOPES, "regions"))
    made = Guard(editions, kinds, levels, regions=regions)
    return EVERY if made == EVERY else made


def _text(words: Mapping[str, str]) -> Text:
    return Text(words["zh"], words["en"])


@cache
def _schema() -> dict[str, Any]:
    return resources.schema("pack.schema.json")


@cache
def _judge() -> Judge:
    return best_judge(_schema())
