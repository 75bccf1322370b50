"""An outline as plain lists, for the tests of all readers."""

from typing import TypeAlias

from lint.readers.outline import Cell, Grid, Outline

Shape: TypeAlias = list[str | list[list[str]]]
PICTURE = "图"


def shape(outline: Outline) -> Shape:
    """Paragraphs as text, grids as rows of texts, pictures as 图."""
    made: Shape = []
    for block in outline.blocks:
        if isinstance(block, Grid):
            made.append([[one.text for one in row] for row in block.rows])
        else:
            made.append(block.text if isinstance(block, Cell) else PICTURE)
    return made
