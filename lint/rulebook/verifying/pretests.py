"""Quick looks for a word before a pattern, in the Python of rules: where the words exclude the pattern, it is dead.

Decided only where both are about the same text as a whole: ``WORDS.any_in(text)`` or
``any(word in text for word in WORDS)`` somewhere in a function, and in the same function ``PATTERN.fullmatch(text)``. A
pattern that is searched for says nothing of the rest of the text, where the word may stand.
"""

import ast
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from lint.model.pattern import Pattern
from lint.model.words import Words
from lint.rulebook.verifying.expressions import can_match
from lint.rulebook.verifying.samples import characters_of


class Pretest(NamedTuple):
    """The names of the words and of the pattern, and the pattern's answer: True excluded, False not, None undecided."""

    words: str
    pattern: str
    excluded: bool | None


def pretests(program: str, names: Mapping[str, Any]) -> Iterator[Pretest]:
    """Every pretest of a program; ``names`` are the values of its module."""
    for function in ast.walk(ast.parse(program)):
        if isinstance(function, ast.FunctionDef):
            for text, words in _words_looked_for(function):
                for other, pattern in _whole_matches(function):
                    known = _words_of(names.get(words))
                    if text == other and known is not None and isinstance(names.get(pattern), Pattern):
                        yield Pretest(words, pattern, excludes(known, names[pattern]))


def excludes(words: tuple[str, ...], pattern: Pattern) -> bool | None:
    """Whether no text that the pattern matches as a whole can hold one of the words; None where that is not known."""
    found = can_match(pattern.source, pattern.flags).matches
    tried = (*words, found) if found is not None else words
    if any(pattern.fullmatch(text) and any(word in text for word in words) for text in tried):
        return False
    sets = characters_of(pattern.source, pattern.flags)
    foreign = (any(not any(one.fullmatch(character) for one in sets) for character in word) for word in words)
    return True if all(foreign) else None


def _words_of(value: object) -> tuple[str, ...] | None:
    if isinstance(value, Words):
        return value.words
    if not isinstance(value, tuple | list | set | frozenset):
        return None
    return tuple(value) if all(isinstance(word, str) for word in value) else None


def _words_looked_for(function: ast.FunctionDef) -> Iterator[tuple[str, str]]:
    """The name of the text, and of the words, wherever it is asked whether any of them stands in it."""
    for node in ast.walk(function):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id=words), attr="any_in"), args=[ast.Name(id=text)]):
                yield text, words
            case ast.Call(
                func=ast.Name(id="any"),
                args=[
                    ast.GeneratorExp(
                        elt=ast.Compare(left=ast.Name(id=word), ops=[ast.In()], comparators=[ast.Name(id=text)]),
                        generators=[ast.comprehension(target=ast.Name(id=each), iter=ast.Name(id=words))],
                    )
                ],
            ) if word == each:
                yield text, words


def _whole_matches(function: ast.FunctionDef) -> Iterator[tuple[str, str]]:
    """The name of the text, and of the pattern, of each ``PATTERN.fullmatch(text)``."""
    for node in ast.walk(function):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name(id=pattern), attr="fullmatch"), args=[ast.Name(id=text)]):
                yield text, pattern
