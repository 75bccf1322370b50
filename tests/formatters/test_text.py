"""``text`` and ``plain``: what people read, in any language and width, whatever a report tries."""

import io
import re
from collections import Counter

import pytest
from rich.cells import cell_len
from rich.console import Console

from lint.formatters.equation import draw
from lint.formatters.escape import escape
from lint.formatters.look import Look
from lint.formatters.table import FORMATTERS
from lint.model.finding import Diagnostic
from lint.model.run import Checked
from tests.cli.support_cli import changed, dumped
from tests.formatters.support_formatters import HOSTILE, checked, rendered, results

ZH, EN = Look("zh"), Look("en")
COLOURS = re.compile(r"\x1b\[[0-9;]*m")
RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")

FAILING_ZH = """\
failing.json  示例市水利局 2023
  错误 AR001 AR003 表三 一、本年新收政府信息公开申请数量 × 总计：11 应为
  10（一位数字写错；与第一部分第3段“全年新收政府信息公开申请10件”相符）
    第65行第20列
                                        自然人  商业企业     总计
      一、本年新收政府信息公开申请数量       9         1  [11→10]
      二、上年结转政府信息公开申请数量       1         0        1
      （七）总计                             9         1       10
      四、结转下年度继续办理                 1         0        1
    AR001 总计：一、本年新收政府信息公开申请数量 [11] + 二、上年结转政府信息公开申请数量 1 = 12 ≠
    （七）总计 10 + 四、结转下年度继续办理 1 = 11
    AR003 一、本年新收政府信息公开申请数量：总计 [11] ≠ 自然人 9 + 商业企业 1 = 10
    只有“表三 一、本年新收政府信息公开申请数量 × 总计”在所有这些关系中
"""
FAILING_EN = """\
failing.json  示例市水利局 2023
  error AR001 AR003 table three I new this year × total: 11 should be 10 (one digit changed; fits
  section 1, paragraph 3 ('全年新收政府信息公开申请10件'))
    line 65, column 20
                            natural
                            persons  businesses    total
      I new this year             9           1  [11→10]
"""
FAILING_NARROW = """\
failing.json  示例市水利局 2023
  错误 AR001 AR003 表三
  一、本年新收政府信息公开申请数量 × 总计：11
  应为
  10（一位数字写错；与第一部分第3段“全年新收政
  府信息公开申请10件”相符）
    第65行第20列
                     自然人  商业企业     总计
      一、本年新收…       9         1  [11→10]
      二、上年结转…       1         0        1
      （七）总计          9         1       10
      四、结转下年…       1         0        1
    AR001
"""
FAILING_TOO_NARROW = """\
failing.json  示例市水利局
2023
  错误 AR001 AR003 表三
  一、本年新收政府信息公开申请
  数量 × 总计：11 应为
  10（一位数字写错；与第一部分
  第3段“全年新收政府信息公开申
  请10件”相符）
    第65行第20列
    AR001
"""
HALF_READ = """\
half.txt  示例市水利局 2023  部分内容无法读取
  错误 LT005 separators-lost
"""
MISSING = """\
nowhere/none.json  未能检查
  错误 LT001 unreadable-file
    文件无法读取：No such file or directory

已检查 0/1 份报告：错误 1，警告 0，提示 0；提问 0 项，未能判断 0 项，1 份无法读取
"""
PASSED_OVER = """\
notes.csv  不是年度报告，未检查
没有找到可检查的报告  已检查 0/0 份报告：错误 0，警告 0，提示 0；提问 0 项，未能判断 0 项，略过 1 个文件
"""
CLEAN_EN = "checked 1 of 1 reports: 0 errors, 0 warnings, 0 infos; ASKED questions asked, 0 undecided\n"
CLEAN_NARROW = """\
checked 1 of 1 reports: 0 errors, 0 warnings, 0 infos; ASKED
questions asked, 0 undecided
"""
TEXTS: dict[str, tuple[str, Look, str]] = {
    # Result, look, how the output begins.
    "clean": ("clean-json", ZH, "已检查 1/1 份报告：错误 0，警告 0，提示 0；提问 ASKED 项，未能判断 0 项\n"),
    "clean-en": ("clean-json", EN, CLEAN_EN),
    "clean-narrow": ("clean-json", Look("en", 60), CLEAN_NARROW),
    "equations": ("failing", ZH, FAILING_ZH),
    "english": ("failing", EN, FAILING_EN),
    "narrow": ("failing", Look("zh", 46), FAILING_NARROW),
    "too-narrow": ("failing", Look("zh", 30), FAILING_TOO_NARROW),
    "half-read": ("half-read", ZH, HALF_READ),
    "missing": ("missing", ZH, MISSING),
    "passed-over": ("passed-over", Look("zh", 200), PASSED_OVER),
    "undecided": ("undecided", ZH, "office.txt  未能判断 "),
    "undecided-en": ("undecided", EN, "office.txt  undecided "),
}  # fmt: skip


