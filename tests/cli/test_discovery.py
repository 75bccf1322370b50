"""Which files a path means, and which of them are passed over: nothing is skipped in silence, nothing is followed."""

import json
import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from lint.model.run import run_of
from lint.readers.files import Target, wanted
from tests.cli.support_cli import CAN_BE_REFUSED, CLEAN, clean, failing, run, run_without_rights, summary, write
from tests.formatters.support_formatters import session

POSIX = pytest.mark.skipif(os.name != "posix", reason="file names and links of POSIX")
TRACED = "附：政府信息公开工作年度报告"
TEXT = CLEAN.with_suffix(".txt").read_text(encoding="utf-8")

BESIDE: dict[str, tuple[str, bytes | str, str]] = {
    # Name, content, what becomes of it in a folder that is walked: passed over, its rules, or none.
    "csv": ("a.csv", "a,b\n1,2\n", "passed over"),
    "picture": ("a.png", b"\x89PNG\r\n\x1a\n\x00\x00", "passed over"),
    "archive": ("a.zip", b"PK\x03\x04", "passed over"),
    "no-ending": ("LICENSE", "MIT License\n", "passed over"),
    "empty-no-ending": ("a", "", "passed over"),
    "json-without-trace": ("a.json", '{"name": "x"}', "passed over"),
    "broken-json-without-trace": ("a.json", '{"name": ', "passed over"),
    "empty-json": ("a.json", "", "passed over"),
    "json-list": ("a.json", "[1, 2]", "passed over"),
    "yaml-without-trace": ("a.yaml", "name: x\n", "passed over"),
    "broken-yaml-without-trace": ("a.yaml", "name: [x\n", "passed over"),
    "text-without-trace": ("a.txt", "Dear all,\n", "passed over"),
    "markdown-without-trace": ("README.md", "# A project\n", "passed over"),
    "html-without-trace": ("a.html", "<p>A page</p>\n", "passed over"),
    "htm-without-trace": ("a.htm", "<p>A page</p>\n", "passed over"),
    "code-without-trace": ("a.py", "print(1)\n", "passed over"),
    "code-that-speaks-of-reports": ("a.py", f"# {TRACED}\n", "passed over"),
    "list-of-reports": ("a.csv", f"示例市水利局2023年{TRACED}\n样例县教育局2023年{TRACED}\n", "passed over"),
    "broken-json-with-trace": ("a.json", f'{{"title": "{TRACED}", ', "LT003"),
    "broken-ascii-json-with-trace": ("a.json", f'{{"title": {json.dumps(TRACED)}, ', "LT003"),
    "broken-json-with-sections": ("a.json", '{"sections": {', "LT003"),
    "broken-yaml-with-trace": ("a.yaml", f"title: [{TRACED}\n", "LT003"),
    "gb18030-broken-with-trace": ("a.txt", TRACED.encode("gb18030") * 20 + b"\xff\xff", "LT002"),
    "markdown-that-speaks-of-reports": ("a.md", f"# 说明\n\n{TRACED}见网站。\n", "passed over"),
    "page-that-speaks-of-reports": ("a.html", f"<p>{TRACED}见网站。</p>", "passed over"),
    "page-with-the-report-attached": ("a.htm", f"<h1>{TRACED}</h1><a href='a.doc'>附件</a>".encode("gb18030"), "LT001"),
    **{ending: (f"a.{ending}", b"\x00", "LT001") for ending in "docx doc wps rtf odt pdf xlsx xls ods".split()},
    "upper-case": ("A.DOCX", b"\x00", "LT001"),
    "text": ("a.txt", TEXT, "none"),
    "text-upper-case": ("A.TXT", TEXT, "none"),
    "text-without-ending": ("年度报告", TEXT, "none"),
    "text-other-ending": ("a.txt.bak", TEXT, "none"),
    "json-other-ending": ("a.json.orig", CLEAN.read_bytes(), "none"),
    "text-gb18030": ("a.txt", TEXT.encode("gb18030"), "none"),
    "text-utf-16": ("a.txt", TEXT.encode("utf-16"), "none"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "content", "outcome"), BESIDE.values(), ids=BESIDE)
