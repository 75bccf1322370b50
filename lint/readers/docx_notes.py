"""Footnotes and endnotes of a Word document: text, set behind the paragraph that refers to it."""

from lxml import etree
from lxml.etree import _Element as Element

from lint.readers.docx_parts import DRAWN, Parts, W, parse_part

_ID = f"{W}id"
_KINDS = {"footnote": "footnotes", "endnote": "endnotes"}


def bring_notes(root: Element, parts: Parts) -> None:
    """Put each note behind the paragraph that refers to it first, or behind the table around that.

    Raises Unreadable (LT001) where the part that holds them is damaged.
    """
    last: dict[Element, Element] = {}
    for kind, part in _KINDS.items():
        references = [found for found in root.iter(f"{W}{kind}Reference") if _stays(found)]
        found = parts.data_of(part) if references else None
        if found is None:
            continue
        notes = {note.get(_ID, ""): note for note in parse_part(*found).iterchildren(f"{W}{kind}")}
        for reference in references:
            note, anchor = notes.pop(reference.get(_ID, ""), None), _anchor(reference)
            if note is not None and anchor is not None:
                drawn = etree.Element(DRAWN)
                drawn.extend(list(note))
                last.get(anchor, anchor).addnext(drawn)
                last[anchor] = drawn


def _stays(reference: Element) -> bool:
    return next(reference.iterancestors(f"{W}del", f"{W}moveFrom"), None) is None


def _anchor(reference: Element) -> Element | None:
    """The outermost paragraph or table in which a reference stands."""
    anchor = None
    for above in reference.iterancestors(f"{W}p", f"{W}tbl"):
        anchor = above
    return anchor
