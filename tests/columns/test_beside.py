"""Collections to compare with: the same findings as with the files; rows are read when they are asked for."""

import json
import os
import random
import re
from collections.abc import Iterable
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from lint import Session, Settings, read
from lint.columns.fetching import Fetching
from lint.formatters.tree import render_tree
from lint.model.errors import UsageError
from lint.model.later import Collected
from lint.model.report import Identity
from tests.cli.support_cli import BROKEN, CLEAN, EXAMPLES, Done, half_read, run_inside, tree, write
from tests.columns.support_columns import both_ways, told, written
from tests.columns.test_columns import reports

pytestmark = pytest.mark.needs_module("pyarrow", "numpy")

BODY: str = tree()["agency"]["name"]
YEAR: int = tree()["year"]
COUNTY = "示例县人民政府"


def of_year(text: str, year: int) -> str:
    """An example as one of another year."""
    return text.replace(str(YEAR + 1), str(year + 1)).replace(str(YEAR), str(year))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of a year in many formats, with what cannot be used, and a folder of the year after it."""
    made = tmp_path_factory.mktemp("years")
    dice = random.Random(3)  # noqa: S311 - the same ones every time
    for path in sorted(EXAMPLES.glob("clean/*.[jhtmxdy]*")):
        write_bytes(made / "old" / f"{path.stem}-{path.suffix[1:]}{path.suffix}", path.read_bytes())
    broken = BROKEN.read_text(encoding="utf-8")
    write(made / "old/broken.json", broken.replace(BODY, "示例市水务局"))
    write(made / "old/older.json", of_year(CLEAN.read_text(encoding="utf-8"), YEAR - 1))
    for number in (1, 2):  # two that differ
        write(made / f"old/twice-{number}.json", broken.replace(BODY, "示例市林业局").replace("1", str(number)))
    write(made / "old/damaged.json", broken[:-200])
    write(made / "old/half.txt", half_read())
    write(made / "old/nobody.json", {**tree(), "agency": {}, "title": "年度报告"})
    write(made / "old/notes.csv", "a,b\n")
    for path in sorted(EXAMPLES.glob("clean/*.json")):
        text = of_year(path.read_text(encoding="utf-8"), YEAR + 1)
        for name in (BODY, "示例市水务局", "示例市林业局", "示例市教育局"):
            said = text.replace(BODY, name)
            write(made / f"new/{path.stem}-{len(name)}-{ord(name[3])}.json", said)
            write(made / f"new/{path.stem}-{ord(name[3])}-other.json", other_digits(said, dice))
    for number, path in enumerate(sorted(EXAMPLES.glob("clean/*.json"))):
        said = of_year(path.read_text(encoding="utf-8"), YEAR + 1).replace(
            tree_of(path)["agency"]["name"], f"示例县第{number}局"
        )
        write(made / f"below/{number}.json", other_digits(said, dice))
    assert run_inside("collect", "below", "-o", "below.parquet", "--places", cwd=made).code == 0
    assert run_inside("collect", "old", "-o", "old.parquet", "--places", cwd=made).code == 2
    assert run_inside("collect", "new", "-o", "new.parquet", "--places", cwd=made).code == 0
    return made


def tree_of(path: Path) -> Any:
    """A report in JSON."""
    return json.loads(path.read_text(encoding="utf-8"))


def write_bytes(path: Path, content: bytes) -> None:
    """A file in a folder that may not be there yet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def other_digits(text: str, dice: random.Random) -> str:
    """A report with some figures changed."""
    made = json.loads(text, parse_float=Decimal)
    table = made["sections"]["applications"]["table"]
    for row in dice.sample(["new", "carried_in", "carried_out"], 2):
        table[row]["natural_person"] += dice.randint(1, 90)
    return render_tree(made)


def said(folder: Path, *arguments: str) -> Done:
    """What ``check`` says as JSON."""
    return run_inside("check", *arguments, "-f", "json", "--jobs", "1", cwd=folder)


