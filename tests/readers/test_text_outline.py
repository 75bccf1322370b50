"""Plain text as paragraphs and grids; every piece with line and column in characters."""

import pytest

from lint.readers.outline import Block, Grid, Picture
from lint.readers.text import outline_of


def drawn(block: Block) -> list[str]:
    """A block as ``text@line:column-end``, a grid as its cells row by row."""
    assert not isinstance(block, Picture)
    rows = block.rows if isinstance(block, Grid) else ((block,),)
    shown = []
    for row in rows:
        places = [(cell, cell.place) for cell in row]
        shown.append(
            "|".join(f"{cell.text}@{at.line}:{at.column}-{at.end_column}" for cell, at in places if at is not None)
        )
    return shown


OUTLINES = {
    "line-feed": ("一\n二", [["一@1:1-2"], ["二@2:1-2"]]),
    "carriage-return-line-feed": ("一\r\n二", [["一@1:1-2"], ["二@2:1-2"]]),
    "carriage-return": ("一\r二", [["一@1:1-2"], ["二@2:1-2"]]),
    "mixed": ("一\r\n二\r三\n四", [["一@1:1-2"], ["二@2:1-2"], ["三@3:1-2"], ["四@4:1-2"]]),
    "E16-line-separator-is-no-line-end": ("一\u2028二\n三", [["一\u2028二@1:1-4"], ["三@2:1-2"]]),
    "E16-next-line-is-none": ("一\x85二\n三", [["一\x85二@1:1-4"], ["三@2:1-2"]]),
    "E16-form-feed-is-none": ("一\f二\n三", [["一\f二@1:1-4"], ["三@2:1-2"]]),
    "blank-lines-count": ("\n\n一\n\n二\n", [["一@3:1-2"], ["二@5:1-2"]]),
    "lines-of-space-are-blank": (" \u3000\u00a0\n一", [["一@2:1-2"]]),
    "indented": ("\u3000\u3000一、 ", [["一、@1:3-5"]]),
    "zero-width-around": ("\ufeff一\u200b", [["一@1:2-3"]]),
    "E21-emoji-is-one-character": ("😀甲\t😀\t12", [["😀甲@1:1-3|😀@1:4-5|12@1:6-8"]]),
    "combining-marks-count": ("e\u0301\t1", [["e\u0301@1:1-3|1@1:4-5"]]),
    "row": ("甲\t1\t 2 ", [["甲@1:1-2|1@1:3-4|2@1:6-7"]]),
    "blank-cells": ("\t1\t", [["@1:1-1|1@1:2-3|@1:4-4"]]),
    "bars": ("甲 | 1\n乙 | 2", [["甲@1:1-2|1@1:5-6", "乙@2:1-2|2@2:5-6"]]),
    "outer-bars": ("|甲|1|\n|---|:-:|\n|乙||", [["甲@1:2-3|1@1:4-5", "乙@3:2-3|@3:4-4"]]),
    "short-rule": ("|甲|1|\n|-|-|\n|乙|-|", [["甲@1:2-3|1@1:4-5", "乙@3:2-3|-@3:4-5"]]),
    "dashes-for-figures": ("甲|1\n乙|2\n-|-", [["甲@1:1-2|1@1:3-4", "乙@2:1-2|2@2:3-4", "-@3:1-2|-@3:3-4"]]),
    "ruling-lines": ("+---+---+\n| 甲 | 1 |\n+---+---+\n| 乙 | 2 |", [["甲@2:3-4|1@2:7-8", "乙@4:3-4|2@4:7-8"]]),
    "bars-full-width": ("甲｜1\n乙│2", [["甲@1:1-2|1@1:3-4", "乙@2:1-2|2@2:3-4"]]),
    "one-line-with-a-bar-is-text": ("首页 | 公开\n正文", [["首页 | 公开@1:1-8"], ["正文@2:1-3"]]),
    "row-of-blanks": ("\t\t", [["@1:1-1|@1:2-2|@1:3-3"]]),
    "rows-together": ("甲\t1\n乙\t2", [["甲@1:1-2|1@1:3-4", "乙@2:1-2|2@2:3-4"]]),
    "blank-lines-do-not-end-a-grid": ("甲\t1\n\n乙\t2", [["甲@1:1-2|1@1:3-4", "乙@3:1-2|2@3:3-4"]]),
    "a-line-ends-it": ("甲\t1\n注\n乙\t2", [["甲@1:1-2|1@1:3-4"], ["注@2:1-2"], ["乙@3:1-2|2@3:3-4"]]),
    "empty": ("", []),
}


@pytest.mark.parametrize(("text", "expected"), OUTLINES.values(), ids=OUTLINES)
def test_outlines(text: str, expected: list[list[str]]) -> None:
    """Lines are paragraphs, lines with tabs are rows of a grid."""
    assert [drawn(block) for block in outline_of(text).blocks] == expected


def test_long_line() -> None:
    """A line of a million characters is one paragraph."""
    (block,) = outline_of("年" * 1_000_000).blocks
    assert drawn(block) == [f"{'年' * 1_000_000}@1:1-1000001"]


def test_many_cells() -> None:
    """A line of a hundred thousand cells is one row, and its last cell knows where it stands."""
    (block,) = outline_of("1\t" * 100_000 + "2").blocks
    assert isinstance(block, Grid)
    (row,) = block.rows
    assert (len(row), row[-1].place and row[-1].place.column) == (100_001, 200_001)
