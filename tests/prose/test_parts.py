"""Lists of parts under a whole: where they begin and end, and what they have to make."""

from decimal import Decimal

import pytest

from lint.model.case import Case
from lint.prose.kinds import Kind
from lint.prose.parts import Breakdown, breakdowns_of
from lint.readers.tree import report_of_tree

# A sentence, the whole and the parts of its first list.
LISTS = {
    "主动公开信息364条，其中政策类17条、公告类1条，均按时公开。": "364=17+1",
    "主动公开信息364条，其中：政策类17条；公告类1条。": "364=17+1",
    "在主动公开的74条信息中，政策类7条，其他类67条。": "74=7+67",
    "公开278条政务信息，机构类信息2条，许可类信息3条，其他信息273条。": "278=2+3+273",
    "开设公众号8个（5个订阅号、3个服务号），网站1个。": "8=5+3",
    "公布信息99条，（其中机构类25条，其他74条）通过网站发布。": "99=25+74",
    "办结81件，其中：予以公开42件，占51.85%；不予公开5件，占6.17%；引起行政复议2件；因此被诉7件。": "81=42+5+2",
    "公开信息64条，其中政策类2条，其他类9条；办理申请30件。": "64=2+9",
    "公开信息64条，其中政策类2条，同比增加5条，公告类9条，发布公众号文章70条。": "64=2+9",
    "公开规划、计划和总结64条，其中国民经济规划、专项规划1条，财政预算、决算2条。": "64=1+2",
    "收到申请15件，分别为自然人12件、企业2件和其他组织1件。": "15=12+2+1",
    "开设公众号8个（5个订阅号和3个服务号）。": "8=5+3",
    "公开信息1,234条，其中政策类234条，其他类1,000条。": "1234=234+1000",
    "答复81件，其中予以公开42件，不予公开20件，其中涉及国家秘密3件、内部信息17件。": "81=42+20",
    "公开380条财政信息，其中专项资金152条，预决算197条（政府32条、部门165条）、债券31条。": "380=152+197+31",
}
NO_LISTS = (
    "公开信息500余条，其中政策类20条。",
    "发布信息300条，微信发布200条，其他平台50条。",
    "收到申请75件，其中上年结转3件、新收72件。",
    "制发文件12件，其中解读20次。",
    "收到申请12件。",
    "公开信息100条，一、二季度分别为20条、30条。",
)


def lists(*paragraphs: str) -> tuple[Breakdown, ...]:
    return breakdowns_of(Case(report_of_tree("report", {"preamble": list(paragraphs)})))


def written(found: Breakdown) -> str:
    parts = "+".join(str(part.quantity.amount) for part in found.parts)
    return f"{found.whole.quantity.amount}={parts}"


@pytest.mark.parametrize("text", LISTS)
def test_a_list_has_a_whole_and_parts(text: str) -> None:
    assert written(lists(text)[0]) == LISTS[text]


@pytest.mark.parametrize("text", NO_LISTS)
def test_no_list(text: str) -> None:
    assert lists(text) == ()


def test_a_bracket_within_a_list_is_a_list_of_its_own() -> None:
    found = lists("公开380条，其中专项资金152条，预决算228条（政府32条、部门196条）。")
    assert [written(one) for one in found] == ["380=152+228", "228=32+196"]


def test_the_whole_may_end_the_sentence_before() -> None:
    assert [written(one) for one in lists("公开财政信息28条。其中预算20条，决算8条。")] == ["28=20+8"]


@pytest.mark.parametrize(
    ("text", "complete", "clear"),
    [
        ("公开信息9条，其中政策类2条、公告类5条。", False, True),
        ("公开信息9条，其中政策类2条、其他类5条。", True, True),
        ("公开信息9条，分别为政策类2条、公告类5条。", True, True),
        ("公开信息9条（政策类2条、公告类5条）。", True, True),
        ("公开信息9条（含政策类2条、公告类5条）。", False, False),
        ("公开信息9条，其中政策类2条、公告类5条等。", False, False),
        ("公开信息9条，其中主要是政策类2条、公告类5条。", False, False),
        ("公开信息9条，其中政策类2，其他类5条。", False, False),
        ("答复9件，其中予以公开2件、其他处理5件。", False, True),
    ],
)
def test_what_leaves_nothing_out(text: str, complete: bool, clear: bool) -> None:
    (found,) = lists(text)
    assert (found.complete, found.clear) == (complete, clear)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("公开信息9条，其中政策类2条、公告类5条。", Kind.APART),
        ("收到申请9件，其中自然人2件、企业5件。", Kind.APART),
        ("收到申请9件，其中网络申请2件、信函申请5件。", Kind.APART),
        ("公开信息9条，其中网站2条、微信5条。", Kind.OVERLAPPING),
        ("发布解读9篇，其中图解2篇、视频5篇。", Kind.OVERLAPPING),
        ("收到申请9件，其中网络申请2件、自然人5件。", Kind.MIXED),
        ("办理提案9件，其中主办2件、协办5件。", Kind.UNKNOWN),
        ("制发公文9件，其中主动公开2件、不予公开5件。", Kind.APART),
    ],
)
def test_whether_parts_may_overlap(text: str, kind: Kind) -> None:
    assert lists(text)[0].kind is kind


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("收到申请32件，其中自然人30件、企业2件。", True),
        ("收到申请30件（含结转2件），其中自然人30件、企业2件。", True),
        ("受理书面申请30件、网上申请20件，其中自然人45件、企业5件。", True),
        ("收到申请81件，其中自然人80件、企业1件、网络申请60件。", True),
        ("收到申请30件，其中自然人30件、企业2件。", True),
        ("收到申请30件，其中自然人29件、企业2件。", False),
    ],
)
def test_parts_make_the_whole_or_another_figure_before(text: str, fits: bool) -> None:
    assert lists(text)[0].fits is fits


def test_a_sum_is_shown_as_one_writes_it() -> None:
    (found,) = lists("公开信息9条，其中政策类2条、公告类5条。")
    assert (found.adding, found.total, found.quote) == ("2+5=7", Decimal(7), "公开信息9条")
