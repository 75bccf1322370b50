"""``xxgk-lint rules new``: a rule is started, filled in and tried."""

from pathlib import Path

import pytest

from lint import resources
from lint.readers.yaml_ import parse_yaml
from lint.rulebook.book import load
from lint.rulebook.starting import next_id, titled
from lint.rulebook.templates import TEMPLATES
from tests.cli.support_cli import Done, run_inside, write

ENGLISH = ("--lang", "en")


def new(folder: Path, *arguments: str) -> Done:
    """Start a rule of family ZZ in a folder."""
    return run_inside("rules", "new", "ZZ", *arguments, "--rules", folder, *ENGLISH)


def test_new_fill_in_test(tmp_path: Path) -> None:
    """What a user does: new, test, fill in, test."""
    folder = tmp_path / "our rules"
    done = new(folder, "总体情况不写空话", "--en", "No empty words")
    path = folder / "zz001_no_empty_words.yaml"
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [
        f"written: {path}",
        "when it is filled in:",
        f"  xxgk-lint rules test ZZ001 --rules '{folder}'",
        f"  xxgk-lint rules test ZZ001 --rules '{folder}' --watch",
        f"  xxgk-lint explain ZZ001 --rules '{folder}'",
    ]
    tried = run_inside("rules", "test", "ZZ001", "--rules", folder, *ENGLISH)
    assert tried.code == 0
    assert tried.out.splitlines()[-1] == "ZZ001: still to be filled in: why, basis, check, confidence, examples"
    text = path.read_text(encoding="utf-8")
    for old, words in (
        ("待填写的词", "高度重视"),
        ("待填写：为什么要查，不查会怎样。", "空话不告诉读者任何事。"),
        ("to be filled in: why this is asked", "Empty words tell nothing."),
        ("待填写：法规或文件名称、文号、条款 (to be filled in)", "本单位写作要求"),
        ("待填写：什么情况下会误报。", "引用文件原话时会误报。"),
        ("to be filled in: what makes it a false alarm", "Quotations are false alarms."),
    ):
        assert old in text
        text = text.replace(old, words)
    write(path, text)
    filled = run_inside("rules", "test", "ZZ001", "--rules", folder, *ENGLISH)
    assert (filled.code, filled.out.splitlines()) == (0, [
        "2 held, 0 not held / 例子 2 个，不符 0 个",
        "60 of 60 violations made from the examples were found, 30 of 30 good reports passed",
    ])  # fmt: skip
    shown = run_inside("explain", "zz001", "--rules", folder, *ENGLISH)
    assert shown.out.startswith("ZZ001 no-empty-words  [info]\nNo empty words\n")


@pytest.mark.parametrize("kind", TEMPLATES)
def test_every_kind_runs_as_written(tmp_path: Path, kind: str) -> None:
    """Its examples hold, 20 violations can be made from them, and it says that it is to be filled in."""
    assert new(tmp_path, "A title", "--check", kind).code == 0
    done = run_inside("rules", "test", "ZZ001", "--rules", tmp_path, "-v", *ENGLISH)
    assert (done.code, done.err) == (0, "")
    assert " 60/60 " in done.out
    assert "\nZZ001: still to be filled in: title, why, basis, " in done.out
    assert (tmp_path / "zz001_a_title.py").is_file() is (kind == "python")


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """The next rule takes the next id; a file that is there already is an error, and stays as it is."""
    assert new(tmp_path, "A title").code == 0
    assert new(tmp_path, "A title").code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["zz001_a_title.yaml", "zz002.yaml"]
    kept = write(tmp_path / "zz003_other.yaml.txt", "mine")
    kept.rename(tmp_path / "zz003_other.yaml")
    done = new(tmp_path, "other")
    assert (done.code, done.out) == (2, "")


def test_a_file_that_is_there(tmp_path: Path) -> None:
    """Though it is no rule of this family."""
    (tmp_path / "zz001_other.yaml").mkdir()
    done = new(tmp_path, "other")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"xxgk-lint: {tmp_path / 'zz001_other.yaml'}: ")


def test_the_first_line_is_for_editors(tmp_path: Path) -> None:
    """It leads to the schema of rule files; both languages stand there."""
    new(tmp_path, '标题：甲"乙')
    text = (tmp_path / "zz001.yaml").read_text(encoding="utf-8")
    schema = (resources.bundle_root() / "schemas" / "rule.schema.json").as_uri()
    assert text.splitlines()[0] == f"# yaml-language-server: $schema={schema}"
    spec, _ = parse_yaml(text)
    assert isinstance(spec, dict)
    assert spec["title"] == {"zh": '标题：甲"乙', "en": "待填写 to be filled in"}


def test_the_folder_of_the_configuration(tmp_path: Path) -> None:
    """Where the project's configuration names a folder of rules, a new one goes there."""
    write(tmp_path / "lint.toml", 'rules = ["own"]')
    (tmp_path / "own").mkdir()
    done = run_inside("rules", "new", "zz", "A title", *ENGLISH, cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert (tmp_path / "own" / "zz001_a_title.yaml").is_file()
    assert done.out.splitlines()[2:] == [
        "  xxgk-lint rules test ZZ001", "  xxgk-lint rules test ZZ001 --watch", "  xxgk-lint explain ZZ001",
    ]  # fmt: skip


REFUSED = {
    "no family": ("Z", "“Z”不是规则族：应为两个字母"),
    "no letters": ("Z1", "“Z1”不是规则族：应为两个字母"),
    "the linter's own": ("lt", "LT 族由程序自身使用"),
    "no folder": ("ZZ", "请用 --rules 写明放规则的文件夹"),
}


@pytest.mark.parametrize(("family", "words"), REFUSED.values(), ids=REFUSED)
def test_refused(tmp_path: Path, family: str, words: str) -> None:
    """2, and nothing is written."""
    named = () if family == "ZZ" else ("--rules", tmp_path / "own")
    done = run_inside("rules", "new", family, "题目", *named, cwd=tmp_path)
    assert (done.code, done.out, done.err) == (2, "", f"xxgk-lint: {words}\n")
    assert list(tmp_path.iterdir()) == []


NEXT = {
    "none yet": ((), "ZZ001"),
    "behind the last": (("ZZ001", "ZZ007", "AR009"), "ZZ008"),
    "gaps are not filled": (("ZZ002",), "ZZ003"),
}


@pytest.mark.parametrize(("taken", "expected"), NEXT.values(), ids=NEXT)
def test_the_next_id(taken: tuple[str, ...], expected: str) -> None:
    """Numbers are never used twice, so none between is taken either."""
    assert next_id("zz", taken) == expected


def test_bundled_ids_are_taken() -> None:
    """In a family of the bundled rules the numbers go on."""
    ids = {rule.id for rule in load().rules}
    assert next_id("AR", ids) not in ids


def test_titles() -> None:
    """Chinese is told by its characters."""
    assert titled("标题", "") == ("标题", "")
    assert titled("title", "标题") == ("标题", "title")
