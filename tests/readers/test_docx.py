"""Word documents become paragraphs and grids as Word prints them; what they hold beside is remarked."""

import pytest

from lint.model.errors import Unreadable
from lint.model.place import Place
from lint.readers.docx import outline_of
from lint.readers.outline import Cell, Grid, Picture
from tests.readers.support_docx import MAIN, NAMES, PICTURE, body, document, p, r, relations, tbl, tc, tr
from tests.readers.support_outline import Shape, shape
from tests.readers.support_xlsx import packed

_DELETED_END = "<w:rPr><w:del/></w:rPr>"


def of(*blocks: str, **parts: str) -> Shape:
    """The shape of a document."""
    return shape(outline_of(document(*blocks, **parts)))


def spans(data: bytes) -> list[tuple[str, int | None, int | None, int]]:
    """Text, row, column and span of every cell in tables."""
    return [
        (cell.text, cell.place.row if cell.place else None, cell.place.column if cell.place else None, cell.span)
        for block in outline_of(data).blocks
        if isinstance(block, Grid)
        for row in block.rows
        for cell in row
    ]


def remarks(data: bytes) -> list[tuple[str, str]]:
    """The remarks of a document: kind, and what is told."""
    return [(one.kind, one.text) for one in outline_of(data).remarks]


def deleted(text: str) -> str:
    return f"<w:del><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def inserted(text: str) -> str:
    return f"<w:ins>{r(text)}</w:ins>"


def box(*paragraphs: str) -> str:
    """The content of a text box."""
    return f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"


def boxed(*paragraphs: str) -> str:
    """A run on which a text box hangs."""
    return f"<w:r><w:pict>{box(*paragraphs)}</w:pict></w:r>"


