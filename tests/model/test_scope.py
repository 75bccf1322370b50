"""Whose figures a text gives: those of the body, those of all below it, or nobody can tell."""

import pytest

from lint.model.case import Case
from lint.model.node import Node
from lint.model.report import Identity
from lint.model.scope import scope_of
from lint.readers.tree import report_of_tree

TEXTS = [
    ("2023年全市共收到政府信息公开申请512件。", "aggregated"),
    ("全县各级行政机关新收申请36件。", "aggregated"),
    ("本报告汇总了各县（区）和市直部门的数据。", "aggregated"),
    ("本年度报告数据涵盖市政府各部门、各县区。", "aggregated"),
    ("各级行政机关共受理政府信息公开申请90件。", "aggregated"),
    ("县政府办公室代表县政府受理申请17件。", "own"),
    ("本级收到申请3件。", "own"),
    ("本报告统计数据不含各县区。", "own"),
    ("县政府办代表县政府受理17件；全县共受理申请95件。", None),
    ("全市政务公开工作会议召开，我局收到申请3件。", None),
    ("更新本级政府机构信息。", None),
    ("收到申请3件。", None),
    ("", None),
]


def _scope(text: str, told: Identity) -> str | None:
    report = report_of_tree("a.json", {"preamble": [text]}, dict, told)
    return scope_of(Node(Case(report), "", report.tree))


@pytest.mark.parametrize(("text", "scope"), TEXTS, ids=[text[:16] or "nothing" for text, _ in TEXTS])
def test_the_text_tells_the_scope(text: str, scope: str | None) -> None:
    assert _scope(text, Identity()) == scope


@pytest.mark.parametrize("text", [text for text, _ in TEXTS[:7]])
def test_what_the_user_says_wins(text: str) -> None:
    assert _scope(text, Identity(scope="own")) == "own"
