"""Settings of rules that make no sense together: bounds that leave nothing, scopes that no report has, idle options."""

import ast
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeGuard

from lint.model.rule import Rule
from lint.model.text import Text
from lint.rulebook.verifying.found import Found

_SEVERITIES = ("info", "warning", "error")
# The check, the bound that must be the greater one, the other, and whether they may be equal.
_BOUNDS = (
    ("range", "most", "least", True),
    ("change", "most", "least", False),
    ("similarity", "most", "above", False),
)
_EMPTY = Text(
    "{greater}（{most}）须大于 {smaller}（{least}）", "{greater} ({most}) has to be above {smaller} ({least})"
)
_YEARS = Text("起始年度 {least} 晚于终止年度 {most}", "the first year {least} is after the last, {most}")
_RAISED = Text("{value} 高于规则自己的级别 {own}", "{value} is above the severity of the rule, {own}")
_UNUSED = Text("程序中没有用到选项 {name}", "the program does not use the option {name}")
_UNDECLARED = Text("程序用到没有声明的选项 {name}", "the program uses the option {name}, which is not declared")


def sense(rules: Sequence[Rule], specs: Mapping[str, Mapping[str, Any]]) -> Iterator[Found]:
    """What is found about the settings of the rules; ``specs`` says what their files say, and their ``program``."""
    for rule in rules:
        spec = specs[rule.id]
        yield from _bounds(rule.id, spec["check"])
        yield from _scope(rule.id, spec.get("when", {}))
        yield from _severities(rule, spec["check"])
        yield from _options(rule, spec)


def _bounds(rule: str, check: Mapping[str, Any]) -> Iterator[Found]:
    for kind, greater, smaller, equal in _BOUNDS:
        bounds = check.get(kind, {})
        if greater in bounds and smaller in bounds:
            most, least = bounds[greater], bounds[smaller]
            if most < least or (most == least and not equal):
                values = {"greater": greater, "most": str(most), "smaller": smaller, "least": str(least)}
                yield Found("empty-bounds", rule, f"/check/{kind}/{greater}", _EMPTY.fill(values))


def _scope(rule: str, when: Mapping[str, Any]) -> Iterator[Found]:
    first, final = when.get("year_from"), when.get("year_to")
    if first is not None and final is not None and first > final:
        words = _YEARS.fill({"least": str(first), "most": str(final)})
        yield Found("empty-scope", rule, "/when/year_to", words)


def _severities(rule: Rule, check: Mapping[str, Any]) -> Iterator[Found]:
    for number, one in enumerate(check.get("conditions", ())):
        value = one.get("severity", "info")
        if _SEVERITIES.index(value) > _SEVERITIES.index(rule.severity.value):
            words = _RAISED.fill({"value": value, "own": rule.severity.value})
            yield Found("raised-severity", rule.id, f"/check/conditions/{number}/severity", words)


def _options(rule: Rule, spec: Mapping[str, Any]) -> Iterator[Found]:
    declared = spec.get("options", {})
    used = _used(Path(spec["program"]).read_text(encoding="utf-8")) if "python" in spec["check"] else {}
    for name in declared:
        if name not in used:
            yield Found("unused-option", rule.id, f"/options/{name}", _UNUSED.fill({"name": name}))
    for name, certain in used.items():
        if certain and name not in declared:
            yield Found("undeclared-option", rule.id, "/options", _UNDECLARED.fill({"name": name}))


def _used(program: str) -> dict[str, bool]:
    """Every text in a program, and whether it is the name of an option for certain: ``options["name"]``."""
    nodes = list(ast.walk(ast.parse(program)))
    texts = {text: False for node in nodes if (text := _text(node)) is not None}
    named = {text: True for node in nodes if _reads_option(node) and (text := _text(node.slice)) is not None}
    return {**texts, **named}


def _text(node: ast.AST) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _reads_option(node: ast.AST) -> TypeGuard[ast.Subscript]:
    return isinstance(node, ast.Subscript) and isinstance(node.value, ast.Attribute) and node.value.attr == "options"
