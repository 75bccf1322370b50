"""Collections in a store: written whole or not at all, read in pieces, and norms made of them."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

import pytest

from lint.cli.output import replacing
from lint.model.address import Url
from lint.model.errors import OutputError
from tests.cli.support_cli import BROKEN, CLEAN, run_inside
from tests.formatters.support_formatters import session
from tests.storage.support_storage import STORAGE, driver, failing, in_memory
from tests.storage.test_reading import elements, replaced

pytestmark = STORAGE
FOLDER = BROKEN.parent
PARQUET = pytest.mark.needs_module("pyarrow", "numpy")


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A collection of the examples on this machine."""
    path = tmp_path_factory.mktemp("collection") / "reports.parquet"
    assert run_inside("collect", FOLDER, "-o", path).code == 0
    return path


@PARQUET
def test_collected_from_a_store_into_one(tmp_path: Path, collection: Path) -> None:
    root = f"file://{FOLDER}/"
    done = run_inside(
        "collect", root, "-o", f"file://{tmp_path}/r.parquet", "--findings", f"file://{tmp_path}/f.parquet"
    )
    assert (done.code, done.out.partition("：")[0]) == (0, f"file://{tmp_path}/r.parquet")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["f.parquet", "r.parquet"]
    here = elements(str(collection))
    assert replaced(elements(f"{tmp_path}/r.parquet"), root, f"{FOLDER}/") == here
    assert elements(f"file://{collection}") == here
    assert elements(f"{in_memory(collection.parent)}{collection.name}") == here


@PARQUET
def test_norms_of_a_store(tmp_path: Path, collection: Path) -> None:
    assert run_inside("norms", "build", f"file://{collection}", "-o", f"file://{tmp_path}/there.json").code == 0
    assert run_inside("norms", "build", collection, "-o", tmp_path / "here.json").code == 0
    assert (tmp_path / "there.json").read_bytes() == (tmp_path / "here.json").read_bytes()
    there = run_inside("check", CLEAN, "--norms", f"file://{tmp_path}/there.json")
    assert there == run_inside("check", CLEAN, "--norms", tmp_path / "here.json")


@PARQUET
def test_a_collection_that_is_not_there() -> None:
    (one,) = session().check_paths(["memory://none/reports.parquet"])
    assert one.diagnostics[0].message.en == "the file cannot be read: No such file or directory"


@PARQUET
@pytest.mark.parametrize("after", [0, 2])
def test_a_store_that_fails_midway_is_told_as_that(collection: Path, after: int) -> None:
    from fsspec.implementations.local import LocalFileOpener, LocalFileSystem  # noqa: PLC0415

    class Opener(LocalFileOpener):  # type: ignore[misc]  # fsspec has no types
        reads = 0

        def read(self, length: int = -1) -> Any:
            self.reads += 1
            if self.reads > after:
                raise OSError(5, "the store is gone")
            return super().read(length)

    def opened(store: LocalFileSystem, path: str, mode: str = "rb", **more: Any) -> Opener:
        return Opener(path, mode, fs=store, **more)

    with driver(_open=opened) as scheme:
        found = list(session().check_paths([f"{scheme}:/{collection}"]))
    assert [one.message.en for one in found[-1].diagnostics] == ["the file cannot be read: the store is gone"]


@pytest.mark.parametrize("kind", ["file", "memory"])
def test_whole_or_not_at_all(tmp_path: Path, kind: str) -> None:
    (tmp_path / "a").write_bytes(b"before")
    root = f"file://{tmp_path}/" if kind == "file" else in_memory(tmp_path)
    with contextlib.suppress(KeyboardInterrupt), replacing(Url.of(f"{root}a")) as file:
        file.write(b"half")
        raise KeyboardInterrupt
    assert _all(root) == {"a": b"before"}
    with replacing(Url.of(f"{root}a")) as file:
        file.write(b"after")
        assert _all(root) == {"a": b"before"}
    assert _all(root) == {"a": b"after"}


def _all(root: str) -> dict[str, bytes]:
    from fsspec.core import url_to_fs  # noqa: PLC0415

    store, path = url_to_fs(root)
    return {name.rpartition("/")[2]: store.cat_file(name) for name in store.find(path)}


def _half(store: Any, local: str, path: str, **_: object) -> None:
    del store
    Path(path).write_bytes(Path(local).read_bytes()[:2])
    raise OSError(5, "the store is gone")


FAILING: dict[str, dict[str, Callable[..., object]]] = {
    "half-way": {"put_file": _half},
    "not-renamed": {"mv": failing(OSError(5, "the store is gone"))},
    "not-renamed-and-not-told": {"mv": lambda *_: None},
    "forbidden": {"put_file": failing(PermissionError("Access Denied"))},
}


@pytest.mark.parametrize("methods", FAILING.values(), ids=FAILING)
def test_what_cannot_be_put_leaves_what_stood_there(tmp_path: Path, methods: dict[str, Any]) -> None:
    (tmp_path / "a").write_bytes(b"before")
    with driver(**methods) as scheme:
        url = Url.of(f"{scheme}://clerk:geheim@{tmp_path}/a")
        with pytest.raises(OutputError) as refusal, replacing(url) as file:
            file.write(b"after")
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"before"]
    assert refusal.value.words.en.startswith("cannot be written: ")
    assert "geheim" not in f"{refusal.value.source}{refusal.value.words}"


def test_nowhere_to_put_it_is_told_before_the_work(tmp_path: Path) -> None:
    begun: list[IO[bytes]] = []
    there = replacing(Url.of(f"file://{tmp_path}/none/a"))
    with pytest.raises(OutputError, match="No such file or directory"), there as file:
        begun.append(file)
    assert not begun


def test_other_formats_go_there_too(tmp_path: Path) -> None:
    done = run_inside("check", CLEAN, "-f", "text", "-f", f"sarif:file://{tmp_path}/a.sarif")
    assert done.code == 0
    assert run_inside("check", CLEAN, "-f", "sarif", "-o", tmp_path / "b.sarif").code == 0
    assert (tmp_path / "a.sarif").read_bytes() == (tmp_path / "b.sarif").read_bytes()


def test_the_output_is_no_report(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / CLEAN.name).write_bytes(CLEAN.read_bytes())
    command = ("check", f"file://{folder}/", "-f", "text", "-f", f"json:file://{folder}/out.json")
    first, second = run_inside(*command), run_inside(*command)
    assert first == second
    itself = run_inside("check", f"file://{folder}/{CLEAN.name}", "-f", f"json:file://{folder}/{CLEAN.name}")
    assert itself.code == 2
    assert (folder / CLEAN.name).read_bytes() == CLEAN.read_bytes()