def counted(text: str, name: str) -> str:
    """The number of questions and the law put in: each rule that is added asks more, and a law may be said better."""
    for found in results()[name].diagnostics:
        text = text.replace(f"BASIS-{found.rule}", found.basis.zh)
    return text.replace("ASKED", str(results()[name].tally.asked))


def narrowed(text: str) -> str:
    """The text without the width of gaps, which releases of rich divide differently between columns."""
    return re.sub(" {3,}", "   ", text)


@pytest.mark.parametrize(("name", "look", "expected"), TEXTS.values(), ids=TEXTS)
def test_text(name: str, look: Look, expected: str) -> None:
    """The place, the message, the equation with its figures and the cell in question, the law, the summary."""
    expected = narrowed(counted(expected, name))
    assert narrowed(rendered("text", [results()[name]], look))[: len(expected)] == expected


def test_undecided_questions_name_their_rules() -> None:
    """With findings or without, once each, with their number where a rule is undecided more than once."""
    for name in ("undecided", "nearly-empty"):
        rules = Counter(rule for rule, _ in results()[name].undecided)
        told = re.search(r"undecided \d+: (.*)\n", rendered("text", [results()[name]], Look("en", 400)))
        assert rules
        assert told
        assert told[1].split(", ") == [f"{rule}×{count}" if count > 1 else rule for rule, count in rules.items()]


PLAIN: dict[str, tuple[str, Look, list[str]]] = {
    "errors": ("failing", ZH, [
        (
            "failing.json:65:20: 诊断 AR001,AR003 表三 一、本年新收政府信息公开申请数量 × 总计："
            "11 应为 10（一位数字写错；与第一部分第3段“全年新收政府信息公开申请10件”相符）"
        ),
        (
            "failing.json:65:20: 错误 AR003 表三 一、本年新收政府信息公开申请数量 × 总计:"
            " 六类申请人之和为 10，总计却是 11，相差 1"
        ),
        "failing.json:281:22: 错误 AR001 表三 （七）总计 × 总计: 一加二为 12，（七）总计加四为 11，相差 1",
        "已检查 1/1 份报告：错误 2，警告 0，提示 0；提问 ASKED 项，未能判断 0 项",
    ]),
    "english": ("failing", EN, [
        (
            "failing.json:65:20: diagnosis AR001,AR003 table three I new this year × total:"
            " 11 should be 10 (one digit changed; fits section 1, paragraph 3 ('全年新收政府信息公开申请10件'))"
        ),
        (
            "failing.json:65:20: error AR003 table three I new this year × total:"
            " the applicants add up to 10, but the total says 11: a difference of 1"
        ),
        (
            "failing.json:281:22: error AR001 table three (7) total of results × total:"
            " I and II make 12, but (7) and IV make 11: a difference of 1"
        ),
        "checked 1 of 1 reports: 2 errors, 0 warnings, 0 infos; ASKED questions asked, 0 undecided",
    ]),
    "missing": ("missing", EN, [
        "nowhere/none.json: error LT001 the file cannot be read: No such file or directory",
        "checked 0 of 1 reports: 1 errors, 0 warnings, 0 infos; 0 questions asked, 0 undecided, 1 could not be read",
    ]),
    "syntax": ("broken-syntax", EN, [
        "syntax.json:1:13: error LT003 the file ends too early: a value is missing",
        "checked 0 of 1 reports: 1 errors, 0 warnings, 0 infos; 0 questions asked, 0 undecided, 1 could not be read",
    ]),
    "passed-over": ("passed-over", EN, [
        "notes.csv: no annual report, not checked",
        (
            "no report to check was found  checked 0 of 0 reports: 0 errors, 0 warnings, 0 infos;"
            " 0 questions asked, 0 undecided, 1 files passed over"
        ),
    ]),
}  # fmt: skip


