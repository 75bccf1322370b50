"""Figures that are only written oddly: full-width digits, thousands separators."""

from collections.abc import Iterator
from decimal import Decimal

from lint.fixing.words import Writer
from lint.model.figures import read_figures
from lint.model.fix import Fix
from lint.model.form import CELL_INDEX, CELLS, DECIMAL_CELLS
from lint.model.layout import Layout
from lint.model.pattern import Pattern
from lint.model.pointer import last, resolve
from lint.model.report import Report
from lint.model.text import Text
from lint.readers.numbers import Figure, read_figure

# The kinds of remarks that say: the figure is right, only its typing is odd.
NOTATIONS = {
    "full-width": Text("全角数字", "full-width digits"),
    "separators": Text("千位分隔符", "thousands separators"),
}
# 007 and 0,012 are how codes are written, a dash may have been meant as a blank: neither is certain.
_UNCERTAIN = Pattern(r"[—–―]|[-+－＋−]?[0０][0-9０-９,，]")


def notation_fixes(report: Report, layout: Layout, *, own_layout: bool) -> list[Fix]:
    """Every figure that is only written oddly. ``own_layout``: the file is the tree, so such a figure is a string;
    the reader of a document has read the figure already, and remarked how it is printed.
    """
    writer = Writer(report, layout)
    return list(_strings(writer) if own_layout else _remarked(writer))


def _strings(writer: Writer) -> Iterator[Fix]:
    for pointer, figure in zip(CELLS, read_figures(writer.report.tree).figures, strict=True):
        if type(figure) is str and resolve(writer.report.tree, pointer)[1] == figure:
            read = _certain(pointer, figure)
            if isinstance(read.value, int | Decimal) and read.remark in NOTATIONS:
                yield writer.safe(pointer, figure, read.value, NOTATIONS[read.remark])


def _certain(pointer: str, written: str) -> Figure:
    """The figure that a cell writes as text; the text itself where it is not certain."""
    if _UNCERTAIN.match(written.strip()):
        return Figure(written)
    return read_figure(written, decimal=pointer in DECIMAL_CELLS, signed=last(pointer) == "change")


def _remarked(writer: Writer) -> Iterator[Fix]:
    told: set[str] = set()
    for remark in writer.report.document.remarks:
        known = remark.kind in NOTATIONS and remark.pointer in CELL_INDEX and remark.pointer not in told
        if known and not _UNCERTAIN.match(remark.text.strip()):
            value = resolve(writer.report.tree, remark.pointer)[1]
            if isinstance(value, int | Decimal):
                told.add(remark.pointer)
                yield writer.safe(remark.pointer, remark.text, value, NOTATIONS[remark.kind])
