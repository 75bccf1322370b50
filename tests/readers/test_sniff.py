"""What a file is by its content; its name only says how it was meant."""

import io
import zipfile
from pathlib import Path

import pytest

from lint import Session
from lint.model.errors import Unreadable
from lint.readers.sniff import kind_of

EXAMPLES = Path(__file__).parents[2] / "examples"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def archive(**parts: str) -> bytes:
    """A zip archive with these parts; two underscores stand for a slash."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/"), content)
    return made.getvalue()


KINDS = {
    "word": (archive(word__document="x"), ".docx"),
    "excel": (archive(xl__workbook="x"), ".xlsx"),
    "excel-binary": (archive(**{"xl__workbook.bin": "x", "xl__other": "y"}), ".xlsb"),
    "open-text": (archive(mimetype="application/vnd.oasis.opendocument.text"), ".odt"),
    "open-spreadsheet": (archive(mimetype="application/vnd.oasis.opendocument.spreadsheet"), ".ods"),
    "another-archive": (archive(readme="x"), None),
    "old-word": (OLE + "WordDocument".encode("utf-16-le"), ".doc"),
    "old-excel": (OLE + "Workbook".encode("utf-16-le"), ".xls"),
    "older-excel": (OLE + "Book".encode("utf-16-le"), ".xls"),
    "old-something": (OLE, ".doc"),
    "pdf": (b"%PDF-1.7\n", ".pdf"),
    "pdf-after-junk": (b"\r\njunk\n%PDF-1.4\n", ".pdf"),
    "rich-text": (b"{\\rtf1\\ansi", ".rtf"),
    "page": (b"<!DOCTYPE html>\n<html>", ".html"),
    "page-after-comment": (b"\xef\xbb\xbf <!-- saved --> <HTML>", ".html"),
    "piece-of-a-page": (b"<table><tr>", ".html"),
    "word-as-xml": (b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument>', ".doc"),
    "page-as-mail": (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", ".doc"),
    "text": ("一、总体情况".encode(), None),
    "json": (b'{"sections": {}}', None),
    "less-than": (b"< 5", None),
    "begins-like-a-bitmap": (b"BM is short for benchmark, and this is text", None),
    "empty": (b"", None),
}  # fmt: skip


@pytest.mark.parametrize(("data", "kind"), KINDS.values(), ids=KINDS)
def test_kinds(data: bytes, kind: str | None) -> None:
    assert kind_of(data) == kind


REFUSED = {
    "png": (b"\x89PNG\r\n\x1a\n", "picture"),
    "jpeg": (b"\xff\xd8\xff\xe0", "picture"),
    "gif": (b"GIF89a", "picture"),
    "bitmap": (b"BM\x00\x10\x00\x00", "picture"),
    "tiff": (b"II*\x00", "picture"),
    "encrypted-package": (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    "cut-archive": (archive(word__document="x")[:40], "damaged"),
}


@pytest.mark.parametrize(("data", "words"), REFUSED.values(), ids=REFUSED)
def test_what_is_refused_at_once(data: bytes, words: str) -> None:
    with pytest.raises(Unreadable) as raised:
        kind_of(data)
    assert raised.value.rule == "LT001"
    assert words in raised.value.words.en


RENAMED = {
    "docx-as-doc": ("clean/department.docx", "a.doc"),
    "docx-as-html": ("clean/department.docx", "a.html"),
    "docx-as-txt": ("clean/department.docx", "a.txt"),
    "html-as-doc": ("clean/department.html", "a.doc"),
    "html-as-xls": ("clean/department.html", "a.xls"),
    "xlsx-as-docx": ("clean/department.xlsx", "a.docx"),
    "pdf-as-docx": ("clean/department.pdf", "a.docx"),
    "docx-as-json": ("clean/department.docx", "a.json"),
}


@pytest.mark.parametrize(("example", "name"), RENAMED.values(), ids=RENAMED)
def test_a_file_under_another_name_is_read_by_its_content(example: str, name: str) -> None:
    """The figures are all there; that the name is wrong is told as an info."""
    found = Session().check_bytes(name, (EXAMPLES / example).read_bytes())
    assert [(one.rule, one.values) for one in found.diagnostics] == [
        ("ST026", {"found": f"{Path(name).suffix} → {Path(example).suffix}"})
    ]


SAME = {
    "html-as-txt": ("clean/department.html", "a.txt"),
    "html-as-htm": ("clean/department.html", "a.htm"),
    "html-as-md": ("clean/department.html", "a.md"),
    "txt-as-doc": ("clean/department.txt", "a.doc"),
    "json-as-docx": ("clean/department.json", "a.docx"),
    "txt-without-ending": ("clean/department.txt", "a"),
    "docx-without-ending": ("clean/department.docx", "a"),
    "docx-other-ending": ("clean/department.docx", "a.docx.bak"),
}


@pytest.mark.parametrize(("example", "name"), SAME.values(), ids=SAME)
def test_a_text_under_another_name_is_read_without_a_word(example: str, name: str) -> None:
    found = Session().check_bytes(name, (EXAMPLES / example).read_bytes())
    assert (found.state, found.diagnostics) == ("read", ())


@pytest.mark.parametrize("name", ["a.docx", "a.pdf", "a.xls", "a.odt"])
@pytest.mark.parametrize("data", [b"\x00\x01\x02", b"Dear all,\n", b'{"name": 1}'], ids=["bytes", "text", "json"])
def test_what_is_nothing_of_the_kind(name: str, data: bytes) -> None:
    found = Session().check_bytes(name, data)
    assert [(one.rule, one.message.en) for one in found.diagnostics] == [
        ("LT001", f"the content is no {Path(name).suffix} file, or is damaged")
    ]
