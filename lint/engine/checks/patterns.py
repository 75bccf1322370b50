"""Patterns of rule files, looked at before they are used.

Python's engine backtracks. So a pattern is taken only if the ways it can try at one place are few, and a text is
searched in windows: together this bounds the time on any text.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from lint.model.errors import RuleError
from lint.model.pattern import Pattern
from lint.model.text import Text

WINDOW = 2_000
OVERLAP = 200
MOST_WAYS = 10_000
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


def vet(source: str) -> None:
    """Look at a pattern of a rule file. Raises RuleError where it is none or could take time without bound."""
    try:
        re.compile(source)
        ways = _ways(re._parser.parse(source))  # type: ignore[attr-defined]  # noqa: SLF001
    except (re.error, RecursionError, OverflowError) as error:
        raise RuleError(Text(f"正则表达式有误：{error}", f"not a regular expression: {error}")) from None
    if ways > MOST_WAYS:
        words = Text(
            "正则表达式中的重复太多，可能极慢；请用 {0,40} 之类的上限代替 * 和 +",
            "the repetitions of this pattern may take very long; use bounds such as {0,40} instead of * and +",
        )
        raise RuleError(words)


def searched(pattern: Pattern, text: str) -> re.Match[str] | None:
    """The first match of a pattern in a text, looked for in windows of WINDOW characters that overlap a little."""
    return next(filter(None, (pattern.search(window) for window in _windows(text))), None)


def _windows(text: str) -> Iterator[str]:
    if len(text) <= WINDOW:
        yield text
        return
    for start in range(0, len(text) - OVERLAP, WINDOW - OVERLAP):
        yield text[start : start + WINDOW]


def _ways(parsed: Iterable[Any]) -> int:
    """In how many ways the pattern can be tried at one place, at most: each repetition multiplies them."""
    ways = 1
    for code, argument in parsed:
        name = str(code)
        if name.startswith("GROUPREF"):
            raise RuleError(Text("正则表达式不得引用分组", "a pattern may not refer to a group"))
        below = [_ways(part) for part in _below(argument)]
        if name in _REPEATS:
            ways *= _ways_of_repeat(argument, max(below, default=1))
        else:
            ways *= sum(below) if name == "BRANCH" else max(below, default=1)
    return min(ways, WINDOW**2)


def _ways_of_repeat(argument: Any, inner: int) -> int:
    least, most, _ = argument
    times = min(int(most), WINDOW)
    if times > 1 and inner > 1:
        raise RuleError(Text("正则表达式中重复里套重复", "a repetition inside a repetition may never end"))
    return int(times - min(int(least), times) + 1) * inner


def _below(argument: Any) -> Iterator[Iterable[Any]]:
    """The sub-patterns within the argument of one operation, however the parser nests them."""
    if isinstance(argument, re._parser.SubPattern):  # type: ignore[attr-defined]  # noqa: SLF001
        yield argument
    elif isinstance(argument, list | tuple):
        for item in argument:
            yield from _below(item)
