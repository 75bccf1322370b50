"""``match`` and ``forbid``: text that must, or must not, fit a pattern.

Python's engine backtracks, so a pattern is taken only if it cannot run away: no repetition inside an unbounded one,
at most two unbounded repetitions, no references.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from lint.model.case import Case
from lint.model.errors import RuleError
from lint.model.finding import Finding
from lint.model.pattern import Pattern
from lint.model.pointer import Pointer, matches
from lint.model.rule import Answers
from lint.model.text import Text

MOST_UNBOUNDED = 2


def vet(source: str) -> None:
    """Look at a pattern of a rule file. Raises RuleError where it is none or could take time without bound."""
    try:
        re.compile(source)
        unbounded = list(_unbounded(re._parser.parse(source), inside=False))  # type: ignore[attr-defined]  # noqa: SLF001
    except re.error as error:
        raise RuleError(Text(f"正则表达式有误：{error}", f"not a regular expression: {error}")) from None
    if len(unbounded) > MOST_UNBOUNDED:
        raise RuleError(Text("正则表达式中无界重复过多", "too many unbounded repetitions in the pattern"))


def _unbounded(parsed: Iterable[Any], *, inside: bool) -> Iterator[None]:
    for code, argument in parsed:
        name = str(code)
        if name.startswith("GROUPREF"):
            raise RuleError(Text("正则表达式不得引用分组", "a pattern may not refer to a group"))
        if name not in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            yield from (found for below in _below(argument) for found in _unbounded(below, inside=inside))
            continue
        _, most, repeated = argument
        endless = int(most) > _BOUND
        if inside and int(most) > 1:
            raise RuleError(Text("正则表达式中重复里套重复", "a repetition inside a repetition may never end"))
        if endless:
            yield None
        yield from _unbounded(repeated, inside=inside or endless)


_BOUND = 200


def _below(argument: Any) -> Iterator[Iterable[Any]]:
    """The sub-patterns within the argument of one operation, however the parser nests them."""
    if isinstance(argument, re._parser.SubPattern):  # type: ignore[attr-defined]  # noqa: SLF001
        yield argument
    elif isinstance(argument, list | tuple):
        for item in argument:
            yield from _below(item)


class ForbidCheck:
    """Asks every piece of text at the given places; each piece with a hit is a finding at that piece."""

    def __init__(self, given: tuple[Pointer, ...], patterns: tuple[str, ...]) -> None:
        self.given = given
        self.patterns = tuple(map(Pattern, patterns))

    def ask(self, case: Case) -> Answers:
        """One answer for each piece of text."""
        if not any(pattern.search(case.joined) for pattern in self.patterns):
            return Answers(len(case.texts))
        pieces = list(_pieces(case, self.given))
        findings = tuple(
            Finding(at, {"found": found[0].strip()})
            for at, text in pieces
            for found in [next(filter(None, (pattern.search(text) for pattern in self.patterns)), None)]
            if found is not None
        )
        return Answers(len(pieces) - len(findings), findings)


class MatchCheck:
    """Asks every piece of text at the given places; each piece that no pattern fits is a finding."""

    def __init__(self, given: tuple[Pointer, ...], patterns: tuple[str, ...]) -> None:
        self.given = given
        self.patterns = tuple(map(Pattern, patterns))

    def ask(self, case: Case) -> Answers:
        """One answer for each piece of text."""
        pieces = list(_pieces(case, self.given))
        missed = [(at, text) for at, text in pieces if not any(pattern.search(text) for pattern in self.patterns)]
        return Answers(len(pieces) - len(missed), tuple(Finding(at, {"found": text[:80]}) for at, text in missed))


def _pieces(case: Case, given: tuple[Pointer, ...]) -> Iterator[tuple[Pointer, str]]:
    return ((at, text) for at, text in case.texts if any(matches(pattern, at) for pattern in given))
