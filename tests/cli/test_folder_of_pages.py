"""``-f html:out/``: an overview and a page for each report, linked both ways, written whole or not at all."""

import os
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.cli.support_cli import BROKEN, CAN_BE_REFUSED, CLEAN, run_inside, run_without_rights, summary, write
from tests.formatters.support_html import Element, read

MARK = '<meta name="generator" content="xxgk-lint">'


def pages(folder: Path) -> dict[str, Element]:
    """The pages of a folder by the names of their files."""
    return {path.name: read(path.read_text(encoding="utf-8")) for path in sorted(folder.iterdir())}


def links(page: Element) -> list[str]:
    """Where the links of a page lead, those to places of itself apart."""
    return [unquote(one["href"]) for one in page.every("a") if not one["href"].startswith("#")]


def held(folder: Path) -> dict[str, bytes]:
    """All that a folder holds."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_an_overview_and_a_page_for_each_report(tmp_path: Path) -> None:
    done = run_inside("check", BROKEN, CLEAN, "none.json", "-f", "html:out/", cwd=tmp_path)
    assert (done.code, done.err) == (2, "")
    found = pages(tmp_path / "out")
    names = [f"0001-{BROKEN.stem}.html", f"0002-{CLEAN.stem}.html", "0003-none.html"]
    assert list(found) == [*names, "index.html"]
    assert sorted(links(found["index.html"])) == names
    assert [links(found[name]) for name in names] == [["index.html"]] * 3
    assert [len(list(found[name].every("article", "report"))) for name in (*names, "index.html")] == [1, 1, 1, 0]
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_the_summary_stays_on_the_terminal_and_other_formats_go_to_their_files(tmp_path: Path) -> None:
    done = run_inside("check", BROKEN, CLEAN, "-f", "html:out/", "-f", "json:all.json", cwd=tmp_path)
    assert (done.code, done.out) == (1, summary(BROKEN, CLEAN))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["all.json", "out"]


def test_every_report_is_whole_however_many_there_are(tmp_path: Path) -> None:
    """The single page shortens those beyond a hundred; a folder has room."""
    for number in range(103):
        write(tmp_path / f"in/{number:03}.json", CLEAN.read_bytes())
    run_inside("check", "in", "-f", "html:out/", cwd=tmp_path)
    found = held(tmp_path / "out")
    assert len(found) == 104
    assert {len(data) // 1000 for name, data in found.items() if name != "index.html"} == {
        len(found["0001-000.html"]) // 1000
    }


def test_the_same_command_again_replaces_the_pages_and_checks_none_of_them(tmp_path: Path) -> None:
    write(tmp_path / "a.json", BROKEN.read_bytes())
    write(tmp_path / "b.json", CLEAN.read_bytes())
    first, second = (run_inside("check", ".", "-f", "html:out/", cwd=tmp_path) for _ in range(2))
    assert (first.code, second) == (1, first)
    (tmp_path / "b.json").unlink()
    run_inside("check", ".", "-f", "html:out", cwd=tmp_path)
    assert sorted(held(tmp_path / "out")) == ["0001-a.html", "index.html"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.json", "out"]


STANDING: dict[str, tuple[dict[str, str], bool]] = {
    # What the folder holds, and whether it is replaced.
    "nothing": ({}, True),
    "our-pages": ({"index.html": MARK, "0001-年报.html": MARK}, True),
    "a-page-of-others": ({"index.html": "<title>x</title>"}, False),
    "a-page-of-ours-that-somebody-named": ({"index.html": MARK, "report.html": MARK}, False),
    "a-report": ({"0001-a.json": MARK}, False),
    "a-hidden-file": ({"index.html": MARK, ".keep": ""}, False),
}


@pytest.mark.parametrize(("standing", "replaced"), STANDING.values(), ids=STANDING)
def test_only_our_own_pages_are_replaced(tmp_path: Path, standing: dict[str, str], replaced: bool) -> None:
    """Anything else is refused before a report is checked, with its name, and stays."""
    (tmp_path / "out").mkdir()
    for name, text in standing.items():
        write(tmp_path / "out" / name, text)
    before = held(tmp_path / "out")
    done = run_inside("check", CLEAN, "-f", "html:out", cwd=tmp_path)
    after = held(tmp_path / "out")
    if replaced:
        assert (done.code, sorted(after)) == (0, [f"0001-{CLEAN.stem}.html", "index.html"])
    else:
        name = next(name for name in sorted(standing) if name != "index.html" or len(standing) == 1)
        assert (done.code, done.out, after) == (2, "", before)
        assert done.err == (
            f"xxgk-lint: out: 文件夹里有不是本程序写的“{name}”，不会替换；请指定新的或空的文件夹\n"
        )  # fmt: skip
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


REFUSED: dict[str, tuple[tuple[str, ...], str]] = {
    "a-file-stands-there": (("-f", "html:a.txt/"), "a.txt: 这里已有一个文件，不是文件夹"),
    "where-we-are": (("-f", "html:./"), ".: 不能替换当前所在的文件夹"),
    "without-its-parent": (("-f", "html:none/out/"), "none/out: 无法写入：No such file or directory"),
    "another-format": (("-f", "json:out/"), "out/: “json”只写成一个文件，不能写入文件夹"),
    "twice": (("-f", "html:out/", "-f", "html:./out/"), "两项输出不能写入同一文件"),
    "among-the-pages": (("-f", "html:out/", "-f", "json:out/all.json"), "网页的文件夹里只放网页"),
}


@pytest.mark.skipif(os.name != "posix", reason="words of POSIX")
@pytest.mark.parametrize(("options", "words"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_is_refused_and_leaves_nothing(tmp_path: Path, options: tuple[str, ...], words: str) -> None:
    write(tmp_path / "a.txt", "old")
    done = run_inside("check", CLEAN, *options, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith(f"{words}\n")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


@CAN_BE_REFUSED
def test_what_cannot_be_written_leaves_the_old_pages(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    write(tmp_path / "out/index.html", MARK)
    tmp_path.chmod(0o555)
    try:
        done = run_without_rights("check", CLEAN, "-f", "html:out/", cwd=tmp_path)
    finally:
        tmp_path.chmod(0o755)
    assert done.code == 2
    assert held(tmp_path / "out") == {"index.html": MARK.encode()}


def test_a_report_in_the_folder_is_never_replaced(tmp_path: Path) -> None:
    write(tmp_path / "out/a.json", BROKEN.read_bytes())
    done = run_inside("check", "out/a.json", "-f", "html:out/", cwd=tmp_path)
    assert (done.code, held(tmp_path / "out")) == (2, {"a.json": BROKEN.read_bytes()})