@pytest.mark.parametrize(("name", "look", "lines"), PLAIN.values(), ids=PLAIN)
def test_plain(name: str, look: Look, lines: list[str]) -> None:
    """One line a finding and a cause, which begins with file:line:column: where they are known."""
    assert rendered("plain", [results()[name]], look) == counted("".join(f"{line}\n" for line in lines), name)


WHOLE = [name for name in results() if name != "huge"]


@pytest.mark.parametrize("colour", [False, True])
@pytest.mark.parametrize("encoding", ["utf-8", "gbk", "ascii"])
@pytest.mark.parametrize("width", [20, 40, 80, 100])
def test_no_line_is_wider_than_the_terminal(width: int, encoding: str, colour: bool) -> None:
    """Chinese characters are two wide; what the console lacks is written as an escape before the line is drawn."""
    for language in ("zh", "en"):
        look = Look("en" if language == "en" else "zh", width, colour, encoding)
        text = COLOURS.sub("", rendered("text", results().values(), look))
        assert max(map(cell_len, text.split("\n"))) <= width
        assert text.encode(encoding).decode(encoding) == text


@pytest.mark.parametrize("width", [20, 40, 80, 100, 200])
@pytest.mark.parametrize("name", WHOLE)
def test_no_word_is_lost(name: str, width: int) -> None:
    """However narrow, every character of the wide output stands in the narrow one, in the order of its lines."""
    wide = rendered("text", [results()[name]], Look("zh", 400))
    narrow = rendered("text", [results()[name]], Look("zh", width))
    explained = {fingerprint for cause in results()[name].causes for fingerprint in cause.explains}
    for found in results()[name].diagnostics:
        if found.fingerprint in explained:
            continue
        said = re.sub(r"\s", "", escape(found.message.zh))
        assert said in re.sub(r"\s", "", narrow)
    assert words_of(wide, name) == words_of(narrow, name)


def words_of(text: str, name: str) -> list[str]:
    """Every character but those of the excerpts, which are cut or left out where there is no room for them."""
    lines = text.split("\n")
    if results()[name].causes:
        lines = [line for line in lines if not re.fullmatch(r" {6,}.*[^ ] +\S+| {6,}\S+", line)]
    return sorted(re.sub(r"[\s…]", "", "".join(lines)))


def equations() -> list[Diagnostic]:
    """Every broken relation of the results."""
    every = [found for one in results().values() for found in one.diagnostics]
    return [found for found in every if len({term.side for term in found.terms}) > 1]


def drawn(found: Diagnostic, width: int) -> str:
    """An equation as it is drawn."""
    file = io.StringIO()
    Console(file=file, width=width).print(draw(found, ZH, width))
    return file.getvalue()


