"""The styles of a Word document, as far as they change what is read: those that number, and those that hide."""

from typing import NamedTuple

from lxml.etree import _Element as Element

from lint.readers.docx_parts import OFF, Parts, W, parse_part

_VAL = f"{W}val"
_LEVELS = 9
_DEEPEST = 20  # styles that stand on each other; a circle ends there


class Styles(NamedTuple):
    """The list and level of paragraph styles that number by themselves; the names of those that hide."""

    numbered: dict[str, tuple[str, int]]
    hidden: frozenset[str]


def styles_of(parts: Parts) -> Styles:
    """The styles. Raises Unreadable (LT001) where the part that describes them is damaged."""
    found = parts.data_of("styles")
    if found is None or (b"numPr" not in found[1] and b"vanish" not in found[1]):
        return Styles({}, frozenset())
    every = {style.get(f"{W}styleId", ""): style for style in parse_part(*found).iterchildren(f"{W}style")}
    lists = {name: _first(every, name, f"{W}pPr/{W}numPr") for name in every}
    signs = {name: _first(every, name, f"{W}rPr/{W}vanish") for name in every}
    return Styles(
        {name: numbered(one) for name, one in lists.items() if one is not None},
        frozenset(name for name, one in signs.items() if one is not None and one.get(_VAL) not in OFF),
    )


def _first(every: dict[str, Element], name: str, path: str) -> Element | None:
    """What a style says itself, or the nearest of those on which it stands."""
    for _ in range(_DEEPEST):
        style = every.get(name)
        if style is None:
            return None
        found = style.find(path)
        if found is not None:
            return found
        below = style.find(f"{W}basedOn")
        name = below.get(_VAL, "") if below is not None else ""
    return None


def numbered(found: Element) -> tuple[str, int]:
    """The list and the level that a ``numPr`` names."""
    name, depth = found.find(f"{W}numId"), found.find(f"{W}ilvl")
    level = depth.get(_VAL, "0") if depth is not None else "0"
    in_range = level.isdecimal() and len(level) == 1 and int(level) < _LEVELS
    return (name.get(_VAL, "") if name is not None else ""), int(level) if in_range else 0
