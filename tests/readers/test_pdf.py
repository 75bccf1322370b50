"""What the reader of PDF files makes of pages."""

import json
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from lint.model.errors import Unreadable
from lint.model.pointer import select
from lint.model.report import Identity
from lint.readers.labels import indexes
from lint.readers.layout import read_report
from lint.readers.limits import PAGE_EDGES, PAGES
from lint.readers.outline import Block, Cell, Grid, Outline, Picture
from lint.readers.pdf import outline_of
from lint.rulebook.book import load
from tests.documents.grids import Box, Table
from tests.documents.paper import figures_shown, paper
from tests.documents.style import Style
from tests.readers.support_pdf import HEIGHT, WIDTH, Page, pdf, pdf_file

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "clean").glob("*.json"))
ACROSS, ALONG = (100, 160, 220, 300), (200, 220, 240, 300)
MERGED = Table(((Box("甲", 2), Box("乙", 1, 2)), (Box("子"), Box("12")), (Box("丑"), Box("3"), Box("", 1))))


FONT = "<< /Type /Font /Subtype /Type0 /BaseFont /Other /Encoding /{encoding} /DescendantFonts [{descendant} 0 R] >>"
FONTS = "/Resources << /Font << /F1 3 0 R /F2 6 0 R >> >>"
NAMELESS = (
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Other /DW 1000 /FontDescriptor 5 0 R"
    " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
)


def written_as(text: str) -> str:
    return text.encode("utf-16-be").hex()


def read(*pages: Page) -> tuple[Block, ...]:
    return outline_of(pdf_file(pages)).blocks


def texts(*pages: Page) -> list[str]:
    return [block.text for block in read(*pages) if isinstance(block, Cell)]


def grids(*pages: Page) -> list[list[list[tuple[str, int]]]]:
    found = [block for block in read(*pages) if isinstance(block, Grid)]
    return [[[(cell.text, cell.span) for cell in row] for row in grid.rows] for grid in found]


def lines(page: Page, *ruled: tuple[float, float, float, float]) -> Page:
    for line in ruled:
        page.line(*line)
    return page


def squares(page: Page, *, step: float = 40, gap: float = 0) -> Page:
    """A grid of two by two cells, each side of each cell a line of its own, which ends before the corner."""
    ends = (100, 100 + step, 100 + 2 * step)
    for position in ends:
        for start, end in pairwise(ends):
            page.line(start + gap, position, end - gap, position).line(position, start + gap, position, end - gap)
    return page