def test_a_file_beside_a_report(tmp_path: Path, name: str, content: bytes | str, outcome: str) -> None:
    """No trace: passed over, exit 0. Traces or a format that cannot be looked into: exit 2. A report: checked."""
    write(tmp_path / "good.json", clean())
    path = write(tmp_path / name, content)
    found = run_of(session().check_paths([tmp_path]))
    shown = {one.source: [each.rule for each in one.diagnostics] for one in found.results if one.state != "passed_over"}
    expected: dict[str, list[str]] = {str(tmp_path / "good.json"): []}
    if outcome != "passed over":
        expected[str(path)] = [] if outcome == "none" else [outcome]
    assert shown == expected
    assert found.summary.exit_code("error") == (2 if outcome.startswith("LT") else 0)
    assert found.summary.passed_over == (outcome == "passed over")
    assert found.summary.files == len(shown)


@pytest.mark.parametrize("name", ["text", "plain"])
def test_what_was_passed_over_is_listed(tmp_path: Path, name: str) -> None:
    """By name, and counted in the summary."""
    write(tmp_path / "good.json", clean())
    path = write(tmp_path / "a.csv", "a,b\n")
    done = run("check", tmp_path, "-f", name, variables={"COLUMNS": "200"})
    assert done.code == 0
    listed = f"{path}{'  ' if name == 'text' else ': '}不是年度报告，未检查\n"
    assert done.out == listed + summary(CLEAN, more="，略过 1 个文件")


def test_what_is_named_is_never_passed_over(tmp_path: Path) -> None:
    """The same file, named: exit 2."""
    path = write(tmp_path / "a.csv", "a,b\n")
    done = run("check", path, "-f", "json")
    assert (done.code, [found["rule"] for found in done.json["reports"][0]["findings"]]) == (2, ["LT004"])


def _tree(folder: Path, *paths: str) -> Path:
    for path in paths:
        write(folder / path, "{}")
    return folder


