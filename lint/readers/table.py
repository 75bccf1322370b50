"""All formats in one table: one new format is one new file and one new line."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from lint.model.errors import Unreadable
from lint.model.report import Identity, Remark, Report
from lint.model.text import Text
from lint.readers.files import is_parquet, suffix_of
from lint.readers.json_ import Parsed, read_json
from lint.readers.tree import report_of_tree

if TYPE_CHECKING:
    from lint.readers.labels import Indexes
    from lint.readers.office import Office
    from lint.readers.outline import Outline


class Asked(NamedTuple):
    """How to read: the encoding and the body as the user told them, the labels, whether many files are coming, and a
    LibreOffice that may have been started for them already.
    """

    encoding: str | None
    told: Identity
    labels: "Callable[[], Indexes]"
    many: bool = False
    office: "Office | None" = None


Reader: TypeAlias = Callable[[str, bytes, Asked], Report]
_KEYS = frozenset({"sections", "agency", "edition", "preamble"})


def _read_json(source: str, data: bytes, asked: Asked) -> Report:
    return _of_value(source, read_json(data, asked.encoding, fast=asked.many), asked)


def _read_yaml(source: str, data: bytes, asked: Asked) -> Report:
    from lint.readers.decode import decode  # noqa: PLC0415 - only where such a file is read
    from lint.readers.yaml_ import parse_yaml  # noqa: PLC0415

    value, places = parse_yaml(decode(data, asked.encoding).text)
    return _of_value(source, Parsed(value, lambda: places), asked)


def _read_text(source: str, data: bytes, asked: Asked) -> Report:
    other = _tree_reader(data)
    return other(source, data, asked) if other is not None else _PLAIN(source, data, asked)


def _document(read_outline: "Callable[[bytes, Asked], Outline]") -> Reader:
    """A reader of documents: first the outline, then the report by the labels of the form."""

    def read_document(source: str, data: bytes, asked: Asked) -> Report:
        from lint.readers.layout import read_report  # noqa: PLC0415 - only where such a file is read

        return read_report(source, read_outline(data, asked), asked.labels(), asked.told)

    return read_document


def _text(module: str) -> Reader:
    """Of decoded text, by the ``outline_of`` of a module."""

    def read_outline(data: bytes, asked: Asked) -> "Outline":
        from lint.readers.decode import decode  # noqa: PLC0415

        made: Outline = _imported(module).outline_of(decode(data, asked.encoding).text)
        return made

    return _document(read_outline)


def _read_page(data: bytes, asked: Asked) -> "Outline":
    made: Outline = _imported("lint.readers.html").outline_of_bytes(data, asked.encoding)
    return made


def _bytes(module: str) -> Reader:
    """Of bytes, by the ``outline_of`` of a module."""

    def read_outline(data: bytes, asked: Asked) -> "Outline":
        del asked
        made: Outline = _imported(module).outline_of(data)
        return made

    return _document(read_outline)


def _apart(module: str) -> Reader:
    """Of bytes, by a parser that a hostile file can make abort or exhaust its process: in one of its own."""

    def read_outline(data: bytes, asked: Asked) -> "Outline":
        del asked
        from lint.readers.worker import read_apart  # noqa: PLC0415

        return read_apart(module, data)

    return _document(read_outline)


def _imported(module: str) -> Any:
    """A reader's module. Raises Unreadable (LT001) where the package that it stands on is not installed."""
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        from lint.readers.missing import missing  # noqa: PLC0415

        raise missing(error) from error


def _read_office(data: bytes, asked: Asked) -> "Outline":
    """By LibreOffice: in a process of its own in any case."""
    from lint.readers.office import Office  # noqa: PLC0415

    return (asked.office or Office()).outline_of(data)


