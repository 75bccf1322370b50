"""``xxgk-lint rules test``: what it counts, what it draws, and when it tries again."""

import os
import re
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import PIPE

import pytest

from lint.cli.rules_watch import watched
from lint.formatters.look import Look
from lint.model.errors import UsageError
from lint.model.text import Text
from tests.cli.support_cli import run_inside, start, write
from tests.cli.test_exit_codes import PYTHON, RULE

ENGLISH = ("--lang", "en")
GOOD_RULE = 'yield from [Finding("/year")] if here.case.report.tree["year"] == 2022 else []'


def test_all() -> None:
    """Every example of every rule holds. What is made from them is asked in tests/test_rules.py."""
    done = run_inside("rules", "test", "--no-mutations")
    assert (done.code, done.err) == (0, "")
    assert re.fullmatch(r"(\d+) held, 0 not held / 例子 \1 个，不符 0 个\n", done.out)


@pytest.mark.parametrize("word", ["AR003", "ar003", "row-total"])
def test_one(word: str) -> None:
    """By id in any case, or by name; violations and good reports are counted."""
    done = run_inside("rules", "test", word, *ENGLISH)
    assert (done.code, done.err) == (0, "")
    examples, made = done.out.splitlines()
    assert examples == "5 held, 0 not held / 例子 5 个，不符 0 个"
    counts = re.fullmatch(
        r"(\d+) of \1 violations made from the examples were found, (\d+) of \2 good reports passed", made
    )
    assert counts is not None
    assert (int(counts[1]) >= 20, int(counts[2]) > 0) == (True, True)


def test_a_line_for_each_rule() -> None:
    """``-v``: examples held, violations found, good reports passed; why nothing could be made."""
    done = run_inside("rules", "test", "AR003", "LT001", "-v", *ENGLISH, variables={"COLUMNS": "150"})
    assert (done.code, done.err) == (0, "")
    head, _, first, second, *rest = done.out.splitlines()
    assert re.split(r"\s{2,}", head) == ["rule", "examples", "violations found", "good reports passed", "note"]
    assert re.split(r"\s{2,}", first) == ["AR003", "5/5", "60/60", "30/30"]
    why = "reported by the reader or the program: no example to vary"
    assert re.split(r"\s{2,}", second) == ["LT001", "0/0", "0/0", "0/0", why]
    assert rest[-1] == f"LT001: {why}"


def test_an_unknown_rule() -> None:
    done = run_inside("rules", "test", "ZZ999")
    assert (done.code, done.out, done.err) == (2, "", "xxgk-lint: 没有规则“ZZ999”\n")


# Python of the rule, its file, and of each example that does not hold its head with where, expected and found.
FAILING: dict[str, tuple[str, str, list[tuple[str, ...]]]] = {
    "missed": ("yield from ()", RULE, [("bad-1: missed", "/year", "a finding at /year", "no finding")]),
    "noisy": ('yield Finding("/year")', RULE, [("good-1: noisy", "/year", "no finding", "report year is bad")]),
    "wrong-place": (
        GOOD_RULE.replace("/year", "/title"), RULE,
        [("bad-1: wrong", "/year", "1 finding", "no finding", "/title", "no finding", "1 finding")],
    ),
    "wrong-count": (
        GOOD_RULE.replace('[Finding("/year")]', '[Finding("/year")] * 2'), RULE,
        [("bad-1: wrong", "/year", "1 finding", "2 findings")],
    ),
    "wrong-value": (
        GOOD_RULE.replace('"/year")', '"/year", {"actual": "2022"})'),
        RULE.replace("[{at: /year}]", '[{at: /year, values: {actual: "2021"}}]'),
        [("bad-1: wrong", "/year", "actual = 2021", "actual = 2022")],
    ),
    "wrong-severity": (
        GOOD_RULE, RULE.replace("[{at: /year}]", "[{at: /year, severity: info}]"),
        [("bad-1: wrong", "/year", "severity = info", "severity = error")],
    ),
    "crashed": ("raise KeyError", RULE, [
        ("good-1: wrong", "/", "the rule runs to its end", "rule XX001 crashed (KeyError)"),
        ("bad-1: wrong", "/", "the rule runs to its end", "rule XX001 crashed (KeyError)"),
    ]),
    "undecided": ("yield from [Finding(here.text())]", RULE, [
        ("good-1: wrong", "/", "it passes", "undecided: no text stands here"),
        ("bad-1: missed", "/year", "a finding at /year", "undecided: no text stands here"),
    ]),
    "not asked": (GOOD_RULE, RULE.replace("check:", "when: {year_to: 2022}\ncheck:"), [
        ("good-1: unasked", "/", "the rule is asked", "the rule was not asked"),
    ]),
    "decided": (GOOD_RULE, RULE + "  undecided:\n    - report: {/year: 2021}\n", [
        ("undecided-1: wrong", "/", "undecided", "it passes"),
    ]),
}  # fmt: skip


@pytest.mark.parametrize(("code", "rule", "expected"), FAILING.values(), ids=FAILING)
def test_an_example_that_does_not_hold(tmp_path: Path, code: str, rule: str, expected: list[tuple[str, ...]]) -> None:
    """1, with the difference drawn: where, expected, found."""
    write(tmp_path / "own.yaml", rule)
    write(tmp_path / "own.py", PYTHON % code)
    done = run_inside("rules", "test", "XX001", "--rules", tmp_path, "--no-mutations", *ENGLISH)
    assert (done.code, done.err) == (1, "")
    *drawn, last = done.out.splitlines()
    heads = [line for line in drawn if not line.startswith(" ")]
    cells = [tuple(re.split(r"\s{3,}", line.strip())) for line in drawn if re.match(r"  /", line)]
    assert heads == [f"XX001 {head}" for head, *_ in expected]
    assert [cell for row in cells for cell in row] == [cell for _, *row in expected for cell in row]
    total = 2 + rule.count("undecided:")
    failed = len(expected)
    assert last == f"{total - failed} held, {failed} not held / 例子 {total} 个，不符 {failed} 个"


