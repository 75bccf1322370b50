"""Tables that are pictures: nobody can read their figures, and that must be said."""

from lint.model.form import TABLE_SECTIONS, TABLES
from lint.model.report import Trouble
from lint.model.text import Text
from lint.readers.outline import PICTURE
from lint.readers.parts import Part
from lint.readers.table_parts import Found

PICTURED = "LT009"
_NUMERALS = dict(zip(TABLE_SECTIONS, "二三四", strict=True))
_NUMBERS = dict(zip(TABLE_SECTIONS, ("two", "three", "four"), strict=True))


def note_pictures(parts: list[Part], found: Found) -> None:
    """Say of a section without a table, but with a picture, that its table is the picture."""
    for table in TABLE_SECTIONS:
        at = TABLES[table]
        told = any(trouble.pointer.startswith(at) for trouble in found.troubles)
        if told or found.was_read(at):
            continue
        lines = [line for part in parts if part.key == table for line in part.lines]
        picture = next((line.cells[0] for line in lines if line.cells[0].text == PICTURE), None)
        if picture is not None:
            words = Text(
                f"表{_NUMERALS[table]}是图片，数字无法读取，未作核对",
                f"table {_NUMBERS[table]} is a picture: its figures cannot be read and were not checked",
            )
            found.troubles.append(Trouble(PICTURED, at, words, picture.place))
