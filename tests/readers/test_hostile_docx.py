"""Word documents that were made to do harm: each gives its own finding, or is read as it would be printed."""

import io
import struct
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.support_cli import run
from tests.documents.docx import docx
from tests.readers.support_docx import MAIN, NAMES, PICTURE, body, p, r, relations, tbl, tc, tr
from tests.readers.support_hostile import good, known, page, told, word
from tests.readers.support_xlsx import packed

Made = Callable[[], bytes]
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
_DTD = '<?xml version="1.0"?><!DOCTYPE d [{}]>'


def report(**parts: str | bytes) -> bytes:
    """The good report with other or more parts."""
    return packed({**word(), **{name.replace("__", "/").replace("_dot_", "."): part for name, part in parts.items()}})


def main(old: str, new: str) -> bytes:
    """The good report with something else in its main part, everywhere."""
    text = word()[MAIN].decode()
    assert old in text
    return packed({**word(), MAIN: text.replace(old, new)})


def begun(*blocks: str) -> bytes:
    """The good report with something before its title."""
    return main("<w:body>", f"<w:body>{''.join(blocks)}")


def only(text: str | bytes) -> bytes:
    """A document of this main part."""
    return packed({MAIN: text})


def big(name: str, megabytes: int) -> bytes:
    """The good report with a part of zeros."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for part, content in word().items():
            if part != name:
                archive.writestr(part, content)
        archive.writestr(name, bytes(megabytes * 2**20))
    return buffer.getvalue()


def patched(at: int, form: str, *values: int) -> bytes:
    """The document with other values in the directory entry of its main part."""
    data = bytearray(packed({MAIN: body(p("甲"))}))
    entry = data.index(b"PK\x01\x02")
    struct.pack_into(form, data, entry + at, *values)
    return bytes(data)


def overlapping() -> bytes:
    """Two entries of the directory for the same bytes."""
    data = packed({MAIN: body(p("甲"))})
    start, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entry = data[start:end]
    other = entry.replace(b"word/document.xml", b"word/document.xm2")
    closing = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 2, 2, 2 * len(entry), start, 0)
    return data[:start] + entry + other + closing


def twice() -> bytes:
    """The main part twice."""
    buffer = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w") as archive:
        warnings.simplefilter("ignore")
        archive.writestr(MAIN, body(p("甲")))
        archive.writestr(MAIN, body(p("乙")))
    return buffer.getvalue()


def flipped() -> bytes:
    """One bit of the packed main part turned round."""
    data = bytearray(docx(good()))
    data[data.index(MAIN.encode()) + 200] ^= 0x10
    return bytes(data)


def compressed(method: int) -> bytes:
    """A document compressed in another way than Office programs do."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        archive.writestr(MAIN, body(p("甲")))
    return buffer.getvalue()


def many_parts() -> bytes:
    """Three thousand parts, each pointing at the next."""
    chain = {f"word/_rels/p{n}.xml.rels": relations(("slide", f"p{n + 1}.xml"), external=False) for n in range(3000)}
    return packed({**word(), **chain})


def spanned(written: str) -> bytes:
    return begun(tbl(tr(tc("甲", look=f'<w:gridSpan w:val="{written}"/>'), "1")))


