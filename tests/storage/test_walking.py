"""Folders and patterns of a store mean what they mean on this machine, in the same order."""

from pathlib import Path

import pytest

from lint.readers.files import Target, wanted
from tests.cli.support_cli import write
from tests.storage.support_storage import STORAGE, driver, failing, in_memory

pytestmark = STORAGE
NAMES = (
    "a.txt", "b.docx", "a/x.txt", "a/b/y.docx", "a.b/z.txt", "a-b/z.txt", "c/~$y.docx", "c/.hidden/x.txt",
    ".hidden.txt", "~$lock.docx", "c/__pycache__/x.pyc", "c/[1].txt", "c/1.txt", "汇总/示例市.docx",
    "with blank/a b.txt", "d/d/d/d.txt",
)  # fmt: skip
PATHS = {
    "folder": [""],
    "folder-without-its-sign": ["a"],
    "folder-below": ["a/"],
    "file": ["a/x.txt"],
    "nothing-there": ["none.docx"],
    "no-such-folder": ["none/"],
    "pattern": ["*.txt"],
    "pattern-of-everything": ["*"],
    "pattern-of-folders": ["a*"],
    "folders-and-names": ["*/*.txt"],
    "any-depth": ["**/*.txt"],
    "any-depth-below": ["a*/**/y.docx"],
    "any-depth-alone": ["a/**"],
    "one-sign": ["?.txt"],
    "one-of": ["[ab].txt"],
    "name-like-a-pattern": ["c/[1].txt"],
    "hidden-asked-for": [".*"],
    "pattern-in-the-middle": ["*/b/*"],
    "pattern-of-nothing": ["*.pdf"],
    "several": ["a/x.txt", "a/", "*.txt"],
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all sorts of names."""
    made = tmp_path_factory.mktemp("reports")
    for name in NAMES:
        write(made / name, name)
    return made


@pytest.mark.parametrize("paths", PATHS.values(), ids=PATHS)
@pytest.mark.parametrize("kind", ["file", "memory"])
def test_as_on_this_machine(folder: Path, paths: list[str], kind: str) -> None:
    root = f"file://{folder}/" if kind == "file" else in_memory(folder)
    here = wanted(f"{folder}/{path}" for path in paths)
    there = wanted(f"{root}{path}" for path in paths)
    assert [(one.path.replace(root, f"{folder}/"), one.named) for one in there.targets] == list(here.targets)
    walked = {path.replace(root, f"{folder}/"): found for path, found in there.walked.items()}
    assert walked.keys() == here.walked.keys()


@pytest.mark.parametrize(
    ("include", "exclude"), [(("*.txt",), ()), ((), ("a",)), (("*.docx",), ("a/b",)), ((), ("汇总/",))]
)
def test_chosen_as_on_this_machine(folder: Path, include: tuple[str, ...], exclude: tuple[str, ...]) -> None:
    root = in_memory(folder)
    here, there = wanted([f"{folder}/"], include, exclude), wanted([root], include, exclude)
    assert [one.path.replace(root, f"{folder}/") for one in there.targets] == [one.path for one in here.targets]


def test_a_pattern_for_the_whole_address(folder: Path) -> None:
    root = in_memory(folder)
    assert [one.path for one in wanted([root], (f"{root}a/*",)).targets] == [f"{root}a/b/y.docx", f"{root}a/x.txt"]


def test_a_folder_that_cannot_be_listed_is_told_and_the_others_are_walked(folder: Path) -> None:
    from fsspec.implementations.local import LocalFileSystem  # noqa: PLC0415

    def listed(store: LocalFileSystem, path: str, detail: bool = False, **more: object) -> object:
        if path.endswith("/a"):
            raise PermissionError(path)
        return LocalFileSystem.ls(store, path, detail=detail, **more)

    with driver(ls=listed) as scheme:
        found = wanted([f"{scheme}:/{folder}/"], include=("*.txt", "*.docx")).targets
    root = f"{scheme}:/{folder}"
    assert Target(f"{root}/a/", named=True) in found
    assert Target(f"{root}/汇总/示例市.docx", named=False) in found
    assert not [one for one in found if one.path.startswith(f"{root}/a/") and not one.named]


def test_a_store_that_lists_nothing_leaves_the_address_to_be_told() -> None:
    with driver(info=failing(PermissionError("no")), ls=failing(PermissionError("no"))) as scheme:
        assert wanted([f"{scheme}://b/", f"{scheme}://b/*.txt", f"{scheme}://b/a.txt"]).targets == (
            Target(f"{scheme}://b/", named=True),
            Target(f"{scheme}://b/a.txt", named=True),
        )


@pytest.mark.needs_module("aiohttp")
def test_a_page_is_one_file_whatever_its_address_looks_like() -> None:
    paths = ["https://localhost:1/2023/", "http://localhost:1/a.html?id=*", "http://localhost:1/[a]"]
    assert wanted(paths).targets == tuple(Target(path, named=True) for path in paths)


def test_a_file_by_its_path_and_by_its_address(folder: Path) -> None:
    """It is checked once, and called as it was first; an address holds names as they are, nothing stands for a sign."""
    write(folder / "r" / "a%20b.txt", "a")
    path, address = f"{folder}/r/a%20b.txt", f"file://{folder}/r/a%20b.txt"
    assert [one.path for one in wanted([path, address]).targets] == [path]
    assert [one.path for one in wanted([f"file://{folder}/r", f"{folder}/r/."]).targets] == [address]
    assert len(wanted([path, f"file://{folder}/r/a b.txt"]).targets) == 2
