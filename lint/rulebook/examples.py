"""Examples of a rule are its tests: each is run through the engine, with exact addresses and values."""

import copy
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from lint.engine.questions import Asked
from lint.engine.runner import Engine
from lint.engine.schemas import Judge
from lint.model.case import Case
from lint.model.corpus import Corpus
from lint.model.finding import Diagnostic
from lint.model.form import CONTAINERS
from lint.model.pointer import Pointer, child, steps
from lint.model.report import Report, Tree
from lint.model.rule import Rule
from lint.readers.tree import report_of_tree
from lint.rulebook.book import Rulebook
from lint.rulebook.complete import complete_tree

KINDS = ("good", "bad", "undecided")
OUTCOMES = ("held", "missed", "noisy", "wrong", "unasked")
_COLUMNS = dict(CONTAINERS)
_BESIDE = frozenset({"previous", "members"})
# Who reports on what year in an example that compares reports and does not say so itself.
_BODY: Tree = {"agency": {"name": "示例市水利局"}, "year": 2023}


class Outcome(NamedTuple):
    """What came of one example: held; missed a finding; noisy; wrong address or values; unasked."""

    rule: str
    example: str
    outcome: str
    details: tuple[str, ...] = ()


def examples_of(spec: Mapping[str, Any]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Kind, name and content of every example of a rule file."""
    for kind in KINDS:
        for number, example in enumerate(spec["examples"].get(kind, []), start=1):
            yield kind, f"{kind}-{number}", example


def example_report(example: Mapping[str, Any]) -> Report:
    """The report of an example: what it says, laid over nothing or over a complete clean report."""
    tree = _laid(example["report"], complete=bool(example.get("complete")))
    for pointer in example.get("remove", []):
        _take(tree, pointer)
    if example.keys() & _BESIDE:
        tree = _BODY | tree
    return report_of_tree("example", tree)


def _laid(written: Mapping[Pointer, Any], *, complete: bool) -> Tree:
    tree: Tree = complete_tree(str(written.get("/edition", "2021"))) if complete else {}
    for pointer, value in written.items():
        put(tree, pointer, copy.deepcopy(value))
    return tree


def example_corpus(example: Mapping[str, Any], rule: Rule) -> Corpus | None:
    """The reports with which the report of an example is compared; None for a rule that compares with nothing.

    An earlier report is of the same body and on the year before where it does not say so itself; a member is one of
    its own name, on the same year.
    """
    if rule.needs is None:
        return None
    here = example_report(example).tree
    complete = bool(example.get("complete"))
    years, members = (example.get(name, []) for name in ("previous", "members"))
    earlier = [_BODY | {"agency": here.get("agency"), "year": (here.get("year") or 0) - 1}] * len(years)
    below = [_BODY | {"agency": {"name": f"示例第{n}局"}, "year": here.get("year")} for n, _ in enumerate(members, 1)]
    return Corpus(
        _cases(years, earlier, "previous", complete=complete),
        _cases(members, below, "member", complete=complete),
        example.get("member-names", ()),
    )


def _cases(
    written: Sequence[Mapping[Pointer, Any]], told: Sequence[Tree], source: str, *, complete: bool
) -> list[Case]:
    """Each report as written; who and when, where it does not say so, as told."""
    laid = [_laid(one, complete=complete) for one in written]
    said = [{steps(at)[0] for at in one} for one in written]
    trees = [
        {**tree, **{name: value for name, value in who.items() if name not in known}}
        for tree, who, known in zip(laid, told, said, strict=True)
    ]
    return [Case(report_of_tree(f"{source}-{number}", tree)) for number, tree in enumerate(trees, 1)]


def run_example(rule: Rule, kind: str, example: Mapping[str, Any], engine: Engine) -> tuple[str, tuple[str, ...]]:
    """The outcome of one example of a rule, and what differs. The engine asks the rule alone."""
    corpus = example_corpus(example, rule)
    asked = (engine.beside(corpus) if corpus else engine).run(example_report(example))
    if asked.tally.crashed:
        return "wrong", tuple(found.message.en for found in asked.diagnostics)
    found = tuple(diagnostic for diagnostic in asked.diagnostics if diagnostic.rule == rule.id)
    if kind == "bad":
        return _compare(example["findings"], found, rule)
    if found:
        return "noisy", tuple(f"{one.pointer}: {one.message.en}" for one in found)
    if not asked.tally.asked:
        return "unasked", ()
    if kind == "undecided":
        return ("held", ()) if asked.tally.undecided else ("wrong", ("not undecided",))
    return ("held", ()) if asked.tally.passed and not asked.tally.undecided else ("wrong", _why(asked))


def alone(rule: Rule, book: Rulebook, judge: Judge) -> Engine:
    """An engine that asks one rule; a schema rule stands among all of its kind, which share the errors out."""
    kin = [other for other in book.rules if "schema" in _kind(rule) and "schema" in _kind(other)]
    linter = [other for other in book.rules if other.family == "LT"]
    chosen = {one.id: one for one in (*linter, *kin, rule)}
    return Engine(chosen.values(), lambda _: judge, book.layout)


def _kind(rule: Rule) -> str:
    return type(rule.check).__name__.lower()


def _why(asked: Asked) -> tuple[str, ...]:
    return tuple(reason for _, reason in asked.undecided) or ("nothing passed",)


def _compare(
    expected: list[Mapping[str, Any]], found: tuple[Diagnostic, ...], rule: Rule
) -> tuple[str, tuple[str, ...]]:
    wanted = {one["at"] for one in expected}
    got = {one.pointer for one in found}
    if not got:
        return "missed", tuple(sorted(wanted))
    if wanted != got or len(expected) != len(found):
        return "wrong", tuple(f"expected {sorted(wanted)}, found {sorted(map(str, got))}" for _ in [0])
    pairs = zip(
        sorted(expected, key=lambda one: str(one["at"])), sorted(found, key=lambda one: str(one.pointer)), strict=True
    )
    differing = tuple(words for one, other in pairs for words in _differences(one, other, rule))
    return ("wrong", differing) if differing else ("held", ())


def _differences(expected: Mapping[str, Any], found: Diagnostic, rule: Rule) -> Iterator[str]:
    values = expected.get("values", {})
    needed = rule.message.fields()[0] - {"where"}
    for name in sorted(needed - set(values)):
        yield f"{found.pointer}: the example does not say the value {name} (it is {found.values.get(name)!r})"
    for name, value in values.items():
        if found.values.get(name) != value:
            yield f"{found.pointer}: {name} is {found.values.get(name)!r}, not {value!r}"
    severity = expected.get("severity", rule.severity.value)
    if found.severity.value != severity:
        yield f"{found.pointer}: severity is {found.severity.value}, not {severity}"


def put(tree: Tree, pointer: Pointer, value: Any) -> None:
    """Put a value at a pointer, making what is missing on the way; a list at a row fills its columns in order."""
    if pointer in _COLUMNS and isinstance(value, list):
        value = dict(zip(_fitting(pointer, len(value)), value, strict=True))
    *above, name = steps(pointer)
    at: Any = tree
    for step in above:
        found, below = child(at, step)
        at = below if found else at.setdefault(step, {})
    if isinstance(at, list):
        at[int(name) : int(name) + 1] = [value]
    else:
        at[name] = value


def _fitting(pointer: Pointer, count: int) -> tuple[str, ...]:
    """The columns of a row; in table two those of edition 2021 stand first."""
    return _COLUMNS[pointer][:count]


def _take(tree: Tree, pointer: Pointer) -> None:
    *above, name = steps(pointer)
    at: Any = tree
    for step in above:
        at = child(at, step)[1]
    del at[int(name) if isinstance(at, list) else name]