def without_lost_places(out: str) -> str:
    """What was written, but for the places in damaged files."""
    return re.sub(r'("source": "old/damaged.*"place": )\{[^{}]*\}', r"\1null", out)


GIVEN: dict[str, tuple[str, ...]] = {
    # What is checked, and what it is compared with.
    "earlier": ("new", "--previous", "{old}"),
    "rows-with-earlier": ("new.parquet", "--previous", "{old}"),
    "earlier-of-a-body-that-is-told": ("new", "--previous", "{old}", "--agency", BODY),
    "members": ("new", "--members", "{below}"),
    "members-of-which-two-differ": ("new.parquet", "--members", "{new}"),
    "members-of-another-year": ("new", "--members", "{old}"),
    "both": ("new.parquet", "--previous", "{old}", "--members", "{below}"),
    "rules-that-compare-only": ("new", "--previous", "{old}", "--previous", "{old}", "--select", "YY,GV"),
}


@pytest.mark.parametrize("given", GIVEN.values(), ids=GIVEN)
def test_findings_are_those_with_the_files(folder: Path, given: tuple[str, ...]) -> None:
    """Byte for byte, of files and of rows that are checked; but a row does not keep where a file could not be read."""
    files, rows = (
        said(folder, *(one.format(old=f"old{end}", new=f"new{end}", below=f"below{end}") for one in given))
        for end in ("", ".parquet")
    )
    assert (files.code, files.err) == (rows.code, rows.err)
    assert without_lost_places(files.out) == without_lost_places(rows.out)


def test_the_examples_do_compare(folder: Path) -> None:
    """So that the test above has something to find."""
    done = said(folder, "new", "--previous", "old.parquet", "--members", "below.parquet")
    found = {one["rule"] for entry in done.json["reports"] for one in entry["findings"]}
    assert found >= {"YY001", "PL017", "LT013", "LT003", "LT004", "LT005", "GV003"}


def test_the_configuration_names_a_collection(folder: Path, tmp_path: Path) -> None:
    write(tmp_path / "lint.toml", f'previous = ["{folder / "old.parquet"}"]\nselect = ["YY"]\n')
    by_option = said(folder, "new", "--previous", str(folder / "old.parquet"), "--select", "YY")
    assert said(folder, "new", "--config", str(tmp_path / "lint.toml")) == by_option


def test_a_collection_in_a_folder_is_no_report(folder: Path, tmp_path: Path) -> None:
    """Only one that is named is taken for many reports, as it is where it is checked."""
    write_bytes(tmp_path / "old/2022.parquet", (folder / "old.parquet").read_bytes())
    done = said(folder, str(CLEAN), "--previous", str(tmp_path / "old"))
    assert done.code == 2
    assert "其中没有找到年度报告" in done.json["reports"][0]["findings"][0]["message"]


def changed(path: Path, made: Path, column: str, value: object, rows: Iterable[int] | None = None) -> Path:
    """A collection with another value in a column, of some rows or all."""
    pyarrow, parquet = import_module("pyarrow"), import_module("pyarrow.parquet")
    table = parquet.read_table(path)
    at = table.schema.names.index(column)
    numbers = range(len(table)) if rows is None else rows
    values = table[column].to_pylist()
    for number in numbers:
        values[number] = value
    parquet.write_table(
        table.set_column(at, table.schema.field(at), pyarrow.array(values, table.schema.types[at])), made
    )
    return made


def test_rows_of_another_version_are_told_anew_who_they_are_of(folder: Path, tmp_path: Path) -> None:
    """By their trees: of these the column is not a part."""
    older = changed(folder / "old.parquet", tmp_path / "older.parquet", "tool", "0.0.1")
    assert said(folder, "new", "--previous", str(older)) == said(folder, "new", "--previous", "old.parquet")
    wrong = changed(older, tmp_path / "wrong.parquet", "kind", "committee")
    known, anew = (opened(path).reports for path in (folder / "old.parquet", wrong))
    assert len(known) == len(anew)
    pairs = [pair for pair in zip(known, anew, strict=True) if "kind" not in pair[0].read().tree["agency"]]
    assert pairs
    assert [one.who for one, _ in pairs] == [other.who for _, other in pairs]