_PLAIN = _text("lint.readers.text")
_HTML = _document(_read_page)
_WORD = _bytes("lint.readers.docx")
_EXCEL = _bytes("lint.readers.xlsx")
_OFFICE = _document(_read_office)
_SPREADSHEET = _apart("lint.readers.spreadsheets")
READERS: dict[str, Reader] = {
    ".json": _read_json,
    ".yaml": _read_yaml,
    ".yml": _read_yaml,
    ".txt": _read_text,
    ".md": (_MARKDOWN := _text("lint.readers.markdown")),
    ".markdown": _MARKDOWN,
    ".html": _HTML,
    ".htm": _HTML,
    ".xhtml": _HTML,
    ".shtml": _HTML,
    ".docx": _WORD,
    ".docm": _WORD,
    ".dotx": _WORD,
    ".xlsx": _EXCEL,
    ".xlsm": _EXCEL,
    ".xlsb": _SPREADSHEET,
    ".xls": _SPREADSHEET,
    ".et": _SPREADSHEET,
    ".ods": _SPREADSHEET,
    ".pdf": _apart("lint.readers.pdf"),
    ".doc": _OFFICE,
    ".wps": _OFFICE,
    ".rtf": _OFFICE,
    ".odt": _OFFICE,
    ".fodt": _OFFICE,
    ".mht": _OFFICE,
    ".mhtml": _OFFICE,
}
CONVERTED = frozenset(suffix for suffix, reader in READERS.items() if reader is _OFFICE)
TEXTS = frozenset({".json", ".yaml", ".yml", ".txt", ".html", ".htm", ".xhtml", ".shtml", ".md", ".markdown"})
_COLLECTION = Text(
    "这是 Parquet 文件（报告集），不是一份报告；报告集要以 .parquet 为文件名的结尾，用 check 检查",
    "this is a Parquet file (a collection), no single report: name it *.parquet, and check that file",
)
# How binary files begin: zip, OLE, PDF, RTF; any other begins a text, or is looked at more closely.
_BINARY = (b"PK", b"\xd0\xcf\x11\xe0", b"%PDF-", b"{\\rtf")


def is_document(data: bytes) -> bool:
    """Whether bytes begin like a binary document, whatever the file is called."""
    return data.startswith(_BINARY)


def read(source: str, data: bytes, asked: Asked) -> Report:
    """The report in a file's content, whatever its name says that it is.

    Raises Unreadable (family LT) where there is none, where it cannot be read, or where a reader fails.
    """
    try:
        return _read(source, suffix_of(source), data, asked)
    except Unreadable:
        raise
    except Exception as error:
        name = type(error).__name__
        zh, en = f"读取程序出错（{name}），没有读出", f"the reader failed ({name}): nothing was read"
        raise Unreadable("LT001", Text(zh, en)) from error


def _read(source: str, suffix: str, data: bytes, asked: Asked) -> Report:
    if is_parquet(data):
        raise Unreadable("LT004", _COLLECTION)
    if suffix in (".json", ".yaml", ".yml") and not data.startswith(_BINARY):
        return READERS[suffix](source, data, asked)
    from lint.readers.sniff import is_whole_page, kind_of  # noqa: PLC0415 - only where the name does not tell enough

    kind = kind_of(data)
    if kind is None or (suffix == ".md" and kind == ".html" and not is_whole_page(data)):
        return _read_as_text(source, suffix, data, asked)
    reader = READERS[kind]
    report = reader(source, data, asked)
    if suffix in READERS and READERS[suffix] is not reader and not (suffix in TEXTS and kind == ".html"):
        remark = Remark("wrong-name", "", f"{suffix} → {kind}")
        document = report.document._replace(remarks=(*report.document.remarks, remark))
        return report._replace(document=document)
    return report


def _read_as_text(source: str, suffix: str, data: bytes, asked: Asked) -> Report:
    """A text: by its name, or by how it begins. Under the name of another format only if it really is a text."""
    if suffix in TEXTS:
        return READERS[suffix](source, data, asked)
    try:
        return _guess(data)(source, data, asked)
    except Unreadable as error:
        if suffix not in READERS:
            raise
        zh, en = f"文件的内容不是 {suffix} 格式，或已损坏", f"the content is no {suffix} file, or is damaged"
        raise Unreadable("LT001", Text(zh, en)) from error


def _guess(data: bytes) -> Reader:
    """A file without a known ending, or pasted text: JSON where it begins like it, else plain text."""
    return _read_json if data.lstrip()[:1] in (b"{", b"[") else _read_text


def _tree_reader(data: bytes) -> Reader | None:
    """The reader of a tree that was saved as text; None where the text is no tree."""
    if b"sections" not in data:
        return None
    if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in (b"{", b"[") and b'"sections"' in data:
        return _read_json
    lines = {line.partition(b":")[0] for line in data.splitlines() if line[:1].isalpha() and b":" in line}
    return _read_yaml if b"sections" in lines and lines & {b"title", b"agency", b"year", b"edition"} else None


def _of_value(source: str, parsed: Parsed, asked: Asked) -> Report:
    if not _is_report(parsed.value):
        raise Unreadable("LT004", Text("文件中不是年度报告的树", "this is not the tree of an annual report"))
    tree: dict[str, Any] = parsed.value  # type: ignore[assignment]
    return report_of_tree(source, tree, parsed.find_places, asked.told, parsed.flat)


def _is_report(value: object) -> bool:
    if not isinstance(value, dict):
        return False
    title = value.get("title")
    return bool(_KEYS & value.keys()) or (isinstance(title, str) and "信息公开" in title)
