"""The region of a sheet where the report stands; cells far away from it are no part of it."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from lint.model.place import Place
from lint.model.report import Remark
from lint.readers.sheet_merges import Merges
from lint.readers.sheet_references import Position, Range
from lint.readers.sheets import Entry, Sheet, SheetRow

_ROWS_APART = 200
_COLUMNS_APART = 50
_MOST_TOLD = 20
_MOST_REGIONS = 20
_SIGNS = ("信息公开", "信息内容", "规范性文件", "自然人", "行政复议", "申请")


def regions(sheet: Sheet, remarks: list[Remark]) -> list[tuple[SheetRow, ...]]:
    """The rows of each region of a sheet, in reading order.

    Cells behind a gap of 200 rows or 50 columns are regions of their own. Where some hold words of a report, the others
    are left out, else those after the twentieth; remarks tell what is left out, and what a merged cell covers.
    """
    rows = list(_uncovered(sheet, remarks))
    found = [region for band in _bands(rows) for region in _columns(band) if _filled(region)]
    if len(found) < 2:  # noqa: PLR2004 - one region, or none
        return found
    kept = [region for region in found if _reads(region)] or found[:_MOST_REGIONS]
    apart = {id(region) for region in kept}
    outside = (region for region in found if id(region) not in apart)
    remarks.extend(_outside(sheet.name, region) for region, _ in zip(outside, range(_MOST_TOLD), strict=False))
    return kept


def _reads(region: Sequence[SheetRow]) -> bool:
    """Whether there are words of a report in a region."""
    return any(sign in entry.text for row in region for entry in row.entries for sign in _SIGNS)


def _filled(region: Sequence[SheetRow]) -> bool:
    return any(entry.filled for row in region for entry in row.entries)


def _outside(name: str, region: Sequence[SheetRow]) -> Remark:
    positions = [Position(row.number, entry.column) for row in region for entry in row.entries if entry.filled]
    columns = [position.column for position in positions]
    whole = Range(positions[0].row, min(columns), positions[-1].row, max(columns))
    return Remark("outside", "", f"{name}!{whole.name}", Place(sheet=name, cell=positions[0].name))


def _uncovered(sheet: Sheet, remarks: list[Remark]) -> Iterator[SheetRow]:
    """The rows without what stands in covered cells."""
    merges = Merges(sheet.merges)
    told: set[Range] = set()
    for row in sheet.rows:
        merges.go_to(row.number)
        kept = []
        for entry in row.entries:
            over = merges.over(entry.column)
            if over is None or (over.top, over.left) == (row.number, entry.column):
                kept.append(entry)
            elif entry.text and over not in told and len(told) < _MOST_TOLD:
                told.add(over)
                cell = Position(row.number, entry.column).name
                remarks.append(Remark("hidden-text", "", f"{sheet.name}!{cell}", Place(sheet=sheet.name, cell=cell)))
        if kept:
            yield SheetRow(row.number, tuple(kept))


def _bands(rows: Iterable[SheetRow]) -> Iterator[list[SheetRow]]:
    """Rows that are not far from each other."""
    band: list[SheetRow] = []
    last = 0
    for row in rows:
        filled = any(entry.filled for entry in row.entries)
        if band and filled and row.number - last > _ROWS_APART:
            yield band
            band = []
        last = row.number if filled else last
        band.append(row)
    if band:
        yield band


def _columns(band: list[SheetRow]) -> Iterator[tuple[SheetRow, ...]]:
    """The rows of a band, cut where columns are far from each other."""
    used = sorted({entry.column for row in band for entry in row.entries if entry.filled})
    cuts = [after for before, after in pairwise(used) if after - before > _COLUMNS_APART]
    if not cuts:
        yield tuple(band)
        return
    parts: dict[int, list[SheetRow]] = {}
    for row in band:
        pieces: dict[int, list[Entry]] = {}
        for entry in row.entries:
            pieces.setdefault(_piece(cuts, entry.column), []).append(entry)
        for number, entries in pieces.items():
            parts.setdefault(number, []).append(SheetRow(row.number, tuple(entries)))
    yield from (tuple(parts[number]) for number in sorted(parts))


def _piece(cuts: list[int], column: int) -> int:
    """The number of the piece in which a column lies."""
    return bisect_right(cuts, column)