def _found(folder: Path, *paths: str, include: tuple[str, ...] = (), exclude: tuple[str, ...] = ()) -> list[str]:
    """What the paths mean, seen from the folder."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        return [target.path.replace(os.sep, "/") for target in wanted(paths, include, exclude).targets]
    finally:
        os.chdir(before)


FILES = (
    "b.json",
    "a.json",
    "c/z.txt",
    "c/d/y.json",
    "c/d/x.txt",
    ".hidden.json",
    ".git/x.json",
    "c/__pycache__/x.pyc",
)
WANTED: dict[str, tuple[tuple[str, ...], list[str]]] = {
    "folder": (("c",), ["c/d/x.txt", "c/d/y.json", "c/z.txt"]),
    "current-folder": ((".",), ["./a.json", "./b.json", "./c/d/x.txt", "./c/d/y.json", "./c/z.txt"]),
    "file": (("b.json",), ["b.json"]),
    "missing-file": (("none.json",), ["none.json"]),
    "hidden-but-named": ((".hidden.json",), [".hidden.json"]),
    "order-as-given": (("b.json", "a.json"), ["b.json", "a.json"]),
    "each-once": (("a.json", "a.json", "*.json"), ["a.json", "b.json"]),
    "pattern": (("*.json",), ["a.json", "b.json"]),
    "pattern-in-folder": (("c/*.txt",), ["c/z.txt"]),
    "pattern-of-folders": (("c/*/*.json",), ["c/d/y.json"]),
    "pattern-that-fits-a-folder": (("c*",), ["c/d/x.txt", "c/d/y.json", "c/z.txt"]),
    "question-mark": (("?.json",), ["a.json", "b.json"]),
    "set": (("[ab].json",), ["a.json", "b.json"]),
    "deep": (("**/*.json",), ["./a.json", "./b.json", "./c/d/y.json"]),
    "deep-in-folder": (("c/**/*.txt",), ["c/d/x.txt", "c/z.txt"]),
    "deep-all": (("c/**",), ["c/d/x.txt", "c/d/y.json", "c/z.txt"]),
    "deep-in-pattern": (("[c]/**/y.*",), ["c/d/y.json"]),
    "deep-then-folder": (("**/d/*",), ["./c/d/x.txt", "./c/d/y.json"]),
    "no-match": (("*.yaml",), []),
}


@pytest.mark.parametrize(("paths", "expected"), WANTED.values(), ids=WANTED)
def test_what_paths_mean(tmp_path: Path, paths: tuple[str, ...], expected: list[str]) -> None:
    """Folders with all below in the order of names; hidden files and compiled Python left out unless named."""
    assert _found(_tree(tmp_path, *FILES), *paths) == expected


PATTERNS: dict[str, tuple[tuple[str, ...], tuple[str, ...], list[str]]] = {
    "include-name": (("*.json",), (), ["./a.json", "./b.json", "./c/d/y.json"]),
    "include-path": (("c/d/*",), (), ["./c/d/x.txt", "./c/d/y.json"]),
    "include-folder": (("c",), (), ["./c/d/x.txt", "./c/d/y.json", "./c/z.txt"]),
    "exclude-name": ((), ("*.txt",), ["./a.json", "./b.json", "./c/d/y.json"]),
    "exclude-file": ((), ("a.json",), ["./b.json", "./c/d/x.txt", "./c/d/y.json", "./c/z.txt"]),
    "exclude-path": ((), ("c/z.txt",), ["./a.json", "./b.json", "./c/d/x.txt", "./c/d/y.json"]),
    "exclude-folder": ((), ("c",), ["./a.json", "./b.json"]),
    "exclude-folder-slash": ((), ("d/",), ["./a.json", "./b.json", "./c/z.txt"]),
    "exclude-dot-slash": ((), ("./c/*",), ["./a.json", "./b.json"]),
    "exclude-wins": (("*.json",), ("b*",), ["./a.json", "./c/d/y.json"]),
}


@pytest.mark.parametrize(("include", "exclude", "expected"), PATTERNS.values(), ids=PATTERNS)
def test_include_and_exclude(
    tmp_path: Path, include: tuple[str, ...], exclude: tuple[str, ...], expected: list[str]
) -> None:
    """Patterns fit names, paths and folders."""
    assert _found(_tree(tmp_path, *FILES), ".", include=include, exclude=exclude) == expected


def test_what_is_named_is_never_excluded(tmp_path: Path) -> None:
    """--exclude is about folders and patterns."""
    assert _found(_tree(tmp_path, *FILES), "a.json", "*.json", exclude=("*.json",)) == ["a.json"]


def test_a_file_named_beside_its_folder_counts_as_named(tmp_path: Path) -> None:
    """It must then be a report."""
    write(tmp_path / "a.csv", "a")
    path = str(tmp_path / "a.csv")
    assert wanted([str(tmp_path), path]).targets == (Target(path, named=True),)
    assert wanted([path, str(tmp_path)]).targets == (Target(path, named=True),)


SPELLINGS = {
    "file": (["a.json", "./a.json"], ["a.json"]),
    "doubled signs": ([".//r///a.json", "r/a.json"], [".//r///a.json"]),
    "folder": (["r", "./r"], ["r/a.json", "r/b.json"]),
    "whole path": (["{here}/r", "r"], ["{here}/r/a.json", "{here}/r/b.json"]),
    "folder and file": (["./r", "r/b.json"], ["./r/a.json", "./r/b.json"]),
    "file and folder": (["r/b.json", "./r/"], ["r/b.json", "./r/a.json"]),
    "pattern and folder": (["./r/*.json", "r"], ["./r/a.json", "./r/b.json"]),
    "pattern below": (
        ["r/a.json", "./**/*.json"],
        ["r/a.json", "./a.json", "./r/b.json", "./r.old/a.json", "./s/a.json"],
    ),
    "and back": (["s/../r", "r/."], ["s/../r/a.json", "s/../r/b.json"]),
    "where it is": (["../{name}/a.json", "a.json"], ["../{name}/a.json"]),
    "folders of one beginning": (["r", "./r.old"], ["r/a.json", "r/b.json", "./r.old/a.json"]),
    "not there": (["none.json", "./none.json"], ["none.json"]),
}


@POSIX
@pytest.mark.parametrize(("paths", "expected"), SPELLINGS.values(), ids=SPELLINGS)
def test_one_file_in_two_spellings(tmp_path: Path, paths: list[str], expected: list[str]) -> None:
    """It is checked once, and called as it was first."""
    tree = _tree(tmp_path, "a.json", "r/a.json", "r/b.json", "r.old/a.json", "s/a.json")
    here = {"here": str(tree), "name": tree.name}
    assert _found(tree, *(path.format(**here) for path in paths)) == [path.format(**here) for path in expected]


@POSIX
def test_a_file_counts_as_named_in_any_spelling(tmp_path: Path) -> None:
    write(tmp_path / "a.csv", "a")
    path = str(tmp_path / "a.csv")
    assert wanted([str(tmp_path), f"{tmp_path}/./a.csv"]).targets == (Target(path, named=True),)


@POSIX
def test_a_folder_of_no_reports_in_two_spellings(tmp_path: Path) -> None:
    """Whatever the order, it is told that nothing was found there."""
    write(tmp_path / "r" / "a.txt", "a")
    found = wanted([f"{tmp_path}/r/a.txt", f"{tmp_path}/./r"])
    assert found.barren(frozenset({f"{tmp_path}/r/a.txt"})) == (f"{tmp_path}/./r",)


@POSIX
def test_links_are_names_of_their_own(tmp_path: Path) -> None:
    """What ``..`` leads to behind a link is not the folder that the link lies in: nothing is taken for another file."""
    for name in ("a.json", "far/a.json", "far/r/b.json"):
        write(tmp_path / name, clean())
    (tmp_path / "link").symlink_to("far/r")
    assert _found(tmp_path, "a.json", "link/../a.json") == ["a.json", "link/../a.json"]
    assert _found(tmp_path, "far/r", "link") == ["far/r/b.json", "link/b.json"]


@POSIX
@pytest.mark.parametrize("path", [".", "**/*.json", "**", "*"])
def test_links_do_not_loop(tmp_path: Path, path: str) -> None:
    """A link to a folder is not followed, a link to itself is no trap; each report is checked once."""
    write(tmp_path / "in" / "a.json", clean())
    for name, target in (("self", "self"), ("dot", "."), ("up", ".."), ("in/back", "../in"), ("in/twice", "../dot")):
        (tmp_path / name).symlink_to(target)
    done = run("check", path, "-f", "json", cwd=tmp_path)
    assert [Path(report["source"]) for report in done.json["reports"]] == [Path("in/a.json")]
    assert (done.code, done.err) == (0, "")


@POSIX
def test_links_to_folders_are_listed(tmp_path: Path) -> None:
    """Not followed, and not in silence either."""
    write(tmp_path / "in" / "a.json", clean())
    write(tmp_path / "elsewhere" / "b.json", failing())
    (tmp_path / "in" / "other").symlink_to(tmp_path / "elsewhere")
    done = run("check", "in", "-f", "plain", cwd=tmp_path)
    assert (done.code, done.out.splitlines()[0]) == (0, "in/other: 不是年度报告，未检查")


@POSIX
def test_links_to_files_are_read(tmp_path: Path) -> None:
    """A link to a report is a report; named, so is a link to a folder."""
    write(tmp_path / "elsewhere" / "b.json", failing())
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "b.json").symlink_to(tmp_path / "elsewhere" / "b.json")
    (tmp_path / "link").symlink_to("elsewhere")
    assert run("check", "in", cwd=tmp_path).code == 1
    assert run("check", "link", cwd=tmp_path).code == 1


def _socket(path: Path) -> None:
    before = Path.cwd()
    os.chdir(path.parent)  # the whole path may be too long for a socket
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(path.name)
    finally:
        os.chdir(before)


SPECIAL: dict[str, Callable[[Path], object]] = {
    "broken-link": lambda path: path.symlink_to("nowhere"),
    "link-to-itself": lambda path: path.symlink_to(path.name),
    "link-to-a-device": lambda path: path.symlink_to("/dev/zero"),
    "link-to-a-folder": lambda path: path.symlink_to("."),
}
if hasattr(os, "mkfifo"):
    SPECIAL |= {"fifo": os.mkfifo, "socket": _socket}


@POSIX
@pytest.mark.parametrize(("name", "code"), [("x.json", 2), ("x", 0)], ids=["report-ending", "no-ending"])
@pytest.mark.parametrize("make", SPECIAL.values(), ids=SPECIAL)
def test_what_is_no_regular_file(tmp_path: Path, make: Callable[[Path], object], name: str, code: int) -> None:
    """Never waited for, never read without end: unreadable with a report's ending, else passed over."""
    write(tmp_path / "good.json", clean())
    make(tmp_path / name)
    summary = run_of(session().check_paths([tmp_path])).summary
    assert (summary.reports, summary.exit_code("never")) == (1, code)
    assert (summary.unreadable, summary.passed_over) == (int(code == 2), int(code == 0))


