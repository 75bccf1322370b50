"""Many files on several cores: the same results in the same order, and no file that ends its process ends the run."""

import os
import signal
import subprocess
from pathlib import Path

import pytest

from lint import Session, Settings
from lint.model.report import Document
from lint.model.run import Checked
from lint.parallel import Plan, check_in_parallel, processes_for
from lint.pieces import Answer, Piece, Want
from tests.cli.support_cli import BROKEN, CLEAN, COMMAND, EXAMPLES, environment, run_inside, write


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Clean and broken reports of several formats, a damaged one, and a file that is none."""
    made = tmp_path_factory.mktemp("reports")
    for number, path in enumerate(sorted(EXAMPLES.glob("*/*.[jhmt]*"))):
        (made / f"{number:02}{path.suffix}").write_bytes(path.read_bytes())
    for number in range(60):
        write(made / f"clean-{number}.json", CLEAN.read_text(encoding="utf-8"))
    write(made / "damaged.json", BROKEN.read_text(encoding="utf-8")[:-200])
    write(made / "notes.json", "{}")
    return made


def told(checked: Checked) -> tuple[object, ...]:
    """All of a result that anybody can see."""
    report = checked.report
    return (
        checked.source, checked.state, checked.diagnostics, checked.tally.as_dict(), checked.undecided, checked.causes,
        report and (report.tree, report.identity, report.document, report.troubles),
    )  # fmt: skip


def test_the_results_are_those_of_one_process(folder: Path) -> None:
    one, three = (list(Session(Settings(jobs=jobs)).check_paths([folder])) for jobs in (1, 3))
    assert list(map(told, one)) == list(map(told, three))
    assert {checked.state for checked in one} == {"read", "unreadable", "passed_over"}


def test_places_are_kept_where_something_was_found() -> None:
    [broken] = Session(Settings(jobs=1)).check_paths([BROKEN])
    [sent, _] = Session(Settings(jobs=2)).check_paths([BROKEN, CLEAN])
    assert broken.report is not None
    assert sent.report is not None
    assert sent.report.find_places() == broken.report.find_places() != {}


def test_of_reports_that_nobody_looks_at_whose_they_are_arrives(folder: Path) -> None:
    """And all that is told of them; of those with findings all arrives as ever."""
    session = Session(Settings(jobs=3))
    session.light = True
    arrived = list(session.check_paths([folder]))
    whole = list(Session(Settings(jobs=1)).check_paths([folder]))
    passed = [number for number, one in enumerate(whole) if one.report and not one.diagnostics]
    assert 0 < len(passed) < len(whole)
    for number, (one, own) in enumerate(zip(arrived, whole, strict=True)):
        report = own.report and own.report._replace(tree={}, document=Document())
        assert told(one) == told(own._replace(report=report) if number in passed else own)


def test_the_command_says_the_same(folder: Path) -> None:
    for form in ("json", "jsonl", "plain"):
        one, many = (run_inside("check", "-f", form, "--jobs", jobs, cwd=folder) for jobs in ("1", "3"))
        assert (one.code, one.out) == (many.code, many.out)


class Deadly:
    """Checks as a session does; files of certain names end its process."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def answer(self, piece: Piece, want: Want) -> Answer:
        """Check, or end."""
        if any("deadly" in target.path for target in piece.targets):
            os.kill(os.getpid(), signal.SIGKILL)
        return self.session.answer(piece, want)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL") or not hasattr(os, "fork"), reason="not run: processes of POSIX")
@pytest.mark.parametrize("deadly", [(0,), (7,), (59,), (0, 1, 30)], ids=["first", "within", "last", "several"])
def test_a_file_that_ends_its_process_ends_no_other(tmp_path: Path, deadly: tuple[int, ...]) -> None:
    """It is told as unreadable, in its place; every other file is checked as ever."""
    paths = [tmp_path / f"{number:02}-{'deadly' if number in deadly else 'good'}.json" for number in range(60)]
    for path in paths:
        write(path, CLEAN.read_text(encoding="utf-8"))
    session = Session(Settings(jobs=2))
    found = session.targets([tmp_path])
    plan = Plan(lambda: Deadly(session), lambda source: Checked(source, "unreadable"), 2)
    results = list(check_in_parallel(found, plan))
    assert [checked.source for checked in results] == list(map(str, paths))
    states = ["unreadable" if number in deadly else "read" for number in range(60)]
    assert [checked.state for checked in results] == states


@pytest.mark.parametrize(
    ("files", "asked", "processes"),
    [(1, None, 1), (20, None, 1), (20, 4, 4), (2, 9, 2), (0, 3, 1), (100_000, 1, 1)],
    ids=["one", "few", "asked", "no-more-than-files", "none", "asked-for-one"],
)
def test_how_many_processes(files: int, asked: int | None, processes: int) -> None:
    assert processes_for(files, files, asked) == processes


