"""Cells of a document: figures, blanks, and what is neither."""

from decimal import Decimal

import pytest

from lint.readers.numbers import Figure, is_count, is_figure, read_figure

COUNTS = {
    "zero": ("0", Figure(0)),
    "plain": ("3985758", Figure(3985758)),
    "leading-zeros": ("007", Figure(7)),
    "18-digits": ("9" * 18, Figure(int("9" * 18))),
    "19-digits-stay-text": ("9" * 19, Figure("9" * 19)),
    "5000-digits-stay-text": ("1" * 5000, Figure("1" * 5000)),
    "space-around": (" 12\t", Figure(12)),
    "no-break-space": ("0\u00a0", Figure(0)),
    "ideographic-space": ("\u300071", Figure(71)),
    "thin-space": ("\u200971", Figure(71)),
    "zero-width-space": ("\u200b7\ufeff", Figure(7)),
    "N1-full-width": ("１２", Figure(12, "full-width")),
    "N2-thousands": ("1,000", Figure(1000, "separators")),
    "N2-millions": ("3,985,758", Figure(3985758, "separators")),
    "N2-full-width-comma": ("1，000", Figure(1000, "full-width")),
    "N2-group-of-two": ("1,00", Figure("1,00")),
    "N2-group-of-four": ("1,0000", Figure("1,0000")),
    "N2-four-before-the-comma": ("1000,000", Figure("1000,000")),
    "N2-comma-at-the-end": ("1,", Figure("1,")),
    "N2-space-is-no-separator": ("1 000", Figure("1 000")),
    "N2-apostrophe-is-none": ("1'000", Figure("1'000")),
    "N2-underscore-is-none": ("1_000", Figure("1_000")),
    "N3-words": ("一百二十", Figure("一百二十")),
    "N3-circle-zero": ("〇", Figure("〇")),
    "N4-empty": ("", Figure(None)),
    "N4-only-space": (" \u3000\u00a0", Figure(None)),
    "N4-slash": ("/", Figure(None, "placeholder")),
    "N4-full-width-slash": ("／", Figure(None, "placeholder")),
    "N4-backslash": ("\\", Figure(None, "placeholder")),
    "N4-hyphen": ("-", Figure(None, "placeholder")),
    "N4-full-width-hyphen": ("－", Figure(None, "placeholder")),
    "N4-dash": ("—", Figure(None, "placeholder")),
    "N4-double-dash": ("——", Figure(None, "placeholder")),
    "N4-none": ("无", Figure(None, "placeholder")),
    "N4-none-in-spaces": (" 无 ", Figure(None, "placeholder")),
    "N5-negative-count": ("-3", Figure("-3")),
    "N5-minus-sign": ("\u22123", Figure("\u22123")),
    "N5-minus-zero": ("-0", Figure("-0")),
    "N5-plus": ("+3", Figure("+3")),
    "N6-fraction": ("3.0", Figure("3.0")),
    "N7-exponent": ("1e400", Figure("1e400")),
    "N8-nan": ("NaN", Figure("NaN")),
    "N8-infinity": ("Infinity", Figure("Infinity")),
    "N18-unit": ("12件", Figure("12件")),
    "N18-footnote": ("12①", Figure("12①")),
    "arabic-indic-digits": ("٣", Figure("٣")),
    "superscript": ("²", Figure("²")),
    "circled": ("①", Figure("①")),
    "mathematical-digits": ("𝟙𝟚", Figure("𝟙𝟚")),
    "two-figures": ("0 0", Figure("0 0")),
    "revised": ("22（其中修订16件）", Figure("22（其中修订16件）")),
    "emoji": ("😀", Figure("😀")),
}


@pytest.mark.parametrize(("text", "expected"), COUNTS.values(), ids=COUNTS)
def test_counts(text: str, expected: Figure) -> None:
    """A count is digits, or stays the raw text; nothing is guessed."""
    assert read_figure(text) == expected


