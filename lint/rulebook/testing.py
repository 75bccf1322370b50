"""All rules of a book tried one after the other: by their examples, and by what is made from these."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from lint import resources
from lint.engine.runner import Engine
from lint.engine.schemas import best_judge
from lint.model.errors import UsageError
from lint.model.rule import Rule
from lint.model.text import Text
from lint.rulebook.book import Rulebook
from lint.rulebook.examples import examples_of
from lint.rulebook.mutating.mutants import ENOUGH, Mutant, mutants, subject_of
from lint.rulebook.rule_file import Parsed, parse
from lint.rulebook.starting import unfilled
from lint.rulebook.verdicts import HELD, Difference, Verdict, alone, run_example, verdict_of

NOT_VARIED = Text("由读取程序或程序自身报告，没有例子可变", "reported by the reader or the program: no example to vary")
TOO_FEW = Text("例子能变出的不同违例只有 {count} 个", "only {count} different violations can be made from its examples")


class Outcome(NamedTuple):
    """What came of one example, or of what was made from it, and what differs."""

    rule: str
    example: str
    outcome: str
    differences: tuple[Difference, ...] = ()

    @property
    def details(self) -> tuple[str, ...]:
        """What differs, a line each, in English."""
        return tuple(f"{one.where}: {one.expected.en} | {one.found.en}" for one in self.differences)


class Trial(NamedTuple):
    """How many violations or good reports were made from examples, and the outcome of each that did not hold."""

    made: int
    failed: tuple[Outcome, ...] = ()

    @property
    def held(self) -> int:
        """How many of them held."""
        return self.made - len(self.failed)


class Tested(NamedTuple):
    """One rule: the outcome of each example, and what came of what was made from the bad and the good ones."""

    rule: str
    examples: tuple[Outcome, ...]
    violations: Trial | None = None
    variations: Trial | None = None
    why_few: Text | None = None
    unfilled: tuple[str, ...] = ()

    @property
    def failed(self) -> tuple[Outcome, ...]:
        """The outcome of everything that did not hold, examples first."""
        trials = [trial for trial in (self.violations, self.variations) if trial is not None]
        return (
            *(one for one in self.examples if one.outcome != HELD.outcome),
            *(one for trial in trials for one in trial.failed),
        )


def tried(book: Rulebook, ids: tuple[str, ...] = (), *, mutations: bool = True) -> Iterator[Tested]:
    """Every named rule, or all, tried. Raises UsageError for an unknown id, RuleError for a file that does not load."""
    judge = best_judge(resources.schema("report/annual-2021.json"))
    for rule in (one.alone for one in chosen(book, ids)):
        engine = alone(rule, book, judge)
        parsed = parse(Path(rule.source))
        examples = tuple(_examples(rule, parsed, engine))
        one = _with_mutants(rule, parsed, engine, examples) if mutations else Tested(rule.id, examples)
        yield one._replace(unfilled=unfilled(parsed.spec))


def outcomes(book: Rulebook, ids: tuple[str, ...] = ()) -> Iterator[Outcome]:
    """The outcome of every example of the named rules, or of all. Raises UsageError for an unknown id."""
    for one in tried(book, ids, mutations=False):
        yield from one.examples


def chosen(book: Rulebook, ids: Iterable[str]) -> list[Rule]:
    """The rules of these ids or names, all where none is said. Raises UsageError for an unknown one."""
    wanted = {word.lower(): word for word in ids}
    known = {word for rule in book.rules for word in (rule.id.lower(), rule.name)}
    for lower, word in wanted.items():
        if lower not in known:
            raise UsageError(Text(f"没有规则“{word}”", f"there is no rule '{word}'"))
    return [rule for rule in book.rules if not wanted or not wanted.keys().isdisjoint((rule.id.lower(), rule.name))]


def _examples(rule: Rule, parsed: Parsed, engine: Engine) -> Iterator[Outcome]:
    for kind, name, example in examples_of(parsed.spec):
        yield Outcome(rule.id, name, *run_example(rule, kind, example, engine))


def _with_mutants(rule: Rule, parsed: Parsed, engine: Engine, examples: tuple[Outcome, ...]) -> Tested:
    if "linter" in parsed.spec["check"]:
        return Tested(rule.id, examples, Trial(0), Trial(0), NOT_VARIED)
    subject = subject_of(rule, parsed)
    bad, good = (mutants(subject, kind) for kind in ("bad", "good"))
    few = TOO_FEW.fill({"count": str(len(bad))}) if len(bad) < ENOUGH else None
    return Tested(rule.id, examples, _trial(rule, bad, engine), _trial(rule, good, engine), few)


def _trial(rule: Rule, made: list[Mutant], engine: Engine) -> Trial:
    verdicts: list[tuple[Mutant, Verdict]] = [(one, verdict_of(rule, one.scene, engine)) for one in made]
    failed = tuple(Outcome(rule.id, one.name, *verdict) for one, verdict in verdicts if verdict != HELD)
    return Trial(len(made), failed)
