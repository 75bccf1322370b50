"""What benchmarks say of what was measured; nothing is timed here."""

import sys
from functools import partial

import pytest

from benchmarks import showing
from benchmarks.peers.peer import Peer
from benchmarks.peers.reading import SUMS
from benchmarks.peers.table import COLLECTION_PEERS, HIGHS, PEERS
from benchmarks.table import Bar, Question
from benchmarks.timing import medians
from lint.engine.checks.relation import RelationCheck
from lint.engine.equations import only_form
from lint.model.form import CELLS, TABLES
from lint.model.text import Text
from lint.rulebook.book import load

EVERY_PEER = (*PEERS, *COLLECTION_PEERS, HIGHS)
FAST, SLOW, ABSENT = (Text(f"{name}（中）", name) for name in ("fast", "slow", "absent"))
QUESTION = Question(
    Text("一份", "one report"),
    (
        Bar(FAST, ">="),
        Bar(SLOW, ">=", 12),
        Bar(ABSENT, "<=", 0.5),
        Bar(Text("读", "reading"), "<=", 9, "floor"),
    ),
)
ANSWER = QUESTION.answered(0.002, {"fast": 0.001, "slow": 0.02, "reading": 0.0005}, {"absent": "no such program"})


def _sides(left: list[str], right: list[str]) -> frozenset[frozenset[str]]:
    return frozenset((frozenset(left), frozenset(right)))


def test_peers_are_asked_for_the_sums_that_the_rules_declare() -> None:
    def name(index: int) -> str:
        return next(
            f"{table}{CELLS[index].removeprefix(at)}" for table, at in TABLES.items() if CELLS[index].startswith(at)
        )

    checks = [rule.check for rule in load().rules if isinstance(rule.check, RelationCheck)]
    declared = {
        _sides([name(cell) for _, cell in one.left], [name(cell) for _, cell in one.right])
        for check in checks
        for one in only_form(check.equations, single_other=False)
        if one.operator == "="
    }
    assert {_sides(one["left"], one["right"]) for one in SUMS} == declared
    assert len(declared) == len(SUMS) == 42


def test_each_peer_is_named_once_and_says_what_it_does_not_do() -> None:
    names = [one.name.en for one in EVERY_PEER]
    assert len(set(names)) == len(names)
    assert all(text.zh and text.en for one in EVERY_PEER for text in (one.name, one.does, one.does_not))


def test_a_peer_that_is_not_installed_says_so() -> None:
    words = Text("无", "nothing")
    absent = Peer(words, ("nothing",), "a-package-that-nobody-has", "here", "sum", words, words)
    present = Peer(words, (sys.executable,), "pytest", "here", "sum", words, words)
    assert absent.lacking() == "a-package-that-nobody-has is not installed (make peers)"
    assert present.lacking() is None


def test_a_peer_is_given_a_folder_or_every_name() -> None:
    words = Text("无", "nothing")
    named = Peer(words, ("check", "-d"), "nothing", "here", "sum", words, words)
    folder = Peer(words, ("check", "-d"), "nothing", "here", "sum", words, words, folder=("*.json",))
    assert named.over(["a.json", "b.json"]) == ("check", "-d", "a.json", "b.json")
    assert folder.over(["a.json", "b.json"]) == ("check", "-d", "*.json")


def test_what_was_measured_is_told() -> None:
    assert list(ANSWER.lines()) == [
        f"{'one report':<48}      2.000 ms",
        f"  {'fast':<46}      1.000 ms     0.50 x as fast  it is AHEAD",
        f"  {'slow':<46}     20.000 ms    10.00 x as fast  >= 12   MISSED",
        f"  {'absent':<46}not measured: no such program  <= 0.5  MISSED",
        f"  {'reading':<46}      0.500 ms     4.00 x as long  <= 9    holds",
    ]
    assert not ANSWER.holds()


def test_what_was_measured_is_told_as_a_table() -> None:
    assert list(showing.table([ANSWER], "en")) == [
        "| | time | ours to it | bar |",
        "| --- | ---: | --- | --- |",
        "| **one report** | 2.00 ms | | |",
        "| fast | 1.00 ms | 0.50 times as fast | **it is ahead** |",
        "| slow | 20.0 ms | 10.0 times as fast | at least 12, **missed** |",
        "| absent |  | not measured: no such program | at most 0.5, **missed** |",
        "| floor: reading | 500 µs | 4.00 times as long | at most 9, holds |",
    ]
    assert list(showing.table([ANSWER], "zh"))[3] == "| fast（中） | 1.00 ms | 速度为其 0.50 倍 | **它更快** |"


def test_who_is_ahead_is_told_in_words_but_no_floor() -> None:
    assert showing.ahead([ANSWER], "en") == ["one report, ours 2.00 ms: fast 1.00 ms (2.00 times as fast)"]


def test_what_was_not_measured_is_no_pass() -> None:
    assert showing.missed([ANSWER], "en") == [
        "one report, against slow: 10.0 times as fast (at least 12)",
        "one report, against absent: not measured: no such program (at most 0.5)",
    ]


def test_a_peer_without_time_and_without_reason_is_an_error() -> None:
    with pytest.raises(KeyError, match="slow"):
        QUESTION.answered(0.002, {"fast": 0.001}, {})


@pytest.mark.parametrize(
    ("value", "shown"),
    [(12.3, "12.3 s"), (1.0, "1.00 s"), (0.1234, "123 ms"), (0.0012, "1.20 ms"), (6.5e-7, "0.65 µs")],
)
def test_times_have_three_digits(value: float, shown: str) -> None:
    assert showing.seconds(value) == shown


@pytest.mark.parametrize(
    ("rounds", "enough", "runs"),
    [(3, 1000.0, 4), (1, 1000.0, 2), (9, 0.0, 1)],
    ids=["the-first-is-not-counted", "one-is-counted", "a-long-one-counts"],
)
def test_rounds_are_bounded_by_number_and_by_time(rounds: int, enough: float, runs: int) -> None:
    called: list[str] = []
    taken = medians({name: partial(called.append, name) for name in ("a", "b")}, rounds, enough)
    assert called == ["a", "b"] * runs
    assert set(taken) == {"a", "b"}


@pytest.mark.parametrize(
    ("value", "shown"), [(0.0031, "0.0031"), (0.39, "0.39"), (5.64, "5.64"), (12.46, "12.5"), (172.8, "173")]
)
def test_a_ratio_is_never_shown_as_nothing(value: float, shown: str) -> None:
    assert showing.times(value) == shown
