"""The patterns of the rules: which can never match, which no example asks, which could not be decided."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from lint.engine.checks.patterns import searched
from lint.engine.checks.table import words_of
from lint.model.case import Case
from lint.model.pattern import Pattern
from lint.model.rule import Rule
from lint.model.text import Text
from lint.rulebook.examples import example_report, examples_of
from lint.rulebook.program import load_function
from lint.rulebook.verifying.expressions import can_match
from lint.rulebook.verifying.found import Found
from lint.rulebook.verifying.pretests import pretests

MOST_SHOWN = 60
# Of which examples each piece of text shows that a pattern matches.
_SHOWN_BY = {"forbid": "bad", "match": "good"}

_DEAD = Text("{name} 不可能匹配：{reason}", "{name} can never match: {reason}")
_OPEN = Text("{name} 能否匹配，未能判断", "whether {name} can match was not decided")
_UNASKED = Text("没有例子的文字匹配 {name}", "no text of an example fits {name}")
_EXCLUDED = Text(
    "先找 {words} 中的词，凡 {name} 整段匹配的文字都没有这些词", "no text that {name} fits holds a word of {words}"
)
_PRETEST = Text(
    "{words} 中的词是否挡住 {name}，未能判断", "whether the words of {words} exclude {name} was not decided"
)


class Named(NamedTuple):
    """A pattern, what it is called in a message, and where it stands in the rule file."""

    pattern: Pattern
    name: str
    at: str


def patterns(rules: Iterable[Rule], specs: Mapping[str, Mapping[str, Any]]) -> Iterator[Found]:
    """What is found about the patterns of the rules; ``specs`` says what their files say, and their ``program``."""
    for rule in rules:
        spec = specs[rule.id]
        for one in (*_written(spec["check"]), *of_program(spec)):
            yield from _decided(rule.id, one)
        yield from _unasked(rule, spec)
        yield from _pretested(rule.id, spec)


def _decided(rule: str, one: Named) -> Iterator[Found]:
    verdict = can_match(one.pattern.source, one.pattern.flags)
    if verdict.never is not None:
        words = Text(
            _DEAD.zh.format(name=one.name, reason=verdict.never.zh),
            _DEAD.en.format(name=one.name, reason=verdict.never.en),
        )
        yield Found("dead-pattern", rule, one.at, words)
    elif verdict.matches is None:
        yield Found("undecided-pattern", rule, one.at, _OPEN.fill({"name": one.name}))


def _written(check: Mapping[str, Any]) -> Iterator[Named]:
    for kind in _SHOWN_BY:
        for number, source in enumerate(words_of(check.get(kind, []))):
            at = f"/check/{kind}" + (f"/{number}" if isinstance(check[kind], list) else "")
            yield Named(Pattern(source), _short(source), at)


def of_program(spec: Mapping[str, Any]) -> Iterator[Named]:
    """The patterns at the level of the module of a Python check, in whatever they are kept; none for other checks."""
    for name, value in _names(spec).items():
        for pattern in _kept(value):
            yield Named(pattern, f"{name} ({_short(pattern.source)})", "/check/python")


def _names(spec: Mapping[str, Any]) -> Mapping[str, Any]:
    if "python" not in spec["check"]:
        return {}
    function = load_function(Path(spec["program"]))
    names: Mapping[str, Any] = getattr(function, "__globals__", {})
    return names


def _kept(value: Any, depth: int = 3) -> Iterator[Pattern]:
    if isinstance(value, Pattern):
        yield value
    elif depth and isinstance(value, dict | tuple | list | set | frozenset):
        for one in (*value.values(), *value) if isinstance(value, dict) else value:
            yield from _kept(one, depth - 1)


def _short(source: str) -> str:
    return source if len(source) <= MOST_SHOWN else f"{source[:MOST_SHOWN]}…"


def _unasked(rule: Rule, spec: Mapping[str, Any]) -> Iterator[Found]:
    """Of a list of patterns each has to be shown at work: a misprint in one would be seen by nobody."""
    written = list(_written(spec["check"]))
    kind = next((shown for name, shown in _SHOWN_BY.items() if name in spec["check"]), "")
    shown = list(_texts(rule, spec, kind)) if written else []
    for one in written:
        if not any(searched(one.pattern, text) for text in shown):
            yield Found("unasked-pattern", rule.id, one.at, _UNASKED.fill({"name": one.name}))


def _texts(rule: Rule, spec: Mapping[str, Any], kind: str) -> Iterator[str]:
    for example in (example for sort, _, example in examples_of(spec) if sort == kind):
        yield from (text for _, text in Case(example_report(example)).texts_at(rule.given))


def _pretested(rule: str, spec: Mapping[str, Any]) -> Iterator[Found]:
    if "python" not in spec["check"]:
        return
    for one in pretests(Path(spec["program"]).read_text(encoding="utf-8"), _names(spec)):
        if one.excluded is not False:
            kind, words = ("excluded-pattern", _EXCLUDED) if one.excluded else ("undecided-pattern", _PRETEST)
            yield Found(kind, rule, "/check/python", words.fill({"words": one.words, "name": one.pattern}))
