"""No output takes the place of what the user gave: refused before anything is checked, and nothing is touched."""

import json
from pathlib import Path

import pytest

from lint.formatters.table import FORMATTERS
from lint.readers.own import is_own_file
from tests.cli.support_cli import BROKEN, CLEAN, run_inside, write
from tests.cli.test_own_output import ENDINGS
from tests.storage.support_storage import STORAGE

RULE = """\
id: ZZ001
name: nothing
title: {zh: 无, en: nothing}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Reports of two years, and beside them one of everything that a run may read."""
    write(tmp_path / "r" / "a.json", BROKEN.read_bytes())
    write(tmp_path / "r" / "b.docx", BROKEN.with_suffix(".docx").read_bytes())
    write(tmp_path / "y22" / "below" / "a.json", CLEAN.read_bytes().replace(b"2023", b"2022"))
    write(tmp_path / "l.toml", 'fail-on = "never"\n')
    write(tmp_path / "n.json", "{}")
    write(tmp_path / "k.json", '{"version": 1, "known": []}')
    write(tmp_path / "ours" / "ZZ" / "ZZ001.yaml", RULE)
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refused(folder: Path, command: str, words: str, *, language: str = "zh") -> None:
    """A command ends with 2 and these words, and every file is as it was."""
    before = contents(folder)
    variables = {"LC_ALL": {"zh": "C.UTF-8", "en": "en_US.UTF-8"}[language]}
    done = run_inside(*command.replace("{here}", str(folder)).split(), cwd=folder, variables=variables)
    assert (done.code, done.out) == (2, ""), done.err
    assert words in done.err
    assert contents(folder) == before


ONTO = {
    "earlier-year": ("check r --previous y22/below/a.json -o y22/below/a.json", "往年报告", "an earlier year"),
    "below-earlier-years": ("check r --previous y22 -o y22/below/a.json", "往年报告", "an earlier year"),
    "pattern": ("check r --previous y22/*/a.json -o y22/below/a.json", "往年报告", "an earlier year"),
    "member": ("check r --members y22 -f text -f json:./y22/below/a.json", "下级报告", "a report of a member"),
    "baseline": ("check r --baseline k.json -o k.json", "覆盖基线", "the baseline"),
    "configuration": ("check r --config l.toml -o l.toml", "配置文件", "the configuration"),
    "norms": ("check r --norms n.json -f json -o n.json", "常值", "the norms"),
    "rule": ("check r --rules ours -o ours/ZZ/ZZ001.yaml", "规则", "a rule"),
    "baseline-and-format": ("check r --write-baseline x.json -f jsonl:./x.json", "同一文件", "the same file"),
    "baseline-onto-report": ("check x.json --write-baseline x.json", "要检查的报告", "is to be checked"),
    "among-reports": ("check r -o r/a.json", "不是本程序写的", "did not write"),
    "among-pattern": ("check r/* -o r/b.docx", "不是本程序写的", "did not write"),
    "rules-verified": ("rules verify --rules ours -o ours/ZZ/ZZ001.yaml", "规则", "a rule"),
    "rules-released": ("rules verify --against n.json -o n.json", "输入文件", "the input itself"),
    "convert": ("convert r/a.json -o ./r/a.json", "输入文件", "the input itself"),
    "fix": ("fix r/a.json --config l.toml -o l.toml", "配置文件", "the configuration"),
    "annotate": ("annotate r/b.docx --previous y22/c.docx -o y22/c.docx", "往年报告", "an earlier year"),
}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("command", "zh", "en"), ONTO.values(), ids=ONTO)
def test_what_is_read_is_not_written_over(folder: Path, command: str, zh: str, en: str, language: str) -> None:
    refused(folder, command, zh if language == "zh" else en, language=language)


def test_what_a_configuration_names_is_read_too(folder: Path) -> None:
    write(folder / "lint.toml", 'previous = ["y22"]\n')
    refused(folder, "check r -o lint.toml", "配置文件")
    refused(folder, "check r -o y22/below/a.json", "往年报告")
    refused(folder, "rules verify -o lint.toml", "配置文件")
    refused(folder, "fix r/a.json -o y22/below/a.json", "往年报告")


COLLECTED = {
    "norms": "norms build m.parquet -o ./m.parquet",
    "check": "check m.parquet -o m.parquet",
    "check-earlier-year": "check r --previous m.parquet -o m.parquet",
    "collect": "collect m.parquet -o m.parquet",
    "collect-earlier-year": "collect r --previous m.parquet -o m.parquet",
    "collect-member": "collect r --members m.parquet -o m.parquet",
    "findings-onto-member": "collect r --members m.parquet -o x.parquet --findings m.parquet",
    "findings-onto-reports": "collect r -o x.parquet --findings ./x.parquet",
    "among-reports": "collect r -o r/a.json",
}


