"""The rows of table three by their order: an unknown label takes the place of the row that is missing there."""

from itertools import pairwise
from typing import NamedTuple

from lint.model.form import ROWS, SINGLE_OTHER, SPLIT_OTHER, TABLES
from lint.model.plain import plain_text
from lint.model.report import Trouble
from lint.model.text import Text
from lint.readers.labels import Index
from lint.readers.outline import Cell
from lint.readers.rows import AMBIGUOUS
from lint.readers.table_parts import Found
from lint.readers.torn import is_headed, is_torn

_AT = TABLES["applications"]
_SUBTOTALS = frozenset({"小计", "合计", "小计:", "合计:"})


class Row(NamedTuple):
    """One row with figures: its key, None where the label is unknown.

    ``above`` says that the row itself has no label, and the key is that of a label standing alone before it.
    """

    key: str | None
    label: Cell
    cells: tuple[Cell, ...]
    above: bool = False


def one_form(lines: list[Row]) -> list[Row]:
    """The lines of one layout: beside the rows of （六） its label is no row of its own, whatever figures follow it."""
    if not any(line.key in SPLIT_OTHER for line in lines):
        return lines
    return [line._replace(key=None) if line.key == SINGLE_OTHER else line for line in lines]


def placed(lines: list[Row], found: Found, names: Index) -> list[Row]:
    """The lines with unknown labels named by position where exactly the missing rows stand between two known ones.

    A label is no other name for being torn by its layout, or for standing in one cell with those of its groups.
    """
    edition = "2019" if any(line.key == SINGLE_OTHER for line in lines) else "2021"
    order = ROWS[edition]
    known = [line.key for line in lines]
    if any(line.above for line in lines) and not _in_order(known, order):
        # Labels that were torn from their rows: where their order is wrong, the order of the rows is what remains.
        known = [None if line.above else line.key for line in lines]
    keys = _by_position(known, order)
    for line, key in zip(lines, keys, strict=True):
        if key is None:
            _note_unknown(line, found)
        elif line.key != key and (line.above or not _is_official(line.label.text, names.official(key))):
            found.remark("label-lost" if line.above else "label", f"{_AT}/{key}", line.label)
    return [line if line.key == key else line._replace(key=key) for line, key in zip(lines, keys, strict=True)]


def _is_official(text: str, official: tuple[str, ...]) -> bool:
    return is_torn(text, official) or is_headed(text, official)


def _in_order(keys: list[str | None], order: tuple[str, ...]) -> bool:
    """Whether the rows stand in the order of the form, each once, none missing between two."""
    ranks = [order.index(key) if key in order else None for key in keys]
    return all(after is not None and before == after - 1 for before, after in pairwise(ranks))


def _by_position(known: list[str | None], order: tuple[str, ...]) -> list[str | None]:
    """The keys of all rows: those between two known rows are the missing ones, if they are as many."""
    keys, given = list(known), set(known)
    if None not in given:
        return keys
    fixed = [-1, *(number for number, key in enumerate(known) if key in order), len(known)]
    for before, after in pairwise(fixed):
        first = order.index(known[before] or "") + 1 if before >= 0 else 0
        end = order.index(known[after] or "") if after < len(known) else len(order)
        missing = [key for key in order[first:end] if key not in given]
        unknown = [number for number in range(before + 1, after) if known[number] is None]
        if len(missing) == len(unknown):
            for number, key in zip(unknown, missing, strict=True):
                keys[number] = key
    return keys


def _note_unknown(line: Row, found: Found) -> None:
    """Figures under a label that is none of the form's are not dropped in silence: a sum may need them."""
    found.remark("unknown-row", _AT, line.label)
    words = Text(
        f"表中有一行不是格式规定的行：“{line.label.text[:30]}”",
        f"a row that is none of the form's: '{line.label.text[:30]}'",
    )
    if plain_text(line.label.text) in _SUBTOTALS:  # it repeats rows above it, and no sum needs it
        return
    if any(cell.text not in ("", "0") for cell in line.cells):
        found.troubles.append(Trouble(AMBIGUOUS, f"{_AT}/results", words, line.label.place))


def note_order(keys: list[str], found: Found) -> None:
    """Remark the rows that stand elsewhere than the form has them."""
    order = [key for key in dict.fromkeys(keys) if key in ROWS["2021"] or key == SINGLE_OTHER]
    ranks = [(ROWS["2019"] if key == SINGLE_OTHER else ROWS["2021"]).index(key) for key in order]
    for number in range(1, len(ranks)):
        if ranks[number] < ranks[number - 1]:
            found.remark(
                "order", f"{_AT}/{order[number]}", Cell(order[number], found.places.get(f"{_AT}/{order[number]}"))
            )
