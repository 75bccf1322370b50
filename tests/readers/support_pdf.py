"""PDF files written by hand, operator by operator, and whole reports laid out on pages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TypeAlias

from tests.documents.grids import Table, unfolded
from tests.documents.paper import Paper, Paragraph

WIDTH, HEIGHT = 595, 842
_LEFT, _RIGHT, _TOP, _BOTTOM = 74, 521, 90, 752
_PITCH = 28.0
_SIZES = {"title": 22.0, "heading": 16.0, "text": 16.0}
_CELL, _CELL_PITCH = 9.0, 12.0
_LABEL_WIDTHS = {10: (24.0, 60.0, 118.0), 9: (60.0, 118.0), 8: (170.0,)}
_NOT_FIRST = "，。、；：？！）》〉”’】〕,.;:)%"
_INVISIBLE = 3


@dataclass(slots=True)
class Page:
    """A page while it is written; all positions are points from its top left corner."""

    operators: list[str] = field(default_factory=list)
    width: float = WIDTH
    height: float = HEIGHT
    entries: str = ""

    def text(self, x: float, y: float, text: str, *, size: float = 16, visible: bool = True) -> "Page":
        """Text whose base line is at y."""
        mode = 0 if visible else _INVISIBLE
        written = text.encode("utf-16-be").hex()
        self.operators.append(f"BT /F1 {size} Tf {mode} Tr 1 0 0 1 {x:.2f} {self.height - y:.2f} Tm <{written}> Tj ET")
        return self

    def line(self, x0: float, y0: float, x1: float, y1: float) -> "Page":
        """A ruled line."""
        self.operators.append(f"{x0:.2f} {self.height - y0:.2f} m {x1:.2f} {self.height - y1:.2f} l S")
        return self

    def box(self, left: float, top: float, right: float, bottom: float) -> "Page":
        """The outline of a rectangle."""
        self.operators.append(f"{left:.2f} {self.height - bottom:.2f} {right - left:.2f} {bottom - top:.2f} re S")
        return self

    def picture(self, left: float, top: float, right: float, bottom: float) -> "Page":
        """A picture of one grey point."""
        placed = f"{right - left} 0 0 {bottom - top} {left} {self.height - bottom}"
        self.operators.append(f"q {placed} cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q")
        return self

    def table(self, across: Sequence[float], along: Sequence[float], table: Table, *, size: float = _CELL) -> "Page":
        """A table between boundaries of columns and rows: outlines of cells, text in them."""
        draw_rows(self, (across, along), table, {}, size=size)
        return self

    def resource(self, entries: str) -> "Page":
        """More entries of the dictionary of the page."""
        self.entries += f" {entries}"
        return self


def pdf_file(pages: Iterable[Page], *, more: Sequence[str] = (), trailer: str = "") -> bytes:
    """The file of these pages; ``more`` are objects from number 6 on, ``trailer`` more entries of the trailer."""
    pages = tuple(pages)
    first = 6 + len(more)
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
        *_FONT,
        *more,
    ]
    for number, page in enumerate(pages):
        content = "\n".join(page.operators)
        resources = "" if "/Resources" in page.entries else "/Resources << /Font << /F1 3 0 R >> >>"
        sized = "" if "/MediaBox" in page.entries else f"/MediaBox [0 0 {page.width} {page.height}]"
        contents = f"/Contents {first + 2 * number + 1} 0 R"
        objects.append(f"<< /Type /Page /Parent 2 0 R {sized} {resources} {contents}{page.entries} >>")
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    return _numbered(objects, trailer)


def _numbered(objects: Sequence[str], trailer: str) -> bytes:
    parts = [
        f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1") for number, content in enumerate(objects, start=1)
    ]
    starts = list(accumulate(map(len, parts), initial=len(_HEAD)))
    table = "".join(f"{start:010} 00000 n \n" for start in starts[:-1])
    size = len(objects) + 1
    end = (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\n"
        f"startxref\n{starts[-1]}\n%%EOF\n"
    )
    return _HEAD + b"".join(parts) + end.encode("latin-1")


_HEAD = b"%PDF-1.7\n"
_FONT = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>",
    """<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /DW 1000 /W [1 95 500] /FontDescriptor 5 0 R
    /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>""",
    """<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [0 -120 1000 880] /ItalicAngle 0
    /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>""",
)


def width_of(text: str, size: float) -> float:
    """How wide a text is."""
    return sum(size / 2 if character.isascii() else size for character in text)


def wrapped(text: str, measure: float, size: float, indent: float = 0) -> list[str]:
    """The lines of a text; no line begins with a mark that closes, no number or word is broken."""
    lines: list[str] = []
    line, room = "", measure - indent
    for word in _words(text):
        if line and width_of(line + word, size) > room:
            lines.append(line)
            line, room = "", measure
        line += word
    return [*lines, line]


def _words(text: str) -> Iterator[str]:
    word = ""
    for character in text:
        whole = character in _NOT_FIRST or (character.isascii() and word[-1:].isascii())
        if word and not whole:
            yield word
            word = ""
        word += character
    if word:
        yield word


def cell_lines(text: str, width: float, size: float = _CELL) -> list[str]:
    """The lines of the text of a cell."""
    return [line for piece in text.split("\n") for line in wrapped(piece, width - 4, size)] if text else []


Rest: TypeAlias = dict[int, list[str]]


def draw_rows(
    page: Page, lines: tuple[Sequence[float], Sequence[float]], table: Table, rest: Rest, *, size: float, first: int = 0
) -> Rest:
    """The rows of a table from ``first`` on, as many as there are heights.

    ``rest`` is, by column, what did not find room in a cell on the page before; the same is given for the next.
    """
    across, along = lines
    rows = unfolded(table)[first : first + len(along) - 1]
    left_over: Rest = {}
    for number, row in enumerate(rows):
        for column, slot in enumerate(row):
            if slot.column or (slot.row and number):
                continue
            end = min(number + slot.box.rows - slot.row, len(rows))
            left, top, right, bottom = across[column], along[number], across[column + slot.box.columns], along[end]
            page.box(left, top, right, bottom)
            texts = rest.get(column, []) if slot.row else cell_lines(slot.box.text, right - left, size)
            room = int((bottom - top - 2) // _CELL_PITCH)
            for position, text in enumerate(texts[:room]):
                page.text(left + 2, top + size + 1 + position * _CELL_PITCH, text, size=size)
            left_over[column] = texts[room:]
    return left_over


def pdf(document: Paper) -> bytes:
    """A report on as many pages as it needs, each with its number; tables go on over the end of a page."""
    return pdf_file(pages_of(document))


def pages_of(document: Paper) -> list[Page]:
    """The pages of a report."""
    return _Flow().pages_of(document)


class _Flow:
    """Lays blocks out one below the other."""

    def __init__(self) -> None:
        self.pages: list[Page] = []
        self.y = 0.0

    def pages_of(self, document: Paper) -> list[Page]:
        """The pages of a document."""
        self.turn()
        for block in document.blocks:
            if isinstance(block, Table):
                self.table(block)
            else:
                self.paragraph(block)
        return self.pages

    def turn(self) -> None:
        """Begin a page."""
        number = len(self.pages) + 1
        self.pages.append(Page().text(WIDTH / 2 - 20, HEIGHT - 40, f"- {number} -", size=14))
        self.y = float(_TOP)

    def paragraph(self, block: Paragraph) -> None:
        """Lines, the first of them indented, or centred."""
        size = _SIZES[block.kind]
        indent = 0.0 if block.kind == "title" else 2 * size
        for number, line in enumerate(wrapped(block.text, _RIGHT - _LEFT, size, indent)):
            if self.y + _PITCH > _BOTTOM:
                self.turn()
            free = _RIGHT - _LEFT - width_of(line, size)
            x = _LEFT + (free / 2 if block.kind == "title" else 0.0 if number else indent)
            self.y += _PITCH
            self.pages[-1].text(x, self.y, line, size=size)

    def table(self, table: Table) -> None:
        """As many rows as there is room for, and the rest on the next pages."""
        across = _columns(len(unfolded(table)[0]))
        heights = _heights(table, across)
        first = 0
        rest: Rest = {}
        self.y += _CELL
        while first < len(heights):
            along = [self.y]
            while first + len(along) <= len(heights) and along[-1] + heights[first + len(along) - 1] <= _BOTTOM:
                along.append(along[-1] + heights[first + len(along) - 1])
            rest = draw_rows(self.pages[-1], (across, along), table, rest, size=_CELL, first=first)
            first += len(along) - 1
            self.y = along[-1]
            if first < len(heights):
                self.turn()


def _columns(count: int) -> list[float]:
    labels = _LABEL_WIDTHS.get(count, ())
    rest = (_RIGHT - _LEFT - sum(labels)) / (count - len(labels))
    return list(accumulate([*labels, *[rest] * (count - len(labels))], initial=float(_LEFT)))


def _heights(table: Table, across: Sequence[float]) -> list[float]:
    """The height of each row: the last row that a cell covers makes room for it."""
    rows = unfolded(table)
    heights = [_CELL_PITCH + 4.0] * len(rows)
    for number, row in enumerate(rows):
        for column, slot in enumerate(row):
            if slot.row == slot.box.rows - 1 and slot.column == 0:
                width = across[column + slot.box.columns] - across[column]
                needed = len(cell_lines(slot.box.text, width)) * _CELL_PITCH + 4.0
                before = sum(heights[number - slot.row : number])
                heights[number] = max(heights[number], needed - before)
    return heights
