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
from lint.engine.equations import NOTHING
from lint.model.finding import Finding, Severity
from lint.model.node import Node
from lint.model.pointer import Pointer
from lint.model.rule import Check


class Written(NamedTuple):
    """The ``check`` of a rule file: its options, the given places, and the function beside it (kind python)."""

    options: Mapping[str, Any]
    given: tuple[Pointer, ...]
    function: Callable[[Node], Iterable[Finding]] | None = None


def words_of(option: Any) -> tuple[str, ...]:
    """One word or a list of words, as a tuple."""
    return tuple(option) if isinstance(option, list) else (str(option),)


def _conditions(written: Written) -> Check:
    alternatives = tuple(
        Alternative(tuple(option["holds"]), Severity(option["severity"]) if "severity" in option else None)
        for option in written.options["conditions"]
    )
    return ConditionsCheck(alternatives, written.given, written.options.get("at"), written.options.get("spelled", NOTHING))


def _relation(written: Written) -> Check:
    options = written.options
    return RelationCheck(options["relation"], written.given, options.get("at"), options.get("spelled", NOTHING))


def _python(written: Written) -> Check:
    if written.function is None:
        raise LookupError("no file beside the rule")
    return PythonCheck(written.given, written.function)


def _range(written: Written) -> Check:
    bounds = written.options["range"]
    return RangeCheck(written.given, bounds.get("least"), bounds.get("most"))


CHECKS: dict[str, Callable[[Written], Check]] = {
    "relation": _relation,
    "conditions": _conditions,
    "required": lambda written: RequiredCheck(written.given, words_of(written.options["required"])),
    "range": _range,
    "forbid": lambda written: ForbidCheck(written.given, words_of(written.options["forbid"])),
    "match": lambda written: MatchCheck(written.given, words_of(written.options["match"])),
    "schema": lambda written: SchemaCheck(written.given, words_of(written.options["schema"])),
    "python": _python,
    "linter": lambda written: LinterCheck(),
}
