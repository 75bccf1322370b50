"""Words are found wherever they stand, though only the rarest sign of each is looked for at first."""

import pytest

from lint.model.words import Words

# 核 and 溃 are rare in reports; the signs of 公开 and 政府 are in each.
WORDS = Words("核实", "公开", "反溃", "溃", "政府信公", "审核")


@pytest.mark.parametrize("word", WORDS.words)
@pytest.mark.parametrize(
    "around", ["{}", "{}了", "已{}", "已{}了", "已\n{}\n了", "核{}核", "公{}府", "政" * 999 + "{}"]
)
def test_every_word_is_found_wherever_it_stands(word: str, around: str) -> None:
    text = around.format(word)
    assert WORDS.any_in(text)
    assert WORDS.first_in(text) == next(one for one in WORDS.words if one in text)
    assert WORDS.all_in(text) == [one for one in WORDS.words if one in text]
    assert word in WORDS.all_in(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="no text"),
        pytest.param("今年没有", id="none of its signs"),
        pytest.param("核对落实", id="the rarest sign, but not the word"),
        pytest.param("实核，开公", id="the signs the other way round"),
        pytest.param("核 实，公\n开", id="the signs apart"),
        pytest.param("政府信息", id="the beginning of a word"),
    ],
)
def test_a_word_that_does_not_stand_in_one_piece_is_not_found(text: str) -> None:
    assert not WORDS.any_in(text)
    assert WORDS.first_in(text) is None
    assert WORDS.all_in(text) == []


def test_words_are_told_in_their_own_order() -> None:
    text = "溃，反溃；公开，核实"
    assert WORDS.all_in(text) == ["核实", "公开", "反溃", "溃"]
    assert WORDS.first_in(text) == "核实"


def test_a_word_that_is_part_of_another_is_found_alone() -> None:
    assert WORDS.all_in("溃") == ["溃"]


@pytest.mark.parametrize("text", ["", "公开"])
def test_of_no_words_none_is_found(text: str) -> None:
    assert not Words().any_in(text)
    assert Words().first_in(text) is None
    assert Words().all_in(text) == []
