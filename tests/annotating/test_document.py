"""A comment stands at the paragraph or cell that was read at its place; everything else of the file stays as it is."""

import io
import zipfile
from collections.abc import Sequence

import pytest

from lint.annotating import document
from lint.formatters.notes import Note
from lint.model.errors import UsageError
from lint.model.place import Place
from lint.readers.docx import outline_of
from tests.annotating.support_annotating import (
    COMMENTS,
    RELATIONS,
    TYPES,
    Read,
    bare,
    comments,
    frame,
    members,
    records,
    whole,
)
from tests.readers.support_docx import MAIN, NAMES, body, p, r, tbl, tc, tr
from tests.readers.support_xlsx import R, packed

OURS = "xxgk-lint"


def annotated(data: bytes, notes: Sequence[Note], title: Place | None, date: str | None = None) -> bytes:
    return document.annotated(data, notes, title, date).data


def at(paragraph: int) -> Place:
    return Place(paragraph=paragraph)


def cell(row: int, column: int, table: int = 1) -> Place:
    return Place(table=table, row=row, column=column)


def box(*paragraphs: str) -> str:
    """A text box as it stands in documents: once for new programs, once for old ones."""
    inside = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    old = f"<mc:Fallback><w:pict>{inside}</w:pict></mc:Fallback>"
    return f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{inside}</mc:Choice>{old}</mc:AlternateContent></w:r>'


def content_control(*inside: str) -> str:
    return f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{''.join(inside)}</w:sdtContent></w:sdt>"


def inserted(text: str) -> str:
    return f'<w:ins w:id="1" w:author="某">{r(text)}</w:ins>'


_DELETED = '<w:del w:id="2" w:author="某"><w:r><w:delText>旧</w:delText></w:r></w:del>'
_DELETED_END = '<w:rPr><w:del w:id="3" w:author="某"/></w:rPr>'
_TWO = tbl(tr("甲", "1"), tr("乙", "2"))
_MERGED = tbl(
    tr(tc("合", span=2), "1"), tr(tc("左", merge="restart"), "2", "3"), tr(tc("", merge=""), "4", tc("五", "5"))
)

PLACES = {
    # Blocks of a document, a place in it, the words that the comment marks.
    "paragraph": ([p("一"), p(""), p("二")], at(2), "二"),
    "several-runs": ([p(r("收到"), r("12"), r("件"))], at(1), "收到12件"),
    "with-a-look": ([p("一", look='<w:jc w:val="center"/>')], at(1), "一"),
    "line-break": ([p("<w:r><w:t>标题</w:t><w:br/><w:t>副题</w:t></w:r>"), p("后")], at(2), "标题副题"),
    "tabs": ([p("<w:r><w:t>规章</w:t><w:tab/><w:t>1</w:t></w:r>")], at(1), "规章1"),
    "cell": ([_TWO], cell(2, 2), "2"),
    "second-table": ([_TWO, p(""), tbl(tr("丙", "3"), tr("丁", "4"))], cell(1, 2, 2), "3"),
    "cell-of-two-paragraphs": ([_MERGED], cell(3, 3), "五|5"),
    "behind-merged-columns": ([_MERGED], cell(1, 3), "1"),
    "covered-by-a-wide-cell": ([_MERGED], cell(1, 2), "合"),
    "beside-merged-rows": ([_MERGED], cell(3, 2), "4"),
    "empty-cell": ([tbl(tr("甲", tc("<w:p></w:p>")), tr("乙", "1"))], cell(1, 2), ""),
    "empty-cell-in-one-tag": ([tbl(tr("甲", "<w:tc><w:p/></w:tc>"), tr("乙", "1"))], cell(1, 2), ""),
    "cell-without-paragraph": ([tbl(tr("甲", "<w:tc/>"), tr("乙", "1"))], cell(1, 2), "甲"),
    "nested-table": ([tbl(tr(tc(p("框"), tbl(tr("甲", "1"), tr("乙", "2")), p(""))))], cell(2, 2), "2"),
    "content-control-around": ([p("一"), content_control(p("二"), p("三"))], at(3), "三"),
    "content-control-in-cell": ([tbl(tr("甲", tc(content_control(p("7")))), tr("乙", "1"))], cell(1, 2), "7"),
    "content-control-around-cell": ([tbl(tr("甲", content_control(tc("7"))), tr("乙", "1"))], cell(1, 2), "7"),
    "inserted": ([p("共", inserted("3"), "件")], at(1), "共3件"),
    "deleted-before": ([p(_DELETED), p("新", _DELETED)], at(1), "新"),
    "deleted-end": ([p("前", look=_DELETED_END), p("后")], at(1), "后"),
    "deleted-row": ([tbl(tr("旧", look='<w:del w:id="4"/>'), tr("甲", "1"), tr("乙", "2"))], cell(1, 2), "1"),
    "text-box": ([p("主", box(p("框一"), p("框二"))), p("尾")], at(3), "主|框一|框二|框一|框二"),
    "behind-a-text-box": ([p("主", box(p("框一"), p("框二"))), p("尾")], at(4), "尾"),
    "text-box-in-cell": ([tbl(tr("甲", tc(p("1", box(p("框"))))), tr("乙", "2"))], cell(1, 2), "1|框|框"),
    "between": ([p("一"), "<w:bookmarkStart/><!-- <w:p> --><?a <w:p>?>", p("二")], at(2), "二"),
    "nowhere": ([p("题"), p("二")], None, "题"),
    "unknown-paragraph": ([p("题"), p("二")], at(9), "题"),
    "unknown-table": ([p("题"), _TWO], cell(1, 1, 5), "题"),
}


