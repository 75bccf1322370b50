"""What stands before the first heading: title, year, date of publication, lead-in."""

import pytest

from lint.model.place import Place
from lint.readers.outline import Cell
from lint.readers.title import Opening, opening

TITLE = "示例市水利局2023年政府信息公开工作年度报告"
LEAD = "根据《条例》要求，编制本报告。"


def lines(*texts: str) -> list[Cell]:
    """Lines one below the other."""
    return [
        Cell(text, Place(line=number, column=1, end_line=number, end_column=1 + len(text)))
        for number, text in enumerate(texts, start=1)
    ]


OPENINGS: dict[str, tuple[tuple[str, ...], str | None, int | None, str | None, list[str]]] = {
    "title-and-lead-in": ((TITLE, LEAD), TITLE, 2023, None, [LEAD]),
    "title-alone": ((TITLE,), TITLE, 2023, None, []),
    "crumbs-before": (("首页 > 公开", TITLE, LEAD), TITLE, 2023, None, ["首页 > 公开", LEAD]),
    "caption": ((f"标题：{TITLE}", LEAD), TITLE, 2023, None, [LEAD]),
    "two-lines": (
        ("示例市水利局", "2023年政府信息公开工作年度报告", LEAD), TITLE, 2023, None, [LEAD],
    ),
    "broken-before-its-end-and-said-again-below": (
        ("示例市自然资源和规划生态环境与水利局2023年政府信息公开工作年度", "报告", TITLE, LEAD),
        "示例市自然资源和规划生态环境与水利局2023年政府信息公开工作年度报告", 2023, None, [TITLE, LEAD],
    ),
    "three-lines": (
        ("示例市水利局", "2023年度", "政府信息公开工作年度报告", LEAD),
        "示例市水利局2023年度政府信息公开工作年度报告", 2023, None, [LEAD],
    ),
    "year-on-the-line-below": (
        ("示例市水利局", "政府信息公开工作年度报告", "（2023年度）", LEAD),
        "示例市水利局政府信息公开工作年度报告（2023年度）", 2023, None, [LEAD],
    ),
    "year-below-a-title-that-has-one": ((TITLE, "（2022年度）"), TITLE, 2023, None, ["（2022年度）"]),
    "sentence-before-is-no-name": (
        ("您好，欢迎。", "2023年政府信息公开工作年度报告", LEAD),
        "2023年政府信息公开工作年度报告", 2023, None, ["您好，欢迎。", LEAD],
    ),
    "on-one-line-with-the-text": ((f"{TITLE} {LEAD}",), TITLE, 2023, None, [LEAD]),
    "no-title": ((LEAD,), None, None, None, [LEAD]),
    "year-from-the-text": (
        ("政府信息公开年度报告", "2022年1月1日起至2022年12月31日止。"), "政府信息公开年度报告", 2022, None,
        ["2022年1月1日起至2022年12月31日止。"],
    ),
    "year-in-doubt": (
        ("政府信息公开年度报告", "2022年和2023年。"), "政府信息公开年度报告", None, None, ["2022年和2023年。"],
    ),
    "year-of-the-title-wins": ((TITLE, "2022年2022年"), TITLE, 2023, None, ["2022年2022年"]),
    "published": (
        (TITLE, "发布时间：2024-01-20"), TITLE, 2023, "2024-01-20", ["发布时间：2024-01-20"],
    ),
    "published-in-words": (
        (TITLE, "发布日期: 2024年1月2日 来源：示例市水利局"), TITLE, 2023, "2024-01-02",
        ["发布日期: 2024年1月2日 来源：示例市水利局"],
    ),
    "no-such-date": ((TITLE, "发布时间：2024-02-30"), TITLE, 2023, None, ["发布时间：2024-02-30"]),
    "nothing": ((), None, None, None, []),
}  # fmt: skip


@pytest.mark.parametrize(("texts", "title", "year", "published", "rest"), OPENINGS.values(), ids=OPENINGS)
def test_openings(
    texts: tuple[str, ...], title: str | None, year: int | None, published: str | None, rest: list[str]
) -> None:
    """The first line that reads like a title is the title; all other lines are the lead-in."""
    found = opening(lines(*texts))
    told = (found.title, found.year, found.published, [cell.text for cell in found.preamble])
    assert told == (title, year, published, rest)


PLACES: dict[str, tuple[tuple[str, ...], tuple[int, int, int]]] = {
    "own-line": ((LEAD, TITLE), (2, 1, 1 + len(TITLE))),
    "caption-left-out": ((f"标题：{TITLE}",), (1, 4, 4 + len(TITLE))),
    "on-one-line-with-the-text": ((f"{TITLE} {LEAD}",), (1, 1, 1 + len(TITLE))),
}


@pytest.mark.parametrize(("texts", "expected"), PLACES.values(), ids=PLACES)
def test_place_of_the_title(texts: tuple[str, ...], expected: tuple[int, int, int]) -> None:
    """The place of the title is that of its own characters."""
    place = opening(lines(*texts)).title_place
    assert place is not None
    assert (place.line, place.column, place.end_column) == expected


def test_place_of_the_lead_in_on_the_title_line() -> None:
    """Text after the title on its line begins after it."""
    (rest,) = opening(lines(f"{TITLE} {LEAD}")).preamble
    assert rest.place == Place(line=1, column=len(TITLE) + 2, end_line=1, end_column=len(TITLE) + 2 + len(LEAD))


def test_title_over_two_lines_spans_both() -> None:
    """A title over two lines begins on the first and ends on the second."""
    found = opening(lines("示例市水利局", "2023年政府信息公开工作年度报告"))
    assert found == Opening(TITLE, Place(line=1, column=1, end_line=2, end_column=18), 2023, None, [])
