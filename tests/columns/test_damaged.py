"""A damaged collection is told as that, once, behind what stands before the damage; what is told is never wrong."""

import json
import random
from functools import cache
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from lint import Session, Settings
from lint.model.report import Trouble
from lint.model.run import Checked
from lint.model.text import Text
from lint.readers.tree import report_of_tree
from lint.rulebook.complete import complete_tree
from tests.cli.support_cli import CLEAN, run_inside
from tests.columns.support_columns import told, written
from tests.columns.test_columns import reports

pytestmark = pytest.mark.needs_module("pyarrow", "numpy")

FLIPS = 120
JOBS = pytest.mark.parametrize("jobs", [1, 2])


@cache
def session(jobs: int) -> Session:
    """Some rules, in so many processes."""
    return Session(Settings(jobs=jobs, select=("AR", "CE", "ST")))


def checked(path: Path, jobs: int = 1) -> list[tuple[str, object]]:
    """What a check says of a collection: of each row where it came from, and all else."""
    return [(one.source, told(one)) for one in session(jobs).check_paths([path])]


def is_refused(path: Path) -> bool:
    """Whether a check says of a collection nothing but that it is damaged, or none."""
    (one,) = session(1).check_paths([path])
    return (one.source, one.state) == (str(path), "unreadable") and one.diagnostics[0].rule in ("LT001", "LT004")


