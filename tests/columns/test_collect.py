"""``collect``: a row for every file, written whole or not at all, and read by the programs that offices have."""

import json
import subprocess
import sys
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from lint.model.form import CELLS
from tests.cli.support_cli import BROKEN, CLEAN, run_inside, write

pytestmark = pytest.mark.needs_module("pyarrow", "numpy")

FEES = "/sections/proactive/table/fees/amount"
NEW = "/sections/applications/table/new/total"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A clean report, a broken one, one with odd cells, a damaged file and one that is no report."""
    made = tmp_path / "reports"
    made.mkdir()
    tree = json.loads(CLEAN.read_text(encoding="utf-8"))
    tree["sections"]["applications"]["table"]["new"]["total"] = "11件"
    text = json.dumps(tree, ensure_ascii=False).replace('"amount": 128.46', '"amount": 12.50')
    write(made / "a.json", CLEAN.read_text(encoding="utf-8"))
    write(made / "b.json", BROKEN.read_text(encoding="utf-8"))
    write(made / "c.json", text)
    write(made / "d.json", text[:-200])
    write(made / "e.txt", "与报告无关")
    return made


def rows(path: Path) -> list[dict[str, Any]]:
    """What a Parquet file holds."""
    found: list[dict[str, Any]] = import_module("pyarrow.parquet").read_table(path).to_pylist()
    return found


def test_a_row_for_every_file(folder: Path) -> None:
    done = run_inside("collect", "reports", "-o", "out.parquet", "--lang", "en", cwd=folder.parent)
    found = rows(folder.parent / "out.parquet")
    assert done.code == 2
    assert done.out == (
        "out.parquet: 4 rows, 1 of them files that could not be read, 0 read in part;"
        " 1 files that are no reports passed over\n"
    )
    assert "1 cells are no figure that a column can hold" in done.err
    assert [(one["source"], one["state"], one["reason"]) for one in found] == [
        ("reports/a.json", "read", None),
        ("reports/b.json", "read", None),
        ("reports/c.json", "read", None),
        ("reports/d.json", "unreadable", "LT003"),
    ]
    assert found[3]["reason_zh"] != found[3]["reason_en"] != ""


def test_the_cells_of_a_row(folder: Path) -> None:
    run_inside("collect", "reports", "-o", "out.parquet", cwd=folder.parent)
    clean, _, odd, _ = rows(folder.parent / "out.parquet")
    tree = json.loads(CLEAN.read_text(encoding="utf-8"), parse_float=Decimal)
    assert clean[NEW] == tree["sections"]["applications"]["table"]["new"]["total"]
    assert (clean["agency"], clean["year"], clean["edition"], clean["single_other"]) == (
        "示例市水利局",
        2023,
        "2021",
        False,
    )
    assert clean["/sections/overview/paragraphs"] == tree["sections"]["overview"]["paragraphs"]
    assert clean["beside"] == []
    assert (odd[NEW], odd[FEES]) == (None, Decimal("12.5"))
    assert dict(odd["beside"]) == {NEW: '"11\\u4ef6"'}
    assert (odd[f"{FEES}:decimals"], clean[f"{FEES}:decimals"]) == (2, 4)


def test_the_types_are_exact(folder: Path) -> None:
    """Whole numbers of 64 bits and decimal numbers: no binary fraction anywhere."""
    run_inside("collect", "reports", "-o", "out.parquet", cwd=folder.parent)
    schema = import_module("pyarrow.parquet").read_schema(folder.parent / "out.parquet")
    kinds = {str(schema.field(cell).type) for cell in CELLS}
    assert kinds == {"int64", "decimal128(38, 10)"}
    assert not any("float" in str(field.type) or "double" in str(field.type) for field in schema)


def test_findings(folder: Path) -> None:
    done = run_inside("collect", "reports", "-o", "out.parquet", "--findings", "found.parquet", cwd=folder.parent)
    said = run_inside("check", "reports", "-f", "json", "--lang", "en", cwd=folder.parent).json
    found = rows(folder.parent / "found.parquet")
    assert done.code == 2
    assert [
        (one["source"], one["rule"], one["pointer"], one["message_en"], dict(one["values"]), one["fingerprint"])
        for one in found
    ] == [
        (report["source"], one["rule"], one["pointer"], one["message"], one["values"], one["fingerprint"])
        for report in said["reports"]
        for one in report["findings"]
    ]
    assert {one["severity"] for one in found} == {"error", "warning"}
    assert all(one["waived"] is None and one["message_zh"] for one in found)


def test_checking_the_rows_says_the_same(folder: Path) -> None:
    run_inside("collect", "reports", "-o", "out.parquet", "--places", cwd=folder.parent)
    files, row = (run_inside("check", path, "-f", "jsonl", cwd=folder.parent) for path in ("reports", "out.parquet"))
    assert files.code == row.code == 2
    *_, unread, _ = map(json.loads, row.out.splitlines())
    assert unread["findings"][0]["place"]["column"] > 1
    assert row.out.splitlines()[:-1] == files.out.splitlines()[:-1]


def test_a_waiver_and_other_formats_apply_to_rows(folder: Path) -> None:
    run_inside("collect", "reports/b.json", "-o", "out.parquet", cwd=folder.parent)
    write(folder.parent / "lint.toml", '[[waivers]]\nrule = "AR003"\nreason = "已核对"\nagency = "样例县农业农村局"\n')
    done = run_inside("check", "out.parquet", "-f", "json", "--select", "AR003", cwd=folder.parent)
    assert {one["waived"] for one in done.json["reports"][0]["findings"]} == {"已核对"}
    assert done.code == 0
    page = run_inside("check", "out.parquet", "-f", "html", cwd=folder.parent)
    assert "样例县农业农村局" in page.out


def test_collections_are_collected_again(folder: Path) -> None:
    run_inside("collect", "reports/a.json", "reports/d.json", "-o", "one.parquet", cwd=folder.parent)
    run_inside("collect", "one.parquet", "reports/b.json", "-o", "two.parquet", cwd=folder.parent)
    first, second = rows(folder.parent / "one.parquet"), rows(folder.parent / "two.parquet")
    assert second[:2] == first
    assert [one["source"] for one in second] == ["reports/a.json", "reports/d.json", "reports/b.json"]


def test_the_old_file_stands_until_the_new_one_is_whole(folder: Path) -> None:
    out = folder.parent / "out.parquet"
    out.write_bytes(b"old")
    done = run_inside("collect", "reports", "-o", out, "--findings", "nowhere/found.parquet", cwd=folder.parent)
    assert done.code == 2
    assert out.read_bytes() == b"old"
    assert sorted(path.name for path in folder.parent.iterdir()) == ["out.parquet", "reports"]


@pytest.mark.parametrize(
    ("name", "content", "rule"),
    [
        ("damaged.parquet", b"PAR1 and no more", "LT001"),
        ("gone.parquet", None, "LT001"),
        ("other.parquet", "table", "LT004"),
    ],
    ids=["damaged", "gone", "another-table"],
)
def test_what_is_no_collection(name: str, content: bytes | str | None, rule: str, tmp_path: Path) -> None:
    if isinstance(content, bytes):
        (tmp_path / name).write_bytes(content)
    elif content is not None:
        pyarrow = import_module("pyarrow")
        import_module("pyarrow.parquet").write_table(pyarrow.table({"a": [1]}), tmp_path / name)
    done = run_inside("check", name, "-f", "json", cwd=tmp_path)
    assert done.code == 2
    assert [(one["source"], one["findings"][0]["rule"]) for one in done.json["reports"]] == [(name, rule)]


def test_a_row_whose_parts_do_not_fit(folder: Path) -> None:
    """It is told as unreadable; the others are checked."""
    pyarrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    run_inside("collect", "reports/a.json", "reports/b.json", "-o", "out.parquet", cwd=folder.parent)
    table = parquet.read_table(folder.parent / "out.parquet")
    at = table.schema.names.index("skeleton")
    torn = table.set_column(at, "skeleton", pyarrow.array(['{"title": 0, "x": 0}', table["skeleton"][1].as_py()]))
    parquet.write_table(
        torn.drop_columns(["headings"]).append_column("headings", table["headings"]), folder / "t.parquet"
    )
    done = run_inside("check", "t.parquet", "-f", "json", cwd=folder)
    assert done.json["reports"][0]["findings"][0]["rule"] == "LT001"
    assert (done.code, done.json["summary"]["reports"], done.json["summary"]["unreadable"]) == (2, 1, 1)


@pytest.mark.needs_module("duckdb")
def test_duckdb_reads_it_and_its_own_copy_is_checked_too(folder: Path) -> None:
    duckdb = import_module("duckdb")
    run_inside("collect", "reports", "-o", "out.parquet", cwd=folder.parent)
    out, some = folder.parent / "out.parquet", folder.parent / "some.parquet"
    query = f"SELECT source, \"{NEW}\", \"{FEES}\" FROM '{out}' WHERE state = 'read' ORDER BY source"  # noqa: S608 - our own file
    found = duckdb.sql(query).fetchall()
    assert [one[0] for one in found] == ["reports/a.json", "reports/b.json", "reports/c.json"]
    assert found[2][1:] == (None, Decimal("12.5000000000"))
    duckdb.sql(f"COPY (SELECT * FROM '{out}' WHERE source LIKE '%b.json') TO '{some}' (FORMAT parquet)")  # noqa: S608 - our own file
    copy, own = (
        run_inside("check", path, "-f", "jsonl", "--select", "AR,CE", cwd=folder.parent)
        for path in (some, "reports/b.json")
    )
    copied, first = json.loads(copy.out.splitlines()[0]), json.loads(own.out.splitlines()[0])
    assert [one["fingerprint"] for one in copied["findings"]] == [one["fingerprint"] for one in first["findings"]]
    assert copied["answers"] == first["answers"]


@pytest.mark.needs_module("pandas")
def test_pandas_reads_it(folder: Path) -> None:
    run_inside("collect", "reports", "-o", "out.parquet", cwd=folder.parent)
    frame = import_module("pandas").read_parquet(folder.parent / "out.parquet", dtype_backend="pyarrow")
    assert list(frame["source"])[:2] == ["reports/a.json", "reports/b.json"]
    assert frame[FEES][2] == Decimal("12.5")


def test_the_start_of_a_check_loads_nothing_of_it() -> None:
    code = (
        "import sys; from lint.cli.main import run; run(sys.argv[1:]); print({'numpy', 'pyarrow'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code, "check", str(CLEAN)], capture_output=True, text=True, check=True)
    assert done.stdout.endswith("set()\n")