@pytest.mark.parametrize(("blocks", "place", "marked"), PLACES.values(), ids=PLACES)
def test_where_a_comment_stands(blocks: list[str], place: Place | None, marked: str) -> None:
    data = whole(*blocks)
    made = annotated(data, [Note(place, ("甲", "<乙> & “丙”"))], at(1))
    assert comments(made) == [Read(OURS, ("甲", "<乙> & “丙”"), marked)]
    assert bare(members(made)[MAIN]) == bare(members(data)[MAIN])
    assert outline_of(made) == outline_of(data)


def test_a_note_that_is_a_footnote_stands_where_that_is_referred_to() -> None:
    note = f'<w:footnote w:id="5">{p("注")}</w:footnote>'
    data = whole(p("一"), p("二", '<w:r><w:footnoteReference w:id="5"/></w:r>'), p("三"), footnotes=note)
    assert [one.marked for one in comments(annotated(data, [Note(at(3), ("甲",))], at(1)))] == ["二"]


def test_several_comments_are_numbered_as_they_stand_in_the_document() -> None:
    places = (at(2), cell(2, 1), None, cell(2, 1), at(1))
    notes = [Note(place, (f"第{number}",)) for number, place in enumerate(places)]
    made = annotated(whole(p("题"), _TWO, p("尾")), notes, at(1))
    said = [("第2", "题"), ("第4", "题"), ("第1", "乙"), ("第3", "乙"), ("第0", "尾")]
    assert [(one.lines[0], one.marked) for one in comments(made)] == said
    assert [f'w:id="{number}" w:author' in members(made)[COMMENTS].decode() for number in range(6)] == [
        *[True] * 5,
        False,
    ]


def test_comments_are_counted_and_those_at_the_title_for_want_of_a_place_too() -> None:
    notes = [Note(place, ("甲", str(place))) for place in (at(1), None, at(9), cell(1, 1), cell(1, 1, 5))]
    once = document.annotated(whole(p("题"), _TWO), notes, at(1))
    assert (len(comments(once.data)), *once[1:]) == (5, 5, 3, 0)
    again = document.annotated(once.data, [*notes, Note(at(1), ("丁",))], at(1))
    assert (len(comments(again.data)), *again[1:]) == (6, 1, 0, 5)


def test_the_other_parts_stay_as_they_lie_in_the_archive() -> None:
    data = whole(p("题"), footnotes="", settings="")
    made = annotated(data, [Note(at(1), ("甲",))], at(1))
    before, after = records(data), records(made)
    assert list(after) == [*before, COMMENTS]
    assert {name for name in before if before[name] != after[name]} == {MAIN, TYPES, RELATIONS}