@CAN_BE_REFUSED
def test_permission_denied(tmp_path: Path) -> None:
    """A file and a folder that may not be read are findings with their reason; all else is checked."""
    write(tmp_path / "in" / "good.json", clean())
    write(tmp_path / "in" / "file.json", clean()).chmod(0)
    write(tmp_path / "in" / "folder" / "a.json", clean()).parent.chmod(0)
    done = run_without_rights("check", "in", "-f", "plain", cwd=tmp_path)
    (tmp_path / "in" / "folder").chmod(0o755)
    assert (done.code, done.err) == (2, "")
    assert done.out == (
        "in/file.json: 错误 LT001 文件无法读取：Permission denied\n"
        "in/folder: 错误 LT001 文件无法读取：Permission denied\n"
    ) + summary(CLEAN, unread=2, more="，2 份无法读取")


@CAN_BE_REFUSED
def test_permission_denied_for_all(tmp_path: Path) -> None:
    """The folder that was named itself may not be read."""
    (tmp_path / "in").mkdir(mode=0)
    done = run_without_rights("check", "in", "-f", "json", cwd=tmp_path)
    (tmp_path / "in").chmod(0o755)
    assert (done.code, [found["rule"] for found in done.json["reports"][0]["findings"]]) == (2, ["LT001"])


