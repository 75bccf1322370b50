"""Waivers of the configuration and the baseline: what they excuse, and what is said of those that excuse nothing."""

import json
from functools import reduce
from pathlib import Path
from typing import Any

import pytest

from tests.cli.support_cli import BROKEN, CLEAN, run_inside, write

AGENCY, YEAR = "样例县农业农村局", 2023


def outcome(cwd: Path, *arguments: str, code: int) -> dict[str, Any]:
    """The JSON output of a check of all reports of a folder."""
    done = run_inside("check", "-f", "json", *arguments, cwd=cwd)
    assert done.code == code, done.err
    found: dict[str, Any] = json.loads(done.out)
    return found


def reasons(found: dict[str, Any], rule: str) -> list[str | None]:
    return [one["waived"] for report in found["reports"] for one in report["findings"] if one["rule"] == rule]


def linter(found: dict[str, Any]) -> list[str]:
    """The ids of the findings about the check itself."""
    return [one["rule"] for report in found["reports"] for one in report["findings"] if one["rule"].startswith("LT")]


def waiver(**said: object) -> str:
    lines = [f"{name} = {json.dumps(value, ensure_ascii=False)}" for name, value in said.items()]
    return "\n".join(["[[waivers]]", *lines, ""])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one broken report."""
    write(tmp_path / "report.json", BROKEN.read_text(encoding="utf-8"))
    return tmp_path


SAID: dict[str, tuple[dict[str, object], bool]] = {
    # What the waiver of PL001 says, and whether it excuses.
    "rule": ({}, True),
    "rule-by-name": ({"rule": "no-rule-making-power"}, True),
    "agency": ({"agency": AGENCY}, True),
    "agency-spaced": ({"agency": "样例县 农业农村局"}, True),
    "other-agency": ({"agency": "示例市水利局"}, False),
    "year": ({"year": YEAR}, True),
    "other-year": ({"year": 2022}, False),
    "pointer": ({"pointer": "/sections/proactive/table/regulations/in_force"}, True),
    "pointer-pattern": ({"pointer": "/sections/proactive/**"}, True),
    "other-pointer": ({"pointer": "/sections/applications/**"}, False),
    "until-a-far-day": ({"until": "2199-12-31"}, True),
    "until-a-past-day": ({"until": "2020-12-31"}, False),
}


@pytest.mark.parametrize(("said", "excuses"), SAID.values(), ids=SAID)
def test_what_a_waiver_excuses(folder: Path, said: dict[str, object], excuses: bool) -> None:
    """An excused finding stays in the output with the reason, and is counted apart."""
    before = outcome(folder, code=1)["summary"]
    write(folder / "lint.toml", waiver(**{"rule": "PL001", "reason": "书面说明在案", **said}))
    found = outcome(folder, code=1)
    assert reasons(found, "PL001") == ["书面说明在案" if excuses else None]
    assert found["summary"]["waived"] == int(excuses)
    assert found["summary"]["error"] == before["error"] - int(excuses)


def test_all_waived_is_exit_0(folder: Path) -> None:
    """Waivers of every error make the gate pass; the findings are still told."""
    errors = {one["rule"] for one in outcome(folder, code=1)["reports"][0]["findings"] if one["severity"] == "error"}
    write(folder / "lint.toml", "".join(waiver(rule=rule, reason="已说明") for rule in sorted(errors)))
    found = outcome(folder, code=0)
    assert found["summary"]["error"] == 0
    assert found["summary"]["waived"] == sum(one["waived"] is not None for one in found["reports"][0]["findings"]) > 0


IDLE = {
    "used": ({"rule": "PL001"}, []),
    "unused": ({"rule": "HY013"}, ["LT010"]),
    "unused-for-others": ({"rule": "PL001", "agency": "示例市水利局"}, []),  # none of its reports was checked
    "expired": ({"rule": "PL001", "until": "2020-01-01"}, ["LT011"]),
    "expired-for-others": ({"rule": "PL001", "agency": "示例市水利局", "until": "2020-01-01"}, ["LT011"]),
}


@pytest.mark.parametrize(("said", "told"), IDLE.values(), ids=IDLE)
def test_idle_waivers_are_findings(folder: Path, said: dict[str, object], told: list[str]) -> None:
    write(folder / "lint.toml", waiver(reason="已说明", **said))
    found = outcome(folder, code=1)
    assert linter(found) == told
    assert found["summary"]["files"] == found["summary"]["reports"] == 1


@pytest.mark.parametrize("rule", ["HY013", "named-applicant"])
def test_a_waiver_of_a_rule_that_was_not_asked_is_not_idle(folder: Path, rule: str) -> None:
    write(folder / "lint.toml", waiver(reason="已说明", rule=rule))
    assert linter(outcome(folder, "--select", "PL001", code=1)) == []


REFUSED = {
    "no-reason": ('[[waivers]]\nrule = "PL001"\n', "reason"),
    "unknown-rule": (waiver(rule="single-braket", reason="已说明"), "是否想写“single-bracket”"),
    "linter": (waiver(rule="LT005", reason="已说明"), "不能豁免"),
    "linter-by-name": (waiver(rule="separators-lost", reason="已说明"), "不能豁免"),
    "no-such-day": (waiver(rule="PL001", reason="已说明", until="2024-02-30"), "没有这一天"),
    "unknown-key": (waiver(rule="PL001", reason="已说明", til="2024-02-20"), "til"),
}


@pytest.mark.parametrize(("written", "word"), REFUSED.values(), ids=REFUSED)
def test_a_waiver_that_cannot_be_used_stops_the_run(folder: Path, written: str, word: str) -> None:
    write(folder / "lint.toml", written)
    done = run_inside("check", cwd=folder)
    assert (done.code, done.out) == (2, "")
    assert word in done.err


def test_a_day_of_toml(folder: Path) -> None:
    """A date may be written as TOML has it, without quotes."""
    write(folder / "lint.toml", '[[waivers]]\nrule = "PL001"\nreason = "已说明"\nuntil = 2199-12-31\n')
    assert reasons(outcome(folder, code=1), "PL001") == ["已说明"]


# ------------------------------------------------------------------------------------------------------------- baseline


@pytest.fixture
def known(folder: Path) -> Path:
    """The same folder, all its findings in a baseline."""
    assert run_inside("check", "--write-baseline", "known.json", cwd=folder).code == 0
    return folder


def changed(folder: Path, old: str, new: str, name: str = "report.json") -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    write(folder / name, text.replace(old, new, 1))


def test_what_is_known_does_not_count(known: Path) -> None:
    found = outcome(known, "report.json", "--baseline", "known.json", code=0)
    assert found["summary"]["error"] == found["summary"]["warning"] == 0
    assert all(one["waived"] == "基线 baseline: known.json" for one in found["reports"][0]["findings"])


def test_a_new_finding_fails(known: Path) -> None:
    """Known is known by rule, place and values, not by number: another wrong figure in the same cell is new."""
    changed(known, '"in_force": 3', '"in_force": 4')
    found = outcome(known, "report.json", "--baseline", "known.json", code=1)
    assert reasons(found, "PL001") == [None]
    assert linter(found) == ["LT012"]  # and the finding as it was is gone


def test_it_is_known_by_body_and_year_not_by_file(known: Path) -> None:
    """A renamed report keeps its known findings; the same findings of another body are new."""
    (known / "report.json").rename(known / "renamed.json")
    assert outcome(known, "renamed.json", "--baseline", "known.json", code=0)["summary"]["error"] == 0
    text = (known / "renamed.json").read_text(encoding="utf-8").replace(AGENCY, "样例县水利局")
    write(known / "renamed.json", text)
    assert outcome(known, "renamed.json", "--baseline", "known.json", code=1)["summary"]["error"] > 0


def test_what_is_gone_is_told_and_pruned(known: Path) -> None:
    """Pruning takes out what is gone, adds nothing that is new, and keeps what it cannot see."""
    before = json.loads((known / "known.json").read_text(encoding="utf-8"))["known"]
    changed(known, '"in_force": 3', '"in_force": 4')
    other = {**before[0], "agency": "样例县水利局", "source": "elsewhere.json"}
    write(known / "known.json", json.dumps({"version": 1, "known": [*before, other]}))
    done = run_inside("baseline", "prune", "known.json", "report.json", cwd=known)
    assert done.code == 0
    after = json.loads((known / "known.json").read_text(encoding="utf-8"))["known"]
    assert sorted(one["fingerprint"] for one in after) == sorted(
        [*(one["fingerprint"] for one in before if one["rule"] != "PL001"), other["fingerprint"]]
    )
    assert linter(outcome(known, "report.json", "--baseline", "known.json", code=1)) == []


def test_an_existing_baseline_is_not_overwritten(known: Path) -> None:
    """Else new findings would slip into it unseen."""
    before = (known / "known.json").read_bytes()
    assert run_inside("check", "report.json", "--write-baseline", "known.json", cwd=known).code == 2
    assert (known / "known.json").read_bytes() == before


def test_unreadable_files_are_never_known(folder: Path) -> None:
    write(folder / "bad.json", "{")
    assert run_inside("check", ".", "bad.json", "--write-baseline", "known.json", cwd=folder).code == 2
    assert "LT" not in {one["rule"][:2] for one in json.loads((folder / "known.json").read_text("utf-8"))["known"]}
    assert outcome(folder, "bad.json", "--baseline", "known.json", code=2)["summary"]["unreadable"] == 1


def test_a_clean_report_has_an_empty_baseline(tmp_path: Path) -> None:
    write(tmp_path / "report.json", CLEAN.read_text(encoding="utf-8"))
    assert run_inside("check", "--write-baseline", "known.json", cwd=tmp_path).code == 0
    assert json.loads((tmp_path / "known.json").read_text(encoding="utf-8")) == {"version": 1, "known": []}


BAD = {
    "absent": None,
    "no-json": "{",
    "a-list": "[]",
    "other-version": '{"version": 2, "known": []}',
    "malformed-entry": '{"version": 1, "known": [{"rule": "PL001"}]}',
    "nested-deeply": "[" * 100_000,
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD)
def test_a_baseline_that_cannot_be_used_stops_the_run(folder: Path, content: str | None) -> None:
    if content is not None:
        write(folder / "known.json", content)
    done = run_inside("check", "report.json", "--baseline", "known.json", cwd=folder)
    assert (done.code, done.out) == (2, "")
    assert "known.json" in done.err


def test_the_configuration_names_a_baseline_beside_itself(known: Path) -> None:
    write(known / "lint.toml", 'baseline = "known.json"\n')
    below = known / "below"
    below.mkdir()
    assert outcome(below, "../report.json", code=0)["summary"]["error"] == 0


# ----------------------------------------------------------------------------- several files of one body and year

NO_NUMBER = ("--select", "ST014")


@pytest.fixture
def twice(tmp_path: Path) -> Path:
    """Two files of one body and year that differ by a blank where a number is missing, both in a baseline."""
    for suffix in ("docx", "html"):
        write(tmp_path / "rep" / f"2023.{suffix}", BROKEN.with_suffix(f".{suffix}").read_bytes())
    done = run_inside("check", "rep", *NO_NUMBER, "--write-baseline", "known.json", cwd=tmp_path)
    assert (done.code, len(entries(tmp_path))) == (0, 2)
    return tmp_path


def entries(folder: Path) -> list[dict[str, Any]]:
    known: list[dict[str, Any]] = json.loads((folder / "known.json").read_text(encoding="utf-8"))["known"]
    return known


def mend(path: Path) -> None:
    """Fill in the number that is missing."""
    text = path.read_text(encoding="utf-8")
    assert "信息&nbsp; 条" in text
    write(path, text.replace("信息&nbsp; 条", "信息 12 条"))


def test_what_one_file_lacks_the_other_may_have(twice: Path) -> None:
    """Of a fresh baseline nothing is gone, and there is nothing to prune."""
    before = (twice / "known.json").read_bytes()
    found = outcome(twice, "rep", *NO_NUMBER, "--baseline", "known.json", code=0)
    assert (linter(found), found["summary"]["waived"]) == ([], 2)
    assert run_inside("baseline", "prune", "known.json", "rep", cwd=twice).out.startswith("known.json：去掉 0 个")
    assert (twice / "known.json").read_bytes() == before


def test_a_file_that_was_not_checked_keeps_its_findings(twice: Path) -> None:
    """It is there, and nobody looked: what it has may be in it still."""
    assert linter(outcome(twice, "rep/2023.html", *NO_NUMBER, "--baseline", "known.json", code=0)) == []
    done = run_inside("baseline", "prune", "known.json", "rep/2023.html", cwd=twice)
    assert done.out == "known.json：去掉 0 个已不存在的问题，留下 2 个，其中 1 个未能重新检查\n"


def test_so_does_one_that_cannot_be_read(twice: Path) -> None:
    write(twice / "rep" / "2023.docx", b"PK\x03\x04")
    assert linter(outcome(twice, "rep", *NO_NUMBER, "--baseline", "known.json", code=2)) == ["LT001"]
    assert run_inside("baseline", "prune", "known.json", "rep", cwd=twice).code == 2
    assert len(entries(twice)) == 2


def test_what_no_file_has_is_gone(twice: Path) -> None:
    """Told once for a body and year, with the files that were read for it."""
    mend(twice / "rep" / "2023.html")
    found = outcome(twice, "rep", *NO_NUMBER, "--baseline", "known.json", code=0)
    (told,) = [one for report in found["reports"] for one in report["findings"] if one["rule"] == "LT012"]
    assert told["message"].startswith("rep/2023.docx（及同一机关、年度的另 1 份）：基线中的 1 个问题已不存在")
    assert run_inside("baseline", "prune", "known.json", "rep", cwd=twice).code == 0
    assert [one["source"] for one in entries(twice)] == ["rep/2023.docx"]


def test_a_file_that_is_there_no_more_keeps_nothing(twice: Path) -> None:
    (twice / "rep" / "2023.docx").unlink()
    assert linter(outcome(twice, "rep", *NO_NUMBER, "--baseline", "known.json", code=0)) == ["LT012"]


def test_what_two_files_share_stays_known_of_both(tmp_path: Path) -> None:
    for name in ("a.json", "b.json"):
        write(tmp_path / name, BROKEN.read_bytes())
    assert run_inside("check", "--write-baseline", "known.json", cwd=tmp_path).code == 0
    before = (tmp_path / "known.json").read_bytes()
    assert run_inside("baseline", "prune", "known.json", "a.json", "b.json", cwd=tmp_path).code == 0
    assert (tmp_path / "known.json").read_bytes() == before


def test_what_was_not_asked_is_not_gone(known: Path) -> None:
    """A selection says nothing of the other rules."""
    found = outcome(known, "report.json", "--baseline", "known.json", "--select", "PL001", code=0)
    assert (linter(found), found["summary"]["waived"]) == ([], 1)
    before = (known / "known.json").read_bytes()
    write(known / "lint.toml", 'select = ["PL001"]\n')
    assert run_inside("baseline", "prune", "known.json", "report.json", cwd=known).code == 0
    assert (known / "known.json").read_bytes() == before


def test_what_is_undecided_is_not_gone(known: Path) -> None:
    """A figure that is blank now is not mended."""
    before = entries(known)
    (one,) = [one for one in before if one["rule"] == "AR004"]
    tree = json.loads((known / "report.json").read_text(encoding="utf-8"))
    *above, last = one["pointer"].strip("/").split("/")
    reduce(lambda node, step: node[step], above, tree)[last] = None
    write(known / "report.json", json.dumps(tree, ensure_ascii=False))
    found = outcome(known, "report.json", "--baseline", "known.json", code=0)
    assert (reasons(found, "AR004"), found["summary"]["undecided"] > 0) == ([], True)
    assert run_inside("baseline", "prune", "known.json", "report.json", cwd=known).code == 0
    assert one in entries(known)
