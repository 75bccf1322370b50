"""A pattern is compiled late, and answers as if it had been compiled at once."""

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from itertools import islice
from typing import Any

import pytest

import lint.prose
from lint import resources
from lint.model.pattern import Pattern
from lint.readers import json_
from lint.rulebook.program import load_function
from lint.rulebook.sources import files_below
from lint.rulebook.verifying.samples import parsed, texts

SAMPLES = 5_000
SURE = Pattern("(?:甲|乙)丙", holding=("甲", "乙"))


def modules() -> Iterator[tuple[str, dict[str, Any]]]:
    """What the modules with patterns have at their own level: those on prose, and the Python of every rule."""
    yield "json_", vars(json_)
    for module in pkgutil.iter_modules(lint.prose.__path__):
        yield module.name, vars(import_module(f"lint.prose.{module.name}"))
    for path in files_below(resources.bundle_root() / "rules"):
        if path.suffix == ".py":
            yield path.stem, load_function(path).__globals__


def patterns(value: object) -> Iterator[Pattern]:
    """The patterns in a value, however deep in tuples."""
    if isinstance(value, Pattern):
        yield value
    for below in value if isinstance(value, tuple) else ():
        yield from patterns(below)


HOLDING = {
    f"{module}.{name}.{number}": pattern
    for module, names in modules()
    for name, value in names.items()
    for number, pattern in enumerate(patterns(value))
    if pattern.holding
}


@pytest.mark.parametrize("pattern", HOLDING.values(), ids=HOLDING)
def test_every_match_holds_one_of_the_words(pattern: Pattern) -> None:
    """Tried with texts put together from the pattern: a word forgotten would hide matches from every first look."""
    compiled = re.compile(pattern.source, pattern.flags)
    made = islice(texts(parsed(pattern.source, pattern.flags), compiled.flags), SAMPLES)
    matches = [found[0] for text in made if (found := compiled.search(text))]
    assert matches
    assert [match for match in matches if not any(word in match for word in pattern.holding)] == []


def test_there_are_such_patterns() -> None:
    """Lest the test above be about nothing."""
    assert len(HOLDING) > 20


@pytest.mark.parametrize("text", ["", "丙", "丁", "甲", "甲丙", "丁乙丙甲丙"])
def test_answers_are_those_of_the_compiled_one(text: str) -> None:
    """Before and after it was compiled."""
    fresh, compiled = Pattern(SURE.source, holding=SURE.holding), re.compile(SURE.source)
    for _ in range(2):
        for name in ("search", "match", "fullmatch"):
            found, expected = (getattr(one, name)(text) for one in (fresh, compiled))
            assert (found and found.span()) == (expected and expected.span())
        assert [one.span() for one in fresh.finditer(text)] == [one.span() for one in compiled.finditer(text)]
        assert fresh.compiled.pattern == SURE.source


def test_a_text_without_the_words_compiles_nothing() -> None:
    """Not even a source that is none."""
    broken = Pattern("(", holding=("甲",))
    assert broken.search("乙") is None
    with pytest.raises(re.error):
        broken.search("甲")
