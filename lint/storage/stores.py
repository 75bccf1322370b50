"""The stores that addresses mean, each opened once by every process; and what is missing to open one."""

import os
import sys
import threading
from importlib.util import find_spec
from typing import Any

from lint.model.address import Url
from lint.model.errors import UsageError
from lint.model.text import Text
from lint.storage.asking import asked

EXTRA = "xxgk-lint[storage]"
_ABSENT = Text(
    f"读写 {{scheme}}:// 需要安装 {EXTRA}（pip install '{EXTRA}'）",
    f"reading and writing {{scheme}}:// needs {EXTRA} (pip install '{EXTRA}')",
)
_NO_DRIVER = Text(
    "读写 {scheme}:// 需要安装 {driver}（pip install {driver}）",
    "reading and writing {scheme}:// needs {driver} (pip install {driver})",
)
_BROKEN = Text("{scheme}:// 的驱动不能使用：{reason}", "the driver of {scheme}:// cannot be used: {reason}")
_UNKNOWN = Text("不认识的存储 {scheme}://", "no store is known by {scheme}://")
_CHAINED = Text("不支持多层地址（::）", "addresses within addresses (::) are not supported")
# What brings the driver of a scheme, where fsspec itself has none.
_DRIVERS = {
    "s3": "s3fs",
    "s3a": "s3fs",
    "gs": "gcsfs",
    "gcs": "gcsfs",
    "oss": "ossfs",
    "tos": "tosfs",
    "abfs": "adlfs",
    "abfss": "adlfs",
    "az": "adlfs",
    "hdfs": "pyarrow",
    "sftp": "paramiko",
    "ssh": "paramiko",
    "smb": "smbprotocol",
    "http": "aiohttp",
    "https": "aiohttp",
    "webhdfs": "requests",
    "webdav": "webdav4",
    "dav": "webdav4",
}

_OF_THIS_MACHINE = ("file", "local")


class _Open:
    """The stores that this process has opened; several threads may ask for one at the same time."""

    def __init__(self) -> None:
        self.one_at_a_time = threading.Lock()
        self.stores: dict[str, Any] = {}
        self.of_others: list[dict[str, Any]] = []

    def forked(self) -> None:
        """Begin anew in a process that was forked: the threads of a store did not come along.

        The stores of the first process are kept: one that is given up would close connections that are not its own.
        """
        self.of_others.append(self.stores)
        self.stores = {}
        self.one_at_a_time = threading.Lock()
        if "fsspec.asyn" in sys.modules:
            sys.modules["fsspec.asyn"].reset_lock()


_open = _Open()
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_open.forked)


def refuse_unusable(url: Url) -> None:
    """Raises UsageError where an address cannot be used on this machine, whatever lies there. Asks no store."""
    if "::" in url:
        raise UsageError(_CHAINED, url)
    words = _lacking(url.scheme)
    if words is not None:
        raise UsageError(words, url)


def is_usable(scheme: str) -> bool:
    """Whether this machine has what it takes to reach such stores."""
    return _lacking(scheme) is None


def driver_of(scheme: str) -> str:
    """What is to be installed for such stores, as far as known; else fsspec, which knows."""
    return _DRIVERS.get(scheme, "fsspec") if find_spec("fsspec") is not None else "fsspec"


def path_here(url: Url) -> str | None:
    """The path of a file of this machine, as its store reads it; None for all others, and where none can be read."""
    if url.scheme not in _OF_THIS_MACHINE or not is_usable(url.scheme):
        return None
    from fsspec.core import strip_protocol  # noqa: PLC0415 - only where an address is named

    return str(strip_protocol(url.real))


def _lacking(scheme: str) -> Text | None:
    if find_spec("fsspec") is None:
        return _ABSENT.fill({"scheme": scheme})
    from fsspec import get_filesystem_class  # noqa: PLC0415 - only where an address is named

    try:
        get_filesystem_class(scheme)
    except ValueError:
        return _UNKNOWN.fill({"scheme": scheme})
    except ImportError as error:
        if scheme in _DRIVERS and find_spec(_DRIVERS[scheme]) is None:
            return _NO_DRIVER.fill({"scheme": scheme, "driver": _DRIVERS[scheme]})
        return _BROKEN.fill({"scheme": scheme, "reason": str(error)})
    return None


def store_of(url: Url) -> tuple[Any, str]:
    """The store of an address as fsspec has it, and the path in it. Raises UsageError, and OSError."""
    refuse_unusable(url)
    from fsspec.core import strip_protocol, url_to_fs  # noqa: PLC0415

    key = url.user + url.store
    with _open.one_at_a_time:
        if key not in _open.stores:
            _open.stores[key] = asked(url, lambda: url_to_fs(url.real)[0])
        return _open.stores[key], strip_protocol(url.real)