TORN: dict[str, tuple[str, object]] = {
    "no-skeleton": ("skeleton", None),
    "of-unknown-columns": ("skeleton", '{"title": 0, "x": 0}'),
    "no-tree": ("skeleton", "[3]"),
    "a-cell-that-is-no-json": ("beside", [("/sections/x", "{")]),
    "a-document-that-is-no-json": ("document", "{"),
    "a-heading-without-text": ("headings", [{"text": "一", "section": None, "paragraphs": None}]),
    "no-heading": ("headings", [None]),
    "no-remark": ("remarks", [None]),
}


@pytest.mark.parametrize(("column", "value"), TORN.values(), ids=TORN)
def test_a_damaged_row_is_told_and_never_asked(folder: Path, tmp_path: Path, column: str, value: object) -> None:
    """With exit code 2, as it is where it is checked; the others are compared with."""
    torn = changed(folder / "old.parquet", tmp_path / "torn.parquet", column, value, [3])
    done = said(folder, "new", "--previous", str(torn))
    whole = said(folder, "new", "--previous", "old.parquet")
    row = said(folder, str(torn)).json["reports"][3]
    assert done.code == 2
    assert row["findings"][0]["rule"] == "LT001"
    assert [one for one in done.json["reports"] if one not in whole.json["reports"]] == [row]


def test_what_cannot_be_used_is_told_once_where_it_is_checked_too(folder: Path) -> None:
    done = said(folder, "old.parquet", "--previous", "old.parquet")
    sources = [one["source"] for one in done.json["reports"]]
    assert len(sources) == len(set(sources)) == len(said(folder, "old").json["reports"])


UNUSABLE: dict[str, tuple[bytes | None, str, str]] = {
    "missing": (None, "LT001", "文件无法读取"),
    "damaged": (b"PAR1 and nothing", "LT001", "不是 Parquet 文件，或已损坏"),
}


@pytest.mark.parametrize(("content", "rule", "words"), UNUSABLE.values(), ids=UNUSABLE)
def test_what_is_no_collection_is_said(tmp_path: Path, content: bytes | None, rule: str, words: str) -> None:
    if content is not None:
        (tmp_path / "old.parquet").write_bytes(content)
    done = said(tmp_path, str(CLEAN), "--members", "old.parquet")
    first = done.json["reports"][0]
    assert (done.code, first["source"], first["findings"][0]["rule"]) == (2, "old.parquet", rule)
    assert first["findings"][0]["message"].startswith(words)


def test_a_collection_without_rows_is_no_pass(tmp_path: Path) -> None:
    written(tmp_path / "none.parquet", [])
    done = said(tmp_path, str(CLEAN), "--previous", "none.parquet")
    assert done.code == 2
    assert done.json["reports"][0]["findings"][0]["message"] == "用于对比的往年报告：其中没有找到年度报告"


@pytest.mark.parametrize("families", [("AR",), ("AR", "YY", "GV", "PL017")], ids=["not-asked", "asked"])
def test_rows_in_batches_are_answered_as_one_by_one(tmp_path: Path, families: tuple[str, ...]) -> None:
    """Where no rule compares, rows pass together as ever; where one does, each is asked."""
    given = [one for one in reports(20, 120) if one.identity.year and one.identity.agency]
    earlier = [one._replace(identity=one.identity._replace(year=(one.identity.year or 0) - 1)) for one in given]
    (tmp_path / "beside").mkdir()
    old = written(tmp_path / "beside/old.parquet", earlier)
    below = written(tmp_path / "beside/below.parquet", given)
    session = Session(Settings(select=families, previous=(str(old),), members=(str(below),)))
    results = list(both_ways(session, given, tmp_path))
    for one in results:
        assert told(one.row) == told(one.own)
    compared = [one for one in results if one.own.tally.as_dict() != results[0].own.tally.as_dict()]
    assert compared
    asked = sum(one.asked for one in results)
    assert asked == len(given) if "YY" in families else asked < len(given) - 5


