"""Options of rules: what a rule file declares, and what the configuration says instead."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from lint.model.errors import ConfigError, RuleError
from lint.model.nearest import did_you_mean
from lint.model.rule import Option, OptionValue, Rule
from lint.model.text import Text

# What an option of each type is called in a message.
_TYPES = {
    "integer": Text("整数", "a whole number"),
    "decimal": Text("数字", "a number"),
    "text": Text("文字", "text"),
    "truth": Text("true 或 false", "true or false"),
}


def options_of(spec: Mapping[str, Any], given: Mapping[str, object]) -> tuple[Option, ...]:
    """The options of a rule, each with the given value or else its default.

    Raises RuleError for a default of another type, ConfigError for a given name or value that does not fit.
    """
    declared = spec.get("options", {})
    for name in given:
        if name not in declared:
            raise ConfigError(_unknown(f"options.{spec['id']}.", name, declared))
    return tuple(_option(spec["id"], name, said, given) for name, said in declared.items())


def _option(rule: str, name: str, said: Mapping[str, Any], given: Mapping[str, object]) -> Option:
    kind = said["type"]
    default = _value(kind, _decimal(said["default"]) if kind == "decimal" else said["default"])
    if default is None:
        raise RuleError(_wrong(f"options/{name}/default", kind, said["default"]))
    value = _value(kind, given[name]) if name in given else default
    if value is None:
        raise ConfigError(_wrong(f"options.{rule}.{name}", kind, given[name]))
    return Option(name, default, value, Text(said["about"]["zh"], said["about"]["en"]))


def _value(kind: str, value: object) -> OptionValue | None:
    """The value as the type has it; None where it is of another type."""
    if isinstance(value, bool):
        return value if kind == "truth" else None
    if isinstance(value, int):
        return value if kind == "integer" else Decimal(value) if kind == "decimal" else None
    if isinstance(value, Decimal):
        return value if kind == "decimal" and value.is_finite() else None
    return value if isinstance(value, str) and kind == "text" else None


def _decimal(written: object) -> object:
    """A rule file writes a decimal number in quotation marks, so that nothing on the way makes it a binary one."""
    try:
        return Decimal(written) if isinstance(written, str) else written
    except ArithmeticError:
        return written


def refuse_unknown(rules: Iterable[Rule], given: Mapping[str, object]) -> None:
    """Raise ConfigError where options are given to a rule that is none, or has none."""
    known = {rule.id: rule for rule in rules}
    for name in given:
        if name not in known:
            raise ConfigError(_unknown("options.", name, [rule for rule, one in known.items() if one.options]))
        if not known[name].options:
            raise ConfigError(Text(f"规则 {name} 没有选项", f"rule {name} has no options"))


def _unknown(before: str, name: str, known: Iterable[str]) -> Text:
    near = did_you_mean(name, known)
    return Text(f"不认识的配置项“{before}{name}”{near.zh}", f"unknown key '{before}{name}'{near.en}")


def _wrong(name: str, kind: str, actual: object) -> Text:
    expected, shown = _TYPES[kind], written(actual)
    return Text(f"“{name}”应为{expected.zh}，却是“{shown}”", f"'{name}' should be {expected.en}, not '{shown}'")


def written(value: object) -> str:
    """A value as the configuration writes it, text without its quotes."""
    return str(value).lower() if isinstance(value, bool) else str(value)
