"""The main part of a Word document, brought into the form in which Word would print it."""

import re
from itertools import chain
from typing import cast

from lxml import etree
from lxml.etree import _Element as Element

from lint.model.report import Remark
from lint.readers.docx_hidden import runs_of, take_hidden
from lint.readers.docx_parts import DRAWN, OFF, W
from lint.readers.docx_styles import Styles
from lint.readers.limits import EXCERPT
from lint.readers.pieces import RAISED

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_VML = "{urn:schemas-microsoft-com:vml}imagedata"
_GONE = tuple(
    f"{W}{name}"
    for name in (
        *("del", "moveFrom", "instrText", "delText", "rt", "sdtPr", "sdtEndPr"),
        # What a thing looked like before a change that is tracked.
        *("pPrChange", "rPrChange", "tblPrChange", "tblPrExChange", "trPrChange", "tcPrChange", "tblGridChange"),
    )
)
_WRAPPED = tuple(
    f"{W}{name}"
    for name in ("ins", "moveTo", "sdt", "sdtContent", "smartTag", "customXml", "hyperlink", "fldSimple", "dir", "bdo")
)
_CHANGED = tuple(f"{W}{name}" for name in ("del", "ins", "moveFrom", "moveTo", "cellDel", "cellIns"))
_DELETED = f"{W}del"
_END_DELETED = etree.XPath("//w:p[w:pPr/w:rPr[w:del or w:moveFrom]]", namespaces={"w": W.strip("{}")})
# Of a character; not below the space, no half of a pair.
_CODE = re.compile(r"(?!00[01]|[Dd][89A-Fa-f])[0-9A-Fa-f]{4}")
_ALIGNED = f"{W}vertAlign"
_RAISED = etree.XPath("//w:r[w:rPr/w:vertAlign/@w:val='superscript']/w:t", namespaces={"w": W.strip("{}")})
_STRUCK = (f"{W}strike", f"{W}dstrike")


def final_view(root: Element, styles: Styles, said: bytes) -> list[Remark]:
    """Turn the part into what Word prints: changes accepted, wrappers taken off, text boxes and pictures beside their
    paragraph. What that passes over is told in remarks. ``said`` is the part as bytes.
    """
    remarks = _changes(root)
    _alternatives(root)
    if remarks:
        _mark_deleted(root)
        _join_ends(root)
    etree.strip_elements(root, *_GONE, with_tail=False)
    remarks += take_hidden(root, styles, said)
    if b"trike" in said:
        remarks += _take_struck(root)
    etree.strip_tags(root, *_WRAPPED)
    _spell(root)
    _draw(root)
    return remarks


def _changes(root: Element) -> list[Remark]:
    """One remark, with the first words that were changed."""
    changed = False
    for change in root.iter(_CHANGED):
        changed = True
        text = "".join(found.text or "" for found in change.iter(f"{W}t", f"{W}delText"))
        if text:
            return [Remark("tracked-changes", "", text[:EXCERPT])]
    return [Remark("tracked-changes", "", "")] if changed else []


def _mark_deleted(root: Element) -> None:
    rows = [sign for sign in root.iter(_DELETED) if _parent(sign) == f"{W}trPr"]
    for sign in chain(rows, list(root.iter(f"{W}cellDel"))):
        above = sign.getparent()
        whole = above.getparent() if above is not None else None
        if whole is not None and whole.tag in (f"{W}tr", f"{W}tc"):
            whole.tag = _DELETED


def _parent(element: Element) -> object:
    above = element.getparent()
    return above.tag if above is not None else None


def _join_ends(root: Element) -> None:
    """Paragraphs whose end was deleted go on in the next: what they hold stands before what it holds."""
    waiting: list[Element] = []
    after: Element | None = None
    for paragraph in cast("list[Element]", _END_DELETED(root)):
        if paragraph is not after:
            _join(waiting, after)
            waiting = []
        waiting.append(paragraph)
        after = next(paragraph.itersiblings(f"{W}p", f"{W}tbl"), None)
    _join(waiting, after)


def _join(paragraphs: list[Element], onto: Element | None) -> None:
    if onto is None or onto.tag != f"{W}p":
        return
    look = onto.find(f"{W}pPr")
    at = onto.index(look) + 1 if look is not None else 0
    onto[at:at] = [child for paragraph in paragraphs for child in paragraph if child.tag != f"{W}pPr"]


def _take_struck(root: Element) -> list[Remark]:
    """Struck words are read as deleted: beside those that replaced them they would make one figure."""
    signs = [sign for sign in root.iter(_STRUCK) if sign.get(f"{W}val") not in OFF]
    remarks = []
    for run in runs_of(signs):
        text = "".join(found.text or "" for found in run.iter(f"{W}t"))
        etree.strip_elements(run, f"{W}t", with_tail=False)
        if text.strip():
            remarks.append(Remark("struck-text", "", text[:EXCERPT]))
    return remarks


def _alternatives(root: Element) -> None:
    """Content that stands twice for old and new programs is read once."""
    for alternative in list(root.iter(f"{_MC}AlternateContent")):
        choice = alternative.find(f"{_MC}Choice")
        for below in list(alternative):
            if below is not choice and choice is not None:
                alternative.remove(below)
    etree.strip_tags(root, f"{_MC}AlternateContent", f"{_MC}Choice", f"{_MC}Fallback")


def _spell(root: Element) -> None:
    """Signs of fonts and letters of formulas are text; raised digits stay raised: 12 with a note 1 is not 121."""
    for sign in root.iter(f"{W}sym"):
        code = sign.get(f"{W}char", "")
        sign.text = chr(int(code, 16)) if _CODE.fullmatch(code) else ""
        sign.tag = f"{W}t"
    for raised in cast("list[Element]", _RAISED(root)) if next(root.iter(_ALIGNED), None) is not None else ():
        raised.text = (raised.text or "").translate(RAISED)
    for letters in root.iter(_MATH):
        letters.tag = f"{W}t"


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
