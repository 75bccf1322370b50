"""Reports to compare with: --previous and --members, what of them cannot be used is said, and nothing else changes."""

import json
from pathlib import Path
from typing import Any

import pytest

from lint import check
from lint.model.report import Identity
from lint.model.settings import Settings
from tests.cli.support_cli import CLEAN, THREE, at, clean, half_read, run_inside, tree, write

NAME: str = tree()["agency"]["name"]
YEAR: int = tree()["year"]


def report(year: int = YEAR, *, name: str | None = NAME, carried_in: int = 0, carried_out: int = 0) -> dict[str, Any]:
    """The clean example of a body on a year, with what it carried in and out."""
    made = tree()
    made["year"], made["agency"]["name"] = year, name
    made["title"] = f"{name or ''}{year}年政府信息公开工作年度报告"
    for row, figure in (("carried_in", carried_in), ("carried_out", carried_out)):
        at(made, f"{THREE}/{row}")["natural_person"] = at(made, f"{THREE}/{row}")["total"] = figure
    return made


def found(*arguments: str | Path, cwd: Path) -> list[tuple[str, str]]:
    """What the rule of carried-over applications finds: severity and pointer, or why it is undecided."""
    done = run_inside("check", *arguments, "--select", "YY001", "-f", "json", cwd=cwd)
    return [(one["severity"], one["pointer"]) for entry in json.loads(done.out)["reports"] for one in entry["findings"]]


FOUND = [("error", f"{THREE}/carried_in/total")]
GIVEN: dict[str, tuple[str, ...]] = {
    "a-file": ("--previous", "old/last.json"),
    "a-folder": ("--previous", "old"),
    "a-pattern": ("--previous", "old/*.json"),
    "several": ("--previous", "old/other.json", "--previous", "old/last.json"),
    "the-same-folder": ("--previous", "."),
}


@pytest.mark.parametrize("given", GIVEN.values(), ids=GIVEN)
def test_what_was_carried_over_is_found(tmp_path: Path, given: tuple[str, ...]) -> None:
    write(tmp_path / "now.json", report(carried_in=1))
    write(tmp_path / "old/last.json", report(YEAR - 1, carried_out=4))
    write(tmp_path / "old/other.json", report(YEAR - 1, name="示例市教育局", carried_out=9))
    assert found("now.json", *given, cwd=tmp_path) == FOUND


def test_any_format_will_do(tmp_path: Path) -> None:
    text = CLEAN.with_suffix(".txt").read_text(encoding="utf-8").replace(str(YEAR), str(YEAR - 1))
    write(tmp_path / "old.txt", text)
    write(tmp_path / "now.json", report(carried_in=99))
    assert found("now.json", "--previous", "old.txt", cwd=tmp_path) == FOUND


def test_the_configuration_names_them_relative_to_itself(tmp_path: Path) -> None:
    write(tmp_path / "lint.toml", 'previous = ["old"]\n')
    write(tmp_path / "old/last.json", report(YEAR - 1, carried_out=4))
    write(tmp_path / "new/now.json", report(carried_in=1))
    assert found("now.json", cwd=tmp_path / "new") == FOUND


def test_reports_of_one_run_are_never_compared_with_each_other(tmp_path: Path) -> None:
    write(tmp_path / "now.json", report(carried_in=1))
    write(tmp_path / "last.json", report(YEAR - 1, carried_out=4))
    write(tmp_path / "elsewhere/other.json", report(YEAR - 1, name="示例市教育局"))
    done = run_inside("check", "now.json", "last.json", "--previous", "elsewhere", "-f", "json", cwd=tmp_path)
    rules = [[one["rule"] for one in entry["findings"]] for entry in done.json["reports"]]
    assert not [rule for rules_of in rules for rule in rules_of if rule.startswith("YY")]
    assert done.json["summary"]["files"] == 2


