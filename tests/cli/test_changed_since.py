"""``--changed-since`` and ``--staged``: what git says to have changed is checked, and nothing of it is left out."""

import json
import os
import stat
from pathlib import Path

import pytest

from tests.cli.support_cli import CLEAN, changed, clean, failing, half_read, run, run_inside, summary, warned, write
from tests.cli.support_git import commit_all, git, repository

pytestmark = pytest.mark.needs_program("git")
POSIX = pytest.mark.skipif(os.name != "posix", reason="file names and links of POSIX")

NOTHING = "没有找到可检查的报告  已检查 0/0 份报告：错误 0，警告 0，提示 0；提问 0 项，未能判断 0 项"


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A repository with three reports and a text beside them, all committed."""
    folder = repository(tmp_path / "work")
    for name in ("a.json", "b.json", "towns/c.json"):
        write(folder / name, clean())
    write(folder / "notes.txt", "Dear all,\n")
    commit_all(folder)
    return folder


def sources(*arguments: str | Path, cwd: Path, code: int = 0) -> list[str]:
    """The reports that a run is about, as it names them."""
    done = run_inside("check", *arguments, "-f", "json", cwd=cwd)
    assert done.code == code, done.err
    return [report["source"] for report in done.json["reports"]]


def test_only_what_changed_is_checked(work: Path) -> None:
    """A mistake in a file that did not change is not told; how many were left out is."""
    write(work / "b.json", failing())
    commit_all(work)
    write(work / "a.json", warned())
    done = run_inside("check", "--changed-since", "HEAD", "-f", "plain", cwd=work)
    assert (done.code, done.err) == (0, "xxgk-lint: 自“HEAD”以来，4 个文件中 1 个有改动，只查这些\n")
    assert [line.partition(":")[0] for line in done.out.splitlines()[:-1]] == ["./a.json"]
    assert done.out.splitlines()[-1].startswith("已检查 1/1 份报告")


def test_nothing_changed(work: Path) -> None:
    """Exit 0, and the summary says that nothing was checked."""
    done = run_inside("check", "--changed-since", "HEAD", cwd=work)
    assert (done.code, done.out) == (0, f"{NOTHING}\n")
    assert done.err == "xxgk-lint: 自“HEAD”以来，4 个文件中 0 个有改动，只查这些\n"


def test_nothing_changed_for_programs(work: Path) -> None:
    done = run_inside("check", "--changed-since", "HEAD", "-f", "json", cwd=work)
    assert (done.code, done.json["reports"], done.json["summary"]["files"]) == (0, [], 0)


def _staged(work: Path) -> None:
    write(work / "a.json", failing())
    git(work, "add", "a.json")


def _committed(work: Path) -> None:
    write(work / "a.json", failing())
    commit_all(work)


def _untracked_in_a_new_folder(work: Path) -> None:
    write(work / "new" / "deep" / "d.json", failing())


def _renamed(work: Path) -> None:
    write(work / "a.json", failing())
    commit_all(work)
    git(work, "tag", "before")
    git(work, "mv", "a.json", "z.json")


def _renamed_by_hand(work: Path) -> None:
    write(work / "a.json", failing())
    commit_all(work)
    git(work, "tag", "before")
    (work / "a.json").rename(work / "z.json")


CHANGES = {
    "changed": (lambda work: write(work / "a.json", failing()), ["./a.json"], 1),
    "staged": (_staged, ["./a.json"], 1),
    "committed-since": (_committed, ["./a.json"], 1),
    "new": (lambda work: write(work / "d.json", failing()), ["./d.json"], 1),
    "new-in-a-new-folder": (_untracked_in_a_new_folder, ["./new/deep/d.json"], 1),
    "renamed": (_renamed, ["./z.json"], 1),
    "renamed-without-git": (_renamed_by_hand, ["./z.json"], 1),
    "deleted": (lambda work: (work / "a.json").unlink(), [], 0),
    "no-report": (lambda work: write(work / "notes.txt", "Dear both,\n"), [], 0),
    "damaged": (lambda work: write(work / "a.json", '{"sections": {'), ["./a.json"], 2),
    "half-read": (lambda work: write(work / "d.txt", half_read()), ["./d.txt"], 2),
}  # fmt: skip


@pytest.mark.parametrize(("change", "expected", "code"), CHANGES.values(), ids=CHANGES)
def test_what_counts_as_changed(change: object, expected: list[str], code: int, work: Path) -> None:
    git(work, "tag", "before")
    assert callable(change)
    git(work, "tag", "--delete", "before") if change in (_renamed, _renamed_by_hand) else None
    change(work)
    assert sources("--changed-since", "before", cwd=work, code=code) == expected


def test_an_ignored_file_is_none_of_gits(work: Path) -> None:
    write(work / ".gitignore", "drafts/\n")
    write(work / "drafts" / "d.json", failing())
    assert sources("--changed-since", "HEAD", cwd=work) == []


def test_a_file_that_is_no_report_is_listed_as_passed_over(work: Path) -> None:
    """Even where it was named: git chose it."""
    write(work / "notes.txt", "Dear both,\n")
    wide = {"COLUMNS": "200"}
    done = run_inside("check", "notes.txt", "a.json", "--changed-since", "HEAD", cwd=work, variables=wide)
    assert (done.code, done.out) == (0, f"notes.txt  不是年度报告，未检查\n{NOTHING}，略过 1 个文件\n")


@pytest.mark.parametrize("path", ["none.json", "none", "folder/none.json", "folder/none/"])
@pytest.mark.parametrize("option", [("--changed-since", "HEAD"), ("--staged",)], ids=["changed", "staged"])
def test_a_name_that_is_not_there_is_no_file_without_changes(path: str, option: tuple[str, ...], work: Path) -> None:
    """A slip of the pen in the name of a folder would else pass for ever."""
    assert sources(path, *option, cwd=work, code=2) == [path]


def test_patterns_of_the_configuration_hold_for_what_git_chose(work: Path) -> None:
    """A hook names every file; what the configuration leaves out stays out."""
    write(work / "lint.toml", 'exclude = ["drafts/*"]\n')
    report = write(work / "drafts" / "d.json", failing())
    for option in (("--changed-since", "HEAD"), ("--staged",)):
        assert sources(report.relative_to(work), *option, cwd=work) == []
    assert sources("--staged", "a.json", "--include", "b*", cwd=work) == []


REVISIONS = ["none", "", "-", "--", "--all", "--output=x", "HEAD^{tree}", "HEAD..HEAD", ":/none", "a b", "版本", "\n"]


@pytest.mark.parametrize("revision", REVISIONS)
@pytest.mark.parametrize("path", [".", "empty"])
def test_a_revision_that_is_none(revision: str, path: str, work: Path) -> None:
    """Exit 2, nothing checked, nothing written; also where there is nothing to check."""
    (work / "empty").mkdir()
    before = sorted(work.iterdir())
    done = run_inside("check", path, f"--changed-since={revision}", cwd=work)
    assert (done.code, done.out) == (2, "")
    assert f"没有版本“{revision.strip()}" in done.err.replace("\\x0a", "")
    assert sorted(work.iterdir()) == before


NAMED = {"branch": "main", "tag": "v1", "before": "HEAD~1", "short": "", "annotated": "v2", "branch-with-slash": "x/y"}


@pytest.mark.parametrize("revision", NAMED.values(), ids=NAMED)
def test_a_revision_by_any_name(revision: str, work: Path) -> None:
    for command in (("tag", "v1"), ("tag", "--annotate", "--message", "a", "v2"), ("branch", "x/y")):
        git(work, *command)
    short = git(work, "rev-parse", "--short", "HEAD").strip()
    git(work, "switch", "--quiet", "--create", "next")
    write(work / "b.json", failing())
    commit_all(work)
    assert sources(f"--changed-since={revision or short}", cwd=work, code=1) == ["./b.json"]


def test_no_repository(tmp_path: Path) -> None:
    write(tmp_path / "a.json", clean())
    for option in ("--changed-since=HEAD", "--staged"):
        done = run("check", option, cwd=tmp_path, variables={"GIT_CEILING_DIRECTORIES": str(tmp_path.parent)})
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith("xxgk-lint: git 无法比较：fatal: not a git repository")


def test_a_repository_without_a_commit(tmp_path: Path) -> None:
    folder = repository(tmp_path / "work")
    write(folder / "a.json", clean())
    done = run_inside("check", "--changed-since", "HEAD", cwd=folder)
    assert (done.code, done.out, done.err) == (2, "", "xxgk-lint: 没有版本“HEAD”\n")


def test_no_git(work: Path, tmp_path: Path) -> None:
    for option in ("--changed-since=HEAD", "--staged"):
        done = run("check", option, cwd=work, variables={"PATH": str(tmp_path)})
        assert (done.code, done.out, done.err) == (2, "", "xxgk-lint: 需要 git，但没有找到\n")


NAMES = ["示例市水利局2023年.json", " a b .json", "a\"b'.json", "-o.json", "%s{0}.json", "[a]*.json"]
POSIX_NAMES = ["a\nb.json", "\n.json", "a\tb.json", "a\\b.json", os.fsdecode(b"\xff\xfe.json")]


@pytest.mark.parametrize("state", ["changed", "new", "staged"])
def test_names_of_files(state: str, work: Path) -> None:
    names = [*NAMES, *(POSIX_NAMES if os.name == "posix" else [])]
    shown = [name.encode("utf-8", "backslashreplace").decode() for name in names]  # where one is no UTF-8
    expected = sorted(f"./{name}" for name in shown)
    if state == "changed":
        for name in names:
            (work / name).write_text(clean(), encoding="utf-8")
        commit_all(work)
    for name in names:
        (work / name).write_text(json.dumps(json.loads(clean()) | {"year": 2022}), encoding="utf-8")
    if state == "staged":
        git(work, "add", "--all")
    assert sorted(sources("--changed-since", "HEAD", "--fail-on", "never", cwd=work)) == expected
    if state == "staged":
        staged = sources("--staged", "--fail-on", "never", cwd=work)
        assert sorted(staged) == [name.removeprefix("./") for name in expected]


def test_from_a_folder_below(work: Path) -> None:
    """Names are seen from there, and what changed elsewhere is not asked for."""
    write(work / "towns" / "c.json", failing())
    write(work / "a.json", failing())
    assert sources("--changed-since", "HEAD", cwd=work / "towns", code=1) == ["./c.json"]
    assert sources("..", "--changed-since", "HEAD", cwd=work / "towns", code=1) == ["../a.json", "../towns/c.json"]
    git(work, "add", "--all")
    assert sources("--staged", cwd=work / "towns", code=1) == ["../a.json", "c.json"]


def test_from_elsewhere(work: Path, tmp_path: Path) -> None:
    """The repository is that of the files, wherever the program runs."""
    path = write(work / "a.json", failing())
    assert sources(work, "--changed-since", "HEAD", cwd=tmp_path, code=1) == [str(path)]


def test_with_git_told_of_another_place(work: Path, tmp_path: Path) -> None:
    """Git tells its hooks where the repository is, relative to its top; that must not hide what changed below."""
    repository(tmp_path / "other")
    write(work / "towns" / "c.json", failing())
    for variables in ({"GIT_DIR": ".git"}, {"GIT_DIR": str(tmp_path / "other" / ".git"), "GIT_INDEX_FILE": "index"}):
        done = run("check", "towns", "--changed-since", "HEAD", "-f", "plain", cwd=work, variables=variables)
        assert (done.code, "towns/c.json:" in done.out) == (1, True)


@POSIX
def test_as_a_hook_of_a_second_working_tree(work: Path, tmp_path: Path) -> None:
    """What git itself tells its hooks there is not in the way."""
    second = tmp_path / "second"
    git(work, "worktree", "add", "--quiet", second)
    said = tmp_path / "said"
    write(work / ".git" / "hooks" / "pre-commit", f'#!/bin/sh\nenv | grep ^GIT_ > "{said}"\n').chmod(0o755)
    git(second, "commit", "--allow-empty", "--message", "a")
    told = dict(entry.split("=", 1) for entry in said.read_text(encoding="utf-8").splitlines())
    assert "GIT_INDEX_FILE" in told
    write(second / "towns" / "c.json", failing())
    git(second, "add", "--all")
    for option in ("--changed-since=HEAD", "--staged"):
        done = run("check", option, "-f", "plain", cwd=second / "towns", variables=told)
        assert (done.code, "c.json:" in done.out) == (1, True), done.err


def test_another_repository_within(work: Path) -> None:
    """Git says of it no more than that it is there; so all of it is checked."""
    write(repository(work / "inner") / "d.json", failing())
    assert sources("--changed-since", "HEAD", cwd=work, code=1) == ["./inner/d.json"]


def test_a_submodule(work: Path, tmp_path: Path) -> None:
    """Checked where it changed as a whole, also where the repository is set not to look into it."""
    other = repository(tmp_path / "other")
    write(other / "d.json", clean())
    commit_all(other)
    git(work, "-c", "protocol.file.allow=always", "submodule", "--quiet", "add", other, "inner")
    git(work, "config", "submodule.inner.ignore", "all")
    commit_all(work)
    assert sources("--changed-since", "HEAD", cwd=work) == []
    write(work / "inner" / "d.json", failing())
    assert sources("--changed-since", "HEAD", cwd=work, code=1) == ["./inner/d.json"]


@POSIX
def test_through_a_link(work: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(work)
    write(work / "a.json", failing())
    found = sources(tmp_path / "link" / "a.json", "--changed-since", "HEAD", cwd=tmp_path, code=1)
    assert found == [str(tmp_path / "link" / "a.json")]


def test_with_standard_input(work: Path) -> None:
    """Standard input is always checked: git knows nothing of it."""
    done = run_inside("check", "-", "--changed-since", "HEAD", "-f", "json", cwd=work, stdin=clean().encode())
    assert (done.code, [report["source"] for report in done.json["reports"]]) == (0, ["-"])


def test_with_a_baseline(work: Path) -> None:
    """Known findings of files that did not change are neither told nor gone."""
    write(work / "a.json", changed("/agency/name", "例县教育局"))
    commit_all(work)
    assert run_inside("check", "--write-baseline", "baseline.json", cwd=work).code == 0
    write(work / "b.json", clean() + "\n")
    done = run_inside("check", "--baseline", "baseline.json", "--changed-since", "HEAD", "-f", "json", cwd=work)
    assert done.code == 0
    assert [report["source"] for report in done.json["reports"]] == ["./b.json"]


@pytest.mark.parametrize(("level", "code"), [("error", 0), ("warning", 1)])
def test_what_is_to_be_said_of_waivers_is_said_without_reports(level: str, code: int, work: Path) -> None:
    """An expired waiver is a warning, whatever changed."""
    waiver = '[[waivers]]\nrule = "YY001"\nreason = "机构改革，口径不同"\nuntil = "2020-12-31"\n'
    write(work / "lint.toml", waiver)
    commit_all(work)
    done = run_inside("check", "--changed-since", "HEAD", "--fail-on", level, "-f", "json", cwd=work)
    (told,) = done.json["reports"]
    assert (done.code, [found["rule"] for found in told["findings"]]) == (code, ["LT011"])


# ------------------------------------------------------------------------------------------------------------- --staged


def test_a_hook_names_the_files(work: Path) -> None:
    """Those, whatever is staged; what is no report is passed over."""
    write(work / "b.json", failing())
    assert sources("--staged", "a.json", "notes.txt", cwd=work) == ["a.json"]
    assert sources("--staged", "b.json", "notes.txt", cwd=work, code=1) == ["b.json"]


def test_a_hook_names_no_report(work: Path) -> None:
    """0; without the option, a file that was named and is no report is 2."""
    done = run_inside("check", "--staged", "notes.txt", cwd=work, variables={"COLUMNS": "200"})
    assert (done.code, done.out) == (0, f"notes.txt  不是年度报告，未检查\n{NOTHING}，略过 1 个文件\n")
    assert run_inside("check", "notes.txt", cwd=work).code == 2


DAMAGED = {
    "json": ("d.json", b'{"sections": {'),
    "word": ("d.docx", b"PK\x03\x04\x00"),
    "half": ("d.txt", half_read().encode()),
}


@pytest.mark.parametrize(("name", "content"), DAMAGED.values(), ids=DAMAGED)
def test_a_hook_names_a_damaged_report(name: str, content: bytes, work: Path) -> None:
    write(work / name, content)
    assert sources("--staged", "a.json", name, cwd=work, code=2) == ["a.json", name]


def test_without_names_what_is_staged_is_checked(work: Path) -> None:
    """Neither what only changed nor what is to be deleted."""
    write(work / "a.json", failing())
    write(work / "d.json", failing())
    git(work, "add", "d.json")
    git(work, "rm", "--quiet", "b.json")
    done = run_inside("check", "--staged", "-f", "json", cwd=work)
    assert (done.code, [report["source"] for report in done.json["reports"]], done.err) == (1, ["d.json"], "")


def test_nothing_staged(work: Path) -> None:
    done = run_inside("check", "--staged", cwd=work)
    assert (done.code, done.out, done.err) == (0, f"{NOTHING}\n", "")


def test_a_file_that_differs_from_what_is_staged_is_told(work: Path) -> None:
    """The file in the folder is checked; that it is another than the one committed must not be silent."""
    write(work / "a.json", failing())
    git(work, "add", "a.json")
    write(work / "a.json", clean())
    done = run_inside("check", "--staged", cwd=work)
    assert (done.code, done.err) == (0, "xxgk-lint: a.json: 与暂存的内容不同；检查的是文件夹中的文件\n")
    assert done.out.endswith(summary(CLEAN))


@POSIX
def test_a_file_that_only_became_executable_is_checked(work: Path) -> None:
    path = work / "a.json"
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    assert sources("--changed-since", "HEAD", cwd=work) == ["./a.json"]
