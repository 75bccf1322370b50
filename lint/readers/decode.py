"""Bytes to text, never by guessing: byte order mark, UTF-16 by its NULs, UTF-8, GB18030, or a refusal.

One decoder for every text format, so that all of them agree on what a file says.
"""

import codecs
import re
from typing import NamedTuple, NoReturn

from lint.model.errors import Unreadable
from lint.model.pattern import Pattern
from lint.model.place import Place
from lint.model.text import Text
from lint.readers.limits import FILE_BYTES
from lint.readers.lines import Lines, quote, refusal

# Only codecs that cannot yield half characters, and that governments use.
ENCODINGS = {
    "utf-8": "utf-8", "utf-8-sig": "utf-8", "utf-16": "utf-16", "utf-16-le": "utf-16-le", "utf-16-be": "utf-16-be",
    "gb18030": "gb18030", "gbk": "gb18030", "gb2312": "gb18030", "hz": "hz", "big5": "big5", "cp950": "cp950",
    "big5hkscs": "big5hkscs", "ascii": "ascii",
}  # fmt: skip
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_UTF32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_YEAR, _GOVERNMENT = "年".encode(), "政府".encode()
_UTF8_HAN = re.compile(rb"[\xe3-\xe9]")
_BLANKS = "\x00\u200b\u2060\ufeff"
_INK = Pattern(rf"[^\s{_BLANKS}]")
_HEAD = 64
_HAN = Pattern(r"[\u3400-\u9fff]")
_NOT_ASCII = Pattern(r"[^\x00-\x7f]")
_WORDS = ("政府", "信息", "公开", "年", "报告", "情况", "申请", "机关", "市", "县", "区", "局")
# From here on a Chinese text without any of the words above is not believed to be one.
_LONG = 40
# GBK characters beyond GB2312 (镕, 喆) are rare in true text and common in wrongly decoded text.
_RARE_SHARE = 0.05
# So much ASCII in UTF-16 is no chance.
_UTF16_SHARE = 0.5


class Decoded(NamedTuple):
    """A text, and the encoding it was read in, without byte order mark."""

    text: str
    encoding: str


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Decode a file; ``encoding`` overrules all tests, a byte order mark is taken off.

    Raises Unreadable (LT002) where the file is empty, too large, or in no encoding that can be told for certain.
    """
    if len(data) > FILE_BYTES:
        size = FILE_BYTES // 2**20
        raise Unreadable("LT002", Text(f"文件超过 {size} MB", f"the file is larger than {size} MB"))
    decoded = _told(data, encoding) if encoding is not None else _marked(data) or _unmarked(data)
    if not _has_ink(decoded.text):
        raise Unreadable("LT002", Text("文件是空的", "the file is empty"))
    return decoded


def _has_ink(text: str) -> bool:
    """Whether there is anything but white space and signs without width."""
    first = text[:_HEAD].lstrip()[:1]
    return (first != "" and first not in _BLANKS) or _INK.search(text) is not None


def plainly_utf8(data: bytes) -> bool:
    """Whether, if the bytes are valid UTF-8 without NUL, :func:`decode` is certain to read them as such."""
    return (data.isascii() or _YEAR in data or _GOVERNMENT in data) and not data.startswith(codecs.BOM_UTF8)


def says_utf8(data: bytes) -> bool:
    """Whether, if a part of a file is valid UTF-8, :func:`decode` takes all of it for that, valid and without NUL."""
    said = _YEAR in data or _GOVERNMENT in data
    return said and b"\0" not in data and not data.startswith(codecs.BOM_UTF8)


def _told(data: bytes, encoding: str) -> Decoded:
    try:
        name = ENCODINGS.get(codecs.lookup(encoding).name)
    except (LookupError, ValueError):
        name = None
    if name is None:
        shown = quote(encoding)
        raise Unreadable("LT002", Text(f"不支持编码 {shown}", f"the encoding {shown} is not supported"))
    try:
        return Decoded(data.decode(name).removeprefix("\ufeff"), name)
    except UnicodeDecodeError as error:
        _stop(data, error.start, name)


def _marked(data: bytes) -> Decoded | None:
    if data.startswith(_UTF32):
        raise Unreadable("LT002", Text("不支持 UTF-32 编码", "the encoding UTF-32 is not supported"))
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _told(data, name)
    return None


def _unmarked(data: bytes) -> Decoded:
    if b"\0" in data:
        decoded = _by_nuls(data)
        if decoded:
            return decoded
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _by_gb18030(data, error)
    if not plainly_utf8(data):
        _doubt(data, text)
    return Decoded(text, "utf-8")


def _by_nuls(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: ASCII characters in it have a NUL, always on the same side; 一 (U+4E00) has the other."""
    for name in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        ascii_share = 1 - len(_NOT_ASCII.findall(text)) / len(text)
        if ascii_share >= _UTF16_SHARE or any(word in text for word in _WORDS):
            return Decoded(text, name)
    return None


