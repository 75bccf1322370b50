"""Patterns of rule files, looked at before they are used.

Python's engine backtracks, so a pattern is taken only if it cannot run away: no repetition inside an unbounded one,
at most two unbounded repetitions, no references.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from lint.model.errors import RuleError
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
