"""All examples of a rule book, run one after the other."""

from collections.abc import Iterator
from pathlib import Path

from lint import resources
from lint.engine.schemas import best_judge
from lint.model.errors import UsageError
from lint.model.text import Text
from lint.rulebook.book import Rulebook
from lint.rulebook.examples import Outcome, alone, examples_of, run_example
from lint.rulebook.rule_file import parse


def outcomes(book: Rulebook, ids: tuple[str, ...] = ()) -> Iterator[Outcome]:
    """The outcome of every example of the named rules, or of all. Raises UsageError for an unknown id."""
    wanted = {word.lower() for word in ids}
    for word in ids:
        if not any(word.lower() in (rule.id.lower(), rule.name) for rule in book.rules):
            raise UsageError(Text(f"没有规则“{word}”", f"there is no rule '{word}'"))
    judge = best_judge(resources.schema("report/annual-2021.json"))
    for rule in book.rules:
        if wanted and wanted.isdisjoint((rule.id.lower(), rule.name)):
            continue
        engine = alone(rule, book, judge)
        for kind, name, example in examples_of(parse(Path(rule.source)).spec):
            outcome, details = run_example(rule, kind, example, engine)
            yield Outcome(rule.id, name, outcome, details)
