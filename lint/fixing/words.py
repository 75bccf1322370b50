"""How fixes name their cells: in the words of the form, as findings do."""

from typing import NamedTuple

from lint.model.fix import Figure, Fix
from lint.model.layout import Layout
from lint.model.pointer import Pointer
from lint.model.report import Report
from lint.model.text import Text


class Writer(NamedTuple):
    """Makes safe fixes of one report."""

    report: Report
    layout: Layout

    def words(self, pointer: Pointer) -> Text:
        """A cell in the words of the form."""
        place = self.report.locate(pointer)
        return self.layout.words(pointer, place.row if place is not None and place.table is not None else None)

    def safe(self, pointer: Pointer, actual: Figure | str | None, expected: Figure, why: Text) -> Fix:
        """A safe fix of a cell."""
        return Fix(pointer, self.words(pointer), self.report.locate(pointer), actual, expected, why, safe=True)
