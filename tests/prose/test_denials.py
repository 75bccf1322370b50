"""What a report denies, and what only looks like a denial."""

import pytest

from lint.model.case import Case
from lint.prose.contradictions import contradicted
from lint.prose.denials import denials_of
from lint.readers.tree import report_of_tree
from lint.rulebook.complete import complete_tree

DENIED = {
    "2023年，我局未收到政府信息公开申请。": ["received"],
    "全年未收到依申请公开申请": ["received"],
    "（二）依申请公开情况。2023年度，没有公民、法人和其他组织提出政府信息公开申请。": ["received"],
    "示例市水利局本年度未接到任何政府信息公开申请。": ["received"],
    "市水利局全年没有人申请公开政府信息。": ["received"],
    "依申请公开方面，本年度未收到申请。": ["received"],
    "2023年未收到政府信息公开申请、行政复议和行政诉讼。": ["received", "reconsideration", "litigation"],
    "截至2023年12月31日，我局未收到政府信息公开申请。": ["received"],
    "主动公开政府信息45条，未收到政府信息公开申请。": ["received"],
    "没有因政府信息公开被申请行政复议、提起行政诉讼的情况。": ["reconsideration", "litigation"],
    "申请内容主要涉及施工许可，未收到因政府信息公开提出的行政复议、行政诉讼的申请。": ["reconsideration", "litigation"],
    "全年没有行政复议、行政诉讼案件发生。": ["reconsideration", "litigation"],
    "行政复议2件，无行政诉讼。": ["litigation"],
    "我局无行政处罚权。": ["penalties"],
    "本机关不具有行政许可、行政处罚职能，未实施行政强制。": ["licensing", "penalties", "coercion"],
    "本年度未收取行政事业性收费。": ["fees"],
}
NOT_DENIED = (
    "未收到该申请人提交的补正材料，政府信息公开申请视为放弃。",
    "2022年未收到政府信息公开申请。",
    "近三年未收到政府信息公开申请。",
    "1月至3月，我局未收到政府信息公开申请。",
    "通过网站平台，未收到政府信息公开申请。",
    "未收到通过传真提交的政府信息公开申请。",
    "例县教育局未收到政府信息公开申请。",
    "例县教育局主动公开信息30条，未收到政府信息公开申请。",
    "执法支队未收到政府信息公开申请。",
    "未收到涉及征地的政府信息公开申请。",
    "未收到政府信息公开申请的单位也要报送零报告。",
    "不存在未收到政府信息公开申请而不登记的情况。",
    "除上述5件外，未收到其他政府信息公开申请。",
    "未收到政府信息公开申请（网上提交的5件除外）。",
    "行政复议方面，2023年未收到申请。",
    "没有超期答复政府信息公开申请的情况。",
    "没有政府信息公开申请收费情况。",
    "未收到政府信息公开投诉举报。",
    "未发生行政复议被纠错、行政诉讼败诉的情况。",
    "未发生因行政复议引发的行政诉讼。",
    "申请人未提起行政诉讼。",
    "无新增行政复议案件。",
    "无行政复议职能。",
    "避免因答复不规范发生行政复议、诉讼等情况。",
    "作为复议机关，未收到政府信息公开行政复议申请。",
    "无违规收费。",
    "无行政处罚信息公开。",
    "未作出不予行政许可决定。",
    "规范性文件3件，不涉及行政许可。",
    "行政许可事项已划转，无行政许可。",
    "依申请公开未收取行政事业性收费。",
)


def case(text: str, section: str = "overview", **agency: str) -> Case:
    """A complete report with one more piece of text."""
    tree = complete_tree()
    tree["agency"].update(agency)
    tree["sections"][section]["paragraphs"] = [text]
    return Case(report_of_tree("a.json", tree))


@pytest.mark.parametrize(("text", "topics"), DENIED.items(), ids=list(DENIED))
def test_what_is_denied(text: str, topics: list[str]) -> None:
    """Each thing that the sentence says there was none of."""
    assert [one.topic for one in denials_of(case(text))] == topics


@pytest.mark.parametrize("text", NOT_DENIED)
def test_what_is_no_denial(text: str) -> None:
    """Other years, parts, bodies, outcomes and things: a word that is not known may limit what is denied."""
    assert denials_of(case(text)) == ()


@pytest.mark.parametrize(
    ("text", "section", "kind", "certain"),
    [
        pytest.param("2023年未收到政府信息公开申请。", "overview", "department", True, id="year-named"),
        pytest.param("未收到政府信息公开申请。", "overview", "department", False, id="year-not-named"),
        pytest.param("未收到政府信息公开申请。", "applications", "department", True, id="section-about-it"),
        pytest.param("2023年未收到相关政府信息公开申请。", "overview", "department", False, id="round-words"),
        pytest.param("2023年未收到政府信息公开申请。", "overview", "committee", False, id="adds-up-others"),
        pytest.param(
            "2023年未收到政府信息公开申请。全年收到政府信息公开申请3件。", "overview", "department", False, id="counted"
        ),
    ],
)
def test_how_certain_a_contradiction_is(text: str, section: str, kind: str, certain: bool) -> None:
    """Certain only where nothing else can have been meant."""
    found = case(text, section, kind=kind)
    found.report.tree["sections"]["applications"]["table"]["new"].update(natural_person=3, total=3)
    assert [one.certain for one in contradicted(found, "received")] == [certain]
