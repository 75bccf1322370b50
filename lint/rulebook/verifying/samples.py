"""Texts that a regular expression may match, put together from its parsed form; and the characters they can have."""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice, product
from typing import Any, TypeAlias

MOST_PARTS = 12  # of one operation
LONGEST = 10_000
_SAMPLES = "一年0a1A,。 \n"
CHARACTER = ("LITERAL", "NOT_LITERAL", "IN", "ANY")  # the operations that take exactly one

Items: TypeAlias = Sequence[tuple[Any, Any]]


def parsed(source: str, flags: int = 0) -> Items:
    """The operations of a pattern, by the only parser there is. Raises re.error."""
    return items_of(re._parser.parse(source, flags))  # type: ignore[attr-defined]  # noqa: SLF001


def items_of(part: Any) -> Items:
    """The operations of a part of a pattern."""
    return list(part)


def texts(items: Items, flags: int) -> Iterator[str]:
    """Texts that the items may match, the simplest first; not all of them, and some may not match after all."""
    choices = [tuple(dict.fromkeys(islice(_of_item(*item, flags), MOST_PARTS))) for item in items]
    for chosen in product(*choices):
        yield "".join(chosen)


def _of_item(code: Any, argument: Any, flags: int) -> Iterator[str]:
    name = str(code)
    if name in CHARACTER:
        yield from characters((code, argument), flags)
    elif name == "BRANCH":
        for part in argument[1]:
            yield from islice(texts(items_of(part), flags), MOST_PARTS)
    elif name.endswith("_REPEAT"):
        yield from _repeated(argument, flags)
    elif name == "SUBPATTERN":
        yield from texts(items_of(argument[3]), flags_within(argument, flags))
    elif name == "ATOMIC_GROUP":
        yield from texts(items_of(argument), flags)
    elif name == "ASSERT":
        # What a look asks for may be there already, or has to be put there.
        yield ""
        yield from texts(items_of(argument[1]), flags)
    else:
        yield ""


def _repeated(argument: Any, flags: int) -> Iterator[str]:
    least, most, below = argument
    one = tuple(islice(texts(items_of(below), flags), MOST_PARTS))
    yield from _times(one, least) if least else ("",)
    if most > least:
        yield from _times(one, least + 1)


def _times(some: Iterable[str], count: int) -> Iterator[str]:
    """Texts over again; what would become longer than is worth trying is left out."""
    return (text * count for text in some if len(text) * count <= LONGEST)


def flags_within(group: Any, flags: int) -> int:
    """The flags inside a group, which may set or clear some."""
    return int(flags | group[1]) & ~int(group[2])


def characters(item: tuple[Any, Any], flags: int) -> Iterator[str]:
    """Characters that a single item matches: a handful of common ones, else the first of all."""
    one = one_character(item, flags)
    common = [character for character in _SAMPLES if one.fullmatch(character)]
    found = None if common else one.search(_every_character())
    yield from common or ([found[0]] if found else [])


def one_character(item: tuple[Any, Any], flags: int) -> re.Pattern[str]:
    """A pattern of a single operation."""
    state = re._parser.State()  # type: ignore[attr-defined]  # noqa: SLF001
    state.flags = flags
    part = re._parser.SubPattern(state, [item])  # type: ignore[attr-defined]  # noqa: SLF001
    compiled: re.Pattern[str] = re._compiler.compile(part, flags)  # type: ignore[attr-defined]  # noqa: SLF001
    return compiled


@cache
def _every_character() -> str:
    return "".join(map(chr, range(sys.maxunicode + 1)))


def characters_of(source: str, flags: int = 0) -> tuple[re.Pattern[str], ...]:
    """A pattern for each operation that takes a character: what none of them fits stands in no match as a whole."""
    effective = re.compile(source, flags).flags
    return tuple(one_character(one, effective) for one in _single(parsed(source, flags)))


def _single(items: Items) -> Iterator[tuple[Any, Any]]:
    for code, argument in items:
        if str(code) in CHARACTER:
            yield code, argument
        for below in _below(code, argument):
            yield from _single(items_of(below))


def _below(code: Any, argument: Any) -> Iterator[Any]:
    """The parts of an operation that take characters."""
    name = str(code)
    if name == "BRANCH":
        yield from argument[1]
    elif name.endswith("_REPEAT"):
        yield argument[2]
    elif name == "SUBPATTERN":
        yield argument[3]
    elif name == "ATOMIC_GROUP":
        yield argument
    elif name == "GROUPREF_EXISTS":
        yield from (part for part in argument[1:] if part is not None)