PARAGRAPHS = {
    # Blocks of the document, what they are read as.
    "runs": ([p(r("收到申请"), r("12"), r("件"))], ["收到申请12件"]),
    "blank": ([p(""), p("\u3000 "), "<w:p/>"], []),
    "line-break": ([p("<w:r><w:t>标题</w:t><w:br/><w:t>副题</w:t></w:r>")], ["标题", "副题"]),
    "page-break": ([p('<w:r><w:t>前</w:t><w:br w:type="page"/><w:t>后</w:t></w:r>')], ["前", "后"]),
    "tab": ([p("<w:r><w:t>规章</w:t><w:tab/><w:t>1</w:t><w:tab/><w:t>2</w:t></w:r>")], [[["规章", "1", "2"]]]),
    "indent-by-tab": ([p("<w:r><w:tab/><w:t>本机关</w:t></w:r>")], ["本机关"]),
    "hyphens": ([p("<w:r><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t><w:softHyphen/><w:t>3</w:t></w:r>")], ["1-23"]),
    "hyperlink": ([p('<w:hyperlink r:id="r1">' + r("网站") + "</w:hyperlink>", "。")], ["网站。"]),
    "field": (
        [
            p(
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>=SUM(ABOVE)</w:instrText></w:r>'
                f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r("12")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
            )
        ],
        ["12"],
    ),
    "simple-field": ([p(f'<w:fldSimple w:instr=" DATE ">{r("2024年1月5日")}</w:fldSimple>')], ["2024年1月5日"]),
    "content-control": (
        [f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{p('甲')}{p('乙')}</w:sdtContent></w:sdt>"],
        ["甲", "乙"],
    ),
    "content-control-inside": ([p("共", f"<w:sdt><w:sdtContent>{r('3')}</w:sdtContent></w:sdt>", "件")], ["共3件"]),
    "smart-tag": ([p(f"<w:smartTag>{r('示例市')}</w:smartTag>", "水利局")], ["示例市水利局"]),
    "ruby": (
        [p(f"<w:r><w:ruby><w:rt>{r('shì')}</w:rt><w:rubyBase>{r('示')}</w:rubyBase></w:ruby></w:r>", "例")],
        ["示例"],
    ),
    "comment-and-instruction": ([p("<!-- 注 --><?mso x?>" + r("文"))], ["文"]),
    "formula": ([p("共", "<m:oMath><m:r><m:t>12%</m:t></m:r></m:oMath>")], ["共12%"]),
    "sign-of-a-font": ([p('<w:r><w:sym w:font="Symbol" w:char="F031"/></w:r>', "2")], ["\uf0312"]),
    "sign-that-is-none": ([p('<w:r><w:sym w:char="D800"/><w:sym w:char="0000"/><w:sym/></w:r>', "2")], ["2"]),
    "raised-digits": (
        [p("12", r("1", '<w:vertAlign w:val="superscript"/>'), "件", r("2", '<w:vertAlign w:val="subscript"/>'))],
        ["12¹件2"],
    ),
    "text-box": ([p("正文", boxed(p("框中"), p("又一段")))], ["正文", "框中", "又一段"]),
    "box-in-box": (
        [p("外", boxed(p("中", boxed(p("内")))))],
        ["外", "中", "内"],
    ),
    "alternatives-once": (
        [
            p(
                "正文",
                f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{box(p("框中"))}</mc:Choice>'
                f"<mc:Fallback><w:pict>{box(p('框中'))}</w:pict></mc:Fallback></mc:AlternateContent></w:r>",
            )
        ],
        ["正文", "框中"],
    ),
    "fallback-alone": (
        [f"<mc:AlternateContent><mc:Fallback>{p('文')}</mc:Fallback></mc:AlternateContent>"],
        ["文"],
    ),
    "picture": ([p("前", PICTURE), p("后")], ["前", "图", "后"]),
    "old-picture": ([p("<w:r><w:pict><v:shape><v:imagedata/></v:shape></w:pict></w:r>")], ["图"]),
    "embedded-object": ([p("<w:r><w:object><v:shape><v:imagedata/></v:shape></w:object></w:r>")], ["图"]),
}


@pytest.mark.parametrize(("blocks", "expected"), PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_paragraphs(blocks: list[str], expected: Shape) -> None:
    assert of(*blocks) == expected


TABLES = {
    "one-column-is-a-frame": ([tbl(tr("甲"), tr("乙"))], ["甲", "乙"]),
    "frame-around-a-table": ([tbl(tr(tc(p("题"), tbl(tr("甲", "1")), p("注"))))], ["题", [["甲", "1"]], "注"]),
    "paragraphs-of-a-cell": ([tbl(tr(tc("法人或其他", "组织"), tc("12", "件")))], [[["法人或其他组织", "12 件"]]]),
    "digits-never-joined": ([tbl(tr("甲", tc("1", "2")))], [[["甲", "1 2"]]]),
    "one-character-a-paragraph": ([tbl(tr(tc(*"本年度办理结果"), "1"))], [[["本年度办理结果", "1"]]]),
    "break-in-a-cell": (
        [tbl(tr(tc(p("<w:r><w:t>结果</w:t><w:br/><w:t>纠正</w:t></w:r>")), "1"))],
        [[["结果纠正", "1"]]],
    ),
    "tab-in-a-cell": (
        [tbl(tr("甲", tc(p("<w:r><w:tab/><w:t>1</w:t><w:tab/><w:t>2</w:t></w:r>"))))],
        [[["甲", "1\t2"]]],
    ),
    "cell-without-paragraph": (
        [f"<w:tbl><w:tr><w:tc>{r('甲')}</w:tc><w:tc>{r('1')}</w:tc></w:tr></w:tbl>"],
        [[["甲", "1"]]],
    ),
    "control-around-a-cell": (
        [tbl(tr(f"<w:sdt><w:sdtContent>{tc('甲')}</w:sdtContent></w:sdt>", "1"))],
        [[["甲", "1"]]],
    ),
    "control-around-a-row": (
        [f"<w:tbl><w:sdt><w:sdtContent>{tr('甲', '1')}</w:sdtContent></w:sdt>{tr('乙', '2')}</w:tbl>"],
        [[["甲", "1"], ["乙", "2"]]],
    ),
    "box-in-a-cell": (
        [tbl(tr("甲", tc(p("1", boxed(p("注"))))))],
        [[["甲", "1 注"]]],
    ),
    "picture-for-a-figure": ([tbl(tr("甲", tc(p(PICTURE)), "1"))], [[["甲", "\ufffc", "1"]]]),
    "picture-beside-a-figure": ([tbl(tr("甲", tc(p("1", PICTURE)), "1"))], [[["甲", "1", "1"]]]),
    "pictures-side-by-side": ([tbl(tr(tc(p(PICTURE)), tc(p(PICTURE))))], ["图", "图"]),
    "ragged": ([tbl(tr("甲", "1", "2"), tr("乙"), tr("丙", "3"))], [[["甲", "1", "2"], ["乙"], ["丙", "3"]]]),
    "row-that-is-covered": (
        [tbl(tr(tc("甲", merge="restart"), tc("1", merge="restart")), tr(tc(merge=""), tc(merge="")), tr("乙", "2"))],
        [[["甲", "1"], ["乙", "2"]]],
    ),
    "empty": ([tbl(), tbl(tr()), tbl("<w:tr><w:tc/><w:tc/></w:tr>")], [[["", ""]]]),
}


@pytest.mark.parametrize(("blocks", "expected"), TABLES.values(), ids=TABLES)
def test_tables(blocks: list[str], expected: Shape) -> None:
    assert of(*blocks) == expected


MERGED = {
    # Rows, each cell as text, row, column, span.
    "across": (
        [tr(tc("甲", span=3), "1"), tr("乙", "2", "3", "4")],
        [("甲", 1, 1, 3), ("1", 1, 4, 1), ("乙", 2, 1, 1), ("2", 2, 2, 1), ("3", 2, 3, 1), ("4", 2, 4, 1)],
    ),
    "down": (
        [tr(tc("甲", merge="restart"), "1"), tr(tc(merge=""), "2"), tr(tc(merge="continue"), "3"), tr("乙", "4")],
        [("甲", 1, 1, 1), ("1", 1, 2, 1), ("2", 2, 2, 1), ("3", 3, 2, 1), ("乙", 4, 1, 1), ("4", 4, 2, 1)],
    ),
    "both": (
        [tr(tc("甲", span=2, merge="restart"), "1"), tr(tc(span=2, merge=""), "2")],
        [("甲", 1, 1, 2), ("1", 1, 3, 1), ("2", 2, 3, 1)],
    ),
    "two-merges-one-under-the-other": (
        [tr(tc("甲", merge="restart"), "1"), tr(tc("乙", merge="restart"), "2"), tr(tc(merge=""), "3")],
        [("甲", 1, 1, 1), ("1", 1, 2, 1), ("乙", 2, 1, 1), ("2", 2, 2, 1), ("3", 3, 2, 1)],
    ),
    "nothing-above-to-go-on-with": (
        [tr(tc("办理结果", merge=""), "1"), tr(tc(merge=""), "2")],
        [("办理结果", 1, 1, 1), ("1", 1, 2, 1), ("2", 2, 2, 1)],
    ),
    "merge-ended-by-a-plain-cell": (
        [tr(tc("甲", merge="restart"), "1"), tr("乙", "2"), tr(tc("丙", merge=""), "3")],
        [("甲", 1, 1, 1), ("1", 1, 2, 1), ("乙", 2, 1, 1), ("2", 2, 2, 1), ("丙", 3, 1, 1), ("3", 3, 2, 1)],
    ),
    "columns-left-out-before": (
        [tr("甲", "乙", "1"), tr("丙", "2", look='<w:gridBefore w:val="1"/>')],
        [("甲", 1, 1, 1), ("乙", 1, 2, 1), ("1", 1, 3, 1), ("丙", 2, 2, 1), ("2", 2, 3, 1)],
    ),
    "across-the-old-way": (
        [tr(tc("甲", look='<w:hMerge w:val="restart"/>'), tc(look="<w:hMerge/>"), "1")],
        [("甲", 1, 1, 2), ("1", 1, 3, 1)],
    ),
    "spans-before-a-tracked-change": (
        [tr(tc("甲", look='<w:tcPrChange><w:tcPr><w:gridSpan w:val="4"/><w:vMerge/></w:tcPr></w:tcPrChange>'), "1")],
        [("甲", 1, 1, 1), ("1", 1, 2, 1)],
    ),
}


@pytest.mark.parametrize(("rows", "expected"), MERGED.values(), ids=MERGED)
def test_merged_cells(rows: list[str], expected: list[tuple[str, int, int, int]]) -> None:
    assert spans(document(tbl(*rows))) == expected


def test_text_below_a_merged_cell_is_told() -> None:
    data = document(tbl(tr(tc("甲", merge="restart"), "1"), tr(tc("旧", merge=""), "2")))
    assert outline_of(data).remarks[0][2:] == ("旧", Place(table=1, row=2, column=1))
    assert remarks(data) == [("hidden-text", "旧")]


SPANS = ("0", "101", "1000000", "1" + 20 * "0", "abc", "-3", "1.5", "", "３")


@pytest.mark.parametrize("written", SPANS)
def test_impossible_spans(written: str) -> None:
    with pytest.raises(Unreadable) as caught:
        outline_of(document(tbl(tr(tc("甲", look=f'<w:gridSpan w:val="{written}"/>'), "1"))))
    assert (caught.value.rule, caught.value.words.zh) == ("LT001", f"合并单元格的跨列数“{written[:20]}”无效")


TRACKED = {
    # Blocks, what is read, what is told.
    "inserted": ([p("收到", inserted("12"), "件")], ["收到12件"], "12"),
    "deleted": ([p("收到", deleted("10"), "件")], ["收到件"], "10"),
    "replaced": ([p("收到", deleted("10"), inserted("12"), "件")], ["收到12件"], "10"),
    "moved": (
        [p("甲"), f"<w:p><w:moveFrom>{r('乙')}</w:moveFrom></w:p>", f"<w:p><w:moveTo>{r('乙')}</w:moveTo></w:p>"],
        ["甲", "乙"],
        "乙",
    ),
    "inserted-paragraph": ([p(inserted("新段"), look="<w:rPr><w:ins/></w:rPr>"), p("旧段")], ["新段", "旧段"], "新段"),
    "deleted-paragraph": ([p(deleted("旧段"), look=_DELETED_END), p("留下")], ["留下"], "旧段"),
    "joined-paragraphs": ([p("收到申请1", look=_DELETED_END), p("2件")], ["收到申请12件"], ""),
    "three-joined": ([p("甲", look=_DELETED_END), p("乙", look=_DELETED_END), p("丙"), p("丁")], ["甲乙丙", "丁"], ""),
    "end-before-a-table": ([p("甲", look=_DELETED_END), tbl(tr("乙", "1"))], ["甲", [["乙", "1"]]], ""),
    "deleted-row": (
        [tbl(tr("甲", "1"), tr(tc(p(deleted("乙"))), tc(p(deleted("2"))), look="<w:del/>"), tr("丙", "3"))],
        [[["甲", "1"], ["丙", "3"]]],
        "乙",
    ),
    "inserted-row": ([tbl(tr("甲", "1"), tr("乙", "2", look="<w:ins/>"))], [[["甲", "1"], ["乙", "2"]]], ""),
    "deleted-cell": ([tbl(tr("甲", tc("旧", look="<w:cellDel/>"), "1"))], [[["甲", "1"]]], ""),
    "look-only": (
        [p(r("甲", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"))],
        ["甲"],
        None,
    ),
}


@pytest.mark.parametrize(("blocks", "expected", "text"), TRACKED.values(), ids=TRACKED)
def test_tracked_changes_are_read_as_accepted(blocks: list[str], expected: Shape, text: str | None) -> None:
    data = document(*blocks)
    assert shape(outline_of(data)) == expected
    assert remarks(data) == ([] if text is None else [("tracked-changes", text)])


_VANISH = "<w:vanish/>"
WHITE = '<w:color w:val="FFFFFF"/>'
HIDDEN = {
    # Blocks, what is read, what is told.
    "run": ([p("甲", r("密", _VANISH), "乙")], ["甲乙"], ["密"]),
    "run-with-a-tab": ([p("甲", f"<w:r><w:rPr>{_VANISH}</w:rPr><w:t>密</w:t><w:tab/></w:r>", "乙")], ["甲乙"], ["密"]),
    "signs-twice": ([p("甲", r("密", _VANISH + _VANISH))], ["甲"], ["密"]),
    "switched-off": ([p(r("显", '<w:vanish w:val="0"/>'))], ["显"], []),
    "end-of-paragraph-only": ([p("甲", look=f"<w:rPr>{_VANISH}</w:rPr>")], ["甲"], []),
    "end-of-paragraph-in-a-box": (
        [p("甲", boxed(p("框中", look=f"<w:rPr>{_VANISH}</w:rPr>")))],
        ["甲", "框中"],
        [],
    ),
    "row": ([tbl(tr("甲", "1"), tr("密", "2", look="<w:hidden/>"))], [[["甲", "1"]]], ["密2"]),
    "deleted-is-not-hidden": ([p("甲", f"<w:del>{r('密', _VANISH)}</w:del>")], ["甲"], []),
    "one-point": ([p("甲", r("密", '<w:sz w:val="2"/>'))], ["甲"], ["密"]),
    "white": ([p("甲", r("密", WHITE))], ["甲"], ["密"]),
    "white-on-a-shade": (
        [tbl(tr("甲", tc(p(r("显", WHITE)), look='<w:shd w:val="clear" w:fill="1F4E79"/>')))],
        [[["甲", "显"]]],
        [],
    ),
    "white-on-white": (
        [tbl(tr("甲", tc(p(r("密", WHITE)), look='<w:shd w:val="clear" w:fill="FFFFFF"/>')))],
        [[["甲", ""]]],
        ["密"],
    ),
    "white-in-a-styled-table": (
        [tbl('<w:tblPr><w:tblStyle w:val="a3"/></w:tblPr>', tr("甲", tc(p(r("显", WHITE)))))],
        [[["甲", "显"]]],
        [],
    ),
    "white-in-a-box": (
        [p("甲", boxed(p(r("显", WHITE))))],
        ["甲", "显"],
        [],
    ),
}


@pytest.mark.parametrize(("blocks", "expected", "texts"), HIDDEN.values(), ids=HIDDEN)
def test_hidden_text_is_left_out_and_told(blocks: list[str], expected: Shape, texts: list[str]) -> None:
    data = document(*blocks)
    assert shape(outline_of(data)) == expected
    assert [text for kind, text in remarks(data) if kind == "hidden-text"] == texts


def test_hidden_by_a_style() -> None:
    """A style of letters or of paragraphs, also one that stands on another; a run may say otherwise."""
    styles = (
        f'<w:style w:styleId="h"><w:rPr>{_VANISH}</w:rPr></w:style>'
        '<w:style w:styleId="i"><w:basedOn w:val="h"/></w:style>'
        '<w:style w:styleId="c"><w:basedOn w:val="c"/></w:style>'
    )
    blocks = [
        p("甲", r("密", '<w:rStyle w:val="i"/>')),
        p("窗体顶端", r("显", '<w:vanish w:val="0"/>'), look='<w:pStyle w:val="h"/>'),
        p("乙", look='<w:pStyle w:val="c"/>'),
    ]
    data = document(*blocks, styles=styles)
    assert shape(outline_of(data)) == ["甲", "显", "乙"]
    assert remarks(data) == [("hidden-text", "密"), ("hidden-text", "窗体顶端")]


def level(depth: int, form: str, text: str, start: str = "1") -> str:
    said = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{depth}">{said}</w:lvl>'


def lists(*nums: str, levels: str = "") -> str:
    """One kind of list, and lists of it."""
    kind = levels or level(0, "chineseCounting", "%1、") + level(1, "chineseCounting", "（%2）")
    return f'<w:abstractNum w:abstractNumId="7">{kind}</w:abstractNum>{"".join(nums)}'


def num(name: int, more: str = "") -> str:
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="7"/>{more}</w:num>'


def n(text: str, name: int = 1, depth: int = 0) -> str:
    return p(text, look=f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{name}"/></w:numPr>')


_ANEW = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
NUMBERED = {
    # Part of numbers, paragraphs, what is read.
    "headings": (
        lists(num(1)),
        [n("总体"), n("甲", depth=1), n("乙", depth=1), n("公开"), n("丙", depth=1)],
        ["一、总体", "（一）甲", "（二）乙", "二、公开", "（一）丙"],
    ),
    "twelve": (lists(num(1)), [n("甲乙") for _ in range(21)], None),
    "without-a-list": (lists(num(1)), [n("甲", name=0), n("乙", name=9), n("丙")], ["甲", "乙", "一、丙"]),
    "a-list-that-goes-on": (lists(num(1), num(2)), [n("甲"), n("乙", name=2)], ["一、甲", "二、乙"]),
    "a-list-that-begins-anew": (
        lists(num(1), num(2, _ANEW)),
        [n("甲"), n("乙", 2), n("丙", 2)],
        ["一、甲", "一、乙", "二、丙"],
    ),
    "an-empty-one-counts": (
        lists(num(1)),
        [n("甲"), p(look='<w:numPr><w:numId w:val="1"/></w:numPr>'), n("丙")],
        ["一、甲", "三、丙"],
    ),
    "figures-kept-apart": (
        lists(num(1), levels=level(0, "decimal", "%1.")),
        [n("2023年"), n("收到")],
        ["1. 2023年", "2.收到"],
    ),
    "levels-out-of-order": (
        lists(num(1), levels=level(1, "decimal", "(%2)") + level(0, "decimal", "%1.", start="3")),
        [n("甲"), n("乙", depth=1)],
        ["3.甲", "(1)乙"],
    ),
    "both-levels": (
        lists(num(1), levels=level(0, "decimal", "%1") + level(1, "decimal", "%1.%2 ")),
        [n("甲"), n("乙", depth=1), n("丙", depth=1)],
        ["1甲", "1.1 乙", "1.2 丙"],
    ),
    "circles": (lists(num(1), levels=level(0, "decimalEnclosedCircle", "%1", start="11")), [n("甲")], ["⑪甲"]),
    "letters": (lists(num(1), levels=level(0, "upperLetter", "%1.")), [n("甲"), n("乙")], ["A.甲", "B.乙"]),
    "wide": (lists(num(1), levels=level(0, "decimalFullWidth", "%1．")), [n("甲")], ["１．甲"]),
    "none": (lists(num(1), levels=level(0, "none", "%1")), [n("甲")], ["甲"]),
    "bullet": (lists(num(1), levels=level(0, "bullet", "●")), [n("甲")], ["甲"]),
    "in-a-cell": (
        lists(num(1), levels=level(0, "decimal", "%1")),
        [tbl(tr(tc(n("项目")), tc(n("5"))))],
        [[["1项目", "2 5"]]],
    ),
}


@pytest.mark.parametrize(("numbering", "blocks", "expected"), NUMBERED.values(), ids=NUMBERED)
def test_automatic_numbers(numbering: str, blocks: list[str], expected: Shape | None) -> None:
    if expected is None:
        expected = [
            f"{numeral}、甲乙"
            for numeral in [*"一二三四五六七八九十", *(f"十{one}" for one in "一二三四五六七八九"), "二十", "二十一"]
        ]
    assert of(*blocks, numbering=numbering) == expected


def test_numbers_by_style() -> None:
    """A heading is numbered by its style, or by the style on which its own stands."""
    styles = (
        '<w:style w:styleId="1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="2"><w:basedOn w:val="1"/></w:style>'
    )
    blocks = [p(text, look=f'<w:pStyle w:val="{style}"/>') for text, style in (("甲", "1"), ("乙", "2"), ("丙", "9"))]
    assert of(*blocks, numbering=lists(num(1)), styles=styles) == ["一、甲", "二、乙", "丙"]
    off = p("丁", look='<w:pStyle w:val="1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    assert of(blocks[0], off, numbering=lists(num(1)), styles=styles) == ["一、甲", "丁"]


def note(kind: str, name: int) -> str:
    return f'<w:r><w:{kind}Reference w:id="{name}"/></w:r>'


def test_notes_stand_behind_their_paragraph() -> None:
    """A footnote in a table behind the table; the lines that separate notes are none."""
    footnotes = "".join(
        f'<w:footnote w:id="{name}">{p("<w:r><w:footnoteRef/></w:r>", text)}</w:footnote>'
        for name, text in ((-1, "线"), (1, " 含上年结转1件。"), (2, "单位：件"), (3, "删去"), (4, "无人引用"))
    )
    blocks = [
        p("收到12件", note("footnote", 1), "。"),
        tbl(tr("甲", tc(p("1", note("footnote", 2))))),
        p("后", f"<w:del>{note('footnote', 3)}</w:del>", note("endnote", 1), note("footnote", 1)),
    ]
    endnotes = f'<w:endnote w:id="1">{p("尾注")}</w:endnote>'
    assert of(*blocks, footnotes=footnotes, endnotes=endnotes) == [
        "收到12件。", "含上年结转1件。", [["甲", "1"]], "单位：件", "后", "尾注",
    ]  # fmt: skip


def test_places() -> None:
    """Paragraphs are counted where they have text, tables and rows where they stand."""
    outline = outline_of(
        document(p("题"), p(""), p("甲", PICTURE), tbl(tr("乙", "1")), p("丙"), tbl(tr("丁", tc("2"))))
    )
    first, second, picture, grid, third, last = outline.blocks
    assert (first.place, second.place, third.place) == (Place(paragraph=1), Place(paragraph=2), Place(paragraph=3))  # type: ignore[union-attr]
    assert picture == Picture(Place(paragraph=2))
    assert grid == Grid(((Cell("乙", Place(table=1, row=1, column=1)), Cell("1", Place(table=1, row=1, column=2))),))
    assert last == Grid(((Cell("丁", Place(table=2, row=1, column=1)), Cell("2", Place(table=2, row=1, column=2))),))


def strict(data: str) -> str:
    return data.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ).replace(
        "http://schemas.openxmlformats.org/drawingml/2006/picture", "http://purl.oclc.org/ooxml/drawingml/picture"
    )


def test_the_strict_form_of_the_format() -> None:
    """Every part of it, not the main one only."""
    numbering = f"<w:numbering {NAMES}>{lists(num(1))}</w:numbering>"
    parts = {MAIN: strict(body(n("总体"), p("甲", PICTURE))), "word/numbering.xml": strict(numbering)}
    assert shape(outline_of(packed(parts))) == ["一、总体", "甲", "图"]


def test_parts_under_other_names() -> None:
    """Where the package says that the main part lies elsewhere, and that part where its own lie."""
    parts = {
        "_rels/.rels": relations(("officeDocument", "/report/main.xml"), external=False),
        "report/main.xml": body(n("总体")),
        "report/_rels/main.xml.rels": relations(("numbering", "../lists.xml"), external=False),
        "lists.xml": f"<w:numbering {NAMES}>{lists(num(1))}</w:numbering>",
    }
    assert shape(outline_of(packed(parts))) == ["一、总体"]


def test_links_to_other_files_are_told() -> None:
    """Templates, pictures, parts of the text and objects that lie elsewhere; ordinary links are nothing special."""
    main = relations(
        ("image", "http://example.invalid/a.png"),
        ("hyperlink", "http://example.invalid/"),
        ("subDocument", "file:///c:/b.docx"),
        ("oleObject", "\\\\example.invalid\\c.xlsx"),
        ("image", "http://example.invalid/a.png"),
    )
    parts: dict[str, str | bytes] = {
        MAIN: body(p("甲")),
        "word/_rels/document.xml.rels": main,
        "word/_rels/settings.xml.rels": relations(("attachedTemplate", "http://example.invalid/t.dotm")),
        "word/vbaProject.bin": b"\0",
    }
    assert remarks(packed(parts)) == [
        ("macro", "word/vbaProject.bin"),
        ("external-link", "http://example.invalid/a.png"),
        ("external-link", "file:///c:/b.docx"),
        ("external-link", "\\\\example.invalid\\c.xlsx"),
        ("external-link", "http://example.invalid/t.dotm"),
    ]


def test_a_text_that_embeds_another_file_is_refused() -> None:
    with pytest.raises(Unreadable) as caught:
        outline_of(document('<w:altChunk r:id="r1"/>'))
    assert caught.value.words.zh == "正文中嵌入了其他格式的文件，请用 Word 打开后另存"