_DAMAGED = "文件已损坏"
REFUSED: dict[str, tuple[Made, str, str]] = {
    # The file, what is said of it in Chinese and in English.
    "W1-zip-bomb": (lambda: big(MAIN, 110), "压缩包解压后有", "the archive unpacks to"),
    "W1-zip-bomb-of-one-part": (
        lambda: big(MAIN, 17),
        "部件 word/document.xml 解压后有 17825792 字节（上限 16 MB）",
        "the part word/document.xml unpacks to 17825792 bytes (limit 16 MB)",
    ),
    "W2-huge-picture": (lambda: big("word/media/image1.png", 110), "压缩包解压后有", "the archive unpacks to"),
    "W3-a-million-paragraphs": (
        lambda: only(body("<w:p/>" * 1_600_000)),
        "部件 word/document.xml 中的元素过多",
        "the part word/document.xml has too many elements",
    ),
    "W3-too-many-paragraphs": (
        lambda: only(body("<w:p><w:r><w:t>1</w:t></w:r></w:p>" * 201_000)),
        "文件过大（上限 200000 段、250000 格）",
        "the file is too large (limit 200000 paragraphs, 250000 cells)",
    ),
    "W3-too-many-cells": (
        lambda: only(body(tbl("<w:tr><w:tc/><w:tc/></w:tr>" * 101_000))),
        "表格多于 200000 格",
        "a table has more than 200000 cells",
    ),
    "W4-size-that-lies": (lambda: patched(24, "<L", 10), f"{_DAMAGED} word/document.xml", "damaged word/document.xml"),
    "W5-overlapping-parts": (overlapping, "重叠", "overlap"),
    "W6-part-twice": (twice, "部件 word/document.xml 出现 2 次", "the part word/document.xml stands 2 times"),
    "W7-truncated": (lambda: docx(good())[:3000], _DAMAGED, "the file is damaged"),
    "W7-empty": (lambda: b"", "文件的内容不是 .docx 格式，或已损坏", "the content is no .docx file, or is damaged"),
    "W7-zeros": (
        lambda: bytes(5000),
        "文件的内容不是 .docx 格式，或已损坏",
        "the content is no .docx file, or is damaged",
    ),
    "W7-bit-flipped": (flipped, f"{_DAMAGED} word/document.xml", "damaged word/document.xml"),
    "W7-another-archive": (
        lambda: packed({"a.txt": "甲"}),
        "文件的内容不是 .docx 格式，或已损坏",
        "the content is no .docx file, or is damaged",
    ),
    "W7-picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), "文件是图片", "the file is a picture"),
    "W8-encrypted": (
        lambda: _OLE + "EncryptedPackage".encode("utf-16-le"),
        "文件已加密，请去掉密码后再检查",
        "the file is encrypted: take the password off",
    ),
    "W9-encrypted-part": (lambda: patched(8, "<H", 1), "文件已加密", "the file is encrypted"),
    "W9-method-9": (lambda: patched(10, "<H", 9), "压缩方式不受支持", "compressed in a way that is not supported"),
    "W9-method-12": (lambda: compressed(zipfile.ZIP_BZIP2), "压缩方式不受支持", "is not supported"),
    "W9-method-14": (lambda: compressed(zipfile.ZIP_LZMA), "压缩方式不受支持", "is not supported"),
    "W9-zip64": (lambda: patched(42, "<L", 0xFFFFFFFF), _DAMAGED, "the file is damaged"),
    "W10-external-entity": (
        lambda: only(_DTD.format('<!ENTITY e SYSTEM "file:///etc/passwd">') + body(p("A&e;B"))),
        "部件 word/document.xml 含有 DTD，拒绝读取",
        "the part word/document.xml has a document type: refused",
    ),
    "W11-billion-laughs": (
        lambda: only(
            _DTD.format(
                '<!ENTITY a "哈">'
                + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
            )
            + body(p("&i;"))
        ),
        "含有 DTD",
        "has a document type",
    ),
    "W12-document-type-in-utf-16": (
        lambda: only(
            (_DTD.format('<!ENTITY e "哈">').replace("?>", ' encoding="utf-16"?>', 1) + body(p("A&e;B"))).encode(
                "utf-16"
            )
        ),
        "含有 DTD",
        "has a document type",
    ),
    "W12-document-type-in-styles": (
        lambda: report(**{"word__styles.xml": _DTD.format("") + f"<w:styles {NAMES}><w:numPr/></w:styles>"}),
        "部件 word/styles.xml 含有 DTD",
        "the part word/styles.xml has a document type",
    ),
    "W13-too-deep": (
        lambda: only(body("<w:sdt>" * 300 + "</w:sdt>" * 300)),
        "部件 word/document.xml 已损坏",
        "the part word/document.xml is damaged",
    ),
    "W14-span-of-a-million": (lambda: spanned("1000000"), "合并单元格的跨列数“1000000”无效", "'1000000' is no number"),
    "W14-span-of-21-digits": (lambda: spanned("1" + "0" * 20), "合并单元格的跨列数", "is no number of columns"),
    "W14-span-in-letters": (lambda: spanned("abc"), "合并单元格的跨列数“abc”无效", "'abc' is no number of columns"),
    "W14-negative-span": (lambda: spanned("-3"), "合并单元格的跨列数“-3”无效", "'-3' is no number of columns"),
    "W23-main-part-elsewhere": (
        lambda: packed({"_rels/.rels": relations(("officeDocument", "http://example.invalid/a")), MAIN: body()}),
        "文件的正文在文件之外",
        "the main part lies outside the file",
    ),
    "W23-main-part-above": (
        lambda: packed(
            {"_rels/.rels": relations(("officeDocument", "../../etc/passwd"), external=False), MAIN: body(p("甲"))}
        ),
        "缺少部件 etc/passwd",
        "the part etc/passwd is missing",
    ),
    "W23-main-part-without-name": (
        lambda: packed({"_rels/.rels": relations(("officeDocument", ""), external=False), MAIN: body(p("甲"))}),
        "缺少部件",
        "is missing",
    ),
    "W23-no-main-part": (lambda: packed({"word/x.xml": "<x/>"}), "缺少部件 word/document.xml", "is missing"),
    "W23-main-part-of-another-kind": (
        lambda: only("<x/>"),
        "部件 word/document.xml 不是 Word 正文",
        "the part word/document.xml is no document",
    ),
    "W24-three-thousand-parts": (many_parts, "压缩包内有 3", "the archive has 3"),
    "text-of-another-format": (
        lambda: begun('<w:altChunk r:id="r1"/>'),
        "正文中嵌入了其他格式的文件",
        "the text embeds a file of another format",
    ),
}