class TestTables:
    def test_a_merged_cell_stands_once_where_it_begins(self) -> None:
        assert grids(Page().table(ACROSS, ALONG, MERGED)) == [
            [[("甲", 2), ("乙", 1)], [("子", 1), ("12", 1)], [("丑", 1), ("3", 1), ("", 1)]]
        ]

    def test_places_are_positions_of_the_grid_and_boxes_from_the_top_left(self) -> None:
        (grid,) = read(Page().table(ACROSS, ALONG, MERGED))
        assert isinstance(grid, Grid)
        places = [[cell.place.as_dict() for cell in row if cell.place] for row in grid.rows]
        assert places[0] == [
            {"page": 1, "table": 1, "row": 1, "column": 1, "box": [100, 200, 220, 220]},
            {"page": 1, "table": 1, "row": 1, "column": 3, "box": [220, 200, 300, 240]},
        ]
        assert [place["column"] for place in places[2]] == [1, 2, 3]

    @pytest.mark.parametrize(
        ("written", "read_as"),
        [
            (["年度"], "年度"),
            (["本年", "度"], "本年度"),
            (["三", "、", "本", "年"], "三、本年"),
            (["1", "2"], "1 2"),
            (["其中12", "件"], "其中12 件"),
            (["总 计"], "总 计"),
            (["⼀⼯⾏⽆⺠"], "一工行无民"),
            (["（１）：", "，"], "（１）：，"),
        ],
    )
    def test_lines_of_a_cell_are_joined_without_a_space_between_two_chinese_characters_only(
        self, written: list[str], read_as: str
    ) -> None:
        page = Page().table((100, 200, 300), (100, 200), Table(((Box(""), Box("0")),)))
        for number, line in enumerate(written):
            page.text(104, 120 + 14 * number, line, size=12)
        assert grids(page) == [[[(read_as, 1), ("0", 1)]]]

    @pytest.mark.parametrize(
        "page",
        [
            squares(Page()),
            squares(Page(), gap=1),
            squares(squares(Page()), gap=1),
            lines(squares(Page()), *((101.5, y, 180, y + 1.5) for y in (100, 140, 180))),
            lines(squares(Page()), (105, 131, 115, 131)),  # an underline
            lines(Page(), *((100, y, 180, y) for y in (100, 140, 180)), (140, 100, 140, 180)),  # open at its sides
        ],
        ids=["ruled", "gaps", "twice", "doubled", "underline", "open"],
    )
    def test_lines_need_not_be_perfect(self, page: Page) -> None:
        page.text(105, 130, "甲", size=12).text(145, 130, "1", size=12).text(105, 170, "乙", size=12)
        assert grids(page) == [[[("甲", 1), ("1", 1)], [("乙", 1), ("", 1)]]]

    def test_thin_rectangles_are_lines(self) -> None:
        page = Page().text(105, 130, "甲", size=12)
        page.operators += [f"100 {HEIGHT - y} 80 0.5 re f" for y in (100, 140)]
        page.operators += [f"{x} {HEIGHT - 140} 0.5 40 re f" for x in (100, 140, 180)]
        assert grids(page) == [[[("甲", 1), ("", 1)]]]

    def test_a_frame_around_text_is_no_table(self) -> None:
        page = Page().box(90, 80, 400, 300).text(100, 120, "一、总体情况").text(100, 160, "工作稳步推进。")
        assert texts(page) == ["一、总体情况", "工作稳步推进。"]
        assert grids(page) == []

    def test_a_table_in_a_form_object_stands_where_the_form_is_put(self) -> None:
        inner = "\n".join(Page().table(ACROSS, ALONG, MERGED).operators)
        form = (
            "<< /Type /XObject /Subtype /Form /BBox [0 0 600 900] /Matrix [1 0 0 1 10 0]"
            f" /Resources << /Font << /F1 3 0 R >> >> /Length {len(inner)} >>\nstream\n{inner}\nendstream"
        )
        page = Page(["1 0 0 1 20 -5 cm /X Do"]).resource("/Resources << /XObject << /X 6 0 R >> >>")
        (grid,) = outline_of(pdf_file([page], more=[form])).blocks
        assert isinstance(grid, Grid)
        assert grid.rows[0][0].place is not None
        assert grid.rows[0][0].place.box == (130, 205, 250, 225)

    @pytest.mark.parametrize(
        ("matrix", "angle", "size"),
        [
            ("0 1 -1 0 595 0", 90, (HEIGHT, WIDTH)),
            ("-1 0 0 -1 595 842", 180, (WIDTH, HEIGHT)),
            ("0 -1 1 0 0 842", 270, (HEIGHT, WIDTH)),
        ],
    )
    def test_a_page_is_read_as_it_is_shown(self, matrix: str, angle: int, size: tuple[int, int]) -> None:
        page = Page([f"{matrix} cm"], *size).text(100, 100, "一、总体情况，12件").table(ACROSS, ALONG, MERGED)
        page.resource(f"/MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {angle}")
        straight = Page().text(100, 100, "一、总体情况，12件").table(ACROSS, ALONG, MERGED)
        assert read(page) == read(straight)

    @pytest.mark.parametrize("scale", [1, 0.05])
    def test_text_set_downwards_is_one_word(self, scale: float) -> None:
        font = FONT.format(encoding="UniGB-UCS2-V", descendant=4)
        page = Page().table((100, 150, 200), (200, 300), Table(((Box(""), Box("1")),)))
        page.operators.append(
            f"BT /F2 {12 / scale} Tf {scale} 0 0 {scale} 125 {HEIGHT - 205} Tm <{written_as('三本年度')}> Tj ET"
        )
        (grid,) = outline_of(pdf_file([page.resource(FONTS)], more=[font])).blocks
        assert isinstance(grid, Grid)
        assert [cell.text for cell in grid.rows[0]] == ["三本年度", "1"]


