"""PDF: pages of characters and ruled lines become paragraphs and grids."""

import re
from collections.abc import Iterator, Sequence

import pypdfium2
import pypdfium2.raw as pdfium

from lint.model.errors import Unreadable
from lint.model.place import Place
from lint.model.report import Remark
from lint.model.text import Text
from lint.readers.limits import EXCERPT, PAGES
from lint.readers.outline import Outline, Picture
from lint.readers.pdf_blocks import blocks_of, laid_out
from lint.readers.pdf_halves import halved, restored
from lint.readers.pdf_page import UNKNOWN, Page, read_page
from lint.readers.pdf_text import unified

_HEAD = 1024  # the signature stands within so many bytes
_LINEAR = re.compile(rb"/Linearized\b[^>]{0,200}?/L (\d{1,15})\b")

_NO_PDF = Text("不是 PDF 文件", "this is not a PDF file")
_CUT = Text("PDF 文件已损坏：内容不完整", "the PDF file is damaged: its end is missing")
_DAMAGED = Text("PDF 文件已损坏", "the PDF file is damaged")
_ENCRYPTED = Text("PDF 文件已加密，请去掉打开密码后再检查", "the PDF file is encrypted: take the password off")
_MANY = Text(f"页数过多（上限 {PAGES} 页）", f"too many pages (limit {PAGES})")
_SCANNED = Text(
    "PDF 没有文字层（扫描件或图片），请提供 Word 文件，或先作文字识别（OCR）",
    "the PDF has no text layer (a scan or pictures): hand in the Word file, or run text recognition (OCR) on it",
)
_UNMAPPED = Text(
    "PDF 的文字层无法解码（字体没有文字对照表），请提供 Word 文件",
    "the text layer of the PDF cannot be decoded (its fonts do not say which characters they show): hand in the "
    "Word file",
)


def outline_of(data: bytes) -> Outline:
    """The outline of a PDF file. Places are pages from 1, and boxes in points from the top left of the page as seen.

    Raises Unreadable (LT001) where the file is no PDF, is damaged, encrypted or too large, or has no text layer.
    """
    document = _opened(data)
    try:
        pages, brought = _pages(document), list(_brought_along(document))
    finally:
        document.close()
    if not any(page.characters for page in pages):
        raise Unreadable("LT001", _SCANNED)
    _check_letters(pages)
    sheets, halves = halved(pages)
    blocks = restored(blocks_of([laid_out(page) for page in sheets]), halves)
    if all(isinstance(block, Picture) for block in blocks):
        raise Unreadable("LT001", _SCANNED)
    return Outline(tuple(blocks), remarks=(*brought, *(remark for page in pages for remark in _hidden(page))))


def _pages(document: pypdfium2.PdfDocument) -> list[Page]:
    count = len(document)
    if count > PAGES:
        raise Unreadable("LT001", _MANY)
    if count < 1:
        raise Unreadable("LT001", _DAMAGED)
    return [read_page(document.raw, number) for number in range(1, count + 1)]


def _brought_along(document: pypdfium2.PdfDocument) -> Iterator[Remark]:
    """Programs and files inside the document: never run, never opened."""
    if pdfium.FPDFDoc_GetJavaScriptActionCount(document.raw) > 0:
        yield Remark("macro", "", "JavaScript")
    if pdfium.FPDFDoc_GetAttachmentCount(document.raw) > 0:
        yield Remark("macro", "", "EmbeddedFiles")


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    if b"%PDF-" not in data[:_HEAD]:
        raise Unreadable("LT001", _NO_PDF)
    if _is_cut(data):
        raise Unreadable("LT001", _CUT)
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = getattr(error, "err_code", None)
        locked = code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise Unreadable("LT001", _ENCRYPTED if locked else _DAMAGED) from error


def _is_cut(data: bytes) -> bool:
    """Whether the end is missing: pdfium would show the pages that are left as if they were all."""
    linear = _LINEAR.search(data, 0, _HEAD)
    if linear is not None and int(linear[1]) > len(data):
        return True
    end = data.rfind(b"%%EOF")
    return end < 0 or data.find(b" obj", end) >= 0


def _check_letters(pages: Sequence[Page]) -> None:
    total = sum(len(page.characters) for page in pages)
    unknown = sum(1 for page in pages for one in page.characters if one.text == UNKNOWN)
    if 2 * unknown > total:
        raise Unreadable("LT001", _UNMAPPED)


def _hidden(page: Page) -> Iterator[Remark]:
    """What a page holds and does not show, where it is more than a stray character."""
    text = unified("".join(page.hidden.split()))
    if len(text) > 1:
        yield Remark("hidden-text", "", text[:EXCERPT], Place(page=page.number))
