"""Totals of the year: what is one, and what only looks like it."""

import pytest

from lint.model.case import Case
from lint.prose.totals import totals_of
from lint.readers.tree import report_of_tree

TOTALS = {
    ("全年主动公开政府信息20条。",): [("主动公开政府信息", True)],
    ("（一）2023年，我局共主动公开各类政府信息20条，其中政策类5条。",): [("主动公开政府信息", True)],
    ("截至2023年12月31日，主动公开政府信息20条。",): [("主动公开政府信息", True)],
    ("主动公开政府信息20条。",): [("主动公开政府信息", False)],
    ("全年共发布信息20条。",): [("发布信息", False)],
    ("全年通过县政府网站公开政府信息20条。",): [("通过县政府网站公开政府信息", True)],
    ("（一）加强主动公开。全年主动公开政府信息20条。",): [("主动公开政府信息", True)],
    ("（四）公开平台建设。通过网站公开政府信息20条。",): [("通过网站公开政府信息", False)],
    ("（一）主动公开情况", "全年主动公开政府信息20条。"): [("主动公开政府信息", True)],
    ("（四）公开平台建设。全年主动公开政府信息20条。",): [],
    ("（三）安全生产信息公开", "全年主动公开政府信息20条。"): [],
    ("推进国资国企信息公开。全年主动公开政府信息20条。",): [],
    ("2022年主动公开政府信息20条。",): [],
    ("上半年主动公开政府信息20条。",): [],
    ("财政领域主动公开政府信息20条。",): [],
    ("全市主动公开政府信息20条。",): [],
    ("全年主动公开政府信息约20条。",): [],
    ("全年主动公开政府信息20条以上。",): [],
    ("全年依申请公开信息20条。",): [],
}


@pytest.mark.parametrize("paragraphs", TOTALS)
def test_a_total_begins_a_sentence_that_nothing_limits(paragraphs: tuple[str, ...]) -> None:
    tree = {"year": 2023, "sections": {"overview": {"paragraphs": list(paragraphs)}}}
    found = totals_of(Case(report_of_tree("report", tree)))
    assert [(one.what, one.sure) for one in found] == TOTALS[paragraphs]
