"""Files of a store as on this machine: the same findings, bounded size and time, and every failure told."""

import threading
from pathlib import Path
from typing import Any

import pytest

from lint import Session, Settings, read
from lint.formatters.json_ import element
from lint.model.address import Url
from lint.model.errors import Unreadable
from lint.readers.files import read_bytes, too_large
from lint.readers.limits import FILE_BYTES
from lint.storage import asking
from lint.storage.asking import asked
from tests.cli.support_cli import BROKEN, CLEAN, EXAMPLES, write
from tests.formatters.support_formatters import session
from tests.storage.support_storage import STORAGE, driver, failing, in_memory

pytestmark = STORAGE


def elements(*paths: str, settings: Settings | None = None) -> list[object]:
    """All that the output says of some paths, in both languages."""
    found = list((Session(settings) if settings else session()).check_paths(paths))
    return [element(one, language) for one in found for language in ("zh", "en")]


def replaced(value: object, before: str, after: str) -> object:
    """The same with a piece of every text replaced."""
    if isinstance(value, str):
        return value.replace(before, after)
    if isinstance(value, dict):
        return {name: replaced(below, before, after) for name, below in value.items()}
    return [replaced(one, before, after) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize("kind", ["file", "memory"])
def test_the_findings_are_those_of_this_machine(kind: str) -> None:
    folder = BROKEN.parent
    root = f"file://{folder}/" if kind == "file" else in_memory(folder)
    assert replaced(elements(root), root, f"{folder}/") == elements(f"{folder}/")


def test_reports_to_compare_with() -> None:
    root, more = in_memory(EXAMPLES), EXAMPLES / "more"
    here = Settings(previous=(f"{more}/2022/",), members=(f"{more}/members/*.txt",))
    there = Settings(previous=(f"{root}more/2022/",), members=(f"{root}more/members/*.txt",))
    found = elements(f"{root}clean/department.json", settings=there)
    assert replaced(found, root, f"{EXAMPLES}/") == elements(str(CLEAN), settings=here)


def test_what_is_read_is_known_by_its_address() -> None:
    path = f"{in_memory(CLEAN.parent)}{CLEAN.name}"
    assert read(path).source == path


@pytest.mark.parametrize("size", [0, 1, FILE_BYTES, FILE_BYTES + 1, FILE_BYTES + 1000])
def test_sizes(tmp_path: Path, size: int) -> None:
    path = tmp_path / "a.json"
    with path.open("wb") as file:
        file.truncate(size)
    if size <= FILE_BYTES:
        assert read_bytes(f"file://{path}") == bytes(size)
        return
    with pytest.raises(Unreadable) as refusal:
        read_bytes(f"file://{path}")
    assert refusal.value.words == too_large(size).words


def test_no_more_is_asked_for_than_a_file_may_have(tmp_path: Path) -> None:
    ends: list[object] = []

    def noting(_: object, path: str, start: int, end: int) -> bytes:
        del path, start
        ends.append(end)
        return b""

    with driver(cat_file=noting) as scheme:
        read_bytes(f"{scheme}:/{write(tmp_path / 'a.txt', 'a')}")
    assert ends == [FILE_BYTES + 1]


def test_an_empty_file_has_no_first_byte(tmp_path: Path) -> None:
    with driver(cat_file=failing(OSError(22, "InvalidRange"))) as scheme:
        assert read_bytes(f"{scheme}:/{write(tmp_path / 'a.txt', '')}") == b""


FAILURES: dict[str, tuple[Exception, str]] = {
    "absent": (FileNotFoundError("host/a.docx"), "No such file or directory"),
    "absent-bucket": (
        FileNotFoundError("The bucket does not exist"),
        "No such file or directory: The bucket does not exist",
    ),
    "forbidden": (PermissionError("Access Denied"), "Permission denied: Access Denied"),
    "forbidden-without-words": (PermissionError(13, "Permission denied"), "Permission denied"),
    "timed-out": (TimeoutError(), "Connection timed out"),
    "refused": (ConnectionRefusedError(111, "Connection refused"), "Connection refused"),
    "of-the-driver": (RuntimeError("Unable to locate\n credentials"), "Unable to locate credentials"),
    "without-words": (RuntimeError(), "RuntimeError"),
    "wordy": (RuntimeError("x" * 1000), "x" * 300 + "…"),
    "with-the-password": (ValueError("clerk:geheim@host is no host"), "…@host is no host"),
}


@pytest.mark.parametrize(("error", "reason"), FAILURES.values(), ids=FAILURES)
def test_a_failure_is_told_about_the_file(error: Exception, reason: str) -> None:
    with driver(info=failing(error), ls=failing(error), cat_file=failing(error)) as scheme:
        (one,) = session().check_paths([f"{scheme}://clerk:geheim@host/tmp/a.docx"])
        (folder,) = session().check_paths([f"{scheme}://clerk:geheim@other/tmp/"])
    assert (one.state, one.source) == ("unreadable", f"{scheme}://host/tmp/a.docx")
    assert [(found.rule, found.message.en) for found in one.diagnostics] == [
        ("LT001", f"the file cannot be read: {reason}")
    ]
    assert one.diagnostics[0].message.zh == f"文件无法读取：{reason}"
    assert folder.state == "unreadable"
    assert "geheim" not in repr([element(one, "en"), element(folder, "zh")])


def test_a_folder_named_with_its_sign_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="Is a directory"):
        read_bytes(f"file://{tmp_path}/")


def test_good_files_are_checked_whatever_becomes_of_others() -> None:
    root = in_memory(CLEAN.parent)
    with driver(info=failing(PermissionError()), cat_file=failing(PermissionError())) as scheme:
        found = session().check_paths([f"{scheme}://b/a.docx", f"{root}{CLEAN.name}", f"{root}none.docx"])
    assert [one.state for one in found] == ["unreadable", "read", "unreadable"]


def test_who_does_not_answer_is_not_waited_for() -> None:
    ever = threading.Event()
    with pytest.raises(TimeoutError, match="no answer within 0 s"):
        asked(Url.of("never://answers/a"), ever.wait, seconds=0)
    ever.set()


def test_a_store_that_is_away_is_not_asked_file_by_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "_away", {})
    calls: list[str] = []

    def away(_: object, path: str, **__: object) -> None:
        calls.append(path)
        raise ConnectionRefusedError(111, "Connection refused")

    with driver(info=away, cat_file=away) as scheme:
        found = list(session().check_paths(f"{scheme}://host/tmp/{number}.docx" for number in range(20)))
        assert len(calls) == 3
        list(session().check_paths([f"{scheme}://other/tmp/a.docx"]))
        assert len(calls) > 3
    messages = {diagnostic.message.en for one in found for diagnostic in one.diagnostics}
    assert messages == {"the file cannot be read: Connection refused"}


def test_a_store_that_refuses_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "_away", {})
    calls: list[str] = []

    def refuses(_: object, path: str, **__: object) -> Any:
        calls.append(path)
        raise PermissionError(path)

    with driver(info=refuses, cat_file=refuses) as scheme:
        list(session().check_paths([f"{scheme}://host/tmp/{number}.docx" for number in range(5)]))
    assert len({*calls}) == 5
