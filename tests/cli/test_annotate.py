"""``annotate``: a comment for everything that ``check`` finds, where it is; nothing else changes; how it ends."""

import os
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from lint.model.pointer import select
from lint.model.report import Tree
from lint.rulebook.book import load
from tests.annotating.support_annotating import (
    COMMENTS,
    RELATIONS,
    TYPES,
    Read,
    bare,
    comments,
    members,
    records,
    whole,
)
from tests.cli.support_cli import (
    CAN_BE_REFUSED,
    EXAMPLES,
    THREE,
    Done,
    at,
    changed,
    failing,
    half_read,
    run_inside,
    run_without_rights,
    summary,
    tree,
    warned,
    write,
)
from tests.documents.docx import docx
from tests.documents.paper import paper
from tests.readers.support_docx import MAIN, p
from tests.readers.support_xlsx import packed

BROKEN, CLEAN = (EXAMPLES / state / "department.docx" for state in ("broken", "clean"))
OURS = "xxgk-lint"
TITLE: str = tree()["title"]
HEADS = {"zh": ("错误", "警告", "提示"), "en": ("error", "warning", "info")}


def word(report: Tree) -> bytes:
    """A report as a Word document."""
    return docx(paper(report, load().layout("2021")))


def annotate(folder: Path, document: bytes, *options: str | Path) -> Done:
    """Annotate a document as ``a.docx``; what is written is ``b.docx``."""
    write(folder / "a.docx", document)
    return run_inside("annotate", "a.docx", "-o", "b.docx", *options, cwd=folder)


def made(folder: Path) -> list[Read]:
    """The comments of what was written."""
    return comments((folder / "b.docx").read_bytes())


def without_section() -> dict[str, Any]:
    """A report that lacks a section: the finding about it has no place."""
    found = tree()
    del found["sections"]["problems"]
    return found


def open_question() -> dict[str, Any]:
    """A report with one wrong cell of which nobody can tell which it is."""
    found = tree()
    at(found, "/sections/disputes/table/litigation_direct")["upheld"] += 3
    return found


def scrambled() -> dict[str, Any]:
    """A report in which so many relations are broken that no cell can be named."""
    found = tree()
    for number, row in enumerate(rows_of(found), 1):
        for column, name in enumerate(row, 2):
            row[name] = (number * 7 + column * column * number) % 50
    return found


def rows_of(report: Tree) -> list[dict[str, int]]:
    """Every row of table three."""
    every = [found for _, found in select(report, f"{THREE}/**") if isinstance(found, dict)]
    return [row for row in every if isinstance(row.get("total"), int)]


def half() -> bytes:
    """A document in which the separators of a table were lost."""
    return whole(*(p(line.replace("\t", "  ")) for line in half_read().splitlines() if line))


# ---------------------------------------------------------------------------------------------- what stands where

PREAMBLE = (
    "根据《中华人民共和国政府信息公开条例》和《关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）"
)
STANDS = (
    # In the order of the document: the rules, the words that are marked. Three stand at one paragraph.
    ("警告 ST009 data-period", PREAMBLE),
    ("警告 ST010 parts-count", PREAMBLE),
    ("警告 ST011 outdated-basis", PREAMBLE),
    ("警告 ST008 one-year", "2022年，我局认真贯彻落实"),
    ("错误 ST014 missing-number", "（一）主动公开。"),
    ("错误 ST013 template-residue", "（三）政府信息管理。（文字描述）"),
    ("警告 ST012 foreign-body", "（五）监督保障。"),
    ("错误 PL001 no-rule-making-power", "3"),
    ("警告 PL002 in-force-below-issued", "2"),
    ("警告 CE002 fee-decimals", "128.461375"),
    ("错误 AR001 AR003", "9"),
    ("错误 AR002 AR003", "6"),
    ("错误 AR004", "0"),
    ("警告 ST003 title-wording", "五、存在问题和改进举措"),
    ("警告 PL006 processing-fee", "2023年，我局收取信息处理费125元。"),
)


