"""``github``: workflow commands as the runner of GitHub reads them, ten of a level, and the rest in the log."""

import re

import pytest

from lint.formatters.github import MOST
from lint.formatters.look import Look
from lint.model.run import Checked
from tests.formatters.support_formatters import rendered, results
from tests.formatters.support_read_back import unescaped

COMMAND = re.compile(r"::([a-z]+)(?: ([^\n]*?))?::(.*)")


def lines(*found: Checked) -> list[str]:
    """The lines of the output."""
    return rendered("github", found, Look("zh")).split("\n")[:-1]


def warnings(count: int) -> list[Checked]:
    """So many reports with a warning each."""
    return [results()["warned"]._replace(source=f"{number}.json") for number in range(count)]


def test_one_cause_to_the_letter() -> None:
    command, summary = lines(results()["failing"])
    kind, properties, message = COMMAND.fullmatch(command).groups()  # type: ignore[union-attr]
    assert (kind, properties) == (
        "error", "file=failing.json,line=65,endLine=65,col=20,title=xxgk-lint AR001 AR003",
    )  # fmt: skip
    first, *rest = unescaped(message).split("\n")
    assert first.startswith("表三 一、本年新收政府信息公开申请数量 × 总计：11 应为 10")
    assert [line[:5] for line in rest] == ["AR001", "AR003", "只有“表三"]
    assert summary.startswith("已检查 1/1 份报告：")


@pytest.mark.parametrize("count", [1, MOST - 1, MOST])
def test_up_to_ten_are_annotations(count: int) -> None:
    *commands, _ = lines(*warnings(count))
    assert [COMMAND.fullmatch(line)[1] for line in commands] == ["warning"] * count  # type: ignore[index]


@pytest.mark.parametrize("count", [MOST + 1, 57])
def test_of_more_the_tenth_tells_the_rest(count: int) -> None:
    """Nine annotations, one that says how many more, and each of these in a group of the log."""
    found = lines(*warnings(count))
    assert sum(line.startswith("::warning ") for line in found) == MOST
    folded = found[MOST - 1]
    assert folded.startswith(f"::warning title=xxgk-lint::另有 {count - MOST + 1} 处警告")
    assert found[MOST] == f"::group::未显示为注释的 {count - MOST + 1} 处警告"
    assert found[-2] == "::endgroup::"
    rest = found[MOST + 1 : -2]
    assert [line.partition(":")[0] for line in rest] == [f"{number}.json" for number in range(MOST - 1, count)]
    assert not any(line.startswith("::") for line in rest)


def test_each_level_has_ten_of_its_own() -> None:
    kinds = [results()[name] for name in ("failing", "warned", "informed")]
    found = lines(*(one for one in kinds for _ in range(MOST)))
    assert [sum(line.startswith(f"::{kind} ") for line in found) for kind in ("error", "warning", "notice")] == [
        MOST
    ] * 3
    assert not any(line.startswith("::group") for line in found)


def test_what_is_no_annotation_is_a_plain_line() -> None:
    found = lines(results()["undecided"], results()["passed-over"])
    assert found[0].startswith("office.txt: 未能判断 ")
    assert found[1] == "notes.csv: 不是年度报告，未检查"


def test_names_of_files_are_escaped() -> None:
    (command, _) = lines(results()["warned"]._replace(source="a,b:c%0A::error::.json"))
    properties = COMMAND.fullmatch(command)[2]  # type: ignore[index]
    known = dict(pair.split("=") for pair in properties.split(","))
    assert unescaped(known["file"]) == "a,b:c%0A\\x3a:error::.json"


def test_without_a_line_the_message_tells_the_place() -> None:
    found = results()["warned"].diagnostics[0]._replace(place=None)
    command, _ = lines(results()["warned"]._replace(diagnostics=(found,)))
    assert "line=" not in command
    assert COMMAND.fullmatch(command)[3].startswith(f"{found.where.zh}%0A")  # type: ignore[index]
