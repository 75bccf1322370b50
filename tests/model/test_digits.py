"""Full-width digits in the text mean the same as others."""

import pytest

from lint.model.case import Case
from lint.model.corpus import Corpus
from lint.model.digits import in_plain_digits
from lint.model.node import Node
from lint.readers.tree import report_of_tree
from lint.rulebook.complete import complete_tree


def test_a_report_without_any_is_itself() -> None:
    """Nothing is copied where nothing changes."""
    case = Case(report_of_tree("a", complete_tree()))
    assert in_plain_digits(case) is None
    here = Node(case, "", case.report.tree)
    assert here.in_plain_digits is here


@pytest.mark.parametrize("at", ["title", "preamble"])
def test_every_text_is_read(at: str) -> None:
    """Title, lead-in and paragraphs; figures, places and the reports to compare with stay."""
    tree = complete_tree()
    text = "示例市水利局２０２２年政府信息公开工作年度报告"
    tree[at] = text if at == "title" else [text]
    corpus = Corpus([])
    case = Case(report_of_tree("a", tree), corpus)
    here = Node(case, f"/{at}", tree[at]).in_plain_digits
    plain = "示例市水利局2022年政府信息公开工作年度报告"
    assert here.value == (plain if at == "title" else [plain])
    assert plain in here.case.joined
    assert (here.case.corpus, here.case.figures, here.identity) == (corpus, case.figures, case.report.identity)
    assert tree[at] == (text if at == "title" else [text])


def test_it_is_made_once() -> None:
    """However many rules ask."""
    tree = {**complete_tree(), "preamble": ["１"]}
    case = Case(report_of_tree("a", tree))
    first, second = (Node(case, "", tree).in_plain_digits for _ in range(2))
    assert first.case is second.case
    assert first.case is not case
