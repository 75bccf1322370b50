"""``rules verify``: what it says, in both languages and as JSON, and its exit codes."""

from pathlib import Path

import pytest

from tests.cli.support_cli import run_inside, write
from tests.rulebook.test_verify import DIRECT, relation

CONTRADICTION = relation("upheld > total")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A rule that contradicts a bundled one."""
    write(tmp_path / "own" / "a.yaml", CONTRADICTION)
    return tmp_path / "own"


def test_the_bundled_rules_pass() -> None:
    """Nothing is to be mended; the two redundant relations are told with the reason for which they stay."""
    done = run_inside("rules", "verify", "--lang", "en")
    assert (done.code, done.err) == (0, "")
    assert "to be mended" not in done.out.partition("known, and left")[0]
    assert done.out.startswith("known, and left as it is (2)\n  a redundant relation AR002  table three (7) total")
    assert "10 others say the same\n      AR001  table three (7) total of results × natural persons" in done.out
    assert "rules/arithmetic/ar001_balance.yaml:15:3" in done.out
    assert "42 of them equalities of rank 40: 2 redundant" in done.out
    assert done.out.endswith(" rules: 0 to be mended, 2 known, 0 undecided\n")


def test_coverage_is_drawn_as_the_tables() -> None:
    """Row by row with the number of relations of each cell; the cells in none are listed."""
    lines = run_inside("rules", "verify", "--lang", "en").out.splitlines()
    drawn = {line.split("  ")[1]: line.split()[-7:] for line in lines if line.startswith("  (7) total")}
    assert drawn == {"(7) total of results": ["3"] * 7}
    assert "  reconsideration                        1          1        1        1      1" in lines
    assert "25 cells stand in no relation:" in lines
    assert "  table two central procurement: procurement items, procurement amount" in lines


def test_a_narrow_terminal_gets_the_bare_figures() -> None:
    done = run_inside("rules", "verify", variables={"COLUMNS": "40"})
    assert "  （七）总计: 3 3 3 3 3 3 3" in done.out.splitlines()


WORDS = {
    "en": ("to be mended", "contradictory relations", "can never hold together where no figure is below 0"),
    "zh": ("需要修改", "互相矛盾的关系", "这 2 个关系不可能同时成立（所有数字都不小于 0）"),
}


@pytest.mark.parametrize(("language", "words"), WORDS.items(), ids=WORDS)
def test_a_contradiction_is_exit_1(folder: Path, language: str, words: tuple[str, ...]) -> None:
    """With the rules, their places and the file, in either language."""
    done = run_inside("rules", "verify", "--rules", folder, "--lang", language)
    assert done.code == 1
    for one in words:
        assert one in done.out
    assert "ar004_dispute_total.yaml:15:3" in done.out
    assert "ZZ001  " in done.out


def test_json(folder: Path) -> None:
    """The same for programs: every kind of thing found, relations in figures, each cell of the form."""
    done = run_inside("rules", "verify", "--rules", folder, "--lang", "en", "-f", "json")
    assert done.code == 1
    (found,) = (one for one in done.json["found"] if one["kind"] == "contradiction")
    assert found["place"].pop("end_line", None) is None
    assert found["source"].endswith("ar004_dispute_total.yaml")
    assert {name: found[name] for name in ("rule", "pointer", "where", "wrong", "known", "related", "message")} == {
        "rule": "AR004",
        "pointer": f"{DIRECT}/total",
        "where": "table four litigation without reconsideration × total",
        "wrong": True,
        "known": None,
        "related": [{"rule": "ZZ001", "pointer": f"{DIRECT}/upheld"}],
        "message": "these 2 relations can never hold together where no figure is below 0",
    }
    assert done.json["summary"]["known"] == 2
    assert [form["redundant"] for form in done.json["relations"]] == [2, 2]
    assert len(done.json["uncovered"]) == 25
    assert done.json["rules"]["ZZ001"] == "own-zz001"


def test_to_a_file(tmp_path: Path) -> None:
    """The summary stays on the terminal; the file can be held against later."""
    path = tmp_path / "rules.json"
    done = run_inside("rules", "verify", "-f", "json", "-o", path, "--lang", "en")
    assert (done.code, done.out.count("\n")) == (0, 1)
    assert done.out.endswith(" rules: 0 to be mended, 2 known, 0 undecided\n")
    assert run_inside("rules", "verify", "--against", path).code == 0


def test_against_another_list(tmp_path: Path) -> None:
    """An id that was released and is gone."""
    done = run_inside("rules", "verify", "--against", write(tmp_path / "old.json", {"rules": {"AR999": "gone"}}))
    assert done.code == 1
    assert "消失的编号 AR999" in done.out


def test_a_list_that_is_none_is_exit_2(tmp_path: Path) -> None:
    done = run_inside("rules", "verify", "--against", write(tmp_path / "old.json", "no JSON"))
    assert (done.code, done.out) == (2, "")
    assert done.err == f"xxgk-lint: {tmp_path / 'old.json'}: 不是发布清单：应为含有 rules 的 JSON\n"


def test_a_rule_that_does_not_load_is_exit_2(tmp_path: Path) -> None:
    write(tmp_path / "own" / "a.yaml", "- broken")
    done = run_inside("rules", "verify", "--rules", tmp_path / "own")
    assert (done.code, done.out) == (2, "")
