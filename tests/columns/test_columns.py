"""Rows of a collection are answered as the reports themselves are: the same findings, the same counts."""

import copy
import json
import random
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from lint import Session, Settings
from lint.model.form import CELLS
from lint.model.pointer import steps
from lint.model.report import Document, Heading, Remark, Report, Tree, Trouble
from lint.model.text import Text
from lint.readers.tree import report_of_tree
from lint.rulebook.complete import complete_tree
from lint.rulebook.examples import put, take
from lint.rulebook.valid import Maker
from tests.cli.support_cli import CLEAN, EXAMPLES, run_inside
from tests.columns.support_columns import both_ways, told

pytestmark = pytest.mark.needs_module("pyarrow", "numpy")

FAMILIES = ("SC", "ST", "CE", "AR")
VALUES: tuple[Any, ...] = (
    0,
    1,
    7,
    -1,
    10**17,
    10**18 - 1,
    2**62,
    2**63 - 1,
    2**63,
    -(2**63) - 1,
    None,
    True,
    "12件",
    "",
    "３",
    [],
    [1],
    {},
    Decimal("1.5"),
    Decimal("12.50"),
    Decimal("0.00001"),
    Decimal("1E+3"),
    Decimal("-0.0"),
    Decimal("1E+30"),
)
PIECES = (
    "2022年，本机关共收到申请3件。",
    "数据的统计期限自2023年1月1日起至2023年12月30日止。",
    "本报告由七个部分组成：总体情况。",
    "",
    "我局认真落实。",
    "我镇认真落实。",
    "收到申请XX件。",
    "见附件3。",
    "发布信息  条。",
    "发布信息条\n其中",
    "国办公开办函〔2019〕60号",
    "国务院令第492号",
    "（此处填写数据）",
    "２０２２年，我委收到信息公开申请5件。",
    "条例第三十一条年度报告",
    "参阅附表",
    "信息公开条例",
    "2023年，全年收到政府信息公开申请4件。",
    "【 】",
    "TODO",
    "__件",
    "如下图所示",
)


@cache
def session(*select: str) -> Session:
    """Some rules, or all."""
    return Session(Settings(select=select))


def changed(tree: Tree, dice: random.Random) -> Tree:
    """A tree with something of it changed: a cell, a text, a key, the order of keys."""
    made = copy.deepcopy(tree)
    for _ in range(dice.choice((0, 1, 1, 2, 3))):
        dice.choice((_cell, _cell, _text, _heading, _head, _lost, _turned))(made, dice)
    return made


def _cell(tree: Tree, dice: random.Random) -> None:
    pointer = dice.choice(CELLS)
    if all(not isinstance(_at(tree, pointer, cut), (int, str, list, type(None))) for cut in range(1, 7)):
        put(tree, pointer, copy.deepcopy(dice.choice(VALUES)))


def _at(tree: Tree, pointer: str, cut: int) -> Any:
    at: Any = tree
    for step in steps(pointer)[:-1][:cut]:
        at = at.get(step, {}) if isinstance(at, dict) else at
    return at


def _text(tree: Tree, dice: random.Random) -> None:
    pieces = tree.setdefault("preamble", []) if dice.random() < 0.5 else tree["sections"]["overview"]["paragraphs"]
    pieces.insert(dice.randint(0, len(pieces)), dice.choice(PIECES))


def _heading(tree: Tree, dice: random.Random) -> None:
    section = dice.choice(list(tree["sections"]))
    tree["sections"][section]["heading"] = dice.choice(("一、总体情况", "七、其他", "", None, 3))


def _head(tree: Tree, dice: random.Random) -> None:
    name, value = dice.choice(
        (
            ("title", "2022年政府信息公开工作年度报告"),
            ("title", None),
            ("title", ""),
            ("year", 2022),
            ("year", 2018),
            ("year", None),
            ("year", True),
            ("published", "2023-05-01"),
            ("published", "2024-13-01"),
            ("edition", "2019"),
            ("edition", "2023"),
            ("published", None),
            ("extra", {"a": [1, Decimal("2.50")]}),
            ("document", {"remarks": []}),
            ("agency", {"name": "示例市水利局"}),
            ("agency", {"name": "示例县某镇人民政府", "kind": "other"}),
            ("agency", None),
        )
    )
    tree[name] = copy.deepcopy(value)


def _lost(tree: Tree, dice: random.Random) -> None:
    at = dice.choice(
        ("/preamble", "/published", "/sections/other", "/sections/disputes/table", "/agency/kind", "/edition")
    )
    try:
        take(tree, at)
    except (KeyError, TypeError):  # it is gone already
        return


def _turned(tree: Tree, dice: random.Random) -> None:
    tree["sections"] = dict(dice.sample(list(tree["sections"].items()), len(tree["sections"])))