def test_what_is_made_and_does_not_hold(tmp_path: Path) -> None:
    """1; a few are drawn, the rest counted, and it is said what an author can do."""
    write(tmp_path / "own.yaml", RULE)
    write(tmp_path / "own.py", PYTHON % GOOD_RULE)
    done = run_inside("rules", "test", "XX001", "--rules", tmp_path, *ENGLISH)
    assert (done.code, done.err) == (1, "")
    lines = done.out.splitlines()
    heads = [line for line in lines if line.startswith("XX001 ")]
    assert len(heads) == 5
    assert all(re.match(r"XX001 (?:bad|good)-1 ~ .*years.*: (?:missed|noisy)$", head) for head in heads)
    assert lines[-2] == "2 held, 0 not held / 例子 2 个，不符 0 个"
    assert "  where a variation does not keep what an example shows, name it under examples/fixed" in done.out


def test_colours_and_ascii(tmp_path: Path) -> None:
    """What was expected is green, what was found red, where colours are wanted."""
    write(tmp_path / "own.yaml", RULE)
    write(tmp_path / "own.py", PYTHON % "yield from ()")
    shown = run_inside(
        "rules", "test", "XX001", "--rules", tmp_path, "--no-mutations", *ENGLISH, variables={"FORCE_COLOR": "1"}
    )
    assert "\x1b[32ma finding at /year\x1b[0m" in shown.out
    assert "\x1b[31mno finding\x1b[0m" in shown.out


class Watch:
    """A run of ``--watch``: what was run, and what is changed while it waits."""

    def __init__(self, *changes: Callable[[], None]) -> None:
        self.changes: Iterator[Callable[[], None]] = iter(changes)
        self.runs: list[tuple[str, ...]] = []

    def run(self, ids: tuple[str, ...]) -> int:
        """Keep what is to be run."""
        self.runs.append(ids)
        return 0

    def wait(self) -> None:
        """Make the next change; after the last one the user ends it."""
        change = next(self.changes, None)
        if change is None:
            raise KeyboardInterrupt
        change()


def touched(path: Path, text: str) -> Callable[[], None]:
    """A change of a file that is seen however coarse the clock of the file system is."""

    def change() -> None:
        write(path, text)
        os.utime(path, ns=(0, path.stat().st_mtime_ns + 10**9))

    return change


def test_watch(tmp_path: Path) -> None:
    """Once at first, then the rule whose file or Python changed; all that were named where a file came or went."""
    other = RULE.replace("XX001", "XX002").replace("some-rule", "other-rule")
    for name, rule in (("own", RULE), ("other", other)):
        write(tmp_path / f"{name}.yaml", rule)
        write(tmp_path / f"{name}.py", PYTHON % GOOD_RULE)
    watch = Watch(
        touched(tmp_path / "own.yaml", RULE + "\n"),
        lambda: None,
        touched(tmp_path / "other.py", PYTHON % "yield from ()"),
        touched(tmp_path / "notes.txt", "no rule"),
        (tmp_path / "other.yaml").unlink,
    )
    with pytest.raises(KeyboardInterrupt):
        watched(watch.run, ("XX001", "other-rule"), (str(tmp_path),), Look("en"), watch.wait)
    assert watch.runs == [("XX001", "other-rule"), ("XX001",), ("XX002",), ("XX001", "other-rule")]


def test_watch_waits_for_a_rule_that_does_not_load(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is told, and tried again when the file changes."""
    from lint.cli.book import chosen_book  # noqa: PLC0415

    write(tmp_path / "own.yaml", RULE)
    write(tmp_path / "own.py", "def check(:")
    watch = Watch(touched(tmp_path / "own.py", PYTHON % GOOD_RULE))
    found: list[int] = []

    def run(ids: tuple[str, ...]) -> int:
        watch.run(ids)
        found.append(len(chosen_book((str(tmp_path),)).rules))
        return 0

    with pytest.raises(KeyboardInterrupt):
        watched(run, (), (str(tmp_path),), Look("en"), watch.wait)
    assert (len(watch.runs), len(found)) == (2, 1)
    assert "own.py: SyntaxError" in capsys.readouterr().err


def test_watch_refuses_an_unknown_rule(tmp_path: Path) -> None:
    """No change of a file would make it known."""

    def run(ids: tuple[str, ...]) -> int:
        raise UsageError(Text(f"没有 {ids}", f"no {ids}"))

    with pytest.raises(UsageError):
        watched(run, ("ZZ999",), (str(tmp_path),), Look("en"), Watch().wait)


@pytest.mark.skipif(os.name != "posix", reason="not run: signals of POSIX")
def test_an_interrupt_ends_the_watch(tmp_path: Path) -> None:
    """130, quietly, as the contract has it for what a signal ends."""
    before = signal.signal(signal.SIGINT, signal.SIG_DFL)  # below nohup it would be ignored, which a process inherits
    process = start("rules", "test", "AR003", "--no-mutations", "--watch", *ENGLISH, cwd=tmp_path, stdout=PIPE)
    signal.signal(signal.SIGINT, before)
    try:
        assert process.stdout is not None
        lines = [process.stdout.readline().decode().strip() for _ in range(2)]
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=30)
    finally:
        process.kill()
    assert lines == ["5 held, 0 not held / 例子 5 个，不符 0 个", "waiting for rule files to change; Ctrl-C ends"]
    assert (process.returncode, err) == (130, b"")
