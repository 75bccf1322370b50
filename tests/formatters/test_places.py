"""Places in words, in both languages."""

import pytest

from lint.formatters.words import place_words
from lint.model.place import Place

PLACES: dict[str, tuple[Place, str, str]] = {
    "unknown": (Place(), "", ""),
    "text": (Place(12, 7, 12, 9), "第12行第7列", "line 12, column 7"),
    "line-alone": (Place(line=12), "第12行", "line 12"),
    "word": (Place(table=2, row=10, column=5), "第2个表格第10行第5列", "table 2, row 10, column 5"),
    "paragraph": (Place(paragraph=3), "第3段", "paragraph 3"),
    "page": (
        Place(line=56, table=2, row=10, column=5), "第2个表格第10行第5列（源码第56行）",
        "table 2, row 10, column 5, line 56 of the source",
    ),
    "print": (
        Place(page=2, table=2, row=10, column=5, box=(1, 2, 3, 4)), "第2页第2个表格第10行第5列",
        "page 2, table 2, row 10, column 5",
    ),
    "paragraph-of-a-print": (Place(page=1, paragraph=5, box=(1, 2, 3, 4)), "第1页第5段", "page 1, paragraph 5"),
    "page-alone": (Place(page=4), "第4页", "page 4"),
    "sheet": (
        Place(table=5, row=35, column=5, sheet="表{page}", cell="E35"), "工作表“表{page}”单元格E35",
        "sheet '表{page}', cell E35",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("place", "chinese", "english"), PLACES.values(), ids=PLACES)
def test_places_in_words(place: Place, chinese: str, english: str) -> None:
    words = place_words(place.as_dict())
    assert (words.zh, words.en) == (chinese, english)
