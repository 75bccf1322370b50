"""What figures bodies of a kind and level usually report: by how many, and how widely they differ."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple, TypeAlias

from lint.model.pointer import Pointer
from lint.model.report import Identity
from lint.model.text import Text
from lint.model.undecided import Undecided

Number: TypeAlias = int | Decimal
NO_KIND = Text("看不出机关的类别或层级", "kind or level of the body are not known")
NO_PEERS = Text("没有同级同类机关的常值", "there is no norm of bodies of its kind and level")


class Norm(NamedTuple):
    """One cell over the reports of bodies of one kind and level.

    ``reports`` have a figure there. ``median`` is the figure that half of them do not exceed, the lower of two in
    the middle; ``deviation`` the median of the distances from it; ``top`` the figure that 99 of 100 do not exceed. All
    are exact.
    """

    reports: int
    median: Number
    deviation: Number
    top: Number


Peers: TypeAlias = tuple[str, str]  # kind and level
Figures: TypeAlias = Mapping[Pointer, Norm]


class Norms(NamedTuple):
    """The norms of a file, by kind and level of the bodies and by cell."""

    source: str
    groups: Mapping[Peers, Figures]

    def of(self, who: Identity, cell: Pointer) -> Norm:
        """The norm of a cell for a body. Raises Undecided where kind or level are unknown, or nobody has a figure."""
        if who.kind is None or who.level is None:
            raise Undecided(NO_KIND)
        found = self.groups.get((who.kind, who.level), {}).get(cell)
        if found is None:
            raise Undecided(NO_PEERS)
        return found
