"""The parts of an Excel workbook: which sheets it has, and what it brings along that is never opened."""

import posixpath
from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element as Element

from lint.model.errors import Unreadable
from lint.model.place import Place
from lint.model.report import Remark
from lint.model.text import Text
from lint.readers.limits import CELLS, ZIP_PART_BYTES
from lint.readers.lines import quote
from lint.readers.package import Package
from lint.readers.xml_ import parse_xml

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/spreadsheetml/main",
        b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/",
        b"http://schemas.openxmlformats.org/drawingml/2006/",
    ),
)
_USUAL = "xl/workbook.xml"
_TYPES = "[Content_Types].xml"
# Tags and attributes of one part; a cell has six at most, counted as they are written.
_MARKS = 12 * CELLS
_TOLD = 20


class Relation(NamedTuple):
    """One relation of a part: the last word of its type, and the part, or the address outside, that it names."""

    kind: str
    target: str
    external: bool


class SheetPart(NamedTuple):
    """A sheet of a workbook: its name, the part that holds it, and whether it is hidden."""

    name: str
    part: str
    hidden: bool


class Workbook(NamedTuple):
    """A workbook: its sheets in order, the other parts that are read, whether dates count from 1904."""

    sheets: tuple[SheetPart, ...]
    strings: str | None
    styles: str | None
    from_1904: bool
    remarks: tuple[Remark, ...]


def root_of(package: Package, part: str, most: int = ZIP_PART_BYTES) -> Element:
    """The root of a part. Raises Unreadable (LT001) where it is missing, damaged, or has more than any report."""
    data = package.read(part, most)
    if data.count(b"<") + data.count(b"=") > _MARKS:
        raise refusal(part, f"内容过多（上限 {CELLS} 格）", f"too much content (limit {CELLS} cells)")
    if b"purl.oclc.org/ooxml" in data:  # the strict form of the format: the same under other names
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
    return parse_xml(data, part)


def refusal(part: str, zh: str, en: str, place: Place | None = None) -> Unreadable:
    """The exception that names a part and says why it is refused; for the caller to raise."""
    words = Text(f"部件 {quote(part)}：{zh}", f"the part {quote(part)}: {en}")
    return Unreadable("LT001", words, place)


def workbook_of(package: Package) -> Workbook:
    """The workbook of a package.

    Raises Unreadable (LT001) where there is none, or where a sheet of it is missing or lies outside the package.
    """
    part = _main_part(package)
    root = root_of(package, part)
    if root.tag != f"{S}workbook":
        raise refusal(part, "不是工作簿", "this is no workbook")
    relations = relations_of(package, part)
    named = {relation.kind: relation.target for relation in relations.values() if not relation.external}
    properties = root.find(f"{S}workbookPr")
    return Workbook(
        tuple(_sheets(root, part, relations)),
        named.get("sharedStrings"),
        named.get("styles"),
        properties is not None and is_on(properties.get("date1904")),
        tuple(_brought_along(package)),
    )


def is_on(value: str | None) -> bool:
    """Whether an attribute of Excel says yes."""
    return value in ("1", "true", "on")


def _main_part(package: Package) -> str:
    relations = relations_of(package, "").values()
    found = next((one for one in relations if one.kind == "officeDocument"), None)
    if found is None:
        return _USUAL
    if found.external:
        raise refusal("_rels/.rels", "工作簿在文件之外", "the workbook lies outside the file")
    if found.target.endswith(".bin"):
        raise refusal(found.target, "这是 .xlsb 工作簿，请另存为 .xlsx", "an .xlsb workbook: save it as .xlsx")
    return found.target


def _sheets(root: Element, part: str, relations: dict[str, Relation]) -> Iterator[SheetPart]:
    given: set[str] = set()
    for sheet in root.iterfind(f"{S}sheets/{S}sheet"):
        name = sheet.get("name", "")
        relation = relations.get(sheet.get(_RELATION_ID, ""))
        if relation is None:
            raise refusal(part, f"缺少工作表“{quote(name)}”", f"the sheet '{quote(name)}' is missing")
        if relation.external:
            zh, en = f"工作表“{quote(name)}”在文件之外", f"the sheet '{quote(name)}' lies outside the file"
            raise refusal(part, zh, en)
        if relation.target in given:
            raise refusal(part, f"两个工作表共用 {quote(relation.target)}", f"two sheets in {quote(relation.target)}")
        given.add(relation.target)
        if relation.kind == "worksheet":
            yield SheetPart(name, relation.target, sheet.get("state", "visible") != "visible")


def relations_of(package: Package, part: str) -> dict[str, Relation]:
    """The relations of a part by their ids; none where it has none.

    Raises Unreadable (LT001) where one leads out of the package as if it were inside.
    """
    folder, name = posixpath.split(part)
    holder = posixpath.join(folder, "_rels", f"{name}.rels")
    if holder not in package.names:
        return {}
    found = {}
    for element in root_of(package, holder).iter(_RELATION):
        external = element.get("TargetMode") == "External"
        target = element.get("Target", "")
        if not external:
            target = _inside(folder, target, holder)
        kind = element.get("Type", "").rpartition("/")[2]
        found[element.get("Id", "")] = Relation(kind, target, external)
    return found


def _inside(folder: str, target: str, holder: str) -> str:
    """The name of the part that a relation means."""
    path = posixpath.normpath(target[1:] if target.startswith("/") else posixpath.join(folder, target))
    if path.startswith(("..", "/")):
        zh, en = f"指向文件之外的 {quote(target)}", f"it points outside the file: {quote(target)}"
        raise refusal(holder, zh, en)
    return path


def _brought_along(package: Package) -> Iterator[Remark]:
    """Programs and links to other files: told, never opened or followed."""
    programs = sorted(name for name in package.names if name.endswith("vbaProject.bin"))
    if not programs and _TYPES in package.names and b"macroEnabled" in package.read(_TYPES):
        programs = [_TYPES]
    yield from (Remark("macro", "", name) for name in programs[:_TOLD])
    outside = sorted(name for name in package.names if _leads_outside(name))
    for name in outside[:_TOLD]:
        targets = [relation.target for relation in relations_of(package, name).values() if relation.external]
        yield from (Remark("external-link", "", target) for target in targets[:_TOLD] or [name])


def _leads_outside(name: str) -> bool:
    return name == "xl/connections.xml" or (name.startswith("xl/externalLinks/") and name.endswith(".xml"))
