"""The main part of a Word document, brought into the form in which Word would print it."""

import posixpath

from lxml import etree
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
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_VML = "{urn:schemas-microsoft-com:vml}imagedata"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OFFICE_DOCUMENT = "/officeDocument"
_USUAL = "word/document.xml"
# What stands for a character, in the text of a paragraph.
MARKS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
    f"{W}softHyphen": "",
}
# What hangs on a paragraph, set behind it: the content of a text box, or, empty, a picture.
DRAWN = "drawn"
_GONE = tuple(
    f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "rt", "sdtPr", "sdtEndPr", "pPrChange")
)
_WRAPPED = tuple(
    f"{W}{name}"
    for name in ("ins", "moveTo", "sdt", "sdtContent", "smartTag", "customXml", "hyperlink", "fldSimple", "dir", "bdo")
)
_CHANGED = (f"{W}del", f"{W}ins", f"{W}moveFrom", f"{W}moveTo")
_EXCERPT = 40


def main_part(package: Package) -> Element:
    """The root of the main part.

    Raises Unreadable (LT001) where there is none, where it lies outside the package, or where it is damaged.
    """
    name = _main_name(package)
    data = package.read(name)
    if b"purl.oclc.org/ooxml" in data:  # the strict form of the format: the same under other names
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
    root = parse_xml(data, name)
    if root.tag != f"{W}document":
        raise Unreadable("LT001", Text(f"部件 {quote(name)} 不是 Word 正文", f"the part {quote(name)} is no document"))
    return root


def _main_name(package: Package) -> str:
    """The name of the main part as the package says."""
    if "_rels/.rels" not in package.names:
        return _USUAL
    for relation in parse_xml(package.read("_rels/.rels"), "_rels/.rels").iter(_RELATION):
        if relation.get("Type", "").endswith(_OFFICE_DOCUMENT):
            target = posixpath.normpath(relation.get("Target", "").lstrip("/"))
            if relation.get("TargetMode") == "External" or target.startswith(".."):
                zh, en = "文件的正文在文件之外", "the main part lies outside the file"
                raise Unreadable("LT001", Text(zh, en))
            return target
    return _USUAL


def final_view(root: Element, package: Package) -> list[Remark]:
    """Turn the part into what Word prints: changes accepted, wrappers taken off, text boxes and pictures beside their
    paragraph. What that passes over is told in remarks.
    """
    remarks = [*_macros(package), *_changes(root), *_hidden(root)]
    for row in [row for row in root.iter(f"{W}tr") if row.find(f"{W}trPr/{W}del") is not None]:
        row.tag = f"{W}del"
    _alternatives(root)
    etree.strip_elements(root, *_GONE, with_tail=False)
    etree.strip_tags(root, *_WRAPPED)
    _draw(root)
    return remarks


def _macros(package: Package) -> list[Remark]:
    return [Remark("macro", "", name) for name in sorted(package.names) if name.endswith("vbaProject.bin")]


def _changes(root: Element) -> list[Remark]:
    first = next(root.iter(*_CHANGED), None)
    if first is None:
        return []
    text = "".join(found.text or "" for found in first.iter(f"{W}t", f"{W}delText"))
    return [Remark("tracked-changes", "", text[:_EXCERPT])]


def _hidden(root: Element) -> list[Remark]:
    """Hidden runs are not printed: they are taken out and told."""
    remarks = []
    for sign in list(root.iter(f"{W}vanish")):
        run = next(sign.iterancestors(f"{W}r"), None)
        if run is None or sign.get(f"{W}val", "1") in ("0", "false", "off"):
            continue
        text = "".join(found.text or "" for found in run.iter(f"{W}t"))
        if text.strip():
            remarks.append(Remark("hidden-text", "", text[:_EXCERPT]))
        etree.strip_elements(run, f"{W}t", with_tail=False)
    return remarks


def _alternatives(root: Element) -> None:
    """Content that stands twice for old and new programs is read once."""
    for alternative in list(root.iter(f"{_MC}AlternateContent")):
        choice = alternative.find(f"{_MC}Choice")
        for below in list(alternative):
            if below is not choice and choice is not None:
                alternative.remove(below)
    etree.strip_tags(root, f"{_MC}AlternateContent", f"{_MC}Choice", f"{_MC}Fallback")


def _draw(root: Element) -> None:
    """Bring text boxes and pictures behind the paragraph on which they hang."""
    last: dict[Element, Element] = {}
    for found in list(root.iter(f"{W}txbxContent", _PIC, _VML)):
        paragraph = next(found.iterancestors(f"{W}p"), None)
        if paragraph is not None:
            drawn = etree.Element(DRAWN)
            last.get(paragraph, paragraph).addnext(drawn)
            last[paragraph] = drawn
            drawn.extend(list(found) if found.tag == f"{W}txbxContent" else ())
