"""Which rules are asked: by id, name or family, the longer match wins."""

from collections.abc import Iterable

from lint.model.errors import UsageError
from lint.model.rule import Rule
from lint.model.text import Text

ALWAYS = "LT"


def choose(rules: Iterable[Rule], select: tuple[str, ...], ignore: tuple[str, ...]) -> tuple[Rule, ...]:
    """The rules to ask. Family LT is always among them, retired rules never.

    Raises UsageError where a word fits no rule at all, or where nothing is left to ask.
    """
    known = tuple(rules)
    _refuse_unknown(known, (*select, *ignore))
    chosen = tuple(rule for rule in known if rule.status != "retired" and _chosen(rule, select, ignore))
    if all(rule.family == ALWAYS for rule in chosen):
        raise UsageError(Text("按所选规则没有可问的问题", "the selection leaves no rule to ask"))
    return chosen


def _chosen(rule: Rule, select: tuple[str, ...], ignore: tuple[str, ...]) -> bool:
    if rule.family == ALWAYS:
        return True
    wanted = _length(rule, select) if select else 1
    return wanted > _length(rule, ignore)


def _length(rule: Rule, words: tuple[str, ...]) -> int:
    """How closely the closest word fits: 0 not at all, 1 all rules, else the length of what it fits."""
    return max((_fit(rule, word) for word in words), default=0)


def _fit(rule: Rule, word: str) -> int:
    if word == rule.name:
        return len(rule.id)
    if word.upper() == "ALL":
        return 1
    return len(word) if rule.id.startswith(word) and word[:2] == rule.family else 0


def _refuse_unknown(rules: tuple[Rule, ...], words: tuple[str, ...]) -> None:
    for word in words:
        if not any(_fit(rule, word) for rule in rules):
            raise UsageError(
                Text(f"没有规则的编号、名称或类别是“{word}”", f"no rule has the id, name or family '{word}'")
            )
