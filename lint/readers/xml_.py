"""XML of Office documents, parsed without entities, networks or depth beyond measure."""

from typing import Any

from lxml import etree

from lint.model.errors import Unreadable
from lint.model.text import Text
from lint.readers.lines import quote


def parse_xml(data: bytes, part: str) -> etree._Element:
    """The root element of a part, without comments and processing instructions.

    Raises Unreadable (LT001) where it has a document type (no Office program writes one, attacks need one), is deeper
    than 256 elements, or is damaged.
    """
    if b"<!DOCTYPE" in data:
        raise _with_document_type(part)
    try:
        root = etree.fromstring(data, _parser())
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        reason = quote(str(error).partition(" (<")[0])
        zh, en = f"部件 {quote(part)} 已损坏（{reason}）", f"the part {quote(part)} is damaged ({reason})"
        raise Unreadable("LT001", Text(zh, en)) from error
    about: Any = root.getroottree().docinfo
    if about.doctype:  # in UTF-16, where bytes do not show it
        raise _with_document_type(part)
    return root


def _with_document_type(part: str) -> Unreadable:
    zh, en = f"部件 {quote(part)} 含有 DTD，拒绝读取", f"the part {quote(part)} has a document type: refused"
    return Unreadable("LT001", Text(zh, en))


def _parser() -> etree.XMLParser:
    """Made anew for each part: a parser keeps what it has read."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
