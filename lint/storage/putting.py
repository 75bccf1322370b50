"""A file that is put into a store: whole, or not at all."""

import contextlib
import errno
import os
import uuid
from pathlib import Path
from typing import Any

from lint.model.address import Url
from lint.model.errors import UsageError
from lint.model.text import Text
from lint.storage.asking import asked
from lint.storage.reading import is_listed
from lint.storage.stores import refuse_unusable, store_of

# Here nothing is seen of an object before all of it has come. Elsewhere it is put beside, and renamed.
_WHOLE = frozenset(
    {"s3", "s3a", "gs", "gcs", "oss", "tos", "abfs", "abfss", "az", "adl", "oci", "ocilake", "tosfs", "memory"}
)
_SLOWEST = 100_000  # bytes a second: whoever is slower has stopped
_LEAST = 120  # seconds
_READ_ONLY = Text("{scheme}:// 只能读取，不能写入", "{scheme}:// can be read only, not written")


def refuse_unwritable(url: Url) -> None:
    """Raises UsageError where nothing can be written to such an address from here. Asks no store."""
    refuse_unusable(url)
    if not is_listed(url):
        raise UsageError(_READ_ONLY.fill({"scheme": url.scheme}), url)


def look_for(url: Url) -> None:
    """Ask whether a store can be reached, and has what a file is to stand in. Raises OSError where it has not.

    So that a run of hours does not end with nowhere to put what came of it. Who may write but not look is let pass.
    """
    store, path = store_of(url)
    above = path.rstrip("/").rpartition("/")[0]
    if url.scheme in _WHOLE:  # folders there are only parts of names; buckets are not
        above = path.strip("/").partition("/")[0]
    with contextlib.suppress(PermissionError):
        if above and url.scheme != "memory":
            asked(url, lambda: store.info(above))


def put(local: Path, url: Url) -> None:
    """Put a file of this machine there, in the place of what stands there. Raises OSError; that then stands."""
    store, path = store_of(url)
    seconds = _LEAST + local.stat().st_size // _SLOWEST
    if url.scheme in _WHOLE:
        asked(url, lambda: store.put_file(str(local), path), seconds)
        return
    folder, _, name = path.rpartition("/")
    beside = f"{folder}/.{name}-{uuid.uuid4().hex}.part"
    try:
        asked(url, lambda: store.put_file(str(local), beside), seconds)
        asked(url, lambda: _renamed(store, beside, path))
    except BaseException:
        with contextlib.suppress(OSError):
            asked(url, lambda: store.rm_file(beside))
        raise


def _renamed(store: Any, before: str, after: str) -> None:
    store.mv(before, after)
    if store.exists(before):  # some stores replace nothing, and say nothing
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
