"""Stores for tests: one in memory, and drivers that fail as drivers do."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

STORAGE = pytest.mark.needs_module("fsspec")


def in_memory(folder: Path) -> str:
    """The address of a copy of a folder in a store that is in memory; it ends with ``/``."""
    from fsspec import filesystem  # noqa: PLC0415 - may be absent

    store, name = filesystem("memory"), f"/{uuid.uuid4().hex}"
    for path in folder.rglob("*"):
        if path.is_file():
            store.pipe_file(f"{name}/{path.relative_to(folder)}", path.read_bytes())
    return f"memory:/{name}/"


@contextmanager
def driver(**methods: Any) -> Iterator[str]:
    """The scheme of a driver for files of this machine with some methods of its own."""
    from fsspec import register_implementation  # noqa: PLC0415
    from fsspec.implementations.local import LocalFileSystem  # noqa: PLC0415

    scheme = f"x{uuid.uuid4().hex}"

    def stripped(path: str) -> str:
        return "/" + path.removeprefix(f"{scheme}://").partition("?")[0].rpartition("@")[2].lstrip("/")

    made = type(
        "Driver", (LocalFileSystem,), {"protocol": scheme, "_strip_protocol": staticmethod(stripped), **methods}
    )
    register_implementation(scheme, made)
    yield scheme


def failing(error: BaseException) -> Any:
    """A method that fails so."""

    def fails(*_: object, **__: object) -> None:
        raise error

    return fails
