"""The parts of a Word document and how they hang together."""

import posixpath
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from lxml.etree import _Element as Element

from lint.model.errors import Unreadable
from lint.model.report import Remark
from lint.model.text import Text
from lint.readers.lines import quote
from lint.readers.package import Package
from lint.readers.xml_ import parse_xml

_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/picture", b"http://schemas.openxmlformats.org/drawingml/2006/picture"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# What an attribute says where it switches a look off.
OFF = ("0", "false", "off")
# What stands for a character, in the text of a paragraph.
MARKS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "",
}
# What hangs on a paragraph, set behind it: the content of a text box or a note, or, empty, a picture.
DRAWN = "drawn"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_USUAL = "word/document.xml"
# Whole honest documents unpack to 15 MB, pictures and all. A million empty paragraphs took 3 s.
_PART_BYTES = 16 * 2**20
_PART_TAGS = 1_500_000
_RELATIONS_BYTES = 2**20
_MOST_LINKS = 50
_EXCERPT = 200


class Relation(NamedTuple):
    """What a part points at: the last word of the kind, and the name of a part, or the address of something outside."""

    kind: str
    target: str
    external: bool


class Parts:
    """The main part of a document, and those that it points at."""

    def __init__(self, package: Package) -> None:
        """Raises Unreadable (LT001) where the main part lies outside the package."""
        self.package = package
        self.main = _main_name(package)
        self._relations = tuple(_relations(package, self.main))

    @cached_property
    def said(self) -> bytes:
        """The content of the main part. Raises Unreadable (LT001) where it is missing, or larger than any report."""
        return self.package.read(self.main, _PART_BYTES)

    def target_of(self, kind: str) -> str | None:
        """The name of the part of a kind that the main part points at, whether it is there or not."""
        return next((one.target for one in self._relations if one.kind == kind and not one.external), None)

    def data_of(self, kind: str) -> tuple[str, bytes] | None:
        """The name and content of the part of a kind, such as ``styles``; None where there is none."""
        said = self.target_of(kind)
        name = said if said in self.package.names else posixpath.join(posixpath.dirname(self.main), f"{kind}.xml")
        return (name, self.package.read(name, _PART_BYTES)) if name in self.package.names else None


def parse_part(name: str, data: bytes) -> Element:
    """The root of a part with this content, the strict form of the format turned into the usual one.

    Raises Unreadable (LT001) where it is damaged or has more elements than any report.
    """
    if data.count(b"<") > _PART_TAGS:
        zh, en = f"部件 {quote(name)} 中的元素过多", f"the part {quote(name)} has too many elements"
        raise Unreadable("LT001", Text(zh, en))
    if b"purl.oclc.org/ooxml" in data:
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
    return parse_xml(data, name)


def main_part(parts: Parts) -> Element:
    """The root of the main part.

    Raises Unreadable (LT001) where there is none, where it is damaged, or where it only frames another file.
    """
    root = parse_part(parts.main, parts.said)
    if root.tag != f"{W}document":
        name = quote(parts.main)
        raise Unreadable("LT001", Text(f"部件 {name} 不是 Word 正文", f"the part {name} is no document"))
    if next(root.iter(f"{W}altChunk"), None) is not None:
        zh, en = (
            "正文中嵌入了其他格式的文件，请用 Word 打开后另存",
            "the text embeds a file of another format: save it anew with Word",
        )
        raise Unreadable("LT001", Text(zh, en))
    return root


def foreign(package: Package) -> list[Remark]:
    """What a document brings or wants beside its text: macros, which never run, and files elsewhere, never fetched."""
    macros = [Remark("macro", "", name[:_EXCERPT]) for name in sorted(package.names) if name.endswith("vbaProject.bin")]
    targets = dict.fromkeys(
        relation.target[:_EXCERPT]
        for name in sorted(package.names)
        if name.endswith(".rels")
        for relation in _linked(package, name)
        if relation.kind != "hyperlink"
    )
    return [*macros, *(Remark("external-link", "", target) for target in list(targets)[:_MOST_LINKS])]


def _linked(package: Package, name: str) -> Iterator[Relation]:
    data = package.read(name, _RELATIONS_BYTES)
    if b"External" in data:
        yield from (relation for relation in _listed(name, data, "") if relation.external)


def _relations(package: Package, part: str) -> Iterator[Relation]:
    folder, name = posixpath.split(part)
    listed = posixpath.join(folder, "_rels", f"{name}.rels")
    if listed in package.names:
        yield from _listed(listed, package.read(listed, _RELATIONS_BYTES), folder)


def _listed(name: str, data: bytes, folder: str) -> Iterator[Relation]:
    for relation in parse_xml(data, name).iter(_RELATION):
        kind = relation.get("Type", "").rpartition("/")[2]
        target = relation.get("Target", "")
        if relation.get("TargetMode") == "External":
            yield Relation(kind, target, external=True)
        else:
            yield Relation(kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"), external=False)


def _main_name(package: Package) -> str:
    """The name of the main part as the package says."""
    main = next((one for one in _relations(package, "") if one.kind == "officeDocument"), None)
    if main is None:
        return _USUAL
    if main.external:
        raise Unreadable("LT001", Text("文件的正文在文件之外", "the main part lies outside the file"))
    return main.target
