"""Norms: exact and robust figures of a collection by kind and level, and what a check says by them."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from lint.formatters.tree import render_tree
from lint.model.errors import ConfigError
from lint.model.norms import Norm
from lint.model.report import Identity
from lint.model.undecided import Undecided
from lint.norms import load_norms
from lint.readers.tree import report_of_tree
from lint.rulebook.complete import complete_tree
from lint.rulebook.examples import put
from tests.cli.support_cli import run_inside, write
from tests.columns.support_columns import written

PENALTIES = "/sections/proactive/table/penalties/decisions"
FEES = "/sections/proactive/table/fees/amount"
needs_arrow = pytest.mark.needs_module("pyarrow", "numpy")


def report(number: int, figure: object, **agency: str) -> Any:
    """A complete report of a county department with a number of penalties."""
    tree = complete_tree() | {
        "agency": {"name": f"示例县第{number}局", "kind": "department", "level": "county"} | agency
    }
    put(tree, PENALTIES, figure)
    put(tree, FEES, Decimal(number) / 4)
    return report_of_tree(f"{number}.json", tree)


def made(figures: list[object], folder: Path) -> dict[str, Any]:
    """The norms of the penalties of so many reports."""
    written(folder / "r.parquet", [report(number, figure) for number, figure in enumerate(figures)])
    assert run_inside("norms", "build", "r.parquet", "-o", "norms.json", cwd=folder).code == 0
    found: dict[str, Any] = json.loads((folder / "norms.json").read_text(encoding="utf-8"), parse_float=Decimal)
    return found


@needs_arrow
@pytest.mark.parametrize(
    ("figures", "norm"),
    [
        ([7], (1, 7, 0, 7)),
        ([1, 2], (2, 1, 0, 2)),
        ([3, 1, 2], (3, 2, 1, 3)),
        ([5, 5, 5, 900], (4, 5, 0, 900)),
        ([*range(1, 101)], (100, 50, 25, 99)),
        ([*range(1, 102)], (101, 51, 25, 100)),
        ([None, 4, "12件", 6], (2, 4, 0, 6)),
        ([-(2**63), 2**63 - 1, 0], (3, 0, 2**63 - 1, 2**63 - 1)),
    ],
    ids=["one", "two", "three", "outlier", "hundred", "hundred-and-one", "blanks", "greatest"],
)
def test_norms_are_exact(figures: list[object], norm: tuple[int, ...], tmp_path: Path) -> None:
    (group,) = made(figures, tmp_path)["groups"]
    assert (group["kind"], group["level"], group["reports"]) == ("department", "county", len(figures))
    assert tuple(group["figures"][PENALTIES].values()) == norm


@needs_arrow
def test_amounts_are_exact(tmp_path: Path) -> None:
    (group,) = made([0] * 5, tmp_path)["groups"]
    assert group["figures"][FEES] == {"n": 5, "median": Decimal("0.5"), "mad": Decimal("0.25"), "p99": 1}


@needs_arrow
def test_groups_and_who_is_left_out(tmp_path: Path) -> None:
    """By kind and level; a report without either is counted nowhere."""
    others = [report(8, 5, kind="government"), report(9, 6, level="township")]
    nobody = report_of_tree("n.json", complete_tree() | {"agency": {"name": "某处"}, "title": "年度报告"})
    written(tmp_path / "r.parquet", [*(report(number, number) for number in range(3)), *others, nobody])
    done = run_inside("norms", "build", "r.parquet", "-o", "norms.json", "--lang", "en", cwd=tmp_path)
    assert done.out.endswith(
        "5 reports of 3 kinds and levels; 1 rows without kind or level, or not read whole, left out\n"
    )
    groups = json.loads((tmp_path / "norms.json").read_text(encoding="utf-8"))["groups"]
    assert [(one["kind"], one["level"], one["reports"]) for one in groups] == [
        ("government", "county", 1),
        ("department", "county", 3),
        ("department", "township", 1),
    ]


@needs_arrow
def test_a_check_says_what_is_far_from_the_norm(tmp_path: Path) -> None:
    made([*range(50, 150), *range(50, 150)], tmp_path)
    write(tmp_path / "a.json", render_tree(report(1, 4000).tree))
    write(tmp_path / "b.json", render_tree(report(1, 140).tree))
    done = run_inside(
        "check", "a.json", "b.json", "--norms", "norms.json", "--select", "PL021", "-f", "json", cwd=tmp_path
    )
    far, near = done.json["reports"]
    assert [(one["rule"], one["severity"], one["pointer"], one["values"]) for one in far["findings"]] == [
        ("PL021", "info", PENALTIES, {"actual": "4000", "median": "99", "times": "40", "count": "200"})
    ]
    assert near["findings"] == []
    assert done.code == 0


NORMS: dict[str, Any] = {
    "version": 1,
    "reports": 100,
    "groups": [
        {
            "kind": "department",
            "level": "county",
            "reports": 100,
            "figures": {PENALTIES: {"n": 100, "median": 99, "mad": 30, "p99": 148}},
        }
    ],
}


def test_it_is_asked_only_where_norms_are_given(tmp_path: Path) -> None:
    write(tmp_path / "a.json", render_tree(report(1, 4000).tree))
    write(tmp_path / "norms.json", json.dumps(NORMS))
    write(tmp_path / "lint.toml", 'select = ["PL021", "AR003"]\n')
    without, with_norms = (
        run_inside("check", "a.json", "-f", "json", *more, cwd=tmp_path).json["reports"][0]
        for more in ((), ("--norms", "norms.json"))
    )
    assert (without["findings"], without["answers"]["undecided"]) == ([], 0)
    assert [one["rule"] for one in with_norms["findings"]] == ["PL021"]
    write(tmp_path / "lint.toml", 'select = ["PL021"]\nnorms = "norms.json"\n')
    assert [
        one["rule"] for one in run_inside("check", "a.json", "-f", "json", cwd=tmp_path).json["reports"][0]["findings"]
    ]


def test_few_reports_say_nothing(tmp_path: Path) -> None:
    few = json.loads(json.dumps(NORMS).replace('"n": 100', '"n": 99'))
    write(tmp_path / "a.json", render_tree(report(1, 4000).tree))
    write(tmp_path / "norms.json", json.dumps(few))
    command = ("check", "a.json", "-f", "json", "--norms", "norms.json", "--select", "PL021")
    (found,) = run_inside(*command, cwd=tmp_path).json["reports"]
    assert (found["findings"], found["answers"]["failed"]) == ([], 0)
    assert found["answers"]["undecided"] > 0


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "[1]",
        json.dumps(NORMS | {"version": 2}),
        json.dumps(NORMS).replace("99", '"99"'),
        json.dumps(NORMS | {"x": 1}),
    ],
    ids=["empty", "nothing", "list", "version", "text-for-a-number", "unknown-key"],
)
def test_what_are_no_norms(text: str, tmp_path: Path) -> None:
    write(tmp_path / "norms.json", text)
    with pytest.raises(ConfigError):
        load_norms(tmp_path / "norms.json")
    done = run_inside("check", ".", "--norms", "norms.json", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "norms.json" in done.err


def test_for_whom_there_is_a_norm(tmp_path: Path) -> None:
    write(tmp_path / "norms.json", json.dumps(NORMS))
    norms = load_norms(tmp_path / "norms.json")
    assert norms.of(Identity(kind="department", level="county"), PENALTIES) == Norm(100, 99, 30, 148)
    for who in (Identity(kind="department"), Identity(level="county"), Identity(kind="other", level="county")):
        with pytest.raises(Undecided):
            norms.of(who, PENALTIES)
    with pytest.raises(Undecided):
        norms.of(Identity(kind="department", level="county"), FEES)


def test_the_schema_holds_what_is_written(tmp_path: Path) -> None:
    """A file of norms of the schema loads; so does what the program wrote, see above."""
    write(tmp_path / "norms.json", json.dumps(NORMS | {"tool": "xxgk-lint 0.1.0", "source": "r.parquet"}))
    assert load_norms(tmp_path / "norms.json").source.endswith("norms.json")
