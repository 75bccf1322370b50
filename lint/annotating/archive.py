"""A zip archive with some parts changed or added; all others stay as they are, to the byte."""

import io
import struct
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

from lint.model.errors import UsageError
from lint.model.text import Text

# An entry of the directory (APPNOTE.TXT 4.3.12): three lengths of what follows it, and where its record lies.
_ENTRY = 46
_LENGTHS = 28
_OFFSET = 42
_FAR_AWAY = 0xFFFFFFFF
_END = struct.Struct("<4s4H2LH")


class _Member(NamedTuple):
    """A part as it lies in the archive: its record, and its entry in the directory."""

    about: zipfile.ZipInfo
    record: bytes
    entry: bytes


def with_parts(data: bytes, parts: Mapping[str, bytes], like: str) -> bytes:
    """The archive with the content of some parts replaced; new ones stand behind the others, dated as ``like``.

    Raises UsageError where the archive is of a form that cannot be kept.
    """
    members = list(_members(data))
    known = {member.about.filename: member.about for member in members}
    made = [
        _made(member.about, parts[member.about.filename]) if member.about.filename in parts else member
        for member in members
    ]
    for name in parts:
        if name not in known:
            about = zipfile.ZipInfo(name, known[like].date_time)
            about.compress_type, about.create_system = zipfile.ZIP_DEFLATED, known[like].create_system
            made.append(_made(about, parts[name]))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return _joined(made, archive.comment)


def _members(data: bytes) -> Iterator[_Member]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        every, at = archive.infolist(), archive.start_dir
    ends = dict(pairwise(sorted({at, *(about.header_offset for about in every)})))
    for about in every:
        size = _ENTRY + sum(struct.unpack_from("<3H", data, at + _LENGTHS))
        entry = data[at : at + size]
        if struct.unpack_from("<L", entry, _OFFSET)[0] == _FAR_AWAY:
            zh, en = "压缩包为 ZIP64 格式，请用 Word 打开后另存", "the archive is ZIP64: save the file anew with Word"
            raise UsageError(Text(zh, en))
        yield _Member(about, data[about.header_offset : ends[about.header_offset]], entry)
        at += size


def _made(like: zipfile.ZipInfo, content: bytes) -> _Member:
    about = zipfile.ZipInfo(like.filename, like.date_time)
    about.compress_type, about.create_system = like.compress_type, like.create_system
    about.external_attr = like.external_attr
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(about, content)
        end = archive.start_dir
    made = buffer.getvalue()
    return _Member(about, made[:end], made[end : -_END.size])


def _joined(members: Iterable[_Member], comment: bytes) -> bytes:
    records, entries, at = [], [], 0
    for member in members:
        records.append(member.record)
        entries.append(member.entry[:_OFFSET] + struct.pack("<L", at) + member.entry[_OFFSET + 4 :])
        at += len(member.record)
    directory = b"".join(entries)
    count = len(entries)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), at, len(comment))
    return b"".join((*records, directory, end, comment))
