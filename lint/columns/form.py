"""Which part of a report stands in which column. Everything of the tree is named by its pointer, but for the head."""

from typing import Final

from lint.model.form import CELLS, DECIMAL_CELLS, SECTIONS
from lint.model.pointer import Pointer

# Who reports, as the reader understood it; where the tree says the same, it says so here only.
IDENTITY: dict[Pointer, str] = {
    "/agency/name": "agency",
    "/agency/kind": "kind",
    "/agency/level": "level",
    "/year": "year",
    "/edition": "edition",
}
HEADINGS: dict[Pointer, str] = {f"/sections/{section}/heading": f"/sections/{section}/heading" for section in SECTIONS}
TEXTS: dict[Pointer, str] = {"/title": "title", "/published": "published", **HEADINGS}
LISTS: dict[Pointer, str] = {
    "/preamble": "preamble",
    **{f"/sections/{section}/paragraphs": f"/sections/{section}/paragraphs" for section in SECTIONS},
}
COUNTS: tuple[Pointer, ...] = tuple(cell for cell in CELLS if cell not in DECIMAL_CELLS)
AMOUNTS: tuple[Pointer, ...] = tuple(cell for cell in CELLS if cell in DECIMAL_CELLS)
# Beside each amount: how many decimals it was written with, since 12.50 is not 12.5 to a clerk; blank where none.
WRITTEN: dict[Pointer, str] = {cell: f"{cell}:decimals" for cell in AMOUNTS}

# A whole number of a column is one of 64 bits; an amount has so many digits before and behind the point.
LEAST, MOST = -(2**63), 2**63 - 1
DIGITS: Final = 38
DECIMALS: Final = 10
# Rows in one piece of the file: what is read, and held in memory, at a time.
ROWS: Final = 16_384
