"""All check kinds in one table: one new kind is one new file and one new line. Each is imported when needed."""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple

from lint.model.finding import Finding
from lint.model.node import Node
from lint.model.pointer import Pointer
from lint.model.rule import Check


class Written(NamedTuple):
    """The ``check`` of a rule file: its options, the given places, and the function beside it (kind python)."""

    options: Mapping[str, Any]
    given: tuple[Pointer, ...]
    function: Callable[[Node], Iterable[Finding]] | None = None


# The module below this package; its function ``made`` makes a check of what is written.
CHECKS: dict[str, str] = {
    "relation": "relation",
    "conditions": "conditions",
    "required": "required",
    "range": "bounds",
    "forbid": "forbid",
    "match": "match",
    "remark": "remark",
    "stated": "stated",
    "change": "change",
    "carried": "carried",
    "aggregate": "aggregate",
    "similarity": "similarity",
    "schema": "schema",
    "python": "python",
    "linter": "linter",
}


def make(kind: str, written: Written) -> Check:
    """A check of a kind. Raises RuleError where its options make no sense, KeyError for an unknown kind."""
    return _maker(kind)(written)


@cache
def _maker(kind: str) -> Callable[[Written], Check]:
    made: Callable[[Written], Check] = import_module(f"lint.engine.checks.{CHECKS[kind]}").made
    return made


def words_of(option: Any) -> tuple[str, ...]:
    """One word or a list of words, as a tuple."""
    return tuple(option) if isinstance(option, list) else (str(option),)