@pytest.mark.parametrize(("make", "chinese", "english"), REFUSED.values(), ids=REFUSED)
def test_refused(make: Made, chinese: str, english: str) -> None:
    """Not one figure is believed; one finding says why, in both languages."""
    rule, zh, en = told("report.docx", make()).refusal
    assert rule == "LT001"
    assert chinese in zh
    assert english in en


def test_nothing_but_paragraphs() -> None:
    """W3: what is small enough to be read, but is no report."""
    rule, zh, _ = told("report.docx", only(body(p("甲") * 1000))).refusal
    assert (rule, zh) == ("LT004", "没有找到年度报告的标题、章节或表格")


def merged_chain(rows: int) -> str:
    return tbl(tr(tc("甲", merge="restart"), "乙"), *[tr(tc(merge=""), "丙")] * rows)


def circle() -> bytes:
    """W24: two parts that point at each other, and at themselves."""
    more = {
        "word/_rels/a.xml.rels": relations(("slide", "b.xml"), ("slide", "a.xml"), external=False),
        "word/_rels/b.xml.rels": relations(("slide", "a.xml"), external=False),
    }
    return packed({**word(), **more})


def usual_to_strict() -> bytes:
    """W25: the whole report under the names of the strict form."""
    usual = "http://schemas.openxmlformats.org"
    return packed(
        {
            name: part.decode()
            .replace(f"{usual}/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
            .replace(
                f"{usual}/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships"
            )
            for name, part in word().items()
        }
    )


def cell_field() -> bytes:
    """W27: the first figure 0 of the tables comes from a field."""
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>=SUM(LEFT)</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>0</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    figure = '<w:t xml:space="preserve">0</w:t></w:r>'
    head, grid, rest = word()[MAIN].decode().partition("</w:tblGrid>")
    begin = rest.index(figure)
    before, after = rest[: rest.rindex("<w:r>", 0, begin)], rest[begin + len(figure) :]
    return packed({**word(), MAIN: head + grid + before + field + after})


READ: dict[str, tuple[Made, dict[str, list[str]]]] = {
    # The file, and the findings of the rules that tell of it.
    "good": (lambda: docx(good()), {}),
    "W2-large-picture-never-unpacked": (lambda: big("word/media/image1.png", 60), {}),
    "W15-merged-over-2000-rows": (lambda: main("</w:body>", merged_chain(2000) + "</w:body>"), {}),
    "W16-table-of-400-by-20": (lambda: main("</w:body>", tbl(*[tr(*["甲"] * 20)] * 400) + "</w:body>"), {}),
    "W17-columns-left-out-before": (
        lambda: main("</w:body>", tbl(tr("甲", "乙"), tr("丙", look='<w:gridBefore w:val="1"/>')) + "</w:body>"),
        {},
    ),
    "W18-inserted": (
        lambda: begun(p(f"<w:ins>{r('稿')}</w:ins>")),
        {"ST025": ["文件中有未处理的修订或打了删除线的文字：“稿”；检查按处理后的文字进行"]},
    ),
    "W18-deleted": (
        lambda: begun(p("<w:del><w:r><w:delText>旧稿</w:delText></w:r></w:del>")),
        {"ST025": ["文件中有未处理的修订或打了删除线的文字：“旧稿”；检查按处理后的文字进行"]},
    ),
    "W20-hidden": (lambda: begun(p(r("旧稿", "<w:vanish/>"))), {"ST024": ["文件中有隐藏的内容“旧稿”"]}),
    "W20-white": (lambda: begun(p(r("旧稿", '<w:color w:val="FFFFFF"/>'))), {"ST024": ["文件中有隐藏的内容“旧稿”"]}),
    "W20-one-point": (lambda: begun(p(r("旧稿", '<w:sz w:val="2"/>'))), {"ST024": ["文件中有隐藏的内容“旧稿”"]}),
    "W20-hidden-many-times": (lambda: begun(p(r("稿", "<w:vanish/>" * 30_000))), {"ST024": ["文件中有隐藏的内容“稿”"]}),
    "W21-macros": (
        lambda: report(**{"word__vbaProject.bin": b"\0" * 100}),
        {"ST026": ["文件含有宏、外部链接，或扩展名与内容不符：word/vbaProject.bin"]},
    ),
    "W22-template-elsewhere": (
        lambda: report(
            **{"word___rels__settings.xml.rels": relations(("attachedTemplate", "http://example.invalid/t.dotm"))}
        ),
        {"ST026": ["文件含有宏、外部链接，或扩展名与内容不符：http://example.invalid/t.dotm"]},
    ),
    "W24-circle-of-relations": (circle, {}),
    "W25-strict": (usual_to_strict, {}),
    "W26-comments-and-instructions": (lambda: main("</w:p>", "<!-- 注 --><?mso x?></w:p>"), {}),
    "W27-field-in-a-cell": (cell_field, {}),
}


@pytest.mark.parametrize(("make", "findings"), READ.values(), ids=READ)
def test_read(make: Made, findings: dict[str, list[str]]) -> None:
    """Every figure is read, and what was passed over or brought along is told."""
    said = told("report.docx", make())
    assert said.state == "read"
    assert said.figures == known()
    rules = ("ST024", "ST025", "ST026", "LT005", "LT006", "LT009")
    assert {rule: messages for rule in rules if (messages := said.of(rule))} == findings


def test_html_under_the_name_of_a_document() -> None:
    """W7: read as what it is, and told."""
    said = told("report.docx", page().encode())
    assert (said.state, said.of("ST026")) == ("read", ["文件含有宏、外部链接，或扩展名与内容不符：.docx → .html"])
    assert said.figures == known()


@pytest.mark.parametrize("name", ["report.docm", "report.doc", "report.html", "report.txt", "report.pdf", "report"])
def test_a_document_under_another_name(name: str) -> None:
    """W21, W8: what counts is the content; another name than its own is told."""
    said = told(name, docx(good()))
    expected = [] if name in ("report.docm", "report") else [f".{name.partition('.')[2]} → .docx"]
    assert said.figures == known()
    assert [message.partition("：")[2] for message in said.of("ST026")] == expected


def pictured(number: int) -> bytes:
    """The good report with a picture instead of its n-th table."""
    pieces = word()[MAIN].decode().split("<w:tbl>")
    pieces[number] = p(PICTURE) + pieces[number].partition("</w:tbl>")[2]
    text = (
        "<w:tbl>".join(pieces[:number]) + pieces[number] + "".join(f"<w:tbl>{piece}" for piece in pieces[number + 1 :])
    )
    return packed({**word(), MAIN: text})


@pytest.mark.parametrize(("number", "name"), [(1, "二"), (2, "三"), (3, "四")])
def test_a_picture_instead_of_a_table(number: int, name: str) -> None:
    """Its figures cannot be read: the report is half read, never clean."""
    said = told("report.docx", pictured(number))
    assert (said.state, said.of("LT009")) == ("half", [f"表{name}是图片，数字无法读取，未作核对"])
    place = next(found[3] for found in said.findings if found[0] == "LT009")
    assert place is not None
    assert place["paragraph"]


def test_nothing_is_lost_of_the_other_files(tmp_path: Path) -> None:
    """A folder of good and hostile files: exit 2, and each good one is checked."""
    hostile = {"bomb": big(MAIN, 110), "entity": REFUSED["W10-external-entity"][0](), "cut": docx(good())[:3000]}
    for number in range(3):
        (tmp_path / f"good-{number}.docx").write_bytes(docx(good()))
    for name, data in hostile.items():
        (tmp_path / f"{name}.docx").write_bytes(data)
    (tmp_path / "deep.html").write_text("<div>" * 3000 + "政府信息公开", encoding="utf-8")
    (tmp_path / "good.html").write_text(page(), encoding="utf-8")
    done = run("check", tmp_path, "-f", "json")
    reports = {Path(one["source"]).name: one for one in done.json["reports"]}
    unread = {name for name, one in reports.items() if [found["rule"] for found in one["findings"]] == ["LT001"]}
    assert (done.code, unread) == (2, {*(f"{name}.docx" for name in hostile), "deep.html"})
    assert {name for name, one in reports.items() if one["answers"]["passed"] > 60} == set(reports) - unread
    assert set(reports) - unread == {*(f"good-{number}.docx" for number in range(3)), "good.html"}
