"""A sign is found with a word right behind it, wherever the two stand."""

import pytest

from lint.model.followed import followed


@pytest.mark.parametrize("word", ["实", "对账", "准"])
@pytest.mark.parametrize("around", ["{}", "{}了", "已{}", "审核、{}", "核{}", "{}核", "已\n{}\n了"])
def test_a_sign_is_found_before_each_of_the_words(word: str, around: str) -> None:
    assert followed(around.format(f"核{word}"), "核", ("实", "对账", "准"))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="no text"),
        pytest.param("落实", id="no sign"),
        pytest.param("审核", id="nothing behind the sign"),
        pytest.param("核、实；核查", id="other words behind it"),
        pytest.param("实核", id="the other way round"),
        pytest.param("核对", id="the beginning of a word"),
    ],
)
def test_a_sign_without_any_of_the_words_behind_it_is_not_found(text: str) -> None:
    assert not followed(text, "核", ("实", "对账", "准"))


def test_the_empty_word_stands_behind_every_sign() -> None:
    assert followed("审核", "核", ("",))
    assert not followed("审查", "核", ("",))