class TestTablesOverPages:
    def test_a_table_goes_on(self) -> None:
        head = Table(((Box("名称"), Box("件", 2)), (Box("甲"), Box("1"), Box("2"))))
        rest = Table(((Box("乙"), Box("3")),))
        pages = (
            Page().table((100, 160, 220, 300), (700, 720, 740), head).text(280, 800, "- 1 -"),
            Page().table((100, 160, 300), (90, 110), rest).text(280, 800, "- 2 -"),
        )
        assert grids(*pages) == [[[("名称", 1), ("件", 2)], [("甲", 1), ("1", 1), ("2", 1)], [("乙", 1), ("3", 2)]]]
        (grid,) = read(*pages)
        assert isinstance(grid, Grid)
        assert [cell.place and (cell.place.page, cell.place.row) for cell in grid.rows[2]] == [(2, 3), (2, 3)]

    @pytest.mark.parametrize(
        ("above", "below", "rows"),
        [
            (("2.没有现成信息", "5", "0"), ("需要另行制作", "", ""), [("2.没有现成信息需要另行制作", "5", "0")]),
            (("2.没有现成信息", "", ""), ("需要另行制作", "5", "0"), [("2.没有现成信息需要另行制作", "5", "0")]),
            (
                ("（二）部分公开（只", "5", "0"),
                ("计这一情形）", "", ""),
                [("（二）部分公开（只计这一情形）", "5", "0")],
            ),
            (("2.重复申请", "5", "0"), ("3.其他", "", ""), [("2.重复申请", "5", "0"), ("3.其他", "", "")]),
            (("2.重复申请", "5", "0"), ("总计", "5", "0"), [("2.重复申请", "5", "0"), ("总计", "5", "0")]),
            (("行政处罚", "5", "0"), ("行政强制", "", ""), [("行政处罚", "5", "0"), ("行政强制", "", "")]),
            (("2.重复申请", "5", "0"), ("", "1", ""), [("2.重复申请", "5", "0"), ("", "1", "")]),
        ],
    )
    def test_a_row_that_the_end_of_the_page_broke_is_one_row(
        self, above: tuple[str, ...], below: tuple[str, ...], rows: list[tuple[str, ...]]
    ) -> None:
        across = (60, 240, 300, 360)
        first = Page().table(across, (700, 730), Table((tuple(map(Box, above)),)))
        second = Page().table(across, (90, 120), Table((tuple(map(Box, below)),)))
        assert grids(first, second) == [[[(text, 1) for text in row] for row in rows]]

    def test_the_label_of_a_group_is_put_together_and_its_rows_stay_apart(self) -> None:
        across = (60, 120, 240, 300)
        first = Page().table(across, (700, 730), Table(((Box("（四）无"), Box("1.甲"), Box("1")),)))
        second = Page().table(across, (90, 120), Table(((Box("法提供"), Box("2.乙"), Box("2")),)))
        assert grids(first, second) == [
            [[("（四）无法提供", 1), ("1.甲", 1), ("1", 1)], [("", 1), ("2.乙", 1), ("2", 1)]]
        ]

    def test_a_table_after_text_or_of_another_width_is_another_table(self) -> None:
        row = Table(((Box("甲"), Box("1")),))
        first = Page().table((100, 160, 220), (700, 720), row)
        assert len(grids(first, Page().text(100, 100, "注").table((100, 160, 220), (120, 140), row))) == 2
        assert len(grids(first, Page().table((100, 160, 250), (120, 140), row))) == 2


FULL = "推进" * 13  # 26 characters of 16 points: a line from 90 to 506


