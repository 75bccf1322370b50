"""Waivers of the configuration and the baseline: what they excuse, and what is said of those that excuse nothing."""

import json
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