def opened(path: Path) -> Any:
    """The file as Arrow has it."""
    return import_module("pyarrow.parquet").ParquetFile(path)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small collection."""
    return written(tmp_path_factory.mktemp("whole") / "reports.parquet", list(reports(3, 12)))


def pages(path: Path) -> list[tuple[int, int]]:
    """Where each column begins, and how many bytes it has."""
    about = opened(path).metadata.row_group(0)
    columns = map(about.column, range(about.num_columns))
    return [(one.dictionary_page_offset or one.data_page_offset, one.total_compressed_size) for one in columns]


@pytest.mark.parametrize("where", ["anywhere", "head", "index"])
def test_a_single_bit(where: str, whole: Path, tmp_path: Path) -> None:
    """In a page, in its head, in the index at the end: the file is refused, or nothing about it has changed."""
    data, expected, dice = whole.read_bytes(), checked(whole), random.Random(where)  # noqa: S311 - the same in every run
    starts = [start for start, _ in pages(whole)]
    index = max(start + size for start, size in pages(whole))
    refused = 0
    for _ in range(FLIPS // 3):
        at = {
            "anywhere": dice.randrange(index),
            "head": dice.choice(starts) + dice.randrange(20),
            "index": dice.randrange(index, len(data)),
        }[where]
        flipped = bytearray(data)
        flipped[at] ^= 1 << dice.randrange(8)
        path = tmp_path / "reports.parquet"
        path.write_bytes(flipped)
        found = checked(path)
        if found != expected:
            assert is_refused(path)
            refused += 1
    assert refused > 0


def test_every_page_has_a_checksum(tmp_path: Path) -> None:
    """With the last byte of any column another one, the file is refused: also where that changes a figure alone."""
    path = written(tmp_path / "reports.parquet", list(islice(reports(3, 40), 40)))
    data = path.read_bytes()
    for start, size in random.Random(1).sample(pages(path), 40):  # noqa: S311 - the same in every run
        path.write_bytes(data[: start + size - 1] + bytes([data[start + size - 1] ^ 1]) + data[start + size :])
        assert [source for source, _ in checked(path)] == [str(path)]


def test_a_count_of_rows(whole: Path, tmp_path: Path) -> None:
    """Twice the index says how many there are: where these are at odds, rows might be missed."""
    data = whole.read_bytes()
    index = max(start + size for start, size in pages(whole))
    path, found = tmp_path / "reports.parquet", 0
    for at in range(index, len(data)):
        if data[at] == _WRITTEN[12]:
            path.write_bytes(data[:at] + bytes([_WRITTEN[8]]) + data[at + 1 :])
            if counts(path) not in (None, (12, 12)):
                assert is_refused(path)
                found += 1
    assert found == 2


_WRITTEN = {12: 24, 8: 16}  # whole numbers, as the index has them


def counts(path: Path) -> tuple[int, int] | None:
    """How many rows the index says that there are, and in the first group; None where it cannot be read."""
    try:
        about = opened(path).metadata
    except (OSError, ValueError):
        return None
    return about.num_rows, about.row_group(0).num_rows


def torn(path: Path, name: str, column: Any, group: int = 16) -> Path:
    """A copy without checksums, with another column, in small groups of rows."""
    parquet = import_module("pyarrow.parquet")
    table = parquet.read_table(path)
    parquet.write_table(table.set_column(table.schema.get_field_index(name), name, column), path, row_group_size=group)
    return path


def no_text(count: int, bad: int) -> Any:
    """Texts of two bytes, one of which is no UTF-8."""
    pyarrow = import_module("pyarrow")
    raw = [b"ab"] * count
    raw[bad] = b"\xff\xfe"
    array = pyarrow.array(raw, pyarrow.binary())
    return pyarrow.StringArray.from_buffers(count, array.buffers()[1], array.buffers()[2])


@JOBS
@pytest.mark.parametrize("name", ["title", "skeleton"])
def test_what_is_no_text(name: str, jobs: int, tmp_path: Path) -> None:
    """What stands in the groups before is told, and the next file is checked."""
    path = written(tmp_path / "reports.parquet", list(reports(4, 60)))
    before = checked(path)
    torn(path, name, no_text(60, 40))
    found = list(session(jobs).check_paths([path, CLEAN]))
    assert [(one.source, one.state) for one in found[-2:]] == [(str(path), "unreadable"), (str(CLEAN), "read")]
    assert [one.rule for one in found[-2].diagnostics] == ["LT001"]
    assert [one.source for one in found[:-2]] == [source for source, _ in before[:32]]


@pytest.mark.parametrize(
    "command",
    [
        ("check", "{path}", "-f", "json"),
        ("check", CLEAN, "--previous", "{path}", "-f", "json"),
        ("check", CLEAN, "--members", "{path}", "-f", "json"),
        ("collect", "{path}", "-o", "again.parquet"),
        ("norms", "build", "{path}", "-o", "norms.json"),
    ],
    ids=["check", "previous", "members", "collect", "norms"],
)
def test_whatever_reads_it(command: tuple[object, ...], tmp_path: Path) -> None:
    path = torn(written(tmp_path / "reports.parquet", list(reports(4, 20))), "kind", no_text(20, 10))
    done = run_inside(*(str(word).format(path=path) for word in command), cwd=tmp_path)
    assert done.code == 2
    assert "Traceback" not in done.err
    if command[0] == "check":
        told_of = {one["source"]: one["findings"][0]["rule"] for one in done.json["reports"] if one["findings"]}
        assert told_of[str(path)] == "LT001"


def test_rules_that_nobody_knows(tmp_path: Path) -> None:
    """The reason of another program is told as damage; a trouble of an unknown kind makes its row unreadable."""
    pyarrow = import_module("pyarrow")
    odd = report_of_tree("odd", complete_tree())._replace(troubles=(Trouble("XX001", "", Text("甲", "a")),))
    path = written(tmp_path / "reports.parquet", [odd, report_of_tree("good", complete_tree())])
    torn(path, "state", pyarrow.array(["read", "unreadable"]))
    torn(path, "reason", pyarrow.array([None, "XX999"]))
    done = run_inside("check", path, "-f", "json", cwd=tmp_path)
    assert (done.code, done.err) == (2, "")
    assert [one["findings"][0]["rule"] for one in done.json["reports"]] == ["LT001", "LT001"]


@JOBS
def test_json_of_a_damaged_collection(jobs: int, tmp_path: Path) -> None:
    path = torn(written(tmp_path / "reports.parquet", list(reports(4, 60))), "title", no_text(60, 0))
    done = run_inside("check", path, CLEAN, "--jobs", str(jobs), "-f", "jsonl", cwd=tmp_path)
    first, second, *_ = map(json.loads, done.out.splitlines())
    assert (done.code, first["source"], first["findings"][0]["rule"]) == (2, str(path), "LT001")
    assert second["source"] == str(CLEAN)


def test_a_run_that_is_broken_off_leaves_no_end_in_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor does Arrow's writer complain, when it is thrown away, that its file is closed."""
    from lint.columns.collecting import collected  # noqa: PLC0415 - where Arrow is

    def results() -> Any:
        yield Checked("a", "read", report_of_tree("a", complete_tree()))
        raise KeyboardInterrupt

    ignored: list[object] = []
    monkeypatch.setattr("sys.unraisablehook", ignored.append)
    path = tmp_path / "reports.parquet"
    with path.open("wb") as file, (tmp_path / "findings.parquet").open("wb") as findings:
        with pytest.raises(KeyboardInterrupt):
            collected(results(), file, findings)
        file.flush()
    import_module("gc").collect()
    assert ignored == []
    assert path.read_bytes() == b"PAR1"  # the beginning