class TestParagraphs:
    @pytest.mark.parametrize(
        ("written", "paragraphs"),
        [
            ([(122, FULL[2:]), (90, FULL), (90, "公开。")], [FULL[2:] + FULL + "公开。"]),
            ([(122, FULL[2:]), (90, "公开。"), (122, FULL[2:]), (90, "完")], [FULL[2:] + "公开。", FULL[2:] + "完"]),
            ([(122, FULL[2:]), (122, FULL[2:]), (90, FULL)], [FULL[2:], FULL[2:] + FULL]),
            ([(90, FULL[1:] + "。"), (90, "（一）其他"), (90, FULL)], [FULL[1:] + "。", "（一）其他", FULL]),
            ([(122, FULL[2:]), (90, "（一）项规定。"), (122, FULL[2:])], [FULL[2:] + "（一）项规定。", FULL[2:]]),
            ([(90, FULL[:-3] + "120"), (90, FULL)], [FULL[:-3] + "120" + FULL]),
            ([(90, FULL[:-2] + "共"), (90, "3119件"), (122, FULL[2:])], [FULL[:-2] + "共3119件", FULL[2:]]),
        ],
        ids=["goes on", "short line", "indent", "heading", "no heading", "number", "word that did not fit"],
    )
    def test_lines_are_put_together(self, written: list[tuple[int, str]], paragraphs: list[str]) -> None:
        page = Page()
        for number, (x, line) in enumerate([*written, (122, "尾" * 24), (90, FULL), (90, FULL)]):
            page.text(x, 100 + 28 * number, line)
        assert texts(page)[: len(paragraphs)] == paragraphs

    def test_title_and_headings_stand_alone(self) -> None:
        page = Page().text(170, 100, "示例市水利局", size=22).text(120, 135, "2023年政府信息公开工作年度报告", size=22)
        page.text(122, 180, "一、总体情况").text(122, 208, FULL[2:]).text(90, 236, "公开。")
        assert texts(page) == [
            "示例市水利局",
            "2023年政府信息公开工作年度报告",
            "一、总体情况",
            FULL[2:] + "公开。",
        ]

    def test_a_paragraph_goes_on_over_the_end_of_a_page_past_its_number_and_the_running_head(self) -> None:
        pages = []
        for number, line in enumerate((FULL, FULL, "公开。"), start=1):
            page = Page().text(200, 50, "示例市水利局年度报告", size=9)
            pages.append(page.text(90, 120, line).text(280, 800, f"— {number} —", size=12))
        assert texts(*pages) == [FULL + FULL + "公开。"]

    @pytest.mark.parametrize("number", ["- 3 -", "—3—", "3", "第3页", "第 3 页 共 12 页", "3/12", "3 / 12"])
    def test_page_numbers_are_no_text(self, number: str) -> None:
        assert texts(Page().text(90, 120, "一、总体情况").text(280, 800, number, size=12)) == ["一、总体情况"]

    @pytest.mark.parametrize(("line", "y"), [("2023", 800), ("2024年1月8日", 790), ("3", 400), ("附：名单", 800)])
    def test_other_lines_at_the_foot_are_text(self, line: str, y: int) -> None:
        assert texts(Page().text(90, 120, "一、总体情况").text(280, y, line, size=12)) == ["一、总体情况", line]

    def test_two_spaces_stay_two(self) -> None:
        assert texts(Page().text(90, 120, "信息  条")) == ["信息  条"]

    def test_a_character_alone_is_not_lost(self) -> None:
        page = Page()
        for number, character in enumerate("总体情况"):
            page.text(90 + 16 * number, 120, character)
        assert texts(page) == ["总体情况"]

    def test_what_is_printed_twice_for_bold_is_read_once(self) -> None:
        page = Page().text(90, 120, "一、总体情况")
        for number, character in enumerate("一、总体情况"):
            page.text(90.6 + 16 * number, 120.2, character)
        assert texts(page) == ["一、总体情况"]

    def test_characters_beyond_the_first_plane_are_read(self) -> None:
        page = Page([f"BT /F2 16 Tf 90 700 Td <{written_as('甲𠮷乙')}> Tj ET"]).resource(FONTS)
        (cell,) = outline_of(pdf_file([page], more=[FONT.format(encoding="UniGB-UTF16-H", descendant=4)])).blocks
        assert isinstance(cell, Cell)
        assert cell.text == "甲𠮷乙"

    def test_places_are_numbered_over_all_pages(self) -> None:
        blocks = read(Page().text(90, 120, "甲"), Page().text(90, 120, "乙"))
        assert [block.place.as_dict() for block in blocks if isinstance(block, Cell) and block.place] == [
            {"page": 1, "paragraph": 1, "box": [90, 106, 106, 122]},
            {"page": 2, "paragraph": 2, "box": [90, 106, 106, 122]},
        ]


