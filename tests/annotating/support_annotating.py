"""Word documents that are complete packages, and the comments in one read back without the code that wrote them."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from lxml import etree

from tests.documents.archive import content_types, relationships
from tests.readers.support_docx import MAIN, NAMES, body
from tests.readers.support_xlsx import R, packed

TYPES, RELATIONS = "[Content_Types].xml", "word/_rels/document.xml.rels"
COMMENTS = "word/comments.xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_OURS = re.compile(
    rb"<(?:\w+:)?comment(?:RangeStart|RangeEnd)\b[^>]*/>|<((?:\w+:)?)r><\1commentReference\b[^>]*/></\1r>"
)


class Read(NamedTuple):
    """A comment as Word would show it: who made it, what it says, and the words that it marks."""

    author: str
    lines: tuple[str, ...]
    marked: str


def whole(*blocks: str, **parts: str) -> bytes:
    """A document with all that Word needs; ``footnotes=…`` and the like are what parts beside the main one hold."""
    main = body(*blocks)
    return packed({**frame(*parts), MAIN: main} | {f"word/{name}.xml": _part(name, parts[name]) for name in parts})


def frame(*parts: str) -> Mapping[str, str]:
    """What says in a package which parts there are."""
    names = [f"{name}.xml" for name in parts]
    return {
        TYPES: content_types({MAIN: "document.main"} | {f"word/{name}": name[:-4] for name in names}, _WORD),
        "_rels/.rels": relationships({MAIN: "officeDocument"}, R),
        RELATIONS: relationships({name: name[:-4] for name in names}, R),
    }


def _part(name: str, content: str) -> str:
    return f"<w:{name} {NAMES}>{content}</w:{name}>"


def members(data: bytes) -> dict[str, bytes]:
    """Every part of a package, in its order; the archive is sound."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def records(data: bytes) -> dict[str, bytes]:
    """The bytes of every part as they lie in the archive, packed."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        every = sorted(archive.infolist(), key=lambda one: one.header_offset)
        ends = [*(one.header_offset for one in every[1:]), archive.start_dir]
    return {one.filename: data[one.header_offset : end] for one, end in zip(every, ends, strict=True)}


def bare(main: bytes) -> bytes:
    """The main part in its canonical form, the comments taken out."""
    return etree.tostring(etree.fromstring(_OURS.sub(b"", main)), method="c14n")


def comments(data: bytes, main: str = MAIN, part: str = COMMENTS) -> list[Read]:
    """The comments of a document in the order in which they stand in it."""
    parts = members(data)
    root, said = etree.fromstring(parts[main]), etree.fromstring(parts[part])
    w = W if root.tag.startswith(W) else STRICT
    known = {one.get(f"{w}id"): one for one in said.iter(f"{w}comment")}
    assert len(known) == len(list(said)), "every id once"
    every = [(one.get(f"{w}id"), one.getparent()) for one in root.iter(f"{w}commentReference")]
    assert {name for name, _ in every} <= known.keys()
    return [_read(known[name], "".join(_marked(root, name, w)), w) for name, _ in every]


def _read(comment: etree._Element, marked: str, w: str) -> Read:
    lines = ("".join(text.text or "" for text in line.iter(f"{w}t")) for line in comment.iter(f"{w}p"))
    return Read(comment.get(f"{w}author", ""), tuple(lines), marked)


def _marked(root: etree._Element, name: str | None, w: str) -> Iterator[str]:
    """The text between the beginning and the end of a comment; a new paragraph is a bar."""
    inside = False
    for element in root.iter(f"{w}commentRangeStart", f"{w}commentRangeEnd", f"{w}t", f"{w}p"):
        if element.tag == f"{w}commentRangeStart" and element.get(f"{w}id") == name:
            assert not inside
            inside = True
        elif element.tag == f"{w}commentRangeEnd" and element.get(f"{w}id") == name:
            assert inside
            return
        elif inside and element.tag != f"{w}commentRangeStart":
            yield "|" if element.tag == f"{w}p" else element.text or ""
    raise AssertionError(f"comment {name} has no end")
