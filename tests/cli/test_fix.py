"""``fix``: what it writes, where, byte for byte; what it leaves and says; how it ends."""

import json
import stat
from pathlib import Path
from typing import Any

import pytest

from tests.cli.support_cli import (
    BROKEN,
    CAN_BE_REFUSED,
    CLEAN,
    EXAMPLES,
    THREE,
    at,
    changed,
    clean,
    dumped,
    half_read,
    run,
    run_inside,
    run_without_rights,
    tree,
    warned,
    write,
)

PENALTIES = "/sections/proactive/table/penalties/decisions"
TWO = "/sections/proactive/table"
NEW = f"{THREE}/new"
HOW = "尚未写入：-o 另存副本，--in-place 直接改 JSON、YAML 文件\n"


def wide() -> dict[str, Any]:
    """A report with a figure in full-width digits and nothing else."""
    return changed(PENALTIES, "１２")


def blank() -> dict[str, Any]:
    """A report with a blank that must be 0 and one that need not be."""
    found = tree()
    at(found, NEW)["research"] = None
    at(found, f"{TWO}/penalties")["decisions"] = None
    return found


def wrong() -> dict[str, Any]:
    """A report with one wrong cell."""
    found = tree()
    at(found, f"{THREE}/results/granted")["natural_person"] += 1
    return found


def open_question() -> dict[str, Any]:
    """A report with two cells of which one is wrong, nobody can tell which."""
    found = tree()
    at(found, "/sections/disputes/table/litigation_direct")["upheld"] += 3
    return found


GRANTED = at(tree(), f"{THREE}/results/granted")["natural_person"]


# ------------------------------------------------------------------------------------------------------ what it says