def test_a_comment_stands_at_each_cell_and_paragraph_concerned(tmp_path: Path) -> None:
    """The rules that the example breaks are told apart from those that are added to the program later."""
    annotate(tmp_path, BROKEN.read_bytes(), "--select", "ST,PL001,PL002,PL006,CE002,AR")
    found = [(one.lines[0], one.marked) for one in made(tmp_path)]
    assert [head for head, _ in found] == [head for head, _ in STANDS]
    assert all(marked.startswith(words) for (_, marked), (_, words) in zip(found, STANDS, strict=True))
    cells = [marked for head, marked in found if head[3:5] in {"AR", "CE"} or head[3:8] in {"PL001", "PL002"}]
    assert cells == ["3", "2", "128.461375", "9", "6", "0"]


_DECIMALS = (
    "table two administrative fees × amount (万元) says 128.461375 with 6 decimals; "
    "in 万元 four decimals already reach the yuan"
)
SAID = {
    "cell, zh": (
        "zh", "CE002",
        ("警告 CE002 fee-decimals",
         "表二 行政事业性收费 × 本年收费金额（单位：万元）写作 128.461375，有 6 位小数；以万元填写，四位小数即到元"),
    ),
    "cell, en": (
        "en", "CE002",
        ("warning CE002 fee-decimals", _DECIMALS),
    ),
    "paragraph, zh": (
        "zh", "ST013", ("错误 ST013 template-residue", "第一部分第4段：正文中留有模板文字“（文字描述）”"),
    ),
    "paragraph, en": (
        "en", "ST013",
        ("error ST013 template-residue",
         "section 1, paragraph 4: a left-over of a template stands in the text: '（文字描述）'"),
    ),
    "cause, zh": (
        "zh", "AR004",
        ("错误 AR004", "表四 第4行“行政复议” × 总计：0 应为 11",
         "AR004 行政复议：总计 [0] ≠ 结果维持 10 + 结果纠正 1 = 11"),
    ),
    "cause, en": (
        "en", "AR004",
        ("error AR004", "table four row 4 'reconsideration' × total: 0 should be 11",
         "AR004 reconsideration: total [0] ≠ upheld 10 + corrected 1 = 11"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("language", "rule", "lines"), SAID.values(), ids=SAID)
def test_what_a_comment_says(tmp_path: Path, language: str, rule: str, lines: tuple[str, ...]) -> None:
    """Severity and rule, what is wrong, the equation, the law."""
    annotate(tmp_path, BROKEN.read_bytes(), "--lang", language, "--select", rule)
    [one] = made(tmp_path)
    assert (one.author, one.lines[: len(lines)]) == (OURS, lines)
    assert one.lines[-1].startswith("依据: " if language == "zh" else "basis: ")


DOCUMENTS = {
    "the example": BROKEN.read_bytes(),
    "no place": word(without_section()),
    "not decided": word(open_question()),
    "too many": word(scrambled()),
    "half read": half(),
    "a cell that is no count": word(changed(f"{THREE}/new/natural_person", "九件")),
}


@pytest.mark.parametrize("language", HEADS)
@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS)
def test_every_finding_of_check_stands_in_a_comment(tmp_path: Path, document: bytes, language: str) -> None:
    """Once each: by its own comment, or as a relation in that of its cause. The exit code is that of ``check``."""
    done = annotate(tmp_path, document, "--lang", language)
    checked = run_inside("check", "a.docx", "-f", "json", "--lang", language, cwd=tmp_path)
    [entry] = checked.json["reports"]
    said = [rule for one in made(tmp_path) for rule in _rules(one, HEADS[language])]
    assert Counter(said) == Counter(one["rule"] for one in entry["findings"])
    assert said
    assert done.code == checked.code


def _rules(one: Read, heads: tuple[str, ...]) -> list[str]:
    """The rules of the findings that a comment is about: that of its head, or those of the relations below it."""
    severity, *rules = one.lines[0].split()
    assert severity in heads
    if all(re.fullmatch(r"[A-Z]{2}\d{3}", rule) for rule in rules):
        return [line.split()[0] for line in one.lines[1:] if re.match(r"AR\d{3} ", line)]
    return rules[:1]


def test_where_no_cell_can_be_named_every_relation_is_noted_where_it_stands(tmp_path: Path) -> None:
    report = scrambled()
    annotate(tmp_path, word(report), "--select", "AR")
    headed = [one for one in made(tmp_path) if "矛盾过多" in one.lines[1]]
    assert [(one.lines[0], len(one.lines)) for one in headed] == [("错误 AR001 AR002 AR003", 2)]
    wrong = [str(row["total"]) for row in rows_of(report) if row["total"] != sum(row.values()) - row["total"]]
    assert [one.marked for one in made(tmp_path) if one.lines[0] == "错误 AR003 row-total"] == wrong
    assert len(wrong) > 20


def test_what_has_no_place_stands_at_the_title_and_is_counted(tmp_path: Path) -> None:
    done = annotate(tmp_path, word(without_section()), "--select", "ST001")
    assert [(one.lines[0], one.marked) for one in made(tmp_path)] == [("错误 ST001 missing-section", TITLE)]
    assert done.out.splitlines()[0] == "已写入 b.docx：批注 1 条，其中 1 条没有具体位置，在标题处"
    english = annotate(tmp_path, word(without_section()), "--select", "ST001", "--lang", "en")
    assert english.out.splitlines()[0] == "written to b.docx: comments: 1, at the title for want of a place: 1"


def test_what_is_compared_with_another_year_is_noted_too(tmp_path: Path) -> None:
    earlier = changed("/year", 2022)
    earlier["title"] = TITLE.replace("2023", "2022")
    at(earlier, f"{THREE}/carried_out")["total"] += 5
    write(tmp_path / "earlier.json", earlier)
    done = annotate(tmp_path, CLEAN.read_bytes(), "--previous", "earlier.json", "--select", "YY001")
    assert [(one.lines[0], one.marked) for one in made(tmp_path)] == [("错误 YY001 carried-over", "1")]
    assert done.code == 1


def test_what_cannot_be_compared_with_is_told_and_the_comments_are_written(tmp_path: Path) -> None:
    done = annotate(tmp_path, word(failing()), "--previous", "none.json")
    assert (done.code, done.err) == (2, "xxgk-lint: none.json: 文件无法读取：No such file or directory\n")
    assert len(made(tmp_path)) == 1
    assert done.out.splitlines()[-1].startswith("已检查 1/2 份报告：")
    assert "，1 份没有上一年度的报告可对比" in done.out.splitlines()[-1]


# ---------------------------------------------------------------------------------------------- what stays as it is


def test_all_else_of_the_archive_is_the_same_byte_for_byte(tmp_path: Path) -> None:
    annotate(tmp_path, data := BROKEN.read_bytes())
    written = (tmp_path / "b.docx").read_bytes()
    before, after = records(data), records(written)
    assert list(after) == [*before, COMMENTS]
    assert {name for name in before if before[name] != after[name]} == {MAIN, TYPES, RELATIONS}
    assert bare(members(written)[MAIN]) == bare(members(data)[MAIN])
    assert (tmp_path / "a.docx").read_bytes() == data


def test_the_annotated_document_is_the_same_report(tmp_path: Path) -> None:
    annotate(tmp_path, BROKEN.read_bytes())
    trees = [run_inside("convert", name, cwd=tmp_path).out for name in ("a.docx", "b.docx")]
    assert trees[0] == trees[1] != ""


def test_a_clean_report_is_copied_as_it_is(tmp_path: Path) -> None:
    done = annotate(tmp_path, CLEAN.read_bytes())
    assert (tmp_path / "b.docx").read_bytes() == CLEAN.read_bytes()
    assert (done.code, done.err, done.out) == (0, "", "已写入 b.docx：批注 0 条\n" + summary(CLEAN))


_STANDING = (
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="7"'
    ' w:author="某科长" w:date="2024-01-05T09:00:00Z"><w:p><w:r><w:t>请核</w:t></w:r></w:p></w:comment></w:comments>'
)


def ascii_only(document: bytes) -> bytes:
    """The main part in ASCII, all else as numbers of characters."""
    return members(document)[MAIN].decode().partition("?>")[2].encode("ascii", "xmlcharrefreplace")


def reviewed(standing: str = _STANDING) -> bytes:
    """A document with a wrong sum in which somebody has commented on the title."""
    parts = members(word(failing()))
    main, types, relations = (parts[name].decode() for name in (MAIN, TYPES, RELATIONS))
    start, end = '<w:commentRangeStart w:id="7"/>', '<w:commentRangeEnd w:id="7"/>'
    reference = '<w:r><w:commentReference w:id="7"/></w:r>'
    main = re.sub(r"(</w:pPr>)(.*?)(</w:p>)", rf"\1{start}\2{end}{reference}\3", main, count=1)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    types = types.replace("</Types>", f'<Override PartName="/{COMMENTS}" ContentType="{kind}"/></Types>')
    of = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    listed = f'<Relationship Id="rIdC" Type="{of}" Target="comments.xml"/></Relationships>'
    relations = relations.replace("</Relationships>", listed)
    return packed({**parts, MAIN: main, TYPES: types, RELATIONS: relations, COMMENTS: standing})


def test_comments_of_others_stay(tmp_path: Path) -> None:
    data = reviewed()
    annotate(tmp_path, data)
    written = (tmp_path / "b.docx").read_bytes()
    assert [(one.author, one.lines[0], one.marked) for one in made(tmp_path)] == [
        ("某科长", "请核", TITLE), (OURS, "错误 AR001 AR003", "11"),
    ]  # fmt: skip
    before, after = members(data), members(written)
    assert {name for name in after if before[name] != after[name]} == {MAIN, COMMENTS}
    assert _STANDING.partition("</w:comments>")[0].encode() in after[COMMENTS]


def test_a_second_run_repeats_nothing_and_says_so(tmp_path: Path) -> None:
    annotate(tmp_path, word(failing()))
    once = (tmp_path / "b.docx").read_bytes()
    done = annotate(tmp_path, once)
    assert (tmp_path / "b.docx").read_bytes() == once
    assert done.out.splitlines()[0] == "已写入 b.docx：批注 0 条；先前写过的 1 条未重复"


def test_the_same_file_gives_the_same_bytes_and_a_date_only_where_one_is_told(tmp_path: Path) -> None:
    written = []
    for told in ("", "", "1704067200"):
        write(tmp_path / "a.docx", word(failing()))
        run_inside("annotate", "a.docx", "-o", "b.docx", cwd=tmp_path, variables={"SOURCE_DATE_EPOCH": told})
        written.append((tmp_path / "b.docx").read_bytes())
    assert written[0] == written[1]
    assert b"w:date" not in members(written[0])[COMMENTS]
    assert b'w:date="2024-01-01T00:00:00Z"' in members(written[2])[COMMENTS]


# --------------------------------------------------------------------------------------------------------- how it ends

CODES: dict[str, tuple[bytes, tuple[str, ...], int]] = {
    "clean": (CLEAN.read_bytes(), (), 0),
    "errors": (word(failing()), (), 1),
    "warnings": (word(warned()), (), 0),
    "warnings that count": (word(warned()), ("--fail-on", "warning"), 1),
    "errors that do not": (word(failing()), ("--fail-on", "never"), 0),
    "errors not asked for": (word(failing()), ("--ignore", "AR"), 0),
    "half read": (half(), ("--fail-on", "never"), 2),
}


@pytest.mark.parametrize(("document", "options", "code"), CODES.values(), ids=CODES)
def test_exit_codes_are_those_of_check(tmp_path: Path, document: bytes, options: tuple[str, ...], code: int) -> None:
    """Whatever the code is, the comments are written."""
    assert annotate(tmp_path, document, *options).code == code
    assert run_inside("check", "a.docx", *options, cwd=tmp_path).code == code
    assert (tmp_path / "b.docx").exists()


def test_an_output_that_exists_is_replaced(tmp_path: Path) -> None:
    write(tmp_path / "b.docx", b"x" * 200_000)
    assert annotate(tmp_path, word(failing())).code == 1
    assert len(made(tmp_path)) == 1


_CLOSED = "只能在 Word 文件（.docx、.docm）中加批注"
_OLD = "只能在 .docx 文件中加批注，这是 {0}：请用 Word 或 WPS 另存为 .docx"
_DAMAGED = packed({**members(CLEAN.read_bytes()), MAIN: "<w:document"})
# An encoding that a reader of XML knows and Python does not.
_ODD = packed(
    {**members(word(failing())), MAIN: b'<?xml version="1.0" encoding="EUC-TW"?>' + ascii_only(word(failing()))}
)
REFUSED: dict[str, tuple[str, bytes | None, str]] = {
    # The input, what it holds, what is said.
    "missing": ("a.docx", None, "文件无法读取：No such file or directory"),
    "empty": ("a.docx", b"", _CLOSED),
    "damaged": ("a.docx", CLEAN.read_bytes()[:5000], "文件已损坏"),
    "damaged inside": (
        "a.docx",
        packed({**members(CLEAN.read_bytes()), MAIN: "<w:document"}),
        "部件 word/document.xml 已损坏",
    ),
    "encoding": ("a.docx", _ODD, "部件 word/document.xml 的编码无法原样保留，请用 Word 打开后另存"),
    "damaged comments": ("a.docx", reviewed("<w:comments"), "部件 word/comments.xml 已损坏"),
    "no report": ("a.docx", whole(p("会议通知"), p("请准时参加。")), "没有找到年度报告的标题、章节或表格"),
    "text": ("a.txt", (EXAMPLES / "clean/department.txt").read_bytes(), _CLOSED),
    "a table": ("a.docx", (EXAMPLES / "clean/department.xlsx").read_bytes(), _CLOSED),
    "a tree": ("a.json", (EXAMPLES / "clean/department.json").read_bytes(), _CLOSED),
    "PDF called Word": ("a.docx", (EXAMPLES / "clean/department.pdf").read_bytes(), _CLOSED),
    "old Word": ("a.doc", (EXAMPLES / "office/department.doc").read_bytes(), _OLD.format(".doc")),
    "rich text": ("a.rtf", (EXAMPLES / "office/department.rtf").read_bytes(), _OLD.format(".rtf")),
    "open document": ("a.odt", (EXAMPLES / "office/department.odt").read_bytes(), _OLD.format(".odt")),
}


@pytest.mark.parametrize(("name", "content", "words"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_annotated_leaves_the_output_as_it_was(
    tmp_path: Path, name: str, content: bytes | None, words: str
) -> None:
    if content is not None:
        write(tmp_path / name, content)
    output = write(tmp_path / f"b{Path(name).suffix}", b"before")
    done = run_inside("annotate", name, "-o", output.name, cwd=tmp_path)
    assert (done.code, done.out, output.read_bytes()) == (2, "", b"before")
    assert re.fullmatch(rf"xxgk-lint: {re.escape(name)}(:\d+)*: .+\n", done.err)
    assert words in done.err
    assert not list(tmp_path.glob(".xxgk-lint-*"))


def _linked(folder: Path) -> Path:
    (folder / "link.docx").symlink_to("a.docx")
    return folder / "link.docx"


def _doubled(folder: Path) -> Path:
    os.link(folder / "a.docx", folder / "other.docx")
    return folder / "other.docx"


ITSELF = {"itself": lambda folder: folder / "a.docx", "link": _linked, "second name": _doubled}


@pytest.mark.parametrize("output", ITSELF.values(), ids=ITSELF)
def test_the_file_itself_is_never_written(tmp_path: Path, output: Any) -> None:
    data = word(failing())
    write(tmp_path / "a.docx", data)
    done = run_inside("annotate", "a.docx", "-o", output(tmp_path), cwd=tmp_path)
    assert (done.code, (tmp_path / "a.docx").read_bytes()) == (2, data)
    assert done.err.endswith(": 输出文件就是输入文件，请另取一个名字\n")


ENDINGS = {"another": ("a.docx", "b.doc", "（.docx）"), "none": ("a", "b.docx", "：没有后缀")}


@pytest.mark.parametrize(("name", "output", "words"), ENDINGS.values(), ids=ENDINGS)
def test_the_output_ends_like_the_input(tmp_path: Path, name: str, output: str, words: str) -> None:
    write(tmp_path / name, CLEAN.read_bytes())
    done = run_inside("annotate", name, "-o", output, cwd=tmp_path)
    assert (done.code, done.err) == (2, f"xxgk-lint: {output}: 输出文件的后缀应与输入文件相同{words}\n")
    assert not (tmp_path / output).exists()


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    done = run_inside("annotate", "in", "-o", "b.docx", cwd=tmp_path)
    assert (done.code, done.err) == (2, "xxgk-lint: in: 这是文件夹，批注每次只写入一个文件\n")


@CAN_BE_REFUSED
def test_an_output_that_cannot_be_written_stays_as_it_was(tmp_path: Path) -> None:
    """It is written beside and put in place at the end: where that is not allowed, nothing half written is left."""
    data = write(tmp_path / "a.docx", word(failing()))
    sealed = write(tmp_path / "there" / "b.docx", b"before")
    sealed.parent.chmod(0o555)
    done = run_without_rights("annotate", data, "-o", "there/b.docx", cwd=tmp_path)
    sealed.parent.chmod(0o755)
    assert (done.code, sealed.read_bytes(), list(sealed.parent.iterdir())) == (2, b"before", [sealed])
    assert (done.out, done.err) == ("", "xxgk-lint: there/b.docx: 无法写入：Permission denied\n")


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    write(tmp_path / "a.docx", word(failing()))
    done = run_inside("annotate", "a.docx", "-o", "none/b.docx", cwd=tmp_path)
    assert (done.code, done.err) == (2, "xxgk-lint: none/b.docx: 无法写入：No such file or directory\n")


def test_a_date_that_is_none(tmp_path: Path) -> None:
    write(tmp_path / "a.docx", word(failing()))
    done = run_inside("annotate", "a.docx", "-o", "b.docx", cwd=tmp_path, variables={"SOURCE_DATE_EPOCH": "x"})
    assert (done.code, done.err) == (2, "xxgk-lint: SOURCE_DATE_EPOCH 不是时间：x\n")
    assert not (tmp_path / "b.docx").exists()


def test_without_an_output_nothing_is_done(tmp_path: Path) -> None:
    write(tmp_path / "a.docx", word(failing()))
    done = run_inside("annotate", "a.docx", cwd=tmp_path)
    assert (done.code, [path.name for path in tmp_path.iterdir()]) == (2, ["a.docx"])
    assert "--output" in done.err


def test_help_says_what_stays_and_how_it_ends() -> None:
    out = run_inside("annotate", "--help").out
    for words in ("Exit codes", "nothing else changes", "stands at its title", "repeats no comment", "--previous"):
        assert words in out
