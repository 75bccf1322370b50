"""The questions of docs/columns.md, asked of a small collection whose answers are known."""

import re
from collections.abc import Iterator
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from lint.columns.arrow import finding_schema, report_schema
from lint.formatters.tree import render_tree
from lint.rulebook.complete import complete_tree
from lint.rulebook.examples import put
from tests.cli.support_cli import run_inside, write

PAGE = (Path(__file__).parents[1] / "docs" / "columns.md").read_text(encoding="utf-8")
QUESTIONS = re.findall(r"^### (\d+)\. .*?^```sql\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)

pytestmark = pytest.mark.needs_module("pyarrow", "numpy", "duckdb")


def report(agency: str, level: str, year: int, cells: dict[str, Any], problems: str) -> str:
    """A complete report, some of whose cells and whose section five are other ones."""
    tree = complete_tree() | {"agency": {"name": agency, "kind": "department", "level": level}, "year": year}
    tree |= {"title": f"{agency}{year}年政府信息公开工作年度报告", "published": f"{year + 1}-01-20", "preamble": []}
    tree["sections"]["problems"]["paragraphs"] = [problems]
    for at, value in cells.items():
        put(tree, f"/sections/{at}", value)
    return render_tree(tree)


def row(total: int) -> list[int]:
    """A row of table three with all of one applicant."""
    return [total, 0, 0, 0, 0, 0, total]


NEW, IN, OUT = (f"applications/table/{name}" for name in ("new", "carried_in", "carried_out"))
GRANTED, DONE = (f"applications/table/results/{name}" for name in ("granted", "total"))
FEES = "proactive/table/fees/amount"
REPORTS: dict[str, tuple[str, str, int, dict[str, Any], str]] = {
    "a-2022": (
        "示例市水利局",
        "prefectural",
        2022,
        {NEW: row(8), GRANTED: row(6), DONE: row(6), OUT: row(2)},
        "一是少。",
    ),
    "a-2023": (
        "示例市水利局",
        "prefectural",
        2023,
        {NEW: row(4), IN: row(2), GRANTED: row(6), DONE: row(6), FEES: Decimal("12.50")},
        "一是少。",
    ),
    "b-2022": ("样例市教育局", "prefectural", 2022, {OUT: row(1), NEW: row(1)}, "二是慢。"),
    "b-2023": (
        "样例市教育局",
        "prefectural",
        2023,
        {NEW: [3, 0, 0, 0, 0, 0, 4], OUT: row(3), FEES: Decimal("0.1")},
        "已加快。",
    ),
    "c-2022": ("示例市某县财政局", "county", 2022, {FEES: 7}, "三是浅。"),
    "d-2023": ("例县教育局", "county", 2023, {NEW: [3, 0, 0, 0, 0, 0, 4], OUT: row(3)}, "四是窄。"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The two files of the page, made of six reports and a damaged one."""
    made = tmp_path_factory.mktemp("collection")
    (made / "in").mkdir()
    for name, one in REPORTS.items():
        write(made / "in" / f"{name}.json", report(*one))
    write(made / "in" / "z.json", '{"sections": ')
    command = ("collect", "in", "-o", "reports.parquet", "--findings", "findings.parquet", "--select", "AR001,AR003,CE")
    assert run_inside(*command, cwd=made).code == 2
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(made)
        yield made


ANSWERS: dict[str, list[tuple[Any, ...]]] = {
    "1": [("名称中没有市", "AR", 2), ("样例市", "AR", 2)],
    "2": [("示例市水利局", 2023, "in/a-2023.json")],
    "3": [("county", 2022, 1, 0), ("county", 2023, 1, 4), ("prefectural", 2022, 2, 1), ("prefectural", 2023, 2, 4)],
    "4": [("示例市某县财政局", 2023)],
    "5": [(2022, 3, 100), (2023, 3, 33)],
    "6": [("样例市教育局", 2023, 1, 0)],
    "7": [("prefectural", 12, 12, 100)],
    "8": [("AR001", "balance", 2, 2), ("AR003", "row-total", 2, 2), ("LT003", "broken-syntax", 1, 0)],
    "9": [(2022, Decimal(7)), (2023, Decimal("12.6"))],
    "10": [("in/z.json", "LT003", "…")],
}


@pytest.mark.parametrize(("number", "query"), QUESTIONS, ids=[number for number, _ in QUESTIONS])
def test_the_answer_of_a_question(number: str, query: str, folder: Path) -> None:
    assert (folder / "reports.parquet").exists()
    found = import_module("duckdb").sql(query).fetchall()
    if number == "10":
        found = [(*one[:2], "…" if one[2] else one[2]) for one in found]
    assert found == ANSWERS[number]


def test_there_are_ten() -> None:
    assert [number for number, _ in QUESTIONS] == list(ANSWERS) == [str(number) for number in range(1, 11)]


def test_every_column_is_described() -> None:
    """Those named by a pointer are described by their kind."""
    names = [name for name in (*report_schema().names, *finding_schema().names) if not name.startswith("/")]
    assert [name for name in names if f"`{name}`" not in PAGE] == []
