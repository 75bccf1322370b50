"""Labels of the form however they are typed."""

import pytest

from lint.model.layout import Label
from lint.model.text import Text
from lint.readers.labels import Index, Match, folded, numeral, plain
from tests.support_text import labels, layouts

FOLDED = {
    "space": ("总 体\t情\n况", "总体情况"),
    "ideographic-and-no-break-space": ("总\u3000体\u00a0情况", "总体情况"),
    "E14-zero-width": ("总\u200b体\u200c情\u200d况\u2060\ufeff", "总体情况"),
    "full-width": ("（１）ＡＢ：", "(1)AB:"),
    "kangxi": ("⼀、⼆、⾏政、⼈⺠、⽆", "一、二、行政、人民、无"),
    "kangxi-work-and-person": ("⾃然⼈⼯作", "自然人工作"),
    "radicals-supplement": ("⺠⻓⻅⻋⻔⻚⻢⻥⻨⻩", "民长见车门页马鱼麦黄"),
    "radicals-supplement-more": ("⻝⻮⻰⺟⻘⻛⻜⻦⻬", "食齿龙母青风飞鸟齐"),
    "E17-compatibility-ideographs": ("\uf9e0\uf95f", "易寧"),
    "E17-half-width-comma": ("复议､诉讼", "复议、诉讼"),
    "E17-decomposed": ("e\u0301", "é"),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("text", "expected"), FOLDED.values(), ids=FOLDED)
def test_folded(text: str, expected: str) -> None:
    """Radicals, widths and white space make no difference."""
    assert folded(text) == expected


PLAIN = {
    "chinese-numeral": ("一、总体情况", "总体情况"),
    "chinese-numeral-of-two": ("十一、总体情况", "总体情况"),
    "digit": ("1、总体情况", "总体情况"),
    "digit-and-dot": ("1.属于国家秘密", "属于国家秘密"),
    "digit-and-full-width-dot": ("１．属于国家秘密", "属于国家秘密"),
    "brackets": ("（三）不予公开", "不予公开"),
    "half-width-brackets": ("(三)不予公开", "不予公开"),
    "mixed-brackets": ("(三）不予公开", "不予公开"),
    "first-bracket-lost": ("三）不予公开", "不予公开"),
    "digit-in-brackets": ("（1）属于国家秘密", "属于国家秘密"),
    "quotes": ("3.危及“三安全一稳定”", "危及三安全一稳定"),
    "straight-quotes": ('3.危及"三安全一稳定"', "危及三安全一稳定"),
    "corner-quotes": ("3.危及「三安全一稳定」", "危及三安全一稳定"),
    "markdown": ("**总体情况**", "总体情况"),
    "no-numbering": ("三类内部事务", "三类内部事务"),
    "a-digit-of-the-label-itself": ("2023年制发件数", "2023年制发件数"),
    "two-words": ("行政复议、行政诉讼", "行政复议行政诉讼"),
    "slash-kept": ("本年增/减", "本年增/减"),
}


@pytest.mark.parametrize(("text", "expected"), PLAIN.values(), ids=PLAIN)
def test_plain(text: str, expected: str) -> None:
    """Numbering is cut off, punctuation dropped."""
    assert plain(text) == expected