def reports(seed: int, count: int) -> Iterator[Report]:
    """Valid reports and complete ones of both editions, most of them changed."""
    dice, maker = random.Random(seed), Maker(seed)  # noqa: S311 - the same in every run
    for number in range(count):
        tree = complete_tree(dice.choice(("2021", "2019"))) if number % 2 else maker.tree()
        if number % 4 == 1:
            tree["preamble"], tree["sections"]["overview"]["paragraphs"] = [], ["依法公开。"]
        yield report_of_tree(f"{seed}-{number}", changed(tree, dice))


@pytest.mark.parametrize("seed", range(6))
def test_changed_reports_of_four_families(seed: int, tmp_path: Path) -> None:
    """Many are asked one by one, many are not; nobody can tell which."""
    results = list(both_ways(session(*FAMILIES), list(reports(seed, 150)), tmp_path))
    for one in results:
        assert told(one.row) == told(one.own)
    assert 5 < sum(one.asked for one in results) < 145


@pytest.mark.parametrize("seed", range(6, 9))
def test_changed_reports_of_all_families(seed: int, tmp_path: Path) -> None:
    for one in both_ways(session(), list(reports(seed, 80)), tmp_path):
        assert told(one.row) == told(one.own)


def test_trees_come_back_as_they_were(tmp_path: Path) -> None:
    """With the order of keys, the type of every value and the digits of every amount, and what is no character."""
    odd = complete_tree() | {"title": "\ud800", "preamble": ["\ud800"], "agency": {"name": "\ud800"}, "\ud800": ["~/"]}
    given = [*reports(9, 200), report_of_tree("odd", odd)]
    for one in both_ways(session("AR001"), given, tmp_path):
        assert one.row.report is not None
        assert one.own.report is not None
        assert repr(one.row.report.tree) == repr(one.own.report.tree)
        assert one.row.report.document == one.own.report.document


def test_light_results_say_whose_the_report_is(tmp_path: Path) -> None:
    results = list(both_ways(session(*FAMILIES), list(reports(10, 60)), tmp_path, light=True))
    for one in results:
        assert told(one.row) == told(one.own)
    assert any(not one.asked and one.row.report is not None and one.row.report.tree == {} for one in results)


def test_rows_that_another_version_read_are_asked_one_by_one(tmp_path: Path) -> None:
    """What it understood of the body may be otherwise now: it is worked out anew."""
    results = list(both_ways(session(*FAMILIES), list(reports(11, 40)), tmp_path, tool="0.0.1"))
    for one in results:
        assert told(one.row) == told(one.own)
        assert one.asked


def test_whose_the_report_is_by_the_user(tmp_path: Path) -> None:
    out = tmp_path / "reports.parquet"
    run_inside("collect", CLEAN, "-o", out)
    told_so = ("-f", "jsonl", "--kind", "government", "--level", "township", "--agency", "样例镇人民政府")
    file, row = (run_inside("check", path, *told_so) for path in (CLEAN, out))
    found, expected = (json.loads(done.out.splitlines()[0]) for done in (row, file))
    assert found["agency"] == "样例镇人民政府"
    assert [one["fingerprint"] for one in found["findings"]] == [one["fingerprint"] for one in expected["findings"]]
    assert found["answers"] == expected["answers"]
    assert found["findings"]


REMARK = Remark("full-width", "/sections/applications/table/new/total", "１０")
ODD_REMARK = Remark("label", "/sections/applications/table/new", "\udc80")
TROUBLE = Trouble("LT005", "/sections/applications/table", Text("分不开", "run together"))
HEADINGS = (Heading("一、总体情况", "overview", None, ("甲",)), Heading("附", None))


@pytest.mark.parametrize(
    ("document", "troubles"),
    [
        (Document(HEADINGS), ()),
        (Document((), (REMARK, REMARK)), ()),
        (Document((), (ODD_REMARK,)), ()),
        (Document(HEADINGS, (REMARK,)), (TROUBLE,)),
        (Document(), (TROUBLE,)),
    ],
    ids=["headings", "remarks", "no-characters", "all", "troubles"],
)
def test_what_a_document_has_beyond_the_tree(document: Document, troubles: tuple[Trouble, ...], tmp_path: Path) -> None:
    report = report_of_tree("a", complete_tree())._replace(document=document, troubles=troubles)
    (one,) = both_ways(session(), [report], tmp_path)
    assert told(one.row) == told(one.own)
    assert one.row.report is not None
    assert (one.row.report.document, one.row.report.troubles) == (document, troubles)


def test_the_examples_byte_for_byte(tmp_path: Path) -> None:
    """Every example in every format, the places in the files with them."""
    out = tmp_path / "reports.parquet"
    folder = EXAMPLES.parent
    assert run_inside("collect", "examples", "-o", out, "--places", cwd=folder).code == 0
    files, rows = (run_inside("check", path, "-f", "jsonl", cwd=folder) for path in ("examples", out))
    assert files.code == rows.code == 1
    assert files.out.splitlines()[:-1] == rows.out.splitlines()[:-1]
    assert len(files.out.splitlines()) > 40
