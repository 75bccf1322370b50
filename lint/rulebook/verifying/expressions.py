"""Whether a regular expression can match anything at all.

Three answers, each with its ground: a text that it matches; a reason why no text can; or that neither was found. Texts
are put together from the parsed pattern and tried, so that the first answer is certain; the second is given only for
what shows in the pattern itself: a set without characters, an anchor behind or before a character, an empty lookahead
that must fail. Python's own parser does the parsing.
"""

import re
import sys
from collections.abc import Sequence
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

from lint.model.text import Text
from lint.rulebook.verifying.samples import (
    CHARACTER,
    Items,
    characters,
    flags_within,
    items_of,
    one_character,
    parsed,
    texts,
)

MOST_CANDIDATES = 400
_BESIDE = (("", ""), ("\n", "\n"), (" ", " "), ("一", "一"), ("a", "a"), ("", "一"), ("一", ""), ("1", "1"))

_EMPTY_SET = Text("其中一个字符集是空的", "a set in it has no characters")
_BEFORE = Text("开头的锚 {anchor} 之前必有字符", "{anchor}, the start, comes behind a character")
_BEHIND = Text("结尾的锚 {anchor} 之后必有字符", "{anchor}, the end, comes before a character")
_EDGE = Text("两边都是同类字符，{anchor} 不能成立", "{anchor} cannot hold between characters of one sort")
_LOOK = Text("一个否定断言总不成立", "a negative look always fails")


class Verdict(NamedTuple):
    """``matches``: a text in which the pattern is found; ``never``: why there is none; neither: not decided."""

    matches: str | None = None
    never: Text | None = None


@cache
def can_match(source: str, flags: int = 0) -> Verdict:
    """Whether a pattern can match. Raises re.error where it is none."""
    compiled = re.compile(source, flags)
    items = parsed(source, flags)
    never = _never(items, compiled.flags)
    if never:
        return Verdict(never=never)
    tried = (
        f"{one}{text}{two}" for text in islice(texts(items, compiled.flags), MOST_CANDIDATES) for one, two in _BESIDE
    )
    return Verdict(matches=next((text for text in tried if compiled.search(text)), None))


def _never(items: Items, flags: int) -> Text | None:
    """Why a sequence can match nothing, None where nothing shows it."""
    inner = next(filter(None, (_item_never(*item, flags) for item in items)), None)
    return inner or next(filter(None, (_anchor(items, at, flags) for at in range(len(items)))), None)


def _item_never(code: Any, argument: Any, flags: int) -> Text | None:
    name = str(code)
    if name == "IN":
        return None if any(True for _ in characters((code, argument), flags)) else _EMPTY_SET
    # Nothing holds everywhere, so that its contrary, (?!), holds nowhere; some parsers have an operation of its own.
    if name == "FAILURE" or (name == "ASSERT_NOT" and not items_of(argument[1])):
        return _LOOK
    if name == "BRANCH":
        reasons = [_never(items_of(part), flags) for part in argument[1]]
        return reasons[0] if all(reasons) else None
    return _never(*_required(name, argument, flags))


def _required(name: str, argument: Any, flags: int) -> tuple[Items, int]:
    """What of an operation has to match, and under which flags."""
    if name.endswith("_REPEAT"):
        return items_of(argument[2]) if argument[0] else (), flags
    if name == "SUBPATTERN":
        return items_of(argument[3]), flags_within(argument, flags)
    if name == "ASSERT":
        return items_of(argument[1]), flags
    return items_of(argument) if name == "ATOMIC_GROUP" else (), flags


def _anchor(items: Items, at: int, flags: int) -> Text | None:
    """Why an anchor contradicts what stands beside it."""
    code, where = items[at]
    if str(code) != "AT":
        return None
    name = str(where)
    before, behind = _nearest(items[:at][::-1]), _nearest(items[at + 1 :])
    several = bool(flags & re.MULTILINE)
    if name == "AT_BEGINNING_STRING" or (name == "AT_BEGINNING" and not several):
        return _BEFORE.fill({"anchor": "^"}) if _width(items[:at])[0] else None
    if name == "AT_BEGINNING":
        return _BEFORE.fill({"anchor": "^"}) if before and not _fits(before, "\n", flags) else None
    if name == "AT_END_STRING":
        return _BEHIND.fill({"anchor": r"\Z"}) if _width(items[at + 1 :])[0] else None
    if name == "AT_END":
        # It holds before a last line feed too, so that one character may follow.
        blocked = behind and not _fits(behind, "\n", flags)
        return _BEHIND.fill({"anchor": "$"}) if blocked or (not several and _width(items[at + 1 :])[0] > 1) else None
    return _edge(name, before, behind, flags)


def _edge(name: str, before: tuple[Any, Any] | None, behind: tuple[Any, Any] | None, flags: int) -> Text | None:
    """A boundary of words needs a letter on one side and none on the other; its contrary needs two of one sort."""
    sorts = [_sort(one, flags) for one in (before, behind)]
    if None in sorts:
        return None
    inside = "NON_BOUNDARY" in name
    return _EDGE.fill({"anchor": r"\B" if inside else r"\b"}) if (sorts[0] == sorts[1]) != inside else None


def _sort(item: tuple[Any, Any] | None, flags: int) -> bool | None:
    """True: only letters and digits; False: none of them; None: both, or not known."""
    if item is None or str(item[0]) != "LITERAL":
        return None
    return re.fullmatch(r"\w", chr(item[1]), flags & re.ASCII) is not None


def _nearest(items: Sequence[tuple[Any, Any]]) -> tuple[Any, Any] | None:
    """The single character that must stand first; None where that is not plain."""
    return items[0] if items and str(items[0][0]) in CHARACTER else None


def _fits(item: tuple[Any, Any], character: str, flags: int) -> bool:
    return one_character(item, flags).fullmatch(character) is not None


def _width(items: Items) -> tuple[int, int]:
    """The least and the greatest number of characters that the items take."""
    widths = [_width_of(*item) for item in items]
    return sum(low for low, _ in widths), sum(high for _, high in widths)


def _width_of(code: Any, argument: Any) -> tuple[int, int]:
    name = str(code)
    if name in CHARACTER:
        return 1, 1
    if name == "BRANCH":
        parts = [_width(items_of(part)) for part in argument[1]]
        return min(low for low, _ in parts), max(high for _, high in parts)
    if name.endswith("_REPEAT"):
        low, high = _width(items_of(argument[2]))
        return low * int(argument[0]), high * int(argument[1])
    if name in ("SUBPATTERN", "ATOMIC_GROUP"):
        return _width(items_of(argument[3] if name == "SUBPATTERN" else argument))
    return 0, 0 if name in ("AT", "ASSERT", "ASSERT_NOT") else sys.maxsize