UNMATCHED: dict[str, tuple[dict[str, Any], ...]] = {
    "older": (report(YEAR - 2),),
    "another-body": (report(YEAR - 1, name="示例市教育局"),),
    "two-that-differ": (report(YEAR - 1), report(YEAR - 1, carried_out=3)),
}


@pytest.mark.parametrize("given", UNMATCHED.values(), ids=UNMATCHED)
def test_a_report_without_match_is_undecided(tmp_path: Path, given: tuple[dict[str, Any], ...]) -> None:
    now = write(tmp_path / "now.json", report())
    for number, one in enumerate(given):
        write(tmp_path / f"old/{number}.json", one)
    done = run_inside("check", now, "--previous", tmp_path / "old", "--select", "YY001", "-f", "json")
    assert (done.code, done.json["reports"][0]["answers"]) == (
        0, {"passed": 0, "failed": 0, "undecided": 1, "crashed": 0},
    )  # fmt: skip


WITHOUT: dict[str, tuple[tuple[dict[str, Any], ...], str]] = {
    # What is given, and what is said of it.
    **{name: (UNMATCHED[name], f"no report of {YEAR - 1} by the same body") for name in ("older", "another-body")},
    "two-that-differ": (UNMATCHED["two-that-differ"], "differing reports of one body on one year: "),
    "the-report-of-last-year": ((report(YEAR - 1),), ""),
}


@pytest.mark.parametrize(("given", "why"), WITHOUT.values(), ids=WITHOUT)
def test_a_report_without_last_years_is_named(tmp_path: Path, given: tuple[dict[str, Any], ...], why: str) -> None:
    """An info with the reason, at the report, in both languages; and the summary counts such reports."""
    now = write(tmp_path / "now.json", report())
    for number, one in enumerate(given):
        write(tmp_path / f"old/{number}.json", one)
    options = ("--previous", tmp_path / "old", "--select", "YY")
    (entry,) = run_inside("check", now, *options, "-f", "json", "--lang", "en").json["reports"]
    told = [(one["severity"], one["pointer"], one["message"]) for one in entry["findings"] if one["rule"] == "LT013"]
    assert [(severity, pointer) for severity, pointer, _ in told] == ([("info", "/year")] if why else [])
    assert all(message.startswith(f"earlier reports: {why}") for _, _, message in told)
    said = run_inside("check", now, *options, "-f", "plain").out
    assert ("LT013" in said, "1 份没有上一年度的报告可对比" in said) == (bool(why), bool(why))


def test_nothing_is_said_of_last_year_where_no_rule_asks_for_it(tmp_path: Path) -> None:
    now = write(tmp_path / "now.json", report())
    write(tmp_path / "old.json", report(YEAR - 2))
    done = run_inside("check", now, "--previous", tmp_path / "old.json", "--select", "AR", "-f", "json")
    assert done.json["reports"][0]["findings"] == []


def test_without_these_options_nothing_is_asked(tmp_path: Path) -> None:
    """Neither passed nor undecided; all other answers are the same."""
    now = write(tmp_path / "now.json", clean())
    alone, beside = (check(now, settings=Settings(previous=given)).results[0] for given in ((), (str(now),)))
    assert not [rule for rule, _ in alone.undecided if rule.startswith(("YY", "GV"))]
    assert {rule for rule, _ in beside.undecided} - {rule for rule, _ in alone.undecided} > {"YY001", "PL017"}
    assert beside.tally.passed == alone.tally.passed


def test_a_selection_that_only_compares_needs_something_to_compare_with(tmp_path: Path) -> None:
    done = run_inside("check", write(tmp_path / "now.json", clean()), "--select", "YY")
    assert (done.code, done.err) == (
        2, "xxgk-lint: 所选规则都要与其他报告对比：请用 --previous、--members 或 --norms 给出\n",
    )  # fmt: skip