def test_without_notes_the_file_is_the_same() -> None:
    data = whole(p("题"))
    assert annotated(data, [], at(1)) == data


def test_the_same_input_gives_the_same_bytes_and_a_date_only_where_one_is_told() -> None:
    data, notes = whole(p("题")), [Note(at(1), ("甲",))]
    assert annotated(data, notes, at(1)) == annotated(data, notes, at(1))
    assert b"w:date" not in members(annotated(data, notes, at(1)))[COMMENTS]
    dated = members(annotated(data, notes, at(1), "2024-01-31T00:00:00Z"))[COMMENTS]
    assert b'w:date="2024-01-31T00:00:00Z"' in dated


_STANDING = (
    '<w:comment w:id="0" w:author="某" w:date="2024-01-05T00:00:00Z"><w:p><w:r><w:t>旧</w:t></w:r></w:p></w:comment>'
)
_REFERRED = '<w:commentRangeStart w:id="0"/>{0}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'


def test_comments_that_stand_there_stay() -> None:
    data = whole(p("题", _REFERRED.format(r("一"))), p("二"), comments=_STANDING)
    made = annotated(data, [Note(at(2), ("新",))], at(1))
    assert comments(made) == [Read("某", ("旧",), "一"), Read(OURS, ("新",), "二")]
    assert _STANDING.encode() in members(made)[COMMENTS]
    assert {name for name, content in members(data).items() if members(made)[name] != content} == {MAIN, COMMENTS}


def test_ids_of_comments_that_are_lost_are_not_used_again() -> None:
    data = whole(p("题", _REFERRED.format(r("一")).replace('"0"', '"1"')), comments=_STANDING)
    assert b'w:id="2" w:author="xxgk-lint"' in members(annotated(data, [Note(at(1), ("新",))], at(1)))[COMMENTS]


def test_what_an_earlier_run_said_is_not_said_twice() -> None:
    notes = [Note(at(1), ("甲", "乙")), Note(at(2), ("丙",)), Note(at(2), ("丙",))]
    once = annotated(whole(p("题"), p("二")), notes, at(1))
    assert annotated(once, notes, at(1)) == once
    more = annotated(once, [*notes, Note(at(2), ("丁",))], at(1))
    assert [one.lines for one in comments(more)] == [("甲", "乙"), ("丙",), ("丙",), ("丁",)]


_PLAIN_NAMES = 'xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_UNPREFIXED = f"<document {_PLAIN_NAMES}><body><p/><p><pPr/><r><t>题</t></r></p></body></document>"
_EXISTING = f"<comments {_PLAIN_NAMES}/>"
FORMS: dict[str, tuple[str | bytes, dict[str, str | bytes]]] = {
    # The main part, other parts.
    "no-prefix": (_UNPREFIXED, {}),
    "another-prefix": (body(p("题")).replace("w:", "ns0:").replace("xmlns:w=", "xmlns:ns0="), {}),
    "no-prefix-in-comments": (body(p("题")), {COMMENTS: _EXISTING, RELATIONS: frame("comments")[RELATIONS]}),
    "utf-16": (f'<?xml version="1.0" encoding="UTF-16"?>{body(p("题"))}'.encode("utf-16"), {}),
    "gb18030": (f'<?xml version="1.0" encoding="GB18030"?>{body(p("题"))}'.encode("gb18030"), {}),
    "utf-8-mark": (b"\xef\xbb\xbf" + body(p("题")).encode(), {}),
    "signs-in-attributes": (body("""<w:p w:x='a>b"' w:y="/>'">""" + r("题") + "</w:p>"), {}),
    "no-relations": (body(p("题")), {RELATIONS: ""}),
    "a-stray-comments-part": (body(p("题")), {COMMENTS: f"<w:comments {NAMES}/>"}),
    "relations-with-a-prefix": (
        body(p("题")),
        {RELATIONS: '<x:Relationships xmlns:x="http://schemas.openxmlformats.org/package/2006/relationships"/>'},
    ),
}


