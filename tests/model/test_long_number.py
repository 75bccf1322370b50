"""Numbers that are long enough to be somebody's are seen, however they are written."""

import pytest

from lint.model.long_number import has_long_number


@pytest.mark.parametrize(
    "number",
    [
        pytest.param("1234567890", id="ten digits"),
        pytest.param("11010119900307283X", id="a check sign"),
        pytest.param("11010119900307283x", id="a small check sign"),
        pytest.param("138 1234 5678", id="in groups"),
        pytest.param("138-1234-5678", id="with hyphens"),
        pytest.param("１３８１２３４５６７８", id="full-width digits"),
        pytest.param("138１２３４5678", id="some of them full-width"),
        pytest.param("138\u30001234\u30005678", id="in groups, set apart by full-width spaces"),
    ],
)
@pytest.mark.parametrize("around", ["{}", "电话{}。", "一\n{}\n二", "2023年" * 99 + "{}件"])
def test_a_long_number_is_seen(number: str, around: str) -> None:
    assert has_long_number(around.format(number))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="no text"),
        pytest.param("123456789", id="nine digits"),
        pytest.param("12345\n67890", id="in two lines"),
        pytest.param("12345、67890", id="two numbers"),
        pytest.param("2023年1月1日起至2023年12月31日", id="dates"),
        pytest.param("            ", id="spaces alone"),
        pytest.param("----------XXXX", id="no digit at all"),
        pytest.param("１２３４５６７８９", id="nine full-width digits"),
        pytest.param("某" * 99, id="no number"),
    ],
)
def test_nothing_else_is(text: str) -> None:
    assert not has_long_number(text)