NUMERALS = {
    "chinese": ("四、行政复议", "四"), "eleven": ("十一、其他", "十一"), "digit": ("4、行政复议", "4"),
    "dot": ("4.行政复议", "4"), "spaces": ("四 、 行政复议", "四"), "kangxi": ("⼀、总体情况", "一"),
    "brackets": ("（四）行政复议", None), "none": ("总体情况", None), "no-mark": ("四行政复议", None),
    "year": ("2023.1", None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NUMERALS.values(), ids=NUMERALS)
def test_numerals(text: str, expected: str | None) -> None:
    """Only a numeral before 、 or a dot numbers a heading of the first level."""
    assert numeral(text) == expected


ROWS = {
    "official": ("1.属于国家秘密", Match("results/denied/state_secret", official=True)),
    "without-numbering": ("属于国家秘密", Match("results/denied/state_secret", official=True)),
    "comma": ("1、属于国家秘密", Match("results/denied/state_secret", official=True)),
    "spaces": ("1. 属于国家 秘密", Match("results/denied/state_secret", official=True)),
    "no-break-space-at-the-end": ("1.属于国家秘密\u00a0", Match("results/denied/state_secret", official=True)),
    "quotes-lost": ("3.危及三安全一稳定", Match("results/denied/three_safety", official=True)),
    "half-width-brackets": ("(一)予以公开", Match("results/granted", official=True)),
    "kangxi": ("8.属于⾏政查询事项", Match("results/denied/admin_query", official=True)),
    "short-official": ("（二）部分公开", Match("results/partial", official=True)),
    "half-width-comma-inside": (
        "(二)部分公开(区分处理的,只计这一情形,不计其他情形)", Match("results/partial", official=True),
    ),
    "short-variant": ("逾期不补正", Match("results/other/not_supplemented", official=False)),
    "words-lost": ("2.其他法律行政止公开", Match("results/denied/law_forbidden", official=False)),
    "other-character": ("3.其它", Match("results/other/other", official=False)),
    "single-row-of-2019": ("（六）其他处理", Match("results/other", official=True)),
    "unknown": ("属于商业秘密", None),
    "empty": ("", None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ROWS.values(), ids=ROWS)
def test_rows(text: str, expected: Match | None) -> None:
    """A row of table three is known by its words; whether they are official is remembered."""
    assert labels().rows.find(text) == expected


BLOCK_COLUMNS = {
    "official": ("本年制发件数", Match("issued", official=True)),
    "year-in-full-width-brackets": ("本年（2023）制发件数", Match("issued", official=True)),
    "year-in-half-width-brackets": ("本年(2023)制发件数", Match("issued", official=True)),
    "year-with-its-word": ("2023年制发件数", Match("issued", official=False)),
    "typing-error": ("本年废纸件数", Match("repealed", official=False)),
    "slash": ("本年增/减", Match("change", official=True)),
    "unit": ("本年收费金额（单位：万元）", Match("amount", official=True)),
    "unit-and-decimals": ("本年收费金额（单位：万元，保留4位小数）", Match("amount", official=True)),
    "of-2019": ("处理决定数量", Match("decisions", official=True)),
    "unknown": ("计量单位", None),
}


@pytest.mark.parametrize(("text", "expected"), BLOCK_COLUMNS.values(), ids=BLOCK_COLUMNS)
def test_block_columns(text: str, expected: Match | None) -> None:
    """A year may stand inside the headings of table two."""
    assert labels().block_columns.find_dated(text) == expected


CAPTIONS = {
    "official": "第二十条第（一）项", "space": "第二十条 第（一）项", "half-width": "第二十条第(一)项",
    "kangxi": "第⼆⼗条第（⼀）项",
}  # fmt: skip


@pytest.mark.parametrize("text", CAPTIONS.values(), ids=CAPTIONS)
def test_captions(text: str) -> None:
    """The captions of table two, and the rows below them."""
    found = labels().captions.find(text)
    assert found is not None
    assert labels().caption_rows[found.key] == ("regulations", "normative_documents")


BEGINNINGS = {
    "half": ("5.要求行政机关确认或", True), "whole": ("5.要求行政机关确认或重新出具已获取信息", False),
    "other-words": ("要求提供帮助", False), "empty": ("", False), "only-numbering": ("5.", False),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BEGINNINGS.values(), ids=BEGINNINGS)
def test_beginnings(text: str, expected: bool) -> None:
    """A label broken over lines begins like a known one."""
    assert labels().rows.begins(text) is expected


def test_first_label_wins() -> None:
    """Where two labels say the same, the first has it, and official words beat variants of later ones."""
    index = Index([
        Label("a", Text("甲", "A"), variants=("丙",)),
        Label("b", Text("乙", "B"), official=("甲",), variants=("丙", "丁")),
    ])  # fmt: skip
    assert [index.find(word) for word in "甲乙丙丁"] == [
        Match("a", official=True),
        Match("b", official=True),
        Match("a", official=False),
        Match("b", official=False),
    ]


def test_no_label_means_two_things() -> None:
    """Within one edition no two labels of one kind are the same after folding."""
    for layout in layouts():
        for kind in ("sections", "blocks", "block_columns", "groups", "rows", "columns", "dispute_groups", "outcomes"):
            owners: dict[str, str] = {}
            for label in getattr(layout, kind):
                for words in {plain(one) for one in (label.words.zh, *label.official, *label.variants)}:
                    assert owners.setdefault(words, label.key) == label.key
