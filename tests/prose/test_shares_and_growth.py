"""Percentages: of what a share is one, and since when something grew."""

from decimal import Decimal

import pytest

from lint.model.case import Case
from lint.prose.growth import Growth, growths_of
from lint.prose.shares import Share, shares_of, sums_of_shares
from lint.readers.tree import report_of_tree

# A sentence, and each figure with its share and the only whole before it.
SHARES = {
    "收到申请81件，其中自然人80件，占98.77%；企业1件，占1.23%。": [("80", "98.77", "81"), ("1", "1.23", "81")],
    "收到申请81件，其中自然人80件、企业1件，分别占98.77%和1.23%。": [("80", "98.77", "81"), ("1", "1.23", "81")],
    "收到申请81件，其中自然人80件、企业1件，占比分别为98.77%、1.23%。": [("80", "98.77", "81"), ("1", "1.23", "81")],
    "收到申请81件，予以公开42件（占51.85%）。": [("42", "51.85", "81")],
    "网上申请8件，占全部申请12件的66.7%。": [("8", "66.7", "12")],
    "收到申请81件，办结70件，予以公开42件，占60%。": [("42", "60", None)],
    "网络申请3件，占43%；信函申请4件，占57%。": [("3", "43", None), ("4", "57", None)],
    "收到申请12件，网络申请8件，占比提高5%。": [],
    "收到申请12件，网络申请8件，占近70%。": [],
    "制发信息313条，主动公开128条，占全市公开总数的1.5%。": [],
    "收到申请12件，办结率100%。": [],
}
# A sentence, and the figure that grew, that of last year, and the growth; None for what only the tables know.
GROWTHS = {
    "收到申请110件，较上年的100件增长10%。": ("110", "100", 1),
    "收到申请90件，比2022年的100件下降10%。": ("90", "100", -1),
    "收到申请110件，同比增加10件，增长10%。": ("110", "100", 1),
    "收到申请90件，同比减少10件，下降10%。": ("90", "100", -1),
    "上年收到申请100件，本年收到申请110件，同比增长10%。": ("110", "100", 1),
    "收到申请110件，同比增长10%。": ("110", None, 1),
    "政府信息公开申请量较上年增长10%，公开100条。": (None, None, 1),
}
NO_GROWTHS = (
    "办结率98%，较上年提高3个百分点。",
    "解读30篇，同比增长约50%。",
    "解读30篇，环比增长50%。",
    "公开5条，均按时完成，同比增长50%。",
    "信息量较上年增加51条，同比增长20.9%。",
)


def case(text: str) -> Case:
    return Case(report_of_tree("report", {"year": 2023, "preamble": [text]}))


def plain(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


@pytest.mark.parametrize("text", SHARES)
def test_a_share_has_a_figure_and_perhaps_a_whole(text: str) -> None:
    found = [
        (str(one.part.quantity.amount), str(one.percent.quantity.amount), plain(one.whole))
        for one in shares_of(case(text))
    ]
    assert found == SHARES[text]


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("收到申请23件，其中律师1件，占4.35%。", True),
        ("收到申请23件，其中律师1件，占4.34%。", True),
        ("收到申请23件，其中律师1件，占4.36%。", False),
        ("收到申请23件，其中律师1件，占4%。", True),
        ("收到申请23件，其中律师1件，占5%。", True),
        ("收到申请23件，其中律师1件，占6%。", False),
        ("收到申请80件，其中律师8件，占10%。", True),
        ("收到申请80件，其中律师8件，占13%。", False),
        ("收到申请0件，其中律师0件，占10%。", False),
    ],
)
def test_a_share_may_be_rounded_or_cut_off(text: str, fits: bool) -> None:
    found: tuple[Share, ...] = shares_of(case(text))
    assert [one.fits for one in found] == [fits]


@pytest.mark.parametrize(
    ("text", "total"),
    [
        ("自然人占97.8%，商业企业占12.2%。", "110.0"),
        ("自然人占90%，其他占5%。", "95"),
        ("自然人占98.8%，商业企业占1.3%。", None),
        ("自然人占90%，商业企业占5%。", None),
        ("微信占80%，网站占95%。", None),
        ("自然人占90%，其中网上占95%。", None),
        ("不予公开5件，占97.8%，无法提供占12.2%。", None),
    ],
)
def test_shares_of_one_whole_make_all_of_it(text: str, total: str | None) -> None:
    assert [str(one.total) for one in sums_of_shares(case(text))] == ([total] if total else [])


@pytest.mark.parametrize("text", GROWTHS)
def test_growth_has_two_figures_as_far_as_the_text_tells_them(text: str) -> None:
    (found,) = growths_of(case(text))
    now = plain(found.now.quantity.amount) if found.now else None
    assert (now, plain(found.base), found.sign) == GROWTHS[text]


@pytest.mark.parametrize("text", NO_GROWTHS)
def test_no_growth_over_last_year(text: str) -> None:
    assert growths_of(case(text)) == ()


def test_growth_goes_the_way_it_says() -> None:
    found: Growth
    (found,) = growths_of(case("收到申请90件，较上年的100件增长10%。"))
    assert not found.fits(Decimal(90), Decimal(100))
    assert found.fits(Decimal(110), Decimal(100))
    assert found.of(Decimal(90), Decimal(100)) == "-10"


def test_growth_may_be_that_of_other_figures_nearby() -> None:
    (found,) = growths_of(case("网上申请60件，邮寄申请50件，较上年的48件增长30%。"))
    assert found.fits_any() is False
    (found,) = growths_of(case("网上申请60件（上年46件），邮寄申请50件，较上年的48件增长30%。"))
    assert found.fits_any() is True