@pytest.mark.parametrize("width", [14, 34, 74, 94])
def test_equations_fit_or_are_one_line(width: int) -> None:
    """Neither figures nor labels of an equation are cut, whether it is drawn as a table or as a line."""
    assert len(equations()) > 20
    for found in equations():
        text = drawn(found, width)
        assert max(map(cell_len, text.split("\n"))) <= width
        shown = [term for term in found.terms if len(found.terms) <= 9 or term.value not in {"0", None}]
        words = "".join(found.labels[term.pointer].zh + (term.value or "0") for term in shown)
        assert Counter(re.sub(r"\s", "", words)) <= Counter(text)
        assert f"[{found.values['actual']}]" in re.sub(r"\s", "", text)


def disputes(total: int) -> Checked:
    """A report with so many disputes beside 10 results."""
    cells = {"upheld": total, "corrected": 0, "other": 0, "pending": 0, "total": total}
    return checked("r.json", dumped(changed("/sections/disputes/table/reconsideration", cells)))


def issued(count: int) -> Checked:
    """A report with so many documents issued and 9 in force."""
    return checked("r.json", dumped(changed("/sections/proactive/table/normative_documents/issued", count)))


SIGNS: dict[str, tuple[Checked, Look, str]] = {
    "condition-that-holds": (disputes(900), Look("zh"), "       [900]   >     10"),
    "comparison-that-is-broken": (issued(12), Look("zh"), "          [9]      <      12      相差 3"),
    "on-one-line": (
        results()["failing"],
        Look("en", 60),
        "    AR003 I new this year: total [11] ≠ natural persons 9 +",
    ),
    "in-ascii": (
        results()["failing"],
        Look("en", 60, encoding="ascii"),
        "    AR003 I new this year: total [11] != natural persons 9 +",
    ),
    "in-ascii-around": (
        results()["failing"],
        Look("en", 60, encoding="ascii"),
        "      I new this year             9           1  [11->10]",
    ),
}


@pytest.mark.parametrize(("one", "look", "line"), SIGNS.values(), ids=SIGNS)
def test_what_is_drawn_is_true(one: Checked, look: Look, line: str) -> None:
    """A broken relation is drawn as it is broken, a condition as it holds."""
    assert narrowed(line) in narrowed(rendered("text", [one], look)).split("\n")


def test_half_an_equation_is_not_drawn() -> None:
    """A comparison with nothing but a number says all in its message."""
    (found,) = results()["informed"].diagnostics
    assert (found.rule, {term.side for term in found.terms}) == ("PL003", {"left"})
    lines = rendered("text", [results()["informed"]], ZH).split("\n")
    assert lines[3] == "    本年废止 2 件而表二 行政规范性文件 × 现行有效件数为 0：请核对是否全部废止"
    assert lines[4].startswith("    依据: ")


def test_both_languages_use_the_same_values() -> None:
    """Every figure of the values stands in both messages, and where Chinese has a figure English has it."""
    for one in (results()[name] for name in ("broken-json", "failing", "warned", "informed")):
        for found in one.diagnostics:
            for name, value in found.values.items():
                in_zh, in_en = value in found.message.zh, value in found.message.en
                assert in_zh == in_en, (found.rule, name)


def test_both_languages_draw_the_same_figures() -> None:
    """The equations differ in their labels only."""
    zh = rendered("text", [results()["broken-json"]], ZH)
    en = rendered("text", [results()["broken-json"]], EN)
    marked = re.findall(r"\[\d+→?\d*\]", zh)
    assert (marked, re.findall(r"\[\d+→?\d*\]", en)) == (
        ["[2]", "[9→8]", "[0→9]", "[9]", "[0]", "[0]", "[9]", "[6→5]", "[6]", "[6]", "[0→11]", "[0]"],
        marked,
    )
    differences = re.findall(r" 相差\s+(\d+)\n", zh)
    assert (differences, re.findall(r" off\s+by\s+(\d+)\n", en)) == (["7"], differences)