def test_a_dry_run_shows_and_says_how_to_write(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", wide())
    before = path.read_bytes()
    done = run_inside("fix", "a.json", cwd=tmp_path)
    line = next(number for number, text in enumerate(dumped(wide()).splitlines(), 1) if "１２" in text)
    assert (done.code, done.err, done.out) == (
        0, "",
        f"a.json\n  第{line}行第24列 表二 行政处罚 × 本年处理决定数量 由 １２ 改为 12：全角数字\n"
        "可改正 1 处，在 1 个文件中\n" + HOW,
    )  # fmt: skip
    assert path.read_bytes() == before


def test_the_same_in_english(tmp_path: Path) -> None:
    write(tmp_path / "a.json", wide())
    out = run_inside("fix", "a.json", "--lang", "en", cwd=tmp_path).out
    assert " from １２ to 12 (full-width digits)\nvalues that can be changed: 1, files: 1\nnothing was written: " in out


def test_nothing_to_fix() -> None:
    done = run_inside("fix", CLEAN)
    assert (done.code, done.out, done.err) == (0, "没有可改正的\n", "")


SAID = {
    "undecided": (open_question, (), "留下：无法断定错在哪一格的不符 1 处；错误 1 项"),
    "undecided, unsafe": (open_question, ("--unsafe",), "留下：无法断定错在哪一格的不符 1 处；错误 1 项"),
    "decided": (wrong, (), "留下：诊断已确定、加 --unsafe 才改的 1 处；错误 2 项"),
    "blank": (blank, (), "留下：关系式不能证明为 0 的空白 1 格"),
}


@pytest.mark.parametrize(("report", "options", "words"), SAID.values(), ids=SAID)
def test_what_is_left_and_why(tmp_path: Path, report: Any, options: tuple[str, ...], words: str) -> None:
    write(tmp_path / "a.json", report())
    done = run_inside("fix", "a.json", *options, cwd=tmp_path)
    assert done.code == int("错误" in words)
    assert f"  {words}\n" in done.out
    assert done.out.splitlines()[-1 if "没有" in done.out else -2].endswith(f"；{words}")


def test_a_diff_shows_the_lines_and_writes_nothing(tmp_path: Path) -> None:
    path = write(tmp_path / "a.yaml", "title: x\n")
    text = (EXAMPLES / "broken" / "department.yaml").read_text(encoding="utf-8")
    path.write_text(text, encoding="utf-8")
    done = run_inside("fix", "a.yaml", "--unsafe", "--diff", cwd=tmp_path)
    lines = done.out.splitlines()
    assert lines[lines.index("--- a.yaml") + 1] == "+++ a.yaml"
    changes = [line for line in lines if line.startswith(("-", "+")) and not line.startswith(("---", "+++"))]
    assert [line.split(":")[0] for line in changes] == [
        "-        granted", "+        granted", "-      reconsideration", "+      reconsideration",
    ]  # fmt: skip
    assert (done.code, path.read_text(encoding="utf-8")) == (1, text)


def test_what_the_text_contradicts_is_left_and_said() -> None:
    """The figures alone ask for 9 received, the text says 10."""
    done = run_inside("fix", EXAMPLES / "broken" / "department.yaml", "--unsafe")
    (left,) = [line for line in done.out.splitlines() if line.startswith("  未改 ")]
    assert left.endswith("× 总计 由 0 改为 9：与第一部分第3段“全年新收政府信息公开申请10件”不符")
    assert "留下：诊断已确定、但与正文或上年报告不符而不改的 1 处；" in done.out


def test_the_diff_of_a_file_of_windows_can_be_applied(tmp_path: Path) -> None:
    """The CR of its lines is kept; a missing last line end is said."""
    write(tmp_path / "a.json", dumped(wide()).rstrip("\n").replace("\n", "\r\n").encode())
    out = run("fix", "a.json", "--diff", cwd=tmp_path).out
    assert '+          "decisions": 12\r\n' in out


def test_a_diff_of_one_line_says_that_its_end_is_missing(tmp_path: Path) -> None:
    write(tmp_path / "a.json", json.dumps(wide(), ensure_ascii=False, default=float).encode())
    out = run_inside("fix", "a.json", "--diff", cwd=tmp_path).out
    assert out.count("\n\\ No newline at end of file\n") == 2


def test_foreign_text_cannot_steer_the_terminal(tmp_path: Path) -> None:
    text = dumped(wide()).replace('"decisions": "１２"', '"decisions":\t"１２"').replace("样例", "样例\u202e")
    write(tmp_path / "a.json", text)
    out = run_inside("fix", "a.json", "--diff", cwd=tmp_path).out
    assert not {"\u202e", "\x1b"} & set(out)


# ---------------------------------------------------------------------------------------------------- what it writes

LAYOUTS: dict[str, tuple[str, str]] = {
    "UTF-8": ("utf-8", "\n"), "mark": ("utf-8-sig", "\n"), "CRLF": ("utf-8", "\r\n"), "GB18030": ("gb18030", "\n"),
    "UTF-16": ("utf-16", "\r\n"), "UTF-16 without mark": ("utf-16-be", "\n"),
}  # fmt: skip


@pytest.mark.parametrize(("encoding", "line_end"), LAYOUTS.values(), ids=LAYOUTS)
@pytest.mark.parametrize("suffix", ["json", "yaml"])
def test_in_place_only_the_values_change(tmp_path: Path, suffix: str, encoding: str, line_end: str) -> None:
    text = (EXAMPLES / "clean" / f"department.{suffix}").read_text(encoding="utf-8").replace("\n", line_end)
    old, new = _spoilt(text, suffix)
    path = write(tmp_path / f"a.{suffix}", old.encode(encoding))
    done = run_inside("fix", path, "--in-place", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert path.read_bytes() == new.encode(encoding)
    assert f"  已写入 {path}\n已改正 1 处，在 1 个文件中\n" in done.out


def _spoilt(text: str, suffix: str) -> tuple[str, str]:
    """A text with one figure in full-width digits, and the same with it corrected; a comment beside it in YAML."""
    before, mark, after = text.partition("penalties")
    if suffix == "json":
        head, sign, _ = after.partition('"decisions": ')
        rest = after.removeprefix(head + sign).lstrip("0123456789")
        return before + mark + head + sign + '"１，２３４"' + rest, before + mark + head + sign + "1234" + rest
    line, end, rest = after.partition("\n")
    cr = "\r" if line.endswith("\r") else ""
    shaped = "{pre}penalties: {{decisions: {value}}}  # 件，两项{cr}{end}{rest}"
    return tuple(  # type: ignore[return-value]
        shaped.format(pre=before, value=value, cr=cr, end=end, rest=rest) for value in ("'１，２３４'", "1234")
    )


def test_a_blank_of_which_a_relation_proves_that_it_is_0(tmp_path: Path) -> None:
    text = dumped(blank())
    path = write(tmp_path / "a.json", text)
    assert run_inside("fix", path, "--in-place").code == 0
    head, row, rest = text.partition('"new": {')
    assert path.read_text(encoding="utf-8") == head + row + rest.replace('"research": null', '"research": 0', 1)


def test_decided_diagnoses_are_written_with_unsafe_only(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", wrong())
    assert run_inside("fix", path, "--in-place").code == 1
    assert path.read_text(encoding="utf-8") == dumped(wrong())
    done = run_inside("fix", path, "--in-place", "--unsafe")
    assert (done.code, path.read_text(encoding="utf-8")) == (0, clean())
    assert f"（一）予以公开 × 自然人 由 {GRANTED + 1} 改为 {GRANTED}：2 处不符只有这一种最小的改法" in done.out


def test_one_broken_relation_is_not_said_as_many(tmp_path: Path) -> None:
    """A wrong total of table four breaks one relation, a wrong cell of table three two."""
    found = wrong()
    group = {"upheld": 4, "corrected": 3, "other": 2, "pending": 2, "total": 0}
    at(found, "/sections/disputes/table")["reconsideration"] = group
    done = run_inside("fix", write(tmp_path / "a.json", found), "--unsafe", "--lang", "en")
    assert "the only smallest repair of 2 broken relations" in done.out
    assert "the only smallest repair of 1 broken relation)" in done.out


def test_undecided_ones_are_never_written(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", open_question())
    assert run_inside("fix", path, "--in-place", "--unsafe").code == 1
    assert path.read_text(encoding="utf-8") == dumped(open_question())


def test_fixing_twice_changes_nothing_more(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", BROKEN.read_bytes())
    first = run_inside("fix", path, "--in-place", "--unsafe")
    once, about = path.read_bytes(), path.stat()
    second = run_inside("fix", path, "--in-place", "--unsafe")
    assert (first.code, second.code) == (1, 1)
    assert second.out.splitlines()[-1].startswith("没有可改正的")
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (once, about.st_mtime_ns)


def test_a_link_is_followed_and_the_mode_kept(tmp_path: Path) -> None:
    path = write(tmp_path / "there" / "a.json", wide())
    path.chmod(0o640)
    link = tmp_path / "link.json"
    link.symlink_to(path)
    assert run_inside("fix", link, "--in-place").code == 0
    assert link.is_symlink()
    assert (stat.S_IMODE(path.stat().st_mode), json.loads(path.read_text(encoding="utf-8"))["year"]) == (0o640, 2023)
    assert "１２" not in path.read_text(encoding="utf-8")


@CAN_BE_REFUSED
def test_what_cannot_be_written_stays_as_it_was_and_the_others_are_done(tmp_path: Path) -> None:
    sealed, other = write(tmp_path / "a" / "a.json", wide()), write(tmp_path / "b" / "b.json", wide())
    before = sealed.read_bytes()
    sealed.parent.chmod(0o555)
    done = run_without_rights("fix", "a", "b", "--in-place", cwd=tmp_path)
    sealed.parent.chmod(0o755)
    assert (done.code, sealed.read_bytes(), list(sealed.parent.iterdir())) == (2, before, [sealed])
    assert done.err == "xxgk-lint: a/a.json: 无法写入：Permission denied\n"
    assert "１２" not in other.read_text(encoding="utf-8")
    assert done.out.endswith("已改正 1 处，在 1 个文件中；1 个文件未能处理\n")


REFUSED = {
    "several lines": (
        "decisions: >-\n          １２\n",
        "a.yaml:{line}:20: 第{line}行的值写成了多行，不能只改这一个值，请手工改写",
    ),
    "key alone": ("{decisions}\n", None),
    "anchor": ("{decisions: &many １２}\n", "a.yaml:{line}:30: 不支持锚点（&）"),
    "alias": ("{decisions: *many}\n", "a.yaml:{line}:30: 不支持别名（*）"),
}


@pytest.mark.parametrize(("value", "words"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_changed_by_itself_is_refused(tmp_path: Path, value: str, words: str | None) -> None:
    text = (EXAMPLES / "clean" / "department.yaml").read_text(encoding="utf-8")
    before, _, after = text.partition("penalties: ")
    rest = after.partition("\n")[2]
    shown = value if value.startswith("{") else f"\n        {value}"
    text = f"{before}penalties: {shown}{rest}"
    path = write(tmp_path / "a.yaml", text)
    done = run_inside("fix", "a.yaml", "--in-place", cwd=tmp_path)
    assert path.read_text(encoding="utf-8") == text
    if words is None:
        assert done.code == 0
        return
    line = before.count("\n") + 1 + (not value.startswith("{"))
    assert (done.code, done.err) == (2, f"xxgk-lint: {words.format(line=line)}\n")


def test_a_blank_that_is_a_key_alone_cannot_be_filled(tmp_path: Path) -> None:
    """``{upheld, …}``: a figure behind it would make another key. The file is read back before it is written."""
    text = (EXAMPLES / "clean" / "department.yaml").read_text(encoding="utf-8")
    before, mark, after = text.partition("litigation_direct: {upheld: 0,")
    assert mark
    path = write(tmp_path / "a.yaml", before + "litigation_direct: {upheld," + after)
    done = run_inside("fix", "a.yaml", "--in-place", cwd=tmp_path)
    assert (done.code, path.read_text(encoding="utf-8")) == (2, before + "litigation_direct: {upheld," + after)
    assert done.err == "xxgk-lint: a.yaml: 按该文件的写法不能只改这些值，未作改动，请手工改正\n"


# ------------------------------------------------------------------------------------------------------------- copies


def test_a_copy_of_one_file_keeps_its_layout(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", dumped(wide()).replace("\n", "\r\n").encode("utf-8-sig"))
    before = path.read_bytes()
    done = run_inside("fix", "a.json", "-o", "b.json", cwd=tmp_path)
    assert (done.code, path.read_bytes()) == (0, before)
    assert (tmp_path / "b.json").read_bytes() == before.replace('"１２"'.encode(), b"12")
    assert "  已写入 b.json\n" in done.out


@pytest.mark.parametrize("suffix", ["docx", "html", "txt", "xlsx", "md"])
def test_the_copy_of_a_document_is_its_tree(tmp_path: Path, suffix: str) -> None:
    source = EXAMPLES / "broken" / f"department.{suffix}"
    done = run_inside("fix", source, "--unsafe", "-o", "b.json", cwd=tmp_path)
    written = json.loads((tmp_path / "b.json").read_text(encoding="utf-8"))
    assert (done.code, at(written, "/sections/disputes/table/reconsideration/total")) == (1, 11)
    assert "  已写入 b.json（文档本身不改，副本是 JSON 树）\n" in done.out
    assert run_inside("fix", tmp_path / "b.json", "--unsafe").out.splitlines()[-1].startswith("没有可改正的")


def test_odd_digits_of_a_document_are_listed_and_settled_in_its_copy(tmp_path: Path) -> None:
    text = (EXAMPLES / "clean" / "department.txt").read_text(encoding="utf-8")
    shown = text.replace("行政处罚\t37\n", "行政处罚\t３７\n")
    if shown == text:
        row = next(line for line in text.splitlines() if line.startswith("行政处罚"))
        shown = text.replace(row, row.translate(str.maketrans("0123456789", "０１２３４５６７８９")))
    write(tmp_path / "a.txt", shown)
    assert "CE004" in run_inside("check", "a.txt", cwd=tmp_path).out
    done = run_inside("fix", "a.txt", "-o", "b.json", cwd=tmp_path)
    assert (done.code, done.out.count("：全角数字\n")) == (0, 1)
    assert "CE004" not in run_inside("check", "b.json", cwd=tmp_path).out


def test_a_dry_run_on_a_document_lists_its_cells(tmp_path: Path) -> None:
    done = run_inside("fix", EXAMPLES / "broken" / "department.docx", "--unsafe", "--diff", cwd=tmp_path)
    assert "  第3个表格第4行第5列 表四 第4行“行政复议” × 总计 由 0 改为 11：" in done.out
    assert "\n  文档本身不改：用 -o 另存的是 JSON 树\n" in done.out
    assert "\n---" not in done.out


def test_copies_of_a_folder_lie_as_their_files_do(tmp_path: Path) -> None:
    for name in ("in/a.json", "in/deep/a.json", "in/deep/b.json"):
        write(tmp_path / name, wide())
    write(tmp_path / "in/deep/c.txt", half := (EXAMPLES / "clean" / "department.txt").read_bytes())
    write(tmp_path / "in/photo.jpg", b"\xff\xd8\xff")
    done = run_inside("fix", "in", "-o", "out/there", cwd=tmp_path)
    assert half
    written = sorted(str(path.relative_to(tmp_path / "out/there")) for path in (tmp_path / "out").rglob("*.*"))
    assert (done.code, written) == (0, ["a.json", "deep/a.json", "deep/b.json", "deep/c.json"])
    assert done.out.endswith("已改正 3 处，在 3 个文件中；略过 1 个文件\n")


def test_documents_of_one_name_keep_their_endings(tmp_path: Path) -> None:
    run_inside("fix", EXAMPLES / "clean", "--include", "office.*", "-o", "out", cwd=tmp_path)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "office.docx.json", "office.html.json", "office.json", "office.md.json", "office.pdf.json", "office.txt.json",
        "office.xlsx.json", "office.yaml",
    ]  # fmt: skip


def test_copies_of_a_pattern_lie_below_its_plain_part(tmp_path: Path) -> None:
    for name in ("in/x/a.json", "in/y/a.json"):
        write(tmp_path / name, wide())
    assert run_inside("fix", "in/*/a.json", "-o", "out", cwd=tmp_path).code == 0
    assert sorted(str(path.relative_to(tmp_path)) for path in (tmp_path / "out").rglob("*.json")) == [
        "out/x/a.json", "out/y/a.json",
    ]  # fmt: skip


def test_one_file_goes_into_a_folder_that_exists(tmp_path: Path) -> None:
    write(tmp_path / "a.json", wide())
    (tmp_path / "out").mkdir()
    assert run_inside("fix", "a.json", "-o", "out", cwd=tmp_path).code == 0
    assert run_inside("fix", "a.json", "-o", "new/", cwd=tmp_path).code == 0
    assert (tmp_path / "out/a.json").read_bytes() == (tmp_path / "new/a.json").read_bytes()


NO_COPIES: dict[str, tuple[tuple[str, ...], str]] = {
    "several to one file": (("in", "-o", "there.json"), "要另存多份，-o 应是文件夹，这里却是一个文件"),
    "onto itself": (("a.json", "-o", "a.json"), "副本 a.json 会覆盖要改正的文件；改原文件请用 --in-place"),
    "tree called a document": (("a.txt", "-o", "b.docx"), "副本是 JSON 格式，文件名不能以 .docx 结尾"),
    "YAML called JSON": (("a.yaml", "-o", "b.json"), "副本是 YAML 格式，文件名不能以 .json 结尾"),
    "two of one name": (("in/x/a.json", "in/y/a.json", "-o", "out"), "另一份的副本已写入 out/a.json"),
    "below a file": (("a.json", "-o", "there.json/b.json"), "无法建立文件夹："),
}


@pytest.mark.parametrize(("arguments", "words"), NO_COPIES.values(), ids=NO_COPIES)
def test_a_copy_that_cannot_be(tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    for name in ("a.json", "in/x/a.json", "in/y/a.json"):
        write(tmp_path / name, wide())
    for suffix in ("txt", "yaml"):
        write(tmp_path / f"a.{suffix}", (EXAMPLES / "clean" / f"department.{suffix}").read_bytes())
    write(tmp_path / "there.json", b"{}")
    done = run_inside("fix", *arguments, cwd=tmp_path)
    assert done.code == 2
    assert words in done.err
    assert (tmp_path / "there.json").read_bytes() == b"{}"
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == dumped(wide())


def test_a_copy_to_standard_output(tmp_path: Path) -> None:
    if not Path("/dev/stdout").exists():
        pytest.skip("not run: no /dev/stdout here")
    write(tmp_path / "a.json", wide())
    assert '"decisions": 12\n' in run("fix", "a.json", "-o", "/dev/stdout", cwd=tmp_path).out


# -------------------------------------------------------------------------------------------------------- how it ends


def test_documents_are_refused_in_place_and_the_others_are_done(tmp_path: Path) -> None:
    write(tmp_path / "a.docx", document := (EXAMPLES / "broken" / "department.docx").read_bytes())
    write(tmp_path / "b.json", wide())
    done = run_inside("fix", "a.docx", "b.json", "--in-place", cwd=tmp_path)
    words = "--in-place 只改 JSON 和 YAML；文档请用 -o 另存为 JSON 树，或按所列各格手工改正"
    assert (done.code, done.err) == (2, f"xxgk-lint: a.docx: {words}\n")
    assert (tmp_path / "a.docx").read_bytes() == document
    assert "１２" not in (tmp_path / "b.json").read_text(encoding="utf-8")


def test_a_word_file_called_json_is_a_document(tmp_path: Path) -> None:
    write(tmp_path / "a.json", document := (EXAMPLES / "clean" / "department.docx").read_bytes())
    done = run_inside("fix", "a.json", "--in-place", cwd=tmp_path)
    assert (done.code, (tmp_path / "a.json").read_bytes()) == (2, document)
    assert "--in-place 只改 JSON 和 YAML" in done.err


UNREADABLE: dict[str, tuple[str, str | bytes, str]] = {
    "no report": ("x.json", '{"a": 1}', "x.json: 文件中不是年度报告的树"),
    "broken": ("x.json", '{"a": }', "x.json:1:7: "),
    "half read": ("x.txt", half_read(), "只读出一部分，不作改正："),
    "absent": ("x.json", b"", "x.json: "),
}


@pytest.mark.parametrize("option", [(), ("--in-place",), ("-o", "out"), ("--diff",)], ids=["dry", "place", "o", "diff"])
@pytest.mark.parametrize(("name", "content", "words"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_read_is_told_and_the_others_are_done(
    tmp_path: Path, name: str, content: str | bytes, words: str, option: tuple[str, ...]
) -> None:
    if content:
        write(tmp_path / name, content)
    write(tmp_path / "z.json", wide())
    done = run_inside("fix", name, "z.json", *option, cwd=tmp_path)
    assert done.code == 2
    assert done.err.startswith("xxgk-lint: ")
    assert words in done.err
    assert ("改正 1 处，在 1 个文件中；1 个文件未能处理\n") in done.out
    assert not (tmp_path / "out" / name).exists()


def test_a_folder_without_any_report(tmp_path: Path) -> None:
    write(tmp_path / "in" / "notes.txt", "nothing")
    done = run_inside("fix", "in", cwd=tmp_path)
    assert (done.code, done.err) == (2, "xxgk-lint: in: 其中没有找到年度报告\n")


@pytest.mark.parametrize("pair", [("--diff", "--in-place"), ("--diff", "-o", "x"), ("--in-place", "-o", "x")], ids=str)
def test_only_one_way_to_write(pair: tuple[str, ...]) -> None:
    done = run_inside("fix", CLEAN, *pair)
    assert (done.code, done.err) == (2, "xxgk-lint: --diff、--in-place 和 -o 只能用一个\n")


def test_warnings_do_not_count(tmp_path: Path) -> None:
    write(tmp_path / "a.json", warned())
    assert run_inside("fix", "a.json", cwd=tmp_path).code == 0


RULE = """\
id: ZZ001
name: made-up
title: {zh: 甲, en: a}
why: {zh: 甲, en: a}
basis: {zh: 甲, en: a}
since: "0.1"
given: /sections/applications/table/results/granted
severity: error
check:
  conditions:
    - holds: ["natural_person = %d"]
message: {zh: 甲, en: a}
confidence: {zh: 甲, en: a}
examples:
  good: [{report: {/sections/applications/table/results/granted/natural_person: 5000}}]
  bad:
    - report: {/sections/applications/table/results/granted/natural_person: %d}
      findings: [{at: /sections/applications/table/results/granted/natural_person}]
"""


def test_a_fix_that_makes_a_new_error_is_taken_back(tmp_path: Path) -> None:
    """Here of a rule of the user's own, which forbids the very figure that makes the sums hold."""
    write(tmp_path / "rules" / "zz001.yaml", RULE % (GRANTED, GRANTED))
    path = write(tmp_path / "a.json", wrong())
    done = run_inside("fix", "a.json", "--unsafe", "--in-place", "--rules", "rules", cwd=tmp_path)
    cell = f"表三 （一）予以公开 × 自然人 由 {GRANTED + 1} 改为 {GRANTED}"
    left = "留下：改了又撤回的 1 处；错误 2 项"
    assert (done.code, done.err, done.out) == (
        1, "", f"a.json\n  未改 {cell}：改后会出现新的错误：ZZ001\n  {left}\n没有可改正的；{left}\n"
    )  # fmt: skip
    assert path.read_text(encoding="utf-8") == dumped(wrong())


def test_help_says_what_is_safe_and_how_it_ends() -> None:
    out = run_inside("fix", "--help").out
    for words in ("--in-place", "--diff", "--unsafe", "退出码", "What is undecided is never written"):
        assert words in out
