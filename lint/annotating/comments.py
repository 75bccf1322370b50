"""The part with the comments, and what says in the package that it is there."""

import posixpath
import re
from collections.abc import Iterable
from itertools import count
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from lint.annotating.spots import WORD, Marked, Part
from lint.model.errors import UsageError
from lint.model.text import Text
from lint.readers.docx_parts import Parts
from lint.readers.package import Package
from lint.readers.xml_ import parse_xml

AUTHOR = "xxgk-lint"
_INITIALS = "xxgk"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES = "[Content_Types].xml"
# The namespaces of relations in the usual and in the strict form of the format, in the order of WORD.
_RELATIONS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_LISTED = "http://schemas.openxmlformats.org/package/2006/relationships"
_RELATIONSHIP = "Relationship"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# All that XML 1.0 cannot hold.
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Comment(NamedTuple):
    """A comment to be written: its id, and its paragraphs."""

    id: str
    lines: tuple[str, ...]


def with_comments(parts: Parts, comments: Iterable[Comment], namespace: str, date: str | None) -> dict[str, bytes]:
    """The parts that change when comments are added, by name; ``namespace`` is that of the main part.

    Raises UsageError where the package is no complete one.
    """
    said = parts.target_of("comments")
    if said is not None and said in parts.package.names:
        return {said: _more(part_of(parts.package, said), comments, date)}
    name = said or _free_name(parts)
    made = "".join(_written(comment, date) for comment in comments)
    new = f'{_DECLARATION}<w:comments xmlns:w="{namespace}">{made}</w:comments>'
    changed = {name: new.encode(), _TYPES: _with_type(parts.package, name)}
    if said is None:
        listed, content = _with_relation(parts, name, _RELATIONS[WORD.index(namespace)])
        changed[listed] = content
    return changed


def part_of(package: Package, name: str) -> Part:
    """A part in which something can be inserted.

    Raises Unreadable (LT001) where it is missing, damaged or hostile, UsageError where its form cannot be kept.
    """
    data = package.read(name)
    parse_xml(data, name)
    return Part(name, data)


def _more(standing: Part, comments: Iterable[Comment], date: str | None) -> bytes:
    named = "" if standing.root.sibling("") == "w:" else f' xmlns:w="{standing.namespace}"'
    made = "".join(_written(comment, date, named) for comment in comments)
    return standing.with_marks([Marked(standing.root, "", made)])


def _written(comment: Comment, date: str | None, named: str = "") -> str:
    dated = f' w:date="{date}"' if date is not None else ""
    lines = "".join(f'<w:p><w:r><w:t xml:space="preserve">{_text(line)}</w:t></w:r></w:p>' for line in comment.lines)
    about = f'w:id="{comment.id}" w:author="{AUTHOR}"{dated} w:initials="{_INITIALS}"'
    return f"<w:comment{named} {about}>{lines}</w:comment>"


def _text(line: str) -> str:
    return escape(_UNWRITABLE.sub("\ufffd", line))


def _free_name(parts: Parts) -> str:
    """A name for the part with the comments that no part has."""
    taken = {name.lower() for name in parts.package.names}
    folder = posixpath.dirname(parts.main)
    names = (posixpath.join(folder, f"comments{number or ''}.xml") for number in count())
    return next(name for name in names if name.lower() not in taken)


def _with_type(package: Package, name: str) -> bytes:
    if _TYPES not in package.names:
        zh, en = f"文件缺少 {_TYPES}，请用 Word 打开后另存", f"the file lacks {_TYPES}: save it anew with Word"
        raise UsageError(Text(zh, en))
    types = part_of(package, _TYPES)
    if any(one.get("PartName", "").lower() == f"/{name}".lower() for one in types.attributes):
        return types.data
    said = f'<{types.root.sibling("Override")} PartName={quoteattr(f"/{name}")} ContentType="{_KIND}"/>'
    return types.with_marks([Marked(types.root, "", said)])


def _with_relation(parts: Parts, name: str, namespace: str) -> tuple[str, bytes]:
    """The part that says what the main part points at, with the comments among it."""
    folder, main = posixpath.split(parts.main)
    listed = posixpath.join(folder, "_rels", f"{main}.rels")
    target = quoteattr(posixpath.basename(name))
    about = f'Type="{namespace}/comments" Target={target}'
    if listed not in parts.package.names:
        first = f'<{_RELATIONSHIP} Id="rId1" {about}/>'
        return listed, f'{_DECLARATION}<Relationships xmlns="{_LISTED}">{first}</Relationships>'.encode()
    old = part_of(parts.package, listed)
    taken = {one.get("Id", "").lower() for one in old.attributes}
    free = next(f"rId{number}" for number in count(1) if f"rid{number}" not in taken)
    said = f'<{old.root.sibling(_RELATIONSHIP)} Id="{free}" {about}/>'
    return listed, old.with_marks([Marked(old.root, "", said)])
