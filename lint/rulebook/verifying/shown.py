"""Whether the examples show every part of a rule at work: each given place, each alternative, each pattern.

A part that no example reaches may be misspelt, shadowed or excluded by a quick look before it, and nobody would see.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from lint.engine.checks.table import Written, make
from lint.model.case import Case
from lint.model.plain import plain_text
from lint.model.rule import Rule
from lint.model.text import Text
from lint.rulebook.examples import example_report, examples_of
from lint.rulebook.verifying.found import Found
from lint.rulebook.verifying.patterns import of_program

MOST_NAMED = 3

_PLACES = Text(
    "没有例子写有这些位置（{count} 处）：{names}", "no example has anything at {count} of the given places: {names}"
)
_ALTERNATIVE = Text("没有反例使第 {number} 组条件成立", "no bad example raises alternative {number}")
_PATTERNS = Text(
    "例子中没有文字匹配（{count} 个）：{names}", "no text of the examples fits {count} of the patterns: {names}"
)


def shown(rules: Iterable[Rule], specs: Mapping[str, Mapping[str, Any]]) -> Iterator[Found]:
    """What no example shows; ``specs`` says by id what the rule files say, and their ``program``."""
    for rule in rules:
        spec = specs[rule.id]
        examples = [(kind, Case(example_report(example))) for kind, _, example in examples_of(spec)]
        if examples:
            yield from _places(rule, spec, [case for _, case in examples])
            yield from _alternatives(rule, spec["check"], [case for kind, case in examples if kind == "bad"])
            yield from _patterns(rule.id, spec, [case for _, case in examples])


def _places(rule: Rule, spec: Mapping[str, Any], cases: Sequence[Case]) -> Iterator[Found]:
    given = spec.get("given", "")
    # Of a single place the examples that ask nothing tell.
    several = given if isinstance(given, list) else []
    bare = [one for one in several if not any(True for case in cases for _ in case.select(one))]
    if bare:
        yield Found("unasked-place", rule.id, "/given", _PLACES.fill(_named(bare)))


def _named(names: Sequence[str]) -> dict[str, str]:
    more = ", …" if len(names) > MOST_NAMED else ""
    return {"count": str(len(names)), "names": ", ".join(names[:MOST_NAMED]) + more}


def _alternatives(rule: Rule, check: Mapping[str, Any], cases: Sequence[Case]) -> Iterator[Found]:
    for number, one in enumerate(check.get("conditions", ())):
        alone = make("conditions", Written({**check, "conditions": [one]}, rule.given))
        if not any(alone.ask(case).findings for case in cases):
            words = _ALTERNATIVE.fill({"number": str(number + 1)})
            yield Found("unasked-condition", rule.id, f"/check/conditions/{number}", words)


def _patterns(rule: str, spec: Mapping[str, Any], cases: Sequence[Case]) -> Iterator[Found]:
    """Patterns of a program, on every piece of text as it stands and as rules compare it."""
    named = {one.pattern.source: one for one in of_program(spec)}
    pieces = [text for case in cases for _, text in case.texts] if named else []
    texts = [*pieces, *map(plain_text, pieces)]
    bare = [one.name for one in named.values() if not any(one.pattern.search(text) for text in texts)]
    if bare:
        yield Found("unshown-pattern", rule, "/check/python", _PATTERNS.fill(_named(bare)))
