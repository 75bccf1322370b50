"""``explain``, ``rules`` and ``convert``, and how little a start costs."""

import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from lint.api import Session
from lint.formatters.tree import render_tree
from lint.model.finding import Diagnostic
from lint.readers.tree import tree_of_report
from lint.rulebook.families import FAMILIES
from tests.cli.support_cli import (
    BROKEN,
    CLEAN,
    EXAMPLES,
    ROOT,
    at,
    dumped,
    environment,
    half_read,
    run_inside,
    tree,
    write,
)
from tests.cli.test_exit_codes import PYTHON, RULE
from tests.formatters.support_formatters import session

RULES = {rule.id: rule for rule in session().book.rules}


@pytest.mark.parametrize("word", ["AR003", "ar003", "aR003", "row-total", "Row-Total"])
def test_explain_by_id_or_name(word: str) -> None:
    """By id in any case, or by name."""
    done = run_inside("explain", word, "--lang", "en")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("AR003 row-total  [error]\nThe total of a row is the sum of its applicants\n")


EXPLAINED = {
    "zh": ("为何", "依据", "检查何处", "如何判断", "正例", "反例", "把握与误报", "如何豁免"),
    "en": (
        *("Why", "Basis", "Where", "How it is decided", "Good", "Bad", "Confidence and false alarms"),
        "How to accept a finding",
    ),
}


@pytest.mark.parametrize(("language", "parts"), EXPLAINED.items(), ids=EXPLAINED)
def test_explain_says(language: str, parts: tuple[str, ...]) -> None:
    """Why, the law, where, how it is decided, what makes it a false alarm, a good and a bad example."""
    lines = run_inside("explain", "AR003", "--lang", language).out.splitlines()
    assert [line for line in lines if line in parts] == list(parts)
    assert "".join(getattr(RULES["AR003"].basis, language).split()) in "".join("".join(lines).split())


@pytest.mark.parametrize("identifier", RULES)
def test_every_rule_can_be_explained(identifier: str) -> None:
    """In both languages, without a brace left over from a template."""
    rule = RULES[identifier]
    zh, en = (run_inside("explain", identifier, "--lang", language).out for language in ("zh", "en"))
    assert zh.splitlines()[0].startswith(f"{identifier} {rule.name}  [")
    assert zh != en
    assert "{where}" not in zh + en


@pytest.mark.parametrize(("word", "near"), [("AR0033", "AR003"), ("row-totl", "row-total"), ("zzzz", "")])
def test_explain_unknown(word: str, near: str) -> None:
    """2, with what was perhaps meant."""
    done = run_inside("explain", word)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"xxgk-lint: 没有规则“{word}”" + (f"，是否想写“{near}" if near else "\n"))


def test_explain_a_rule_of_ones_own(tmp_path: Path) -> None:
    write(tmp_path / "own.yaml", RULE)
    write(tmp_path / "own.py", PYTHON % "yield from ()")
    assert run_inside("explain", "some-rule", "--rules", tmp_path).out.startswith("XX001 some-rule  [错误]\n标题\n")