AMOUNTS = {
    "whole": ("420", Figure(420)),
    "two-decimals": ("16220.85", Figure(Decimal("16220.85"))),
    "trailing-zeros-kept": ("2439.0100", Figure(Decimal("2439.0100"))),
    "six-decimals": ("24252.311082", Figure(Decimal("24252.311082"))),
    "thousands": ("2,059.21", Figure(Decimal("2059.21"), "separators")),
    "full-width": ("１．５", Figure(Decimal("1.5"), "full-width")),
    "no-digit-before-the-point": (".5", Figure(".5")),
    "no-digit-after-the-point": ("5.", Figure("5.")),
    "two-points": ("1.2.3", Figure("1.2.3")),
    "unit": ("251000元", Figure("251000元")),
    "negative": ("-1.5", Figure("-1.5")),
    "exponent": ("1e3", Figure("1e3")),
    "19-decimals": ("0." + "1" * 19, Figure("0." + "1" * 19)),
    "none": ("无", Figure(None, "placeholder")),
}


@pytest.mark.parametrize(("text", "expected"), AMOUNTS.values(), ids=AMOUNTS)
def test_amounts(text: str, expected: Figure) -> None:
    """An amount may have a fraction, and keeps every digit that is printed."""
    figure = read_figure(text, decimal=True)
    assert (figure, str(figure.value)) == (expected, str(expected.value))


CHANGES = {
    "plus": ("35", Figure(35)),
    "hyphen": ("-35", Figure(-35)),
    "minus-sign": ("\u221235", Figure(-35)),
    "full-width": ("－５", Figure(-5, "full-width")),
    "blank": ("", Figure(None)),
    "hyphen-alone": ("-", Figure(None, "placeholder")),
    "plus-sign": ("+5", Figure(5)),
    "plus-full-width": ("＋５", Figure(5, "full-width")),
    "long-dash": ("\u20142", Figure(-2, "full-width")),
    "dash": ("\u20132", Figure(-2, "full-width")),
    "two-signs": ("--2", Figure("--2")),
    "in-words": ("减12", Figure("减12")),
    "fraction": ("-1.5", Figure("-1.5")),
}


@pytest.mark.parametrize(("text", "expected"), CHANGES.values(), ids=CHANGES)
def test_changes(text: str, expected: Figure) -> None:
    """Only a change since last year may be below 0."""
    assert read_figure(text, signed=True) == expected


LIKE_FIGURES = {
    "empty": ("", True), "digit": ("0", True), "full-width": ("１", True), "unit": ("12件", True), "slash": ("/", True),
    "none": ("无", True), "negative": ("-3", True), "label": ("重复申请", False), "group": ("（三）不予公开", False),
    "numbered-label": ("1.属于国家秘密", False), "numbered-otherwise": ("２、重复申请", False), "amount": ("1.5", True),
    "circled-label": ("①重复申请", False), "full-width-amount": ("１．５", True), "long-dash": ("—2", True),
    "label-after-a-dash": ("—其他", False), "mark-of-direction": ("\u200e12", True),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LIKE_FIGURES.values(), ids=LIKE_FIGURES)
def test_what_looks_like_a_figure(text: str, expected: bool) -> None:
    """A cell that begins like a figure is no label."""
    assert is_figure(text) is expected


INVISIBLE = {
    "left-to-right-mark": ("\u200e23", 23), "soft-hyphen": ("\u00ad23", 23), "inside": ("2\u200b3", 23),
    "selector": ("23\ufe0f", 23), "isolate": ("\u206823\u2069", 23),
    "override-turns-the-order": ("\u202e23", "\u202e23"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "value"), INVISIBLE.values(), ids=INVISIBLE)
def test_invisible_characters(text: str, value: int | str) -> None:
    """Characters that nobody sees are no part of a figure; one that turns the order of digits is not overlooked."""
    assert read_figure(text).value == value


NUMBERS = {
    "digit": ("0", True), "grouped": ("1,240", True), "amount": ("0.55", True), "negative": ("-2", True),
    "date": ("2024年1月25日", False), "unit": ("12件", False), "blank": ("", False), "placeholder": ("/", False),
    "page": ("- 3 -", False), "19-digits": ("1" * 19, False),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NUMBERS.values(), ids=NUMBERS)
def test_what_is_one_number(text: str, expected: bool) -> None:
    """A date or a figure with its unit is no number of a table."""
    assert is_count(text) is expected
