"""Other programs find every comment in a document: LibreOffice when it prints, python-docx when it reads."""

import ctypes
import io
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from lint.annotating.document import annotated
from lint.api import Session
from lint.formatters.look import Look
from lint.formatters.notes import notes_of
from tests.annotating.support_annotating import Read, comments

EXAMPLE = Path(__file__).parents[2] / "examples" / "broken" / "department.docx"
# Comments as the annotations of a page.
_PDF = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}'
_MINUTES = 5  # a slow machine that starts LibreOffice for the first time


class Commented(NamedTuple):
    """A document with its comments, and what they say."""

    data: bytes
    comments: tuple[Read, ...]


@cache
def commented() -> Commented:
    """The example, with comments in cells and paragraphs, several of them at one place."""
    checked = Session().check_bytes(EXAMPLE.name, data := EXAMPLE.read_bytes())
    assert checked.report is not None
    made = annotated(data, notes_of(checked, Look("zh")), checked.report.locate("/title")).data
    return Commented(made, tuple(comments(made)))


@pytest.mark.needs_program("soffice")
@pytest.mark.needs_module("pypdfium2")
def test_libreoffice_prints_every_comment(tmp_path: Path) -> None:
    source = tmp_path / "a.docx"
    source.write_bytes(commented().data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        shutil.which("soffice") or "",
        profile,
        "--headless",
        "--convert-to",
        _PDF,
        "--outdir",
        str(tmp_path),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=60 * _MINUTES)
    printed = sorted(_dense(note) for note in _notes(tmp_path / "a.pdf"))
    assert printed == sorted(_dense("".join(one.lines)) for one in commented().comments)
    assert printed


def _notes(path: Path) -> Iterator[str]:
    """What the notes on the pages of a PDF say."""
    pypdfium2, pdfium = (pytest.importorskip(name) for name in ("pypdfium2", "pypdfium2.raw"))
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            for number in range(pdfium.FPDFPage_GetAnnotCount(page)):
                note = pdfium.FPDFPage_GetAnnot(page, number)
                if pdfium.FPDFAnnot_GetSubtype(note) == pdfium.FPDF_ANNOT_TEXT:
                    yield _said(pdfium, note)
                pdfium.FPDFPage_CloseAnnot(note)
            page.close()


def _said(pdfium: Any, note: object) -> str:
    size = pdfium.FPDFAnnot_GetStringValue(note, b"Contents", None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDFAnnot_GetStringValue(note, b"Contents", ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def _dense(text: str) -> str:
    """Without white space: how lines of a note are parted is the program's own affair."""
    return "".join(text.split())


@pytest.mark.needs_module("docx")
def test_python_docx_reads_every_comment() -> None:
    document = pytest.importorskip("docx").Document(io.BytesIO(commented().data))
    read = [(one.author, tuple(line.text for line in one.paragraphs)) for one in document.comments]
    assert read == [(one.author, one.lines) for one in commented().comments]
    assert read
