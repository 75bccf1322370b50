"""Patterns of rules: which are taken, and what forbidding and matching answer."""

from functools import cache

import pytest

from lint.api import Session
from lint.engine.checks.forbid import ForbidCheck
from lint.engine.checks.match import MatchCheck
from lint.engine.checks.patterns import vet
from lint.model.case import Case
from lint.model.errors import RuleError
from lint.model.finding import Finding
from lint.model.rule import Answers
from lint.rulebook.examples import example_report


@cache
def session() -> Session:
    """All bundled rules."""
    return Session()


TOO_LONG = "the repetitions of this pattern may take very long; use bounds such as {0,40} instead of * and +"
REFUSED = {
    "repetition-inside": (r"(a+)+$", "a repetition inside a repetition may never end"),
    "repetition-inside-a-star": (r"(?:a*)*b", "a repetition inside a repetition may never end"),
    "bounded-inside": (r"(?:a{1,50})+b", "a repetition inside a repetition may never end"),
    "lazy-inside": (r"(?:a+?)+b", "a repetition inside a repetition may never end"),
    "deep-inside": (r"(?:x(?:y(?:a*)z)w)*b", "a repetition inside a repetition may never end"),
    "in-a-branch": (r"(?:a|b+)+c", "a repetition inside a repetition may never end"),
    "in-a-lookahead": (r"(?:(?=a+)a)+b", "a repetition inside a repetition may never end"),
    "bounded-inside-bounded": (r"(?:a{1,2}){1,60}b", "a repetition inside a repetition may never end"),
    "two-unbounded": (r"a.*b.*c", TOO_LONG),
    "three-unbounded": (r"a.*b.*c.*d", TOO_LONG),
    "three-large-bounds": (r"a.{0,999}b.{0,999}c.{0,999}", TOO_LONG),
    "reference": (r"(a+)b\1", "a pattern may not refer to a group"),
    "named-reference": (r"(?P<x>a)(?P=x)", "a pattern may not refer to a group"),
    "condition-on-a-group": (r"(a)?(?(1)b|c)", "a pattern may not refer to a group"),
    "not-closed": (r"(a", "not a regular expression: missing ), unterminated subpattern at position 0"),
    "nothing-to-repeat": (r"*a", "not a regular expression: nothing to repeat at position 0"),
    "bad-range": (r"[b-a]", "not a regular expression: bad character range b-a at position 1"),
}


@pytest.mark.parametrize(("source", "words"), REFUSED.values(), ids=REFUSED)
def test_refused(source: str, words: str) -> None:
    """A pattern that is none, or whose time has no bound, does not load."""
    with pytest.raises(RuleError) as raised:
        vet(source)
    assert raised.value.words.en == words


# Each with a text of a hundred thousand characters on which a careless engine or pattern might run away.
HOSTILE = {
    "words": ("文字描述|XX|某某", "某" * 100_000),
    "bounded": (r"第.{0,8}条", "第" * 100_000),
    "bounded-digits": (r"[0-9]{1,18}件", "1" * 100_000),
    "optional": (r"(?:关于)?公开(?:工作)?报告", "关于公开" * 25_000),
    "branches": (r"(?:一|二|三|一二三)、", "一二三" * 33_333),
    "anchored-unbounded": (r"\A公+开", "公" * 100_000),
    "unbounded-at-the-end": (r"附件[0-9]*", "附件" * 50_000),
    "lookbehind": (r"(?<!第)十条", "第十条" * 33_333),
    "group": (r"(20[0-9]{2})年", "2023" * 25_000),
}


@pytest.mark.parametrize(("source", "text"), HOSTILE.values(), ids=HOSTILE)
def test_taken_and_quick(source: str, text: str) -> None:
    """Ordinary patterns are taken, and end on hostile text."""
    vet(source)
    report = example_report({"report": {"/preamble": [text]}, "complete": True})
    found = ForbidCheck(("/preamble/*",), (source,)).ask(Case(report))
    assert found.passed + len(found.findings) >= 1


REPORT = {
    "/title": "示例市水利局2023年报告",
    "/preamble": ["甲XX乙", "丙"],
    "/sections/overview/paragraphs": [" XXX ", "丁"],
}


def ask(check: ForbidCheck | MatchCheck) -> Answers:
    """What a check answers about the report above."""
    return check.ask(Case(example_report({"report": REPORT})))


FORBIDDEN = {
    "everywhere": (("/**",), ("X{2,3}",), Answers(
        3, (Finding("/preamble/0", {"found": "XX"}), Finding("/sections/overview/paragraphs/0", {"found": "XXX"})))),
    "in-one-place": (("/preamble/*",), ("X{2,3}",), Answers(1, (Finding("/preamble/0", {"found": "XX"}),))),
    "first-pattern-is-told": (("/preamble/*",), ("甲", "X+"), Answers(1, (Finding("/preamble/0", {"found": "甲"}),))),
    "found-without-space": (
        ("/sections/**",), (r"\s+X+",), Answers(1, (Finding("/sections/overview/paragraphs/0", {"found": "XXX"}),)),
    ),
    "elsewhere-only": (("/preamble/*",), ("水利局",), Answers(2)),
}  # fmt: skip


@pytest.mark.parametrize(("given", "patterns", "expected"), FORBIDDEN.values(), ids=FORBIDDEN)
def test_forbidden(given: tuple[str, ...], patterns: tuple[str, ...], expected: Answers) -> None:
    """One answer a piece of text; a piece with a hit is a finding that quotes it."""
    assert ask(ForbidCheck(given, patterns)) == expected


MATCHED = {
    "all": (("/preamble/*",), ("甲", "丙"), Answers(2)),
    "one-misses": (("/preamble/*",), ("甲",), Answers(1, (Finding("/preamble/1", {"found": "丙"}),))),
    "nowhere": (("/sections/other/paragraphs/*",), ("甲",), Answers(0)),
}


@pytest.mark.parametrize(("given", "patterns", "expected"), MATCHED.values(), ids=MATCHED)
def test_matched(given: tuple[str, ...], patterns: tuple[str, ...], expected: Answers) -> None:
    """Each piece of text must fit one of the patterns."""
    assert ask(MatchCheck(given, patterns)) == expected


PIECES = (
    "1",
    "年",
    "2023年",
    "收到政府信息公开申请",
    "12件，",
    "（一）",
    "第",
    " ",
    "“",
    "一是",
    "1,",
    "0.",
    "XX",
    "《",
    "市",
)


@pytest.mark.parametrize("place", ["/preamble", "/sections/overview/paragraphs"])
@pytest.mark.parametrize("piece", PIECES)
def test_every_bundled_rule_ends_on_hostile_text(place: str, piece: str) -> None:
    """No rule, declared or in Python, runs away on a paragraph of a hundred thousand characters, or crashes."""
    text = piece * (100_000 // len(piece))
    found = session().check_report(example_report({"report": {place: [text]}, "complete": True}))
    assert (found.state, found.tally.crashed) == ("read", 0)
