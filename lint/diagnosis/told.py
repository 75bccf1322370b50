"""What a diagnosis says: which cells must be wrong, what they should hold, and how sure that is."""

from typing import NamedTuple

from lint.diagnosis.relation import Figure


class Change(NamedTuple):
    """A cell, what it holds (None: blank), and what it should hold.

    Where the relations do not determine that, ``expected`` is an example, and ``lowest`` and ``highest`` say how far
    it goes; None: no end. Otherwise both are ``expected`` itself.
    """

    cell: int
    actual: Figure | None
    expected: Figure
    lowest: Figure | None
    highest: Figure | None

    @property
    def free(self) -> bool:
        """Whether other values would do too."""
        return not self.lowest == self.expected == self.highest


class Repair(NamedTuple):
    """A set of changes that makes every relation hold, and the name of the slip that it is, if any."""

    cells: tuple[Change, ...]
    pattern: str | None


class Diagnosis(NamedTuple):
    """One cause: the relations that it explains, by index, and its smallest repairs, likeliest first.

    ``decided``: exactly one smallest repair exists, and its values are determined. ``omitted`` repairs are not listed;
    where not ``complete``, at least so many. ``too_many``: too many contradictions to name the cells; a repair listed
    all the same is a single slip that mends everything. No repair and not ``too_many``: no figures can ever make these
    relations hold. ``by_one_slip``: beside the smallest repairs, which take several mistakes, single slips are listed
    that explain as much and change other cells, or more of them; nothing is decided then.
    """

    explains: tuple[int, ...]
    decided: bool
    repairs: tuple[Repair, ...]
    omitted: int
    too_many: bool
    complete: bool
    by_one_slip: bool = False
