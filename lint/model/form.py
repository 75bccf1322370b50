"""The form itself: sections, rows, columns and cells under the keys of the report tree.

Source: 国办公开办函〔2021〕30号 and 〔2019〕60号, annexes. Only keys live here; labels are in ``schemas/layouts``.
"""

from lint.model.pointer import Pointer

SECTIONS = ("overview", "proactive", "applications", "disputes", "problems", "other")
TABLE_SECTIONS = ("proactive", "applications", "disputes")
EDITIONS = ("2021", "2019")
FIRST_YEAR = 2019
FIRST_YEAR_2021 = 2021

TABLES: dict[str, Pointer] = {section: f"/sections/{section}/table" for section in TABLE_SECTIONS}

COLUMNS = ("natural_person", "business", "research", "public_welfare", "legal_service", "other", "total")
APPLICANTS = COLUMNS[:-1]

_DENIED = "state_secret law_forbidden three_safety third_party internal process enforcement_file admin_query".split()
_NOT_PROCESSED = "petition repeated publication massive reconfirm".split()
SINGLE_OTHER = "results/other"
SPLIT_OTHER = tuple(f"results/other/{row}" for row in ("not_supplemented", "fee_unpaid", "other"))
_BEFORE_OTHER = (
    "new",
    "carried_in",
    "results/granted",
    "results/partial",
    *(f"results/denied/{row}" for row in _DENIED),
    *(f"results/unavailable/{row}" for row in ("not_held", "needs_creation", "unclear")),
    *(f"results/not_processed/{row}" for row in _NOT_PROCESSED),
)
_AFTER_OTHER = ("results/total", "carried_out")
ROWS = {
    "2021": (*_BEFORE_OTHER, *SPLIT_OTHER, *_AFTER_OTHER),
    "2019": (*_BEFORE_OTHER, SINGLE_OTHER, *_AFTER_OTHER),
}
ALL_ROWS = (*ROWS["2021"], SINGLE_OTHER)

GROUPS = ("reconsideration", "litigation_direct", "litigation_after_reconsideration")
OUTCOMES = ("upheld", "corrected", "other", "pending", "total")

BLOCKS: dict[str, dict[str, tuple[str, ...]]] = {
    "2021": {
        "regulations": ("issued", "repealed", "in_force"),
        "normative_documents": ("issued", "repealed", "in_force"),
        "licensing": ("decisions",),
        "penalties": ("decisions",),
        "coercion": ("decisions",),
        "fees": ("amount",),
    },
    "2019": {
        "regulations": ("made", "disclosed", "total_disclosed"),
        "normative_documents": ("made", "disclosed", "total_disclosed"),
        "licensing": ("previous_items", "change", "decisions"),
        "other_services": ("previous_items", "change", "decisions"),
        "penalties": ("previous_items", "change", "decisions"),
        "coercion": ("previous_items", "change", "decisions"),
        "fees": ("previous_items", "change"),
        "procurement": ("items", "amount"),
    },
}
BLOCK_ROWS = "regulations normative_documents licensing other_services penalties coercion fees procurement".split()
# Where the text before section one, and that of section one, stands.
LEAD_IN: tuple[Pointer, ...] = ("/preamble/", "/sections/overview/paragraphs/")
DECIMAL_CELLS = frozenset(f"{TABLES['proactive']}/{cell}" for cell in ("fees/amount", "procurement/amount"))
# Columns of table two that one edition has and the other has not; `decisions` stands in both.
MARKERS = {
    "2021": frozenset({"issued", "repealed", "in_force", "fees/amount"}),
    "2019": frozenset(
        {"made", "disclosed", "total_disclosed", "previous_items", "change", "items", "procurement/amount"}
    ),
}


def block_columns(row: str) -> tuple[str, ...]:
    """Every column that a row of table two has in either edition."""
    both = (column for edition in EDITIONS for column in BLOCKS[edition].get(row, ()))
    return tuple(dict.fromkeys(both))


# Every container of cells with its columns, in document order: the order of the cells of a report. Only the single
# row （六） of 2019 stands behind all others, so that the rows of 2021 lie one behind the other.
CONTAINERS: tuple[tuple[Pointer, tuple[str, ...]], ...] = (
    *((f"{TABLES['proactive']}/{row}", block_columns(row)) for row in BLOCK_ROWS),
    *((f"{TABLES['applications']}/{row}", COLUMNS) for row in ROWS["2021"]),
    *((f"{TABLES['disputes']}/{group}", OUTCOMES) for group in GROUPS),
    (f"{TABLES['applications']}/{SINGLE_OTHER}", COLUMNS),
)
CELLS: tuple[Pointer, ...] = tuple(f"{at}/{column}" for at, columns in CONTAINERS for column in columns)
CELL_INDEX: dict[Pointer, int] = {pointer: index for index, pointer in enumerate(CELLS)}


def cells_of(table: Pointer) -> tuple[int, ...]:
    """The index of every cell of a table."""
    return tuple(index for pointer, index in CELL_INDEX.items() if pointer.startswith(f"{table}/"))


def edition_of_year(year: int) -> str:
    """The edition in force for a report year; reports before 2019 had no unified form."""
    return "2021" if year >= FIRST_YEAR_2021 else "2019"


def _parts() -> dict[int, tuple[int, ...]]:
    rows = [f"{TABLES['applications']}/{row}" for row in ALL_ROWS]
    results = [row for row in rows if "/results/" in row and not row.endswith("/results/total")]
    parts = {f"{row}/total": [f"{row}/{column}" for column in APPLICANTS] for row in rows}
    for column in APPLICANTS:
        parts[f"{TABLES['applications']}/results/total/{column}"] = [f"{row}/{column}" for row in results]
    for group in (f"{TABLES['disputes']}/{group}" for group in GROUPS):
        parts[f"{group}/total"] = [f"{group}/{outcome}" for outcome in OUTCOMES[:-1]]
    known = {total: [cell for cell in cells if cell in CELL_INDEX] for total, cells in parts.items()}
    return {CELL_INDEX[total]: tuple(CELL_INDEX[cell] for cell in cells) for total, cells in known.items()}


# The cells that a total adds up, by index: a blank total over filled parts is unknown, not 0.
PARTS: dict[int, tuple[int, ...]] = _parts()
