"""Bytes to text: every step of the ladder, and every refusal."""

import codecs

import pytest

from lint.model.errors import Unreadable
from lint.model.place import Place
from lint.readers.decode import Decoded, decode, plainly_utf8
from lint.readers.limits import FILE_BYTES

REPORT = "信阳市城市管理局2023年政府信息公开工作年度报告\n一、总体情况\n"

READ = {
    "E1-gb18030": (REPORT.encode("gb18030"), Decoded(REPORT, "gb18030")),
    "E1-gb18030-of-four-characters": ("信阳市城".encode("gb18030"), Decoded("信阳市城", "gb18030")),
    "E1-gb18030-that-begins-like-utf8": ("淇滨区政府年报".encode("gb18030"), Decoded("淇滨区政府年报", "gb18030")),
    "E1-gb18030-with-a-rare-name": ("区政府 李喆".encode("gb18030"), Decoded("区政府 李喆", "gb18030")),
    "E3-utf16-le": (codecs.BOM_UTF16_LE + REPORT.encode("utf-16-le"), Decoded(REPORT, "utf-16-le")),
    "E3-utf16-be": (codecs.BOM_UTF16_BE + REPORT.encode("utf-16-be"), Decoded(REPORT, "utf-16-be")),
    "E4-utf16-le-without-mark": (REPORT.encode("utf-16-le"), Decoded(REPORT, "utf-16-le")),
    "E4-utf16-be-without-mark": (REPORT.encode("utf-16-be"), Decoded(REPORT, "utf-16-be")),
    "E4-utf16-ascii-only": ('{"a": "x"}'.encode("utf-16-le"), Decoded('{"a": "x"}', "utf-16-le")),
    "E5-utf8-mark": (codecs.BOM_UTF8 + b"a", Decoded("a", "utf-8")),
    "E5-only-one-mark-is-taken-off": (codecs.BOM_UTF8 * 2 + b"a", Decoded("\ufeffa", "utf-8")),
    "E8-replacement-character": ("年\ufffd".encode(), Decoded("年\ufffd", "utf-8")),
    "E10-four-byte-han": ("𠮷年".encode("gb18030"), Decoded("𠮷年", "gb18030")),
    "E12-controls-kept": (b"a\x00b\x07c\x1b\x7f", Decoded("a\x00b\x07c\x1b\x7f", "utf-8")),
    "E13-bidi-kept": ("a\u202eb".encode(), Decoded("a\u202eb", "utf-8")),
    "E16-line-ends-kept": ("a\r\nb\rc\u2028d\x85".encode(), Decoded("a\r\nb\rc\u2028d\x85", "utf-8")),
    "utf8": (REPORT.encode(), Decoded(REPORT, "utf-8")),
    "utf8-without-known-words": ("你好".encode(), Decoded("你好", "utf-8")),
    "utf8-of-western-letters": ("é".encode(), Decoded("é", "utf-8")),
    "utf8-emoji": ("😀".encode(), Decoded("😀", "utf-8")),
}

