"""All formats in one table: one new format is one new file and one new line."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from lint.model.errors import Unreadable
from lint.model.report import Identity, Places, Report
from lint.model.text import Text
from lint.readers.files import suffix_of
from lint.readers.json_ import parse_json
from lint.readers.tree import report_of_tree

if TYPE_CHECKING:
    from lint.model.layout import Layout


class Asked(NamedTuple):
    """How to read: the encoding and the body as the user told them, the layouts, and whether many files are coming."""

    encoding: str | None
    told: Identity
    layouts: "Callable[[], tuple[Layout, ...]]"
    many: bool = False


Reader: TypeAlias = Callable[[str, bytes, Asked], Report]
_KEYS = frozenset({"sections", "agency", "edition", "preamble"})


def _read_json(source: str, data: bytes, asked: Asked) -> Report:
    value, places = parse_json(data, asked.encoding, fast=asked.many)
    return _of_value(source, value, places, asked)


def _read_yaml(source: str, data: bytes, asked: Asked) -> Report:
    from lint.readers.decode import decode  # noqa: PLC0415 - only where such a file is read
    from lint.readers.yaml_ import parse_yaml  # noqa: PLC0415

    value, places = parse_yaml(decode(data, asked.encoding).text)
    return _of_value(source, value, lambda: places, asked)


def _read_text(source: str, data: bytes, asked: Asked) -> Report:
    if (other := _tree_reader(data)) is not None:
        return other(source, data, asked)
    from lint.readers import text  # noqa: PLC0415
    from lint.readers.decode import decode  # noqa: PLC0415
    from lint.readers.labels import indexes  # noqa: PLC0415
    from lint.readers.layout import read_report  # noqa: PLC0415

    outline = text.read_outline(decode(data, asked.encoding).text)
    return read_report(source, outline, indexes(asked.layouts()), asked.told)


READERS: dict[str, Reader] = {
    ".json": _read_json,
    ".yaml": _read_yaml,
    ".yml": _read_yaml,
    ".txt": _read_text,
}
# Formats in which reports are handed in and which this version does not read: never passed over in silence.
UNREAD = frozenset({".docx", ".doc", ".wps", ".rtf", ".odt", ".pdf", ".html", ".htm", ".md", ".xlsx", ".xls", ".ods"})
UNREAD_TEXT = frozenset({".html", ".htm", ".md"})


def read(source: str, data: bytes, asked: Asked) -> Report:
    """The report in a file's content. Raises Unreadable (family LT) where there is none or it cannot be read."""
    suffix = suffix_of(source)
    reader = READERS.get(suffix) or (_guess(data) if suffix not in UNREAD else None)
    if reader is None:
        known = " ".join(READERS)
        words = Text(
            f"本版本不能读取 {suffix} 文件（可读：{known}）",
            f"this version cannot read {suffix} files (it reads {known})",
        )
        raise Unreadable("LT001", words)
    return reader(source, data, asked)


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


def _of_value(source: str, value: object, places: Callable[[], Places], asked: Asked) -> Report:
    if not _is_report(value):
        raise Unreadable("LT004", Text("文件中不是年度报告的树", "this is not the tree of an annual report"))
    tree: dict[str, Any] = value  # type: ignore[assignment]
    return report_of_tree(source, tree, places, asked.told)


def _is_report(value: object) -> bool:
    if not isinstance(value, dict):
        return False
    title = value.get("title")
    return bool(_KEYS & value.keys()) or (isinstance(title, str) and "信息公开" in title)
