"""Labels that are official but for their layout: torn in two by a narrow column, or in one cell with their groups."""

import re
from collections.abc import Iterable

from lint.readers.labels import LONGEST_TYPED, folded

_GROUPS = re.compile(r"(?:三、本年度办理结果)?(?:\([三四五六]\)(?:不予公开|无法提供|不予处理|其他处理))?")
_MARKS = frozenset('、,.;:()“”"')
_PAUSES = ("、", ",")


def is_torn(text: str, official: Iterable[str]) -> bool:
    """Whether a text is a piece of an official label, broken off within a clause: 部分公开（区分处理的，只计.

    A shorter name that ends where a clause of the label does is one that somebody chose.
    """
    typed = folded(text) if 0 < len(text) <= LONGEST_TYPED else ""
    return bool(typed) and any(_breaks_off(typed, whole) for whole in official)


def is_headed(text: str, official: Iterable[str]) -> bool:
    """Whether a text is an official label with the names of its groups before it: （三）不予公开1.属于国家秘密."""
    typed = folded(text) if 0 < len(text) <= LONGEST_TYPED else ""
    return any(typed.endswith(whole) and _GROUPS.fullmatch(typed[: -len(whole)]) for whole in official)


def _breaks_off(typed: str, whole: str) -> bool:
    start = whole.find(typed)
    if start < 0 or typed == whole:
        return False
    before, after = whole[:start][-1:], whole[start + len(typed) :][:1]
    return typed.endswith(_PAUSES) or any(sign and sign not in _MARKS for sign in (before, after))