CANNOT_TELL = "the encoding cannot be told; save the file as UTF-8 or name it with --encoding"
EMPTY = "the file is empty"
REFUSED = {
    "E2-gbk-that-is-utf8": (
        b'{"\xd2\xbb":1}', "the encoding may be UTF-8 or GB18030; name it with --encoding", Place(1, 1)),
    "E3-utf16-cut-off": (
        codecs.BOM_UTF16_LE + "a\n年".encode("utf-16-le")[:-1],
        "from byte 6 (line 2) on the file is not UTF-16-LE: mixed encodings, or damaged", Place(2, 1)),
    "E4-utf16-han-only": ("信阳市".encode("utf-16-le"), CANNOT_TELL, Place(1, 1)),
    "E6-utf8-then-gbk": (
        "信阳\n公开".encode() + "政府年度报告".encode("gbk"),
        "from byte 13 (line 2) on the file is not UTF-8: mixed encodings, or damaged", Place(2, 3)),
    "E6-gbk-then-utf8": (
        "政府年度报告\n".encode("gbk") + b"\xff\xff",
        "from byte 13 (line 2) on the file is not GB18030: mixed encodings, or damaged", Place(2, 1)),
    "E6-utf8-cut-off": (
        "政府".encode()[:-1],
        "from byte 3 (line 1) on the file is not UTF-8: mixed encodings, or damaged", Place(1, 2)),
    "E7-mojibake": (
        "1 淇￠槼甯傚煄".encode(),
        "the text looks like UTF-8 that was opened as GBK and saved again; use the original file", Place(1, 3)),
    "E7-mojibake-with-blanks": (
        "\n淇￠ 鏀垮簻".encode(),
        "the text looks like UTF-8 that was opened as GBK and saved again; use the original file", Place(2, 1)),
    "E9-big5": ("臺北市政府資訊公開年報說明書內容".encode("big5"), CANNOT_TELL, Place(1, 1)),
    "E19-too-large": (b" " * (FILE_BYTES + 1), "the file is larger than 20 MB", None),
    "E20-no-bytes": (b"", EMPTY, None),
    "E20-blanks": (b" \t\r\n", EMPTY, None),
    "E20-wide-blanks": ("\u3000\u200b\n".encode(), EMPTY, None),
    "E20-utf8-mark": (codecs.BOM_UTF8, EMPTY, None),
    "E20-utf16-mark": (codecs.BOM_UTF16_BE, EMPTY, None),
    "E20-nuls": (bytes(512), EMPTY, None),
    "utf32": ("年".encode("utf-32"), "the encoding UTF-32 is not supported", None),
    "random-bytes": (b"\xff\x00\x80\x81", CANNOT_TELL, Place(1, 1)),
}  # fmt: skip


@pytest.mark.parametrize(("data", "expected"), READ.values(), ids=READ)
def test_read(data: bytes, expected: Decoded) -> None:
    assert decode(data) == expected


@pytest.mark.parametrize(("data", "words", "place"), REFUSED.values(), ids=REFUSED)
def test_refused(data: bytes, words: str, place: Place | None) -> None:
    with pytest.raises(Unreadable) as raised:
        decode(data)
    assert (raised.value.rule, raised.value.words.en, raised.value.place) == ("LT002", words, place)
    assert raised.value.words.zh != words


TOLD = {
    "utf8-that-looks-like-gbk": (b"\xd2\xbb", "utf-8", Decoded("һ", "utf-8")),
    "gbk-that-is-utf8": (b"\xd2\xbb", "GBK", Decoded("一", "gb18030")),
    "big5": ("政府".encode("big5"), "big5", Decoded("政府", "big5")),
    "utf16-by-mark": ("年".encode("utf-16"), "utf-16", Decoded("年", "utf-16")),
    "utf8-with-mark": (codecs.BOM_UTF8 + b"a", "utf-8-sig", Decoded("a", "utf-8")),
}


@pytest.mark.parametrize(("data", "encoding", "expected"), TOLD.values(), ids=TOLD)
def test_told(data: bytes, encoding: str, expected: Decoded) -> None:
    assert decode(data, encoding) == expected


@pytest.mark.parametrize("encoding", ["base64", "unicode_escape", "utf-7", "no such", "x\0", ""])
def test_encodings_that_are_refused(encoding: str) -> None:
    with pytest.raises(Unreadable, match="is not supported"):
        decode(b"a", encoding)


def test_told_wrongly() -> None:
    with pytest.raises(Unreadable) as raised:
        decode("a\n年".encode("gbk"), "utf-8")
    assert raised.value.words.zh == "文件从第 2 字节（第 2 行）起不是 UTF-8：混用了编码，或文件已损坏"


PLAIN = {"ascii": (b"{}", True), "year": ("年".encode(), True), "mark": (codecs.BOM_UTF8 + b"{}", False),
         "western": ("é".encode(), False)}  # fmt: skip


@pytest.mark.parametrize(("data", "expected"), PLAIN.values(), ids=PLAIN)
def test_plainly_utf8(data: bytes, expected: bool) -> None:
    assert plainly_utf8(data) is expected
