"""Office documents are zip archives: looked over by their directory before anything is unpacked."""

import io
import zipfile
import zlib
from collections import Counter
from typing import NoReturn

from lint.model.errors import Unreadable
from lint.model.text import Text
from lint.readers.limits import ZIP_MEMBERS, ZIP_PART_BYTES, ZIP_TOTAL_BYTES
from lint.readers.lines import quote

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_BROKEN = (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError)
# A local header before its name and extra field, whose lengths differ from those in the directory by their leave.
_LOCAL_HEADER = 30
_MEGABYTE = 2**20


class Package:
    """The parts of an Office document by name; read only when asked for."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self.names = frozenset(archive.namelist())

    def read(self, name: str, most: int = ZIP_PART_BYTES) -> bytes:
        """The content of a part. Raises Unreadable (LT001) where it is missing, too large or damaged."""
        if name not in self.names:
            _refuse(f"缺少部件 {quote(name)}", f"the part {quote(name)} is missing")
        size = self._archive.getinfo(name).file_size
        if size > most:
            limit = most // _MEGABYTE
            _refuse(
                f"部件 {quote(name)} 解压后有 {size} 字节（上限 {limit} MB）",
                f"the part {quote(name)} unpacks to {size} bytes (limit {limit} MB)",
            )
        try:
            return self._archive.read(name)
        except (*_BROKEN, EOFError, zlib.error) as error:
            raise _damaged(f" {quote(name)}") from error


def open_package(data: bytes) -> Package:
    """The archive in a file's content.

    Raises Unreadable (LT001) where it is none, is damaged or encrypted, or where its directory is one that no program
    writes: too many parts, too much content, a part twice, parts that overlap, an unknown compression.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        raise _damaged("") from error
    members = archive.infolist()
    _count(members)
    for member in members:
        _look_at(member)
    _look_for_overlap(members, archive.start_dir)
    return Package(archive)


def _count(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > ZIP_MEMBERS:
        _refuse(
            f"压缩包内有 {len(members)} 个部件（上限 {ZIP_MEMBERS}）",
            f"the archive has {len(members)} parts (limit {ZIP_MEMBERS})",
        )
    total = sum(member.file_size for member in members)
    if total > ZIP_TOTAL_BYTES:
        limit = ZIP_TOTAL_BYTES // _MEGABYTE
        _refuse(
            f"压缩包解压后有 {total} 字节（上限 {limit} MB）",
            f"the archive unpacks to {total} bytes (limit {limit} MB)",
        )
    name, count = Counter(member.filename for member in members).most_common(1)[0] if members else ("", 0)
    if count > 1:
        _refuse(f"部件 {quote(name)} 出现 {count} 次", f"the part {quote(name)} stands {count} times")


def _look_at(member: zipfile.ZipInfo) -> None:
    name = quote(member.filename)
    if member.flag_bits & _ENCRYPTED:
        _refuse("文件已加密，请去掉密码后再检查", "the file is encrypted: take the password off")
    if member.compress_type not in _METHODS:
        _refuse(f"部件 {name} 的压缩方式不受支持", f"the part {name} is compressed in a way that is not supported")


def _look_for_overlap(members: list[zipfile.ZipInfo], end: int) -> None:
    """Parts that share their bytes: the way to pack terabytes into kilobytes."""
    last, before = 0, ""
    for member in sorted(members, key=lambda member: member.header_offset):
        if member.header_offset < last:
            _refuse(
                f"部件 {quote(before)} 与 {quote(member.filename)} 重叠",
                f"the parts {quote(before)} and {quote(member.filename)} overlap",
            )
        last = member.header_offset + _LOCAL_HEADER + len(member.orig_filename) + member.compress_size
        before = member.filename
    if last > end:
        raise _damaged(f" {quote(before)}")


def _damaged(part: str) -> Unreadable:
    return Unreadable("LT001", Text(f"文件已损坏{part}", f"the file is damaged{part}"))


def _refuse(zh: str, en: str) -> NoReturn:
    raise Unreadable("LT001", Text(zh, en))
