"""One cause of broken relations: which cells must be wrong, what they should hold, and why it must be these."""

from decimal import Decimal
from typing import NamedTuple

from lint.model.place import Place
from lint.model.pointer import Pointer
from lint.model.text import Text


class Change(NamedTuple):
    """A cell, what it holds (None: blank), and what it should hold (None: the relations leave that open).

    ``where`` names the cell in full; ``row`` names its row in full, ``column`` the cell within that row.
    """

    pointer: Pointer
    where: Text
    place: Place | None
    actual: int | Decimal | None
    expected: int | Decimal | None
    row: Text
    column: Text


class Evidence(NamedTuple):
    """What another source says of a repair: whether the repair fits it, in words, and where the report says it.

    ``pointer`` is the piece of this report's own text; None where the source is last year's report.
    """

    fits: bool
    words: Text
    pointer: Pointer | None


class Repair(NamedTuple):
    """One smallest set of changes after which every relation holds; ``pattern`` names the slip, where it is known.

    ``evidence`` is what the text and last year's report say of it, what speaks against it first.
    """

    cells: tuple[Change, ...]
    pattern: str | None
    pattern_words: Text | None
    evidence: tuple[Evidence, ...] = ()


class Proof(NamedTuple):
    """Why it must be these cells, with figures that a person can check with a pencil.

    ``broken`` are the relations that do not hold, ``because`` the reasons, ``conclusion`` what follows from them, and
    ``after`` the same relations after the likeliest repair; figures that it changes stand in brackets.
    """

    broken: tuple[Text, ...]
    because: tuple[Text, ...]
    conclusion: Text
    after: tuple[Text, ...]


class Excerpt(NamedTuple):
    """The part of a table that a cause is about, in the order of the form.

    ``rows`` are the pointers of the rows with their names, ``columns`` the last steps of the cells with theirs.
    """

    rows: tuple[tuple[Pointer, Text], ...]
    columns: tuple[tuple[str, Text], ...]


NO_PROOF = Proof((), (), Text("", ""), ())


class Cause(NamedTuple):
    """The findings, by fingerprint, that one cause explains, and all smallest repairs, likeliest first.

    ``decided``: exactly one smallest repair exists. ``omitted`` counts the repairs that are not listed; where not
    ``complete``, there are at least so many. ``too_many``: too many contradictions to name the cells; a repair listed
    all the same is a single slip that would mend everything. No repair and not ``too_many``: no figures can ever make
    these relations hold. ``by_one_slip``: the first repair is a single slip, beside it the smallest repairs take
    several mistakes. ``excerpt`` is None where no single table is concerned.
    """

    explains: tuple[str, ...]
    decided: bool
    repairs: tuple[Repair, ...]
    omitted: int
    too_many: bool = False
    complete: bool = True
    by_one_slip: bool = False
    proof: Proof = NO_PROOF
    excerpt: Excerpt | None = None
