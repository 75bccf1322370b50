"""All check kinds in one table: one new kind is one new file and one new line."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from lint.engine.checks.bounds import RangeCheck
from lint.engine.checks.conditions import Alternative, ConditionsCheck
from lint.engine.checks.linter import LinterCheck
from lint.engine.checks.patterns import ForbidCheck, MatchCheck
from lint.engine.checks.python import PythonCheck
from lint.engine.checks.relation import RelationCheck
from lint.engine.checks.required import RequiredCheck
from lint.engine.checks.schema import SchemaCheck
from lint.model.finding import Finding, Severity
from lint.model.node import Node
from lint.model.pointer import Pointer
from lint.model.rule import Check


class Written(NamedTuple):
    """The ``check`` of a rule file: its options, the given places, and the function beside it (kind python)."""

    options: Mapping[str, Any]
    given: tuple[Pointer, ...]
    function: Callable[[Node], Iterable[Finding]] | None = None


def _words(option: Any) -> tuple[str, ...]:
    return tuple(option) if isinstance(option, list) else (str(option),)


def _conditions(written: Written) -> Check:
    alternatives = tuple(
        Alternative(tuple(option["holds"]), Severity(option["severity"]) if "severity" in option else None)
        for option in written.options["conditions"]
    )
    return ConditionsCheck(alternatives, written.given, written.options.get("at"))


def _python(written: Written) -> Check:
    if written.function is None:
        raise LookupError("no file beside the rule")
    return PythonCheck(written.given, written.function)


def _range(written: Written) -> Check:
    bounds = written.options["range"]
    return RangeCheck(written.given, bounds.get("least"), bounds.get("most"))


CHECKS: dict[str, Callable[[Written], Check]] = {
    "relation": lambda written: RelationCheck(written.options["relation"], written.given, written.options.get("at")),
    "conditions": _conditions,
    "required": lambda written: RequiredCheck(written.given, _words(written.options["required"])),
    "range": _range,
    "forbid": lambda written: ForbidCheck(written.given, _words(written.options["forbid"])),
    "match": lambda written: MatchCheck(written.given, _words(written.options["match"])),
    "schema": lambda written: SchemaCheck(written.given, _words(written.options["schema"])),
    "python": _python,
    "linter": lambda written: LinterCheck(),
}
