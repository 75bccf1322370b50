"""Linear relations as rule files write them: ``total = sum(results/**)``, ``in_force >= issued``.

Grammar: ``side OP side`` with OP one of = <= >= < > ; a side is terms joined by + and - ;
a term is a whole number, ``path``, ``number * path`` or ``sum(path)``. Paths may hold ``{name}``, which stands for
one step and is filled in all ways that fit; inside ``sum`` also ``*`` (one step) and ``**`` (any number).
"""

import re
from typing import NamedTuple

from lint.model.errors import RuleError
from lint.model.text import Text

_COMPARE = re.compile(r"<=|>=|=|<|>")
_TERM = re.compile(
    r"\s*(?P<sign>[+-])?\s*(?:(?P<factor>\d{1,9})\s*\*\s*)?"
    r"(?:sum\(\s*(?P<many>[a-z_0-9/{}*]+)\s*\)|(?P<path>[a-z_][a-z_0-9/{}]*|\{[a-z_]+\}[a-z_0-9/{}]*)|(?P<number>\d{1,18}))\s*"
)


class Part(NamedTuple):
    """One term: factor times the cell at a path, times the sum of the cells of a pattern, or a bare number."""

    factor: int
    path: str | None
    many: bool


class Relation(NamedTuple):
    """Two sides and what stands between them."""

    left: tuple[Part, ...]
    operator: str
    right: tuple[Part, ...]


def parse_relation(source: str) -> Relation:
    """Parse one relation. Raises RuleError where it is none."""
    operators = _COMPARE.findall(source)
    if len(operators) != 1:
        raise RuleError(Text(f"关系式须恰有一个比较符：{source}", f"a relation has exactly one comparison: {source}"))
    left, right = source.split(operators[0])
    return Relation(_side(left, source), operators[0], _side(right, source))


def _side(text: str, source: str) -> tuple[Part, ...]:
    parts: list[Part] = []
    position = 0
    while position < len(text):
        found = _TERM.match(text, position)
        if found is None or found.end() == position or (parts and not found["sign"]):
            raise _bad_term(text[position:], source)
        parts.append(_part(found))
        position = found.end()
    if not parts:
        raise _bad_term(text, source)
    return tuple(parts)


def _part(found: re.Match[str]) -> Part:
    sign = -1 if found["sign"] == "-" else 1
    if found["number"]:
        return Part(sign * int(found["number"]) * int(found["factor"] or 1), None, many=False)
    return Part(sign * int(found["factor"] or 1), found["many"] or found["path"], many=bool(found["many"]))


def _bad_term(rest: str, source: str) -> RuleError:
    return RuleError(
        Text(f"关系式“{source}”中看不懂“{rest.strip()}”", f"cannot read '{rest.strip()}' in the relation '{source}'")
    )
