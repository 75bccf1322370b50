"""Collections that another program wrote anew, with its own types, and those given where something else is wanted."""

import io
import json
import subprocess
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from lint.columns.form import AMOUNTS, COUNTS, LISTS
from tests.cli.support_cli import BROKEN, CLEAN, COMMAND, ROOT, run_inside, write
from tests.columns.test_damaged import checked

pytestmark = pytest.mark.needs_module("pyarrow", "numpy")


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clean report, and one with findings."""
    path = tmp_path_factory.mktemp("collection") / "reports.parquet"
    run_inside("collect", CLEAN, BROKEN, "-o", path)
    return path


def rewritten(collection: Path, path: Path, change: Callable[[str, Any], Any]) -> Path:
    """A copy whose columns another program understood in its own way."""
    pyarrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    table = parquet.read_table(collection)
    columns = {name: change(name, table.column(name).combine_chunks()) for name in table.schema.names}
    parquet.write_table(pyarrow.table(columns), path)
    return path


def as_guessed(name: str, column: Any) -> Any:
    """By the values alone, as pandas does: nothing but blanks has no type, nor have empty lists; pairs are lists."""
    del name
    pyarrow = import_module("pyarrow")
    values = [
        [[*pair] if isinstance(pair, tuple) else pair for pair in value] if isinstance(value, list) else value
        for value in column.to_pylist()
    ]
    return pyarrow.array(values)


def as_binary_fractions(name: str, column: Any) -> Any:
    """Whole numbers with blanks among them, as many programs have them."""
    return column.cast("double") if name in (*COUNTS, *AMOUNTS, "year") else column


def as_large(name: str, column: Any) -> Any:
    """Texts and lists whose offsets have 64 bits."""
    pyarrow = import_module("pyarrow")
    large = pyarrow.large_string()
    if name in LISTS.values():
        return column.cast(pyarrow.large_list(large))
    return column.cast(large) if column.type.equals(pyarrow.string()) else column


def as_categories(name: str, column: Any) -> Any:
    """Texts as the numbers of a list, and so the texts in lists."""
    del name
    return column.dictionary_encode() if import_module("pyarrow").types.is_string(column.type) else column


def as_days(name: str, column: Any) -> Any:
    """Days as moments."""
    pyarrow = import_module("pyarrow")
    days = [day and datetime.fromisoformat(day) for day in column.to_pylist()] if name == "published" else []
    return pyarrow.array(days, pyarrow.timestamp("us")) if days else column


CHANGES = (as_guessed, as_binary_fractions, as_large, as_categories, as_days)


@pytest.mark.parametrize("change", CHANGES, ids=[one.__name__ for one in CHANGES])
def test_it_is_checked_as_the_first_one(change: Callable[[str, Any], Any], collection: Path, tmp_path: Path) -> None:
    path = rewritten(collection, tmp_path / "again.parquet", change)
    assert import_module("pyarrow.parquet").read_schema(path) != import_module("pyarrow.parquet").read_schema(
        collection
    )
    assert checked(path) == checked(collection)


FEES = "/sections/proactive/table/fees/amount"


@pytest.mark.parametrize(
    ("name", "values"),
    [
        (COUNTS[0], [1.5, 2.0]),
        (FEES, [0.12345678901, 1.0]),
        (FEES, [Decimal("0.12345678901"), Decimal(1)]),
        ("year", ["二〇二三", "2023"]),
        ("published", [datetime(2024, 1, 20, 9, 30), None]),  # noqa: DTZ001 - a moment of no zone, as a table has it
        ("beside", [[["/year"]], []]),
        ("title", [["甲"], ["乙"]]),
        ("preamble", ["甲", "乙"]),
    ],
    ids=["halves", "binary", "decimals", "words", "moments", "single", "lists", "no-lists"],
)
def test_what_would_lose_something_is_refused(name: str, values: list[Any], collection: Path, tmp_path: Path) -> None:
    pyarrow = import_module("pyarrow")
    path = rewritten(
        collection, tmp_path / "again.parquet", lambda at, column: pyarrow.array(values) if at == name else column
    )
    (found,) = run_inside("check", path, "-f", "json", "--lang", "en").json["reports"]
    (finding,) = found["findings"]
    assert finding["rule"] == "LT004"
    assert f"'{name}' is of another type" in finding["message"]


HINTS = {"zh": "以 .parquet 为文件名的结尾", "en": "name it *.parquet"}


@pytest.mark.parametrize("language", HINTS)
@pytest.mark.parametrize("name", ["reports.pq", "reports.json", "reports.docx", "reports", "reports.yaml"])
def test_under_another_name(name: str, language: str, collection: Path, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(collection.read_bytes())
    done = run_inside("check", name, "-f", "json", "--lang", language, cwd=tmp_path)
    ((finding,),) = (one["findings"] for one in done.json["reports"])
    assert (done.code, finding["rule"]) == (2, "LT004")
    assert HINTS[language] in finding["message"]


def test_from_standard_input(collection: Path) -> None:
    with collection.open("rb") as file:
        done = subprocess.run(
            [*COMMAND, "check", "-", "--stdin-filename", "x.parquet", "-f", "json", "--lang", "en"],
            stdin=file,
            capture_output=True,
            cwd=ROOT,
            check=False,
        )
    (found,) = json.load(io.BytesIO(done.stdout))["reports"]
    assert done.returncode == 2
    assert HINTS["en"] in found["findings"][0]["message"]


def test_where_one_report_is_wanted(collection: Path) -> None:
    done = run_inside("convert", collection)
    assert (done.code, done.out) == (2, "")
    assert "check that file" in done.err or "用 check 检查" in done.err


def test_where_norms_are_wanted(collection: Path) -> None:
    done = run_inside("check", CLEAN, "--norms", collection, "--lang", "en")
    assert (done.code, done.out) == (2, "")
    assert "make them of it by norms build first" in done.err


@pytest.fixture
def work(collection: Path, tmp_path: Path) -> Path:
    """A folder with collections of two years and a report."""
    for name in ("2022.parquet", "2023.parquet", "below/2023.parquet"):
        write(tmp_path / name, collection.read_bytes())
    write(tmp_path / "a.json", CLEAN.read_text(encoding="utf-8"))
    return tmp_path


@pytest.mark.parametrize(
    ("pattern", "rows"),
    [
        ("20*.parquet", 4),
        ("**/*.parquet", 6),
        ("2023.parque[t]", 0),
        ("*.PARQUET", 0),
        ("below/*", 0),
        ("*", 1),
    ],
)
def test_a_pattern_that_means_collections(pattern: str, rows: int, work: Path) -> None:
    """Its last step ends as their names do; any other pattern passes them over, as a folder does."""
    done = run_inside("check", pattern, "-f", "json", "--exclude", "none", cwd=work)
    assert len(done.json["reports"]) == rows
    assert (done.code == 2) == (rows == 0)


def test_a_pattern_leaves_out_what_is_excluded(work: Path) -> None:
    done = run_inside("check", "20*.parquet", "--exclude", "2022.parquet", "-f", "json", cwd=work)
    assert len(done.json["reports"]) == 2


def test_a_pattern_of_collections_to_compare_with(work: Path) -> None:
    named, found = (
        run_inside("check", "a.json", "--previous", path, "-f", "json", cwd=work)
        for path in ("2022.parquet", "2022*.parquet")
    )
    assert found.json == named.json
    assert found.json["summary"]["unreadable"] == 0


def test_staged_or_changed_a_named_collection_is_checked(work: Path) -> None:
    """One that git alone chose is passed over, as in a folder."""
    for words in (("init", "-q"), ("add", ".")):
        subprocess.run(["git", *words], cwd=work, check=True)  # noqa: S607 - whichever git there is
    named = run_inside("check", "--staged", "2023.parquet", "-f", "json", cwd=work)
    assert (named.code, len(named.json["reports"])) == (1, 2)
    chosen = run_inside("check", "--staged", "-f", "json", cwd=work)
    assert [one["source"] for one in chosen.json["reports"]] == ["a.json"]
    excluded = run_inside("check", "--staged", "2023.parquet", "--exclude", "2023*", "-f", "json", cwd=work)
    assert (excluded.code, excluded.json["reports"]) == (0, [])


def test_a_pattern_does_not_choose_among_rows(work: Path) -> None:
    """A named collection is as any file that is named: all of it is checked."""
    done = run_inside("check", "2023.parquet", "--exclude", "examples", "--include", "nothing", "-f", "json", cwd=work)
    assert len(done.json["reports"]) == 2


@pytest.mark.parametrize("command", [("check", "gone.parquet"), ("norms", "build", "gone.parquet", "-o", "n.json")])
def test_a_collection_that_is_not_there(command: tuple[str, ...], tmp_path: Path) -> None:
    """Said as of any file."""
    done = run_inside(*command, "--lang", "en", cwd=tmp_path)
    assert done.code == 2
    assert "No such file or directory" in done.out + done.err
    assert "Detail" not in done.out + done.err


def test_norms_of_nothing(tmp_path: Path) -> None:
    write(tmp_path / "a.json", '{"sections": ')
    run_inside("collect", "a.json", "-o", "r.parquet", cwd=tmp_path)
    done = run_inside("norms", "build", "r.parquet", "-o", "norms.json", cwd=tmp_path)
    assert done.code == 2
    assert "没有一行能用" in done.err or "no row can be used" in done.err
    assert not (tmp_path / "norms.json").exists()
