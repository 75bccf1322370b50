"""No text makes a rule slow: every rule over text answers about pieces of 100,000 signs within a bound."""

import time
from typing import Any, NamedTuple

import pytest

from lint.engine.checks.forbid import ForbidCheck
from lint.engine.checks.match import MatchCheck
from lint.engine.checks.python import PythonCheck
from lint.model.case import Case
from lint.model.report import Report
from lint.model.rule import Rule
from lint.model.undecided import Undecided
from lint.readers.tree import report_of_tree
from lint.rulebook.book import load
from lint.rulebook.complete import complete_tree

LENGTH = 100_000
SECONDS = 2.0  # generous: machines of a continuous integration are slow, and pause; backtracking takes minutes
TEXT_FAMILIES = ("ST", "PL", "TX", "NA", "HY", "PB", "YY", "GV", "CE")
NUMBER = "11010119000101001"  # an identity number that lacks its last sign

# What is repeated up to the length: lone signs, openings without an end, beginnings of what the rules look for.
PIECES = {
    "digits": "1",
    "wide-digits": "１",
    "digits-and-commas": "1,",
    "digits-and-points": "1.",
    "digits-and-spaces": "138 ",
    "identity-numbers": NUMBER,
    "mobiles": "13800000000。",
    "cards": "卡6222021000111222336，",
    "first-of-all": "一是",
    "numerals": "一二三四五六七八九十",
    "numbered": "（一）（二）",
    "gaps": "一是，三是二、",
    "opened": "（",
    "closed": "）",
    "titles-opened": "《",
    "titles": "《中华人民共和国政府信息公开条",
    "quotes": "“",
    "items": "件",
    "spaces": " ",
    "wide-spaces": "\u3000",
    "lines": "\n",
    "blanks-and-items": " 条",
    "no-punctuation": "全年主动公开政府信息",
    "one-sign": "公",
    "counted": "收到政府信息公开申请3件",
    "listed": "其中1件、",
    "commas": "，",
    "stops": "。",
    "percent": "12.5%",
    "growth": "同比增长1",
    "years": "2023年1月1日至",
    "parts": "由六部分组成包括",
    "fees": "信息处理费1元",
    "documents": "国办公开办函〔2021〕",
    "phrase": "公开为常态，不公开为",
    "turned-round": "公开为例外、群众多跑路",
    "named-documents": "年度报告格式（国办",
    "asterisks": "*",
    "bold": "，**一",
    "tags": "<span ",
    "entities": "&nbsp",
    "braces": "{",
    "pipes": "|-",
    "letters": "a",
    "words": "公workflow",
    "mail": "a@",
    "blanks-of-a-template": "_",
    "crosses": "X",
    "doubled": "审核",
    "applicants": "申请人王",
    "ours": "我局",
    "negations": "未",
    "negations-of-something": "未" * 700 + "申请。",
    "disputes": "复议",
    "money": "0.4万元",
    "carried-over": "上年结转",
}
SPREAD = 200  # paragraphs that the same text is cut into


class Answer(NamedTuple):
    """How long a rule took, and the name of what it raised, if anything but Undecided."""

    seconds: float
    crash: str


def of_text(rule: Rule) -> bool:
    """Whether a rule may read text: it is of a family that does, and its check is of a kind that can."""
    return rule.family in TEXT_FAMILIES and isinstance(rule.check, PythonCheck | ForbidCheck | MatchCheck)


RULES = [rule for rule in load().rules if of_text(rule)]
IDS = [rule.id for rule in RULES]


def hostile(piece: str, *, spread: bool) -> Report:
    """A complete report whose lead-in and three sections hold the piece again and again, in one paragraph or many."""
    tree: dict[str, Any] = complete_tree()
    text = (piece * (LENGTH // len(piece) + 1))[:LENGTH]
    cut = LENGTH // SPREAD if spread else LENGTH
    paragraphs = [text[start : start + cut] for start in range(0, LENGTH, cut)]
    tree["preamble"] += paragraphs
    for name in ("overview", "problems", "other"):
        tree["sections"][name]["paragraphs"] += paragraphs
    return report_of_tree("hostile", tree)


def answer(rule: Rule, report: Report) -> Answer:
    """One question; what all rules share, such as the pieces of text, is made before."""
    case = Case(report)
    assert len(case.joined) > LENGTH
    start = time.perf_counter()
    crash = ""
    try:
        rule.check.ask(case)
    except Undecided:
        pass
    except Exception as error:  # noqa: BLE001 - the name of whatever it is says more than a traceback of a long text
        crash = type(error).__name__
    return Answer(time.perf_counter() - start, crash)


@pytest.mark.parametrize("spread", [False, True], ids=["one-paragraph", "many-paragraphs"])
@pytest.mark.parametrize("piece", PIECES)
def test_every_rule_answers_in_bounded_time(piece: str, spread: bool) -> None:
    report = hostile(PIECES[piece], spread=spread)
    answers = {rule.id: answer(rule, report) for rule in RULES}
    slow = {name: f"{found.seconds:.2f} s" for name, found in answers.items() if found.seconds > SECONDS}
    crashed = {name: found.crash for name, found in answers.items() if found.crash}
    assert (slow, crashed) == ({}, {})


def test_rules_of_every_family_that_reads_text_are_asked() -> None:
    assert {"ST", "PL", "HY"} <= {rule.family for rule in RULES}
    assert len(IDS) == len(set(IDS))
