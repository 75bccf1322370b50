"""The checks that compare a report with last year's and with its members', beyond what the examples of rules say."""

from decimal import Decimal
from typing import Any

import pytest

from lint.engine.checks.carried import CarriedCheck
from lint.engine.checks.change import ChangeCheck
from lint.engine.checks.similarity import LONGEST, likeness, plain
from lint.model.case import Case
from lint.model.corpus import Corpus
from lint.model.rule import Answers
from lint.readers.tree import report_of_tree

FEES = "/sections/proactive/table/fees/amount"
TROUBLE = {"rule": "LT005", "pointer": "/sections/proactive/table/fees", "zh": "分隔已丢失", "en": "separators lost"}


def compared(now: Any, then: Any, *, trouble: bool = False) -> Case:
    """A report with one fee, and last year's; a fee that is "absent" does not stand in its report at all."""
    here, before = (_tree(year, fee) for year, fee in ((2023, now), (2022, then)))
    if trouble:
        before["document"] = {"troubles": [TROUBLE]}
    return Case(report_of_tree("here", here), Corpus([Case(report_of_tree("before", before))]))


def _tree(year: int, fee: Any) -> dict[str, Any]:
    table = {} if fee == "absent" else {"fees": {"amount": fee}}
    return {"agency": {"name": "示例市水利局"}, "year": year, "sections": {"proactive": {"table": table}}}


def outcome(answers: Answers) -> str:
    """One answer in a word."""
    return "failed" if answers.findings else "undecided" if answers.undecided else "passed" if answers.passed else "-"


CHANGES: dict[str, tuple[Any, Any, str]] = {
    "below-the-factor": (Decimal("199.9"), 20, "passed"),
    "at-the-factor": (200, 20, "failed"),
    "as-far-down": (20, 200, "failed"),
    "at-the-upper-bound": (2000, 20, "failed"),
    "beyond-the-upper-bound": (2001, 20, "passed"),
    "below-the-base": (190, 19, "passed"),
    "from-nothing": (500, 0, "passed"),
    "exact-decimals": (Decimal("200.10"), Decimal("20.01"), "failed"),
    "blank-now": (None, 20, "undecided"),
    "blank-then": (20, None, "undecided"),
    "no-figure": ("20万元", 20, "undecided"),
    "truth-is-no-figure": (True, 20, "undecided"),
    "not-in-last-years-form": (200, "absent", "-"),
    "not-in-this-form": ("absent", 200, "-"),
}


@pytest.mark.parametrize(("now", "then", "expected"), CHANGES.values(), ids=CHANGES)
def test_change(now: Any, then: Any, expected: str) -> None:
    assert outcome(ChangeCheck((FEES,), 10, 100, 20).ask(compared(now, then))) == expected


CARRIED: dict[str, tuple[Any, Any, str, str]] = {
    "equal": (5, 5, "=", "passed"),
    "equal-as-numbers": (Decimal("5.0"), 5, "=", "passed"),
    "more": (6, 5, "=", "failed"),
    "more-is-well": (6, 5, ">=", "passed"),
    "less-is-not": (4, 5, ">=", "failed"),
    "blank-now": (None, 5, "=", "undecided"),
    "blank-then": (5, None, "=", "undecided"),
    "not-in-last-years-form": (5, "absent", "=", "-"),
}


@pytest.mark.parametrize(("now", "then", "operator", "expected"), CARRIED.values(), ids=CARRIED)
def test_carried(now: Any, then: Any, operator: str, expected: str) -> None:
    check = CarriedCheck((FEES,), FEES, None, None, operator, ())
    assert outcome(check.ask(compared(now, then))) == expected


def test_what_could_not_be_read_of_last_year_is_undecided() -> None:
    """It does not stand in the tree, but in the form it does."""
    case = compared(5, "absent", trouble=True)
    assert outcome(CarriedCheck((FEES,), FEES, None, None, "=", ()).ask(case)) == "undecided"
    assert outcome(ChangeCheck((FEES,), 10, None, 20).ask(case)) == "undecided"


LIKE: dict[str, tuple[str, str, int]] = {
    # 2·M/T: pieces of five characters common to both, by all of both.
    "the-same": ("甲乙丙丁戊己庚", "甲乙丙丁戊己庚", 100),
    "nothing-common": ("甲乙丙丁戊己庚", "子丑寅卯辰巳午", 0),
    "half": ("甲乙丙丁戊己", "甲乙丙丁戊子", 50),
    "rounded-down": ("甲乙丙丁戊己庚", "甲乙丙丁戊子丑", 33),
    "one-is-part-of-the-other": ("甲乙丙丁戊", "甲乙丙丁戊己庚辛壬", 33),
    "a-repetition-counts-as-often-as-in-both": ("甲乙丙丁戊甲乙丙丁戊", "甲乙丙丁戊", 28),
    "shorter-than-a-piece": ("甲乙丙丁", "甲乙丙丁", 0),
    "empty": ("", "", 0),
}


@pytest.mark.parametrize(("one", "other", "percent"), LIKE.values(), ids=LIKE)
def test_likeness(one: str, other: str, percent: int) -> None:
    assert likeness([(one, other)]) == likeness([(other, one)]) == percent


def test_the_likeness_of_several_texts_is_measured_together() -> None:
    assert likeness([("甲乙丙丁戊", "甲乙丙丁戊"), ("子丑寅卯辰巳午", "一二三四五六七")]) == 25


PLAIN: dict[str, tuple[str, str]] = {
    "years": ("2023年发布12条，２０２２年度9条，二〇二三年8条", "发布12条9条8条"),
    "this-year": ("本年度新增、上年减少", "新增减少"),
    "no-year": ("共20231条", "共20231条"),
    "titles-of-laws": ("按照《示例市档案条例》（示政〔2020〕3号）办理", "按照示政办理"),
    "fixed-terms": ("做好主动公开和依申请公开", "做好和"),
    "signs-and-spaces": ("水 情，公告；“图解”\n\u3000两篇（含）_", "水情公告图解两篇含"),
    "full-width": ("１２条ＡＰＰ", "12条APP"),
    "too-long": ("水" * (LONGEST + 9), "水" * LONGEST),
}


@pytest.mark.parametrize(("text", "expected"), PLAIN.values(), ids=PLAIN)
def test_what_is_compared(text: str, expected: str) -> None:
    assert plain(text) == expected