@pytest.mark.skipif(os.name != "posix", reason="not run: signals of POSIX")
def test_an_interrupted_run_leaves_whole_lines(tmp_path: Path) -> None:
    """Ctrl-C in the middle of a long run: what was written by then is complete, and the exit code is that of it."""
    text = CLEAN.read_text(encoding="utf-8")
    for number in range(1500):
        write(tmp_path / f"{number}.json", text)
    command = [*COMMAND, "check", "-f", "jsonl", "--jobs", "2", "."]
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdout is not None
        head = process.stdout.read(20_000)
        os.killpg(process.pid, signal.SIGINT)
        rest, _ = process.communicate(timeout=60)
    lines = (head + rest).splitlines()
    assert process.returncode == 128 + signal.SIGINT
    assert all(line.endswith(b"}") for line in lines)
    assert b'"summary": {' not in lines[-1]


def test_places_of_reports_without_findings_are_kept_where_they_are_wanted() -> None:
    [alone] = Session(Settings(jobs=1)).check_paths([CLEAN])
    session = Session(Settings(jobs=2))
    session.places = True
    [sent, _] = session.check_paths([CLEAN, BROKEN])
    assert sent.report is not None
    assert alone.report is not None
    assert not sent.diagnostics
    assert sent.report.find_places() == alone.report.find_places() != {}


PARQUET = pytest.mark.needs_module("pyarrow", "numpy")


@pytest.fixture(scope="module")
def collection(folder: Path) -> Path:
    """The same reports as rows in many groups, each of which is a piece of work."""
    once, whole = folder.parent / "once.parquet", folder.parent / "reports.parquet"
    run_inside("collect", ".", "-o", once, cwd=folder)
    from pyarrow import parquet  # noqa: PLC0415 - an optional package

    parquet.write_table(parquet.read_table(once), whole, row_group_size=16)
    return whole


@PARQUET
def test_the_rows_of_a_collection_on_several_cores(collection: Path) -> None:
    one, three = (list(map(told, Session(Settings(jobs=jobs)).check_paths([collection]))) for jobs in (1, 3))
    assert one == three


@PARQUET
def test_files_and_collections_in_the_order_in_which_they_were_named(folder: Path, collection: Path) -> None:
    paths = (CLEAN, collection, folder)
    one, three = (list(map(told, Session(Settings(jobs=jobs)).check_paths(paths))) for jobs in (1, 3))
    assert one == three


@PARQUET
def test_a_damaged_collection_is_told_once_in_its_place(collection: Path, tmp_path: Path) -> None:
    """What stands before the damage is told; nothing behind it, and the next file is checked."""
    from pyarrow import parquet  # noqa: PLC0415 - an optional package

    damaged, data = tmp_path / "damaged.parquet", bytearray(collection.read_bytes())
    start = parquet.ParquetFile(collection).metadata.row_group(2).column(0).data_page_offset
    data[start : start + 400] = bytes(400)
    damaged.write_bytes(data)
    several = list(map(told, Session(Settings(jobs=3)).check_paths([damaged, CLEAN])))
    assert [one[:2] for one in several[-2:]] == [(str(damaged), "unreadable"), (str(CLEAN), "read")]
    whole = list(map(told, Session(Settings(jobs=1)).check_paths([collection])))
    assert several[:-2] == whole[: len(several) - 2]
    assert len(several) == 2 * 16 + 2


@PARQUET
@pytest.mark.skipif(not hasattr(signal, "SIGKILL") or not hasattr(os, "fork"), reason="not run: processes of POSIX")
def test_a_row_that_ends_its_process_ends_no_other(collection: Path) -> None:
    session = Session(Settings(jobs=2))
    whole = list(map(told, session.check_paths([collection])))
    number = len(whole) // 2

    class DeadlyRow:
        """Checks as a session does; one row ends its process."""

        def answer(self, piece: Piece, want: Want) -> Answer:
            rows = piece.rows
            if rows and rows.number <= number < rows.number + rows.count:
                os.kill(os.getpid(), signal.SIGKILL)
            return session.answer(piece, want)

    plan = Plan(DeadlyRow, lambda source: Checked(source, "unreadable"), 2)
    results = list(map(told, check_in_parallel(session.targets([collection]), plan)))
    assert results[number][:2] == (f"{collection}#{number + 1}", "unreadable")
    assert results[:number] + results[number + 1 :] == whole[:number] + whole[number + 1 :]


def test_reading_alone_uses_several_cores_for_documents(folder: Path) -> None:
    """The same reports, in the same order."""
    found = Session().targets([folder])
    one, three = (list(map(told, Session(Settings(jobs=jobs)).read_targets(found))) for jobs in (1, 3))
    assert one == three