class TestWhatIsNotSeen:
    def outline(self, page: Page) -> Outline:
        return outline_of(pdf_file([page]))

    @pytest.mark.parametrize(("x", "y", "visible"), [(90, 400, False), (90, -40, True), (700, 400, True)])
    def test_text_without_ink_or_outside_the_page_is_remarked(self, x: int, y: int, *, visible: bool) -> None:
        outline = self.outline(Page().text(90, 120, "看得见").text(x, y, "看不见", visible=visible))
        assert [block.text for block in outline.blocks if isinstance(block, Cell)] == ["看得见"]
        assert [(one.kind, one.text, one.place and one.place.page) for one in outline.remarks] == [
            ("hidden-text", "看不见", 1)
        ]

    def test_a_single_character_is_no_remark(self) -> None:
        assert self.outline(Page().text(90, 120, "看得见").text(90, 400, "·", visible=False)).remarks == ()

    def test_the_text_layer_of_a_scan_is_text(self) -> None:
        page = Page().picture(0, 0, WIDTH, HEIGHT)
        for number in range(3):
            page.text(90, 120 + 60 * number, "政府信息公开工作年度报告", visible=False)
        outline = self.outline(page)
        assert [block.text for block in outline.blocks if isinstance(block, Cell)] == ["政府信息公开工作年度报告"] * 3
        assert outline.remarks == ()
        assert len(outline.blocks) == 3

    def test_large_pictures_stand_between_the_paragraphs(self) -> None:
        page = Page().text(90, 120, "甲").picture(100, 200, 400, 500).picture(100, 520, 150, 560).text(90, 600, "乙")
        kinds = [type(block) for block in read(page)]
        assert kinds == [Cell, Picture, Cell]
        assert read(page)[1].place.as_dict() == {"page": 1, "box": [100, 200, 400, 500]}  # type: ignore[union-attr]


PLAIN = pdf_file([Page().text(90, 120, "一、总体情况")])
ENCRYPTED = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'41' * 32}> /U <{'42' * 32}> /P -4 >> /ID [<41> <41>]"
RULED = lines(Page().text(90, 800, "甲"), *((10, 10 + n / 10, 500, 10 + n / 10) for n in range(PAGE_EDGES + 1)))
SQUARED = lines(
    Page().text(90, 800, "甲"),
    *((10, 10 + 5 * n, 3000, 10 + 5 * n) for n in range(500)),
    *((10 + 5 * n, 10, 10 + 5 * n, 3000) for n in range(500)),
)
CROWDED = Page()
for row in range(14):
    CROWDED.text(1, 100 + 10 * row, "甲" * 30_000, size=0.01)


UNMAPPED = Page(["BT /F2 16 Tf 90 700 Td <0031003201200300> Tj ET"]).resource(FONTS)
UNMAPPED_FONT = FONT.format(encoding="Identity-H", descendant=7)

