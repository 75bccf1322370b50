"""One cause of broken relations: which cells must be wrong, and what they should hold."""

from decimal import Decimal
from typing import NamedTuple

from lint.model.place import Place
from lint.model.pointer import Pointer
from lint.model.text import Text


class Change(NamedTuple):
    """A cell, what it holds (None: blank), and what it should hold (None: the relations leave that open)."""

    pointer: Pointer
    where: Text
    place: Place | None
    actual: int | Decimal | None
    expected: int | Decimal | None


class Repair(NamedTuple):
    """One smallest set of changes after which every relation holds; ``pattern`` names the slip, where it is known."""

    cells: tuple[Change, ...]
    pattern: str | None
    pattern_words: Text | None


class Cause(NamedTuple):
    """The findings, by fingerprint, that one cause explains, and all smallest repairs, likeliest first.

    ``decided``: exactly one smallest repair exists. ``omitted`` counts the repairs that are not listed. Without any
    repair there are too many contradictions to name the cells.
    """

    explains: tuple[str, ...]
    decided: bool
    repairs: tuple[Repair, ...]
    omitted: int
