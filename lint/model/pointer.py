"""JSON pointers (RFC 6901) as plain strings, and patterns over them.

A pattern is a pointer in which ``*`` stands for exactly one step and ``**`` for any number, none included.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import TypeAlias

Pointer: TypeAlias = str


def escape(step: str) -> str:
    """One reference token as RFC 6901, section 3 writes it."""
    return step.replace("~", "~0").replace("/", "~1") if "~" in step or "/" in step else step


def unescape(token: str) -> str:
    """The inverse of :func:`escape`."""
    return token.replace("~1", "/").replace("~0", "~") if "~" in token else token


def join(pointer: Pointer, *steps: str | int) -> Pointer:
    """The pointer one or more steps below ``pointer``."""
    return pointer + "".join(f"/{escape(str(step))}" for step in steps)


@lru_cache(maxsize=1024)
def steps(pointer: Pointer) -> tuple[str, ...]:
    """The unescaped steps of a pointer; the whole document has none."""
    return tuple(unescape(token) for token in pointer.split("/")[1:])


def parent(pointer: Pointer) -> Pointer | None:
    """The pointer one step up, None above the whole document."""
    return pointer.rpartition("/")[0] if pointer else None


def last(pointer: Pointer) -> str:
    """The last step of a pointer, empty for the whole document."""
    return unescape(pointer.rpartition("/")[2])


def covers(outer: Pointer, inner: Pointer) -> bool:
    """Whether ``inner`` is ``outer`` or lies below it."""
    return inner == outer or inner.startswith(f"{outer}/")


def matches(pattern: Pointer, pointer: Pointer) -> bool:
    """Whether a pointer fits a pattern."""
    return _fits(pattern.split("/")[1:], pointer.split("/")[1:])


def _fits(pattern: list[str], tokens: list[str]) -> bool:
    if not pattern:
        return not tokens
    if pattern[0] == "**":
        return any(_fits(pattern[1:], tokens[skipped:]) for skipped in range(len(tokens) + 1))
    return bool(tokens) and pattern[0] in ("*", tokens[0]) and _fits(pattern[1:], tokens[1:])


def child(value: object, step: str) -> tuple[bool, object]:
    """Whether ``value`` has something under ``step``, and what."""
    if isinstance(value, dict):
        return step in value, value.get(step)
    if isinstance(value, list) and step.isascii() and step.isdecimal() and int(step) < len(value):
        return True, value[int(step)]
    return False, None


def resolve(tree: object, pointer: Pointer) -> tuple[bool, object]:
    """Whether the tree has a value at a pointer, and that value."""
    value = tree
    for step in steps(pointer):
        found, value = child(value, step)
        if not found:
            return False, None
    return True, value


def select(tree: object, pattern: Pointer) -> Iterator[tuple[Pointer, object]]:
    """Every place of the tree that fits a pattern, in document order, with its value."""
    yield from _select(tree, pattern.split("/")[1:], "")


def _select(value: object, pattern: list[str], at: Pointer) -> Iterator[tuple[Pointer, object]]:
    if not pattern:
        yield at, value
        return
    step, rest = pattern[0], pattern[1:]
    if step in ("*", "**"):
        if step == "**":
            yield from _select(value, rest, at)
        for name, below in _children(value):
            yield from _select(below, pattern if step == "**" else rest, join(at, name))
        return
    found, below = child(value, unescape(step))
    if found:
        yield from _select(below, rest, f"{at}/{step}")


def _children(value: object) -> Iterator[tuple[str | int, object]]:
    if isinstance(value, dict):
        yield from value.items()
    elif isinstance(value, list):
        yield from enumerate(value)
