"""What this program writes is no report, though much of it reads like one: lists of findings quote their reports."""

import os
import re
from io import BytesIO
from typing import BinaryIO

from lint.model.address import is_url

HEAD = 2_000  # bytes in which the mark of a program stands
_END = 1_000  # bytes in which a summary ends
_TAIL = slice(-_END, None)
PAGE_MARK = b'<meta name="generator" content="xxgk-lint">'
# Of lists for other programs too, where the program has no name: no report looks like these.
_GENERATORS = (
    PAGE_MARK,
    b"<Application>xxgk-lint</Application>",
    b'<testsuites name="xxgk-lint"',
    b"<checkstyle version=",
    b'"check_name": "',
    '"机关","年度","文件","级别","规则",'.encode(),
    b'"agency","year","file","level","rules",',
)
# The summary: the first words of Markdown, the last line of all formats of plain text; the counts that end JSON.
_SUMMARY = re.compile(
    "已检查 [0-9]{1,9}/[0-9]{1,9} 份报告：错误 [0-9]".encode()
    + rb"|checked [0-9]{1,9} of [0-9]{1,9} reports: [0-9]{1,9} errors, [0-9]"
    + rb'|"unreadable": [0-9]{1,9}, "passed_over": [0-9]{1,9}, "waived": [0-9]{1,9}[,}]'
)
_COUNTS = b'"passed_over"'
_OF_SUMMARY = ("已检查".encode(), b"checked ", _COUNTS)
_EMPTY = (b"", b"[]")  # a list of nothing
_PARQUET, _COLUMNS = b"PAR1", b"xxgk-lint"
_FOOT = 64 << 20  # bytes: what a collection says of itself is far shorter


def is_own_output(data: bytes) -> bool:
    """Whether bytes are what an earlier run wrote, to be passed over where nobody names them."""
    if data.startswith(b"{"):  # of all that is written only JSON with its counts begins so
        counted = data.find(_COUNTS, 0, HEAD) >= 0 or data.find(_COUNTS, -_END) >= 0
        return counted and (_sums_up(data[:HEAD]) or _sums_up(data[_TAIL]))
    head = data[:HEAD]
    return any([mark in head for mark in _GENERATORS]) or _sums_up(head) or _sums_up(data[_TAIL])  # noqa: C419 - quick


def _sums_up(part: bytes) -> bool:
    """Whether a summary stands in a part. Each of its patterns has one of three words, which are found more quickly."""
    return any([word in part for word in _OF_SUMMARY]) and _SUMMARY.search(part) is not None  # noqa: C419 - quick


def is_own_file(path: str) -> bool:
    """Whether a file is what an earlier run wrote, or empty: another may take its place. One that cannot be read is
    not.
    """
    from lint.model.errors import Unreadable  # noqa: PLC0415 - only where an output stands among the reports

    try:
        with _opened(path) as file:
            head = file.read(HEAD)
            if head.startswith(_PARQUET):
                return _COLUMNS in _end(file, _foot_size(file))
            nothing = len(head) < HEAD and head.strip() in _EMPTY
            return nothing or is_own_output(head + _end(file, _END))
    except (OSError, Unreadable):
        return False


def _opened(path: str) -> BinaryIO:
    if not is_url(path):
        return open(path, "rb")  # noqa: PTH123 - plain strings; closed by who asks
    from lint.readers.files import read_bytes  # noqa: PLC0415 - only where an address is named

    return BytesIO(read_bytes(path))


def _foot_size(file: BinaryIO) -> int:
    """How long is what a Parquet file says of itself, at its end."""
    return min(8 + int.from_bytes(_end(file, 8)[:4], "little"), _FOOT)


def _end(file: BinaryIO, count: int) -> bytes:
    file.seek(max(0, file.seek(0, os.SEEK_END) - count))
    return file.read(count)