@pytest.mark.parametrize(
    "arguments", [("explain", "xx001"), ("rules", "list"), ("rules", "test", "xx001")], ids=" ".join
)
def test_rules_of_the_configuration(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """Every command knows the rules that ``check`` would load here."""
    write(tmp_path / "own" / "own.yaml", RULE)
    write(tmp_path / "own" / "own.py", PYTHON % "yield from ()")
    write(tmp_path / "lint.toml", 'rules = ["own"]')
    done = run_inside(*arguments, cwd=tmp_path)
    assert (done.code < 2, done.err) == (True, "")
    assert "XX001" in done.out


@pytest.mark.parametrize("language", ["zh", "en"])
def test_rules_list(language: str) -> None:
    """Every rule once, by family, in the order of ids, with severity, name, title and law."""
    shown = run_inside("rules", "list", "--lang", language).out.splitlines()
    families = [f"{letters}  {getattr(words, language)}" for letters, words in FAMILIES.items()]
    assert [line for line in shown if line in families] == [
        line for line in families if any(identifier.startswith(line[:2]) for identifier in RULES)
    ]
    lines = [line for line in shown if line not in families]
    assert len(lines) == 2 * len(RULES)
    for rule, head, basis in zip(RULES.values(), lines[::2], lines[1::2], strict=True):
        assert head == f"{rule.id}  {rule.severity.value:<7}  {rule.name:<28}  {getattr(rule.title, language)}"
        assert basis.strip() == f"{'依据' if language == 'zh' else 'basis'}: {getattr(rule.basis, language)}"
    assert list(RULES) == sorted(RULES)


NEEDED = dict.fromkeys((".doc", ".odt", ".rtf"), pytest.mark.needs_program("soffice"))
NEEDED |= dict.fromkeys((".xls", ".ods"), pytest.mark.needs_module("python_calamine"))
FORMS = [
    pytest.param(path, id=f"{path.parent.name}-{path.name}", marks=NEEDED.get(path.suffix, ()))
    for path in sorted(EXAMPLES.glob("*/*.*"))
]


def bare(found: tuple[Diagnostic, ...]) -> list[Any]:
    """Findings without their places."""
    return [(one.rule, one.pointer, one.values, one.severity, one.message, one.fingerprint) for one in found]


@pytest.mark.parametrize("path", FORMS)
def test_convert_there_and_back(path: Path) -> None:
    """What is converted and read again is the same tree with the same findings; only places differ."""
    before = session().read(path.name, path.read_bytes())
    written = render_tree(tree_of_report(before))
    after = session().read("again.json", written.encode())
    assert render_tree(tree_of_report(after)) == written
    assert (after.identity, after.document.remarks) == (before.identity, before.document.remarks)
    one, other = session().check_report(before), session().check_report(after)
    assert bare(one.diagnostics) == bare(other.diagnostics)
    assert (one.tally, one.undecided) == (other.tally, other.undecided)


@pytest.mark.parametrize("form", ["json", "yaml", "txt"])
def test_convert_writes_the_tree(form: str, tmp_path: Path) -> None:
    """To the terminal, or to a file; the same either way."""
    path = CLEAN.with_suffix(f".{form}")
    shown = run_inside("convert", path)
    assert (shown.code, shown.err) == (0, "")
    stored = run_inside("convert", path, "-o", "out.json", cwd=tmp_path)
    assert (stored.code, stored.out, stored.err) == (0, "", "")
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == shown.out
    kept = json.loads(shown.out, parse_float=Decimal)
    kept.pop("document", None)
    expected = tree()
    if form == "txt":  # a text says neither of these
        kept["agency"] = expected["agency"]
        kept["published"] = expected["published"]
    assert kept == expected


@pytest.mark.parametrize("form", ["json", "txt", "docx", "html", "md", "xlsx", "pdf"])
def test_convert_with_places(form: str) -> None:
    """The tree as without, and beside it the place of every pointer that the reader kept one for."""
    path = CLEAN.with_suffix(f".{form}")
    written = run_inside("convert", path, "--places").json
    assert list(written) == ["tree", "places"]
    assert written["tree"] == run_inside("convert", path).json
    report = session().read(path.name, path.read_bytes())
    assert written["places"] == {at: place.as_dict() for at, place in report.find_places().items()}
    assert "/sections/applications/table/new/total" in written["places"]


DECIMALS = ["0.1", "0.30", "128.4600", "100", "0", "0.000001", "123456789.123456789", "0.10000000000000000"]


@pytest.mark.parametrize("form", ["json", "yaml"])
@pytest.mark.parametrize("figure", DECIMALS)
def test_convert_keeps_decimals_as_written(figure: str, form: str) -> None:
    """No zero more or less, no binary fraction."""
    text = CLEAN.with_suffix(f".{form}").read_text(encoding="utf-8").replace("128.4600", figure)
    written = render_tree(tree_of_report(session().read(f"r.{form}", text.encode())))
    assert f'"amount": {figure}\n' in written


def test_convert_of_a_half_read_report(tmp_path: Path) -> None:
    """2 and words why, but what was read is written, and stays half read."""
    path = write(tmp_path / "half.txt", half_read())
    done = run_inside("convert", path, "-o", "out.json", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"xxgk-lint: {path}: ")
    kept = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert at(kept, "/sections/disputes/table/reconsideration/total") == 1
    again = run_inside("check", "out.json", "-f", "json", cwd=tmp_path)
    assert (again.code, [found["rule"] for found in again.json["reports"][0]["findings"]]) == (2, ["LT005"])


UNREADABLE: dict[str, tuple[str, str, str]] = {
    "missing": ("none.json", "", "文件无法读取：No such file or directory"),
    "broken": ("a.json", '{"sections": ', ""),
    "no-report": ("a.txt", "Dear all,\n", "没有找到年度报告的标题、章节或表格"),
    "docx": ("a.docx", "PK", "文件的内容不是 .docx 格式，或已损坏"),
}


@pytest.mark.parametrize(("name", "content", "words"), UNREADABLE.values(), ids=UNREADABLE)
def test_convert_of_what_cannot_be_read(tmp_path: Path, name: str, content: str, words: str) -> None:
    """2, and the output of before stands."""
    write(tmp_path / "out.json", "old")
    if content:
        write(tmp_path / name, content)
    done = run_inside("convert", name, "-o", "out.json", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"xxgk-lint: {name}:")
    assert words in done.err
    assert (tmp_path / "out.json").read_text(encoding="utf-8") == "old"


def test_convert_reads_the_encoding_told(tmp_path: Path) -> None:
    text = CLEAN.with_suffix(".txt").read_text(encoding="utf-8")
    path = write(tmp_path / "a.txt", text.encode("gb18030"))
    assert run_inside("convert", path, "--encoding", "gbk").out == run_inside("convert", CLEAN.with_suffix(".txt")).out


@pytest.mark.parametrize(
    "arguments", [(), ("-h",), ("--help",), ("check", "-h"), ("rules", "-h"), ("--version",)], ids=" ".join
)
def test_help_and_version(arguments: tuple[str, ...]) -> None:
    """Asked for: 0. Nothing asked for: 2, with the same words on standard error."""
    done = run_inside(*arguments)
    assert done.code == (0 if arguments else 2)
    assert (done.out or done.err).startswith(("Usage: xxgk-lint ", "xxgk-lint, version "))


def modules(*arguments: str | Path, program: str = "from lint.cli.main import run") -> set[str]:
    """The modules that are loaded after an import, and after a run where there are arguments."""
    words = [str(one) for one in arguments]
    text = f"import sys; {program}\nif {words}: run({words})\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", text], cwd=ROOT, env=environment(), capture_output=True, check=True, encoding="utf-8"
    )
    return set(done.stderr.split())


NEVER_AT_START = {"rich", "yaml", "jsonschema", "hashlib", "tomllib", "orjson", "lint.api"}


def test_the_start_is_cheap() -> None:
    """Importing the command loads nothing that only some runs need."""
    assert modules() & NEVER_AT_START == set()
    assert modules(program="import lint") & {"click", "lint.api", "lint.cli"} == set()


@pytest.mark.needs_module("jsonschema_rs")
@pytest.mark.parametrize("name", ["text", "plain", "json", "jsonl"])
def test_a_clean_run_is_cheap(name: str) -> None:
    """Nor does a clean report need what draws, reads other formats or makes fingerprints."""
    modules("check", CLEAN)  # the rules may have to be compiled first
    assert modules("check", CLEAN, "-f", name) & {"rich", "yaml", "jsonschema", "hashlib", "tomllib", "orjson"} == set()


def test_a_session_is_loaded_once() -> None:
    """A second session gives the same answers."""
    one, other = (Session().check_bytes("r.json", BROKEN.read_bytes()) for _ in range(2))
    assert bare(one.diagnostics) == bare(other.diagnostics)
    assert dumped(one.report.tree if one.report else None) == dumped(other.report.tree if other.report else None)