def _by_gb18030(data: bytes, error: UnicodeDecodeError) -> Decoded:
    """What is no UTF-8: GB18030, a mixture, or unknown."""
    begins_as_utf8 = bool(_HAN.search(data[: error.start].decode("utf-8")))
    stop = _gb18030_stops(data)
    text = data[:stop].decode("gb18030")
    # Some Chinese in GB18030 begins like UTF-8 (淇滨), but Chinese in UTF-8 hardly ever makes only common GB18030.
    plausible = _plausible(text, 0 if begins_as_utf8 else _RARE_SHARE)
    if plausible and stop is None:
        return Decoded(text, "gb18030")
    if begins_as_utf8:
        _stop(data, error.start, "utf-8")
    if plausible and stop is not None:
        _stop(data, stop, "gb18030")
    words = Text(
        "无法确定文件编码，请另存为 UTF-8，或用 --encoding 指明",
        "the encoding cannot be told; save the file as UTF-8 or name it with --encoding",
    )
    raise Unreadable("LT002", words, _place(data[: error.start].decode("utf-8")))


def _gb18030_stops(data: bytes) -> int | None:
    """The offset from which the bytes are no GB18030, None where all are."""
    try:
        data.decode("gb18030")
    except UnicodeDecodeError as error:
        return error.start
    return None


def _plausible(text: str, share: float) -> bool:
    """Whether a text decoded as GB18030 is Chinese, not other bytes: at most a share of it beyond GB2312."""
    foreign = "".join(_NOT_ASCII.findall(text))
    if not _HAN.search(foreign):
        return False
    rare = len(foreign) - len(foreign.encode("gb2312", "ignore").decode("gb2312"))
    if any(word in foreign for word in _WORDS):
        return rare <= (max(1, len(foreign) * share) if share else 0)
    return rare == 0 and len(foreign) < _LONG


def _doubt(data: bytes, text: str) -> None:
    """Refuse what is valid UTF-8 only by chance, or went through a wrong decoder before it was saved."""
    if _HAN.search(text) and not any(word in text for word in _WORDS) and _repaired(text):
        words = Text(
            "文字像是 UTF-8 被当作 GBK 打开后又保存的乱码，请改用原文件",
            "the text looks like UTF-8 that was opened as GBK and saved again; use the original file",
        )
        found = _HAN.search(text)
        raise refusal("LT002", words, text, found.start() if found else 0)
    if not _UTF8_HAN.search(data) and _chinese_by_chance(data, text):
        words = Text(
            "无法确定编码是 UTF-8 还是 GB18030，请用 --encoding 指明",
            "the encoding may be UTF-8 or GB18030; name it with --encoding",
        )
        raise Unreadable("LT002", words, Place(1, 1))


def _repaired(text: str) -> bool:
    """Whether turning the wrong decoding back yields Chinese."""
    before = text.encode("gb18030", "replace").decode("utf-8", "replace")
    return any(word in before for word in _WORDS) and len(_HAN.findall(before)) >= before.count("\ufffd")


def _chinese_by_chance(data: bytes, text: str) -> bool:
    """Whether every foreign character is common Chinese in GB2312, and is no letter of western Europe in UTF-8."""
    if any(character <= "\xff" for character in _NOT_ASCII.findall(text)):
        return False
    try:
        other = data.decode("gb2312")
    except UnicodeDecodeError:
        return False
    return all(_HAN.match(character) for character in _NOT_ASCII.findall(other))


def _stop(data: bytes, offset: int, name: str) -> NoReturn:
    """Refuse a file that is in one encoding up to an offset, and in another or damaged from there."""
    place = _place(data[:offset].decode(name).removeprefix("\ufeff"))
    called = name.upper()
    raise Unreadable(
        "LT002",
        Text(
            f"文件从第 {offset} 字节（第 {place.line} 行）起不是 {called}：混用了编码，或文件已损坏",
            f"from byte {offset} (line {place.line}) on the file is not {called}: mixed encodings, or damaged",
        ),
        place,
    )


def _place(read: str) -> Place:
    return Lines(read).place(len(read))