@pytest.mark.needs_module("pyarrow")
@pytest.mark.parametrize("command", COLLECTED.values(), ids=COLLECTED)
def test_nor_is_a_collection(folder: Path, command: str) -> None:
    assert run_inside("collect", "y22", "-o", "m.parquet", cwd=folder).code == 0
    refused(folder, command, "输出")


ADDRESSED = {
    "report": "check file://{here}/r/a.json -f json:r/a.json",
    "output": "check r/a.json -f json:file://{here}/r/a.json",
    "folder": "check file://{here}/r -o r/a.json",
    "earlier-years": "check r --previous file://{here}/y22 -o y22/below/a.json",
    "into-earlier-years": "check r --previous y22 -o local://{here}/y22/below/a.json",
    "two-outputs": "check r -f json:x.json -f jsonl:file://{here}/x.json",
    "convert": "convert file://{here}/r/a.json -o r/a.json",
}


@STORAGE
@pytest.mark.parametrize("command", ADDRESSED.values(), ids=ADDRESSED)
def test_a_file_is_the_same_by_its_address(folder: Path, command: str) -> None:
    refused(folder, command, "输出" if "two" not in command else "同一文件")


@STORAGE
def test_a_baseline_is_written_on_this_machine(folder: Path) -> None:
    """Known at the start: not once everything was checked."""
    refused(folder, "check r --write-baseline file://{here}/x.json", "--write-baseline：只能用本机的文件")


def test_a_link_is_the_file_that_it_leads_to(folder: Path) -> None:
    (folder / "link.toml").symlink_to("l.toml")
    refused(folder, "check r --config l.toml -o link.toml", "配置文件")
    (folder / "years").mkdir()
    (folder / "years" / "b.json").symlink_to("../y22/below/a.json")
    refused(folder, "check r --previous years -o y22/below/a.json", "往年报告")
    refused(folder, "check years -o y22/below/a.json", "不是本程序写的")


# ------------------------------------------------------------------------------------------------- what may be replaced


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("form", FORMATTERS)
@pytest.mark.parametrize("report", [CLEAN, BROKEN], ids=["clean", "broken"])
def test_the_list_of_an_earlier_run_is(tmp_path: Path, form: str, language: str, report: Path) -> None:
    """In the folder that is checked too, in every format and language."""
    write(tmp_path / "report.json", report.read_bytes())
    written = f"list.{ENDINGS.get(form, 'json')}"
    command = ("check", ".", "--previous", ".", "-f", f"{form}:{written}", "--lang", language)
    codes = {run_inside(*command, cwd=tmp_path).code for _ in range(2)}
    assert codes == {0 if report is CLEAN else 1}
    assert is_own_file(str(tmp_path / written))


@pytest.mark.needs_module("pyarrow")
def test_so_is_a_collection(folder: Path) -> None:
    command = ("collect", "r", "-o", "r/all.parquet", "--findings", "r/findings.parquet")
    assert [run_inside(*command, cwd=folder).code for _ in range(2)] == [0, 0]


@STORAGE
def test_by_its_address_too(folder: Path) -> None:
    command = ("check", f"file://{folder}/r", "-o", "r/list.json", "-f", "json")
    assert [run_inside(*command, cwd=folder).code for _ in range(2)] == [1, 1]
    assert json.loads((folder / "r" / "list.json").read_text(encoding="utf-8"))["summary"]["files"] == 2


FOREIGN = {
    "report": CLEAN.read_bytes(),
    "notes": "政府信息公开工作笔记".encode(),
    "list-of-another": b'[{"a": 1}]',
    "columns-of-another": b"PAR1" + bytes(40) + b"PAR1",
    "blanks-and-then": b" " * 3_000 + CLEAN.read_bytes(),
}


@pytest.mark.parametrize("content", FOREIGN.values(), ids=FOREIGN)
def test_what_another_wrote_is_not(folder: Path, content: bytes) -> None:
    write(folder / "r" / "list.json", content)
    refused(folder, "check r -o r/list.json", "不是本程序写的")


def test_a_device_is_no_file(folder: Path) -> None:
    command = ("check", "r", "--config", "l.toml", "-f", "json:/dev/null", "-f", "csv:/dev/null")
    assert run_inside(*command, cwd=folder).code == 0


def test_what_only_stands_beside_is(folder: Path) -> None:
    """Earlier years take a list beside them, again and again; what a run does not read it may replace."""
    write(folder / "other.json", CLEAN.read_bytes())
    for output in ("y22/list.json", "y22/list.json", "other.json"):
        assert run_inside("check", "r", "--previous", "y22", "-f", "json", "-o", output, cwd=folder).code == 1