REFUSED = {
    "empty": (b"", "不是 PDF", "not a PDF", None),
    "web page": (b"<html></html>", "不是 PDF", "not a PDF", None),
    "nothing in it": (b"%PDF-1.7\n%%EOF", "已损坏", "damaged", None),
    "half of it": (PLAIN[: len(PLAIN) // 2], "已损坏", "damaged", None),
    "without its last line": (PLAIN[:-7], "已损坏", "damaged", None),
    "cut in what was added": (PLAIN + b"9 0 obj\n<<", "已损坏", "damaged", None),
    "shorter than it says": (
        PLAIN.replace(b"1.7\n", b"1.7\n1 0 obj<</Linearized 1/L 9999>>"),
        "已损坏",
        "damaged",
        None,
    ),
    "encrypted": (pdf_file([Page().text(90, 120, "甲")], trailer=ENCRYPTED), "已加密", "encrypted", None),
    "scan": (pdf_file([Page().picture(0, 0, WIDTH, HEIGHT)]), "没有文字层", "no text layer", None),
    "blank page": (pdf_file([Page()]), "没有文字层", "no text layer", None),
    "letters unknown": (pdf_file([UNMAPPED], more=[UNMAPPED_FONT, NAMELESS]), "无法解码", "cannot be decoded", None),
    "too many pages": (pdf_file([Page()] * (PAGES + 1)), "页数过多", "too many pages", None),
    "huge page": (pdf_file([Page(), Page().resource("/MediaBox [0 0 1e9 1e9]")]), "页面尺寸", "size of the page", 2),
    "page without size": (pdf_file([Page().resource("/MediaBox [0 0 0 0]")]), "页面尺寸", "size of the page", 1),
    "too many lines": (pdf_file([RULED]), "过多", "too many lines", 1),
    "too many cells": (pdf_file([SQUARED]), "表格过大", "too large", 1),
    "too many characters": (pdf_file([CROWDED]), "字符过多", "too many characters", 1),
}


class TestRefusals:
    @pytest.mark.parametrize(("data", "zh", "en", "page"), REFUSED.values(), ids=REFUSED)
    def test_what_cannot_be_read_is_refused_with_the_reason(
        self, data: bytes, zh: str, en: str, page: int | None
    ) -> None:
        with pytest.raises(Unreadable) as refusal:
            outline_of(data)
        assert refusal.value.rule == "LT001"
        assert zh in refusal.value.words.zh
        assert en in refusal.value.words.en
        assert (refusal.value.place and refusal.value.place.page) == page

    def test_a_form_that_holds_itself_comes_to_an_end(self) -> None:
        inner = "100 100 m 200 100 l S /X Do"
        form = (
            "<< /Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /XObject << /X 6 0 R >> >>"
            f" /Length {len(inner)} >>\nstream\n{inner}\nendstream"
        )
        page = Page(["BT /F1 16 Tf 90 700 Td <4e00> Tj ET /X Do"])
        page.resource("/Resources << /Font << /F1 3 0 R >> /XObject << /X 6 0 R >> >>")
        assert [
            block.text for block in outline_of(pdf_file([page], more=[form])).blocks if isinstance(block, Cell)
        ] == ["一"]


STYLES = {
    "plain": Style(),
    "no merged cells": Style(merges=False),
    "flat headers": Style(headers="flat"),
    "groups only": Style(labels="groups"),
    "cut": Style(cut="repeated"),
    "blocks apart": Style(blocks="each"),
    "three tables of disputes": Style(disputes="tables"),
    "blank": Style(blank_zero=True),
    "broken and upright": Style(broken=True, vertical=True),
    "half width": Style(half_width=True),
}


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_report_reads_back_as_it_was_written(path: Path, style: Style) -> None:
    book = load()
    tree = json.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    data = pdf(paper(tree, book.layout(tree["edition"]), style))
    report = read_report("report.pdf", outline_of(data), indexes(book.layouts()), Identity())
    figures = {at: figure for at, figure in select(report.tree, "/sections/*/table/**") if not isinstance(figure, dict)}
    assert figures == figures_shown(tree, style)
    assert report.troubles == ()
    assert [report.tree[name] for name in ("title", "preamble")] == [tree[name] for name in ("title", "preamble")]
    written = {key: (section["heading"], section["paragraphs"]) for key, section in tree["sections"].items()}
    assert {key: (one["heading"], one["paragraphs"]) for key, one in report.tree["sections"].items()} == written
