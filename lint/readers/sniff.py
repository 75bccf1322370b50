"""What a file is by its content, whatever its name says."""

import re

from lint.model.errors import Unreadable
from lint.model.text import Text
from lint.readers.package import Package, open_package

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 2048
_PDF_HEAD = 1024
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")
_BITMAP_LEAST = 26
_HTML = re.compile(
    rb"\s*(?:<\?xml[^<>]{0,200}\?>\s*)?(?>(?:<!--(?>.*?-->)\s*)*)<(?:!doctype\s+html|html|head|body|meta|table|div|p|span|style)[\s>/]",
    re.IGNORECASE | re.DOTALL,
)
_WHOLE = re.compile(rb"<(?:!doctype|html|head|body|meta)[\s>/]", re.IGNORECASE)
_WORD_XML = re.compile(rb"<\?mso-application\s+progid=\"(?:Word|Excel)\.|<w:wordDocument\b|<pkg:package\b")
# The names of streams in an old Office file, in the UTF-16 of its directory.
_STREAMS = (
    ("WordDocument", ".doc"),
    ("Workbook", ".xls"),
    ("Book", ".xls"),
)
# The part that only one kind of package has.
_MAIN_PARTS = (("word/", ".docx"), ("xl/workbook.bin", ".xlsb"), ("xl/", ".xlsx"))
_MIMETYPES = ((b"opendocument.text", ".odt"), (b"opendocument.spreadsheet", ".ods"))
_MIME = re.compile(rb"MIME-Version:", re.IGNORECASE)


def kind_of(data: bytes) -> str | None:
    """The ending that a file's content deserves; None where it is text of some kind, or unknown.

    Raises Unreadable (LT001) for a picture, an encrypted document, or an archive that is damaged.
    """
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    if data.startswith(_ZIP):
        return _kind_of_package(open_package(data))
    if data.startswith(_OLE):
        return _kind_of_compound(data)
    if b"%PDF-" in data[:_PDF_HEAD]:
        return ".pdf"
    if head.startswith(b"{\\rtf"):
        return ".rtf"
    _refuse_picture(data)
    if _WORD_XML.search(head) or _MIME.match(head):
        return ".doc"
    return ".html" if _HTML.match(head) else None


def is_whole_page(data: bytes) -> bool:
    """Whether HTML begins a page. Markdown may begin with a tag too, and goes on as Markdown."""
    return _WHOLE.search(data[:_HEAD]) is not None


def _kind_of_package(package: Package) -> str | None:
    for beginning, kind in _MAIN_PARTS:
        if any(name.startswith(beginning) for name in package.names):
            return kind
    if "mimetype" in package.names:
        said = package.read("mimetype", _HEAD)
        return next((kind for sign, kind in _MIMETYPES if sign in said), None)
    return None


def _kind_of_compound(data: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        zh, en = "文件已加密，请去掉密码后再检查", "the file is encrypted: take the password off"
        raise Unreadable("LT001", Text(zh, en))
    return next((kind for name, kind in _STREAMS if name.encode("utf-16-le") in data), ".doc")


def _refuse_picture(data: bytes) -> None:
    if data.startswith(_PICTURES) and (not data.startswith(b"BM") or b"\0" in data[:_BITMAP_LEAST]):
        zh, en = "文件是图片，图片中的文字无法核对", "the file is a picture: what it shows cannot be checked"
        raise Unreadable("LT001", Text(zh, en))
