"""What lies in a store: whole files of bounded size, the entries of a folder, and what an address is."""

from typing import Any, Literal, NamedTuple, TypeAlias

from lint.model.address import Url
from lint.model.errors import cannot_be_read
from lint.storage.asking import asked
from lint.storage.stores import store_of

Kind: TypeAlias = Literal["file", "folder"]
_LISTING, _CONTENT = 300, 120  # seconds
_PIECE = 1 << 20
_SERVERS = ("http", "https")  # they give pages, and list nothing


class Entry(NamedTuple):
    """Something in a folder."""

    name: str
    is_folder: bool


def is_listed(url: Url) -> bool:
    """Whether folders and patterns mean anything there: a server of pages gives one page for one address."""
    return url.scheme not in _SERVERS


def kind_of(url: Url) -> Kind | None:
    """What an address is; None where nothing is there, or where that cannot be told: reading it says why."""
    if not is_listed(url):
        return "file"
    try:
        store, path = store_of(url)
        found = asked(url, lambda: store.info(path))
    except OSError:
        return None
    return "folder" if found["type"] == "directory" else "file"


def entries(url: Url) -> list[Entry]:
    """What stands in a folder, by name. Raises Unreadable (LT001) where it cannot be listed."""
    try:
        store, path = store_of(url)
        found = asked(url, lambda: _listed(store, path), _LISTING)
    except OSError as error:
        raise cannot_be_read(error.strerror or str(error)) from None
    # A store may list a folder in itself: the mark of an empty one.
    named = {Entry(_last(one["name"]), one["type"] == "directory") for one in found if not _is_mark(one, path)}
    return sorted(named)


def _listed(store: Any, path: str) -> list[Any]:
    store.invalidate_cache(path)  # a process may outlive what it once saw
    found: list[Any] = store.ls(path, detail=True)
    return found


def _is_mark(one: Any, folder: str) -> bool:
    is_folder_itself: bool = one["name"].strip("/") == folder.strip("/")
    return is_folder_itself and one["type"] != "directory"


def _last(path: str) -> str:
    return path.rstrip("/").rpartition("/")[2]


def content(url: Url, most: int) -> bytes:
    """The content of a file, or its first ``most + 1`` bytes. Raises Unreadable (LT001)."""
    if url.endswith("/") and is_listed(url):
        entries(url)
        raise cannot_be_read("Is a directory")
    try:
        store, path = store_of(url)
        return asked(url, lambda: _content(store, path, most, from_server=not is_listed(url)), _CONTENT)
    except OSError as error:
        raise cannot_be_read(error.strerror or str(error)) from None


def _content(store: Any, path: str, most: int, *, from_server: bool) -> bytes:
    if from_server:  # it may answer with the whole where a part is asked for: what comes is counted
        with store.open(path, "rb", block_size=0, size=1) as file:
            return _counted(file, most)
    try:
        data: bytes = store.cat_file(path, start=0, end=most + 1)
    except FileNotFoundError:
        raise
    except Exception:
        if store.info(path)["size"] == 0:  # of nothing there is no first byte to ask for
            return b""
        raise
    return data


def _counted(file: Any, most: int) -> bytes:
    data = bytearray()
    while len(data) <= most and (more := file.read(min(_PIECE, most + 1 - len(data)))):
        data += more
    return bytes(data)


def size_of(url: Url) -> int | None:
    """How large a file is, where its store says so."""
    try:
        store, path = store_of(url)
        size = asked(url, lambda: store.info(path))["size"]
    except OSError:
        return None
    return size if isinstance(size, int) else None