UNUSABLE: dict[str, tuple[str, object, str, str]] = {
    # What is named, what it holds, the rule of the finding, and what it says first.
    "missing": ("none.json", None, "LT001", "文件无法读取"),
    "broken": ("old.json", "{", "LT003", ""),
    "no-report": ("old.json", '{"a": 1}', "LT004", ""),
    "half-read": ("old.txt", half_read(), "LT005", "用于对比的往年报告："),
    "without-a-body": (
        "old.json", {**report(YEAR - 1), "agency": {}, "title": "年度报告"}, "LT004",
        "用于对比的往年报告：看不出是哪个机关、哪一年度的报告",
    ),
    "a-folder-without-reports": ("old", None, "LT004", "用于对比的往年报告：其中没有找到年度报告"),
    "a-pattern-without-files": ("old/*.json", None, "LT004", "用于对比的往年报告：其中没有找到年度报告"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "content", "rule", "words"), UNUSABLE.values(), ids=UNUSABLE)
def test_what_cannot_be_used_is_said(tmp_path: Path, name: str, content: object, rule: str, words: str) -> None:
    """It ends the run with exit code 2; the report itself is checked all the same."""
    now = write(tmp_path / "now.json", clean())
    write(tmp_path / "old/notes.csv", "a,b\n")
    if content is not None:
        write(tmp_path / name, content)
    done = run_inside("check", now, "--previous", tmp_path / name, "-f", "json")
    unread, here = done.json["reports"]
    assert done.code == 2
    assert (unread["source"], unread["findings"][0]["rule"]) == (str(tmp_path / name), rule)
    assert unread["findings"][0]["message"].startswith(words)
    assert (here["source"], here["year"]) == (str(now), YEAR)


def test_a_file_that_is_checked_itself_is_said_once(tmp_path: Path) -> None:
    write(tmp_path / "broken.json", "{")
    write(tmp_path / "now.json", clean())
    done = run_inside("check", "broken.json", "now.json", "--previous", "broken.json", "-f", "json", cwd=tmp_path)
    assert done.code == 2
    assert [entry["source"] for entry in done.json["reports"]] == ["broken.json", "now.json"]


TOLD: dict[str, tuple[tuple[str, ...], str]] = {
    # A name told is that of files named one by one; in a folder only of those that name no body.
    "of-a-named-file": (("old/last.json",), "failed"),
    "not-of-a-folder": (("old",), "undecided"),
}


@pytest.mark.parametrize(("previous", "expected"), TOLD.values(), ids=TOLD)
def test_a_name_that_is_told(tmp_path: Path, previous: tuple[str, ...], expected: str) -> None:
    write(tmp_path / "old/last.json", report(YEAR - 1, name="示例市水务局", carried_out=4))
    now = write(tmp_path / "now.json", report(carried_in=1))
    paths = tuple(str(tmp_path / path) for path in previous)
    settings = Settings(previous=paths, select=("YY001",), told=Identity(agency=NAME))
    assert getattr(check(now, settings=settings).results[0].tally, expected) == 1


GOVERNMENT = "示例市示例区人民政府"
NAMED: dict[str, tuple[str, int]] = {
    "all-members-known": (f'member-names = ["{NAME}"]\n', 1),
    "one-is-missing": (f'member-names = ["{NAME}", "示例市教育局"]\n', 0),
    "nobody-said-who-all-are": ("", 0),
}


@pytest.mark.parametrize(("config", "warnings"), NAMED.values(), ids=NAMED)
def test_a_sum_of_members(tmp_path: Path, config: str, warnings: int) -> None:
    """A whole with one application more than its only member."""
    whole = report(name=GOVERNMENT)
    whole["agency"] = {"name": GOVERNMENT, "kind": "government", "level": "county"}
    at(whole, f"{THREE}/new")["total"] += 1
    write(tmp_path / "lint.toml", f'scope = "aggregated"\nmembers = ["members"]\nselect = ["GV003"]\n{config}')
    write(tmp_path / "members/one.json", report())
    write(tmp_path / "whole.json", whole)
    done = run_inside("check", "whole.json", "-f", "json", cwd=tmp_path)
    assert (done.code, done.json["summary"]["warning"]) == (0, warnings)