NAMES: dict[str, tuple[bytes, str]] = {
    # The name, and how it is shown.
    "newline": (b"a\nb.json", "a\\x0ab.json"),
    "carriage-return": (b"a\rb.json", "a\\x0db.json"),
    "escape": (b"\x1b[2Ja.json", "\\x1b[2Ja.json"),
    "hyperlink": (b"\x1b]8;;x\x07a.json", "\\x1b]8;;x\\x07a.json"),
    "quotes": (b"a\"b'c.json", "a\"b'c.json"),
    "backslash": (b"a\\b.json", "a\\b.json"),
    "space": (b" a b .json", " a b .json"),
    "not-utf-8": (b"\xff\xfe.json", "\\udcff\\udcfe.json"),
    "gbk": ("机关.json".encode("gbk"), "\\udcbb\\udcfa\\udcb9\\udcd8.json"),
    "dash": (b"-o.json", "-o.json"),
    "dashes": (b"--fail-on=never.json", "--fail-on=never.json"),
    "markup": (b"[bold]a[link=x].json", "[bold]a[link=x].json"),
    "pattern": (b"a[1]*?.json", "a[1]*?.json"),
    "bidi": ("a\u202egpj.json".encode(), "a\\u202egpj.json"),
    "command": (b"::error::a.json", "\\x3a:error::a.json"),
    "percent": (b"%0A%s{0}.json", "%0A%s{0}.json"),
    "chinese": ("年度报告.json".encode(), "年度报告.json"),
    "astral": ("𠮷.json".encode(), "𠮷.json"),
}


@POSIX
def test_names_of_files(tmp_path: Path) -> None:
    """Found in a folder, a file of any name is read, and its name is shown harmlessly, in one piece."""
    for name, _ in NAMES.values():
        with open(os.path.join(os.fsencode(tmp_path), name), "wb") as file:  # noqa: PTH118, PTH123 - no Path takes them
            file.write(b'{"sections": ')
    plain = run("check", ".", "-f", "plain", cwd=tmp_path)
    assert (plain.code, plain.err) == (2, "")
    lines = plain.out.splitlines()[:-1]
    expected = sorted(f"./{shown}" for _, shown in NAMES.values())
    assert sorted(line.partition(":1:13: 错误 LT003 ")[0] for line in lines) == expected
    text = run("check", ".", cwd=tmp_path, variables={"COLUMNS": "200"})
    titles = [line.removesuffix("  未能检查") for line in text.out.splitlines() if line.endswith("  未能检查")]
    assert sorted(titles) == expected
    sources = [report["source"] for report in run("check", ".", "-f", "json", cwd=tmp_path).json["reports"]]
    # Whole in JSON; a byte that is no text, of which JSON knows none, as it is shown.
    names = [os.fsdecode(name).encode("utf-8", "backslashreplace").decode() for name, _ in NAMES.values()]
    assert sorted(sources) == sorted(f"./{name}" for name in names)


def test_a_name_like_an_option(tmp_path: Path) -> None:
    """After --, or with ./ before it, a name is a name."""
    write(tmp_path / "--fail-on", clean())
    assert run("check", "--", "--fail-on", cwd=tmp_path).code == 0
    assert run("check", "./--fail-on", cwd=tmp_path).code == 0
    assert run("check", "--fail-on", cwd=tmp_path).code == 2
