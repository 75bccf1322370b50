"""What a fix is: one cell, what it holds, what it shall hold, and why that is certain."""

from decimal import Decimal
from typing import NamedTuple, TypeAlias

from lint.model.place import Place
from lint.model.pointer import Pointer
from lint.model.run import Checked
from lint.model.text import Text

Figure: TypeAlias = int | Decimal
# A rule and the cell at which its finding points: what stays the same when figures change.
Question: TypeAlias = tuple[str, Pointer | None]


class Fix(NamedTuple):
    """One value to be written. ``actual``: None is a blank, a string is as the file writes it.

    ``safe``: no figure of the report means anything else than before; the others rest on a diagnosis.
    """

    pointer: Pointer
    where: Text
    place: Place | None
    actual: Figure | str | None
    expected: Figure
    why: Text
    safe: bool


class Group(NamedTuple):
    """Fixes that stand or fall together; ``explains`` are the broken relations that must hold afterwards."""

    fixes: tuple[Fix, ...]
    explains: tuple[Question, ...] = ()


class Dropped(NamedTuple):
    """A group that was tried and taken back, or never tried, and why."""

    group: Group
    reason: Text


class Plan(NamedTuple):
    """All that can be fixed in one report, and ``after``: the fixed report, checked again.

    Where nothing can be fixed ``after`` is the report as it was. ``undecided`` counts the causes of which nobody can
    tell which cell is wrong, ``unsafe`` those that only ``--unsafe`` corrects, ``blanks`` the blank cells;
    ``contradicted`` are the decided ones that are left, since the text or last year's report has it otherwise.
    """

    fixes: tuple[Fix, ...]
    dropped: tuple[Dropped, ...]
    after: Checked
    undecided: int
    unsafe: int
    blanks: int
    contradicted: tuple[Dropped, ...] = ()
