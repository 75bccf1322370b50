"""What a diagnosis is told: relations between numbered cells, and which figures a cell may hold."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple, TypeAlias

Figure: TypeAlias = int | Decimal
Figures: TypeAlias = Sequence[Figure | None]  # by the number of the cell; None is a blank, which counts as 0


class Relation(NamedTuple):
    """``sum(factor * value of cell) OPERATOR constant``; a term is (factor, cell), the operator = <= >= < or >."""

    terms: tuple[tuple[int, int], ...]
    operator: str
    constant: Figure = 0


class Bounds(NamedTuple):
    """What a cell may hold: whole numbers from 0 on, unless it is named here.

    ``signed`` are the cells that may be negative, ``places`` the cells with decimals: (cell, number of decimals).
    """

    signed: frozenset[int] = frozenset()
    places: tuple[tuple[int, int], ...] = ()

    def wide_enough(self, values: Figures) -> "Bounds":
        """The same bounds with as many decimals as the values have."""
        if Decimal not in set(map(type, values)):
            return self
        written = {cell: _places(value) for cell, value in enumerate(values) if isinstance(value, Decimal)}
        known = dict(self.places)
        wider = {cell: places for cell, places in written.items() if places > known.get(cell, 0)}
        return self._replace(places=tuple({**known, **wider}.items())) if wider else self


def _places(value: Figure) -> int:
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
    return max(0, -exponent) if isinstance(exponent, int) else 0
