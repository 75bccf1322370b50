"""Where in the bytes of an XML part something can be inserted, so that every other byte stays as it is."""

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple
from xml.parsers import expat

from lint.model.errors import UsageError
from lint.model.text import Text

WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_PARAGRAPHS = frozenset(f"{name} p" for name in WORD)
_LOOKS = frozenset(f"{name} pPr" for name in WORD)
_BOXES = frozenset(f"{name} txbxContent" for name in WORD)
_IDS = tuple(f"{name} id" for name in WORD)
_TAG = re.compile(rb"""</?([^\s/>]++)(?:[^"'>]|"[^"]*+"|'[^']*+')*+>""")
_DECLARED = re.compile(rb"""<\?xml[^<>?]{0,100}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_MARKS = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_SIGNS = ((b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
_EMPTY = b"/>"


@dataclass(slots=True)
class Spot:
    """An element: its name as written, where its content begins (for a paragraph behind its look) and ends.

    ``empty``: it has one tag, ``<w:p/>``, whose last two bytes lie at ``opens``.
    ``host`` is the number of the paragraph in which a comment has to stand: Word allows none inside of a text box.
    """

    name: bytes
    opens: int
    closes: int
    empty: bool
    host: int = 0

    def sibling(self, name: str) -> str:
        """A name with the prefix of this element."""
        prefix, colon, _ = self.name.decode().rpartition(":")
        return f"{prefix}{colon}{name}"


class Marked(NamedTuple):
    """What goes to the beginning and to the end of an element's content."""

    spot: Spot
    first: str
    last: str


class Part:
    """The bytes of a part as UTF-8, its root and its paragraphs."""

    def __init__(self, name: str, data: bytes) -> None:
        """Raises UsageError where the part is written in a way that cannot be kept."""
        self._encoding = _encoding(data)
        self.data = data if self._encoding == "utf-8" else _as_utf8(name, data, self._encoding)
        scan = _Scan(self.data)
        try:
            scan.run()
        except expat.ExpatError:
            raise _cannot(name) from None
        self.root, self.namespace = scan.root, scan.namespace
        self.paragraphs, self.ids = scan.paragraphs, scan.ids
        self.attributes = scan.attributes

    def with_marks(self, marks: Iterable[Marked]) -> bytes:
        """The part in its own encoding, with something inserted; no paragraph twice."""
        edits = sorted((edit for mark in marks for edit in _edits(mark)), key=lambda edit: edit[0])
        pieces, last = [], 0
        for at, cut, inserted in edits:
            pieces += [self.data[last:at], inserted.encode()]
            last = at + cut
        made = b"".join((*pieces, self.data[last:]))
        return made if self._encoding == "utf-8" else made.decode().encode(self._encoding, "xmlcharrefreplace")


class _Scan:
    """One way through a part. All offsets are those of the bytes."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.root = Spot(b"", 0, 0, empty=True)
        self.namespace = ""
        self.paragraphs: list[Spot] = []
        self.ids: set[str] = set()
        self.attributes: list[dict[str, str]] = []
        self._path: list[str] = []
        self._open: list[int] = []
        self._hosts: list[int] = []
        self._parser = expat.ParserCreate("utf-8", " ")

    def run(self) -> None:
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.Parse(self.data, True)  # noqa: FBT003 - the interface of expat

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if not self._path:
            self.root, self.namespace = self._spot(), name.rpartition(" ")[0]
        elif len(self._path) == 1:
            self.attributes.append(attributes)
        self._path.append(name)
        if name in _PARAGRAPHS:
            self._open.append(len(self.paragraphs))
            self.paragraphs.append(self._spot(self._hosts[0] if self._hosts else len(self.paragraphs)))
        elif name in _BOXES:
            self._hosts.append(self._open[-1] if self._open else len(self.paragraphs))
        elif name.rpartition(" ")[2].startswith("comment"):
            self.ids.update(attributes[one] for one in _IDS if one in attributes)

    def _end(self, name: str) -> None:
        self._path.pop()
        if name in _PARAGRAPHS:
            self._close(self.paragraphs[self._open.pop()])
        elif name in _LOOKS and self._path and self._path[-1] in _PARAGRAPHS:
            self.paragraphs[self._open[-1]].opens = self._tag().end()
        elif name in _BOXES:
            self._hosts.pop()
        elif not self._path:
            self._close(self.root)

    def _spot(self, host: int = 0) -> Spot:
        tag = self._tag()
        empty = tag[0].endswith(_EMPTY)
        at = tag.end() - len(_EMPTY) if empty else tag.end()
        return Spot(tag[1], at, at, empty, host)

    def _close(self, spot: Spot) -> None:
        if not spot.empty:
            spot.closes = self._parser.CurrentByteIndex

    def _tag(self) -> re.Match[bytes]:
        found = _TAG.match(self.data, self._parser.CurrentByteIndex)
        if found is None:  # what expat takes for a tag is one
            raise expat.ExpatError
        return found


def _edits(mark: Marked) -> tuple[tuple[int, int, str], ...]:
    spot = mark.spot
    if spot.empty:
        return ((spot.opens, len(_EMPTY), f">{mark.first}{mark.last}</{spot.name.decode()}>"),)
    return (spot.opens, 0, mark.first), (spot.closes, 0, mark.last)


def _encoding(data: bytes) -> str:
    for mark, encoding in (*_MARKS, *_SIGNS):
        if data.startswith(mark):
            return encoding
    found = _DECLARED.match(data.removeprefix(codecs.BOM_UTF8))
    return found[1].decode().lower() if found else "utf-8"


def _as_utf8(name: str, data: bytes, encoding: str) -> bytes:
    try:
        text = data.decode(encoding)
        if text.encode(encoding) == data:
            return text.encode()
    except (LookupError, UnicodeError):
        pass
    raise _cannot(name)


def _cannot(name: str) -> UsageError:
    zh = f"部件 {name} 的编码无法原样保留，请用 Word 打开后另存"
    return UsageError(Text(zh, f"the encoding of the part {name} cannot be kept: save the file anew with Word"))
