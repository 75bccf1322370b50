"""Lines that are read as one: no space inside Chinese, never one figure out of two."""

import pytest

from lint.readers.pieces import join_lines, one_line, squeezed, trim

JOINED = {
    "chinese": (["三、本年", "度办理", "结果"], "三、本年度办理结果"),
    "one-character-a-line": (list("结果纠正"), "结果纠正"),
    "two-figures": (["1", "2"], "1 2"),
    "figure-after-chinese": (["共", "5件"], "共 5件"),
    "latin-words": (["open", "government"], "open government"),
    "punctuation": (["（一）", "予以公开", "。"], "（一）予以公开。"),
    "quotation": (["危及“三安全", "一稳定”"], "危及“三安全一稳定”"),
    "blank-lines-between": (["一", "", "二"], "一二"),
    "spaces-around": (["  一 ", " 二  "], "一二"),
    "nothing": ([], ""),
}


@pytest.mark.parametrize(("lines", "text"), JOINED.values(), ids=JOINED)
def test_join_lines(lines: list[str], text: str) -> None:
    assert join_lines(lines) == text


SQUEEZED = {
    "source-line-inside-chinese": ("政府\n    信息", "政府信息"),
    "source-line-between-words": ("open\n  data", "open data"),
    "runs-of-spaces": ("a   b\tc", "a b c"),
    "spaces-that-do-not-break": ("\u00a0\u00a00\u00a0", "0"),
    "and-inside": ("2023年\u00a0\u00a0度", "2023年 度"),
    "full-width-space-inside-is-kept": ("一\u3000二", "一\u3000二"),
    "full-width-space-around-is-not": ("\u300071\u3000", "71"),
}


@pytest.mark.parametrize(("text", "expected"), SQUEEZED.values(), ids=SQUEEZED)
def test_squeezed(text: str, expected: str) -> None:
    assert squeezed(text) == expected


def test_long_texts_are_joined_in_linear_time() -> None:
    assert len(one_line("年\n" * 200_000)) == 200_000
    assert one_line(" " * 200_000 + "\n") == ""


def test_trim_takes_every_kind_of_space() -> None:
    assert trim("\u00a0\u3000\u200b\ufeff 5 \u2003\u2009") == "5"
