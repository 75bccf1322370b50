"""What comes of an example: the rule is asked alone, and exact addresses and values are compared."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from lint.engine.questions import Asked
from lint.engine.runner import Engine
from lint.engine.schemas import Judge
from lint.model.finding import Diagnostic
from lint.model.rule import Rule
from lint.model.text import Text
from lint.rulebook.book import Rulebook
from lint.rulebook.examples import Scene, scene_of

OUTCOMES = ("held", "missed", "noisy", "wrong", "unasked")
NOTHING = Text("没有发现", "no finding")
PASSES = Text("通过", "it passes")
UNDECIDED = Text("无法判断", "undecided")
_ASKED = Text("提出问题", "the rule is asked")
_NOT_ASKED = Text("没有问到", "the rule was not asked")
_RUNS = Text("规则运行到底", "the rule runs to its end")
_NOT_SAID = Text("例子没有写出 {name}", "the example does not say {name}")


class Difference(NamedTuple):
    """One thing that differs: where (empty for the whole report), what was expected there, what was found."""

    where: str
    expected: Text
    found: Text


class Verdict(NamedTuple):
    """What came of one example: held; missed a finding; noisy; wrong address or values; unasked."""

    outcome: str
    differences: tuple[Difference, ...] = ()


HELD = Verdict("held")


def run_example(rule: Rule, kind: str, example: Mapping[str, Any], engine: Engine) -> Verdict:
    """The outcome of one example of a rule, and what differs. The engine asks the rule alone."""
    asked = ask(rule, scene_of(example), engine)
    found = findings_of(rule, asked)
    if asked.tally.crashed:
        return crashed(asked)
    if kind == "bad":
        return _compare(example["findings"], found, rule) if found else _missed(asked, example["findings"])
    if found:
        return noisy(found)
    if not asked.tally.asked:
        return Verdict("unasked", (Difference("", _ASKED, _NOT_ASKED),))
    if kind == "undecided":
        return HELD if asked.tally.undecided else Verdict("wrong", (Difference("", UNDECIDED, PASSES),))
    return HELD if asked.tally.passed and not asked.tally.undecided else Verdict("wrong", open_questions(asked))


def verdict_of(rule: Rule, scene: Scene, engine: Engine) -> Verdict:
    """Whether a rule has a finding at each expected place of a scene, or none at all where none is expected."""
    asked = ask(rule, scene, engine)
    found = findings_of(rule, asked)
    if asked.tally.crashed:
        return crashed(asked)
    if not scene.at:
        return noisy(found) if found else HELD
    places = {one.pointer for one in found}
    missing = [{"at": at} for at in scene.at if at not in places]
    return _missed(asked, missing) if missing else HELD


def ask(rule: Rule, scene: Scene, engine: Engine) -> Asked:
    """What the engine, which asks the rule alone, answers about a scene."""
    corpus = scene.corpus(rule)
    return (engine.beside(corpus) if corpus else engine).run(scene.report)


def findings_of(rule: Rule, asked: Asked) -> tuple[Diagnostic, ...]:
    """The findings of one rule among all answers."""
    return tuple(diagnostic for diagnostic in asked.diagnostics if diagnostic.rule == rule.id)


def crashed(asked: Asked) -> Verdict:
    """The rule ended with an exception."""
    return Verdict("wrong", tuple(Difference("", _RUNS, found.message) for found in asked.diagnostics))


def noisy(found: Sequence[Diagnostic]) -> Verdict:
    """Findings where there should be none."""
    return Verdict("noisy", tuple(Difference(one.pointer or "", NOTHING, one.message) for one in found))


def open_questions(asked: Asked) -> tuple[Difference, ...]:
    """What was left undecided where something should pass or be found."""
    reasons = [_because(why.told) for _, why in asked.undecided]
    return tuple(Difference("", PASSES, reason) for reason in reasons or [_NOT_ASKED])


def _because(why: Text) -> Text:
    return Text(f"{UNDECIDED.zh}：{why.zh}", f"{UNDECIDED.en}: {why.en}")


def alone(rule: Rule, book: Rulebook, judge: Judge) -> Engine:
    """An engine that asks one rule; a schema rule stands among all of its kind, which share the errors out."""
    kin = [other for other in book.rules if "schema" in _kind(rule) and "schema" in _kind(other)]
    linter = [other for other in book.rules if other.family == "LT"]
    chosen = {one.id: one for one in (*linter, *kin, rule)}
    return Engine(chosen.values(), lambda _: judge, book.layout)


def _kind(rule: Rule) -> str:
    return type(rule.check).__name__.lower()


def _missed(asked: Asked, expected: Sequence[Mapping[str, Any]]) -> Verdict:
    """Findings that are not there; where the rule could not decide, why."""
    why = open_questions(asked)[0].found if asked.undecided else NOTHING
    places = sorted({one["at"] for one in expected})
    return Verdict("missed", tuple(Difference(at, _finding(at), why) for at in places))


def _compare(expected: Sequence[Mapping[str, Any]], found: Sequence[Diagnostic], rule: Rule) -> Verdict:
    """Addresses first; only where they are the same, values and severities."""
    wanted = sorted(one["at"] for one in expected)
    got = sorted(str(one.pointer) for one in found)
    if wanted != got:
        return Verdict("wrong", tuple(_misplaced(wanted, got)))
    pairs = zip(
        sorted(expected, key=lambda one: str(one["at"])), sorted(found, key=lambda one: str(one.pointer)), strict=True
    )
    differing = tuple(words for one, other in pairs for words in _differences(one, other, rule))
    return Verdict("wrong", differing) if differing else HELD


def _finding(at: str) -> Text:
    """That a finding is expected at an address, or stands there."""
    where = at or "/"
    return Text(f"{where} 处有发现", f"a finding at {where}")


def _misplaced(wanted: list[str], got: list[str]) -> Iterator[Difference]:
    for at in dict.fromkeys((*wanted, *got)):
        expected, found = wanted.count(at), got.count(at)
        if expected != found:
            yield Difference(at, _times(expected), _times(found))


def _times(count: int) -> Text:
    return Text(f"{count} 个发现", f"{count} findings" if count != 1 else "1 finding") if count else NOTHING


def _differences(expected: Mapping[str, Any], found: Diagnostic, rule: Rule) -> Iterator[Difference]:
    values = expected.get("values", {})
    where = found.pointer or ""
    needed = rule.message.fields()[0] - {"where"}
    for name in sorted(needed - set(values)):
        yield Difference(where, _NOT_SAID.fill({"name": name}), _value(name, found.values.get(name)))
    for name, value in values.items():
        if found.values.get(name) != value:
            yield Difference(where, _value(name, value), _value(name, found.values.get(name)))
    severity = expected.get("severity", rule.severity.value)
    if found.severity.value != severity:
        yield Difference(where, _value("severity", severity), _value("severity", found.severity.value))


def _value(name: str, value: object) -> Text:
    words = f"{name} = {value}"
    return Text(words if value is not None else f"没有 {name}", words if value is not None else f"no {name}")
