"""From what a rule file says to a rule that can be asked."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

from lint.engine.checks.table import CHECKS, Written, make
from lint.model.case import Case
from lint.model.finding import Severity
from lint.model.node import NO_OPTIONS
from lint.model.pointer import Pointer
from lint.model.rule import EVERY, FORM, Answers, Check, Guard, Option, Rule, Screen
from lint.model.text import Text
from lint.rulebook.options import options_of
from lint.rulebook.program import Function, load_function

Spec: TypeAlias = Mapping[str, Any]


class _Late:
    """A check that is made ready when first asked: most runs have no report to compare with, and start sooner."""

    def __init__(self, make: Callable[[], Check]) -> None:
        self._make = make
        self._made: Check | None = None

    def ask(self, case: Case) -> Answers:
        """What the check itself answers."""
        self._made = self._made or self._make()
        return self._made.ask(case)


def build(spec: Spec, source: str, given_options: Mapping[str, object] = NO_OPTIONS, *, known: bool = False) -> Rule:
    """Build one rule from its file's content, which fits the schema of rule files.

    ``known`` says that it was built before, so that a check which few runs ask may wait until it is asked.
    ``given_options`` is what the configuration says about its options. Raises RuleError, without a place, where the
    check cannot be made ready, and ConfigError where a given option does not fit.
    """
    options = options_of(spec, given_options)
    given = _list(spec.get("given", ""))
    needs = spec.get("needs")

    def ready() -> Check:
        return _check(spec, given, source, options)

    return Rule(
        id=spec["id"],
        name=spec["name"],
        title=_text(spec["title"]),
        why=_text(spec["why"]),
        basis=_text(spec["basis"]),
        since=spec["since"],
        status=spec.get("status", "stable"),
        severity=Severity(spec["severity"]),
        given=given,
        when=_guard(spec.get("when", {})),
        check=_Late(ready) if known and needs else ready(),
        message=_text(spec["message"]),
        confidence=_text(spec["confidence"]),
        source=source,
        needs=needs,
        options=options,
        extends=spec.get("extends"),
        screen=_screen(spec.get("screen")),
    )


def _check(spec: Spec, given: tuple[Pointer, ...], source: str, options: tuple[Option, ...]) -> Check:
    check = spec["check"]
    kind = next(name for name in CHECKS if name in check)
    function = load_function(_program(spec, source)) if kind == "python" else None
    return make(kind, Written(check, given, _with(options, function) if options and function else function))


def _program(spec: Spec, source: str) -> Path:
    """The Python file of a check: the one named, else the one beside the rule."""
    return Path(spec["program"]) if "program" in spec else Path(source).with_suffix(".py")


def _with(options: tuple[Option, ...], function: Function) -> Function:
    """The function of a rule, its options at hand in the node."""
    values = MappingProxyType({option.name: option.value for option in options})
    return lambda here: function(here._replace(options=values))


def _text(words: str | Mapping[str, str]) -> Text:
    return Text(words, words) if isinstance(words, str) else Text(words["zh"], words["en"])


def _list(value: str | list[str]) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, list) else (value,)


def _guard(when: Mapping[str, Any]) -> Guard:
    if not when:
        return EVERY
    editions, kinds, levels = (_list(when.get(name, [])) for name in ("edition", "kind", "level"))
    return Guard(editions, kinds, levels, when.get("year_from"), when.get("year_to"))


def _screen(written: Mapping[str, Any] | None) -> Screen | None:
    if not written:
        return None if written is None else FORM
    return Screen(written.get("signs", ""), tuple(written.get("conditions", ())), written.get("beside", ""))