def many(folder: Path, count: int) -> Path:
    """A collection of several groups of rows."""
    parquet = import_module("pyarrow.parquet")
    report = read(CLEAN)
    named = [report._replace(source=f"{number}.json") for number in range(count)]
    written(folder / "one.parquet", named)
    parquet.write_table(parquet.read_table(folder / "one.parquet"), folder / "many.parquet", row_group_size=100)
    return folder / "many.parquet"


def opened(path: Path) -> Collected:
    """A collection to compare with."""
    return Session(Settings(jobs=1))._collected(str(path), None)


def test_rows_are_read_in_any_order_and_each_group_of_them_once(tmp_path: Path) -> None:
    """The file can be taken away once each group was asked for a row."""
    path = many(tmp_path, 450)
    rows = opened(path).reports
    for number in range(0, 450, 100):
        assert rows[number].read().source == f"{number}.json"
    path.write_bytes(b"")
    numbers = random.Random(1).sample(range(450), 450)  # noqa: S311 - the same ones every time
    assert [rows[number].read().source for number in numbers] == [f"{number}.json" for number in numbers]


def test_a_group_of_which_no_row_is_asked_for_is_not_read(tmp_path: Path) -> None:
    path = many(tmp_path, 450)
    rows = opened(path).reports
    about = import_module("pyarrow.parquet").ParquetFile(path).metadata.row_group(2)
    starts = [
        about.column(at).dictionary_page_offset or about.column(at).data_page_offset for at in range(about.num_columns)
    ]
    with path.open("r+b") as file:
        for start in starts:
            file.seek(start)
            file.write(b"\xff" * 40)
    assert rows[199].read().source == "199.json"
    with pytest.raises(UsageError, match=r"cannot be read on: .*many\.parquet"):
        rows[200].read()
    assert rows[399].read().source == "399.json"


def test_a_file_that_changes_in_use_ends_the_run(tmp_path: Path) -> None:
    path = many(tmp_path, 450)
    rows = opened(path).reports
    changed(path, path, "agency", "例县水利局")
    with pytest.raises(UsageError, match="it has changed while it was in use"):
        rows[10].read()


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(("option", "given"), [("previous", "old.parquet"), ("members", "below.parquet")])
def test_whatever_asks_for_it(folder: Path, tmp_path: Path, option: str, given: str, jobs: int) -> None:
    """A rule, in this process or another: it is not told to be its fault."""
    path = tmp_path / "beside.parquet"
    path.write_bytes((folder / given).read_bytes())
    settings = Settings(jobs=jobs, select=("YY", "GV"))
    beside = {"previous": settings._replace(previous=(str(path),)), "members": settings._replace(members=(str(path),))}
    session = Session(beside[option])
    changed(path, path, "agency", "例县水利局")
    with pytest.raises(UsageError, match="it has changed while it was in use"):
        list(session.check_paths([folder / "new"]))


def test_a_row_that_is_of_another_body_now_ends_the_run(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="it has changed while it was in use"):
        Fetching(str(many(tmp_path, 10)), "").report(3, Identity("例县水利局"))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="not run: no fork")
def test_a_process_that_is_forked_off_reads_by_itself(tmp_path: Path) -> None:
    """Whatever it reads, in this one everything is as it was."""
    rows = opened(many(tmp_path, 450)).reports
    assert rows[0].read().source == "0.json"
    child = os.fork()
    if child == 0:
        read = [rows[number].read().source for number in (0, 449, 222)]
        os._exit(read != ["0.json", "449.json", "222.json"])
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert [rows[number].read().source for number in (1, 222, 449)] == ["1.json", "222.json", "449.json"]


@pytest.mark.parametrize("checked", ["new", "new.parquet"])
def test_on_several_cores_the_findings_are_the_same(folder: Path, checked: str) -> None:
    here, there = (
        run_inside("check", checked, "--previous", "old.parquet", "-f", "json", "--jobs", jobs, cwd=folder)
        for jobs in ("1", "2")
    )
    assert here == there