@pytest.mark.parametrize("colour", [False, True])
@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", ["text", "plain"])
def test_hostile_text(name: str, language: str, colour: bool) -> None:
    """No raw control, no markup obeyed, no forged line, no command to a build server."""
    look = Look("en" if language == "en" else "zh", 80, colour and name == "text")
    text = rendered(name, [results()["hostile"], results()["surrogate-name"]], look)
    plain = COLOURS.sub("", text) if colour else text
    assert RAW.findall(plain.replace("\n", "")) == []
    assert re.findall(r"::[a-z-]+[^:\n]*::|##\[", plain) == []
    assert "[/b]" in plain
    assert "\\x1b[2J" in plain
    assert "\\u202e" in plain


def test_hostile_text_changes_no_structure() -> None:
    """One line a finding and a cause, and one for the summary, whatever stands in cells, keys, names and paragraphs."""
    one = results()["hostile"]
    lines = rendered("plain", [one], EN).split("\n")
    assert len(lines) == len(one.diagnostics) + len(one.causes) + 2
    assert all(line.startswith(escape(f"hostile{HOSTILE}.json")) for line in lines[:-2])
    assert lines[-2].startswith("checked 1 of 1 reports: ")


@pytest.mark.parametrize("name", ["text", "plain"])
def test_a_huge_report_makes_no_huge_output(name: str) -> None:
    assert len(rendered(name, [results()["huge"]], ZH)) < 20_000


@pytest.mark.parametrize("name", FORMATTERS)
def test_no_colours_unless_asked(name: str) -> None:
    assert "\x1b" not in rendered(name, results().values(), ZH)


def test_colours_where_asked() -> None:
    """They add nothing but themselves: without them the same is readable."""
    coloured = rendered("text", results().values(), ZH._replace(colour=True))
    assert COLOURS.findall(coloured)
    stripped = "\n".join(line.rstrip() for line in COLOURS.sub("", coloured).split("\n"))
    assert stripped == rendered("text", results().values(), ZH)


@pytest.mark.parametrize("name", FORMATTERS)
def test_the_same_output_in_every_run(name: str) -> None:
    every: list[Checked] = list(results().values())
    assert rendered(name, every, ZH) == rendered(name, every, ZH)


ESCAPED = {
    "plain": ("一、总体情况 abc 1,000", "一、总体情况 abc 1,000"),
    "escape": ("\x1b[2J", "\\x1b[2J"),
    "c1": ("\x9b1m", "\\x9b1m"),
    "newline": ("a\r\nb\tc", "a\\x0d\\x0ab\\x09c"),
    "delete": ("\x7f", "\\x7f"),
    "bidi": ("\u202e\u2066\u061c", "\\u202e\\u2066\\u061c"),
    "zero-width": ("一\u200b、\ufeff", "一\\u200b、\\ufeff"),
    "separators": ("\u2028\u2029\x85", "\\u2028\\u2029\\x85"),
    "surrogate": ("\udcff", "\\udcff"),
    "backslash-is-itself": ("\\x1b", "\\x1b"),
    "markup-is-itself": ("[/b] [link=x]", "[/b] [link=x]"),
    "github": ("::error file=a,line=1::b", "\\x3a:error file=a,line=1::b"),
    "github-stop": ("::stop-commands::x", "\\x3a:stop-commands::x"),
    "github-old": ("##[error]x", "\\x23#[error]x"),
    "azure": ("##vso[task.complete]x", "\\x23#vso[task.complete]x"),
    "teamcity": ("##teamcity[x]", "\\x23#teamcity[x]"),
    "colons-are-themselves": ("a::b", "a::b"),
    "hashes-are-themselves": ("## 标题", "## 标题"),
}


@pytest.mark.parametrize(("text", "expected"), ESCAPED.values(), ids=ESCAPED)
def test_escape(text: str, expected: str) -> None:
    """Characters that steer become visible; all else is left alone."""
    assert escape(text) == expected
