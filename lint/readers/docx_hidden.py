"""What a Word document holds and does not show."""

from typing import cast

from lxml import etree
from lxml.etree import _Element as Element

from lint.model.report import Remark
from lint.readers.docx_parts import OFF, W
from lint.readers.docx_styles import Styles
from lint.readers.limits import EXCERPT

_NAMES = {"w": W.strip("{}")}
_RUN, _TEXT, _ROW = f"{W}r", f"{W}t", f"{W}tr"
_VAL = f"{W}val"
_LOOK_OF_ROW = f"{W}trPr"
# Of one point at most: a dot to the eye.
_TINY = etree.XPath("//w:r/w:rPr/w:sz[@w:val='1' or @w:val='2']", namespaces=_NAMES)
_WHITE = etree.XPath("//w:r/w:rPr/w:color[@w:val='FFFFFF' or @w:val='ffffff']", namespaces=_NAMES)
# Looked for before the tree is; only where the names of elements are written as they nearly always are.
_SIGNS_OF_TINY = (b'sz w:val="1"', b'sz w:val="2"')
_SIGNS_OF_WHITE = (b'"FFFFFF"', b'"ffffff"')
_USUAL_NAME = b"<w:body"
_SHADES = tuple(f"{W}{name}" for name in ("shd", "highlight"))
_LOOKS = tuple(f"{W}{name}" for name in ("rPr", "pPr", "tcPr", "tblPr"))
_LIGHT = ("auto", "FFFFFF", "ffffff", "white", "none", "")
_GONE = "gone"


def take_hidden(root: Element, styles: Styles, said: bytes) -> list[Remark]:
    """Take out the runs and rows that are not printed; each with text is told. ``said`` is the part as bytes."""
    hidden = [*_rows(root), *_vanished(root), *_styled(root, styles)]
    if _may_say(_SIGNS_OF_TINY, said):
        hidden += runs_of(_found(_TINY, root))
    if _may_say(_SIGNS_OF_WHITE, said):
        hidden += _white(root)
    remarks = []
    for element in hidden:
        if element.tag == _GONE:
            continue
        text = "".join(found.text or "" for found in element.iter(_TEXT))
        if text.strip():
            remarks.append(Remark("hidden-text", "", text[:EXCERPT]))
        element.tag = _GONE
    if hidden:
        etree.strip_elements(root, _GONE, with_tail=False)
    return remarks


def _may_say(signs: tuple[bytes, ...], said: bytes) -> bool:
    return any(sign in said for sign in signs) or _USUAL_NAME not in said


def _found(path: etree.XPath, root: Element) -> list[Element]:
    return cast("list[Element]", path(root))


def _rows(root: Element) -> list[Element]:
    looks = [(sign, sign.getparent()) for sign in root.iter(f"{W}hidden") if sign.get(_VAL) not in OFF]
    signs = [sign for sign, look in looks if look is not None and look.tag == _LOOK_OF_ROW]
    return [row for row in (next(sign.iterancestors(_ROW), None) for sign in signs) if row is not None]


def _vanished(root: Element) -> list[Element]:
    return runs_of([sign for sign in root.iter(f"{W}vanish") if sign.get(_VAL) not in OFF])


def runs_of(signs: list[Element]) -> list[Element]:
    """The runs, each once, whose look holds these signs; the look of a paragraph's end is none of them."""
    runs: dict[Element, None] = {}
    for sign in signs:
        look = sign.getparent()
        run = look.getparent() if look is not None else None
        if run is not None and run.tag == _RUN:
            runs[run] = None
    return list(runs)


def _styled(root: Element, styles: Styles) -> list[Element]:
    """The runs that a style hides and that do not say otherwise themselves."""
    if not styles.hidden:
        return []
    runs = runs_of([style for style in root.iter(f"{W}rStyle") if style.get(_VAL) in styles.hidden])
    for style in root.iter(f"{W}pStyle"):
        paragraph = next(style.iterancestors(f"{W}p"), None) if style.get(_VAL) in styles.hidden else None
        runs += paragraph.iterchildren(_RUN) if paragraph is not None else ()
    return [run for run in runs if run.find(f"{W}rPr/{W}vanish") is None]


def _white(root: Element) -> list[Element]:
    """White letters, unless something may be dark behind them: a shade, the style of a table, a text box."""
    if root.find(f"{W}background") is not None:
        return []
    known: dict[Element, bool] = {}

    def may_be_dark(element: Element) -> bool:
        if element not in known:
            known[element] = _may_be_dark(element)
        return known[element]

    return [run for run in runs_of(_found(_WHITE, root)) if not any(map(may_be_dark, (run, *run.iterancestors())))]


def _may_be_dark(element: Element) -> bool:
    if element.tag == f"{W}txbxContent":
        return True
    look = next(element.iterchildren(_LOOKS), None)
    if look is None:
        return False
    shades = [shade.get(f"{W}fill", "") or shade.get(_VAL, "") for shade in look.iterchildren(_SHADES)]
    return look.find(f"{W}tblStyle") is not None or any(shade not in _LIGHT for shade in shades)
