"""All that a rule book can be asked about itself, in one go."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from lint.model.form import CELLS
from lint.model.rule import Rule
from lint.resources import bundle_root
from lint.rulebook.book import Rulebook
from lint.rulebook.rule_file import Parsed, parse
from lint.rulebook.verifying.alternatives import alternatives
from lint.rulebook.verifying.asked import asked
from lint.rulebook.verifying.found import UNDECIDED, Found
from lint.rulebook.verifying.known import excused, read_known
from lint.rulebook.verifying.linear import Form, forms, linear
from lint.rulebook.verifying.patterns import patterns
from lint.rulebook.verifying.placed import coverage
from lint.rulebook.verifying.released import NAME, read_released, released
from lint.rulebook.verifying.sense import sense
from lint.rulebook.verifying.shown import shown


class Covered(NamedTuple):
    """A cell of the form by its number: how many relations it stands in, and how many conditions look at it."""

    cell: int
    relations: int
    conditions: int


class Verification(NamedTuple):
    """What came of it: everything found, those in order of their kinds; the relations in figures; every cell."""

    found: tuple[Found, ...]
    forms: tuple[Form, ...]
    coverage: tuple[Covered, ...]
    names: Mapping[str, str]

    @property
    def passed(self) -> bool:
        """Whether nothing has to be mended."""
        return not any(one.wrong for one in self.found)

    def counts(self) -> dict[str, int]:
        """How many have to be mended, are known, and could not be decided."""
        return {
            "wrong": sum(one.wrong for one in self.found),
            "known": sum(one.known is not None for one in self.found),
            "undecided": sum(one.kind in UNDECIDED for one in self.found),
        }


def verify(book: Rulebook, folders: Iterable[Path] = (), against: Path | None = None) -> Verification:
    """Ask everything. ``folders`` are those of rules beside the bundled ones, ``against`` a list of released ids.

    Without one it is the list of the bundled rules. Raises RuleError, UsageError where a list cannot be read.
    """
    root = bundle_root() / "rules"
    names, known = read_released(against or root / NAME), read_known((root, *folders))
    parsed = {rule.id: parse(Path(rule.source)) for rule in book.rules}
    found = tuple(_located(one, parsed) for one in _all(book, parsed, names))
    return Verification(
        excused(found, known),
        forms(book.rules),
        _coverage(book.rules),
        {rule.id: rule.name for rule in book.rules},
    )


def _all(book: Rulebook, parsed: Mapping[str, Parsed], names: Mapping[str, str]) -> Iterator[Found]:
    specs = {name: {**one.spec, "program": str(one.code)} for name, one in parsed.items()}
    yield from linear([rule for rule in book.rules if not _says_the_same(rule, parsed)])
    yield from alternatives(book.rules)
    yield from sense(book.rules, specs)
    yield from patterns(book.rules, specs)
    yield from asked(book, specs)
    yield from shown(book.rules, specs)
    yield from released(book.rules, names)


def _says_the_same(rule: Rule, parsed: Mapping[str, Parsed]) -> bool:
    """Whether a rule took its question over from the one that it extends: that both ask it is meant."""
    base = parsed.get(rule.extends or "")
    own = parsed[rule.id].spec
    return base is not None and all(own.get(key) == base.spec.get(key) for key in ("check", "given"))


def _located(one: Found, parsed: Mapping[str, Parsed]) -> Found:
    """With the file of its rule, and the place there: that of the check where it is about a place in reports."""
    file = parsed.get(one.rule or "")
    if file is None:
        return one
    at = one.at if one.at in file.places else "/check"
    return one._replace(source=str(file.source), place=file.places.get(at or ""))


def _coverage(rules: Iterable[Rule]) -> tuple[Covered, ...]:
    held, looked_at = coverage(rules)
    return tuple(Covered(cell, held.get(cell, 0), looked_at.get(cell, 0)) for cell in range(len(CELLS)))
