"""Reports whose text is written from their own tables give no error and no warning; a slip of the pen does."""

import random
from collections import Counter
from functools import cache

import pytest

from lint.api import Session
from lint.model.case import Case
from lint.model.corpus import Corpus
from lint.model.finding import Severity
from lint.model.run import Checked
from lint.readers.tree import report_of_tree
from tests.prose.reports import PHRASES, TOPICS, Written, alterations, denials, written

DENIED = frozenset({"none_received", "no_disputes", "decisions", "fees"})
REPORTS, PAIRS, ALTERED = 2000, 400, 100
BATCH = 100
PHRASINGS = 12


@cache
def session() -> Session:
    """All bundled rules."""
    return Session()


def worse_than_a_note(found: Checked) -> list[tuple[str, str | None, str]]:
    """Rule, pointer and words of every error and warning."""
    return [(one.rule, one.pointer, one.message.zh) for one in found.diagnostics if one.severity is not Severity.INFO]


def checked(report: Written) -> Checked:
    return session().check_report(report_of_tree("report", report.tree))


@pytest.mark.parametrize("batch", range(REPORTS // BATCH))
def test_true_text_is_left_alone(batch: int) -> None:
    for seed in range(batch * BATCH, (batch + 1) * BATCH):
        (report,) = written(seed)
        found = checked(report)
        assert (worse_than_a_note(found), found.tally.crashed) == ([], 0), report.tree["sections"]["overview"]


@pytest.mark.parametrize("batch", range(PAIRS // BATCH))
def test_true_text_beside_last_year_is_left_alone(batch: int) -> None:
    for seed in range(batch * BATCH, (batch + 1) * BATCH):
        before, report = written(seed, years=True)
        beside = Corpus([Case(report_of_tree("before", before.tree))])
        asked = session().engine.beside(beside).run(report_of_tree("report", report.tree))
        found = Checked("report", "read", None, asked.diagnostics)
        assert (worse_than_a_note(found), asked.tally.crashed) == ([], 0), report.tree["sections"]["overview"]


def test_every_sentence_is_written() -> None:
    """No sentence waits for figures that never come."""
    texts = {phrase.text for phrase in PHRASES}
    for seed in range(REPORTS):
        (report,) = written(seed)
        texts -= {sentence.phrase.text for sentences in report.sentences.values() for sentence in sentences}
    assert not texts


@pytest.mark.parametrize("topic", TOPICS)
def test_clerks_have_many_words(topic: str) -> None:
    assert len({phrase.text for phrase in PHRASES if phrase.topic == topic}) >= PHRASINGS


def test_a_slip_of_the_pen_is_found() -> None:
    """In every topic with a count, and in more than half of all sentences."""
    asked, found = Counter[str](), Counter[str]()
    for seed in range(ALTERED):
        (report,) = written(seed)
        for tree, _, phrase in alterations(report, random.Random(seed)):  # noqa: S311 - the same slips in every run
            asked[phrase.topic] += 1
            found[phrase.topic] += bool(worse_than_a_note(session().check_report(report_of_tree("report", tree))))
    assert [topic for topic in asked if not found[topic]] == []
    assert found.total() > asked.total() / 2


def test_what_the_text_denies_is_found() -> None:
    """未收到申请, 未发生复议诉讼, 未作出处罚决定, 无收费, where the tables have some."""
    found = Counter[str]()
    for seed in range(ALTERED):
        (report,) = written(seed)
        for tree, _, phrase in denials(report, random.Random(seed)):  # noqa: S311 - the same sentences in every run
            if phrase.topic in DENIED:
                found[phrase.topic] += bool(worse_than_a_note(session().check_report(report_of_tree("report", tree))))
    assert set(found) == DENIED
    assert all(found.values())
