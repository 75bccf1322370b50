"""A document as the bytes of a .docx, written part by part: no library decides how it looks."""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape

from tests.documents.archive import content_types, relationships, zipped
from tests.documents.grids import Slot, Table, unfolded
from tests.documents.paper import Paper, Paragraph

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_NAMES = f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{_OFFICE}"'
_TEXT_WIDTH = 8844  # of an A4 page with the margins below, in twentieths of a point
_SIZES = {"title": 44, "heading": 32, "text": 32}
_FONTS = {"title": "方正小标宋简体", "heading": "黑体", "text": "仿宋_GB2312"}
_CELL_SIZE = 21
_LATIN = re.compile(r"[0-9A-Za-z.]+|[^0-9A-Za-z.]+")


def docx(document: Paper, *, wordy: bool = True) -> bytes:
    """The bytes of the document; ``wordy`` as Word writes it, with fonts on every run and runs cut at every number."""
    body = "".join(_Body(wordy=wordy).blocks(document))
    return zipped(
        {
            "[Content_Types].xml": content_types(
                {"word/document.xml": "document.main", "word/styles.xml": "styles", "word/footer1.xml": "footer"}, _WORD
            ),
            "_rels/.rels": relationships({"word/document.xml": "officeDocument"}, _OFFICE),
            "word/document.xml": f"<w:document {_NAMES}><w:body>{body}{_SECTION}</w:body></w:document>",
            "word/_rels/document.xml.rels": relationships({"styles.xml": "styles", "footer1.xml": "footer"}, _OFFICE),
            "word/styles.xml": _STYLES,
            "word/footer1.xml": _FOOTER,
        }
    )


class _Body:
    """Writes the body of a document."""

    def __init__(self, *, wordy: bool) -> None:
        self.wordy = wordy
        self.number = 0x00A10000

    def blocks(self, document: Paper) -> Iterator[str]:
        """Paragraphs and tables; a paragraph without text stands behind every table, as Word wants it."""
        for block in document.blocks:
            if isinstance(block, Table):
                yield self.table(block)
                yield "<w:p/>"
            else:
                yield self.paragraph(block)

    def paragraph(self, block: Paragraph) -> str:
        """A paragraph of its kind."""
        centred = block.kind == "title"
        layout = '<w:jc w:val="center"/>' if centred else '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
        runs = self.runs(block.text, _FONTS[block.kind], _SIZES[block.kind])
        return f'<w:p{self._revision()}><w:pPr><w:spacing w:line="560" w:lineRule="exact"/>{layout}</w:pPr>{runs}</w:p>'

    def runs(self, text: str, font: str, size: int) -> str:
        """The runs of a paragraph."""
        pieces = _LATIN.findall(text) if self.wordy else [text]
        return "".join(self._run(piece, font, size) for piece in pieces if piece)

    def _run(self, text: str, font: str, size: int) -> str:
        look = self._look(font, size, east=not text[0].isascii())
        return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'

    def _look(self, font: str, size: int, *, east: bool) -> str:
        if not self.wordy:
            return ""
        hint = ' w:hint="eastAsia"' if east else ""
        fonts = f'<w:rFonts{hint} w:ascii="Times New Roman" w:eastAsia="{font}" w:hAnsi="Times New Roman"/>'
        return f'<w:rPr>{fonts}<w:kern w:val="0"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'

    def _revision(self) -> str:
        self.number += 0x1D5
        return f' w:rsidR="{self.number:08X}" w:rsidRDefault="00A10000"' if self.wordy else ""

    def table(self, table: Table) -> str:
        """A table with its grid; what lies below a merged cell is an empty cell that says so."""
        rows = unfolded(table)
        width = _TEXT_WIDTH // len(rows[0])
        grid = f'<w:gridCol w:w="{width}"/>' * len(rows[0])
        cells = ("".join(self._cells(row, width)) for row in rows)
        body = "".join(f"<w:tr{self._revision()}>{self._row_look()}{row}</w:tr>" for row in cells)
        return f"<w:tbl>{_TABLE_LOOK}<w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"

    def _row_look(self) -> str:
        return '<w:trPr><w:trHeight w:val="397"/><w:jc w:val="center"/></w:trPr>' if self.wordy else ""

    def _cells(self, row: list[Slot], width: int) -> Iterator[str]:
        for slot in row:
            if slot.column:
                continue
            box = slot.box
            span = f'<w:gridSpan w:val="{box.columns}"/>' if box.columns > 1 else ""
            merge = '<w:vMerge w:val="restart"/>' if slot.row == 0 else "<w:vMerge/>"
            look = f'<w:tcW w:w="{width * box.columns}" w:type="dxa"/>{span}{merge if box.rows > 1 else ""}'
            inside = self._inside(box.text if slot.row == 0 else "")
            yield f'<w:tc><w:tcPr>{look}<w:vAlign w:val="center"/></w:tcPr>{inside}</w:tc>'

    def _inside(self, text: str) -> str:
        look = '<w:pPr><w:jc w:val="center"/></w:pPr>'
        every = text.split("\n")
        return "".join(f"<w:p{self._revision()}>{look}{self.runs(line, '宋体', _CELL_SIZE)}</w:p>" for line in every)


_TABLE_LOOK = (
    '<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:jc w:val="center"/><w:tblBorders>'
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + '</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
)
_SECTION = (
    '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1531" w:bottom="1985" w:left="1531" w:header="851" w:footer="992" w:gutter="0"/>'
    "</w:sectPr>"
)
_FOOTER = (
    f'<w:ftr {_NAMES}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r>'
    '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space="preserve"> —</w:t></w:r>'
    "</w:p></w:ftr>"
)
_STYLES = (
    f'<w:styles {_NAMES}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr>'
    '</w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/>'
    "<w:qFormat/></w:style></w:styles>"
)