@pytest.mark.parametrize(("main", "parts"), FORMS.values(), ids=FORMS)
def test_forms_in_which_a_part_may_be_written(main: str | bytes, parts: dict[str, str | bytes]) -> None:
    every = {name: content for name, content in ({**frame(), MAIN: main} | parts).items() if content}
    data = packed(every)
    made = annotated(data, [Note(at(1), ("甲",))], at(1))
    stray = COMMENTS in parts and RELATIONS not in parts
    assert comments(made, part="word/comments1.xml" if stray else COMMENTS) == [Read(OURS, ("甲",), "题")]
    assert bare_text(members(made)[MAIN]) == bare_text(members(data)[MAIN])
    assert outline_of(made) == outline_of(data)


def bare_text(main: bytes) -> bytes:
    """As :func:`bare`, for any encoding."""
    for encoding in ("utf-8", "gb18030", "utf-16"):
        if main.startswith((b"\xff\xfe", b"\xfe\xff")) == (encoding == "utf-16"):
            try:
                text = main.decode(encoding)
            except UnicodeDecodeError:
                continue
            return bare(text.partition("?>")[2].encode() if text.startswith("<?xml") else text.encode())
    raise AssertionError


def test_the_strict_form_gets_strict_comments() -> None:
    def strict(text: str) -> str:
        return text.replace(NAMES.split('"')[1], "http://purl.oclc.org/ooxml/wordprocessingml/main")

    relations = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    parts = {**frame(), MAIN: strict(body(p("题"), _TWO))}
    made = annotated(packed(parts), [Note(cell(1, 2), ("甲",))], at(1))
    assert comments(made) == [Read(OURS, ("甲",), "1")]
    assert f'Type="{relations}/comments"'.encode() in members(made)[RELATIONS]


def test_the_main_part_may_stand_elsewhere() -> None:
    types = frame()[TYPES].replace("/word/document.xml", "/text/main.xml")
    there = f'<Relationship Id="r" Type="{R}/officeDocument" Target="/text/main.xml"/>'
    listed = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{there}</Relationships>'
    )
    data = packed({TYPES: types, "_rels/.rels": listed, "text/main.xml": body(p("题")), "word/x.xml": "<x/>"})
    made = annotated(data, [Note(at(1), ("甲",))], at(1))
    assert comments(made, "text/main.xml", "text/comments.xml") == [Read(OURS, ("甲",), "题")]
    assert b'Target="comments.xml"' in members(made)["text/_rels/main.xml.rels"]
    assert b'PartName="/text/comments.xml"' in members(made)[TYPES]


def test_an_archive_with_sizes_behind_the_parts_and_a_comment_of_its_own() -> None:
    """As programs write it that do not know the size of a part before it is written."""

    class Stream(io.RawIOBase):
        written = b""

        def writable(self) -> bool:
            return True

        def write(self, data: object) -> int:
            self.written += bytes(data)  # type: ignore[call-overload]
            return len(bytes(data))  # type: ignore[call-overload]

    stream = Stream()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = b"kept"
        for name, content in {**frame(), MAIN: body(p("题")), "word/更多.xml": "<x/>"}.items():
            archive.writestr(name, content)
    made = annotated(stream.written, [Note(at(1), ("甲",))], at(1))
    assert comments(made) == [Read(OURS, ("甲",), "题")]
    assert records(made)["word/更多.xml"] == records(stream.written)["word/更多.xml"]
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.comment == b"kept"


REFUSED = {
    # Parts of a package, what is said.
    "no-content-types": ({MAIN: body(p("题"))}, "lacks [Content_Types].xml"),
    "no-paragraph": ({**frame(), MAIN: body(tbl(tr("<w:tc/>", "<w:tc/>")))}, "no paragraph"),
}


@pytest.mark.parametrize(("parts", "words"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_annotated_is_said(parts: dict[str, str | bytes], words: str) -> None:
    with pytest.raises(UsageError) as caught:
        annotated(packed(parts), [Note(None, ("甲",))], None)
    assert words in caught.value.words.en


def test_what_xml_cannot_hold_is_written_otherwise() -> None:
    made = annotated(whole(p("题")), [Note(at(1), ("甲\0\x1b\ufffe\ud800乙]]>",))], at(1))
    assert comments(made)[0].lines == ("甲\ufffd\ufffd\ufffd\ufffd乙]]>",)
